import { utf8Bytes } from "#shared/kernel/bytes.ts";
import { decimalString, money } from "#shared/kernel/money.ts";
import type { Currency, Language } from "#shared/kernel/money.ts";

/** Rows as spreadsheets of that language open them: `;` and a decimal comma in French, `,` and a point else. */
export const csvBytes = (rows: readonly (readonly string[])[], language: Language): Uint8Array => {
  const delimiter = language === "fr" ? ";" : ",";
  const text = rows
    .map((cells) => `${cells.map((cell) => quoted(cell, delimiter)).join(delimiter)}\r\n`)
    .join("");
  // The mark makes spreadsheets read UTF-8.
  return utf8Bytes(`\ufeff${text}`);
};

/** A text that a spreadsheet would take for a formula stays a text. */
export const harmless = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);

export const amountCell = (minor: number, currency: Currency, language: Language): string =>
  decimalCell(decimalString(money(minor, currency)), language);

/** A decimal string as a number of that language's spreadsheets. */
export const decimalCell = (decimal: string, language: Language): string =>
  language === "fr" ? decimal.replace(".", ",") : decimal;

const quoted = (cell: string, delimiter: string): string =>
  cell.includes(delimiter) || /["\r\n]/.test(cell) ? `"${cell.replace(/"/g, '""')}"` : cell;
