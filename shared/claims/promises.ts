import type { CalendarDate } from "#shared/kernel/calendar.ts";
import type { Currency } from "#shared/kernel/money.ts";
import type { AccountState, Instalments, PromiseMade } from "./account.ts";
import { takenFrom } from "./balances.ts";
import type { AccountBalances, InvoiceBalance } from "./balances.ts";

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

type Receipt = { readonly on: CalendarDate; readonly amount: number };

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
    let amount = 0;
    let taken = 0;
    for (const part of takenFrom(payment.amount, payment.allocations)) {
      taken += part.taken;
      const counts = !which.principalOnly || part.allocation.to === "principal";
      if (counts && invoices.has(part.allocation.invoice)) amount += part.taken;
    }
    if (which.loose) amount += Math.max(0, payment.amount - taken);
    if (amount > 0) receipts.push({ on: payment.on, amount });
  }
  for (const note of state.creditNotes) {
    if (note.cancelled !== null || note.currency !== currency || note.issuedOn < since) continue;
    let amount = 0;
    for (const part of takenFrom(note.amount, note.allocations))
      if (invoices.has(part.allocation.invoice)) amount += part.taken;
    if (amount > 0) receipts.push({ on: note.issuedOn, amount });
  }
  return receipts.sort(compareByDay);
};

/** The invoices meant: those named, else all of that currency which existed on that day. */
const meant = (
  balances: AccountBalances,
  currency: Currency,
  named: readonly string[],
  on: CalendarDate,
): readonly InvoiceBalance[] =>
  balances.invoices.filter(({ invoice }) =>
    named.length > 0
      ? named.includes(invoice.invoice)
      : invoice.currency === currency && invoice.issuedOn <= on,
  );

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
): StandingOfPromise => {
  const { currency, on, by } = promise;
  const targets = meant(balances, currency, promise.invoices, on);
  const open = targets.reduce((sum, target) => sum + target.open, 0);
  const cancelled = state.invoices.some(
    (invoice) => invoice.cancelled !== null && promise.invoices.includes(invoice.invoice),
  );
  const receipts = receiptsSince(
    state,
    on,
    currency,
    new Set(targets.map((target) => target.invoice.invoice)),
    { principalOnly: promise.amount === null, loose: promise.invoices.length === 0 },
  );
  const received = sumOf(receipts);
  const allocated =
    promise.amount === null && promise.invoices.length === 0
      ? sumOf(
          receiptsSince(
            state,
            on,
            currency,
            new Set(targets.map((target) => target.invoice.invoice)),
            { principalOnly: true, loose: false },
          ),
        )
      : received;
  const expected = promise.amount ?? open + allocated;
  const answer = (standing: PromiseStanding): StandingOfPromise => ({
    promise,
    standing,
    received,
    expected,
    keptOn: standing === "kept" ? dayReached(receipts, expected) : null,
  });
  if (promise.withdrawn !== null) return answer("withdrawn");
  const reached = expected > 0 && received >= expected;
  const settled = (targets.length > 0 || cancelled) && open === 0;
  if (reached || settled) return answer("kept");
  return answer(by === null ? "undated" : standingAfter(by, facts));
};

/** How each promise stands on a day. */
export const promiseStandings = (
  state: AccountState,
  balances: AccountBalances,
  facts: StandingFacts,
): readonly StandingOfPromise[] =>
  state.promises.map((promise) => standingOf(state, balances, promise, facts));

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
    const receipts = receiptsSince(
      state,
      plan.on,
      plan.currency,
      new Set(targets.map((target) => target.invoice.invoice)),
      { principalOnly: false, loose: plan.invoices.length === 0 },
    );
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
