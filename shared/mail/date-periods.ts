import {
  addDays,
  addMonths,
  calendarDate,
  dayOf,
  endOfMonth,
  isoWeekOf,
  isWeekend,
  mondayOfIsoWeek,
  monthOf,
  weekdayOf,
  yearOf,
} from "#shared/kernel/calendar.ts";
import type { CalendarDate } from "#shared/kernel/calendar.ts";
import { word, one, number, touches, skip, same, thisFriday } from "./date-tokens.ts";
import type { Reader } from "./date-tokens.ts";
import { MONTH_NAMES, SMALL_NUMBERS, WEEKDAY_NAMES } from "./date-words.ts";
import { readDayOfMonth, readFigures, readNamed } from "./date-days.ts";

/** fin de semaine, early next week, courant de semaine prochaine, EOW */
export const readWeek: Reader = (tokens, at, { sentOn }) => {
  const lead = skip(tokens, at, "early late mid end beginning start debut fin courant milieu", 1);
  const part = lead > at ? word(tokens, at) : "";
  let next = skip(tokens, lead, "of de la the cette this in - d ici", 4);
  const isThis = tokens.slice(lead, next).some((token) => one([token], 0, "this cette"));
  const nextFirst = word(tokens, next) === "next";
  if (nextFirst) next += 1;
  if (word(tokens, at) === "eow") return same(1, "date.end-of-week", thisFriday(sentOn));
  if (!one(tokens, next, "week semaine weeks")) return null;
  const isNext = nextFirst || one(tokens, next + 1, "prochaine pro suivante");
  const size = next + (isNext && !nextFirst ? 2 : 1) - at;
  if (!isNext) {
    if (one(tokens, next + 1, "derniere passee"))
      return { size: size + 1, rule: "date.last-week", next: null, last: null, past: true };
    if (part === "" && !isThis) return null;
    if (tokens[next + 1]?.kind === "number") return null;
    return same(size, "date.this-week", thisFriday(sentOn));
  }
  const monday = addDays(sentOn, 8 - weekdayOf(sentOn));
  if (["early", "beginning", "start", "debut"].includes(part))
    return same(size, "date.early-next-week", addDays(monday, 1));
  if (["mid", "milieu"].includes(part)) return same(size, "date.mid-next-week", addDays(monday, 2));
  return same(size, "date.next-week", addDays(monday, 4));
};

