import { addDays, daysBetween } from "#shared/kernel/calendar.ts";
import { clauseAt, wordsAfter, wordsBefore } from "./clauses.ts";
import type { Clause, Scene } from "./clauses.ts";
import type { Cue } from "./clause-cues.ts";
import type { DateFind } from "./dates.ts";
import type { ReadingContext } from "./reading.ts";
import type { Signal } from "./signals.ts";

/** A day without a year that would be nine months away is one that has been: the due day, not the promise. */
const NEAR_DAYS = 270;
/** Days beyond which no promise of a reply lies; a year written wrong would. */
const FAR_DAYS = 1100;

export type Ranked = { readonly find: DateFind; readonly score: number };

const set = (list: string): ReadonlySet<string> => new Set(list.split(" "));

const LIMIT = set("by before avant ici d'ici sous within latest pour");
const LAST_BEFORE = set("until till jusqu jusque jusqu'au");
const SINCE = set("depuis since");
const ORIGIN = set(
  "facture factures invoice invoices relance relances courrier mail email courriel lettre letter message reminder dated datee echue echu echues bl devis commande jugement pv recu recue received order electronique",
);
const FIRM_AFTER = set("latest maximum max maxi plus dernier grand sans without promis sur");
const CONDITIONS = set("if si when once quand lorsque des after apres unless until");
const QUOTES = '"«»“”';

const US_DATE = /(?<![\d/.-])(\d{1,2})\/(\d{1,2})\/(?:20)?\d\d(?![\d/])/g;
const FRENCH = /(?<![a-z])(?:le|les|nous|vous|est|bonjour|pour|je)(?![a-z])/;

/** Whether figures are a month and a day: as the claim's country writes them, unless the figures demand otherwise. */
export const isMonthFirst = ({ folded }: Scene, { currency, sentOn }: ReadingContext): boolean => {
  if (currency === "USD") return true;
  if (currency === "CAD") return !FRENCH.test(folded);
  US_DATE.lastIndex = 0;
  let monthFirst = 0;
  for (
    let hit = US_DATE.exec(folded), seen = 0;
    hit !== null && seen < 50;
    hit = US_DATE.exec(folded), seen += 1
  ) {
    const first = Number(hit[1]);
    const second = Number(hit[2]);
    if (first > 12) return false;
    // The mail's own month ahead of a day says as much as a 25th month would.
    const month = Number(sentOn.slice(5, 7));
    if (
      second > 12 ||
      (first === month && second !== month && Math.abs(second - Number(sentOn.slice(8, 10))) <= 3)
    )
      monthFirst += 1;
  }
  return monthFirst > 0;
};

/** What a date of a promise, or of a payment made, gains and loses by what stands round it. */
export const WEIGHTS = {
  promise: {
    base: 1.2,
    pay: 1.6,
    coming: 1.2,
    done: -1.8,
    firm: 1.9,
    execution: 2.5,
    elsewhere: -1.6,
    absence: -2,
    income: -2,
    origin: -1.2,
    condition: -0.6,
    deduction: -0.8,
    denied: -0.8,
    sentencePay: 0.6,
    sentenceComing: 0.4,
    signal: 1.2,
    hit: 1,
    limit: 0.6,
    firmAfter: 1.5,
    until: -1.5,
    since: -4,
    originBefore: -4,
    quoted: -2,
    today: -0.8,
    far: -2,
    explicit: 0.2,
    question: -0.3,
    conditionFirst: -1.2,
    habit: -0.8,
    past: 0,
  },
  paid: {
    base: 1.2,
    pay: 1.8,
    coming: -1,
    done: 2,
    firm: 0,
    execution: 0.5,
    elsewhere: -1,
    absence: -1,
    income: -1,
    origin: -1.2,
    condition: -0.5,
    deduction: -0.8,
    denied: -0.8,
    sentencePay: 0.5,
    sentenceComing: 0,
    signal: 1.2,
    hit: 1,
    limit: -1.5,
    firmAfter: -1,
    until: -2,
    since: 1.5,
    originBefore: -4,
    quoted: -2,
    today: 0.4,
    far: -2,
    explicit: 0.4,
    question: -0.5,
    conditionFirst: -1,
    habit: -0.8,
    past: 0.4,
  },
};

