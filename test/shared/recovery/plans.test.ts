import { describe, expect, it } from "vitest";
import type { AccountState } from "#shared/claims/account.ts";
import { balancesOf } from "#shared/claims/balances.ts";
import type { CreditorState } from "#shared/claims/creditor.ts";
import type { AccountEvent } from "#shared/claims/events.ts";
import { STANDARD_PLAN } from "#shared/recovery/plan.ts";
import type { Plan } from "#shared/recovery/plan.ts";
import type { PlanData } from "#shared/recovery/plans.ts";
import {
  SHIPPED_PLANS,
  SMALL_AMOUNTS_PLAN,
  accountPlansOf,
  ownPlanOf,
  planBookOf,
  planFrom,
} from "#shared/recovery/plans.ts";
import { STEPS, stepRank, toneRank } from "#shared/recovery/steps.ts";
import {
  contact,
  contextOn,
  creditor,
  day,
  debtor,
  fold,
  invoice,
  paid,
  planOfState,
  planWith,
  says,
  taken,
} from "./accounts.ts";

/** The invoice's own plan, else its debtor's, as an account's plan is made. */
const planOfInvoice = (state: AccountState, id: string, by: CreditorState): Plan => {
  const book = planBookOf(by);
  return ownPlanOf(state, id, book) ?? accountPlansOf(state, balancesOf(state), book).plan;
};

const ENTRY = { hash: "plan", at: "2026-11-01T09:00:00Z", by: "Lucie" };

const data = (steps: PlanData["steps"], plan = "own"): PlanData => ({ plan, steps });

const written = (of: PlanData): CreditorState["plans"][number] => ({
  plan: of.plan,
  name: of.plan,
  steps: [...of.steps],
  entry: ENTRY,
});

const SLOW = data([
  { step: "due", offset: 10, tone: "courteous" },
  { step: "reminder-1", offset: 40, tone: "courteous" },
]);

const chosen = (plan: string | null, of: string | null = null): AccountEvent =>
  says("plan-chosen", { invoice: of, plan, on: day("2026-11-01") });

describe("a plan that Relance ships", () => {
  it.each(SHIPPED_PLANS.map((plan) => [plan.id, plan] as const))(
    "is one that can be written: %s",
    (_, plan) => {
      const steps = STEPS.flatMap((step) => {
        const of = plan.steps[step];
        return of === undefined ? [] : [{ step, ...of }];
      });
      expect(planFrom(data(steps, plan.id))).toEqual({ ok: true, value: plan });
    },
  );

  it("speaks to no private person louder or sooner than to a business", () => {
    const softer = SHIPPED_PLANS.filter(({ id }) =>
      ["consumer", "non-professional", "public", "good-payer"].includes(id),
    );
    expect(softer).toHaveLength(4);
    for (const plan of softer) {
      for (const step of STEPS.slice(1)) {
        const [of, standard] = [plan.steps[step], STANDARD_PLAN.steps[step]];
        expect(of?.offset ?? 0).toBeGreaterThanOrEqual(standard.offset ?? 0);
        expect(toneRank(of?.tone ?? "formal")).toBeLessThanOrEqual(toneRank(standard.tone));
      }
    }
  });

  it("asks small amounts later and no louder than every plan of a kind, since a part payment leads there", () => {
    for (const plan of SHIPPED_PLANS.filter(({ id }) => id !== "firm" && id !== "good-payer")) {
      for (const step of STEPS) {
        const [small, of] = [SMALL_AMOUNTS_PLAN.steps[step], plan.steps[step]];
        if (small === undefined) continue;
        expect(small.offset).toBeGreaterThanOrEqual(of?.offset ?? 0);
        expect(toneRank(small.tone)).toBeLessThanOrEqual(toneRank(of?.tone ?? "formal"));
      }
    }
  });
});

