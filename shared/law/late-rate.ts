import type { CalendarDate } from "#shared/kernel/calendar.ts";
import { monthOf, yearOf } from "#shared/kernel/calendar.ts";
import type { Result } from "#shared/kernel/result.ts";
import { err, ok } from "#shared/kernel/result.ts";
import type { RateEvidence, RateSeries } from "./rates.ts";
import { BANK_RATE, BASISZINS, ECB_REFINANCING, FR_LEGAL_INTEREST } from "./rates.ts";
import type { LateRegime } from "./regime.ts";

/** `2026-S2`: the half-year that a day belongs to. */
export const halfYearOf = (date: CalendarDate): string =>
  `${String(yearOf(date))}-S${monthOf(date) <= 6 ? "1" : "2"}`;

/** A yearly rate of late-payment interest. `basisPoints` 1240 is 12.40 %. */
export type LateRate = {
  readonly basisPoints: number;
  readonly halfYear: string;
  readonly source: string;
  readonly evidence: RateEvidence;
};

export type RateUnknown = { readonly type: "rate-unknown"; readonly halfYear: string };

type Formula = { readonly series: RateSeries; readonly pointsAdded: number };

const FORMULAS: Readonly<Record<LateRegime, Formula>> = {
  "fr-business": { series: ECB_REFINANCING, pointsAdded: 1000 },
  "fr-public": { series: ECB_REFINANCING, pointsAdded: 800 },
  "fr-legal": { series: FR_LEGAL_INTEREST, pointsAdded: 0 },
  "uk-business": { series: BANK_RATE, pointsAdded: 800 },
  "de-business": { series: BASISZINS, pointsAdded: 900 },
  "de-consumer": { series: BASISZINS, pointsAdded: 500 },
};

/**
 * The rate of the half-year that holds `on`. For a frozen regime (see `isFrozen`) `on` is the first day of interest,
 * else any day of the delay. A half-year without a published rate is named, never filled from its neighbour.
 */
export const lateRateOf = (regime: LateRegime, on: CalendarDate): Result<LateRate, RateUnknown> => {
  const halfYear = halfYearOf(on);
  const { series, pointsAdded } = FORMULAS[regime];
  const row = series.rows.find(([of]) => of === halfYear);
  if (row === undefined) return err({ type: "rate-unknown", halfYear });
  const [, basisPoints, evidence] = row;
  return ok({ basisPoints: basisPoints + pointsAdded, halfYear, source: series.source, evidence });
};
