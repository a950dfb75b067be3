import type { AccountState } from "#shared/claims/account.ts";
import { balancesOf } from "#shared/claims/balances.ts";
import type { CreditorState } from "#shared/claims/creditor.ts";
import type { DraftFacts, LetterWay, PaperFacts } from "#shared/drafting/facts.ts";
import { letterPage } from "#shared/drafting/letter-page.ts";
import { printPageHtml } from "#shared/drafting/print-page.ts";
import type { DraftRefusal } from "#shared/drafting/refusal.ts";
import type { CalendarDate } from "#shared/kernel/calendar.ts";
import { idOfChance } from "#shared/kernel/ids.ts";
import { money } from "#shared/kernel/money.ts";
import { err, ok } from "#shared/kernel/result.ts";
import { compareText, foreign, shownText } from "#shared/kernel/text.ts";
import { PRINT_WORDS } from "#shared/locales/print-words.ts";
import { planOf } from "#shared/recovery/account-plan.ts";
import { recoveryContext } from "#shared/recovery/context.ts";
import { noticeDaysOf } from "#shared/recovery/notice-limits.ts";
import type { ProposedAct } from "#shared/recovery/proposal.ts";
import type { Reason } from "#shared/recovery/reasons.ts";
import type { Step } from "#shared/recovery/steps.ts";
import { chanceAt, done, doneForGood } from "./act-done.ts";
import { draftChargesOf } from "./draft-charges.ts";
import {
  draftWord,
  isPaperStep,
  isWaitingStep,
  oneAccountToPay,
  ownWordsOf,
} from "./draft-choice.ts";
import { preparedEntry } from "./draft-entry.ts";
import { draftFactsOf } from "./draft-facts.ts";
import { lastNoticeFactsOf } from "./last-notice-facts.ts";
import type { LastNoticeChoice } from "./last-notice-facts.ts";
import { freeReference, invoiceFilesOf, referenceKeysOf } from "./draft-thread.ts";
import type { UseCase } from "./use-case.ts";
import type { AccountUnknown, DoneView } from "./view-parts.ts";

export type PrintLetterInput = {
  readonly account: string;
  /** How it goes; null: by ordinary post for a letter, registered for a notice. */
  readonly way: LetterWay | null;
  /** As for a draft in the mailbox. */
  readonly salt: string;
  /** Prints the last notice that is due, as the user chose; else the letter or the formal notice. */
  readonly lastNotice?: LastNoticeChoice;
};

/** One file that prints by itself: see `printPageHtml`. */
export type PrintLetterView = DoneView & {
  readonly draft: string;
  readonly title: string;
  readonly html: string;
  readonly fileName: string;
};

export type PrintLetterRefusal =
  | AccountUnknown
  | DraftRefusal
  | { readonly type: "no-creditor" }
  | { readonly type: "nothing-due"; readonly reasons: readonly Reason[] }
  | { readonly type: "no-letter-due" }
  | { readonly type: "no-last-notice-due" }
  | { readonly type: "payments-never-known" }
  | { readonly type: "draft-waits"; readonly draft: string }
  | { readonly type: "references-taken" };

/**
 * The letter, the formal notice or the last notice that is due, as a page to print. It stands among the drafts until it is declared sent;
 * printed again before that, it keeps its reference and writes nothing.
 */
