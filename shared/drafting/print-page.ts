import type { Language } from "#shared/kernel/money.ts";
import { shownText } from "#shared/kernel/text.ts";
import type { Sentence } from "#shared/locales/locale.ts";
import type { Block } from "./blocks.ts";
import { escaped } from "./render.ts";

/** A letter on paper before it is a file. Every string is `own` or `foreign`: there is no way in for markup. */
export type PrintPage = {
  readonly language: Language;
  /** Of the window and of the file that a browser prints to. */
  readonly title: string;
  /** Name first, then address and legal identity. */
  readonly sender: readonly Sentence[];
  readonly way: Sentence | null;
  /** Name first, then the postal address, then the register number. */
  readonly addressee: readonly Sentence[];
  readonly placeDate: Sentence;
  readonly reference: Sentence;
  readonly object: Sentence;
  readonly greeting: Sentence;
  readonly body: readonly Block[];
  readonly closing: Sentence;
  /** Person, then firm. */
  readonly signature: readonly Sentence[];
  readonly enclosed: Sentence | null;
  /** The receipt that the other side signs where the letter is handed over. */
  readonly receipt: Sentence | null;
  readonly foot: Sentence;
};

/** A number, a reference or a name from outside is not broken over two lines. */
const UNBROKEN_CHARS_MAX = 40;

/** A date of ours stays on one line. */
const unbrokenDates = (text: string): string =>
  text.replace(/(\d{1,2}(?:er)?) ([^\s\d]{3,9}) (\d{4})/g, "$1\u00a0$2\u00a0$3");

const html = (sentence: Sentence): string =>
  sentence
    .map((shown) =>
      "foreign" in shown && shown.foreign.length <= UNBROKEN_CHARS_MAX
        ? `<span class="k">${escaped(shown.foreign)}</span>`
        : escaped("own" in shown ? unbrokenDates(shown.own) : shown.foreign),
    )
    .join("");

const lines = (all: readonly Sentence[]): string => all.map(html).join("<br>");

// A4; the addressee stands where the window of a French envelope (DL, 110 × 220 mm) shows it when folded in three. Nothing
// here may look like a paper of a court (C. pén. 433-13): no frame, no seal, no coat of arms, no capitals.
export const PAGE_STYLE = `
@page { size: A4; margin: 17mm 20mm 18mm 20mm; @bottom-right { content: counter(page) " / " counter(pages); font: 8pt Helvetica, Arial, sans-serif; color: #444; } }
* { box-sizing: border-box; }
html { background: #fff; color: #1a1a1a; }
body { margin: 0 auto; max-width: 170mm; font: 10pt/1.4 "Helvetica Neue", Helvetica, Arial, "Liberation Sans", sans-serif; }
p, ul { margin: 0 0 2.8mm; }
.k { white-space: nowrap; }
.strong { font-weight: 700; }
.small { font-size: 8.6pt; color: #333; }
header { display: flex; justify-content: space-between; gap: 10mm; }
.sender { font-size: 9pt; line-height: 1.4; max-width: 78mm; }
.sender b { font-size: 11.5pt; }
.to { width: 84mm; padding-top: 24mm; min-height: 50mm; overflow-wrap: anywhere; }
.to .way { font-size: 9pt; margin-bottom: 1.6mm; }
.head { display: flex; justify-content: space-between; gap: 8mm; margin: 6mm 0 5mm; font-size: 9.2pt; }
.object { font-weight: 700; margin-bottom: 4mm; }
table { border-collapse: collapse; width: 100%; margin: 0 0 2.8mm; font-size: 9pt; line-height: 1.35; }
caption { text-align: left; padding: 0 0 1.4mm; font-size: 9.6pt; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
th, td { padding: 1.1mm 2mm; text-align: left; vertical-align: top; border-bottom: 0.2mm solid #c8c8c8; overflow-wrap: anywhere; }
th { font-weight: 600; border-bottom-color: #6b6b6b; white-space: nowrap; }
th:first-child, td:first-child { padding-left: 0; }
th:last-child, td:last-child { padding-right: 0; }
.n { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; overflow-wrap: normal; }
.d { white-space: nowrap; overflow-wrap: normal; }
.total td { font-weight: 700; border-bottom: 0; }
.sums { width: auto; min-width: 112mm; margin-left: auto; }
.end { break-inside: avoid; }
.sign { margin: 0 0 0 86mm; padding-bottom: 15mm; }
.receipt { break-inside: avoid; font-size: 9.2pt; padding-bottom: 18mm; }
.enclosed { font-size: 9.2pt; }
footer { font-size: 8.6pt; color: #444; border-top: 0.2mm solid #c8c8c8; padding-top: 2mm; margin-top: 4mm; }
@media screen { body { padding: 18mm 20mm 20mm; max-width: 210mm; box-shadow: 0 0 0 0.3mm #ddd; margin: 6mm auto; } html { background: #f2f2f2; } body { background: #fff; } }
@media screen and (max-width: 700px) { body { padding: 6mm; margin: 0; } header { display: block; } .to { width: auto; padding-top: 6mm; min-height: 0; } .sign { margin-left: 0; } }
`;

