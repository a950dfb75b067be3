import type { CalendarDate } from "#shared/kernel/calendar.ts";
import type { Money } from "#shared/kernel/money.ts";
import { formatMoney } from "#shared/kernel/money.ts";
import type { Own, Shown } from "#shared/kernel/text.ts";
import { own } from "#shared/kernel/text.ts";
import { longDate, weekdayDate } from "./calendar-words.ts";
import type { NoticeName } from "./drafting-fr.ts";
import type { Messages, Sentence } from "./locale.ts";
import { say } from "./locale.ts";
import { dire } from "./typeset.ts";

type Way = "registered" | "registered-electronic" | "by-hand" | "simple";

/** What a last notice says of itself. */
type LastNotice = { readonly notice: NoticeName; readonly count: number; readonly total: Money };

/** The last words before a creditor turns to the law, or thinks about it: dry, short, and true of what is intended. */
type LastNoticeWords = {
  readonly subject: (number: Shown) => Sentence;
  readonly subjectMany: (count: number) => Sentence;
  /** One formal notice: its day, and what is proven of it in brackets. */
  readonly noticed: (on: CalendarDate, proof: Sentence | null) => Sentence;
  readonly way: Readonly<Record<Way, (number: Shown | null) => Sentence>>;
  readonly presented: (on: CalendarDate) => Sentence;
  readonly came: Readonly<
    Record<"receipt" | "refusal" | "unclaimed", (on: CalendarDate) => Sentence>
  >;
  readonly delivered: (on: CalendarDate) => Sentence;
  readonly open: (said: LastNotice, notices: Sentence, several: boolean) => Sentence;
  readonly ask: (total: Money, until: CalendarDate) => Sentence;
  /** Only where the creditor said that this is what will be done. */
  readonly court: (notice: NoticeName) => Sentence;
  readonly undecided: () => Sentence;
  readonly plan: () => Sentence;
  readonly disagreement: () => Sentence;
};

/** Keeps two words on one line. */
const SPACE = own("\u00a0");

const le = (date: CalendarDate): Own => own(longDate(date, "fr"));
const leJour = (date: CalendarDate): Own => own(weekdayDate(date, "fr"));
const somme = (amount: Money): Own => own(formatMoney(amount, "fr"));
const on = (date: CalendarDate): Own => own(longDate(date, "en"));
const day = (date: CalendarDate): Own => own(weekdayDate(date, "en"));
const sum = (amount: Money): Own => own(formatMoney(amount, "en"));

const named = (one: string, many: string) => ({ one: own(one), many: own(many) });

const NAMES: Readonly<Record<NoticeName, { readonly one: Own; readonly many: Own }>> = {
  "mise-en-demeure": named("formal notice (mise en demeure)", "formal notices (mises en demeure)"),
  "letter-before-claim": named("letter before claim", "letters before claim"),
  "formal-notice": named("formal notice", "formal notices"),
};

export const LAST_NOTICE: Messages<LastNoticeWords> = {
  fr: {
    subject: (number) => dire`Dernier avis : facture ${number}`,
    subjectMany: (count) => dire`Dernier avis : ${count} factures`,
    noticed: (date, proof) =>
      proof === null ? dire`du ${le(date)}` : dire`du ${le(date)} (${proof})`,
    way: {
      registered: (number) =>
        number === null ? dire`lettre recommandée` : dire`lettre recommandée n° ${number}`,
      "registered-electronic": (number) =>
        number === null
          ? dire`lettre recommandée électronique`
          : dire`lettre recommandée électronique n° ${number}`,
      "by-hand": () => dire`remise en main propre`,
      simple: () => dire`lettre simple`,
    },
    presented: (date) => dire`présentée le ${le(date)}`,
    came: {
      receipt: (date) => dire`reçue le ${le(date)}`,
      refusal: (date) => dire`refusée le ${le(date)}`,
      unclaimed: () => dire`non réclamée`,
    },
    delivered: (date) => dire`remise en main propre le ${le(date)}`,
    open: ({ count, total }, notices, several) => {
      const what =
        count === 1 ? dire`la facture ci-dessous` : dire`les ${count} factures ci-dessous`;
      return several
        ? dire`Par nos mises en demeure ${notices}, nous vous avons demandé de régler ${what}. Les délais laissés sont expirés et il reste ${somme(total)} à régler.`
        : dire`Par notre mise en demeure ${notices}, nous vous avons demandé de régler ${what}. Le délai laissé est expiré et il reste ${somme(total)} à régler.`;
    },
    ask: (total, until) =>
      dire`Nous vous demandons de régler la somme de ${somme(total)} au plus tard le ${leJour(until)}.`,
    court: () => dire`À${SPACE}défaut, nous saisirons la juridiction compétente.`,
    undecided: () => dire`À${SPACE}défaut, nous examinerons les suites à donner.`,
    plan: () =>
      dire`Jusqu'à cette date, nous restons disposés à convenir d'un échéancier : proposez-nous par écrit des dates et des montants.`,
    disagreement: () =>
      dire`Si vous contestez tout ou partie de cette somme, dites-le-nous par écrit avant cette date.`,
  },
  en: {
    subject: (number) => say`Last notice: invoice ${number}`,
    subjectMany: (count) => say`Last notice: ${count} invoices`,
    noticed: (date, proof) =>
      proof === null ? say`of ${on(date)}` : say`of ${on(date)} (${proof})`,
    way: {
      registered: (number) =>
        number === null ? say`registered letter` : say`registered letter no. ${number}`,
      "registered-electronic": (number) =>
        number === null
          ? say`registered electronic letter`
          : say`registered electronic letter no. ${number}`,
      "by-hand": () => say`hand delivery`,
      simple: () => say`letter by post`,
    },
    presented: (date) => say`first presented on ${on(date)}`,
    came: {
      receipt: (date) => say`received on ${on(date)}`,
      refusal: (date) => say`refused on ${on(date)}`,
      unclaimed: () => say`not collected`,
    },
    delivered: (date) => say`delivered by hand on ${on(date)}`,
    open: ({ notice, count, total }, notices, several) => {
      const what = count === 1 ? say`the invoice below` : say`the ${count} invoices below`;
      return several
        ? say`By our ${NAMES[notice].many} ${notices}, we asked you to pay ${what}. The time that they gave has passed and ${sum(total)} remains to be paid.`
        : say`By our ${NAMES[notice].one} ${notices}, we asked you to pay ${what}. The time that it gave has passed and ${sum(total)} remains to be paid.`;
    },
    ask: (total, until) => say`We ask you to pay ${sum(total)} by ${day(until)} at the latest.`,
    court: (notice) =>
      notice === "letter-before-claim"
        ? say`Failing that, we will issue a claim in the competent court.`
        : say`Failing that, we will bring the matter before the competent court.`,
    undecided: () => say`Failing that, we will consider what to do next.`,
    plan: () =>
      say`Until that day, we remain willing to agree on payment by instalments: please propose dates and amounts in writing.`,
    disagreement: () =>
      say`If you dispute all or part of this sum, please tell us in writing before that day.`,
  },
};
