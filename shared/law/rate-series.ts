/**
 * How a figure was found: read on an official page or a faithful copy of it; read in two independent places that quote
 * the official decision; read in one such place; remembered only; added by the user, with his own source.
 */
export type RateEvidence = "official" | "cross-checked" | "single" | "memory" | "added";

/**
 * The published rates. Those named `-changes` are dated by the day of each change and only shown; interest is computed
 * from the half-yearly ones. `fr-legal-private` is the column of a creditor who is a natural person without professional
 * needs: shown, never computed with.
 */
export const SERIES = [
  "ecb-mro",
  "ecb-mro-changes",
  "fr-legal",
  "fr-legal-private",
  "boe-base",
  "boe-base-changes",
  "de-basiszins",
] as const;
export type SeriesName = (typeof SERIES)[number];

/** Key of a text in `rate-sources.ts`, which is a module apart so that a face may load it late. */
export type RateSource =
  | `ecb-h${1 | 2 | 3}`
  | `ecb-c${1 | 2 | 3 | 4}`
  | `fr${1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13 | 14 | 15}`
  | `boe-h${1 | 2}`
  | `boe-c${1 | 2}`
  | `de${1 | 2 | 3}`;

/** First day (`2026-07-01`), rate in basis points (240 is 2.40 %), where it was read. */
export type RateRow = readonly [from: string, basisPoints: number, source: RateSource];

/**
 * One published rate, in order of time without a gap: a row holds until the next one. The last row of a half-yearly
 * series holds to the end of its half-year and not a day longer.
 */
export type RateSeries = { readonly name: SeriesName; readonly rows: readonly RateRow[] };
