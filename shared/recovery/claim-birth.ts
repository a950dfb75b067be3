import type { AccountFile } from "#shared/claims/file.ts";
import type { CalendarDate } from "#shared/kernel/calendar.ts";
import { ownValue } from "#shared/kernel/own-value.ts";

/**
 * When a claim was born, set against the day of a judgment: the earlier of the work done (or goods delivered) and its
 * invoice, so that what might be an earlier claim is declared in time, bears no interest and is no longer chased
 * (C. com. L622-17, L622-21).
 */
export const bornOn = (
  { performed }: Pick<AccountFile, "performed">,
  { invoice, issuedOn }: { readonly invoice: string; readonly issuedOn: CalendarDate },
): CalendarDate => {
  const on = ownValue(performed, invoice);
  return on !== null && on < issuedOn ? on : issuedOn;
};
