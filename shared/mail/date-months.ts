import {
  addDays,
  addMonths,
  calendarDate,
  dayOf,
  endOfMonth,
  monthOf,
  weekdayOf,
  yearOf,
} from "#shared/kernel/calendar.ts";
import type { CalendarDate } from "#shared/kernel/calendar.ts";
import { isNumber, number, one, same, skip, word, wordSet, yearless } from "./date-tokens.ts";
import type { Reader } from "./date-tokens.ts";
import { monthNamed } from "./date-words.ts";
import type { Token } from "./words.ts";

const PARTS = wordSet(
  "early late mid end beginning start debut fin courant milieu middle mi en in pour during le dans for ce over sur avant before",
);
const EARLY = wordSet("early beginning start debut");
const MIDDLE = wordSet("mid mi milieu middle");
const LONG = wordSet("en in courant pendant during");
const EDGE = wordSet("avant before");
const LINKS = wordSet("- of the du de d ' ce this mois le la l of");
const MONTH = wordSet("month mois");
const COMING = wordSet("prochain suivant pro proch");
const NEXT = wordSet("next following coming");
const PAST = wordSet("dernier passe precedent ecoule");
const WHOLE = wordSet("le dans pour sur ce in en for");
const LAST_LEADS = wordSet("last dernier dern final");
const DAY = wordSet("day jour");
const WORKING = wordSet("working business banking ouvre ouvrable ouvres trading");
const OF_LAST = wordSet("of the du de this ce d ' each every chaque");
const MONTH_LEADS = wordSet("in for pour en");
const NEVER = wordSet("le ce");

/** The month that a word names or "month", "next month", from a token on, and where it ends. */
const monthAt = (
  tokens: readonly Token[],
  at: number,
  sentOn: CalendarDate,
): { readonly first: CalendarDate; readonly next: number; readonly past: boolean } | null => {
  const first = addDays(sentOn, 1 - dayOf(sentOn));
  const following = addDays(endOfMonth(sentOn), 1);
  if (one(tokens, at, MONTH)) {
    if (one(tokens, at + 1, COMING)) return { first: following, next: at + 2, past: false };
    if (one(tokens, at + 1, PAST)) return null;
    const isCurrent = word(tokens, at + 1) === "en" && word(tokens, at + 2) === "cours";
    return { first, next: at + (isCurrent ? 3 : 1), past: false };
  }
  if (one(tokens, at, NEXT) && word(tokens, at + 1) === "month")
    return { first: following, next: at + 2, past: false };
  const named = monthNamed(word(tokens, at));
  if (named === 0) return null;
  // "Start Feb 16", "before Dec 4th" name a day.
  if (isNumber(tokens, at + 1) && word(tokens, at + 1).length <= 2) return null;
  const year = word(tokens, at + 1);
  const isYear = isNumber(tokens, at + 1) && year.length === 4 && year.startsWith("20");
  const gone = monthOf(sentOn) - named;
  // "Fin octobre" said in November is the one that has been; "début janvier" said in December is the one to come.
  const past = !isYear && gone > 0 && gone <= 3;
  const which = isYear ? Number(year) : yearOf(sentOn) + (gone > 0 && !past ? 1 : 0);
  const month = calendarDate(which, named, 1);
  return month === null ? null : { first: month, next: at + (isYear ? 2 : 1), past };
};

