import {
  addDays,
  addMonths,
  calendarDate,
  dayOf,
  endOfMonth,
  monthOf,
  parseCalendarDate,
  weekdayOf,
  yearOf,
} from "#shared/kernel/calendar.ts";
import type { CalendarDate } from "#shared/kernel/calendar.ts";
import { word, one, number, touches, skip, same, yearless, fullYear } from "./date-tokens.ts";
import type { Reader } from "./date-tokens.ts";
import { MONTH_NAMES, SMALL_NUMBERS, WEEKDAY_NAMES } from "./date-words.ts";
import type { Token } from "./words.ts";

/** 2026-11-30 */
export const readIso: Reader = (tokens, at) => {
  if (word(tokens, at).length !== 4 || word(tokens, at + 1) !== "-" || word(tokens, at + 3) !== "-")
    return null;
  const text = `${word(tokens, at)}-${word(tokens, at + 2)}-${word(tokens, at + 4)}`;
  return same(5, "date.iso", parseCalendarDate(text));
};

/** 30/11, 30.11., 30/11/2026, 11/30/2026 */
export const readFigures: Reader = (tokens, at, { sentOn, monthFirst }) => {
  const sign = word(tokens, at + 1);
  const before = word(tokens, at - 1);
  const first = number(tokens, at);
  const second = number(tokens, at + 2);
  if (!"/.-".includes(sign) || sign === "" || Number.isNaN(first) || Number.isNaN(second))
    return null;
  if (!touches(tokens, at + 1) || !touches(tokens, at + 2)) return null;
  if (word(tokens, at).length > 2 || word(tokens, at + 2).length > 2) return null;
  if (
    touches(tokens, at) &&
    ((before !== "" && "/-.,:".includes(before)) || tokens[at - 1]?.kind === "word")
  )
    return null;
  const hasYear =
    word(tokens, at + 3) === sign &&
    touches(tokens, at + 3) &&
    touches(tokens, at + 4) &&
    !Number.isNaN(fullYear(word(tokens, at + 4))) &&
    tokens[at + 4]?.kind === "number";
  if (!hasYear && sign === "-") return null;
  // `12.50` is a sum, `14.04.` or `am 14.04` a day: without a year only `/`, or two digits on both sides.
  if (!hasYear && sign === "." && (word(tokens, at + 2).length > 2 || isSum(tokens, at)))
    return null;
  const [day, month] =
    (monthFirst && first <= 12) || (second > 12 && first <= 12) ? [second, first] : [first, second];
  // A third sign and figures make a telephone number or a version.
  if (
    hasYear &&
    word(tokens, at + 5) === sign &&
    tokens[at + 6]?.kind === "number" &&
    touches(tokens, at + 6)
  )
    return null;
  if (hasYear)
    return same(5, "date.figures", calendarDate(fullYear(word(tokens, at + 4)), month, day));
  return yearless(3, "date.figures", day, month, sentOn);
};

const isSum = (tokens: readonly Token[], at: number): boolean =>
  one(tokens, at + 3, "€ $ £ eur euro euros % h") ||
  one(tokens, at - 1, "€ $ £ eur , -") ||
  !(
    one(tokens, at - 1, "le du au on am vom depuis avant by since from before") ||
    word(tokens, at + 3) === "."
  );

