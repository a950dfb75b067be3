import { describe, expect, it } from "vitest";
import { chainEntries, emptyTip } from "#shared/ledger/append.ts";
import type { NewEntry } from "#shared/ledger/append.ts";
import { CANONICAL_DEPTH_MAX, canonicalText } from "#shared/ledger/canonical.ts";
import type { Json } from "#shared/ledger/canonical.ts";
import { checkChain } from "#shared/ledger/chain.ts";
import { BLOBS_MAX, PAYLOAD_CHARS_MAX, lineOfEntry, parseEntryLine } from "#shared/ledger/entry.ts";
import type { Entry } from "#shared/ledger/entry.ts";
import { eraseEntry, unionEntries, withholdEntry } from "#shared/ledger/merge.ts";
import {
  SEGMENT_ENTRIES_MAX,
  parseSegment,
  sealSegments,
  segmentName,
  textOfSegment,
} from "#shared/ledger/segment.ts";
import { LEDGER, appended, logOf, saltOf } from "./sample-ledger.ts";

const tip = emptyTip(LEDGER, "wri-a");
const entry = appended(tip, { batch: "bat-1", data: { note: "é" } }).entry;

/** The line of the entry with one part of it put in the place of another. */
const changedLine = (from: string, to: string): string => lineOfEntry(entry).replace(from, to);

describe("an entry's line", () => {
  it("is read as the entry that wrote it, kept, erased or withheld", () => {
    for (const one of [entry, eraseEntry(entry), withholdEntry(entry)]) {
      expect(parseEntryLine(lineOfEntry(one))).toEqual(one);
    }
  });

  it("is canonical as a whole", () => {
    for (const one of [entry, eraseEntry(entry)]) {
      const line = lineOfEntry(one);
      expect(canonicalText(JSON.parse(line) as Json)).toBe(line);
    }
  });

  it.each([
    ["a sequence below 1", '"sequence":1', '"sequence":0'],
    ["a fraction", '"tick":1', '"tick":1.5'],
    ["a wall time in another form", "T07:55:00.000Z", " 07:55"],
    ["a header member too many", '"tick":1', '"tick":1,"z":1'],
    ["a header member too few", '"tick":1,', ""],
    ["a body of another word", '"body":{', '"body":"gone","x":{'],
    ["an upper-case hash", '"hash":"', '"hash":"A'],
    ["a writer that could end a head's line", '"wri-a"', '"wri-a 1\\n"'],
    ["a ledger that could leave a folder", `"${LEDGER}"`, '"../led"'],
    ["a lone surrogate", "Claire", "\\ud800"],
    ["a fraction in the payload", '"é"', "0.5"],
    ["a lone surrogate in the payload", '"é"', '"\\udc00"'],
    ["an empty batch", '"bat-1"', '""'],
    ["no JSON", "{", ""],
  ])("is refused with %s", (_, from, to) => {
    expect(parseEntryLine(changedLine(from, to))).toBeNull();
  });

  it("is refused beyond its named maximum", () => {
    expect(parseEntryLine(lineOfEntry(entry) + " ".repeat(400_000))).toBeNull();
  });

  it("holds payloads down to the deepest nest that appending takes", () => {
    let data: Json = 1;
    for (let depth = 0; depth < CANONICAL_DEPTH_MAX - 2; depth += 1) data = [data];
    const deep = appended(tip, { data: { data } }).entry;
    expect(parseEntryLine(lineOfEntry(deep))).toEqual(deep);
    expect(() => appended(tip, { data: { data: [data] } })).toThrow("Broken invariant");
  });
});

describe("appending", () => {
  it("rises in sequence and tick, each entry naming the one before", () => {
    const draft: NewEntry = { stream: "bank", type: "noted", version: 1, data: {} };
    const made = chainEntries({ ...tip, tick: 41 }, [draft, draft, draft], {
      by: "Claire \ud800",
      at: "2026-11-20T07:55:00.000Z",
      salts: ["1", "2", "3"].map(saltOf),
    });
    expect(made.entries.map(({ header }) => [header.sequence, header.tick])).toEqual([
      [1, 42],
      [2, 43],
      [3, 44],
    ]);
    expect(made.entries[1]?.header.previous).toBe(made.entries[0]?.hash);
    expect(made.entries[0]?.header.by).toBe("Claire \ufffd");
    expect(made.tip).toEqual({
      ...tip,
      sequence: 3,
      tick: 44,
      hash: made.entries[2]?.hash,
    });
    expect(checkChain(LEDGER, made.entries).problems).toEqual([]);
  });

  it.each<[string, Partial<NewEntry>]>([
    ["data that is no object", { data: [1] }],
    ["a fraction", { data: { amount: 12.5 } }],
    ["a payload too large", { data: { text: "x".repeat(PAYLOAD_CHARS_MAX) } }],
    [
      "too many blobs",
      { blobs: Array.from({ length: BLOBS_MAX + 1 }, () => ({ sha256: "a".repeat(64), size: 1 })) },
    ],
    ["a blob that is no hash", { blobs: [{ sha256: "abc", size: 1 }] }],
    ["an empty stream", { stream: "" }],
    ["a version below 1", { version: 0 }],
  ])("refuses %s before it is in the log", (_, draft) => {
    expect(() => appended(tip, draft)).toThrow("Broken invariant");
  });
});

