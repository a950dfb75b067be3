import { describe, expect, it } from "vitest";
import {
  addClosure,
  addRate,
  changePolicy,
  chooseKindPlan,
  removeClosure,
  removePlan,
  withdrawRate,
  writePlan,
  writeText,
} from "#shared/app/policy-acts.ts";
import type { PolicyRefusal, WritePlanInput } from "#shared/app/policy-acts.ts";
import { policyRefusalText } from "#shared/app/policy-refusal-text.ts";
import type { UseCase } from "#shared/app/use-case.ts";
import type { DoneView } from "#shared/app/view-parts.ts";
import { creditorSchemas } from "#shared/claims/creditor.ts";
import type { CreditorEvent, CreditorState } from "#shared/claims/creditor.ts";
import { evolveCreditor } from "#shared/claims/evolve-creditor.ts";
import type { AccountEvent } from "#shared/claims/events.ts";
import { dateOf } from "#shared/kernel/calendar.ts";
import { OPENED, debtor, decisionOf, loadedOf, refusalOf, text } from "./given.ts";
import type { Given } from "./given.ts";

/** What the act writes, read back and folded onto what was given. */
const creditorAfter = <Input, View extends DoneView>(
  useCase: UseCase<Input, View, PolicyRefusal>,
  input: Input,
  given: Given = {},
): CreditorState => {
  const { entries, view } = decisionOf(useCase, input, given);
  expect(text(view.text)).not.toBe("");
  expect(view.undo).not.toBeNull();
  return entries.reduce((state, { type, stream, data }) => {
    expect(stream).toBe("creditor");
    const parsed = creditorSchemas[type as CreditorEvent["type"]].parse(data);
    const event = { type, data: parsed } as CreditorEvent;
    return evolveCreditor(state, event, { hash: "f".repeat(64), at: "2026", by: "Camille" });
  }, loadedOf(given).creditor);
};

