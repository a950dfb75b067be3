import { addDays } from "#shared/kernel/calendar.ts";
import { one, skip, word, wordSet } from "./date-tokens.ts";
import type { Reader } from "./date-tokens.ts";
import { weekdayNamed } from "./date-words.ts";

/** Words, days from the mail's own, and whether they can only tell of something done. */
const SAYINGS: readonly (readonly [string, number, boolean])[] = [
  ["apres demain", 2, false],
  ["apres - demain", 2, false],
  ["day after tomorrow", 2, false],
  ["avant hier", -2, true],
  ["avant - hier", -2, true],
  ["day before yesterday", -2, true],
  ["demain", 1, false],
  ["tomorrow", 1, false],
  ["tommorow", 1, false],
  ["tommorrow", 1, false],
  ["tomorow", 1, false],
  ["tmrw", 1, false],
  ["tmw", 1, false],
  ["2moro", 1, false],
  ["dmain", 1, false],
  ["hier", -1, true],
  ["yesterday", -1, true],
  ["last night", -1, true],
  ["aujourd ' hui", 0, false],
  ["aujourd hui", 0, false],
  ["aujourdhui", 0, false],
  ["ajd", 0, false],
  ["auj", 0, false],
  ["ce jour", 0, false],
  ["en date de ce jour", 0, false],
  ["ce jour meme", 0, false],
  ["ce soir", 0, false],
  ["a soir", 0, false],
  ["cet apres - midi", 0, false],
  ["cet apres midi", 0, false],
  ["cet aprem", 0, false],
  ["tantot", 0, false],
  ["ce midi", 0, false],
  ["ce matin", 0, true],
  ["a matin", 0, true],
  ["cette nuit", 0, true],
  ["dans la journee", 0, false],
  ["en cours de journee", 0, false],
  ["dans la matinee", 0, false],
  ["fin de journee", 0, false],
  ["d ' ici ce soir", 0, false],
  ["today", 0, false],
  ["tonight", 0, false],
  ["this morning", 0, true],
  ["this afternoon", 0, false],
  ["this evening", 0, false],
  ["this arvo", 0, false],
  ["within the hour", 0, false],
  ["dans l ' heure", 0, false],
  ["just now", 0, true],
  ["a l ' instant", 0, true],
  ["minutes ago", 0, true],
  ["an hour ago", 0, true],
  ["end of day", 0, false],
  ["end of play", 0, false],
  ["close of play", 0, false],
  ["end of business", 0, false],
  ["close of business", 0, false],
  ["eod", 0, false],
  ["cob", 0, false],
  ["eob", 0, false],
];

const SAYINGS_BY_FIRST = SAYINGS.reduce((map, [text, days, past]) => {
  const words = text.split(" ");
  const list = map.get(words[0] ?? "") ?? [];
  list.push({ words, days, past });
  return map.set(words[0] ?? "", list);
}, new Map<string, { words: readonly string[]; days: number; past: boolean }[]>());

const LINKS = wordSet("on of this ce le de");
const TOMORROW = wordSet("tomorrow demain");
const PERIOD = wordSet("week month year fortnight");
const PAST_AFTER = wordSet("dernier derniere passe passee");
const FRENCH_PERIOD = wordSet("semaine mois");

/** demain, ce soir, yesterday, just now, end of play; last week without a day */
export const readSaying: Reader = (tokens, at, { sentOn }) => {
  let best = 0;
  let found: ReturnType<Reader> = null;
  for (const { words, days, past } of SAYINGS_BY_FIRST.get(word(tokens, at)) ?? []) {
    if (words.length <= best) continue;
    if (!words.every((text, index) => word(tokens, at + index) === text)) continue;
    const after = skip(tokens, at + words.length, LINKS, 1);
    // "Close of business Thursday" is Thursday.
    if (days === 0 && !past && weekdayNamed(word(tokens, after)) > 0) continue;
    if (days === 0 && !past && one(tokens, after, TOMORROW)) continue;
    const date = addDays(sentOn, days);
    best = words.length;
    found = { size: words.length, rule: "date.saying", next: date, last: date, past };
  }
  if (found !== null) return found;
  const isLast = word(tokens, at) === "last" && one(tokens, at + 1, PERIOD);
  const isFrench = one(tokens, at, FRENCH_PERIOD) && one(tokens, at + 1, PAST_AFTER);
  if (isLast || isFrench)
    return { size: 2, rule: "date.last-week", next: null, last: null, past: true };
  return null;
};

/** Words, besides names of days and months, with which these dates can begin. */
export const SAYING_OPENINGS: readonly string[] = [
  ...SAYINGS_BY_FIRST.keys(),
  ...FRENCH_PERIOD,
  "last",
];
