import type { CalendarDate } from "#shared/kernel/calendar.ts";
import type { Currency } from "#shared/kernel/money.ts";
import { compareText } from "#shared/kernel/text.ts";
import type { AccountState, Instalments, PromiseMade } from "./account.ts";
import type { AccountBalances, InvoiceBalance } from "./balances.ts";
import { receiptsOf } from "./receipts.ts";
import type { Receipt as SetAgainst } from "./receipts.ts";
import { takenFrom } from "./taken.ts";

export type PromiseStanding =
  | "running"
  | "due-today"
  | "kept"
  | "broken"
  /** Its day has passed, and payments are not known that far: the bank must be checked first. */
  | "unverified"
  | "undated"
  /** Bound to a condition that nobody said was met: neither running nor broken. Corrected without it, it is met. */
  | "conditional"
  | "withdrawn";

/** Amounts in minor units of the promise's currency. */
export type StandingOfPromise = {
  readonly promise: PromiseMade;
  readonly standing: PromiseStanding;
  /** Paid or credited from the promise's day on. */
  readonly received: number;
  readonly expected: number;
  /** The day on which what came in reached what was promised: later than `by` where it came late. */
  readonly keptOn: CalendarDate | null;
  /** The id of the later promise that took its place; null where none did. */
  readonly replacedBy: string | null;
};

export type StandingFacts = {
  readonly today: CalendarDate;
  /** Payments are known up to the end of this day; null where nobody ever said. */
  readonly paymentsKnownOn: CalendarDate | null;
  /** The day until which a promise for a day is waited for: a transfer takes its time. Absent: that day itself. */
  readonly graceUntil?: (by: CalendarDate) => CalendarDate;
};

type Receipt = {
  readonly on: CalendarDate;
  readonly amount: number;
  /** A part of a payment or credit note, the same object wherever it is counted. */
  readonly of: object;
  /** Set against nothing (yet). */
  readonly loose: boolean;
};

/** An account with what was set against its invoices, found once. */
type Told = { readonly state: AccountState; readonly all: readonly SetAgainst[] };

/** What promises of earlier dates have taken, by `Receipt.of`. */
type Taken = Map<object, number>;

const compareByDay = (a: Receipt, b: Receipt): number => compareText(a.on, b.on);

/** What came in from a day on toward these invoices; `loose` takes in what was set against nothing too. */
const receiptsSince = (
  { state, all }: Told,
  since: CalendarDate,
  currency: Currency,
  invoices: ReadonlySet<string>,
  which: { readonly principalOnly: boolean; readonly loose: boolean },
): readonly Receipt[] => {
  const receipts: Receipt[] = [];
  for (const { on, invoice, to, amount, of } of all)
    if (on >= since && invoices.has(invoice) && (!which.principalOnly || to === "principal"))
      receipts.push({ on, amount, of, loose: false });
  if (!which.loose) return receipts;
  for (const payment of state.payments) {
    const { on, amount, allocations } = payment;
    if (payment.reversed !== null || payment.currency !== currency || on < since) continue;
    const left = takenFrom(amount, allocations).reduce((rest, { taken }) => rest - taken, amount);
    if (left > 0) receipts.push({ on, amount: left, of: payment, loose: true });
  }
  return receipts.sort(compareByDay);
};

/** The invoices meant: of that currency, those named, else all which existed on that day. */
const meant = (
  balances: AccountBalances,
  currency: Currency,
  named: readonly string[],
  on: CalendarDate,
): readonly InvoiceBalance[] =>
  balances.invoices.filter(
    ({ invoice }) =>
      invoice.currency === currency &&
      (named.length > 0 ? named.includes(invoice.invoice) : invoice.issuedOn <= on),
  );

const idsOf = (targets: readonly InvoiceBalance[]): ReadonlySet<string> =>
  new Set(targets.map(({ invoice }) => invoice.invoice));

/**
 * What is open of that which falls due by a day: whoever promises all he owes does not promise what is not due yet, nor a
 * retention. All of it where nothing falls due by then.
 */
const openDueBy = (targets: readonly InvoiceBalance[], day: CalendarDate): number => {
  let [all, due, some] = [0, 0, false];
  for (const { open, portions } of targets) {
    all += open;
    for (const portion of portions) {
      if (portion.dueOn === null || portion.dueOn > day) continue;
      some = true;
      due += portion.open;
    }
  }
  return some ? due : all;
};

