import { describe, expect, it } from "vitest";
import { dateOf } from "#shared/kernel/calendar.ts";
import type { InsolvencyState } from "#shared/law/insolvency.ts";
import {
  INSOLVENCY_EFFECTS,
  INSOLVENCY_STATES,
  insolvencyOf,
  stopsClaim,
} from "#shared/law/insolvency.ts";

const judgment = dateOf("2026-06-15");

describe("a state of insolvency", () => {
  it.each<readonly [InsolvencyState, string, boolean | null]>([
    ["safeguard", "2026-06-14", true],
    ["safeguard", "2026-06-16", false],
    ["receivership", "2026-06-15", true],
    ["liquidation", "2026-06-16", false],
    ["conciliation", "2026-06-14", null],
    ["over-indebtedness", "2026-06-14", true],
    ["over-indebtedness", "2026-06-16", null],
  ])("%s, of a claim born on %s, stops it: %s", (state, born, stops) => {
    expect(stopsClaim(state, dateOf(born), judgment)).toBe(stops);
  });

  it.each(["safeguard", "receivership", "liquidation"] as const)(
    "%s stops earlier claims and their interest, lets later ones go on, starts three deadlines",
    (state) => {
      expect(insolvencyOf(state)).toMatchObject({
        stopsEarlier: true,
        stopsLater: false,
        stopsInterest: true,
        confidential: false,
        deadlines: ["claim-declaration", "relief-from-forfeiture", "retention-of-title"],
      });
      expect(stopsClaim(state, null, judgment)).toBeNull();
      expect(stopsClaim(state, judgment, null)).toBeNull();
    },
  );

  it("of conciliation is alone to be confidential, and its effect on claims is not held", () => {
    expect(INSOLVENCY_STATES.filter((state) => insolvencyOf(state).confidential)).toEqual([
      "conciliation",
    ]);
    expect(insolvencyOf("conciliation")).toMatchObject({ stopsEarlier: null, deadlines: [] });
  });

  it("cites a text for each effect, and every effect belongs to a state", () => {
    const all = INSOLVENCY_STATES.flatMap((state) => insolvencyOf(state).effects);
    expect(all.every(({ cited }) => cited.text !== "")).toBe(true);
    const used = new Set(all.map(({ id }) => id));
    expect(INSOLVENCY_EFFECTS.filter((id) => !used.has(id))).toEqual([]);
  });
});
