/**
 * How a figure was found: read on an official page or a faithful copy of it; read in two independent places that quote
 * the official decision; read in one such place; remembered only.
 */
export type RateEvidence = "official" | "cross-checked" | "single" | "memory";

/** Half-year (`2026-S2`), rate in basis points (1240 is 12.40 %), evidence. */
export type RateRow = readonly [halfYear: string, basisPoints: number, evidence: RateEvidence];

/** One published rate by half-year. A half-year that is not here is unknown; nothing is ever carried over to it. */
export type RateSeries = { readonly source: string; readonly rows: readonly RateRow[] };

/**
 * Main refinancing operations of the ECB, rate in force on 1 January and 1 July. From 2013 on: before, French law did
 * not anchor the rate to the half-year (loi 2012-387, art. 121).
 */
export const ECB_REFINANCING: RateSeries = {
  source: "BCE, taux des opérations principales de refinancement, au 1er janvier et au 1er juillet",
  rows: [
    ["2013-S1", 75, "official"],
    ["2013-S2", 50, "official"],
    ["2014-S1", 25, "official"],
    ["2014-S2", 15, "official"],
    ["2015-S1", 5, "official"],
    ["2015-S2", 5, "official"],
    ["2016-S1", 5, "official"],
    ["2016-S2", 0, "official"],
    ["2017-S1", 0, "official"],
    ["2017-S2", 0, "official"],
    ["2018-S1", 0, "official"],
    ["2018-S2", 0, "official"],
    ["2019-S1", 0, "official"],
    ["2019-S2", 0, "official"],
    ["2020-S1", 0, "official"],
    ["2020-S2", 0, "official"],
    ["2021-S1", 0, "official"],
    ["2021-S2", 0, "official"],
    ["2022-S1", 0, "official"],
    ["2022-S2", 0, "official"],
    ["2023-S1", 250, "official"],
    ["2023-S2", 400, "official"],
    ["2024-S1", 450, "official"],
    ["2024-S2", 425, "official"],
    ["2025-S1", 315, "official"],
    ["2025-S2", 215, "official"],
    ["2026-S1", 215, "official"],
    ["2026-S2", 240, "cross-checked"],
  ],
};

/**
 * French legal interest, column of « tous les autres cas »: the creditor acts for professional needs, whoever the debtor
 * is (CMF L313-2). Half-yearly since 2015.
 */
export const FR_LEGAL_INTEREST: RateSeries = {
  source: "Arrêtés semestriels, taux de l'intérêt légal, tous les autres cas (CMF L313-2)",
  rows: [
    ["2015-S1", 93, "official"],
    ["2015-S2", 99, "official"],
    ["2016-S1", 101, "official"],
    ["2016-S2", 93, "official"],
    ["2017-S1", 90, "official"],
    ["2017-S2", 90, "official"],
    ["2018-S1", 89, "official"],
    ["2018-S2", 88, "official"],
    ["2019-S1", 86, "official"],
    ["2019-S2", 87, "official"],
    ["2020-S1", 87, "official"],
    ["2020-S2", 84, "official"],
    ["2021-S1", 79, "official"],
    ["2021-S2", 76, "official"],
    ["2022-S1", 76, "cross-checked"],
    ["2022-S2", 77, "official"],
    ["2023-S1", 206, "official"],
    ["2023-S2", 422, "official"],
    ["2024-S1", 507, "cross-checked"],
    ["2024-S2", 492, "official"],
    ["2025-S1", 371, "official"],
    ["2025-S2", 276, "official"],
    ["2026-S1", 262, "official"],
    ["2026-S2", 275, "single"],
  ],
};

/** Bank Rate on the 31 December or 30 June before the half-year. */
export const BANK_RATE: RateSeries = {
  source: "Bank of England, Bank Rate on 31 December and 30 June",
  rows: [
    ["2023-S1", 350, "official"],
    ["2023-S2", 500, "official"],
    ["2024-S1", 525, "official"],
    ["2024-S2", 525, "official"],
    ["2025-S1", 475, "official"],
    ["2025-S2", 425, "official"],
    ["2026-S1", 375, "official"],
    ["2026-S2", 375, "official"],
  ],
};

/** Base rate of BGB § 247, published on 1 January and 1 July. */
export const BASISZINS: RateSeries = {
  source: "Deutsche Bundesbank, Basiszinssatz (BGB § 247)",
  rows: [
    ["2015-S1", -83, "official"],
    ["2015-S2", -83, "official"],
    ["2016-S1", -83, "official"],
    ["2016-S2", -88, "official"],
    ["2017-S1", -88, "official"],
    ["2017-S2", -88, "official"],
    ["2018-S1", -88, "official"],
    ["2018-S2", -88, "official"],
    ["2019-S1", -88, "official"],
    ["2019-S2", -88, "official"],
    ["2020-S1", -88, "official"],
    ["2020-S2", -88, "official"],
    ["2021-S1", -88, "official"],
    ["2021-S2", -88, "official"],
    ["2022-S1", -88, "official"],
    ["2022-S2", -88, "official"],
    ["2023-S1", 162, "official"],
    ["2023-S2", 312, "official"],
    ["2024-S1", 362, "official"],
    ["2024-S2", 337, "official"],
    ["2025-S1", 227, "official"],
    ["2025-S2", 127, "official"],
    ["2026-S1", 127, "official"],
    ["2026-S2", 152, "cross-checked"],
  ],
};
