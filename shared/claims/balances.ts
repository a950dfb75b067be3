import type { CalendarDate } from "#shared/kernel/calendar.ts";
import type { Currency } from "#shared/kernel/money.ts";
import type { AccountState, Charge, Dispute, Invoice } from "./account.ts";
import type { Portion } from "./events.ts";

/** Amounts in minor units of the invoice's currency. */
export type PortionBalance = {
  readonly portion: string;
  readonly amount: number;
  /** What is still owed of it, never below zero. */
  readonly open: number;
  /** The part of `open` that is contested. */
  readonly contested: number;
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

const clip = (amount: number): number => (amount > 0 ? amount : 0);

/** The earliest day on which something of the invoice falls due; null where only conditions say when. */
export const firstDueOn = ({ portions }: Pick<Invoice, "portions">): CalendarDate | null => {
  let first: CalendarDate | null = null;
  for (const { dueOn } of portions)
    if (dueOn !== null && (first === null || dueOn < first)) first = dueOn;
  return first;
};

/** By due date (what has none comes last), then by number, then by id: the order in which money pays off invoices. */
export const compareByDue = (a: Invoice, b: Invoice): number =>
  compareTexts(firstDueOn(a) ?? "9999", firstDueOn(b) ?? "9999") ||
  compareTexts(a.number, b.number) ||
  compareTexts(a.invoice, b.invoice);

const compareTexts = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** What was set against one invoice: sums only, so that the order of payments cannot matter. */
type Received = {
  paid: number;
  credited: number;
  interest: number;
  compensation: number;
  /** Null until a payment names a portion. */
  byPortion: Map<string, number> | null;
};

type Sums = { principal: number; interest: number; compensation: number; credit: number };

type Target = { readonly invoice: Invoice; readonly got: Received };

const NONE: readonly never[] = [];

const received = (): Received => ({
  paid: 0,
  credited: 0,
  interest: 0,
  compensation: 0,
  byPortion: null,
});

/**
 * What each allocation really takes, in the order in which they were said: never more than there is, never less than
 * nothing.
 */
export const takenFrom = <A extends { readonly amount: number }>(
  amount: number,
  allocations: readonly A[],
): readonly { readonly allocation: A; readonly taken: number }[] => {
  let left = clip(amount);
  return allocations.map((allocation) => {
    const taken = Math.min(clip(allocation.amount), left);
    left -= taken;
    return { allocation, taken };
  });
};

/** Gives what can be given. What names no invoice of this currency that stands stays with the rest, a credit. Answers that rest. */
const spread = <A extends { readonly amount: number }>(
  amount: number,
  allocations: readonly A[],
  give: (allocation: A, taken: number) => boolean,
): number => {
  let given = 0;
  for (const { allocation, taken } of takenFrom(amount, allocations))
    if (taken > 0 && give(allocation, taken)) given += taken;
  return amount - given;
};

const NOTHING_CHARGED: ChargeBalance = { claimed: 0, waived: 0, paid: 0, open: 0 };

const balanceOfCharge = (
  charges: readonly Charge[],
  kind: Charge["kind"],
  currency: Currency,
  allocated: number,
): ChargeBalance => {
  if (charges.length === 0) return NOTHING_CHARGED;
  let claimed = 0;
  let waivedSaid = 0;
  for (const charge of charges) {
    if (charge.kind !== kind || charge.currency !== currency) continue;
    const amount = clip(charge.amount);
    claimed += amount;
    waivedSaid += Math.min(
      amount,
      charge.waived.reduce((sum, waiver) => sum + clip(waiver.amount), 0),
    );
  }
  const paid = Math.min(allocated, claimed);
  const waived = Math.min(waivedSaid, claimed - paid);
  return { claimed, waived, paid, open: claimed - paid - waived };
};

type PortionSums = {
  readonly settled: number;
  readonly open: number;
  readonly contested: number;
  /** What payments gave to portions that they name. */
  readonly named: ReadonlyMap<string, number> | null;
};

const portionBalance = (
  { portion, amount, dueOn, condition }: Portion,
  open: number,
  contested: number,
): PortionBalance => ({ portion, amount, open, contested, dueOn, condition });

/**
 * Money goes to the portion that it names, then to portions by due date. A dispute names an invoice, not a portion: what
 * is contested is taken from the oldest portions first, since that is what the debtor was asked to pay, and so that no
 * doubt is settled against the debtor.
 */
const balancesOfPortions = (
  portions: readonly Portion[],
  { settled, open, contested, named }: PortionSums,
): readonly PortionBalance[] => {
  const [only] = portions;
  if (portions.length === 1 && only !== undefined) {
    const owed = Math.min(clip(clip(only.amount) - settled), open);
    return [portionBalance(only, owed, Math.min(owed, contested))];
  }
  let pool = settled;
  const taken = portions.map((portion) => {
    const here = Math.min(clip(portion.amount), named?.get(portion.portion) ?? 0);
    pool -= here;
    return here;
  });
  const order = portions
    .map((portion, index) => ({ portion, index }))
    .sort(
      (a, b) =>
        compareTexts(a.portion.dueOn ?? "9999", b.portion.dueOn ?? "9999") || a.index - b.index,
    );
  for (const { portion, index } of order) {
    const before = taken[index] ?? 0;
    const more = Math.min(clip(portion.amount) - before, clip(pool));
    taken[index] = before + more;
    pool -= more;
  }
  // Portions that add up to more than the invoice must not ask for more than the invoice: the last ones give way.
  let [left, doubtful] = [open, contested];
  const balances: PortionBalance[] = [];
  for (const { portion, index } of order) {
    const owed = Math.min(clip(portion.amount) - (taken[index] ?? 0), left);
    left -= owed;
    const doubted = Math.min(owed, doubtful);
    doubtful -= doubted;
    balances[index] = portionBalance(portion, owed, doubted);
  }
  return balances;
};

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
  const settled = got.paid + got.credited;
  const open = clip(total - settled);
  const { contested, toCredit } = contestedOf(disputes, open, got.credited);
  const sums = { settled, open, contested, named: got.byPortion };
  return {
    invoice,
    currency: invoice.currency,
    total: invoice.total,
    credited: got.credited,
    paid: got.paid,
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
  const map = new Map<string, T[]>();
  for (const item of items) {
    const list = map.get(item.invoice);
    if (list === undefined) map.set(item.invoice, [item]);
    else list.push(item);
  }
  return map;
};

/**
 * Three balances of every invoice and of the account. Money is conserved: per currency, what came in (payments not
 * reversed, credit notes not cancelled) equals what it paid off plus `credit`.
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
    .sort((a, b) => compareTexts(a.currency, b.currency));
  return { invoices, byCurrency };
};

/** Both sides of one currency: `cameIn` is counted from what was recorded, the others from the balances. */
export type Conservation = {
  readonly currency: Currency;
  readonly cameIn: number;
  readonly paidOff: number;
  readonly credit: number;
};

/** For checks: `cameIn === paidOff + credit` in every currency, whatever was recorded. */
export const conservationOf = (state: AccountState): readonly Conservation[] => {
  const { invoices, byCurrency } = balancesOf(state);
  return byCurrency.map(({ currency, credit }) => {
    let cameIn = 0;
    for (const payment of state.payments)
      if (payment.reversed === null && payment.currency === currency) cameIn += payment.amount;
    for (const note of state.creditNotes)
      if (note.cancelled === null && note.currency === currency) cameIn += note.amount;
    let paidOff = 0;
    for (const balance of invoices) {
      if (balance.currency !== currency) continue;
      paidOff += balance.paid + balance.credited - balance.overpaid;
      paidOff += balance.interest.paid + balance.compensation.paid;
    }
    return { currency, cameIn, paidOff, credit };
  });
};

/** The balance of one invoice; null where it is unknown or cancelled. */
export const balanceOf = (balances: AccountBalances, invoice: string): InvoiceBalance | null =>
  balances.invoices.find((balance) => balance.invoice.invoice === invoice) ?? null;
