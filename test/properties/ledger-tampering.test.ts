import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chainEntries, emptyTip } from "#shared/ledger/append.ts";
import { checkChain } from "#shared/ledger/chain.ts";
import { hashOfHeader } from "#shared/ledger/entry.ts";
import type { Entry, EntryHeader } from "#shared/ledger/entry.ts";
import { headsOf, witnessOf } from "#shared/ledger/heads.ts";
import { sealSegments, textOfSegment } from "#shared/ledger/segment.ts";
import { LEDGER, goldenSegments, logOf, saltOf } from "../shared/ledger/sample-ledger.ts";
import { SEED, acts, findingsOf, unionOf, worldOf } from "./ledger-worlds.ts";

const problemTypes = (
  entries: readonly Entry[],
  witness = null as null | ReturnType<typeof witnessOf>,
) => checkChain(LEDGER, entries, witness).problems.map((problem) => problem.type);

const golden = goldenSegments().map(textOfSegment);
const log = logOf("wri-a", 20);
const witness = witnessOf(LEDGER, headsOf(log));

/** The entry with parts of its header changed, and its hash made to fit, as a careful forger would. */
const forged = (entry: Entry, part: Partial<EntryHeader>): Entry => {
  const header = { ...entry.header, ...part };
  return { ...entry, header, hash: hashOfHeader(header) };
};

const replacedAt = (run: readonly Entry[], index: number, entry: Entry): readonly Entry[] =>
  run.map((other, at) => (at === index ? entry : other));

describe("a change to the text of a segment", () => {
  it("is found wherever one character is replaced", () => {
    fc.assert(
      fc.property(fc.nat(2), fc.nat(100_000), fc.nat(0x24f), (which, place, code) => {
        const text = golden[which] as string;
        const at = place % text.length;
        const other = String.fromCharCode(code);
        if (text.charAt(at) === other) return;
        const changed = text.slice(0, at) + other + text.slice(at + 1);
        const texts = golden.map((original, index) => (index === which ? changed : original));
        expect(findingsOf(texts)).not.toEqual([]);
      }),
      { seed: SEED, numRuns: 1500 },
    );
  });

  it("is found at every single character, replaced by a likely neighbour", () => {
    golden.forEach((text, which) => {
      for (let at = 0; at < text.length; at += 1) {
        const char = text.charAt(at);
        const other = /[0-8a-e]/.test(char) ? String.fromCharCode(char.charCodeAt(0) + 1) : "1";
        if (other === char) continue;
        const changed = text.slice(0, at) + other + text.slice(at + 1);
        expect(findingsOf([changed]).length, `${String(which)}:${String(at)}`).toBeGreaterThan(0);
      }
    });
  });

  it("is found where a run of text is dropped or given twice", () => {
    fc.assert(
      fc.property(
        fc.nat(2),
        fc.nat(100_000),
        fc.integer({ min: 1, max: 900 }),
        fc.boolean(),
        (which, place, length, twice) => {
          const text = golden[which] as string;
          const at = place % text.length;
          const run = text.slice(at, at + length);
          const changed = text.slice(0, at) + (twice ? run + run : "") + text.slice(at + length);
          expect(findingsOf([changed])).not.toEqual([]);
        },
      ),
      { seed: SEED, numRuns: 600 },
    );
  });

  it("names the line, numbered as editors number it", () => {
    const lines = (golden[0] as string).split("\n");
    const spaced = lines.map((line, index) => (index === 3 ? line.replace(",", ", ") : line));
    expect(findingsOf([spaced.join("\n"), ...golden.slice(1)])).toEqual(["text 0: line 4"]);
    const broken = lines.map((line, index) => (index === 2 ? line.slice(1) : line));
    expect(findingsOf([broken.join("\n")])[0]).toBe(
      'text 0: {"type":"segment-line-broken","line":3}',
    );
  });

  it("is named by the entry where the text is still canonical", () => {
    const changed = (golden[2] as string).replace('"minor":50000', '"minor":40000');
    expect(findingsOf([golden[0] as string, golden[1] as string, changed])).toEqual([
      expect.stringMatching(/"payload-altered","writer":"wri-ffee.*","sequence":1/),
    ]);
  });
});

