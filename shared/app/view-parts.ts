import type { AnswerKind } from "./draft-choice.ts";
import type { CalendarDate } from "#shared/kernel/calendar.ts";
import type { Own, Shown } from "#shared/kernel/text.ts";
import type { Sentence } from "#shared/locales/locale.ts";

/**
 * A view model holds every word and figure of a screen, ready to show, and what can be done on it. Each face lays it out
 * as its host deserves; none formats an amount, words a reason or decides what may be done.
 */

/** Where a screen can lead, and what it can do. Ids only: whatever runs it reads the facts again. */
export type ScreenAction =
  | { readonly go: "today" }
  | { readonly go: "aged" }
  | { readonly go: "search"; readonly query: string }
  | { readonly go: "settings" }
  | { readonly go: "import" }
  | { readonly go: "first-run" }
  | { readonly go: "calendar" }
  | { readonly go: "silent" }
  | { readonly go: "account"; readonly account: string }
  | { readonly go: "claim"; readonly account: string }
  | { readonly go: "timeline"; readonly account: string }
  | { readonly go: "law"; readonly account: string; readonly page: LawPage }
  /** A mail of the mailbox, or one already filed. */
  | { readonly go: "message"; readonly messageId: string }
  /** Opens a form of the face; `subject` is the id of what it corrects, null to enter anew. */
  | {
      readonly form: FormKind;
      readonly account: string | null;
      readonly subject: string | null;
      /** Accounts for which the same is entered by the same click. */
      readonly also?: readonly string[];
    }
  | { readonly act: "looked"; readonly accounts: readonly string[] }
  | { readonly act: "payments-known"; readonly asOf: CalendarDate }
  | { readonly act: "prepare-draft"; readonly account: string }
  /** The letter or the formal notice that is due, or that was printed and has not gone. */
  | { readonly act: "print-letter"; readonly account: string }
  /** A message that is no step; see answer-draft.ts. */
  | { readonly act: "prepare-answer"; readonly account: string; readonly answer: AnswerKind }
  /** One mail to the members of a group who share a contact. */
  | { readonly act: "prepare-group-draft"; readonly accounts: readonly string[] }
  /** All drafts of today: at once where the host writes drafts by itself, else one form after another. */
  | {
      readonly act: "prepare-drafts";
      readonly accounts: readonly string[];
      /** Debtors written to in one mail, each list by itself. */
      readonly groups?: readonly (readonly string[])[];
      readonly oneByOne: boolean;
    }
  | { readonly act: "declare-sent"; readonly account: string; readonly draft: string }
  | { readonly act: "discard-draft"; readonly account: string; readonly draft: string }
  | { readonly act: "put-off"; readonly account: string; readonly until: CalendarDate }
  | { readonly act: "lift-hold"; readonly account: string; readonly hold: string }
  /** Files a reply under what was read in it, in one click. */
  | { readonly act: "confirm-reading"; readonly account: string; readonly exchange: string }
  /** What the debtor asked in these mails was given elsewhere. */
  | {
      readonly act: "mark-answered";
      readonly account: string;
      readonly exchanges: readonly string[];
    }
  /** « Sans effet »: files replies without a tag, and the plan goes on. */
  | { readonly act: "leave-without-effect"; readonly replies: readonly RepliedIn[] }
  /** Files several replies under what was read in them, each for sure. */
  | { readonly act: "confirm-readings"; readonly replies: readonly RepliedIn[] }
  | { readonly act: "accept-discrepancy"; readonly account: string; readonly discrepancy: string }
  /** Undo: voids entries of one account's stream, or a whole batch. */
  | { readonly act: "void-entries"; readonly account: string; readonly entries: readonly string[] }
  | { readonly act: "void-batch"; readonly batch: string; readonly accounts: readonly string[] };

/** A reply filed in an account. */
export type RepliedIn = { readonly account: string; readonly exchange: string };

/** What the law makes of one debtor: its deadlines, what is due by law, the routes, what the file lacks. */
export const LAW_PAGES = ["clocks", "statement", "routes", "missing"] as const;
export type LawPage = (typeof LAW_PAGES)[number];

