import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CHANGES_SHOWN, UNWRITTEN_PLAN, planPreview } from "#shared/app/plan-preview.ts";
import type { PlanPreviewInput } from "#shared/app/plan-preview.ts";
import { plansView, readAmount, readTypedPlan } from "#shared/app/plans-view.ts";
import type { TypedPlan, TypedStep } from "#shared/app/plans-view.ts";
import { chooseKindPlan, writePlan } from "#shared/app/policy-acts.ts";
import type { CreditorEvent } from "#shared/claims/creditor.ts";
import { dateOf } from "#shared/kernel/calendar.ts";
import { SHIPPED_PLANS } from "#shared/recovery/plans.ts";
import { TONES } from "#shared/recovery/steps.ts";
import {
  KNOWN,
  LOOKED,
  OPENED,
  contact,
  debtor,
  decisionOf,
  invoice,
  text,
  viewOf,
} from "./given.ts";
import type { Given } from "./given.ts";

const account = (name: string, dueOn: string) => [
  debtor(name, name),
  contact(`compta@${name}.example`),
  invoice(`F-${name}`, 115_000, dueOn),
];

const given: Given = {
  creditor: [OPENED, KNOWN, LOOKED],
  accounts: {
    // 10, 20 and 2 days late, and one not due.
    bloch: account("bloch", "2026-11-10"),
    nordis: account("nordis", "2026-10-31"),
    valade: account("valade", "2026-11-18"),
    zen: account("zen", "2026-12-20"),
  },
};

const standard = (): TypedPlan => {
  const plan = viewOf(plansView, null, given).shipped.find((one) => one.plan === "standard");
  if (plan === undefined) throw new Error("no standard plan");
  return plan.typed;
};

const withStep = (plan: TypedPlan, step: string, change: Partial<TypedStep>): TypedPlan => ({
  ...plan,
  steps: plan.steps.map((one) => (one.step === step ? { ...one, ...change } : one)),
});

const input = (typed: TypedPlan, kinds: PlanPreviewInput["kinds"]): PlanPreviewInput => {
  const { steps } = readTypedPlan(typed, "fr");
  if (steps === null) throw new Error("no plan");
  return { plan: { plan: null, name: "Vif", steps }, kinds, smallAmounts: null };
};

describe("the page of plans", () => {
  it("shows every plan of Relance with who follows it, and none of one's own at first", () => {
    const view = viewOf(plansView, null, given);
    expect(view.shipped.map(({ plan }) => plan)).toEqual(SHIPPED_PLANS.map(({ id }) => id));
    expect(view.own).toEqual([]);
    const of = (plan: string) => view.shipped.find((one) => one.plan === plan);
    expect(text(of("standard")?.followers ?? null)).toBe("Suivi par : professionnels");
    expect(text(of("firm")?.followers ?? null)).toBe("Suivi par personne");
    expect(
      of("standard")
        ?.steps.map(({ when }) => text(when))
        .slice(0, 3),
    ).toEqual(["5 j avant", "1 j après", "14 j après"]);
    expect(of("small-amounts")?.steps.map(({ step }) => step)).toEqual([
      "due",
      "reminder-1",
      "reminder-2",
    ]);
  });

  it("reads every plan of Relance back as it was typed out, faultless", () => {
    for (const { typed } of viewOf(plansView, null, given).shipped) {
      const { steps, faults } = readTypedPlan(typed, "fr");
      expect(faults).toEqual({ name: null, step: null, part: null, text: null });
      expect(steps).not.toBeNull();
    }
  });

  it("says a fault beside the step and the field that has it", () => {
    const faultOf = (typed: TypedPlan) => readTypedPlan(typed, "fr").faults;
    expect(faultOf(withStep(standard(), "due", { offset: "demain" }))).toMatchObject({
      step: "due",
      part: "days",
    });
    expect(faultOf(withStep(standard(), "due", { offset: "-1" }))).toMatchObject({
      step: "due",
      part: "days",
    });
    expect(faultOf(withStep(standard(), "reminder-2", { offset: "7" }))).toMatchObject({
      step: "reminder-2",
      part: "days",
    });
    expect(faultOf(withStep(standard(), "letter", { tone: "courteous" }))).toMatchObject({
      step: "letter",
      part: "tone",
    });
    expect(faultOf(withStep(standard(), "formal-notice", { present: false }))).toMatchObject({
      step: "last-notice",
      part: "step",
    });
    expect(text(faultOf({ ...standard(), name: " " }).name)).toContain("nom");
  });

  it("never takes what no plan can hold, whatever is typed", () => {
    const days = fc.oneof(fc.integer({ min: -99, max: 999 }).map(String), fc.string());
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.boolean(), days, fc.constantFrom(...TONES)), {
          minLength: 9,
          maxLength: 9,
        }),
        (rows) => {
          const typed: TypedPlan = {
            name: "Essai",
            steps: standard().steps.map((step, index) => {
              const [present, offset, tone] = rows[index] ?? [false, "", "firm" as const];
              return { ...step, present, offset, tone };
            }),
          };
          const { steps, faults } = readTypedPlan(typed, "fr");
          expect(steps === null).toBe(faults.text !== null);
          for (const { offset } of steps ?? []) {
            expect(offset === null || (Number.isInteger(offset) && offset >= -60)).toBe(true);
          }
        },
      ),
      { seed: 20261120, numRuns: 300 },
    );
  });

  it("reads thresholds in the person's own notation, and empty as none", () => {
    expect(readAmount("150,50", "EUR", "fr")).toBe(15_050);
    expect(readAmount("1,500", "EUR", "en")).toBe(150_000);
    expect(readAmount(" ", "EUR", "fr")).toBe("empty");
    expect(readAmount("beaucoup", "EUR", "fr")).toBeNull();
    expect(readAmount("-5", "EUR", "fr")).toBeNull();
  });
});

