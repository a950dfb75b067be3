import type { CalendarDate } from "#shared/kernel/calendar.ts";
import { ok } from "#shared/kernel/result.ts";
import { foreign, own } from "#shared/kernel/text.ts";
import type { Own, Shown } from "#shared/kernel/text.ts";
import { nextHalfYear, halfYearOf, startOfHalfYear } from "#shared/law/half-year.ts";
import { listedRates } from "#shared/law/rate-listing.ts";
import type { ListedRate, ListedSeries } from "#shared/law/rate-listing.ts";
import type { RateEvidence, SeriesName } from "#shared/law/rate-series.ts";
import { RATE_REMARK_WORDS } from "#shared/locales/rate-remarks.ts";
import { DESK_RATES } from "#shared/locales/desk-rates.ts";
import type { Sentence } from "#shared/locales/locale.ts";
import { addedRatesOf } from "#shared/recovery/added-rates.ts";
import { NOTHING_ASKED, viewOnly } from "./use-case.ts";
import type { Facts, Loaded, UseCase } from "./use-case.ts";

export type RateRowView = {
  readonly key: string;
  readonly from: Own;
  readonly rate: Own;
  readonly evidence: Own;
  /** Not read on an official page: said in words beside how it was read. */
  readonly toCheck: boolean;
  /** Its number among the sources of the series, from 1. */
  readonly source: number;
  /** The id of a rate that the user added, to withdraw it by; null for one that ships. */
  readonly added: string | null;
};

export type RateSeriesView = {
  readonly series: SeriesName;
  readonly title: Own;
  /** False: only shown. */
  readonly used: boolean;
  /** The newest first. */
  readonly rows: readonly RateRowView[];
  readonly sources: readonly { readonly text: Shown; readonly remark: Own | null }[];
  /** What is missing by today, and what comes next. */
  readonly missing: readonly Sentence[];
  readonly next: Sentence | null;
};

export type RatesView = {
  readonly kind: "rates";
  readonly title: Own;
  readonly series: readonly RateSeriesView[];
  /** Half-years that wait for a rate, by series that interest is computed from. */
  readonly addable: readonly {
    readonly series: SeriesName;
    readonly label: string;
    readonly halfYears: readonly { readonly value: CalendarDate; readonly label: string }[];
  }[];
};

const isToCheck = (evidence: RateEvidence): boolean =>
  evidence !== "official" && evidence !== "added";

const isAdded = ({ evidence }: ListedRate): boolean => evidence === "added";

const seriesView = (listed: ListedSeries, loaded: Loaded, facts: Facts): RateSeriesView => {
  const words = DESK_RATES[facts.language];
  const { series, used, missing, next } = listed;
  const rows = [...listed.rows].reverse();
  const sources: ListedRate[] = [];
  const numberOf = (row: ListedRate): number => {
    const at = sources.findIndex(
      (one) =>
        one.source === row.source && one.remark === row.remark && isAdded(one) === isAdded(row),
    );
    return at === -1 ? sources.push(row) : at + 1;
  };
  return {
    series,
    title: words.series[series],
    used,
    rows: rows.map((row): RateRowView => {
      const { from, basisPoints, evidence } = row;
      const written = isAdded(row)
        ? loaded.creditor.rates.find(
            (one) =>
              one.series === series &&
              one.from === from &&
              one.basisPoints === basisPoints &&
              one.source === row.source,
          )
        : undefined;
      return {
        key: `${series}/${from}/${written?.rate ?? "shipped"}`,
        from: words.from(from),
        rate: words.percent(basisPoints),
        evidence: words.evidence[evidence],
        toCheck: isToCheck(evidence),
        source: numberOf(row),
        added: written?.rate ?? null,
      };
    }),
    sources: sources.map((row) => ({
      text: isAdded(row) ? foreign(row.source) : own(row.source),
      remark: row.remark === null ? null : RATE_REMARK_WORDS[facts.language][row.remark],
    })),
    missing: missing.map(words.missing),
    next: next === null ? null : words.next(next),
  };
};

/** Half-years beyond the next one: a rate is published a few weeks ahead, never years. */
const waitingOf = (
  { missing, next, rows }: ListedSeries,
  facts: Facts,
): RatesView["addable"][number]["halfYears"] => {
  const { halfYearOf: label } = DESK_RATES[facts.language].add;
  const added = rows.filter(isAdded).map(({ from }) => halfYearOf(from));
  const coming = halfYearOf(nextHalfYear(facts.today));
  const all = new Set([...missing, ...(next === null ? [coming] : [next]), ...added]);
  return [...all]
    .sort()
    .map((halfYear) => ({ value: startOfHalfYear(halfYear), label: label(halfYear).own }));
};

/** Every series with its dated rates, how each was read and where, and what is missing. */
export const ratesView: UseCase<null, RatesView, never> = {
  name: "rates",
  asks: () => NOTHING_ASKED,
  decide: (_input, loaded, facts) => {
    const words = DESK_RATES[facts.language];
    const listed = listedRates(facts.today, addedRatesOf(loaded.creditor.rates));
    return ok(
      viewOnly<RatesView>({
        kind: "rates",
        title: words.title,
        series: listed.map((one) => seriesView(one, loaded, facts)),
        addable: listed
          .filter(({ used }) => used)
          .map((one) => ({
            series: one.series,
            label: words.series[one.series].own,
            halfYears: waitingOf(one, facts),
          })),
      }),
    );
  },
};

/** What an event of a rate takes (policy-events), in basis points. */
const RATE_MIN = -1_000;
const RATE_MAX = 10_000;

/** `2,40`, `2.4 %`, `-0,88` as basis points; null where it is no rate. */
export const readRate = (typed: string): number | null => {
  const text = typed
    .trim()
    .replace(/\s?%$/, "")
    .replace(/^\u2212/, "-");
  // Either mark is read: nobody groups the digits of a rate.
  const hit = /^([+-]?)(\d{1,3})(?:[.,](\d{1,2}))?$/.exec(text);
  if (hit === null) return null;
  const points = Number(hit[2]) * 100 + Number((hit[3] ?? "").padEnd(2, "0"));
  const signed = hit[1] === "-" ? -points : points;
  return signed < RATE_MIN || signed > RATE_MAX ? null : signed;
};