const blockHtml = (block: Block): string => {
  switch (block.type) {
    case "paragraph":
      return `<p${block.weight === undefined ? "" : ` class="${block.weight}"`}>${html(block.words)}</p>`;
    case "list":
      return `<ul>${block.items.map((item) => `<li>${html(item)}</li>`).join("")}</ul>`;
    case "lines":
      return `<p>${lines(block.lines)}</p>`;
    case "sums":
      return `<table class="sums"><tbody>${block.rows
        .map(
          ({ label, amount }) =>
            `<tr><td>${html(label)}</td><td class="n">${escaped(amount.own)}</td></tr>`,
        )
        .join("")}${block.totals
        .map(
          ({ label, amount }) =>
            `<tr class="total"><td>${html(label)}</td><td class="n">${escaped(amount.own)}</td></tr>`,
        )
        .join("")}</tbody></table>`;
    case "table":
      return tableHtml(block);
  }
};

const tableHtml = (table: Extract<Block, { type: "table" }>): string => {
  // The first column names the invoice and may break; the others are dates and figures, which never do.
  const of = (index: number): string =>
    table.columns[index]?.align === "end" ? ' class="n"' : index === 0 ? "" : ' class="d"';
  const head = table.columns
    .map((column, index) => `<th scope="col"${of(index)}>${escaped(column.title.own)}</th>`)
    .join("");
  const rows = table.rows
    .map(
      (row) =>
        `<tr>${row
          .map((cell, index) => {
            const mark = "foreign" in cell && index > 0 ? "" : of(index);
            return `<td${mark}>${escaped(shownText(cell))}</td>`;
          })
          .join("")}</tr>`,
    )
    .join("");
  const total =
    table.total === null
      ? ""
      : `<tr class="total"><td class="n" colspan="${String(table.columns.length - 1)}">${escaped(table.total.label.own)}</td><td class="n">${escaped(table.total.amount.own)}</td></tr>`;
  const caption = table.caption === null ? "" : `<caption>${escaped(table.caption.own)}</caption>`;
  return `<table>${caption}<thead><tr>${head}</tr></thead><tbody>${rows}${total}</tbody></table>`;
};

const [FIRST, REST] = [0, 1];

/** One file that prints on A4 by itself: no script, nothing loaded from elsewhere, every string escaped. */
export const printPageHtml = (page: PrintPage): string =>
  `<!doctype html>
<html lang="${page.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="referrer" content="no-referrer">
<title>${escaped(page.title)}</title>
<style>${PAGE_STYLE}</style>
</head>
<body>
<header>
<div class="sender"><b>${lines(page.sender.slice(FIRST, REST))}</b><br>${lines(page.sender.slice(REST))}</div>
<div class="to">${page.way === null ? "" : `<p class="way">${html(page.way)}</p>`}<p><b>${lines(page.addressee.slice(FIRST, REST))}</b><br>${lines(page.addressee.slice(REST))}</p></div>
</header>
<main>
<div class="head"><span>${html(page.reference)}</span><span>${html(page.placeDate)}</span></div>
<p class="object">${html(page.object)}</p>
<p>${html(page.greeting)}</p>
${page.body.map(blockHtml).join("\n")}
<div class="end">
<p>${html(page.closing)}</p>
<p class="sign">${lines(page.signature)}</p>
${page.enclosed === null ? "" : `<p class="enclosed">${html(page.enclosed)}</p>`}
</div>
${page.receipt === null ? "" : `<p class="receipt">${html(page.receipt)}</p>`}
</main>
<footer>${html(page.foot)}</footer>
</body>
</html>
`;
