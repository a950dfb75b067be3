import type { AccountState } from "#shared/claims/account.ts";
import type { AccountBalances } from "#shared/claims/balances.ts";
import type { CalendarDate } from "#shared/kernel/calendar.ts";
import { daysBetween } from "#shared/kernel/calendar.ts";
import type { Money } from "#shared/kernel/money.ts";
import { legalClocksOf } from "./clocks.ts";
import type { RecoveryContext } from "./context.ts";
import { portionKey } from "./next-step.ts";
import { instalmentsStates, promiseStates } from "./promises.ts";
import type { AccountPlan } from "./proposal.ts";
import type { Step } from "./steps.ts";

export type CalendarKind =
  "due-date" | "step" | "promise" | "instalment" | "hold-end" | "put-off" | "clock";

/** Limitation years away is no date for a diary. */
const CLOCKS_WITHIN_DAYS = 400;

/** Something dated, without a word of its own: faces and files word it. */
export type CalendarItem = {
  /** The same thing has the same key tomorrow, so that a calendar renews it instead of doubling it. */
  readonly key: string;
  readonly on: CalendarDate;
  readonly kind: CalendarKind;
  readonly account: string;
  readonly name: string;
  /** The invoice's id and number, where it is of one. */
  readonly invoice: { readonly id: string; readonly number: string } | null;
  readonly amount: Money | null;
  /** Of a step alone. */
  readonly step: Step | null;
};

export type CalendarAccount = {
  readonly state: AccountState;
  readonly balances: AccountBalances;
  readonly plan: AccountPlan;
};

type ItemFacts = Pick<CalendarItem, "key" | "on" | "kind"> &
  Partial<Pick<CalendarItem, "invoice" | "amount" | "step">>;

const portionItems = (plan: AccountPlan, today: CalendarDate): readonly ItemFacts[] => {
  const items: ItemFacts[] = [];
  for (const of of plan.portions) {
    const key = portionKey(of.invoice, of.portion).replace("\n", "/");
    const invoice = { id: of.invoice, number: of.number };
    if (of.dueOn !== null && of.dueOn >= today) {
      const amount = { minor: of.open, currency: of.currency };
      items.push({ key: `due-date:${key}`, on: of.dueOn, kind: "due-date", invoice, amount });
    }
    const { next } = of;
    if (next === null || of.kept || next.on === "unknown") continue;
    const on = next.on < today ? today : next.on;
    const amount = { minor: of.asked, currency: of.currency };
    items.push({ key: `step:${key}`, on, kind: "step", invoice, amount, step: next.step });
  }
  return items;
};

const agreedItems = (
  { state, balances }: CalendarAccount,
  context: RecoveryContext,
): readonly ItemFacts[] => {
  const items: ItemFacts[] = [];
  for (const { promise, status, missing, kept } of promiseStates(state, balances, context)) {
    if (promise.by === null || kept || (status !== "running" && status !== "unverified")) continue;
    const amount = { minor: missing, currency: promise.currency };
    items.push({ key: `promise:${promise.promise}`, on: promise.by, kind: "promise", amount });
  }
  for (const { of, status } of instalmentsStates(state, balances, context)) {
    if (status === "over" || status === "accelerated") continue;
    const { instalments, currency } = of.instalments;
    of.parts.forEach(({ by, amount, received, standing }, index) => {
      if (standing === "kept") return;
      items.push({
        key: `instalment:${instalments}/${String(index + 1)}`,
        on: by,
        kind: "instalment",
        amount: { minor: amount - received, currency },
      });
    });
  }
  return items;
};

const pauseItems = (state: AccountState, today: CalendarDate): readonly ItemFacts[] => {
  const items: ItemFacts[] = [];
  for (const { hold, until, liftedOn } of state.holds) {
    if (until === null || until < today || liftedOn !== null) continue;
    items.push({ key: `hold-end:${hold}`, on: until, kind: "hold-end" });
  }
  if (state.putOff !== null && state.putOff.until > today) {
    items.push({ key: `put-off:${state.account}`, on: state.putOff.until, kind: "put-off" });
  }
  return items;
};

/** Legal deadlines of ours: on the last open day, since a diary is read on working days. */
const clockItems = (
  { state, balances }: CalendarAccount,
  context: RecoveryContext,
): readonly ItemFacts[] =>
  legalClocksOf(state, balances, context).flatMap(({ id, side, state: standing, ...clock }) => {
    const on = clock.actBy ?? clock.lastOn;
    const near = on !== null && on >= context.today;
    if (side !== "ours" || standing !== "running" || !near) return [];
    if (daysBetween(context.today, on) > CLOCKS_WITHIN_DAYS) return [];
    return [{ key: `clock:${id}`, on, kind: "clock" as const }];
  });

/** Everything dated that is not over, by day; a step that was missed stands on today. */
export const calendarItems = (
  accounts: readonly CalendarAccount[],
  context: RecoveryContext,
): readonly CalendarItem[] =>
  accounts
    .flatMap((one) => {
      const { account, debtor } = one.state;
      const facts = [
        ...portionItems(one.plan, context.today),
        ...agreedItems(one, context),
        ...pauseItems(one.state, context.today),
        ...clockItems(one, context),
      ];
      return facts.map((item): CalendarItem => ({
        invoice: null,
        amount: null,
        step: null,
        ...item,
        account,
        name: debtor?.name ?? account,
      }));
    })
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.key < b.key ? -1 : 1));
