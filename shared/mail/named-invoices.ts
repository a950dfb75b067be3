import { INVOICE_TOKEN_CHARS_MAX, NUMBERED, numbersIn } from "./number-scan.ts";
import type { NumbersInText } from "./number-scan.ts";
import { isDigitAt, looseForm, segmentsOf, withoutZeros } from "./number-runs.ts";

/** The end of a number is enough for somebody already known to be the debtor: `418` for `F-2026-00418`. */
const TAIL_DIGITS_MIN = 3;
/** Ends of a number longer than this are looked for whole only. */
const TAIL_DIGITS_MAX = 10;
/** Invoices that one series may name: `1-99999` names nothing. */
const SERIES_INVOICES_MAX = 500;

/** Letters and digits in upper case, nothing else: `F-2026-00418`, `f 2026 00418` and `F2026/00418` are one number. */
export const normaliseInvoiceNumber = (number: string): string =>
  number
    .slice(0, 200)
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, "");

type Shape<T> = {
  readonly invoice: T;
  readonly whole: string;
  /** Without leading zeros from each of its parts on, the longest first: `F2026418`, `2026418`, `418`. */
  readonly endings: readonly string[];
  /** The last part where that is digits. */
  readonly tail: string | null;
};

const shapeOf = <T extends { readonly number: string }>(invoice: T): Shape<T> => {
  const parts: string[] = [];
  let from = 0;
  const number = invoice.number.slice(0, 200).normalize("NFKC").toUpperCase();
  const put = (to: number): void => {
    if (to > from) parts.push(...segmentsOf(number.slice(from, to)));
    from = to + 1;
  };
  for (let at = 0; at < number.length; at += 1)
    if (!isDigitAt(number, at) && number.charAt(at).toLowerCase() === number.charAt(at)) put(at);
  put(number.length);
  const endings: string[] = [];
  let joined = "";
  for (let at = parts.length - 1; at >= 0 && joined.length < INVOICE_TOKEN_CHARS_MAX; at -= 1) {
    joined = looseForm(parts[at] ?? "") + joined;
    endings.unshift(joined);
  }
  const last = parts[parts.length - 1] ?? "";
  return {
    invoice,
    whole: normaliseInvoiceNumber(number),
    endings,
    tail: isDigitAt(last, 0) ? withoutZeros(last) : null,
  };
};

/** How an invoice is named: by its whole number, or by a part or a misreading that fits no other of the debtor's. */
export type NamedInvoice<T> = { readonly invoice: T; readonly isExact: boolean };

/**
 * The invoices of one debtor that words of that debtor name: by the number; without its zeros or its first parts; as a
 * scanner may misread it (O for 0, I or l for 1, S for 5); by its last digits; or as one of a series. All but the first
 * only where no other invoice of the debtor fits as well.
 */
export const invoicesNamed = <T extends { readonly number: string }>(
  invoices: readonly T[],
  numbers: NumbersInText,
): readonly NamedInvoice<T>[] => {
  if (numbers.tokens.size === 0 && numbers.ends.size === 0) return [];
  const shapes = invoices.map(shapeOf);
  const named = new Map<T, boolean>();
  for (const { invoice, whole } of shapes)
    if (whole !== "" && numbers.tokens.has(whole)) named.set(invoice, true);
  const loosely = (shape: Shape<T> | undefined): void => {
    if (shape !== undefined && !named.has(shape.invoice)) named.set(shape.invoice, false);
  };
  const byTail = new Map<string, Shape<T> | null>();
  const byPart = new Map<string, Shape<T> | null>();
  for (const shape of shapes) {
    if (shape.tail === null) continue;
    put(byTail, shape.tail, shape);
    for (const part of partsOfTail(shape.tail)) put(byPart, part, shape);
  }
  const byEnding = new Map<string, Shape<T> | null>();
  for (const shape of shapes)
    for (const ending of shape.endings)
      if (ending !== shape.tail && ending.length >= TAIL_DIGITS_MIN) put(byEnding, ending, shape);
  for (const shape of shapes)
    for (const ending of shape.endings)
      if (numbers.loose.has(ending) && byEnding.get(ending) === shape) loosely(shape);
  for (const shape of misreadIn(shapes, numbers.tokens)) loosely(shape);
  for (const shape of shapes) {
    if (shape.tail === null) continue;
    if (numbers.ends.has(shape.tail) && byTail.get(shape.tail) === shape) loosely(shape);
    for (const part of partsOfTail(shape.tail)) {
      const isOther = byTail.has(part) || byPart.get(part) !== shape;
      if (!isOther && (numbers.ends.get(part) ?? -1) >= NUMBERED) loosely(shape);
    }
  }
  for (const [from, to] of numbers.series)
    for (const shape of seriesOf(shapes, byTail, from, to)) loosely(shape);
  return invoices
    .filter((invoice) => named.has(invoice))
    .map((invoice) => ({ invoice, isExact: named.get(invoice) === true }));
};

