import { afterEach, describe, expect, it } from "vitest";
import type { Stores } from "#shared/app/ports.ts";
import { sha256Hex, utf8Bytes } from "#shared/kernel/bytes.ts";
import { openIndexedDbStores, removeIndexedDbStores } from "#src/store/indexed-db.ts";
import { LEDGER, START, entriesAfter, errorOf, valueOf } from "./sample-entries.ts";

/** How IndexedDB lets us down, emulated and in a real browser alike. */
export const indexedDbFaults = (name: string): void => {
  describe(`${name} says what is wrong with storage`, () => {
    let databases = 0;
    const opened: { readonly close: () => void }[] = [];

    afterEach(() => {
      for (const store of opened.splice(0)) store.close();
    });

    const freshName = (): string => {
      databases += 1;
      return `faults-${String(databases)}`;
    };
    const openNow = async (database: string): Promise<Stores> => {
      const stores = valueOf(await openIndexedDbStores({ name: database }));
      opened.push(stores.ledger);
      return stores;
    };
    const begun = async (database: string, count = 3): Promise<Stores> => {
      const stores = await openNow(database);
      valueOf(await stores.ledger.begin(START));
      valueOf(await stores.ledger.append(START, entriesAfter(START, count).entries));
      return stores;
    };
    /** A factory whose `open` is ours; the rest is the host's. */
    const factory = (open: (name: string, version?: number) => IDBOpenDBRequest): IDBFactory => ({
      open,
      cmp: (a, b) => indexedDB.cmp(a, b),
      databases: () => indexedDB.databases(),
      deleteDatabase: (database) => indexedDB.deleteDatabase(database),
    });
    const rawOpen = (database: string, version?: number): Promise<IDBDatabase> =>
      new Promise((resolve, reject) => {
        const request = indexedDB.open(database, version);
        request.addEventListener("success", () => {
          opened.push(request.result);
          resolve(request.result);
        });
        request.addEventListener("error", () => {
          reject(new Error(String(request.error)));
        });
      });
    const changeRow = async (
      database: string,
      store: string,
      change: (store: IDBObjectStore) => void,
    ): Promise<void> => {
      const raw = await rawOpen(database);
      const transaction = raw.transaction(store, "readwrite");
      change(transaction.objectStore(store));
      await new Promise((resolve) => {
        transaction.addEventListener("complete", resolve);
      });
      raw.close();
    };
    /** Every transaction whose writes fail by this error, as a full disk makes them. */
    const whileWritesFail = async <T>(error: DOMException, work: () => Promise<T>): Promise<T> => {
      const descriptor = Object.getOwnPropertyDescriptor(IDBObjectStore.prototype, "put");
      if (descriptor === undefined) throw new Error("no put");
      Object.defineProperty(IDBObjectStore.prototype, "put", {
        ...descriptor,
        value: () => {
          throw error;
        },
      });
      try {
        return await work();
      } finally {
        Object.defineProperty(IDBObjectStore.prototype, "put", descriptor);
      }
    };

    it.each(["SecurityError", "UnknownError", "InvalidStateError"])(
      "storage refused: opening throws %s",
      async (error) => {
        const refusing = factory(() => {
          throw new DOMException("no", error);
        });
        const result = await openIndexedDbStores({ name: freshName(), indexedDB: refusing });
        expect(errorOf(result)).toEqual({ type: "storage-refused", detail: `${error}: no` });
      },
    );

    it("storage refused: there is no IndexedDB, or reading it throws", async () => {
      const descriptor = Object.getOwnPropertyDescriptor(globalThis, "indexedDB");
      if (descriptor === undefined) throw new Error("no indexedDB");
      const during = async (get: () => undefined): Promise<string> => {
        Object.defineProperty(globalThis, "indexedDB", { configurable: true, get });
        try {
          return errorOf(await openIndexedDbStores({ name: freshName() })).type;
        } finally {
          Object.defineProperty(globalThis, "indexedDB", descriptor);
        }
      };
      expect(await during(() => undefined)).toBe("storage-refused");
      expect(
        await during(() => {
          throw new DOMException("no", "SecurityError");
        }),
      ).toBe("storage-refused");
    });

    it("storage full: the append is refused and nothing of it is there", async () => {
      const database = freshName();
      const stores = await begun(database);
      const tip = valueOf(await stores.ledger.tip());
      if (tip === null) throw new Error("no tip");
      const { entries } = entriesAfter(tip, 700);
      const bytes = utf8Bytes("Bonjour");
      const full = new DOMException("The disk is full", "QuotaExceededError");
      await whileWritesFail(full, async () => {
        expect(errorOf(await stores.ledger.append(tip, entries)).type).toBe("storage-full");
        expect(errorOf(await stores.vault.keep(sha256Hex(bytes), bytes)).type).toBe("storage-full");
        const row = new Map([["a", "b"]]);
        expect(errorOf(await stores.cache.write(row)).type).toBe("storage-full");
      });
      expect(valueOf(await stores.ledger.tip())).toEqual(tip);
      expect(valueOf(await stores.ledger.readSince(0)).entries).toHaveLength(3);
      expect(valueOf(await stores.vault.names())).toEqual([]);
      valueOf(await stores.ledger.append(tip, entries));
      expect(valueOf(await stores.ledger.readSince(0)).entries).toHaveLength(703);
    });

    it("storage evicted: the ledger that was begun here is gone at the next opening", async () => {
      const database = freshName();
      const stores = await begun(database);
      stores.ledger.close();
      const expected = { name: database, expectedLedger: LEDGER };
      const again = valueOf(await openIndexedDbStores(expected));
      again.ledger.close();
      valueOf(await removeIndexedDbStores({ name: database }));
      expect(errorOf(await openIndexedDbStores(expected)).type).toBe("storage-evicted");
    });

    it("storage evicted: the database is deleted under an open tab, which is told", async () => {
      const database = freshName();
      const stores = await begun(database);
      const told = new Promise<void>((resolve) => {
        stores.ledger.onChange(resolve);
      });
      valueOf(await removeIndexedDbStores({ name: database }));
      await told;
      expect(errorOf(await stores.ledger.tip()).type).toBe("storage-evicted");
      expect(errorOf(await stores.vault.names()).type).toBe("storage-evicted");
    });

    it("storage upgraded: a newer tab takes over, this one lets go and says so", async () => {
      const database = freshName();
      const stores = await begun(database);
      const told = new Promise<void>((resolve) => {
        stores.ledger.onChange(resolve);
      });
      const newer = await rawOpen(database, 7);
      await told;
      expect(errorOf(await stores.ledger.append(START, [])).type).toBe("storage-upgraded");
      expect(errorOf(await stores.cache.readAll("")).type).toBe("storage-upgraded");
      newer.close();
      const older = await openIndexedDbStores({ name: database });
      expect(errorOf(older).type).toBe("storage-upgraded");
    });

    it("storage blocked: an older tab that does not let go is named, and opening works later", async () => {
      const database = freshName();
      const older = await rawOpen(database, 1);
      const newer = factory((which, version) => indexedDB.open(which, (version ?? 1) + 1));
      const options = { name: database, indexedDB: newer };
      expect(errorOf(await openIndexedDbStores(options)).type).toBe("storage-blocked");
      older.close();
      await new Promise((resolve) => {
        setTimeout(resolve, 50);
      });
      // The late connection was closed, so that it blocks nobody in turn.
      valueOf(await removeIndexedDbStores({ name: database }));
      const stores = valueOf(await openIndexedDbStores(options));
      opened.push(stores.ledger);
      expect(valueOf(await stores.ledger.tip())).toBeNull();
    });

    it("storage corrupt: a changed segment, a missing one and a broken tip are named", async () => {
      const database = freshName();
      const stores = await begun(database, 1200);
      await changeRow(database, "segments", (rows) => rows.delete(501));
      expect(errorOf(await stores.ledger.readSince(0))).toEqual({
        type: "storage-corrupt",
        detail: "entries 501 to 1000 in order of arrival are missing",
      });
      await changeRow(database, "segments", (rows) => rows.put({ arrival: 501, text: 7 }));
      expect(errorOf(await stores.ledger.readSince(0)).type).toBe("storage-corrupt");
      await changeRow(database, "segments", (rows) => rows.delete(1001));
      await changeRow(database, "segments", (rows) => rows.delete(501));
      expect(errorOf(await stores.ledger.readSince(0))).toMatchObject({
        detail: "entries 501 to 1200 in order of arrival are missing",
      });
      await changeRow(database, "meta", (rows) => rows.put({ tip: null }, "standing"));
      expect(errorOf(await stores.ledger.tip())).toEqual({
        type: "storage-corrupt",
        detail: "meta row standing is not as it was written",
      });
    });

    it("storage corrupt: a segment's text is read to the line", async () => {
      const database = freshName();
      const stores = await begun(database, 3);
      const [segment] = [...valueOf(await stores.ledger.segmentTexts()).values()];
      const raw = await rawOpen(database);
      const row = await new Promise<Record<string, unknown>>((resolve) => {
        const request = raw.transaction("segments").objectStore("segments").get(1);
        request.addEventListener("success", () => {
          resolve(request.result as Record<string, unknown>);
        });
      });
      raw.close();
      const text = (segment ?? "").replace("note 1", 'note "1');
      await changeRow(database, "segments", (rows) => rows.put({ ...row, text }));
      const fault = errorOf(await stores.ledger.readSince(0));
      expect(fault).toMatchObject({ type: "storage-corrupt" });
      expect("detail" in fault ? fault.detail : "").toMatch(/segment-line-broken, line 3$/);
    });

    it("storage corrupt: bytes that are no longer those of their name are not given", async () => {
      const database = freshName();
      const stores = await openNow(database);
      const bytes = utf8Bytes("Bonjour");
      const name = sha256Hex(bytes);
      valueOf(await stores.vault.keep(name, bytes));
      await changeRow(database, "blob-bytes", (rows) => rows.put(utf8Bytes("Bonsoir"), name));
      expect(errorOf(await stores.vault.get(name)).type).toBe("storage-corrupt");
    });

    it("drops the cache that another version wrote, and rows that are no text", async () => {
      const database = freshName();
      const first = valueOf(await openIndexedDbStores({ name: database, cacheVersion: "1" }));
      valueOf(await first.cache.write(new Map([["a", "un"]])));
      first.ledger.close();
      await changeRow(database, "cache", (rows) => rows.put({ not: "text" }, "b"));
      const same = valueOf(await openIndexedDbStores({ name: database, cacheVersion: "1" }));
      expect(valueOf(await same.cache.readAll(""))).toEqual(new Map([["a", "un"]]));
      same.ledger.close();
      const next = valueOf(await openIndexedDbStores({ name: database, cacheVersion: "2" }));
      opened.push(next.ledger);
      expect(valueOf(await next.cache.readAll("")).size).toBe(0);
    });
  });
};
