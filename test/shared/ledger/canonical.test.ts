import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  CANONICAL_DEPTH_MAX,
  canonicalText,
  cleanJson,
  hasCanonicalText,
  parseCanonical,
  sameJson,
} from "#shared/ledger/canonical.ts";
import type { Json } from "#shared/ledger/canonical.ts";

const SEED = 20261120;

const json = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { depthSize: "small" },
    fc.constantFrom<Json>(null, true, false),
    fc.maxSafeInteger().map((number) => number + 0),
    fc.string({ unit: "grapheme" }),
    fc.string({ unit: fc.constantFrom("\u0000", "\n", '"', "\\", "\u007f", "\u2028", "é", "👍") }),
    fc.array(tie("value"), { maxLength: 4 }),
    fc.dictionary(fc.string(), tie("value"), { maxKeys: 5 }),
  ),
})).value;

const isRefused = (act: () => unknown): boolean => {
  try {
    act();
    return false;
  } catch (error) {
    return error instanceof Error && error.message.startsWith("Broken invariant");
  }
};

const nested = (depth: number): Json => {
  let value: Json = 1;
  for (let i = 0; i < depth; i += 1) value = [value];
  return value;
};

describe("a canonical text", () => {
  it("puts keys in order of their UTF-16 units and no space anywhere", () => {
    expect(canonicalText({ b: [1, true], a: "é", "10": null, "9": {}, B: [] })).toBe(
      '{"10":null,"9":{},"B":[],"a":"é","b":[1,true]}',
    );
    // U+1F600 begins with the unit D83D, before U+FB33 though its code point is greater (RFC 8785, 3.2.3).
    expect(canonicalText({ "\ufb33": 1, "\u{1f600}": 2, "\u20ac": 3, "\r": 4, ö: 5 })).toBe(
      '{"\\r":4,"ö":5,"€":3,"😀":2,"\ufb33":1}',
    );
  });

  it("writes strings as JSON.stringify does", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(canonicalText(text)).toBe(JSON.stringify(text));
      }),
      { seed: SEED, numRuns: 500 },
    );
  });

  it("is read back as the same value, whatever the order of its keys was", () => {
    fc.assert(
      fc.property(json, (value) => {
        const text = canonicalText(value);
        const read = parseCanonical(text);
        expect(read).toEqual(JSON.parse(JSON.stringify(value)));
        expect(canonicalText(read)).toBe(text);
      }),
      { seed: SEED, numRuns: 500 },
    );
  });

  it.each([
    '{"b":1,"a":2}',
    '{"a":1,"a":1}',
    '{"a": 1}',
    ' {"a":1}',
    '{"a":1}\n',
    "1.5",
    "1.0",
    "1e3",
    "-0",
    "9007199254740993",
    '"\\u00e9"',
    '"\\ud800"',
    '"\\/"',
    "[1,]",
    "",
    "undefined",
  ])("is not %j", (text) => {
    expect(parseCanonical(text)).toBeNull();
  });

  it.each([
    ["a fraction", 1.5],
    ["minus zero", -0],
    ["NaN", Number.NaN],
    ["beyond the safe integers", 2 ** 53],
    ["a lone surrogate", "\ud800"],
    ["a lone surrogate in a key", { "\udc00": 1 }],
    ["too deep a nest", nested(CANONICAL_DEPTH_MAX + 1)],
  ])("does not exist for %s", (_, value) => {
    expect(hasCanonicalText(value)).toBe(false);
    expect(() => canonicalText(value)).toThrow("Broken invariant");
  });

  it("exists down to the deepest nest allowed", () => {
    expect(hasCanonicalText(nested(CANONICAL_DEPTH_MAX))).toBe(true);
    expect(canonicalText(nested(CANONICAL_DEPTH_MAX))).toContain("[1]");
  });

  it("is said to exist exactly where it can be written", () => {
    const anything = fc.oneof(
      json,
      fc.double(),
      fc.string({ unit: fc.constantFrom("\ud800", "a") }),
    );
    fc.assert(
      fc.property(fc.array(anything, { maxLength: 3 }), (value) => {
        const written = (): boolean => parseCanonical(canonicalText(value)) !== null;
        expect(hasCanonicalText(value) ? written() : isRefused(written)).toBe(true);
      }),
      { seed: SEED, numRuns: 300 },
    );
  });
});

describe("a cleaned value", () => {
  it("loses undefined members and lone surrogates, and keeps everything else", () => {
    expect(cleanJson({ a: undefined, b: "x\ud800y", "\udc00": [1, null] })).toEqual({
      b: "x\ufffdy",
      "\ufffd": [1, null],
    });
    expect(canonicalText(cleanJson({ zero: -0 }))).toBe('{"zero":0}');
  });

  it("keeps a member called __proto__ as a member", () => {
    const value: unknown = JSON.parse('{"__proto__":{"a":1},"b":2}');
    const cleaned = cleanJson(value);
    expect(canonicalText(cleaned)).toBe('{"__proto__":{"a":1},"b":2}');
    expect((cleaned as { a?: number }).a).toBeUndefined();
  });

  it("is not made of what JSON has no word for", () => {
    expect(() => cleanJson({ when: () => 1 })).toThrow("Broken invariant");
    expect(() => cleanJson(undefined)).toThrow("Broken invariant");
  });
});

describe("two values", () => {
  it("are the same exactly where their canonical texts are", () => {
    fc.assert(
      fc.property(json, json, (a, b) => {
        expect(sameJson(a, b)).toBe(canonicalText(a) === canonicalText(b));
        expect(sameJson(a, parseCanonical(canonicalText(a)))).toBe(true);
      }),
      { seed: SEED, numRuns: 300 },
    );
    expect(sameJson({ a: 1 }, { b: 1 })).toBe(false);
    expect(sameJson([], {})).toBe(false);
  });
});
