import type { CalendarDate } from "#shared/kernel/calendar.ts";
import type { AmountFind } from "./amounts.ts";
import { conceptsAt } from "./concepts.ts";
import type { DateFind } from "./dates.ts";
import type { Signal } from "./signals.ts";
import { sentencesOf } from "./sentences.ts";
import type { MailSentence } from "./sentences.ts";

/**
 * One thing that a reply holds, and the sentence it stands in (-1: the mail as a whole). Keys begin with their kind:
 * `w:` a word, `b:` two words, `s:` the beginning of a word, `c:` a concept, `d:` two of them near each other, `r:` a rule
 * that fired, `R:` its tag, `q:` its reason, `u:` a word of a subject that is not ours, `m:` the mail as a whole.
 */
export type Feature = { readonly key: string; readonly sentence: number };

export type FeatureInput = {
  readonly sentences: readonly MailSentence[];
  readonly sentOn: CalendarDate;
  readonly dates: readonly DateFind[];
  readonly amounts: readonly AmountFind[];
  readonly signals: readonly Signal[];
  readonly subject: string;
};

/** Characters of a subject that are looked at. */
const SUBJECT_CHARS_MAX = 300;
/** What a mail program writes before the subject of the mail that is answered or passed on. */
const ANSWERS: readonly string[] = [
  "re",
  "rep",
  "aw",
  "ref",
  "tr",
  "fw",
  "fwd",
  "sv",
  "antw",
  "rif",
  "res",
  "wg",
];
/** Letters of a word that are kept: longer ones are made to fill a memory. */
const SYMBOL_CHARS_MAX = 24;
/** Letters by which the forms of one word meet: `reglement`, `reglements`; `payer` stays apart from `payons`. */
const STEM_CHARS = 5;
/** Words with a meaning over which two of them are seen together. */
const CONCEPT_WINDOW = 4;

/** What a reply holds, for the model. The same words give the same list everywhere. */
export const featuresOf = (input: FeatureInput): readonly Feature[] => {
  const features: Feature[] = [];
  const sentences = symbolsOf(input);
  sentences.forEach(({ symbols, question, meant }, sentence) => {
    const add = (key: string): void => {
      features.push({ key, sentence });
    };
    const stems = symbols.map(stemOf);
    for (let at = 0; at <= symbols.length; at += 1) {
      const one = symbols[at] ?? "$";
      const before = symbols[at - 1] ?? "^";
      if (at < symbols.length) {
        add(`w:${one}`);
        if (stems[at] !== one) add(`s:${stems[at] ?? ""}`);
      }
      add(`b:${before} ${one}`);
    }
    if (question) add("m:?");
    const concepts = meant.filter((list) => list.length > 0);
    concepts.forEach((list, at) => {
      for (const one of list) {
        add(`c:${one}`);
        for (let back = 0; back <= CONCEPT_WINDOW && back <= at; back += 1)
          for (const other of concepts[at - back] ?? [])
            if (back > 0 || other < one) add(`d:${other} ${one}`);
      }
    });
  });
  const total = sentences.reduce((sum, one) => sum + one.symbols.length, 0);
  const mail = (key: string): void => {
    features.push({ key: `m:${key}`, sentence: -1 });
  };
  mail(
    `length ${total < 4 ? 0 : total < 10 ? 1 : total < 25 ? 2 : total < 60 ? 3 : total < 150 ? 4 : 5}`,
  );
  mail(`sentences ${String(Math.min(sentences.length, 6))}`);
  const coming = input.dates.filter(
    (one) => !one.past && one.next !== null && one.next > input.sentOn,
  );
  const gone = input.dates.filter(
    (one) => one.past || (one.last !== null && one.last <= input.sentOn && one.next !== one.last),
  );
  mail(`coming ${String(Math.min(coming.length, 3))}`);
  mail(`gone ${String(Math.min(gone.length, 2))}`);
  mail(`sums ${String(Math.min(input.amounts.length, 3))}`);
  const subject = sentencesOf(input.subject.slice(0, SUBJECT_CHARS_MAX)).flatMap(
    (one) => one.tokens,
  );
  const isAnswer = ANSWERS.includes(subject[0]?.text ?? "");
  mail(`subject ${isAnswer ? "answers" : "is new"}`);
  if (!isAnswer)
    subject.forEach((token, at) => {
      if (token.kind !== "word") return;
      features.push({ key: `u:${token.text.slice(0, SYMBOL_CHARS_MAX)}`, sentence: -1 });
      for (const concept of conceptsAt(subject, at))
        features.push({ key: `u:${concept}`, sentence: -1 });
    });
  for (const { rule, sentence, tag, reason } of input.signals) {
    features.push({ key: `r:${rule}`, sentence });
    features.push({ key: `R:${tag}`, sentence });
    if (reason !== undefined) features.push({ key: `q:${reason}`, sentence });
  }
  return features;
};

const stemOf = (symbol: string): string =>
  symbol.length > STEM_CHARS && symbol.charCodeAt(0) >= 97 ? symbol.slice(0, STEM_CHARS) : symbol;

type Symbols = {
  readonly symbols: readonly string[];
  /** The concepts of each word and value, in order. */
  readonly meant: readonly (readonly string[])[];
  readonly question: boolean;
};

type Mark = { readonly from: number; readonly to: number; readonly name: string };

/** Sentences as words and signs, with dates, sums, addresses and figures each under one name. */
const symbolsOf = ({ sentences, sentOn, dates, amounts }: FeatureInput): readonly Symbols[] => {
  const marks: readonly Mark[] = [
    ...dates.map((one) => ({ from: one.from, to: one.to, name: dateName(one, sentOn) })),
    ...amounts
      .filter((one) => one.minor !== null)
      .map((one) => ({ from: one.from, to: one.to, name: "SUM" })),
  ].sort((a, b) => a.from - b.from);
  let mark = 0;
  return sentences.map(({ tokens, question }) => {
    const symbols: string[] = [];
    const meant: (readonly string[])[] = [];
    tokens.forEach((token, at) => {
      while (mark < marks.length && (marks[mark]?.to ?? 0) <= token.from) mark += 1;
      const inside = marks[mark];
      if (inside !== undefined && token.from >= inside.from && token.to <= inside.to) {
        if (symbols[symbols.length - 1] === inside.name && token.from !== inside.from) return;
        symbols.push(inside.name);
        meant.push([inside.name]);
      } else if (token.kind === "number") symbols.push("#");
      else if (token.kind === "word") {
        symbols.push(token.text.slice(0, SYMBOL_CHARS_MAX));
        meant.push(conceptsAt(tokens, at));
      } else if (token.text === "@" || token.text === "%") symbols.push(token.text);
    });
    return { symbols, meant, question };
  });
};

/** `DATE>` to come, `DATE<` gone by, `DATE=` the day of the mail; `DATE` where words alone do not say. */
const dateName = ({ past, next, last }: DateFind, sentOn: CalendarDate): string => {
  if (past) return "DATE<";
  if (next === sentOn) return "DATE=";
  if (next === null || next !== last) return "DATE";
  return next > sentOn ? "DATE>" : "DATE<";
};
