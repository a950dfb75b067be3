import type { CalendarDate } from "#shared/kernel/calendar.ts";
import type { Currency } from "#shared/kernel/money.ts";
import { compareText } from "#shared/kernel/text.ts";
import type { AccountState } from "./account.ts";
import type { BalanceKind } from "./events.ts";
import { fileOf } from "./file.ts";
import { takenFrom } from "./taken.ts";

/** What was set against one invoice on one day; amounts above zero, in minor units of the invoice's currency. */
export type Receipt = {
  readonly on: CalendarDate;
  readonly invoice: string;
  readonly portion: string | null;
  readonly to: BalanceKind;
  readonly amount: number;
  readonly by: "payment" | "credit-note" | "set-off";
  /** The id of the payment, credit note or set-off. */
  readonly id: string;
  /** The same object wherever this part is counted. */
  readonly of: object;
};

const byDay = (a: Receipt, b: Receipt): number => compareText(a.on, b.on);

/**
 * Payments not reversed, credit notes not cancelled and agreed set-offs, in order of their days: the parts that were set
 * against an invoice known here of the same currency, be it cancelled.
 */
export const receiptsOf = (state: AccountState): readonly Receipt[] => {
  const currencies = new Map(state.invoices.map(({ invoice, currency }) => [invoice, currency]));
  const receipts: Receipt[] = [];
  const take = (
    from: Pick<Receipt, "on" | "by" | "id"> & { readonly currency: Currency },
    of: { readonly invoice: string; readonly portion?: string | null; readonly to?: BalanceKind },
    taken: number,
  ): void => {
    if (taken <= 0 || currencies.get(of.invoice) !== from.currency) return;
    const { on, by, id } = from;
    const { invoice, portion = null, to = "principal" } = of;
    receipts.push({ on, by, id, invoice, portion, to, amount: taken, of });
  };
  for (const { payment: id, on, currency, amount, allocations, reversed } of state.payments) {
    if (reversed !== null) continue;
    for (const { allocation, taken } of takenFrom(amount, allocations))
      take({ on, currency, id, by: "payment" }, allocation, taken);
  }
  for (const note of state.creditNotes) {
    if (note.cancelled !== null) continue;
    const from = { on: note.issuedOn, currency: note.currency, id: note.creditNote } as const;
    for (const { allocation, taken } of takenFrom(note.amount, note.allocations))
      take({ ...from, by: "credit-note" }, allocation, taken);
  }
  for (const { setOff: id, agreed, amount, currency } of fileOf(state).setOffs) {
    if (agreed === null) continue;
    for (const { allocation, taken } of takenFrom(amount, agreed.allocations))
      take({ on: agreed.on, currency, id, by: "set-off" }, allocation, taken);
  }
  return receipts.sort(byDay);
};
