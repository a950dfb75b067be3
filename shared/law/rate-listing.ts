import type { CalendarDate } from "#shared/kernel/calendar.ts";
import { dateOf } from "#shared/kernel/calendar.ts";
import { compareText } from "#shared/kernel/text.ts";
import { halfYearOf, nextHalfYear } from "./half-year.ts";
import type { RateEvidence, RateSeries, SeriesName } from "./rate-series.ts";
import { RATE_REMARKS, RATE_SOURCES } from "./rate-sources.ts";
import type { RateRemark } from "./rate-sources.ts";
import { BANK_RATE, BASISZINS, ECB_REFINANCING, FR_LEGAL_INTEREST } from "./rates-half-yearly.ts";
import { BANK_RATE_CHANGES, ECB_CHANGES, FR_LEGAL_INTEREST_PRIVATE } from "./rates-listed.ts";
import type { AddedRate, HalfYearlySeries } from "./rates.ts";
import { HALF_YEARLY, publishedRate } from "./rates.ts";

/** Every series in the order in which it is shown: what interest is computed from comes first. */
const ALL: readonly RateSeries[] = [
  ECB_REFINANCING,
  FR_LEGAL_INTEREST,
  BANK_RATE,
  BASISZINS,
  ECB_CHANGES,
  BANK_RATE_CHANGES,
  FR_LEGAL_INTEREST_PRIVATE,
];

export type ListedRate = {
  readonly from: CalendarDate;
  readonly basisPoints: number;
  readonly source: string;
  readonly evidence: RateEvidence;
  readonly remark: RateRemark | null;
};

export type ListedSeries = {
  readonly series: SeriesName;
  /** Whether interest is computed from it; the others are shown alone. */
  readonly used: boolean;
  readonly rows: readonly ListedRate[];
  /** Half-years without a rate, after the last that ships up to the one that holds the day. */
  readonly missing: readonly string[];
  /** The first half-year after that day whose rate is not known yet; null for a series that is only shown. */
  readonly next: string | null;
};

/** Everything that is known on a day and what is missing by then; rates that the user added among the others. */
export const listedRates = (
  on: CalendarDate,
  added: readonly AddedRate[] = [],
): readonly ListedSeries[] =>
  ALL.map((series): ListedSeries => {
    const used = HALF_YEARLY.find((name) => name === series.name) ?? null;
    const rows = [...shippedRows(series), ...addedRows(series.name, added)];
    return {
      series: series.name,
      used: used !== null,
      rows: rows.sort((a, b) => compareText(a.from, b.from)),
      ...(used === null ? { missing: [], next: null } : gaps(used, series, on, added)),
    };
  });

const shippedRows = ({ name, rows }: RateSeries): readonly ListedRate[] =>
  rows.map(([day, basisPoints, key]) => {
    const [evidence, source] = RATE_SOURCES[key];
    const remark = RATE_REMARKS.find(({ series, from }) => series === name && from === day);
    return { from: dateOf(day), basisPoints, source, evidence, remark: remark?.remark ?? null };
  });

const addedRows = (name: SeriesName, added: readonly AddedRate[]): readonly ListedRate[] =>
  added
    .filter(({ series }) => series === name)
    .map(({ from, basisPoints, source }) => ({
      from,
      basisPoints,
      source,
      evidence: "added",
      remark: null,
    }));

/** A listing is for the years around now; a day centuries ahead would list them all. */
const GAPS_MAX = 40;

const gaps = (
  series: HalfYearlySeries,
  { rows }: RateSeries,
  on: CalendarDate,
  added: readonly AddedRate[],
): Pick<ListedSeries, "missing" | "next"> => {
  const missing: string[] = [];
  let start = dateOf(rows[rows.length - 1]?.[0] ?? "");
  for (let turn = 0; turn < GAPS_MAX; turn += 1) {
    start = nextHalfYear(start);
    if (publishedRate(series, start, added).ok) continue;
    if (start > on) return { missing, next: halfYearOf(start) };
    missing.push(halfYearOf(start));
  }
  return { missing, next: null };
};
