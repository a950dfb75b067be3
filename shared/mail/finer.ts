import type { DisputeReason, Tag } from "#shared/kernel/parties.ts";
import { FINER_DISPUTES } from "./finer-disputes.ts";
import { FINER_OTHERS } from "./finer-others.ts";
import type { Actor, FinerCode, FinerRule } from "./finer-rule.ts";
import { openingOf, phraseEnd, phraseOf } from "./phrases.ts";
import type { Phrase } from "./phrases.ts";
import { QUOTE_CHARS_MAX, READ_CHARS_MAX } from "./reading.ts";
import type { Ground } from "./reading.ts";
import { foldedInPlace, tokensOf } from "./words.ts";
import type { Token } from "./words.ts";

/** A finer reason under a tag, who must act, and the words it rests on. */
export type Finer = {
  readonly code: FinerCode;
  readonly mustAct: Actor;
  readonly ground: Ground;
};

/** Words of a mail in which a finer reason is looked for: it stands near the beginning, or nowhere. */
const TOKENS_MAX = 1_500;

type Found = { readonly one: Compiled; readonly at: number; readonly stop: number };
type Compiled = { readonly rule: FinerRule; readonly rank: number; readonly phrase: Phrase };

/** The phrases of a tag by what they can begin with. */
type Book = {
  readonly byWord: ReadonlyMap<string, readonly Compiled[]>;
  readonly byLetters: ReadonlyMap<string, readonly Compiled[]>;
  readonly byFigure: readonly Compiled[];
};

const OPENING_CHARS = 2;

const bookOf = (rules: readonly FinerRule[]): Book => {
  const byWord = new Map<string, Compiled[]>();
  const byLetters = new Map<string, Compiled[]>();
  const byFigure: Compiled[] = [];
  const put = (map: Map<string, Compiled[]>, key: string, one: Compiled): void => {
    map.set(key, [...(map.get(key) ?? []), one]);
  };
  rules.forEach((rule, rank) => {
    for (const phrase of rule.phrases) {
      const text = phrase.trim();
      const one = { rule, rank, phrase: phraseOf(text) };
      const opening = openingOf(text);
      for (const word of opening.words) put(byWord, word, one);
      for (const start of opening.starts) put(byLetters, start.slice(0, OPENING_CHARS), one);
      if (opening.figure) byFigure.push(one);
    }
  });
  return { byWord, byLetters, byFigure };
};

const RULES: readonly FinerRule[] = [...FINER_DISPUTES, ...FINER_OTHERS];
const BOOKS = new Map<Tag, Book>();

/** Made at the first mail of a tag: most mails are of few tags. */
const bookFor = (tag: Tag): Book => {
  const known = BOOKS.get(tag);
  if (known !== undefined) return known;
  const book = bookOf(RULES.filter((rule) => rule.tag === tag));
  BOOKS.set(tag, book);
  return book;
};

const candidates = (book: Book, token: Token): readonly Compiled[] =>
  token.kind === "number"
    ? book.byFigure
    : [
        ...(book.byWord.get(token.text) ?? []),
        ...(book.byLetters.get(token.text.slice(0, OPENING_CHARS)) ?? []),
      ];

/**
 * The finer reason that the words tell under a tag; null where they tell none. Under a dispute only rules of the reason
 * that was read count, and those of any reason: one word serves several.
 */
export const finerOf = (words: string, tag: Tag, reason: DisputeReason | null): Finer | null => {
  const book = bookFor(tag);
  const tokens = tokensOf(foldedInPlace(words.slice(0, READ_CHARS_MAX)))
    .filter(({ kind }) => kind !== "mark")
    .slice(0, TOKENS_MAX);
  let best: Found | null = null;
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token === undefined || token.kind === "end") continue;
    for (const one of candidates(book, token)) {
      if (!isOfReason(one.rule, reason) || (best !== null && best.one.rank <= one.rank)) continue;
      const stop = phraseEnd(one.phrase, tokens, at);
      if (stop > at) best = { one, at, stop };
    }
  }
  if (best === null) return null;
  const from = tokens[best.at]?.from ?? 0;
  const to = Math.min(tokens[best.stop - 1]?.to ?? from, from + QUOTE_CHARS_MAX);
  const { code, mustAct } = best.one.rule;
  return {
    code,
    mustAct,
    ground: {
      of: `${tag}.detail`,
      quote: words.slice(from, to),
      span: { of: "newWords", from, to },
      rule: `finer.${code}`,
    },
  };
};

const isOfReason = (rule: FinerRule, reason: DisputeReason | null): boolean =>
  rule.reason === undefined || reason === null || rule.reason === reason;
