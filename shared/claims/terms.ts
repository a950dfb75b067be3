import { addDays, endOfMonth, yearOf } from "#shared/kernel/calendar.ts";
import type { CalendarDate } from "#shared/kernel/calendar.ts";
import type { Terms } from "./file.ts";

/** The calendar ends with 2199; a term of 400 days and an end of month must still fit. */
const LAST_YEAR = 2197;

/**
 * The due date that agreed terms give an invoice. « 45 jours fin de mois » has two readings, of which the parties chose
 * one: the days and then the end of that month, or the end of the month of issue and then the days. Null where no days
 * are agreed.
 */
export const dueByTerms = (
  issuedOn: CalendarDate,
  { paymentDays, endOfMonth: reading }: Pick<Terms, "paymentDays" | "endOfMonth">,
): CalendarDate | null => {
  if (paymentDays === null || yearOf(issuedOn) > LAST_YEAR) return null;
  switch (reading) {
    case "none":
      return addDays(issuedOn, paymentDays);
    case "days-then-end":
      return endOfMonth(addDays(issuedOn, paymentDays));
    case "end-then-days":
      return addDays(endOfMonth(issuedOn), paymentDays);
  }
};
