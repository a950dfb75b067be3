import type { CalendarDate } from "#shared/kernel/calendar.ts";
import type { WorkingCalendar } from "#shared/law/holidays.ts";
import {
  addWorkingDays as addInCalendar,
  isPublicHoliday as isHolidayInCalendar,
  isWorkingDay as isWorkingInCalendar,
} from "#shared/law/holidays.ts";

/** A country alone (ISO 3166 alpha-2) stands for its nation-wide days; closures and local days come with a calendar. */
export type DaysOf = string | WorkingCalendar;

const calendarOf = (days: DaysOf): WorkingCalendar =>
  typeof days === "string" ? { country: days, alsaceMoselle: false, closures: [] } : days;

export const isPublicHoliday = (date: CalendarDate, days: DaysOf): boolean =>
  isHolidayInCalendar(date, calendarOf(days));

/** Neither Saturday, Sunday, a public holiday nor a day on which the creditor's office is shut. */
export const isWorkingDay = (date: CalendarDate, days: DaysOf): boolean =>
  isWorkingInCalendar(date, calendarOf(days));

/** The first working day after a day. */
export const nextWorkingDay = (date: CalendarDate, days: DaysOf): CalendarDate =>
  addWorkingDays(date, 1, days);

/** Moves by working days, forward or back; 0 stays where it is, working or not. */
export const addWorkingDays = (date: CalendarDate, count: number, days: DaysOf): CalendarDate =>
  addInCalendar(date, count, calendarOf(days));

/**
 * The earliest day from which at most that many working days have passed up to `today` (which counts if it is one): what
 * is dated before it is older than that.
 */
export const earliestWithin = (
  today: CalendarDate,
  workingDays: number,
  days: DaysOf,
): CalendarDate =>
  addWorkingDays(today, isWorkingDay(today, days) ? -workingDays : -workingDays - 1, days);
