import { unreachable } from "#shared/kernel/result.ts";
import { kindOfHeader } from "./columns.ts";
import type { CsvTable } from "./csv-rows.ts";
import type { IntakeKind } from "./problems.ts";
import { readHistory } from "./read-history.ts";
import { readInvoices } from "./read-invoices.ts";
import { readPayments } from "./read-payments.ts";
import type { Intake, ReadFacts } from "./rows.ts";

/** Reads a table as what its header announces, or as `kind` where it is forced. Null: it is none of the three. */
export const readTable = (
  table: CsvTable,
  kind: IntakeKind | null,
  facts: ReadFacts,
): Intake | null => {
  const chosen = kind ?? kindOfHeader(table.header);
  switch (chosen) {
    case null:
      return null;
    case "invoices":
      return readInvoices(table, facts);
    case "payments":
      return readPayments(table, facts);
    case "history":
      return readHistory(table, facts);
    default:
      return unreachable(chosen);
  }
};
