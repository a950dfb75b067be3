import type { AgedView } from "#shared/app/aged-view.ts";
import type { Currency, Language } from "#shared/kernel/money.ts";
import { DESK } from "#shared/locales/desk.ts";
import { amountCell, csvBytes, harmless } from "./csv-bytes.ts";

/** The aged balance as spreadsheets of that language open it: `;` and a decimal comma in French, `,` and a point else. */
export const agedCsv = (
  view: AgedView,
  language: Language,
): { readonly bytes: Uint8Array; readonly rows: number } => {
  const amount = (minor: number, currency: Currency): string =>
    amountCell(minor, currency, language);
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
  return { bytes: csvBytes([header, ...rows], language), rows: rows.length };
};
