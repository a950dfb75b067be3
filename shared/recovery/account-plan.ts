import type { AccountState } from "#shared/claims/account.ts";
import type { AccountBalances } from "#shared/claims/balances.ts";
import type { CalendarDate } from "#shared/kernel/calendar.ts";
import { dateNear, dayNumber } from "#shared/kernel/calendar.ts";
import type { Currency } from "#shared/kernel/money.ts";
import type { RecoveryContext } from "./context.ts";
import { explain } from "./explanation.ts";
import { FORMAL_FROM } from "./gates-formal.ts";
import { gatesOf, setAside } from "./gates.ts";
import { HABIT_INVOICES_MIN, habitsOf } from "./habits.ts";
import type { NextStep, NoticeLimits, PortionHistory } from "./next-step.ts";
import { UNKNOWN_LIMITS, historiesOf, nextStepFrom, portionKey } from "./next-step.ts";
import { noticeLimitsOf } from "./notice-limits.ts";
import type { OpenPortion } from "./open-portions.ts";
import { openPortionsOf } from "./open-portions.ts";
import type { Plan } from "./plan.ts";
import type { AccountPlans, PlanBook } from "./plans.ts";
import { accountPlansOf, ownPlanOf } from "./plans.ts";
import type { PromiseState } from "./promises.ts";
import { brokenPromises, instalmentsStates, promiseStates } from "./promises.ts";
import type { AccountPlan, ExpectedAmount, PortionPlan, ProposedAct } from "./proposal.ts";
import type { Reason } from "./reasons.ts";
import { reasonOf } from "./reasons.ts";
import type { Step, Tone } from "./steps.ts";
import { STEPS, stepRank, toneRank } from "./steps.ts";

/** What the gates say of portions: the whole account, or some of its invoices. */
type Barrier = {
  readonly all: boolean;
  readonly mail: boolean;
  readonly higher: boolean;
  readonly formal: boolean;
  /** Invoices by id, portions by `portionKey`. */
  readonly of: ReadonlySet<string>;
  readonly higherOf: ReadonlySet<string>;
  readonly formalOf: ReadonlySet<string>;
};

const NOTHING_FORBIDDEN: Barrier = {
  all: false,
  mail: false,
  higher: false,
  formal: false,
  of: new Set(),
  higherOf: new Set(),
  formalOf: new Set(),
};

const barrierOf = (gates: readonly Reason[]): Barrier => {
  if (gates.length === 0) return NOTHING_FORBIDDEN;
  let [all, mail, higher, formal] = [false, false, false, false];
  const [of, higherOf, formalOf] = [new Set<string>(), new Set<string>(), new Set<string>()];
  for (const { effect, invoices, portions, only } of gates) {
    const some = portions ?? invoices;
    if (effect === "forbid-formal") {
      if (some === null) formal = true;
      else for (const id of some) formalOf.add(id);
    }
    if (effect === "forbid-higher") {
      if (some === null) higher = true;
      else for (const id of some) higherOf.add(id);
    }
    if (effect === "forbid") {
      if (some !== null) for (const id of some) of.add(id);
      else if (only === "mail") mail = true;
      else all = true;
    }
  }
  return { all, mail, higher, formal, of, higherOf, formalOf };
};

const ON_PAPER_OR_PHONE: readonly Step[] = ["call", "letter", "formal-notice"];
const REMINDED_FROM = stepRank("reminder-1");

type Named = Pick<OpenPortion, "invoice" | "portion">;

const holds = (set: ReadonlySet<string>, { invoice, portion }: Named): boolean =>
  set.size > 0 && (set.has(invoice) || set.has(portionKey(invoice, portion)));

const isForbidden = (barrier: Barrier, portion: Named, step: Step): boolean =>
  barrier.all || holds(barrier.of, portion) || (barrier.mail && !ON_PAPER_OR_PHONE.includes(step));

/** A first act raises nothing; any other next step is higher than the one reached. */
const isTooHigh = (barrier: Barrier, portion: Named, { step, previous }: NextStep): boolean =>
  (stepRank(step) >= FORMAL_FROM && (barrier.formal || holds(barrier.formalOf, portion))) ||
  (previous !== null && (barrier.higher || holds(barrier.higherOf, portion)));

