/** The check digit of SIREN, SIRET and others (ISO/IEC 7812-1, annex B). */
export const luhnHolds = (digits: string): boolean => {
  let sum = 0;
  for (let i = 0; i < digits.length; i += 1) {
    const digit = Number(digits.charAt(digits.length - 1 - i));
    const doubled = i % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
};

const weighted = (digits: string, weights: readonly number[]): number =>
  weights.reduce((sum, weight, index) => sum + weight * Number(digits.charAt(index)), 0);

/** ISO 7064, MOD 11,10. */
const pureSystemHolds = (digits: string): boolean => {
  let product = 10;
  for (const digit of digits.slice(0, -1)) {
    const sum = (product + Number(digit)) % 10;
    product = ((sum === 0 ? 10 : sum) * 2) % 11;
  }
  return (product + Number(digits.slice(-1))) % 10 === 1;
};

const crossSum = (value: number): number => Math.floor(value / 10) + (value % 10);

const austrianHolds = (number: string): boolean => {
  const digits = number.slice(1).split("").map(Number);
  const sum = digits
    .slice(0, 7)
    .reduce((before, digit, index) => before + (index % 2 === 1 ? crossSum(digit * 2) : digit), 4);
  return (sum + (digits[7] ?? 0)) % 10 === 0;
};

/** The key of numeric French numbers; the newer alphanumeric keys are not published. */
const frenchHolds = (number: string): boolean =>
  !/^\d+$/.test(number) ||
  Number(number.slice(0, 2)) === (12 + 3 * (Number(number.slice(2)) % 97)) % 97;

const always = (): boolean => true;

type Rule = readonly [format: RegExp, checks: (number: string) => boolean];

/**
 * What follows the prefix, by member state and for Northern Ireland (XI), as VIES describes it. The check digit is
 * computed for AT, BE, DE, DK, EE, EL, FI, FR, HR, HU, IT, LU, MT, PL, PT, SE, SI and SK; of the others only the format
 * is known here.
 */
const RULES: ReadonlyMap<string, Rule> = new Map<string, Rule>([
  ["AT", [/^U\d{8}$/, austrianHolds]],
  ["BE", [/^[01]\d{9}$/, (n) => 97 - (Number(n.slice(0, 8)) % 97) === Number(n.slice(8))]],
  ["BG", [/^\d{9,10}$/, always]],
  ["CY", [/^\d{8}[A-Z]$/, always]],
  ["CZ", [/^\d{8,10}$/, always]],
  ["DE", [/^[1-9]\d{8}$/, pureSystemHolds]],
  ["DK", [/^\d{8}$/, (n) => weighted(n, [2, 7, 6, 5, 4, 3, 2, 1]) % 11 === 0]],
  ["EE", [/^\d{9}$/, (n) => weighted(n, [3, 7, 1, 3, 7, 1, 3, 7, 1]) % 10 === 0]],
  [
    "EL",
    [
      /^\d{9}$/,
      (n) => (weighted(n, [256, 128, 64, 32, 16, 8, 4, 2]) % 11) % 10 === Number(n.charAt(8)),
    ],
  ],
  ["ES", [/^(?:[A-Z]\d{7}[0-9A-Z]|\d{8}[A-Z])$/, always]],
  ["FI", [/^\d{8}$/, (n) => weighted(n, [7, 9, 10, 5, 8, 4, 2, 1]) % 11 === 0]],
  ["FR", [/^[0-9A-HJ-NP-Z]{2}\d{9}$/, frenchHolds]],
  ["HR", [/^\d{11}$/, pureSystemHolds]],
  ["HU", [/^\d{8}$/, (n) => weighted(n, [9, 7, 3, 1, 9, 7, 3, 1]) % 10 === 0]],
  ["IE", [/^(?:\d{7}[A-W][A-IW]?|\d[A-Z+*]\d{5}[A-W])$/, always]],
  ["IT", [/^\d{11}$/, luhnHolds]],
  ["LT", [/^(?:\d{9}|\d{12})$/, always]],
  ["LU", [/^\d{8}$/, (n) => Number(n.slice(0, 6)) % 89 === Number(n.slice(6))]],
  ["LV", [/^\d{11}$/, always]],
  ["MT", [/^\d{8}$/, (n) => weighted(n, [3, 4, 6, 7, 8, 9, 10, 1]) % 37 === 0]],
  ["NL", [/^[0-9A-Z+*]{10}\d{2}$/, always]],
  [
    "PL",
    [/^\d{10}$/, (n) => weighted(n, [6, 5, 7, 2, 3, 4, 5, 6, 7]) % 11 === Number(n.charAt(9))],
  ],
  [
    "PT",
    [
      /^\d{9}$/,
      (n) => {
        const check = 11 - (weighted(n, [9, 8, 7, 6, 5, 4, 3, 2]) % 11);
        return (check > 9 ? 0 : check) === Number(n.charAt(8));
      },
    ],
  ],
  ["RO", [/^\d{2,10}$/, always]],
  ["SE", [/^\d{12}$/, (n) => luhnHolds(n.slice(0, 10))]],
  [
    "SI",
    [
      /^[1-9]\d{7}$/,
      (n) => {
        const check = 11 - (weighted(n, [8, 7, 6, 5, 4, 3, 2]) % 11);
        return check < 11 && (check === 10 ? 0 : check) === Number(n.charAt(7));
      },
    ],
  ],
  ["SK", [/^[1-9]\d{9}$/, (n) => Number(n) % 11 === 0]],
  ["XI", [/^(?:\d{9}|\d{12}|GD\d{3}|HA\d{3})$/, always]],
]);

/** Compact, in capitals. A country without a rule: two letters and 2 to 13 characters (directive 2006/112/EC, article 215). */
export const vatNumberHolds = (number: string): boolean => {
  if (!/^[A-Z]{2}[0-9A-Z+*]{2,13}$/.test(number)) return false;
  const rule = RULES.get(number.slice(0, 2));
  if (rule === undefined) return true;
  const [format, checks] = rule;
  return format.test(number.slice(2)) && checks(number.slice(2));
};
