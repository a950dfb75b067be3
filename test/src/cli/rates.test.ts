import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { SERIES } from "#shared/law/rate-series.ts";
import { openDesk } from "./run.ts";
import type { Desk } from "./run.ts";

type Row = {
  readonly from: string;
  readonly rate: string;
  readonly evidence: string;
  readonly source: string;
  readonly remark: string | null;
};
type Listed = {
  readonly series: string;
  readonly used: boolean;
  readonly rows: readonly Row[];
  readonly missing: readonly string[];
  readonly next: string | null;
};

let desk: Desk;
beforeEach(() => {
  desk = openDesk();
});
afterEach(() => {
  desk.close();
});

const listed = async (...more: readonly string[]) => {
  const { exit, body } = await desk.json<{ on: string; series: readonly Listed[] }>([
    "rates",
    ...more,
  ]);
  expect(exit).toBe(0);
  return body;
};

describe("relance rates", () => {
  it("gives every series with dates, values, sources and evidence, without a ledger", async () => {
    const { on, series } = await listed();
    expect(on).toBe("2026-11-20");
    expect(series.map((one) => one.series).toSorted()).toEqual([...SERIES].toSorted());
    for (const { rows } of series)
      for (const row of rows) expect(row.source.length).toBeGreaterThan(10);
    const ecb = series.find((one) => one.series === "ecb-mro");
    expect(ecb?.rows[ecb.rows.length - 1]).toMatchObject({
      from: "2026-07-01",
      rate: "2.40",
      evidence: "cross-checked",
    });
    const german = series.find((one) => one.series === "de-basiszins");
    expect(german?.rows.find(({ from }) => from === "2013-01-01")?.rate).toBe("-0.13");
  });

  it("names what is missing by a day, and what comes next", async () => {
    const used = (series: readonly Listed[]) => series.filter((one) => one.used);
    const today = used((await listed()).series);
    expect(today).toHaveLength(4);
    for (const { missing, next } of today) expect([missing, next]).toEqual([[], "2027-S1"]);
    const later = used((await listed("--on", "2027-07-01")).series);
    for (const { missing, next } of later)
      expect([missing, next]).toEqual([["2027-S1", "2027-S2"], "2028-S1"]);
  });

  it("prints them in both languages, within the width of a terminal but for addresses", async () => {
    const fr = await desk.run(["rates", "--on", "2027-01-02"]);
    expect(fr.out).toContain("Taux de l'intérêt légal, créancier professionnel (fr-legal)");
    expect(fr.out).toContain("2026-07-01");
    expect(fr.out).toContain("Il manque : premier semestre 2027.");
    const en = await desk.run(["rates", "--lang", "en"]);
    expect(en.out).toContain("to be checked: one secondary source");
    expect(en.out).toContain("Nothing is missing on that day.");
    expect(en.out).toContain("Next rate to add: first half of 2027.");
    const lines = `${fr.out}${en.out}`.split("\n").filter((line) => !line.includes("http"));
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(80);
  });

  it("reads the rates that were added from the ledger that is named", async () => {
    await desk.begin();
    const { series } = await listed("--ledger", desk.pathOf("ledger.relance"));
    expect(series).toEqual((await listed()).series);
    expect((await desk.run(["rates", "--ledger", desk.pathOf("none")])).exit).toBe(1);
    expect((await desk.run(["rates", "--on", "hier"])).exit).toBe(2);
  });
});
