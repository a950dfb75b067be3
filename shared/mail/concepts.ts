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
const compile = () => {
  const single = new Map<string, Entry[]>();
  const pair = new Map<string, Map<string, Entry[]>>();
  const loose = new Map<string, Entry[]>();
  const opening = new Map<string, Entry[]>();
  const ending = new Map<string, Entry[]>();
  const put = (map: Map<string, Entry[]>, key: string, entry: Entry): void => {
    const list = map.get(key);
    if (list === undefined) map.set(key, [entry]);
    else list.push(entry);
  };
  for (const table of tables)
    for (const [concept, text] of Object.entries(table))
      for (const one of text.split(/\s+/)) {
        if (one === "") continue;
        const words = one.split("_");
        const first = words[0] ?? "";
        const second = words[1];
        const entry = { concept, words };
        if (first.startsWith("*")) put(ending, first.slice(1), entry);
        else if (first.endsWith("*")) put(opening, first.slice(0, -1), entry);
        else if (second === undefined) put(single, first, entry);
        else if (second.includes("*")) put(loose, first, entry);
        else {
          const seconds = pair.get(first) ?? new Map<string, Entry[]>();
          pair.set(first, seconds);
          put(seconds, second, entry);
        }
      }
  return {
    single,
    pair,
    loose,
    opening,
    ending,
    longestOpening: longestBy(opening.keys(), (part) => part.charAt(0)),
    longestEnding: longestBy(ending.keys(), (part) => part.slice(-1)),
  };
};

/** The letters of the longest part by one of its letters. */
const longestBy = (
  parts: Iterable<string>,
  letterOf: (part: string) => string,
): ReadonlyMap<string, number> => {
  const longest = new Map<string, number>();
  for (const part of parts) {
    const letter = letterOf(part);
    longest.set(letter, Math.min(Math.max(longest.get(letter) ?? 0, part.length), PART_CHARS_MAX));
  }
  return longest;
};

const COMPILED = compile();

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
  look(COMPILED.single.get(text));
  look(COMPILED.loose.get(text));
  const pairs = COMPILED.pair.get(text);
  if (pairs !== undefined) look(pairs.get((ahead ??= wordsFrom(tokens, at))[1] ?? ""));
  const opening = COMPILED.longestOpening.get(text.charAt(0)) ?? 0;
  const ending = COMPILED.longestEnding.get(text.slice(-1)) ?? 0;
  const longest = Math.min(text.length, Math.max(opening, ending));
  for (let size = 1; size <= longest; size += 1) {
    if (size <= opening) look(COMPILED.opening.get(text.slice(0, size)));
    if (size <= ending) look(COMPILED.ending.get(text.slice(-size)));
  }
  return found;
};
