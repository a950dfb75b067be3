import type { CalendarDate } from "#shared/kernel/calendar.ts";
import { dateOf } from "#shared/kernel/calendar.ts";
import type { Result } from "#shared/kernel/result.ts";
import { err, ok } from "#shared/kernel/result.ts";
import { halfYearOf, halfYearStart, startOfHalfYear } from "./half-year.ts";
import { BANK_RATE, BASISZINS, ECB_REFINANCING, FR_LEGAL_INTEREST } from "./rates-half-yearly.ts";
import type { RateSeries, RateSource, SeriesName } from "./rate-series.ts";

/** The series that interest is computed from: one rate a half-year. */
export const HALF_YEARLY = [
  "ecb-mro",
  "fr-legal",
  "boe-base",
  "de-basiszins",
] as const satisfies readonly SeriesName[];
export type HalfYearlySeries = (typeof HALF_YEARLY)[number];

const SHIPPED: Readonly<Record<HalfYearlySeries, RateSeries>> = {
  "ecb-mro": ECB_REFINANCING,
  "fr-legal": FR_LEGAL_INTEREST,
  "boe-base": BANK_RATE,
  "de-basiszins": BASISZINS,
};

/**
 * A rate that the user read himself. `from` is the first day that it holds: 1 January or 1 July for a half-yearly
 * series, where it holds for that half-year alone. `basisPoints` 240 is 2.40 %.
 */
export type AddedRate = {
  readonly series: SeriesName;
  readonly from: CalendarDate;
  readonly basisPoints: number;
  readonly source: string;
  readonly addedOn: CalendarDate;
  readonly addedBy: string;
};

/** A published rate of one half-year: shipped, or added by the user where nothing is shipped. */
export type PublishedRate = {
  readonly series: HalfYearlySeries;
  readonly halfYear: string;
  readonly basisPoints: number;
  readonly origin:
    | { readonly type: "shipped"; readonly source: RateSource }
    | { readonly type: "added"; readonly rate: AddedRate };
};

/** `before` the first half-year of the series, or `after` the last one that is known. */
export type RateUnknown = {
  readonly type: "rate-unknown";
  readonly series: HalfYearlySeries;
  readonly halfYear: string;
  readonly side: "before" | "after";
};

/**
 * The rate of the half-year that holds `on`. A shipped rate stands against an added one (see `contradictedBy`); an added
 * one fills what is missing. A half-year that has neither is named, never filled from its neighbour.
 */
export const publishedRate = (
  series: HalfYearlySeries,
  on: CalendarDate,
  added: readonly AddedRate[] = [],
): Result<PublishedRate, RateUnknown> => {
  const halfYear = halfYearOf(on);
  const start = halfYearStart(on);
  const shipped = shippedRow(series, start);
  if (shipped !== null) {
    const [, basisPoints, source] = shipped;
    return ok({ series, halfYear, basisPoints, origin: { type: "shipped", source } });
  }
  const rate = newestAdded(series, start, added);
  if (rate !== null)
    return ok({ series, halfYear, basisPoints: rate.basisPoints, origin: { type: "added", rate } });
  return err({
    type: "rate-unknown",
    series,
    halfYear,
    side: start < (SHIPPED[series].rows[0]?.[0] ?? "") ? "before" : "after",
  });
};

const shippedRow = (series: HalfYearlySeries, start: CalendarDate) => {
  const { rows } = SHIPPED[series];
  let found: RateSeries["rows"][number] | null = null;
  for (const row of rows) if (row[0] <= start) found = row;
  return start > lastShippedOf(series) ? null : found;
};

/** First day of the last half-year that is shipped. */
const lastShippedOf = (series: HalfYearlySeries): CalendarDate => {
  const { rows } = SHIPPED[series];
  return halfYearStart(dateOf(rows[rows.length - 1]?.[0] ?? ""));
};

/** Added twice: the one that was added last is the correction. */
const newestAdded = (
  series: SeriesName,
  start: CalendarDate,
  added: readonly AddedRate[],
): AddedRate | null =>
  added.reduce<AddedRate | null>(
    (best, rate) =>
      rate.series === series &&
      rate.from === start &&
      (best === null || rate.addedOn >= best.addedOn)
        ? rate
        : best,
    null,
  );

/** The added rate that says otherwise than the shipped one of the same half-year; null where they agree or there is none. */
export const contradictedBy = (
  rate: PublishedRate,
  added: readonly AddedRate[],
): AddedRate | null => {
  if (rate.origin.type === "added") return null;
  const start = startOfHalfYear(rate.halfYear);
  const other = newestAdded(rate.series, start, added);
  return other !== null && other.basisPoints !== rate.basisPoints ? other : null;
};

/** Why an added rate can never be used; null where it can. */
export type AddedRateFault =
  "not-a-series-of-interest" | "not-a-half-year-start" | "shipped-already";

export const addedRateFault = (rate: Pick<AddedRate, "series" | "from">): AddedRateFault | null => {
  const series = HALF_YEARLY.find((name) => name === rate.series);
  if (series === undefined) return "not-a-series-of-interest";
  if (rate.from !== halfYearStart(rate.from)) return "not-a-half-year-start";
  return shippedRow(series, rate.from) === null ? null : "shipped-already";
};
