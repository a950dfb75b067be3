import type { CalendarDate } from "#shared/kernel/calendar.ts";
import type { AmountFind } from "./amounts.ts";
import { clauseAt, tokenIndex, wordsBefore } from "./clauses.ts";
import type { Scene } from "./clauses.ts";
import type { DateFind } from "./dates.ts";
import type { ReadPart, ReadingContext } from "./reading.ts";
import { PARTS_MAX, repeatedIn } from "./repeated-parts.ts";
import type { Schedule } from "./repeated-parts.ts";
import type { Ranked } from "./value-dates.ts";
import { minorOfFind, totalOf } from "./value-sums.ts";

/** Characters between a sum and its date, in a sentence or a line of a table. */
const APART_CHARS = 100;
/** A date that so much speaks against is not one of a plan. */
const DATE_FROM = -1;

const set = (list: string): ReadonlySet<string> => new Set(list.split(" "));
const WHOLE_BEFORE = set(
  "total totale whole entire dette debt full sur owed reste owing lieu instead plus",
);

/** A plan of several dated sums: a list of them, equal parts at equal distances, half and half; null where none is. */
export const scheduleIn = (
  scene: Scene,
  dates: readonly DateFind[],
  sums: readonly AmountFind[],
  ranked: readonly Ranked[],
  context: ReadingContext,
): Schedule | null => {
  const whole = totalOf(context);
  // Sums that are all beyond the claim speak of a debt that it does not know.
  const isKnown = sums.some((one) => one.minor !== null && one.minor <= whole * 1.03);
  const total = isKnown || sums.every((one) => one.minor === null) ? whole : 0;
  const usable = sums.filter((one, index) => {
    const next = sums[index + 1];
    // "Le solde de 2 940 €" is one sum.
    if (one.rest && next?.minor != null && next.from - one.to <= 6) return false;
    return isOfPlan(scene, one, dates, total);
  });
  const allowed = new Set(ranked.filter((one) => one.score >= DATE_FROM).map((one) => one.find));
  const coming = dates.filter((one) => allowed.has(one) && !isToldAsDone(scene, one, sums));
  return (
    repeatedIn(scene, coming, usable, total, context.sentOn) ??
    pairedIn(scene, coming, usable, total, context.sentOn) ??
    sameAgainIn(scene, coming, usable, total)
  );
};

/** "Five thousand went over on the 2nd": a day without a year beside a payment told as made is none of a plan. */
const isToldAsDone = (scene: Scene, date: DateFind, sums: readonly AmountFind[]): boolean => {
  const clause = clauseAt(scene, date.from);
  if (clause === undefined || !clause.cues.has("done") || !clause.cues.has("pay")) return false;
  if (clause.cues.has("coming") || date.last === null || date.next === date.last) return false;
  // "Le solde le 10 décembre" is a noun.
  return !sums.some((one) => one.rest && one.from >= clause.from && one.to <= clause.to);
};

const isDatedNear = (scene: Scene, sum: AmountFind, dates: readonly DateFind[]): boolean => {
  const sentence = clauseAt(scene, sum.from)?.sentence;
  return dates.some(
    (one) =>
      clauseAt(scene, one.from)?.sentence === sentence &&
      (one.from >= sum.to ? one.from - sum.to : sum.from - one.to) < APART_CHARS,
  );
};

const isOfPlan = (
  scene: Scene,
  sum: AmountFind,
  dates: readonly DateFind[],
  total: number,
): boolean => {
  // What is owed in all is no part of it.
  if (sum.minor !== null && total > 0 && sum.minor > total * 0.97) return false;
  const clause = clauseAt(scene, sum.from);
  if (clause?.cues.has("elsewhere") === true && (sum.rest || !clause.cues.has("pay"))) return false;
  if (clause?.cues.has("deduction") === true && !clause.cues.has("pay")) return false;
  if (sum.share !== null && clause?.cues.has("pay") !== true && !isDatedNear(scene, sum, dates))
    return false;
  const before = wordsBefore(scene, sum.from, 3);
  const isWhole = before.some((text) => WHOLE_BEFORE.has(text));
  return !(isWhole && !sum.rest && sum.minor !== null && sum.minor * 1.5 > total);
};

const NOW = set("now maintenant immediately immediatement suite upfront aujourd today");

