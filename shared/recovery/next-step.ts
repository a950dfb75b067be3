import type { Act } from "#shared/claims/account.ts";
import type { CalendarDate } from "#shared/kernel/calendar.ts";
import { dateNear, dayNumber } from "#shared/kernel/calendar.ts";
import type { Plan } from "./plan.ts";
import { STANDARD_PLAN } from "./plan.ts";
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

const NOTHING_DONE: PortionHistory = { reached: null, waived: {} };
/** Where chasing may begin: a portion taken in late begins at the last of these whose day has come. */
const FIRST_STEPS: readonly Step[] = ["courtesy", "due", "reminder-1"];

const later = (a: CalendarDate, b: CalendarDate): CalendarDate => (a > b ? a : b);

/** Names a portion among an account's: ids hold no line feed of their own accord, and a clash only delays a step. */
export const portionKey = (invoice: string, portion: string): string => `${invoice}\n${portion}`;

const withAct = (history: PortionHistory, step: Step, { on, waived }: Act): PortionHistory => {
  const { reached } = history;
  if (waived !== null) {
    const before = history.waived[step];
    const last = before === undefined ? on : later(before, on);
    return { ...history, waived: { ...history.waived, [step]: last } };
  }
  const rank = reached === null ? -1 : stepRank(reached.step);
  // Anyone may telephone at any time: a call before its turn is no step, or it would skip the reminders below it.
  if (step === "call" && rank < stepRank("reminder-2")) return history;
  if (stepRank(step) < rank) return history;
  const sameStep = reached !== null && reached.step === step;
  return { ...history, reached: { step, on: sameStep ? later(reached.on, on) : on } };
};

/**
 * What was done of each portion, by `portionKey`; acts of steps that this version does not know are left out. With
 * `invoices`, of those alone: an account of years has mostly acts of what is paid.
 */
export const historiesOf = (
  acts: readonly Act[],
  invoices: ReadonlySet<string> | null = null,
): ReadonlyMap<string, PortionHistory> => {
  const histories = new Map<string, PortionHistory>();
  const telling = acts.filter(
    ({ portions }) => invoices === null || portions.some(({ invoice }) => invoices.has(invoice)),
  );
  for (const act of telling.sort(compareActs)) {
    const { step } = act;
    if (!isStep(step)) continue;
    for (const { invoice, portion } of act.portions) {
      if (invoices !== null && !invoices.has(invoice)) continue;
      const key = portionKey(invoice, portion);
      histories.set(key, withAct(histories.get(key) ?? NOTHING_DONE, step, act));
    }
  }
  return histories;
};

const rankOf = (act: Act): number => (isStep(act.step) ? stepRank(act.step) : -1);

const compareActs = (a: Act, b: Act): number =>
  a.on < b.on ? -1 : a.on > b.on ? 1 : rankOf(a) - rankOf(b);

type Reached = { readonly step: Step; readonly on: CalendarDate };

/** Reminders come at the debtor's usual day; a courtesy note comes before the due date, formal steps by the calendar. */
const HABITUAL_FROM = stepRank("due");
const HABITUAL_TO = stepRank("letter");

const offsetOf = (step: Step, plan: Plan, shift: number): number | null => {
  const offset = plan.steps[step]?.offset ?? null;
  if (offset === null || shift === 0) return offset;
  const rank = stepRank(step);
  return rank >= HABITUAL_FROM && rank <= HABITUAL_TO ? offset + shift : offset;
};

/**
 * max(due + offset, date of the previous act + (offset − previous offset)), as a day number; null without an offset. An
 * act of a step that the plan leaves out leaves the time that the standard plan gives it.
 */
const formula = (
  dueDay: number,
  step: Step,
  reached: Reached,
  plan: Plan,
  shift: number,
): number | null => {
  const offset = plan.steps[step]?.offset ?? null;
  if (offset === null) return null;
  const before = (plan.steps[reached.step] ?? STANDARD_PLAN.steps[reached.step]).offset ?? offset;
  return Math.max(
    dueDay + (offsetOf(step, plan, shift) ?? offset),
    dayNumber(reached.on) + Math.max(offset - before, 0),
  );
};

