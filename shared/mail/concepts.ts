import { CONCEPTS_CASH } from "./concepts-cash.ts";
import { CONCEPTS_GOODS } from "./concepts-goods.ts";
import { CONCEPTS_GRAMMAR } from "./concepts-grammar.ts";
import { CONCEPTS_INSOLVENCY } from "./concepts-insolvency.ts";
import { CONCEPTS_INVOICES } from "./concepts-invoices.ts";
import { CONCEPTS_MONEY } from "./concepts-money.ts";
import { CONCEPTS_OFFICE } from "./concepts-office.ts";
import { CONCEPTS_PRICE } from "./concepts-price.ts";
import { CONCEPTS_SERVICE } from "./concepts-service.ts";
import type { Token } from "./words.ts";

/**
 * Words of one meaning in French and English, under one name: `{ bank: "banque* bank* virement_bancaire" }`. Small
 * letters without accents, apart by spaces; `regl*` is any word that begins so, `*rons` any that ends so, `_` joins the
 * words of an expression. What a model learns of one word of a concept it knows of all.
 */
export type ConceptTable = Readonly<Record<string, string>>;

type Entry = { readonly concept: string; readonly words: readonly string[] };

/** Letters of a word by which beginnings and endings are looked up. */
const KEY_CHARS = 3;

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

const compile = () => {
  const exact = new Map<string, Entry[]>();
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
        const entry = { concept, words };
        if (first.startsWith("*")) put(ending, first.slice(-KEY_CHARS), entry);
        else if (first.endsWith("*")) put(opening, first.slice(0, -1).slice(0, KEY_CHARS), entry);
        else put(exact, first, entry);
      }
  return { exact, opening, ending };
};

const COMPILED = compile();

const isWord = (pattern: string, word: string): boolean =>
  pattern.endsWith("*")
    ? word.startsWith(pattern.slice(0, -1))
    : pattern.startsWith("*")
      ? word.length > pattern.length + 1 && word.endsWith(pattern.slice(1))
      : word === pattern;

/** The concepts that begin at a token. The list is as long as the tables let it be, whatever the mail holds. */
export const conceptsAt = (tokens: readonly Token[], at: number): readonly string[] => {
  const token = tokens[at];
  if (token === undefined || token.kind !== "word") return [];
  const found: string[] = [];
  const look = (list: readonly Entry[] | undefined): void => {
    for (const { concept, words } of list ?? [])
      if (
        !found.includes(concept) &&
        words.every((pattern, offset) => {
          const next = tokens[at + offset];
          return next !== undefined && next.kind !== "end" && isWord(pattern, next.text);
        })
      )
        found.push(concept);
  };
  const { text } = token;
  look(COMPILED.exact.get(text));
  for (let size = 1; size <= KEY_CHARS && size <= text.length; size += 1)
    look(COMPILED.opening.get(text.slice(0, size)));
  if (text.length >= KEY_CHARS) look(COMPILED.ending.get(text.slice(-KEY_CHARS)));
  return found;
};
