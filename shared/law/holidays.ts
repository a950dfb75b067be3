import type { CalendarDate, Weekday } from "#shared/kernel/calendar.ts";
import {
  calendarDate,
  dateOfDayNumber,
  dayNumber,
  dayOf,
  FIRST_DAY_NUMBER,
  LAST_DAY_NUMBER,
  monthOf,
  yearOf,
} from "#shared/kernel/calendar.ts";
import { invariant } from "#shared/kernel/result.ts";
import type { Cited } from "./marks.ts";

/** Whole days on which the creditor's office is shut, both ends counted. */
export type Closure = { readonly from: CalendarDate; readonly to: CalendarDate };

/**
 * The days of one creditor (or of one court): `country` is ISO 3166 alpha-2 (`UK` is read as `GB`), `alsaceMoselle` adds
 * the two days of the local law and counts in France alone.
 */
export type WorkingCalendar = {
  readonly country: string;
  readonly alsaceMoselle: boolean;
  readonly closures: readonly Closure[];
};

/** More closures than this are no office's: each question about a day walks the list. */
export const CLOSURES_MAX = 200;

const YEAR_MIN = 1900;
const YEAR_MAX = 2199;

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

/** Easter of every year of the calendar as a day number: a list of thousands of debtors asks for it for each of them. */
const EASTERS: readonly number[] = Array.from({ length: YEAR_MAX - YEAR_MIN + 1 }, (_, index) =>
  dayNumber(easterOf(YEAR_MIN + index)),
);

/** What the rules of a country look at. `afterEaster` is in days, negative before it. */
type Day = {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly weekday: Weekday;
  readonly afterEaster: number;
  /** `MM-DD`. */
  readonly inYear: string;
};

const MONDAY = 1;

const GOOD_FRIDAY = -2;
const EASTER_MONDAY = 1;
const ASCENSION = 39;
const WHIT_MONDAY = 50;

const FR_FIXED = ["01-01", "05-01", "05-08", "07-14", "08-15", "11-01", "11-11", "12-25"];
const FR_AFTER_EASTER = [EASTER_MONDAY, ASCENSION, WHIT_MONDAY];
const DE_FIXED = ["01-01", "05-01", "10-03", "12-25", "12-26"];
const DE_AFTER_EASTER = [GOOD_FRIDAY, EASTER_MONDAY, ASCENSION, WHIT_MONDAY];
/** Once for the whole country: five hundred years of the Reformation. */
const DE_ONCE = ["2017-10-31"];

const isFrenchHoliday = (day: Day, alsaceMoselle: boolean): boolean =>
  FR_FIXED.includes(day.inYear) ||
  FR_AFTER_EASTER.includes(day.afterEaster) ||
  (alsaceMoselle && (day.inYear === "12-26" || day.afterEaster === GOOD_FRIDAY));

const isGermanHoliday = (day: Day, iso: CalendarDate): boolean =>
  DE_FIXED.includes(day.inYear) ||
  DE_AFTER_EASTER.includes(day.afterEaster) ||
  DE_ONCE.includes(iso);

/** Proclaimed once, beside the yearly days or in place of one of them. */
const EW_ONCE = [
  "2011-04-29",
  "2012-06-04",
  "2012-06-05",
  "2020-05-08",
  "2022-06-02",
  "2022-06-03",
  "2022-09-19",
  "2023-05-08",
];
/** Years whose early May day (2020) or spring day (2012, 2022) was moved to a day of EW_ONCE. */
const EW_EARLY_MAY_MOVED = [2020];
const EW_SPRING_MOVED = [2012, 2022];

/** A holiday on a Saturday or Sunday is kept on the next day that is neither a weekend day nor itself a holiday. */
const isEnglishHoliday = (day: Day, iso: CalendarDate): boolean => {
  if (EW_ONCE.includes(iso)) return true;
  if (day.afterEaster === GOOD_FRIDAY || day.afterEaster === EASTER_MONDAY) return true;
  const monday = day.weekday === MONDAY;
  switch (day.month) {
    case 1:
      return day.day === 1 || (monday && (day.day === 2 || day.day === 3));
    case 5:
      if (!monday) return false;
      if (day.day <= 7) return !EW_EARLY_MAY_MOVED.includes(day.year);
      return day.day >= 25 && !EW_SPRING_MOVED.includes(day.year);
    case 8:
      return monday && day.day >= 25;
    case 12:
      if (day.day === 25 || day.day === 26) return true;
      // 25 and 26 on a weekend give 27 and 28; one of the two on it gives the Monday or Tuesday after.
      if (day.day === 27) return monday || day.weekday === 2;
      return day.day === 28 && (monday || day.weekday === 2);
    default:
      return false;
  }
};

