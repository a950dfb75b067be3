import type { DisputeReason, Tag } from "#shared/kernel/parties.ts";
import { LEXICON_CLAIMS } from "./lexicon-claims.ts";
import { LEXICON_REFUSALS } from "./lexicon-refusals.ts";
import { LEXICON_PAYMENT } from "./lexicon-payment.ts";
import { LEXICON_OTHERS } from "./lexicon-others.ts";
import { firstWordsOf, phraseOf } from "./phrases.ts";
import type { Phrase } from "./phrases.ts";

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
};

export type CompiledRule = LexiconRule & {
  readonly unlessWords: readonly string[];
  readonly needsWords: readonly string[];
};
type Entry = { readonly rule: CompiledRule; readonly phrase: Phrase };

export const LEXICON: readonly LexiconRule[] = [
  ...LEXICON_CLAIMS,
  ...LEXICON_REFUSALS,
  ...LEXICON_PAYMENT,
  ...LEXICON_OTHERS,
];

const wordsOf = (list: string | undefined): readonly string[] =>
  (list ?? "").split(" ").filter((word) => word !== "");

const compile = () => {
  const byFirst = new Map<string, Entry[]>();
  const open: Entry[] = [];
  for (const rule of LEXICON) {
    const compiled = {
      ...rule,
      unlessWords: wordsOf(rule.unless),
      needsWords: wordsOf(rule.needs),
    };
    for (const text of rule.phrases) {
      const phrase = phraseOf(text);
      const entry = { rule: compiled, phrase };
      const first = firstWordsOf(phrase);
      if (first.open) open.push(entry);
      for (const word of first.words) {
        const list = byFirst.get(word);
        if (list === undefined) byFirst.set(word, [entry]);
        else list.push(entry);
      }
    }
  }
  return { byFirst, open };
};

const COMPILED = compile();

/** The phrases that can begin with a word. */
export const entriesFor = (word: string): readonly Entry[] => [
  ...(COMPILED.byFirst.get(word) ?? []),
  ...COMPILED.open,
];
