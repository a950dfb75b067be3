import { CURRENCY_WORDS, UNIT_WORDS } from "./number-words.ts";
import { isDateLike, unaccented } from "./number-runs.ts";
import type { Run } from "./number-runs.ts";

/** What a run is already used for: `taken` by a sum, a date, a telephone, an IBAN; `maybe` where it only looks so. */
export const FREE = 0;
export const MAYBE = 1;
export const TAKEN = 2;

/** Sums kept of one mail: a price list has thousands. */
export const SUMS_MAX = 50;

export type Uses = {
  readonly of: Uint8Array;
  /** Sums with a currency or cents, in minor units of whatever currency. */
  readonly sums: readonly number[];
};

/** Finds the runs that are parts of sums, dates, hours, telephones, IBANs, postcodes and quantities. */
export const usesOf = (runs: readonly Run[]): Uses => {
  const of = new Uint8Array(runs.length);
  const sums = new Set<number>();
  markIbans(runs, of);
  for (let at = 0; at < runs.length; at += 1) {
    if (runs[at]?.isDigits !== true || of[at] === TAKEN) continue;
    let end = at + 1;
    while (runs[end]?.isDigits === true && isInNumber(runs[end]?.gap ?? "")) end += 1;
    if (isLongNumber(runs, at, end)) of.fill(TAKEN, at, end);
    else for (let from = at; from < end;) from = useAt(runs, from, end, of, sums);
    at = end - 1;
  }
  return { of, sums: [...sums] };
};

const GAPS = " \u00a0\u202f.-/,':\u2019\u2010\u2011";
const isInNumber = (gap: string): boolean => gap.length === 1 && GAPS.includes(gap);
const isBlank = (gap: string): boolean => gap === " " || gap === "\u00a0" || gap === "\u202f";

/** Marks the number that begins at a run and returns the run after it. */
const useAt = (
  runs: readonly Run[],
  from: number,
  end: number,
  of: Uint8Array,
  sums: Set<number>,
): number => {
  const gap = runs[from + 1]?.gap ?? "";
  if (from + 2 < end && gap === runs[from + 2]?.gap && "/.-".includes(gap)) {
    if (isDateLike(runs.slice(from, from + 3))) return mark(of, TAKEN, from, from + 3);
  }
  const to = endOfSum(runs, from, end);
  const cents = centsAt(runs, to, end);
  const after = cents === null ? to : to + 1;
  const hasCurrency = isCurrencyBefore(runs, from) || isCurrencyAfter(runs, after);
  if (hasCurrency || cents !== null) {
    const whole = runs.slice(from, to).map((run) => run.text);
    const minor = Number(whole.join("").slice(0, 12)) * 100 + (cents ?? 0);
    if (sums.size < SUMS_MAX && minor > 0) sums.add(minor);
    return mark(of, TAKEN, from, after);
  }
  if (to > from + 1) return mark(of, MAYBE, from, to);
  // `TK-2330 mars` is a number and a month.
  const isAlone = from === 0 || !"-/_".includes(runs[from]?.gap ?? " ");
  if (isAlone && isUnitAfter(runs, from + 1)) return mark(of, TAKEN, from, from + 1);
  if (from + 1 < end) {
    if (gap === ":") return mark(of, TAKEN, from, from + 2);
    if ((gap === "/" || gap === ".") && isDateLike(runs.slice(from, from + 2)))
      return mark(of, MAYBE, from, from + 2);
  }
  return mark(of, isPostcode(runs, from) ? MAYBE : FREE, from, from + 1);
};

const mark = (of: Uint8Array, use: number, from: number, to: number): number => {
  for (let at = from; at < to; at += 1) of[at] = use;
  return to;
};

/** Where a number in groups of three ends; `118 119` are two numbers, `1 250` and `118 119 €` one. */
const endOfSum = (runs: readonly Run[], from: number, end: number): number => {
  const first = runs[from]?.text ?? "";
  const gap = runs[from + 1]?.gap ?? "";
  let to = from + 1;
  if (first.length > 3 || first.startsWith("0") || !(isBlank(gap) || ".,'\u2019".includes(gap)))
    return to;
  while (to < end && runs[to]?.gap === gap && runs[to]?.text.length === 3) to += 1;
  const isTwo = first.length === 3 && centsAt(runs, to, end) === null && !isCurrencyAfter(runs, to);
  return isTwo ? from + 1 : to;
};

