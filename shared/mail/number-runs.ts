/** Characters of subject, text and file names that are searched for numbers; quoted history past this adds nothing. */
export const MATCH_CHARS_MAX = 100_000;

/** A run of letters and digits. `gap` is what stands before it, `text` is in upper case. */
export type Run = {
  readonly text: string;
  readonly gap: string;
  readonly isDigits: boolean;
  readonly hasDigit: boolean;
};

export const runsOf = (text: string): readonly Run[] => {
  const runs: Run[] = [];
  let before = 0;
  const pattern = /[\p{L}\p{N}]+/gu;
  const searched = text.slice(0, MATCH_CHARS_MAX);
  for (let hit = pattern.exec(searched); hit !== null; hit = pattern.exec(searched)) {
    const digits = digitsIn(hit[0]);
    runs.push({
      text: hit[0].toUpperCase(),
      gap: searched.slice(before, hit.index),
      isDigits: digits === hit[0].length,
      hasDigit: digits > 0,
    });
    before = hit.index + hit[0].length;
  }
  // What follows the last run is looked at as well: `1 250 €`.
  runs.push({ text: "", gap: searched.slice(before), isDigits: false, hasDigit: false });
  return runs;
};

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