/** fin du mois, end of next month, mi-décembre, early December, courant janvier, EOM */
export const readMonth: Reader = (tokens, at, { sentOn }) => {
  if (one(tokens, at, "eom")) return same(1, "date.end-of-month", endOfMonth(sentOn));
  if (word(tokens, at) === "month" && word(tokens, skip(tokens, at + 1, "-", 1)) === "end")
    return same(skip(tokens, at + 1, "-", 1) + 1 - at, "date.end-of-month", endOfMonth(sentOn));
  const isLastDay =
    (word(tokens, at) === "last" &&
      (word(tokens, at + 1) === "day" ||
        (one(tokens, at + 1, "working business") && word(tokens, at + 2) === "day"))) ||
    (word(tokens, at) === "dernier" && word(tokens, at + 1) === "jour");
  if (isLastDay) {
    const working =
      one(tokens, at + 1, "working business") || one(tokens, at + 2, "ouvre ouvrable");
    const next = skip(tokens, at + (working ? 3 : 2), "of the du de this ce", 3);
    if (!one(tokens, next, "month mois")) return null;
    const last = endOfMonth(sentOn);
    const back = working ? Math.max(0, weekdayOf(last) - 5) : 0;
    return same(next + 1 - at, "date.last-day-of-month", addDays(last, -back));
  }
  const lead = skip(
    tokens,
    at,
    "early late mid end beginning start debut fin courant milieu mi en in pour during le dans for",
    1,
  );
  const part = lead > at ? word(tokens, at) : "";
  if (part === "") {
    if (word(tokens, at) === "next" && word(tokens, at + 1) === "month")
      return same(2, "date.next-month", endOfMonth(addDays(endOfMonth(sentOn), 1)));
    return null;
  }
  let next = skip(tokens, lead, "- of the du de d ce this mois le la", 4);
  const skipped = tokens.slice(lead, next).map((token) => token.text);
  let month: CalendarDate | null = null;
  let past = false;
  let rule = "month";
  const named = MONTH_NAMES[word(tokens, next)];
  if (skipped.includes("mois") || one(tokens, next, "month")) {
    if (!skipped.includes("mois")) next += 1;
    month = sentOn;
    if (one(tokens, next, "prochain suivant")) {
      month = addDays(endOfMonth(sentOn), 1);
      next += 1;
    } else if (
      one(tokens, next, "dernier passe") ||
      part === "le" ||
      part === "dans" ||
      part === "pour"
    )
      return null;
    rule = "month";
  } else if (word(tokens, next) === "next" && word(tokens, next + 1) === "month") {
    month = addDays(endOfMonth(sentOn), 1);
    next += 2;
  } else if (named !== undefined && !one(tokens, at, "le")) {
    const yearAt = next + 1;
    const year =
      tokens[yearAt]?.kind === "number" && /^20\d\d$/.test(word(tokens, yearAt))
        ? Number(word(tokens, yearAt))
        : null;
    // "may" and "mars" are words too; alone they are months only after a word of time other than "in".
    if (named === 5 && word(tokens, next) === "may" && one(tokens, at, "in for pour en")) {
      if (part !== "in") return null;
    }
    const gone = monthOf(sentOn) - named;
    // "Fin octobre" said in November is the one that has been; "début janvier" said in December is the one to come.
    past = year === null && gone > 0 && gone <= 3;
    const which = year ?? yearOf(sentOn) + (gone > 0 && !past ? 1 : 0);
    month = calendarDate(which, named, 1);
    next += year === null ? 1 : 2;
    rule = "named-month";
  }
  if (month === null) return null;
  const told: typeof same = (words, name, date) => {
    const found = same(words, name, date);
    return found === null || !past ? found : { ...found, past };
  };
  const size = next - at;
  const first = addDays(month, 1 - dayOf(month));
  if (["early", "beginning", "start", "debut"].includes(part))
    return told(size, `date.early-${rule}`, addDays(first, 9));
  if (["mid", "mi", "milieu"].includes(part))
    return told(size, `date.mid-${rule}`, addDays(first, 14));
  return told(size, `date.end-of-${rule}`, endOfMonth(first));
};

