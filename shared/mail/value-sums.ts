import type { AmountFind } from "./amounts.ts";
import { findBareAmounts } from "./bare-amounts.ts";
import { clauseAt, wordsAfter, wordsBefore } from "./clauses.ts";
import type { Scene } from "./clauses.ts";
import type { DateFind } from "./dates.ts";
import { isOtherCurrency, withOtherCurrencies } from "./other-currency.ts";
import type { ReadingContext } from "./reading.ts";
import type { Signal } from "./signals.ts";

export type RankedSum = { readonly find: AmountFind; readonly score: number };

const set = (list: string): ReadonlySet<string> => new Set(list.split(" "));

export const totalOf = ({ invoices }: ReadingContext): number =>
  invoices.reduce((sum, one) => sum + one.totalMinor, 0);

/** The sums of the words, with a mark or without one, in their order; those of other currencies have no number. */
export const sumsOf = (
  scene: Scene,
  found: readonly AmountFind[],
  dates: readonly DateFind[],
  context: ReadingContext,
): readonly AmountFind[] => {
  const marked = withOtherCurrencies(scene, found, context.currency);
  const bare = findBareAmounts(
    scene.folded,
    scene.tokens,
    context.currency,
    [...marked, ...dates],
    context.invoices.map((one) => one.number),
  );
  return [...marked, ...bare].sort((a, b) => a.from - b.from);
};

/** A sum of the words in minor units: itself, its share of the claim, or what the sums before it leave. */
export const minorOfFind = (
  find: AmountFind | undefined,
  total: number,
  given: number,
): number | null => {
  if (find === undefined || isOtherCurrency(find)) return null;
  if (find.minor !== null) return find.minor;
  if (find.share !== null) return total > 0 ? Math.round(total * find.share) : null;
  return given > 0 && total > given ? total - given : null;
};

const UNIT_AFTER = set("each piece chacun la le l unite kg box per barquette boite heure hour");
const OF_TOTAL = set(
  "total totale sur lieu instead dette whole entire full all not pas debt plutot than owed",
);
const REMAINING = set("reste restent remaining leaves leaving balance solde");
const NOT = set("pas not instead lieu");
const TOTAL_WORDS = set("total totale");

export const SUM_WEIGHTS = {
  promise: {
    date: 2,
    sentence: 1,
    signal: 0.4,
    pay: 1,
    coming: 0.6,
    done: -2,
    deduction: -1.6,
    income: -1,
    origin: -0.4,
  },
  paid: {
    date: 1.5,
    sentence: 0.8,
    signal: 1.2,
    pay: 0.6,
    coming: -1,
    done: 1.2,
    deduction: -1.6,
    income: -1,
    origin: -0.4,
  },
};

/** The sums with what speaks for each as that of the promise, or of the payment made. */
export const rankedSums = (
  scene: Scene,
  sums: readonly AmountFind[],
  date: DateFind | undefined,
  signals: readonly Signal[],
  context: ReadingContext,
  of: "promise" | "paid",
): readonly RankedSum[] => {
  const weights = SUM_WEIGHTS[of];
  const total = totalOf(context);
  const known = knownSums(context);
  const dateClause = date === undefined ? undefined : clauseAt(scene, date.from);
  const figures = sums.filter((one) => one.minor !== null || isOtherCurrency(one)).length;
  return sums.map((find) => {
    const clause = clauseAt(scene, find.from);
    const minor = minorOfFind(find, total, 0);
    let score = 0;
    if (clause !== undefined && dateClause !== undefined) {
      if (clause === dateClause) score += weights.date;
      else if (clause.sentence === dateClause.sentence) score += weights.sentence;
      else if (Math.abs(clause.sentence - dateClause.sentence) === 1) score += weights.sentence / 3;
    }
    const inSpan = signals.some(
      ({ span }) => span !== null && find.from >= span.from && find.to <= span.to + 1,
    );
    if (inSpan) score += weights.signal;
    for (const cue of ["pay", "coming", "done", "deduction", "income", "origin"] as const)
      if (clause?.cues.has(cue) === true) score += weights[cue];
    if (find.rule === "amount.bare") score -= minor !== null && minor < total * 0.04 ? 2 : 0.6;
    if (find.rest) score -= 1;
    if (minor !== null && find.minor !== null) {
      if (known.has(minor)) score += 2;
      else if (total > 0 && minor > total * 1.03) score -= 3;
      else if (total > 0 && minor < total * 0.03) score -= 1.5;
    }
    if (figures === 1 && (find.minor !== null || isOtherCurrency(find))) score += 0.8;
    const after = wordsAfter(scene, find.to, 2);
    if (UNIT_AFTER.has(after[0] ?? "") && minor !== null && minor * 4 < total) score -= 1.5;
    const before = wordsBefore(scene, find.from, 3);
    if (NOT.has(before[before.length - 1] ?? "")) score -= 3;
    if (of === "promise" && before.some((text) => REMAINING.has(text))) score += 0.8;
    const isTotalSaid = before.some((text) => TOTAL_WORDS.has(text));
    if (isTotalSaid && isSumOfOthers(find, sums)) score += 2.5;
    else if (before.some((text) => OF_TOTAL.has(text)) && !(of === "paid" && isTotalSaid))
      score -= known.has(minor ?? -1) ? 0.3 : 0.8;
    return { find, score };
  });
};

/** Whether a sum is what the others add up to, as the last line of a table. */
const isSumOfOthers = (find: AmountFind, sums: readonly AmountFind[]): boolean => {
  const others = sums.filter(
    (one) => one !== find && one.minor !== null && one.minor !== find.minor,
  );
  const distinct = [...new Set(others.map((one) => one.minor ?? 0))];
  return distinct.length > 1 && distinct.reduce((all, one) => all + one, 0) === find.minor;
};

/** Sums that the claim itself knows: each invoice, all of them, two together, halves. */
const knownSums = ({ invoices }: ReadingContext): ReadonlySet<number> => {
  const totals = invoices.slice(0, 40).map((one) => one.totalMinor);
  const out = new Set<number>(totals);
  const whole = totals.reduce((sum, one) => sum + one, 0);
  out.add(whole);
  out.add(Math.round(whole / 2));
  for (const [index, one] of totals.entries()) {
    out.add(whole - one);
    for (const other of totals.slice(index + 1)) out.add(one + other);
  }
  return out;
};
