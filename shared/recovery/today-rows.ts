import type { Act, AccountState } from "#shared/claims/account.ts";
import type { AccountBalances } from "#shared/claims/balances.ts";
import type { CalendarDate } from "#shared/kernel/calendar.ts";
import { daysBetween } from "#shared/kernel/calendar.ts";
import type { Currency, Money } from "#shared/kernel/money.ts";
import { decimalsOf } from "#shared/kernel/money.ts";
import type { RecoveryContext } from "./context.ts";
import { promiseBroken, waitingDraft } from "./explanation.ts";
import { repliesToRead, toReadReason } from "./gates.ts";
import { portionKey } from "./next-step.ts";
import { brokenPromises, promiseStates } from "./promises.ts";
import type { PromiseState } from "./promises.ts";
import type { AccountPlan, ExpectedAmount, PortionPlan, ProposedAct } from "./proposal.ts";
import type { Reason, ReasonOf } from "./reasons.ts";
import { reasonOf } from "./reasons.ts";

/** Kinds of rows, in the order in which they stand. `clock` is for deadlines of law. */
export const ROW_WORDS = [
  "clock",
  "to-read",
  "broken",
  "promise",
  "draft",
  "blocked",
  "reminder",
  "call",
  "exhibit",
] as const;
export type RowWord = (typeof ROW_WORDS)[number];

export const CHIPS = ["clocks", "to-read", "promises", "reminders", "calls"] as const;
export type Chip = (typeof CHIPS)[number];

/** The one thing to do about a row. */
export type RowAction =
  | { readonly type: "read"; readonly exchange: string }
  | { readonly type: "prepare-draft"; readonly act: ProposedAct }
  | { readonly type: "check-bank"; readonly promise: string | null }
  | { readonly type: "open-draft"; readonly draft: string }
  | { readonly type: "answer-dispute"; readonly dispute: string }
  | { readonly type: "log-call"; readonly act: ProposedAct }
  | { readonly type: "attach-sent-mail"; readonly act: string }
  | { readonly type: "open-account" };

export type TodayRow = {
  readonly word: RowWord;
  readonly account: string;
  /** Typed by people: foreign. The account's key where the debtor is unknown. */
  readonly name: string;
  readonly amounts: readonly Money[];
  readonly reason: Reason;
  readonly action: RowAction;
  readonly minutes: number;
  /** Order within the word: greater first. */
  readonly weight: number;
};

/** What one account brings to the list: plain data, so that a shard can be kept and joined with others. */
export type AccountToday = {
  readonly account: string;
  readonly name: string;
  readonly rows: readonly TodayRow[];
  /** Why nothing, where it has no row and still owes. */
  readonly silent: Reason | null;
  readonly nextOn: CalendarDate | null;
  readonly amounts: readonly ExpectedAmount[];
  readonly openInvoices: number;
};

const MINUTES: Readonly<Record<RowWord, number>> = {
  clock: 2,
  "to-read": 1,
  broken: 2,
  promise: 1,
  draft: 2,
  blocked: 2,
  reminder: 2,
  call: 5,
  exhibit: 2,
};

type RowFacts = {
  readonly word: RowWord;
  readonly amounts: readonly Money[];
  readonly reason: Reason;
  readonly action: RowAction;
  readonly weight: number;
};

const moneyBy = (amounts: ReadonlyMap<Currency, number>): readonly Money[] =>
  [...amounts].map(([currency, minor]) => ({ minor, currency }));

/** What a row of the whole account shows: what is late, else what is expected. */
const accountAmounts = ({ amounts }: AccountPlan): readonly Money[] => {
  const late = amounts.filter(({ overdue }) => overdue > 0);
  return late.length > 0
    ? late.map(({ currency, overdue }) => ({ minor: overdue, currency }))
    : amounts.map(({ currency, expected }) => ({ minor: expected, currency }));
};

const actAmounts = ({ portions, lower, currency }: ProposedAct): readonly Money[] => [
  { minor: [...portions, ...lower].reduce((sum, { asked }) => sum + asked, 0), currency },
];

/** Amount times age: currencies are not converted, one unit of each weighs the same. */
const weightOf = (portions: readonly PortionPlan[], today: CalendarDate): number =>
  portions.reduce((sum, { asked, currency, dueOn }) => {
    const days = dueOn === null ? 1 : Math.max(daysBetween(dueOn, today), 1);
    return sum + (asked / 10 ** decimalsOf(currency)) * days;
  }, 0);

const actWeight = ({ portions, lower }: ProposedAct, today: CalendarDate): number =>
  weightOf(portions, today) + weightOf(lower, today);

const actionOf = (act: ProposedAct): RowAction =>
  act.step === "call" ? { type: "log-call", act } : { type: "prepare-draft", act };

