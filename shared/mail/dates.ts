import { yearOf } from "#shared/kernel/calendar.ts";
import type { CalendarDate } from "#shared/kernel/calendar.ts";
import { DAY_OPENINGS, readDayOfMonth, readFigures, readIso, readNamed } from "./date-days.ts";
import { DURATION_OPENINGS, readDuration } from "./date-durations.ts";
import { feastAt, MONTH_OPENINGS, readHalf, readMonth, readYear } from "./date-months.ts";
import { readSaying, SAYING_OPENINGS } from "./date-sayings.ts";
import { isTied, ownDayOf, RELATIVE_OPENINGS, relativeAt, steppedFrom } from "./date-relative.ts";
import { YEARS_FROM, YEARS_TO } from "./date-tokens.ts";
import type { DateContext, Found, Reader } from "./date-tokens.ts";
import { monthNamed, shortWeekdayNamed, weekdayNamed } from "./date-words.ts";
import { readWeekday, WEEKDAY_OPENINGS } from "./date-weekdays.ts";
import { readWeek, readWeekNumber, WEEK_OPENINGS } from "./date-weeks.ts";
import { NUMBER_OPENINGS } from "./spelled-numbers.ts";
import { cutTextOf, textOf } from "./words.ts";
import type { CutText, Token } from "./words.ts";

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

/** The dates of a text, in its order, in French and English, without overlap. */
export const findDates = (text: string | CutText, context: DateContext): readonly DateFind[] => {
  const year = yearOf(context.sentOn);
  if (year < YEARS_FROM || year > YEARS_TO) return [];
  const isWhole = typeof text !== "string" && text.text.length <= DATE_CHARS_MAX;
  const { tokens } = isWhole ? text : cutTextOf(textOf(text).slice(0, DATE_CHARS_MAX));
  const finds: DateFind[] = [];
  /** The token after the last date. */
  let after = 0;
  for (let at = 0; at < tokens.length && finds.length < DATES_MAX;) {
    const base = { find: finds[finds.length - 1], to: after };
    const found = mayBegin(tokens[at] as Token) ? dateAt(tokens, at, context, base) : null;
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
    after = at;
  }
  return finds;
};

const OPENINGS: ReadonlySet<string> = new Set([
  ...NUMBER_OPENINGS,
  ...DAY_OPENINGS,
  ...WEEKDAY_OPENINGS,
  ...WEEK_OPENINGS,
  ...MONTH_OPENINGS,
  ...DURATION_OPENINGS,
  ...SAYING_OPENINGS,
  ...RELATIVE_OPENINGS,
]);

/** Most words begin no date; they are passed over before any reader looks at them. */
const mayBegin = ({ kind, text }: Token): boolean =>
  kind === "number" ||
  (kind === "word" &&
    (OPENINGS.has(text) ||
      monthNamed(text) > 0 ||
      weekdayNamed(text) > 0 ||
      shortWeekdayNamed(text) > 0));

/** The date before a token, and the token after it. */
type Base = { readonly find: DateFind | undefined; readonly to: number };

/** The longest date at a token; `base` is the day before it that "le lendemain" may mean. */
const dateAt = (
  tokens: readonly Token[],
  at: number,
  context: DateContext,
  base: Base,
): Found | null => {
  const relative = relativeTo(tokens, at, context, base);
  const best = longestOf(tokens, at, context);
  return relative !== null && relative.size >= (best?.size ?? 0) ? relative : best;
};

/** "La veille de Noël", "the day after the 5th", else the day before or after the one that `base` names. */
const relativeTo = (
  tokens: readonly Token[],
  at: number,
  context: DateContext,
  base: Base,
): Found | null => {
  const relative = relativeAt(tokens, at);
  if (relative === null) return null;
  const own = ownDayOf(tokens, at, relative);
  const named =
    own === 0 ? null : (longestOf(tokens, own, context) ?? feastAt(tokens, own, context.sentOn));
  if (named !== null)
    return {
      ...steppedFrom(relative, named, context.sentOn),
      size: own + named.size - at,
    };
  return base.find !== undefined && isTied(tokens, base.to, at)
    ? steppedFrom(relative, base.find, context.sentOn)
    : null;
};

const longestOf = (tokens: readonly Token[], at: number, context: DateContext): Found | null => {
  let best: Found | null = null;
  for (const read of READERS) {
    const found = read(tokens, at, context);
    if (found !== null && (best === null || found.size > best.size)) best = found;
  }
  return best;
};

const READERS: readonly Reader[] = [
  readIso,
  readFigures,
  readNamed,
  readDayOfMonth,
  readWeekday,
  readHalf,
  readWeek,
  readMonth,
  readYear,
  readDuration,
  readWeekNumber,
  readSaying,
];
