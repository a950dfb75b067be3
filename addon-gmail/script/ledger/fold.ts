import { batchOf, emptyCreditorShard, entriesByShard, placeOf } from "#shared/app/shards.ts";
import type { Place, VoidedBatches } from "#shared/app/shards.ts";
import { emptyAccount } from "#shared/claims/account.ts";
import { ok } from "#shared/kernel/result.ts";
import type { Result } from "#shared/kernel/result.ts";
import type { Json } from "#shared/ledger/canonical.ts";
import { FIRST_PREVIOUS } from "#shared/ledger/entry.ts";
import type { Entry } from "#shared/ledger/entry.ts";
import { comparePlaces } from "#shared/ledger/order.ts";
import { ENTRY_VOIDED } from "#shared/ledger/voiding.ts";
import { accountOfStream } from "#shared/app/streams.ts";
import type { LedgerCore } from "./core-port.ts";
import { withPlaces } from "./rows.ts";
import type { AccountRow, CreditorRow, Places } from "./rows.ts";

/** What new entries make of the rows that they touch. */
export type Folded = {
  readonly creditor: CreditorRow;
  readonly creditorChanged: boolean;
  readonly rows: ReadonlyMap<string, AccountRow>;
};

export type FoldSource<Fault> = {
  /** The row as it was; null: no such account yet. */
  readonly row: (account: string) => Result<AccountRow | null, Fault>;
  /** All accounts that have entries of any of these batches. Reads every shard. */
  readonly accountsOfBatches: (batches: readonly string[]) => Result<readonly string[], Fault>;
  /** Every entry of the journal that lies in the segments of these places. */
  readonly entriesAt: (places: readonly Places[]) => Result<readonly Entry[], Fault>;
};

/**
 * Tells accounts the entries that follow what they know; an account that was told something else (an act was undone, a
 * payload erased) is folded again from its own segments.
 */
export const foldIn = <Fault>(
  core: LedgerCore,
  before: CreditorRow,
  entries: readonly Entry[],
  threads: readonly string[],
  source: FoldSource<Fault>,
): Result<Folded, Fault> => {
  const parts = entriesByShard(entries);
  const grown = growCreditor(core, before, parts.get(null) ?? [], source);
  if (!grown.ok) return grown;
  const creditor = grown.value;
  const voided = batchesOf(creditor.voided);
  const again = touchedByVoids(before.voided, creditor.voided, parts.get(null) ?? [], source);
  if (!again.ok) return again;
  const rows = new Map<string, AccountRow>();
  const toFold = new Map<string, { readonly row: AccountRow; readonly added: readonly Entry[] }>();
  for (const account of new Set([...parts.keys(), ...again.value])) {
    if (account === null) continue;
    const known = source.row(account);
    if (!known.ok) return known;
    const added = parts.get(account) ?? [];
    const row = known.value ?? emptyRow(account);
    if (known.value === null && added.length === 0) continue;
    const state = again.value.includes(account)
      ? null
      : core.tellInOrder(row.state, row.last, added, voided);
    if (state === null) toFold.set(account, { row, added });
    else rows.set(account, rowAfter(core, row, state, added, threads));
  }
  if (toFold.size > 0) {
    const read = source.entriesAt([...toFold.values()].map(({ row }) => row.places));
    if (!read.ok) return read;
    const shards = entriesByShard(read.value);
    for (const [account, { row, added }] of toFold) {
      const all = [...(shards.get(account) ?? []), ...added];
      rows.set(account, foldedRow(core, account, all, voided, [...threadsOf(row), ...threads]));
    }
  }
  return ok({ creditor, creditorChanged: parts.has(null), rows });
};

/** A row of all its entries. */
export const foldedRow = (
  core: LedgerCore,
  account: string,
  entries: readonly Entry[],
  voided: VoidedBatches,
  threads: readonly string[],
): AccountRow => {
  const shard = core.foldShard(account, entries, voided);
  return rowAfter(core, emptyRow(account), shard.state, shard.entries, threads);
};

/** The creditor's row of all entries of its streams. */
export const foldedCreditor = (core: LedgerCore, entries: readonly Entry[]): CreditorRow => {
  const shard = core.growCreditorShard(emptyCreditorShard(), entries);
  const voided = new Map<string, Place>();
  for (const [batch, entry] of shard.voidedBatches) voided.set(batch, placeOf(entry));
  return {
    last: lastPlace(null, shard.entries),
    places: withPlaces({}, bySequence(shard.entries)),
    voided,
    state: shard.state,
  };
};