describe("a written plan", () => {
  const first = { step: "due", offset: 1, tone: "courteous" };
  const faulty: readonly (readonly [string, PlanData["steps"], object])[] = [
    [
      "a step of a later version",
      [first, { step: "mediation", offset: 5, tone: "neutral" }],
      { type: "step-unknown", step: "mediation" },
    ],
    ["a step twice", [first, first], { type: "step-twice", step: "due" }],
    [
      "a tone nobody knows",
      [{ ...first, tone: "shouting" }],
      { type: "tone-unknown", step: "due", tone: "shouting" },
    ],
    [
      "no day where the plan must say one",
      [{ ...first, offset: null }],
      { type: "offset-missing", step: "due" },
    ],
    [
      "a reminder before the due date",
      [{ ...first, offset: -1 }],
      { type: "offset-before-due", step: "due" },
    ],
    [
      "days that do not rise",
      [first, { step: "reminder-1", offset: 1, tone: "courteous" }],
      { type: "offset-not-rising", step: "reminder-1" },
    ],
    [
      "a tone that sinks",
      [
        { ...first, tone: "firm" },
        { step: "reminder-1", offset: 9, tone: "neutral" },
      ],
      { type: "tone-sinks", step: "reminder-1" },
    ],
    [
      "a gentle formal notice",
      [
        first,
        { step: "reminder-1", offset: 9, tone: "courteous" },
        { step: "formal-notice", offset: 30, tone: "neutral" },
      ],
      { type: "formal-step-too-soft", step: "formal-notice" },
    ],
    [
      "a formal notice out of nowhere",
      [first, { step: "formal-notice", offset: 30, tone: "formal" }],
      { type: "notice-without-reminder" },
    ],
    [
      "a last notice of no notice",
      [
        first,
        { step: "reminder-1", offset: 9, tone: "courteous" },
        { step: "last-notice", offset: 30, tone: "formal" },
      ],
      { type: "last-notice-without-formal-notice" },
    ],
    [
      "the road to court without a notice",
      [first, { step: "legal", offset: null, tone: "formal" }],
      { type: "legal-without-notice" },
    ],
    [
      "a day of the law's own",
      [first, { step: "legal", offset: 90, tone: "formal" }],
      { type: "offset-given", step: "legal" },
    ],
    [
      "nothing to begin with",
      [{ step: "courtesy", offset: -5, tone: "courteous" }],
      { type: "nowhere-to-begin" },
    ],
    ["nothing at all", [], { type: "nowhere-to-begin" }],
  ];
  it.each(faulty)("is none with %s", (_, steps, error) => {
    expect(planFrom(data(steps))).toEqual({ ok: false, error });
  });

  it("may be said in any order and let a call speak softly", () => {
    const read = planFrom(
      data([
        { step: "call", offset: 20, tone: "courteous" },
        { step: "reminder-1", offset: 10, tone: "firm" },
      ]),
    );
    expect(read.ok && Object.keys(read.value.steps)).toEqual(["reminder-1", "call"]);
  });
});

describe("the plan of an invoice", () => {
  const of = (
    kind: "business" | "consumer" | "public" | "non-professional",
    changes: Partial<CreditorState> = {},
    events: readonly AccountEvent[] = [],
  ): string =>
    planOfInvoice(
      fold("a", [debtor({ kind }), invoice("f1", "2026-10-15"), ...events]),
      "f1",
      creditor(changes),
    ).id;
  const small = (amount: number): Partial<CreditorState> => ({
    policy: { ...creditor().policy, smallAmounts: [{ currency: "EUR", amount }] },
  });

  it("is the one of the debtor's kind", () => {
    expect(of("business")).toBe("standard");
    expect(of("consumer")).toBe("consumer");
    expect(of("public")).toBe("public");
    expect(of("non-professional")).toBe("non-professional");
  });

  it("is the one that the creditor chose for the kind, small amount or not", () => {
    const changes = { plans: [written(SLOW)], planByKind: { business: "own" } };
    expect(of("business", changes)).toBe("own");
    expect(of("business", { ...changes, ...small(100_000) })).toBe("own");
    expect(of("consumer", changes)).toBe("consumer");
  });

  it("is the debtor's own, and the invoice's before that", () => {
    expect(of("business", {}, [chosen("firm")])).toBe("firm");
    expect(of("business", {}, [chosen("firm"), chosen("good-payer", "f1")])).toBe("good-payer");
    expect(of("business", {}, [chosen("firm"), chosen(null)])).toBe("standard");
  });

  it("is the one of small amounts up to the threshold of all that is open", () => {
    expect(of("business", small(100_000))).toBe("small-amounts");
    expect(of("business", small(99_999))).toBe("standard");
    expect(of("business", small(100_000), [invoice("f2", "2026-12-31", 1)])).toBe("standard");
    expect(of("business", small(100_000), [chosen("firm")])).toBe("firm");
  });

  it("is the one written under the id of a shipped one", () => {
    expect(
      planOfInvoice(
        fold("a", [debtor()]),
        "f1",
        creditor({ plans: [written({ ...SLOW, plan: "standard" })] }),
      ).steps["reminder-1"]?.offset,
    ).toBe(40);
  });
});

