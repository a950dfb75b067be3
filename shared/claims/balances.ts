import type { CalendarDate } from "#shared/kernel/calendar.ts";
import type { Currency } from "#shared/kernel/money.ts";
import type { AccountState, Invoice } from "./account.ts";

/** Amounts in minor units of the invoice's currency. */
export type PortionBalance = {
  readonly portion: string;
  readonly amount: number;
  /** What is still owed of it, never below zero. */
  readonly open: number;
  readonly dueOn: CalendarDate | null;
  readonly condition: string | null;
};

/** Interest or compensation: owed to us only once claimed. */
export type ChargeBalance = {
  readonly claimed: number;
  readonly waived: number;
  readonly paid: number;
  readonly open: number;
};

export type InvoiceBalance = {
  readonly invoice: Invoice;
  readonly currency: Currency;
  readonly total: number;
  readonly credited: number;
  readonly paid: number;
  /** Principal still owed: never below zero. */
  readonly open: number;
  /** Paid or credited beyond the total: a credit of the account. */
  readonly overpaid: number;
  /** The part of `open` under a dispute that is not resolved. */
  readonly contested: number;
  readonly portions: readonly PortionBalance[];
  readonly interest: ChargeBalance;
  readonly compensation: ChargeBalance;
};

/** Principal, interest and compensation are three balances, never one. */
export type CurrencyBalance = {
  readonly currency: Currency;
  readonly principal: number;
  readonly interest: number;
  readonly compensation: number;
  /** Received and not (or not any longer) set against anything: over-payments, unallocated payments and credit notes. */
  readonly credit: number;
};

export type AccountBalances = {
  /** Invoices that are not cancelled, in order of their due dates, then numbers. */
  readonly invoices: readonly InvoiceBalance[];
  readonly byCurrency: readonly CurrencyBalance[];
};

/**
 * Three balances of every invoice and of the account. Money is conserved: per currency, what came in (payments not
 * reversed, credit notes not cancelled) equals what it paid off plus `credit`.
 */
export const balancesOf = (state: AccountState): AccountBalances => {
  throw new Error(`not written yet: ${state.account}`);
};