export const printLetter: UseCase<PrintLetterInput, PrintLetterView, PrintLetterRefusal> = {
  name: "print-letter",
  asks: ({ account, salt }, ledger) => ({
    accounts: [account],
    keys: referenceKeysOf(ledger, salt),
    search: false,
  }),
  decide: (input, loaded, facts) => {
    const { creditor } = loaded.creditor;
    if (creditor === null) return err({ type: "no-creditor" });
    const state = loaded.accounts.get(input.account);
    if (state === undefined) return err({ type: "account-unknown", account: input.account });
    const balances = balancesOf(state);
    const plan = planOf(state, balances, recoveryContext(facts.today, loaded.creditor));
    if (plan.act === null) return err({ type: "nothing-due", reasons: plan.reasons });
    const choice = input.lastNotice ?? null;
    const found = [plan.act, ...plan.others].find(({ step }) =>
      choice === null ? isPaperStep(step) : step === "last-notice",
    );
    if (found === undefined) {
      return err({ type: choice === null ? "no-letter-due" : "no-last-notice-due" });
    }
    const act = oneAccountToPay(found, state);
    const waiting = state.drafts.find(isWaitingStep);
    const printed = waiting?.messageId === null && waiting.step === act.step;
    if (waiting !== undefined && !printed) {
      return err({ type: "draft-waits", draft: waiting.draft });
    }
    const paymentsKnownOn = loaded.creditor.paymentsKnown?.asOf;
    if (paymentsKnownOn === undefined) return err({ type: "payments-never-known" });
    const reference = waiting?.reference ?? freeReference(loaded, input.salt);
    if (reference === null) return err({ type: "references-taken" });
    const language = state.debtor?.language ?? "fr";
    const text: DraftFacts = draftFactsOf(act, {
      state,
      balances,
      creditor,
      paymentsKnownOn,
      today: facts.today,
      reference,
      attachments: invoiceFilesOf(state, act).map(({ name }) => name),
      recipients: [],
      paper: paperFactsOf(act, state, loaded.creditor, {
        way: input.way,
      }),
      lastNotice: lastNoticeFactsOf(act, state, {
        creditor: loaded.creditor,
        today: facts.today,
        choice,
      }),
      charges: draftChargesOf(act, {
        state,
        balances,
        creditor: loaded.creditor,
        today: facts.today,
      }),
    });
    const page = letterPage(text, ownWordsOf(loaded.creditor, act.step, language));
    if (!page.ok) return page;
    const words = PRINT_WORDS[facts.language];
    const said = words.printed(
      draftWord(act.step, facts.language),
      foreign(state.debtor?.name ?? state.account),
    );
    const shown = {
      title: page.value.title,
      html: printPageHtml(page.value),
      fileName: `${words.fileNames[fileNameOf(act.step)]}-${reference}.html`,
    };
    if (waiting !== undefined) {
      const again = doneForGood([], said);
      return ok({ ...again, view: { ...again.view, ...shown, draft: waiting.draft } });
    }
    const draft = idOfChance("draft", chanceAt(facts, 1));
    const event = preparedEntry(act, state, {
      draft,
      on: facts.today,
      reference,
      messageId: null,
      to: [],
      subject: page.value.object.map(shownText).join(""),
    });
    const decision = done({ accounts: new Map([[state.account, [event]]]) }, said, facts);
    return ok({ ...decision, view: { ...decision.view, ...shown, draft } });
  },
};

const fileNameOf = (step: Step): keyof (typeof PRINT_WORDS)["fr"]["fileNames"] =>
  step === "letter" || step === "last-notice" ? step : "formal-notice";

const paperFactsOf = (
  act: ProposedAct,
  state: AccountState,
  creditor: CreditorState,
  sending: { readonly way: LetterWay | null },
): PaperFacts => ({
  days: noticeDaysOf(state, creditor),
  way: sending.way ?? (act.step === "letter" ? "simple" : "registered"),
  remindedOn: remindedOn(act, state),
  payments: paymentsOn(act, state),
  mediator: state.debtor?.kind === "consumer" ? creditor.policy.mediator : null,
});

const REMINDERS: readonly string[] = ["reminder-1", "reminder-2", "letter"];

/** Days on which all that is asked for now was reminded: « malgré nos relances » must be true of each part. */
const remindedOn = (act: ProposedAct, state: AccountState): readonly CalendarDate[] => {
  const days = state.acts
    .filter(
      (one) =>
        one.waived === null &&
        REMINDERS.includes(one.step) &&
        act.portions.every(({ invoice, portion }) =>
          one.portions.some((named) => named.invoice === invoice && named.portion === portion),
        ),
    )
    .map(({ on }) => on);
  return [...new Set(days)].sort();
};

/** What came in on the invoices asked for, and has been deducted. */
const paymentsOn = (act: ProposedAct, state: AccountState): PaperFacts["payments"] => {
  const numbers = new Map(act.portions.map(({ invoice, number }) => [invoice, number]));
  return state.payments
    .filter(({ reversed, currency }) => reversed === null && currency === act.currency)
    .flatMap(({ on, currency, allocations }) =>
      allocations.flatMap(({ invoice, to, amount }) => {
        const number = numbers.get(invoice);
        return number === undefined || to !== "principal" || amount <= 0
          ? []
          : [{ number, on, amount: money(amount, currency) }];
      }),
    )
    .sort((a, b) => compareText(a.on, b.on));
};
