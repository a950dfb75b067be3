import type { AccountState } from "#shared/claims/account.ts";
import type { AccountBalances } from "#shared/claims/balances.ts";
import type { Look } from "#shared/claims/creditor.ts";
import type { CalendarDate } from "#shared/kernel/calendar.ts";
import type { Currency, Money } from "#shared/kernel/money.ts";
import type { AccountPlan, ExpectedAmount, ProposedAct } from "./proposal.ts";
import type { RecoveryContext } from "./context.ts";
import type { Reason } from "./reasons.ts";

/** Kinds of rows, in the order in which they stand. `clock` is for deadlines of law. */
export const ROW_WORDS = [
  "clock",
  "to-read",
  "broken",
  "promise",
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
  | { readonly type: "check-bank"; readonly promise: string | null }
  | { readonly type: "open-draft"; readonly draft: string }
  | { readonly type: "answer-dispute"; readonly dispute: string }
  | { readonly type: "log-call"; readonly act: ProposedAct }
  | { readonly type: "attach-sent-mail"; readonly act: string }
  | { readonly type: "open-account" };

export type TodayRow = {
  readonly word: RowWord;
  readonly account: string;
  /** Typed by people: foreign. The account's key where the debtor is unknown. */
  readonly name: string;
  readonly amounts: readonly Money[];
  readonly reason: Reason;
  readonly action: RowAction;
  readonly minutes: number;
  /** Order within the word: greater first. */
  readonly weight: number;
};

/** What one account brings to the list: plain data, so that a shard can be kept and joined with others. */
export type AccountToday = {
  readonly account: string;
  readonly name: string;
  readonly rows: readonly TodayRow[];
  /** Why nothing, where it has no row and still owes. */
  readonly silent: Reason | null;
  readonly nextOn: CalendarDate | null;
  readonly amounts: readonly ExpectedAmount[];
  readonly openInvoices: number;
};

export type TodayList = {
  readonly today: CalendarDate;
  readonly rows: readonly TodayRow[];
  readonly chips: Readonly<Record<Chip, number>>;
  readonly header: {
    readonly amounts: readonly {
      readonly currency: Currency;
      readonly expected: number;
      readonly overdue: number;
    }[];
    /** Debtors with something overdue. */
    readonly debtors: number;
    readonly minutes: number;
    readonly paymentsKnownOn: CalendarDate | null;
    readonly paymentsStale: boolean;
    readonly lastLook: Look | null;
  };
  readonly silent: readonly {
    readonly account: string;
    readonly name: string;
    readonly reason: Reason;
  }[];
  /** The next day after today on which something is due anywhere. */
  readonly nextOn: CalendarDate | null;
  /** Under 20 open invoices: no chips, no minutes. */
  readonly small: boolean;
};

export type TodayAccount = {
  readonly state: AccountState;
  readonly balances: AccountBalances;
  readonly plan: AccountPlan;
};

export const todayRows = (
  accounts: readonly TodayAccount[],
  _context: RecoveryContext,
): TodayList => {
  throw new Error(`not written yet: ${String(accounts.length)}`);
};
