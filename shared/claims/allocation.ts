import type { Currency } from "#shared/kernel/money.ts";
import type { AccountState } from "./account.ts";
import { balanceOf } from "./balances.ts";
import type { AccountBalances, InvoiceBalance } from "./balances.ts";
import { positive, shownMoney, standingInvoice } from "./checks.ts";
import type { Allocation, CreditAllocation } from "./events.ts";
import type { ClaimRefusal } from "./refusals.ts";

type MoneyIn = { readonly amount: number; readonly currency: Currency };

/** What is open, in the order in which money pays it off: by due date of the portion, conditions last. */
const openInOrder = (invoices: readonly InvoiceBalance[]): readonly Allocation[] =>
  invoices
    .flatMap(({ invoice, portions }, rank) =>
      portions.map((portion) => ({ invoice, portion, rank })),
    )
    .sort((a, b) => {
      const left = a.portion.dueOn ?? "9999";
      const right = b.portion.dueOn ?? "9999";
      return left === right ? a.rank - b.rank : left < right ? -1 : 1;
    })
    .map(({ invoice, portion }) => ({
      invoice: invoice.invoice,
      portion: invoice.portions.length > 1 ? portion.portion : null,
      to: "principal" as const,
      amount: portion.open,
    }));

/**
 * Principal first: the invoices that the debtor names, in that order, then the oldest due; then interest and
 * compensation that were asked. What is left stays a credit of the account.
 */
export const defaultAllocations = (
  balances: AccountBalances,
  money: MoneyIn,
  named: readonly string[],
): readonly Allocation[] => {
  const invoices = balances.invoices.filter((balance) => balance.currency === money.currency);
  const first = named.flatMap((id) => {
    const balance = balanceOf(balances, id);
    if (balance === null || balance.currency !== money.currency) return [];
    return [{ invoice: id, portion: null, to: "principal" as const, amount: balance.open }];
  });
  const others = invoices.filter((balance) => !named.includes(balance.invoice.invoice));
  const asked = invoices.flatMap(({ invoice, interest, compensation }) => [
    { invoice: invoice.invoice, portion: null, to: "interest" as const, amount: interest.open },
    {
      invoice: invoice.invoice,
      portion: null,
      to: "compensation" as const,
      amount: compensation.open,
    },
  ]);
  let left = money.amount;
  const out: Allocation[] = [];
  for (const wish of [...first, ...openInOrder(others), ...asked]) {
    const amount = Math.min(wish.amount, left);
    if (amount <= 0) continue;
    left -= amount;
    out.push({ ...wish, amount });
  }
  return out;
};

/** The same order for a credit note: principal alone. */
export const defaultCreditAllocations = (
  balances: AccountBalances,
  money: MoneyIn,
): readonly CreditAllocation[] => {
  const byInvoice = new Map<string, number>();
  for (const { invoice, to, amount } of defaultAllocations(balances, money, []))
    if (to === "principal") byInvoice.set(invoice, (byInvoice.get(invoice) ?? 0) + amount);
  return [...byInvoice].map(([invoice, amount]) => ({ invoice, amount }));
};

/** Allocations by hand: to invoices that stand, of that currency, together no more than there is. Over-paying one is no fault. */
export const allocationsFit = (
  state: AccountState,
  money: MoneyIn,
  allocations: readonly (CreditAllocation & { readonly portion?: string | null })[],
): ClaimRefusal | null => {
  let sum = 0;
  for (const { invoice: id, amount, portion } of allocations) {
    const notPositive = positive("allocations", amount, money.currency);
    if (notPositive !== null) return notPositive;
    const found = standingInvoice(state, id, money.currency);
    if ("type" in found) return found;
    const known = found.invoice.portions.some((candidate) => candidate.portion === portion);
    if (portion !== null && portion !== undefined && !known)
      return { type: "no-such-portion", invoice: id, portion };
    sum += amount;
  }
  return sum > money.amount
    ? {
        type: "over-allocated",
        amount: shownMoney(money.amount, money.currency),
        sum: shownMoney(sum, money.currency),
      }
    : null;
};
