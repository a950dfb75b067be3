import type { CalendarDate } from "#shared/kernel/calendar.ts";
import { parseMoney } from "#shared/kernel/money.ts";
import type { Currency } from "#shared/kernel/money.ts";
import { foreign } from "#shared/kernel/text.ts";
import { NAME_CHARS_MAX } from "#shared/claims/fields.ts";
import {
  dateOrderOf,
  decimalMarkOf,
  decimalMarkOfAll,
  isAmbiguousDate,
  readCurrency,
  readDate,
} from "./cells.ts";
import type { DateOrder, DecimalMark } from "./cells.ts";
import type { Columns } from "./columns.ts";
import type { CsvRow, CsvTable } from "./csv-rows.ts";
import type { IntakeProblem, ProblemCode, Severity } from "./problems.ts";
import type { ReadFacts } from "./rows.ts";

/** Problems that are kept: a file of another kind would give one a cell. Beyond, each faulty line is still named once. */
export const PROBLEMS_MAX = 5_000;
/** Characters of a faulty value that a problem repeats. */
const VALUE_CHARS_MAX = 80;

/** Reads the cells of one line by field, and says what is wrong with them. */
export type LineReader = {
  readonly line: number;
  readonly cells: readonly string[];
  readonly text: (field: string) => string | null;
  readonly required: (field: string) => string | null;
  readonly currency: (field: string) => Currency | null;
  /** In minor units; null where the cell is blank or wrong (which is then said). */
  readonly amount: (field: string, currency: Currency | null) => number | null;
  readonly date: (field: string) => CalendarDate | null;
  readonly say: (
    code: ProblemCode,
    severity: Severity,
    field: string | null,
    other?: number,
  ) => void;
  /** Whether something said of this line keeps it out. */
  readonly faulty: () => boolean;
};

export type TableReader = {
  readonly lines: Iterable<LineReader>;
  readonly problems: readonly IntakeProblem[];
  /** What amounts that do not tell by themselves are read by. */
  readonly decimalMark: DecimalMark | null;
};

type Shape = {
  readonly amounts: readonly string[];
  readonly dates: readonly string[];
};

const valuesOf = function* (
  { rows }: CsvTable,
  columns: Columns,
  fields: readonly string[],
): Generator<string> {
  for (const field of fields) {
    const index = columns.get(field);
    if (index === undefined) continue;
    for (const row of rows) yield (row.cells[index] ?? "").trim();
  }
};

/** Reads a table line by line: how it writes amounts and dates is found over whole columns first. */
export const readLines = (
  table: CsvTable,
  columns: Columns,
  { amounts, dates }: Shape,
  facts: ReadFacts,
): TableReader => {
  const problems: IntakeProblem[] = [];
  const mark = decimalMarkOfAll(valuesOf(table, columns, amounts));
  const order = dateOrderOf(valuesOf(table, columns, dates));
  const ofFile = (code: ProblemCode, severity: Severity): void => {
    const { line } = table.header;
    problems.push({ code, severity, line, column: null, field: null, value: "", other: null });
  };
  if (mark === "mixed") ofFile("amounts-mixed", "warning");
  if (order === "assumed") ofFile("dates-day-first", "note");
  const decimalMark = mark === "mixed" || mark === "unknown" ? null : mark;
  const lines = function* (): Generator<LineReader> {
    for (const row of table.rows)
      yield lineReader(row, columns, { decimalMark, order, facts }, problems);
  };
  return { lines: lines(), problems, decimalMark };
};

type Habits = {
  readonly decimalMark: DecimalMark | null;
  readonly order: DateOrder;
  readonly facts: ReadFacts;
};

const lineReader = (
  row: CsvRow,
  columns: Columns,
  { decimalMark, order, facts }: Habits,
  problems: IntakeProblem[],
): LineReader => {
  let faulty = false;
  const text = (field: string): string | null => {
    const index = columns.get(field);
    const cell = index === undefined ? "" : (row.cells[index] ?? "").trim();
    // A cell in quotes may span lines: a name or a number is one line all the same.
    return cell === "" ? null : cell.replace(/[\r\n\t]+ */g, " ");
  };
  const say: LineReader["say"] = (code, severity, field, other) => {
    const firstFault = severity === "error" && !faulty;
    if (severity === "error") faulty = true;
    // A line left out without a word would be an invoice lost.
    if (problems.length >= PROBLEMS_MAX && !firstFault) return;
    const index = field === null ? undefined : columns.get(field);
    problems.push({
      code,
      severity,
      line: row.line,
      column: index === undefined ? null : index + 1,
      field,
      value: (field === null ? "" : (text(field) ?? "")).slice(0, VALUE_CHARS_MAX),
      other: other ?? null,
    });
  };
  const bounded = (field: string): string | null => {
    const cell = text(field);
    if (cell === null || cell.length <= NAME_CHARS_MAX) return cell;
    say("value-too-long", "error", field);
    return null;
  };
  const currency = (field: string): Currency | null => {
    const cell = text(field);
    if (cell === null) return facts.currency;
    const read = readCurrency(cell);
    if (read === null) say("currency-unknown", "error", field);
    return read;
  };
  const amount = (field: string, of: Currency | null): number | null => {
    const cell = text(field);
    if (cell === null || of === null) return null;
    const own = decimalMarkOf(cell);
    if (own === "either" && decimalMark === null) {
      say("amount-ambiguous", "error", field);
      return null;
    }
    const read = parseMoney(cell, of, own === "," || own === "." ? own : (decimalMark ?? "."));
    if (read === null) say("amount-not-readable", "error", field);
    return read?.minor ?? null;
  };
  const date = (field: string): CalendarDate | null => {
    const cell = text(field);
    if (cell === null) return null;
    const read = readDate(cell);
    if (!read.ok) {
      say(read.why === "not-real" ? "date-not-real" : "date-not-readable", "error", field);
      return null;
    }
    if (order === "month-first" && isAmbiguousDate(cell)) {
      say("date-ambiguous", "error", field);
      return null;
    }
    return read.date;
  };
  return {
    line: row.line,
    cells: row.cells,
    text: bounded,
    required: (field) => {
      const cell = bounded(field);
      if (cell === null && text(field) === null) say("value-missing", "error", field);
      if (cell === null || foreign(cell).foreign.trim() !== "") return cell;
      // Marks that nobody sees are no name.
      say("value-missing", "error", field);
      return null;
    },
    currency,
    amount,
    date,
    say,
    faulty: () => faulty,
  };
};
