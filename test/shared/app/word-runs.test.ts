import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { runsOf } from "#shared/app/word-runs.ts";
import { own } from "#shared/kernel/text.ts";

const WORDS = "Bonjour,\n\nVirement de 1 150 € vendredi.\n";

const at = (of: string, from: number, to: number) => ({
  of,
  quote: WORDS.slice(from, to),
  span: { of: "newWords" as const, from, to },
  rule: "r",
});

describe("the words of a mail, marked", () => {
  it("bear the names of all that rests on them", () => {
    const runs = runsOf(WORDS, [at("promise", 10, 39), at("promise.by", 31, 39)], own);
    expect(runs.filter(({ of }) => of !== null)).toEqual([
      { text: { foreign: "Virement de 1 150 € v" }, of: { own: "promise" } },
      { text: { foreign: "endredi." }, of: { own: "promise, promise.by" } },
    ]);
  });

  it("are whole, whatever stands on them, and marks outside of them change nothing", () => {
    const marks = fc.array(
      fc.tuple(fc.integer({ min: -5, max: 60 }), fc.integer({ min: -5, max: 60 })),
      { maxLength: 20 },
    );
    fc.assert(
      fc.property(marks, (spans) => {
        const runs = runsOf(
          WORDS,
          spans.map(([from, to]) => at("x", from, to)),
          own,
        );
        expect(runs.map(({ text }) => text.foreign).join("")).toBe(WORDS);
      }),
      { seed: 20261120, numRuns: 300 },
    );
  });

  it("are not marked by what rests on the subject or on a header", () => {
    const header = { of: "autoreply", quote: "Auto-Submitted", span: null, rule: "r" };
    const subject = { ...header, span: { of: "subject" as const, from: 0, to: 5 } };
    expect(runsOf(WORDS, [header, subject], own)).toEqual([{ text: { foreign: WORDS }, of: null }]);
  });
});
