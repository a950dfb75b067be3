import type { RateEvidence, RateSource, SeriesName } from "./rate-series.ts";

type SourceOf = Readonly<Record<RateSource, readonly [evidence: RateEvidence, citation: string]>>;

/**
 * Where each shipped row was read, once for all the rows that were read there. A citation is names, numbers and places
 * alone, the same in every language; how far it goes is the evidence, and anything more a remark.
 */
export const RATE_SOURCES: SourceOf = {
  "ecb-h1": ["official", "ECB MRO (sdw.zentral-bank.eu; bsi.si)"],
  "ecb-h2": ["official", "ECB MRO (sdw.zentral-bank.eu; bsi.si); enterprise.gov.ie"],
  "ecb-h3": ["cross-checked", "ECB MRO (ecb.europa.eu, ecb.mp260611)"],
  fr1: ["official", "moneyvox.fr/credit/actualites/52984; aeccompta.com"],
  fr2: ["official", "moneyvox.fr/credit/actualites/52984; aeccompta.com"],
  fr3: ["official", "tresor.economie.gouv.fr, Taux de l'intérêt légal (23.02.2018)"],
  fr4: ["official", "cabinet-cec.fr/taux-de-linteret-legal-pour-le-second-semestre-2020"],
  fr5: ["official", "dandrel-avocats.fr/taux-de-linteret-legal-du-2nd-semestre-2021"],
  fr6: ["cross-checked", "exeoffice.eu"],
  fr7: ["official", "notaires2normandie.com"],
  fr8: ["official", "ECOT2317028A; notaires2normandie.com"],
  fr9: ["official", "ECOT2317028A (27.06.2023); notaires2normandie.com"],
  fr10: ["cross-checked", "exeoffice.eu"],
  fr11: ["official", "legifiscal.fr/actualites-fiscales/4371"],
  fr12: ["official", "legifiscal.fr/actualites-fiscales/4371; ksca.fr"],
  fr13: ["official", "ECOT2516925A (19.06.2025); legifiscal.fr/actualites-fiscales/4371"],
  fr14: ["official", "JORF (15.12.2025); juriblio.fr"],
  fr15: ["single", "pays/france/taux.ts (03.09.2026)"],
  "boe-h1": ["memory", "Bank of England, Bank Rate"],
  "boe-h2": ["official", "Bank of England, Bank Rate; uktaxcalculators.co.uk (18.12.2025)"],
  de1: ["official", "Bundesbank, BBIN1.M.DE.BBK.BBKBAS2.EUR.ME; github.com/ameax/bgb-interest"],
  de2: ["official", "Bundesbank; finanzmarktnachrichten.de"],
  de3: ["cross-checked", "BGB § 247; ecb.europa.eu, ecb.mp260611"],
  "ecb-c1": ["official", "ECB MRO (sdw.zentral-bank.eu; bsi.si)"],
  "ecb-c2": ["memory", "Bundesbank; finanzmarktnachrichten.de"],
  "ecb-c3": [
    "cross-checked",
    "ecb.europa.eu/press/pr/date/2026/html/ecb.mp260611~4d41bd5e83.en.html",
  ],
  "ecb-c4": [
    "cross-checked",
    "ecb.europa.eu/press/pr/date/2026/html/ecb.mp260910~314e508016.en.html",
  ],
  "boe-c1": ["memory", "Bank of England, Bank Rate"],
  "boe-c2": ["official", "Bank of England, Bank Rate; uktaxcalculators.co.uk (18.12.2025)"],
};

/** What a citation alone would leave unsaid of a row; worded by `locales`. */
export const RATE_REMARK_CODES = [
  "day-from-memory",
  "later-decisions-not-read",
  "order-not-found",
] as const;
export type RateRemark = (typeof RATE_REMARK_CODES)[number];

/** Remarks on single rows. */
export const RATE_REMARKS: readonly {
  readonly series: SeriesName;
  readonly from: string;
  readonly remark: RateRemark;
}[] = [
  { series: "ecb-mro-changes", from: "2025-06-11", remark: "day-from-memory" },
  { series: "boe-base-changes", from: "2025-12-18", remark: "later-decisions-not-read" },
  { series: "fr-legal", from: "2026-07-01", remark: "order-not-found" },
  { series: "fr-legal-private", from: "2026-07-01", remark: "order-not-found" },
];
