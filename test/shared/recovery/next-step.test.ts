import { describe, expect, it } from "vitest";
import type { AccountEvent } from "#shared/claims/events.ts";
import { nextStepOfPortion } from "#shared/recovery/next-step.ts";
import { GOOD_PAYER_PLAN, STANDARD_PLAN } from "#shared/recovery/plan.ts";
import { SHIPPED_PLANS } from "#shared/recovery/plans.ts";
import { STEPS, toneRank } from "#shared/recovery/steps.ts";
import { day, historyOf, taken, waived } from "./accounts.ts";

const DUE = day("2026-09-01");

type Row = {
  readonly given: string;
  readonly acts: readonly AccountEvent[];
  readonly today: string;
  readonly expected: readonly [step: string, on: string] | null;
};

const nextOn = (acts: readonly AccountEvent[], today: string) =>
  nextStepOfPortion(DUE, historyOf(acts), day(today), STANDARD_PLAN);

describe("the first step of a portion, due on 1 September 2026", () => {
  const rows: readonly Row[] = [
    {
      given: "a month before",
      acts: [],
      today: "2026-08-01",
      expected: ["courtesy", "2026-08-27"],
    },
    { given: "5 days before", acts: [], today: "2026-08-27", expected: ["courtesy", "2026-08-27"] },
    { given: "2 days before", acts: [], today: "2026-08-30", expected: ["courtesy", "2026-08-30"] },
    {
      given: "on the due date",
      acts: [],
      today: "2026-09-01",
      expected: ["courtesy", "2026-09-01"],
    },
    { given: "the day after", acts: [], today: "2026-09-02", expected: ["due", "2026-09-02"] },
    { given: "13 days late", acts: [], today: "2026-09-14", expected: ["due", "2026-09-14"] },
    {
      given: "14 days late",
      acts: [],
      today: "2026-09-15",
      expected: ["reminder-1", "2026-09-15"],
    },
    {
      given: "90 days late",
      acts: [],
      today: "2026-11-30",
      expected: ["reminder-1", "2026-11-30"],
    },
  ];
  it.each(rows)("$given", ({ acts, today, expected }) => {
    const next = nextOn(acts, today);
    expect([next?.step, next?.on]).toEqual(expected);
    expect(next?.previous).toBeNull();
  });
});

describe("a plan that leaves days between the due date and its first reminder", () => {
  it("sends no word of a day to come once it has passed, and waits for the step after it", () => {
    const plan = SHIPPED_PLANS.find(({ id }) => id === "public") ?? STANDARD_PLAN;
    const on = (today: string) => {
      const next = nextStepOfPortion(DUE, undefined, day(today), plan);
      return [next?.step, next?.on];
    };
    expect(on("2026-09-01")).toEqual(["courtesy", "2026-09-01"]);
    expect(on("2026-09-02")).toEqual(["due", "2026-09-06"]);
    expect(on("2026-09-06")).toEqual(["due", "2026-09-06"]);
  });
});

