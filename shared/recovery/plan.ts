import type { Step, Tone } from "./steps.ts";
import { TONES, toneRank } from "./steps.ts";

/** A step of a plan: days from the due date (null: the law says when, not the plan) and the tone it speaks in. */
export type PlanStep = { readonly offset: number | null; readonly tone: Tone };

/** A plan is data: every step once, offsets rising in the order of the steps. */
export type Plan = {
  readonly id: string;
  readonly steps: Readonly<Record<Step, PlanStep>>;
};

export const STANDARD_PLAN: Plan = {
  id: "standard",
  steps: {
    courtesy: { offset: -5, tone: "courteous" },
    due: { offset: 1, tone: "courteous" },
    "reminder-1": { offset: 14, tone: "courteous" },
    "reminder-2": { offset: 30, tone: "firm" },
    call: { offset: 37, tone: "neutral" },
    letter: { offset: 45, tone: "firm" },
    "formal-notice": { offset: 60, tone: "formal" },
    "last-notice": { offset: 75, tone: "formal" },
    legal: { offset: null, tone: "formal" },
  },
};

/** One tone lower, never below courteous. */
export const lowerTone = (tone: Tone): Tone => TONES[toneRank(tone) - 1] ?? "courteous";

const lowered = ({ offset, tone }: PlanStep): PlanStep => ({ offset, tone: lowerTone(tone) });

/** The same days in a tone one lower: for those who pay late now and then, but pay. */
export const goodPayerPlanOf = (plan: Plan): Plan => ({
  id: `${plan.id}-good-payer`,
  steps: {
    courtesy: lowered(plan.steps.courtesy),
    due: lowered(plan.steps.due),
    "reminder-1": lowered(plan.steps["reminder-1"]),
    "reminder-2": lowered(plan.steps["reminder-2"]),
    call: lowered(plan.steps.call),
    letter: lowered(plan.steps.letter),
    "formal-notice": lowered(plan.steps["formal-notice"]),
    "last-notice": lowered(plan.steps["last-notice"]),
    legal: lowered(plan.steps.legal),
  },
});

export const GOOD_PAYER_PLAN: Plan = goodPayerPlanOf(STANDARD_PLAN);
