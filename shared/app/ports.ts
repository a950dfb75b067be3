import type { Result } from "#shared/kernel/result.ts";
import type { Tip } from "#shared/ledger/append.ts";
import type { Entry } from "#shared/ledger/entry.ts";
import type { Witness } from "#shared/ledger/heads.ts";
import type { MergeRefusal } from "#shared/ledger/merge.ts";

/**
 * What a host's storage must do, for hosts whose storage answers later (browser, Node). Gmail's is synchronous and has
 * its own driver over the same shards. One contract suite a port proves every adapter.
 */

/** Why storage did not do what was asked. Each is worded for people by locales; `detail` is for the diagnosis, never mail text. */
export type StoreFault =
  /** The browser or a policy forbids storage here. */
  | { readonly type: "storage-refused"; readonly detail: string }
  | { readonly type: "storage-full"; readonly detail: string }
  /** What was here is gone: the browser evicted it, or it was deleted. */
  | { readonly type: "storage-evicted"; readonly detail: string }
  /** Another tab runs a newer version and has changed the store; this one must be reloaded. */
  | { readonly type: "storage-upgraded"; readonly detail: string }
  /** Another tab still runs an older version and holds the store open: it must be closed or reloaded first. */
  | { readonly type: "storage-blocked"; readonly detail: string }
  /** A stored row is not what was written. */
  | { readonly type: "storage-corrupt"; readonly detail: string }
  /** The file or disk answered with an error. */
  | { readonly type: "storage-failed"; readonly detail: string };

/** Somebody else (another tab) appended first: load and decide again. */
export type StaleHead = { readonly type: "stale-head"; readonly tip: Tip };

/** How far a reader has read: the number of entries that had arrived in this store. */
export type Arrival = number;

/** What one reading found. */
export type Arrivals = {
  readonly entries: readonly Entry[];
  readonly arrival: Arrival;
  /** Rises when entries that had arrived before are completed or erased: whoever folded them must fold again. */
  readonly rewritten: number;
};

export type LedgerStore = {
  /** The ledger held here and where this store's own writer stands; null in a store that was never begun. */
  readonly tip: () => Promise<Result<Tip | null, StoreFault>>;
  /** Makes this store a writer of a ledger (new, or one about to be taken in). Refused by `stale-head` if already begun. */
  readonly begin: (tip: Tip) => Promise<Result<Tip, StaleHead | StoreFault>>;
  /** Appends own entries in one step, all or none, if the tip is still the expected one. */
  readonly append: (
    expected: Tip,
    entries: readonly Entry[],
  ) => Promise<Result<Tip, StaleHead | StoreFault>>;
  /** Entries that arrived after a point, in order of arrival, own and others'. 0 reads everything. */
  readonly readSince: (arrival: Arrival) => Promise<Result<Arrivals, StoreFault>>;
  /**
   * Takes in entries of other writers (a merge, a restore); those already here are left, save that a payload withheld
   * here is completed and one that the law took away is removed. Answers how many were new.
   */
  readonly takeIn: (
    entries: readonly Entry[],
  ) => Promise<
    Result<{ readonly added: number; readonly arrival: Arrival }, MergeRefusal | StoreFault>
  >;
  /** Removes the payloads of these entries (the law asked); headers stay. Absent hashes are left. */
  readonly erase: (hashes: readonly string[]) => Promise<Result<number, StoreFault>>;
  /** The texts of all segments as they lie here, by name: what a backup copies and a check reads byte for byte. */
  readonly segmentTexts: () => Promise<Result<ReadonlyMap<string, string>, StoreFault>>;
  /** The last head kept elsewhere that this store was told of (a backup made, an export): what `check` compares with. */
  readonly witness: () => Promise<Result<Witness | null, StoreFault>>;
  readonly keepWitness: (witness: Witness) => Promise<Result<null, StoreFault>>;
  /** Calls back when another tab appended or the store can no longer be used. Returns how to stop listening. */
  readonly onChange: (listener: () => void) => () => void;
  readonly close: () => void;
};

/** Bytes of evidence, named by the SHA-256 that the host computed. */
export type VaultStore = {
  /** Keeps bytes under their name; keeping the same bytes twice is once, and renews `keptAt`. Refused by `name-mismatch` if the name is not their hash. */
  readonly keep: (
    sha256: string,
    bytes: Uint8Array,
  ) => Promise<Result<null, StoreFault | { readonly type: "name-mismatch" }>>;
  /** Null where no such bytes are here. */
  readonly get: (sha256: string) => Promise<Result<Uint8Array | null, StoreFault>>;
  readonly names: () => Promise<
    Result<
      readonly { readonly sha256: string; readonly size: number; readonly keptAt: string }[],
      StoreFault
    >
  >;
  /**
   * Removes bytes; absent ones are no failure. With `keptUntil` (ISO 8601) they stay if they were kept again after it:
   * a sweep cannot take away what an act has just kept. Answers whether they went.
   */
  readonly remove: (sha256: string, keptUntil?: string) => Promise<Result<boolean, StoreFault>>;
  readonly close: () => void;
};

/** Disposable copies of what can be folded again from the log: losing them costs time, never facts. */
export type CacheStore = {
  /** Rows are texts by key. A cache of another version, or one that cannot be read, answers empty. */
  readonly readAll: (prefix: string) => Promise<Result<ReadonlyMap<string, string>, StoreFault>>;
  readonly read: (
    keys: readonly string[],
  ) => Promise<Result<ReadonlyMap<string, string>, StoreFault>>;
  /**
   * Writes and removes (null) rows in one step, all or none. With `still`, only while that row is what the writer last
   * saw (undefined: absent), so that two tabs never mix what they folded; refused by `row-moved`.
   */
  readonly write: (
    rows: ReadonlyMap<string, string | null>,
    still?: { readonly key: string; readonly text: string | undefined },
  ) => Promise<Result<null, StoreFault | { readonly type: "row-moved" }>>;
  readonly clear: () => Promise<Result<null, StoreFault>>;
};

/** What one installation keeps: opened together, and closed together by the `close` of any. */
export type Stores = {
  readonly ledger: LedgerStore;
  readonly vault: VaultStore;
  readonly cache: CacheStore;
};
