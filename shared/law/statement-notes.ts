import type { CalendarDate } from "#shared/kernel/calendar.ts";
import { earliest } from "#shared/kernel/calendar.ts";
import type { Currency, Money } from "#shared/kernel/money.ts";
import { money } from "#shared/kernel/money.ts";
import { fixedSumOf } from "./compensation.ts";
import { halfYearOf, nextHalfYear, startOfHalfYear } from "./half-year.ts";
import type { AllocationOrder, Basis, Split } from "./interest.ts";
import { lateRateOf } from "./late-rate.ts";
import type { HalfYearlySeries } from "./rates.ts";
import { contradictedBy, publishedRate } from "./rates.ts";
import type { RateEvidence } from "./rate-series.ts";
import type { LateRegime } from "./regime.ts";
import { REGIMES } from "./regime.ts";
import type { MissingRate, Segment } from "./segments.ts";
import type { Settlement } from "./settlement.ts";
import type { StatementInput, StatementTerms } from "./statement-terms.ts";
import { noticeOf } from "./statement-terms.ts";

/** What a reader must know of how the figures came about; rates in basis points. */
export type StatementNote =
  | { readonly type: "formula"; readonly regime: LateRegime }
  | { readonly type: "contract-rate"; readonly basisPoints: number }
  | { readonly type: "first-day"; readonly start: "due" | "notice" }
  | { readonly type: "basis"; readonly basis: Basis }
  | { readonly type: "basis-not-usual"; readonly regime: LateRegime }
  | { readonly type: "split"; readonly split: Split; readonly byLaw: boolean }
  | { readonly type: "rounding" }
  | { readonly type: "allocation"; readonly allocation: AllocationOrder }
  | { readonly type: "computed-rate" }
  | { readonly type: "before-2013" }
  | {
      readonly type: "weak-rate";
      readonly series: HalfYearlySeries;
      readonly halfYear: string;
      readonly evidence: RateEvidence;
    }
  | {
      readonly type: "added-rate";
      readonly series: HalfYearlySeries;
      readonly halfYear: string;
      readonly source: string;
    }
  | {
      readonly type: "added-differs";
      readonly series: HalfYearlySeries;
      readonly halfYear: string;
      readonly shipped: number;
      readonly added: number;
    }
  | { readonly type: "missing-rate"; readonly missing: MissingRate }
  | { readonly type: "per-day-unknown" }
  | { readonly type: "notice-missing" }
  | { readonly type: "notice-later"; readonly on: CalendarDate }
  | { readonly type: "debtor-kind" }
  | { readonly type: "no-fixed-sum" }
  | { readonly type: "fixed-sum-each" }
  | { readonly type: "fixed-sum-apart"; readonly sum: Money }
  | { readonly type: "fixed-sum-unknown"; readonly currency: Currency }
  | { readonly type: "default-needed" }
  | { readonly type: "no-capitalisation" }
  | {
      readonly type: "below-floor";
      readonly halfYear: string;
      readonly floor: number;
      readonly contract: number;
      /** The default rate of the law, where the floor is even above it. */
      readonly defaultBelow: number | null;
    }
  | { readonly type: "floor-unknown"; readonly halfYear: string }
  | { readonly type: "contract-unchecked" }
  | { readonly type: "contract-not-applied" }
  | {
      readonly type: "payment-later" | "payment-spread" | "payment-left";
      readonly on: CalendarDate;
      readonly amount: Money;
    };

/** The floor of a contractual rate: three times the legal interest of the half-year (C. com. L441-10 II). */
const FLOOR_TIMES = 3;

export const notesOf = (
  input: StatementInput,
  terms: StatementTerms,
  settlement: Settlement,
): readonly StatementNote[] => [
  ...methodNotes(input, terms),
  ...noticeNotes(input, terms),
  ...contractNotes(input, terms, settlement),
  ...rateNotes(terms, settlement),
  ...fixedSumNotes(terms, settlement),
  ...paymentNotes(terms, settlement),
];

const methodNotes = (input: StatementInput, terms: StatementTerms): readonly StatementNote[] => {
  const { regime, contractRate, basis, split } = terms;
  const { frozen, start, computed } = REGIMES[regime];
  const notes: StatementNote[] = [
    contractRate === null
      ? { type: "formula", regime }
      : { type: "contract-rate", basisPoints: contractRate },
    { type: "first-day", start },
    { type: "basis", basis },
  ];
  if (basis === "act/act" && (regime === "uk" || regime === "ie"))
    notes.push({ type: "basis-not-usual", regime });
  if (contractRate === null) notes.push({ type: "split", split, byLaw: frozen !== null });
  notes.push({ type: "rounding" });
  if (input.payments.length > 0) notes.push({ type: "allocation", allocation: terms.allocation });
  if (computed && contractRate === null) notes.push({ type: "computed-rate" });
  if (regime === "nl") notes.push({ type: "no-capitalisation" });
  if (regime === "de") notes.push({ type: "default-needed" });
  return notes;
};

