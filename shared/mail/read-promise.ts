import type { AmountFind } from "./amounts.ts";
import { clauseAt } from "./clauses.ts";
import type { Clause, Scene } from "./clauses.ts";
import { monthNamed, weekdayNamed } from "./date-words.ts";
import type { DateFind } from "./dates.ts";
import { isOtherCurrency } from "./other-currency.ts";
import { scheduleIn } from "./read-schedule.ts";
import { groundOf } from "./read-values.ts";
import type { Valued } from "./read-values.ts";
import type { Ground, ReadPromise, ReadingContext } from "./reading.ts";
import type { Signal } from "./signals.ts";
import type { Told } from "./told.ts";
import { bindingOf, isComing, rankedDates } from "./value-dates.ts";
import { minorOfFind, rankedSums, totalOf } from "./value-sums.ts";

/** What a date and a sum must have for them at least; found on replies that other hands had labelled. */
export const PROMISE_FROM = { date: 0, sum: 0.8 };

/** What is promised, for when: the date and the sum that most speaks for, by the clause that each stands in. */
export const promiseIn = (
  { scene, dates, sums }: Told,
  signals: readonly Signal[],
  context: ReadingContext,
): Valued<ReadPromise> => {
  const words = scene.text;
  const coming = dates.filter((one) => isComing(one, context));
  const ranked = rankedDates(scene, coming, signals, context, "promise");
  const schedule = scheduleIn(scene, coming, sums, ranked, context);
  const grounds: Ground[] = [];
  if (schedule !== null) {
    const { first, sum, parts } = schedule;
    if (first !== undefined) grounds.push(groundOf("promise.by", words, first));
    grounds.push(groundOf("promise.amount", words, sum));
    const lead = parts[0];
    return {
      value: { by: lead?.by ?? null, amountMinor: lead?.amountMinor ?? null, parts },
      grounds,
    };
  }
  const best = bestOf(ranked, PROMISE_FROM.date);
  const bound = best === undefined ? undefined : bindingOf(scene, coming, best);
  const date = bound !== undefined && isOfOthers(scene, coming, bound) ? undefined : bound;
  const gone = dates.filter((one) => one.last !== null && one.last < context.sentOn);
  const open = sums.filter((one) => !isSettled(scene, one, date, gone));
  const rankedAmounts = rankedSums(scene, open, date, signals, context, "promise");
  const sum = bestOf(rankedAmounts, PROMISE_FROM.sum);
  if (date !== undefined) grounds.push(groundOf("promise.by", words, date));
  const amountMinor = minorOfFind(sum, totalOf(context), 0);
  const said = amountMinor === null ? open.find(isOtherCurrency) : sum;
  if (said !== undefined) grounds.push(groundOf("promise.amount", words, said));
  return { value: { by: date?.next ?? null, amountMinor }, grounds };
};

const words = (list: string): ReadonlySet<string> => new Set(list.split(" "));
const PERSONS = words(
  "je j nous me m moi vous te t tu toi votre vos ton ta tes i we us me you your yours im ill",
);
const PAYMENTS = words(
  "virement virements paiement reglement cheque payment transfer payments check bacs solde paye payee regle reglee paid",
);
const CREDITORS = words("vous te t tu toi vos votre you your yours");
/** Two words that make what follows wait for something, and what follows them where nothing is waited for. */
const WAITING: readonly (readonly [string, string])[] = [
  ["des", "que"],
  ["des", "qu"],
  ["aussitot", "que"],
  ["sitot", "que"],
  ["as", "soon"],
  ["the", "minute"],
  ["the", "moment"],
  ["the", "day"],
  ["jour", "ou"],
];
const AT_WILL = words("possible je nous on i we can");

/**
 * "Les appels de fonds partent lundi. Vous serez servis dès que le compte est alimenté.": where the promise waits for
 * something in a sentence of its own, a day of which neither side is told is somebody else's.
 */
const isOfOthers = (scene: Scene, dates: readonly DateFind[], date: DateFind): boolean => {
  const sentences = wordsBySentence(scene);
  const own = clauseAt(scene, date.from)?.sentence ?? -1;
  const around = sentences.get(own) ?? [];
  if (around.some((text, at) => isOfUs(text, around[at + 1] ?? ""))) return false;
  const dated = new Set(dates.map((one) => clauseAt(scene, one.from)?.sentence));
  return [...sentences].some(
    ([sentence, texts]) => sentence !== own && !dated.has(sentence) && waitsFor(texts),
  );
};

/** "On" is a person in "on vous paie", and none in "on Monday". */
const isOfUs = (text: string, next: string): boolean =>
  PERSONS.has(text) ||
  PAYMENTS.has(text) ||
  (text === "on" && next !== "the" && weekdayNamed(next) === 0 && monthNamed(next) === 0);

const waitsFor = (texts: readonly string[]): boolean =>
  texts.some((text) => CREDITORS.has(text)) &&
  texts.some((text, at) => {
    const isOpening = WAITING.some(([first, second]) => first === text && second === texts[at + 1]);
    return isOpening && !texts.slice(at + 2, at + 4).some((next) => AT_WILL.has(next));
  });

/** The words of each sentence, in their order. */
const wordsBySentence = ({ clauses, tokens }: Scene): ReadonlyMap<number, readonly string[]> => {
  const out = new Map<number, string[]>();
  let at = 0;
  for (const { sentence, to } of clauses) {
    const list = out.get(sentence) ?? [];
    for (; at < tokens.length && (tokens[at]?.from ?? 0) < to; at += 1)
      if (tokens[at]?.kind === "word") list.push(tokens[at]?.text ?? "");
    out.set(sentence, list);
  }
  return out;
};

/** Characters of a clause beyond the sum that it names and says nothing of. */
const BESIDE_SUM = 20;

/** The clause that says what became of a sum: its own, or the one before where its own is little but the sum. */
const tellingOf = (scene: Scene, sum: AmountFind): Clause | undefined => {
  const own = clauseAt(scene, sum.from);
  if (own === undefined || own.cues.has("done") || own.cues.has("coming")) return own;
  if (own.to - own.from > sum.to - sum.from + BESIDE_SUM) return own;
  const before = scene.clauses[scene.clauses.indexOf(own) - 1];
  return before?.sentence === own.sentence ? before : own;
};

/** "Five thousand went over on the 2nd, the rest at the end of the month": a sum paid on a day gone by is not promised. */
const isSettled = (
  scene: Scene,
  sum: AmountFind,
  date: DateFind | undefined,
  gone: readonly DateFind[],
): boolean => {
  const told = tellingOf(scene, sum);
  if (told === undefined || !told.cues.has("done") || !told.cues.has("pay")) return false;
  if (told.cues.has("coming")) return false;
  if (date !== undefined && clauseAt(scene, date.from) === clauseAt(scene, sum.from)) return false;
  const isWithin = (one: DateFind): boolean => one.from >= told.from && one.to <= told.to;
  return (
    gone.some((one) => one !== date && isWithin(one)) && !(date !== undefined && isWithin(date))
  );
};

/** The first of those that score most, if it scores enough. */
export const bestOf = <T>(
  list: readonly { readonly find: T; readonly score: number }[],
  least: number,
): T | undefined => {
  let best: { readonly find: T; readonly score: number } | undefined;
  for (const one of list)
    if (one.score >= least && (best === undefined || one.score > best.score + 1e-9)) best = one;
  return best?.find;
};