describe("a segment", () => {
  const log = logOf("wri-a", SEGMENT_ENTRIES_MAX + 3);

  it("holds at most SEGMENT_ENTRIES_MAX entries, and the next one goes on from it", () => {
    const [one, two, ...others] = sealSegments(log);
    expect(others).toEqual([]);
    expect([one?.first, one?.entries.length, two?.first, two?.entries.length]).toEqual([
      1,
      SEGMENT_ENTRIES_MAX,
      SEGMENT_ENTRIES_MAX + 1,
      3,
    ]);
    expect(two === undefined ? "" : segmentName(two)).toMatch(/^wri-a\/000000501-[0-9a-f]{16}$/);
  });

  const short = logOf("wri-a", 3);
  const text = textOfSegment({
    ledger: LEDGER,
    writer: "wri-a",
    first: 1,
    sealed: true,
    entries: short,
  });

  it.each([
    ["nothing", "", { type: "segment-not-ours" }],
    ["another file", "debtor,kind\n", { type: "segment-not-ours" }],
    ["a heading with a space", text.replace(",", ", "), { type: "segment-not-ours" }],
    [
      "a newer version",
      text.replace('"version":1', '"version":2'),
      { type: "segment-newer", version: 2 },
    ],
    [
      "a newer version with other members",
      '{"format":"relance-segment","version":7}\n',
      { type: "segment-newer", version: 7 },
    ],
    [
      "a line too few",
      text.split("\n").slice(0, 3).join("\n") + "\n",
      { type: "segment-line-broken", line: 4 },
    ],
    ["a line too many", `${text}{}\n`, { type: "segment-line-broken", line: 5 }],
    ["no last line feed", text.slice(0, -1), { type: "segment-line-broken", line: 4 }],
    [
      "another writer's entry",
      text.replaceAll("wri-a", "wri-b").replace("wri-b", "wri-a"),
      { type: "segment-out-of-run", line: 2 },
    ],
    [
      "entries out of order",
      textOfSegment({
        ledger: LEDGER,
        writer: "wri-a",
        first: 1,
        sealed: true,
        entries: [short[0], short[2], short[1]] as Entry[],
      }),
      { type: "segment-out-of-run", line: 3 },
    ],
  ])("is not read from %s", (_, broken, error) => {
    expect(parseSegment(broken)).toEqual({ ok: false, error });
  });

  it("of an empty tail is read as one", () => {
    const empty = { ledger: LEDGER, writer: "wri-a", first: 1, sealed: false, entries: [] };
    expect(parseSegment(textOfSegment(empty))).toEqual({ ok: true, value: empty });
  });
});

describe("ledgers of different id", () => {
  it("refuse to merge", () => {
    expect(unionEntries("led-other", logOf("wri-a", 2))).toEqual({
      ok: false,
      error: { type: "ledgers-differ", ours: "led-other", theirs: LEDGER },
    });
  });
});

describe("a chain check", () => {
  it("takes a hostile file of 20,000 entries at one place in linear time", () => {
    const [first] = logOf("wri-a", 1);
    const many = Array.from({ length: 20_000 }, (_, index): Entry => ({
      ...(first as Entry),
      hash: String(index).padStart(64, "0"),
      body: { kind: "withheld" },
    }));
    const { problems } = checkChain(LEDGER, many);
    expect(problems).toHaveLength(20_001);
    expect(problems[20_000]).toMatchObject({ type: "fork", writer: "wri-a", sequence: 1 });
  });

  it("counts an entry once, as kept, where a copy of it is erased or withheld", () => {
    const log = logOf("wri-a", 3);
    const copies = [...log.map(withholdEntry), ...log.map(eraseEntry), ...log];
    expect(checkChain(LEDGER, copies)).toMatchObject({
      entries: 3,
      erased: 0,
      withheld: 0,
      problems: [],
    });
  });

  it("names a payload that was removed without a word", () => {
    const log = logOf("wri-a", 3);
    const report = checkChain(LEDGER, [...log.slice(0, 2), eraseEntry(log[2] as Entry)]);
    expect(report).toMatchObject({ erased: 1, unexplained: [log[2]?.hash] });
  });
});