export type FormKind = LedgerForm | FileForm;

/** Forms of what happens every day. */
export type LedgerForm =
  | "debtor"
  | "contact"
  | "group"
  | "note"
  | "invoice"
  | "cancel-invoice"
  | "credit-note"
  | "cancel-credit-note"
  | "payment"
  | "allocate"
  | "reverse-payment"
  | "promise"
  | "withdraw-promise"
  | "dispute"
  | "resolve-dispute"
  | "instalments"
  | "end-instalments"
  | "hold"
  | "call"
  | "letter"
  | "meeting"
  | "document"
  | "waive-step"
  | "take-step"
  | "charge"
  | "waive-charge"
  | "put-off"
  | "retire-contact";

/** Forms of the debtor's file and of what the law makes of it: rarer, and drawn from a part of their own. */
export type FileForm =
  | "terms"
  | "invoicing-way"
  | "performance"
  | "sensitive-hold"
  | "lift-sensitive-hold"
  | "security"
  | "release-security"
  | "identity"
  | "payer"
  | "remove-payer"
  | "owner"
  | "charge-mode"
  | "plan"
  | "allocation-order"
  | "insurance"
  | "insurer-consent"
  | "entrust-dispute"
  | "set-off"
  | "agree-set-off"
  | "refuse-set-off"
  | "write-off"
  | "take-back-write-off"
  | "discount"
  | "return-payment"
  | "assign"
  | "end-assignment"
  | "hand-over"
  | "end-hand-over"
  | "insolvency"
  | "end-insolvency"
  | "interruption"
  | "suspension"
  | "legal-fact"
  | "stop-clock"
  | "letter-sent"
  | "letter-proof"
  | "accelerate"
  | "last-notice"
  | "answer-complaint"
  | "ask-approval"
  | "give-approval"
  | "refuse-approval";

/** A button or link. `key` is stable between two drawings of the screen: focus and tests hold on to it. */
export type ActionView = {
  readonly key: string;
  readonly label: Own;
  readonly action: ScreenAction;
};

/** A label and what stands beside it. */
export type FieldView = { readonly label: Own; readonly value: Shown | null };

/** What an empty screen teaches, and the way out of it. */
export type EmptyView = {
  readonly title: Own;
  readonly text: Own;
  readonly actions: readonly ActionView[];
};

/** One sentence, of our words and of theirs; `tone` colours it and is never its only sign. */
export type NoticeView = {
  readonly key: string;
  readonly tone: "info" | "good" | "warning" | "danger";
  readonly text: Sentence;
  readonly action: ActionView | null;
};

/** A fact's day and hour, and the buttons that renew it; a stale one always has one. */
export type FactLineView = {
  readonly text: Own;
  readonly stale: boolean;
  readonly actions: readonly ActionView[];
};

/** One balance or total: amounts of several currencies stand side by side and are never added. */
export type AmountsView = { readonly label: Own; readonly amounts: readonly Own[] };

/** What one act wrote: the batch it was written under, and the accounts it touched. */
export type WrittenBatch = { readonly batch: string; readonly accounts: readonly string[] };

/** What undoes an act; several acts of one click are undone by one click. */
export type UndoView = WrittenBatch & {
  readonly label: Own;
  readonly also?: readonly WrittenBatch[];
  /** What it takes back was itself a taking back: what was undone stands again. */
  readonly isRedo?: boolean;
};

/** What an act answers: one sentence for the screen, and how to take it back. */
export type DoneView = { readonly text: Sentence; readonly undo: UndoView | null };

/** An account that is not in this ledger (any longer). */
export type AccountUnknown = { readonly type: "account-unknown"; readonly account: string };

/** A sentence of the reasons for, or against, the next act. */
export type ReasonView = {
  readonly code: string;
  readonly tone: "info" | "warning" | "danger";
  readonly text: Sentence;
  /** The step is forbidden until this is settled; else it is said and no more. */
  readonly blocks: boolean;
};