const toReadRow = (
  state: AccountState,
  plan: AccountPlan,
  today: CalendarDate,
): RowFacts | null => {
  // Where something is open a gate has looked for them already.
  const none = plan.portions.length > 0 && !plan.gates.some(({ code }) => code === "reply-to-read");
  const replies = none ? [] : repliesToRead(state);
  const [first] = replies;
  const reason = toReadReason(replies);
  if (first === undefined || reason === null) return null;
  return {
    word: "to-read",
    amounts: accountAmounts(plan),
    reason,
    action: { type: "read", exchange: first.exchange },
    weight: daysBetween(first.on, today),
  };
};

const missingAmount = ({ promise, missing }: PromiseState): readonly Money[] => [
  { minor: missing, currency: promise.currency },
];

/** Whether all of the account stands still: then no row asks for a step. */
const standsStill = ({ gates }: AccountPlan): boolean =>
  gates.some(
    ({ code, invoices }) => (code === "hold" || code === "insolvency") && invoices === null,
  );

const missedRow = ({ gates }: AccountPlan, today: CalendarDate): RowFacts | null => {
  const gate = gates.find(
    (one): one is ReasonOf<"instalment-missed"> => one.code === "instalment-missed",
  );
  if (gate === undefined) return null;
  return {
    word: "broken",
    amounts: [gate.values.missing],
    reason: gate,
    action: { type: "open-account" },
    weight: daysBetween(gate.values.by, today),
  };
};

const brokenRow = (
  state: AccountState,
  plan: AccountPlan,
  promises: readonly PromiseState[],
  context: RecoveryContext,
): RowFacts | null => {
  if (standsStill(plan)) return null;
  const [broken] = brokenPromises(state, promises);
  const reason = broken === undefined ? null : promiseBroken(broken, context);
  if (broken === undefined || reason === null) return missedRow(plan, context.today);
  const cited = state.drafts.some(
    (draft) => draft.state === "prepared" && draft.promise === broken.promise.promise,
  );
  if (cited) return null;
  const act = [plan.act, ...plan.others].find((one) => one?.promise === broken.promise.promise);
  return {
    word: "broken",
    amounts: missingAmount(broken),
    reason,
    action: act == null ? { type: "open-account" } : actionOf(act),
    weight: weightOf(
      plan.portions.filter(({ invoice }) => broken.invoices.includes(invoice)),
      context.today,
    ),
  };
};

/** Due today, or past and not known at the bank yet; instalments that are all paid wait for a person to end them. */
const promiseRow = (
  plan: AccountPlan,
  promises: readonly PromiseState[],
  { today }: RecoveryContext,
): RowFacts | null => {
  for (const state of promises) {
    const { promise, status, kept } = state;
    const asked = status === "unverified" || (status === "running" && promise.by === today);
    if (kept || !asked) continue;
    const [hash] = [promise.entry.hash];
    const reason = plan.gates.find(
      ({ code, entries }) => code.startsWith("promise-") && entries.includes(hash),
    );
    if (reason === undefined) continue;
    return {
      word: "promise",
      amounts: missingAmount(state),
      reason,
      action: { type: "check-bank", promise: promise.promise },
      weight: daysBetween(promise.by ?? today, today),
    };
  }
  const gate = plan.gates.find(
    (one) =>
      one.code === "instalment-unverified" ||
      (one.code === "instalments-running" &&
        (one.values.next === today || one.values.next === null)),
  );
  if (gate === undefined) return null;
  const isOver = gate.code === "instalments-running" && gate.values.next === null;
  return {
    word: "promise",
    amounts: accountAmounts(plan),
    reason: gate,
    action: isOver ? { type: "open-account" } : { type: "check-bank", promise: null },
    weight: 0,
  };
};

const draftRow = (state: AccountState, plan: AccountPlan, today: CalendarDate): RowFacts | null => {
  const draft = waitingDraft(state);
  if (draft === null) return null;
  const keys = new Set(draft.portions.map(({ invoice, portion }) => portionKey(invoice, portion)));
  const sums = new Map<Currency, number>();
  for (const { invoice, portion, currency, asked } of plan.portions) {
    if (keys.has(portionKey(invoice, portion)))
      sums.set(currency, (sums.get(currency) ?? 0) + asked);
  }
  return {
    word: "draft",
    amounts: moneyBy(sums),
    reason: reasonOf(
      "draft-waiting",
      "says",
      { on: draft.on, step: draft.step },
      { entries: [draft.entry.hash] },
    ),
    action: { type: "open-draft", draft: draft.draft },
    weight: daysBetween(draft.on, today),
  };
};

