import type { DebtorKind } from "#shared/kernel/parties.ts";

/**
 * The laws whose late-payment rules Relance knows by name, by the country of the law that governs the claim: the one
 * that the parties chose, else the seller's own (Rome I, art. 4). `other` is any law that Relance does not know: nothing
 * is then said of interest or compensation.
 */
export const LAW_COUNTRIES = ["FR", "UK", "DE"] as const;
export type LawCountry = (typeof LAW_COUNTRIES)[number] | "other";

/** ISO 3166 alpha-2 (and the `UK` that people write) to the law that Relance knows, else `other`. */
export const lawCountryOf = (country: string): LawCountry => {
  const code = country.trim().toUpperCase();
  if (code === "GB") return "UK";
  return LAW_COUNTRIES.find((known) => known === code) ?? "other";
};

/**
 * A formula of late-payment interest.
 * - `fr-business`: ECB + 10 (C. com. L441-10 II), the rate of each half-year of delay, without any reminder;
 * - `fr-public`: ECB + 8 (CCP L2192-13, R2192-31), frozen at the half-year in which interest began;
 * - `fr-legal`: legal interest (C. civ. 1231-6), only from a formal notice on;
 * - `uk-business`: Bank Rate + 8 (Late Payment of Commercial Debts (Interest) Act 1998), frozen likewise;
 * - `de-business`, `de-consumer`: base rate + 9, + 5 (BGB § 288).
 */
export const LATE_REGIMES = [
  "fr-business",
  "fr-public",
  "fr-legal",
  "uk-business",
  "de-business",
  "de-consumer",
] as const;
export type LateRegime = (typeof LATE_REGIMES)[number];

/**
 * The formula for a kind of debtor; null where the law gives none that Relance knows. A non-professional legal person
 * is treated as a consumer: that it owes business rates is contestable.
 */
export const lateRegimeOf = (law: LawCountry, debtor: DebtorKind): LateRegime | null => {
  const professional = debtor === "business" || debtor === "public";
  switch (law) {
    case "FR":
      return debtor === "business" ? "fr-business" : debtor === "public" ? "fr-public" : "fr-legal";
    case "UK":
      return professional ? "uk-business" : null;
    case "DE":
      return professional ? "de-business" : "de-consumer";
    case "other":
      return null;
  }
};

/** Whether one rate, that of the half-year in which interest began, holds to the end of the delay. */
export const isFrozen = (regime: LateRegime): boolean =>
  regime === "fr-public" || regime === "uk-business";
