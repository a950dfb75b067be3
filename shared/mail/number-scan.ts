import {
  isDateLike,
  isYearLike,
  looseForm,
  runsOf,
  segmentsOf,
  unaccented,
  withoutZeros,
} from "./number-runs.ts";
import type { Run } from "./number-runs.ts";
import { FREE, TAKEN, usesOf } from "./number-uses.ts";
import {
  AFTER_ARTICLE,
  ARTICLES,
  INVOICE_WORDS,
  LIST_WORDS,
  NUMBER_SIGNS,
  OTHER_WORDS,
  SERIES_WORDS,
} from "./number-words.ts";

/** Runs kept as possible invoice numbers: a mail of digits alone must not become a list of a million. */
export const MATCH_TOKENS_MAX = 8_000;
/** The longest number an invoice can have once normalised (EN 16931 leaves it open; Chorus Pro takes 20). */
export const INVOICE_TOKEN_CHARS_MAX = 40;
/** A number is at most this many runs of letters and digits: `FA 2026 00 418`. */
const RUNS_MAX = 4;
/** Series kept; a person writes one or two. */
const SERIES_MAX = 20;

/** How surely digits are meant as an invoice's: nothing says so, `n°` does, `la` does, `facture` or a list does. */
export const UNSAID = 0;
export const NUMBERED = 1;
export const WITH_ARTICLE = 2;
export const SAID = 3;
/** Of an order, an account, a telephone. */
const OF_OTHER = -1;

/** What a text holds that can name invoices. */
export type NumbersInText = {
  /** Runs that can be a whole number, normalised as `normaliseInvoiceNumber` does. */
  readonly tokens: ReadonlySet<string>;
  /** The same without leading zeros. */
  readonly loose: ReadonlySet<string>;
  /** Of those, what is enough to be looked for among all debtors' invoices. */
  readonly distinct: ReadonlySet<string>;
  /** Digits, without leading zeros, that can be the end of a number, and how surely they are meant so. */
  readonly ends: ReadonlyMap<string, number>;
  /** First and last of a series, without leading zeros: `2260-2262`. */
  readonly series: readonly (readonly [string, string])[];
  /** Sums, in minor units of whatever currency. */
  readonly sums: readonly number[];
};

/**
 * Every number of a text by what it can be. `title` characters at its start are a subject, where a number alone is
 * likely the thing written about. Takes time linear in the text, which is cut at MATCH_CHARS_MAX.
 */
export const numbersIn = (text: string, title = 0): NumbersInText => {
  const runs = runsOf(text);
  const { of: uses, sums } = usesOf(runs);
  const grades = gradesOf(runs, uses, title);
  const tokens = new Set<string>();
  const loose = new Set<string>();
  const distinct = new Set<string>();
  for (let first = 0; first < runs.length - 1 && tokens.size < MATCH_TOKENS_MAX; first += 1)
    joinedFrom(runs, first, uses, grades, { tokens, loose, distinct });
  const { ends, series } = endsOf(runs, uses, grades);
  return { tokens, loose, distinct, ends, series, sums };
};

type Tokens = {
  readonly tokens: Set<string>;
  readonly loose: Set<string>;
  readonly distinct: Set<string>;
};

const joinedFrom = (
  runs: readonly Run[],
  first: number,
  uses: Uint8Array,
  grades: Int8Array,
  into: Tokens,
): void => {
  let joined = "";
  let digits = 0;
  let isDigits = true;
  let isOther = false;
  const end = Math.min(first + RUNS_MAX, runs.length - 1);
  for (let last = first; last < end; last += 1) {
    const run = runs[last] as Run;
    if (uses[last] === TAKEN && grades[last] !== SAID) return;
    if (last > first && !joins(run, isDigits && run.isDigits)) return;
    joined += run.text;
    if (joined.length > INVOICE_TOKEN_CHARS_MAX) return;
    isDigits = isDigits && run.isDigits;
    isOther = isOther || grades[last] === OF_OTHER;
    digits += run.isDigits ? run.text.length : run.hasDigit ? digitsOf(run.text) : 0;
    if (digits === 0 || joined.length < 2) continue;
    if (isDigits) {
      const isKept =
        last === first
          ? isWholeNumber(run.text, grades[last] ?? 0, uses[last] ?? 0)
          : !isOther && !isDateLike(runs.slice(first, last + 1));
      if (!isKept) continue;
    }
    into.tokens.add(joined);
    into.loose.add(looseJoined(runs, first, last, joined));
    // A stranger's `A4` or `118` must find nobody; nor may digits that nothing says are an invoice's.
    const isDistinct = isDigits
      ? digits >= 6 && (last > first || (grades[last] ?? 0) >= NUMBERED)
      : joined.length >= 5 && digits >= 2;
    if (isDistinct) into.distinct.add(joined);
  }
};

