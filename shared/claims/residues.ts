import type { Currency } from "#shared/kernel/money.ts";
import type { AccountBalances, InvoiceBalance } from "./balances.ts";
import type { Policy } from "./creditor.ts";

export type Residue = {
  readonly invoice: string;
  readonly currency: Currency;
  readonly open: number;
};

/**
 * What is left of an invoice after it was settled in part, at most what the creditor tolerates in that currency: it is
 * not chased, and its write-off is proposed. A part that nothing was set against is no residue, however small, nor is
 * what is contested.
 */
export const isResidue = (
  { currency, open, contested, portions, paid, credited, setOff }: InvoiceBalance,
  { tolerances }: Pick<Policy, "tolerances">,
): boolean => {
  if (open <= 0 || contested > 0 || tolerances.length === 0) return false;
  if (paid + credited + setOff <= 0) return false;
  const tolerated = tolerances.find((tolerance) => tolerance.currency === currency)?.amount ?? 0;
  return open <= tolerated && portions.every((part) => part.open === 0 || part.open < part.amount);
};

export const residuesOf = (
  balances: AccountBalances,
  policy: Pick<Policy, "tolerances">,
): readonly Residue[] =>
  policy.tolerances.length === 0
    ? []
    : balances.invoices
        .filter((balance) => isResidue(balance, policy))
        .map(({ invoice, currency, open }) => ({ invoice: invoice.invoice, currency, open }));
