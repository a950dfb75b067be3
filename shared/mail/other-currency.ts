import { CURRENCIES } from "#shared/kernel/money.ts";
import type { Currency } from "#shared/kernel/money.ts";
import { findAmounts } from "./amounts.ts";
import type { AmountFind } from "./amounts.ts";
import type { CutText } from "./words.ts";

/** What names a currency beyond doubt: "francs" are of many countries, and "e" is said of anything. */
const SIGNS: Readonly<Partial<Record<Currency, readonly string[]>>> = {
  EUR: ["€", "euro", "eur"],
  GBP: ["£", "gbp", "pounds", "quid", "sterling"],
  USD: ["$", "usd", "dollars"],
  CHF: ["chf"],
};
/** A dollar is a dollar: which one it is the claim says. */
const DOLLARS: readonly Currency[] = ["USD", "CAD", "AUD"];

const signsOf = (currency: Currency): readonly string[] =>
  SIGNS[currency] ?? [
    ...(DOLLARS.includes(currency) ? (SIGNS.USD ?? []) : []),
    currency.toLowerCase(),
  ];

/** Codes that are words in small letters ("Ron is mad") count in capitals only. */
const isNamed = ({ text, folded }: CutText, currency: Currency): boolean =>
  SIGNS[currency] === undefined
    ? text.includes(currency)
    : signsOf(currency).some((sign) => folded.includes(sign));

const OTHER_CURRENCY = "amount.other-currency";

export const isOtherCurrency = ({ rule }: { readonly rule: string }): boolean =>
  rule === OTHER_CURRENCY;

/**
 * The sums of a text with those in another currency than the claim's: no number of the claim's money, and their words
 * with the sign. What they are worth, or whether the sign is a slip, nobody here knows.
 */
export const withOtherCurrencies = (
  cut: CutText,
  marked: readonly AmountFind[],
  currency: Currency,
): readonly AmountFind[] => {
  const own = signsOf(currency);
  const carries = ({ from, to }: AmountFind, signs: readonly string[]): boolean => {
    const words = cut.folded.slice(from, to);
    return signs.some((sign) => words.includes(sign));
  };
  const isOwn = marked.filter((one) => carries(one, own));
  const others: AmountFind[] = [];
  for (const other of CURRENCIES) {
    if (other === currency || !isNamed(cut, other)) continue;
    const signs = signsOf(other).filter((sign) => !own.includes(sign));
    for (const find of findAmounts(cut, other))
      if (
        find.minor !== null &&
        carries(find, signs) &&
        ![...isOwn, ...others].some(overlaps(find))
      )
        others.push({ ...find, rule: OTHER_CURRENCY, minor: null });
  }
  if (others.length === 0) return marked;
  return [...marked.filter((one) => !others.some(overlaps(one))), ...others].sort(
    (a, b) => a.from - b.from,
  );
};

const overlaps =
  (one: AmountFind) =>
  (other: AmountFind): boolean =>
    one.from < other.to && other.from < one.to;