/** A plan may do without a step. */
const isLeftOut = (step: Step, plan: Plan): boolean => plan.steps[step] === undefined;

/** Null for a plan without any step to begin with. */
const firstStep = (
  dueDay: number,
  todayDay: number,
  plan: Plan,
  shift: number,
): NextStep | null => {
  let step: Step | null = null;
  let first = 0;
  for (const candidate of FIRST_STEPS) {
    const offset = offsetOf(candidate, plan, shift);
    // A courtesy says that a day is to come: once it has passed, the step after it is waited for.
    const lapsed = step === "courtesy" && todayDay > dueDay;
    if (offset !== null && (step === null || lapsed || dueDay + offset <= todayDay)) {
      step = candidate;
      first = offset;
    }
  }
  if (step === null) return null;
  return { step, on: dateNear(Math.max(dueDay + first, todayDay)), previous: null };
};

/** The last of the first steps whose day has come, where they are waived; one waived ahead skips nothing before it. */
const waivedFirst = ({ waived }: PortionHistory, first: Step): Reached | null => {
  let reached: Reached | null = null;
  for (const step of FIRST_STEPS) {
    const on = waived[step];
    if (on !== undefined && stepRank(step) <= stepRank(first)) reached = { step, on };
  }
  return reached;
};

const dayAfter = (date: CalendarDate): number => dayNumber(date) + 1;

/** Of the notice taken last: what was waived left nobody any time. */
const limitBefore = (done: Reached | null, limits: NoticeLimits): CalendarDate | null =>
  done !== null && done.step === "last-notice" ? limits.lastNotice : limits.formalNotice;

/** When a step that follows `reached` comes; the notices wait for the time that the one before them left. */
const onOf = (
  step: Step,
  planned: number | null,
  done: Reached | null,
  limits: NoticeLimits,
): CalendarDate | "unknown" => {
  if (step === "legal") {
    const limit = limitBefore(done, limits);
    return limit === null ? "unknown" : dateNear(dayAfter(limit));
  }
  if (planned === null) return "unknown";
  if (step !== "last-notice") return dateNear(planned);
  return limits.formalNotice === null
    ? "unknown"
    : dateNear(Math.max(planned, dayAfter(limits.formalNotice)));
};

/**
 * The next step of a portion and its day (design: "Steps"). A step waived ahead counts once its turn comes, with the later
 * of the waiver's day and the previous act's. Null once the last step is done. `shift`: days by which the debtor pays late
 * by habit.
 */
export const nextStepOfPortion = (
  dueOn: CalendarDate,
  history: PortionHistory | undefined,
  today: CalendarDate,
  plan: Plan,
  limits: NoticeLimits = UNKNOWN_LIMITS,
  shift = 0,
): NextStep | null =>
  nextStepFrom(dayNumber(dueOn), history, dayNumber(today), plan, limits, shift);

/** The same in day numbers, for lists of thousands of portions. */
export const nextStepFrom = (
  dueDay: number,
  history: PortionHistory | undefined,
  todayDay: number,
  plan: Plan,
  limits: NoticeLimits,
  shift: number,
): NextStep | null => {
  const { waived, reached: done } = history ?? NOTHING_DONE;
  let reached = done;
  if (reached === null) {
    const first = firstStep(dueDay, todayDay, plan, shift);
    reached = history === undefined || first === null ? null : waivedFirst(history, first.step);
    if (reached === null) return first;
  }
  for (let rank = stepRank(reached.step) + 1; rank < STEPS.length; rank += 1) {
    const step = STEPS[rank];
    if (step === undefined || isLeftOut(step, plan)) continue;
    const waivedOn = waived[step];
    if (waivedOn !== undefined) {
      reached = { step, on: later(reached.on, waivedOn) };
      continue;
    }
    if (step === "due") {
      const lapses = formula(dueDay, "reminder-1", reached, plan, shift);
      if (lapses !== null && lapses <= todayDay) continue;
    }
    const planned = formula(dueDay, step, reached, plan, shift);
    return { step, on: onOf(step, planned, done, limits), previous: reached };
  }
  return null;
};
