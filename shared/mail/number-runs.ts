/** Characters of subject, text and file names that are searched for numbers; quoted history past this adds nothing. */
export const MATCH_CHARS_MAX = 100_000;

/** A run of letters and digits. `gap` is what stands before it, `text` is in upper case. */
export type Run = {
  /** Where it begins. */
  readonly at: number;
  readonly text: string;
  readonly gap: string;
  readonly isDigits: boolean;
  readonly hasDigit: boolean;
};

/** Words kept before and after a digit: parts of its number, what it is a number of, what it counts. */
const WORDS_BEFORE = 8;
const WORDS_AFTER = 3;

/** The runs of a text, without words that stand near no digit: a gap that joins nothing stands for those. */
export const runsOf = (text: string): readonly Run[] => {
  const searched = text.slice(0, MATCH_CHARS_MAX);
  const runs: Run[] = [];
  /** Starts and ends of the words since the last digit. */
  let waiting: number[] = [];
  let before = 0;
  const put = (from: number, to: number, digits: number, isApart: boolean): void => {
    runs.push({
      at: from,
      text: searched.slice(from, to).toUpperCase(),
      gap: isApart ? "\n\n" : searched.slice(before, from),
      isDigits: digits === to - from,
      hasDigit: digits > 0,
    });
    before = to;
  };
  const take = (from: number, to: number, digits: number): void => {
    if (digits === 0) {
      waiting.push(from, to);
      return;
    }
    // The words after a number may be its unit.
    const resumes = Math.max(2 * WORDS_AFTER, waiting.length - 2 * WORDS_BEFORE);
    for (let index = 0; index < waiting.length; index += 2)
      if (index < 2 * WORDS_AFTER || index >= resumes)
        put(
          waiting[index] as number,
          waiting[index + 1] as number,
          0,
          index === resumes && resumes > 2 * WORDS_AFTER,
        );
    put(from, to, digits, false);
    waiting = [];
  };
  let at = 0;
  while (at < searched.length) {
    if (!isWordAt(searched, at)) {
      at += 1;
      continue;
    }
    const from = at;
    let digits = 0;
    while (at < searched.length && isWordAt(searched, at)) {
      if (isDigitAt(searched, at)) digits += 1;
      at += 1;
    }
    take(from, at, digits);
  }
  for (let index = 0; index < Math.min(2 * WORDS_AFTER, waiting.length); index += 2)
    put(waiting[index] as number, waiting[index + 1] as number, 0, false);
  // What follows the last run is looked at as well: `1 250 €`.
  runs.push({
    at: searched.length,
    text: "",
    gap: searched.slice(before),
    isDigits: false,
    hasDigit: false,
  });
  return runs;
};

/** Whether a letter or a digit of any script stands there; a character of two units is told by its first. */
const isWordAt = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at);
  if (code < 128)
    return (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || (code >= 65 && code <= 90);
  return code !== 0xa0 && WORD.test(text.charAt(at));
};
const WORD = /[\p{L}\p{N}]/u;

export const digitsIn = (text: string): number => {
  let count = 0;
  for (let i = 0; i < text.length; i += 1) if (isDigitAt(text, i)) count += 1;
  return count;
};

export const isDigitAt = (text: string, at: number): boolean =>
  text.charCodeAt(at) >= 48 && text.charCodeAt(at) <= 57;

/** A word as the lists of words have it: without accents. */
export const unaccented = (text: string): string => {
  for (let i = 0; i < text.length; i += 1)
    if (text.charCodeAt(i) > 127) {
      let out = "";
      for (const char of text.normalize("NFD")) if (char < "\u0300" || char > "\u036f") out += char;
      return out;
    }
  return text;
};

/** Digits without the zeros they begin with; `000` is `0`. */
export const withoutZeros = (digits: string): string => {
  let from = 0;
  while (from < digits.length - 1 && digits.charAt(from) === "0") from += 1;
  return digits.slice(from);
};

/** Letters and digits of a text apart: `SIT003` is `SIT`, `003`. */
export const segmentsOf = (text: string): readonly string[] => {
  const found: string[] = [];
  let from = 0;
  for (let i = 1; i <= text.length; i += 1) {
    if (i < text.length && isDigitAt(text, i) === isDigitAt(text, i - 1)) continue;
    if (i > from) found.push(text.slice(from, i));
    from = i;
  }
  return found;
};

/** The same number whoever wrote its zeros: `F00418` is `F418`. */
export const looseForm = (text: string): string =>
  text.includes("0")
    ? segmentsOf(text)
        .map((one) => (isDigitAt(one, 0) ? withoutZeros(one) : one))
        .join("")
    : text;

/** 1900 to 2199: more likely a year than a number. */
export const isYearLike = (digits: string): boolean =>
  digits.length === 4 && digits >= "1900" && digits < "2200";

/** Runs that are a date in figures, by the lengths and sizes of its parts. */
export const isDateLike = (runs: readonly Run[]): boolean => {
  const sizes = runs.map((run) => run.text.length).join("-");
  const first = Number(runs[0]?.text ?? "0");
  const second = Number(runs[1]?.text ?? "0");
  if (sizes === "4-2-2") return first >= 1900 && first <= 2199 && second <= 12;
  if (/^[12]-[12]-(?:2|4)$/.test(sizes)) return first <= 31 && second <= 31;
  return /^[12]-[12]$/.test(sizes) && first <= 31 && second <= 31;
};