const looseJoined = (runs: readonly Run[], first: number, last: number, joined: string): string => {
  if (!joined.includes("0")) return joined;
  let out = "";
  for (let at = first; at <= last; at += 1) out += looseForm((runs[at] as Run).text);
  return out;
};

const isWholeNumber = (text: string, grade: number, use: number): boolean => {
  if (grade === SAID) return true;
  if (grade === OF_OTHER || use !== FREE || text.length < 3) return false;
  return grade > UNSAID || !isYearLike(text);
};

const digitsOf = (text: string): number =>
  segmentsOf(text).reduce(
    (sum, one) => sum + (one.charAt(0) >= "0" && one.charAt(0) <= "9" ? one.length : 0),
    0,
  );

const TIGHT = "-/_.\u2010\u2011\u2012\u2013";
const isTight = (gap: string): boolean => gap === "" || (gap.length === 1 && TIGHT.includes(gap));

/** Digits are joined with digits over a stroke only, so that sums, telephones and IBANs make no numbers. */
const joins = ({ gap }: Run, areDigits: boolean): boolean => {
  if (areDigits) return gap.length === 1 && gap !== "." && TIGHT.includes(gap);
  if (gap.length === 1) return TIGHT.includes(gap) || " \u00a0#:".includes(gap);
  return gap === " - " || gap === " / " || gap === "\u00b0" || gap === "\u00b0 ";
};

/** How surely each run of digits is meant as an invoice's, by the words before it. */
const gradesOf = (runs: readonly Run[], uses: Uint8Array, title: number): Int8Array => {
  const grades = new Int8Array(runs.length);
  let cue = UNSAID;
  let isAfterWord = false;
  for (let index = 0; index < runs.length - 1; index += 1) {
    const { at, text, gap, hasDigit, isDigits } = runs[index] as Run;
    if (!holdsOn(gap, isAfterWord)) cue = UNSAID;
    if (gap.includes("#") && cue === UNSAID) cue = NUMBERED;
    if (!hasDigit) {
      const word = unaccented(text);
      cue = cueAfter(word, cue);
      isAfterWord = cue !== UNSAID;
    } else if (uses[index] === TAKEN && cue !== SAID) {
      cue = UNSAID;
      isAfterWord = false;
    } else if (isDigits) {
      // A sum or a date behind `facture` is still a sum or a date.
      const isHeld = uses[index] !== TAKEN;
      grades[index] = isHeld ? (cue === UNSAID && at < title ? NUMBERED : cue) : UNSAID;
      if (!isHeld) cue = UNSAID;
      isAfterWord = false;
    } else {
      if (cue !== OF_OTHER) cue = SAID;
      isAfterWord = false;
    }
  }
  return grades;
};

const cueAfter = (word: string, cue: number): number => {
  if (INVOICE_WORDS.has(word)) return SAID;
  if (OTHER_WORDS.has(word)) return OF_OTHER;
  if (NUMBER_SIGNS.has(word)) return cue === UNSAID ? NUMBERED : cue === WITH_ARTICLE ? SAID : cue;
  if (ARTICLES.has(word)) return cue === UNSAID || cue === OF_OTHER ? WITH_ARTICLE : cue;
  return LIST_WORDS.has(word) ? cue : UNSAID;
};

/** Whether what was said of a number goes on over a gap: `fact. 118`, `: 118, 119`, one line down, not a sentence on. */
const holdsOn = (gap: string, isAfterWord: boolean): boolean => {
  if (gap.length > 8 || gap.indexOf("\n") !== gap.lastIndexOf("\n")) return false;
  for (let i = 0; i < gap.length; i += 1) {
    const char = gap.charAt(i);
    if (char === "." ? !isAfterWord && gap.length > 1 : "!?".includes(char)) return false;
  }
  return true;
};

