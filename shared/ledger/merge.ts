import { err, ok } from "#shared/kernel/result.ts";
import type { Result } from "#shared/kernel/result.ts";
import { compareText } from "#shared/kernel/text.ts";
import { sameJson } from "./canonical.ts";
import { commitmentOf, hashOfHeader, lineOfEntry } from "./entry.ts";
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
 * A payload that one copy withholds is taken from the copy that has it, an altered copy gives way to a whole one; a
 * payload that an entry `payload-erased` of the union names is erased in the union, whoever still held it.
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
      byHash.set(entry.hash, known === undefined ? entry : betterCopy(known, entry));
    }
  }
  const union = [...byHash.values()].sort(compareEntries);
  const erased = erasedBy(union);
  return ok(erased.size === 0 ? union : union.map((entry) => eraseIfNamed(entry, erased)));
};

/**
 * Which of two copies of one entry (they claim the same hash) a union keeps, whichever came first: the one that is whole,
 * then the one that has most of it.
 */
export const betterCopy = (a: Entry, b: Entry): Entry => {
  if (sameJson(a, b)) return a;
  const rankA = wholeness(a);
  const rankB = wholeness(b);
  if (rankA !== rankB) return rankA > rankB ? a : b;
  return compareText(lineOfEntry(a), lineOfEntry(b)) <= 0 ? a : b;
};

const BODY_RANK = { kept: 2, erased: 1, withheld: 0 } as const;

/** An altered copy below any other, a payload that was changed below one that is absent. */
const wholeness = ({ body, hash, header }: Entry): number => {
  if (hashOfHeader(header) !== hash) return -2;
  if (body.kind === "kept" && commitmentOf(body.salt, body.payload) !== header.commitment)
    return -1;
  return BODY_RANK[body.kind];
};

/** The same entry without its payload; the chain holds as before. */
export const eraseEntry = (entry: Entry): Entry => ({ ...entry, body: { kind: "erased" } });

export const withholdEntry = (entry: Entry): Entry => ({ ...entry, body: { kind: "withheld" } });

const eraseIfNamed = (entry: Entry, erased: ReadonlyMap<string, unknown>): Entry =>
  erased.has(entry.hash) && entry.body.kind !== "erased" ? eraseEntry(entry) : entry;
