import { err, ok } from "#shared/kernel/result.ts";
import type { Result } from "#shared/kernel/result.ts";
import type { Entry } from "./entry.ts";
import { compareEntries } from "./order.ts";
import { erasedBy } from "./voiding.ts";

export type MergeRefusal = {
  readonly type: "ledgers-differ";
  readonly ours: string;
  readonly theirs: string;
};

/**
 * The union of runs of entries by hash, in the total order. Any order, any duplicates, any split gives the same result.
 * A payload that one copy withholds is taken from the copy that has it; a payload that an entry `payload-erased` of the
 * union names is erased in the union, whoever still held it.
 */
export const unionEntries = (
  ledger: string,
  ...runs: readonly (readonly Entry[])[]
): Result<readonly Entry[], MergeRefusal> => {
  const byHash = new Map<string, Entry>();
  for (const run of runs) {
    for (const entry of run) {
      if (entry.header.ledger !== ledger) {
        return err({ type: "ledgers-differ", ours: ledger, theirs: entry.header.ledger });
      }
      const known = byHash.get(entry.hash);
      if (known === undefined || (known.body.kind !== "kept" && entry.body.kind === "kept")) {
        byHash.set(entry.hash, entry);
      }
    }
  }
  const union = [...byHash.values()].sort(compareEntries);
  const erased = erasedBy(union);
  return ok(erased.size === 0 ? union : union.map((entry) => eraseIfNamed(entry, erased)));
};

/** The same entry without its payload; the chain holds as before. */
export const eraseEntry = (entry: Entry): Entry => ({ ...entry, body: { kind: "erased" } });

export const withholdEntry = (entry: Entry): Entry => ({ ...entry, body: { kind: "withheld" } });

const eraseIfNamed = (entry: Entry, erased: ReadonlyMap<string, unknown>): Entry =>
  erased.has(entry.hash) && entry.body.kind !== "erased" ? eraseEntry(entry) : entry;
