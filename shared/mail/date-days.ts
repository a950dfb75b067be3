import {
  addDays,
  addMonths,
  calendarDate,
  dayOf,
  endOfMonth,
  monthOf,
  parseCalendarDate,
  yearOf,
} from "#shared/kernel/calendar.ts";
import type { CalendarDate } from "#shared/kernel/calendar.ts";
import {
  fullYear,
  isNumber,
  number,
  one,
  same,
  skip,
  touches,
  word,
  wordSet,
  yearless,
} from "./date-tokens.ts";
import type { Found, Reader } from "./date-tokens.ts";
import { monthNamed } from "./date-words.ts";
import { spelledNumber, spelledOrdinal } from "./spelled-numbers.ts";
import type { Token } from "./words.ts";

/** 2026-11-30 */
export const readIso: Reader = (tokens, at) => {
  const year = word(tokens, at);
  const sign = word(tokens, at + 1);
  if (year.length !== 4 || (sign !== "-" && sign !== "/" && sign !== ".")) return null;
  if (word(tokens, at + 3) !== sign || word(tokens, at + 2).length !== 2) return null;
  return same(
    5,
    "date.iso",
    parseCalendarDate(`${year}-${word(tokens, at + 2)}-${word(tokens, at + 4)}`),
  );
};

const FIGURE_SIGNS = wordSet("/ . -");
const JOINING_BEFORE = wordSet("/ - . , :");
const NOT_AFTER_SUM = wordSet("€ $ £ eur euro euros % h");
const NOT_BEFORE_SUM = wordSet("€ $ £ eur usd chf gbp , -");
const BEFORE_DOTTED = wordSet(
  "le du au on am vom des depuis avant by since from before pour dated until till to the den op",
);

/** 30/11, 30.11., 30/11/2026, 11/30/2026, 30-11-26 */
export const readFigures: Reader = (tokens, at, { sentOn, monthFirst }) => {
  const sign = word(tokens, at + 1);
  const first = number(tokens, at);
  const second = number(tokens, at + 2);
  if (!FIGURE_SIGNS.has(sign) || Number.isNaN(first) || Number.isNaN(second)) return null;
  if (!touches(tokens, at + 1) || !touches(tokens, at + 2)) return null;
  if (word(tokens, at).length > 2 || word(tokens, at + 2).length > 2) return null;
  const before = tokens[at - 1];
  if (
    touches(tokens, at) &&
    before !== undefined &&
    (JOINING_BEFORE.has(before.text) || before.kind !== "mark")
  )
    return null;
  const yearText = word(tokens, at + 4);
  const hasYear =
    word(tokens, at + 3) === sign &&
    touches(tokens, at + 3) &&
    touches(tokens, at + 4) &&
    isNumber(tokens, at + 4) &&
    !Number.isNaN(fullYear(yearText));
  if (!hasYear && sign === "-") return null;
  // `12.50` is a sum, `14.04.` or `am 14.04` a day: without a year only `/`, or two digits on both sides.
  if (!hasYear && sign === "." && isSum(tokens, at)) return null;
  // A share (1/2, 24/48 h) is no day, nor is a run of figures that goes on.
  if (!hasYear && isNumber(tokens, at + 3) && touches(tokens, at + 3)) return null;
  if (!hasYear && word(tokens, at + 3) === "h") return null;
  if (!hasYear && isShare(tokens, at)) return null;
  if (
    !hasYear &&
    word(tokens, at + 3) === sign &&
    isNumber(tokens, at + 4) &&
    touches(tokens, at + 4)
  )
    return null;
  const [day, month] =
    (monthFirst && first <= 12) || (second > 12 && first <= 12) ? [second, first] : [first, second];
  // A third sign and figures make a telephone number or a version.
  const goesOn =
    word(tokens, at + 5) === sign && isNumber(tokens, at + 6) && touches(tokens, at + 6);
  if (hasYear && goesOn) return null;
  if (hasYear) return same(5, "date.figures", calendarDate(fullYear(yearText), month, day));
  return yearless(3, "date.figures", day, month, sentOn);
};

const SHARES = wordSet("1/2 1/3 2/3 1/4 3/4 24/7");

/** "1/2 palette", "24/7": no days unless a word of time leads. */
const isShare = (tokens: readonly Token[], at: number): boolean =>
  SHARES.has(`${word(tokens, at)}/${word(tokens, at + 2)}`) && !one(tokens, at - 1, BEFORE_DOTTED);

const isSum = (tokens: readonly Token[], at: number): boolean =>
  one(tokens, at + 3, NOT_AFTER_SUM) ||
  one(tokens, at - 1, NOT_BEFORE_SUM) ||
  !(one(tokens, at - 1, BEFORE_DOTTED) || word(tokens, at + 3) === ".");

