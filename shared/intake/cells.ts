import { calendarDate, parseCalendarDate } from "#shared/kernel/calendar.ts";
import type { CalendarDate } from "#shared/kernel/calendar.ts";
import { isCurrency } from "#shared/kernel/money.ts";
import type { Currency, Language } from "#shared/kernel/money.ts";
import { ownValue } from "#shared/kernel/own-value.ts";
import type { DebtorKind } from "#shared/kernel/parties.ts";
import { foldText } from "#shared/kernel/text.ts";

export type DecimalMark = "," | ".";

/** The longest text that is looked at as an amount or a date. */
const SHORT_CHARS_MAX = 40;

/**
 * Which mark must be the decimal one, by this amount alone; `none` where there is no mark at all, `either` for `1.234`,
 * which may be one thing or a thousand times as much.
 */
export const decimalMarkOf = (text: string): DecimalMark | "either" | "none" => {
  const body = text.slice(0, SHORT_CHARS_MAX);
  const comma = body.lastIndexOf(",");
  const dot = body.lastIndexOf(".");
  if (comma < 0 && dot < 0) return "none";
  if (comma >= 0 && dot >= 0) return comma > dot ? "," : ".";
  const [mark, other, at] = comma >= 0 ? ([",", ".", comma] as const) : ([".", ",", dot] as const);
  if (body.indexOf(mark) !== at) return other;
  return /^\d{3}(?!\d)/.test(body.slice(at + 1)) ? "either" : mark;
};

/** How a whole file writes its amounts: one mark, `mixed`, or `unknown` where none of them tells. */
export const decimalMarkOfAll = (texts: Iterable<string>): DecimalMark | "mixed" | "unknown" => {
  let found: DecimalMark | "unknown" = "unknown";
  for (const text of texts) {
    const mark = decimalMarkOf(text);
    if (mark === "none" || mark === "either" || mark === found) continue;
    if (found !== "unknown") return "mixed";
    found = mark;
  }
  return found;
};

export type DateRead =
  | { readonly ok: true; readonly date: CalendarDate; readonly dayFirst: boolean }
  | { readonly ok: false; readonly why: "not-readable" | "not-real" };

type DateParts = { readonly year: number; readonly month: number; readonly day: number };

const yearOf = (digits: string): number =>
  digits.length === 2 ? 2000 + Number(digits) : Number(digits);

const partsOf = (text: string): (DateParts & { readonly dayFirst: boolean }) | null => {
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ][\d:.]{1,15}Z?)?$/.exec(text);
  if (iso !== null)
    return { year: Number(iso[1]), month: Number(iso[2]), day: Number(iso[3]), dayFirst: false };
  const day = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})(?: [\d:]{1,8})?$/.exec(text);
  if (day === null) return null;
  return {
    year: yearOf(day[3] ?? ""),
    month: Number(day[2]),
    day: Number(day[1]),
    dayFirst: true,
  };
};

/** `31/12/2026`, `31.12.26` or `2026-12-31`; the day comes first unless the year does. */
export const readDate = (text: string): DateRead => {
  const short = text.trim();
  const exact = parseCalendarDate(short);
  if (exact !== null) return { ok: true, date: exact, dayFirst: false };
  const parts = short.length > SHORT_CHARS_MAX ? null : partsOf(short);
  if (parts === null) return { ok: false, why: "not-readable" };
  const date = calendarDate(parts.year, parts.month, parts.day);
  return date === null
    ? { ok: false, why: "not-real" }
    : { ok: true, date, dayFirst: parts.dayFirst };
};

/**
 * In which order the days of a file stand: `day-first` where one cannot be a month, `month-first` where some date only
 * makes sense so, `assumed` where every day could be a month, `plain` where no date is written that way.
 */
export type DateOrder = "plain" | "day-first" | "month-first" | "assumed";

export const dateOrderOf = (texts: Iterable<string>): DateOrder => {
  let order: DateOrder = "plain";
  for (const text of texts) {
    const parts = text.length > SHORT_CHARS_MAX ? null : partsOf(text.trim());
    if (parts === null || !parts.dayFirst) continue;
    if (parts.month > 12 && calendarDate(parts.year, parts.day, parts.month) !== null)
      return "month-first";
    if (parts.day > 12) order = "day-first";
    else if (order === "plain" && parts.day !== parts.month) order = "assumed";
  }
  return order;
};

/** Whether a date would be another one if the month came first. */
export const isAmbiguousDate = (text: string): boolean => {
  const parts = partsOf(text.trim());
  return parts !== null && parts.dayFirst && parts.day <= 12 && parts.day !== parts.month;
};

const SIGNS: Readonly<Record<string, Currency>> = {
  "€": "EUR",
  "£": "GBP",
  $: "USD",
  EURO: "EUR",
  EUROS: "EUR",
};

export const readCurrency = (text: string): Currency | null => {
  const code = text.trim().toUpperCase();
  if (isCurrency(code)) return code;
  return ownValue(SIGNS, code);
};

const KINDS: Readonly<Record<DebtorKind, readonly string[]>> = {
  business: ["business", "b2b", "entreprise", "societe", "professionnel", "pro", "company"],
  "non-professional": [
    "non professional",
    "non professionnel",
    "personne morale non professionnelle",
    "copropriete",
    "syndicat de coproprietaires",
    "syndicat des coproprietaires",
  ],
  consumer: ["consumer", "b2c", "consommateur", "particulier", "private", "individual"],
  public: [
    "public",
    "b2g",
    "personne publique",
    "organisme public",
    "secteur public",
    "collectivite",
    "administration",
    "public body",
  ],
};

const SOLE_TRADERS = [
  "sole trader",
  "entreprise individuelle",
  "entrepreneur individuel",
  "auto entrepreneur",
  "micro entrepreneur",
  "ei",
];

export type KindRead = { readonly kind: DebtorKind; readonly soleTrader: boolean };

export const readKind = (text: string): KindRead | null => {
  const name = foldText(text);
  if (SOLE_TRADERS.includes(name)) return { kind: "business", soleTrader: true };
  for (const kind of ["business", "non-professional", "consumer", "public"] as const)
    if (KINDS[kind].includes(name)) return { kind, soleTrader: false };
  return null;
};

const LANGUAGES: Readonly<Record<Language, readonly string[]>> = {
  fr: ["fr", "fra", "fre", "francais", "french", "fr fr"],
  en: ["en", "eng", "anglais", "english", "en gb", "en us"],
};

export const readLanguage = (text: string): Language | null => {
  const name = foldText(text);
  if (LANGUAGES.fr.includes(name)) return "fr";
  return LANGUAGES.en.includes(name) ? "en" : null;
};

const COUNTRIES: Readonly<Record<string, string>> = {
  france: "FR",
  belgique: "BE",
  belgium: "BE",
  luxembourg: "LU",
  suisse: "CH",
  switzerland: "CH",
  allemagne: "DE",
  germany: "DE",
  espagne: "ES",
  spain: "ES",
  italie: "IT",
  italy: "IT",
  "royaume uni": "GB",
  "united kingdom": "GB",
  uk: "GB",
  monaco: "MC",
};

/** Two letters of ISO 3166, or the name of a neighbour. */
export const readCountry = (text: string): string | null => {
  const name = foldText(text);
  const known = ownValue(COUNTRIES, name);
  if (known !== null) return known;
  const code = text.trim().toUpperCase();
  return /^[A-Z]{2}$/.test(code) ? code : null;
};
