import type { AccountState } from "#shared/claims/account.ts";
import type { CalendarDate } from "#shared/kernel/calendar.ts";
import { money } from "#shared/kernel/money.ts";
import { foreign } from "#shared/kernel/text.ts";
import { APP_CLAIM } from "#shared/locales/app-claim.ts";
import { together } from "#shared/locales/locale.ts";
import type { Sentence } from "#shared/locales/locale.ts";
import { sensitive } from "#shared/recovery/gates-law.ts";
import type { Reason } from "#shared/recovery/reasons.ts";
import { owesLine, whoLine } from "./owed-lines.ts";
import { reasonText, stepWord } from "./screen-facts.ts";
import type { AccountOnScreen } from "./screen-facts.ts";
import type { Facts } from "./use-case.ts";

export type FourLinesView = {
  /** 1. Who. */
  readonly who: Sentence;
  /** 2. How much and how late. */
  readonly owes: Sentence;
  /** 3. What they said, quoted (not where they are held for death or illness); a sentence that says so where they said nothing. */
  readonly said: Sentence;
  /** 4. The next step and why. */
  readonly next: Sentence;
};

/** What an open mail and the claim say before any button. */
export const fourLines = (on: AccountOnScreen, facts: Facts): FourLinesView => ({
  who: whoLine(on.state, facts),
  owes: owesLine(on.plan.portions, facts),
  said: saidLine(on.state, facts),
  next: nextLine(on, facts),
});

/** Longest quotation of the third line. */
const QUOTE_CHARS_MAX = 200;

/** The newest thing the debtor said, in the debtor's words where we have them. */
const saidLine = (state: AccountState, facts: Facts): Sentence => {
  const words = APP_CLAIM[facts.language].claim;
  type Saying = {
    readonly on: CalendarDate;
    readonly quote: string | null;
    readonly from: string | null;
    readonly what: Sentence;
    readonly at: string;
  };
  const sayings: Saying[] = [];
  for (const { on, quote, amount, currency, by, entry, withdrawn } of state.promises) {
    if (withdrawn !== null) continue;
    const sum = amount === null ? null : money(amount, currency);
    const what = words.promised(sum, by, facts.today);
    sayings.push({ on, quote, from: null, what, at: entry.at });
  }
  for (const { on, quote, amount, invoice, resolved, entry } of state.disputes) {
    if (resolved !== null) continue;
    const currency = state.invoices.find((one) => one.invoice === invoice)?.currency ?? null;
    const sum = amount === null || currency === null ? null : money(amount, currency);
    sayings.push({ on, quote, from: null, what: words.disputed(sum), at: entry.at });
  }
  for (const exchange of state.exchanges) {
    if (exchange.direction !== "in" || exchange.automatic) continue;
    const { on, words: quote, from, entry } = exchange;
    sayings.push({ on, quote, from, what: words.spoke, at: entry.at });
  }
  let last: Saying | null = null;
  for (const saying of sayings) {
    const later =
      last === null ||
      saying.on > last.on ||
      (saying.on === last.on && hasWords(saying.quote) && !hasWords(last.quote));
    if (later) last = saying;
  }
  if (last === null) return words.saidNothing;
  if (!hasWords(last.quote) || sensitive(state))
    return words.saidUnquoted(last.on, last.what, facts.today);
  const quote = foreign((last.quote ?? "").trim().replace(/\s+/g, " "), QUOTE_CHARS_MAX);
  const from = last.from === null ? null : foreign(last.from, NAME_CHARS_SHOWN);
  return words.said(last.on, from, quote, facts.today);
};

const NAME_CHARS_SHOWN = 80;

const hasWords = (quote: string | null): boolean => quote !== null && quote.trim() !== "";

/** What somebody here has to do today is not « nothing today ». */
const isOurs = (reason: Reason): boolean =>
  reason.code === "answer-owed" ||
  reason.code === "payment-claimed" ||
  reason.code === "draft-fallen" ||
  (reason.code === "dispute" && reason.values.mustAct === "us");

const nextLine = ({ plan }: AccountOnScreen, facts: Facts): Sentence => {
  const words = APP_CLAIM[facts.language].claim;
  const [reason] = plan.reasons;
  if (reason === undefined) return words.owesNothing;
  const text = reasonText(reason, facts);
  if (plan.act === null) {
    const coming = plan.nextOn === null ? null : words.nextOn(plan.nextOn, facts.today);
    const dated = reason.code === "step-to-come" ? null : coming;
    return together(isOurs(reason) ? words.nextSaid(text) : words.nextNone(text), dated);
  }
  return reason.code === "step-due"
    ? words.nextSaid(text)
    : words.nextStep(stepWord(plan.act.step, facts), text);
};