const AFTER_DAY_OF = wordSet("er eme e ieme st nd rd th ste . of de -");
const BEFORE_DAY = wordSet(". the - ,");
const ORDINAL_SIGNS = wordSet("st nd rd th er");
const AFTER_MONTH = wordSet(". , ' - /");
const TIME_SIGNS = wordSet(": h");

/** A day of the month at a token, in figures or words; the size is of the number alone. */
const dayAt = (
  tokens: readonly Token[],
  at: number,
): { readonly value: number; readonly size: number } | null => {
  const figure = number(tokens, at);
  if (!Number.isNaN(figure))
    return word(tokens, at).length <= 2 ? { value: figure, size: 1 } : null;
  const found = spelledOrdinal(tokens, at) ?? spelledNumber(tokens, at);
  return found === null || found.value > 31 || found.value < 1 ? null : found;
};

/** 30 novembre, 1er décembre 2026, 12th of June, June 12th, 2026, 14-Nov-25, le quinze novembre, the third of May */
export const readNamed: Reader = (tokens, at, { sentOn }) => {
  const lead = dayAt(tokens, at);
  let next = at;
  let day = 0;
  let month = 0;
  const afterDay = lead === null ? at : skip(tokens, at + lead.size, AFTER_DAY_OF, 3);
  // "Sept" is both a number and a month.
  if (lead !== null && (isNumber(tokens, at) || monthNamed(word(tokens, afterDay)) > 0)) {
    day = lead.value;
    month = monthNamed(word(tokens, afterDay));
    if (month === 0) return null;
    next = afterDay + 1;
  } else {
    month = monthNamed(word(tokens, at));
    if (month === 0) return null;
    next = skip(tokens, at + 1, BEFORE_DAY, 2);
    const said = dayAt(tokens, next);
    if (said === null) return null;
    // "Mars un virement" and "may one" are no dates.
    if (!isNumber(tokens, next) && spelledOrdinal(tokens, next) === null) return null;
    if (one(tokens, next + said.size, TIME_SIGNS) && touches(tokens, next + said.size)) return null;
    day = said.value;
    next = skip(tokens, next + said.size, ORDINAL_SIGNS, 1);
  }
  if (day < 1 || day > 31) return null;
  const yearAt = skip(tokens, next, AFTER_MONTH, 2);
  const year = word(tokens, yearAt);
  const isShort =
    year.length === 2 &&
    yearAt > next &&
    touches(tokens, yearAt) &&
    word(tokens, yearAt - 1) !== ",";
  const isLong = year.length === 4 && (year.startsWith("19") || year.startsWith("20"));
  if (isNumber(tokens, yearAt) && (isShort || isLong))
    return same(yearAt + 1 - at, "date.named", calendarDate(fullYear(year), month, day));
  return yearless(next - at, "date.named", day, month, sentOn);
};

const ARTICLES = wordSet("le the au du aux les");
const GOES_ON = wordSet("/ - : % h € $ £ + ° k");
const DECIMALS = wordSet(". ,");
const UNIT_SIGNS = wordSet("% € $ £");
const OF_MONTH = wordSet("of the du de le d ' ce this");
const MONTH = wordSet("mois month");
const NEXT_AFTER = wordSet("prochain suivant pro");
const NEXT_BEFORE = wordSet("next following coming");
const MONTH_OF = wordSet("of de");
const COMING_AFTER = wordSet("prochain pro suivant courant crt ct");
const AFTER_DAY = wordSet(
  "au et ou pour par sur avec sans dernier prochain inclus maximum max midi matin soir ou a car c je j nous vous il elle ce mais si svp merci for and or so if at by we i you in on as but when sharp latest without from with via then pas du mois qui que est sera soit dans on in en comme courant comptez puis ensuite d avant apres ne tu t is will goes go will should it its they latest please payment pay run batch of lot promis sure sur avec virement chez l sans after once dernier delai la n s",
);

/** What French counts or numbers with a figure after an article: houses, hours, percents, things in boxes. */
const NOT_AFTER_DAY = wordSet(
  "bis ter rue avenue av bd boulevard place quai chemin impasse allee allees route cours square h heures heure pour % pourcent km m m2 kg mm cm e eme er cartons colis pieces piece palettes factures jours semaines mois ans an degres kw euros personnes lots postes lignes points x premiers premieres autres dernieres derniers",
);

