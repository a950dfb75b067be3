import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { dateOf } from "#shared/kernel/calendar.ts";
import { addedRateFault, contradictedBy, HALF_YEARLY, publishedRate } from "#shared/law/rates.ts";
import type { AddedRate } from "#shared/law/rates.ts";
import {
  BANK_RATE,
  BASISZINS,
  ECB_REFINANCING,
  FR_LEGAL_INTEREST,
} from "#shared/law/rates-half-yearly.ts";
import {
  BANK_RATE_CHANGES,
  ECB_CHANGES,
  FR_LEGAL_INTEREST_PRIVATE,
} from "#shared/law/rates-listed.ts";
import type { RateSeries } from "#shared/law/rate-series.ts";
import { SERIES } from "#shared/law/rate-series.ts";
import { RATE_REMARKS, RATE_SOURCES } from "#shared/law/rate-sources.ts";
import { ROOT } from "../../../scripts/programs.mjs";

type Read = { readonly from: string; readonly source: string; readonly evidence: string } & Record<
  string,
  unknown
>;

const read = JSON.parse(readFileSync(join(ROOT, "test/fixtures/rates.json"), "utf8")) as Record<
  string,
  readonly Read[]
>;

const EVIDENCE: Readonly<Record<string, string>> = {
  official_or_copy: "official",
  secondary_cross_checked: "cross-checked",
  secondary_single: "single",
  memory: "memory",
};

const CASES: readonly (readonly [RateSeries, string, string])[] = [
  [ECB_REFINANCING, "ecb_mro_half_year", "rate"],
  [ECB_CHANGES, "ecb_mro", "rate"],
  [FR_LEGAL_INTEREST, "fr_legal_interest", "professional"],
  [FR_LEGAL_INTEREST_PRIVATE, "fr_legal_interest", "consumer"],
  [BANK_RATE, "boe_base_half_year", "rate"],
  [BANK_RATE_CHANGES, "boe_base", "rate"],
  [BASISZINS, "de_basiszins", "rate"],
];

describe("the rates that ship", () => {
  it.each(CASES)("are those that were read, row by row: %#", (series, key, column) => {
    const shipped = series.rows.map(([from, basisPoints, source]) => [
      from,
      basisPoints,
      RATE_SOURCES[source][0],
    ]);
    const rows = (read[key] ?? []).map((row) => [
      row.from,
      Math.round(Number(row[column]) * 100),
      EVIDENCE[row.evidence],
    ]);
    expect(rows.length).toBeGreaterThan(10);
    expect(shipped).toEqual(rows);
  });

  it.each(CASES)("cite one place for what was read in one place: %#", (series, key) => {
    const places = (read[key] ?? []).map(({ source }, row) => [series.rows[row]?.[2], source]);
    expect(new Map(places.map(([cited, place]) => [cited, place])).size).toBe(
      new Set(places.map((pair) => pair.join(" "))).size,
    );
    const noted = (read[key] ?? []).flatMap(({ from, note }) => (note === undefined ? [] : [from]));
    const remarks = RATE_REMARKS.filter(({ series: of }) => of === series.name);
    expect(remarks.map(({ from }) => from)).toEqual(expect.arrayContaining(noted));
  });

  it("cite names and places alone, with no word of one language", () => {
    for (const [, citation] of Object.values(RATE_SOURCES))
      expect(citation).not.toMatch(/\b(?:derived|from|third|copy|read|official|notice|rule)\b/i);
  });

  it("are every series there is, in order of time", () => {
    expect(CASES.map(([{ name }]) => name).sort()).toEqual([...SERIES].sort());
    for (const [{ rows }] of CASES) {
      const days = rows.map(([from]) => from);
      expect(days).toEqual([...days].sort());
      expect(new Set(days).size).toBe(days.length);
    }
  });

  it("draw each half-year from the change before its reference day", () => {
    const lastBefore = ({ rows }: RateSeries, day: string) =>
      rows.filter(([from]) => from <= day).pop()?.[1];
    for (const [from, points] of ECB_REFINANCING.rows)
      expect(lastBefore(ECB_CHANGES, from)).toBe(points);
    for (const [from, points] of BANK_RATE.rows) {
      const eve = from.endsWith("01-01")
        ? `${String(Number(from.slice(0, 4)) - 1)}-12-31`
        : `${from.slice(0, 4)}-06-30`;
      expect(lastBefore(BANK_RATE_CHANGES, eve)).toBe(points);
    }
  });
});

const added = (basisPoints: number, from = "2027-01-01", addedOn = "2027-01-04"): AddedRate => ({
  series: "ecb-mro",
  from: dateOf(from),
  basisPoints,
  source: "ecb.europa.eu, 4 January 2027",
  addedOn: dateOf(addedOn),
  addedBy: "Claire",
});

describe("publishedRate", () => {
  const points = (on: string, rates: readonly AddedRate[] = []) => {
    const rate = publishedRate("ecb-mro", dateOf(on), rates);
    return rate.ok ? rate.value.basisPoints : `${rate.error.halfYear} ${rate.error.side}`;
  };

  it("ends with the last half-year that is known, in every series", () => {
    for (const series of HALF_YEARLY) {
      expect(publishedRate(series, dateOf("2026-12-31")).ok).toBe(true);
      expect(publishedRate(series, dateOf("2027-01-01")).ok).toBe(false);
    }
    expect(points("2027-03-01")).toBe("2027-S1 after");
    expect(points("2008-12-31")).toBe("2008-S2 before");
  });

  it("takes an added rate for its own half-year, and for no other", () => {
    expect(points("2027-06-30", [added(265)])).toBe(265);
    expect(points("2027-07-01", [added(265)])).toBe("2027-S2 after");
    expect(points("2027-07-01", [added(265, "2027-07-01")])).toBe(265);
    expect(points("2027-01-01", [added(265, "2027-07-01")])).toBe("2027-S1 after");
  });

  it("takes the one that was added last for the correction", () => {
    const twice = [added(240, "2027-01-01", "2027-01-05"), added(265)];
    expect(points("2027-03-01", twice)).toBe(240);
    expect(points("2027-03-01", [added(265), added(240)])).toBe(240);
  });

  it("keeps a shipped rate against an added one, and names the difference", () => {
    const other = added(265, "2026-07-01");
    expect(points("2026-11-21", [other])).toBe(240);
    const rate = publishedRate("ecb-mro", dateOf("2026-11-21"));
    expect(rate.ok && contradictedBy(rate.value, [other])).toEqual(other);
    expect(rate.ok && contradictedBy(rate.value, [added(240, "2026-07-01")])).toBeNull();
  });
});

describe("addedRateFault", () => {
  it("says why an added rate could never be used", () => {
    expect(addedRateFault(added(265))).toBeNull();
    expect(addedRateFault(added(265, "2027-01-02"))).toBe("not-a-half-year-start");
    expect(addedRateFault(added(265, "2026-07-01"))).toBe("shipped-already");
    expect(addedRateFault({ ...added(265), series: "ecb-mro-changes" })).toBe(
      "not-a-series-of-interest",
    );
  });
});
