import { describe, expect, it } from "vitest";
import { lowerBound } from "#src/cli/reply-score.ts";

describe("the lower bound of a share", () => {
  // Wilson (1927), at 95 %: 98.1 % of 100,000 need no allowance, 98 of 100 need much.
  it.each([
    [98, 100, 0.93],
    [980, 1000, 0.9693],
    [100, 100, 0.963],
    [0, 100, 0],
    [1, 2, 0.0945],
  ])("of %i right among %i is %f", (right, of, expected) => {
    expect(lowerBound({ right, of })).toBeCloseTo(expected, 3);
  });

  it("is nothing where nothing was counted", () => {
    expect(lowerBound({ right: 0, of: 0 })).toBe(0);
  });
});
