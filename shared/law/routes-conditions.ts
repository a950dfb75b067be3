import { claimDeclarationOf, deadlineOf } from "./deadlines.ts";
import { stopsClaim } from "./insolvency.ts";
import type { Cited, Mark } from "./marks.ts";
import type { RouteFacts } from "./routes-facts.ts";
import { courtOf, isTraderDebtor } from "./routes-facts.ts";

export type Outcome = "met" | "not-met" | "unknown";

export const CONDITION_IDS = [
  "claim-due",
  "contract-claim",
  "amount-determined",
  "total-at-most-5000",
  "principal-at-most-5000",
  "between-traders",
  "not-between-traders",
  "not-disputed",
  "not-seriously-disputable",
  "debtor-in-france",
  "cross-border-in-eu",
  "debtor-professional",
  "debtor-public",
  "debtor-not-public",
  "public-contract",
  "limitation-open",
  "no-stopping-insolvency",
  "insolvency-opened",
  "claim-before-judgment",
  "declaration-time-open",
  "not-assigned",
  "prior-amicable-attempt",
  "notice-presented",
  "unpaid-cheque-held",
  "bill-held",
  "sale-published",
  "sale-time-open",
  "subcontract-of-works",
  "recovery-threatened",
  "decree-published",
] as const;
export type ConditionId = (typeof CONDITION_IDS)[number];

/** One criterion of law and how the facts of a claim stand to it. */
export type Condition = {
  readonly cited: Cited;
  readonly evaluate: (facts: RouteFacts) => Outcome;
};

const SMALL_CLAIM_EUR_CENTS = 500_000;

/** The European Union without Denmark, where neither European procedure applies. */
const EU_WITHOUT_DENMARK =
  "AT BE BG CY CZ DE EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK".split(" ");

const tri = (known: boolean | null): Outcome =>
  known === null ? "unknown" : known ? "met" : "not-met";

const not = (known: boolean | null): boolean | null => (known === null ? null : !known);

/** Whether an amount in euros is at most a limit; another currency is not compared. */
const atMost = (facts: RouteFacts, minor: number, withInterest: boolean): boolean | null => {
  const { amount } = facts;
  if (amount === null || amount.currency !== "EUR") return null;
  return amount.principal + (withInterest ? amount.interest : 0) <= minor;
};

const betweenTraders = (facts: RouteFacts): boolean | null => {
  const debtor = isTraderDebtor(facts);
  if (debtor === false || facts.creditor === "civil") return false;
  return debtor === null || facts.creditor === null ? null : true;
};

const crossBorder = ({ creditorCountry, debtorCountry }: RouteFacts): boolean | null => {
  if (debtorCountry === null) return null;
  if (!EU_WITHOUT_DENMARK.includes(debtorCountry)) return false;
  return creditorCountry === null ? null : creditorCountry !== debtorCountry;
};

const declarationOpen = (facts: RouteFacts): boolean | null => {
  const openFor = (abroad: boolean): boolean | null => {
    const { lastOn } = claimDeclarationOf(facts.insolvencyPublishedOn, abroad, facts.calendar);
    return lastOn === null ? null : facts.today <= lastOn;
  };
  if (facts.creditorOutsideMainland !== null) return openFor(facts.creditorOutsideMainland);
  // Two months or four: past the first and within the second it is not known which.
  return openFor(false) === openFor(true) ? openFor(false) : null;
};

const condition = (
  text: string,
  mark: Mark,
  known: (facts: RouteFacts) => boolean | null,
): Condition => ({ cited: { text, mark }, evaluate: (facts) => tri(known(facts)) });

