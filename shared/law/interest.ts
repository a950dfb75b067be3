import type { CalendarDate } from "#shared/kernel/calendar.ts";
import { addDays, dateOf, daysBetween, isLeapYear, yearOf } from "#shared/kernel/calendar.ts";

/**
 * How many days make a year: always 365, or those of each calendar year that the days fall in. No text fixes it in
 * France; British and Irish official examples divide by 365.
 */
export const BASES = ["act/365", "act/act"] as const;
export type Basis = (typeof BASES)[number];

/** Each half-year of the delay at its own rate, or the first one's to the end. */
export const SPLITS = ["half-year", "frozen"] as const;
export type Split = (typeof SPLITS)[number];

/** What a payment settles first. `interest-first` is C. civ. 1343-1; the other is the creditor's favour to the debtor. */
export const ALLOCATIONS = ["principal-first", "interest-first"] as const;
export type AllocationOrder = (typeof ALLOCATIONS)[number];

/** Simple interest on one sum at one rate. Both days are counted. */
export type InterestRun = {
  /** Minor units, from 0 to MINOR_MAX. */
  readonly principal: number;
  /** Of a year; 1240 is 12.40 %. */
  readonly basisPoints: number;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly basis: Basis;
};

const BASIS_POINTS = 10_000;
/** 365 × 366 × 10,000 is below 2^31, which `wholeAndRest` needs. */
const YEARS = 365 * 366;

type Fraction = { readonly numerator: number; readonly denominator: number };

/** Rate times days over days of a year, as one fraction: rounded only once, after the principal. */
const fractionOf = ({ basisPoints, from, to, basis }: Omit<InterestRun, "principal">): Fraction => {
  const days = daysBetween(from, to) + 1;
  if (basis === "act/365")
    return { numerator: basisPoints * days, denominator: 365 * BASIS_POINTS };
  const leap = leapDays(from, to);
  return {
    numerator: basisPoints * ((days - leap) * 366 + leap * 365),
    denominator: YEARS * BASIS_POINTS,
  };
};

/** How many of the days, both ends counted, fall in leap years. */
const leapDays = (from: CalendarDate, to: CalendarDate): number => {
  let count = 0;
  for (let day = from; day <= to;) {
    const end = dateOf(`${String(yearOf(day))}-12-31`);
    const last = end < to ? end : to;
    if (isLeapYear(yearOf(day))) count += daysBetween(day, last) + 1;
    if (last === to) break;
    day = addDays(last, 1);
  }
  return count;
};

/**
 * `a × b / denominator` as a whole number and the rest, exact without ever leaving the safe integers: both factors are
 * taken apart by the denominator, and the product of the two rests in two steps of 16 bits. All are non-negative
 * integers, the denominator is below 2^31. Exact as long as the whole is a safe integer; beyond, it is beyond MINOR_MAX.
 */
const wholeAndRest = (
  a: number,
  b: number,
  denominator: number,
): { readonly whole: number; readonly rest: number } => {
  const [qa, ra] = [Math.floor(a / denominator), a % denominator];
  const [qb, rb] = [Math.floor(b / denominator), b % denominator];
  const high = ra * Math.floor(rb / 65_536);
  const low = (high % denominator) * 65_536 + ra * (rb % 65_536);
  const whole = qa * b + ra * qb + Math.floor(high / denominator) * 65_536;
  return { whole: whole + Math.floor(low / denominator), rest: low % denominator };
};

/** Interest in minor units, rounded once, half away from zero. */
export const interestOf = (run: InterestRun): number => {
  const { numerator, denominator } = fractionOf(run);
  const { whole, rest } = wholeAndRest(run.principal, Math.abs(numerator), denominator);
  const rounded = rest * 2 >= denominator ? whole + 1 : whole;
  return numerator < 0 && rounded > 0 ? -rounded : rounded;
};

/**
 * What one more day costs: each principal at its rate over the days of the year that holds `on`, added up exactly and
 * rounded once, half away from zero. Rates are non-negative.
 */
export const perDayOf = (
  sums: readonly { readonly principal: number; readonly basisPoints: number }[],
  on: CalendarDate,
  basis: Basis,
): number => {
  const year = basis === "act/act" && isLeapYear(yearOf(on)) ? 366 : 365;
  const denominator = year * BASIS_POINTS;
  let total = 0;
  let rests = 0;
  for (const { principal, basisPoints } of sums) {
    const { whole, rest } = wholeAndRest(principal, basisPoints, denominator);
    total += whole;
    rests += rest;
  }
  return total + Math.floor((rests * 2 + denominator) / (denominator * 2));
};
