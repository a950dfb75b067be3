import type { CalendarDate } from "#shared/kernel/calendar.ts";
import type { Currency } from "#shared/kernel/money.ts";
import type { NextStep } from "./next-step.ts";
import type { OpenPortion } from "./open-portions.ts";
import type { Reason } from "./reasons.ts";
import type { Step, Tone } from "./steps.ts";

/**
 * A portion with its step; `next` is null where it has none (contested whole, no due date, the road ended, a residue that
 * is not chased).
 */
export type PortionPlan = OpenPortion & {
  readonly next: NextStep | null;
  /** The id of the plan that it follows. */
  readonly plan: string;
  /** Whether a gate keeps its next step back; `forbidden`: any step at all. */
  readonly kept: boolean;
  readonly forbidden: boolean;
};

/** What can be done for the account now: one mail, call or letter, in one currency. */
export type ProposedAct = {
  readonly step: Step;
  readonly tone: Tone;
  readonly currency: Currency;
  /** `promise-broken`: the step already reached is taken again, before the next one is due, to cite the promise. */
  readonly because: "step-due" | "promise-broken";
  /** The broken promise to cite. */
  readonly promise: string | null;
  /** Portions at this step, oldest first. */
  readonly portions: readonly PortionPlan[];
  /** Due as well but below this step: the second table, without its tone. */
  readonly lower: readonly PortionPlan[];
  /** Parts under dispute: said to be set aside, never asked for. */
  readonly contested: readonly PortionPlan[];
};

/** Principal in minor units. What is contested is in `contested` alone: `overdue` is a part of `expected`. */
export type ExpectedAmount = {
  readonly currency: Currency;
  readonly expected: number;
  readonly overdue: number;
  readonly contested: number;
};

export type AccountPlan = {
  readonly account: string;
  readonly portions: readonly PortionPlan[];
  readonly act: ProposedAct | null;
  /** Acts in the account's other currencies: a draft has one currency. */
  readonly others: readonly ProposedAct[];
  /** All that stands in the way or warns, the gravest first. */
  readonly gates: readonly Reason[];
  /** Why this act, or why none: one list, the most important first, never empty. */
  readonly reasons: readonly Reason[];
  /** The next day after today on which something will be due or end; null where nothing is dated. */
  readonly nextOn: CalendarDate | null;
  readonly amounts: readonly ExpectedAmount[];
};
