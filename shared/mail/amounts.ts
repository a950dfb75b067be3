import { decimalsOf, MINOR_MAX } from "#shared/kernel/money.ts";
import type { Currency } from "#shared/kernel/money.ts";
import { partsAmong } from "./amount-shares.ts";
import { spelledNumber } from "./spelled-numbers.ts";
import { cutTextOf, textOf, tokensOf } from "./words.ts";
import type { CutText, Token } from "./words.ts";

/** Characters searched for sums, and sums kept. */
export const AMOUNT_SEARCH_CHARS_MAX = 20_000;
export const AMOUNTS_MAX = 300;

/**
 * A sum as words give it, in minor units of the claim's currency, or a share of the claim (0.5 for half), or the rest
 * of it (le solde, the balance).
 */
export type AmountFind = {
  readonly from: number;
  readonly to: number;
  readonly rule: string;
  readonly minor: number | null;
  readonly share: number | null;
  readonly rest: boolean;
};

const MARKS: Readonly<Partial<Record<Currency, readonly string[]>>> = {
  EUR: ["€", "euros", "euro", "eur", "e", "balles", "piasses", "eu"],
  GBP: ["£", "gbp", "pounds", "quid", "sterling", "gb pounds"],
  USD: ["$", "usd", "us$", "dollars", "bucks"],
  CHF: ["chf", "francs", "fr.", "frs", "sfr", "fr", "balles"],
  CAD: ["$", "cad", "ca$", "dollars", "piasses", "bucks"],
};

/** Words after which a bare number is a sum: a cheque of 300. */
const BEFORE_BARE =
  /(?:cheque|virement|acompte|transfer|check|payment|versement|paiement|verser|payer|pay|instalments|mensualites|prelevement)s? (?:de |of |for )?$/;

/** The sums of a text in the claim's currency, in its order. */
export const findAmounts = (text: string | CutText, currency: Currency): readonly AmountFind[] => {
  const isWhole = typeof text !== "string" && text.text.length <= AMOUNT_SEARCH_CHARS_MAX;
  const cut = isWhole ? text : cutTextOf(textOf(text).slice(0, AMOUNT_SEARCH_CHARS_MAX));
  const { folded, tokens } = cut;
  const finds: AmountFind[] = [];
  for (let at = 0; at < folded.length && finds.length < AMOUNTS_MAX;) {
    const code = folded.charCodeAt(at);
    if (code < 48 || code > 57) {
      at += 1;
      continue;
    }
    const end = endOfFigure(folded, at);
    const found = amountAt(folded, at, end, currency);
    if (found !== null) finds.push(found);
    at = Math.max(end, found?.to ?? 0);
  }
  finds.push(...spelledAmounts(tokens, currency), ...partsAmong(tokens, AMOUNTS_MAX));
  return finds.sort((a, b) => a.from - b.from).slice(0, AMOUNTS_MAX);
};

const isDigit = (char: string): boolean => char >= "0" && char <= "9" && char.length === 1;

/** Where the figure ends: digits, with single separators that a digit follows; a space joins groups of three only. */
const endOfFigure = (text: string, from: number): number => {
  let at = from;
  let group = 0;
  while (at < text.length) {
    if (isDigit(text.charAt(at))) {
      at += 1;
      group += 1;
      continue;
    }
    const char = text.charAt(at);
    const three =
      isDigit(text.charAt(at + 1)) &&
      isDigit(text.charAt(at + 2)) &&
      isDigit(text.charAt(at + 3)) &&
      !isDigit(text.charAt(at + 4));
    const joins =
      char === " " || char === "'"
        ? three && group <= 3
        : (char === "," || char === ".") && isDigit(text.charAt(at + 1));
    if (!joins) break;
    group = 0;
    at += 1;
  }
  return at;
};

