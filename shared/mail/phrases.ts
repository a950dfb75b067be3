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

export const phraseOf = (text: string): Phrase => {
  const pieces: Piece[] = [];
  let gap = 0;
  for (const raw of text.split(" ")) {
    if (raw.startsWith("..")) {
      gap = raw.length > 2 ? Number(raw.slice(2)) : 4;
      continue;
    }
    const optional = raw.endsWith("?");
    const alternatives = (optional ? raw.slice(0, -1) : raw).split("|");
    const figure = alternatives.includes("#");
    pieces.push({
      words: new Set(alternatives.filter((one) => !one.endsWith("*") && one !== "#")),
      starts: alternatives.filter((one) => one.endsWith("*")).map((one) => one.slice(0, -1)),
      figure,
      optional,
      marks: figure ? ALL_MARKS : alternatives.reduce((all, one) => all | markOfPart(one), 0),
      gap,
    });
    gap = 0;
  }
  return pieces;
};

const ALL_MARKS = -1;

/** One of 32 marks by the first two letters of a word: most words are told apart without looking them up. */
export const markOf = (word: string): number =>
  1 << ((word.charCodeAt(0) * 7 + (word.length > 1 ? word.charCodeAt(1) : 0)) & 31);

const markOfPart = (part: string): number =>
  !part.endsWith("*") ? markOf(part) : part.length > 2 ? markOf(part) : ALL_MARKS;

/** What must stand after the first word: one of these marks, within so many words; no mark where nothing must. */
export const demandOf = (phrase: Phrase): { readonly marks: number; readonly within: number } => {
  const [first, second] = phrase;
  return first === undefined || first.optional || second === undefined || second.optional
    ? { marks: 0, within: 0 }
    : { marks: second.marks, within: second.gap + 1 };
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
export const openingOf = (
  phrase: Phrase,
): {
  readonly words: readonly string[];
  readonly starts: readonly string[];
  readonly figure: boolean;
} => {
  const words: string[] = [];
  const starts: string[] = [];
  let figure = false;
  for (const piece of phrase) {
    words.push(...piece.words);
    starts.push(...piece.starts);
    figure = figure || piece.figure;
    if (!piece.optional) break;
  }
  return { words, starts, figure };
};
