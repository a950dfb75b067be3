import { isEmail, isSiren, isSiret } from "#shared/claims/identifiers.ts";
import { foldNumber } from "#shared/claims/ids.ts";
import { foldText } from "#shared/kernel/text.ts";
import { readCountry, readKind, readLanguage } from "./cells.ts";
import type { KindRead } from "./cells.ts";
import { headerOf } from "./columns.ts";
import type { CsvTable } from "./csv-rows.ts";
import { readLines } from "./line-reader.ts";
import type { LineReader } from "./line-reader.ts";
import { isFault } from "./problems.ts";
import type { ProblemCode, Severity } from "./problems.ts";
import type { InvoiceIntake, InvoiceRow, ReadFacts } from "./rows.ts";
import { isTotalLine } from "./total-line.ts";

/** Addresses that one cell may hold. */
const EMAILS_MAX = 10;

/**
 * Invoices out of a table: one a line, each with one due date. Lines with an error give no row. Where several lines have
 * one number, none of them is taken: nothing says which one is right.
 */
export const readInvoices = (table: CsvTable, facts: ReadFacts): InvoiceIntake => {
  const header = headerOf("invoices", table);
  const empty = { kind: "invoices", rows: [], faultyNumbers: [], someNumberUnknown: true } as const;
  if (header.problems.some(isFault))
    return { ...empty, problems: header.problems, lines: table.rows.length };
  const reader = readLines(
    table,
    header.columns,
    { amounts: ["total", "paid", "open"], dates: ["issued", "due"] },
    facts,
  );
  const twice = linesByNumber(table, header.columns.get("number"));
  const rows: InvoiceRow[] = [];
  const faultyNumbers: string[] = [];
  let someNumberUnknown = false;
  const assumed: number[] = [];
  for (const line of reader.lines) {
    if (isBare(line) && isTotalLine(line)) {
      line.say("total-line", "note", null);
      continue;
    }
    const row = readInvoice(line, twice, facts);
    if (row !== null) {
      rows.push(row);
      // A SIREN is no consumer's.
      if (row.kind === null && line.text("siren") === null) assumed.push(row.line);
    } else {
      const number = line.text("number");
      if (number === null) someNumberUnknown = true;
      else faultyNumbers.push(number);
    }
  }
  const problems = [...header.problems, ...reader.problems];
  const ofFile = (
    code: ProblemCode,
    severity: Severity,
    field: string,
    at: number,
    other: number | null,
  ): void => {
    const column = header.columns.get(field);
    problems.push({
      code,
      severity,
      line: at,
      column: column === undefined ? null : column + 1,
      field,
      value: "",
      other,
    });
  };
  const [first] = assumed;
  if (first !== undefined) ofFile("kind-assumed", "warning", "kind", first, assumed.length);
  if (header.columns.has("open")) ofFile("paid-from-open", "note", "open", table.header.line, null);
  return {
    kind: "invoices",
    rows,
    problems,
    lines: table.rows.length,
    faultyNumbers,
    someNumberUnknown,
  };
};

/** Has nothing that makes a line an invoice. */
const isBare = (line: LineReader): boolean =>
  ["number", "issued", "due"].every((field) => line.text(field) === null);

/** Numbers that stand on several lines, with these lines. */
const linesByNumber = (
  { rows }: CsvTable,
  column: number | undefined,
): ReadonlyMap<string, readonly number[]> => {
  const lines = new Map<string, number[]>();
  if (column === undefined) return lines;
  for (const row of rows) {
    const number = foldNumber(row.cells[column] ?? "");
    if (number === "") continue;
    const there = lines.get(number);
    if (there === undefined) lines.set(number, [row.line]);
    else there.push(row.line);
  }
  return lines;
};

