import { describe, expect, it } from "vitest";
import { fit, scoresIn } from "../../training/fit.ts";
import type { Sample } from "../../training/fit.ts";

const samples = (label: number, keys: readonly string[], count: number, weight = 1): Sample[] =>
  Array.from({ length: count }, () => ({ keys, label, weight }));

const bestOf = (scores: readonly number[]): number => scores.indexOf(Math.max(...scores));

describe("learning", () => {
  const learned = fit(
    [
      ...samples(0, ["w:pay", "w:friday"], 20),
      ...samples(1, ["w:pay", "w:sent"], 20),
      ...samples(2, ["w:broken"], 20),
      ...samples(2, ["w:once"], 2),
    ],
    3,
  );

  it("tells the classes apart by what sets them apart", () => {
    expect(
      [["w:pay", "w:friday"], ["w:pay", "w:sent"], ["w:broken"]].map((keys) =>
        bestOf(scoresIn(learned, keys)),
      ),
    ).toEqual([0, 1, 2]);
  });

  it("believes nothing of what two mails alone hold", () => {
    expect(learned.rows.has("w:once")).toBe(false);
    expect(learned.rows.has("w:broken")).toBe(true);
  });

  it("asks more mails of a pair of words than of a word", () => {
    const pairs = fit([...samples(0, ["b:a b", "w:a"], 10), ...samples(1, ["w:c"], 10)], 2);
    expect([pairs.rows.has("b:a b"), pairs.rows.has("w:a")]).toEqual([false, true]);
  });

  it("believes whoever counts more where two say the contrary", () => {
    const heavy = fit([...samples(0, ["w:x"], 10, 1), ...samples(1, ["w:x"], 10, 0.2)], 2);
    expect(bestOf(scoresIn(heavy, ["w:x"]))).toBe(0);
  });

  it("gives the same numbers every time", () => {
    const again = fit([...samples(0, ["w:a"], 5), ...samples(1, ["w:b"], 5)], 2);
    expect(fit([...samples(0, ["w:a"], 5), ...samples(1, ["w:b"], 5)], 2)).toEqual(again);
  });
});
