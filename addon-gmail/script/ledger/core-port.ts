import type { CreditorShard, Place, Shard, VoidedBatches } from "#shared/app/shards.ts";
import type { AccountState } from "#shared/claims/account.ts";
import type { CreditorState } from "#shared/claims/creditor.ts";
import type { Entry } from "#shared/ledger/entry.ts";

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
};
