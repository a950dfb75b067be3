import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkChain } from "#shared/ledger/chain.ts";
import type { Entry } from "#shared/ledger/entry.ts";
import { headsOf, ledgerHeadOf } from "#shared/ledger/heads.ts";
import { withholdEntry } from "#shared/ledger/merge.ts";
import { parseSegment, sealSegments, segmentName, textOfSegment } from "#shared/ledger/segment.ts";
import { PAYLOAD_ERASED, erasedBy, isOfTheLog, isVoided, voidsOf } from "#shared/ledger/voiding.ts";
import { LEDGER, appended } from "../shared/ledger/sample-ledger.ts";
import { SEED, acts, linesOf, unionOf, worldOf } from "./ledger-worlds.ts";

const shuffled = <T>(items: readonly T[], keys: readonly number[]): readonly T[] =>
  items
    .map((item, index) => ({ item, key: keys[index % Math.max(1, keys.length)] ?? 0, index }))
    .sort((a, b) => a.key - b.key || b.index - a.index)
    .map(({ item }) => item);

const keys = fc.array(fc.nat(10_000), { minLength: 1, maxLength: 60 });

/** Cuts a list into runs at the given places. */
const cut = <T>(items: readonly T[], places: readonly number[]): readonly (readonly T[])[] => {
  const at = [...new Set(places.map((place) => place % (items.length + 1)))].sort((a, b) => a - b);
  return [0, ...at].map((from, index) => items.slice(from, at[index] ?? items.length));
};

describe("a union of entries", () => {
  it("is the same, and has the same ledger head, in any order, with any duplicates, in any split", () => {
    fc.assert(
      fc.property(
        acts(),
        keys,
        fc.array(fc.nat(100), { maxLength: 5 }),
        (script, order, places) => {
          const { stores } = worldOf(script);
          const all = stores.flatMap((store) => store.held);
          const expected = unionOf(all);
          const runs = cut(shuffled([...all, ...all.slice(0, 7)], order), places);
          const union = unionOf(...runs);
          expect(linesOf(union)).toEqual(linesOf(expected));
          expect(headsOf(all)).toEqual(headsOf(expected));
          expect(ledgerHeadOf(headsOf(shuffled(union, order)))).toBe(
            ledgerHeadOf(headsOf(expected)),
          );
        },
      ),
      { seed: SEED, numRuns: 100 },
    );
  });

  it("is the same after a passage through texts of segments, cut anywhere", () => {
    fc.assert(
      fc.property(
        acts(),
        keys,
        fc.array(fc.nat(100), { maxLength: 4 }),
        (script, order, places) => {
          const union = unionOf(...worldOf(script).stores.map((store) => store.held));
          const texts = cut(shuffled(union, order), places)
            .flatMap(sealSegments)
            .map(textOfSegment);
          const read = texts.map((text) => {
            const parsed = parseSegment(text);
            return parsed.ok ? parsed.value.entries : [];
          });
          expect(linesOf(unionOf(...read))).toEqual(linesOf(union));
        },
      ),
      { seed: SEED, numRuns: 60 },
    );
  });

  it("gives the same segments, of distinct names, whatever the order of its entries", () => {
    fc.assert(
      fc.property(acts(), keys, (script, order) => {
        const union = unionOf(...worldOf(script).stores.map((store) => store.held));
        const segments = sealSegments(shuffled(union, order));
        expect(segments.map(textOfSegment)).toEqual(sealSegments(union).map(textOfSegment));
        expect(new Set(segments.map(segmentName)).size).toBe(segments.length);
        // Whole logs of at most three writers: interleaved or not, one segment each.
        expect(segments.length).toBe(new Set(union.map((entry) => entry.header.writer)).size);
      }),
      { seed: SEED, numRuns: 60 },
    );
  });

  it("is whole by the chain check", () => {
    fc.assert(
      fc.property(acts(), (script) => {
        const report = checkChain(LEDGER, unionOf(...worldOf(script).stores.map((s) => s.held)));
        expect(report.problems).toEqual([]);
        expect(report.unexplained).toEqual([]);
      }),
      { seed: SEED, numRuns: 40 },
    );
  });

  it("keeps both branches of a fork, in any order, and the check names the place", () => {
    fc.assert(
      fc.property(acts(15), fc.nat(2), keys, (script, which, order) => {
        const store = worldOf(script).stores[which];
        if (store === undefined || store.tip.sequence === 0) return;
        const one = appended(store.tip, { data: { copy: 1 } });
        const two = appended(store.tip, { data: { copy: 2 } });
        const after = appended(two.tip, { data: { copy: 2, more: true } });
        const union = unionOf(shuffled([...store.held, after.entry, one.entry], order), [
          two.entry,
          ...store.held,
        ]);
        expect(checkChain(LEDGER, union).problems).toEqual([
          {
            type: "fork",
            writer: store.tip.writer,
            sequence: store.tip.sequence + 1,
            hashes: [one.entry.hash, two.entry.hash].sort(),
          },
        ]);
        const heads = headsOf(union).filter((head) => head.writer === store.tip.writer);
        expect(heads.map((head) => head.hash)).toEqual([one.entry.hash, after.entry.hash]);
      }),
      { seed: SEED, numRuns: 60 },
    );
  });
});

