/**
 * A string on a screen is either ours (`own`) or from outside (`foreign`: a mail, a file, something typed). Escaping is
 * by type: a face may turn own text into markup of its host, never foreign text.
 */
export type Own = { readonly own: string };
export type Foreign = { readonly foreign: string };
export type Shown = Own | Foreign;

/** The longest foreign run a screen shows; mails and files can hold megabytes on one line. */
export const FOREIGN_CHARS_MAX = 20_000;

export const own = (text: string): Own => ({ own: text });

/** Removes control and bidirectional override characters, which could make a screen show other words than it holds. */
export const foreign = (text: string, charsMax: number = FOREIGN_CHARS_MAX): Foreign => {
  const cut = text.length > charsMax ? `${wellFormedHead(text, charsMax - 1)}…` : text;
  return {
    foreign: cut.replace(
      /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g,
      "",
    ),
  };
};

export const shownText = (shown: Shown): string => ("own" in shown ? shown.own : shown.foreign);

/** The first characters, without the half of one that the cut would leave. */
const wellFormedHead = (text: string, length: number): string => {
  const last = text.charCodeAt(length - 1);
  return text.slice(0, last >= 0xd800 && last <= 0xdbff ? length - 1 : length);
};

/** Lower case without accents, runs of anything but letters and digits as one space: for comparing names and searching. */
export const foldText = (text: string): string =>
  text
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase()
    .replace(/œ/g, "oe")
    .replace(/æ/g, "ae")
    .replace(/ß/g, "ss")
    .replace(/ø/g, "o")
    .replace(/ł/g, "l")
    .replace(/đ/g, "d")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/** Code units, as they stand: the same order on every device, and that of CalendarDate strings. */
export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** As at the beginning of a sentence or a label. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
