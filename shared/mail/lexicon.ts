import { once } from "#shared/kernel/once.ts";
import type { DisputeReason, Tag } from "#shared/kernel/parties.ts";
import { LEXICON_CLAIMS } from "./lexicon-claims.ts";
import { LEXICON_REFUSALS } from "./lexicon-refusals.ts";
import { LEXICON_PAYMENT } from "./lexicon-payment.ts";
import { LEXICON_OTHERS } from "./lexicon-others.ts";
import { demandOf, openingOf, phraseOf } from "./phrases.ts";
import type { Demand, Phrase } from "./phrases.ts";
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

/** What takes the meaning of a rule's phrases away, and what they need, as words. */
export type Conditions = {
  readonly unless: readonly string[];
  readonly needs: readonly string[];
  readonly unlessAfter: readonly string[];
};

/** A phrase of a rule. It is read when it is asked for: one mail asks for a tenth of them. */
export type Entry = {
  readonly rule: LexiconRule;
  readonly demand: () => Demand;
  readonly phrase: () => Phrase;
};

export const LEXICON: readonly LexiconRule[] = [
  ...LEXICON_CLAIMS,
  ...LEXICON_REFUSALS,
  ...LEXICON_PAYMENT,
  ...LEXICON_OTHERS,
];

const wordsOf = (list: string | undefined): readonly string[] =>
  (list ?? "").split(" ").filter((word) => word !== "");

const conditions = new Map<LexiconRule, Conditions>();

export const conditionsOf = (rule: LexiconRule): Conditions => {
  const known = conditions.get(rule);
  if (known !== undefined) return known;
  const made = {
    unless: wordsOf(rule.unless),
    needs: wordsOf(rule.needs),
    unlessAfter: wordsOf(rule.unlessAfter),
  };
  conditions.set(rule, made);
  return made;
};

/** Letters of an open beginning (`regl*`) by which its phrases are found. */
const OPENING_CHARS = 3;

type Shelf = Map<string, Entry[]>;

/** The phrases by what they can begin with, so that a word of a mail meets only those that can be its own. */
const shelves = once(() => {
  const byWord: Shelf = new Map();
  const byOpening: Shelf = new Map();
  const byFigure: Entry[] = [];
  for (const rule of LEXICON)
    for (const text of rule.phrases) {
      const entry = {
        rule,
        demand: once(() => demandOf(text)),
        phrase: once(() => phraseOf(text)),
      };
      const { words, starts, figure } = openingOf(text);
      for (const word of words) put(byWord, word, entry);
      for (const start of starts) put(byOpening, start.slice(0, OPENING_CHARS), entry);
      if (figure) byFigure.push(entry);
    }
  return { byWord, byOpening, byFigure };
});

const put = (shelf: Shelf, key: string, entry: Entry): void => {
  const list = shelf.get(key);
  if (list === undefined) shelf.set(key, [entry]);
  else if (list[list.length - 1] !== entry) list.push(entry);
};

const NONE: readonly Entry[] = [];

/** The phrases that can begin with a token. */
export const entriesFor = (token: Token): readonly Entry[] => {
  const { byFigure, byWord, byOpening } = shelves();
  if (token.kind === "number") return byFigure;
  let found = byWord.get(token.text) ?? NONE;
  for (let size = 1; size <= Math.min(OPENING_CHARS, token.text.length); size += 1) {
    const open = byOpening.get(token.text.slice(0, size));
    if (open === undefined) continue;
    // An opening shorter than three letters is a shelf of its own.
    found = found === NONE ? open : [...found, ...open];
  }
  return found;
};
