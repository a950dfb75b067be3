import { wrap } from "idb";
import type { DBSchema, IDBPDatabase, IDBPTransaction, StoreNames } from "idb";
import { err, ok } from "#shared/kernel/result.ts";
import type { Result } from "#shared/kernel/result.ts";
import type { StoreFault } from "#shared/app/ports.ts";
import { CLOSED, faultOf, openingFaultOf } from "./store-faults.ts";

/** Rows are `unknown` until they are parsed: what lies in a browser's database may be anything. */
export interface RelanceSchema extends DBSchema {
  /** SegmentRow by `arrival`. */
  segments: { key: number; value: unknown };
  /** `standing`, `witness`, `cache-version`. */
  meta: { key: string; value: unknown };
  /** What is known of each blob, by SHA-256: read without the bytes. */
  blobs: { key: string; value: unknown };
  /** The bytes, by SHA-256. */
  "blob-bytes": { key: string; value: unknown };
  cache: { key: string; value: unknown };
}

export type StoreName = StoreNames<RelanceSchema>;
export type ReadTransaction = IDBPTransaction<RelanceSchema, StoreName[]>;
export type WriteTransaction = IDBPTransaction<RelanceSchema, StoreName[], "readwrite">;

/** Raised when object stores change; a tab with an older number is told by `versionchange` and lets go. */
export const SCHEMA_VERSION = 1;

export type Connection = {
  /** Runs a read over one moment of the database. */
  readonly read: <T, E>(
    stores: readonly StoreName[],
    work: (transaction: ReadTransaction) => Promise<Result<T, E>>,
  ) => Promise<Result<T, E | StoreFault>>;
  /** Runs a write: all of it is there when this answers a value, none of it when it answers an error. */
  readonly write: <T, E>(
    stores: readonly StoreName[],
    durability: "strict" | "relaxed",
    work: (transaction: WriteTransaction) => Promise<Result<T, E>>,
  ) => Promise<Result<T, E | StoreFault>>;
  /** Tells other tabs that entries arrived. */
  readonly announce: () => void;
  readonly onChange: (listener: () => void) => () => void;
  readonly close: () => void;
};

export const openConnection = (
  factory: IDBFactory,
  name: string,
): Promise<Result<Connection, StoreFault>> =>
  new Promise((resolve, reject) => {
    let given = false;
    const answer = (result: () => Result<Connection, StoreFault>): void => {
      given = true;
      try {
        resolve(result());
      } catch (cause) {
        reject(cause instanceof Error ? cause : new Error(String(cause)));
      }
    };
    let request: IDBOpenDBRequest;
    try {
      request = factory.open(name, SCHEMA_VERSION);
    } catch (cause) {
      answer(() => err(openingFaultOf(cause)));
      return;
    }
    request.addEventListener("upgradeneeded", (event) => {
      if (event.oldVersion < 1) createFirstStores(request.result);
    });
    request.addEventListener("blocked", () => {
      answer(() => err({ type: "storage-blocked", detail: `another tab holds ${name} open` }));
    });
    request.addEventListener("error", (event) => {
      // Unhandled, Firefox would raise it again on the window.
      event.preventDefault();
      answer(() => err(openingFaultOf(request.error)));
    });
    request.addEventListener("success", () => {
      // Answered as blocked before: nobody waits for this connection any more.
      if (given) request.result.close();
      else
        answer(() => ok(connectionOver(wrap(request.result) as IDBPDatabase<RelanceSchema>, name)));
    });
  });

const createFirstStores = (database: IDBDatabase): void => {
  database.createObjectStore("segments", { keyPath: "arrival" });
  database.createObjectStore("meta");
  database.createObjectStore("blobs", { keyPath: "sha256" });
  database.createObjectStore("blob-bytes");
  database.createObjectStore("cache");
};

const connectionOver = (database: IDBPDatabase<RelanceSchema>, name: string): Connection => {
  let fault: StoreFault | null = null;
  const listeners = new Set<() => void>();
  const channel =
    typeof BroadcastChannel === "undefined" ? null : new BroadcastChannel(`relance/${name}`);
  const notify = (): void => {
    for (const listener of listeners) listener();
  };
  const fail = (why: StoreFault): void => {
    if (fault !== null) return;
    fault = why;
    database.close();
    notify();
  };
  channel?.addEventListener("message", notify);
  database.addEventListener("versionchange", (event) => {
    fail(
      event.newVersion === null
        ? { type: "storage-evicted", detail: `${name} was deleted` }
        : {
            type: "storage-upgraded",
            detail: `${name} goes from version ${String(event.oldVersion)} to ${String(event.newVersion)}`,
          },
    );
  });
  database.addEventListener("close", () => {
    fail({ type: "storage-failed", detail: `the browser closed ${name}` });
  });

  const settle = async <T, E>(
    transaction: ReadTransaction | WriteTransaction,
    work: () => Promise<Result<T, E>>,
  ): Promise<Result<T, E | StoreFault>> => {
    // Taken as a value at once: a transaction that fails early must not be an unhandled rejection.
    const outcome = transaction.done.then(
      () => ({ failed: false as const }),
      (cause: unknown) => ({ failed: true as const, cause }),
    );
    const answered = await work().then(
      (result) => ({ failed: false as const, result }),
      (cause: unknown) => ({ failed: true as const, cause }),
    );
    if (answered.failed) {
      abort(transaction);
      await outcome;
      return err(fault ?? faultOf(transaction.error ?? answered.cause));
    }
    if (!answered.result.ok) {
      abort(transaction);
      await outcome;
      return answered.result;
    }
    const ended = await outcome;
    if (!ended.failed) return answered.result;
    return err(fault ?? faultOf(transaction.error ?? ended.cause));
  };

  const begin = <T>(open: () => T): Result<T, StoreFault> => {
    if (fault !== null) return err(fault);
    try {
      return ok(open());
    } catch (cause) {
      return err(faultOf(cause));
    }
  };

  return {
    read: async (stores, work) => {
      const begun = begin(() => database.transaction([...stores], "readonly"));
      return begun.ok ? await settle(begun.value, () => work(begun.value)) : begun;
    },
    write: async (stores, durability, work) => {
      const begun = begin(() => database.transaction([...stores], "readwrite", { durability }));
      return begun.ok ? await settle(begun.value, () => work(begun.value)) : begun;
    },
    announce: () => {
      if (fault === null) channel?.postMessage("arrived");
    },
    onChange: (listener) => {
      // A function of our own, so that one listener given twice is two.
      const call = (): void => {
        listener();
      };
      listeners.add(call);
      return () => {
        listeners.delete(call);
      };
    },
    close: () => {
      listeners.clear();
      channel?.close();
      fail(CLOSED);
    },
  };
};

const abort = (transaction: ReadTransaction | WriteTransaction): void => {
  try {
    transaction.abort();
  } catch (cause) {
    // It had already ended, of itself or by the error that brought us here.
    if (!(cause instanceof DOMException && cause.name === "InvalidStateError")) throw cause;
  }
};
