/**
 * The laws whose late-payment rules Relance knows by name, by the country of the law that governs the claim: the one
 * that the parties chose, else the seller's own (Rome I, art. 4). `other` is any law that Relance does not know: nothing
 * is then said of interest or compensation.
 */
export const LAW_COUNTRIES = ["FR", "UK", "DE", "BE", "LU", "ES", "IT", "IE", "NL"] as const;
export type LawCountry = (typeof LAW_COUNTRIES)[number] | "other";

/** ISO 3166 alpha-2 (and the `UK` that people write) to the law that Relance knows, else `other`. */
export const lawCountryOf = (country: string): LawCountry => {
  const code = country.trim().toUpperCase();
  if (code === "GB") return "UK";
  return LAW_COUNTRIES.find((known) => known === code) ?? "other";
};
