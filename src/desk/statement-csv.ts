import type { SegmentView, StatementPartView, StatementView } from "#shared/app/statement-view.ts";
import type { Language } from "#shared/kernel/money.ts";
import { LAW_SCREEN } from "#shared/locales/law-screen-words.ts";
import { amountCell, csvBytes, decimalCell, harmless } from "./csv-bytes.ts";

/**
 * A statement as a table that is computed on: one row a period with its figures, then one a total under the interest.
 * What is contested stands apart with its own mark, and in no total.
 */
export const statementCsv = (
  view: StatementView,
  language: Language,
): { readonly bytes: Uint8Array; readonly rows: number } => {
  const { labels } = view;
  const words = LAW_SCREEN[language].statement;
  const header = [
    words.csv.currency.own,
    labels.invoice.own,
    labels.from.own,
    labels.to.own,
    labels.days.own,
    labels.principal.own,
    words.csv.percent.own,
    labels.base.own,
    labels.interest.own,
    labels.source.own,
    words.csv.mark.own,
  ];
  const rows = view.statements.flatMap((part) => [
    ...part.segments.map((segment) => segmentRow(segment, part, "", language)),
    ...part.contested.map((segment) => segmentRow(segment, part, labels.contested.own, language)),
    ...totalRows(part, language),
  ]);
  return { bytes: csvBytes([header, ...rows], language), rows: rows.length };
};

const PERCENT_DECIMALS = 2;
const PER_PERCENT = 100;

const segmentRow = (
  segment: SegmentView,
  { key: currency }: StatementPartView,
  apart: string,
  language: Language,
): readonly string[] => {
  const { from, to, principal, basisPoints, interest } = segment.raw;
  const marks = [apart, segment.mark?.own ?? ""].filter((mark) => mark !== "");
  return [
    currency,
    harmless(segment.invoice.foreign),
    from,
    to,
    String(segment.days),
    amountCell(principal, currency, language),
    decimalCell((basisPoints / PER_PERCENT).toFixed(PERCENT_DECIMALS), language),
    harmless(segment.base.own),
    amountCell(interest, currency, language),
    harmless(segment.source.own),
    harmless(marks.join(", ")),
  ];
};

const totalRows = (part: StatementPartView, language: Language): readonly (readonly string[])[] =>
  [...part.totals, part.perDay]
    .filter((total) => total !== null)
    .map(({ label, minor }) => [
      part.key,
      harmless(label.own),
      ...EMPTY_UP_TO_INTEREST,
      amountCell(minor, part.key, language),
      "",
      "",
    ]);

/** From, to, days, principal, rate and base say nothing of a total. */
const EMPTY_UP_TO_INTEREST: readonly string[] = ["", "", "", "", "", ""];
