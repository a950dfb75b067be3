import type { AccountBalances, InvoiceBalance } from "#shared/claims/balances.ts";
import type { PortionBalance } from "#shared/claims/portion-balances.ts";
import type { CalendarDate } from "#shared/kernel/calendar.ts";
import type { Currency } from "#shared/kernel/money.ts";
import { compareText } from "#shared/kernel/text.ts";

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

type Part = Pick<PortionBalance, "portion" | "open" | "contested" | "dueOn">;

const byDue = (a: Part, b: Part): number => compareText(a.dueOn ?? "9999", b.dueOn ?? "9999");

const partsOf = ({ portions, open, contested }: InvoiceBalance): readonly Part[] => {
  const [first] = portions;
  if (portions.length === 1 && first !== undefined && first.open === open) return portions;
  const sorted: Part[] = [...portions].sort(byDue);
  const rest = portions.reduce((left, portion) => left - portion.open, open);
  const doubtful = portions.reduce((left, portion) => left - portion.contested, contested);
  // Portions that do not add up to their invoice (a discrepancy): the rest is owed, on a day that nobody knows.
  return rest > 0
    ? [...sorted, { portion: "", open: rest, contested: doubtful, dueOn: null }]
    : sorted;
};

/**
 * The open portions of an account: invoices in their order, portions by due date. `portion` is empty for what an invoice
 * owes beyond its portions.
 */
export const openPortionsOf = (balances: AccountBalances): readonly OpenPortion[] => {
  const out: OpenPortion[] = [];
  for (const balance of balances.invoices) {
    if (balance.open <= 0) continue;
    const { invoice, currency } = balance;
    for (const { portion, open, contested, dueOn } of partsOf(balance)) {
      if (open <= 0) continue;
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