describe("an account on its plan", () => {
  it("skips what the plan leaves out, and asks each invoice by its own", () => {
    const plan = planWith(
      [
        invoice("f1", "2026-10-01"),
        invoice("f2", "2026-10-01"),
        taken("due", "2026-10-20", ["f1"]),
        taken("reminder-2", "2026-11-02", ["f2"]),
        chosen("own", "f1"),
      ],
      contextOn("2026-11-20", { plans: [written(SLOW)] }),
    );
    expect(plan.portions.map(({ plan: id, next }) => [id, next?.step, next?.on])).toEqual([
      ["own", "reminder-1", "2026-11-19"],
      ["standard", "call", "2026-11-09"],
    ]);
  });

  it("speaks in the softest tone of the plans that meet in one mail", () => {
    const plan = planWith([
      invoice("f1", "2026-10-01"),
      invoice("f2", "2026-10-01"),
      taken("reminder-1", "2026-10-15", ["f1", "f2"]),
      chosen("good-payer", "f2"),
    ]);
    expect(plan.act).toMatchObject({ step: "reminder-2", tone: "neutral" });
  });

  it("ends after the last mail on a small amount, and goes on with what had gone further", () => {
    const policy = {
      ...creditor().policy,
      smallAmounts: [{ currency: "EUR" as const, amount: 5_000 }],
    };
    const on = (step: string) =>
      planWith(
        [invoice("f1", "2026-08-01"), taken(step, "2026-10-01"), paid("x", "2026-10-05", 95_000)],
        contextOn("2026-11-20", { policy }),
      ).portions[0];
    expect(on("reminder-2")).toMatchObject({ plan: "small-amounts", next: null });
    expect(on("letter")).toMatchObject({ plan: "standard", next: { step: "formal-notice" } });
  });

  it("keeps from going higher while the plan chosen cannot be read, and says so of one taken away", () => {
    const later = written(data([{ step: "mediation", offset: 5, tone: "firm" }]));
    const events = [invoice("f1", "2026-10-01"), taken("reminder-1", "2026-10-15"), chosen("own")];
    const unread = planWith(events, contextOn("2026-11-20", { plans: [later] }));
    expect(unread.gates).toMatchObject([{ code: "plan-unknown", effect: "forbid-higher" }]);
    expect(unread.act).toBeNull();
    const gone = planWith(events);
    expect(gone.gates).toMatchObject([{ code: "plan-unknown", effect: "says" }]);
    expect(gone.act?.step).toBe("reminder-2");
  });

  it("waits for the day on which a debtor pays by habit, but not with formal steps", () => {
    const habit = ["a", "b", "c"].flatMap((id) => [
      invoice(id, "2026-05-01", 1_000),
      paid(`x${id}`, "2026-05-21", 1_000, id),
    ]);
    const state = fold("bloch", [
      debtor(),
      contact(),
      ...habit,
      invoice("f1", "2026-10-15"),
      invoice("f2", "2026-08-01"),
      taken("letter", "2026-09-20", ["f2"]),
    ]);
    const policy = { ...creditor().policy, useHabits: true };
    const next = (useHabits: boolean) =>
      planOfState(state, contextOn("2026-10-16", useHabits ? { policy } : {})).portions.map(
        (portion) => [portion.next?.step, portion.next?.on],
      );
    expect(next(false)).toEqual([
      ["formal-notice", "2026-10-05"],
      ["due", "2026-10-16"],
    ]);
    expect(next(true)).toEqual([
      ["formal-notice", "2026-10-05"],
      ["due", "2026-11-05"],
    ]);
  });

  it("reaches its last steps by every plan of a kind", () => {
    for (const { id, steps } of SHIPPED_PLANS) {
      if (id === "small-amounts") continue;
      expect(STEPS.filter((step) => steps[step] === undefined)).toEqual([]);
      expect(stepRank("legal")).toBe(STEPS.length - 1);
    }
  });
});