const centsAt = (runs: readonly Run[], at: number, end: number): number | null => {
  const run = runs[at];
  if (at >= end || run === undefined || run.text.length !== 2) return null;
  if (run.gap !== "," && run.gap !== ".") return null;
  const next = runs[at + 1];
  const runsOn = at + 1 < end && next !== undefined && !isBlank(next.gap);
  return runsOn ? null : Number(run.text);
};

const SIGNS = "\u20ac$\u00a3";

const isCurrencyBefore = (runs: readonly Run[], at: number): boolean => {
  const gap = (runs[at]?.gap ?? "").trimEnd();
  if (gap !== "") return SIGNS.includes(gap.charAt(gap.length - 1));
  const word = runs[at - 1]?.text ?? "";
  return word.length === 3 && CURRENCY_WORDS.has(word) && word !== "TTC" && word !== "NET";
};

const isCurrencyAfter = (runs: readonly Run[], at: number): boolean => {
  const gap = inLine(runs[at]?.gap ?? "");
  if (gap !== "") return SIGNS.includes(gap.charAt(0));
  return CURRENCY_WORDS.has(runs[at]?.text ?? "");
};

/** What stands behind a number on its own line: the next line counts nothing of it. */
const inLine = (gap: string): string => (gap.includes("\n") ? "\n" : gap.slice(0, 4).trimStart());

const isUnitAfter = (runs: readonly Run[], at: number): boolean => {
  const gap = inLine(runs[at]?.gap ?? "");
  if (gap !== "") return gap.startsWith("%");
  const word = unaccented(runs[at]?.text ?? "");
  if (word === "POUR" || word === "PER") return unaccented(runs[at + 1]?.text ?? "") === "CENT";
  return UNIT_WORDS.has(word);
};

/** Telephones and identifiers in groups: at least nine digits in at least three groups. */
const isLongNumber = (runs: readonly Run[], from: number, end: number): boolean => {
  if (end - from < 3) return false;
  const first = runs[from] as Run;
  const begins = first.text.startsWith("0") || first.gap.endsWith("+");
  let digits = first.text.length;
  for (let at = from + 1; at < end; at += 1) {
    const { gap, text } = runs[at] as Run;
    if (text.length > 5 || !(isBlank(gap) || ((gap === "." || gap === "-") && begins)))
      return false;
    digits += text.length;
  }
  // `118 119 120` in a list is kept by what stands before it; alone it is a SIREN.
  return digits >= 9 && first.text.length <= 4;
};

/** `FR76 3000 4000 …`, in groups or in one run. */
const markIbans = (runs: readonly Run[], of: Uint8Array): void => {
  for (let at = 0; at < runs.length; at += 1) {
    const { text, hasDigit } = runs[at] as Run;
    if (!hasDigit || !/^[A-Z]{2}\d\d/.test(text)) continue;
    let end = at + 1;
    if (text.length === 4)
      while (end < runs.length && isGroup(runs[end] as Run, end - at) && end - at < 9) end += 1;
    if (end - at >= 4 || text.length >= 15) {
      of.fill(TAKEN, at, end);
      at = end - 1;
    }
  }
};

/** The first group may be the four letters of a bank: `GB33 BUKB 2020 …`. */
const isGroup = ({ text, gap, hasDigit }: Run, rank: number): boolean =>
  isBlank(gap) && text.length <= 4 && (hasDigit || (rank === 1 && text.length === 4));

/** `75011 PARIS` behind a comma or at the start of a line. */
const isPostcode = (runs: readonly Run[], at: number): boolean => {
  const { text, gap } = runs[at] as Run;
  const next = runs[at + 1];
  const last = gap.trimEnd();
  const opens = gap.includes("\n") || last.endsWith(",") || last.endsWith("-");
  return text.length === 5 && opens && next?.hasDigit === false && isBlank(next.gap);
};