describe("the preview of a plan", () => {
  const sooner = withStep(standard(), "reminder-1", { offset: "9" });

  it("counts today's acts by step before and after, and names who changes", () => {
    const view = viewOf(planPreview, input(sooner, { business: UNWRITTEN_PLAN }), given);
    const said = view.acts.map(({ step, before, after }) => [step, text(before), text(after)]);
    expect(said).toEqual([
      ["due", "2", "1"],
      ["reminder-1", "1", "2"],
    ]);
    expect(view.changes.map(({ name }) => name.foreign)).toEqual(["bloch"]);
    expect(text(view.changes[0]?.before ?? null)).toContain("Relance à l'échéance");
    expect(text(view.changes[0]?.after ?? null)).toBe("1re relance, à faire");
    expect(view.others).toBeNull();
  });

  it("changes nothing as long as nobody follows the plan, and says so", () => {
    const view = viewOf(planPreview, input(sooner, {}), given);
    expect(view.changes).toEqual([]);
    expect(view.nothing).not.toBeNull();
    for (const { before, after, differs } of view.acts) {
      expect(before).toEqual(after);
      expect(differs).toBe(false);
    }
  });

  it("says a tone that changes where the step stays", () => {
    const firmer = withStep(standard(), "reminder-1", { tone: "neutral" });
    const view = viewOf(planPreview, input(firmer, { business: UNWRITTEN_PLAN }), given);
    expect(view.changes.map(({ name }) => name.foreign)).toEqual(["nordis"]);
    expect(text(view.changes[0]?.after ?? null)).toMatch(/ton /);
  });

  it("says what comes once a hold is lifted, where that changes behind it", () => {
    const held: Given = {
      ...given,
      accounts: {
        bloch: [
          ...account("bloch", "2026-11-10"),
          {
            type: "hold-placed",
            data: {
              hold: "h1",
              on: dateOf("2026-11-19"),
              until: null,
              invoices: [],
              reason: "attente",
            },
          },
        ],
      },
    };
    const view = viewOf(planPreview, input(sooner, { business: UNWRITTEN_PLAN }), held);
    expect(view.changes.map(({ before, after }) => [text(before), text(after)])).toEqual([
      ["En attente, puis relance à l'échéance", "En attente, puis 1re relance"],
    ]);
  });

  it("follows the threshold of small amounts", () => {
    const view = viewOf(
      planPreview,
      { plan: null, kinds: {}, smallAmounts: [{ currency: "EUR", amount: 200_000 }] },
      given,
    );
    expect(view.changes.length).toBeGreaterThan(0);
  });

  it("lists so many debtors and counts the others", () => {
    const many: Given = {
      creditor: [OPENED, KNOWN, LOOKED],
      accounts: Object.fromEntries(
        Array.from({ length: CHANGES_SHOWN + 7 }, (_, index) => {
          const name = `d${String(index)}`;
          return [name, account(name, "2026-11-10")];
        }),
      ),
    };
    const view = viewOf(planPreview, input(sooner, { business: UNWRITTEN_PLAN }), many);
    expect(view.changes).toHaveLength(CHANGES_SHOWN);
    expect(text(view.others)).toBe("et 7 autres débiteurs");
  });

  it("writes nothing, and tells what the written plan then does", () => {
    const typed = input(sooner, { business: UNWRITTEN_PLAN });
    const preview = decisionOf(planPreview, typed, given);
    expect(preview.entries).toEqual([]);
    expect(preview.acts).toEqual([]);
    const { steps } = readTypedPlan(sooner, "fr");
    const written: CreditorEvent[] = [
      { type: "plan-written", data: { plan: "vif", name: "Vif", steps: steps ?? [] } },
      { type: "kind-plan-chosen", data: { kind: "business", plan: "vif" } },
    ];
    const after: Given = { ...given, creditor: [...(given.creditor ?? []), ...written] };
    const still = viewOf(planPreview, { plan: null, kinds: {}, smallAmounts: null }, after);
    expect(still.acts.map(({ step, before }) => [step, before])).toEqual(
      preview.view.acts.map(({ step, after: then }) => [step, then]),
    );
    const view = viewOf(plansView, null, after);
    expect(text(view.own[0]?.followers ?? null)).toBe("Suivi par : professionnels");
    expect(view.kinds.find(({ kind }) => kind === "business")?.plan).toBe("vif");
  });

  it("takes back a plan and its followers as the acts that wrote them", () => {
    const { steps } = readTypedPlan(sooner, "fr");
    const wrote = decisionOf(writePlan, { plan: null, name: "Vif", steps: steps ?? [] }, given);
    expect(wrote.view.undo).not.toBeNull();
    const chosen = decisionOf(chooseKindPlan, { kind: "business", plan: "firm" }, given);
    expect(chosen.view.undo).not.toBeNull();
  });
});
