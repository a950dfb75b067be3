import { accelerationsOf } from "#shared/claims/accelerations.ts";
import type { AccelerationState } from "#shared/claims/accelerations.ts";
import type { AccountState, PromiseMade } from "#shared/claims/account.ts";
import type { AccountBalances } from "#shared/claims/balances.ts";
import { paymentsKnownThrough } from "#shared/claims/evolve-creditor.ts";
import { instalmentStandings, promiseStandings } from "#shared/claims/promises.ts";
import type {
  StandingFacts,
  StandingOfInstalments,
  StandingOfPromise,
} from "#shared/claims/promises.ts";
import type { CalendarDate } from "#shared/kernel/calendar.ts";
import { dateNear, dayNumber } from "#shared/kernel/calendar.ts";
import type { Currency } from "#shared/kernel/money.ts";
import type { RecoveryContext } from "./context.ts";
import { addWorkingDays } from "./working-days.ts";

/** A promise without a date is waited for this long, and then is no reason any more. */
export const UNDATED_PROMISE_DAYS = 7;

/**
 * What a promise does to chasing. `running` and `undated` hold through their days even if kept early, `unverified` until
 * the grace is over and the bank has spoken even if a payment is recorded: else paying would bring a reminder forward.
 * `conditional`: nobody said that its condition is met, so it is asked and never broken. `over`: nothing to wait for or
 * to cite.
 */
export type PromiseStatus =
  "running" | "undated" | "unverified" | "conditional" | "broken" | "over";

export type PromiseState = {
  readonly promise: PromiseMade;
  readonly status: PromiseStatus;
  /** Ids of the open invoices it covers. */
  readonly invoices: readonly string[];
  /** What was promised and has not come in, at most what is open: minor units of the promise's currency. */
  readonly missing: number;
  /** What has come in for it: minor units too. */
  readonly received: number;
  /** Whether what came in since answers it. */
  readonly kept: boolean;
  /** The day until which it is waited for: its own with the grace, or the one on which Relance stops waiting. */
  readonly waitUntil: CalendarDate;
  /** A later promise took its place. */
  readonly replaced: boolean;
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
  dateNear(dayNumber(promisedOn) + UNDATED_PROMISE_DAYS);

/** What is promised for a day may come in some working days later; the creditor's own closures shut no bank. */
export const standingFacts = ({
  today,
  creditor,
}: Pick<RecoveryContext, "today" | "creditor">): StandingFacts => {
  const paymentsKnownOn = paymentsKnownThrough(creditor);
  const { alsaceMoselle, promiseGraceDays } = creditor.policy;
  if (promiseGraceDays === 0) return { today, paymentsKnownOn };
  const days = { country: creditor.creditor?.country ?? "", alsaceMoselle, closures: [] };
  const graceUntil = (by: CalendarDate): CalendarDate => addWorkingDays(by, promiseGraceDays, days);
  return { today, paymentsKnownOn, graceUntil };
};

const statusOf = (
  { promise, standing }: StandingOfPromise,
  open: number,
  until: CalendarDate,
  { today, paymentsKnownOn }: StandingFacts,
): PromiseStatus => {
  const { by } = promise;
  if (standing === "withdrawn" || open === 0) return "over";
  if (standing === "conditional") return "conditional";
  if (by === null) return today < until ? "undated" : "over";
  if (today <= by) return "running";
  if (today <= until || paymentsKnownOn === null || paymentsKnownOn < until) return "unverified";
  return standing === "kept" ? "over" : "broken";
};

export const promiseStates = (
  state: AccountState,
  balances: AccountBalances,
  context: RecoveryContext,
): readonly PromiseState[] => {
  if (state.promises.length === 0) return [];
  const facts = standingFacts(context);
  return promiseStandings(state, balances, facts).map((standing) => {
    const { promise } = standing;
    const { ids, open } = openInvoicesOf(promise, balances);
    const { by, on } = promise;
    const until = by === null ? waitUntil(on) : (facts.graceUntil?.(by) ?? by);
    return {
      promise,
      status: statusOf(standing, open, until, facts),
      invoices: ids,
      missing: Math.min(open, Math.max(0, standing.expected - standing.received)),
      received: standing.received,
      kept: standing.standing === "kept",
      waitUntil: until,
      replaced: standing.replacedBy !== null,
    };
  });
};

/** Promises broken by what the bank says, and not answered yet by an act of ours or by a newer promise. */
export const brokenPromises = (
  state: AccountState,
  promises: readonly PromiseState[],
): readonly PromiseState[] =>
  promises.filter(({ status, promise, replaced }) => {
    const { by } = promise;
    if (status !== "broken" || by === null || replaced) return false;
    // An act on an invoice that was paid since has answered all the same: else paying would raise the broken promise again.
    return !state.acts.some(
      (act) =>
        act.waived === null &&
        act.on > by &&
        act.portions.some(({ invoice }) => isMeant(state, promise, invoice)),
    );
  });

/** Whether a promise is of an invoice, open or paid by now. */
const isMeant = (
  { invoices: recorded }: AccountState,
  { invoices, currency, on }: Covering,
  id: string,
): boolean =>
  invoices.length > 0
    ? invoices.includes(id)
    : recorded.some((one) => one.invoice === id && one.currency === currency && one.issuedOn <= on);

export type InstalmentsState = {
  readonly of: StandingOfInstalments;
  /** `noticed`: missed, and the notice that would make the whole rest fall due runs. */
  readonly status: "running" | "unverified" | "missed" | "noticed" | "accelerated" | "over";
  /** Ids of the open invoices it covers. */
  readonly invoices: readonly string[];
  /** The first part that what came in does not fill, and what it lacks; null once all are filled and past. */
  readonly part: { readonly by: CalendarDate; readonly missing: number } | null;
  /** The notice that decides: the one that accelerated it, else the one that runs. */
  readonly notice: AccelerationState | null;
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

const statusOfInstalments = (
  { instalments, parts }: StandingOfInstalments,
  open: number,
  notice: AccelerationState | null,
): InstalmentsState["status"] => {
  if (instalments.ended !== null || open === 0) return "over";
  if (notice?.status === "accelerated") return "accelerated";
  const first = parts.find(({ standing }) => standing !== "kept");
  if (first?.standing === "broken") return notice === null ? "missed" : "noticed";
  return first?.standing === "unverified" ? "unverified" : "running";
};

/**
 * Instalments hold chasing back until they are ended, missed or not: the rest falls due only by a notice that a person
 * sends and that stays unanswered.
 */
export const instalmentsStates = (
  state: AccountState,
  balances: AccountBalances,
  context: RecoveryContext,
): readonly InstalmentsState[] => {
  if (state.instalments.length === 0) return [];
  const facts = standingFacts(context);
  const notices = accelerationsOf(state, balances, facts);
  return instalmentStandings(state, balances, facts).map((of) => {
    const { ids, open } = openInvoicesOf(of.instalments, balances);
    const mine = notices.filter(
      ({ instalments }) => instalments.instalments === of.instalments.instalments,
    );
    const notice =
      mine.find(({ status }) => status === "accelerated") ??
      mine.find(({ status }) => status === "noticed" || status === "unverified") ??
      null;
    const status = statusOfInstalments(of, open, notice);
    return { of, status, invoices: ids, part: partToCome(of, context.today), notice };
  });
};
