import type { Mark } from "./marks.ts";
import type { LateRegime } from "./regime.ts";
import { REGIMES } from "./regime.ts";
import type { StatementTerms } from "./statement-terms.ts";

export const RULE_NAMES = [
  "rate",
  "first-day",
  "fixed-sum",
  "fixed-sum-each-invoice",
  "one-rate",
  "split",
  "year",
  "simple",
  "tax-included",
  "interest-first",
  "contract-rate",
  "debtor-kind",
] as const;
export type RuleName = (typeof RULE_NAMES)[number];

/** A rule that the figures rest on, with its text; `text` is empty where no text was found. */
export type LawRule = { readonly rule: RuleName; readonly text: string; readonly mark: Mark };

type Row = readonly [RuleName, string, Mark];

const FR_LEGAL_INTEREST: readonly Row[] = [
  ["rate", "C. civ. 1231-6, 1344-1 ; CMF L313-2", "verified"],
  ["first-day", "C. civ. 1231-6, 1344", "verified"],
];

const REGIME_RULES: Readonly<Record<LateRegime, readonly Row[]>> = {
  "fr-b2b": [
    ["rate", "C. com. L441-10 II", "verified"],
    ["first-day", "C. com. L441-10 II", "verified"],
    ["fixed-sum", "C. com. L441-10 II, D441-5", "secondary"],
  ],
  "fr-public": [
    ["rate", "CCP L2192-13, R2192-31", "verified"],
    ["first-day", "CCP R2192-32", "verified"],
    ["one-rate", "CCP R2192-31", "verified"],
    ["fixed-sum", "CCP L2192-13, D2192-35", "verified"],
  ],
  "fr-consumer": [
    ...FR_LEGAL_INTEREST,
    ["fixed-sum", "CPCE L111-8 ; C. conso L121-21, L132-23", "verified"],
  ],
  // The offence of C. conso L121-21 is against consumers; the costs of a claim without a title stay with any creditor.
  "fr-nonprofessional": [
    ...FR_LEGAL_INTEREST,
    ["fixed-sum", "CPCE L111-8", "verified"],
    ["debtor-kind", "", "unknown"],
  ],
  eu: [
    ["rate", "Directive 2011/7/EU", "verified"],
    ["first-day", "Directive 2011/7/EU", "verified"],
    ["fixed-sum", "Directive 2011/7/EU", "verified"],
  ],
  be: [
    ["rate", "Loi du 2 août 2002, art. 5", "secondary"],
    ["first-day", "Loi du 2 août 2002", "memory"],
    ["fixed-sum", "Loi du 2 août 2002", "memory"],
  ],
  lu: [
    ["rate", "Loi du 18 avril 2004, art. 1-5", "verified"],
    ["first-day", "Loi du 18 avril 2004, art. 1-5", "verified"],
    ["fixed-sum", "Loi du 18 avril 2004, art. 1-5", "verified"],
  ],
  de: [
    ["rate", "BGB §§ 247, 288 II", "verified"],
    ["first-day", "BGB § 286", "verified"],
    ["fixed-sum", "BGB § 288 V", "verified"],
  ],
  "de-consumer": [
    ["rate", "BGB §§ 247, 288 I", "verified"],
    ["first-day", "BGB § 286", "verified"],
    ["fixed-sum", "BGB § 288 V", "verified"],
  ],
  es: [
    ["rate", "Ley 3/2004, art. 7", "memory"],
    ["first-day", "Ley 3/2004", "memory"],
    ["fixed-sum", "Ley 3/2004, art. 8", "memory"],
  ],
  it: [
    ["rate", "D.Lgs. 231/2002, art. 5", "verified"],
    ["first-day", "D.Lgs. 231/2002", "memory"],
    ["fixed-sum", "D.Lgs. 231/2002, art. 6", "memory"],
  ],
  nl: [
    ["rate", "BW 6:119a, 6:120", "verified"],
    ["first-day", "BW 6:119a", "verified"],
    ["fixed-sum", "BW 6:96", "memory"],
  ],
  ie: [
    ["rate", "S.I. 580/2012", "verified"],
    ["first-day", "S.I. 580/2012", "verified"],
    ["one-rate", "S.I. 580/2012", "verified"],
    ["fixed-sum", "S.I. 580/2012", "memory"],
  ],
  uk: [
    ["rate", "Late Payment of Commercial Debts (Interest) Act 1998", "verified"],
    ["first-day", "Late Payment of Commercial Debts (Interest) Act 1998", "verified"],
    ["one-rate", "Late Payment of Commercial Debts (Interest) Act 1998", "secondary"],
    ["fixed-sum", "Late Payment of Commercial Debts (Interest) Act 1998", "verified"],
  ],
};

const EACH_INVOICE: Row = ["fixed-sum-each-invoice", "CJEU, 20 October 2022, C-585/20", "verified"];

const isFrench = (regime: LateRegime): boolean => regime.slice(0, 3) === "fr-";

/** British and Irish official examples divide by 365; French practice was read, no text; elsewhere nothing was. */
const yearRule = ({ regime, basis }: StatementTerms): Row => {
  if (isFrench(regime)) return ["year", "", "secondary"];
  if (basis === "act/365" && regime === "uk")
    return ["year", "Late Payment of Commercial Debts (Interest) Act 1998", "verified"];
  if (basis === "act/365" && regime === "ie") return ["year", "S.I. 580/2012", "verified"];
  return ["year", "", "unknown"];
};

/** Where simple interest was read; of the other laws nothing was. */
const SIMPLE: Readonly<Partial<Record<LateRegime, Row>>> = {
  de: ["simple", "BGB § 289", "secondary"],
  "de-consumer": ["simple", "BGB § 289", "secondary"],
  lu: ["simple", "Loi du 18 avril 2004, art. 1-5", "verified"],
  uk: ["simple", "Late Payment of Commercial Debts (Interest) Act 1998", "verified"],
};

const simpleRule = (regime: LateRegime): Row =>
  isFrench(regime)
    ? ["simple", "C. civ. 1343-2", "verified"]
    : (SIMPLE[regime] ?? ["simple", "", "unknown"]);

/** Every rule that a statement on these terms rests on, in the order of reading, each with its mark. */
export const rulesOf = (terms: StatementTerms): readonly LawRule[] => {
  const { regime, contractRate, allocation } = terms;
  const { frozen, start } = REGIMES[regime];
  const rows: Row[] = [];
  for (const row of REGIME_RULES[regime])
    if (row[0] !== "rate" || contractRate === null) rows.push(row);
  if (contractRate !== null)
    rows.push(
      regime === "fr-b2b"
        ? ["contract-rate", "C. com. L441-10 II", "verified"]
        : ["contract-rate", "", "unknown"],
    );
  if (start === "due" && regime !== "uk") rows.push(EACH_INVOICE);
  if (frozen === null && contractRate === null) rows.push(["split", "", "unknown"]);
  rows.push(yearRule(terms));
  rows.push(simpleRule(regime));
  // A judgment of 2022: no law of the United Kingdom.
  if (start === "due")
    rows.push(
      regime === "uk" ? ["tax-included", "", "unknown"] : ["tax-included", "C-585/20", "secondary"],
    );
  if (allocation === "interest-first")
    rows.push([
      "interest-first",
      isFrench(regime) ? "C. civ. 1343-1" : "",
      isFrench(regime) ? "verified" : "unknown",
    ]);
  return rows.map(([rule, text, mark]) => ({ rule, text, mark }));
};
