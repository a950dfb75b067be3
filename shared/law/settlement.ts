import type { CalendarDate } from "#shared/kernel/calendar.ts";
import { addDays } from "#shared/kernel/calendar.ts";
import type { Money } from "#shared/kernel/money.ts";
import { money } from "#shared/kernel/money.ts";
import { compareText } from "#shared/kernel/text.ts";
import { fixedSumOf } from "./compensation.ts";
import { REGIMES } from "./regime.ts";
import type { Accrued, MissingRate, Segment } from "./segments.ts";
import { accrue } from "./segments.ts";
import type {
  StatementDebt,
  StatementInput,
  StatementPayment,
  StatementTerms,
} from "./statement-terms.ts";
import { noticeOf } from "./statement-terms.ts";

/** The fixed sum of one overdue invoice; `paid` in minor units of its currency. */
export type FixedSum = { readonly invoice: string; readonly sum: Money; readonly paid: number };

/** A debt after all payments up to the day of the statement. */
export type SettledDebt = {
  readonly invoice: string;
  readonly portion: string | null;
  readonly dueOn: CalendarDate;
  readonly interestFrom: CalendarDate | null;
  readonly interestUntil: CalendarDate | null;
  readonly principal: number;
  readonly open: number;
  readonly interest: number;
  readonly interestPaid: number;
  readonly overdue: boolean;
  readonly segments: readonly Segment[];
  readonly missing: readonly MissingRate[];
};

/** What became of one payment; the parts and `left` add up to its amount. */
export type PaymentUse = {
  readonly payment: StatementPayment;
  readonly parts: readonly {
    readonly invoice: string;
    readonly portion: string | null;
    readonly to: "principal" | "interest" | "compensation";
    readonly amount: number;
  }[];
  /** Beyond what was owed on that day: a credit of the debtor, not deducted. */
  readonly left: number;
};

export type Settlement = {
  readonly debts: readonly SettledDebt[];
  readonly fixedSums: readonly FixedSum[];
  readonly uses: readonly PaymentUse[];
  /** Payments after the day of the statement. */
  readonly later: readonly StatementPayment[];
};

/** One debt on its way through the payments. */
type Running = {
  readonly debt: StatementDebt;
  readonly interestFrom: CalendarDate | null;
  open: number;
  interest: number;
  interestPaid: number;
  /** What was unpaid when the due date had passed; null before. */
  unpaidWhenDue: number | null;
  /** First day that no segment counts yet. */
  next: CalendarDate | null;
  segments: Segment[];
  missing: MissingRate[];
};

type Parts = PaymentUse["parts"][number][];

/** Oldest due first (C. civ. 1342-10), then by number, so that the order of the input never matters. */
const byDue = (a: StatementDebt, b: StatementDebt): number =>
  compareText(a.dueOn, b.dueOn) ||
  compareText(a.invoice, b.invoice) ||
  compareText(a.portion ?? "", b.portion ?? "");

/** On one day, what names a debt goes first: the debtor's choice binds (C. civ. 1342-10). */
const byDay = (a: StatementPayment, b: StatementPayment): number =>
  compareText(a.on, b.on) ||
  Number(a.to === null) - Number(b.to === null) ||
  Number(a.invoice === null) - Number(b.invoice === null) ||
  Number(a.portion === null) - Number(b.portion === null) ||
  compareText(a.invoice ?? "", b.invoice ?? "") ||
  compareText(a.portion ?? "", b.portion ?? "") ||
  b.amount - a.amount;

/**
 * The day after the due date; where the law wants a formal notice, the day after the later of the two (C. civ. 1231-6,
 * 1344-1). Null where interest does not run by the day after that of the statement.
 */
const interestFromOf = (
  debt: StatementDebt,
  input: StatementInput,
  { regime, on }: StatementTerms,
): CalendarDate | null => {
  const { dueOn } = debt;
  const notice = REGIMES[regime].start === "due" ? dueOn : noticeOf(debt, input);
  if (notice === null || notice > on || dueOn > on) return null;
  return addDays(notice > dueOn ? notice : dueOn, 1);
};

/** Sets every payment up to the day against the debts, and counts interest between them. */
export const settle = (input: StatementInput, terms: StatementTerms): Settlement => {
  const all: Running[] = [...input.debts].sort(byDue).map((debt) => {
    const interestFrom = interestFromOf(debt, input, terms);
    return {
      debt,
      interestFrom,
      open: debt.principal,
      interest: 0,
      interestPaid: 0,
      unpaidWhenDue: null,
      next: interestFrom,
      segments: [],
      missing: [],
    };
  });
  const paid = new Map<string, number>();
  const payments = [...input.payments].sort(byDay);
  const uses: PaymentUse[] = [];
  for (const payment of payments.filter(({ on }) => on <= terms.on)) {
    markOverdue(all, payment.on);
    uses.push(spend(payment, all, paid, terms));
  }
  markOverdue(all, terms.on);
  for (const one of all) count(one, terms.on, terms);
  return {
    debts: all.map(settled),
    fixedSums: fixedSums(all, terms).map((sum) => ({ ...sum, paid: paid.get(sum.invoice) ?? 0 })),
    uses,
    later: payments.filter(({ on }) => on > terms.on),
  };
};