/** sous 8 jours, within five working days, d'ici deux semaines, 48h, sous huitaine, in a fortnight */
export const readDuration: Reader = (tokens, at, { sentOn }) => {
  const lead = skip(
    tokens,
    at,
    "sous dans within in d ' ici under les la the next prochains prochaines a an une un about environ maximum",
    5,
  );
  const hasLead = tokens
    .slice(at, lead)
    .some((token) => one([token], 0, "sous dans within in ici under"));
  const text = word(tokens, lead);
  if (hasLead && one(tokens, lead, "huitaine"))
    return same(lead + 1 - at, "date.within-days", addDays(sentOn, 8));
  if (hasLead && one(tokens, lead, "quinzaine"))
    return same(lead + 1 - at, "date.within-days", addDays(sentOn, 15));
  if (hasLead && one(tokens, lead, "fortnight"))
    return same(lead + 1 - at, "date.within-days", addDays(sentOn, 14));
  if (hasLead && one(tokens, lead, "week semaine") && one(tokens, lead - 1, "a an une"))
    return same(lead + 1 - at, "date.within-days", addDays(sentOn, 7));
  if (hasLead && one(tokens, lead, "month mois") && one(tokens, lead - 1, "a an un"))
    return same(lead + 1 - at, "date.within-days", addMonths(sentOn, 1));
  let count = number(tokens, lead);
  if (Number.isNaN(count)) count = SMALL_NUMBERS[text] ?? NaN;
  if (Number.isNaN(count) || count < 1 || count > 365) return null;
  let next = lead + 1;
  if (
    word(tokens, next) === "-" ||
    word(tokens, next) === "a" ||
    word(tokens, next) === "ou" ||
    word(tokens, next) === "or" ||
    word(tokens, next) === "to"
  ) {
    // "8 à 10 jours": the promise is kept until the tenth.
    const second = number(tokens, next + 1);
    if (Number.isNaN(second)) return null;
    count = second;
    next += 2;
  }
  if (word(tokens, next) === "h" && touches(tokens, next) && [24, 48, 72].includes(count))
    return hasLead ? same(next + 1 - at, "date.within-hours", addDays(sentOn, count / 24)) : null;
  if (one(tokens, next, "heures hours hrs heure hour") && [24, 48, 72].includes(count) && hasLead)
    return same(next + 1 - at, "date.within-hours", addDays(sentOn, count / 24));
  const workingBefore = one(tokens, next, "working business banking week");
  if (workingBefore) next += 1;
  if (one(tokens, next, "jours jour days day j")) {
    if (one(tokens, next + 1, "ago"))
      return {
        size: next + 2 - at,
        rule: "date.days-ago",
        next: addDays(sentOn, -count),
        last: addDays(sentOn, -count),
        past: true,
      };
    if (word(tokens, at - 1) === "a" && word(tokens, at - 2) === "y")
      return {
        size: next + 1 - at,
        rule: "date.days-ago",
        next: addDays(sentOn, -count),
        last: addDays(sentOn, -count),
        past: true,
      };
    if (!hasLead) return null;
    const workingAfter = one(tokens, next + 1, "ouvres ouvrables ouvre ouvrable");
    const size = next + (workingAfter ? 2 : 1) - at;
    return workingBefore || workingAfter
      ? same(size, "date.within-working-days", addWorkingDays(sentOn, count))
      : same(size, "date.within-days", addDays(sentOn, count));
  }
  if (one(tokens, next, "semaines semaine weeks week")) {
    if (one(tokens, next + 1, "ago"))
      return {
        size: next + 2 - at,
        rule: "date.days-ago",
        next: addDays(sentOn, -7 * count),
        last: addDays(sentOn, -7 * count),
        past: true,
      };
    if (word(tokens, at - 1) === "a" && word(tokens, at - 2) === "y")
      return {
        size: next + 1 - at,
        rule: "date.days-ago",
        next: addDays(sentOn, -7 * count),
        last: addDays(sentOn, -7 * count),
        past: true,
      };
    return hasLead && count <= 52
      ? same(next + 1 - at, "date.within-days", addDays(sentOn, 7 * count))
      : null;
  }
  if (one(tokens, next, "mois months month") && hasLead && count <= 24)
    return same(next + 1 - at, "date.within-days", addMonths(sentOn, count));
  return null;
};

const addWorkingDays = (from: CalendarDate, days: number): CalendarDate => {
  let date = from;
  for (let left = days; left > 0;) {
    date = addDays(date, 1);
    if (!isWeekend(date)) left -= 1;
  }
  return date;
};

