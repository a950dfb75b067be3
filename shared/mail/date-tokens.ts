import { addDays, calendarDate, isWeekend, weekdayOf, yearOf } from "#shared/kernel/calendar.ts";
import type { CalendarDate } from "#shared/kernel/calendar.ts";
import type { Token } from "./words.ts";

export type DateContext = {
  readonly sentOn: CalendarDate;
  /** 11/12 is 12 November, as written in the United States. */
  readonly monthFirst: boolean;
};

export type Found = {
  readonly size: number;
  readonly rule: string;
  readonly next: CalendarDate | null;
  readonly last: CalendarDate | null;
  readonly past?: boolean;
};
export type Reader = (tokens: readonly Token[], at: number, context: DateContext) => Found | null;

/** Years of mails in which days are counted; beyond them the calendar itself ends. */
export const YEARS_FROM = 1910;
export const YEARS_TO = 2180;

/** A list of words apart by spaces, made once. */
export const wordSet = (list: string): ReadonlySet<string> => new Set(list.split(" "));

export const word = (tokens: readonly Token[], at: number): string => tokens[at]?.text ?? "";
export const one = (tokens: readonly Token[], at: number, list: ReadonlySet<string>): boolean =>
  list.has(word(tokens, at));
export const isNumber = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.kind === "number";
export const number = (tokens: readonly Token[], at: number): number =>
  isNumber(tokens, at) && word(tokens, at).length <= 4 ? Number(word(tokens, at)) : NaN;
export const touches = (tokens: readonly Token[], at: number): boolean =>
  tokens[at] !== undefined && tokens[at - 1]?.to === tokens[at]?.from;
/** Skips words of the list, at most `most` of them. */
export const skip = (
  tokens: readonly Token[],
  at: number,
  list: ReadonlySet<string>,
  most = 3,
): number => {
  let next = at;
  while (next - at < most && one(tokens, next, list)) next += 1;
  return next;
};

export const same = (size: number, rule: string, date: CalendarDate | null): Found | null =>
  date === null ? null : { size, rule, next: date, last: date };

/** A day and month without a year: the next one, and the last one. */
export const yearless = (
  size: number,
  rule: string,
  day: number,
  month: number,
  sentOn: CalendarDate,
): Found | null => {
  const year = yearOf(sentOn);
  const dates = [year - 1, year, year + 1].map((which) => calendarDate(which, month, day));
  const next = dates.find((date) => date !== null && date >= sentOn) ?? null;
  const past = dates.filter((date): date is CalendarDate => date !== null && date <= sentOn);
  return next === null && past.length === 0
    ? null
    : { size, rule, next, last: past[past.length - 1] ?? null };
};

export const fridayOf = (date: CalendarDate, weeks: number): CalendarDate =>
  addDays(date, 5 - weekdayOf(date) + 7 * weeks);
export const thisFriday = (sentOn: CalendarDate): CalendarDate =>
  fridayOf(sentOn, isWeekend(sentOn) ? 1 : 0);
/** The Monday of the ISO week after that of a day. */
export const nextMonday = (sentOn: CalendarDate): CalendarDate =>
  addDays(sentOn, 8 - weekdayOf(sentOn));

export const fullYear = (text: string): number =>
  text.length === 4 ? Number(text) : text.length === 2 ? 2000 + Number(text) : NaN;
