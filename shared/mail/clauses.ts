import { once } from "#shared/kernel/once.ts";
import { openingOf, phraseEnd, phraseOf } from "./phrases.ts";
import type { Phrase } from "./phrases.ts";
import { CLAUSE_CUES } from "./clause-cues.ts";
import type { Cue } from "./clause-cues.ts";
import { cutTextOf } from "./words.ts";
import type { CutText, Token } from "./words.ts";

/** Words of one clause; a wall of words without a sign is cut into pieces of this size. */
const CLAUSE_TOKENS_MAX = 40;
/** Characters of a line that ends where its writer ended it, and not where a margin did. */
const SHORT_LINE_CHARS = 52;

export type Clause = {
  readonly from: number;
  readonly to: number;
  readonly sentence: number;
  readonly cues: ReadonlySet<Cue>;
};

/** A text cut into sentences and clauses, with the kinds of words that each clause holds. */
export type Scene = CutText & {
  readonly clauses: readonly Clause[];
};

const COMMAS: ReadonlySet<string> = new Set([",", ":", "("]);
const BREAKS: ReadonlySet<string> = new Set(
  "mais but car because puis donc so which et and quand when once si if lorsque des until till although though pis while unless".split(
    " ",
  ),
);

const phrases = once(() => {
  const byWord = new Map<string, { cue: Cue; phrase: Phrase }[]>();
  const starts: { start: string; cue: Cue; phrase: Phrase }[] = [];
  for (const [cue, texts] of CLAUSE_CUES)
    for (const text of texts.split("; ")) {
      const phrase = phraseOf(text);
      const opening = openingOf(text);
      for (const word of opening.words) {
        const list = byWord.get(word);
        if (list === undefined) byWord.set(word, [{ cue, phrase }]);
        else list.push({ cue, phrase });
      }
      for (const start of opening.starts) starts.push({ start, cue, phrase });
    }
  const byStart = new Map<string, { start: string; cue: Cue; phrase: Phrase }[]>();
  for (const entry of starts) {
    const key = entry.start.slice(0, 3);
    const list = byStart.get(key);
    if (list === undefined) byStart.set(key, [entry]);
    else list.push(entry);
  }
  return { byWord, byStart };
});

/** French futures of the third person and "we", which announce whatever the verb: partira, règlerons, aurez. */
const FUTURES = ["rai", "rons", "ront", "rez", "ra"] as const;
const NO_FUTURES: ReadonlySet<string> = new Set([
  "vrai",
  "environs",
  "extra",
  "camera",
  "patrons",
  "assez",
  "entrez",
  "livrez",
  "opera",
  "verrez",
  "voudrez",
  "trouverez",
]);
const isFuture = (text: string): boolean =>
  text.length >= 5 && !NO_FUTURES.has(text) && FUTURES.some((end) => text.endsWith(end));

export const sceneOf = (of: string | CutText): Scene => {
  const { text, folded, tokens } = cutTextOf(of);
  const clauses: Clause[] = [];
  let sentence = 0;
  let first = 0;
  const close = (end: number): void => {
    const opening = tokens[first];
    const closing = tokens[end - 1];
    if (opening !== undefined && closing !== undefined && end > first)
      clauses.push({
        from: opening.from,
        to: closing.to,
        sentence,
        cues: cuesOf(tokens, first, end),
      });
    first = end;
  };
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at] as Token;
    const isEnd = token.kind === "end" && !isAbbreviationEnd(folded, tokens, at);
    if (isEnd || (at > 0 && startsLine(folded, tokens, at))) {
      close(isEnd ? at + 1 : at);
      sentence += 1;
    } else if (COMMAS.has(token.text) && !isDecimal(tokens, at)) close(at + 1);
    else if (
      at - first >= CLAUSE_TOKENS_MAX ||
      (token.text === "-" &&
        folded.charAt(token.from - 1) === " " &&
        folded.charAt(token.to) === " ")
    )
      close(at + 1);
    else if (BREAKS.has(token.text) && at - first >= 3) close(at);
  }
  close(tokens.length);
  return { text, folded, tokens, clauses };
};

