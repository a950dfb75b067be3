import type { DisputeReason, Tag } from "#shared/kernel/parties.ts";
import { entriesFor } from "./lexicon.ts";
import type { CompiledRule } from "./lexicon.ts";
import { phraseEnd } from "./phrases.ts";
import type { WordSpan } from "./reading.ts";
import { foldedInPlace, tokensOf } from "./words.ts";
import type { Token } from "./words.ts";

/** One rule that fired, with the sentence it fired in. */
export type Signal = {
  readonly tag: Tag;
  readonly rule: string;
  readonly weight: number;
  readonly reason?: DisputeReason;
  /** Number of the sentence in the new words; -1 for the subject and the headers. */
  readonly sentence: number;
  /** The sentence. */
  readonly span: WordSpan | null;
  /** The words of the phrase itself, within the sentence. */
  readonly hit: { readonly from: number; readonly to: number } | null;
  /** Set where there is no span. */
  readonly quote: string;
};

/** Words before a phrase in which a word that takes its meaning away still counts. */
const BEFORE_WORDS = 5;
/** Words of one sentence; a wall of words without an end is cut into pieces of this size. */
const SENTENCE_TOKENS_MAX = 150;
/** Signals kept: repetition proves nothing. */
export const SIGNALS_MAX = 300;

/** The rules that fire in the new words. The subject mostly is ours, and is read for robots only. */
export const signalsOf = (words: string): readonly Signal[] => {
  const all = tokensOf(foldedInPlace(words));
  const tokens = all.filter((token) => token.kind !== "mark");
  const signals: Signal[] = [];
  let sentence = 0;
  let first = 0;
  for (let at = 0; at <= tokens.length && signals.length < SIGNALS_MAX; at += 1) {
    const isLong = at - first >= SENTENCE_TOKENS_MAX;
    if (at < tokens.length && tokens[at]?.kind !== "end" && !isLong) continue;
    readSentence(tokens, first, at, sentence, signals);
    sentence += 1;
    first = tokens[at]?.kind === "end" ? at + 1 : at;
  }
  return signals;
};

const readSentence = (
  tokens: readonly Token[],
  first: number,
  end: number,
  sentence: number,
  signals: Signal[],
): void => {
  const opening = tokens[first];
  const closing = tokens[end - 1];
  if (opening === undefined || closing === undefined || first >= end) return;
  const isQuestion = tokens[end]?.text === "?";
  const mark = tokens[end];
  const to = mark !== undefined && mark.text.trim() !== "" ? mark.to : closing.to;
  const span: WordSpan = { of: "newWords", from: opening.from, to };
  const fired = new Set<string>();
  for (let at = first; at < end; at += 1) {
    for (const { rule, phrase } of entriesFor(tokens[at] as Token)) {
      if (fired.has(rule.id)) continue;
      const stop = phraseEnd(phrase, tokens, at);
      if (stop < 0 || isVoid(rule, tokens, Math.max(first, at - BEFORE_WORDS), stop)) continue;
      if (isDenied(rule, tokens, stop, end) || lacks(rule, tokens, first, end)) continue;
      fired.add(rule.id);
      signals.push({
        tag: rule.tag,
        rule: rule.id,
        weight: weightIn(rule, isQuestion),
        ...(rule.reason === undefined ? {} : { reason: rule.reason }),
        sentence,
        span,
        hit: { from: (tokens[at] as Token).from, to: (tokens[stop - 1] as Token).to },
        quote: "",
      });
    }
  }
  if (isQuestion)
    signals.push({
      tag: "question",
      rule: "question.mark",
      weight: 1.5,
      sentence,
      span,
      hit: null,
      quote: "",
    });
};

const isVoid = (
  rule: CompiledRule,
  tokens: readonly Token[],
  from: number,
  to: number,
): boolean => {
  if (rule.unlessWords.length === 0) return false;
  for (let at = from; at < to; at += 1)
    if (rule.unlessWords.includes(tokens[at]?.text ?? "")) return true;
  return false;
};

/** A promise in a question is a proposal, and what is asked is not told. */
const weightIn = (rule: CompiledRule, isQuestion: boolean): number => {
  if (!isQuestion) return rule.weight;
  if (rule.tag === "promise" || rule.tag === "paid") return rule.weight - 1;
  if (rule.tag === "question" || rule.tag === "instalments") return rule.weight + 0.3;
  return rule.weight;
};

/** French denies after the verb: "je paierai pas". */
const isDenied = (rule: CompiledRule, tokens: readonly Token[], at: number, end: number): boolean =>
  rule.tag === "promise" &&
  tokens
    .slice(at, Math.min(end, at + 2))
    .some((token) => ["pas", "rien", "jamais", "aucun", "nothing"].includes(token.text));

/** Whether the sentence has none of the words that a rule needs beside its phrase. */
const lacks = (rule: CompiledRule, tokens: readonly Token[], from: number, to: number): boolean =>
  rule.needsWords.length > 0 &&
  !tokens
    .slice(from, to)
    .some((token) => rule.needsWords.some((word) => token.text.startsWith(word)));
