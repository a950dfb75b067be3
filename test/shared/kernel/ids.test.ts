import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { idOfChance, idOfFacts, referenceOf } from "#shared/kernel/ids.ts";
import { DEBTOR_KINDS, DISPUTE_REASONS, TAGS } from "#shared/kernel/parties.ts";

const SEED = 20261120;

describe("an id made from facts", () => {
  it("is the same for the same facts, for ever", () => {
    expect(idOfFacts("inv", ["cre-1", "FA-2026-117"])).toBe("inv-1c885430739959a3b350");
  });

  it("differs where the facts differ, however they are cut", () => {
    const parts = fc.array(fc.string({ unit: fc.constantFrom("a", "|", ":", "1", "é") }), {
      maxLength: 5,
    });
    fc.assert(
      fc.property(parts, parts, (a, b) => {
        expect(idOfFacts("x", a) === idOfFacts("x", b)).toBe(
          JSON.stringify(a) === JSON.stringify(b),
        );
      }),
      { seed: SEED, numRuns: 500 },
    );
    expect(idOfFacts("x", ["a", "b"])).not.toBe(idOfFacts("x", ["a|1:b"]));
  });
});

describe("an id made by chance", () => {
  it("is its kind and 20 digits of the chance given", () => {
    expect(idOfChance("wri", "00112233445566778899aabbccddeeff")).toBe("wri-00112233445566778899");
  });
});

describe("a reference", () => {
  it("is R- and six characters that cannot be taken for one another", () => {
    fc.assert(
      fc.property(fc.string(), (salt) => {
        expect(referenceOf(salt)).toMatch(/^R-[2-9A-HJKMNP-TV-Z]{6}$/);
      }),
      { seed: SEED, numRuns: 300 },
    );
  });

  it("uses its whole alphabet, and another salt gives another reference", () => {
    const references = Array.from({ length: 2000 }, (_, index) => referenceOf(String(index)));
    expect(new Set(references).size).toBe(2000);
    expect(new Set(references.join("").replace(/R-/g, "")).size).toBeGreaterThanOrEqual(29);
  });
});

describe("words that are event data", () => {
  it("stay as they were written into logs", () => {
    expect(DEBTOR_KINDS).toEqual(["business", "non-professional", "consumer", "public"]);
    expect(TAGS.join(" ")).toBe(
      "promise paid dispute instalments question wrong_contact insolvency refusal autoreply bounce acknowledgement unrelated",
    );
    expect(DISPUTE_REASONS.join(" ")).toBe(
      "not_delivered quality price quantity not_ordered duplicate credit_due missing_reference other",
    );
  });
});
