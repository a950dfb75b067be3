import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, dateOfDayNumber, isLeapYear, yearOf } from "#shared/kernel/calendar.ts";
import { MINOR_MAX } from "#shared/kernel/money.ts";
import type { InterestRun } from "#shared/law/interest.ts";
import { interestOf, perDayOf } from "#shared/law/interest.ts";
import { day } from "./statement-cases.ts";

const SEED = 20_261_122;

const run = (terms: Partial<InterestRun>): number =>
  interestOf({
    principal: 1_000_000,
    basisPoints: 1240,
    from: day("2026-07-01"),
    to: day("2026-11-21"),
    basis: "act/365",
    ...terms,
  });

/** The same with integers of any size, day by day. */
const slow = ({ principal, basisPoints, from, to, basis }: InterestRun): bigint => {
  let [plain, leap] = [0n, 0n];
  for (let on = from; on <= to; on = addDays(on, 1))
    if (basis === "act/act" && isLeapYear(yearOf(on))) leap += 1n;
    else plain += 1n;
  const numerator = BigInt(principal) * BigInt(basisPoints) * (plain * 366n + leap * 365n);
  const denominator = 365n * 366n * 10_000n;
  return (numerator * 2n + denominator) / (denominator * 2n);
};

describe("interestOf", () => {
  it("counts both days and rounds once, halves away from zero", () => {
    // 1,000,000 × 0.1240 × 144 / 365 = 48,920.55
    expect(run({})).toBe(48_921);
    // 365 × 0.50 % × 1 / 365 = 1.825 cents of 365.00: 36,500 × 50 / 10,000 / 365 = 0.5 exactly.
    expect(run({ principal: 36_500, basisPoints: 50, to: day("2026-07-01") })).toBe(1);
    expect(run({ principal: 36_499, basisPoints: 50, to: day("2026-07-01") })).toBe(0);
    expect(run({ principal: 36_500, basisPoints: -50, to: day("2026-07-01") })).toBe(-1);
    expect(run({ principal: 0 })).toBe(0);
  });

  it("divides the days of a leap year by 366 where the base is act/act, within one rounding", () => {
    const both = { from: day("2023-12-31"), to: day("2024-01-01"), basisPoints: 10_000 } as const;
    // 10,000 × (1/365 + 1/366) = 54.72; two roundings would give 27.40 + 27.32.
    expect(run({ ...both, basis: "act/act" })).toBe(5472);
    // 10,000 × 2/365 = 54.79.
    expect(run({ ...both, basis: "act/365" })).toBe(5479);
    const leap = { from: day("2024-01-01"), to: day("2024-12-31"), basisPoints: 1450 } as const;
    expect(run({ ...leap, basis: "act/act" })).toBe(145_000);
    // 366 days over 365.
    expect(run({ ...leap, basis: "act/365" })).toBe(145_397);
  });

  it("is exact up to the largest amount that Relance keeps", () => {
    const largest = { principal: MINOR_MAX, basisPoints: 1240 };
    for (const basis of ["act/365", "act/act"] as const) {
      const of = { ...largest, basis, from: day("2023-07-01"), to: day("2024-11-21") };
      expect(BigInt(interestOf(of))).toBe(slow(of));
    }
  });

  it("agrees with integers of any size", () => {
    const start = 14_000;
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: MINOR_MAX }),
        fc.integer({ min: 0, max: 2000 }),
        fc.integer({ min: start, max: start + 9000 }),
        fc.integer({ min: 0, max: 800 }),
        fc.constantFrom("act/365" as const, "act/act" as const),
        (principal, basisPoints, first, days, basis) => {
          const from = dateOfDayNumber(first);
          const of = { principal, basisPoints, from, to: addDays(from, days), basis };
          expect(BigInt(interestOf(of))).toBe(slow(of));
        },
      ),
      { seed: SEED, numRuns: 300 },
    );
  });
});

describe("perDayOf", () => {
  it("adds up exactly and rounds once", () => {
    const on = day("2026-11-21");
    // Twice 0.14 cents is 0.27 cents; three hundred times is 41.1, where rounding each would give nothing.
    const small = { principal: 403, basisPoints: 1240 };
    expect(perDayOf([small], on, "act/365")).toBe(0);
    expect(
      perDayOf(
        Array.from({ length: 300 }, () => small),
        on,
        "act/365",
      ),
    ).toBe(41);
    expect(perDayOf([], on, "act/365")).toBe(0);
  });

  it("divides by the days of the year of that day", () => {
    const sums = [{ principal: 36_600_000, basisPoints: 1000 }];
    expect(perDayOf(sums, day("2024-02-29"), "act/act")).toBe(10_000);
    expect(perDayOf(sums, day("2024-02-29"), "act/365")).toBe(10_027);
    expect(perDayOf(sums, day("2026-02-28"), "act/act")).toBe(10_027);
  });

  it("is exact for the largest amount", () => {
    // 10^15 × 12.40 % / 365 = 339,726,027,397.26
    const sums = [{ principal: MINOR_MAX, basisPoints: 1240 }];
    expect(perDayOf(sums, day("2026-11-21"), "act/365")).toBe(339_726_027_397);
  });
});
