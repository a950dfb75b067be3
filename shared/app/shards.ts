import { emptyAccount } from "#shared/claims/account.ts";
import type { AccountState } from "#shared/claims/account.ts";
import { emptyCreditor } from "#shared/claims/creditor.ts";
import type { CreditorState } from "#shared/claims/creditor.ts";
import { evolveCreditor } from "#shared/claims/evolve-creditor.ts";
import { evolveAccount } from "#shared/claims/evolve.ts";
import type { Entry, EntryHeader } from "#shared/ledger/entry.ts";
import { eraseEntry } from "#shared/ledger/merge.ts";
import { compareEntries, comparePlaces } from "#shared/ledger/order.ts";
import { readEvent } from "#shared/ledger/schema-registry.ts";
import {
  ENTRY_VOIDED,
  NO_VOIDS,
  PAYLOAD_ERASED,
  erasedBy,
  isVoided,
  voidsOf,
} from "#shared/ledger/voiding.ts";
import { ACCOUNT_EVENTS, CREDITOR_EVENTS } from "./registry.ts";
import { accountOfStream } from "./streams.ts";

/** Batches voided as one, with the entry that voids each: they concern entries of every shard. */
export type VoidedBatches = ReadonlyMap<string, Entry>;

/**
 * State is disposable and sharded by account: a shard holds the entries of one account in the ledger's order and the
 * state they fold into. Both drivers keep shards and nothing else, so an account is refolded from its own shard alone.
 */
export type Shard = {
  readonly account: string;
  readonly entries: readonly Entry[];
  readonly state: AccountState;
};

/** The streams that are not an account's: always loaded, small. */
export type CreditorShard = {
  readonly entries: readonly Entry[];
  readonly state: CreditorState;
  readonly voidedBatches: VoidedBatches;
};

export const emptyCreditorShard = (): CreditorShard => ({
  entries: [],
  state: emptyCreditor(),
  voidedBatches: new Map(),
});

/** Folds a shard's entries (in any order, duplicates allowed) from nothing. */
export const foldShard = (
  account: string,
  entries: readonly Entry[],
  voidedBatches: VoidedBatches,
): Shard => {
  const ordered = withoutErased(orderEntries(entries));
  const batches = { entries: NO_VOIDS.entries, batches: voidedBatches };
  // A void that was itself undone with its batch no longer takes anything away.
  const standing = ordered.filter((entry) => !isVoided(entry, batches));
  const voids = { entries: voidsOf(standing).entries, batches: voidedBatches };
  let state = emptyAccount(account);
  for (const entry of ordered) if (!isVoided(entry, voids)) state = tellAccount(state, entry);
  return { account, entries: ordered, state };
};

/** Where an entry stands in the ledger's order: enough to see whether later ones merely follow. */
export type Place = Pick<EntryHeader, "tick" | "writer" | "sequence"> & { readonly hash: string };

export const placeOf = (entry: Entry): Place => ({
  tick: entry.header.tick,
  writer: entry.header.writer,
  sequence: entry.header.sequence,
  hash: entry.hash,
});

/**
 * Tells an account entries that all come after what it knows and undo nothing. Null where they do not (a merge brought
 * older ones, an act was undone): then the shard is folded again from its entries; an account is small.
 */
export const tellInOrder = (
  state: AccountState,
  last: Place | null,
  added: readonly Entry[],
  voidedBatches: VoidedBatches,
): AccountState | null => {
  let told = state;
  let before = last;
  for (const entry of orderEntries(added)) {
    const batch = batchOf(entry);
    if (entry.header.type === ENTRY_VOIDED || entry.header.type === PAYLOAD_ERASED) return null;
    if (batch !== null && voidedBatches.has(batch)) return null;
    const place = placeOf(entry);
    if (before !== null && comparePlaces(before, place) >= 0) return null;
    told = tellAccount(told, entry);
    before = place;
  }
  return told;
};

