import type { AccountState } from "#shared/claims/account.ts";
import { takenFrom } from "#shared/claims/taken.ts";
import type { CalendarDate } from "#shared/kernel/calendar.ts";
import { daysBetween } from "#shared/kernel/calendar.ts";
import { fileOf } from "#shared/claims/file.ts";
import { compareText } from "#shared/kernel/text.ts";

/** Fewer invoices than this say nothing about how a debtor pays: nothing is planned by them. */
export const HABIT_INVOICES_MIN = 3;

/** How a debtor pays. Days from the due date to the day each invoice was settled, negative where it was early. */
export type Habits = {
  readonly median: number;
  /** Between the first and the third quartile. */
  readonly spread: number;
  /** How many invoices it rests on. */
  readonly n: number;
  /** Ascending. */
  readonly days: readonly number[];
};

type Receipt = { readonly on: CalendarDate; readonly amount: number };

const receiptsOf = (state: AccountState): ReadonlyMap<string, readonly Receipt[]> => {
  const byInvoice = new Map<string, Receipt[]>();
  const add = (invoice: string, receipt: Receipt): void => {
    const there = byInvoice.get(invoice);
    if (there === undefined) byInvoice.set(invoice, [receipt]);
    else there.push(receipt);
  };
  for (const payment of state.payments) {
    if (payment.reversed !== null) continue;
    for (const { allocation, taken } of takenFrom(payment.amount, payment.allocations)) {
      if (allocation.to === "principal" && taken > 0)
        add(allocation.invoice, { on: payment.on, amount: taken });
    }
  }
  return byInvoice;
};

/** What was never to be paid by a transfer: credit notes, and the little that we stopped asking for. */
const givenUp = (state: AccountState): ReadonlyMap<string, number> => {
  const sums = new Map<string, number>();
  const add = (invoice: string, amount: number): void => {
    sums.set(invoice, (sums.get(invoice) ?? 0) + amount);
  };
  for (const note of state.creditNotes) {
    if (note.cancelled !== null) continue;
    for (const { allocation, taken } of takenFrom(note.amount, note.allocations))
      add(allocation.invoice, taken);
  }
  for (const { invoice, amount, reason, takenBack } of fileOf(state).writeOffs) {
    if (takenBack === null && (reason === "residue" || reason === "discount")) add(invoice, amount);
  }
  return sums;
};

const byDay = (a: Receipt, b: Receipt): number => compareText(a.on, b.on);

const settledOn = (receipts: readonly Receipt[], owed: number): CalendarDate | null => {
  let sum = 0;
  for (const { on, amount } of [...receipts].sort(byDay)) {
    sum += amount;
    if (sum >= owed) return on;
  }
  return null;
};

/** The last day on which something of the invoice falls due; null where a part of it waits for a condition. */
const wholeDueOn = (
  portions: readonly { readonly dueOn: CalendarDate | null }[],
): CalendarDate | null => {
  let last: CalendarDate | null = null;
  for (const { dueOn } of portions) {
    if (dueOn === null) return null;
    if (last === null || dueOn > last) last = dueOn;
  }
  return last;
};

/** The value at a fraction of an ascending list, between two neighbours in proportion, to whole days. */
const quantile = (days: readonly number[], fraction: number): number => {
  const at = (days.length - 1) * fraction;
  const low = days[Math.floor(at)] ?? 0;
  const high = days[Math.ceil(at)] ?? low;
  return low + (high - low) * (at - Math.floor(at));
};

/**
 * How the debtor has paid: of every invoice that payments settled, the days from its (last) due date to the payment that
 * settled it. What was only credited, reversed or set off is no habit. Null where no invoice was ever paid.
 */
export const habitsOf = (state: AccountState): Habits | null => {
  if (state.payments.length === 0) return null;
  const receipts = receiptsOf(state);
  if (receipts.size === 0) return null;
  const less = givenUp(state);
  const days: number[] = [];
  for (const { invoice, total, portions, cancelled } of state.invoices) {
    const got = receipts.get(invoice);
    const dueOn = wholeDueOn(portions);
    if (cancelled !== null || got === undefined || dueOn === null) continue;
    const owed = total - (less.get(invoice) ?? 0);
    const on = owed <= 0 ? null : settledOn(got, owed);
    if (on !== null) days.push(daysBetween(dueOn, on));
  }
  if (days.length === 0) return null;
  days.sort((a, b) => a - b);
  return {
    median: Math.round(quantile(days, 0.5)),
    spread: Math.round(quantile(days, 0.75) - quantile(days, 0.25)),
    n: days.length,
    days,
  };
};