const noticeNotes = (
  input: StatementInput,
  { regime, on }: StatementTerms,
): readonly StatementNote[] => {
  if (REGIMES[regime].start === "due") return [];
  const notes: StatementNote[] = [];
  const notices = input.debts.map((debt) => noticeOf(debt, input));
  const later = earliest(notices.filter((notice) => notice !== null && notice > on));
  if (notices.some((notice) => notice === null)) notes.push({ type: "notice-missing" });
  if (later !== null) notes.push({ type: "notice-later", on: later });
  if (regime === "fr-nonprofessional") notes.push({ type: "debtor-kind" });
  return notes;
};

const contractNotes = (
  input: StatementInput,
  { regime, contractRate, addedRates }: StatementTerms,
  settlement: Settlement,
): readonly StatementNote[] => {
  const asked = input.contractRate ?? null;
  if (asked === null) return [];
  if (contractRate === null) return [{ type: "contract-not-applied" }];
  if (regime !== "fr-b2b") return [{ type: "contract-unchecked" }];
  return halfYearsOf(segmentsOf(settlement)).flatMap((day): readonly StatementNote[] => {
    const halfYear = halfYearOf(day);
    const legal = publishedRate("fr-legal", day, addedRates);
    if (!legal.ok) return [{ type: "floor-unknown", halfYear }];
    const floor = legal.value.basisPoints * FLOOR_TIMES;
    if (contractRate >= floor) return [];
    const usual = lateRateOf(regime, day, addedRates);
    const below = usual.ok && usual.value.basisPoints < floor ? usual.value.basisPoints : null;
    return [{ type: "below-floor", halfYear, floor, contract: contractRate, defaultBelow: below }];
  });
};

const segmentsOf = ({ debts }: Settlement): readonly Segment[] =>
  debts.flatMap(({ segments }) => segments);

/** One day of each half-year that the segments touch, in order. */
const halfYearsOf = (segments: readonly Segment[]): readonly CalendarDate[] => {
  const days = new Map<string, CalendarDate>();
  for (const { from, to } of segments)
    for (let day = from; day <= to; day = nextHalfYear(day))
      if (!days.has(halfYearOf(day))) days.set(halfYearOf(day), day);
  return [...days.values()].sort();
};

const rateNotes = (
  { regime, contractRate, addedRates }: StatementTerms,
  settlement: Settlement,
): readonly StatementNote[] => {
  const { debts } = settlement;
  const notes: StatementNote[] = debts
    .flatMap(({ missing }) => missing)
    .map((missing) => ({ type: "missing-rate", missing }));
  if (contractRate !== null) return notes;
  const seen = new Set<string>();
  for (const { series, halfYear, evidence, source } of segmentsOf(settlement)) {
    if (series === null || halfYear === null || seen.has(halfYear)) continue;
    seen.add(halfYear);
    if (evidence === "added") notes.push({ type: "added-rate", series, halfYear, source });
    else if (evidence !== "official" && evidence !== "contract")
      notes.push({ type: "weak-rate", series, halfYear, evidence });
    const rate = publishedRate(series, startOfHalfYear(halfYear), addedRates);
    const other = rate.ok ? contradictedBy(rate.value, addedRates) : null;
    if (rate.ok && other !== null)
      notes.push({
        type: "added-differs",
        series,
        halfYear,
        shipped: rate.value.basisPoints,
        added: other.basisPoints,
      });
    if (
      regime === "fr-b2b" &&
      halfYear < "2013" &&
      notes.every(({ type }) => type !== "before-2013")
    )
      notes.push({ type: "before-2013" });
  }
  return notes;
};

const fixedSumNotes = (
  { regime, currency }: StatementTerms,
  { debts, fixedSums }: Settlement,
): readonly StatementNote[] => {
  if (REGIMES[regime].start === "notice") return [{ type: "no-fixed-sum" }];
  if (debts.every(({ overdue }) => !overdue)) return [];
  const apart = fixedSums.filter(({ sum }) => sum.currency !== currency);
  const [first] = apart;
  if (first !== undefined) {
    const minor = apart.reduce((total, { sum }) => total + sum.minor, 0);
    return [{ type: "fixed-sum-apart", sum: money(minor, first.sum.currency) }];
  }
  if (fixedSums.length > 0) return [{ type: "fixed-sum-each" }];
  // Where a judgment forbids payment there is none although its band is known: nothing is left to find out.
  const isKnown = fixedSumOf(regime, money(0, currency)) !== null;
  return isKnown ? [] : [{ type: "fixed-sum-unknown", currency }];
};

const paymentNotes = (
  { currency }: StatementTerms,
  { uses, later }: Settlement,
): readonly StatementNote[] => {
  const notes: StatementNote[] = later.map(({ on, amount }) => ({
    type: "payment-later",
    on,
    amount: money(amount, currency),
  }));
  for (const { payment, parts, left } of uses) {
    const { on, invoice } = payment;
    const elsewhere = parts
      .filter((part) => invoice !== null && part.invoice !== invoice)
      .reduce((sum, { amount }) => sum + amount, 0);
    if (elsewhere > 0)
      notes.push({ type: "payment-spread", on, amount: money(elsewhere, currency) });
    if (left > 0) notes.push({ type: "payment-left", on, amount: money(left, currency) });
  }
  return notes;
};
