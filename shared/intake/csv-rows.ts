import { err, ok } from "#shared/kernel/result.ts";
import type { Result } from "#shared/kernel/result.ts";

/** More lines than any open-items list; a file beyond is a crafted one, or of something else. */
export const CSV_ROWS_MAX = 200_000;
/** The widest export of a ledger program has some sixty columns. */
export const CSV_COLUMNS_MAX = 200;
/** A quote that is never closed would make one field of the whole file. */
export const CSV_FIELD_CHARS_MAX = 20_000;
/** Text that is split at all: what 32 MiB of windows-1252 give. */
export const CSV_CHARS_MAX = 32 * 1024 * 1024;

const DELIMITERS = [";", ",", "\t"] as const;
export type CsvDelimiter = (typeof DELIMITERS)[number];

/** A record as it stands in the file; one in quotes may span lines, `line` is its first (from 1). */
export type CsvRow = { readonly line: number; readonly cells: readonly string[] };

export type CsvTable = {
  readonly delimiter: CsvDelimiter;
  readonly header: CsvRow;
  /** Rows of which at least one cell is not blank. */
  readonly rows: readonly CsvRow[];
};

/** Why a text is no table. Lines and columns count from 1. */
export type CsvRefusal =
  | { readonly type: "csv-empty" }
  | { readonly type: "csv-too-long"; readonly charsMax: number }
  | { readonly type: "csv-too-many-rows"; readonly line: number; readonly rowsMax: number }
  | { readonly type: "csv-too-many-columns"; readonly line: number; readonly columnsMax: number }
  | {
      readonly type: "csv-field-too-long";
      readonly line: number;
      readonly column: number;
      readonly charsMax: number;
    }
  /** The quote that opens there is never closed. */
  | { readonly type: "csv-quote-open"; readonly line: number; readonly column: number };

const QUOTE = '"';

/**
 * A table out of a text (RFC 4180): `;`, `,` or tab, fields in double quotes, two quotes for one, any line end. Excel's
 * first line `sep=;` names the delimiter. One pass.
 */
export const splitCsv = (text: string): Result<CsvTable, CsvRefusal> => {
  if (text.length > CSV_CHARS_MAX) return err({ type: "csv-too-long", charsMax: CSV_CHARS_MAX });
  const start = text.startsWith("\ufeff") ? 1 : 0;
  const named = /^sep=([;,\t])\r?\n/.exec(text.slice(start, start + 8));
  const delimiter = (named?.[1] as CsvDelimiter | undefined) ?? delimiterOf(text, start);
  const at = start + (named?.[0].length ?? 0);
  const split = splitRows(text, at, named === null ? 1 : 2, delimiter);
  if (!split.ok) return split;
  const [header, ...rows] = split.value;
  return header === undefined ? err({ type: "csv-empty" }) : ok({ delimiter, header, rows });
};

/** The most frequent one, outside quotes, of the first line that has any: a title may stand above the header. */
const delimiterOf = (text: string, start: number): CsvDelimiter => {
  const counts = { ";": 0, ",": 0, "\t": 0 };
  let quoted = false;
  for (let i = start; i < text.length; i += 1) {
    const char = text.charAt(i);
    if (char === QUOTE) quoted = !quoted;
    else if (quoted) continue;
    else if (char === "\n" || char === "\r") {
      if (counts[";"] + counts[","] + counts["\t"] > 0) break;
    } else if (char === ";" || char === "," || char === "\t") counts[char] += 1;
  }
  return DELIMITERS.reduce((best, one) => (counts[one] > counts[best] ? one : best), ";");
};

const splitRows = (
  text: string,
  start: number,
  firstLine: number,
  delimiter: CsvDelimiter,
): Result<readonly CsvRow[], CsvRefusal> => {
  const rows: CsvRow[] = [];
  let cells: string[] = [];
  let line = firstLine;
  let rowLine = firstLine;
  let at = start;
  while (at <= text.length) {
    const field = readField(text, at, delimiter, line);
    if (field === null) return err({ type: "csv-quote-open", line, column: cells.length + 1 });
    const column = cells.length + 1;
    if (field.value.length > CSV_FIELD_CHARS_MAX)
      return err({ type: "csv-field-too-long", line, column, charsMax: CSV_FIELD_CHARS_MAX });
    if (column > CSV_COLUMNS_MAX)
      return err({ type: "csv-too-many-columns", line, columnsMax: CSV_COLUMNS_MAX });
    cells.push(field.value);
    line = field.line;
    at = field.end;
    const stop = text.charAt(at);
    at += 1;
    if (stop === delimiter) continue;
    if (cells.some((cell) => cell.trim() !== "")) {
      if (rows.length > CSV_ROWS_MAX)
        return err({ type: "csv-too-many-rows", line: rowLine, rowsMax: CSV_ROWS_MAX });
      rows.push({ line: rowLine, cells });
    }
    cells = [];
    if (stop === "\r" && text.charAt(at) === "\n") at += 1;
    line += 1;
    rowLine = line;
  }
  return ok(rows);
};

type Field = { readonly value: string; readonly end: number; readonly line: number };

/** One field from `at`; `end` is where its delimiter, its line end or the end of the text stands. */
const readField = (
  text: string,
  at: number,
  delimiter: CsvDelimiter,
  firstLine: number,
): Field | null => {
  const bareEnd = (from: number): number => {
    for (let i = from; i < text.length; i += 1) {
      const char = text.charAt(i);
      if (char === delimiter || char === "\n" || char === "\r") return i;
    }
    return text.length;
  };
  if (text.charAt(at) !== QUOTE) {
    const end = bareEnd(at);
    return { value: text.slice(at, end), end, line: firstLine };
  }
  const parts: string[] = [];
  let line = firstLine;
  let from = at + 1;
  for (;;) {
    const quote = text.indexOf(QUOTE, from);
    if (quote < 0) return null;
    const part = text.slice(from, quote);
    parts.push(part);
    line += lineEndsIn(part);
    if (text.charAt(quote + 1) !== QUOTE) {
      // What stands between the closing quote and the delimiter is kept: some programs write `"SA" Dupont`.
      const end = bareEnd(quote + 1);
      parts.push(text.slice(quote + 1, end));
      return { value: parts.join(""), end, line };
    }
    parts.push(QUOTE);
    from = quote + 2;
  }
};

const lineEndsIn = (text: string): number => {
  let count = 0;
  for (let i = 0; i < text.length; i += 1) {
    const char = text.charAt(i);
    if (char === "\n" || (char === "\r" && text.charAt(i + 1) !== "\n")) count += 1;
  }
  return count;
};
