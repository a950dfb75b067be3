import { addDays, earliest, latest } from "#shared/kernel/calendar.ts";
import type { CalendarDate } from "#shared/kernel/calendar.ts";
import { idOfFacts } from "#shared/kernel/ids.ts";
import type { Currency } from "#shared/kernel/money.ts";
import { compareText } from "#shared/kernel/text.ts";
import type { AccountState, Invoice } from "./account.ts";
import { compareByDue } from "./balances.ts";
import type { AccountBalances, InvoiceBalance } from "./balances.ts";
import { fileOf } from "./file.ts";
import { receiptsOf } from "./receipts.ts";
import { clip } from "./taken.ts";

/**
 * What a debtor owes in one currency, from the first invoice that is overdue or that a step has concerned, until
 * principal is zero and interest and compensation are paid, waived or never asked. Derived, never recorded.
 */
export type Claim = {
  /** Made from the account, the currency and the first invoice. */
  readonly id: string;
  readonly currency: Currency;
  readonly openedOn: CalendarDate;
  readonly closedOn: CalendarDate | null;
  /** In the order in which they came in. A cancelled one stays named. */
  readonly invoices: readonly string[];
};

type Receipt = { readonly on: CalendarDate; readonly amount: number };
type Receipts = { readonly principal: Receipt[]; readonly charges: CalendarDate[] };
type Span = {
  readonly invoice: Invoice;
  readonly from: CalendarDate;
  readonly to: CalendarDate | null;
};

const receiptsByInvoice = (state: AccountState): ReadonlyMap<string, Receipts> => {
  const byInvoice = new Map<string, Receipts>();
  const of = (invoice: string): Receipts => {
    const there = byInvoice.get(invoice) ?? { principal: [], charges: [] };
    byInvoice.set(invoice, there);
    return there;
  };
  for (const { invoice, to, on, amount } of receiptsOf(state)) {
    if (to === "principal") of(invoice).principal.push({ on, amount });
    else of(invoice).charges.push(on);
  }
  for (const { invoice, amount, on, takenBack } of fileOf(state).writeOffs)
    if (takenBack === null) of(invoice).principal.push({ on, amount: clip(amount) });
  for (const charge of state.charges)
    for (const waiver of charge.waived) of(charge.invoice).charges.push(waiver.on);
  return byInvoice;
};

const sumUpTo = (receipts: readonly Receipt[], day: CalendarDate): number =>
  receipts.reduce((sum, receipt) => (receipt.on <= day ? sum + receipt.amount : sum), 0);

/** The day after the first portion that was not paid when it fell due; null while none is. */
const overdueOn = (
  invoice: Invoice,
  receipts: readonly Receipt[],
  today: CalendarDate,
): CalendarDate | null => {
  const dated = invoice.portions.flatMap(({ amount, dueOn }) =>
    dueOn === null ? [] : [{ amount, dueOn }],
  );
  dated.sort((a, b) => compareText(a.dueOn, b.dueOn));
  let asked = 0;
  for (const { amount, dueOn } of dated) {
    asked += amount;
    if (dueOn >= today) return null;
    if (sumUpTo(receipts, dueOn) < Math.min(asked, invoice.total)) return addDays(dueOn, 1);
  }
  return null;
};

const settledOn = (
  { open, total }: InvoiceBalance,
  receipts: readonly Receipt[],
): CalendarDate | null => {
  if (open > 0) return null;
  let sum = 0;
  const sorted = [...receipts].sort((a, b) => compareText(a.on, b.on));
  for (const receipt of sorted) {
    sum += receipt.amount;
    if (sum >= total) return receipt.on;
  }
  return null;
};

const spanOf = (
  state: AccountState,
  invoice: Invoice,
  balance: InvoiceBalance | undefined,
  { principal, charges }: Receipts,
  today: CalendarDate,
): Span | null => {
  const concerned = state.acts.flatMap((act) =>
    act.waived === null && act.portions.some((portion) => portion.invoice === invoice.invoice)
      ? [act.on]
      : [],
  );
  const late = overdueOn(invoice, principal, today);
  const from = earliest([...concerned, late]);
  if (from === null) return null;
  const { cancelled } = invoice;
  if (cancelled !== null) return cancelled.on < from ? null : { invoice, from, to: cancelled.on };
  if (balance === undefined || balance.open > 0) return { invoice, from, to: null };
  if (balance.interest.open + balance.compensation.open > 0) return { invoice, from, to: null };
  const asked = balance.interest.claimed + balance.compensation.claimed > 0;
  const paid = settledOn(balance, principal) ?? from;
  const to = latest(asked ? [paid, ...charges] : [paid]) ?? paid;
  return { invoice, from, to: to < from ? from : to };
};

/** The account's claims, open and closed, by currency and day. */
export const claimsOf = (
  state: AccountState,
  balances: AccountBalances,
  today: CalendarDate,
): readonly Claim[] => {
  const balanceById = new Map(
    balances.invoices.map((balance) => [balance.invoice.invoice, balance]),
  );
  const receipts = receiptsByInvoice(state);
  const spans = state.invoices.flatMap((invoice) => {
    const span = spanOf(
      state,
      invoice,
      balanceById.get(invoice.invoice),
      receipts.get(invoice.invoice) ?? { principal: [], charges: [] },
      today,
    );
    return span === null ? [] : [span];
  });
  spans.sort((a, b) => {
    if (a.invoice.currency !== b.invoice.currency)
      return a.invoice.currency < b.invoice.currency ? -1 : 1;
    if (a.from !== b.from) return a.from < b.from ? -1 : 1;
    return compareByDue(a.invoice, b.invoice);
  });
  const claims: Claim[] = [];
  for (const { invoice, from, to } of spans) {
    const last = claims[claims.length - 1];
    if (
      last !== undefined &&
      last.currency === invoice.currency &&
      (last.closedOn === null || from <= last.closedOn)
    ) {
      const closedOn = last.closedOn === null || to === null ? null : latest([last.closedOn, to]);
      claims[claims.length - 1] = {
        ...last,
        closedOn,
        invoices: [...last.invoices, invoice.invoice],
      };
    } else {
      claims.push({
        id: idOfFacts("claim", [state.account, invoice.currency, invoice.invoice]),
        currency: invoice.currency,
        openedOn: from,
        closedOn: to,
        invoices: [invoice.invoice],
      });
    }
  }
  return claims;
};
