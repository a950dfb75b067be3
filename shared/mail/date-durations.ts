import { addDays, addMonths, isWeekend } from "#shared/kernel/calendar.ts";
import type { CalendarDate } from "#shared/kernel/calendar.ts";
import { isNumber, number, one, same, skip, touches, word, wordSet } from "./date-tokens.ts";
import type { Found, Reader } from "./date-tokens.ts";
import { spelledNumber } from "./spelled-numbers.ts";
import type { Token } from "./words.ts";

const LEADS = wordSet(
  "sous dans within in d ' ici under les la le the next prochains prochaines prochain a an une un about environ around maximum max moins de of less than a un un encore some quelque comptez compter comptes compte allow give us me nous donnez laissez prevoir prevoyez prevoit another encore delai about say disons at most another no more plus que",
);
const TELLING = wordSet(
  "sous dans within in ici under comptez compter comptes allow give prevoir prevoyez next prochains prochaines donnez laissez another delai",
);
const GIVING = wordSet("give donnez laissez allow another");
const ARTICLES = wordSet("a an une un");
const RANGE = wordSet("- a ou or to / et");
const HOURS = wordSet("h heures heure hours hrs hour hr");
const DAYS = wordSet("jours jour days day j jrs d");
const WEEKS = wordSet("semaines semaine weeks week wks sem");
const MONTHS = wordSet("mois months month");
const WORKING = wordSet("working business banking week trading clear");
const WORKING_AFTER = wordSet("ouvres ouvrables ouvre ouvrable");
const DAY_COUNTS: ReadonlyMap<string, number> = new Map([
  ["huitaine", 8],
  ["quinzaine", 15],
  ["quinz", 15],
  ["fortnight", 14],
  ["dizaine", 10],
  ["vingtaine", 20],
  ["trentaine", 30],
]);
const TIME_AFTER = wordSet("from after of time ' s");
const NOW = wordSet("now today tomorrow");
const THIS_MORNING = wordSet("morning afternoon");
const MOST = wordSet("max maximum maxi tops latest environ prochains");
const MORE = wordSet("plus more extra later retard late");
const AGO = wordSet("ago back");
const DAYS_MAX = 365;

/** A count at a token, in figures or words, "ten (10)" as one. */
const countAt = (tokens: readonly Token[], at: number) => {
  const figure = number(tokens, at);
  if (!Number.isNaN(figure)) return { value: figure, size: 1 };
  const text = word(tokens, at);
  if (text === "couple") return { value: 2, size: word(tokens, at + 1) === "of" ? 2 : 1 };
  const spelled = spelledNumber(tokens, at);
  if (spelled === null || spelled.large) return null;
  const again = word(tokens, at + spelled.size) === "(" && isNumber(tokens, at + spelled.size + 1);
  const closed = again && word(tokens, at + spelled.size + 2) === ")";
  return { value: spelled.value, size: spelled.size + (closed ? 3 : 0) };
};

/** sous 8 jours, within five working days, d'ici deux semaines, 48h, sous huitaine, in a fortnight, two weeks from now, J+5 */
export const readDuration: Reader = (tokens, at, { sentOn }) => {
  if (word(tokens, at) === "j" || word(tokens, at) === "d" || word(tokens, at) === "t") {
    const days = number(tokens, at + 2);
    if (word(tokens, at + 1) === "+" && days >= 0 && days <= DAYS_MAX)
      return same(3, "date.within-days", addDays(sentOn, days));
  }
  const lead = skip(tokens, at, LEADS, 6);
  const leads = tokens.slice(at, lead);
  const isWithin = leads.some((token) => TELLING.has(token.text));
  const isGiven = leads.some((token) => GIVING.has(token.text));
  const known = DAY_COUNTS.get(word(tokens, lead));
  if (known !== undefined) return ofKnown(tokens, at, lead, known, isWithin, sentOn);
  const hasOne = one(tokens, lead - 1, ARTICLES) && lead > at;
  const first = hasOne && unitAt(tokens, lead) ? { value: 1, size: 0 } : countAt(tokens, lead);
  if (first === null || first.value < 1 || first.value > DAYS_MAX) return null;
  let count = first.value;
  let next = lead + first.size;
  if (one(tokens, next, RANGE)) {
    // "8 à 10 jours": the promise is kept until the tenth.
    const second = countAt(tokens, next + 1);
    if (second === null) return null;
    count = second.value;
    next += 1 + second.size;
  }
  if (count < 1 || count > DAYS_MAX) return null;
  if (one(tokens, next, HOURS)) {
    if (!isWithin || count % 24 !== 0 || count > 240) return null;
    const isWorking = one(tokens, next + 1, WORKING_AFTER);
    return isWorking
      ? same(next + 2 - at, "date.within-working-days", addWorkingDays(sentOn, count / 24))
      : same(next + 1 - at, "date.within-hours", addDays(sentOn, count / 24));
  }
  const isWorkingBefore = one(tokens, next, WORKING);
  if (isWorkingBefore && !one(tokens, next + 1, DAYS))
    return weeksOf(tokens, at, next, count, isWithin, sentOn);
  if (isWorkingBefore) next += 1;
  if (!one(tokens, next, DAYS)) return weeksOf(tokens, at, next, count, isWithin, sentOn);
  if (word(tokens, next) === "d" && (!touches(tokens, next) || word(tokens, next + 1) === "'"))
    return null;
  const ago = agoFrom(tokens, at, next, addDays(sentOn, -count));
  if (ago !== null) return ago;
  if (
    one(tokens, next + 1, MORE) ||
    (word(tokens, next + 1) === "de" && one(tokens, next + 2, MORE))
  )
    return null;
  const isWorking = isWorkingBefore || one(tokens, next + 1, WORKING_AFTER);
  const end = one(tokens, next + 1, WORKING_AFTER) ? next + 2 : next + 1;
  const from = fromNow(tokens, end);
  if (!isWithin && from === end && !one(tokens, end, MOST)) return null;
  // "Give us 30 days" asks for a term; it still says when.
  if (isGiven && count > 60) return null;
  const date = isWorking ? addWorkingDays(sentOn, count) : addDays(sentOn, count);
  return same(
    from - at,
    isWorking ? "date.within-working-days" : "date.within-days",
    word(tokens, from - 1) === "tomorrow" ? addDays(date, 1) : date,
  );
};

