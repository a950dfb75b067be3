import type { CalendarDate } from "#shared/kernel/calendar.ts";
import { addDays, daysBetween } from "#shared/kernel/calendar.ts";
import type { Result } from "#shared/kernel/result.ts";
import { ok } from "#shared/kernel/result.ts";
import { halfYearEnd } from "./half-year.ts";
import type { Basis } from "./interest.ts";
import { interestOf } from "./interest.ts";
import type { LateRate } from "./late-rate.ts";
import { lateRateOf } from "./late-rate.ts";
import type { HalfYearlySeries, RateUnknown } from "./rates.ts";
import type { RateEvidence } from "./rate-series.ts";
import { RATE_SOURCES } from "./rate-sources.ts";
import { REGIMES } from "./regime.ts";
import type { StatementTerms } from "./statement-terms.ts";

/** Days at one rate on one principal; amounts in minor units, `from` and `to` both counted. */
export type Segment = {
  readonly invoice: string;
  readonly portion: string | null;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly days: number;
  readonly basisPoints: number;
  readonly principal: number;
  readonly interest: number;
  readonly basis: Basis;
  /** The half-year that the rate is of and the published series it was computed from; null for a rate of the contract. */
  readonly halfYear: string | null;
  readonly series: HalfYearlySeries | null;
  /** Where the published rate was read; empty for a rate of the contract. */
  readonly source: string;
  readonly evidence: RateEvidence | "contract";
  /** By formula from the published rate; the country's own notice was not read. */
  readonly computed: boolean;
};

/** A rate that is not known (yet, or so long ago): from this day on nothing is counted for the invoice. */
export type MissingRate = {
  readonly invoice: string;
  readonly portion: string | null;
  readonly from: CalendarDate;
  readonly series: HalfYearlySeries;
  readonly halfYear: string;
  readonly side: RateUnknown["side"];
};

/** What interest needs to know of a debt. */
export type Accruing = {
  readonly invoice: string;
  readonly portion: string | null;
  readonly dueOn: CalendarDate;
  readonly interestFrom: CalendarDate | null;
  readonly interestUntil?: CalendarDate | null | undefined;
};

export type Accrued = {
  readonly segments: readonly Segment[];
  readonly missing: readonly MissingRate[];
};

/** The day whose half-year gives the rate of `day`. */
const rateDay = (debt: Accruing, day: CalendarDate, terms: StatementTerms): CalendarDate => {
  if (REGIMES[terms.regime].frozen === "due") return debt.dueOn;
  return terms.split === "frozen" ? (debt.interestFrom ?? day) : day;
};

const rateFor = (
  debt: Accruing,
  day: CalendarDate,
  terms: StatementTerms,
): Result<LateRate, RateUnknown> =>
  lateRateOf(terms.regime, rateDay(debt, day, terms), terms.addedRates);

/**
 * Interest on an unchanging principal from one day to another, both counted: one segment a rate period, rounded each.
 * From the first unknown rate on there is none, whatever is known after.
 */
export const accrue = (
  debt: Accruing,
  principal: number,
  from: CalendarDate,
  on: CalendarDate,
  terms: StatementTerms,
): Accrued => {
  const until = debt.interestUntil ?? on;
  const to = until < on ? until : on;
  if (principal <= 0 || from > to) return { segments: [], missing: [] };
  const { invoice, portion } = debt;
  const { contractRate, split } = terms;
  const period = { invoice, portion, principal, basis: terms.basis };
  if (contractRate !== null) {
    const run = { ...period, basisPoints: contractRate, from, to };
    return { segments: [contractSegment(run)], missing: [] };
  }
  const segments: Segment[] = [];
  const missing: MissingRate[] = [];
  for (let day = from; day <= to;) {
    const end = split === "frozen" ? to : halfYearEnd(day);
    const last = end < to ? end : to;
    const rate = rateFor(debt, day, terms);
    if (!rate.ok) {
      const { series, halfYear, side } = rate.error;
      missing.push({ invoice, portion, from: day, series, halfYear, side });
    } else if (missing.length === 0) {
      segments.push(segmentOf({ ...period, from: day, to: last }, rate.value, terms));
    }
    if (last === to) break;
    day = addDays(last, 1);
  }
  return { segments, missing };
};

type Run = Pick<Segment, "invoice" | "portion" | "principal" | "basis" | "from" | "to">;

const segmentOf = (run: Run, rate: LateRate, { regime }: StatementTerms): Segment => {
  const { origin, series } = rate.published;
  const [evidence, source] =
    origin.type === "shipped"
      ? RATE_SOURCES[origin.source]
      : (["added", origin.rate.source] as const);
  return {
    ...run,
    days: daysBetween(run.from, run.to) + 1,
    basisPoints: rate.basisPoints,
    interest: interestOf({ ...run, basisPoints: rate.basisPoints }),
    halfYear: rate.halfYear,
    series,
    source,
    evidence,
    computed: REGIMES[regime].computed,
  };
};

const contractSegment = (run: Run & { readonly basisPoints: number }): Segment => ({
  ...run,
  days: daysBetween(run.from, run.to) + 1,
  interest: interestOf(run),
  halfYear: null,
  series: null,
  source: "",
  evidence: "contract",
  computed: false,
});

/**
 * Open principals, each with the rate of the day after that of the statement, which another half-year may hold; null
 * where one of the rates is unknown.
 */
export const ratesPerDay = (
  debts: readonly (Accruing & {
    readonly open: number;
    readonly missing: readonly MissingRate[];
  })[],
  terms: StatementTerms,
): readonly { readonly principal: number; readonly basisPoints: number }[] | null => {
  const { on, contractRate } = terms;
  const out: { readonly principal: number; readonly basisPoints: number }[] = [];
  for (const debt of debts) {
    const { interestFrom, interestUntil, open } = debt;
    if (open <= 0 || interestFrom === null) continue;
    if (interestUntil != null && interestUntil <= terms.on) continue;
    const rate =
      contractRate === null
        ? rateFor(debt, addDays(on, 1), terms)
        : ok({ basisPoints: contractRate });
    if (!rate.ok || debt.missing.length > 0) return null;
    if (rate.value.basisPoints > 0)
      out.push({ principal: open, basisPoints: rate.value.basisPoints });
  }
  return out;
};