const sumOf = (receipts: readonly Receipt[]): number =>
  receipts.reduce((sum, receipt) => sum + receipt.amount, 0);

const dayReached = (receipts: readonly Receipt[], amount: number): CalendarDate | null => {
  let sum = 0;
  for (const receipt of receipts) {
    sum += receipt.amount;
    if (sum >= amount) return receipt.on;
  }
  return null;
};

const leftOf = (receipts: readonly Receipt[], taken: Taken): readonly Receipt[] =>
  receipts.map((receipt) => ({
    ...receipt,
    amount: receipt.amount - (taken.get(receipt.of) ?? 0),
  }));

const take = (receipts: readonly Receipt[], amount: number, taken: Taken): void => {
  let left = amount;
  for (const receipt of receipts) {
    const here = Math.min(receipt.amount, Math.max(0, left));
    left -= here;
    taken.set(receipt.of, (taken.get(receipt.of) ?? 0) + here);
  }
};

const standingAfter = (
  by: CalendarDate,
  facts: StandingFacts,
): Extract<PromiseStanding, "running" | "due-today" | "broken" | "unverified"> => {
  const { today, paymentsKnownOn, graceUntil } = facts;
  if (by > today) return "running";
  if (by === today) return "due-today";
  const until = graceUntil?.(by) ?? by;
  return today > until && paymentsKnownOn !== null && paymentsKnownOn >= until
    ? "broken"
    : "unverified";
};

/** A promise with the invoices that it means. */
type Meant = {
  readonly promise: PromiseMade;
  readonly targets: readonly InvoiceBalance[];
  readonly ids: ReadonlySet<string>;
};

const standingOf = (
  told: Told,
  { promise, targets, ids }: Meant,
  later: PromiseMade | null,
  facts: StandingFacts,
  taken: Taken,
): StandingOfPromise => {
  const { currency, on, by, amount, invoices, condition } = promise;
  const open = openDueBy(targets, by ?? on);
  const which = { principalOnly: amount === null, loose: invoices.length === 0 };
  const receipts = leftOf(receiptsSince(told, on, currency, ids, which), taken);
  const received = sumOf(receipts);
  const allocated = sumOf(receipts.filter(({ loose }) => !loose));
  const expected = amount ?? open + allocated;
  const answer = (standing: PromiseStanding): StandingOfPromise => ({
    promise,
    standing,
    received,
    expected,
    keptOn: standing === "kept" ? dayReached(receipts, expected) : null,
    replacedBy: later?.promise ?? null,
  });
  if (promise.withdrawn !== null) return answer("withdrawn");
  // Once replaced, what comes in is for the promise that took its place.
  const own = later === null ? receipts : receipts.filter((receipt) => receipt.on < later.on);
  if (amount !== null) take(own, amount, taken);
  const cancelled = told.state.invoices.some(
    (invoice) => invoice.cancelled !== null && invoices.includes(invoice.invoice),
  );
  const reached = expected > 0 && received >= expected;
  const settled = (targets.length > 0 || cancelled) && open === 0;
  if (reached || settled) return answer("kept");
  if (condition !== null) return answer("conditional");
  return answer(by === null ? "undated" : standingAfter(by, facts));
};

const LAST = "9999";

const compareByDate = (a: PromiseMade, b: PromiseMade): number =>
  compareText(a.by ?? LAST, b.by ?? LAST);

/**
 * Whether the later one takes the former's place: the former's day had passed or it had none; or it postpones, where one
 * of them is of the whole; or both together are more than was open on that day. Else it comes on top of it.
 */
const takesPlaceOf = (
  { promise: later, targets, ids }: Meant,
  { promise: former, targets: others }: Meant,
  told: Told,
): boolean => {
  const { currency, on } = later;
  if (later.withdrawn !== null || former.currency !== currency || former.on >= on) return false;
  if (!others.some(({ invoice }) => ids.has(invoice.invoice))) return false;
  if (former.by === null || former.by < on) return true;
  if (former.amount === null || later.amount === null)
    return later.by !== null && later.by > former.by;
  const which = { principalOnly: true, loose: false };
  const openThen =
    targets.reduce((sum, { open }) => sum + open, 0) +
    sumOf(receiptsSince(told, on, currency, ids, which));
  return former.amount + later.amount > openThen;
};

