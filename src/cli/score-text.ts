import type { Language } from "#shared/kernel/money.ts";
import { SCORE_WORDS } from "#shared/locales/score-words.ts";
import type { ScoreWords } from "#shared/locales/score-words.ts";
import { tableText, wrapped } from "./output.ts";
import type { Miss, ReplyScore, Share } from "./reply-score.ts";

/** The same figures of all mails, and of each language. */
export type Scores = Readonly<Record<"all" | "fr" | "en" | "mixed", ReplyScore>>;

type Measure = keyof ScoreWords["measures"];

/** A figure and what it was counted on; null: of no mail. */
type Figure = { readonly text: string; readonly counted: string } | null;

const MEASURES: readonly Measure[] = [
  "tag",
  "macroF1",
  "also",
  "sureCoverage",
  "sureRight",
  "sureLower",
  "by",
  "amount",
  "paidOn",
  "reason",
  "reply",
  "invoices",
  "contact",
  "back",
];

const percent = (share: number, words: ScoreWords): string =>
  words.percent((share * 100).toFixed(1));

const ofShare = ({ right, of }: Share, words: ScoreWords): Figure =>
  of === 0 ? null : { text: percent(right / of, words), counted: `${String(right)}/${String(of)}` };

const figureOf = (score: ReplyScore, measure: Measure, words: ScoreWords): Figure => {
  const { mails, sure } = score;
  if (measure === "macroF1")
    return mails === 0 ? null : { text: words.decimal(score.macroF1.toFixed(3)), counted: "" };
  if (measure === "sureCoverage") return ofShare({ right: sure.of, of: mails }, words);
  if (measure === "sureRight") return ofShare(sure, words);
  if (measure === "sureLower")
    return sure.of === 0 ? null : { text: percent(sure.lower, words), counted: "" };
  return ofShare(score[measure], words);
};

/** The figures for people to read; `--json` gives the same ones unrounded. */
export const scoreText = (scores: Scores, language: Language): string => {
  const words = SCORE_WORDS[language];
  const { all, fr, en, mixed } = scores;
  const [measure, whole, counted] = words.measureColumns;
  const right = (title: string) => ({ title, right: true });
  const measures = tableText(
    [{ title: measure }, right(whole), right(counted), ...["fr", "en", words.mixed].map(right)],
    MEASURES.map((name) => {
      const figure = figureOf(all, name, words);
      const others = [fr, en, mixed].map((one) => figureOf(one, name, words)?.text ?? "-");
      return [words.measures[name], figure?.text ?? "-", figure?.counted ?? "", ...others];
    }),
  );
  const [tag, ...columns] = words.tagColumns;
  const tags = tableText(
    [{ title: tag }, ...columns.map(right)],
    all.tags.map((one) => [
      one.tag,
      ...[one.expected, one.read, one.right].map(String),
      one.read === 0 ? "-" : percent(one.precision, words),
      one.expected === 0 ? "-" : percent(one.recall, words),
      one.expected === 0 ? "-" : words.decimal(one.f1.toFixed(3)),
    ]),
  );
  const [pair, mails] = words.confusionColumns;
  const confusion =
    all.confusion.length === 0
      ? ""
      : `\n${words.confusion}\n${tableText(
          [{ title: pair }, right(mails)],
          all.confusion.map((one) => [one.pair, String(one.count)]),
        )}`;
  const grave =
    all.gravelyWrong.length === 0 ? words.noneGrave : words.grave(all.gravelyWrong.join(", "));
  const { contact, back } = all.tooMuch;
  const more = contact + back === 0 ? "" : wrapped(words.tooMuch(contact, back));
  return `${wrapped(words.mails(all.mails))}\n${measures}\n${wrapped(grave)}${more}\n${tags}${confusion}`;
};

export const missesText = (misses: readonly Miss[], language: Language): string => {
  const words = SCORE_WORDS[language];
  if (misses.length === 0) return wrapped(words.noMisses);
  const [id, what, pair] = words.missColumns;
  return tableText(
    [{ title: id }, { title: what }, { title: pair }],
    misses.map((one) => [
      one.id,
      one.what,
      one.expected === null || one.read === null ? "" : `${one.expected} > ${one.read}`,
    ]),
  );
};
