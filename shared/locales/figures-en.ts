import type { CalendarDate } from "#shared/kernel/calendar.ts";
import type { Money } from "#shared/kernel/money.ts";
import { formatMoney } from "#shared/kernel/money.ts";
import type { Own } from "#shared/kernel/text.ts";
import { shortDate, wholeMoney } from "./short-dates.ts";

/** Figures and days within a sentence. */
export const sum = (amount: Money): string => formatMoney(amount, "en");
export const sums = (amounts: readonly Money[]): string => amounts.map(sum).join(" + ");
export const rounds = (amounts: readonly Money[]): string =>
  amounts.map((amount) => wholeMoney(amount, "en")).join(" + ");
export const plural = (count: number, one: string, many: string): string =>
  `${String(count)} ${count === 1 ? one : many}`;
/** Within a sentence. */
export const lower = ({ own: label }: Own): string =>
  label.charAt(0).toLowerCase() + label.slice(1);
export const date = (day: CalendarDate, today: CalendarDate): string => shortDate(day, today, "en");