export const growCreditorShard = (shard: CreditorShard, added: readonly Entry[]): CreditorShard => {
  const ordered = withoutErased(orderEntries([...shard.entries, ...added]));
  const voids = voidsOf(ordered);
  let state = emptyCreditor();
  for (const entry of ordered) if (!isVoided(entry, voids)) state = tellCreditor(state, entry);
  return { entries: ordered, state, voidedBatches: voids.batches };
};

/** The same for the creditor's streams: null where they are to be folded again from all their entries. */
export const tellCreditorInOrder = (
  state: CreditorState,
  last: Place | null,
  added: readonly Entry[],
  voidedBatches: VoidedBatches,
): CreditorState | null => {
  let told = state;
  let before = last;
  for (const entry of orderEntries(added)) {
    const batch = batchOf(entry);
    if (entry.header.type === ENTRY_VOIDED || entry.header.type === PAYLOAD_ERASED) return null;
    if (batch !== null && voidedBatches.has(batch)) return null;
    const place = placeOf(entry);
    if (before !== null && comparePlaces(before, place) >= 0) return null;
    told = tellCreditor(told, entry);
    before = place;
  }
  return told;
};

/** Parts entries by the shard they belong to; the creditor's streams stand under null. */
export const entriesByShard = (
  entries: readonly Entry[],
): ReadonlyMap<string | null, readonly Entry[]> => {
  const parts = new Map<string | null, Entry[]>();
  for (const entry of entries) {
    const account = accountOfStream(entry.header.stream);
    const part = parts.get(account);
    if (part === undefined) parts.set(account, [entry]);
    else part.push(entry);
  }
  return parts;
};

export const batchOf = (entry: Entry): string | null =>
  entry.body.kind === "kept" ? (entry.body.payload.batch ?? null) : null;

const orderEntries = (entries: readonly Entry[]): readonly Entry[] => {
  const byHash = new Map<string, Entry>();
  for (const entry of entries) {
    const known = byHash.get(entry.hash);
    if (known === undefined || (known.body.kind === "withheld" && entry.body.kind !== "withheld")) {
      byHash.set(entry.hash, entry);
    } else if (entry.body.kind === "erased") byHash.set(entry.hash, entry);
  }
  return [...byHash.values()].sort(compareEntries);
};

/** Words that the law took away go from here too, whether or not the store has already dropped them. */
const withoutErased = (entries: readonly Entry[]): readonly Entry[] => {
  const erased = erasedBy(entries);
  return erased.size === 0
    ? entries
    : entries.map((entry) => (erased.has(entry.hash) ? eraseEntry(entry) : entry));
};

const tellAccount = (state: AccountState, entry: Entry): AccountState => {
  // What the log says of itself, and words that the law took away, change no account.
  if (entry.header.type === ENTRY_VOIDED || entry.header.type === PAYLOAD_ERASED) return state;
  if (entry.body.kind === "erased") return state;
  const read = readEvent(ACCOUNT_EVENTS, entry);
  const note = { hash: entry.hash, at: entry.header.at, by: entry.header.by };
  if (read.kind === "known") return evolveAccount(state, read.event, note);
  return {
    ...state,
    deferred: [...state.deferred, { type: entry.header.type, reason: read.reason, entry: note }],
  };
};

const tellCreditor = (state: CreditorState, entry: Entry): CreditorState => {
  if (entry.header.type === ENTRY_VOIDED || entry.header.type === PAYLOAD_ERASED) return state;
  if (entry.body.kind === "erased") return state;
  const read = readEvent(CREDITOR_EVENTS, entry);
  const note = { hash: entry.hash, at: entry.header.at, by: entry.header.by };
  if (read.kind === "known") return evolveCreditor(state, read.event, note);
  return {
    ...state,
    deferred: [...state.deferred, { type: entry.header.type, reason: read.reason }],
  };
};
