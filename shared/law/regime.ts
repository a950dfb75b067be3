import type { DebtorKind } from "#shared/kernel/parties.ts";
import type { HalfYearlySeries } from "./rates.ts";

/**
 * The laws whose late-payment rules Relance knows by name, by the country of the law that governs the claim: the one
 * that the parties chose, else the seller's own (Rome I, art. 4). `other` is any law that Relance does not know: nothing
 * is then said of interest or compensation.
 */
export const LAW_COUNTRIES = ["FR", "UK", "DE", "BE", "LU", "ES", "IT", "NL", "IE"] as const;
export type LawCountry = (typeof LAW_COUNTRIES)[number] | "other";

/** ISO 3166 alpha-2 (and the `UK` that people write) to the law that Relance knows, else `other`. */
export const lawCountryOf = (country: string): LawCountry => {
  const code = country.trim().toUpperCase();
  if (code === "GB") return "UK";
  return LAW_COUNTRIES.find((known) => known === code) ?? "other";
};

/** The rules of late payment that Relance computes, each with its articles in `REGIMES`. */
export const LATE_REGIMES = [
  "fr-b2b",
  "fr-nonprofessional",
  "fr-consumer",
  "fr-public",
  "eu",
  "be",
  "lu",
  "de",
  "de-consumer",
  "es",
  "it",
  "nl",
  "ie",
  "uk",
] as const;
export type LateRegime = (typeof LATE_REGIMES)[number];

/** Laws that are known to exist and that nobody checked for Relance: no figure is given for them. */
export const UNVERIFIED_REGIMES = ["at", "ch"] as const;
export type UnverifiedRegime = (typeof UNVERIFIED_REGIMES)[number];

export type RegimeTerms = {
  readonly series: HalfYearlySeries;
  /** Basis points on top of the published rate. */
  readonly pointsAdded: number;
  /** The sum is rounded up to the next multiple, in basis points. */
  readonly roundedUpTo: number | null;
  /**
   * `start`, `due`: by law one rate holds to the end of the delay, that of the first day of interest or of the due date;
   * null: each half-year of the delay has its own, unless the user's setting freezes it.
   */
  readonly frozen: "start" | "due" | null;
  /** Interest runs from the day after the due date, or after a formal notice. */
  readonly start: "due" | "notice";
  /** The formula is the law's, the figure was not read in that country's official notice. */
  readonly computed: boolean;
};

const ECB_PLUS_8: RegimeTerms = {
  series: "ecb-mro",
  pointsAdded: 800,
  roundedUpTo: null,
  frozen: null,
  start: "due",
  computed: true,
};

/** C. civ. 1231-6, 1344-1: from the formal notice, at the legal rate of a creditor with professional needs (CMF L313-2). */
const FR_LEGAL: RegimeTerms = {
  series: "fr-legal",
  pointsAdded: 0,
  roundedUpTo: null,
  frozen: null,
  start: "notice",
  computed: false,
};

export const REGIMES: Readonly<Record<LateRegime, RegimeTerms>> = {
  /** C. com. L441-10 II: ECB + 10, the rate of 1 January or 1 July, without a reminder. */
  "fr-b2b": { ...ECB_PLUS_8, pointsAdded: 1000, computed: false },
  /** As a consumer, since that it owes business rates is contestable (application unknown). */
  "fr-nonprofessional": FR_LEGAL,
  "fr-consumer": FR_LEGAL,
  /** CCP L2192-13, R2192-31, R2192-32: ECB + 8, of the half-year in which interest began. */
  "fr-public": { ...ECB_PLUS_8, frozen: "start", computed: false },
  /** Directive 2011/7/EU: ECB + 8, without a country's own rules. */
  eu: ECB_PLUS_8,
  /** Loi du 2 août 2002, art. 5: ECB + 8, rounded up to the next half point. */
  be: { ...ECB_PLUS_8, roundedUpTo: 50 },
  /** Loi du 18 avril 2004, as replaced by that of 29 March 2013, art. 1-5. */
  lu: ECB_PLUS_8,
  /** BGB §§ 247, 286, 288 II: base rate + 9. */
  de: { ...ECB_PLUS_8, series: "de-basiszins", pointsAdded: 900, computed: false },
  /** BGB §§ 247, 286, 288 I: base rate + 5, from a reminder (or from a date that the contract fixes). */
  "de-consumer": {
    ...ECB_PLUS_8,
    series: "de-basiszins",
    pointsAdded: 500,
    start: "notice",
    computed: false,
  },
  /** Ley 3/2004, art. 7. */
  es: ECB_PLUS_8,
  /** D.Lgs. 231/2002, art. 5. */
  it: ECB_PLUS_8,
  /** BW 6:119a, 6:120(2). */
  nl: ECB_PLUS_8,
  /** S.I. 580/2012: one rate alone, that in force on the due date. */
  ie: { ...ECB_PLUS_8, frozen: "due" },
  /** Late Payment of Commercial Debts (Interest) Act 1998: Bank Rate + 8, as of the reference date before interest began. */
  uk: { ...ECB_PLUS_8, series: "boe-base", frozen: "start", computed: false },
};

/**
 * The rules for a kind of debtor; null where the law gives none that Relance knows. A non-professional legal person is
 * treated as a consumer: that it owes business rates is contestable.
 */
export const lateRegimeOf = (law: LawCountry, debtor: DebtorKind): LateRegime | null => {
  const professional = debtor === "business" || debtor === "public";
  switch (law) {
    case "FR":
      return FRENCH[debtor];
    case "DE":
      return professional ? "de" : "de-consumer";
    case "UK":
    case "BE":
    case "LU":
    case "ES":
    case "IT":
    case "NL":
    case "IE":
      return professional ? OTHERS[law] : null;
    case "other":
      return null;
  }
};

const FRENCH: Readonly<Record<DebtorKind, LateRegime>> = {
  business: "fr-b2b",
  public: "fr-public",
  consumer: "fr-consumer",
  "non-professional": "fr-nonprofessional",
};

const OTHERS: Readonly<Record<Exclude<LawCountry, "FR" | "DE" | "other">, LateRegime>> = {
  UK: "uk",
  BE: "be",
  LU: "lu",
  ES: "es",
  IT: "it",
  NL: "nl",
  IE: "ie",
};

/** Whether the law itself says that one rate, that of the beginning, holds to the end of the delay. */
export const isFrozen = (regime: LateRegime): boolean => REGIMES[regime].frozen !== null;