/** 30 novembre, 1er décembre 2026, 12th of June, June 12th, 2026 */
export const readNamed: Reader = (tokens, at, { sentOn }) => {
  let next = at;
  let day = number(tokens, next);
  let month = 0;
  if (!Number.isNaN(day) || SMALL_NUMBERS[word(tokens, next)] !== undefined) {
    if (Number.isNaN(day)) day = SMALL_NUMBERS[word(tokens, next)] ?? NaN;
    next = skip(tokens, next + 1, "er st nd rd th . of de", 3);
    month = MONTH_NAMES[word(tokens, next)] ?? 0;
    if (month === 0) {
      if (word(tokens, next) !== "-" || MONTH_NAMES[word(tokens, next + 1)] === undefined)
        return null;
      next += 1;
      month = MONTH_NAMES[word(tokens, next)] ?? 0;
    }
    next += 1;
  } else {
    month = MONTH_NAMES[word(tokens, next)] ?? 0;
    next = skip(tokens, next + 1, ". the", 2);
    day = number(tokens, next);
    if (month === 0 || Number.isNaN(day) || word(tokens, next).length > 2) return null;
    if (word(tokens, next + 1) === ":" || word(tokens, next + 1) === "h") return null;
    next = skip(tokens, next + 1, "st nd rd th", 1);
  }
  if (day < 1 || day > 31) return null;
  let yearAt = skip(tokens, next, ". ,", 2);
  if (word(tokens, yearAt) === "-") yearAt += 1;
  const year = word(tokens, yearAt);
  const hasYear = tokens[yearAt]?.kind === "number" && /^(?:19|20|21)\d\d$/.test(year);
  if (hasYear) return same(yearAt + 1 - at, "date.named", calendarDate(Number(year), month, day));
  return yearless(next - at, "date.named", day, month, sentOn);
};

/** le 15, the 5th, le 5 du mois prochain, the 1st of next month */
export const readDayOfMonth: Reader = (tokens, at, { sentOn }) => {
  const article = one(tokens, at, "le the au du");
  const day = number(tokens, at + (article ? 1 : 0));
  if (Number.isNaN(day) || day < 1 || day > 31) return null;
  const after = at + (article ? 2 : 1);
  const ordinal = one(tokens, after, "er st nd rd th") && touches(tokens, after);
  if (!ordinal && !one(tokens, at, "le au du")) return null;
  const next = ordinal ? after + 1 : after;
  // A number that goes on, is a share, a sum, a time or a count of something is no day.
  if (touches(tokens, next) && one(tokens, next, "/ - : % h € $ £")) return null;
  if (
    touches(tokens, next) &&
    one(tokens, next, ". ,") &&
    tokens[next + 1]?.kind === "number" &&
    touches(tokens, next + 1)
  )
    return null;
  const month = MONTH_NAMES[word(tokens, skip(tokens, next, "of de", 1))];
  if (month !== undefined) return null;
  if (!ordinal && tokens[next]?.kind === "word" && !one(tokens, next, AFTER_DAY)) return null;
  if (tokens[next]?.kind === "number" || one(tokens, next, "% € $ £")) return null;
  const ofNext = skip(tokens, next, "of the du de le", 2);
  if (one(tokens, ofNext, "mois month") && one(tokens, ofNext + 1, "prochain suivant")) {
    const first = addDays(endOfMonth(sentOn), 1);
    return same(ofNext + 2 - at, "date.day-of-next-month", dayIn(first, day));
  }
  if (one(tokens, ofNext, "next following") && word(tokens, ofNext + 1) === "month") {
    const first = addDays(endOfMonth(sentOn), 1);
    return same(ofNext + 2 - at, "date.day-of-next-month", dayIn(first, day));
  }
  const first = addDays(sentOn, 1 - dayOf(sentOn));
  const candidates = [-2, -1, 0, 1, 2].map((months) => dayIn(addMonths(first, months), day));
  const coming = candidates.find((date) => date !== null && date >= sentOn) ?? null;
  const gone = candidates.filter((date): date is CalendarDate => date !== null && date <= sentOn);
  return {
    size: next - at,
    rule: "date.day-of-month",
    next: coming,
    last: gone[gone.length - 1] ?? null,
  };
};

const AFTER_DAY =
  "au et ou pour par sur avec sans dernier prochain inclus maximum max midi matin soir ou a car c je nous vous il elle ce mais si svp merci for and or so if at by we i you in on as but when sharp latest without from with via then via pas du mois";

const dayIn = (first: CalendarDate, day: number): CalendarDate | null =>
  calendarDate(yearOf(first), monthOf(first), day);