/** The step taken again to cite a broken promise; none where that would be nonsense or the law has taken over. */
const REPEATED: Readonly<Partial<Record<Step, Step>>> = {
  due: "due",
  "reminder-1": "reminder-1",
  "reminder-2": "reminder-2",
  call: "reminder-2",
  letter: "letter",
};

/** How loud a step of a portion speaks, by the portion's own plan. */
type ToneOf = (portion: PortionPlan, step: Step) => Tone;

type Candidate = {
  readonly portion: PortionPlan;
  readonly step: Step;
  readonly because: ProposedAct["because"];
};

const byDueDate = (a: Candidate, b: Candidate): number => {
  const [left, right] = [a.portion.dueOn ?? "", b.portion.dueOn ?? ""];
  if (left !== right) return left < right ? -1 : 1;
  return a.portion.number < b.portion.number ? -1 : a.portion.number > b.portion.number ? 1 : 0;
};

const actsOf = (
  portions: readonly PortionPlan[],
  broken: readonly PromiseState[],
  barrier: Barrier,
  toneOf: ToneOf,
  { today }: RecoveryContext,
): readonly ProposedAct[] => {
  const byCurrency = new Map<Currency, Candidate[]>();
  for (const portion of portions) {
    const { next, kept, currency, invoice } = portion;
    if (next === null || portion.asked <= 0) continue;
    const due = !kept && next.on !== "unknown" && next.on <= today;
    const promised = !due && broken.some(({ invoices }) => invoices.includes(invoice));
    // A repeat is no higher step than the one reached; what forbids any step forbids it too.
    const again = promised && next.previous !== null ? REPEATED[next.previous.step] : undefined;
    const step = due ? next.step : again;
    if (step === undefined || (!due && isForbidden(barrier, portion, step))) continue;
    const candidates = byCurrency.get(currency) ?? [];
    candidates.push({ portion, step, because: due ? "step-due" : "promise-broken" });
    byCurrency.set(currency, candidates);
  }
  const acts: ProposedAct[] = [];
  byCurrency.forEach((candidates, currency) => {
    // Not of an invoice that is in other hands or stopped: nothing at all is said of that one.
    const contested = portions.filter(
      (one) => one.contested > 0 && one.currency === currency && !holds(barrier.of, one),
    );
    for (const one of actsApart(candidates.sort(byDueDate)))
      acts.push(actOf(one, currency, contested, broken, toneOf));
  });
  return acts.sort((a, b) => stepRank(b.step) - stepRank(a.step));
};

const highestOf = (candidates: readonly Candidate[]): number =>
  candidates.reduce((best, { step }) => Math.max(best, stepRank(step)), 0);

const isReminded = ({ portion: { next } }: Candidate): boolean =>
  next !== null && next.previous !== null && stepRank(next.previous.step) >= REMINDED_FROM;

/** One mail for all, except that a formal step lists only what was already reminded: the rest has a mail of its own. */
const actsApart = (candidates: readonly Candidate[]): readonly (readonly Candidate[])[] => {
  if (highestOf(candidates) < FORMAL_FROM) return [candidates];
  const fresh = candidates.filter((candidate) => !isReminded(candidate));
  const reminded = candidates.filter(isReminded);
  return [reminded, fresh].filter((group) => group.length > 0);
};

/** Plans that meet in one mail speak in the softest of their tones. */
const lowestTone = (atTop: readonly Candidate[], step: Step, toneOf: ToneOf): Tone => {
  let lowest: Tone | null = null;
  for (const { portion } of atTop) {
    const tone = toneOf(portion, step);
    if (lowest === null || toneRank(tone) < toneRank(lowest)) lowest = tone;
  }
  return lowest ?? "courteous";
};

