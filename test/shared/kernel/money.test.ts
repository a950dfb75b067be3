import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  CURRENCIES,
  MINOR_MAX,
  addMoney,
  allocateMoney,
  decimalString,
  decimalsOf,
  formatMoney,
  isCurrency,
  money,
  parseMoney,
  zero,
} from "#shared/kernel/money.ts";
import type { Currency } from "#shared/kernel/money.ts";

const SEED = 20261120;
const minor = (text: string, currency: Currency = "EUR", mark?: "," | "."): number | null =>
  parseMoney(text, currency, mark)?.minor ?? null;

describe("an amount", () => {
  it("is a safe integer of minor units", () => {
    expect(() => money(0.1, "EUR")).toThrow("safe integer");
    expect(() => money(MINOR_MAX + 1, "EUR")).toThrow("safe integer");
    expect(() => money(Number.NaN, "EUR")).toThrow("safe integer");
    expect(Object.is(money(-0, "EUR").minor, 0)).toBe(true);
  });

  it("is never added to one of another currency", () => {
    expect(addMoney(money(1, "EUR"), money(2, "EUR"))).toEqual(money(3, "EUR"));
    expect(() => addMoney(zero("EUR"), zero("GBP"))).toThrow("two currencies");
  });

  it("is kept in known currencies alone", () => {
    expect(isCurrency("EUR")).toBe(true);
    expect(isCurrency("eur")).toBe(false);
    expect(isCurrency("toString")).toBe(false);
    expect(["EUR", "JPY", "TND"].map((code) => decimalsOf(code as Currency))).toEqual([2, 0, 3]);
  });
});

describe("shares of an amount", () => {
  it("add up to it exactly, each within one unit of its exact part", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1e12, max: 1e12 }),
        fc.array(fc.nat(1e9), { minLength: 1, maxLength: 12 }),
        (amount, weights) => {
          const total = weights.reduce((sum, weight) => sum + weight, 0);
          if (total === 0) return;
          const shares = allocateMoney(money(amount, "EUR"), weights).map((share) => share.minor);
          expect(shares.reduce((sum, share) => sum + share, 0)).toBe(amount);
          shares.forEach((share, index) => {
            const floor = Number(
              (BigInt(Math.abs(amount)) * BigInt(weights[index] ?? 0)) / BigInt(total),
            );
            expect(Math.abs(share)).toBeGreaterThanOrEqual(floor);
            expect(Math.abs(share)).toBeLessThanOrEqual(weights[index] === 0 ? 0 : floor + 1);
          });
        },
      ),
      { seed: SEED, numRuns: 500 },
    );
  });

  it("add up to it exactly at the edge of what is kept", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: MINOR_MAX - 1e6, max: MINOR_MAX }),
        fc.array(fc.integer({ min: 0, max: 1e15 }), { minLength: 1, maxLength: 20 }),
        (amount, weights) => {
          if (weights.every((weight) => weight === 0)) return;
          const shares = allocateMoney(money(amount, "EUR"), weights).map((share) => share.minor);
          expect(shares.reduce((sum, share) => sum + share, 0)).toBe(amount);
          expect(Math.min(...shares)).toBeGreaterThanOrEqual(0);
        },
      ),
      { seed: SEED, numRuns: 500 },
    );
  });

  it("give what is left to the largest remainder, then to the earlier share", () => {
    const shares = (amount: number, ...weights: readonly number[]) =>
      allocateMoney(money(amount, "EUR"), weights).map((share) => share.minor);
    expect(shares(100, 1, 1, 1)).toEqual([34, 33, 33]);
    expect(shares(-100, 1, 1, 1)).toEqual([-34, -33, -33]);
    expect(shares(5, 3, 0, 7)).toEqual([2, 0, 3]);
    expect(shares(0, 1, 2)).toEqual([0, 0]);
  });

  it.each([[[]], [[0, 0]], [[-1, 2]], [[Number.NaN]], [[Infinity, 1]]])(
    "are not made by weights %j",
    (weights) => {
      expect(() => allocateMoney(money(1, "EUR"), weights)).toThrow("weights are positive");
    },
  );
});

