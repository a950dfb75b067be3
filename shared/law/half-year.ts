import type { CalendarDate } from "#shared/kernel/calendar.ts";
import { addDays, dateOf, monthOf, yearOf } from "#shared/kernel/calendar.ts";

/** `2026-S2`: the half-year that a day belongs to. */
export const halfYearOf = (date: CalendarDate): string =>
  `${String(yearOf(date))}-S${monthOf(date) <= 6 ? "1" : "2"}`;

/** 1 January or 1 July of the half-year that holds the day. */
export const halfYearStart = (date: CalendarDate): CalendarDate =>
  dateOf(`${String(yearOf(date))}-${monthOf(date) <= 6 ? "01" : "07"}-01`);

/** 30 June or 31 December of the half-year that holds the day. */
export const halfYearEnd = (date: CalendarDate): CalendarDate =>
  dateOf(`${String(yearOf(date))}-${monthOf(date) <= 6 ? "06-30" : "12-31"}`);

/** First day of the half-year after the one that holds the day. */
export const nextHalfYear = (date: CalendarDate): CalendarDate => addDays(halfYearEnd(date), 1);

/** 1 January or 1 July of `2026-S2`. */
export const startOfHalfYear = (halfYear: string): CalendarDate =>
  dateOf(`${halfYear.slice(0, 4)}-${halfYear.slice(-1) === "1" ? "01" : "07"}-01`);
