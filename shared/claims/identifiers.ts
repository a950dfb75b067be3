import type { ClaimRefusal } from "./refusals.ts";

/** Longest identifier or address that is looked at (RFC 5321 allows 254 characters in an address). */
const IDENTIFIER_CHARS_MAX = 254;

/** The check digit of SIREN and SIRET (ISO/IEC 7812-1, annex B). */
const luhnHolds = (digits: string): boolean => {
  let sum = 0;
  for (let i = 0; i < digits.length; i += 1) {
    const digit = Number(digits.charAt(digits.length - 1 - i));
    const doubled = i % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
};

const compact = (text: string): string => text.replace(/[\s.]/g, "");

export const isSiren = (text: string): boolean =>
  /^\d{9}$/.test(compact(text)) && luhnHolds(compact(text));

/** Establishments of La Poste (SIREN 356000000) have their own check: the digits add up to a multiple of five. */
export const isSiret = (text: string): boolean => {
  const digits = compact(text);
  if (!/^\d{14}$/.test(digits)) return false;
  if (luhnHolds(digits)) return true;
  const sum = digits.split("").reduce((before, digit) => before + Number(digit), 0);
  return digits.startsWith("356000000") && sum % 5 === 0;
};

/** A country's two letters and 2 to 13 characters (directive 2006/112/EC, article 215); the French key is computed. */
export const isVatNumber = (text: string): boolean => {
  const number = compact(text).toUpperCase();
  if (!/^[A-Z]{2}[0-9A-Z+*]{2,13}$/.test(number)) return false;
  const french = /^FR(\d{2})(\d{9})$/.exec(number);
  if (french === null) return !/^FR\d+$/.test(number);
  return Number(french[1]) === (12 + 3 * (Number(french[2]) % 97)) % 97;
};

export const isEmail = (text: string): boolean => {
  const at = text.indexOf("@");
  const domain = text.slice(at + 1);
  return (
    text.length <= IDENTIFIER_CHARS_MAX &&
    at > 0 &&
    !/[\s<>@,;]/.test(text.slice(0, at) + domain) &&
    domain.indexOf(".") > 0 &&
    !domain.endsWith(".")
  );
};

type Given = {
  readonly siren?: string | null | undefined;
  readonly siret?: string | null | undefined;
  readonly vatNumber?: string | null | undefined;
  readonly country?: string | undefined;
};

const IDENTIFIERS = [
  ["siren", isSiren],
  ["siret", isSiret],
  ["vatNumber", isVatNumber],
] as const;

export const identifiersHold = (given: Given): ClaimRefusal | null => {
  for (const [field, holds] of IDENTIFIERS) {
    const value = given[field];
    if (value === null || value === undefined) continue;
    if (value.length > IDENTIFIER_CHARS_MAX || !holds(value))
      return { type: "identifier-invalid", field, value };
  }
  const { country } = given;
  return country !== undefined && !/^[A-Z]{2}$/.test(country)
    ? { type: "country-invalid", field: "country", value: country }
    : null;
};
