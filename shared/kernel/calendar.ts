import { invariant } from "./result.ts";

/** A day of the proleptic Gregorian calendar, `YYYY-MM-DD`, years 1900 to 2199. Dates compare as strings. */
export type CalendarDate = string & { readonly __calendarDate: true };

/** 1 Monday to 7 Sunday (ISO 8601). */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

const YEAR_MIN = 1900;
const YEAR_MAX = 2199;
const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

export const isLeapYear = (year: number): boolean =>
  (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

export const daysInMonth = (year: number, month: number): number =>
  month === 2 && isLeapYear(year) ? 29 : (MONTH_DAYS[month - 1] ?? 0);

/** Null unless the three numbers name a day that exists. */
export const calendarDate = (year: number, month: number, day: number): CalendarDate | null => {
  const whole = Number.isInteger(year) && Number.isInteger(month) && Number.isInteger(day);
  if (!whole || year < YEAR_MIN || year > YEAR_MAX) return null;
  if (day < 1 || day > daysInMonth(year, month)) return null;
  return `${String(year)}-${pad(month)}-${pad(day)}` as CalendarDate;
};

/** Reads exactly `YYYY-MM-DD`; null for anything else, also for days that do not exist. */
export const parseCalendarDate = (text: string): CalendarDate | null => {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (parts === null) return null;
  return calendarDate(Number(parts[1]), Number(parts[2]), Number(parts[3]));
};

/** For literals of our own: throws where the text is no date. */
export const dateOf = (text: string): CalendarDate => {
  const date = parseCalendarDate(text);
  invariant(date !== null, `not a calendar date: ${text}`);
  return date;
};

export const yearOf = (date: CalendarDate): number => Number(date.slice(0, 4));
export const monthOf = (date: CalendarDate): number => Number(date.slice(5, 7));
export const dayOf = (date: CalendarDate): number => Number(date.slice(8, 10));

/** Days since 1970-01-01 (Howard Hinnant's `days_from_civil`, restated). */
export const dayNumber = (date: CalendarDate): number => {
  const month = monthOf(date);
  const year = month <= 2 ? yearOf(date) - 1 : yearOf(date);
  const era = Math.floor(year / 400);
  const yearOfEra = year - era * 400;
  const dayOfYear =
    Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + dayOf(date) - 1;
  return (
    era * 146097 +
    yearOfEra * 365 +
    Math.floor(yearOfEra / 4) -
    Math.floor(yearOfEra / 100) +
    dayOfYear -
    719468
  );
};

export const dateOfDayNumber = (number: number): CalendarDate => {
  const shifted = number + 719468;
  const era = Math.floor(shifted / 146097);
  const dayOfEra = shifted - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36524) -
      Math.floor(dayOfEra / 146096)) /
      365,
  );
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  const date = calendarDate(year, month, day);
  invariant(date !== null, "a date outside the years 1900 to 2199");
  return date;
};

/** Day numbers of 1900-01-01 and 2199-12-31. */
export const FIRST_DAY_NUMBER = -25_567;
export const LAST_DAY_NUMBER = 84_005;

/** Beyond the calendar, its nearest end: a date typed at its edge must not stop a whole list. */
export const dateNear = (number: number): CalendarDate =>
  dateOfDayNumber(Math.min(Math.max(number, FIRST_DAY_NUMBER), LAST_DAY_NUMBER));

export const addDays = (date: CalendarDate, days: number): CalendarDate =>
  dateOfDayNumber(dayNumber(date) + days);

/** Same day number, else the last day of the month (C. proc. civ. art. 641). */
export const addMonths = (date: CalendarDate, months: number): CalendarDate => {
  const index = yearOf(date) * 12 + monthOf(date) - 1 + months;
  const year = Math.floor(index / 12);
  const month = index - year * 12 + 1;
  const moved = calendarDate(year, month, Math.min(dayOf(date), daysInMonth(year, month)));
  invariant(moved !== null, "a date outside the years 1900 to 2199");
  return moved;
};

/** Days from the first to the second; negative where the second is earlier. */
export const daysBetween = (from: CalendarDate, to: CalendarDate): number =>
  dayNumber(to) - dayNumber(from);

export const weekdayOf = (date: CalendarDate): Weekday => {
  const since = (((dayNumber(date) + 3) % 7) + 7) % 7;
  return (since + 1) as Weekday;
};

export const isWeekend = (date: CalendarDate): boolean => weekdayOf(date) >= 6;

export const endOfMonth = (date: CalendarDate): CalendarDate =>
  addDays(date, daysInMonth(yearOf(date), monthOf(date)) - dayOf(date));

/** ISO 8601 week: its year (which may differ from the date's) and number. */
export const isoWeekOf = (date: CalendarDate): { readonly year: number; readonly week: number } => {
  // A week belongs to the year of its Thursday; by numbers, because that of the last days may lie beyond YEAR_MAX.
  const thursday = dayNumber(date) + 4 - weekdayOf(date);
  let year = yearOf(date);
  let first = dayNumber(dateOf(`${String(year)}-01-01`));
  const next = first + (isLeapYear(year) ? 366 : 365);
  if (thursday < first) {
    year -= 1;
    first -= isLeapYear(year) ? 366 : 365;
  } else if (thursday >= next) {
    year += 1;
    first = next;
  }
  return { year, week: Math.floor((thursday - first) / 7) + 1 };
};

/** The Monday of an ISO week; null where the year has no such week. */
export const mondayOfIsoWeek = (year: number, week: number): CalendarDate | null => {
  const fourth = calendarDate(year, 1, 4);
  if (fourth === null || !Number.isInteger(week) || week < 1 || week > 53) return null;
  const monday = addDays(fourth, 1 - weekdayOf(fourth) + (week - 1) * 7);
  return isoWeekOf(monday).year === year ? monday : null;
};

/** Of the dates that are known; null where none is. */
export const earliest = (dates: readonly (CalendarDate | null)[]): CalendarDate | null =>
  dates.reduce<CalendarDate | null>(
    (best, date) => (date !== null && (best === null || date < best) ? date : best),
    null,
  );

/** Of the dates that are known; null where none is. */
export const latest = (dates: readonly (CalendarDate | null)[]): CalendarDate | null =>
  dates.reduce<CalendarDate | null>(
    (best, date) => (date !== null && (best === null || date > best) ? date : best),
    null,
  );

const pad = (value: number): string => String(value).padStart(2, "0");
