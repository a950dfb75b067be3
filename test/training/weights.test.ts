import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { keyNumber, rowsOf, storedOf } from "#shared/mail/reply-model.ts";
import { REASON_WEIGHTS, REPLY_FINGERPRINT, TAG_WEIGHTS } from "#shared/mail/reply-weights.ts";
import { keysOf, toldIn } from "../../training/examples.ts";
import { fingerprintOf } from "../../training/train.ts";

const ROOT = join(import.meta.dirname, "../..");
const WEIGHTS = join(ROOT, "shared/mail/reply-weights.ts");
const LONG = 300_000;
const learnedFrom = toldIn(join(ROOT, "corpus"));

describe("the weights by which replies are read", () => {
  it(
    "were learned from the corpus, the lexicons and the way of cutting that are here: else, npm run train",
    () => {
      expect(REPLY_FINGERPRINT).toBe(fingerprintOf(learnedFrom));
    },
    LONG,
  );

  it("take at most 150 kB", () => {
    expect(readFileSync(WEIGHTS).length).toBeLessThanOrEqual(150_000);
  });

  it.each([
    ["tags", TAG_WEIGHTS],
    ["reasons", REASON_WEIGHTS],
  ])("of %s are read back as they are stored, whole numbers between -127 and 127", (_, stored) => {
    const rows = rowsOf(stored);
    expect(storedOf(stored.bias, rows)).toEqual(stored);
    expect(rows.size).toBeGreaterThan(1_000);
    for (const row of rows.values())
      for (const weight of row) {
        expect(Number.isInteger(weight)).toBe(true);
        expect(Math.abs(weight)).toBeLessThanOrEqual(127);
      }
  });

  it("find a feature by a number of 24 bits that hardly two keys in a thousand share", () => {
    const keys = learnedFrom.slice(0, 200).flatMap((one) => keysOf(one.mail));
    const distinct = new Set(keys);
    const numbers = new Set([...distinct].map(keyNumber));
    expect(Math.max(...numbers)).toBeLessThan(2 ** 24);
    expect(numbers.size / distinct.size).toBeGreaterThan(0.998);
  });
});
