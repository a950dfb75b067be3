import type { Token } from "./words.ts";

/** Words of one spelled number; "mille deux cent quatre-vingt-dix-neuf" has seven and four hyphens. */
const SPELLED_TOKENS_MAX = 16;

const table = (pairs: readonly string[]): ReadonlyMap<string, number> => {
  const out = new Map<string, number>();
  for (const pair of pairs) {
    const [value = "", ...words] = pair.split(" ");
    for (const word of words) out.set(word, Number(value));
  }
  return out;
};

const SMALL = table([
  "1 un une one",
  "2 deux two",
  "3 trois three",
  "4 quatre four",
  "5 cinq five",
  "6 six",
  "7 sept seven",
  "8 huit eight",
  "9 neuf nine",
  "10 dix ten",
  "11 onze eleven",
  "12 douze twelve",
  "13 treize thirteen",
  "14 quatorze fourteen",
  "15 quinze fifteen",
  "16 seize sixteen",
  "17 seventeen",
  "18 eighteen",
  "19 nineteen",
  "20 vingt vingts twenty",
  "30 trente thirty",
  "40 quarante forty fourty",
  "50 cinquante fifty",
  "60 soixante sixty",
  "70 septante seventy",
  "80 huitante octante eighty",
  "90 nonante ninety",
]);

const ORDINAL = table([
  "1 first premier 1er",
  "2 second",
  "3 third",
  "4 fourth",
  "5 fifth",
  "6 sixth",
  "7 seventh",
  "8 eighth",
  "9 ninth",
  "10 tenth",
  "11 eleventh",
  "12 twelfth",
  "13 thirteenth",
  "14 fourteenth",
  "15 fifteenth",
  "16 sixteenth",
  "17 seventeenth",
  "18 eighteenth",
  "19 nineteenth",
  "20 twentieth",
  "30 thirtieth",
]);

const HUNDREDS: ReadonlySet<string> = new Set(["cent", "cents", "hundred"]);
const THOUSANDS: ReadonlySet<string> = new Set(["mille", "mil", "thousand", "grand"]);

export type SpelledNumber = {
  readonly value: number;
  /** Tokens read. */
  readonly size: number;
  /** Whether hundreds or thousands are named. */
  readonly large: boolean;
};

/** A number in words that begins at a token, in French (of France, Belgium, Switzerland) or English; null where none does. */
export const spelledNumber = (tokens: readonly Token[], at: number): SpelledNumber | null => {
  let total = 0;
  let current = 0;
  let size = 0;
  let large = false;
  let counted = false;
  for (let next = at; next < tokens.length && next - at < SPELLED_TOKENS_MAX;) {
    const text = tokens[next]?.text ?? "";
    const small = SMALL.get(text);
    if (HUNDREDS.has(text) && (current < 20 || !counted)) {
      if (!counted && text === "cents") break;
      current = Math.max(current, 1) * 100;
      large = true;
    } else if (THOUSANDS.has(text) && total === 0 && current < 1000) {
      // "Grand" is a word of its own unless it is counted.
      if (!counted && text !== "mille") break;
      total = Math.max(current, 1) * 1000;
      current = 0;
      large = true;
    } else if (small === 20 && current % 100 === 4 && text.startsWith("vingt")) current += 76;
    else if (small !== undefined && joins(current, small)) current += small;
    else break;
    counted = true;
    next += 1;
    size = next - at;
    const link = tokens[next]?.text ?? "";
    const after = tokens[next + 1]?.text ?? "";
    const isNumber = SMALL.has(after) || HUNDREDS.has(after) || THOUSANDS.has(after);
    if ((link === "-" || link === "et" || link === "and") && isNumber) next += 1;
  }
  return size === 0 ? null : { value: total + current, size, large };
};

const joins = (current: number, small: number): boolean => {
  const tail = current % 100;
  if (tail === 0) return true;
  if (tail < 20 || tail % 10 !== 0) return tail === 10 && small >= 7 && small <= 9;
  return small < (tail === 60 || tail === 80 ? 20 : 10);
};

/** "the fifteenth", "twenty-first", "premier"; null where none begins. */
export const spelledOrdinal = (
  tokens: readonly Token[],
  at: number,
): { readonly value: number; readonly size: number } | null => {
  const text = tokens[at]?.text ?? "";
  const whole = ORDINAL.get(text);
  if (whole !== undefined) return { value: whole, size: 1 };
  const tens = text === "twenty" ? 20 : text === "thirty" ? 30 : 0;
  if (tens === 0) return null;
  const next = tokens[at + 1]?.text === "-" ? at + 2 : at + 1;
  const unit = ORDINAL.get(tokens[next]?.text ?? "");
  return unit === undefined || unit > 9 ? null : { value: tens + unit, size: next + 1 - at };
};

/** Words with which a number can begin. */
export const NUMBER_OPENINGS: readonly string[] = [
  ...SMALL.keys(),
  ...ORDINAL.keys(),
  ...HUNDREDS,
  ...THOUSANDS,
];
