import type { Act } from "#shared/claims/account.ts";
import type { CalendarDate } from "#shared/kernel/calendar.ts";
import { addDays } from "#shared/kernel/calendar.ts";
import type { Plan } from "./plan.ts";
import type { Step } from "./steps.ts";
import { STEPS, isStep, stepRank } from "./steps.ts";

/** What a portion's acts amount to: the step reached, when, and which steps ahead are waived. */
export type PortionHistory = {
  readonly reached: { readonly step: Step; readonly on: CalendarDate } | null;
  readonly waived: Readonly<Partial<Record<Step, CalendarDate>>>;
};

/** Last day of the time limits that notices set; null while it is unknown (no proof of first presentation yet). */
export type NoticeLimits = {
  readonly formalNotice: CalendarDate | null;
  readonly lastNotice: CalendarDate | null;
};

export const UNKNOWN_LIMITS: NoticeLimits = { formalNotice: null, lastNotice: null };

export type NextStep = {
  readonly step: Step;
  /** The day the formula gives, which may have passed; `unknown` where the law's own time has no known start. */
  readonly on: CalendarDate | "unknown";
  readonly previous: { readonly step: Step; readonly on: CalendarDate } | null;
};