/** semaine 48, S48, week 48, w/c 22 June, semaine du 22 */
export const readWeekNumber: Reader = (tokens, at, context) => {
  const { sentOn } = context;
  const commencing =
    word(tokens, at) === "w" && word(tokens, at + 1) === "/" && word(tokens, at + 2) === "c"
      ? at + 3
      : one(tokens, at, "week") && one(tokens, at + 1, "commencing beginning of")
        ? at + 2
        : word(tokens, at) === "semaine" && word(tokens, at + 1) === "du"
          ? at + 1
          : -1;
  if (commencing >= 0) {
    const from = skip(tokens, commencing, "the monday lundi of", 2);
    for (const read of [readFigures, readNamed, readDayOfMonth]) {
      const found = read(tokens, from, context);
      if (found?.next != null)
        return same(
          from + found.size - at,
          "date.week-commencing",
          addDays(found.next, 5 - weekdayOf(found.next)),
        );
    }
    return null;
  }
  const weekAt = one(tokens, at, "semaine week wk sem s") ? skip(tokens, at + 1, ". no n", 2) : -1;
  const week = weekAt < 0 ? NaN : number(tokens, weekAt);
  if (Number.isNaN(week) || week < 1 || week > 53) return null;
  if (
    word(tokens, at) === "s" &&
    (!touches(tokens, at + 1) || (touches(tokens, at) && word(tokens, at - 1) === "'"))
  )
    return null;
  const current = isoWeekOf(sentOn);
  const year = week < current.week ? current.year + 1 : current.year;
  const monday = mondayOfIsoWeek(year, week);
  return monday === null ? null : same(weekAt + 1 - at, "date.week-number", addDays(monday, 4));
};

const SAYINGS: readonly (readonly [string, number, boolean])[] = [
  ["apres demain", 2, false],
  ["apres - demain", 2, false],
  ["day after tomorrow", 2, false],
  ["avant hier", -2, true],
  ["avant - hier", -2, true],
  ["day before yesterday", -2, true],
  ["demain", 1, false],
  ["tomorrow", 1, false],
  ["tmrw", 1, false],
  ["hier", -1, true],
  ["yesterday", -1, true],
  ["aujourd ' hui", 0, false],
  ["aujourd hui", 0, false],
  ["ce jour", 0, false],
  ["ce soir", 0, false],
  ["cet apres - midi", 0, false],
  ["cet apres midi", 0, false],
  ["ce midi", 0, false],
  ["ce matin", 0, true],
  ["dans la journee", 0, false],
  ["today", 0, false],
  ["tonight", 0, false],
  ["this morning", 0, true],
  ["this afternoon", 0, false],
  ["this evening", 0, false],
  ["just now", 0, true],
  ["a l ' instant", 0, true],
  ["end of day", 0, false],
  ["close of business", 0, false],
  ["eod", 0, false],
  ["cob", 0, false],
];

const SAYINGS_BY_FIRST = SAYINGS.reduce((map, [text, days, past]) => {
  const words = text.split(" ");
  const list = map.get(words[0] ?? "") ?? [];
  list.push({ words, days, past });
  return map.set(words[0] ?? "", list);
}, new Map<string, { words: readonly string[]; days: number; past: boolean }[]>());

export const readSaying: Reader = (tokens, at, { sentOn }) => {
  for (const { words, days, past } of SAYINGS_BY_FIRST.get(word(tokens, at)) ?? []) {
    if (!words.every((text, index) => word(tokens, at + index) === text)) continue;
    const after = skip(tokens, at + words.length, "on of", 1);
    // "Close of business Thursday" is Thursday.
    if (days === 0 && !past && (WEEKDAY_NAMES[word(tokens, after)] ?? 0) > 0) return null;
    if (days === 0 && !past && one(tokens, after, "tomorrow demain")) return null;
    const date = addDays(sentOn, days);
    return { size: words.length, rule: "date.saying", next: date, last: date, past };
  }
  if (word(tokens, at) === "last" && one(tokens, at + 1, "week month"))
    return { size: 2, rule: "date.last-week", next: null, last: null, past: true };
  if (
    one(tokens, at, "end fin") &&
    one(tokens, skip(tokens, at + 1, "of the d ' l de", 4), "year annee")
  ) {
    const next = skip(tokens, at + 1, "of the d ' l de", 4);
    return same(next + 1 - at, "date.end-of-year", calendarDate(yearOf(sentOn), 12, 31));
  }
  return null;
};
