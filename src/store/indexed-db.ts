import { wrap } from "idb";
import { err, ok } from "#shared/kernel/result.ts";
import type { Result } from "#shared/kernel/result.ts";
import type { StoreFault, Stores } from "#shared/app/ports.ts";
import { dropStaleCache, indexedDbCache, indexedDbVault } from "./indexed-db-blobs.ts";
import { openConnection } from "./indexed-db-connection.ts";
import { indexedDbLedger } from "./indexed-db-ledger.ts";
import { openingFaultOf } from "./store-faults.ts";

export type IndexedDbOptions = {
  /** Name of the database; one ledger a database. */
  readonly name: string;
  /** The browser's own by default. */
  readonly indexedDB?: IDBFactory;
  /**
   * The ledger that the host remembers to have begun here (in its settings, say). A database that holds none, or
   * another, is then answered by `storage-evicted`: without it, an emptied store looks like a first visit.
   */
  readonly expectedLedger?: string;
  /** Rows that another version of the cache wrote are dropped at opening. */
  readonly cacheVersion?: string;
  /** Wall time, ISO 8601 in UTC, for `keptAt`. */
  readonly now?: () => string;
};

/** Opens the browser's stores. Whatever forbids it is a value: the pane starts all the same and says so. */
export const openIndexedDbStores = async (
  options: IndexedDbOptions,
): Promise<Result<Stores, StoreFault>> => {
  const factory = factoryOf(options);
  if (!factory.ok) return factory;
  const opened = await openConnection(factory.value, options.name);
  if (!opened.ok) return opened;
  const connection = opened.value;
  const ledger = indexedDbLedger(connection);
  const expected = await asExpected(options, ledger);
  const ready = expected.ok
    ? await dropStaleCache(connection, options.cacheVersion ?? "1")
    : expected;
  if (!ready.ok) {
    connection.close();
    return ready;
  }
  const now = options.now ?? (() => new Date().toISOString());
  return ok({
    ledger,
    vault: indexedDbVault(connection, now),
    cache: indexedDbCache(connection),
  });
};

/** Removes the whole database: the way out of a corrupt one, before a backup is restored. */
export const removeIndexedDbStores = async (
  options: IndexedDbOptions,
): Promise<Result<null, StoreFault>> => {
  const factory = factoryOf(options);
  if (!factory.ok) return factory;
  try {
    await wrap(factory.value.deleteDatabase(options.name));
    return ok(null);
  } catch (cause) {
    return err(openingFaultOf(cause));
  }
};

const asExpected = async (
  { name, expectedLedger }: IndexedDbOptions,
  ledger: Stores["ledger"],
): Promise<Result<null, StoreFault>> => {
  if (expectedLedger === undefined) return ok(null);
  const tip = await ledger.tip();
  if (!tip.ok) return tip;
  return tip.value?.ledger === expectedLedger
    ? ok(null)
    : err({ type: "storage-evicted", detail: `${expectedLedger} is no longer in ${name}` });
};

/** Where storage is forbidden, reading the global already throws in some browsers, and is undefined in others. */
const factoryOf = (options: IndexedDbOptions): Result<IDBFactory, StoreFault> => {
  if (options.indexedDB !== undefined) return ok(options.indexedDB);
  try {
    const factory: IDBFactory | undefined = globalThis.indexedDB;
    return factory === undefined
      ? err({ type: "storage-refused", detail: "there is no IndexedDB here" })
      : ok(factory);
  } catch (cause) {
    return err(openingFaultOf(cause));
  }
};
