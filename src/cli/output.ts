import { foreign, shownText } from "#shared/kernel/text.ts";
import type { Shown } from "#shared/kernel/text.ts";
import type { Sentence } from "#shared/locales/locale.ts";

/** The widest line that is written for people. */
export const COLUMNS = 80;

/**
 * A text for a terminal: control characters, which could move the cursor or hide words, are taken out, and what would
 * break the line is a blank.
 */
export const oneLine = (text: string): string => foreign(text).foreign.replace(/\s+/gu, " ").trim();

export const shownLine = (shown: Shown): string => oneLine(shownText(shown));

export const sentenceLine = (sentence: Sentence): string =>
  oneLine(sentence.map(shownText).join(""));

/** Cells a line takes: most of Asia's characters two, marks that join the letter before none. */
const widthOf = (text: string): number => {
  let width = 0;
  for (const char of text) {
    if (/\p{M}/u.test(char)) continue;
    width += /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60]/.test(char)
      ? 2
      : 1;
  }
  return width;
};

const cut = (text: string, width: number): string => {
  if (widthOf(text) <= width) return text;
  let out = "";
  for (const char of text) {
    if (widthOf(out) + widthOf(char) >= width) break;
    out += char;
  }
  return `${out}…`;
};

const padded = (text: string, width: number, right: boolean): string => {
  const blank = " ".repeat(Math.max(0, width - widthOf(text)));
  return right ? blank + text : text + blank;
};

export type Column = { readonly title: string; readonly right?: boolean };

/** Aligned columns of at most COLUMNS cells: the first one gives way, since names are the longest. */
export const tableText = (
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
): string => {
  const cells = rows.map((row) => row.map(oneLine));
  const widths = columns.map(({ title }, index) =>
    Math.max(widthOf(title), ...cells.map((row) => widthOf(row[index] ?? ""))),
  );
  const others = widths.slice(1).reduce((sum, width) => sum + width + 2, 0);
  const first = Math.max(12, Math.min(widths[0] ?? 0, COLUMNS - others));
  const fit = [first, ...widths.slice(1)];
  const line = (row: readonly string[]): string =>
    fit
      .map((width, index) =>
        padded(cut(row[index] ?? "", width), width, columns[index]?.right === true),
      )
      .join("  ")
      .trimEnd();
  return [columns.map(({ title }) => title), ...cells].map((row) => `${line(row)}\n`).join("");
};

/** Words wrapped at COLUMNS, with the same indent on every line. */
export const wrapped = (text: string, indent = "", first = indent): string => {
  const lines: string[] = [];
  let line = first;
  let empty = true;
  for (const word of oneLine(text).split(" ")) {
    if (!empty && widthOf(line) + 1 + widthOf(word) > COLUMNS) {
      lines.push(line);
      line = indent;
      empty = true;
    }
    line += empty ? word : ` ${word}`;
    empty = false;
  }
  return `${[...lines, line].join("\n")}\n`;
};

/** What a terminal obeys although JSON lets it stand: C1 controls, line separators, marks of writing direction. */
const UNSHOWN = /[\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g;

const harmless = (value: object, indent = 2): string =>
  `${JSON.stringify(value, null, indent).replace(
    UNSHOWN,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`,
  )}\n`;

/** One object of a file that has one a line (JSON Lines). */
export const jsonLineText = (value: object): string => harmless(value, 0);

/** An answer that is an array by agreement with whoever reads it. */
export const jsonArrayText = (items: readonly object[]): string => harmless(items);

/**
 * Every answer of `--json`: what it is and in which version stands first. Whatever would move a cursor or turn the
 * writing round is escaped: the same text for programs, and harmless on a screen.
 */
export const jsonText = (format: string, version: number, body: object): string =>
  harmless({ format: `relance-${format}`, version, ...body });
