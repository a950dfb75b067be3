import { describe, expect, it } from "vitest";
import { dateOf } from "#shared/kernel/calendar.ts";
import { money } from "#shared/kernel/money.ts";
import { compensationOf } from "#shared/law/compensation.ts";
import { lateRateOf } from "#shared/law/late-rate.ts";
import { BANK_RATE, BASISZINS, ECB_REFINANCING, FR_LEGAL_INTEREST } from "#shared/law/rates.ts";
import type { LateRegime } from "#shared/law/regime.ts";
import { isFrozen, LATE_REGIMES, lateRegimeOf, lawCountryOf } from "#shared/law/regime.ts";

const points = (regime: LateRegime, on: string): number | string => {
  const rate = lateRateOf(regime, dateOf(on));
  return rate.ok ? rate.value.basisPoints : rate.error.halfYear;
};

describe("lateRateOf", () => {
  it("gives French businesses ECB + 10 by half-year", () => {
    expect(points("fr-business", "2025-06-30")).toBe(1315);
    expect(points("fr-business", "2025-07-01")).toBe(1215);
    expect(points("fr-business", "2026-06-30")).toBe(1215);
    expect(points("fr-business", "2026-07-01")).toBe(1240);
    // The rise of September counts from the next half-year only.
    expect(points("fr-business", "2026-12-31")).toBe(1240);
  });

  it("gives public bodies ECB + 8, the United Kingdom Bank Rate + 8, Germany its base rate + 9 or + 5", () => {
    expect(points("fr-public", "2026-11-20")).toBe(1040);
    expect(points("uk-business", "2026-11-20")).toBe(1175);
    expect(points("de-business", "2026-03-01")).toBe(1027);
    expect(points("de-consumer", "2026-11-20")).toBe(652);
    expect(points("fr-legal", "2026-11-20")).toBe(275);
  });

  it("names the half-year whose rate is unknown, and fills nothing", () => {
    expect(points("fr-business", "2027-01-01")).toBe("2027-S1");
    expect(points("uk-business", "2022-12-31")).toBe("2022-S2");
    expect(points("fr-business", "2012-12-31")).toBe("2012-S2");
  });

  it("changes on the first day of a half-year and on no other", () => {
    expect(points("fr-public", "2026-06-30")).toBe(1015);
    expect(points("fr-public", "2026-07-01")).toBe(1040);
    expect(points("fr-legal", "2025-12-31")).toBe(276);
    expect(points("fr-legal", "2026-01-01")).toBe(262);
    expect(points("uk-business", "2025-06-30")).toBe(1275);
    expect(points("uk-business", "2025-07-01")).toBe(1225);
    expect(points("de-business", "2022-12-31")).toBe(812);
    expect(points("de-business", "2023-01-01")).toBe(1062);
  });

  it("knows no regime beyond its last row nor before its first", () => {
    for (const regime of LATE_REGIMES) expect(points(regime, "2027-01-01")).toBe("2027-S1");
    expect(points("fr-public", "2012-12-31")).toBe("2012-S2");
    expect(points("fr-legal", "2014-12-31")).toBe("2014-S2");
    expect(points("de-business", "2014-12-31")).toBe("2014-S2");
    expect(points("fr-business", "2013-01-01")).toBe(1075);
    expect(points("fr-legal", "2015-01-01")).toBe(93);
    expect(points("uk-business", "2023-01-01")).toBe(1150);
    expect(points("de-consumer", "2015-01-01")).toBe(417);
  });

  it("owns up to the rates that no official page was read for", () => {
    const unsure = [ECB_REFINANCING, FR_LEGAL_INTEREST, BANK_RATE, BASISZINS].map(({ rows }) =>
      rows.filter(([, , evidence]) => evidence !== "official").map(([of, , how]) => `${of} ${how}`),
    );
    expect(unsure).toEqual([
      ["2026-S2 cross-checked"],
      ["2022-S1 cross-checked", "2024-S1 cross-checked", "2026-S2 single"],
      [],
      ["2026-S2 cross-checked"],
    ]);
  });

  it("says where a rate comes from and how sure it is", () => {
    const rate = lateRateOf("fr-business", dateOf("2026-11-20"));
    expect(rate.ok && rate.value.evidence).toBe("cross-checked");
    expect(rate.ok && rate.value.source).toContain("BCE");
  });

  it("rests on series without a gap or a half-year twice", () => {
    for (const { rows } of [ECB_REFINANCING, FR_LEGAL_INTEREST, BANK_RATE, BASISZINS]) {
      const first = rows[0]?.[0] ?? "";
      const expected: string[] = [];
      for (let year = Number(first.slice(0, 4)); year <= 2026; year += 1) {
        expected.push(`${String(year)}-S1`, `${String(year)}-S2`);
      }
      expect(rows.map(([halfYear]) => halfYear)).toEqual(expected);
    }
  });
});

describe("lateRegimeOf", () => {
  it("treats a non-professional legal person as a consumer", () => {
    expect(lateRegimeOf("FR", "business")).toBe("fr-business");
    expect(lateRegimeOf("FR", "public")).toBe("fr-public");
    expect(lateRegimeOf("FR", "consumer")).toBe("fr-legal");
    expect(lateRegimeOf("FR", "non-professional")).toBe("fr-legal");
    expect(lateRegimeOf("UK", "consumer")).toBeNull();
    expect(lateRegimeOf("other", "business")).toBeNull();
  });

  it("freezes the rate for public bodies and the United Kingdom only", () => {
    expect(isFrozen("fr-public")).toBe(true);
    expect(isFrozen("uk-business")).toBe(true);
    expect(isFrozen("fr-business")).toBe(false);
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
});