/** The refusal, once it is known to be said in both languages. */
const refused = <Input, View>(
  useCase: UseCase<Input, View, PolicyRefusal>,
  input: Input,
  given: Given = {},
): PolicyRefusal => {
  const refusal = refusalOf(useCase, input, given);
  for (const language of ["fr", "en"] as const) {
    const words = text(policyRefusalText(refusal, language));
    expect(words).toMatch(/[.!]$/);
    expect(words).not.toMatch(/undefined|\[object/);
  }
  return refusal;
};

const PLAN: WritePlanInput = {
  plan: null,
  name: "Clients d'hiver",
  steps: [
    { step: "due", offset: 3, tone: "courteous" },
    { step: "reminder-1", offset: 20, tone: "courteous" },
    { step: "formal-notice", offset: 60, tone: "formal" },
  ],
};
const written: CreditorEvent = {
  type: "plan-written",
  data: { plan: "plan-1", name: PLAN.name, steps: [...PLAN.steps] },
};

describe("settings of how the creditor chases", () => {
  it("change only where something is given", () => {
    const { policy } = creditorAfter(changePolicy, { changes: { capMessages: 2 } });
    expect([policy.capMessages, policy.capDays]).toEqual([2, 30]);
    expect(refused(changePolicy, { changes: {} }).type).toBe("nothing-to-change");
    expect(refused(changePolicy, { changes: { capDays: 9 } }, { creditor: [] }).type).toBe(
      "no-ledger",
    );
  });
  it("are refused by name where a value makes no sense", () => {
    const field = (changes: Parameters<typeof changePolicy.decide>[0]["changes"]) =>
      refused(changePolicy, { changes });
    expect(field({ capMessages: 0 })).toEqual({
      type: "field-wrong",
      field: "changes.capMessages",
    });
    expect(text(policyRefusalText(field({ capMessages: 0 }), "fr"))).toBe(
      "Valeur refusée : nombre de messages.",
    );
    const twice = [
      { currency: "EUR" as const, amount: 5_00 },
      { currency: "EUR" as const, amount: 6_00 },
    ];
    expect(field({ tolerances: twice })).toMatchObject({ field: "tolerances" });
    expect(field({ smallAmounts: [{ currency: "EUR", amount: -1 }] })).toMatchObject({
      field: "smallAmounts",
    });
    expect(field({ approvalSteps: ["sommation"] })).toMatchObject({ field: "approvalSteps" });
    expect(field({ mediator: { name: "CM2C", site: " " } })).toMatchObject({
      field: "mediator.site",
    });
  });
});

describe("a plan of one's own", () => {
  it("is kept under an id of its own, and rewritten under it", () => {
    const { view } = decisionOf(writePlan, PLAN, {});
    expect(view.plan).toMatch(/^plan-/);
    expect(creditorAfter(writePlan, PLAN).plans).toHaveLength(1);
    const again = { ...PLAN, plan: "plan-1", name: "Hiver" };
    const given = { creditor: [OPENED, written] };
    expect(creditorAfter(writePlan, again, given).plans.map(({ name }) => name)).toEqual(["Hiver"]);
  });
  it("needs a name that no other plan has", () => {
    expect(refused(writePlan, { ...PLAN, name: " " }).type).toBe("field-missing");
    const taken = { ...PLAN, name: "clients d’hiver" };
    expect(refused(writePlan, taken, { creditor: [OPENED, written] }).type).toBe("plan-name-taken");
  });
  it.each([
    ["a step twice", [...PLAN.steps, { step: "due", offset: 90, tone: "formal" }], "step-twice"],
    ["a step unknown", [{ step: "duel", offset: 3, tone: "firm" }], "step-unknown"],
    ["a tone unknown", [{ step: "due", offset: 3, tone: "rude" }], "tone-unknown"],
    ["a step without a day", [{ step: "due", offset: null, tone: "firm" }], "offset-missing"],
    [
      "a day that does not rise",
      [
        { step: "due", offset: 9, tone: "firm" },
        { step: "reminder-1", offset: 9, tone: "firm" },
      ],
      "offset-not-rising",
    ],
    ["a notice without a reminder", [PLAN.steps[0], PLAN.steps[2]], "notice-without-reminder"],
    ["nowhere to begin", [{ step: "call", offset: 9, tone: "firm" }], "nowhere-to-begin"],
  ] as const)("is none with %s", (_, steps, fault) => {
    const unfit = { ...PLAN, steps: steps.flatMap((step) => step ?? []) };
    expect(refused(writePlan, unfit)).toMatchObject({ type: "plan-unfit", fault: { type: fault } });
  });
  it("is removed once nobody follows it", () => {
    const creditor = [OPENED, written];
    expect(creditorAfter(removePlan, { plan: "plan-1" }, { creditor }).plans).toEqual([]);
    expect(refused(removePlan, { plan: "plan-2" }, { creditor }).type).toBe("plan-unknown");
    const chosen: CreditorEvent = {
      type: "kind-plan-chosen",
      data: { kind: "public", plan: "plan-1" },
    };
    expect(refused(removePlan, { plan: "plan-1" }, { creditor: [...creditor, chosen] })).toEqual({
      type: "plan-followed",
      kinds: ["public"],
      debtors: 0,
    });
    const follows: AccountEvent = {
      type: "plan-chosen",
      data: { invoice: null, plan: "plan-1", on: dateOf("2026-11-18") },
    };
    const accounts = { nordis: [debtor("nordis", "Nordis"), follows] };
    expect(refused(removePlan, { plan: "plan-1" }, { creditor, accounts })).toMatchObject({
      debtors: 1,
    });
  });
  it("that stands in for a shipped one is removed even while it is followed: the shipped one is back", () => {
    const standard: CreditorEvent = {
      type: "plan-written",
      data: { plan: "standard", name: "Le nôtre", steps: [...PLAN.steps] },
    };
    const chosen: CreditorEvent = {
      type: "kind-plan-chosen",
      data: { kind: "business", plan: "standard" },
    };
    const given = { creditor: [OPENED, standard, chosen] };
    expect(creditorAfter(removePlan, { plan: "standard" }, given).plans).toEqual([]);
  });
  it("is chosen for a kind of debtor if it is there", () => {
    const given = { creditor: [OPENED, written] };
    const choice = { kind: "consumer", plan: "plan-1" } as const;
    expect(creditorAfter(chooseKindPlan, choice, given).planByKind).toEqual({ consumer: "plan-1" });
    expect(creditorAfter(chooseKindPlan, { ...choice, plan: "firm" }).planByKind).toEqual({
      consumer: "firm",
    });
    expect(refused(chooseKindPlan, choice).type).toBe("plan-unknown");
    expect(creditorAfter(chooseKindPlan, { ...choice, plan: null }, given).planByKind).toEqual({});
  });
});

describe("a text of one's own", () => {
  const own = {
    step: "reminder-1",
    language: "fr",
    subject: null,
    opening: "Sauf erreur, il reste {total} à régler.",
    closing: " ",
  } as const;

  it("is kept with what it leaves blank as Relance writes it", () => {
    expect(creditorAfter(writeText, own).texts).toMatchObject([
      { opening: own.opening, closing: null },
    ]);
  });
  it("that is all blank brings back the original", () => {
    const given = {
      creditor: [OPENED, { type: "text-written", data: { ...own, closing: null } } as const],
    };
    expect(creditorAfter(writeText, { ...own, opening: "" }, given).texts).toEqual([]);
  });
  it("may not hold words above its step, nor a placeholder that nothing fills", () => {
    const rude = { ...own, opening: "Nous irons au tribunal." };
    expect(refused(writeText, rude)).toMatchObject({
      type: "text-unfit",
      faults: [{ type: "forbidden" }],
    });
    const unknown = { ...own, opening: "Bonjour {prénom}" };
    expect(refused(writeText, unknown)).toMatchObject({
      faults: [{ type: "placeholder-unknown" }],
    });
    expect(refused(writeText, { ...own, step: "duel" }).type).toBe("step-unknown");
  });
});

describe("a rate that the user read", () => {
  const rate = {
    series: "ecb-mro",
    from: dateOf("2027-01-01"),
    basisPoints: 265,
    source: "bce.europa.eu, 17 décembre 2026",
  } as const;

  it("is added for the first day of a half-year, with its source", () => {
    expect(creditorAfter(addRate, rate).rates).toMatchObject([rate]);
    expect(refused(addRate, { ...rate, source: "" }).type).toBe("field-missing");
    expect(refused(addRate, { ...rate, from: dateOf("2027-01-02") })).toMatchObject({
      fault: "not-a-half-year-start",
    });
    expect(refused(addRate, { ...rate, from: dateOf("2026-07-01") })).toMatchObject({
      fault: "shipped-already",
    });
    for (const series of ["ecb-mro-changes", "euribor"])
      expect(refused(addRate, { ...rate, series })).toMatchObject({
        fault: "not-a-series-of-interest",
      });
    expect(refused(addRate, { ...rate, basisPoints: 20_000 }).type).toBe("field-wrong");
  });
  it("is one however often it is added, and takes the place of another for the same half-year", () => {
    const added = creditorAfter(addRate, rate).rates.map((known): CreditorEvent => {
      const { entry: _, ...data } = known;
      return { type: "rate-added", data };
    });
    const given = { creditor: [OPENED, ...added] };
    expect(refused(addRate, rate, given).type).toBe("rate-taken");
    const state = creditorAfter(addRate, { ...rate, basisPoints: 290 }, given);
    expect(state.rates.map(({ basisPoints }) => basisPoints)).toEqual([290]);
    expect(state.deferred).toEqual([]);
  });
  it("is withdrawn with a reason", () => {
    const data = { rate: "rate-1", ...rate };
    const given = { creditor: [OPENED, { type: "rate-added", data } as const] };
    const input = { rate: "rate-1", reason: "mal lu" };
    expect(creditorAfter(withdrawRate, input, given).rates).toEqual([]);
    expect(refused(withdrawRate, { ...input, reason: "" }, given).type).toBe("reason-missing");
    expect(refused(withdrawRate, input).type).toBe("rate-unknown");
  });
});

describe("a closure of the office", () => {
  const august = { from: dateOf("2027-08-02"), to: dateOf("2027-08-20"), reason: "congés" };

  it("holds from its first to its last day, and is one however often it is entered", () => {
    const state = creditorAfter(addClosure, august);
    expect(state.closures).toMatchObject([august]);
    const data = { closure: state.closures[0]?.closure ?? "", ...august };
    const given = { creditor: [OPENED, { type: "closure-added", data } as const] };
    expect(refused(addClosure, { ...august, reason: "été" }, given).type).toBe("closure-taken");
    expect(creditorAfter(removeClosure, { closure: data.closure }, given).closures).toEqual([]);
    expect(refused(removeClosure, { closure: "x" }, given).type).toBe("closure-unknown");
  });
  it("ends after it begins, is no quarter long, and says why", () => {
    expect(refused(addClosure, { ...august, to: dateOf("2027-08-01") }).type).toBe("closure-unfit");
    expect(refused(addClosure, { ...august, to: dateOf("2028-08-20") }).type).toBe("closure-unfit");
    expect(refused(addClosure, { ...august, reason: " " }).type).toBe("reason-missing");
  });
});
