import { ok } from "#shared/kernel/result.ts";
import type { Result } from "#shared/kernel/result.ts";
import type { StoreFault, Stores, VaultStore } from "#shared/app/ports.ts";
import type { Entry, EntryHeader } from "#shared/ledger/entry.ts";

/** Bytes kept without an entry that names them are an act that stopped half way; it may still be going on. */
export const ORPHAN_DAYS = 7;
const DAY_MS = 24 * 60 * 60 * 1000;

export type Orphan = { readonly sha256: string; readonly size: number; readonly keptAt: string };

/** Blobs that no header has named for ORPHAN_DAYS. `now` is the wall time, ISO 8601 in UTC. */
export const orphansOf = async (
  vault: VaultStore,
  headers: Iterable<EntryHeader>,
  now: string,
): Promise<Result<readonly Orphan[], StoreFault>> => {
  const names = await vault.names();
  if (!names.ok) return names;
  const named = namedBlobs(headers);
  const until = new Date(Date.parse(now) - ORPHAN_DAYS * DAY_MS).toISOString();
  return ok(names.value.filter(({ sha256, keptAt }) => !named.has(sha256) && keptAt <= until));
};

/** Blobs that an entry names and the vault does not hold: each is shown as absent. Those of erased entries have gone. */
export const absentBlobsOf = async (
  vault: VaultStore,
  entries: readonly Pick<Entry, "header" | "body">[],
): Promise<Result<readonly string[], StoreFault>> => {
  const names = await vault.names();
  if (!names.ok) return names;
  const here = new Set(names.value.map(({ sha256 }) => sha256));
  const standing = entries.filter(({ body }) => body.kind !== "erased");
  const named = namedBlobs(standing.map(({ header }) => header));
  return ok([...named].filter((sha256) => !here.has(sha256)).sort());
};

/**
 * Removes the orphans. `exclusively` runs work while no other tab sweeps (Web Locks in a browser, the file's lock in
 * Node); an act that keeps an orphan again meanwhile wins all the same, since `remove` looks at `keptAt`.
 */
export const sweepVault = (
  stores: Stores,
  now: string,
  exclusively: <T>(work: () => Promise<T>) => Promise<T>,
): Promise<Result<readonly Orphan[], StoreFault>> =>
  exclusively(async () => {
    const read = await stores.ledger.readSince(0);
    if (!read.ok) return read;
    const headers = read.value.entries.map((entry) => entry.header);
    const orphans = await orphansOf(stores.vault, headers, now);
    if (!orphans.ok) return orphans;
    const removed: Orphan[] = [];
    for (const orphan of orphans.value) {
      const gone = await stores.vault.remove(orphan.sha256, orphan.keptAt);
      if (!gone.ok) return gone;
      if (gone.value) removed.push(orphan);
    }
    return ok(removed);
  });

/** Blobs that only erased entries name: the words were to go, and so were the bytes that said them. */
export const erasedBlobsOf = (entries: Iterable<Entry>): ReadonlySet<string> => {
  const erased = new Set<string>();
  const kept = new Set<string>();
  for (const { body, header } of entries)
    for (const { sha256 } of header.blobs) (body.kind === "erased" ? erased : kept).add(sha256);
  for (const sha256 of kept) erased.delete(sha256);
  return erased;
};

/** Removes what only erased entries name; answers the names of what was still here. */
export const removeErasedBlobs = async (
  stores: Stores,
): Promise<Result<readonly string[], StoreFault>> => {
  const read = await stores.ledger.readSince(0);
  if (!read.ok) return read;
  const removed: string[] = [];
  for (const sha256 of erasedBlobsOf(read.value.entries)) {
    const gone = await stores.vault.remove(sha256);
    if (!gone.ok) return gone;
    if (gone.value) removed.push(sha256);
  }
  return ok(removed);
};

const namedBlobs = (headers: Iterable<EntryHeader>): ReadonlySet<string> => {
  const named = new Set<string>();
  for (const { blobs } of headers) for (const { sha256 } of blobs) named.add(sha256);
  return named;
};
