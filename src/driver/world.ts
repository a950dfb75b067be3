import { keysOfAccount } from "#shared/app/index-keys.ts";
import type { StoreFault } from "#shared/app/ports.ts";
import { searchRowsOf } from "#shared/app/search-rows.ts";
import type { SearchRow } from "#shared/app/search-rows.ts";
import {
  batchOf,
  emptyCreditorShard,
  entriesByShard,
  foldShard,
  growCreditorShard,
  placeOf,
  tellInOrder,
} from "#shared/app/shards.ts";
import type { CreditorShard, Place, VoidedBatches } from "#shared/app/shards.ts";
import type { AccountState } from "#shared/claims/account.ts";
import { ok } from "#shared/kernel/result.ts";
import type { Result } from "#shared/kernel/result.ts";
import type { Entry } from "#shared/ledger/entry.ts";
import { comparePlaces } from "#shared/ledger/order.ts";

/**
 * What a page holds in memory, all disposable: of every account how it is found and how far it was told; of those that
 * were asked for, their state. Entries themselves stay in the store; an account's are read back only when it must be
 * folded again.
 */
export type HeldAccount = {
  readonly last: Place | null;
  /** The batches of its entries, each between line feeds: which accounts an undone batch touches is read here. */
  readonly batches: string;
  readonly keys: readonly string[];
};

export type World = {
  readonly held: Map<string, HeldAccount>;
  readonly states: Map<string, AccountState>;
  readonly accountsByKey: Map<string, Set<string>>;
  creditor: CreditorShard;
  searchRows: readonly SearchRow[] | null;
};

export const emptyWorld = (): World => ({
  held: new Map(),
  states: new Map(),
  accountsByKey: new Map(),
  creditor: emptyCreditorShard(),
  searchRows: null,
});

/** What the world reads back when it needs it; answers every account that was asked for. */
export type ReadBack = {
  /** Puts the states of these held accounts into `world.states`. */
  readonly states: (world: World, accounts: readonly string[]) => Promise<Result<null, StoreFault>>;
  /** All entries of these accounts that had arrived before. */
  readonly shards: (
    accounts: readonly string[],
  ) => Promise<Result<ReadonlyMap<string, readonly Entry[]>, StoreFault>>;
};

/** What of the world is new, and which entries made it so. */
export type Absorbed = {
  readonly accounts: ReadonlyMap<string, AbsorbedAccount>;
  readonly creditorChanged: boolean;
};

/** `whole`: these are all entries of the account, folded again; else those that follow what was told before. */
export type AbsorbedAccount = { readonly whole: boolean; readonly entries: readonly Entry[] };

/** Takes newly arrived entries into the world: all of them, or, where something cannot be read back, none. */
export const absorb = async (
  world: World,
  entries: readonly Entry[],
  readBack: ReadBack,
): Promise<Result<Absorbed, StoreFault>> => {
  const parts = entriesByShard(entries);
  const creditorEntries = parts.get(null) ?? [];
  const creditor =
    creditorEntries.length === 0
      ? world.creditor
      : growCreditorShard(world.creditor, creditorEntries);
  const { voidedBatches } = creditor;
  const again = accountsOfBatches(
    world,
    changedBatches(world.creditor.voidedBatches, voidedBatches),
  );
  const grown = [...parts.keys()].filter(
    (account): account is string =>
      account !== null && world.held.has(account) && !again.has(account),
  );
  const read = await readBack.states(world, grown);
  if (!read.ok) return read;

  const told = new Map<string, AccountState>();
  for (const [account, added] of parts) {
    if (account === null || again.has(account)) continue;
    const state = world.states.get(account);
    const last = world.held.get(account)?.last ?? null;
    const next = state === undefined ? null : tellInOrder(state, last, added, voidedBatches);
    if (next === null) again.add(account);
    else told.set(account, next);
  }
  const old = await readBack.shards([...again].filter((account) => world.held.has(account)));
  if (!old.ok) return old;

  world.creditor = creditor;
  const accounts = new Map<string, AbsorbedAccount>();
  for (const [account, state] of told) {
    const added = parts.get(account) ?? [];
    const known = world.held.get(account);
    accounts.set(account, { whole: false, entries: added });
    hold(world, account, state, {
      last: lastPlace(added, known?.last ?? null),
      batches: withBatches(known?.batches ?? "\n", added),
    });
  }
  for (const account of again) {
    const all = [...(old.value.get(account) ?? []), ...(parts.get(account) ?? [])];
    const shard = foldShard(account, all, voidedBatches);
    accounts.set(account, { whole: true, entries: shard.entries });
    hold(world, account, shard.state, {
      last: lastPlace(shard.entries, null),
      batches: withBatches("\n", shard.entries),
    });
  }
  return ok({ accounts, creditorChanged: creditorEntries.length > 0 });
};

const hold = (
  world: World,
  account: string,
  state: AccountState,
  how: Omit<HeldAccount, "keys">,
): void => {
  holdHead(world, account, { ...how, keys: keysOfAccount(state) });
  world.states.set(account, state);
  world.searchRows = null;
};

/** Makes an account known by its head alone; its state is read when it is asked for. */
export const holdHead = (world: World, account: string, head: HeldAccount): void => {
  for (const key of world.held.get(account)?.keys ?? []) {
    const accounts = world.accountsByKey.get(key);
    accounts?.delete(account);
    if (accounts?.size === 0) world.accountsByKey.delete(key);
  }
  for (const key of head.keys) {
    const accounts = world.accountsByKey.get(key);
    if (accounts === undefined) world.accountsByKey.set(key, new Set([account]));
    else accounts.add(account);
  }
  world.held.set(account, head);
};

/** Kept with the state they are of, so that only accounts that changed are folded for search again. */
const rowsByState = new WeakMap<AccountState, readonly SearchRow[]>();

export const searchRowsOfWorld = (world: World): readonly SearchRow[] => {
  world.searchRows ??= [...world.states.values()].flatMap((state) => {
    const known = rowsByState.get(state);
    if (known !== undefined) return known;
    const rows = searchRowsOf(state);
    rowsByState.set(state, rows);
    return rows;
  });
  return world.searchRows;
};

const lastPlace = (entries: readonly Entry[], before: Place | null): Place | null => {
  let last = before;
  for (const entry of entries) {
    const place = placeOf(entry);
    if (last === null || comparePlaces(last, place) < 0) last = place;
  }
  return last;
};

const withBatches = (before: string, entries: readonly Entry[]): string => {
  const fresh = new Set<string>();
  for (const entry of entries) {
    const batch = batchOf(entry);
    if (batch !== null) fresh.add(batch);
  }
  let batches = before;
  for (const batch of fresh) if (!batches.includes(`\n${batch}\n`)) batches += `${batch}\n`;
  return batches;
};

/** Batches that are void now and were not, that no longer are, or that are void from another place on. */
const changedBatches = (before: VoidedBatches, after: VoidedBatches): readonly string[] =>
  [...new Set([...after.keys(), ...before.keys()])].filter(
    (batch) => after.get(batch)?.hash !== before.get(batch)?.hash,
  );

const accountsOfBatches = (world: World, batches: readonly string[]): Set<string> => {
  const accounts = new Set<string>();
  if (batches.length === 0) return accounts;
  for (const [account, held] of world.held) {
    if (batches.some((batch) => held.batches.includes(`\n${batch}\n`))) accounts.add(account);
  }
  return accounts;
};
