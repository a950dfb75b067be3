import type { CalendarDate } from "#shared/kernel/calendar.ts";
import type { Currency } from "#shared/kernel/money.ts";
import type { AccountState } from "./account.ts";
import type { AccountBalances } from "./balances.ts";
import { fileOf } from "./file.ts";
import { receiptsOf } from "./receipts.ts";

/** A discount for early payment, as it was offered and as the debtor used it. Amounts in minor units. */
export type DiscountTaken = {
  readonly invoice: string;
  readonly currency: Currency;
  readonly amount: number;
  /** Last day on which paying the total less the discount is enough. */
  readonly until: CalendarDate;
  /** Null: not used, be it because nothing came or because all was paid. Late, what is missing stays owed. */
  readonly taken: "in-time" | "late" | null;
  /** The day on which what came in reached the total less the discount. */
  readonly on: CalendarDate | null;
  /** What is open of it: a write-off is proposed where it was taken in time. */
  readonly missing: number;
};

/** The discounts offered on invoices that stand, by invoice in their order. */
export const discountsOf = (
  state: AccountState,
  balances: AccountBalances,
): readonly DiscountTaken[] => {
  const { discounts } = fileOf(state);
  if (discounts.length === 0) return [];
  const receipts = receiptsOf(state).filter(({ to }) => to === "principal");
  return balances.invoices.flatMap(({ invoice, currency, total, open }): DiscountTaken[] => {
    const offered = discounts.find((discount) => discount.invoice === invoice.invoice);
    if (offered === undefined || offered.amount <= 0) return [];
    const { amount, until } = offered;
    let sum = 0;
    let on: CalendarDate | null = null;
    for (const receipt of receipts) {
      if (receipt.invoice !== invoice.invoice) continue;
      sum += receipt.amount;
      if (on === null && sum >= total - amount) on = receipt.on;
    }
    const used = on !== null && sum < total;
    const taken = !used || on === null ? null : on <= until ? "in-time" : "late";
    return [
      { invoice: invoice.invoice, currency, amount, until, taken, on, missing: used ? open : 0 },
    ];
  });
};
