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
import type { ReadPart } from "./reading.ts";
import { spelledNumber } from "./spelled-numbers.ts";
import { minorOfFind } from "./value-sums.ts";

/** Parts kept of a plan: sixty monthly rates are five years. */
export const PARTS_MAX = 60;

export type Schedule = {
  /** The date of the first part, where one is said. */
  readonly first: DateFind | undefined;
  readonly sum: AmountFind;
  readonly parts: readonly ReadPart[];
};

const set = (list: string): ReadonlySet<string> => new Set(list.split(" "));
const COUNTED = set(
  "fois mensualites mensualite versements echeances instalments installments instalment payments months mois lcr cheques traites virements paiements transfers cheque parts tranches times equal monthly x prelevements montants acomptes lots bits goes chunks slices versement lot",
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
export const repeatedIn = (
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
