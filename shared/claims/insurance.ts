import { addDays, earliest } from "#shared/kernel/calendar.ts";
import type { CalendarDate } from "#shared/kernel/calendar.ts";
import type { AccountState } from "./account.ts";
import { balancesOf } from "./balances.ts";
import { fileOf } from "./file.ts";
import type { InsurerConsent } from "./file.ts";

export type ConsentNeeded = { readonly invoice: string; readonly lastOn: CalendarDate };

const covers = (
  { on, until }: InsurerConsent,
  by: CalendarDate,
  agreedOn: CalendarDate | null,
): boolean => (agreedOn === null || on <= agreedOn) && (until === null || until >= by);

/**
 * The first of these invoices (none named: all that are open) whose payment by that day lies beyond what the credit
 * insurance lets the creditor grant, without a consent of the insurer dated on or before the agreement and reaching that
 * far. Null: none is needed, or the policy does not say within how many days.
 */
export const insurerConsentNeeded = (
  state: AccountState,
  invoices: readonly string[],
  by: CalendarDate,
  agreedOn: CalendarDate | null = null,
): ConsentNeeded | null => {
  const { insurance, insurerConsents } = fileOf(state);
  const extendDays = insurance?.policy?.extendDays ?? null;
  if (extendDays === null) return null;
  if (insurerConsents.some((consent) => covers(consent, by, agreedOn))) return null;
  for (const { invoice, open, portions } of balancesOf(state).invoices) {
    if (open <= 0 || (invoices.length > 0 && !invoices.includes(invoice.invoice))) continue;
    const dueOn = earliest(
      portions.flatMap((portion) =>
        portion.open > 0 && portion.dueOn !== null ? [portion.dueOn] : [],
      ),
    );
    if (dueOn === null) continue;
    const lastOn = addDays(dueOn, extendDays);
    if (by > lastOn) return { invoice: invoice.invoice, lastOn };
  }
  return null;
};
