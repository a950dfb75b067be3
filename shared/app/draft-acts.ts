import type { AccountState, Draft } from "#shared/claims/account.ts";
import { balancesOf } from "#shared/claims/balances.ts";
import type { AccountEvent } from "#shared/claims/events.ts";
import type { DraftRefusal } from "#shared/drafting/refusal.ts";
import { draftText } from "#shared/drafting/text.ts";
import { idOfChance } from "#shared/kernel/ids.ts";
import { err, ok } from "#shared/kernel/result.ts";
import type { Result } from "#shared/kernel/result.ts";
import { foreign, own } from "#shared/kernel/text.ts";
import { MAIL_WORDS } from "#shared/locales/mail-words.ts";
import { PRINT_WORDS } from "#shared/locales/print-words.ts";
import { recoveryWords } from "#shared/locales/recovery-words.ts";
import type { Message } from "#shared/mail/message.ts";
import { planOf } from "#shared/recovery/account-plan.ts";
import { recoveryContext } from "#shared/recovery/context.ts";
import type { Reason } from "#shared/recovery/reasons.ts";
import { chanceAt, done } from "./act-done.ts";
import { stepsOfDraft } from "./draft-steps.ts";
import { draftChargesOf } from "./draft-charges.ts";
import { preparedEntry } from "./draft-entry.ts";
import { draftFactsOf } from "./draft-facts.ts";
import {
  draftWord,
  isPaperStep,
  isWaitingStep,
  oneAccountToPay,
  ownWordsOf,
} from "./draft-choice.ts";
import {
  freeReference,
  freshThread,
  invoiceFilesOf,
  mailOf,
  referenceKeysOf,
  threadOf,
} from "./draft-thread.ts";
import { draftKey } from "./index-keys.ts";
import { pagesOf } from "./keep-letter.ts";
import { lastNoticeFactsOf } from "./last-notice-facts.ts";
import type { LastNoticeChoice } from "./last-notice-facts.ts";
import type { Asks, Loaded, MailDraft, UseCase } from "./use-case.ts";
import type { AccountUnknown, DoneView } from "./view-parts.ts";

export type PrepareDraftInput = {
  readonly account: string;
  /** The mail of this debtor that is open, whose thread the draft goes on with; null: the last one filed. */
  readonly replyTo: Message | null;
  /** 32 random hexadecimal digits: candidates for the draft's reference are made of them, and asked for beforehand. */
  readonly salt: string;
  /** Drafts the last notice that is due, as the user chose; else the act that the plan proposes. */
  readonly lastNotice?: LastNoticeChoice;
};

export type PrepareDraftView = DoneView & {
  readonly draft: string;
  readonly mail: MailDraft;
};

export type PrepareDraftRefusal =
  | AccountUnknown
  | DraftRefusal
  | { readonly type: "no-creditor" }
  | { readonly type: "nothing-due"; readonly reasons: readonly Reason[] }
  | { readonly type: "no-recipient" }
  | { readonly type: "payments-never-known" }
  | { readonly type: "call-first" }
  /** A draft prepared earlier is neither sent nor discarded: two would ask twice for the same money. */
  | { readonly type: "draft-waits"; readonly draft: string }
  | { readonly type: "references-taken" }
  | { readonly type: "no-last-notice-due" }
  /** The step goes out as a letter: it is printed. */
  | { readonly type: "on-paper" };

/**
 * Drafts the next step: the text of the plan's act, to the right person, under the right thread. It lies in the user's
 * Drafts; nothing is sent.
 */