const isDecimal = (tokens: readonly Token[], at: number): boolean =>
  tokens[at - 1]?.kind === "number" &&
  tokens[at + 1]?.kind === "number" &&
  tokens[at + 1]?.from === tokens[at]?.to;

/** "le 30 nov. au plus tard": a full stop before a small letter ends nothing. */
const isAbbreviationEnd = (folded: string, tokens: readonly Token[], at: number): boolean => {
  const token = tokens[at];
  const before = tokens[at - 1];
  return (
    token?.text === "." &&
    before?.kind === "word" &&
    before.text.length <= 4 &&
    tokens[at + 1]?.kind === "number" &&
    folded.charAt(token.to) === " "
  );
};

/** Whether a token begins a line after a short one, which its writer ended. */
const startsLine = (folded: string, tokens: readonly Token[], at: number): boolean => {
  const before = tokens[at - 1] as Token;
  const token = tokens[at] as Token;
  const end = folded.slice(before.to, token.from).indexOf("\n");
  if (end < 0) return false;
  const lineEnd = before.to + end;
  const lineStart = folded
    .slice(Math.max(0, before.to - SHORT_LINE_CHARS), before.to)
    .lastIndexOf("\n");
  return lineStart >= 0 || lineEnd < SHORT_LINE_CHARS || isLikeLine(folded, tokens, at);
};

/** Whether a line begins as the one before it does, as the lines of a list do: "MK-408 …", "MK-411 …". */
const isLikeLine = (folded: string, tokens: readonly Token[], at: number): boolean => {
  const token = tokens[at] as Token;
  let first = at - 1;
  while (first > 0 && at - first < CLAUSE_TOKENS_MAX) {
    const before = tokens[first - 1] as Token;
    if (folded.slice(before.to, tokens[first]?.from).includes("\n") || before.text === "\n") break;
    first -= 1;
  }
  const opening = tokens[first] as Token;
  const isNumbered = (index: number): boolean =>
    tokens[index + 1]?.kind === "number" || tokens[index + 2]?.kind === "number";
  return opening.text === token.text && isNumbered(first) && isNumbered(at);
};

const cuesOf = (tokens: readonly Token[], first: number, end: number): ReadonlySet<Cue> => {
  const words = tokens.slice(first, end).filter((token) => token.kind !== "mark");
  const { byWord, byStart } = phrases();
  const found = new Set<Cue>();
  for (const [at, token] of words.entries()) {
    for (const { cue, phrase } of byWord.get(token.text) ?? [])
      if (!found.has(cue) && phraseEnd(phrase, words, at) >= 0) found.add(cue);
    if (token.kind !== "word") continue;
    for (const { start, cue, phrase } of byStart.get(token.text.slice(0, 3)) ?? [])
      if (!found.has(cue) && token.text.startsWith(start) && phraseEnd(phrase, words, at) >= 0)
        found.add(cue);
    if (isFuture(token.text)) found.add("coming");
  }
  return found;
};

/** The clause in which an offset lies; the last one before it where it lies in none. */
export const clauseAt = (scene: Scene, offset: number): Clause | undefined => {
  let low = 0;
  let high = scene.clauses.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((scene.clauses[middle]?.from ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return scene.clauses[low];
};

/** The last words before an offset, and the first ones after another, within their sentence. */
export const wordsBefore = (scene: Scene, offset: number, most: number): readonly string[] => {
  const out: string[] = [];
  for (let at = tokenIndex(scene, offset) - 1; at >= 0 && out.length < most; at -= 1) {
    const token = scene.tokens[at] as Token;
    if (token.kind === "end") break;
    if (token.kind !== "mark") out.unshift(token.text);
  }
  return out;
};

export const wordsAfter = (scene: Scene, offset: number, most: number): readonly string[] => {
  const out: string[] = [];
  for (let at = tokenIndex(scene, offset); at < scene.tokens.length && out.length < most; at += 1) {
    const token = scene.tokens[at] as Token;
    if (token.kind === "end") break;
    if (token.kind !== "mark") out.push(token.text);
  }
  return out;
};

/** The first token that begins at an offset or after it. */
export const tokenIndex = (scene: Scene, offset: number): number => {
  let low = 0;
  let high = scene.tokens.length;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if ((scene.tokens[middle]?.from ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
};
