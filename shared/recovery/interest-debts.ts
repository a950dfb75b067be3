import type { AccountState } from "#shared/claims/account.ts";
import type { InvoiceBalance } from "#shared/claims/balances.ts";
import { fileOf } from "#shared/claims/file.ts";
import type { PortionBalance } from "#shared/claims/portion-balances.ts";
import { receiptsOf } from "#shared/claims/receipts.ts";
import type { Receipt } from "#shared/claims/receipts.ts";
import { addDays, earliest } from "#shared/kernel/calendar.ts";
import type { CalendarDate } from "#shared/kernel/calendar.ts";
import { compareText } from "#shared/kernel/text.ts";
import { insolvencyOf, stopsClaim } from "#shared/law/insolvency.ts";
import type { AllocationOrder } from "#shared/law/interest.ts";
import type { StatementDebt, StatementPayment } from "#shared/law/statement-terms.ts";
import { bornOn } from "./claim-birth.ts";
import { portionKey } from "./next-step.ts";
import { presentedOn } from "./notice-limits.ts";

/** Interest on what an invoice owed before the judgment that opened the insolvency ends the day before it. */
export type InterestStop = { readonly invoice: string; readonly judgmentOn: CalendarDate };

/** The judgment that stops the interest of an invoice; null where none does, or its day is unknown. */
export const interestStopOf = (
  state: AccountState,
  { invoice }: InvoiceBalance,
): InterestStop | null => {
  if (state.file === null) return null;
  const file = fileOf(state);
  const { insolvencies } = file;
  const judgments = insolvencies.flatMap(({ state: kind, judgmentOn, ended }) =>
    ended === null &&
    judgmentOn !== null &&
    insolvencyOf(kind).stopsInterest === true &&
    stopsClaim(kind, bornOn(file, invoice), judgmentOn) === true
      ? [judgmentOn]
      : [],
  );
  const judgmentOn = earliest(judgments);
  return judgmentOn === null ? null : { invoice: invoice.invoice, judgmentOn };
};

/**
 * Portions by `portionKey` whose formal notice went out, with the day on which the first of them was presented; null
 * where nothing proves one. Found once: an account may hold thousands of portions and of acts.
 */
export type Noticed = ReadonlyMap<string, CalendarDate | null>;

export const noticedPortions = (state: AccountState): Noticed => {
  const file = fileOf(state);
  const noticed = new Map<string, CalendarDate | null>();
  for (const { act, step, waived, portions } of state.acts) {
    if (step !== "formal-notice" || waived !== null) continue;
    const presented = presentedOn(file, act);
    for (const { invoice, portion } of portions) {
      const key = portionKey(invoice, portion);
      noticed.set(key, earliest([noticed.get(key) ?? null, presented]));
    }
  }
  return noticed;
};

/** Whether a formal notice went out for the invoice without a proof of the day on which it was presented. */
export const noticeUnproven = (
  noticed: Noticed,
  { invoice, portions }: InvoiceBalance,
): boolean => {
  const days = portions.flatMap(({ portion }) => noticed.get(portionKey(invoice.invoice, portion)));
  return days.some((on) => on !== undefined) && days.every((on) => on == null);
};

const inOrderOfDue = (portions: readonly PortionBalance[]): readonly PortionBalance[] =>
  [...portions].sort((a, b) => compareText(a.dueOn ?? "9999", b.dueOn ?? "9999"));

export type DebtsOfInvoice = {
  /** Parts with a due date, what is contested left out. */
  readonly clear: readonly StatementDebt[];
  /** What is contested of them. */
  readonly contested: readonly StatementDebt[];
  /** What is open and has no date: it bears nothing. */
  readonly undated: number;
};

/** The debts that an invoice is for the law: one a dated portion, together no more than its total. */
export const debtsOf = (
  state: AccountState,
  balance: InvoiceBalance,
  noticed: Noticed,
): DebtsOfInvoice => {
  const { invoice, portions } = balance;
  // Where the contract says so, the due date alone puts in default (C. civ. 1344); else the notice, once it is proven.
  const byDueDate = state.file?.terms?.defaultByDueDate === true;
  const judgment = interestStopOf(state, balance)?.judgmentOn ?? null;
  const interestUntil = judgment === null ? null : addDays(judgment, -1);
  const clear: StatementDebt[] = [];
  const contested: StatementDebt[] = [];
  let left = Math.max(0, invoice.total);
  let dated = 0;
  for (const portion of inOrderOfDue(portions)) {
    const whole = Math.min(left, Math.max(0, portion.amount));
    left -= whole;
    const { dueOn } = portion;
    if (dueOn === null) continue;
    dated += portion.open;
    const doubtful = Math.min(whole, portion.contested);
    const of = {
      invoice: invoice.invoice,
      portion: portion.portion,
      dueOn,
      formalNoticeOn: byDueDate
        ? dueOn
        : (noticed.get(portionKey(invoice.invoice, portion.portion)) ?? null),
      interestUntil,
    };
    clear.push({ ...of, principal: whole - doubtful });
    if (doubtful > 0) contested.push({ ...of, principal: doubtful });
  }
  return { clear, contested, undated: Math.max(0, balance.open - dated) };
};

