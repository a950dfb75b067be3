import {
  addDays,
  addMonths,
  dayOf,
  daysBetween,
  endOfMonth,
  monthOf,
} from "#shared/kernel/calendar.ts";
import type { CalendarDate } from "#shared/kernel/calendar.ts";
import type { AmountFind } from "./amounts.ts";
import { clauseAt, tokenIndex, wordsBefore } from "./clauses.ts";
import type { Scene } from "./clauses.ts";
import type { DateFind } from "./dates.ts";
import { monthNamed } from "./date-words.ts";
import type { ReadPart, ReadingContext } from "./reading.ts";
import { spelledNumber } from "./spelled-numbers.ts";
import type { Ranked } from "./value-dates.ts";
import { minorOfFind, totalOf } from "./value-sums.ts";

/** Parts kept of a plan: sixty monthly rates are five years. */
export const PARTS_MAX = 60;

export type Schedule = {
  /** The date of the first part, where one is said. */
  readonly first: DateFind | undefined;
  readonly sum: AmountFind;
  readonly parts: readonly ReadPart[];
};

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
  const coming = dates.filter((one) => allowed.has(one));
  return (
    repeatedIn(scene, coming, usable, total, context.sentOn) ??
    pairedIn(scene, coming, usable, total, context.sentOn) ??
    sameAgainIn(scene, coming, usable, total)
  );
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

const COUNTED = set(
  "fois mensualites mensualite versements echeances instalments installments instalment payments months mois lcr cheques traites virements paiements transfers cheque parts tranches times equal monthly x prelevements montants acomptes",
);
const MONTHS = set("mois months");
const PERIODS: readonly (readonly [string, "month" | "week"])[] = [
  [" par mois ", "month"],
  [" a month ", "month"],
  [" per month ", "month"],
  [" monthly ", "month"],
  [" chaque mois ", "month"],
  [" each month ", "month"],
  [" every month ", "month"],
  [" tous les mois ", "month"],
  [" mensuel ", "month"],
  [" mensuels ", "month"],
  [" mensualites ", "month"],
  [" par semaine ", "week"],
  [" a week ", "week"],
  [" per week ", "week"],
  [" weekly ", "week"],
  [" chaque semaine ", "week"],
  [" every week ", "week"],
  [" toutes les semaines ", "week"],
];

/** "12 mensualités de 400 €", "3 x 500", "400 € a month", "trois LCR de 1 800 chacune". */
const repeatedIn = (
  scene: Scene,
  dates: readonly DateFind[],
  sums: readonly AmountFind[],
  total: number,
  sentOn: CalendarDate,
): Schedule | null => {
  const figures = sums.filter((one) => minorOfFind(one, total, 0) !== null && !one.rest);
  for (const sum of figures) {
    const minor = minorOfFind(sum, total, 0);
    if (minor === null) continue;
    const count = countBeside(scene, sum);
    const period = periodBeside(scene, sum);
    const others = figures.filter((one) => one !== sum && one.minor !== sum.minor);
    if (count === 0 && (period === null || others.length > 1)) continue;
    const months = period === "month" ? monthsNamed(scene, sentOn) : [];
    if (months.length > 1)
      return {
        first: undefined,
        sum,
        parts: months.map((by) => ({ by, amountMinor: minor })),
      };
    const own = clauseAt(scene, sum.from)?.sentence ?? 0;
    const ofSum = dates.filter((one) => clauseAt(scene, one.from)?.sentence === own);
    const later = dates.filter((one) => (clauseAt(scene, one.from)?.sentence ?? 0) > own);
    const mine = ofSum.length > 0 ? ofSum : later.length > 0 ? later : dates;
    const first = mine[0];
    if (first?.next == null) continue;
    const start = first.next;
    const lead = leadOf(scene, sum, figures, mine, total);
    const rest = lead === null ? mine : mine.filter((one) => one.from > sum.to);
    if (lead !== null && count >= 2 && rest.length >= count)
      return {
        first: lead.date,
        sum: lead.sum,
        parts: [
          { by: lead.date.next, amountMinor: minorOfFind(lead.sum, total, 0) },
          ...rest.slice(0, count).map((one) => ({ by: one.next, amountMinor: minor })),
        ],
      };
    const listed = [...new Set(mine.map((one) => one.next))].filter(
      (one): one is CalendarDate => one !== null,
    );
    if (count >= 2 && listed.length >= count)
      return {
        first,
        sum,
        parts: listed.slice(0, count).map((by) => ({ by, amountMinor: minor })),
      };
    const until = mine[mine.length - 1];
    const isUntil =
      until !== undefined &&
      until !== first &&
      wordsBefore(scene, until.from, 2).some((one) => UNTIL.has(one));
    const number =
      count >= 2
        ? count
        : isUntil && until.next !== null
          ? Math.round(daysBetween(start, until.next) / (period === "week" ? 7 : 30.44)) + 1
          : 0;
    if (number < 2 || number > PARTS_MAX) {
      // The first days are said and the rest goes on: what is said is kept.
      if (period === null || listed.length < 2 || others.length > 0) continue;
      return {
        first,
        sum,
        parts: listed.slice(0, PARTS_MAX).map((by) => ({ by, amountMinor: minor })),
      };
    }
    const isEnd = endOfMonth(start) === start;
    const parts = Array.from({ length: number }, (_, index) => {
      const month = addMonths(start, index);
      const by = period === "week" ? addDays(start, 7 * index) : isEnd ? endOfMonth(month) : month;
      return { by, amountMinor: minor };
    });
    return { first, sum, parts };
  }
  return null;
};

