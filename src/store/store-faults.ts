import type { StoreFault } from "#shared/app/ports.ts";

/** Asked of a store after `close`. */
export const CLOSED: StoreFault = { type: "storage-failed", detail: "the store was closed" };

/** Asked of a store that holds no ledger although the caller knows one. */
export const NOTHING_HERE: StoreFault = {
  type: "storage-evicted",
  detail: "no ledger is here any more",
};

export const corrupt = (detail: string): StoreFault => ({ type: "storage-corrupt", detail });
