import type { AccountState } from "#shared/claims/account.ts";
import { assignmentOf } from "#shared/claims/assignments.ts";
import type { AccountBalances, InvoiceBalance } from "#shared/claims/balances.ts";
import type { CreditorState } from "#shared/claims/creditor.ts";
import { fileOf } from "#shared/claims/file.ts";
import type { CalendarDate } from "#shared/kernel/calendar.ts";
import type { Currency, Money } from "#shared/kernel/money.ts";
import { err, ok } from "#shared/kernel/result.ts";
import type { Result } from "#shared/kernel/result.ts";
import type { AllocationOrder } from "#shared/law/interest.ts";
import { REGIMES, lateRegimeOf, lawCountryOf } from "#shared/law/regime.ts";
import type { LateRegime } from "#shared/law/regime.ts";
import { statementOf as statementByLaw } from "#shared/law/statement.ts";
import type { Statement } from "#shared/law/statement.ts";
import type { StatementDebt, StatementFault } from "#shared/law/statement-terms.ts";
import { addedRatesOf } from "./added-rates.ts";
import {
  debtsOf,
  interestStopOf,
  noticeUnproven,
  noticedPortions,
  reductionsOf,
} from "./interest-debts.ts";
import type { InterestStop } from "./interest-debts.ts";

export type StatementAsked = {
  readonly creditor: CreditorState;
  /** Interest is counted to this day, included. */
  readonly on: CalendarDate;
  /** Null or absent: what is open, is ours and is of that currency. Named, also what was paid late. */
  readonly invoices?: readonly string[] | null;
  /** Absent: that of the first of these invoices. */
  readonly currency?: Currency;
  /** Absent: the one recorded for this debtor, else the creditor's. */
  readonly order?: AllocationOrder;
};

/** One invoice's charges, minor units of the statement's currency. */
export type InvoiceCharges = {
  readonly invoice: string;
  readonly number: string;
  /** By law up to the day, payments not deducted. */
  readonly interest: number;
  readonly interestClaimed: number;
  /** What was not asked for yet; what was waived is not asked again. */
  readonly interestToClaim: number;
  /** In a currency of its own; null where the law gives none. */
  readonly compensation: Money | null;
  readonly compensationClaimed: number;
  /** Whether the fixed sum was never asked for. */
  readonly compensationToClaim: boolean;
};

export type AccountStatement = {
  readonly regime: LateRegime;
  readonly currency: Currency;
  readonly on: CalendarDate;
  readonly order: AllocationOrder;
  /** What is not contested, segment by segment; its totals before what was paid to or waived of charges. */
  readonly statement: Statement;
  /** What is contested, computed apart and not claimed; null where nothing is. */
  readonly contested: Statement | null;
  readonly charges: readonly InvoiceCharges[];
  /** Open principal without a due date: in no segment. */
  readonly undated: number;
  /**
   * Owed on that day, contested principal and undated parts included, contested interest left out. Of the compensation,
   * what is in the statement's own currency.
   */
  readonly totals: {
    readonly principal: number;
    readonly interest: number;
    readonly compensation: number;
    readonly total: number;
  };
  /** Invoices whose interest a judgment stopped (C. com. L622-28: to be checked). */
  readonly stopped: readonly InterestStop[];
  /** Invoices whose formal notice has no proof of presentation: their interest waits for it. */
  readonly noticeUnproven: readonly string[];
};

export type AccountStatementFault =
  | StatementFault
  | { readonly type: "debtor-unknown" }
  /** The creditor's country, or this kind of debtor there, has no rules that Relance knows. */
  | { readonly type: "law-unknown" }
  | { readonly type: "nothing-owed" };

const meantBy = (
  state: AccountState,
  balances: AccountBalances,
  { invoices, currency }: StatementAsked,
): readonly InvoiceBalance[] => {
  const named = invoices == null ? null : new Set(invoices);
  const chosen = balances.invoices.filter((balance) =>
    named === null
      ? balance.open > 0 && assignmentOf(state, balance.invoice.invoice) === null
      : named.has(balance.invoice.invoice),
  );
  const of = currency ?? chosen[0]?.currency;
  return chosen.filter((balance) => balance.currency === of);
};

const regimeOf = (
  { debtor }: AccountState,
  { creditor }: CreditorState,
): Result<LateRegime, AccountStatementFault> => {
  if (debtor === null) return err({ type: "debtor-unknown" });
  const regime = lateRegimeOf(lawCountryOf(creditor?.country ?? ""), debtor.kind);
  return regime === null ? err({ type: "law-unknown" }) : ok(regime);
};

const sumBy = <T>(items: readonly T[], amount: (item: T) => number): number =>
  items.reduce((sum, item) => sum + amount(item), 0);

/**
 * What a debtor owes on a day in one currency under the creditor's law, from the ledger: what was paid, credited, set off
 * and written off reduces principal on its day; what is contested bears no interest that is claimed; a judgment that
 * opened an insolvency stops interest; where the law wants a formal notice, interest runs from its first presentation.
 */
