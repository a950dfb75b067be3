import type { CalendarDate } from "#shared/kernel/calendar.ts";
import type { Money } from "#shared/kernel/money.ts";
import { formatMoney } from "#shared/kernel/money.ts";
import type { Own } from "#shared/kernel/text.ts";
import { shortDate, wholeMoney } from "./short-dates.ts";

/** Figures and days within a sentence. */
export const somme = (amount: Money): string => formatMoney(amount, "fr");
export const sommes = (amounts: readonly Money[]): string => amounts.map(somme).join(" + ");
export const rondes = (amounts: readonly Money[]): string =>
  amounts.map((amount) => wholeMoney(amount, "fr")).join(" + ");
export const pluriel = (count: number, one: string, many: string): string =>
  `${String(count)} ${count < 2 ? one : many}`;
/** Within a sentence. */
export const lower = ({ own: label }: Own): string =>
  label.charAt(0).toLowerCase() + label.slice(1);
export const date = (day: CalendarDate, today: CalendarDate): string => shortDate(day, today, "fr");
