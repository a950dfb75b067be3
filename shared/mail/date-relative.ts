import { addDays, addMonths, endOfMonth, weekdayOf } from "#shared/kernel/calendar.ts";
import type { CalendarDate } from "#shared/kernel/calendar.ts";
import { fridayOf, number, one, skip, word, wordSet } from "./date-tokens.ts";
import type { Found } from "./date-tokens.ts";
import { weekdayNamed } from "./date-words.ts";
import { spelledNumber } from "./spelled-numbers.ts";
import type { Token } from "./words.ts";

/** What the words say of the day named before them. */
type Step = (from: CalendarDate) => CalendarDate;

const days =
  (count: number): Step =>
  (from) =>
    addDays(from, count);
const weekAfter: Step = (from) => fridayOf(from, 1);
const monthAfter: Step = (from) => endOfMonth(addDays(endOfMonth(from), 1));

/** Words that count from a day named before them; the same ones before "de" or "of" count from the one after. */
const SAYINGS: readonly (readonly [string, Step])[] = [
  ["le jour meme", days(0)],
  ["le jour - meme", days(0)],
  ["ce jour la", days(0)],
  ["ce jour - la", days(0)],
  ["le meme jour", days(0)],
  ["the same day", days(0)],
  ["on same day", days(0)],
  ["that same day", days(0)],
  ["that very day", days(0)],
  ["that day", days(0)],
  ["le lendemain", days(1)],
  ["du lendemain", days(1)],
  ["le jour suivant", days(1)],
  ["le jour d ' apres", days(1)],
  ["the next day", days(1)],
  ["the very next day", days(1)],
  ["the following day", days(1)],
  ["the day after", days(1)],
  ["the morning after", days(1)],
  ["the next morning", days(1)],
  ["le surlendemain", days(2)],
  ["la veille", days(-1)],
  ["the day before", days(-1)],
  ["the night before", days(-1)],
  ["the evening before", days(-1)],
  ["l ' avant - veille", days(-2)],
  ["l ' avant veille", days(-2)],
  ["la semaine suivante", weekAfter],
  ["la semaine d ' apres", weekAfter],
  ["the following week", weekAfter],
  ["the week after", weekAfter],
  ["le mois suivant", monthAfter],
  ["le mois d ' apres", monthAfter],
  ["the following month", monthAfter],
  ["the month after", monthAfter],
];

const BY_FIRST = SAYINGS.reduce((map, [text, step]) => {
  const words = text.split(" ");
  const list = map.get(words[0] ?? "") ?? [];
  list.push({ words, step });
  return map.set(words[0] ?? "", list);
}, new Map<string, { words: readonly string[]; step: Step }[]>());

const DAY = wordSet("jour jours day days");
const WEEK = wordSet("semaine semaines week weeks");
const MONTH = wordSet("mois month months");
const LATER = wordSet("apres later after");
const ARTICLES = wordSet("le the");
const FOLLOWING = wordSet("suivant following after");
const NOW = wordSet("tomorrow next receipt reception");
/** Steps counted in days, weeks or months from a day named before. */
const FARTHEST_COUNT = 60;

export type Relative = { readonly size: number; readonly step: Step };

/** le lendemain, the same day, la veille, two days later, le lundi suivant: a day told by another one. */
export const relativeAt = (tokens: readonly Token[], at: number): Relative | null => {
  let found: Relative | null = null;
  for (const { words, step } of BY_FIRST.get(word(tokens, at)) ?? []) {
    if (found !== null && words.length <= found.size) continue;
    if (!words.every((text, index) => word(tokens, at + index) === text)) continue;
    if (!one(tokens, at + words.length, NOW)) found = { size: words.length, step };
  }
  return found ?? countedAt(tokens, at) ?? weekdayAfterAt(tokens, at);
};

