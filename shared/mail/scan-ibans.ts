/** Bank details kept of one mail; a list of hundreds is no reply. */
export const IBANS_MAX = 20;

/** Lengths of IBANs by country (ISO 13616, SWIFT's registry). */
const LENGTHS: ReadonlyMap<string, number> = new Map(
  (
    "AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 DO28 EE20 EG29 ES24 " +
    "FI18 FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HN28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 " +
    "LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 PT25 QA29 RO24 " +
    "RS22 RU33 SA24 SC31 SD18 SE24 SI19 SK24 SM27 SN28 SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20 YE30"
  )
    .split(" ")
    .map((entry) => [entry.slice(0, 2), Number(entry.slice(2))] as const),
);

/** Signs that people and bank forms put between the characters of an IBAN, and how many in a row. */
const SEPARATORS = " \u00a0\u202f\u2009\t\n\r.-_/:";
const SEPARATORS_MAX = 3;
/** Digits that what looks like an IBAN has at least. */
const DIGITS_MIN = 10;

const isDigit = (char: string): boolean => char >= "0" && char <= "9" && char.length === 1;
const isLetter = (char: string): boolean =>
  char.length === 1 && ((char >= "a" && char <= "z") || (char >= "A" && char <= "Z"));
const isPart = (char: string): boolean => isDigit(char) || isLetter(char);

export type FoundIban = {
  readonly from: number;
  readonly to: number;
  /** In capitals, without spaces. */
  readonly iban: string;
  /** Whether its check digits are right. */
  readonly isSound: boolean;
};

/** Every run of a country's length that begins like an IBAN, whatever stands between its characters. */
export const ibansIn = (text: string): readonly FoundIban[] => {
  const found: FoundIban[] = [];
  for (let at = 0; at + 14 < text.length && found.length < IBANS_MAX;) {
    const one = ibanAt(text, at);
    if (one !== null) found.push(one);
    at = one === null ? at + 1 : one.to;
  }
  return found;
};

const ibanAt = (text: string, at: number): FoundIban | null => {
  if (!isLetter(text.charAt(at))) return null;
  const isGlued = isPart(text.charAt(at - 1)) && text.slice(at - 4, at).toUpperCase() !== "IBAN";
  if (isGlued) return null;
  let iban = "";
  let to = at;
  let size = 0;
  let separators = 0;
  for (let next = at; next < text.length && (size === 0 || iban.length < size); next += 1) {
    const char = text.charAt(next);
    if (isPart(char)) {
      iban += char.toUpperCase();
      to = next + 1;
      separators = 0;
      if (iban.length === 2) {
        size = LENGTHS.get(iban) ?? 0;
        if (size === 0) return null;
      }
      if ((iban.length === 3 || iban.length === 4) && !isDigit(char)) return null;
      continue;
    }
    separators += 1;
    if (!SEPARATORS.includes(char) || separators > SEPARATORS_MAX) return null;
  }
  if (size === 0 || iban.length !== size) return null;
  const digits = iban.split("").filter(isDigit).length;
  // Figures that go on belong to something else.
  if (digits < DIGITS_MIN || isDigit(text.charAt(to))) return null;
  return { from: at, to, iban, isSound: isIban(iban) };
};

/** ISO 7064 mod 97-10. */
const isIban = (text: string): boolean => {
  const moved = text.slice(4) + text.slice(0, 4);
  let rest = 0;
  for (const char of moved) {
    const code = char.charCodeAt(0);
    const value = code >= 65 ? code - 55 : code - 48;
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest === 1;
};
