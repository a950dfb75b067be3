import type { CalendarDate } from "#shared/kernel/calendar.ts";
import { addDays } from "#shared/kernel/calendar.ts";
import type { Money } from "#shared/kernel/money.ts";
import { MINOR_MAX } from "#shared/kernel/money.ts";
import type { Result } from "#shared/kernel/result.ts";
import { err, ok } from "#shared/kernel/result.ts";
import type { LawRule } from "./authorities.ts";
import { rulesOf } from "./authorities.ts";
import { perDayOf } from "./interest.ts";
import type { MissingRate, Segment } from "./segments.ts";
import { ratesPerDay } from "./segments.ts";
import type { FixedSum, PaymentUse, SettledDebt } from "./settlement.ts";
import { settle } from "./settlement.ts";
import type { StatementNote } from "./statement-notes.ts";
import { notesOf } from "./statement-notes.ts";
import type { StatementFault, StatementInput, StatementTerms } from "./statement-terms.ts";
import { termsOf } from "./statement-terms.ts";

/** One debt as of the day of the statement. */
export type StatementLine = {
  readonly invoice: string;
  readonly portion: string | null;
  readonly dueOn: CalendarDate;
  /** First day of interest; null where it does not run yet: not due, or no formal notice. */
  readonly interestFrom: CalendarDate | null;
  readonly principal: number;
  readonly open: number;
  readonly interest: number;
  readonly interestPaid: number;
  /** Whether something of it was still unpaid after the due date. */
  readonly overdue: boolean;
};

export type Statement = {
  readonly terms: StatementTerms;
  /** By debt in order of due dates, then by time. */
  readonly segments: readonly Segment[];
  readonly lines: readonly StatementLine[];
  readonly fixedSums: readonly FixedSum[];
  /** What is owed on that day, payments deducted: `total` is the sum of the three. */
  readonly totals: {
    readonly principal: number;
    readonly interest: number;
    readonly compensation: number;
    readonly total: number;
  };
  /** Fixed sums in a currency of their own, which no total may hold; null where there are none. */
  readonly compensationApart: Money | null;
  /**
   * What each further day adds: the open principal of every debt whose interest runs on the day after, at the rate of
   * that day, over the days of its year; added up exactly and rounded once. Null where a rate is unknown.
   */
  readonly perDay: number | null;
  /** Rates after the last known one: interest stops the day before `from`. */
  readonly missing: readonly MissingRate[];
  readonly uses: readonly PaymentUse[];
  readonly notes: readonly StatementNote[];
  readonly rules: readonly LawRule[];
};

/**
 * What a debtor owes on a day under one law, each figure with the days, the rate and the source it rests on. Pure: the
 * same input gives the same statement, whatever the order of debts and payments.
 */
export const statementOf = (input: StatementInput): Result<Statement, StatementFault> => {
  const terms = termsOf(input);
  const fault = unreadable(input);
  if (fault !== null) return err(fault);
  const settled = settle(input, terms);
  const { debts, fixedSums, uses } = settled;
  const missing = debts.flatMap((debt) => debt.missing);
  const early = missing.find(({ side }) => side === "before");
  if (early !== undefined) return err({ ...early, type: "rate-unknown" });
  const inCurrency = fixedSums.filter(({ sum }) => sum.currency === terms.currency);
  const apart = fixedSums.filter(({ sum }) => sum.currency !== terms.currency);
  const principal = sumOf(debts.map(({ open }) => open));
  const interest = sumOf(debts.map((debt) => debt.interest - debt.interestPaid));
  const compensation = sumOf(inCurrency.map(({ sum, paid }) => sum.minor - paid));
  const total = principal + interest + compensation;
  const tooLarge = debts.some((debt) => debt.interest > MINOR_MAX) || total > MINOR_MAX;
  if (tooLarge) return err({ type: "amount-too-large" });
  const rates = ratesPerDay(debts, terms);
  return ok({
    terms,
    segments: debts.flatMap(({ segments }) => segments),
    lines: debts.map(lineOf),
    fixedSums,
    totals: { principal, interest, compensation, total },
    compensationApart: apart[0] === undefined ? null : sumApart(apart),
    perDay: rates === null ? null : perDayOf(rates, addDays(terms.on, 1), terms.basis),
    missing,
    uses,
    notes:
      rates === null && missing.length === 0
        ? [...notesOf(input, terms, settled), { type: "per-day-unknown" }]
        : notesOf(input, terms, settled),
    rules: rulesOf(terms),
  });
};

const unreadable = ({ debts, payments }: StatementInput): StatementFault | null => {
  const names = new Set<string>();
  for (const { invoice, portion } of debts) {
    const name = JSON.stringify([invoice, portion]);
    if (names.has(name)) return { type: "debt-twice", invoice };
    names.add(name);
  }
  const stray = payments.find(
    (payment) =>
      payment.invoice !== null &&
      !debts.some(
        ({ invoice, portion }) =>
          invoice === payment.invoice && (payment.portion === null || portion === payment.portion),
      ),
  );
  if (stray !== undefined) return { type: "unknown-invoice", invoice: stray.invoice ?? "" };
  const sum = sumOf(debts.map(({ principal }) => principal));
  return sum > MINOR_MAX || sumOf(payments.map(({ amount }) => amount)) > MINOR_MAX
    ? { type: "amount-too-large" }
    : null;
};

const lineOf = (debt: SettledDebt): StatementLine => ({
  invoice: debt.invoice,
  portion: debt.portion,
  dueOn: debt.dueOn,
  interestFrom: debt.interestFrom,
  principal: debt.principal,
  open: debt.open,
  interest: debt.interest,
  interestPaid: debt.interestPaid,
  overdue: debt.overdue,
});

const sumOf = (amounts: readonly number[]): number =>
  amounts.reduce((sum, amount) => sum + amount, 0);

/** All of one law, hence of one currency. */
const sumApart = (sums: readonly FixedSum[]): Money => ({
  minor: sumOf(sums.map(({ sum }) => sum.minor)),
  currency: sums[0]?.sum.currency ?? "EUR",
});
