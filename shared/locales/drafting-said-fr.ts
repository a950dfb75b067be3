import type { CalendarDate } from "#shared/kernel/calendar.ts";
import type { Money } from "#shared/kernel/money.ts";
import { formatMoney } from "#shared/kernel/money.ts";
import type { DisputeReason } from "#shared/kernel/parties.ts";
import type { Own, Shown } from "#shared/kernel/text.ts";
import { own } from "#shared/kernel/text.ts";
import { formatPercent, longDate, weekdayDate } from "./calendar-words.ts";
import type { Sentence } from "./locale.ts";
import { say } from "./locale.ts";

/** How dates, sums and reasons stand in a letter. */

/** French typography in our own words: a no-break space before `: ; ? ! » % £ €` and after `«`. */
export const typeset = (words: string): string =>
  words.replace(/ ([:;?!»%£€])/g, "\u00a0$1").replace(/« /g, "«\u00a0");

export const dire = (
  words: TemplateStringsArray,
  ...values: readonly (Shown | Sentence | number)[]
): Sentence =>
  say(words, ...values).map((shown) => ("own" in shown ? own(typeset(shown.own)) : shown));

export const titre = (words: string): Own => own(typeset(words));

export const le = (date: CalendarDate): Own => own(longDate(date, "fr"));
export const leJour = (date: CalendarDate): Own => own(weekdayDate(date, "fr"));
export const somme = (amount: Money): Own => own(formatMoney(amount, "fr"));
export const taux = (basisPoints: number): Own => own(formatPercent(basisPoints, "fr"));
export const jours = (count: number): Own => own(count === 1 ? "1 jour" : `${String(count)} jours`);
/** What a complaint is about, within a sentence. */
export const REASONS: Readonly<Record<DisputeReason, string>> = {
  not_delivered: "la livraison",
  quality: "la qualité",
  price: "le prix",
  quantity: "la quantité",
  not_ordered: "la commande elle-même",
  duplicate: "une double facturation",
  credit_due: "un avoir attendu",
  missing_reference: "une référence manquante",
  other: "un point que vous nous avez signalé",
};
