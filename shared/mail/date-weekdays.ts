import { addDays, endOfMonth, weekdayOf } from "#shared/kernel/calendar.ts";
import { bareDay, readDayOfMonth, readFigures, readIso, readNamed } from "./date-days.ts";
import { isNumber, nextMonday, one, same, skip, word, wordSet } from "./date-tokens.ts";
import type { Reader } from "./date-tokens.ts";
import { shortWeekdayNamed, weekdayNamed } from "./date-words.ts";
import { spelledNumber } from "./spelled-numbers.ts";
import type { Token } from "./words.ts";

const LEADS = wordSet(
  "next last this a week fortnight on from coming ce cette le the each every chaque tous les past previous",
);
const TELLING_LEADS = wordSet(
  "next last this coming ce week fortnight le the on les past previous",
);
const ARTICLES = wordSet("le the");
const LAST = wordSet("last dernier");
const PAST_LEADS = wordSet("last past previous");
const MONTH = wordSet("month mois");
const OF_MONTH = wordSet("of the each every du de chaque ce this");
const BESIDE_DATE = wordSet(", . the le ( of du");
const PART_OF_DAY = wordSet(
  "matin soir apres - midi morning afternoon evening night am pm noon lunchtime first thing dans la journee eod cob",
);
const PAST_AFTER = wordSet("dernier derniere passe passee precedent");
const OF_WEEK = wordSet(", of de d ' la in the cette");
const NEXT_AFTER = wordSet("prochain pro prochaine suivant");
const COMING_WEEK = wordSet("prochaine pro suivante");
const SHORT_BEFORE = wordSet("by on next this before until till of last avant le ce , (");

/** The weekday at a token: its name, or its short name where a date beside it or a word before it shows it. */
const weekdayAt = (tokens: readonly Token[], at: number): number => {
  const text = word(tokens, at);
  const named = weekdayNamed(text);
  if (named > 0) return named;
  const short = shortWeekdayNamed(text);
  if (short === 0) return 0;
  const next = word(tokens, at + 1) === "." ? at + 2 : at + 1;
  if (isNumber(tokens, next) && word(tokens, next).length <= 2) return short;
  const isEnglish = text === "mon" || text === "sat" || text === "sun";
  const isAlone = tokens[next] === undefined || tokens[next]?.kind === "end";
  return isEnglish && one(tokens, at - 1, SHORT_BEFORE) && isAlone ? short : 0;
};

