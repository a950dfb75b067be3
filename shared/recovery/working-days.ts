import type { CalendarDate } from "#shared/kernel/calendar.ts";
import {
  calendarDate,
  dateOfDayNumber,
  dayNumber,
  isWeekend,
  yearOf,
} from "#shared/kernel/calendar.ts";
import { invariant } from "#shared/kernel/result.ts";

/** Fixed public holidays of France, month and day (C. trav. L3133-1). */
const FR_FIXED: readonly string[] = [
  "01-01",
  "05-01",
  "05-08",
  "07-14",
  "08-15",
  "11-01",
  "11-11",
  "12-25",
];
/** Easter Monday, Ascension, Whit Monday: days after Easter (C. trav. L3133-1). */
const FR_AFTER_EASTER: readonly number[] = [1, 39, 50];

/** Easter Sunday of the Gregorian calendar (the anonymous computus of 1876, Meeus ch. 8). */
export const easterOf = (year: number): CalendarDate => {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const inCentury = year % 100;
  const correction = Math.floor((8 * century + 13) / 25);
  const epact = (19 * golden + century - Math.floor(century / 4) - correction + 15) % 30;
  const toSunday =
    (32 + 2 * (century % 4) + 2 * Math.floor(inCentury / 4) - epact - (inCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * toSunday) / 451);
  const sum = epact + toSunday - 7 * late + 114;
  const date = calendarDate(year, Math.floor(sum / 31), (sum % 31) + 1);
  invariant(date !== null, "Easter is a day of the calendar");
  return date;
};

/** Whether the public holidays of a country (ISO 3166 alpha-2) are known here; else only its weekends count. */
export const hasKnownHolidays = (country: string): boolean => country === "FR";

export const isPublicHoliday = (date: CalendarDate, country: string): boolean => {
  if (!hasKnownHolidays(country)) return false;
  if (FR_FIXED.includes(date.slice(5))) return true;
  return FR_AFTER_EASTER.includes(dayNumber(date) - dayNumber(easterOf(yearOf(date))));
};

/** Neither Saturday, Sunday nor a public holiday of the whole country (Alsace-Moselle has two more, left out). */
export const isWorkingDay = (date: CalendarDate, country: string): boolean =>
  !isWeekend(date) && !isPublicHoliday(date, country);

/** The first working day after a day. */
export const nextWorkingDay = (date: CalendarDate, country: string): CalendarDate =>
  addWorkingDays(date, 1, country);

/** Moves by working days, forward or back; 0 stays where it is, working or not. */
export const addWorkingDays = (date: CalendarDate, days: number, country: string): CalendarDate => {
  const direction = days < 0 ? -1 : 1;
  let number = dayNumber(date);
  let left = Math.abs(days);
  let on = date;
  while (left > 0) {
    number += direction;
    on = dateOfDayNumber(number);
    if (isWorkingDay(on, country)) left -= 1;
  }
  return on;
};

/**
 * The earliest day from which at most that many working days have passed up to `today` (which counts if it is one): what
 * is dated before it is older than that.
 */
export const earliestWithin = (
  today: CalendarDate,
  workingDays: number,
  country: string,
): CalendarDate =>
  addWorkingDays(today, isWorkingDay(today, country) ? -workingDays : -workingDays - 1, country);
