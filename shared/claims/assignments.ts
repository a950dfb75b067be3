import type { AccountState } from "./account.ts";
import { fileOf } from "./file.ts";
import type { Assignment } from "./file.ts";

/** The assignment that an invoice is under (to a factor, a bank); null where it is ours, or ours again. */
export const assignmentOf = (
  state: Pick<AccountState, "file">,
  invoice: string,
): Assignment | null => {
  if (state.file === null) return null;
  return (
    fileOf(state).assignments.find(
      ({ ended, invoices }) => ended === null && invoices.includes(invoice),
    ) ?? null
  );
};