const settled = (one: Running): SettledDebt => ({
  invoice: one.debt.invoice,
  portion: one.debt.portion,
  dueOn: one.debt.dueOn,
  interestFrom: one.interestFrom,
  interestUntil: one.debt.interestUntil ?? null,
  principal: one.debt.principal,
  open: one.open,
  interest: one.interest,
  interestPaid: one.interestPaid,
  overdue: (one.unpaidWhenDue ?? 0) > 0,
  segments: one.segments,
  missing: one.missing,
});

/** A payment on the due date is in time: what counts is what was unpaid at its end. */
const markOverdue = (all: readonly Running[], on: CalendarDate): void => {
  for (const one of all)
    if (one.unpaidWhenDue === null && one.debt.dueOn < on) one.unpaidWhenDue = one.open;
};

/** What a day not counted yet would add; once a rate is missing, only what else is missing. */
const pending = (one: Running, to: CalendarDate, terms: StatementTerms): Accrued => {
  if (one.next === null) return { segments: [], missing: [] };
  const debt = { ...one.debt, interestFrom: one.interestFrom };
  const { segments, missing } = accrue(debt, one.open, one.next, to, terms);
  const known = one.missing.map(({ halfYear }) => halfYear);
  return {
    segments: known.length === 0 ? segments : [],
    missing: missing.filter(({ halfYear }) => known.indexOf(halfYear) < 0),
  };
};

const interestIn = ({ segments }: Accrued): number =>
  segments.reduce((sum, { interest }) => sum + interest, 0);

/** Ends a segment on that day. */
const count = (one: Running, to: CalendarDate, terms: StatementTerms): void => {
  const more = pending(one, to, terms);
  one.segments.push(...more.segments);
  one.missing.push(...more.missing);
  one.interest += interestIn(more);
  if (one.next !== null && one.next <= to) one.next = addDays(to, 1);
};

type FixedSumDue = Omit<FixedSum, "paid">;

/** One an invoice, however many portions of it are late; its band goes by all of them. */
const fixedSums = (all: readonly Running[], terms: StatementTerms): readonly FixedSumDue[] => {
  const unpaid = new Map<string, number>();
  for (const { debt, unpaidWhenDue } of all) {
    // A judgment forbade paying on the due date (C. com. L441-10 II).
    const forbidden = debt.interestUntil != null && debt.interestUntil < debt.dueOn;
    if (unpaidWhenDue !== null && unpaidWhenDue > 0 && !forbidden)
      unpaid.set(debt.invoice, (unpaid.get(debt.invoice) ?? 0) + unpaidWhenDue);
  }
  const out: FixedSumDue[] = [];
  unpaid.forEach((minor, invoice) => {
    const sum = fixedSumOf(terms.regime, money(minor, terms.currency));
    if (sum !== null) out.push({ invoice, sum });
  });
  return out;
};

/** Takes from a payment in the order that the law or the creditor's choice gives. */
const spend = (
  payment: StatementPayment,
  all: readonly Running[],
  paid: Map<string, number>,
  terms: StatementTerms,
): PaymentUse => {
  const parts: Parts = [];
  let left = payment.amount;
  const take = (one: Running, to: "principal" | "interest", owed: number): void => {
    const amount = Math.min(left, owed);
    if (amount <= 0) return;
    // The day of payment counts at the old principal.
    count(one, payment.on, terms);
    left -= amount;
    if (to === "principal") one.open -= amount;
    else one.interestPaid += amount;
    parts.push({ invoice: one.debt.invoice, portion: one.debt.portion, to, amount });
  };
  const principal = (one: Running): void => {
    take(one, "principal", one.open);
  };
  const interest = (one: Running): void => {
    if (left <= 0) return;
    const accrued = one.interest + interestIn(pending(one, payment.on, terms));
    take(one, "interest", accrued - one.interestPaid);
  };
  const isNamed = ({ debt }: Running): boolean =>
    payment.invoice === debt.invoice &&
    (payment.portion === null || payment.portion === debt.portion);
  const named = all.filter(isNamed);
  if (payment.to === "principal" && payment.invoice !== null) {
    named.forEach(principal);
  } else if (payment.to === "principal") {
    all.forEach(principal);
  } else {
    const due = [...named, ...all.filter((one) => !isNamed(one) && one.debt.dueOn <= payment.on)];
    if (terms.allocation === "interest-first") {
      due.forEach((one) => {
        interest(one);
        principal(one);
      });
    } else {
      due.forEach(principal);
      due.forEach(interest);
    }
    for (const { invoice, sum } of left > 0 ? fixedSums(all, terms) : []) {
      if (sum.currency !== terms.currency) continue;
      const amount = Math.min(left, sum.minor - (paid.get(invoice) ?? 0));
      if (amount <= 0) continue;
      left -= amount;
      paid.set(invoice, (paid.get(invoice) ?? 0) + amount);
      parts.push({ invoice, portion: null, to: "compensation", amount });
    }
    all.forEach(principal);
  }
  return { payment, parts, left };
};
