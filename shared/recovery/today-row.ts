import type { CalendarDate } from "#shared/kernel/calendar.ts";
import type { Money } from "#shared/kernel/money.ts";
import type { ExpectedAmount, ProposedAct } from "./proposal.ts";
import type { Reason } from "./reasons.ts";

/** Kinds of rows, in the order in which they stand. `clock` is for deadlines of law, `check` for who says it has paid. */
export const ROW_WORDS = [
  "clock",
  "to-read",
  "broken",
  "promise",
  "check",
  "draft",
  "blocked",
  "reminder",
  "call",
  "exhibit",
] as const;
export type RowWord = (typeof ROW_WORDS)[number];

export const CHIPS = ["clocks", "to-read", "promises", "reminders", "calls"] as const;
export type Chip = (typeof CHIPS)[number];

/** The one thing to do about a row. */
export type RowAction =
  | { readonly type: "read"; readonly exchange: string }
  | { readonly type: "prepare-draft"; readonly act: ProposedAct }
  /** One mail for several debtors of a group, who share its reader. */
  | { readonly type: "prepare-group-draft"; readonly accounts: readonly string[] }
  | { readonly type: "check-bank"; readonly promise: string | null }
  /** It says that it has paid: the payment is entered, or payments are said to be known. */
  | { readonly type: "check-payment" }
  | { readonly type: "open-draft"; readonly draft: string }
  /** It may no longer go: it is in the way of what there is to do. */
  | { readonly type: "discard-draft"; readonly draft: string }
  | { readonly type: "answer-dispute"; readonly dispute: string }
  /** What the debtor asked of us, the oldest first. */
  | { readonly type: "answer-mails"; readonly exchanges: readonly string[] }
  /** Proceedings were announced, and nobody has noted the judgment from which the time to declare the claim runs. */
  | { readonly type: "record-insolvency" }
  | { readonly type: "log-call"; readonly act: ProposedAct }
  | { readonly type: "attach-sent-mail"; readonly act: string }
  | { readonly type: "open-account" };

/** What rows of several debtors have in common that makes them one thing to do. */
export type RowShare = {
  /** Rows of one word and key are joined. */
  readonly key: string;
  /** The group's name as typed; null: it has none. */
  readonly group: string | null;
};

export type RowMember = { readonly account: string; readonly name: string };

export type TodayRow = {
  readonly word: RowWord;
  /** Stable from one day's list to the next drawing of it, apart from those of other rows. */
  readonly key: string;
  /** Of several: the one that weighs most. */
  readonly account: string;
  /** Typed by people: foreign. The account's key where the debtor is unknown. Of several: the group's, where it has one. */
  readonly name: string;
  /** The debtors of a row of several, the one that weighs most first; empty: one debtor's. */
  readonly members: readonly RowMember[];
  readonly share: RowShare | null;
  /** Who among us it is for; null: nobody was named. */
  readonly owner: string | null;
  readonly amounts: readonly Money[];
  readonly reason: Reason;
  /** That its reader was written to lately, or often; null: neither. */
  readonly warning: Reason | null;
  readonly action: RowAction;
  readonly minutes: number;
  /** Order within the word: greater first. */
  readonly weight: number;
};

/** What one account brings to the list: plain data, so that a shard can be kept and joined with others. */
export type AccountToday = {
  readonly account: string;
  readonly name: string;
  /** Who among us follows this debtor. */
  readonly owner: string | null;
  readonly rows: readonly TodayRow[];
  /** Why nothing, where it has no row and still owes. */
  readonly silent: Reason | null;
  readonly nextOn: CalendarDate | null;
  readonly amounts: readonly ExpectedAmount[];
  readonly openInvoices: number;
  /** Of today's work: what is done. */
  readonly spent: DayWork;
};

/** Mails by what tells them apart: one to a group is an act in each of its accounts. */
export type DayWork = { readonly mails: readonly string[]; readonly calls: number };

/** Minutes that a row takes. */
export const MINUTES: Readonly<Record<RowWord, number>> = {
  clock: 2,
  "to-read": 1,
  broken: 2,
  promise: 1,
  check: 1,
  draft: 2,
  blocked: 2,
  reminder: 2,
  call: 5,
  exhibit: 2,
};

/** What a row says before it is named after its account. `owner` only where it is not the account's. */
export type RowFacts = Pick<TodayRow, "word" | "amounts" | "reason" | "action" | "weight"> & {
  readonly owner?: string | null;
  readonly share?: RowShare | null;
  readonly warning?: Reason | null;
};
