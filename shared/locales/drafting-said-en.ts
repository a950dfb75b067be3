import type { CalendarDate } from "#shared/kernel/calendar.ts";
import type { Money } from "#shared/kernel/money.ts";
import { formatMoney } from "#shared/kernel/money.ts";
import type { DisputeReason } from "#shared/kernel/parties.ts";
import type { Own } from "#shared/kernel/text.ts";
import { own } from "#shared/kernel/text.ts";
import { formatPercent, longDate, weekdayDate } from "./calendar-words.ts";

/** How dates, sums and reasons stand in a letter. */

export const date = (on: CalendarDate): Own => own(longDate(on, "en"));
export const day = (on: CalendarDate): Own => own(weekdayDate(on, "en"));
export const sum = (amount: Money): Own => own(formatMoney(amount, "en"));
export const rateOf = (basisPoints: number): Own => own(formatPercent(basisPoints, "en"));
export const days = (count: number): Own => own(count === 1 ? "1 day" : `${String(count)} days`);
/** What a complaint is about, within a sentence. */
export const REASONS: Readonly<Record<DisputeReason, string>> = {
  not_delivered: "the delivery",
  quality: "the quality",
  price: "the price",
  quantity: "the quantity",
  not_ordered: "the order itself",
  duplicate: "an invoice sent twice",
  credit_due: "a credit note you are expecting",
  missing_reference: "a missing reference",
  other: "a point you have raised",
};
