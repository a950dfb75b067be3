import { describe, expect, it } from "vitest";
import type { LateRegime } from "#shared/law/regime.ts";
import { debt, rowsOf, statement } from "./statement-cases.ts";

describe("statementOf, against figures worked out elsewhere", () => {
  it("gives a French business two half-years, each at its own rate", () => {
    const { segments, totals, perDay } = statement({});
    expect(rowsOf(statement({}))).toEqual([
      ["2026-06-01", "2026-06-30", 30, 1215, 1_000_000, 9986],
      ["2026-07-01", "2026-11-21", 144, 1240, 1_000_000, 48_921],
    ]);
    expect(segments.map(({ halfYear }) => halfYear)).toEqual(["2026-S1", "2026-S2"]);
    expect(totals).toEqual({
      principal: 1_000_000,
      interest: 58_907,
      compensation: 4000,
      total: 1_062_907,
    });
    // 10,000 × 12.40 % / 365 = 3.397…
    expect(perDay).toBe(340);
  });

  it("splits at every half-year, also where the rate stays the same", () => {
    const one = statement({ debts: [debt("F-1", 120_000, "2025-12-15")], on: "2026-07-31" });
    expect(one.segments.map(({ interest }) => interest)).toEqual([639, 7230, 1264]);
    expect(one.totals.interest).toBe(9133);
  });

  it("counts 52 days from the day after the due date to the day of the statement", () => {
    const one = statement({ debts: [debt("F-1", 300_000, "2026-09-30")] });
    expect(rowsOf(one)).toEqual([["2026-10-01", "2026-11-21", 52, 1240, 300_000, 5300]]);
  });

  it("freezes the rate of a public debtor", () => {
    const one = statement({ regime: "fr-public" });
    expect(rowsOf(one)).toEqual([["2026-06-01", "2026-11-21", 174, 1015, 1_000_000, 48_386]]);
    expect(one.totals.compensation).toBe(4000);
  });

  it("gives Germany its base rate + 9", () => {
    const one = statement({ regime: "de" });
    expect(one.segments.map(({ interest }) => interest)).toEqual([8441, 41_504]);
    expect(one.totals.compensation).toBe(4000);
  });

  it("gives the United Kingdom one rate and a fixed sum by the size of the debt", () => {
    const one = statement({ regime: "uk", currency: "GBP" });
    expect(rowsOf(one)).toEqual([["2026-06-01", "2026-11-21", 174, 1175, 1_000_000, 56_014]]);
    expect(one.totals.compensation).toBe(10_000);
    const sixty = statement({
      regime: "uk",
      currency: "GBP",
      debts: [debt("F-1", 1_000_000, "2026-01-31")],
      on: "2026-04-01",
    });
    expect(sixty.segments.map(({ days, interest }) => [days, interest])).toEqual([[60, 19_315]]);
    expect(sixty.totals.compensation).toBe(10_000);
  });

  it("asks a French consumer for legal interest from the day after the formal notice, and for nothing else", () => {
    const one = statement({
      regime: "fr-consumer",
      debts: [debt("F-1", 100_000, "2026-05-31")],
      formalNoticeOn: "2026-09-01" as never,
    });
    expect(rowsOf(one)).toEqual([["2026-09-02", "2026-11-21", 81, 275, 100_000, 610]]);
    expect(one.totals.compensation).toBe(0);
  });

  it.each<[LateRegime, number, number]>([
    // 10,000 × 10.50 % × 30 / 365 and × 144 / 365.
    ["be", 8630 + 41_425, 4000],
    // 10.15 % and 10.40 %.
    ["nl", 8342 + 41_030, 4000],
    // 10.15 % of the due date, 174 days; more than 1,000, not more than 10,000.
    ["ie", 48_386, 7000],
  ])(
    "computes %s from the ECB rate and says that its notice was not read",
    (regime, interest, sum) => {
      const one = statement({ regime });
      expect([one.totals.interest, one.totals.compensation]).toEqual([interest, sum]);
      expect(one.segments.every(({ computed }) => computed)).toBe(true);
    },
  );
});