const unitAt = (tokens: readonly Token[], at: number): boolean =>
  one(tokens, at, DAYS) || one(tokens, at, WEEKS) || one(tokens, at, MONTHS);

/** Where "from now", "from this morning", "from today's date", "'s time" ends after a duration. */
const fromNow = (tokens: readonly Token[], at: number): number => {
  if (one(tokens, at, NOW)) return at + 1;
  const next = skip(tokens, at, TIME_AFTER, 3);
  if (next === at) return at;
  if (word(tokens, next - 1) === "time") return next;
  if (one(tokens, next, NOW)) {
    const dated = word(tokens, next + 1) === "'" && word(tokens, next + 3) === "date" ? 3 : 0;
    return next + 1 + dated;
  }
  if (word(tokens, next) === "this" && one(tokens, next + 1, THIS_MORNING)) return next + 2;
  return at;
};

const ofKnown = (
  tokens: readonly Token[],
  at: number,
  lead: number,
  days: number,
  isWithin: boolean,
  sentOn: CalendarDate,
): Found | null => {
  const unit =
    word(tokens, lead + 1) === "de" || word(tokens, lead + 1) === "d" ? lead + 2 : lead + 1;
  const end = unit > lead + 1 && one(tokens, unit, DAYS) ? unit + 1 : lead + 1;
  if (days !== 8 && days !== 15 && days !== 14 && end === lead + 1) return null;
  const ago = agoFrom(tokens, at, end - 1, addDays(sentOn, -days));
  if (ago !== null) return ago;
  const from = fromNow(tokens, end);
  if (!isWithin && from === end) return null;
  // "The second fortnight of November" is no span from today.
  if (word(tokens, end) === "de" || word(tokens, end) === "of") return null;
  return same(from - at, "date.within-days", addDays(sentOn, days));
};

const weeksOf = (
  tokens: readonly Token[],
  at: number,
  next: number,
  count: number,
  isWithin: boolean,
  sentOn: CalendarDate,
): Found | null => {
  const isWeeks = one(tokens, next, WEEKS);
  if (!isWeeks && !one(tokens, next, MONTHS)) return null;
  if (count > (isWeeks ? 52 : 24)) return null;
  const date = isWeeks ? addDays(sentOn, 7 * count) : addMonths(sentOn, count);
  const gone = isWeeks ? addDays(sentOn, -7 * count) : addMonths(sentOn, -count);
  const ago = agoFrom(tokens, at, next, gone);
  if (ago !== null) return ago;
  const from = fromNow(tokens, next + 1);
  if (!isWithin && from === next + 1) return null;
  return same(
    from - at,
    "date.within-days",
    word(tokens, from - 1) === "tomorrow" ? addDays(date, 1) : date,
  );
};

/** "two days ago", "il y a deux jours" */
const agoFrom = (
  tokens: readonly Token[],
  at: number,
  unit: number,
  date: CalendarDate,
): Found | null => {
  const isAgo = one(tokens, unit + 1, AGO);
  const isFrench =
    (word(tokens, at - 1) === "a" && word(tokens, at - 2) === "y") ||
    (word(tokens, at - 1) === "y" && word(tokens, at) === "a") ||
    word(tokens, at - 1) === "ya";
  if (!isAgo && !isFrench) return null;
  return {
    size: unit + (isAgo ? 2 : 1) - at,
    rule: "date.days-ago",
    next: date,
    last: date,
    past: true,
  };
};

const addWorkingDays = (from: CalendarDate, days: number): CalendarDate => {
  let date = from;
  for (let left = days; left > 0;) {
    date = addDays(date, 1);
    if (!isWeekend(date)) left -= 1;
  }
  return date;
};

/** Words, besides names of days and months, with which these dates can begin. */
export const DURATION_OPENINGS: readonly string[] = [
  ...LEADS,
  ...DAY_COUNTS.keys(),
  "j",
  "d",
  "t",
  "couple",
];