/** A sum of its own day ahead of equal parts: "30 % le 10 février, puis deux fois 910". */
const leadOf = (
  scene: Scene,
  sum: AmountFind,
  sums: readonly AmountFind[],
  dates: readonly DateFind[],
  total: number,
): { readonly sum: AmountFind; readonly date: DateFind } | null => {
  const own = clauseAt(scene, sum.from)?.sentence;
  for (const one of sums) {
    if (one.to > sum.from || clauseAt(scene, one.from)?.sentence !== own) continue;
    const date = dates.find((day) => day.from >= one.to && day.to <= sum.from);
    if (date !== undefined && minorOfFind(one, total, 0) !== null) return { sum: one, date };
  }
  return null;
};

const UNTIL = set("jusqu jusque until till au through");

/** The period that the sentence of a sum names; null where it names none. */
const periodBeside = (scene: Scene, sum: AmountFind): "month" | "week" | null => {
  const own = clauseAt(scene, sum.from)?.sentence;
  const clauses = scene.clauses.filter((one) => one.sentence === own);
  const from = clauses[0]?.from ?? 0;
  const to = clauses[clauses.length - 1]?.to ?? 0;
  const words = scene.tokens
    .slice(tokenIndex(scene, from), tokenIndex(scene, to))
    .filter((token) => token.kind !== "mark")
    .map((token) => token.text);
  const text = ` ${words.join(" ")} `;
  return PERIODS.find(([phrase]) => text.includes(phrase))?.[1] ?? null;
};

/** How many parts of a sum the words beside it count; 0 where they count none. */
const countBeside = (scene: Scene, sum: AmountFind): number => {
  const { tokens } = scene;
  const at = tokenIndex(scene, sum.from);
  for (let back = at - 1; back >= Math.max(0, at - 9); back -= 1) {
    if (tokens[back]?.kind === "end") break;
    const counted = countAt(scene, back);
    if (counted > 0) return counted;
  }
  const end = tokenIndex(scene, sum.to);
  for (let next = end; next < Math.min(tokens.length, end + 8); next += 1) {
    if (tokens[next]?.kind === "end") break;
    // "575 € …, douze fois", "400 x 6".
    if (
      (tokens[next]?.text === "x" || tokens[next]?.text === "×") &&
      tokens[next + 1]?.kind === "number"
    )
      return bounded(Number(tokens[next + 1]?.text));
    const counted = countAt(scene, next);
    if (counted > 0) return counted;
  }
  return 0;
};

const countAt = ({ tokens }: Scene, at: number): number => {
  const token = tokens[at];
  const spelled = token?.kind === "word" ? spelledNumber(tokens, at) : null;
  const value =
    token?.kind === "number" && token.text.length <= 2 ? Number(token.text) : (spelled?.value ?? 0);
  if (value < 2) return 0;
  for (let next = at + (spelled?.size ?? 1); next < at + 4; next += 1)
    if (COUNTED.has(tokens[next]?.text ?? "")) {
      // "Aux 15 du mois" counts nothing.
      const isMonths = MONTHS.has(tokens[next]?.text ?? "");
      return isMonths && next > at + (spelled?.size ?? 1) ? 0 : bounded(value);
    }
  return 0;
};

const bounded = (count: number): number => (count >= 2 && count <= PARTS_MAX ? count : 0);

const FROM = set("de from entre between");
const TO = set("a to until jusqu through et and");

/** "à la fin de chaque mois, de mars à août", "from March to August": the months named, by their ends. */
const monthsNamed = ({ tokens }: Scene, sentOn: CalendarDate): readonly CalendarDate[] => {
  for (let at = 0; at < tokens.length; at += 1) {
    if (!FROM.has(tokens[at]?.text ?? "")) continue;
    const first = monthNamed(tokens[at + 1]?.text ?? "");
    if (first === 0 || !TO.has(tokens[at + 2]?.text ?? "")) continue;
    const last = monthNamed(tokens[at + 3]?.text ?? "");
    if (last === 0) continue;
    const ahead = (first - monthOf(sentOn) + 12) % 12;
    const start = addMonths(addDays(sentOn, 1 - dayOf(sentOn)), ahead);
    const count = ((last - first + 12) % 12) + 1;
    return Array.from({ length: count }, (_, index) => endOfMonth(addMonths(start, index)));
  }
  return [];
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
    [0, 1, 2].some((ahead) => NOW.has(scene.tokens[at + ahead]?.text ?? "")) &&
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