/** The first of the later promises that took its place; null where none did. */
const replacementOf = (
  former: Meant,
  promises: readonly Meant[],
  told: Told,
): PromiseMade | null => {
  let first: PromiseMade | null = null;
  for (const later of promises)
    if ((first === null || later.promise.on < first.on) && takesPlaceOf(later, former, told))
      first = later.promise;
  return first;
};

/**
 * How each promise stands on a day. The same money counts once, for the earliest date first ("half on the 13th, half on
 * the 20th"), whichever day it was promised; but where a promise takes a former one's place, what comes in since is for
 * the newer one alone.
 */
export const promiseStandings = (
  state: AccountState,
  balances: AccountBalances,
  facts: StandingFacts,
): readonly StandingOfPromise[] => {
  if (state.promises.length === 0) return [];
  const told = { state, all: receiptsOf(state) };
  const promises = state.promises.map((promise): Meant => {
    const targets = meant(balances, promise.currency, promise.invoices, promise.on);
    return { promise, targets, ids: idsOf(targets) };
  });
  const taken: Taken = new Map<object, number>();
  const standings = new Map<PromiseMade, StandingOfPromise>();
  for (const one of [...promises].sort((a, b) => compareByDate(a.promise, b.promise))) {
    const later = replacementOf(one, promises, told);
    standings.set(one.promise, standingOf(told, one, later, facts, taken));
  }
  return state.promises.flatMap((promise) => standings.get(promise) ?? []);
};

export type StandingOfPart = {
  readonly by: CalendarDate;
  readonly amount: number;
  /** What of it came in: parts are filled in order of their days. */
  readonly received: number;
  readonly standing: Exclude<PromiseStanding, "undated" | "conditional">;
};

export type StandingOfInstalments = {
  readonly instalments: Instalments;
  /** The worst of its parts; `kept` once all of them are. */
  readonly standing: Exclude<PromiseStanding, "undated" | "conditional">;
  readonly parts: readonly StandingOfPart[];
};

const standingOfPart = (
  plan: Instalments,
  by: CalendarDate,
  complete: boolean,
  facts: StandingFacts,
): StandingOfPart["standing"] => {
  if (plan.ended !== null) return "withdrawn";
  if (complete) return "kept";
  return standingAfter(by, facts);
};

const WORST_FIRST = ["withdrawn", "broken", "unverified", "due-today", "running", "kept"] as const;

/** How each agreement on instalments stands, part by part. */
export const instalmentStandings = (
  state: AccountState,
  balances: AccountBalances,
  facts: StandingFacts,
): readonly StandingOfInstalments[] => {
  if (state.instalments.length === 0) return [];
  const told = { state, all: receiptsOf(state) };
  return state.instalments.map((plan) => {
    const targets = meant(balances, plan.currency, plan.invoices, plan.on);
    const open = targets.reduce((sum, target) => sum + target.open, 0);
    const receipts = receiptsSince(told, plan.on, plan.currency, idsOf(targets), {
      principalOnly: false,
      loose: plan.invoices.length === 0,
    });
    const settled = targets.length > 0 && open === 0;
    let left = sumOf(receipts);
    const parts = [...plan.parts]
      .sort((a, b) => compareText(a.by, b.by))
      .map(({ by, amount }): StandingOfPart => {
        const received = Math.min(Math.max(0, amount), left);
        left -= received;
        const complete = settled || received >= amount;
        return { by, amount, received, standing: standingOfPart(plan, by, complete, facts) };
      });
    const standing =
      WORST_FIRST.find((candidate) => parts.some((part) => part.standing === candidate)) ??
      (plan.ended === null ? "running" : "withdrawn");
    return { instalments: plan, standing, parts };
  });
};

/** What came in toward an agreement from its day to another, that day included. */
export const receivedBy = (
  state: AccountState,
  balances: AccountBalances,
  plan: Instalments,
  day: CalendarDate,
): number => {
  const targets = meant(balances, plan.currency, plan.invoices, plan.on);
  const which = { principalOnly: false, loose: plan.invoices.length === 0 };
  const told = { state, all: receiptsOf(state) };
  const receipts = receiptsSince(told, plan.on, plan.currency, idsOf(targets), which);
  return sumOf(receipts.filter(({ on }) => on <= day));
};
