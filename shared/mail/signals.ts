import type { DisputeReason, Tag } from "#shared/kernel/parties.ts";
import { conditionsOf, entriesFor } from "./lexicon.ts";
import type { Conditions, LexiconRule } from "./lexicon.ts";
import { markOf, phraseEnd } from "./phrases.ts";
import type { WordSpan } from "./reading.ts";
import type { MailSentence } from "./sentences.ts";
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
/** Words after a phrase in which one that takes its meaning away still counts. */
const AFTER_WORDS = 6;
/** Signals kept: repetition proves nothing. */
export const SIGNALS_MAX = 300;

/** The rules that fire in the new words. The subject mostly is ours, and is read for robots only. */
export const signalsOf = (sentences: readonly MailSentence[]): readonly Signal[] => {
  const signals: Signal[] = [];
  sentences.forEach((sentence, number) => {
    if (signals.length < SIGNALS_MAX) readSentence(sentence, number, signals);
  });
  return signals;
};

/** Words ahead of a phrase's first in which its second is looked for by its mark, before it is looked for itself. */
const NEAR_WORDS = 5;
const FAR_WORDS = 10;

const marksIn = (marks: readonly number[], from: number, to: number): number => {
  let all = 0;
  for (let at = from; at < to && at < marks.length; at += 1) all |= marks[at] ?? 0;
  return all;
};

const readSentence = (
  { tokens: all, from, to, question }: MailSentence,
  sentence: number,
  signals: Signal[],
): void => {
  const tokens = all.filter((token) => token.kind !== "mark");
  const span: WordSpan = { of: "newWords", from, to };
  const fired = new Set<string>();
  const marks = tokens.map((token) => markOf(token.text));
  for (let at = 0; at < tokens.length; at += 1) {
    const near = marksIn(marks, at + 1, at + 1 + NEAR_WORDS);
    const far = near | marksIn(marks, at + 1 + NEAR_WORDS, at + 1 + FAR_WORDS);
    for (const { rule, phrase, demand } of entriesFor(tokens[at] as Token)) {
      if (fired.has(rule.id)) continue;
      const { marks: wanted, within } = demand();
      if (wanted !== 0) {
        const ahead = within === 1 ? (marks[at + 1] ?? 0) : within <= NEAR_WORDS ? near : far;
        if (within <= FAR_WORDS && (wanted & ahead) === 0) continue;
      }
      const stop = phraseEnd(phrase(), tokens, at);
      if (stop < 0) continue;
      const conditions = conditionsOf(rule);
      if (isVoid(conditions, tokens, Math.max(0, at - BEFORE_WORDS), stop)) continue;
      if (isDenied(rule, conditions, tokens, stop) || lacks(conditions, tokens)) continue;
      fired.add(rule.id);
      signals.push({
        tag: rule.tag,
        rule: rule.id,
        weight: weightIn(rule, question),
        ...(rule.reason === undefined ? {} : { reason: rule.reason }),
        sentence,
        span,
        hit: { from: (tokens[at] as Token).from, to: (tokens[stop - 1] as Token).to },
        quote: "",
      });
    }
  }
  if (question)
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
  { unless }: Conditions,
  tokens: readonly Token[],
  from: number,
  to: number,
): boolean => {
  if (unless.length === 0) return false;
  for (let at = from; at < to; at += 1) if (unless.includes(tokens[at]?.text ?? "")) return true;
  return false;
};

/** A promise in a question is a proposal, and what is asked is not told. */
const weightIn = (rule: LexiconRule, isQuestion: boolean): number => {
  if (!isQuestion) return rule.weight;
  if (rule.tag === "promise" || rule.tag === "paid") return rule.weight - 1;
  if (rule.tag === "question" || rule.tag === "instalments") return rule.weight + 0.3;
  return rule.weight;
};

const DENIALS: readonly string[] = ["pas", "rien", "jamais", "aucun", "nothing"];

/** French denies after the verb: "je paierai pas". "Pas avant vendredi" sets a day and denies nothing. */
const isDenied = (
  rule: LexiconRule,
  { unlessAfter }: Conditions,
  tokens: readonly Token[],
  at: number,
): boolean => {
  const text = (index: number): string => tokens[index]?.text ?? "";
  if (
    rule.tag === "promise" &&
    [at, at + 1].some((index) => DENIALS.includes(text(index)) && text(index + 1) !== "avant")
  )
    return true;
  return tokens.slice(at, at + AFTER_WORDS).some((token) => unlessAfter.includes(token.text));
};

/** Whether the sentence has none of the words that a rule needs beside its phrase. */
const lacks = ({ needs }: Conditions, tokens: readonly Token[]): boolean =>
  needs.length > 0 && !tokens.some((token) => needs.some((word) => token.text.startsWith(word)));