describe("reading an amount", () => {
  it.each<[string, number]>([
    ["1 234,56", 123456],
    ["1\u202f234,56\u00a0€", 123456],
    ["1\u00a0234,56", 123456],
    ["1.234,56", 123456],
    ["1,234.56", 123456],
    ["1'234.56", 123456],
    ["1’234.56", 123456],
    ["1234,56", 123456],
    ["1234.5", 123450],
    ["1234", 123400],
    ["1 234", 123400],
    ["1.234.567", 123456700],
    ["1,234,567", 123456700],
    ["1.234.567,8", 123456780],
    ["-12", -1200],
    ["−12,50", -1250],
    ["€1,234.56", 123456],
    ["-€1,234.56", -123456],
    ["€ -12.00", -1200],
    ["EUR 12", 1200],
    ["12,00 EUR", 1200],
    ["  0,05  ", 5],
    ["0", 0],
  ])("takes %j", (text, expected) => {
    expect(minor(text)).toBe(expected);
  });

  it.each([
    "1.234",
    "1,234",
    "-1.234 €",
    "1.234,5O",
    "1.234,567",
    "1,234,56",
    "1.23.456",
    "12 34",
    "1 234 56",
    "1  234",
    "1 234.567,89",
    "1'234 567,00",
    "1,234.567.890,00",
    "12,",
    ",5",
    "--5",
    "5-",
    "(5)",
    "1e3",
    "0x10",
    "٣",
    "12 USD",
    "douze",
    "",
    "€",
    "-",
    "9".repeat(17),
    "1".repeat(41),
  ])("refuses %j", (text) => {
    expect(minor(text)).toBeNull();
  });

  it("takes a lone mark before three digits only from a caller that knows its meaning", () => {
    expect(minor("1.234", "EUR", ",")).toBe(123400);
    expect(minor("1,234", "EUR", ".")).toBe(123400);
    expect(minor("1.234", "EUR", ".")).toBeNull();
    expect(minor("1234.56", "EUR", ",")).toBeNull();
    expect(minor("1,234.56", "EUR", ",")).toBeNull();
  });

  it("never guesses a factor of a thousand in a currency of three decimals or none", () => {
    expect(minor("1,234", "TND")).toBeNull();
    expect(minor("0,234", "TND")).toBe(234);
    expect(minor("1234,567", "TND")).toBe(1234567);
    expect(minor("1 234,567", "TND")).toBe(1234567);
    expect(minor("1.234", "JPY")).toBeNull();
    expect(minor("1,5", "JPY")).toBeNull();
    expect(minor("JPY 1 234", "JPY")).toBe(1234);
  });

  it("gives back any amount that was shown in French or English, or written to a file", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -MINOR_MAX, max: MINOR_MAX }),
        fc.constantFrom(...CURRENCIES),
        (amount, currency) => {
          const value = money(amount, currency);
          expect(parseMoney(formatMoney(value, "fr"), currency, ",")).toEqual(value);
          expect(parseMoney(formatMoney(value, "en"), currency, ".")).toEqual(value);
          expect(parseMoney(decimalString(value), currency, ".")).toEqual(value);
        },
      ),
      { seed: SEED, numRuns: 500 },
    );
  });

  it("gives back, without being told the convention, any amount in euros", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1e9, max: 1e9 }),
        fc.constantFrom("fr", "en"),
        (amount, language) => {
          const value = money(amount, "EUR");
          expect(parseMoney(formatMoney(value, language), "EUR")).toEqual(value);
        },
      ),
      { seed: SEED, numRuns: 300 },
    );
  });
});

describe("showing an amount", () => {
  it.each<[number, Currency, string, string, string]>([
    [123456, "EUR", "1\u202f234,56\u00a0€", "€1,234.56", "1234.56"],
    [-5, "EUR", "-0,05\u00a0€", "-€0.05", "-0.05"],
    [0, "GBP", "0,00\u00a0£", "£0.00", "0.00"],
    [100, "CHF", "1,00\u00a0CHF", "CHF\u00a01.00", "1.00"],
    [1234567, "JPY", "1\u202f234\u202f567\u00a0JPY", "JPY\u00a01,234,567", "1234567"],
    [1234567, "TND", "1\u202f234,567\u00a0TND", "TND\u00a01,234.567", "1234.567"],
  ])("writes %i %s", (amount, currency, fr, en, file) => {
    const value = money(amount, currency);
    expect(formatMoney(value, "fr")).toBe(fr);
    expect(formatMoney(value, "en")).toBe(en);
    expect(decimalString(value)).toBe(file);
  });
});
