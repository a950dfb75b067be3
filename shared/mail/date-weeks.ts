import { addDays, isoWeekOf, mondayOfIsoWeek, weekdayOf, yearOf } from "#shared/kernel/calendar.ts";
import { readDayOfMonth, readFigures, readNamed } from "./date-days.ts";
import {
  isNumber,
  nextMonday,
  number,
  one,
  same,
  skip,
  thisFriday,
  touches,
  word,
  wordSet,
  YEARS_TO,
} from "./date-tokens.ts";
import type { Reader } from "./date-tokens.ts";

const PARTS = wordSet(
  "early late mid end beginning start debut fin courant milieu middle back rest latter",
);
const EARLY = wordSet("early beginning start debut");
const MIDDLE = wordSet("mid milieu middle");
const LINKS = wordSet("of de la the cette this in - d ici le part dans now");
const THIS = wordSet("this cette ce");
const WEEK = wordSet("week semaine weeks sem");
const COMING = wordSet("prochaine pro suivante proch prochain");
const TO_COME = wordSet("qui vient arrive venir");
const PAST = wordSet("derniere passee dern");
const WITHIN = wordSet("within during dans in courant before sur");
const ARTICLES = wordSet("the la le cette");
const WEEKENDS = wordSet("weekend weekends we");

/** fin de semaine, early next week, courant de semaine prochaine, EOW, dans la semaine, ce week-end */
export const readWeek: Reader = (tokens, at, { sentOn }) => {
  if (word(tokens, at) === "eow") {
    const isNext = word(tokens, at + 1) === "next" ? 1 : 0;
    return same(
      1 + isNext,
      "date.end-of-week",
      isNext ? addDays(nextMonday(sentOn), 4) : thisFriday(sentOn),
    );
  }
  const weekend = weekendAt(tokens, skip(tokens, at, WEEKEND_LEADS, 3));
  if (weekend > 0) {
    const leads = tokens.slice(at, weekend - 1).map((token) => token.text);
    const friday = thisFriday(sentOn);
    if (leads.some((text) => PAST_WEEKEND.has(text)) || one(tokens, weekend, PAST_WEEKEND))
      return { size: weekend - at, rule: "date.last-week", next: null, last: null, past: true };
    const isBefore = leads.some((text) => BEFORE_WEEKEND.has(text));
    const isAfter = leads.some((text) => AFTER_WEEKEND.has(text));
    const isNext = leads.includes("next") || one(tokens, weekend, COMING);
    const monday = nextMonday(sentOn);
    if (isAfter) return same(weekend - at, "date.after-weekend", monday);
    const base = isNext ? addDays(monday, 4) : friday;
    return same(weekend - at, "date.weekend", isBefore ? base : addDays(base, 2));
  }
  const lead = skip(tokens, at, PARTS, 1);
  const part = lead > at ? word(tokens, at) : "";
  let next = skip(tokens, lead, LINKS, 5);
  const links = tokens.slice(lead, next).map((token) => token.text);
  // "The rest the week after" is what is left to pay.
  if (part === "rest" && links[0] !== "of") return null;
  const isThis = links.some((text) => THIS.has(text));
  const nextFirst = word(tokens, next) === "next" || word(tokens, next) === "coming";
  if (nextFirst) next += 1;
  if (!one(tokens, next, WEEK)) return null;
  const after = next + 1;
  const isToCome =
    (word(tokens, after) === "qui" || word(tokens, after) === "a") &&
    one(tokens, after + 1, TO_COME);
  const isNext = nextFirst || one(tokens, after, COMING) || isToCome;
  const size = after + (isNext && !nextFirst ? (isToCome ? 2 : 1) : 0) - at;
  if (!isNext) {
    if (one(tokens, after, PAST) || word(tokens, at - 1) === "last")
      return { size: size + 1, rule: "date.last-week", next: null, last: null, past: true };
    const isWithin =
      one(tokens, at - 1, WITHIN) ||
      links.some((text) => WITHIN.has(text)) ||
      word(tokens, after) === "en";
    const isCurrent = word(tokens, after) === "en" && word(tokens, after + 1) === "cours";
    if (part === "" && !isThis && !isCurrent && !(isWithin && one(tokens, next - 1, ARTICLES)))
      return null;
    if (isNumber(tokens, after) || word(tokens, after) === "du") return null;
    // "In the week commencing 2 November" is read from "week".
    if (one(tokens, after, OF) || one(tokens, after, ENDING)) return null;
    const monday = addDays(sentOn, 1 - weekdayOf(sentOn));
    if (EARLY.has(part)) {
      const tuesday = addDays(monday, 1);
      return same(size, "date.early-week", tuesday > sentOn ? tuesday : addDays(tuesday, 7));
    }
    if (MIDDLE.has(part)) {
      const wednesday = addDays(monday, 2);
      return same(size, "date.mid-week", wednesday > sentOn ? wednesday : addDays(wednesday, 7));
    }
    return same(isCurrent ? size + 2 : size, "date.this-week", thisFriday(sentOn));
  }
  const monday = nextMonday(sentOn);
  // "The week after next".
  if (nextFirst && word(tokens, at) === "week") return null;
  if (EARLY.has(part)) return same(size, "date.early-next-week", addDays(monday, 1));
  if (MIDDLE.has(part)) return same(size, "date.mid-next-week", addDays(monday, 2));
  return same(size, "date.next-week", addDays(monday, 4));
};

