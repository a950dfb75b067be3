import { invariant } from "./result.ts";

/** ISO 4217 codes that Relance keeps books in. All have two decimals except those in ZERO_DECIMALS. */
export const CURRENCIES = [
  "EUR",
  "GBP",
  "USD",
  "CHF",
  "CAD",
  "SEK",
  "NOK",
  "DKK",
  "PLN",
  "CZK",
  "HUF",
  "RON",
  "MAD",
  "TND",
  "XOF",
  "XAF",
  "JPY",
  "AUD",
] as const;
export type Currency = (typeof CURRENCIES)[number];

const ZERO_DECIMALS: readonly string[] = ["XOF", "XAF", "JPY"];
const THREE_DECIMALS: readonly string[] = ["TND"];

export const isCurrency = (code: string): code is Currency =>
  (CURRENCIES as readonly string[]).includes(code);

/** How many digits stand after the decimal mark. */
export const decimalsOf = (currency: Currency): 0 | 2 | 3 =>
  ZERO_DECIMALS.includes(currency) ? 0 : THREE_DECIMALS.includes(currency) ? 3 : 2;

/** An amount in minor units (cents), a safe integer. Sums of one account stay far below this. */
export const MINOR_MAX = 1e15;

export type Money = { readonly minor: number; readonly currency: Currency };

export const money = (minor: number, currency: Currency): Money => {
  invariant(
    Number.isSafeInteger(minor) && Math.abs(minor) <= MINOR_MAX,
    "an amount is a safe integer",
  );
  return { minor: minor === 0 ? 0 : minor, currency };
};

export const zero = (currency: Currency): Money => ({ minor: 0, currency });

export const addMoney = (a: Money, b: Money): Money => {
  invariant(a.currency === b.currency, "amounts of two currencies are never added");
  return money(a.minor + b.minor, a.currency);
};

/**
 * Splits an amount by weights so that the shares add up to it exactly (largest remainder, earlier shares first).
 * Weights are non-negative and at least one is positive.
 */
export const allocateMoney = (amount: Money, weights: readonly number[]): readonly Money[] => {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  invariant(
    total > 0 && weights.every((weight) => weight >= 0 && weight <= MINOR_MAX),
    "weights are positive",
  );
  const whole = Math.abs(amount.minor);
  const exact = weights.map((weight) => (whole * weight) / total);
  const shares = exact.map((share) => Math.floor(share));
  let left = whole - shares.reduce((sum, share) => sum + share, 0);
  const order = exact
    .map((share, index) => ({ index, rest: share - Math.floor(share) }))
    .filter(({ index }) => (weights[index] as number) > 0)
    .sort((a, b) => b.rest - a.rest || a.index - b.index);
  // Once round is all that exact fractions need; near MINOR_MAX a double is off by a few units, either way.
  for (let turn = 0; left !== 0; turn += 1) {
    const { index } = order[turn % order.length] as { index: number };
    const step = Math.sign(left);
    if ((shares[index] as number) + step < 0) continue;
    shares[index] = (shares[index] as number) + step;
    left -= step;
  }
  const sign = amount.minor < 0 ? -1 : 1;
  return shares.map((share) => money(sign * share, amount.currency));
};

export type Language = "fr" | "en";

/** A no-break space that French typography puts between groups of three digits. */
const NARROW = "\u202f";
const NO_BREAK = "\u00a0";
const SYMBOLS: Readonly<Partial<Record<Currency, string>>> = { EUR: "€", GBP: "£", USD: "$" };

/**
 * An amount as people of that language write it: `1 234,56 €` (U+202F between groups, U+00A0 before the sign) or
 * `€1,234.56`. Currencies without a sign of their own show their code. By hand: the floor has no Intl.
 */
export const formatMoney = (amount: Money, language: Language): string => {
  const digits = decimalString(amount);
  const negative = digits.startsWith("-");
  const [whole = "0", fraction] = (negative ? digits.slice(1) : digits).split(".");
  const grouped = groupDigits(whole, language === "fr" ? NARROW : ",");
  const figure =
    fraction === undefined ? grouped : `${grouped}${language === "fr" ? "," : "."}${fraction}`;
  const symbol = SYMBOLS[amount.currency];
  const sign = negative ? "-" : "";
  if (language === "fr") return `${sign}${figure}${NO_BREAK}${symbol ?? amount.currency}`;
  return symbol === undefined
    ? `${sign}${amount.currency}${NO_BREAK}${figure}`
    : `${sign}${symbol}${figure}`;
};

