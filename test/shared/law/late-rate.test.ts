import { describe, expect, it } from "vitest";
import { dateOf } from "#shared/kernel/calendar.ts";
import { money } from "#shared/kernel/money.ts";
import { compensationOf } from "#shared/law/compensation.ts";
import { lateRateOf } from "#shared/law/late-rate.ts";
import type { LateRegime } from "#shared/law/regime.ts";
import { isFrozen, LATE_REGIMES, lateRegimeOf, lawCountryOf } from "#shared/law/regime.ts";

const points = (regime: LateRegime, on: string): number | string => {
  const rate = lateRateOf(regime, dateOf(on));
  return rate.ok ? rate.value.basisPoints : rate.error.halfYear;
};

describe("lateRateOf", () => {
  it("gives French businesses ECB + 10 by half-year", () => {
    expect(points("fr-b2b", "2025-06-30")).toBe(1315);
    expect(points("fr-b2b", "2025-07-01")).toBe(1215);
    expect(points("fr-b2b", "2026-06-30")).toBe(1215);
    expect(points("fr-b2b", "2026-07-01")).toBe(1240);
    // The rise of September counts from the next half-year only.
    expect(points("fr-b2b", "2026-12-31")).toBe(1240);
  });

  it("gives public bodies ECB + 8, the United Kingdom Bank Rate + 8, Germany its base rate + 9 or + 5", () => {
    expect(points("fr-public", "2026-11-20")).toBe(1040);
    expect(points("uk", "2026-11-20")).toBe(1175);
    expect(points("de", "2026-03-01")).toBe(1027);
    expect(points("de-consumer", "2026-11-20")).toBe(652);
    expect(points("fr-consumer", "2026-11-20")).toBe(275);
  });

  it("names the half-year whose rate is unknown, and fills nothing", () => {
    expect(points("fr-b2b", "2027-01-01")).toBe("2027-S1");
    expect(points("uk", "2008-12-31")).toBe("2008-S2");
    expect(points("fr-b2b", "2008-12-31")).toBe("2008-S2");
  });

  it("changes on the first day of a half-year and on no other", () => {
    expect(points("fr-public", "2026-06-30")).toBe(1015);
    expect(points("fr-public", "2026-07-01")).toBe(1040);
    expect(points("fr-consumer", "2025-12-31")).toBe(276);
    expect(points("fr-consumer", "2026-01-01")).toBe(262);
    expect(points("uk", "2025-06-30")).toBe(1275);
    expect(points("uk", "2025-07-01")).toBe(1225);
    expect(points("de", "2022-12-31")).toBe(812);
    expect(points("de", "2023-01-01")).toBe(1062);
  });

  it("knows no regime beyond its last row nor before its first", () => {
    for (const regime of LATE_REGIMES) expect(points(regime, "2027-01-01")).toBe("2027-S1");
    expect(points("fr-consumer", "2008-12-31")).toBe("2008-S2");
    expect(points("de", "2008-06-30")).toBe("2008-S1");
    expect(points("fr-b2b", "2009-01-01")).toBe(1250);
    expect(points("fr-consumer", "2009-12-31")).toBe(379);
    expect(points("uk", "2009-01-01")).toBe(1000);
    expect(points("de-consumer", "2008-07-01")).toBe(819);
  });

  it("gives eight states ECB + 8, Belgium rounded up to the half point", () => {
    for (const regime of ["eu", "lu", "es", "it", "nl", "ie"] as const) {
      expect(points(regime, "2026-06-30")).toBe(1015);
      expect(points(regime, "2026-07-01")).toBe(1040);
    }
    expect(points("be", "2026-06-30")).toBe(1050);
    expect(points("be", "2026-07-01")).toBe(1050);
    // 2.50 + 8: a half point already, which is not rounded.
    expect(points("be", "2023-01-01")).toBe(1050);
    expect(points("be", "2014-07-01")).toBe(850);
  });

  it("says where a rate was read", () => {
    const rate = lateRateOf("fr-b2b", dateOf("2026-11-20"));
    expect(rate.ok && rate.value.published).toEqual({
      series: "ecb-mro",
      halfYear: "2026-S2",
      basisPoints: 240,
      origin: { type: "shipped", source: "ecb-h3" },
    });
  });
});

describe("lateRegimeOf", () => {
  it("treats a non-professional legal person as a consumer", () => {
    expect(lateRegimeOf("FR", "business")).toBe("fr-b2b");
    expect(lateRegimeOf("FR", "public")).toBe("fr-public");
    expect(lateRegimeOf("FR", "consumer")).toBe("fr-consumer");
    expect(lateRegimeOf("FR", "non-professional")).toBe("fr-nonprofessional");
    expect(lateRegimeOf("IE", "public")).toBe("ie");
    expect(lateRegimeOf("BE", "consumer")).toBeNull();
    expect(lateRegimeOf("DE", "non-professional")).toBe("de-consumer");
    expect(lateRegimeOf("UK", "consumer")).toBeNull();
    expect(lateRegimeOf("other", "business")).toBeNull();
  });

  it("freezes the rate for French public bodies, Ireland and the United Kingdom only", () => {
    expect(isFrozen("fr-public")).toBe(true);
    expect(isFrozen("uk")).toBe(true);
    expect(LATE_REGIMES.filter(isFrozen)).toEqual(["fr-public", "ie", "uk"]);
  });

  it("knows a law by the code of its country", () => {
    expect(lawCountryOf("fr")).toBe("FR");
    expect(lawCountryOf("GB")).toBe("UK");
    expect(lawCountryOf("US")).toBe("other");
  });
});

describe("compensationOf", () => {
  const principal = money(120_000, "EUR");

  it("is EUR 40 an invoice from businesses and public bodies, in France and in Germany", () => {
    for (const law of ["FR", "DE"] as const) {
      for (const debtor of ["business", "public"] as const) {
        expect(compensationOf({ law, debtor, principal })).toEqual(money(4000, "EUR"));
      }
    }
  });

  it("is never owed by a consumer or a non-professional, under any law", () => {
    for (const law of ["FR", "UK", "DE", "other"] as const) {
      for (const debtor of ["consumer", "non-professional"] as const) {
        expect(compensationOf({ law, debtor, principal })).toBeNull();
      }
    }
  });

  it("is GBP 40, 70 or 100 by the size of the debt in the United Kingdom, unknown in another currency", () => {
    const uk = (pence: number) =>
      compensationOf({ law: "UK", debtor: "business", principal: money(pence, "GBP") })?.minor;
    expect(uk(99_999)).toBe(4000);
    expect(uk(100_000)).toBe(7000);
    expect(uk(999_999)).toBe(7000);
    expect(uk(1_000_000)).toBe(10_000);
    expect(compensationOf({ law: "UK", debtor: "business", principal })).toBeNull();
  });

  it("is EUR 40, 70 or 100 in Ireland, each band up to and with its end", () => {
    const ie = (cents: number) =>
      compensationOf({ law: "IE", debtor: "business", principal: money(cents, "EUR") })?.minor;
    expect(ie(100_000)).toBe(4000);
    expect(ie(100_001)).toBe(7000);
    expect(ie(1_000_000)).toBe(7000);
    expect(ie(1_000_001)).toBe(10_000);
  });
});