const amountAt = (
  text: string,
  from: number,
  end: number,
  currency: Currency,
): AmountFind | null => {
  const before = text.slice(Math.max(0, from - 24), from);
  if (isThreshold(text, from)) return null;
  const last = before.slice(-1);
  if (/[a-z/_#]/.test(last) && !/(?:eur|gbp|usd|chf|cad|fr)$/.test(before)) return null;
  if ((last === "-" || last === "." || last === ":") && /[a-z0-9][-.:]$/.test(before)) return null;
  const after = text.slice(end, end + 12);
  const figure = text.slice(from, end);
  const marks = MARKS[currency] ?? [currency.toLowerCase()];
  if (/^ ?(?:%|pour ?cent|percent|per cent)/.test(after)) {
    const share = Number(figure.replace(",", "."));
    if (!(share > 0 && share <= 100)) return null;
    return {
      from,
      to: end + (after.startsWith(" ") ? 2 : 1),
      rule: "amount.percent",
      minor: null,
      share: share / 100,
      rest: false,
    };
  }
  const thousand = /^ ?k(?![a-z])/.exec(after);
  const rest = thousand === null ? after : after.slice(thousand[0].length);
  const dash = rest.startsWith(",-") ? 2 : rest.startsWith(".-") ? 2 : 0;
  const tail = rest.slice(dash);
  const mark = marks.find((one) => tail.startsWith(one) || tail.startsWith(` ${one}`));
  const isAfter =
    mark !== undefined &&
    !/^[a-z]/.test(tail.slice(tail.indexOf(mark) + mark.length)) &&
    (mark !== "e" || isShortEuro(text, end + (tail.startsWith(" ") ? 2 : 1), figure));
  const lead = marks.find(
    (one) => one !== "e" && (before.endsWith(one) || before.endsWith(`${one} `)),
  );
  const isBefore =
    lead !== undefined &&
    !(isLetters(lead) && /[a-z]$/.test(before.slice(0, before.lastIndexOf(lead))));
  const cents = /[.,]\d{2}$/.test(figure);
  if (!isAfter && !isBefore) {
    // No mark: only what is written as money is, or stands where a sum must.
    if (thousand !== null) return null;
    const follows =
      /^[a-z%°/:]|^ ?(?:h|kg|jours|days|ans|cartons|pieces|db|km|euros)(?![a-z])|^-\d/.test(after);
    const isMoney = cents && !/^\d{1,2}[.]\d{2}$/.test(figure) && !follows;
    if (!isMoney && !(BEFORE_BARE.test(before) && !follows && figure.length >= 2)) return null;
  }
  let to = end + (thousand?.[0].length ?? 0) + dash;
  let value = figure;
  if (isAfter) {
    to = end + (thousand?.[0].length ?? 0) + dash + tail.indexOf(mark) + mark.length;
    // `1 250€50`
    const odd = /^(?:\d{2}(?!\d)| \d{2}(?= ?(?:$|[,;)!?\n]|\.(?:\s|$))))/.exec(
      text.slice(to, to + 6),
    );
    if (odd !== null && !cents && mark === "€") {
      value = `${figure},${odd[0].trim()}`;
      to += odd[0].length;
    }
    const more =
      (odd === null || mark !== "€") && !cents && thousand === null
        ? centsAfter(text, to, mark)
        : null;
    if (more !== null) {
      value = `${figure},${more.cents}`;
      ({ to } = more);
    }
  }
  const minor = minorOf(value, currency, thousand === null ? 1 : 1000);
  if (minor === null) return null;
  const start = isBefore ? before.lastIndexOf(lead) + from - before.length : from;
  return { from: start, to, rule: "amount.figure", minor, share: null, rest: false };
};

/** What stands before a sum that bounds others: two signatures above it, a bank that lets no more through. */
const THRESHOLDS: readonly string[] = [
  "au-dela de",
  "au dela de",
  "au-dessus de",
  "au dessus de",
  "superieur a",
  "superieure a",
  "superieurs a",
  "superieures a",
  "excedant",
  "excede",
  "depassant",
  "depasse",
  "plafonne a",
  "plafond de",
  "plafond est de",
  "seuil de",
  "limite a",
  "limite de",
  "above",
  "exceeding",
  "exceeds",
  "in excess of",
  "anything over",
  "payments over",
  "invoices over",
  "amounts over",
  "threshold of",
  "limit of",
  "limit is",
  "capped at",
  "cap of",
  "ceiling of",
];
const BESIDE_SUM = " €$£~";

/** Whether the figure at an offset is a limit that others are measured by, and no sum that is paid. */
export const isThreshold = (folded: string, from: number): boolean => {
  let to = from;
  while (to > 0 && from - to < 4 && BESIDE_SUM.includes(folded.charAt(to - 1))) to -= 1;
  return THRESHOLDS.some((one) => {
    const start = to - one.length;
    return start >= 0 && folded.startsWith(one, start) && !isLetters(folded.charAt(start - 1));
  });
};

const CENT_WORDS: ReadonlySet<string> = new Set(
  "centimes centime cents cts ct c pence p".split(" "),
);

/** The cents behind a sum: "197 euros et 40 centimes", "12 pounds 50"; behind a bare figure only where they are named. */
export const centsAfter = (
  text: string,
  at: number,
  mark: string | null,
): { readonly cents: string; readonly to: number } | null => {
  let from = at;
  const and = ["et ", "and "].find((one) => text.startsWith(one, at + 1));
  if (text.charAt(from) !== " ") return null;
  from += 1 + (and?.length ?? 0);
  let to = from;
  while (isDigit(text.charAt(to)) && to - from < 3) to += 1;
  if (to - from !== 2) return null;
  const cents = text.slice(from, to);
  const next = tokensOf(text.slice(to, to + 12))[0];
  if (next !== undefined && CENT_WORDS.has(next.text)) return { cents, to: to + next.to };
  const isOpen =
    next === undefined || next.kind === "end" || next.text === "," || next.text === ")";
  const isNamed = mark !== null && isLetters(mark) && mark.length > 3;
  return isNamed && isOpen && and === undefined ? { cents, to } : null;
};

const AFTER_E: ReadonlySet<string> = new Set(
  "a le par la en pour d et fin demain ce sur chaque tt tous vendredi lundi mardi mercredi jeudi c je maintenant que puis au avant ttc ht dans tout mais si on".split(
    " ",
  ),
);

/** "50 e", "120e" are euros on a telephone; "2e quinzaine", "20e arrondissement" are not. */
const isShortEuro = (text: string, from: number, figure: string): boolean => {
  if (figure.length < 2) return false;
  const next = tokensOf(text.slice(from, from + 16))[0];
  return (
    next === undefined || next.kind === "end" || next.kind === "mark" || AFTER_E.has(next.text)
  );
};

/** Words that may stand before and after a sum in words without a currency: "five thousand went over". */
const AFTER_SPELLED: ReadonlySet<string> = new Set(
  "went over left is was by on le la en par pour maintenant tout de ce cette now this next end fin demain vendredi lundi mardi mercredi jeudi friday monday tuesday wednesday thursday today tomorrow and et up".split(
    " ",
  ),
);

/** "douze cents euros", "mille deux cent cinquante euros", "five thousand", "2 grand" */
const spelledAmounts = (tokens: readonly Token[], currency: Currency): readonly AmountFind[] => {
  const marks = MARKS[currency] ?? [];
  const out: AmountFind[] = [];
  for (let at = 0; at < tokens.length && out.length < AMOUNTS_MAX; at += 1) {
    const token = tokens[at];
    if (token === undefined || token.kind === "end" || token.kind === "mark") continue;
    const grand = token.kind === "number" && tokens[at + 1]?.text === "grand";
    const spelled = grand
      ? { value: Number(token.text) * 1000, size: 2, large: true }
      : token.kind === "word"
        ? spelledNumber(tokens, at)
        : null;
    if (spelled === null) continue;
    const follow = tokens[at + spelled.size];
    const last = tokens[at + spelled.size - 1] ?? token;
    const isMarked = follow !== undefined && follow.text.length > 2 && marks.includes(follow.text);
    const isOpen =
      follow === undefined ||
      follow.kind === "end" ||
      follow.kind === "mark" ||
      AFTER_SPELLED.has(follow.text);
    // "Cent pour cent", "a thousand thanks" and "deux cents cartons" are no sums.
    const isBare =
      spelled.large && spelled.size > 1 && spelled.value >= 100 && isOpen && follow?.text !== "%";
    const minor = Math.round(spelled.value * 10 ** decimalsOf(currency));
    if (
      (isMarked || isBare) &&
      spelled.value >= 2 &&
      Number.isSafeInteger(minor) &&
      minor <= MINOR_MAX
    ) {
      const to = isMarked ? follow.to : last.to;
      out.push({ from: token.from, to, rule: "amount.words", minor, share: null, rest: false });
    }
    at += spelled.size - 1;
  }
  return out;
};

const isLetters = (text: string): boolean => /^[a-z]/.test(text);

/**
 * Figures to minor units. The last separator is the decimal mark where one or two digits follow it; three digits after
 * it are thousands, because nobody writes thousandths of a euro in a mail.
 */
const minorOf = (figure: string, currency: Currency, times: number): number | null => {
  const decimals = decimalsOf(currency);
  const mark = Math.max(figure.lastIndexOf(","), figure.lastIndexOf("."));
  const tail = mark < 0 ? 0 : figure.length - mark - 1;
  const isDecimal = mark >= 0 && (tail === 1 || tail === 2 || (tail === decimals && tail > 0));
  const digits = (text: string): string => text.replace(/[^0-9]/g, "");
  const whole = digits(isDecimal ? figure.slice(0, mark) : figure);
  const fraction = isDecimal ? digits(figure.slice(mark + 1)) : "";
  if (fraction.length > Math.max(decimals, times === 1 ? 0 : 2)) return null;
  const minor = Math.round(Number(`${whole}.${fraction || "0"}`) * times * 10 ** decimals);
  return Number.isSafeInteger(minor) && minor > 0 && minor <= MINOR_MAX ? minor : null;
};