/** `1234.56`: digits and a full stop, for files and JSON. */
export const decimalString = (amount: Money): string => {
  const decimals = decimalsOf(amount.currency);
  const digits = String(Math.abs(amount.minor)).padStart(decimals + 1, "0");
  const sign = amount.minor < 0 ? "-" : "";
  if (decimals === 0) return sign + digits;
  return `${sign}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
};

export const groupDigits = (whole: string, separator: string): string => {
  let out = "";
  for (let i = 0; i < whole.length; i += 1) {
    if (i > 0 && (whole.length - i) % 3 === 0) out += separator;
    out += whole.charAt(i);
  }
  return out;
};

/** Longest text that can be an amount. */
const AMOUNT_CHARS_MAX = 40;

/**
 * Reads an amount as people write it in files and fields: `1 234,56`, `1.234,56`, `1,234.56`, `1234.5`, `-12`,
 * `1'250.00`, with or without the sign or code of the currency. Null where it is not one, or where it is ambiguous
 * beyond repair: a single separator followed by exactly three digits (`1.234`) could be thousands or decimals, and a
 * factor of a thousand must never be guessed; callers that know the file's convention pass `decimalMark`.
 */
export const parseMoney = (
  text: string,
  currency: Currency,
  decimalMark?: "," | ".",
): Money | null => {
  if (text.length > AMOUNT_CHARS_MAX) return null;
  let body = withoutCurrency(text.trim(), currency);
  const negative = body.startsWith("-") || body.startsWith("\u2212");
  if (negative) body = withoutCurrency(body.slice(1).trim(), currency);
  if (!/^[\d.,'\u2019 \u00a0\u202f]+$/.test(body) || !/^\d/.test(body) || !/\d$/.test(body))
    return null;
  const decimals = decimalsOf(currency);
  const mark = decimalMark ?? decimalMarkOf(body, decimals);
  const parts = mark === null ? null : splitDecimal(body, mark, decimals);
  if (parts === null) return null;
  const minor = Number(parts.whole + parts.fraction);
  if (!Number.isSafeInteger(minor) || minor > MINOR_MAX) return null;
  return money(negative ? -minor : minor, currency);
};

/** The sign may stand before or after the currency (`-€12`, `€-12`), so this is asked on either side of it. */
const withoutCurrency = (text: string, currency: Currency): string => {
  let body = text;
  for (const mark of [currency, SYMBOLS[currency] ?? currency]) {
    if (body.startsWith(mark)) body = body.slice(mark.length).trim();
    else if (body.endsWith(mark)) body = body.slice(0, -mark.length).trim();
  }
  return body;
};

/** Which of the two marks must be the decimal one, by the text alone; null where it could be either. */
const decimalMarkOf = (body: string, decimals: number): "," | "." | null => {
  const lastComma = body.lastIndexOf(",");
  const lastDot = body.lastIndexOf(".");
  if (lastComma >= 0 && lastDot >= 0) return lastComma > lastDot ? "," : ".";
  if (lastComma < 0 && lastDot < 0) return ".";
  const [mark, other] = lastComma >= 0 ? ([",", "."] as const) : ([".", ","] as const);
  const at = body.indexOf(mark);
  if (at !== body.lastIndexOf(mark)) return other;
  if (body.length - 1 - at !== 3) return mark;
  // `0,123` or `1234,567` cannot be thousands: the first group has one to three digits and does not begin with 0.
  return decimals === 3 && !/^[1-9]\d{0,2}$/.test(body.slice(0, at)) ? mark : null;
};

const splitDecimal = (
  body: string,
  mark: "," | ".",
  decimals: number,
): { readonly whole: string; readonly fraction: string } | null => {
  const at = body.indexOf(mark);
  if (at >= 0 && at !== body.lastIndexOf(mark)) return null;
  const left = at >= 0 ? body.slice(0, at) : body;
  const right = at >= 0 ? body.slice(at + 1) : "";
  if (!/^\d*$/.test(right) || right.length > decimals) return null;
  const separators = left.replace(/\d/g, "");
  if (separators !== separators.charAt(0).repeat(separators.length)) return null;
  const groups = separators === "" ? [left] : left.split(separators.charAt(0));
  const grouped = groups.every((group, index) =>
    (index === 0 ? /^\d{1,3}$/ : /^\d{3}$/).test(group),
  );
  if (groups.length > 1 && !grouped) return null;
  return { whole: groups.join(""), fraction: right.padEnd(decimals, "0") };
};
