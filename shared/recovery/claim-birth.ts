import type { AccountFile } from "#shared/claims/file.ts";
import type { CalendarDate } from "#shared/kernel/calendar.ts";
import { ownValue } from "#shared/kernel/own-value.ts";

/**
 * When a claim was born, set against the day of a judgment, for what is declared, counted or taken to court: the earlier
 * of the work done (or goods delivered) and its invoice, so that what might be an earlier claim is declared in time and
 * bears no interest (C. com. L622-17, L622-21).
 */
export const bornOn = (
  { performed }: Pick<AccountFile, "performed">,
  { invoice, issuedOn }: { readonly invoice: string; readonly issuedOn: CalendarDate },
): CalendarDate => {
  const on = ownValue(performed, invoice);
  return on !== null && on < issuedOn ? on : issuedOn;
};

/**
 * The same for what may still be asked: the day of the work alone where it is known, since work done after the judgment
 * is a later claim though it was invoiced before (C. com. L622-17).
 */
export const performedOrIssuedOn = (
  { performed }: Pick<AccountFile, "performed">,
  { invoice, issuedOn }: { readonly invoice: string; readonly issuedOn: CalendarDate },
): CalendarDate => ownValue(performed, invoice) ?? issuedOn;