const FRANCE: Cited = { text: "C. trav. L3133-1", mark: "secondary" };
/** Good Friday only in the communes that have a Protestant or a mixed church; 26 December everywhere there. */
export const ALSACE_MOSELLE_SOURCE: Cited = { text: "C. trav. L3134-13", mark: "memory" };
const GERMANY: Cited = {
  text: "Feiertagsgesetze der Länder, Einigungsvertrag Art. 2 Abs. 2",
  mark: "memory",
};
const ENGLAND_AND_WALES: Cited = {
  text: "Banking and Financial Dealings Act 1971, Sch. 1",
  mark: "memory",
};

const codeOf = (country: string): string => {
  // The codes as they are kept: asked for every day of every debtor.
  if (country === "FR" || country === "DE" || country === "GB") return country;
  const code = country.trim().toUpperCase();
  return code === "UK" ? "GB" : code;
};

/**
 * The source of a country's public holidays; null where they are not known and only weekends count. Germany: the days
 * of the whole country; GB: those of England and Wales. Today's rules are applied to every year.
 */
export const sourceOf = (country: string): Cited | null => {
  switch (codeOf(country)) {
    case "FR":
      return FRANCE;
    case "DE":
      return GERMANY;
    case "GB":
      return ENGLAND_AND_WALES;
    default:
      return null;
  }
};

export const holidaysKnown = (country: string): boolean => sourceOf(country) !== null;

const holidayAt = (number: number, calendar: WorkingCalendar): boolean => {
  const code = codeOf(calendar.country);
  if (code !== "FR" && code !== "DE" && code !== "GB") return false;
  const iso = dateOfDayNumber(number);
  const year = yearOf(iso);
  const day: Day = {
    year,
    month: monthOf(iso),
    day: dayOf(iso),
    weekday: weekdayAt(number),
    afterEaster: number - (EASTERS[year - YEAR_MIN] ?? 0),
    inYear: iso.slice(5),
  };
  if (code === "FR") return isFrenchHoliday(day, calendar.alsaceMoselle);
  return code === "DE" ? isGermanHoliday(day, iso) : isEnglishHoliday(day, iso);
};

const weekdayAt = (number: number): Weekday => (((((number + 3) % 7) + 7) % 7) + 1) as Weekday;

const openAt = (number: number, calendar: WorkingCalendar): boolean =>
  weekdayAt(number) < 6 && !holidayAt(number, calendar);

export const isPublicHoliday = (date: CalendarDate, calendar: WorkingCalendar): boolean =>
  holidayAt(dayNumber(date), calendar);

/** Neither a weekend day nor a public holiday: what a deadline of law looks at. The creditor's closures do not count. */
export const isOpenDay = (date: CalendarDate, calendar: WorkingCalendar): boolean =>
  openAt(dayNumber(date), calendar);

const isShut = (date: CalendarDate, { closures }: WorkingCalendar): boolean =>
  closures.some(({ from, to }) => from <= date && date <= to);

/** An open day on which the creditor's office is not shut: what our own acts look at. */
export const isWorkingDay = (date: CalendarDate, calendar: WorkingCalendar): boolean =>
  isOpenDay(date, calendar) && !isShut(date, calendar);

/** The day itself if it is open, else the next open day (CPC 642). */
export const openDayFrom = (date: CalendarDate, calendar: WorkingCalendar): CalendarDate => {
  let number = dayNumber(date);
  while (number < LAST_DAY_NUMBER && !openAt(number, calendar)) number += 1;
  return dateOfDayNumber(number);
};

/** The day itself if it is open, else the open day before: the last day on which an office still takes an act. */
export const openDayUpTo = (date: CalendarDate, calendar: WorkingCalendar): CalendarDate => {
  let number = dayNumber(date);
  while (number > FIRST_DAY_NUMBER && !openAt(number, calendar)) number -= 1;
  return dateOfDayNumber(number);
};

/** The first working day after a day. */
export const nextWorkingDay = (date: CalendarDate, calendar: WorkingCalendar): CalendarDate =>
  addWorkingDays(date, 1, calendar);

/**
 * Moves by working days, forward or back; 0 stays where it is, working or not. Stops at the ends of the calendar (years
 * 1900 and 2199).
 */
export const addWorkingDays = (
  date: CalendarDate,
  days: number,
  calendar: WorkingCalendar,
): CalendarDate => {
  const direction = days < 0 ? -1 : 1;
  const end = direction < 0 ? FIRST_DAY_NUMBER : LAST_DAY_NUMBER;
  let number = dayNumber(date);
  let left = Math.abs(days);
  const closed = calendar.closures.length > 0;
  while (left > 0 && number !== end) {
    number += direction;
    const open = openAt(number, calendar);
    if (open && (!closed || !isShut(dateOfDayNumber(number), calendar))) left -= 1;
  }
  return dateOfDayNumber(number);
};
