import type { CalendarDate } from "#shared/kernel/calendar.ts";
import type { Currency } from "#shared/kernel/money.ts";
import type { AllocationOrder, Basis, Split } from "./interest.ts";
import type { AddedRate, RateUnknown } from "./rates.ts";
import type { LateRegime } from "./regime.ts";
import { REGIMES } from "./regime.ts";

/** One sum that fell or falls due: an invoice, or a portion of one. */
export type StatementDebt = {
  readonly invoice: string;
  readonly portion: string | null;
  /** What was owed before any of the payments, VAT included; minor units. */
  readonly principal: number;
  readonly dueOn: CalendarDate;
  /** Where this debt was put in default on its own; else that of the statement. */
  readonly formalNoticeOn?: CalendarDate | null;
  /** Last day of interest where a judgment stops it (C. com. L622-28); nothing then is due for a later due date. */
  readonly interestUntil?: CalendarDate | null;
};

/**
 * `invoice` null: the debtor named none. `to` null: principal, interest and fixed sum in the order of the statement;
 * `principal`: nothing else, which is also how a credit note is given.
 */
export type StatementPayment = {
  readonly on: CalendarDate;
  readonly amount: number;
  readonly invoice: string | null;
  readonly portion: string | null;
  readonly to: "principal" | null;
};

/** Amounts in minor units of the one currency. */
export type StatementInput = {
  readonly regime: LateRegime;
  readonly currency: Currency;
  readonly debts: readonly StatementDebt[];
  readonly payments: readonly StatementPayment[];
  /** Interest is counted to this day, included. */
  readonly on: CalendarDate;
  readonly basis?: Basis | undefined;
  /** No effect where the law itself freezes the rate. */
  readonly split?: Split | undefined;
  readonly allocation?: AllocationOrder | undefined;
  /** Yearly rate of the contract in basis points. */
  readonly contractRate?: number | null | undefined;
  readonly formalNoticeOn?: CalendarDate | null | undefined;
  readonly addedRates?: readonly AddedRate[] | undefined;
};

/** The choices that the figures rest on, defaults and the law's own filled in. */
export type StatementTerms = {
  readonly regime: LateRegime;
  readonly currency: Currency;
  readonly on: CalendarDate;
  readonly basis: Basis;
  readonly split: Split;
  readonly allocation: AllocationOrder;
  /** Null: the rate of the law. */
  readonly contractRate: number | null;
  readonly addedRates: readonly AddedRate[];
};

export type StatementFault =
  | (RateUnknown & { readonly invoice: string })
  | { readonly type: "unknown-invoice"; readonly invoice: string }
  | { readonly type: "debt-twice"; readonly invoice: string }
  | { readonly type: "amount-too-large" };

/** Defaults, and what the law itself decides. */
export const termsOf = (input: StatementInput): StatementTerms => {
  const { regime } = input;
  const frozen = REGIMES[regime].frozen !== null;
  return {
    regime,
    currency: input.currency,
    on: input.on,
    basis: input.basis ?? "act/365",
    split: frozen ? "frozen" : (input.split ?? "half-year"),
    allocation: input.allocation ?? "principal-first",
    contractRate: takesContractRate(regime) ? (input.contractRate ?? null) : null,
    addedRates: input.addedRates ?? [],
  };
};

/**
 * Between businesses only: a public buyer's rate is fixed by decree (CCP R2192-31), and what a contract may ask of a
 * consumer was not checked.
 */
const takesContractRate = (regime: LateRegime): boolean =>
  regime !== "fr-public" && REGIMES[regime].start === "due";

/** When the debtor of this debt was put in default: its own notice, else that of the statement. */
export const noticeOf = (debt: StatementDebt, input: StatementInput): CalendarDate | null =>
  debt.formalNoticeOn === undefined ? (input.formalNoticeOn ?? null) : debt.formalNoticeOn;
