import { keysOfAccount } from "#shared/app/index-keys.ts";
import { searchRowsOf } from "#shared/app/search-rows.ts";
import type { SearchRow } from "#shared/app/search-rows.ts";
import {
  emptyCreditorShard,
  entriesByShard,
  foldShard,
  growCreditorShard,
  placeOf,
  tellInOrder,
} from "#shared/app/shards.ts";
import type { CreditorShard, Place, VoidedBatches } from "#shared/app/shards.ts";
import type { AccountState } from "#shared/claims/account.ts";
import type { Entry } from "#shared/ledger/entry.ts";
import { comparePlaces } from "#shared/ledger/order.ts";
import { ENTRY_VOIDED } from "#shared/ledger/voiding.ts";
import { lineOfEntry, parseEntryLine } from "#shared/ledger/entry.ts";

/**
 * What a page holds in memory: every account's state, the index and the search rows over them, all disposable. Entries
 * themselves stay in the store; an account's are read back only when it must be folded again.
 */
export type HeldAccount = {
  readonly state: AccountState;
  readonly last: Place | null;
  readonly keys: readonly string[];
  readonly rows: readonly SearchRow[];
};

export type World = {
  readonly accounts: Map<string, AccountState>;
  readonly held: Map<string, HeldAccount>;
  readonly accountsByKey: Map<string, Set<string>>;
  creditor: CreditorShard;
  searchRows: readonly SearchRow[] | null;
};

export const emptyWorld = (): World => ({
  accounts: new Map(),
  held: new Map(),
  accountsByKey: new Map(),
  creditor: emptyCreditorShard(),
  searchRows: null,
});

/** Reads the lines of one account back from the store. */
export type ReadShard = (account: string) => Promise<readonly Entry[] | null>;

export type Absorbed = {
  /** Entries newly told, by account: what the cached shard rows grow by. */
  readonly addedByAccount: ReadonlyMap<string, readonly Entry[]>;
  /** Accounts whose rows are written whole, since older entries came in or some no longer count. */
  readonly refolded: ReadonlyMap<string, readonly Entry[]>;
  readonly creditorChanged: boolean;
};

/** Takes newly arrived entries into the world. */
export const absorb = async (
  world: World,
  entries: readonly Entry[],
  readShard: ReadShard,
): Promise<Absorbed> => {
  const parts = entriesByShard(entries);
  const addedByAccount = new Map<string, readonly Entry[]>();
  const refolded = new Map<string, readonly Entry[]>();
  const creditorEntries = parts.get(null) ?? [];
  const batchesBefore = world.creditor.voidedBatches;
  if (creditorEntries.length > 0) {
    world.creditor = growCreditorShard(world.creditor, creditorEntries);
  }
  const again = new Set<string>(accountsOfVoids(world.creditor, batchesBefore));
  for (const [account, added] of parts) {
    if (account === null) continue;
    const known = world.held.get(account);
    const told =
      known === undefined || again.has(account)
        ? null
        : tellInOrder(known.state, known.last, added, world.creditor.voidedBatches);
    if (told === null) {
      again.add(account);
    } else {
      addedByAccount.set(account, added);
      hold(world, account, told, lastPlace(added, known?.last ?? null));
    }
  }
  for (const account of again) {
    const old = world.held.has(account) ? ((await readShard(account)) ?? []) : [];
    const shard = foldShard(
      account,
      [...old, ...(parts.get(account) ?? [])],
      world.creditor.voidedBatches,
    );
    refolded.set(account, shard.entries);
    hold(world, account, shard.state, lastPlace(shard.entries, null));
  }
  return { addedByAccount, refolded, creditorChanged: creditorEntries.length > 0 };
};

export const hold = (
  world: World,
  account: string,
  state: AccountState,
  last: Place | null,
): void => {
  for (const key of world.held.get(account)?.keys ?? []) {
    const accounts = world.accountsByKey.get(key);
    accounts?.delete(account);
    if (accounts?.size === 0) world.accountsByKey.delete(key);
  }
  const keys = keysOfAccount(state);
  for (const key of keys) {
    const accounts = world.accountsByKey.get(key);
    if (accounts === undefined) world.accountsByKey.set(key, new Set([account]));
    else accounts.add(account);
  }
  world.held.set(account, { state, last, keys, rows: searchRowsOf(state) });
  world.accounts.set(account, state);
  world.searchRows = null;
};

export const searchRowsOfWorld = (world: World): readonly SearchRow[] => {
  world.searchRows ??= [...world.held.values()].flatMap((account) => account.rows);
  return world.searchRows;
};

/** The text of a shard row: its entries' lines. */
export const textOfShard = (entries: readonly Entry[]): string =>
  entries.map((entry) => `${lineOfEntry(entry)}\n`).join("");

/** Null where the row is not what was written. */
export const entriesOfText = (text: string): readonly Entry[] | null => {
  const entries: Entry[] = [];
  for (const line of text.split("\n")) {
    if (line === "") continue;
    const entry = parseEntryLine(line);
    if (entry === null) return null;
    entries.push(entry);
  }
  return entries;
};

const lastPlace = (entries: readonly Entry[], before: Place | null): Place | null => {
  let last = before;
  for (const entry of entries) {
    const place = placeOf(entry);
    if (last === null || comparePlaces(last, place) < 0) last = place;
  }
  return last;
};

/** Accounts named by voids of batches that were not void before, or no longer are. */
const accountsOfVoids = (shard: CreditorShard, before: VoidedBatches): readonly string[] => {
  const changed = new Set(
    [...shard.voidedBatches.keys(), ...before.keys()].filter(
      (batch) => shard.voidedBatches.get(batch)?.hash !== before.get(batch)?.hash,
    ),
  );
  if (changed.size === 0) return [];
  const accounts: string[] = [];
  for (const { header, body } of shard.entries) {
    if (header.type !== ENTRY_VOIDED || body.kind !== "kept") continue;
    const { batch, accounts: named } = body.payload.data;
    if (typeof batch !== "string" || !changed.has(batch) || !Array.isArray(named)) continue;
    for (const account of named) if (typeof account === "string") accounts.push(account);
  }
  return accounts;
};
