import { shownText } from "#shared/kernel/text.ts";
import type { Shown } from "#shared/kernel/text.ts";
import type { Sentence } from "#shared/locales/locale.ts";
import { frenchTypeset } from "#shared/locales/typeset.ts";
import type { Look, Rich } from "./card.ts";

/** Longest run of words in a card: a phone shows some forty lines, and a card must stay small. */
export const RUN_CHARS_MAX = 1_500;
/** Labels, titles and buttons: Gmail cuts them itself, long before. */
export const LABEL_CHARS_MAX = 200;

/**
 * Gmail shows a color as it is told, in the light and in the dark: each of these is read on white (4.5 : 1) and, as large
 * text is, on the dark of Google's apps (3.5 : 1). What says nothing by its color has none, and follows the theme.
 */
export const COLORS: Readonly<Record<Look, string | null>> = {
  plain: null,
  strong: null,
  quote: null,
  // No gray is read well on both.
  quiet: null,
  good: "#178540",
  warning: "#b06000",
  danger: "#db372d",
};

/**
 * The small HTML that texts of cards take. Every string is escaped, ours too: markup is made here alone. An escaped run is
 * cut before it is escaped, so that no half of a sign is left.
 */
export const markupOf = (text: Rich, charsMax: number = RUN_CHARS_MAX): string =>
  text
    .map(({ words, look }) => {
      const inner = escaped(cut(plainOf(words, Infinity), charsMax)).replace(/\r?\n/g, "<br>");
      const color = COLORS[look];
      const colored = color === null ? inner : `<font color="${color}">${inner}</font>`;
      if (look === "strong") return `<b>${colored}</b>`;
      return look === "quote" ? `<i>${colored}</i>` : colored;
    })
    .join("");

/** Labels, titles and buttons take no markup: words as they are, on one line. */
export const plainOf = (words: Sentence, charsMax: number = LABEL_CHARS_MAX): string => {
  const text = words.map(typesetText).join("");
  return charsMax === Infinity ? text : cut(oneLine(text), charsMax);
};

/** Headings of sections take markup, on one line. */
export const headingOf = (words: Sentence): string => escaped(plainOf(words));

/** Words of ours in French typography wherever they come from, which other languages have no use of; a mail's stay as they are. */
const typesetText = (shown: Shown): string =>
  "own" in shown ? frenchTypeset(shown.own) : shownText(shown);

const oneLine = (text: string): string =>
  text
    .split("\n")
    .map((line) => line.trim())
    .join(" ");

const escaped = (text: string): string =>
  text
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/"/g, "&quot;")
    .replace(/'/g, "&#39;");

/** Without the half of a sign of two units that a cut would leave. */
const cut = (text: string, charsMax: number): string => {
  if (text.length <= charsMax) return text;
  const last = text.charCodeAt(charsMax - 2);
  const end = last >= 0xd800 && last <= 0xdbff ? charsMax - 2 : charsMax - 1;
  return `${text.slice(0, end)}…`;
};