/** fin du mois, end of next month, mi-décembre, early December, courant janvier, EOM, dernier jour ouvré du mois */
export const readMonth: Reader = (tokens, at, { sentOn }) => {
  const end = endOfMonth(sentOn);
  if (word(tokens, at) === "eom") {
    const after = monthNamed(word(tokens, at + 1)) > 0 ? monthAt(tokens, at + 1, sentOn) : null;
    if (after !== null && !after.past)
      return same(after.next - at, "date.end-of-month", endOfMonth(after.first));
    return same(1, "date.end-of-month", end);
  }
  if (word(tokens, at) === "month") {
    const next = word(tokens, at + 1) === "-" ? at + 2 : at + 1;
    return word(tokens, next) === "end" ? same(next + 1 - at, "date.end-of-month", end) : null;
  }
  // "November month end", "December month-end".
  const last = lastDay(tokens, at, sentOn);
  if (last !== undefined) return last;
  const lead = skip(tokens, at, PARTS, 1);
  const part = lead > at ? word(tokens, at) : "";
  if (part === "") {
    if (one(tokens, at, NEXT) && word(tokens, at + 1) === "month")
      return same(2, "date.next-month", endOfMonth(addDays(end, 1)));
    return null;
  }
  // "Le mois", "this month": the words between may themselves be the month.
  let from = skip(tokens, lead, LINKS, 4);
  if (!one(tokens, from, MONTH) && word(tokens, from - 1) === "mois" && from > lead) {
    const isNamed = monthNamed(word(tokens, from)) > 0;
    if (!isNamed) from -= 1;
  }
  const month = monthAt(tokens, from, sentOn);
  if (month === null) return null;
  const isNamed = monthNamed(word(tokens, from)) > 0;
  if (isNamed && NEVER.has(part)) return null;
  // "May" and "mars" are words too; alone they are months only after a word of time.
  if (word(tokens, from) === "may" && MONTH_LEADS.has(part) && part !== "in") return null;
  if (!isNamed && WHOLE.has(part)) {
    const isNext = word(tokens, from) !== "mois" && word(tokens, from) !== "month";
    const isTold =
      month.first > sentOn ||
      (part === "ce" && from === lead) ||
      links(tokens, lead, from, "ce this");
    if (!isTold) return null;
    return same(
      month.next - at,
      isNext ? "date.next-month" : "date.month",
      endOfMonth(month.first),
    );
  }
  // "Avant décembre" is over when it begins; "avant la fin du mois" is read from "fin".
  if (EDGE.has(part)) {
    if (!isNamed || from !== lead || month.past) return null;
    return same(month.next - at, "date.before-month", addDays(month.first, -1));
  }
  const told = (name: string, date: CalendarDate) => {
    const found = same(month.next - at, name, date);
    return found === null || !month.past ? found : { ...found, past: true };
  };
  const rule = isNamed ? "named-month" : "month";
  if (EARLY.has(part)) return told(`date.early-${rule}`, addDays(month.first, 9));
  if (MIDDLE.has(part)) return told(`date.mid-${rule}`, addDays(month.first, 14));
  // "Soldé en septembre" names no day.
  if (month.past && LONG.has(part))
    return { size: month.next - at, rule: "date.told-month", next: null, last: null, past: true };
  return told(`date.end-of-${rule}`, endOfMonth(month.first));
};

const links = (tokens: readonly Token[], from: number, to: number, list: string): boolean =>
  tokens.slice(from, to).some((token) => list.split(" ").includes(token.text));

/** The last (working) day of a month; undefined where the words are no such thing. */
const lastDay = (
  tokens: readonly Token[],
  at: number,
  sentOn: CalendarDate,
): ReturnType<Reader> | undefined => {
  if (!one(tokens, at, LAST_LEADS)) return undefined;
  const isBefore = one(tokens, at + 1, WORKING);
  const dayIs = isBefore ? at + 2 : at + 1;
  if (!one(tokens, dayIs, DAY)) return undefined;
  const isAfter = one(tokens, dayIs + 1, WORKING);
  const working = isBefore || isAfter;
  const next = skip(tokens, dayIs + (isAfter ? 2 : 1), OF_LAST, 3);
  const month = monthAt(tokens, next, sentOn);
  if (month === null && !working) return undefined;
  const end = endOfMonth(month?.first ?? sentOn);
  const size = (month === null ? dayIs + (isAfter ? 2 : 1) : month.next) - at;
  const back = working ? Math.max(0, weekdayOf(end) - 5) : 0;
  return same(size, "date.last-day-of-month", addDays(end, -back));
};

const FIRST = wordSet("1re 1ere premiere first 1");
const SECOND = wordSet("2e 2eme 2nde deuxieme seconde second 2");
const ORDINAL = wordSet("e eme re ere nde st nd");
const OF = wordSet("de d ' du of the ce this mois");

