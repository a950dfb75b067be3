import type { RateEvidence, RateSource, SeriesName } from "./rate-series.ts";

type SourceOf = Readonly<Record<RateSource, readonly [evidence: RateEvidence, text: string]>>;

/** Where each shipped row was read, once for all the rows that were read there. */
export const RATE_SOURCES: SourceOf = {
  "ecb-h1": ["official", "derived from ecb_mro (rate in force that day)"],
  "ecb-h2": [
    "official",
    "derived from ecb_mro (rate in force that day); cross-checked with https://enterprise.gov.ie/en/What-We-Do/Supports-for-SMEs/Late-Payments/Late-Payment-Interest-Rate- (official half-year table 2013-2024)",
  ],
  "ecb-h3": ["cross-checked", "derived from ecb_mro (rate in force that day)"],
  fr1: [
    "official",
    "https://www.moneyvox.fr/credit/actualites/52984/ + https://aeccompta.com/actualites/taux-de-l-interet-legal-annee-2020",
  ],
  fr2: ["official", "https://www.moneyvox.fr/credit/actualites/52984/ + aeccompta.com"],
  fr3: [
    "official",
    "https://www.tresor.economie.gouv.fr/Ressources/taux-de-linteret-legal/Rss/23022018 (official Tresor table 2011-2020 S1)",
  ],
  fr4: [
    "official",
    "https://www.cabinet-cec.fr/taux-de-linteret-legal-pour-le-second-semestre-2020/",
  ],
  fr5: ["official", "https://dandrel-avocats.fr/taux-de-linteret-legal-du-2nd-semestre-2021/"],
  fr6: [
    "cross-checked",
    "third-party file pays/france/taux.ts, read on public sources 2026-09-03) ; exeoffice.eu page gives 0.76",
  ],
  fr7: [
    "official",
    "https://notaires2normandie.com/nos-actus/les-taux-de-linteret-legal-applicables-au-cours-du-second-semestre-2023-sont-fixes",
  ],
  fr8: ["official", "notaires2normandie.com (arrete ECOT2317028A page)"],
  fr9: ["official", "notaires2normandie.com (arrete ECOT2317028A du 27-6-2023)"],
  fr10: [
    "cross-checked",
    "third-party file pays/france/taux.ts, read on public sources 2026-09-03) ; exeoffice.eu page gives 5.07",
  ],
  fr11: [
    "official",
    "https://www.legifiscal.fr/actualites-fiscales/4371-taux-interet-legal-1er-semestre-2026.html",
  ],
  fr12: [
    "official",
    "legifiscal.fr 4371 + https://ksca.fr/contenus-juridiques/actualites/lire/taux-de-linteret-legal-a-compter-du-1er-juillet-2025/615065",
  ],
  fr13: ["official", "legifiscal.fr 4371 (arrete ECOT2516925A du 19-6-2025)"],
  fr14: [
    "official",
    "https://juriblio.fr/arretes/arrete-du-15-decembre-2025/187383136 (JORF text)",
  ],
  fr15: [
    "single",
    "third-party file pays/france/taux.ts, read on public sources 2026-09-03); arrete itself not found",
  ],
  "boe-h1": ["memory", "derived from boe_base"],
  "boe-h2": ["official", "derived from boe_base"],
  de1: [
    "official",
    "Bundesbank API series BBIN1.M.DE.BBK.BBKBAS2.EUR.ME, copy in github.com/ameax/bgb-interest data/base_rates.json (2025-10-02)",
  ],
  de2: [
    "official",
    "https://finanzmarktnachrichten.de/basiszinssatz-bleibt-ab-1-januar-2026-bei-127 (Bundesbank notice)",
  ],
  de3: [
    "cross-checked",
    "test of a third-party project + rule of BGB 247 (1.27 + 0.25 rise of the MRO)",
  ],
  "ecb-c1": [
    "official",
    "ECB key-rates table, copy at http://sdw.zentral-bank.eu/stats/policy_and_exchange_rates/key_ecb_interest_rates/html/index.en.html and Banka Slovenije copy http://www.bsi.si./en/ecb-interest-rates",
  ],
  "ecb-c2": [
    "memory",
    "level: https://finanzmarktnachrichten.de/basiszinssatz-bleibt-ab-1-januar-2026-bei-127 (Bundesbank: 2.15 in June and on 22 Dec 2025); exact effective date 11 June 2025 from memory",
  ],
  "ecb-c3": [
    "cross-checked",
    "ECB press release https://www.ecb.europa.eu/press/pr/date/2026/html/ecb.mp260611~4d41bd5e83.en.html as quoted in a third-party file; cross-check: DE Basiszins 1.52, FR table",
  ],
  "ecb-c4": [
    "cross-checked",
    "ECB press release https://www.ecb.europa.eu/press/pr/date/2026/html/ecb.mp260910~314e508016.en.html as quoted in third-party files",
  ],
  "boe-c1": ["memory", "from memory (BoE history)"],
  "boe-c2": [
    "official",
    "https://www.uktaxcalculators.co.uk/tax-news/2025/12/18/bank-of-england-cuts-interest-rates-for-christmas-calculator (BoE history)",
  ],
};

/** Remarks on single rows. */
export const RATE_REMARKS: readonly {
  readonly series: SeriesName;
  readonly from: string;
  readonly text: string;
}[] = [
  {
    series: "ecb-mro-changes",
    from: "2025-06-11",
    text: "level 2.15 verified for June and December 2025; the day from memory",
  },
  {
    series: "boe-base-changes",
    from: "2025-12-18",
    text: "still 3.75 on 2026-06-18 (https://research.titanfx.com/central-bank-watch/boe-monetary-policy), hence on 30 June 2026; later decisions not looked up",
  },
];