/** lundi, Friday next week, mardi en huit, Friday week, last Thursday 8/19, vendredi 28, Tue 3rd */
export const readWeekday: Reader = (tokens, at, context) => {
  const { sentOn } = context;
  const lastAt = skip(tokens, at, ARTICLES, 1);
  const lastDay = one(tokens, lastAt, LAST) ? weekdayAt(tokens, lastAt + 1) : 0;
  const monthAt = skip(tokens, lastAt + 2, OF_MONTH, 3);
  if (lastDay > 0 && one(tokens, monthAt, MONTH)) {
    const end = endOfMonth(sentOn);
    const back = (weekdayOf(end) - lastDay + 7) % 7;
    return same(monthAt + 1 - at, "date.last-weekday-of-month", addDays(end, -back));
  }
  const lead = skip(tokens, at, LEADS, 4);
  const day = weekdayAt(tokens, lead);
  if (day === 0) return null;
  const leads = new Set(tokens.slice(at, lead).map((token) => token.text));
  if (lead > at && ![...leads].some((text) => TELLING_LEADS.has(text))) return null;
  let next = lead + 1;
  if (word(tokens, next) === "." && (tokens[next]?.kind === "mark" || isDotted(tokens, next)))
    next += 1;
  // A weekday beside a date repeats it; the date is the safer one.
  const dated = skip(tokens, next, BESIDE_DATE, 2);
  for (const from of dated === next ? [next] : [dated, next])
    for (const read of [readIso, readFigures, readNamed, readDayOfMonth]) {
      const found = read(tokens, from, context);
      if (found !== null) return { ...found, size: from - at + found.size };
    }
  const bare = bareDay(tokens, skip(tokens, next, ARTICLES, 1), sentOn);
  if (bare !== null) return { ...bare, size: skip(tokens, next, ARTICLES, 1) - at + bare.size };
  const ahead = (((day - weekdayOf(sentOn)) % 7) + 7) % 7 || 7;
  const coming = addDays(sentOn, ahead);
  const last = addDays(coming, -7) >= sentOn ? addDays(sentOn, -7) : addDays(coming, -7);
  const inNextWeek = addDays(nextMonday(sentOn), day - 1);
  next = skip(tokens, next, PART_OF_DAY, 3);
  if ([...leads].some((text) => PAST_LEADS.has(text)))
    return { size: next - at, rule: "date.last-weekday", next: last, last, past: true };
  if (one(tokens, next, PAST_AFTER))
    return { size: next + 1 - at, rule: "date.last-weekday", next: last, last, past: true };
  if (leads.has("week")) return same(next - at, "date.weekday-week", addDays(coming, 7));
  if (
    word(tokens, lead).endsWith("s") ||
    leads.has("every") ||
    leads.has("each") ||
    leads.has("chaque")
  )
    return isNumbered(tokens, lead)
      ? null
      : { size: next - at, rule: "date.each-weekday", next: coming, last };
  if (leads.has("fortnight")) return same(next - at, "date.weekday-week", addDays(coming, 14));
  if (word(tokens, next) === "en" || word(tokens, next) === "in") {
    const weeks = EIGHT.has(word(tokens, next + 1))
      ? 7
      : FIFTEEN.has(word(tokens, next + 1))
        ? 14
        : 0;
    if (weeks > 0) return same(next + 2 - at, "date.weekday-week", addDays(coming, weeks));
  }
  const ofNext = skip(tokens, next, OF_WEEK, 3);
  if (word(tokens, ofNext) === "next" && word(tokens, ofNext + 1) === "week")
    return same(ofNext + 2 - at, "date.weekday-next-week", inNextWeek);
  if (word(tokens, ofNext) === "semaine") {
    if (one(tokens, ofNext + 1, COMING_WEEK))
      return same(ofNext + 2 - at, "date.weekday-next-week", inNextWeek);
    if (one(tokens, ofNext + 1, PAST_AFTER))
      return { size: ofNext + 2 - at, rule: "date.last-weekday", next: last, last, past: true };
  }
  if (word(tokens, ofNext) === "last" && word(tokens, ofNext + 1) === "week") {
    const then = addDays(inNextWeek, -14);
    return { size: ofNext + 2 - at, rule: "date.last-weekday", next: then, last: then, past: true };
  }
  if (word(tokens, next) === "week" && word(tokens, next + 1) !== "of")
    return same(next + 1 - at, "date.weekday-week", addDays(coming, 7));
  if (word(tokens, next) === "fortnight")
    return same(next + 1 - at, "date.weekday-week", addDays(coming, 14));
  if (one(tokens, next, NEXT_AFTER)) next += 1;
  return { size: next - at, rule: "date.weekday", next: coming, last };
};

/** "Three Mondays running" counts them. */
const isNumbered = (tokens: readonly Token[], at: number): boolean =>
  isNumber(tokens, at - 1) || spelledNumber(tokens, at - 1) !== null;

/** "ven. 28": a full stop after a short name ends no sentence where a day follows. */
const isDotted = (tokens: readonly Token[], at: number): boolean =>
  word(tokens, at - 1).length <= 5 &&
  isNumber(tokens, at + 1) &&
  word(tokens, at + 1).length <= 2 &&
  weekdayNamed(word(tokens, at - 1)) + shortWeekdayNamed(word(tokens, at - 1)) > 0;

const EIGHT = wordSet("huit 8");
const FIFTEEN = wordSet("quinze 15");

/** Words, besides names of days and months, with which these dates can begin. */
export const WEEKDAY_OPENINGS: readonly string[] = [...LEADS, ...LAST];