describe("what is erased or withheld", () => {
  it("converges whatever the order of union, and through copies that withhold", () => {
    fc.assert(
      fc.property(acts(), keys, fc.nat(1000), (script, order, hidden) => {
        const { stores } = worldOf(script);
        const expected = unionOf(...stores.map((store) => store.held));
        const partial = (run: readonly Entry[]): readonly Entry[] =>
          run.map((entry, index) => ((hidden >> (index % 10)) & 1 ? withholdEntry(entry) : entry));
        const runs = stores.flatMap((store) => [store.held, partial(store.held)]);
        const joined = shuffled(runs, order).reduce((union, run) => unionOf(union, run), []);
        expect(linesOf(joined)).toEqual(linesOf(expected));
      }),
      { seed: SEED, numRuns: 80 },
    );
  });

  it("is erased in a union exactly where an erasure names it, and never an erasure or a void", () => {
    fc.assert(
      fc.property(acts(), (script) => {
        const { stores } = worldOf(script);
        const union = unionOf(...stores.map((store) => store.held));
        const named = new Set(
          union.flatMap((entry) =>
            entry.header.type === PAYLOAD_ERASED && entry.body.kind === "kept"
              ? (entry.body.payload.data["entries"] as readonly string[])
              : [],
          ),
        );
        for (const entry of union) {
          const erased = named.has(entry.hash) && !isOfTheLog(entry.header.type);
          expect(entry.body.kind).toBe(erased ? "erased" : "kept");
        }
        expect([...erasedBy(union).values()].every((reason) => reason === "loi")).toBe(true);
      }),
      { seed: SEED, numRuns: 80 },
    );
  });

  it("stays erased against a copy that still has every payload", () => {
    fc.assert(
      fc.property(acts(), keys, (script, order) => {
        const { said, stores } = worldOf(script);
        const erased = unionOf(...stores.map((store) => store.held));
        expect(linesOf(unionOf(shuffled(said, order), erased))).toEqual(linesOf(erased));
        expect(linesOf(unionOf(erased, said))).toEqual(linesOf(erased));
        // An old copy from before the erasure, into a store whose erasing entry is there.
        const half = said.filter((entry) => entry.header.type !== PAYLOAD_ERASED);
        expect(linesOf(unionOf(half, erased))).toEqual(linesOf(erased));
      }),
      { seed: SEED, numRuns: 60 },
    );
  });
});

describe("the order of a union", () => {
  it("puts every entry after all that its writer had seen", () => {
    fc.assert(
      fc.property(acts(40), (script) => {
        const { stores, seenBy } = worldOf(script);
        const place = new Map(
          unionOf(...stores.map((store) => store.held)).map((entry, index) => [entry.hash, index]),
        );
        for (const [hash, seen] of seenBy) {
          for (const before of seen) {
            expect(place.get(before) ?? Infinity).toBeLessThan(place.get(hash) ?? -1);
          }
        }
      }),
      { seed: SEED, numRuns: 60 },
    );
  });
});

describe("voids", () => {
  it("are the same in any order, and reach nothing at or after themselves", () => {
    fc.assert(
      fc.property(acts(40), keys, (script, order) => {
        const union = unionOf(...worldOf(script).stores.map((store) => store.held));
        const voids = voidsOf(union);
        const again = voidsOf(shuffled(union, order));
        union.forEach((entry, index) => {
          expect(isVoided(entry, again)).toBe(isVoided(entry, voids));
          // Without what comes after it nothing can void the last entry.
          expect(isVoided(entry, voidsOf(union.slice(0, index + 1)))).toBe(false);
        });
      }),
      { seed: SEED, numRuns: 60 },
    );
  });
});