const blockedRow = (
  state: AccountState,
  plan: AccountPlan,
  today: CalendarDate,
): RowFacts | null => {
  for (const gate of plan.gates) {
    if (gate.code !== "dispute" || gate.values.mustAct !== "us") continue;
    const dispute = state.disputes.find(({ entry }) => gate.entries.includes(entry.hash));
    if (dispute === undefined) continue;
    return {
      word: "blocked",
      amounts: [gate.values.amount],
      reason: gate,
      action:
        dispute.resolved === null
          ? { type: "answer-dispute", dispute: dispute.dispute }
          : { type: "open-account" },
      weight: daysBetween(gate.values.on, today),
    };
  }
  return null;
};

/** The act without a promise to cite, which has its own row; `call` or the rest. */
const actRow = (
  plan: AccountPlan,
  word: "reminder" | "call",
  cited: string | null,
  today: CalendarDate,
): RowFacts | null => {
  const act = [plan.act, ...plan.others].find(
    (one) =>
      one !== null &&
      (one.step === "call") === (word === "call") &&
      (cited === null || one.promise !== cited),
  );
  const reason = plan.reasons.find(({ code }) => code === "step-due" || code === "promise-broken");
  if (act == null) return null;
  const first = act.portions[0];
  const days = first?.dueOn == null ? 0 : daysBetween(first.dueOn, today);
  const invoices = [...new Set(act.portions.map(({ invoice }) => invoice))];
  return {
    word,
    amounts: actAmounts(act),
    reason:
      act === plan.act && reason !== undefined
        ? reason
        : reasonOf(
            "step-due",
            "says",
            { step: act.step, days, invoices: invoices.length },
            { invoices },
          ),
    action: actionOf(act),
    weight: actWeight(act, today),
  };
};

const isWithoutBytes = (state: AccountState, act: Act): boolean => {
  if (act.waived !== null || act.how !== "declared" || act.step === "call") return false;
  // Only what was drafted here: an old ledger taken in has years of steps, and its list must still end.
  if (act.draft === null) return false;
  if (act.exchange === null) return true;
  const exchange = state.exchanges.find((one) => one.exchange === act.exchange);
  return exchange === undefined || exchange.versions.length === 0;
};

/**
 * Steps declared sent before today whose mail nobody has kept, while what they asked for is still open. What was sent
 * today may still be found by a look at the sent mails: asked for at once, no day's list would ever end.
 */
const exhibitRow = (
  state: AccountState,
  plan: AccountPlan,
  today: CalendarDate,
): RowFacts | null => {
  if (state.acts.length === 0) return null;
  const open = new Set(plan.portions.map(({ invoice }) => invoice));
  const missing = state.acts
    .filter(
      (act) =>
        act.on < today &&
        act.portions.some(({ invoice }) => open.has(invoice)) &&
        isWithoutBytes(state, act),
    )
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  const [first] = missing;
  if (first === undefined) return null;
  return {
    word: "exhibit",
    amounts: accountAmounts(plan),
    reason: reasonOf(
      "exhibit-missing",
      "says",
      // One mail can be an act for each of its tables.
      { on: first.on, count: new Set(missing.map((act) => act.draft ?? act.act)).size },
      { entries: missing.map(({ entry }) => entry.hash) },
    ),
    action: { type: "attach-sent-mail", act: first.act },
    weight: daysBetween(first.on, today),
  };
};

const rowsOf = (
  state: AccountState,
  balances: AccountBalances,
  plan: AccountPlan,
  context: RecoveryContext,
): readonly RowFacts[] => {
  const { today } = context;
  const promises = promiseStates(state, balances, context);
  const draft = draftRow(state, plan, today);
  const broken = brokenRow(state, plan, promises, context);
  const inBroken =
    broken !== null && "act" in broken.action && typeof broken.action.act !== "string"
      ? broken.action.act.promise
      : null;
  const rows = [
    toReadRow(state, plan, today),
    broken,
    promiseRow(plan, promises, context),
    draft,
    blockedRow(state, plan, today),
    draft === null ? actRow(plan, "reminder", inBroken, today) : null,
    actRow(plan, "call", inBroken, today),
    exhibitRow(state, plan, today),
  ];
  return rows.filter((row): row is RowFacts => row !== null);
};

/** The rows of one account. One put off has none until its day, and says so. */
export const accountToday = (
  state: AccountState,
  balances: AccountBalances,
  plan: AccountPlan,
  context: RecoveryContext,
): AccountToday => {
  const name = state.debtor?.name ?? state.account;
  const putOff = state.putOff !== null && state.putOff.until > context.today;
  const facts = putOff ? [] : rowsOf(state, balances, plan, context);
  const [reason = null] = plan.reasons;
  return {
    account: state.account,
    name,
    rows: facts.map((row) => ({
      ...row,
      account: state.account,
      name,
      minutes: MINUTES[row.word],
    })),
    silent: facts.length === 0 && plan.portions.length > 0 ? reason : null,
    nextOn: plan.nextOn,
    amounts: plan.amounts,
    openInvoices: new Set(plan.portions.map(({ invoice }) => invoice)).size,
  };
};
