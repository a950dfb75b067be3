import type { CalendarDate } from "#shared/kernel/calendar.ts";
import type { Currency } from "#shared/kernel/money.ts";
import type { AccountState, Instalments, PromiseMade } from "./account.ts";
import type { AccountBalances, InvoiceBalance } from "./balances.ts";
import { takenFrom } from "./taken.ts";

export type PromiseStanding =
  | "running"
  | "due-today"
  | "kept"
  | "broken"
  /** Its day has passed, and payments are not known that far: the bank must be checked first. */
  | "unverified"
  | "undated"
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
};

export type StandingFacts = {
  readonly today: CalendarDate;
  /** Payments are known up to the end of this day; null where nobody ever said. */
  readonly paymentsKnownOn: CalendarDate | null;
};

type Receipt = {
  readonly on: CalendarDate;
  readonly amount: number;
  /** A part of a payment or credit note, the same object wherever it is counted. */
  readonly of: object;
  /** Set against nothing (yet). */
  readonly loose: boolean;
};

/** What earlier promises of a series have taken, by `Receipt.of`. */
type Taken = Map<object, number>;

const compareByDay = (a: Receipt, b: Receipt): number => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0);

/** What came in from a day on toward these invoices; `loose` takes in what was set against nothing too. */
const receiptsSince = (
  state: AccountState,
  since: CalendarDate,
  currency: Currency,
  invoices: ReadonlySet<string>,
  which: { readonly principalOnly: boolean; readonly loose: boolean },
): readonly Receipt[] => {
  const receipts: Receipt[] = [];
  for (const payment of state.payments) {
    if (payment.reversed !== null || payment.currency !== currency || payment.on < since) continue;
    let left = payment.amount;
    for (const { allocation, taken } of takenFrom(payment.amount, payment.allocations)) {
      left -= taken;
      const counts = !which.principalOnly || allocation.to === "principal";
      if (counts && invoices.has(allocation.invoice))
        receipts.push({ on: payment.on, amount: taken, of: allocation, loose: false });
    }
    if (which.loose && left > 0)
      receipts.push({ on: payment.on, amount: left, of: payment, loose: true });
  }
  for (const note of state.creditNotes) {
    if (note.cancelled !== null || note.currency !== currency || note.issuedOn < since) continue;
    for (const { allocation, taken } of takenFrom(note.amount, note.allocations))
      if (invoices.has(allocation.invoice))
        receipts.push({ on: note.issuedOn, amount: taken, of: allocation, loose: false });
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

const standingAfter = (by: CalendarDate, facts: StandingFacts): PromiseStanding => {
  if (by > facts.today) return "running";
  if (by === facts.today) return "due-today";
  return facts.paymentsKnownOn !== null && facts.paymentsKnownOn >= by ? "broken" : "unverified";
};

const standingOf = (
  state: AccountState,
  balances: AccountBalances,
  promise: PromiseMade,
  facts: StandingFacts,
  taken: Taken,
): StandingOfPromise => {
  const { currency, on, by, amount, invoices } = promise;
  const targets = meant(balances, currency, invoices, on);
  const open = openDueBy(targets, by ?? on);
  const which = { principalOnly: amount === null, loose: invoices.length === 0 };
  const receipts = leftOf(receiptsSince(state, on, currency, idsOf(targets), which), taken);
  const received = sumOf(receipts);
  const allocated = sumOf(receipts.filter(({ loose }) => !loose));
  const expected = amount ?? open + allocated;
  const answer = (standing: PromiseStanding): StandingOfPromise => ({
    promise,
    standing,
    received,
    expected,
    keptOn: standing === "kept" ? dayReached(receipts, expected) : null,
  });
  if (promise.withdrawn !== null) return answer("withdrawn");
  if (amount !== null) take(receipts, amount, taken);
  const cancelled = state.invoices.some(
    (invoice) => invoice.cancelled !== null && invoices.includes(invoice.invoice),
  );
  const reached = expected > 0 && received >= expected;
  const settled = (targets.length > 0 || cancelled) && open === 0;
  if (reached || settled) return answer("kept");
  return answer(by === null ? "undated" : standingAfter(by, facts));
};

const LAST = "9999";

const compareByDate = (a: PromiseMade, b: PromiseMade): number => {
  const [left, right] = [a.by ?? LAST, b.by ?? LAST];
  return left < right ? -1 : left > right ? 1 : 0;
};

/**
 * How each promise stands on a day. Promises of one day are a series ("half on the 13th, half on the 20th"): the same
 * money counts once, for the earliest date first. One made on another day may be a former one renewed: it counts all that
 * came since, so that no doubt is settled against the debtor.
 */
export const promiseStandings = (
  state: AccountState,
  balances: AccountBalances,
  facts: StandingFacts,
): readonly StandingOfPromise[] => {
  const takenByDay = new Map<CalendarDate, Taken>();
  const standings = new Map<PromiseMade, StandingOfPromise>();
  for (const promise of [...state.promises].sort(compareByDate)) {
    const taken = takenByDay.get(promise.on) ?? new Map<object, number>();
    takenByDay.set(promise.on, taken);
    standings.set(promise, standingOf(state, balances, promise, facts, taken));
  }
  return state.promises.flatMap((promise) => standings.get(promise) ?? []);
};

export type StandingOfPart = {
  readonly by: CalendarDate;
  readonly amount: number;
  /** What of it came in: parts are filled in order of their days. */
  readonly received: number;
  readonly standing: Exclude<PromiseStanding, "undated">;
};

export type StandingOfInstalments = {
  readonly instalments: Instalments;
  /** The worst of its parts; `kept` once all of them are. */
  readonly standing: Exclude<PromiseStanding, "undated">;
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
  const standing = standingAfter(by, facts);
  return standing === "undated" ? "running" : standing;
};

const WORST_FIRST = ["withdrawn", "broken", "unverified", "due-today", "running", "kept"] as const;

/** How each agreement on instalments stands, part by part. */
export const instalmentStandings = (
  state: AccountState,
  balances: AccountBalances,
  facts: StandingFacts,
): readonly StandingOfInstalments[] =>
  state.instalments.map((plan) => {
    const targets = meant(balances, plan.currency, plan.invoices, plan.on);
    const open = targets.reduce((sum, target) => sum + target.open, 0);
    const receipts = receiptsSince(state, plan.on, plan.currency, idsOf(targets), {
      principalOnly: false,
      loose: plan.invoices.length === 0,
    });
    const settled = targets.length > 0 && open === 0;
    let left = sumOf(receipts);
    const parts = [...plan.parts]
      .sort((a, b) => (a.by < b.by ? -1 : a.by > b.by ? 1 : 0))
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
