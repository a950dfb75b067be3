import { err, ok } from "#shared/kernel/result.ts";
import type { Result } from "#shared/kernel/result.ts";
import type {
  CacheStore,
  LedgerStore,
  StaleHead,
  StoreFault,
  Stores,
  VaultStore,
} from "#shared/app/ports.ts";
import { compareText } from "#shared/kernel/text.ts";
import type { Tip } from "#shared/ledger/append.ts";
import type { Entry } from "#shared/ledger/entry.ts";
import type { Witness } from "#shared/ledger/heads.ts";
import { sha256OfBlob } from "./blob-hash.ts";
import { appendRefusal, appendRows, entriesSince, eraseRows, takeInRows } from "./segment-rows.ts";
import type { SegmentRow, Standing } from "./segment-rows.ts";
import { CLOSED, NOTHING_HERE } from "./store-faults.ts";

/** What a store in memory holds. Several stores may be opened over one place, as tabs are over one database. */
export type MemoryPlace = {
  standing: Standing | null;
  witness: Witness | null;
  /** In order of arrival. */
  rows: readonly SegmentRow[];
  readonly blobs: Map<string, { readonly bytes: Uint8Array; readonly keptAt: string }>;
  readonly cache: Map<string, string>;
  readonly listeners: Set<() => void>;
};

export const emptyMemoryPlace = (): MemoryPlace => ({
  standing: null,
  witness: null,
  rows: [],
  blobs: new Map(),
  cache: new Map(),
  listeners: new Set(),
});

export type MemoryOptions = {
  readonly place?: MemoryPlace;
  /** Wall time, ISO 8601 in UTC, for `keptAt`. */
  readonly now?: () => string;
};

/** Stores opened together are closed together. */
type Lease = {
  readonly settle: <T, E>(work: () => Result<T, E>) => Promise<Result<T, E | StoreFault>>;
  readonly close: () => void;
};

/** Stores that last as long as the program: for tests, for trying out, and where no storage is to be had. */
export const openMemoryStores = (options: MemoryOptions = {}): Stores => {
  const place = options.place ?? emptyMemoryPlace();
  const now = options.now ?? (() => new Date().toISOString());
  let closed = false;
  const lease: Lease = {
    // Begins at once, so that calls are done in the order in which they were made.
    settle: (work) =>
      new Promise((resolve) => {
        resolve(closed ? err(CLOSED) : work());
      }),
    close: () => {
      closed = true;
    },
  };
  return {
    ledger: memoryLedger(place, lease),
    vault: memoryVault(place, now, lease),
    cache: memoryCache(place, lease),
  };
};

const memoryLedger = (place: MemoryPlace, { settle, close }: Lease): LedgerStore => {
  const own = new Set<() => void>();
  const announce = (): void => {
    for (const listener of place.listeners) if (!own.has(listener)) listener();
  };
  return {
    tip: () => settle(() => ok(place.standing?.tip ?? null)),
    begin: (tip) =>
      settle(() => {
        if (place.standing !== null) {
          return err({ type: "stale-head" as const, tip: place.standing.tip });
        }
        place.standing = { tip, arrived: 0, rewritten: 0 };
        announce();
        return ok(tip);
      }),
    append: (expected, entries) =>
      settle(() => {
        const done = appendTo(place, expected, entries);
        if (done.ok && entries.length > 0) announce();
        return done;
      }),
    readSince: (arrival) =>
      settle(() => {
        const { standing } = place;
        if (standing === null) {
          return arrival === 0 ? ok({ entries: [], arrival: 0, rewritten: 0 }) : err(NOTHING_HERE);
        }
        const entries = entriesSince(place.rows, standing, arrival);
        if (!entries.ok) return entries;
        const { arrived, rewritten } = standing;
        return ok({ entries: entries.value, arrival: arrived, rewritten });
      }),
    takeIn: (entries) =>
      settle(() => {
        if (place.standing === null) return err(NOTHING_HERE);
        const step = takeInRows(place.standing, place.rows, entries);
        if (!step.ok) return step;
        write(place, step.value.standing, step.value.rows);
        if (step.value.rows.length > 0) announce();
        return ok({ added: step.value.added, arrival: step.value.standing.arrived });
      }),
    erase: (hashes) =>
      settle(() => {
        if (place.standing === null) return ok(0);
        const step = eraseRows(place.standing, place.rows, new Set(hashes));
        if (!step.ok) return step;
        write(place, step.value.standing, step.value.rows);
        if (step.value.rows.length > 0) announce();
        return ok(step.value.erased);
      }),
    segmentTexts: () => settle(() => ok(new Map(place.rows.map((row) => [row.name, row.text])))),
    witness: () => settle(() => ok(place.witness)),
    keepWitness: (witness) =>
      settle(() => {
        place.witness = witness;
        return ok(null);
      }),
    onChange: (listener) => {
      const call = (): void => {
        listener();
      };
      own.add(call);
      place.listeners.add(call);
      return () => {
        own.delete(call);
        place.listeners.delete(call);
      };
    },
    close: () => {
      close();
      for (const listener of own) place.listeners.delete(listener);
    },
  };
};