/** Batches that are void, as the core takes them: of the entry that voids, its place alone counts. */
export const batchesOf = (voided: ReadonlyMap<string, Place>): VoidedBatches =>
  new Map([...voided].map(([batch, place]) => [batch, entryAt(place)]));

const growCreditor = <Fault>(
  core: LedgerCore,
  before: CreditorRow,
  added: readonly Entry[],
  source: FoldSource<Fault>,
): Result<CreditorRow, Fault> => {
  if (added.length === 0) return ok(before);
  const state = core.tellCreditorInOrder(
    before.state,
    before.last,
    added,
    batchesOf(before.voided),
  );
  if (state !== null) {
    return ok({
      ...before,
      state,
      last: lastPlace(before.last, added),
      places: withPlaces(before.places, added),
    });
  }
  const read = source.entriesAt([before.places]);
  if (!read.ok) return read;
  const own = read.value.filter(({ header }) => accountOfStream(header.stream) === null);
  return ok(foldedCreditor(core, [...own, ...added]));
};

/** Accounts of batches that are void now and were not, or no longer are. */
const touchedByVoids = <Fault>(
  before: ReadonlyMap<string, Place>,
  after: ReadonlyMap<string, Place>,
  added: readonly Entry[],
  source: FoldSource<Fault>,
): Result<readonly string[], Fault> => {
  const changed = new Set(
    [...before.keys(), ...after.keys()].filter(
      (batch) => before.get(batch)?.hash !== after.get(batch)?.hash,
    ),
  );
  if (changed.size === 0) return ok([]);
  const named = new Set<string>();
  for (const { header, body } of added) {
    if (header.type !== ENTRY_VOIDED || body.kind !== "kept") continue;
    const { batch, accounts } = body.payload.data;
    if (typeof batch !== "string" || !Array.isArray(accounts) || accounts.length === 0) continue;
    // The void says where its batch has entries; one that was itself undone says it of nothing.
    if (changed.delete(batch))
      for (const account of accounts as readonly Json[])
        if (typeof account === "string") named.add(account);
  }
  if (changed.size === 0) return ok([...named]);
  const found = source.accountsOfBatches([...changed]);
  return found.ok ? ok([...new Set([...named, ...found.value])]) : found;
};

const emptyRow = (account: string): AccountRow => ({
  keys: [],
  last: null,
  places: {},
  batches: [],
  state: emptyAccount(account),
});

const THREAD = "thread:";

const threadsOf = ({ keys }: AccountRow): readonly string[] =>
  keys.filter((key) => key.startsWith(THREAD)).map((key) => key.slice(THREAD.length));

const rowAfter = (
  core: LedgerCore,
  before: AccountRow,
  state: AccountRow["state"],
  added: readonly Entry[],
  threads: readonly string[],
): AccountRow => {
  const batches = new Set(before.batches);
  for (const entry of added) {
    const batch = batchOf(entry);
    if (batch !== null) batches.add(batch);
  }
  const known = [...threadsOf(before), ...threads].map((thread) => THREAD + thread);
  return {
    keys: [...new Set([...core.keysOfAccount(state), ...known])],
    last: lastPlace(before.last, added),
    places: withPlaces(before.places, bySequence(added)),
    batches: [...batches],
    state,
  };
};

const bySequence = (entries: readonly Entry[]): readonly Entry[] =>
  [...entries].sort((a, b) => a.header.sequence - b.header.sequence);

const lastPlace = (before: Place | null, entries: readonly Entry[]): Place | null => {
  let last = before;
  for (const entry of entries) {
    const place = placeOf(entry);
    if (last === null || comparePlaces(last, place) < 0) last = place;
  }
  return last;
};

const entryAt = ({ hash, tick, writer, sequence }: Place): Entry => ({
  hash,
  header: {
    ledger: "",
    writer,
    sequence,
    stream: "",
    type: ENTRY_VOIDED,
    version: 1,
    tick,
    at: "",
    by: "",
    previous: FIRST_PREVIOUS,
    blobs: [],
    commitment: "",
  },
  body: { kind: "withheld" },
});