describe("a change to an entry", () => {
  const places = fc.integer({ min: 0, max: log.length - 1 });

  it("is named where its date, author, stream or any header word was changed", () => {
    const part = fc.constantFrom<Partial<EntryHeader>>(
      { at: "2026-11-19T07:55:00.000Z" },
      { by: "Quelqu’un d’autre" },
      { stream: "account/deb-2" },
      { type: "payment-received" },
      { version: 2 },
      { tick: 999 },
      { blobs: [{ sha256: "a".repeat(64), size: 1 }] },
    );
    fc.assert(
      fc.property(places, part, (index, changes) => {
        const entry = log[index] as Entry;
        const changed = { ...entry, header: { ...entry.header, ...changes } };
        const { problems } = checkChain(LEDGER, replacedAt(log, index, changed));
        expect(problems).toContainEqual({
          type: "header-altered",
          writer: "wri-a",
          sequence: entry.header.sequence,
          hash: entry.hash,
        });
      }),
      { seed: SEED, numRuns: 100 },
    );
  });

  it("is found with its hash made to fit: by the next link, or at the end by the witness alone", () => {
    fc.assert(
      fc.property(places, (index) => {
        const changed = forged(log[index] as Entry, { at: "2026-11-19T07:55:00.000Z" });
        const run = replacedAt(log, index, changed);
        const last = index === log.length - 1;
        expect(problemTypes(run)).toEqual(last ? [] : ["link-broken"]);
        expect(problemTypes(run, witness)).toEqual([last ? "rewritten" : "link-broken"]);
      }),
      { seed: SEED, numRuns: 40 },
    );
  });

  it("is found where it was moved to another place, with its hash made to fit", () => {
    fc.assert(
      fc.property(places, fc.integer({ min: 1, max: 40 }), (index, sequence) => {
        const entry = log[index] as Entry;
        if (sequence === entry.header.sequence) return;
        const moved = forged(entry, { sequence });
        expect(problemTypes(replacedAt(log, index, moved))).not.toEqual([]);
      }),
      { seed: SEED, numRuns: 100 },
    );
  });

  it("is named as a gap, from and to, where entries were dropped from the middle", () => {
    fc.assert(
      fc.property(fc.nat(17), fc.integer({ min: 1, max: 19 }), (from, count) => {
        const to = Math.min(from + count, log.length - 1);
        const run = log.filter((_, index) => index < from || index >= to);
        expect(checkChain(LEDGER, run).problems).toEqual([
          { type: "gap", writer: "wri-a", from: from + 1, to },
        ]);
      }),
      { seed: SEED, numRuns: 60 },
    );
  });

  it("is found where ticks of a writer do not rise, though every hash fits", () => {
    const first = log[0] as Entry;
    const second = forged(log[1] as Entry, { tick: first.header.tick });
    expect(problemTypes([first, second])).toEqual(["tick-not-rising"]);
  });

  it("is repaired by a union with a copy that is whole, whichever comes first", () => {
    fc.assert(
      fc.property(places, fc.constantFrom("", "Aa", "Zz"), (index, by) => {
        const header = by !== "";
        const entry = log[index] as Entry;
        const changed: Entry = header
          ? { ...entry, header: { ...entry.header, by } }
          : { ...entry, body: { kind: "kept", salt: saltOf("x"), payload: { data: {} } } };
        const altered = replacedAt(log, index, changed);
        expect(unionOf(altered, log)).toEqual(log);
        expect(unionOf(log, altered)).toEqual(log);
        expect(problemTypes([...altered, ...log])).toEqual([
          header ? "header-altered" : "payload-altered",
        ]);
      }),
      { seed: SEED, numRuns: 40 },
    );
  });
});

describe("a log against a head kept elsewhere", () => {
  it("has a cut tail named, from and to; without a head nothing is found, and the report says so", () => {
    fc.assert(
      fc.property(fc.nat(19), (length) => {
        const cut = log.slice(0, length);
        const alone = checkChain(LEDGER, cut);
        expect(alone.problems).toEqual([]);
        expect(alone.compared).toBe(false);
        const report = checkChain(LEDGER, cut, witness);
        expect(report.compared).toBe(true);
        expect(report.problems).toEqual([
          { type: "tail-cut", writer: "wri-a", from: length + 1, to: 20 },
        ]);
      }),
      { seed: SEED, numRuns: 20 },
    );
  });

  it("is found rewritten whole, shorter, as long or longer", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), (length) => {
        const { entries } = chainEntries(
          emptyTip(LEDGER, "wri-a"),
          Array.from({ length }, (_, index) => ({
            stream: "account/deb-1",
            type: "call-logged",
            version: 1,
            data: { number: index, rewritten: true },
          })),
          {
            by: "Claire Lacombe",
            at: "2026-11-20T07:55:00.000Z",
            salts: Array.from({ length }, (_, index) => saltOf(String(index))),
          },
        );
        expect(problemTypes(entries)).toEqual([]);
        expect(problemTypes(entries, witness)).toEqual([length < 20 ? "tail-cut" : "rewritten"]);
      }),
      { seed: SEED, numRuns: 40 },
    );
  });

  it("accepts any later state of the same stores", () => {
    fc.assert(
      fc.property(acts(), acts(), (before, after) => {
        const early = unionOf(...worldOf(before).stores.map((store) => store.held));
        const late = unionOf(...worldOf([...before, ...after]).stores.map((store) => store.held));
        expect(problemTypes(late, witnessOf(LEDGER, headsOf(early)))).toEqual([]);
      }),
      { seed: SEED, numRuns: 40 },
    );
  });

  it("does not believe a witness whose heads do not give its ledger head, or of another ledger", () => {
    const heads = witness.heads.map((head) => ({ ...head, sequence: 5, hash: log[4]?.hash ?? "" }));
    expect(problemTypes(log, { ...witness, heads })).toEqual(["witness-altered"]);
    expect(problemTypes(log, { ...witness, ledger: "led-other" })).toEqual(["other-ledger"]);
  });

  it("finds a dropped whole writer, and a dropped segment", () => {
    const entries = unionOf(logOf("wri-a", 7), logOf("wri-b", 5));
    const both = witnessOf(LEDGER, headsOf(entries));
    const one = entries.filter((entry) => entry.header.writer === "wri-a");
    expect(checkChain(LEDGER, one, both).problems).toEqual([
      { type: "tail-cut", writer: "wri-b", from: 1, to: 5 },
    ]);
    const texts = [logOf("wri-a", 7).slice(0, 3), logOf("wri-a", 7).slice(5)]
      .flatMap((run) => sealSegments(run))
      .map(textOfSegment);
    expect(findingsOf(texts)).toEqual([
      JSON.stringify({ type: "gap", writer: "wri-a", from: 4, to: 5 }),
    ]);
  });
});