/** le 15, the 5th, le 5 du mois prochain, the 1st of next month, the fifteenth, le quinze, les 10 de chaque mois */
export const readDayOfMonth: Reader = (tokens, at, { sentOn }) => {
  const article = one(tokens, at, ARTICLES);
  const from = at + (article ? 1 : 0);
  const said = dayAt(tokens, from);
  if (said === null || said.value < 1 || said.value > 31) return null;
  const day = said.value;
  const isFigure = isNumber(tokens, from);
  const isOrdinal = !isFigure && spelledOrdinal(tokens, from) !== null;
  const isFirst = word(tokens, at) === "le" && word(tokens, from) === "premier";
  // "Le quinze", "the fifteenth"; "the two of them" is no day.
  if (!isFigure && !isFirst && word(tokens, at) !== (isOrdinal ? "the" : "le")) return null;
  const after = from + said.size;
  const ordinal = isFigure && one(tokens, after, ORDINAL_SIGNS) && touches(tokens, after);
  if (!ordinal && !article) return null;
  const next = ordinal ? after + 1 : after;
  // A number that goes on, is a share, a sum, a time or a count of something is no day.
  if (touches(tokens, next) && one(tokens, next, GOES_ON)) return null;
  if (touches(tokens, next) && one(tokens, next, DECIMALS)) {
    if (isNumber(tokens, next + 1) && touches(tokens, next + 1)) return null;
  }
  if (monthNamed(word(tokens, skip(tokens, next, MONTH_OF, 1))) > 0) return null;
  const isFollowed = tokens[next]?.kind === "word";
  // "Le 8D n'est pas clos" is a paper.
  if (!ordinal && isFigure && isFollowed && touches(tokens, next)) return null;
  if (!ordinal && isFollowed) {
    const isDay =
      word(tokens, at) === "the" ? one(tokens, next, AFTER_DAY) : !one(tokens, next, NOT_AFTER_DAY);
    if (!isDay) return null;
  }
  // "Les deux", "the second", "les trois": counts of things, not days.
  if (!isFigure && !one(tokens, next, OF_MONTH) && (said.value < 5 || word(tokens, at) === "les"))
    return null;
  if (isNumber(tokens, next) || one(tokens, next, UNIT_SIGNS)) return null;
  if (word(tokens, at) === "les" && !one(tokens, next, OF_MONTH)) return null;
  // "Le premier de la pile" is no day.
  if (isFirst && !one(tokens, skip(tokens, next, OF_MONTH, 2), MONTH)) return null;
  const first = addDays(sentOn, 1 - dayOf(sentOn));
  const following = addDays(endOfMonth(sentOn), 1);
  const ofMonth = skip(tokens, next, OF_MONTH, 2);
  if (one(tokens, ofMonth, MONTH)) {
    if (one(tokens, ofMonth + 1, NEXT_AFTER))
      return same(ofMonth + 2 - at, "date.day-of-next-month", dayIn(following, day));
    const coming = comingDay(first, day, sentOn);
    return ofMonth === next ? null : { ...coming, size: ofMonth + 1 - at };
  }
  if (one(tokens, ofMonth, NEXT_BEFORE) && word(tokens, ofMonth + 1) === "month")
    return same(ofMonth + 2 - at, "date.day-of-next-month", dayIn(following, day));
  if (word(tokens, at) === "les" || word(tokens, at) === "aux") return null;
  const end = one(tokens, next, COMING_AFTER) ? next + 1 : next;
  return { ...comingDay(first, day, sentOn), size: end - at };
};

const comingDay = (first: CalendarDate, day: number, sentOn: CalendarDate): Found => {
  const dates = [-2, -1, 0, 1, 2].map((months) => dayIn(addMonths(first, months), day));
  const gone = dates.filter((date): date is CalendarDate => date !== null && date <= sentOn);
  return {
    size: 0,
    rule: "date.day-of-month",
    next: dates.find((date) => date !== null && date >= sentOn) ?? null,
    last: gone[gone.length - 1] ?? null,
  };
};

/** A bare number that can only be the day of a weekday before it: "vendredi 28". */
export const bareDay = (
  tokens: readonly Token[],
  at: number,
  sentOn: CalendarDate,
): Found | null => {
  const day = number(tokens, at);
  if (Number.isNaN(day) || day < 1 || day > 31 || word(tokens, at).length > 2) return null;
  const next = at + 1;
  if (isNumber(tokens, next) || one(tokens, next, NOT_A_DAY)) return null;
  if (
    one(tokens, next, BARE_GOES_ON) &&
    touches(tokens, next) &&
    isNumber(tokens, next + 1) &&
    touches(tokens, next + 1)
  )
    return null;
  const found = comingDay(addDays(sentOn, 1 - dayOf(sentOn)), day, sentOn);
  return { ...found, size: one(tokens, next, ORDINAL_SIGNS) ? 2 : 1, rule: "date.weekday-day" };
};

const NOT_A_DAY = wordSet("h : € $ £ % eur euro euros kg k am pm heures hours invoices factures");
const BARE_GOES_ON = wordSet(". , - /");

const dayIn = (first: CalendarDate, day: number): CalendarDate | null =>
  calendarDate(yearOf(first), monthOf(first), day);

/** Words, besides names of days and months, with which these dates can begin. */
export const DAY_OPENINGS: readonly string[] = [...ARTICLES];