export const CONDITIONS: Readonly<Record<ConditionId, Condition>> = {
  "claim-due": condition("C. com. L441-10 II, C. civ. 1344", "verified", (facts) => facts.overdue),
  "contract-claim": condition("CPC 1405, CPCE L125-1", "verified", (facts) => facts.contractual),
  "amount-determined": condition("CPC 1405, 1407", "verified", ({ amount }) =>
    amount === null ? null : amount.principal > 0,
  ),
  "total-at-most-5000": condition("CPCE L125-1, R125-1", "verified", (facts) =>
    atMost(facts, SMALL_CLAIM_EUR_CENTS, true),
  ),
  "principal-at-most-5000": condition("Règlement (CE) 861/2007", "verified", (facts) =>
    atMost(facts, SMALL_CLAIM_EUR_CENTS, false),
  ),
  "between-traders": condition("CPCE L126-1 (loi 2026-307)", "secondary", betweenTraders),
  "not-between-traders": condition("CPCE L125-1 (loi 2026-307)", "secondary", (facts) =>
    not(betweenTraders(facts)),
  ),
  "not-disputed": condition("CPC 1405, 1416", "secondary", ({ disputed }) =>
    disputed === null ? null : disputed === 0,
  ),
  // How serious a dispute is, the judge says: nothing here can.
  "not-seriously-disputable": condition(
    "CPC 873 al. 2, 835 al. 2, CJA R541-1",
    "verified",
    ({ disputed }) => (disputed === 0 ? true : null),
  ),
  "debtor-in-france": condition("CPC 1406", "verified", ({ debtorCountry }) =>
    debtorCountry === null ? null : debtorCountry === "FR",
  ),
  "cross-border-in-eu": condition("Règlements (CE) 1896/2006 et 861/2007", "verified", crossBorder),
  "debtor-professional": condition("Médiateur des entreprises", "memory", ({ debtor }) =>
    debtor === null ? null : debtor === "business" || debtor === "public",
  ),
  "debtor-public": condition("CCP L2192-10", "memory", ({ debtor }) =>
    debtor === null ? null : debtor === "public",
  ),
  "debtor-not-public": condition("CPC 1405, 1406", "memory", ({ debtor }) =>
    debtor === null ? null : debtor !== "public",
  ),
  "public-contract": condition("CJA R541-1", "memory", (facts) => facts.publicContract),
  "limitation-open": condition("C. civ. 2224, C. com. L110-4 I", "verified", (facts) =>
    facts.limitationLastOn === null ? null : facts.today <= facts.limitationLastOn,
  ),
  "no-stopping-insolvency": condition("C. com. L622-7 I, L622-21 I", "secondary", (facts) =>
    facts.insolvency === null || facts.insolvency === "none"
      ? not(facts.insolvency === null ? null : false)
      : not(stopsClaim(facts.insolvency, facts.bornOn, facts.judgmentOn)),
  ),
  "insolvency-opened": condition("C. com. R622-24", "verified", ({ insolvency }) =>
    insolvency === null
      ? null
      : insolvency === "safeguard" || insolvency === "receivership" || insolvency === "liquidation",
  ),
  "claim-before-judgment": condition("C. com. L622-24", "memory", ({ bornOn, judgmentOn }) =>
    bornOn === null || judgmentOn === null || bornOn === judgmentOn ? null : bornOn < judgmentOn,
  ),
  "declaration-time-open": condition("C. com. R622-24", "verified", declarationOpen),
  "not-assigned": condition("CMF L313-23", "memory", (facts) => not(facts.assigned)),
  "prior-amicable-attempt": condition("CPC 750-1", "verified", (facts) => {
    const court = courtOf(facts);
    const small = atMost(facts, SMALL_CLAIM_EUR_CENTS, true);
    if (court === "commercial-court" || court === "administrative-court" || small === false) {
      return true;
    }
    if (facts.amicableAttempt !== false) return facts.amicableAttempt;
    return court === "judicial-court" && small === true ? false : null;
  }),
  "notice-presented": condition("Loi 75-1334, art. 12", "verified", ({ noticePresentedOn }) =>
    noticePresentedOn === null ? null : noticePresentedOn !== "none",
  ),
  "unpaid-cheque-held": condition("CMF L131-73", "verified", ({ securities }) =>
    securities === null ? null : securities.includes("unpaid-cheque"),
  ),
  "bill-held": condition("CPC 1405", "verified", ({ securities }) =>
    securities === null ? null : securities.includes("bill"),
  ),
  "sale-published": condition("C. com. L141-14", "secondary", ({ salePublishedOn }) =>
    salePublishedOn === null ? null : salePublishedOn !== "none",
  ),
  "sale-time-open": condition("C. com. L141-14", "secondary", (facts) => {
    if (facts.salePublishedOn === null) return null;
    if (facts.salePublishedOn === "none") return false;
    const { lastOn } = deadlineOf(
      "business-sale-opposition",
      facts.salePublishedOn,
      facts.calendar,
    );
    return lastOn === null ? null : facts.today <= lastOn;
  }),
  "subcontract-of-works": condition(
    "Loi 75-1334, art. 12",
    "verified",
    (facts) => facts.subcontract,
  ),
  "recovery-threatened": condition("CPCE L511-1", "memory", (facts) => facts.recoveryThreatened),
  // Not published on 16 September 2026; of the time since, nothing is known.
  "decree-published": condition("CPCE L126-5 (loi 2026-307)", "unknown", () => null),
};