type Weights = (typeof WEIGHTS)["promise"];
const CUES: readonly (Cue & keyof Weights)[] = [
  "pay",
  "coming",
  "done",
  "firm",
  "execution",
  "elsewhere",
  "absence",
  "income",
  "origin",
  "condition",
  "deduction",
  "denied",
];

/** The dates with what speaks for each of them, in their order. */
export const rankedDates = (
  scene: Scene,
  dates: readonly DateFind[],
  signals: readonly Signal[],
  context: ReadingContext,
  of: "promise" | "paid",
): readonly Ranked[] => {
  const weights = WEIGHTS[of];
  const sentences = new Map<number, Set<Cue>>();
  for (const clause of scene.clauses) {
    const known = sentences.get(clause.sentence) ?? new Set<Cue>();
    for (const cue of clause.cues) known.add(cue);
    sentences.set(clause.sentence, known);
  }
  return dates.map((find) => {
    const clause = clauseAt(scene, find.from);
    const sentence = sentences.get(clause?.sentence ?? -1) ?? new Set<Cue>();
    return { find, score: scoreOf(scene, find, clause, sentence, signals, context, weights, of) };
  });
};

const scoreOf = (
  scene: Scene,
  find: DateFind,
  clause: Clause | undefined,
  sentence: ReadonlySet<Cue>,
  signals: readonly Signal[],
  context: ReadingContext,
  weights: Weights,
  of: "promise" | "paid",
): number => {
  let score = weights.base;
  for (const cue of CUES) if (clause?.cues.has(cue) === true) score += weights[cue];
  if (sentence.has("pay") && clause?.cues.has("pay") !== true) score += weights.sentencePay;
  if (sentence.has("coming") && clause?.cues.has("coming") !== true)
    score += weights.sentenceComing;
  const inSpan = signals.filter(
    ({ span }) => span !== null && find.from >= span.from && find.to <= span.to + 1,
  );
  if (inSpan.length > 0) score += weights.signal;
  const distance = Math.min(
    ...inSpan.map(({ hit }) =>
      hit === null ? 200 : find.from >= hit.to ? find.from - hit.to : hit.from - find.to + 10,
    ),
    200,
  );
  if (distance < 80) score += weights.hit * (1 - Math.max(0, distance) / 80);
  const before = wordsBefore(scene, find.from, 3);
  const after = wordsAfter(scene, find.to, 3);
  const first = scene.folded.slice(find.from, find.to).split(" ")[0] ?? "";
  const near = [...before.slice(-2), first];
  if (near.some((text) => LIMIT.has(text))) score += weights.limit;
  if (before.slice(-2).some((text) => text === "latest" || text === "tard"))
    score += weights.firmAfter;
  if (after[0] !== undefined && FIRM_AFTER.has(after[0])) score += weights.firmAfter;
  else if (after[0] === "au" && after[1] === "plus") score += weights.firmAfter;
  if (before.slice(-2).some((text) => LAST_BEFORE.has(text))) score += weights.until;
  if (before.slice(-2).some((text) => SINCE.has(text))) score += weights.since;
  if (isOfOrigin(before)) score += weights.originBefore;
  if (isQuoted(scene, find)) score += weights.quoted;
  const day = of === "promise" ? find.next : find.last;
  if (day === context.sentOn) score += weights.today;
  if (find.past) score += weights.past;
  if (day !== null && Math.abs(daysBetween(context.sentOn, day)) > 150) score += weights.far;
  // "Went over on the 2nd": a day without a year beside what is told as done has been.
  const isTold = clause?.cues.has("done") === true && !clause.cues.has("coming");
  if (of === "promise" && isTold && find.next !== find.last) score -= 1.5;
  if (find.rule === "date.each-weekday") score += weights.habit;
  if (EXPLICIT.has(find.rule)) score += weights.explicit;
  if (clause !== undefined && scene.folded.slice(clause.to - 1, clause.to + 2).includes("?"))
    score += weights.question;
  const opening =
    clause === undefined
      ? ""
      : (scene.folded.slice(clause.from, clause.from + 12).split(" ")[0] ?? "");
  if (CONDITIONS.has(opening)) score += weights.conditionFirst;
  return score;
};

