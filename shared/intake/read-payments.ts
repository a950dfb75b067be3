import { headerOf } from "./columns.ts";
import type { CsvTable } from "./csv-rows.ts";
import { readLines } from "./line-reader.ts";
import { isFault } from "./problems.ts";
import { isTotalLine } from "./total-line.ts";
import type { PaymentIntake, PaymentRow, ReadFacts } from "./rows.ts";

/** Payments out of a table, one a line. Money that goes back (a negative amount) is an error: a reversal is said by hand. */
export const readPayments = (table: CsvTable, facts: ReadFacts): PaymentIntake => {
  const header = headerOf("payments", table);
  const lines = table.rows.length;
  if (header.problems.some(isFault))
    return { kind: "payments", rows: [], problems: header.problems, lines };
  const reader = readLines(table, header.columns, { amounts: ["amount"], dates: ["date"] }, facts);
  const rows: PaymentRow[] = [];
  for (const line of reader.lines) {
    if (line.text("date") === null && isTotalLine(line)) {
      line.say("total-line", "note", null);
      continue;
    }
    line.required("date");
    line.required("amount");
    const currency = line.currency("currency");
    const on = line.date("date");
    const amount = line.amount("amount", currency);
    if (on !== null && on > facts.today) line.say("date-in-future", "error", "date");
    if (amount !== null && amount <= 0) line.say("amount-not-positive", "error", "amount");
    const debtor = line.text("debtor");
    const invoice = line.text("invoice");
    const reference = line.text("reference");
    if (line.faulty() || currency === null || on === null || amount === null) continue;
    rows.push({ line: line.line, on, amount, currency, debtor, invoice, reference });
  }
  return { kind: "payments", rows, problems: [...header.problems, ...reader.problems], lines };
};
