import type { AccountState, PromiseMade } from "#shared/claims/account.ts";
import type { AccountBalances } from "#shared/claims/balances.ts";
import { paymentsKnownThrough } from "#shared/claims/evolve-creditor.ts";
import { instalmentStandings, promiseStandings } from "#shared/claims/promises.ts";
import type { StandingOfInstalments, StandingOfPromise } from "#shared/claims/promises.ts";
import type { CalendarDate } from "#shared/kernel/calendar.ts";
import { dateOfDayNumber, dayNumber } from "#shared/kernel/calendar.ts";
import type { Currency } from "#shared/kernel/money.ts";
import type { RecoveryContext } from "./context.ts";

/** A promise without a date is waited for this long, and then is no reason any more. */
export const UNDATED_PROMISE_DAYS = 7;
/** 2199-12-31, the end of the calendar. */
const LAST_DAY = 84_005;

/**
 * What a promise does to chasing. `running` and `undated` hold through their days even if kept early, `unverified` until
 * the bank has spoken even if a payment is recorded: else paying would bring a reminder forward. `over`: nothing to wait
 * for or to cite.
 */
export type PromiseStatus = "running" | "undated" | "unverified" | "broken" | "over";

export type PromiseState = {
  readonly promise: PromiseMade;
  readonly status: PromiseStatus;
  /** Ids of the open invoices it covers. */
  readonly invoices: readonly string[];
  /** What was promised and has not come in, at most what is open: minor units of the promise's currency. */
  readonly missing: number;
  /** Whether what came in since answers it. */
  readonly kept: boolean;
};

type Covering = {
  readonly on: CalendarDate;
  readonly currency: Currency;
  readonly invoices: readonly string[];
};

const openInvoicesOf = (
  { on, currency, invoices }: Covering,
  balances: AccountBalances,
): { readonly ids: readonly string[]; readonly open: number } => {
  const ids: string[] = [];
  let sum = 0;
  for (const { invoice, currency: of, open } of balances.invoices) {
    const meant =
      invoices.length > 0
        ? invoices.includes(invoice.invoice)
        : of === currency && invoice.issuedOn <= on;
    if (!meant || open <= 0) continue;
    ids.push(invoice.invoice);
    sum += open;
  }
  return { ids, open: sum };
};

export const waitUntil = (promisedOn: CalendarDate): CalendarDate =>
  dateOfDayNumber(Math.min(dayNumber(promisedOn) + UNDATED_PROMISE_DAYS, LAST_DAY));

const statusOf = (
  { promise, standing }: StandingOfPromise,
  open: number,
  today: CalendarDate,
  paymentsKnownOn: CalendarDate | null,
): PromiseStatus => {
  const { by, on } = promise;
  if (standing === "withdrawn" || open === 0) return "over";
  if (by === null) return today < waitUntil(on) ? "undated" : "over";
  if (today <= by) return "running";
  if (paymentsKnownOn === null || paymentsKnownOn < by) return "unverified";
  return standing === "kept" ? "over" : "broken";
};

export const promiseStates = (
  state: AccountState,
  balances: AccountBalances,
  { today, creditor }: RecoveryContext,
): readonly PromiseState[] => {
  if (state.promises.length === 0) return [];
  const paymentsKnownOn = paymentsKnownThrough(creditor);
  return promiseStandings(state, balances, { today, paymentsKnownOn }).map((standing) => {
    const { ids, open } = openInvoicesOf(standing.promise, balances);
    return {
      promise: standing.promise,
      status: statusOf(standing, open, today, paymentsKnownOn),
      invoices: ids,
      missing: Math.min(open, Math.max(0, standing.expected - standing.received)),
      kept: standing.standing === "kept",
    };
  });
};

const overlap = (a: readonly string[], b: readonly string[]): boolean =>
  a.some((id) => b.includes(id));

/** Promises broken by what the bank says, and not answered yet by an act of ours or by a newer promise. */
export const brokenPromises = (
  state: AccountState,
  promises: readonly PromiseState[],
): readonly PromiseState[] =>
  promises.filter(({ status, promise, invoices }) => {
    const { by } = promise;
    if (status !== "broken" || by === null) return false;
    const answered = state.acts.some(
      (act) =>
        act.waived === null &&
        act.on > by &&
        act.portions.some(({ invoice }) => invoices.includes(invoice)),
    );
    const renewed = promises.some(
      (other) =>
        other.promise.on > promise.on &&
        other.promise.withdrawn === null &&
        overlap(other.invoices, invoices),
    );
    return !answered && !renewed;
  });

export type InstalmentsState = {
  readonly of: StandingOfInstalments;
  readonly status: "running" | "unverified" | "missed" | "over";
  /** Ids of the open invoices it covers. */
  readonly invoices: readonly string[];
  /** The first part that what came in does not fill, and what it lacks; null once all are filled and past. */
  readonly part: { readonly by: CalendarDate; readonly missing: number } | null;
};

/** Kept early, the last one still is to come: else paying would bring chasing forward. */
const partToCome = (
  { parts }: StandingOfInstalments,
  today: CalendarDate,
): InstalmentsState["part"] => {
  const first = parts.find(({ standing }) => standing !== "kept");
  if (first !== undefined) return { by: first.by, missing: first.amount - first.received };
  const last = parts[parts.length - 1];
  return last === undefined || last.by <= today ? null : { by: last.by, missing: 0 };
};

/** Instalments hold until they are ended, missed or not: the rest falls due only by a notice that a person sends. */
export const instalmentsStates = (
  state: AccountState,
  balances: AccountBalances,
  { today, creditor }: RecoveryContext,
): readonly InstalmentsState[] => {
  if (state.instalments.length === 0) return [];
  const paymentsKnownOn = paymentsKnownThrough(creditor);
  return instalmentStandings(state, balances, { today, paymentsKnownOn }).map((of) => {
    const { ids, open } = openInvoicesOf(of.instalments, balances);
    const first = of.parts.find(({ standing }) => standing !== "kept");
    const part = partToCome(of, today);
    const status =
      of.instalments.ended !== null || open === 0
        ? "over"
        : first?.standing === "broken"
          ? "missed"
          : first?.standing === "unverified"
            ? "unverified"
            : "running";
    return { of, status, invoices: ids, part };
  });
};