const DATED = set("dated datee echue echu echus echues");
const ARTICLES = set("of du le des de on from dated date datee the last mon");

/** "Votre relance du", "your invoice of the", "échue le": the date of a paper. */
const isOfOrigin = (before: readonly string[]): boolean => {
  let at = before.length - 1;
  while (at >= 0 && ARTICLES.has(before[at] ?? "")) at -= 1;
  const text = before[at] ?? "";
  return ORIGIN.has(text) && (at < before.length - 1 || DATED.has(text));
};

const EXPLICIT: ReadonlySet<string> = set(
  "date.iso date.figures date.named date.day-of-month date.weekday-day date.day-of-next-month",
);
export const isExplicit = (find: DateFind): boolean => EXPLICIT.has(find.rule);

/** Whether a date stands between quotation marks close to it. */
const isQuoted = ({ text }: Scene, find: DateFind): boolean => {
  const before = text.slice(Math.max(0, find.from - 14), find.from);
  const after = text.slice(find.to, find.to + 8);
  return (
    before.split("").some((char) => QUOTES.includes(char)) &&
    after.split("").some((char) => QUOTES.includes(char))
  );
};

export const isComing = (find: DateFind, context: ReadingContext): boolean =>
  !find.past &&
  find.next !== null &&
  find.next >= context.sentOn &&
  find.next <= addDays(context.sentOn, FAR_DAYS) &&
  (find.next === find.last || find.next <= addDays(context.sentOn, NEAR_DAYS));

export const isGone = (find: DateFind, context: ReadingContext): boolean =>
  (find.last === null && find.past) ||
  (find.last !== null &&
    find.last <= context.sentOn &&
    daysBetween(find.last, context.sentOn) <= FAR_DAYS);

const RANGES = set("entre between du from");
const LINKS = set(
  "ou or au plus tard latest max maximum voire soit worst case pire et the le at by no later than maxi - / , grand and sinon otherwise else defaut failing a to encore even possibly maybe perhaps peut etre bien plutot rather probably more likely",
);

/** "Vendredi, lundi au plus tard", "the 15th or the 20th": the last day on which it would still be kept. */
export const bindingOf = (scene: Scene, dates: readonly DateFind[], best: DateFind): DateFind => {
  const before = dates.find((one) => one.to <= best.from && best.from - one.to <= 3);
  const isLater =
    before?.rule === "date.weekday" && best.rule === "date.weekday" && best.next !== null;
  // "Vendredi, lundi au plus tard": the Monday after that Friday.
  if (isLater && before.next !== null && before.next > best.next)
    return { ...best, next: addDays(best.next, 7) };
  let found = best;
  for (const next of dates) {
    if (next.from < found.to || next.from - found.to > 30 || next.next === null) continue;
    const between = scene.folded.slice(found.to, next.from);
    const words = between.split(" ").filter((word) => word !== "" && word !== "(");
    const isLinked = words.every((word) => LINKS.has(word.replace(",", "")) || word === ",");
    const isOr =
      words.some((word) =>
        [
          "ou",
          "or",
          "voire",
          "latest",
          "tard",
          "max",
          "sinon",
          "otherwise",
          "plutot",
          "rather",
        ].includes(word),
      ) || ["-", "a", "to", "/"].includes(between.trim());
    const firm = wordsAfter(scene, next.to, 3);
    const isFirm =
      firm[0] === "latest" ||
      firm[0] === "max" ||
      firm[0] === "maximum" ||
      (firm[0] === "au" && firm[1] === "plus") ||
      (firm[0] === "at" && firm[1] === "the");
    const isNamed = between.trimEnd().endsWith("(") && isExplicit(next) && !isExplicit(found);
    const isRange = RANGES.has(wordsBefore(scene, found.from, 1)[0] ?? "") && words.length <= 2;
    if (!isNamed && !(isLinked && (isOr || isFirm || isRange))) continue;
    if (isNamed || next.next >= (found.next ?? next.next)) found = next;
    else if (found.rule === "date.weekday" && next.rule === "date.weekday")
      found = { ...next, next: addDays(next.next, 7) };
  }
  return found;
};