const actOf = (
  candidates: readonly Candidate[],
  currency: Currency,
  contested: readonly PortionPlan[],
  broken: readonly PromiseState[],
  toneOf: ToneOf,
): ProposedAct => {
  const step = STEPS[highestOf(candidates)] ?? "courtesy";
  const atTop = candidates.filter((candidate) => candidate.step === step);
  const promise = broken.find(({ invoices }) =>
    candidates.some(({ portion }) => invoices.includes(portion.invoice)),
  );
  return {
    step,
    tone: lowestTone(atTop, step, toneOf),
    currency,
    because: atTop.some(({ because }) => because === "step-due") ? "step-due" : "promise-broken",
    promise: promise?.promise.promise ?? null,
    portions: atTop.map(({ portion }) => portion),
    lower: candidates.filter((candidate) => candidate.step !== step).map(({ portion }) => portion),
    contested,
  };
};

const amountsOf = (
  portions: readonly OpenPortion[],
  today: CalendarDate,
): readonly ExpectedAmount[] => {
  const sums = new Map<Currency, { expected: number; overdue: number; contested: number }>();
  for (const { currency, asked, contested, dueOn } of portions) {
    const sum = sums.get(currency) ?? { expected: 0, overdue: 0, contested: 0 };
    sum.expected += asked;
    sum.contested += contested;
    if (dueOn !== null && dueOn < today) sum.overdue += asked;
    sums.set(currency, sum);
  }
  return [...sums].map(([currency, sum]) => ({ currency, ...sum }));
};

const endOf = (gate: Reason): CalendarDate | null => {
  if (gate.code === "promise-running") return gate.values.by;
  if (gate.code === "promise-undated") return gate.values.waitUntil;
  if (gate.code === "promise-conditional") return gate.values.waitUntil;
  if (gate.code === "out-of-office") return gate.values.back;
  if (gate.code === "instalments-running") return gate.values.next;
  if (gate.code === "instalments-noticed") return dayAfter(gate.values.until);
  if (gate.code !== "hold" || gate.values.until === null) return null;
  return dayAfter(gate.values.until);
};

const dayAfter = (date: CalendarDate): CalendarDate => dateNear(dayNumber(date) + 1);

const nextDay = (
  state: AccountState,
  portions: readonly PortionPlan[],
  gates: readonly Reason[],
  today: CalendarDate,
): CalendarDate | null => {
  let best: CalendarDate | null = null;
  const consider = (on: CalendarDate | null): void => {
    if (on !== null && on > today && (best === null || on < best)) best = on;
  };
  for (const { next, forbidden } of portions) {
    if (next !== null && next.on !== "unknown" && !forbidden) consider(next.on);
  }
  for (const gate of gates) consider(endOf(gate));
  consider(state.putOff?.until ?? null);
  return best;
};

/** Field by field: a spread costs several times as much, and there is one for every portion of the ledger. */
const standing = (of: OpenPortion, plan: string, next: NextStep | null): Standing => ({
  invoice: of.invoice,
  number: of.number,
  portion: of.portion,
  currency: of.currency,
  dueOn: of.dueOn,
  open: of.open,
  contested: of.contested,
  asked: of.asked,
  plan,
  next,
  kept: false,
  forbidden: false,
});

const nothingOpen = (state: AccountState, context: RecoveryContext): AccountPlan => ({
  account: state.account,
  portions: [],
  act: null,
  others: [],
  gates: [],
  reasons: [reasonOf("nothing-open", "says", {})],
  nextOn: nextDay(state, [], [], context.today),
  amounts: [],
});

/** Reminders wait for a debtor's usual day at most this long. */
const HABIT_DAYS_MAX = 30;

/** Days by which reminders of a debtor come later, because it pays then anyway. */
const shiftOf = (state: AccountState, { creditor }: RecoveryContext): number => {
  if (!creditor.policy.useHabits || state.payments.length === 0) return 0;
  const habits = habitsOf(state);
  if (habits === null || habits.n < HABIT_INVOICES_MIN) return 0;
  return Math.min(Math.max(habits.median, 0), HABIT_DAYS_MAX);
};

const lastRankOf = ({ steps }: Plan): number =>
  STEPS.reduce((last, step, rank) => (steps[step] === undefined ? last : rank), -1);

