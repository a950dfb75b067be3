import type { DisputeReason, Tag } from "#shared/kernel/parties.ts";
import { LEXICON_CLAIMS } from "./lexicon-claims.ts";
import { LEXICON_REFUSALS } from "./lexicon-refusals.ts";
import { LEXICON_PAYMENT } from "./lexicon-payment.ts";
import { LEXICON_OTHERS } from "./lexicon-others.ts";
import { demandOf, openingOf, phraseOf } from "./phrases.ts";
import type { Phrase } from "./phrases.ts";
import type { Token } from "./words.ts";

/**
 * One rule: phrases in small letters without accents (see phrases.ts) that speak for a tag. `weight` 3 decides by
 * itself, 2 is usual, 1 only helps. `unless` are words of the same sentence, before the phrase or in it, that take its
 * meaning away; `needs` are beginnings of words of which the sentence must hold one.
 */
export type LexiconRule = {
  readonly id: string;
  readonly tag: Tag;
  readonly weight: number;
  readonly reason?: DisputeReason;
  readonly phrases: readonly string[];
  readonly unless?: string;
  readonly needs?: string;
  /** Words that take the meaning away where they follow: "je ne paierai pas avant", "won't pay until". */
  readonly unlessAfter?: string;
};

export type CompiledRule = LexiconRule & {
  readonly unlessWords: readonly string[];
  readonly needsWords: readonly string[];
  readonly unlessAfterWords: readonly string[];
};
type Entry = {
  readonly rule: CompiledRule;
  readonly phrase: Phrase;
  readonly demand: ReturnType<typeof demandOf>;
};

export const LEXICON: readonly LexiconRule[] = [
  ...LEXICON_CLAIMS,
  ...LEXICON_REFUSALS,
  ...LEXICON_PAYMENT,
  ...LEXICON_OTHERS,
];

const wordsOf = (list: string | undefined): readonly string[] =>
  (list ?? "").split(" ").filter((word) => word !== "");

/** Letters of an open beginning (`regl*`) by which its phrases are found. */
const OPENING_CHARS = 3;

/** The phrases by what they can begin with, so that a word of a mail meets only those that can be its own. */
const compile = () => {
  const byWord = new Map<string, Entry[]>();
  const byOpening = new Map<string, Entry[]>();
  const byFigure: Entry[] = [];
  const put = (map: Map<string, Entry[]>, key: string, entry: Entry): void => {
    const list = map.get(key);
    if (list === undefined) map.set(key, [entry]);
    else if (list[list.length - 1] !== entry) list.push(entry);
  };
  for (const rule of LEXICON) {
    const compiled = {
      ...rule,
      unlessWords: wordsOf(rule.unless),
      needsWords: wordsOf(rule.needs),
      unlessAfterWords: wordsOf(rule.unlessAfter),
    };
    for (const text of rule.phrases) {
      const phrase = phraseOf(text);
      const entry = { rule: compiled, phrase, demand: demandOf(phrase) };
      const first = openingOf(phrase);
      for (const word of first.words) put(byWord, word, entry);
      for (const start of first.starts) put(byOpening, start.slice(0, OPENING_CHARS), entry);
      if (first.figure) byFigure.push(entry);
    }
  }
  return { byWord, byOpening, byFigure };
};

const COMPILED = compile();
const NONE: readonly Entry[] = [];

/** The phrases that can begin with a token. */
export const entriesFor = (token: Token): readonly Entry[] => {
  if (token.kind === "number") return COMPILED.byFigure;
  const exact = COMPILED.byWord.get(token.text) ?? NONE;
  let found = exact;
  for (let size = 1; size <= Math.min(OPENING_CHARS, token.text.length); size += 1) {
    const open = COMPILED.byOpening.get(token.text.slice(0, size));
    if (open === undefined) continue;
    // An opening shorter than three letters is a bucket of its own.
    found = found === NONE ? open : [...found, ...open];
  }
  return found;
};
