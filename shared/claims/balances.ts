import type { CalendarDate } from "#shared/kernel/calendar.ts";
import type { Currency } from "#shared/kernel/money.ts";
import { compareText } from "#shared/kernel/text.ts";
import type { AccountState, Charge, Dispute, Invoice } from "./account.ts";
import { balanceOfCharge } from "./charge-balances.ts";
import type { ChargeBalance } from "./charge-balances.ts";
import type { AccountFile } from "./file.ts";
import { balancesOfPortions } from "./portion-balances.ts";
import type { PortionBalance } from "./portion-balances.ts";
import { clip, spread, takenFrom } from "./taken.ts";

/** Amounts in minor units of the invoice's currency. */
export type InvoiceBalance = {
  readonly invoice: Invoice;
  readonly currency: Currency;
  readonly total: number;
  readonly credited: number;
  readonly paid: number;
  /** What we owe the debtor and both agreed to set against it: it settles, as a credit note does. */
  readonly setOff: number;
  /** What we no longer ask for, at most what was left: neither paid nor open. */
  readonly writtenOff: number;
  /** Principal still owed and asked for: never below zero. */
  readonly open: number;
  /** Paid, credited or set off beyond the total: a credit of the account. */
  readonly overpaid: number;
  /** The part of `open` under a dispute that is not resolved, or settled by a credit note that is not in yet. */
  readonly contested: number;
  /** The part of `contested` for which a credit note was granted that is not in yet. */
  readonly toCredit: number;
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

/** The earliest day on which something of the invoice falls due; null where only conditions say when. */
export const firstDueOn = ({ portions }: Pick<Invoice, "portions">): CalendarDate | null => {
  let first: CalendarDate | null = null;
  for (const { dueOn } of portions)
    if (dueOn !== null && (first === null || dueOn < first)) first = dueOn;
  return first;
};

/** By due date (what has none comes last), then by number, then by id: the order in which money pays off invoices. */
export const compareByDue = (a: Invoice, b: Invoice): number =>
  compareText(firstDueOn(a) ?? "9999", firstDueOn(b) ?? "9999") ||
  compareText(a.number, b.number) ||
  compareText(a.invoice, b.invoice);

/** What was set against one invoice: sums only, so that the order of payments cannot matter. */
type Received = {
  paid: number;
  credited: number;
  setOff: number;
  writtenOff: number;
  interest: number;
  compensation: number;
  /** Null until a payment names a portion. */
  byPortion: Map<string, number> | null;
};

type Sums = { principal: number; interest: number; compensation: number; credit: number };

type Target = { readonly invoice: Invoice; readonly got: Received };

const NONE: readonly never[] = [];
const NONE_BY_INVOICE: ReadonlyMap<string, readonly never[]> = new Map();

const received = (): Received => ({
  paid: 0,
  credited: 0,
  setOff: 0,
  writtenOff: 0,
  interest: 0,
  compensation: 0,
  byPortion: null,
});

/** A dispute that a credit note settles goes on until that note is in: what was granted is never asked for again. */
const contestedOf = (
  disputes: readonly Dispute[],
  open: number,
  credited: number,
): Pick<InvoiceBalance, "contested" | "toCredit"> => {
  let contested = 0;
  let granted = 0;
  for (const { amount, resolved } of disputes) {
    if (resolved === null) contested += amount === null ? open : clip(amount);
    else if (resolved.outcome === "credited") {
      if (amount !== null) granted += clip(amount);
      else if (credited === 0) granted += open;
    }
  }
  const toCredit = Math.min(open, clip(granted - credited));
  return { contested: Math.min(open, contested + toCredit), toCredit };
};

const balanceOfInvoice = (
  invoice: Invoice,
  got: Received,
  charges: readonly Charge[],
  disputes: readonly Dispute[],
): InvoiceBalance => {
  const total = clip(invoice.total);
  const settled = got.paid + got.credited + got.setOff;
  const writtenOff = Math.min(got.writtenOff, clip(total - settled));
  const open = clip(total - settled - writtenOff);
  const { contested, toCredit } = contestedOf(disputes, open, got.credited);
  // What is written off is of the oldest portions, as what is paid: else a residue of the first would be taken from the last.
  const sums = { settled: settled + writtenOff, open, contested, named: got.byPortion };
  return {
    invoice,
    currency: invoice.currency,
    total: invoice.total,
    credited: got.credited,
    paid: got.paid,
    setOff: got.setOff,
    writtenOff,
    open,
    overpaid: clip(settled - total),
    contested,
    toCredit,
    portions: balancesOfPortions(invoice.portions, sums),
    interest: balanceOfCharge(charges, "interest", invoice.currency, got.interest),
    compensation: balanceOfCharge(charges, "compensation", invoice.currency, got.compensation),
  };
};

const byInvoice = <T extends { readonly invoice: string }>(
  items: readonly T[],
): ReadonlyMap<string, readonly T[]> => {
  if (items.length === 0) return NONE_BY_INVOICE;
  const map = new Map<string, T[]>();
  for (const item of items) {
    const list = map.get(item.invoice);
    if (list === undefined) map.set(item.invoice, [item]);
    else list.push(item);
  }
  return map;
};

/** Agreed set-offs and write-offs: what they name that does not stand here is a credit, as with money. */
const settleByFile = (
  { setOffs, writeOffs }: AccountFile,
  targets: ReadonlyMap<string, Target>,
  sumsOf: (currency: Currency) => Sums,
): void => {
  for (const { agreed, amount, currency } of setOffs) {
    if (agreed === null) continue;
    for (const { allocation, taken } of takenFrom(amount, agreed.allocations)) {
      const target = targets.get(allocation.invoice);
      if (target === undefined || target.invoice.currency !== currency)
        sumsOf(currency).credit += taken;
      else target.got.setOff += taken;
    }
  }
  for (const { invoice, amount, takenBack } of writeOffs) {
    const target = targets.get(invoice);
    if (takenBack === null && target !== undefined) target.got.writtenOff += clip(amount);
  }
};

/**
 * Three balances of every invoice and of the account. Money is conserved: per currency, what came in (payments not
 * reversed, credit notes not cancelled, agreed set-offs) equals what it paid off plus `credit`; and what was invoiced
 * equals what was paid off of it, what was written off and what is open.
 */
export const balancesOf = (state: AccountState): AccountBalances => {
  const standing = state.invoices
    .filter((invoice) => invoice.cancelled === null)
    .sort(compareByDue);
  const targets = new Map<string, Target>();
  for (const invoice of standing) targets.set(invoice.invoice, { invoice, got: received() });
  const sums = new Map<Currency, Sums>();
  const sumsOf = (currency: Currency): Sums => {
    const there = sums.get(currency);
    if (there !== undefined) return there;
    const fresh = { principal: 0, interest: 0, compensation: 0, credit: 0 };
    sums.set(currency, fresh);
    return fresh;
  };
  for (const payment of state.payments) {
    if (payment.reversed !== null) continue;
    sumsOf(payment.currency).credit += spread(
      payment.amount,
      payment.allocations,
      (allocation, taken) => {
        const target = targets.get(allocation.invoice);
        if (target === undefined || target.invoice.currency !== payment.currency) return false;
        if (allocation.to === "interest") target.got.interest += taken;
        else if (allocation.to === "compensation") target.got.compensation += taken;
        else {
          target.got.paid += taken;
          if (allocation.portion !== null) {
            const byPortion = (target.got.byPortion ??= new Map<string, number>());
            byPortion.set(allocation.portion, (byPortion.get(allocation.portion) ?? 0) + taken);
          }
        }
        return true;
      },
    );
  }
  for (const note of state.creditNotes) {
    if (note.cancelled !== null) continue;
    sumsOf(note.currency).credit += spread(note.amount, note.allocations, (allocation, taken) => {
      const target = targets.get(allocation.invoice);
      if (target === undefined || target.invoice.currency !== note.currency) return false;
      target.got.credited += taken;
      return true;
    });
  }
  if (state.file !== null) settleByFile(state.file, targets, sumsOf);
  const charges = byInvoice(state.charges);
  const disputes = byInvoice(state.disputes);
  const invoices: InvoiceBalance[] = [];
  targets.forEach(({ invoice, got }, id) => {
    const balance = balanceOfInvoice(
      invoice,
      got,
      charges.get(id) ?? NONE,
      disputes.get(id) ?? NONE,
    );
    invoices.push(balance);
    const sum = sumsOf(invoice.currency);
    sum.principal += balance.open;
    sum.interest += balance.interest.open;
    sum.compensation += balance.compensation.open;
    sum.credit +=
      balance.overpaid +
      (got.interest - balance.interest.paid) +
      (got.compensation - balance.compensation.paid);
  });
  const byCurrency = [...sums]
    .map(([currency, sum]): CurrencyBalance => ({ currency, ...sum }))
    .sort((a, b) => compareText(a.currency, b.currency));
  return { invoices, byCurrency };
};

/** The balance of one invoice; null where it is unknown or cancelled. */
export const balanceOf = (balances: AccountBalances, invoice: string): InvoiceBalance | null =>
  balances.invoices.find((balance) => balance.invoice.invoice === invoice) ?? null;