export const prepareDraft: UseCase<PrepareDraftInput, PrepareDraftView, PrepareDraftRefusal> = {
  name: "prepare-draft",
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
    const proposed =
      choice === null
        ? plan.act
        : [plan.act, ...plan.others].find(({ step }) => step === "last-notice");
    if (proposed === undefined) return err({ type: "no-last-notice-due" });
    const act = oneAccountToPay(proposed, state);
    if (isPaperStep(act.step)) return err({ type: "on-paper" });
    if (act.step === "call" && !state.exchanges.some((one) => one.kind === "call")) {
      return err({ type: "call-first" });
    }
    const waiting = state.drafts.find(isWaitingStep);
    if (waiting !== undefined) return err({ type: "draft-waits", draft: waiting.draft });
    const paymentsKnownOn = loaded.creditor.paymentsKnown?.asOf;
    if (paymentsKnownOn === undefined) return err({ type: "payments-never-known" });
    const reference = freeReference(loaded, input.salt);
    if (reference === null) return err({ type: "references-taken" });
    // A last notice stands by itself: it goes on with no thread and quotes none.
    const thread =
      act.step === "last-notice" ? freshThread(state) : threadOf(state, input.replyTo, creditor);
    if (thread.to.length === 0) return err({ type: "no-recipient" });
    const files = invoiceFilesOf(state, act);
    const text = draftText(
      draftFactsOf(act, {
        state,
        balances,
        creditor,
        paymentsKnownOn,
        today: facts.today,
        reference,
        attachments: files.map((file) => file.name),
        recipients: [...thread.to, ...thread.cc],
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
      }),
      ownWordsOf(loaded.creditor, act.step, state.debtor?.language ?? "fr"),
    );
    if (!text.ok) return text;
    const draft = idOfChance("draft", chanceAt(facts, 1));
    const from = creditor.addresses[0] ?? "";
    const mail = mailOf(text.value, { from, thread, reference, chance: chanceAt(facts, 2), files });
    const { messageId, subject, to } = mail;
    const prepared = { draft, on: facts.today, reference, messageId, subject, to };
    const event = preparedEntry(act, state, prepared);
    const words = MAIL_WORDS[facts.language];
    const name = foreign(state.debtor?.name ?? state.account);
    const decision = done(
      { accounts: new Map([[state.account, [event]]]) },
      words.draftReady(own(recoveryWords[facts.language].steps[act.step]), name),
      facts,
    );
    return ok({
      ...decision,
      view: { ...decision.view, draft, mail },
      acts: [{ kind: "save-draft", key: draft, draft: mail }],
    });
  },
};

export type DraftInput = { readonly account: string; readonly draft: string };
const asksOfDraft = ({ account, draft }: DraftInput): Asks => ({
  accounts: [account],
  keys: [draftKey(draft)],
  search: false,
});

export type DraftActRefusal =
  | AccountUnknown
  | { readonly type: "draft-unknown"; readonly draft: string }
  | { readonly type: "draft-not-waiting"; readonly draft: string };

/** The user says it went: the step counts as taken today, in every account of a group. Found in Sent later, it gains its bytes. */
export const declareSent: UseCase<DraftInput, DoneView, DraftActRefusal> = {
  name: "declare-sent",
  asks: asksOfDraft,
  decide: ({ account, draft }, loaded, facts) => {
    const found = waitingDraft(loaded.accounts.get(account), account, draft);
    if (!found.ok) return found;
    const events = ofEach(loaded, draft, (one, state) =>
      stepsOfDraft(one, state, facts.today, "declared", null),
    );
    const word = draftWord(found.value.step, facts.language);
    return ok(done({ accounts: events }, MAIL_WORDS[facts.language].declaredSent(word), facts));
  },
};

export const discardDraft: UseCase<DraftInput, DoneView, DraftActRefusal> = {
  name: "discard-draft",
  asks: asksOfDraft,
  decide: ({ account, draft }, loaded, facts) => {
    const found = waitingDraft(loaded.accounts.get(account), account, draft);
    if (!found.ok) return found;
    const events = ofEach(loaded, draft, (one, { documents }) => [
      { type: "draft-discarded", data: { draft, on: facts.today } },
      // A letter that never went proves nothing: its page leaves the file, its bytes stay.
      ...pagesOf(one, documents).map(({ document }): AccountEvent => ({
        type: "document-removed",
        data: { document, reason: PRINT_WORDS[facts.language].dropped },
      })),
    ]);
    const text = MAIL_WORDS[facts.language].draftDiscarded;
    const decision = done({ accounts: events }, text, facts);
    return ok({ ...decision, acts: [{ kind: "discard-draft", key: draft }] });
  },
};

/** A draft to a group waits in the account of each member, and is sent or discarded in all of them. */
const ofEach = (
  loaded: Loaded,
  draft: string,
  say: (waiting: Draft, state: AccountState) => readonly AccountEvent[],
): ReadonlyMap<string, readonly AccountEvent[]> => {
  const events = new Map<string, readonly AccountEvent[]>();
  for (const state of loaded.accounts.values()) {
    const waiting = state.drafts.find((one) => one.draft === draft && one.state === "prepared");
    if (waiting !== undefined) events.set(state.account, say(waiting, state));
  }
  return events;
};

const waitingDraft = (
  state: AccountState | undefined,
  account: string,
  draft: string,
): Result<AccountState["drafts"][number], DraftActRefusal> => {
  if (state === undefined) return err({ type: "account-unknown", account });
  const found = state.drafts.find((one) => one.draft === draft);
  if (found === undefined) return err({ type: "draft-unknown", draft });
  return found.state === "prepared" ? ok(found) : err({ type: "draft-not-waiting", draft });
};
