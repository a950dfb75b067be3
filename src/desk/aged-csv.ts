import type { AgedView } from "#shared/app/aged-view.ts";
import { utf8Bytes } from "#shared/kernel/bytes.ts";
import { decimalString, money } from "#shared/kernel/money.ts";
import type { Currency, Language } from "#shared/kernel/money.ts";
import { DESK } from "#shared/locales/desk.ts";

/** The aged balance as spreadsheets of that language open it: `;` and a decimal comma in French, `,` and a point else. */
export const agedCsv = (
  view: AgedView,
  language: Language,
): { readonly bytes: Uint8Array; readonly rows: number } => {
  const delimiter = language === "fr" ? ";" : ",";
  const amount = (minor: number, currency: Currency): string => {
    const text = decimalString(money(minor, currency));
    return language === "fr" ? text.replace(".", ",") : text;
  };
  const [first] = view.tables;
  const header = [
    DESK[language].aged.currencyColumn.own,
    ...(first?.columns ?? []).map(({ label }) => label.own),
  ];
  const rows = view.tables.flatMap(({ currency, rows, total }) => [
    ...rows.map(({ name, cells }) => [
      currency,
      harmless(name.foreign),
      ...cells.map(({ minor }) => amount(minor, currency)),
    ]),
    [currency, total.label.own, ...total.cells.map(({ minor }) => amount(minor, currency))],
  ]);
  const text = [header, ...rows]
    .map((cells) => `${cells.map((cell) => quoted(cell, delimiter)).join(delimiter)}\r\n`)
    .join("");
  // The mark makes spreadsheets read UTF-8.
  return { bytes: utf8Bytes(`\ufeff${text}`), rows: rows.length };
};

/** A name that a spreadsheet would take for a formula stays a text. */
const harmless = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);

const quoted = (cell: string, delimiter: string): string =>
  cell.includes(delimiter) || /["\r\n]/.test(cell) ? `"${cell.replace(/"/g, '""')}"` : cell;