export const statementOf = (
  state: AccountState,
  balances: AccountBalances,
  asked: StatementAsked,
): Result<AccountStatement, AccountStatementFault> => {
  const { creditor, on } = asked;
  const { policy } = creditor;
  const regime = regimeOf(state, creditor);
  if (!regime.ok) return regime;
  const meant = meantBy(state, balances, asked);
  const currency = meant[0]?.currency;
  if (currency === undefined) return err({ type: "nothing-owed" });
  const file = fileOf(state);
  const order = asked.order ?? file.allocationOrder?.order ?? policy.allocationOrder;
  const noticed = noticedPortions(state);
  const debts = meant.map((balance) => debtsOf(state, balance, noticed));
  const clear = debts.flatMap((one) => one.clear);
  const doubtful = debts.flatMap((one) => one.contested);
  const terms = {
    regime: regime.value,
    currency,
    on,
    basis: policy.interestBasis,
    split: policy.rateSplit,
    allocation: order,
    contractRate: file.terms?.contractRate ?? null,
    addedRates: addedRatesOf(creditor.rates),
  };
  const payments = reductionsOf(state, meant, order);
  const statement = statementByLaw({ ...terms, debts: clear, payments });
  if (!statement.ok) return statement;
  const contested =
    doubtful.length === 0 ? null : statementByLaw({ ...terms, debts: doubtful, payments: [] });
  if (contested !== null && !contested.ok) return contested;
  const needsNotice =
    REGIMES[regime.value].start === "notice" && file.terms?.defaultByDueDate !== true;
  const counted = countedByInvoice(statement.value);
  const charges = meant.map((balance) =>
    chargesOf(balance, counted.get(balance.invoice.invoice) ?? NOT_COUNTED),
  );
  const undated = sumBy(debts, (one) => one.undated);
  return ok({
    regime: regime.value,
    currency,
    on,
    order,
    statement: statement.value,
    contested: contested === null ? null : contested.value,
    charges,
    undated,
    totals: totalsOf(meant, statement.value, counted, doubtful, undated, order),
    stopped: meant.flatMap((balance) => interestStopOf(state, balance) ?? []),
    noticeUnproven: needsNotice
      ? meant
          .filter((balance) => noticeUnproven(noticed, balance))
          .map(({ invoice }) => invoice.invoice)
      : [],
  });
};

/** What a statement counts for one invoice: interest, what was paid of it, and the fixed sum. */
type Counted = {
  readonly interest: number;
  readonly interestPaid: number;
  readonly fixed: Statement["fixedSums"][number] | null;
};

const NOT_COUNTED: Counted = { interest: 0, interestPaid: 0, fixed: null };

/** In one pass: years of half-years on thousands of invoices make many lines. */
const countedByInvoice = ({ lines, fixedSums }: Statement): ReadonlyMap<string, Counted> => {
  const counted = new Map<string, Counted>();
  for (const { invoice, interest, interestPaid } of lines) {
    const sum = counted.get(invoice) ?? NOT_COUNTED;
    counted.set(invoice, {
      ...sum,
      interest: sum.interest + interest,
      interestPaid: sum.interestPaid + interestPaid,
    });
  }
  for (const fixed of fixedSums) {
    const sum = counted.get(fixed.invoice) ?? NOT_COUNTED;
    if (sum.fixed === null) counted.set(fixed.invoice, { ...sum, fixed });
  }
  return counted;
};

const chargesOf = (
  { invoice, currency, interest: asked, compensation }: InvoiceBalance,
  { interest, fixed }: Counted,
): InvoiceCharges => {
  const sum = fixed?.sum ?? null;
  return {
    invoice: invoice.invoice,
    number: invoice.number,
    interest,
    interestClaimed: asked.claimed,
    interestToClaim: Math.max(0, interest - asked.claimed),
    compensation: sum,
    compensationClaimed: compensation.claimed,
    compensationToClaim:
      sum !== null &&
      (sum.currency === currency ? compensation.claimed < sum.minor : compensation.claimed === 0),
  };
};

/** Interest paid is in the statement already where the law divides payments; what was waived never is. */
const totalsOf = (
  meant: readonly InvoiceBalance[],
  { totals }: Statement,
  counted: ReadonlyMap<string, Counted>,
  doubtful: readonly StatementDebt[],
  undated: number,
  order: AllocationOrder,
): AccountStatement["totals"] => {
  const byLedger = order === "principal-first";
  let [interest, compensation] = [0, 0];
  for (const { invoice, currency, interest: asked, compensation: claimed } of meant) {
    const { fixed, ...of } = counted.get(invoice.invoice) ?? NOT_COUNTED;
    const owed = of.interest - of.interestPaid;
    interest += Math.max(0, owed - asked.waived - (byLedger ? asked.paid : 0));
    if (fixed?.sum.currency !== currency) continue;
    const rest = fixed.sum.minor - fixed.paid - claimed.waived - claimed.paid;
    compensation += Math.max(0, rest);
  }
  const principal = totals.principal + sumBy(doubtful, (debt) => debt.principal) + undated;
  return { principal, interest, compensation, total: principal + interest + compensation };
};

/** One statement a currency in which something is open. */
export const statementsOf = (
  state: AccountState,
  balances: AccountBalances,
  asked: Omit<StatementAsked, "currency">,
): readonly Result<AccountStatement, AccountStatementFault>[] => {
  const currencies = new Set(
    balances.invoices.filter(({ open }) => open > 0).map(({ currency }) => currency),
  );
  return [...currencies].map((currency) => statementOf(state, balances, { ...asked, currency }));
};

export type OrderTotals = {
  readonly currency: Currency;
  readonly principalFirst: number;
  readonly interestFirst: number;
};

/** Both totals, as they are shown and recorded when the order is chosen. */
export const bothOrders = (
  state: AccountState,
  balances: AccountBalances,
  asked: Omit<StatementAsked, "order">,
): Result<OrderTotals, AccountStatementFault> => {
  const first = statementOf(state, balances, { ...asked, order: "principal-first" });
  if (!first.ok) return first;
  const { currency, totals } = first.value;
  const other = statementOf(state, balances, { ...asked, currency, order: "interest-first" });
  if (!other.ok) return other;
  return ok({ currency, principalFirst: totals.total, interestFirst: other.value.totals.total });
};