/** lundi, Friday next week, mardi en huit, Friday week, last Thursday 8/19 */
export const readWeekday: Reader = (tokens, at, context) => {
  const { sentOn } = context;
  const lastAt = skip(tokens, at, "le the", 1);
  const lastDay = one(tokens, lastAt, "last dernier") ? WEEKDAY_NAMES[word(tokens, lastAt + 1)] : 0;
  const monthAt = skip(tokens, lastAt + 2, "of the each every du de chaque ce this", 3);
  if (lastDay !== undefined && lastDay > 0 && one(tokens, monthAt, "month mois")) {
    const end = endOfMonth(sentOn);
    const back = (weekdayOf(end) - lastDay + 7) % 7;
    return same(monthAt + 1 - at, "date.last-weekday-of-month", addDays(end, -back));
  }
  const lead = skip(tokens, at, "next last this a week on coming ce cette le the", 3);
  const day = WEEKDAY_NAMES[word(tokens, lead)];
  if (day === undefined) return null;
  const leads = tokens.slice(at, lead).map((token) => token.text);
  if (lead > at && !leads.some((text) => "next last this coming ce week".split(" ").includes(text)))
    return null;
  let next = lead + 1;
  if (word(tokens, next) === ".") next += 1;
  // A weekday beside a date repeats it; the date is the safer one.
  const dated = skip(tokens, next, ", the le ( of", 2);
  for (const read of [readIso, readFigures, readNamed, readDayOfMonth]) {
    const found = read(tokens, dated, context);
    if (found !== null) return { ...found, size: dated - at + found.size };
  }
  const plain = skip(tokens, next, "the le", 1);
  const bare = dated === plain ? number(tokens, dated) : NaN;
  if (
    !Number.isNaN(bare) &&
    bare >= 1 &&
    bare <= 31 &&
    tokens[dated + 1]?.kind !== "number" &&
    !one(tokens, dated + 1, "h : € $ £ % eur euros kg") &&
    !(
      one(tokens, dated + 1, ". , -") &&
      touches(tokens, dated + 1) &&
      tokens[dated + 2]?.kind === "number"
    )
  ) {
    const first = addDays(sentOn, 1 - dayOf(sentOn));
    const dates = [-1, 0, 1].map((months) => dayIn(addMonths(first, months), bare));
    const coming = dates.find((date) => date !== null && date >= sentOn) ?? null;
    const gone = dates.filter((date): date is CalendarDate => date !== null && date <= sentOn);
    return {
      size: dated + 1 - at,
      rule: "date.weekday-day",
      next: coming,
      last: gone[gone.length - 1] ?? null,
    };
  }
  const ahead = (((day - weekdayOf(sentOn)) % 7) + 7) % 7 || 7;
  const coming = addDays(sentOn, ahead);
  const gone = addDays(coming, ahead === 7 ? -7 : -7);
  const last = ahead === 7 ? addDays(sentOn, -7) : gone;
  const monday = addDays(sentOn, 1 - weekdayOf(sentOn));
  const inNextWeek = addDays(monday, 7 + day - 1);
  next = skip(tokens, next, "matin soir apres - midi morning afternoon evening night am pm", 3);
  if (leads.includes("last"))
    return { size: next - at, rule: "date.last-weekday", next: last, last, past: true };
  if (one(tokens, next, "dernier passe"))
    return { size: next + 1 - at, rule: "date.last-weekday", next: last, last, past: true };
  if (leads.includes("week")) return same(next - at, "date.weekday-week", addDays(coming, 7));
  if (word(tokens, next) === "en" && one(tokens, next + 1, "huit 8"))
    return same(next + 2 - at, "date.weekday-week", addDays(coming, 7));
  if (word(tokens, next) === "en" && one(tokens, next + 1, "quinze 15"))
    return same(next + 2 - at, "date.weekday-week", addDays(coming, 14));
  const ofNext = skip(tokens, next, ", of de la in the", 3);
  if (word(tokens, ofNext) === "next" && word(tokens, ofNext + 1) === "week")
    return same(ofNext + 2 - at, "date.weekday-next-week", inNextWeek);
  if (word(tokens, ofNext) === "semaine" && one(tokens, ofNext + 1, "prochaine pro"))
    return same(ofNext + 2 - at, "date.weekday-next-week", inNextWeek);
  if (word(tokens, next) === "week" && !one(tokens, next + 1, "of"))
    return same(next + 1 - at, "date.weekday-week", addDays(coming, 7));
  if (one(tokens, next, "prochain pro")) next += 1;
  return { size: next - at, rule: "date.weekday", next: coming, last };
};
