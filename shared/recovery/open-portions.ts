import type { AccountBalances, InvoiceBalance } from "#shared/claims/balances.ts";
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

type Part = {
  readonly portion: string;
  readonly open: number;
  readonly dueOn: CalendarDate | null;
};

const byDue = (a: Part, b: Part): number => {
  const [left, right] = [a.dueOn ?? "9999", b.dueOn ?? "9999"];
  return left < right ? -1 : left > right ? 1 : 0;
};

const partsOf = ({ portions, open }: InvoiceBalance): readonly Part[] => {
  const [first] = portions;
  if (portions.length === 1 && first !== undefined && first.open === open) return portions;
  const sum = portions.reduce((before, portion) => before + portion.open, 0);
  const sorted: Part[] = [...portions].sort(byDue);
  // Portions that do not add up to their invoice (a discrepancy): the rest is owed, on a day that nobody knows.
  return sum < open ? [...sorted, { portion: "", open: open - sum, dueOn: null }] : sorted;
};

/**
 * The open portions of an account: invoices in their order, portions by due date. A dispute names an invoice, not a
 * portion: what is contested is taken from the oldest portions first, since that is what the debtor was asked to pay, and
 * so that no doubt is settled against the debtor. `portion` is empty for what an invoice owes beyond its portions.
 */
export const openPortionsOf = (balances: AccountBalances): readonly OpenPortion[] => {
  const out: OpenPortion[] = [];
  for (const balance of balances.invoices) {
    if (balance.open <= 0) continue;
    const { invoice, currency } = balance;
    let left = balance.contested;
    for (const { portion, open, dueOn } of partsOf(balance)) {
      if (open <= 0) continue;
      const contested = Math.min(Math.max(left, 0), open);
      left -= contested;
      out.push({
        invoice: invoice.invoice,
        number: invoice.number,
        portion,
        currency,
        dueOn,
        open,
        contested,
        asked: open - contested,
      });
    }
  }
  return out;
};