type Settling = Pick<Receipt, "on" | "amount" | "id"> & {
  readonly by: Receipt["by"] | "write-off";
};

/** A part of what settled an invoice, set against one of its portions. */
type Part = {
  readonly receipt: Settling;
  readonly portion: PortionBalance;
  readonly amount: number;
};

const writeOffsOf = (state: AccountState, invoice: string) =>
  fileOf(state).writeOffs.flatMap(({ writeOff, invoice: of, on, amount, takenBack }) =>
    of === invoice && takenBack === null
      ? [{ on, amount, by: "write-off" as const, id: writeOff, portion: null }]
      : [],
  );

/**
 * Which portion each of an invoice's receipts settled, as the balances have it: the one that it names, then by due date.
 * What is beyond the invoice is a credit, and in no part.
 */
const partsOf = (
  state: AccountState,
  { invoice, portions }: InvoiceBalance,
  receipts: readonly Receipt[],
): readonly Part[] => {
  const room = new Map(
    portions.map((one) => [one.portion, Math.max(0, one.amount) - one.open] as const),
  );
  const parts: Part[] = [];
  const take = (receipt: Settling, portion: PortionBalance, wished: number): number => {
    const free = room.get(portion.portion) ?? 0;
    const amount = Math.min(free, wished);
    if (amount <= 0) return 0;
    room.set(portion.portion, free - amount);
    parts.push({ receipt, portion, amount });
    return amount;
  };
  const all = [
    ...receipts.filter(({ to }) => to === "principal"),
    ...writeOffsOf(state, invoice.invoice),
  ];
  const rest = all.map((receipt) => {
    const named = portions.find(({ portion }) => portion === receipt.portion);
    const taken = named === undefined ? 0 : take(receipt, named, receipt.amount);
    return { receipt, left: receipt.amount - taken };
  });
  for (const { receipt, left: amount } of rest.sort((x, y) =>
    compareText(x.receipt.on, y.receipt.on),
  )) {
    let left = amount;
    for (const portion of inOrderOfDue(portions)) left -= take(receipt, portion, left);
  }
  return parts;
};

const byInvoice = (receipts: readonly Receipt[]): ReadonlyMap<string, readonly Receipt[]> => {
  const groups = new Map<string, Receipt[]>();
  for (const receipt of receipts) {
    const group = groups.get(receipt.invoice);
    if (group === undefined) groups.set(receipt.invoice, [receipt]);
    else group.push(receipt);
  }
  return groups;
};

/**
 * What reduced these invoices, day by day. Where principal goes first, what was set against principal and no more: the
 * ledger says it. Where interest goes first, what a payment gave to principal and interest as one, and the law divides
 * it; credit notes, set-offs and write-offs reduce principal whatever the order. What settled a part without a due date
 * is in neither: that part is no debt here.
 */
export const reductionsOf = (
  state: AccountState,
  balances: readonly InvoiceBalance[],
  order: AllocationOrder,
): readonly StatementPayment[] => {
  const receiptsByInvoice = byInvoice(receiptsOf(state));
  const out: StatementPayment[] = [];
  for (const balance of balances) {
    const { invoice } = balance.invoice;
    const receipts = receiptsByInvoice.get(invoice) ?? [];
    const whole = new Map<string, { readonly on: CalendarDate; readonly amount: number }>();
    const divide = ({ id, on }: Pick<Receipt, "id" | "on">, amount: number): void => {
      whole.set(id, { on, amount: (whole.get(id)?.amount ?? 0) + amount });
    };
    for (const { receipt, portion, amount } of partsOf(state, balance, receipts)) {
      if (portion.dueOn === null) continue;
      if (receipt.by === "payment" && order === "interest-first") divide(receipt, amount);
      else out.push({ on: receipt.on, invoice, portion: portion.portion, to: "principal", amount });
    }
    if (order === "interest-first")
      for (const receipt of receipts)
        if (receipt.to === "interest") divide(receipt, receipt.amount);
    whole.forEach(({ on, amount }) => {
      out.push({ on, invoice, portion: null, to: null, amount });
    });
  }
  return out;
};