/** A portion that went beyond the last step of small amounts before it became one goes on as it began. */
const planOfPortion = (
  plans: AccountPlans,
  own: Plan | null,
  history: PortionHistory | undefined,
): Plan => {
  if (own !== null) return own;
  const { plan, beyond } = plans;
  if (plan === beyond || history === undefined || history.reached === null) return plan;
  return stepRank(history.reached.step) > lastRankOf(plan) ? beyond : plan;
};

const limitsOf = (
  state: AccountState,
  { invoice, portion }: OpenPortion,
  history: PortionHistory | undefined,
  context: RecoveryContext,
): NoticeLimits => {
  const reached = history?.reached ?? null;
  return reached === null || stepRank(reached.step) < FORMAL_FROM
    ? UNKNOWN_LIMITS
    : noticeLimitsOf(state, invoice, portion, context);
};

/** As it is made: what gates say of it is filled in afterwards, since there is one for every portion of the ledger. */
type Standing = { -readonly [K in keyof PortionPlan]: PortionPlan[K] };

/** Where each open portion stands on its plan, before any gate. */
const standingsOf = (
  state: AccountState,
  open: readonly OpenPortion[],
  plans: AccountPlans,
  aside: readonly Reason[],
  context: RecoveryContext,
): readonly Standing[] => {
  const histories =
    state.acts.length === 0
      ? null
      : historiesOf(state.acts, new Set(open.map(({ invoice }) => invoice)));
  const shift = shiftOf(state, context);
  const notAsked = aside.length === 0 ? null : new Set(aside.flatMap((one) => one.invoices ?? []));
  return open.map((portion) => {
    const { dueOn, asked, invoice } = portion;
    const history = histories?.get(portionKey(invoice, portion.portion));
    const plan = planOfPortion(plans, ownPlanOf(state, invoice, context.plans), history);
    const isAsked = asked > 0 && notAsked?.has(invoice) !== true;
    if (dueOn === null || !isAsked) return standing(portion, plan.id, null);
    const limits = limitsOf(state, portion, history, context);
    const due = dayNumber(dueOn);
    const next = nextStepFrom(due, history, context.todayDay, plan, limits, shift);
    return standing(portion, plan.id, next);
  });
};

const fillIn = (portions: readonly Standing[], barrier: Barrier): void => {
  if (barrier === NOTHING_FORBIDDEN) return;
  for (const portion of portions) {
    const { next } = portion;
    if (next === null) continue;
    portion.forbidden = isForbidden(barrier, portion, next.step);
    portion.kept = portion.forbidden || isTooHigh(barrier, portion, next);
  }
};

/**
 * What can be done for an account on a day, and why, or why nothing. A portion asks for nothing that is contested; what a
 * gate forbids is never in an act; a payment never adds to an act.
 */
export const planOf = (
  state: AccountState,
  balances: AccountBalances,
  context: RecoveryContext,
): AccountPlan => {
  const open = openPortionsOf(balances);
  if (open.length === 0) return nothingOpen(state, context);
  const { today } = context;
  const promises = promiseStates(state, balances, context);
  const agreements = instalmentsStates(state, balances, context);
  const plans = accountPlansOf(state, balances, context.plans);
  const aside = setAside(state, balances, context);
  const portions = standingsOf(state, open, plans, aside, context);
  const facts = { promises, agreements, plans, aheads: portions, aside };
  const gates = gatesOf(state, balances, facts, context);
  const barrier = barrierOf(gates);
  fillIn(portions, barrier);
  const broken = brokenPromises(state, promises);
  const toneOf = toneIn(context.plans, plans);
  const [act = null, ...others] = actsOf(portions, broken, barrier, toneOf, context);
  return {
    account: state.account,
    portions,
    act,
    others,
    gates,
    reasons: explain(state, portions, gates, act, broken, context),
    nextOn: nextDay(state, portions, gates, today),
    amounts: amountsOf(portions, today),
  };
};

/** A step that the plan leaves out, taken again for a broken promise, speaks as the plan of the kind does. */
const toneIn =
  ({ byId }: PlanBook, { beyond }: AccountPlans): ToneOf =>
  ({ plan }, step) =>
    (byId.get(plan)?.steps[step] ?? beyond.steps[step])?.tone ?? "courteous";
