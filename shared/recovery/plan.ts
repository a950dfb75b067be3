import type { Step, Tone } from "./steps.ts";
import { STEPS, TONES, toneRank } from "./steps.ts";

/** A step of a plan: days from the due date (null: the law says when, not the plan) and the tone it speaks in. */
export type PlanStep = { readonly offset: number | null; readonly tone: Tone };

/** A plan is data: a step once or left out, offsets rising in the order of the steps. */
export type Plan = {
  readonly id: string;
  readonly steps: Readonly<Partial<Record<Step, PlanStep>>>;
};

/** A plan without a step left out. */
type FullPlan = { readonly id: string; readonly steps: Readonly<Record<Step, PlanStep>> };

export const STANDARD_PLAN: FullPlan = {
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
const lowerTone = (tone: Tone): Tone => TONES[toneRank(tone) - 1] ?? "courteous";

/** The same days in a tone one lower: for those who pay late now and then, but pay. */
const goodPayerPlanOf = (plan: Plan): Plan => {
  const steps: Partial<Record<Step, PlanStep>> = {};
  for (const step of STEPS) {
    const of = plan.steps[step];
    if (of !== undefined) steps[step] = { offset: of.offset, tone: lowerTone(of.tone) };
  }
  return { id: `${plan.id}-good-payer`, steps };
};

export const GOOD_PAYER_PLAN: Plan = { ...goodPayerPlanOf(STANDARD_PLAN), id: "good-payer" };
