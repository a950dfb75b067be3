import type { CalendarDate } from "#shared/kernel/calendar.ts";
import {
  addMonths,
  dateOfDayNumber,
  dayNumber,
  LAST_DAY_NUMBER,
  yearOf,
} from "#shared/kernel/calendar.ts";

/** A period as law gives it. Years are months by twelve. */
export type Period = { readonly unit: "days" | "months"; readonly count: number };

export const days = (count: number): Period => ({ unit: "days", count });
export const months = (count: number): Period => ({ unit: "months", count });
export const years = (count: number): Period => months(count * 12);

const LAST_YEAR = 2199;

/**
 * The last day of a period: the day it starts from is not counted; in months, the same day number, else the last day of
 * the month (CPC 641). Null beyond the calendar's last year.
 */
export const endOfPeriod = (from: CalendarDate, period: Period): CalendarDate | null => {
  if (period.unit === "days") {
    const number = dayNumber(from) + period.count;
    return number > LAST_DAY_NUMBER ? null : dateOfDayNumber(number);
  }
  // A year too early at the very end of the calendar, so that no month is asked for that does not exist.
  return yearOf(from) + Math.ceil(period.count / 12) > LAST_YEAR
    ? null
    : addMonths(from, period.count);
};
