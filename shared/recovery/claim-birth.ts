import type { AccountFile } from "#shared/claims/file.ts";
import type { CalendarDate } from "#shared/kernel/calendar.ts";

/**
 * When a claim was born, set against the day of a judgment, for what is declared, counted or taken to court: the earlier
 * of the work done (or goods delivered) and its invoice, so that what might be an earlier claim is declared in time and
 * bears no interest (C. com. L622-17, L622-21).
 */
export const bornOn = (
  { performed }: Pick<AccountFile, "performed">,
  { invoice, issuedOn }: { readonly invoice: string; readonly issuedOn: CalendarDate },
): CalendarDate => {
  const on = Object.prototype.hasOwnProperty.call(performed, invoice)
    ? performed[invoice]
    : undefined;
  return on !== undefined && on < issuedOn ? on : issuedOn;
};
