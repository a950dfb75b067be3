import type { Facts } from "#shared/app/use-case.ts";
import type { AccountDay } from "#shared/app/today-days.ts";
import type { Suggest, TodayRowView, TodayView } from "#shared/app/today-list.ts";
import type { CreditorShard, Place, Shard, VoidedBatches } from "#shared/app/shards.ts";
import type { AccountState } from "#shared/claims/account.ts";
import type { CreditorState } from "#shared/claims/creditor.ts";
import type { CalendarDate } from "#shared/kernel/calendar.ts";
import type { Entry } from "#shared/ledger/entry.ts";
import type { SentMail } from "#shared/recovery/contact-load.ts";
import type { TodayRow } from "#shared/recovery/today-row.ts";

/**
 * What writing needs of the core and reading does not: the folding of entries, which brings every event's schema, and the
 * list of today. It lies in a part of the script of its own; `LEDGER_CORE` (core.ts) is it.
 */
export type LedgerCore = {
  readonly foldShard: (
    account: string,
    entries: readonly Entry[],
    voidedBatches: VoidedBatches,
  ) => Shard;
  readonly tellInOrder: (
    state: AccountState,
    last: Place | null,
    added: readonly Entry[],
    voidedBatches: VoidedBatches,
  ) => AccountState | null;
  readonly tellCreditorInOrder: (
    state: CreditorState,
    last: Place | null,
    added: readonly Entry[],
    voidedBatches: VoidedBatches,
  ) => CreditorState | null;
  readonly growCreditorShard: (shard: CreditorShard, added: readonly Entry[]) => CreditorShard;
  readonly keysOfAccount: (state: AccountState) => readonly string[];
  readonly day: DayCore;
};

/** The list of today from what each account brings to it, kept account by account. */
export type DayCore = {
  /** The mails of an account that others with the same reader are counted with. */
  readonly mailsOf: (
    state: AccountState,
    creditor: CreditorState,
    today: CalendarDate,
  ) => readonly SentMail[];
  readonly daysOf: (
    states: Iterable<AccountState>,
    world: DayWorld,
  ) => ReadonlyMap<string, AccountDay>;
  /** `states`: of accounts whose rows are drawn anew. */
  readonly draw: (
    days: readonly AccountDay[],
    world: DayWorld,
    how: {
      readonly states: ReadonlyMap<string, AccountState>;
      readonly drawn: (row: TodayRow) => TodayRowView | null;
      readonly suggest: Suggest;
    },
  ) => TodayView;
};

export type DayWorld = {
  readonly ledger: string;
  readonly creditor: CreditorState;
  readonly facts: Omit<Facts, "chance">;
  /** Of all accounts. */
  readonly mails: Iterable<readonly SentMail[]>;
};