/** deux jours plus tard, a week later */
const countedAt = (tokens: readonly Token[], at: number): Relative | null => {
  const figure = number(tokens, at);
  const spelled = Number.isNaN(figure)
    ? word(tokens, at) === "a"
      ? { value: 1, size: 1 }
      : spelledNumber(tokens, at)
    : { value: figure, size: 1 };
  if (spelled === null || spelled.value < 1 || spelled.value > FARTHEST_COUNT) return null;
  const unit = at + spelled.size;
  const later = word(tokens, unit + 1) === "plus" ? unit + 2 : unit + 1;
  const isLater = one(tokens, later, LATER) || (later > unit + 1 && word(tokens, later) === "tard");
  if (!isLater) return null;
  // "Deux jours après la livraison", "two days after delivery" count from that.
  const isOpen = tokens[later + 1] === undefined || tokens[later + 1]?.kind !== "word";
  if (word(tokens, later) !== "later" && word(tokens, later) !== "tard" && !isOpen) return null;
  const size = later + 1 - at;
  const { value } = spelled;
  if (one(tokens, unit, DAY)) return { size, step: days(value) };
  if (one(tokens, unit, WEEK)) return { size, step: days(7 * value) };
  return one(tokens, unit, MONTH) ? { size, step: (from) => addMonths(from, value) } : null;
};

/** le lundi suivant, the Monday after, the following Friday, le vendredi d'après */
const weekdayAfterAt = (tokens: readonly Token[], at: number): Relative | null => {
  if (!one(tokens, at, ARTICLES)) return null;
  const isLed = word(tokens, at + 1) === "following";
  const name = isLed ? at + 2 : at + 1;
  const day = weekdayNamed(word(tokens, name));
  if (day === 0) return null;
  const isApres = word(tokens, name + 1) === "d" && word(tokens, name + 3) === "apres";
  if (!isLed && !isApres && !one(tokens, name + 1, FOLLOWING)) return null;
  const size = name + (isLed ? 1 : isApres ? 4 : 2) - at;
  // "The Monday after next" is another one.
  if (one(tokens, at + size, NOW)) return null;
  const step: Step = (from) => addDays(from, (day - weekdayOf(from) + 7) % 7 || 7);
  return { size, step };
};

const OF = wordSet("de du d ' of");
/** Tokens between a day and another one told by it. */
const TIED_TOKENS = 60;
const CONDITIONS = wordSet("si if des once when quand lorsque where ou unless");

/** The token of the day after "la veille de", "the day before"; 0 where nothing joins them. */
export const ownDayOf = (tokens: readonly Token[], at: number, { size }: Relative): number => {
  const next = skip(tokens, at + size, OF, 2);
  // "La veille du 25" needs its "du", "the day before Christmas" nothing.
  if (word(tokens, next - 1) === "du") return next - 1;
  const isEnglish = word(tokens, at) === "the";
  return next > at + size || isEnglish ? next : 0;
};

/** Whether a day told by another stands close enough behind it: in its sentence, or in the next one without a condition. */
export const isTied = (tokens: readonly Token[], from: number, at: number): boolean => {
  if (at - from > TIED_TOKENS) return false;
  let ends = 0;
  let isConditional = false;
  for (let index = from; index < at; index += 1) {
    const token = tokens[index] as Token;
    if (token.kind === "end") ends += 1;
    else if (CONDITIONS.has(token.text)) isConditional = true;
  }
  return ends === 0 || (ends === 1 && !isConditional);
};

/** A day told by another one, in both of that one's senses. */
export const steppedFrom = (
  { size, step }: Relative,
  base: Pick<Found, "next" | "last">,
  sentOn: CalendarDate,
): Found => {
  const next = base.next === null ? null : step(base.next);
  const last = base.last === null ? null : step(base.last);
  const past = last !== null && last < sentOn && (next === null || next === last);
  return { size, rule: "date.relative", next, last, ...(past ? { past } : {}) };
};

/** Words with which these days can begin. */
export const RELATIVE_OPENINGS: readonly string[] = [...BY_FIRST.keys(), "a"];
