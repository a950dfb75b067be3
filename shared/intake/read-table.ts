import { unreachable } from "#shared/kernel/result.ts";
import { fromHeader, kindOfHeader, mayBeInvoices } from "./columns.ts";
import type { CsvTable } from "./csv-rows.ts";
import type { IntakeKind, IntakeProblem, ProblemCode, Severity } from "./problems.ts";
import { readHistory } from "./read-history.ts";
import { readInvoices } from "./read-invoices.ts";
import { readPayments } from "./read-payments.ts";
import type { Intake, ReadFacts } from "./rows.ts";

/** Reads a table as what its header announces, or as `kind` where it is forced. Null: it is none of the three. */
export const readTable = (
  whole: CsvTable,
  kind: IntakeKind | null,
  facts: ReadFacts,
): Intake | null => {
  const table = fromHeader(whole);
  const chosen = kind ?? kindOfHeader(table.header);
  if (chosen === null) return null;
  const said: IntakeProblem[] = [];
  const { line } = table.header;
  const say = (code: ProblemCode, severity: Severity): void => {
    said.push({ code, severity, line, column: null, field: null, value: "", other: null });
  };
  if (table !== whole) say("lines-above-header", "note");
  if (kind === null && chosen === "payments" && mayBeInvoices(table.header))
    say("read-as-payments", "warning");
  const intake = readAs(chosen, table, facts);
  return said.length === 0 ? intake : { ...intake, problems: [...said, ...intake.problems] };
};

const readAs = (kind: IntakeKind, table: CsvTable, facts: ReadFacts): Intake => {
  switch (kind) {
    case "invoices":
      return readInvoices(table, facts);
    case "payments":
      return readPayments(table, facts);
    case "history":
      return readHistory(table, facts);
    default:
      return unreachable(kind);
  }
};
