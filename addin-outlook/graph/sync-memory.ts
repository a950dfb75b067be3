import * as z from "zod/mini";
import type { CacheStore } from "#shared/app/ports.ts";
import { parseJson } from "#shared/ledger/canonical.ts";

/**
 * What a store remembers of the folder between two synchronisations. It is disposable: without it everything is listed
 * and compared again, which costs time and never an entry. It is of one writer: an emptied store has another.
 */
export type SyncMemory = {
  readonly ledger: string;
  readonly writer: string;
  /** Entries that had arrived in the store up to here are known to lie in the folder. */
  readonly arrival: number;
  /** How many entries had arrived before the first one of our tail. */
  readonly tailArrival: number;
  /** The store's own count of entries completed or erased after they arrived. */
  readonly rewritten: number;
  /** Files whose entries are all in the store, by path. */
  readonly files: Readonly<Record<string, KnownFile>>;
  /** Tags of the heads, by writer: an unchanged one says that its writer put nothing new here. */
  readonly headTags: Readonly<Record<string, string>>;
  /** The tag of our own head as it was last listed; null: none is there. */
  readonly ownHeadTag: string | null;
  /** What our head last told, as a ledger head. */
  readonly toldHead: string;
  /** Names of blobs that lie in the folder. */
  readonly blobs: readonly string[];
  /** Names of blobs that entries here rest on and that are not in the vault yet. */
  readonly wanted: readonly string[];
};

export type KnownFile = {
  readonly tag: string;
  readonly writer: string;
  readonly first: number;
  readonly count: number;
  /** Hash of the last entry; empty for a file that holds none. */
  readonly last: string;
};

const count = z.int().check(z.nonnegative());
const MEMORY_SCHEMA = z.object({
  ledger: z.string(),
  writer: z.string(),
  arrival: count,
  tailArrival: count,
  rewritten: count,
  files: z.record(
    z.string(),
    z.object({ tag: z.string(), writer: z.string(), first: count, count, last: z.string() }),
  ),
  headTags: z.record(z.string(), z.string()),
  ownHeadTag: z.nullable(z.string()),
  toldHead: z.string(),
  blobs: z.array(z.string()),
  wanted: z.array(z.string()),
});

export const emptyMemory = (ledger: string, writer: string): SyncMemory => ({
  ledger,
  writer,
  arrival: 0,
  tailArrival: 0,
  rewritten: 0,
  files: {},
  headTags: {},
  ownHeadTag: null,
  toldHead: "",
  blobs: [],
  wanted: [],
});

/** Begins with none of the driver's own words. */
const rowKey = (ledger: string): string => `onedrive/${ledger}`;

/** Null where nothing is remembered, or only what another writer saw. */
export const readMemory = async (
  cache: CacheStore,
  ledger: string,
  writer: string,
): Promise<SyncMemory | null> => {
  const key = rowKey(ledger);
  const rows = await cache.read([key]);
  if (!rows.ok) return null;
  const memory = MEMORY_SCHEMA.safeParse(parseJson(rows.value.get(key) ?? ""));
  const isOurs = memory.success && memory.data.ledger === ledger && memory.data.writer === writer;
  return isOurs ? memory.data : null;
};

/** A cache that does not keep it costs time, nothing else. */
export const keepMemory = async (cache: CacheStore, memory: SyncMemory): Promise<void> => {
  await cache.write(new Map([[rowKey(memory.ledger), JSON.stringify(memory)]]));
};
