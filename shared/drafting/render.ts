import type { Language } from "#shared/kernel/money.ts";
import { shownText } from "#shared/kernel/text.ts";
import type { Sentence } from "#shared/locales/locale.ts";
import type { Block, Draft } from "./blocks.ts";

type Table = Extract<Block, { type: "table" }>;
type Sums = Extract<Block, { type: "sums" }>;

/** How both languages write an empty cell. */
const NOTHING_SAID = "–";

const wordsOf = (sentence: Sentence): string => sentence.map(shownText).join("");

/** Every string is escaped, ours too: there is no way for a string to bring markup. */
export const escaped = (text: string): string =>
  text
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/"/g, "&quot;")
    .replace(/'/g, "&#39;");

const htmlOf = (sentence: Sentence): string => escaped(wordsOf(sentence));

// A table of figures drawn with spaces falls apart in a proportional font: one line a row, each figure with its title.
const tableText = (table: Table): string => {
  // An empty cell keeps its place in a table; in a line it would only be a title with nothing said of it.
  const lines = table.rows.map(
    (row) =>
      `- ${row
        .map((cell, index) =>
          "own" in cell && cell.own === NOTHING_SAID
            ? null
            : `${table.columns[index]?.title.own ?? ""} ${shownText(cell)}`,
        )
        .filter((said) => said !== null)
        .join(" · ")}`,
  );
  if (table.caption !== null) lines.unshift(table.caption.own);
  if (table.total !== null) lines.push(`${table.total.label.own} ${table.total.amount.own}`);
  return lines.join("\n");
};

// Attributes rather than styles: a row stays short (one host takes 32 kB of HTML) and every mail program draws it.
const tableHtml = (table: Table): string => {
  const alignOf = (index: number): string =>
    table.columns[index]?.align === "end" ? ' align="right"' : "";
  const head = table.columns
    .map(
      (column, index) =>
        `<th${alignOf(index) || ' align="left"'}>${escaped(column.title.own)}</th>`,
    )
    .join("");
  const rows = table.rows
    .map(
      (row) =>
        `<tr>${row.map((cell, index) => `<td${alignOf(index)}>${escaped(shownText(cell))}</td>`).join("")}</tr>`,
    )
    .join("");
  const total =
    table.total === null
      ? ""
      : `<tr><td colspan="${String(table.columns.length - 1)}" align="right"><b>${escaped(table.total.label.own)}</b></td><td align="right"><b>${escaped(table.total.amount.own)}</b></td></tr>`;
  const caption = table.caption === null ? "" : `<p>${escaped(table.caption.own)}</p>`;
  return `${caption}<table border="1" cellpadding="6" cellspacing="0" style="border-collapse:collapse;border-color:#c8c8c8"><tr>${head}</tr>${rows}${total}</table>`;
};

const sumsText = ({ rows, totals }: Sums): string =>
  [
    ...rows.map(({ label, amount }) => `- ${wordsOf(label)} ${amount.own}`),
    ...totals.map(({ label, amount }) => `${wordsOf(label)} ${amount.own}`),
  ].join("\n");

const sumsHtml = ({ rows, totals }: Sums): string => {
  const row = (label: string, amount: string): string =>
    `<tr><td>${label}</td><td align="right">${amount}</td></tr>`;
  return `<table border="1" cellpadding="6" cellspacing="0" style="border-collapse:collapse;border-color:#c8c8c8">${rows
    .map(({ label, amount }) => row(htmlOf(label), escaped(amount.own)))
    .join("")}${totals
    .map(({ label, amount }) => row(`<b>${htmlOf(label)}</b>`, `<b>${escaped(amount.own)}</b>`))
    .join("")}</table>`;
};

const blockText = (block: Block): string => {
  switch (block.type) {
    case "paragraph":
      return wordsOf(block.words);
    case "list":
      return block.items.map((item) => `- ${wordsOf(item)}`).join("\n");
    case "table":
      return tableText(block);
    case "sums":
      return sumsText(block);
    case "lines":
      return block.lines.map(wordsOf).join("\n");
  }
};

const blockHtml = (block: Block): string => {
  switch (block.type) {
    case "paragraph":
      return `<p>${htmlOf(block.words)}</p>`;
    case "list":
      return `<ul>${block.items.map((item) => `<li>${htmlOf(item)}</li>`).join("")}</ul>`;
    case "table":
      return tableHtml(block);
    case "sums":
      return sumsHtml(block);
    case "lines": {
      const lines = block.lines.map(htmlOf).join("<br>");
      return block.role === "foot" ? `<p style="color:#5c5c5c">${lines}</p>` : `<p>${lines}</p>`;
    }
  }
};

/** Both forms of one letter. Blocks are parted by an empty line. */
export const draftOf = (
  subject: Sentence,
  blocks: readonly Block[],
  language: Language,
): Draft => ({
  subject: wordsOf(subject),
  text: `${blocks.map(blockText).join("\n\n")}\n`,
  html: `<div lang="${language}">${blocks.map(blockHtml).join("\n")}</div>`,
  blocks,
});
