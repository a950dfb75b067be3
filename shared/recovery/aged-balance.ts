import type { AccountState } from "#shared/claims/account.ts";
import type { AccountBalances } from "#shared/claims/balances.ts";
import type { CalendarDate } from "#shared/kernel/calendar.ts";
import { dayNumber } from "#shared/kernel/calendar.ts";
import type { Currency } from "#shared/kernel/money.ts";
import { compareText } from "#shared/kernel/text.ts";
import { openPortionsOf } from "./open-portions.ts";

/** By how late it is, in days after the due date. What has no due date yet is not due. */
export const AGES = ["not-due", "1-30", "31-60", "61-90", "over-90"] as const;
export type Age = (typeof AGES)[number];

/**
 * Minor units of one currency. The five ages and `contested` add up to the principal that is open; `credit` stands beside:
 * it is owed to the debtor and never taken off.
 */
export type AgedAmounts = {
  readonly currency: Currency;
  readonly ages: Readonly<Record<Age, number>>;
  readonly contested: number;
  readonly credit: number;
  /** The five ages together: what may be asked for, now or later. */
  readonly total: number;
};

export type AgedDebtor = AgedAmounts & { readonly account: string; readonly name: string };

export type AgedBalance = {
  readonly asOf: CalendarDate;
  /** One row a debtor and currency: by currency, then the most overdue first, then by name. */
  readonly debtors: readonly AgedDebtor[];
  /** One row a currency. */
  readonly totals: readonly AgedAmounts[];
};

export type AgedAccount = { readonly state: AccountState; readonly balances: AccountBalances };

type Sums = {
  readonly currency: Currency;
  readonly ages: Record<Age, number>;
  contested: number;
  credit: number;
  total: number;
};

const nothing = (currency: Currency): Sums => ({
  currency,
  ages: { "not-due": 0, "1-30": 0, "31-60": 0, "61-90": 0, "over-90": 0 },
  contested: 0,
  credit: 0,
  total: 0,
});

const sumsOf = (by: Map<Currency, Sums>, currency: Currency): Sums => {
  const there = by.get(currency);
  if (there !== undefined) return there;
  const fresh = nothing(currency);
  by.set(currency, fresh);
  return fresh;
};

const ageOf = (days: number): Age => {
  if (days <= 0) return "not-due";
  if (days <= 30) return "1-30";
  if (days <= 60) return "31-60";
  return days <= 90 ? "61-90" : "over-90";
};

const sumsOfAccount = (
  balances: AccountBalances,
  todayDay: number,
): ReadonlyMap<Currency, Sums> => {
  const by = new Map<Currency, Sums>();
  for (const { currency, dueOn, asked, contested } of openPortionsOf(balances)) {
    const sums = sumsOf(by, currency);
    sums.ages[dueOn === null ? "not-due" : ageOf(todayDay - dayNumber(dueOn))] += asked;
    sums.total += asked;
    sums.contested += contested;
  }
  for (const { currency, credit } of balances.byCurrency) {
    if (credit !== 0) sumsOf(by, currency).credit += credit;
  }
  return by;
};

const addSums = (to: Sums, more: Sums): void => {
  for (const age of AGES) to.ages[age] += more.ages[age];
  to.contested += more.contested;
  to.credit += more.credit;
  to.total += more.total;
};

const overdueOf = ({ total, ages }: AgedAmounts): number => total - ages["not-due"];

export const agedBalance = (accounts: readonly AgedAccount[], today: CalendarDate): AgedBalance => {
  const todayDay = dayNumber(today);
  const debtors: AgedDebtor[] = [];
  const totals = new Map<Currency, Sums>();
  for (const { state, balances } of accounts) {
    const { account, debtor } = state;
    sumsOfAccount(balances, todayDay).forEach((sums, currency) => {
      debtors.push({ ...sums, account, name: debtor?.name ?? account });
      addSums(sumsOf(totals, currency), sums);
    });
  }
  return {
    asOf: today,
    debtors: debtors.sort(
      (a, b) =>
        compareText(a.currency, b.currency) ||
        overdueOf(b) - overdueOf(a) ||
        b.total - a.total ||
        compareText(a.name, b.name) ||
        compareText(a.account, b.account),
    ),
    totals: [...totals.values()].sort((a, b) => compareText(a.currency, b.currency)),
  };
};