const appendTo = (
  place: MemoryPlace,
  expected: Tip,
  entries: readonly Entry[],
): Result<Tip, StaleHead | StoreFault> => {
  const refusal = appendRefusal(place.standing, expected);
  if (!refusal.ok || place.standing === null) return refusal;
  const step = appendRows(place.standing, place.rows[place.rows.length - 1] ?? null, entries);
  if (!step.ok) return step;
  write(place, step.value.standing, step.value.rows);
  return ok(step.value.standing.tip);
};

const write = (place: MemoryPlace, standing: Standing, rows: readonly SegmentRow[]): void => {
  if (rows.length > 0) {
    const byArrival = new Map(place.rows.map((row) => [row.arrival, row]));
    for (const row of rows) byArrival.set(row.arrival, row);
    place.rows = [...byArrival.values()].sort((a, b) => a.arrival - b.arrival);
  }
  place.standing = standing;
};

const memoryVault = (
  place: MemoryPlace,
  now: () => string,
  { settle, close }: Lease,
): VaultStore => ({
  keep: async (sha256, bytes) => {
    // Copied before the hash is awaited, so that what is kept is what was hashed.
    const copy = bytes.slice();
    const name = await sha256OfBlob(copy);
    return await settle(() => {
      if (name !== sha256) return err({ type: "name-mismatch" as const });
      place.blobs.set(sha256, { bytes: copy, keptAt: now() });
      return ok(null);
    });
  },
  get: (sha256) => settle(() => ok(place.blobs.get(sha256)?.bytes.slice() ?? null)),
  names: () =>
    settle(() =>
      ok(
        [...place.blobs]
          .map(([sha256, { bytes, keptAt }]) => ({ sha256, size: bytes.length, keptAt }))
          .sort((a, b) => compareText(a.sha256, b.sha256)),
      ),
    ),
  remove: (sha256, keptUntil) =>
    settle(() => {
      const blob = place.blobs.get(sha256);
      const stays = blob === undefined || (keptUntil !== undefined && blob.keptAt > keptUntil);
      return ok(!stays && place.blobs.delete(sha256));
    }),
  close,
});

const memoryCache = (place: MemoryPlace, { settle }: Lease): CacheStore => ({
  readAll: (prefix) =>
    settle(() => ok(new Map([...place.cache].filter(([key]) => key.startsWith(prefix))))),
  read: (keys) =>
    settle(() => {
      const rows = new Map<string, string>();
      for (const key of keys) {
        const row = place.cache.get(key);
        if (row !== undefined) rows.set(key, row);
      }
      return ok(rows);
    }),
  write: (rows, still) =>
    settle(() => {
      if (still !== undefined && place.cache.get(still.key) !== still.text) {
        return err({ type: "row-moved" as const });
      }
      for (const [key, row] of rows) {
        if (row === null) place.cache.delete(key);
        else place.cache.set(key, row);
      }
      return ok(null);
    }),
  clear: () =>
    settle(() => {
      place.cache.clear();
      return ok(null);
    }),
});
