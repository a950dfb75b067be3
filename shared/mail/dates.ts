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
  parseCalendarDate,
  weekdayOf,
  yearOf,
} from "#shared/kernel/calendar.ts";
import type { CalendarDate } from "#shared/kernel/calendar.ts";
import { MONTH_NAMES, SMALL_NUMBERS, WEEKDAY_NAMES } from "./date-words.ts";
import { foldedInPlace, tokensOf } from "./words.ts";
import type { Token } from "./words.ts";

/** Characters searched for dates, and dates kept; lists of thousands of dates are no reply. */
export const DATE_CHARS_MAX = 20_000;
export const DATES_MAX = 200;

/**
 * A date as words give it. `next` is the last day on which what is announced would still be in time, counted from the
 * day of the mail; `last` is the day meant where the words speak of something done. They differ where no year is said.
 */
export type DateFind = {
  readonly from: number;
  readonly to: number;
  readonly rule: string;
  readonly next: CalendarDate | null;
  readonly last: CalendarDate | null;
  /** Whether the words can only mean a day gone by: hier, last Monday. */
  readonly past: boolean;
};

export type DateContext = {
  readonly sentOn: CalendarDate;
  /** 11/12 is 12 November, as written in the United States. */
  readonly monthFirst: boolean;
};

/** The dates of a text, in its order, in French and English, without overlap. */
export const findDates = (text: string, context: DateContext): readonly DateFind[] => {
  const tokens = tokensOf(foldedInPlace(text.slice(0, DATE_CHARS_MAX)));
  const finds: DateFind[] = [];
  for (let at = 0; at < tokens.length && finds.length < DATES_MAX;) {
    const found = dateAt(tokens, at, context);
    if (found === null) {
      at += 1;
      continue;
    }
    const first = tokens[at] as Token;
    const final = tokens[at + found.size - 1] as Token;
    finds.push({
      from: first.from,
      to: final.to,
      rule: found.rule,
      next: found.next,
      last: found.last,
      past: found.past === true,
    });
    at += found.size;
  }
  return finds;
};

type Found = {
  readonly size: number;
  readonly rule: string;
  readonly next: CalendarDate | null;
  readonly last: CalendarDate | null;
  readonly past?: boolean;
};
type Reader = (tokens: readonly Token[], at: number, context: DateContext) => Found | null;

const dateAt = (tokens: readonly Token[], at: number, context: DateContext): Found | null => {
  let best: Found | null = null;
  for (const read of READERS) {
    const found = read(tokens, at, context);
    if (found !== null && (best === null || found.size > best.size)) best = found;
  }
  return best;
};

const word = (tokens: readonly Token[], at: number): string => tokens[at]?.text ?? "";
const one = (tokens: readonly Token[], at: number, list: string): boolean =>
  ` ${list} `.includes(` ${word(tokens, at)} `) && word(tokens, at) !== "";
const number = (tokens: readonly Token[], at: number): number =>
  tokens[at]?.kind === "number" && word(tokens, at).length <= 4 ? Number(word(tokens, at)) : NaN;
const touches = (tokens: readonly Token[], at: number): boolean =>
  tokens[at] !== undefined && tokens[at - 1]?.to === tokens[at]?.from;
/** Skips words of the list, at most `most` of them. */
const skip = (tokens: readonly Token[], at: number, list: string, most = 3): number => {
  let next = at;
  while (next - at < most && one(tokens, next, list)) next += 1;
  return next;
};

const same = (size: number, rule: string, date: CalendarDate | null): Found | null =>
  date === null ? null : { size, rule, next: date, last: date };

/** A day and month without a year: the next one, and the last one. */
const yearless = (
  size: number,
  rule: string,
  day: number,
  month: number,
  sentOn: CalendarDate,
): Found | null => {
  const year = yearOf(sentOn);
  const dates = [year - 1, year, year + 1].map((which) => calendarDate(which, month, day));
  const next = dates.find((date) => date !== null && date >= sentOn) ?? null;
  const past = dates.filter((date): date is CalendarDate => date !== null && date <= sentOn);
  return next === null && past.length === 0
    ? null
    : { size, rule, next, last: past[past.length - 1] ?? null };
};

const fridayOf = (date: CalendarDate, weeks: number): CalendarDate =>
  addDays(date, 5 - weekdayOf(date) + 7 * weeks);
const thisFriday = (sentOn: CalendarDate): CalendarDate =>
  fridayOf(sentOn, isWeekend(sentOn) ? 1 : 0);

const fullYear = (text: string): number =>
  text.length === 4 ? Number(text) : text.length === 2 ? 2000 + Number(text) : NaN;

/** 2026-11-30 */
const readIso: Reader = (tokens, at) => {
  if (word(tokens, at).length !== 4 || word(tokens, at + 1) !== "-" || word(tokens, at + 3) !== "-")
    return null;
  const text = `${word(tokens, at)}-${word(tokens, at + 2)}-${word(tokens, at + 4)}`;
  return same(5, "date.iso", parseCalendarDate(text));
};

/** 30/11, 30.11., 30/11/2026, 11/30/2026 */
const readFigures: Reader = (tokens, at, { sentOn, monthFirst }) => {
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
const readNamed: Reader = (tokens, at, { sentOn }) => {
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
const readDayOfMonth: Reader = (tokens, at, { sentOn }) => {
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
const readWeekday: Reader = (tokens, at, context) => {
  const { sentOn } = context;
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

/** fin de semaine, early next week, courant de semaine prochaine, EOW */
const readWeek: Reader = (tokens, at, { sentOn }) => {
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
const readMonth: Reader = (tokens, at, { sentOn }) => {
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
    const first =
      year !== null
        ? calendarDate(year, named, 1)
        : calendarDate(yearOf(sentOn) + (named < monthOf(sentOn) ? 1 : 0), named, 1);
    month = first;
    next += year === null ? 1 : 2;
    rule = "named-month";
  }
  if (month === null) return null;
  const size = next - at;
  const first = addDays(month, 1 - dayOf(month));
  if (["early", "beginning", "start", "debut"].includes(part))
    return same(size, `date.early-${rule}`, addDays(first, 9));
  if (["mid", "mi", "milieu"].includes(part))
    return same(size, `date.mid-${rule}`, addDays(first, 14));
  return same(size, `date.end-of-${rule}`, endOfMonth(first));
};

/** sous 8 jours, within five working days, d'ici deux semaines, 48h, sous huitaine, in a fortnight */
const readDuration: Reader = (tokens, at, { sentOn }) => {
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
const readWeekNumber: Reader = (tokens, at, context) => {
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

const readSaying: Reader = (tokens, at, { sentOn }) => {
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

const READERS: readonly Reader[] = [
  readIso,
  readFigures,
  readNamed,
  readDayOfMonth,
  readWeekday,
  readWeek,
  readMonth,
  readDuration,
  readWeekNumber,
  readSaying,
];
