import type { StoreFault, Stores } from "#shared/app/ports.ts";
import { openIndexedDbStores, removeIndexedDbStores } from "#src/store/indexed-db.ts";
import type { Remembered } from "./remembered.ts";

export type PageStores = {
  readonly stores: Stores;
  /** False: nothing outlasts the page. */
  readonly lasts: boolean;
  /** What went wrong at opening, to be said; null: nothing. */
  readonly fault: StoreFault | null;
};

/** Remembered under this key so that an emptied browser is told from a first visit. */
export const LEDGER_KEY = "ledger";

/**
 * Opens what this browser keeps. Where it was emptied, the empty store is used and the loss said; where it refuses,
 * everything runs in memory, and that is said.
 */
export const openPageStores = async (
  name: string,
  remembered: Remembered,
  build: string,
  now: () => string,
): Promise<PageStores> => {
  const options = { name, cacheVersion: build, now };
  const expected = remembered.read(LEDGER_KEY);
  const opened = await openIndexedDbStores(
    expected === null ? options : { ...options, expectedLedger: expected },
  );
  if (opened.ok) return { stores: opened.value, lasts: true, fault: null };
  if (opened.error.type === "storage-evicted") {
    remembered.forget(LEDGER_KEY);
    const empty = await openIndexedDbStores(options);
    if (empty.ok) return { stores: empty.value, lasts: true, fault: opened.error };
  }
  // Few browsers need it: it comes when it is needed.
  const { openMemoryStores } = await import("#src/store/memory.ts");
  return { stores: openMemoryStores({ now }), lasts: false, fault: opened.error };
};

/** Empties this browser of the ledger. Answers whether it went. */
export const removePageStores = async (name: string): Promise<boolean> =>
  (await removeIndexedDbStores({ name })).ok;