/** Digits that can end a number, and series of them. */
const endsOf = (
  runs: readonly Run[],
  uses: Uint8Array,
  grades: Int8Array,
): Pick<NumbersInText, "ends" | "series"> => {
  const ends = new Map<string, number>();
  const series: (readonly [string, string])[] = [];
  const say = (digits: string, grade: number): void => {
    const key = withoutZeros(digits);
    if (ends.size < MATCH_TOKENS_MAX || ends.has(key))
      ends.set(key, Math.max(grade, ends.get(key) ?? UNSAID));
  };
  /** The end of the number before, while a list or a series may still go on from it. */
  let before: string | null = null;
  /** Where a series begins whose last number is still to come. */
  let from: string | null = null;
  let hasLetters = false;
  const close = (last: string): void => {
    if (from !== null && series.length < SERIES_MAX)
      series.push([withoutZeros(from), withoutZeros(last)]);
    from = null;
  };
  for (let at = 0; at < runs.length - 1; at += 1) {
    const run = runs[at] as Run;
    const next = runs[at + 1] as Run;
    if (!isTight(run.gap)) hasLetters = false;
    const grade = grades[at] ?? UNSAID;
    const isInner = next.hasDigit && isTight(next.gap);
    if (!run.hasDigit) {
      const word = unaccented(run.text);
      hasLetters = isInner && !INVOICE_WORDS.has(word) && !NUMBER_SIGNS.has(word);
      if (SERIES_WORDS.has(word) && before !== null) from = before;
      else if (!isInner && !ARTICLES.has(word) && !NUMBER_SIGNS.has(word)) before = from = null;
      continue;
    }
    if (!run.isDigits) {
      const parts = segmentsOf(run.text.slice(-INVOICE_TOKEN_CHARS_MAX));
      const [letters = "", digits = ""] = parts;
      const isCued =
        parts.length === 2 && (INVOICE_WORDS.has(letters) || NUMBER_SIGNS.has(letters));
      if (isCued && digits.length > 1) say(digits, SAID);
      hasLetters = !isCued;
      before = parts[parts.length - 1] ?? "";
      if (!isInner) close(before);
      if (isSpacedStroke(next)) from = before;
      continue;
    }
    const isHeld = uses[at] === FREE || (uses[at] !== TAKEN && grade === SAID);
    if (!isHeld || grade === OF_OTHER) {
      before = from = null;
      continue;
    }
    const isListed = at > 0 && runs[at - 1]?.isDigits === true && isTight(run.gap);
    const whole: string = (isListed ? completed(before, run.text) : null) ?? run.text;
    if (!hasLetters && isEnd(runs, at, grade)) say(run.text, grade);
    if (!hasLetters && whole !== run.text) say(whole, grade);
    const isStroke = isListed && "-\u2010\u2011\u2012\u2013".includes(run.gap);
    // In `LB-2026-120` a year stands before the stroke, not the start of a series.
    if (isStroke && from === null && !hasLetters && !isYearLike(before ?? "")) from = before;
    if (!isInner) close(whole);
    before = run.text;
    if (isSpacedStroke(next)) from = before;
  }
  return { ends, series };
};

/** `2260 - 2262`, and `de 2260 à` is a word's matter. */
const isSpacedStroke = (next: Run | undefined): boolean =>
  next !== undefined &&
  next.gap.length === 3 &&
  !next.gap.includes("\n") &&
  "-\u2013\u2014".includes(next.gap.charAt(1));

/** The second of `2260-62` or `118/9` in full; null where it is no shortened number. */
const completed = (before: string | null, digits: string): string | null => {
  if (before === null || before.length < 3 || digits.length >= before.length) return null;
  if (isYearLike(before) || digits.length > 2) return null;
  const whole = before.slice(0, before.length - digits.length) + digits;
  return whole > before ? whole : null;
};

const isEnd = (runs: readonly Run[], at: number, grade: number): boolean => {
  const { text } = runs[at] as Run;
  if (text.length > INVOICE_TOKEN_CHARS_MAX) return false;
  if (grade === SAID) return true;
  if (text.length >= 3) return !isYearLike(text) || grade > UNSAID;
  if (grade !== WITH_ARTICLE || text.length < 2) return false;
  const next = runs[at + 1];
  return next === undefined || next.gap.trim() !== "" || next.text === ""
    ? true
    : AFTER_ARTICLE.has(unaccented(next.text)) || next.isDigits;
};
