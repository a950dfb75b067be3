import { bicHolds, ibanHolds } from "./bank-details.ts";
import type { ClaimRefusal } from "./refusals.ts";
import { luhnHolds, vatNumberHolds } from "./vat-numbers.ts";

/** Longest identifier or address that is looked at (RFC 5321 allows 254 characters in an address). */
const IDENTIFIER_CHARS_MAX = 254;

/** As it is compared: without blanks and points, in capitals. */
const compact = (text: string): string => text.replace(/[\s.]/g, "").toUpperCase();

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

export const isVatNumber = (text: string): boolean => vatNumberHolds(compact(text));
export const isIban = (text: string): boolean => ibanHolds(compact(text));
export const isBic = (text: string): boolean => bicHolds(compact(text));

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

export const emailHolds = (field: string, email: string | null | undefined): ClaimRefusal | null =>
  email === null || email === undefined || isEmail(email)
    ? null
    : { type: "email-invalid", field, value: email };

type Given = {
  readonly siren?: string | null | undefined;
  readonly siret?: string | null | undefined;
  readonly vatNumber?: string | null | undefined;
  readonly iban?: string | null | undefined;
  readonly bic?: string | null | undefined;
  readonly country?: string | undefined;
};

const IDENTIFIERS = [
  ["siren", isSiren],
  ["siret", isSiret],
  ["vatNumber", isVatNumber],
  ["iban", isIban],
  ["bic", isBic],
] as const;

/** Every identifier that is given is well formed, its check digits included; a SIRET begins with its SIREN. */
export const identifiersHold = (given: Given): ClaimRefusal | null => {
  for (const [field, holds] of IDENTIFIERS) {
    const value = given[field];
    if (value === null || value === undefined) continue;
    if (value.length > IDENTIFIER_CHARS_MAX || !holds(value))
      return { type: "identifier-invalid", field, value };
  }
  const { country, siren, siret } = given;
  if (siren != null && siret != null && !compact(siret).startsWith(compact(siren)))
    return { type: "identifier-invalid", field: "siret", value: siret };
  return country !== undefined && !/^[A-Z]{2}$/.test(country)
    ? { type: "country-invalid", field: "country", value: country }
    : null;
};
