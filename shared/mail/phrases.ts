import type { Token } from "./words.ts";

/**
 * A phrase as data: words apart by spaces. `a|b` is one or the other, `pay*` any word that begins so, `x?` may be
 * absent, `..` up to four other words, `..9` up to nine, `#` any figure. A phrase never crosses the end of a sentence.
 */
export type Phrase = readonly Piece[];
type Piece = {
  readonly words: ReadonlySet<string>;
  readonly starts: readonly string[];
  readonly figure: boolean;
  readonly optional: boolean;
  /** The marks of all that fits: a word with none of them does not. */
  readonly marks: number;
  /** Words that may stand before this one. */
  readonly gap: number;
};

/** Any figure. */
const FIGURE = "#";

/** Where a piece stands in the text of its phrase: `to` before its `?`, `next` where the one after it begins. */
type Place = {
  readonly from: number;
  readonly to: number;
  readonly next: number;
  readonly optional: boolean;
  readonly gap: number;
};

const placeFrom = (text: string, start: number): Place | null => {
  let gap = 0;
  for (let from = start; from <= text.length;) {
    const space = text.indexOf(" ", from);
    const end = space < 0 ? text.length : space;
    if (text.startsWith("..", from)) {
      gap = end - from > 2 ? Number(text.slice(from + 2, end)) : 4;
      from = end + 1;
      continue;
    }
    const optional = text.charAt(end - 1) === "?";
    return { from, to: optional ? end - 1 : end, next: end + 1, optional, gap };
  }
  return null;
};

const alternativesAt = (text: string, { from, to }: Place): readonly string[] =>
  text.slice(from, to).split("|");

export const phraseOf = (text: string): Phrase => {
  const pieces: Piece[] = [];
  for (let place = placeFrom(text, 0); place !== null; place = placeFrom(text, place.next)) {
    const alternatives = alternativesAt(text, place);
    pieces.push({
      words: new Set(alternatives.filter((one) => !one.endsWith("*") && one !== FIGURE)),
      starts: alternatives.filter((one) => one.endsWith("*")).map((one) => one.slice(0, -1)),
      figure: alternatives.includes(FIGURE),
      optional: place.optional,
      marks: marksOf(alternatives),
      gap: place.gap,
    });
  }
  return pieces;
};

const ALL_MARKS = -1;

/** One of 32 marks by the first two letters of a word: most words are told apart without looking them up. */
export const markOf = (word: string): number =>
  1 << ((word.charCodeAt(0) * 7 + (word.length > 1 ? word.charCodeAt(1) : 0)) & 31);

const marksOf = (alternatives: readonly string[]): number =>
  alternatives.includes(FIGURE)
    ? ALL_MARKS
    : alternatives.reduce((all, one) => all | markOfPart(one), 0);

const markOfPart = (part: string): number =>
  !part.endsWith("*") ? markOf(part) : part.length > 2 ? markOf(part) : ALL_MARKS;

/** What must stand after a phrase's first word: one of these marks, within so many words; no mark where nothing must. */
export type Demand = { readonly marks: number; readonly within: number };

export const demandOf = (text: string): Demand => {
  const first = placeFrom(text, 0);
  const second = first === null || first.optional ? null : placeFrom(text, first.next);
  return second === null || second.optional
    ? { marks: 0, within: 0 }
    : { marks: marksOf(alternativesAt(text, second)), within: second.gap + 1 };
};

const fits = (piece: Piece, token: Token): boolean =>
  piece.words.has(token.text) ||
  (piece.figure && token.kind === "number") ||
  (token.kind === "word" && piece.starts.some((start) => token.text.startsWith(start)));

/** The index after the last word of a phrase that begins at a token; -1 where it does not. Bounded by its own gaps. */
export const phraseEnd = (
  phrase: Phrase,
  tokens: readonly Token[],
  at: number,
  piece = 0,
): number => {
  const wanted = phrase[piece];
  if (wanted === undefined) return at;
  for (let skipped = 0; skipped <= wanted.gap; skipped += 1) {
    const token = tokens[at + skipped];
    if (token === undefined || token.kind === "end") break;
    if (!fits(wanted, token)) continue;
    const end = phraseEnd(phrase, tokens, at + skipped + 1, piece + 1);
    if (end >= 0) return end;
  }
  return wanted.optional ? phraseEnd(phrase, tokens, at, piece + 1) : -1;
};

/** What a phrase can begin with, for looking it up: whole words, beginnings of words, a figure. */
export type Opening = {
  readonly words: readonly string[];
  readonly starts: readonly string[];
  readonly figure: boolean;
};

/** Of the text of a phrase no more is read than that: most phrases of a lexicon are looked up, and never read further. */
export const openingOf = (text: string): Opening => {
  const words: string[] = [];
  const starts: string[] = [];
  let figure = false;
  for (let place = placeFrom(text, 0); place !== null; place = placeFrom(text, place.next)) {
    for (const one of alternativesAt(text, place))
      if (one === FIGURE) figure = true;
      else if (one.endsWith("*")) starts.push(one.slice(0, -1));
      else words.push(one);
    if (!place.optional) break;
  }
  return { words, starts, figure };
};