/** 2e quinzaine de novembre, première quinzaine de décembre, second half of January */
export const readHalf: Reader = (tokens, at, { sentOn }) => {
  const isFirst = one(tokens, at, FIRST);
  if (!isFirst && !one(tokens, at, SECOND)) return null;
  const next = skip(tokens, at + 1, ORDINAL, 1);
  if (word(tokens, next) !== "quinzaine" && word(tokens, next) !== "half") return null;
  const from = skip(tokens, next + 1, OF, 3);
  const named =
    monthAt(tokens, from, sentOn) ??
    (word(tokens, from - 1) === "mois" ? monthAt(tokens, from - 1, sentOn) : null);
  if (named === null || named.past) return null;
  const date = isFirst ? addDays(named.first, 14) : endOfMonth(named.first);
  return same(named.next - at, "date.half-month", date);
};

const ENDS = wordSet("end fin");
const LINK = wordSet("of the d ' l de du la this cette ce");
const YEAR = wordSet("year annee an");
const QUARTER = wordSet("quarter trimestre");
const BEFORE = wordSet("before avant by pour d ici");
const FEASTS: ReadonlyMap<string, readonly [number, number]> = new Map([
  ["noel", [12, 25]],
  ["christmas", [12, 25]],
  ["xmas", [12, 25]],
  ["toussaint", [11, 1]],
  ["reveillon", [12, 31]],
  ["halloween", [10, 31]],
]);
const FEAST_LEADS = wordSet("avant before by pour a d ici la le l ' at for");

/** fin d'année, end of the quarter, end of Q1, avant Noël, before Christmas, avant les fêtes */
export const readYear: Reader = (tokens, at, { sentOn }) => {
  if (ENDS.has(word(tokens, at)) || (word(tokens, at) === "year" && word(tokens, at + 1) !== "")) {
    const from = skip(tokens, at + 1, LINK, 4);
    const isYear =
      word(tokens, at) === "year" ? endOfYear(tokens, at) : one(tokens, from, YEAR) ? from + 1 : 0;
    if (isYear > 0) {
      const isNext = one(tokens, isYear, COMING);
      return isNext
        ? null
        : same(isYear - at, "date.end-of-year", calendarDate(yearOf(sentOn), 12, 31));
    }
    const quarter = word(tokens, from);
    const which = quarter === "q" || quarter === "t" ? number(tokens, from + 1) : NaN;
    if (which >= 1 && which <= 4) {
      const year = yearOf(sentOn) + (which * 3 < monthOf(sentOn) ? 1 : 0);
      const month = calendarDate(year, which * 3, 1);
      return month === null ? null : same(from + 2 - at, "date.end-of-quarter", endOfMonth(month));
    }
    if (one(tokens, from, QUARTER)) {
      const ahead = (3 - (monthOf(sentOn) % 3)) % 3;
      const month = addMonths(addDays(sentOn, 1 - dayOf(sentOn)), ahead);
      return same(from + 1 - at, "date.end-of-quarter", endOfMonth(month));
    }
    return null;
  }
  const from = skip(tokens, at, FEAST_LEADS, 3);
  if (from === at) return null;
  const isBefore = tokens
    .slice(at, from)
    .some((token) => BEFORE.has(token.text) && token.text !== "pour");
  if (isBefore && word(tokens, from) === "les" && word(tokens, from + 1) === "fetes")
    return same(from + 2 - at, "date.before-feast", calendarDate(yearOf(sentOn), 12, 24));
  const day = feastAt(tokens, from, sentOn)?.next ?? null;
  return day === null ? null : same(from + 1 - at, "date.feast", isBefore ? addDays(day, -1) : day);
};

/** Noël, Christmas: without the word of time that alone it needs. */
export const feastAt = (
  tokens: readonly Token[],
  at: number,
  sentOn: CalendarDate,
): ReturnType<Reader> => {
  const feast = FEASTS.get(word(tokens, at));
  return feast === undefined ? null : yearless(1, "date.feast", feast[1], feast[0], sentOn);
};

const endOfYear = (tokens: readonly Token[], at: number): number => {
  const next = word(tokens, at + 1) === "-" ? at + 2 : at + 1;
  return word(tokens, next) === "end" ? next + 1 : 0;
};

/** Words, besides names of days and months, with which these dates can begin. */
export const MONTH_OPENINGS: readonly string[] = [
  ...PARTS,
  ...NEXT,
  ...LAST_LEADS,
  ...FIRST,
  ...SECOND,
  ...ENDS,
  ...FEAST_LEADS,
  "eom",
  "month",
  "year",
];
