import type { LedgerStore, StaleHead, StoreFault } from "#shared/app/ports.ts";
import { chainEntries, emptyTip } from "#shared/ledger/append.ts";
import type { Tip } from "#shared/ledger/append.ts";
import type { Entry } from "#shared/ledger/entry.ts";
import type { Result } from "#shared/kernel/result.ts";

export const LEDGER = "led-0123456789abcdef0123";
export const WRITER = "wri-00112233445566778899";
export const OTHER_WRITER = "wri-99887766554433221100";
export const START: Tip = emptyTip(LEDGER, WRITER);
export const AT = "2026-11-20T07:55:00.000Z";

export const valueOf = <T, E>(result: Result<T, E>): T => {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.error)}`);
  return result.value;
};

export const errorOf = <T, E>(result: Result<T, E>): E => {
  if (result.ok) throw new Error(`not refused: ${JSON.stringify(result.value)}`);
  return result.error;
};

/** Entries that follow a tip; `words` keeps two writers' or two forks' entries apart. */
export const entriesAfter = (
  tip: Tip,
  count: number,
  words = "note",
): { readonly entries: readonly Entry[]; readonly tip: Tip } =>
  chainEntries(
    tip,
    Array.from({ length: count }, (_, index) => ({
      stream: "account/deb-1",
      type: "note-taken",
      version: 1,
      data: { text: `${words} ${String(index)} – payé ?` },
    })),
    {
      by: "Claire Lacombe",
      at: AT,
      salts: Array.from({ length: count }, (_, index) => index.toString(16).padStart(32, "0")),
    },
  );

/** Appends one entry at a time as the driver does: a stale head means decide again on the tip that it names. */
export const appendOneByOne = async (
  store: LedgerStore,
  count: number,
  words: string,
): Promise<{ readonly stale: number }> => {
  let stale = 0;
  let tip = valueOf(await store.tip());
  for (let done = 0; done < count;) {
    if (tip === null) throw new Error("the store was never begun");
    const { entries } = entriesAfter(tip, 1, `${words} ${String(done)}`);
    const result: Result<Tip, StaleHead | StoreFault> = await store.append(tip, entries);
    if (result.ok) {
      tip = result.value;
      done += 1;
    } else if (result.error.type === "stale-head") {
      tip = result.error.tip;
      stale += 1;
    } else {
      throw new Error(`refused: ${JSON.stringify(result.error)}`);
    }
  }
  return { stale };
};

export const hashesOf = (entries: readonly Entry[]): string[] => entries.map((entry) => entry.hash);