const readInvoice = (
  line: LineReader,
  lines: ReadonlyMap<string, readonly number[]>,
  { today }: ReadFacts,
): InvoiceRow | null => {
  const debtor = line.required("debtor");
  const number = line.required("number");
  line.required("issued");
  line.required("due");
  line.required("total");
  const others = number === null ? [] : (lines.get(foldNumber(number)) ?? []);
  if (others.length > 1)
    line.say(
      "number-twice",
      "error",
      "number",
      others.find((other) => other !== line.line),
    );
  const currency = line.currency("currency");
  const issuedOn = line.date("issued");
  const dueOn = line.date("due");
  const total = line.amount("total", currency);
  const paid = line.amount("paid", currency);
  const open = line.amount("open", currency);
  if (issuedOn !== null && issuedOn > today) line.say("date-in-future", "error", "issued");
  if (issuedOn !== null && dueOn !== null && dueOn < issuedOn)
    line.say("due-before-issued", "error", "due");
  if (total !== null && total <= 0) line.say("amount-not-positive", "error", "total");
  if (paid !== null && paid < 0) line.say("amount-not-positive", "error", "paid");
  if (paid !== null && total !== null && total > 0 && paid > total)
    line.say("paid-exceeds-total", "warning", "paid");
  if (open !== null && total !== null && total > 0) {
    if (open > total) line.say("open-exceeds-total", "error", "open");
    else if (open < 0) line.say("paid-exceeds-total", "warning", "open");
    else if (paid !== null && paid + open !== total) line.say("open-differs", "warning", "open");
  }
  const kind = kindOf(line);
  const identity = identityOf(line);
  const order = line.text("order");
  const phone = line.text("phone");
  const language = known(line, "language", readLanguage, "language-unknown");
  const country = known(line, "country", readCountry, "country-unknown");
  const emails = emailsOf(line);
  if (line.faulty() || debtor === null || number === null) return null;
  if (currency === null || issuedOn === null || dueOn === null || total === null) return null;
  return {
    line: line.line,
    debtor,
    kind: kind?.kind ?? null,
    soleTrader: kind?.soleTrader ?? null,
    ...identity,
    emails,
    number,
    issuedOn,
    dueOn,
    total,
    currency,
    paid,
    open,
    order,
    language,
    phone,
    country,
  };
};

/** What programs write in a column "Type" of invoices, where we would read who the debtor is. */
const INVOICE_WORDS = [
  "facture",
  "facture client",
  "facture de vente",
  "fac",
  "invoice",
  "sales invoice",
];
const OTHER_DOCUMENTS = [
  "avoir",
  "avoir client",
  "note de credit",
  "credit note",
  "credit memo",
  "paiement",
  "reglement",
  "encaissement",
  "acompte",
  "payment",
  "receipt",
  "devis",
  "quote",
  "estimate",
];

/** An unknown kind keeps the line out, since the law that applies hangs on it; a blank one is taken for a business. */
const kindOf = (line: LineReader): KindRead | null => {
  const cell = line.text("kind");
  if (cell === null) return null;
  const kind = readKind(cell);
  if (kind !== null) return kind;
  const folded = foldText(cell);
  if (INVOICE_WORDS.includes(folded)) return null;
  const other = OTHER_DOCUMENTS.includes(folded);
  line.say(other ? "not-an-invoice" : "kind-unknown", "error", "kind");
  return null;
};

/** A wrong key is left out and said: an invoice is not lost for it. */
const identityOf = (line: LineReader): Pick<InvoiceRow, "siren" | "siret"> => {
  const cell = line.text("siren");
  const digits = (cell ?? "").replace(/[\s.]/g, "");
  if (isSiren(digits)) return { siren: digits, siret: null };
  if (isSiret(digits)) return { siren: digits.slice(0, 9), siret: digits };
  if (cell !== null) line.say("siren-invalid", "warning", "siren");
  return { siren: null, siret: null };
};

const emailsOf = (line: LineReader): readonly string[] => {
  const cell = line.text("email");
  if (cell === null) return [];
  const all = cell
    .split(/[\s,;]/)
    .filter((part) => part !== "")
    .map((part) => part.replace(/^<|>$/g, "").toLowerCase());
  const good = [...new Set(all.filter(isEmail))].slice(0, EMAILS_MAX);
  if (good.length !== new Set(all).size) line.say("email-invalid", "warning", "email");
  return good;
};

const known = <T>(
  line: LineReader,
  field: string,
  read: (text: string) => T | null,
  code: "language-unknown" | "country-unknown",
): T | null => {
  const cell = line.text(field);
  const value = cell === null ? null : read(cell);
  if (cell !== null && value === null) line.say(code, "warning", field);
  return value;
};