const WEEKEND_LEADS = wordSet(
  "avant before by pour apres after ce this le the over during next dernier last d ici de",
);
const BEFORE_WEEKEND = wordSet("avant before by ici pour");
const AFTER_WEEKEND = wordSet("apres after");
const PAST_WEEKEND = wordSet("dernier last passe");

/** The token after "week-end" at a token; 0 where none is there. */
const weekendAt = (tokens: Parameters<Reader>[0], at: number): number => {
  if (one(tokens, at, WEEKENDS)) return word(tokens, at) === "we" ? 0 : at + 1;
  if (word(tokens, at) !== "week") return 0;
  const next = word(tokens, at + 1) === "-" ? at + 2 : at + 1;
  return word(tokens, next) === "end" && (next > at + 1 || touches(tokens, next)) ? next + 1 : 0;
};

const NUMBERED = wordSet("semaine week wk sem s w kw cw");
const TIGHT = wordSet("s w kw cw");
const NUMBER_MARKS = wordSet(". no n nr numero #");
const OF = wordSet("commencing beginning of starting commencant debutant");
const OF_FRENCH = wordSet("du commencant debutant");
const ENDING = wordSet("ending finishing");
const DAY_LEADS = wordSet("the monday lundi of du le");
const RANGES = wordSet("au a - to");

/** semaine 48, S48, week 48, w/c 22 June, semaine du 22 (au 26), week of November 3, week ending 7 Nov */
export const readWeekNumber: Reader = (tokens, at, context) => {
  const { sentOn } = context;
  const slashed = word(tokens, at) === "w" && word(tokens, at + 1) === "/";
  const commencing =
    slashed && word(tokens, at + 2) === "c"
      ? at + 3
      : word(tokens, at) === "wc"
        ? at + 1
        : word(tokens, at) === "week" && one(tokens, at + 1, OF)
          ? at + 2
          : word(tokens, at) === "semaine" && one(tokens, at + 1, OF_FRENCH)
            ? at + 1 + (word(tokens, at + 1) === "du" ? 0 : 1)
            : -1;
  if (commencing >= 0) {
    const from = skip(tokens, commencing, DAY_LEADS, 2);
    for (const start of from > commencing ? [from, from - 1] : [from])
      for (const read of [readFigures, readNamed, readDayOfMonth]) {
        const found = read(tokens, start, context);
        if (found?.next == null || yearOf(found.next) > YEARS_TO) continue;
        const ahead = (5 - weekdayOf(found.next) + 7) % 7;
        return same(start + found.size - at, "date.week-commencing", addDays(found.next, ahead));
      }
    // "La semaine du 3 au 7 novembre": the month stands with the last day.
    const until = from + 1;
    if (!Number.isNaN(number(tokens, from)) && one(tokens, until, RANGES)) {
      const found =
        readNamed(tokens, until + 1, context) ?? readFigures(tokens, until + 1, context);
      if (found?.next != null && yearOf(found.next) <= YEARS_TO) {
        const friday = addDays(found.next, 5 - weekdayOf(found.next));
        return same(until + 1 + found.size - at, "date.week-commencing", friday);
      }
    }
    return null;
  }
  const ending =
    slashed && word(tokens, at + 2) === "e"
      ? at + 3
      : word(tokens, at) === "week" && one(tokens, at + 1, ENDING)
        ? at + 2
        : -1;
  if (ending >= 0) {
    const from = skip(tokens, ending, DAY_LEADS, 1);
    const found =
      readFigures(tokens, from, context) ??
      readNamed(tokens, from, context) ??
      readDayOfMonth(tokens, from, context);
    return found?.next == null
      ? null
      : same(from + found.size - at, "date.week-ending", found.next);
  }
  if (!one(tokens, at, NUMBERED)) return null;
  // "Trois semaines. 1 350 ce soir" names no first week.
  const isShort = word(tokens, at).length <= 4 && word(tokens, at) !== "week";
  if (!isShort && tokens[at + 1]?.kind === "end") return null;
  const weekAt = skip(tokens, at + 1, NUMBER_MARKS, 3);
  const week = number(tokens, weekAt);
  if (Number.isNaN(week) || week < 1 || week > 53 || word(tokens, weekAt).length > 2) return null;
  if (one(tokens, at, TIGHT)) {
    const isTied = touches(tokens, at) && tokens[at - 1] !== undefined;
    const isClose = touches(tokens, at + 1) || word(tokens, at + 1) === ".";
    if (!isClose || isTied) return null;
    const after = tokens[weekAt + 1];
    if (
      after !== undefined &&
      touches(tokens, weekAt + 1) &&
      (after.text === "-" || after.text === "/")
    )
      return null;
  }
  const current = isoWeekOf(sentOn);
  const year = week < current.week ? current.year + 1 : current.year;
  const monday = mondayOfIsoWeek(year, week);
  return monday === null ? null : same(weekAt + 1 - at, "date.week-number", addDays(monday, 4));
};

/** Words, besides names of days and months, with which these dates can begin. */
export const WEEK_OPENINGS: readonly string[] = [
  ...PARTS,
  ...LINKS,
  ...WEEK,
  ...WEEKENDS,
  ...WEEKEND_LEADS,
  ...NUMBERED,
  "eow",
  "wc",
  "next",
  "coming",
];
