import { describe, expect, it } from "vitest";
import { changePolicy } from "#shared/app/policy-acts.ts";
import { policyView, readTypedPolicy } from "#shared/app/policy-view.ts";
import type { TypedPolicy } from "#shared/app/policy-view.ts";
import type { CreditorEvent } from "#shared/claims/creditor.ts";
import { dateOf } from "#shared/kernel/calendar.ts";
import { OPENED, decisionOf, text, viewOf } from "./given.ts";
import type { Given } from "./given.ts";

const closure = (from: string, to: string): CreditorEvent => ({
  type: "closure-added",
  data: { closure: `c-${from}`, from: dateOf(from), to: dateOf(to), reason: "Congés" },
});

const given: Given = { creditor: [OPENED] };
const { typed: before, currencies } = viewOf(policyView, null, given);

const reading = (typed: TypedPolicy) => readTypedPolicy(typed, before, currencies, "fr");

describe("the page of rules", () => {
  it("says nothing where nothing was changed", () => {
    expect(reading(before)).toEqual({ changes: {}, faults: new Map() });
  });

  it("says only what differs, as the ledger takes it", () => {
    const { changes } = reading({
      texts: { ...before.texts, noticeDays: "15", mediatorName: "CM2C", mediatorSite: "cm2c.net" },
      flags: { ...before.flags, useHabits: true },
      choices: { ...before.choices, trader: "no", allocationOrder: "interest-first" },
      approvalSteps: ["legal", "formal-notice"],
      tolerances: { EUR: "2,50" },
    });
    expect(changes).toEqual({
      noticeDays: 15,
      mediator: { name: "CM2C", site: "cm2c.net" },
      useHabits: true,
      trader: false,
      allocationOrder: "interest-first",
      approvalSteps: ["formal-notice", "legal"],
      tolerances: [{ currency: "EUR", amount: 250 }],
    });
    expect(decisionOf(changePolicy, { changes: changes ?? {} }, given).entries).toHaveLength(1);
  });

  it("shows again what was written", () => {
    const written: CreditorEvent = {
      type: "policy-changed",
      data: {
        changes: { tolerances: [{ currency: "GBP", amount: 199 }], trader: true, capDays: 7 },
      },
    };
    const view = viewOf(policyView, null, { creditor: [OPENED, written] });
    expect(view.currencies).toEqual(["GBP"]);
    expect(view.typed.tolerances).toEqual({ GBP: "1,99" });
    expect(view.typed.choices.trader).toBe("yes");
    expect(view.typed.texts.capDays).toBe("7");
  });

  it("says which public holidays are counted, how surely they were read, and where only weekends are", () => {
    const inCountry = (country: string, alsaceMoselle: boolean) =>
      text(
        viewOf(policyView, null, {
          creditor: [
            OPENED,
            { type: "creditor-corrected", data: { changes: { country } } },
            { type: "policy-changed", data: { changes: { alsaceMoselle } } },
          ],
        }).holidays,
      );
    expect(inCountry("FR", true)).toContain("C. trav. L3134-13 (à vérifier)");
    expect(inCountry("FR", false)).not.toContain("L3134-13");
    expect(inCountry("BE", false)).toContain("seuls les week-ends sont comptés");
  });

  it("names each field that is wrong, and changes nothing then", () => {
    const { changes, faults } = reading({
      ...before,
      texts: { ...before.texts, capMessages: "0", promiseGraceDays: "x", mediatorName: "CM2C" },
      tolerances: { EUR: "un peu" },
    });
    expect(changes).toBeNull();
    expect([...faults.keys()].sort()).toEqual([
      "capMessages",
      "mediatorSite",
      "promiseGraceDays",
      "tolerance-EUR",
    ]);
    expect(text(faults.get("capMessages") ?? null)).toBe("Un nombre entier, de 1 à 31.");
  });

  it("takes a mediator away with both its fields", () => {
    const set: TypedPolicy = {
      ...before,
      texts: { ...before.texts, mediatorName: "CM2C", mediatorSite: "cm2c.net" },
    };
    expect(readTypedPolicy(before, set, currencies, "fr").changes).toEqual({ mediator: null });
  });

  it("lists closures to come first, and says which run and which are over", () => {
    const view = viewOf(policyView, null, {
      creditor: [
        OPENED,
        closure("2026-08-03", "2026-08-21"),
        closure("2026-12-24", "2027-01-02"),
        closure("2026-11-16", "2026-11-20"),
      ],
    });
    expect(view.closures.map(({ dates, state }) => [text(dates), text(state)])).toEqual([
      ["du 16 novembre 2026 au 20 novembre 2026", "en cours"],
      ["du 24 décembre 2026 au 2 janvier 2027", ""],
      ["du 3 août 2026 au 21 août 2026", "passée"],
    ]);
  });
});
