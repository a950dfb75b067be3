import type { Money } from "#shared/kernel/money.ts";
import { money } from "#shared/kernel/money.ts";
import type { DebtorKind } from "#shared/kernel/parties.ts";
import type { LateRegime, LawCountry } from "./regime.ts";
import { lateRegimeOf } from "./regime.ts";

/** One unpaid invoice, as the law looks at it. */
export type Debt = {
  readonly law: LawCountry;
  readonly debtor: DebtorKind;
  /** What is unpaid, VAT included. */
  readonly principal: Money;
};

const CENTS = 100;

const FORTY = money(40 * CENTS, "EUR");

/**
 * The fixed sum for recovery costs that the law gives for one overdue invoice, each for its own (CJEU 20 October 2022,
 * C-585/20); null where it gives none or where its band is unknown.
 * - EUR 40, whatever currency the invoice is in: Directive 2011/7/EU; France (C. com. L441-10 II and D441-5; CCP
 *   L2192-13 and D2192-35); Germany (BGB § 288 V); Belgium, Luxembourg, Spain, Italy, the Netherlands (BW 6:96).
 * - Ireland (S.I. 580/2012): EUR 40 up to 1,000, EUR 70 up to 10,000, EUR 100 above.
 * - United Kingdom (1998 Act): GBP 40 below 1,000, GBP 70 below 10,000, GBP 100 from there.
 * - Never from a consumer, which would be a criminal offence in France (C. conso L121-21, L132-23), nor from a
 *   non-professional legal person, from whom it is contestable.
 * Bands go by what was unpaid when interest began to run.
 */
export const fixedSumOf = (regime: LateRegime, unpaid: Money): Money | null => {
  switch (regime) {
    case "fr-consumer":
    case "fr-nonprofessional":
    case "de-consumer":
      return null;
    case "ie":
      return unpaid.currency === "EUR" ? irishSum(unpaid.minor) : null;
    case "uk":
      return unpaid.currency === "GBP" ? britishSum(unpaid.minor) : null;
    case "fr-b2b":
    case "fr-public":
    case "eu":
    case "be":
    case "lu":
    case "de":
    case "es":
    case "it":
    case "nl":
      return FORTY;
  }
};

/** `fixedSumOf` by law and kind of debtor. */
export const compensationOf = ({ law, debtor, principal }: Debt): Money | null => {
  const regime = lateRegimeOf(law, debtor);
  return regime === null ? null : fixedSumOf(regime, principal);
};

const irishSum = (cents: number): Money =>
  cents <= 1000 * CENTS ? FORTY : money((cents <= 10_000 * CENTS ? 70 : 100) * CENTS, "EUR");

const britishSum = (pence: number): Money =>
  money((pence < 1000 * CENTS ? 40 : pence < 10_000 * CENTS ? 70 : 100) * CENTS, "GBP");
