import { describe, expect, it } from "vitest";
import { addRate } from "#shared/app/policy-acts.ts";
import { ratesView, readRate } from "#shared/app/rates-view.ts";
import type { CreditorEvent } from "#shared/claims/creditor.ts";
import { dateOf } from "#shared/kernel/calendar.ts";
import { OPENED, decisionOf, text, viewOf } from "./given.ts";
import type { Given } from "./given.ts";

const on = (today: string, more: readonly CreditorEvent[] = []) =>
  viewOf(ratesView, null, { creditor: [OPENED, ...more], today });

const ADDED: CreditorEvent = {
  type: "rate-added",
  data: {
    rate: "rate-1",
    series: "fr-legal",
    from: dateOf("2027-01-01"),
    basisPoints: 271,
    source: "arrêté du 20 décembre 2026",
  },
};

describe("the page of rates", () => {
  it("shows every series from its newest rate, each row with how it was read and where", () => {
    for (const series of on("2026-11-20").series) {
      expect(series.rows.length).toBeGreaterThan(0);
      for (const row of series.rows) {
        expect(text(row.rate)).toMatch(/^-?\d+,\d\d %$/);
        expect(series.sources[row.source - 1]).toBeDefined();
        expect(row.toCheck).toBe(text(row.evidence) !== "officiel");
      }
    }
  });

  it("names the half-years that are missing and offers them to be filled", () => {
    const view = on("2027-02-01");
    const legal = view.series.find(({ series }) => series === "fr-legal");
    expect(legal?.missing.map(text)).toEqual([
      expect.stringContaining("Il manque le taux du 1er semestre 2027"),
    ]);
    const addable = view.addable.find(({ series }) => series === "fr-legal");
    expect(addable?.halfYears[0]?.value).toBe("2027-01-01");
    expect(on("2026-11-20").series.every(({ missing }) => missing.length === 0)).toBe(true);
  });

  it("shows a rate of one's own first, with its source, to be withdrawn", () => {
    const legal = on("2027-02-01", [ADDED]).series.find(({ series }) => series === "fr-legal");
    const [first] = legal?.rows ?? [];
    expect(first?.added).toBe("rate-1");
    expect(text(first?.rate ?? null)).toBe("2,71 %");
    expect(first?.toCheck).toBe(false);
    const source = legal?.sources[(first?.source ?? 0) - 1]?.text;
    expect(source).toEqual({ foreign: "arrêté du 20 décembre 2026" });
    expect(legal?.missing).toEqual([]);
  });

  it("offers only what the act takes", () => {
    const given: Given = { creditor: [OPENED], today: "2027-02-01" };
    for (const { series, halfYears } of viewOf(ratesView, null, given).addable)
      for (const { value } of halfYears) {
        const decision = decisionOf(
          addRate,
          { series, from: value, basisPoints: 240, source: "journal officiel" },
          given,
        );
        expect(decision.entries).toHaveLength(1);
      }
  });

  it("reads a rate with either mark, and nothing that is none", () => {
    expect(readRate("2,40")).toBe(240);
    expect(readRate("2.4 %")).toBe(240);
    expect(readRate("-0,88%")).toBe(-88);
    expect(readRate("12")).toBe(1_200);
    expect(readRate("2,405")).toBeNull();
    expect(readRate("deux")).toBeNull();
    expect(readRate("")).toBeNull();
    expect(readRate("400")).toBeNull();
  });
});