/** Sums and dates in turns: each sum belongs to the date after it, or each to the date before it. */
const pairedIn = (
  scene: Scene,
  dates: readonly DateFind[],
  sums: readonly AmountFind[],
  total: number,
  sentOn: CalendarDate,
): Schedule | null => {
  if (sums.length < 2) return null;
  const after = pairs(scene, dates, sums, "after");
  const before = pairs(scene, dates, sums, "before");
  const count = (list: readonly (DateFind | null)[]): number =>
    list.filter((one) => one !== null).length;
  const chosen = count(before) > count(after) ? before : after;
  let given = 0;
  const parts: ReadPart[] = [];
  let first: DateFind | undefined;
  let firstSum: AmountFind | undefined;
  for (const [index, sum] of sums.slice(0, PARTS_MAX).entries()) {
    const date = chosen[index] ?? null;
    const isNow = date === null && nowAfter(scene, sum);
    if (date === null && !isNow && !(sum.rest || sum.share !== null)) continue;
    if (date === null && !isNow && (parts.length === 0 || !waits(scene, sum))) continue;
    const amountMinor = minorOfFind(sum, total, given);
    given += amountMinor ?? 0;
    if (parts.length === 0) {
      first = date ?? undefined;
      firstSum = sum;
    }
    parts.push({ by: isNow ? sentOn : (date?.next ?? null), amountMinor });
  }
  const joined = sameDayJoined(parts);
  const dated = joined.filter((one) => one.by !== null).length;
  if (joined.length < 2 || dated < 1 || firstSum === undefined) return null;
  if (dated < 2 && !sums.some((one) => one.rest || one.share !== null)) return null;
  if (total > 0 && joined.reduce((sum, one) => sum + (one.amountMinor ?? 0), 0) > total * 1.1)
    return null;
  return { first, sum: firstSum, parts: joined };
};

const pairs = (
  scene: Scene,
  dates: readonly DateFind[],
  sums: readonly AmountFind[],
  side: "after" | "before",
): readonly (DateFind | null)[] => {
  let at = 0;
  return sums.slice(0, PARTS_MAX).map((sum, index) => {
    const low = side === "after" ? sum.to : (sums[index - 1]?.to ?? 0);
    const high = side === "after" ? (sums[index + 1]?.from ?? Infinity) : sum.from;
    while (at < dates.length && (dates[at]?.from ?? 0) < low) at += 1;
    let date = dates[at];
    if (side === "before")
      for (let next = at; (dates[next]?.to ?? Infinity) <= high; next += 1) date = dates[next];
    if (date === undefined || date.from < low || date.to > high) return null;
    const apart = side === "after" ? date.from - sum.to : sum.from - date.to;
    const isNear =
      apart <= APART_CHARS &&
      clauseAt(scene, date.from)?.sentence === clauseAt(scene, sum.from)?.sentence;
    return isNear ? date : null;
  });
};

/** Whether a part without a day waits for something told: "le solde à réception de la subvention". */
const waits = (scene: Scene, sum: AmountFind): boolean => {
  const own = clauseAt(scene, sum.from);
  if (own === undefined) return false;
  const at = scene.clauses.indexOf(own);
  const near = [own, scene.clauses[at + 1]].filter((one) => one?.sentence === own.sentence);
  return (
    near.some((one) => one?.cues.has("condition") === true || one?.cues.has("income") === true) &&
    !near.some((one) => one?.cues.has("elsewhere") === true)
  );
};

const nowAfter = (scene: Scene, sum: AmountFind): boolean => {
  const at = tokenIndex(scene, sum.to);
  return (
    [0, 1].some((ahead) => NOW.has(scene.tokens[at + ahead]?.text ?? "")) &&
    ![0, 1].some((ahead) => scene.tokens[at + ahead]?.kind === "end")
  );
};

/** Two sums for one day are one part of that day. */
const sameDayJoined = (parts: readonly ReadPart[]): readonly ReadPart[] => {
  const out: ReadPart[] = [];
  for (const part of parts) {
    const at = out.findIndex((one) => one.by !== null && one.by === part.by);
    const known = out[at];
    if (known === undefined) out.push(part);
    else if (known.amountMinor !== null && part.amountMinor !== null)
      out[at] = { by: known.by, amountMinor: known.amountMinor + part.amountMinor };
  }
  return out;
};

const AGAIN = [
  " pareil ",
  " idem ",
  " autant ",
  " same again ",
  " the same ",
  " la meme somme ",
  " la meme chose ",
  " chacun ",
  " chacune ",
  " each ",
];

/** One sum and several days: "600 le 10, pareil le 25", "1 800 chacune, 31/05, 30/06 et 31/07". */
const sameAgainIn = (
  scene: Scene,
  dates: readonly DateFind[],
  sums: readonly AmountFind[],
  total: number,
): Schedule | null => {
  const hasDay = (one: AmountFind): boolean => {
    const its = clauseAt(scene, one.from)?.sentence;
    return dates.some((date) => clauseAt(scene, date.from)?.sentence === its);
  };
  const sum = sums.find((one) => minorOfFind(one, total, 0) !== null && hasDay(one));
  const own = sum === undefined ? -1 : clauseAt(scene, sum.from)?.sentence;
  const first = dates.find((one) => clauseAt(scene, one.from)?.sentence === own);
  if (sum === undefined || first === undefined || dates.length < 2) return null;
  const amountMinor = minorOfFind(sum, total, 0);
  const sentence = clauseAt(scene, first.from)?.sentence;
  const listed = dates.filter((one) => clauseAt(scene, one.from)?.sentence === sentence);
  const from = Math.min(sum.from, first.from);
  const words = ` ${scene.tokens
    .slice(tokenIndex(scene, from))
    .filter((token) => token.kind !== "mark")
    .map((token) => token.text)
    .join(" ")} `;
  if (listed.length < 2 || !AGAIN.some((phrase) => words.includes(phrase))) return null;
  return {
    first,
    sum,
    parts: listed.slice(0, PARTS_MAX).map((one) => ({ by: one.next, amountMinor })),
  };
};
