const numbered = (lists: readonly string[]): ReadonlyMap<string, number> => {
  const out = new Map<string, number>();
  lists.forEach((list, index) => {
    for (const word of list.split(" ")) out.set(word, index + 1);
  });
  return out;
};

/** Names of months in French and English, without accents, by their number. */
const MONTHS = numbered([
  "janvier janv jan january janvie",
  "fevrier fevr fev feb february febuary",
  "mars mar march",
  "avril avr apr april",
  "mai may",
  "juin jun june",
  "juillet juil juill jul july",
  "aout aug august",
  "septembre sept sep september",
  "octobre oct october",
  "novembre nov novem november",
  "decembre dec decem december",
]);

/** Names of days, Monday 1 to Sunday 7, whole and short where the short form is no other word. */
const WEEKDAYS = numbered([
  "lundi lundis monday mondays",
  "mardi mardis tuesday tuesdays tues",
  "mercredi mercredis wednesday wednesdays wed weds wensday",
  "jeudi jeudis thursday thursdays thu thur thurs",
  "vendredi vendredis friday fridays fri vendr",
  "samedi samedis saturday saturdays",
  "dimanche dimanches sunday sundays",
]);

/** Short names that are words too: days only beside a date or after a word of time. */
const SHORT_WEEKDAYS = numbered([
  "mon lun",
  "tue",
  "wed mer",
  "thu jeu",
  "fri ven",
  "sat sam",
  "sun dim",
]);

/** Letters from which on a name is recognised with one letter wrong, missing or twice, as thumbs write it. */
const TYPO_CHARS = 6;
/** Words that are one letter away from a name and mean something else. */
const NO_TYPOS: ReadonlySet<string> = new Set(["sundry", "augusta"]);

/** Names long enough for a typo, by their first letter, which thumbs mostly get right. */
const longNames = (
  names: ReadonlyMap<string, number>,
): ReadonlyMap<string, readonly (readonly [string, number])[]> => {
  const out = new Map<string, (readonly [string, number])[]>();
  for (const [name, number] of names) {
    if (name.length < TYPO_CHARS || name.endsWith("s")) continue;
    const list = out.get(name.charAt(0));
    if (list === undefined) out.set(name.charAt(0), [[name, number]]);
    else list.push([name, number]);
  }
  return out;
};
const LONG_MONTHS = longNames(MONTHS);
const LONG_WEEKDAYS = longNames(WEEKDAYS);

const named = (
  word: string,
  exact: ReadonlyMap<string, number>,
  long: ReadonlyMap<string, readonly (readonly [string, number])[]>,
): number => {
  const known = exact.get(word);
  if (known !== undefined) return known;
  if (word.length < TYPO_CHARS - 1 || word.length > 11) return 0;
  const near = long.get(word.charAt(0));
  if (near === undefined || NO_TYPOS.has(word)) return 0;
  for (const [name, number] of near) if (isTypo(word, name)) return number;
  return 0;
};

/** Whether a word is the name with one letter changed, left out, doubled, or two of them swapped. */
const isTypo = (word: string, name: string): boolean => {
  if (Math.abs(word.length - name.length) > 1 || word.length < TYPO_CHARS - 1) return false;
  let at = 0;
  while (at < word.length && word.charAt(at) === name.charAt(at)) at += 1;
  if (word.length === name.length) {
    if (word.slice(at + 1) === name.slice(at + 1)) return word.length > TYPO_CHARS;
    return (
      word.charAt(at) === name.charAt(at + 1) &&
      word.charAt(at + 1) === name.charAt(at) &&
      word.slice(at + 2) === name.slice(at + 2)
    );
  }
  if (word.length < name.length)
    return name.length > TYPO_CHARS && word.slice(at) === name.slice(at + 1);
  return word.slice(at + 1) === name.slice(at) && word.charAt(at) === word.charAt(at - 1);
};

/** The month that a folded word names, 1 to 12; 0 where it names none. */
export const monthNamed = (word: string): number => named(word, MONTHS, LONG_MONTHS);
/** The weekday that a folded word names, Monday 1 to Sunday 7; 0 where it names none. */
export const weekdayNamed = (word: string): number => named(word, WEEKDAYS, LONG_WEEKDAYS);
/** The weekday of a short name that may be another word (mon, sat, mer); 0 where it is none. */
export const shortWeekdayNamed = (word: string): number => SHORT_WEEKDAYS.get(word) ?? 0;