/** Null where several have the same: it then names none of them. */
const put = <T>(map: Map<string, Shape<T> | null>, key: string, shape: Shape<T>): void => {
  const there = map.get(key);
  map.set(key, there === undefined || there === shape ? shape : null);
};

/** Ends of the last digits where a number is written in one: `640` of `PN250640`. */
const partsOfTail = (tail: string): readonly string[] => {
  const parts: string[] = [];
  for (let size = TAIL_DIGITS_MIN; size < Math.min(tail.length, TAIL_DIGITS_MAX); size += 1)
    parts.push(withoutZeros(tail.slice(-size)));
  return parts.filter((one) => one.length >= 2);
};

const misreadIn = <T>(
  shapes: readonly Shape<T>[],
  tokens: ReadonlySet<string>,
): readonly Shape<T>[] => {
  const byForm = new Map<string, Shape<T> | null>();
  for (const shape of shapes)
    if (shape.whole.length >= 5) put(byForm, misreadForm(shape.whole), shape);
  const found: Shape<T>[] = [];
  if (byForm.size === 0) return found;
  for (const token of tokens) {
    const shape = token.length >= 5 ? byForm.get(misreadForm(token)) : undefined;
    if (shape !== undefined && shape !== null) found.push(shape);
  }
  return found;
};

const misreadForm = (token: string): string => {
  let out = "";
  for (let at = 0; at < token.length; at += 1) {
    const char = token.charAt(at);
    out += char === "O" ? "0" : char === "I" || char === "L" ? "1" : char === "S" ? "5" : char;
  }
  return out;
};

const seriesOf = <T>(
  shapes: readonly Shape<T>[],
  byTail: ReadonlyMap<string, Shape<T> | null>,
  from: string,
  to: string,
): readonly Shape<T>[] => {
  const first = byTail.get(from) ?? null;
  const last = byTail.get(to) ?? null;
  if (first === null || last === null || beforeTail(first) !== beforeTail(last)) return [];
  const isWithin = ({ tail }: Shape<T>): boolean =>
    tail !== null && Number(tail) > Number(from) && Number(tail) < Number(to);
  const all = shapes.filter((shape) => isWithin(shape) && beforeTail(shape) === beforeTail(first));
  return Number(from) < Number(to) && all.length <= SERIES_INVOICES_MAX
    ? [first, ...all, last]
    : [];
};

const beforeTail = <T>({ endings, tail }: Shape<T>): string => {
  const whole = endings[0] ?? "";
  return whole.slice(0, whole.length - (tail ?? "").length);
};

/** The invoices of one debtor that a subject and words of that debtor name, in the order of `invoices`. */
export const invoicesNamedIn = <T extends { readonly number: string }>(
  invoices: readonly T[],
  subject: string,
  words: string,
): readonly T[] =>
  invoicesNamed(invoices, numbersIn(`${subject}\n${words}`, subject.length)).map(
    (one) => one.invoice,
  );
