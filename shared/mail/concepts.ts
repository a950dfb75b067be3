import { once } from "#shared/kernel/once.ts";
import { CONCEPTS_CASH } from "./concepts-cash.ts";
import { CONCEPTS_GOODS } from "./concepts-goods.ts";
import { CONCEPTS_GRAMMAR } from "./concepts-grammar.ts";
import { CONCEPTS_INSOLVENCY } from "./concepts-insolvency.ts";
import { CONCEPTS_INVOICES } from "./concepts-invoices.ts";
import { CONCEPTS_MONEY } from "./concepts-money.ts";
import { CONCEPTS_OFFICE } from "./concepts-office.ts";
import { CONCEPTS_PRICE } from "./concepts-price.ts";
import { CONCEPTS_SERVICE } from "./concepts-work.ts";
import type { Token } from "./words.ts";

/**
 * Words of one meaning in French and English, under one name: `{ bank: "banque* bank* virement_bancaire" }`. Small
 * letters without accents, apart by spaces; `regl*` is any word that begins so, `*rons` any that ends so, `_` joins the
 * words of an expression. What a model learns of one word of a concept it knows of all.
 */
export type ConceptTable = Readonly<Record<string, string>>;

type Entry = { readonly concept: string; readonly words: readonly string[] };
/** An entry as it stands in a table. */
type Written = { readonly concept: string; readonly text: string };

/** Letters of the longest beginning or ending in the tables; a longer one would never be found. */
const PART_CHARS_MAX = 20;

const tables: readonly ConceptTable[] = [
  CONCEPTS_GRAMMAR,
  CONCEPTS_GOODS,
  CONCEPTS_SERVICE,
  CONCEPTS_PRICE,
  CONCEPTS_MONEY,
  CONCEPTS_INVOICES,
  CONCEPTS_OFFICE,
  CONCEPTS_CASH,
  CONCEPTS_INSOLVENCY,
];

/**
 * Entries by what they begin with: an expression of two plain words by both of them, so that a common word such as
 * "pas" or "not" does not have every expression that it opens looked through.
 */
type Shelves = {
  /** What is on no shelf yet, by its first word: one mail asks for a fiftieth of it. */
  readonly waiting: Map<string, Written[]>;
  readonly single: Map<string, Entry[]>;
  readonly pair: Map<string, Map<string, Entry[]>>;
  readonly loose: Map<string, Entry[]>;
  readonly opening: Parts;
  readonly ending: Parts;
};

/** Beginnings or ends of words, and by the letter at the end of the word the letters of the longest. */
type Parts = { readonly entries: Map<string, Entry[]>; readonly longest: Map<string, number> };

const shelves = once((): Shelves => {
  const made: Shelves = {
    waiting: new Map(),
    single: new Map(),
    pair: new Map(),
    loose: new Map(),
    opening: { entries: new Map(), longest: new Map() },
    ending: { entries: new Map(), longest: new Map() },
  };
  for (const table of tables)
    for (const [concept, all] of Object.entries(table))
      eachWord(all, (text) => {
        const joint = text.indexOf("_");
        const first = joint < 0 ? text : text.slice(0, joint);
        // A beginning or an ending is of many words.
        if (first.includes("*")) shelve(made, { concept, text });
        else put(made.waiting, first, { concept, text });
      });
  return made;
});

/** By hand, since a pattern takes several times as long, and there are eighteen thousand. */
const eachWord = (text: string, tell: (word: string) => void): void => {
  for (let from = 0; from < text.length;) {
    let to = from;
    while (text.charCodeAt(to) > SPACE) to += 1;
    if (to > from) tell(text.slice(from, to));
    from = to + 1;
  }
};

/** Spaces and ends of lines are no more than this. */
const SPACE = 32;

const shelve = (
  { single, pair, loose, opening, ending }: Shelves,
  { concept, text }: Written,
): void => {
  const words = text.split("_");
  const first = words[0] ?? "";
  const second = words[1];
  const entry = { concept, words };
  if (first.startsWith("*")) putPart(ending, first.slice(1), first.slice(-1), entry);
  else if (first.endsWith("*")) putPart(opening, first.slice(0, -1), first.charAt(0), entry);
  else if (second === undefined) put(single, first, entry);
  else if (second.includes("*")) put(loose, first, entry);
  else {
    const seconds = pair.get(first) ?? new Map<string, Entry[]>();
    pair.set(first, seconds);
    put(seconds, second, entry);
  }
};

const put = <One>(map: Map<string, One[]>, key: string, one: One): void => {
  const list = map.get(key);
  if (list === undefined) map.set(key, [one]);
  else list.push(one);
};

const putPart = ({ entries, longest }: Parts, part: string, letter: string, entry: Entry): void => {
  put(entries, part, entry);
  longest.set(letter, Math.min(Math.max(longest.get(letter) ?? 0, part.length), PART_CHARS_MAX));
};

/** The shelves, with all on them that a word can be. */
const shelvesFor = (word: string): Shelves => {
  const all = shelves();
  for (const written of all.waiting.get(word) ?? []) shelve(all, written);
  all.waiting.delete(word);
  return all;
};

const isWord = (pattern: string, word: string): boolean =>
  pattern.endsWith("*")
    ? word.startsWith(pattern.slice(0, -1))
    : pattern.startsWith("*")
      ? word.length > pattern.length + 1 && word.endsWith(pattern.slice(1))
      : word === pattern;

/** Words of the longest expression; more of them are never looked at. */
const EXPRESSION_WORDS_MAX = 8;
/** Signs that join the words of an expression: `n'avons`, `peut-etre`, `p.o.`, `h/s`. */
const JOINS = "'-./";

/** The words from a token on, up to the end of the sentence or a sign that parts them. */
const wordsFrom = (tokens: readonly Token[], at: number): readonly string[] => {
  const words: string[] = [];
  for (let next = at; next < tokens.length && words.length < EXPRESSION_WORDS_MAX; next += 1) {
    const token = tokens[next] as Token;
    if (token.kind === "end") break;
    if (token.kind !== "mark") words.push(token.text);
    else if (!JOINS.includes(token.text)) break;
  }
  return words;
};

/** The concepts that begin at a token. The list is as long as the tables let it be, whatever the mail holds. */
export const conceptsAt = (tokens: readonly Token[], at: number): readonly string[] => {
  const token = tokens[at];
  if (token === undefined || token.kind !== "word") return [];
  const { text } = token;
  let ahead: readonly string[] | null = null;
  const found: string[] = [];
  const look = (list: readonly Entry[] | undefined): void => {
    for (const { concept, words } of list ?? [])
      if (
        !found.includes(concept) &&
        words.every((pattern, offset) =>
          isWord(pattern, offset === 0 ? text : ((ahead ??= wordsFrom(tokens, at))[offset] ?? "")),
        )
      )
        found.push(concept);
  };
  const { single, pair, loose, opening, ending } = shelvesFor(text);
  look(single.get(text));
  look(loose.get(text));
  const pairs = pair.get(text);
  if (pairs !== undefined) look(pairs.get((ahead ??= wordsFrom(tokens, at))[1] ?? ""));
  const longestOpening = opening.longest.get(text.charAt(0)) ?? 0;
  const longestEnding = ending.longest.get(text.slice(-1)) ?? 0;
  const longest = Math.min(text.length, Math.max(longestOpening, longestEnding));
  for (let size = 1; size <= longest; size += 1) {
    if (size <= longestOpening) look(opening.entries.get(text.slice(0, size)));
    if (size <= longestEnding) look(ending.entries.get(text.slice(-size)));
  }
  return found;
};