describe("the step after an act", () => {
  const rows: readonly Row[] = [
    {
      given: "each step on its day keeps the plan's days",
      acts: [taken("reminder-1", "2026-09-15")],
      today: "2026-09-16",
      expected: ["reminder-2", "2026-10-01"],
    },
    {
      given: "a late first reminder leaves as long to the second",
      acts: [taken("reminder-1", "2026-11-30")],
      today: "2026-11-30",
      expected: ["reminder-2", "2026-12-16"],
    },
    {
      given: "an early act does not bring the next one forward",
      acts: [taken("reminder-2", "2026-09-10")],
      today: "2026-09-11",
      expected: ["call", "2026-10-08"],
    },
    {
      given: "courtesy done and the due date near",
      acts: [taken("courtesy", "2026-08-27")],
      today: "2026-09-01",
      expected: ["due", "2026-09-02"],
    },
    {
      given: "a step on the due date never made lapses when the first reminder's day comes",
      acts: [taken("courtesy", "2026-08-27")],
      today: "2026-09-15",
      expected: ["reminder-1", "2026-09-15"],
    },
    {
      given: "and stands until then, a missed day caught up",
      acts: [taken("courtesy", "2026-08-27")],
      today: "2026-09-14",
      expected: ["due", "2026-09-02"],
    },
    {
      given: "a missed day is caught up",
      acts: [taken("reminder-1", "2026-09-15")],
      today: "2026-11-20",
      expected: ["reminder-2", "2026-10-01"],
    },
    {
      given: "the same step taken twice counts from the second time",
      acts: [taken("reminder-1", "2026-09-15"), taken("reminder-1", "2026-09-25")],
      today: "2026-09-26",
      expected: ["reminder-2", "2026-10-11"],
    },
    {
      given: "entries in any order",
      acts: [taken("reminder-2", "2026-10-01"), taken("reminder-1", "2026-09-15")],
      today: "2026-10-02",
      expected: ["call", "2026-10-08"],
    },
    {
      given: "a call before its turn skips no reminder",
      acts: [taken("reminder-1", "2026-09-15"), taken("call", "2026-09-20")],
      today: "2026-09-21",
      expected: ["reminder-2", "2026-10-01"],
    },
    {
      given: "a call after the second reminder is the step",
      acts: [taken("reminder-2", "2026-10-01"), taken("call", "2026-10-12")],
      today: "2026-10-12",
      expected: ["letter", "2026-10-20"],
    },
    {
      given: "a call alone is no first step",
      acts: [taken("call", "2026-09-20")],
      today: "2026-09-21",
      expected: ["reminder-1", "2026-09-21"],
    },
    {
      given: "a lower step sent again brings nothing back",
      acts: [taken("reminder-2", "2026-10-01"), taken("reminder-1", "2026-10-05")],
      today: "2026-10-06",
      expected: ["call", "2026-10-08"],
    },
    {
      given: "a step of a later version is no step here",
      acts: [taken("mediation", "2026-09-16")],
      today: "2026-09-17",
      expected: ["reminder-1", "2026-09-17"],
    },
    {
      given: "a waived step counts from the waiver",
      acts: [taken("reminder-2", "2026-10-01"), waived("call", "2026-10-15")],
      today: "2026-10-15",
      expected: ["letter", "2026-10-23"],
    },
    {
      given: "a step waived ahead skips nothing before it, nor hastens what follows",
      acts: [taken("reminder-1", "2026-09-15"), waived("call", "2026-09-16")],
      today: "2026-09-17",
      expected: ["reminder-2", "2026-10-01"],
    },
    {
      given: "and once its turn comes counts from the act before it",
      acts: [
        taken("reminder-1", "2026-09-15"),
        waived("call", "2026-09-16"),
        taken("reminder-2", "2026-10-20"),
      ],
      today: "2026-10-20",
      expected: ["letter", "2026-10-28"],
    },
    {
      given: "a first step waived with no act yet",
      acts: [waived("reminder-1", "2026-09-15")],
      today: "2026-09-16",
      expected: ["reminder-2", "2026-10-01"],
    },
    {
      given: "a first reminder waived ahead skips neither courtesy nor the due date",
      acts: [waived("reminder-1", "2026-08-20")],
      today: "2026-08-20",
      expected: ["courtesy", "2026-08-27"],
    },
    {
      given: "and is passed over once its day has come",
      acts: [waived("reminder-1", "2026-08-20")],
      today: "2026-09-15",
      expected: ["reminder-2", "2026-10-01"],
    },
    {
      given: "an act of tomorrow, by another device's clock, delays the next one by as much",
      acts: [taken("reminder-1", "2026-09-16")],
      today: "2026-09-15",
      expected: ["reminder-2", "2026-10-02"],
    },
    {
      given: "the formal notice",
      acts: [taken("letter", "2026-10-16")],
      today: "2026-10-16",
      expected: ["formal-notice", "2026-10-31"],
    },
    {
      given: "the last notice has no day while first presentation is not proven",
      acts: [taken("formal-notice", "2026-10-31")],
      today: "2027-02-01",
      expected: ["last-notice", "unknown"],
    },
    {
      given: "nor has the legal route",
      acts: [taken("last-notice", "2026-11-20")],
      today: "2027-02-01",
      expected: ["legal", "unknown"],
    },
    {
      given: "the road ends",
      acts: [taken("legal", "2026-12-20")],
      today: "2027-02-01",
      expected: null,
    },
  ];
  it.each(rows)("$given", ({ acts, today, expected }) => {
    const next = nextOn(acts, today);
    expect(next === null ? null : [next.step, next.on]).toEqual(expected);
  });

  it("puts the last notice after the formal notice's own time limit, never before its own day", () => {
    const history = historyOf([taken("formal-notice", "2026-10-31")]);
    const on = (limit: string) =>
      nextStepOfPortion(DUE, history, day("2026-11-20"), STANDARD_PLAN, {
        formalNotice: day(limit),
        lastNotice: null,
      })?.on;
    expect(on("2026-11-30")).toBe("2026-12-01");
    expect(on("2026-11-05")).toBe("2026-11-15");
  });

  it("opens the legal route the day after the last notice's time limit", () => {
    const history = historyOf([taken("last-notice", "2026-11-20")]);
    const limits = { formalNotice: day("2026-11-15"), lastNotice: day("2026-11-28") };
    expect(nextStepOfPortion(DUE, history, day("2026-11-21"), STANDARD_PLAN, limits)).toMatchObject(
      { step: "legal", on: "2026-11-29" },
    );
  });

  it("stays within the calendar for a date typed at its end", () => {
    expect(
      nextStepOfPortion(day("2199-12-31"), undefined, day("2199-12-31"), STANDARD_PLAN)?.on,
    ).toBe("2199-12-31");
    const late = [taken("reminder-1", "2199-12-31")];
    expect(
      nextStepOfPortion(day("2199-12-31"), historyOf(late), day("2026-11-20"), STANDARD_PLAN)?.on,
    ).toBe("2199-12-31");
  });
});

describe("a plan without courtesy", () => {
  const plan = {
    ...STANDARD_PLAN,
    steps: { ...STANDARD_PLAN.steps, courtesy: { offset: null, tone: "courteous" as const } },
  };
  it.each([
    ["2026-08-01", "due", "2026-09-02"],
    ["2026-09-01", "due", "2026-09-02"],
    ["2026-09-14", "due", "2026-09-14"],
    ["2026-09-15", "reminder-1", "2026-09-15"],
  ])("on %s says %s on %s", (today, step, on) => {
    expect(nextStepOfPortion(DUE, undefined, day(today), plan)).toMatchObject({ step, on });
  });
});

describe("a plan", () => {
  it("has rising offsets, and speaks to a good payer one tone lower, never below courteous", () => {
    const offsets = STEPS.map((step) => STANDARD_PLAN.steps[step].offset);
    expect(offsets).toEqual([-5, 1, 14, 30, 37, 45, 60, 75, null]);
    expect(STEPS.map((step) => STANDARD_PLAN.steps[step].tone)).toEqual([
      "courteous",
      "courteous",
      "courteous",
      "firm",
      "neutral",
      "firm",
      "formal",
      "formal",
      "formal",
    ]);
    for (const step of STEPS) {
      expect(toneRank(GOOD_PAYER_PLAN.steps[step]?.tone ?? "formal")).toBe(
        Math.max(0, toneRank(STANDARD_PLAN.steps[step].tone) - 1),
      );
    }
  });
});
