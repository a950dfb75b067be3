import type { Money } from "#shared/kernel/money.ts";
import { money } from "#shared/kernel/money.ts";
import type { DebtorKind } from "#shared/kernel/parties.ts";
import type { LawCountry } from "./regime.ts";

/** One unpaid invoice, as the law looks at it. */
export type Debt = {
  readonly law: LawCountry;
  readonly debtor: DebtorKind;
  /** What is unpaid, VAT included. */
  readonly principal: Money;
};

const POUNDS = 100;

/**
 * The fixed sum for recovery costs that the law gives for one overdue invoice; null where it gives none. EUR 40 in
 * France (C. com. L441-10 II and D441-5; CCP L2192-13 and D2192-35) and in Germany (BGB § 288 V), whatever currency the
 * invoice is in; GBP 40, 70, 100 by size in the United Kingdom (1998 Act, s. 5A), null where the debt is not in pounds
 * because the band is then unknown. Never from a consumer, which would be a criminal offence in France (C. conso
 * L121-21, L132-23), nor from a non-professional legal person, from whom it is contestable.
 */
export const compensationOf = (debt: Debt): Money | null => {
  if (debt.debtor === "consumer" || debt.debtor === "non-professional") return null;
  switch (debt.law) {
    case "FR":
    case "DE":
      return money(4000, "EUR");
    case "UK":
      return debt.principal.currency === "GBP" ? ukFixedSum(debt.principal.minor) : null;
    case "other":
      return null;
  }
};

const ukFixedSum = (pence: number): Money => {
  if (pence < 1000 * POUNDS) return money(40 * POUNDS, "GBP");
  if (pence < 10_000 * POUNDS) return money(70 * POUNDS, "GBP");
  return money(100 * POUNDS, "GBP");
};
