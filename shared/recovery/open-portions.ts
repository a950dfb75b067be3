import type { AccountBalances } from "#shared/claims/balances.ts";
import type { CalendarDate } from "#shared/kernel/calendar.ts";
import type { Currency } from "#shared/kernel/money.ts";

/** A part of an invoice that is still owed. Amounts in minor units; `open` is `asked` plus `contested`. */
export type OpenPortion = {
  readonly invoice: string;
  readonly number: string;
  readonly portion: string;
  readonly currency: Currency;
  readonly dueOn: CalendarDate | null;
  readonly open: number;
  readonly contested: number;
  readonly asked: number;
};

/**
 * The open portions of an account, in order of due dates within an invoice. A dispute names an invoice, not a portion:
 * what is contested is taken from the oldest portions first, since that is what the debtor was asked to pay, and so that
 * no doubt is settled against the debtor.
 */
export const openPortionsOf = (balances: AccountBalances): readonly OpenPortion[] => {
  const out: OpenPortion[] = [];
  for (const { invoice, currency, contested, portions } of balances.invoices) {
    let left = contested;
    for (const { portion, open, dueOn } of portions) {
      if (open <= 0) continue;
      const aside = Math.min(Math.max(left, 0), open);
      left -= aside;
      out.push({
        invoice: invoice.invoice,
        number: invoice.number,
        portion,
        currency,
        dueOn,
        open,
        contested: aside,
        asked: open - aside,
      });
    }
  }
  return out;
};
