import { describe, expect, it } from "vitest";
import { dateOf } from "#shared/kernel/calendar.ts";
import type { ConditionId, Outcome } from "#shared/law/routes-conditions.ts";
import { CONDITIONS, CONDITION_IDS } from "#shared/law/routes-conditions.ts";
import { ROUTES, ROUTE_IDS } from "#shared/law/routes-data.ts";
import type { RouteId } from "#shared/law/routes-data.ts";
import type { RouteFacts } from "#shared/law/routes-facts.ts";
import { DOCUMENT_KINDS, courtOf } from "#shared/law/routes-facts.ts";
import type { RouteView } from "#shared/law/routes.ts";
import { routesOf } from "#shared/law/routes.ts";

const NOTHING_KNOWN: RouteFacts = {
  today: dateOf("2026-11-20"),
  debtor: null,
  debtorTrader: null,
  creditor: null,
  debtorCountry: null,
  creditorCountry: null,
  creditorOutsideMainland: null,
  creditorEmployees: null,
  amount: null,
  disputed: null,
  overdue: null,
  contractual: null,
  bornOn: null,
  limitationLastOn: null,
  insolvency: null,
  judgmentOn: null,
  insolvencyPublishedOn: null,
  noticePresentedOn: null,
  documents: null,
  securities: null,
  assigned: null,
  amicableAttempt: null,
  publicContract: null,
  salePublishedOn: null,
  subcontract: null,
  recoveryThreatened: null,
  calendar: { country: "FR", alsaceMoselle: false, closures: [] },
};
const facts = (more: Partial<RouteFacts>): RouteFacts => ({ ...NOTHING_KNOWN, ...more });
const euros = (principal: number, interest = 0) => ({
  principal: principal * 100,
  interest: interest * 100,
  currency: "EUR" as const,
});
const viewOf = (id: RouteId, more: Partial<RouteFacts>): RouteView | undefined =>
  routesOf(facts(more)).find((view) => view.id === id);
const costsOf = (id: RouteId, more: Partial<RouteFacts>) =>
  viewOf(id, more)?.costs.map((cost) => `${cost.id} ${cost.applies}`);

const business = { debtor: "business", debtorTrader: true } as const;
const day = dateOf;

/** For each condition: facts that meet it, that do not, and facts that leave it open beyond knowing nothing. */
const TABLE: readonly (readonly [ConditionId, Outcome, Partial<RouteFacts>])[] = [
  ["claim-due", "met", { overdue: true }],
  ["claim-due", "not-met", { overdue: false }],
  ["contract-claim", "met", { contractual: true }],
  ["contract-claim", "not-met", { contractual: false }],
  ["amount-determined", "met", { amount: euros(1) }],
  ["amount-determined", "not-met", { amount: euros(0) }],
  ["total-at-most-5000", "met", { amount: euros(4900, 100) }],
  ["total-at-most-5000", "not-met", { amount: euros(4900, 101) }],
  ["total-at-most-5000", "unknown", { amount: { ...euros(10), currency: "USD" } }],
  ["principal-at-most-5000", "met", { amount: euros(5000, 900) }],
  ["principal-at-most-5000", "not-met", { amount: euros(5001) }],
  ["between-traders", "met", { ...business, creditor: "trader" }],
  ["between-traders", "not-met", { debtor: "consumer" }],
  ["between-traders", "not-met", { creditor: "civil" }],
  ["between-traders", "unknown", { ...business }],
  ["not-between-traders", "met", { debtor: "non-professional", creditor: "trader" }],
  ["not-between-traders", "met", { debtor: "business", debtorTrader: false }],
  ["not-between-traders", "not-met", { ...business, creditor: "trader" }],
  ["not-between-traders", "unknown", { debtor: "business", creditor: "trader" }],
  ["not-disputed", "met", { disputed: 0 }],
  ["not-disputed", "not-met", { disputed: 100 }],
  ["not-seriously-disputable", "met", { disputed: 0 }],
  ["not-seriously-disputable", "unknown", { disputed: 100 }],
  ["debtor-in-france", "met", { debtorCountry: "FR" }],
  ["debtor-in-france", "not-met", { debtorCountry: "BE" }],
  ["cross-border-in-eu", "met", { debtorCountry: "BE", creditorCountry: "FR" }],
  ["cross-border-in-eu", "not-met", { debtorCountry: "DK", creditorCountry: "FR" }],
  ["cross-border-in-eu", "not-met", { debtorCountry: "FR", creditorCountry: "FR" }],
  ["cross-border-in-eu", "not-met", { debtorCountry: "GB" }],
  ["cross-border-in-eu", "unknown", { debtorCountry: "BE" }],
  ["debtor-professional", "met", { debtor: "public" }],
  ["debtor-professional", "not-met", { debtor: "consumer" }],
  ["debtor-public", "met", { debtor: "public" }],
  ["debtor-public", "not-met", { debtor: "business" }],
  ["debtor-not-public", "met", { debtor: "business" }],
  ["debtor-not-public", "not-met", { debtor: "public" }],
  ["public-contract", "met", { publicContract: true }],
  ["public-contract", "not-met", { publicContract: false }],
  ["limitation-open", "met", { limitationLastOn: day("2026-11-20") }],
  ["limitation-open", "not-met", { limitationLastOn: day("2026-11-19") }],
  ["no-stopping-insolvency", "met", { insolvency: "none" }],
  [
    "no-stopping-insolvency",
    "not-met",
    { insolvency: "over-indebtedness", bornOn: day("2026-01-01"), judgmentOn: day("2026-02-01") },
  ],
  [
    "no-stopping-insolvency",
    "not-met",
    { insolvency: "receivership", bornOn: day("2026-01-01"), judgmentOn: day("2026-02-01") },
  ],
  [
    "no-stopping-insolvency",
    "met",
    { insolvency: "receivership", bornOn: day("2026-03-01"), judgmentOn: day("2026-02-01") },
  ],
  ["no-stopping-insolvency", "unknown", { insolvency: "liquidation" }],
  ["no-stopping-insolvency", "unknown", { insolvency: "conciliation" }],
  ["insolvency-opened", "met", { insolvency: "safeguard" }],
  ["insolvency-opened", "met", { insolvency: "receivership" }],
  ["insolvency-opened", "met", { insolvency: "liquidation" }],
  ["insolvency-opened", "not-met", { insolvency: "conciliation" }],
  ["insolvency-opened", "not-met", { insolvency: "none" }],
  ["claim-before-judgment", "met", { bornOn: day("2026-01-31"), judgmentOn: day("2026-02-01") }],
  [
    "claim-before-judgment",
    "not-met",
    { bornOn: day("2026-02-02"), judgmentOn: day("2026-02-01") },
  ],
  [
    "claim-before-judgment",
    "unknown",
    { bornOn: day("2026-02-01"), judgmentOn: day("2026-02-01") },
  ],
  [
    "declaration-time-open",
    "met",
    { insolvencyPublishedOn: day("2026-09-20"), creditorOutsideMainland: false },
  ],
  [
    "declaration-time-open",
    "not-met",
    { insolvencyPublishedOn: day("2026-09-18"), creditorOutsideMainland: false },
  ],
  [
    "declaration-time-open",
    "met",
    { insolvencyPublishedOn: day("2026-09-18"), creditorOutsideMainland: true },
  ],
  ["declaration-time-open", "met", { insolvencyPublishedOn: day("2026-10-20") }],
  ["declaration-time-open", "not-met", { insolvencyPublishedOn: day("2026-07-01") }],
  ["declaration-time-open", "unknown", { insolvencyPublishedOn: day("2026-09-18") }],
  ["not-assigned", "met", { assigned: false }],
  ["not-assigned", "not-met", { assigned: true }],
  ["prior-amicable-attempt", "met", { ...business }],
  ["prior-amicable-attempt", "met", { debtor: "consumer", amount: euros(5001) }],
  [
    "prior-amicable-attempt",
    "met",
    { debtor: "consumer", amount: euros(900), amicableAttempt: true },
  ],
  [
    "prior-amicable-attempt",
    "not-met",
    { debtor: "consumer", amount: euros(900), amicableAttempt: false },
  ],
  ["prior-amicable-attempt", "unknown", { debtor: "consumer", amount: euros(900) }],
  [
    "prior-amicable-attempt",
    "unknown",
    { debtor: "business", amount: euros(900), amicableAttempt: false },
  ],
  ["notice-presented", "met", { noticePresentedOn: day("2026-10-01") }],
  ["notice-presented", "not-met", { noticePresentedOn: "none" }],
  ["unpaid-cheque-held", "met", { securities: ["unpaid-cheque"] }],
  ["unpaid-cheque-held", "not-met", { securities: ["bill"] }],
  ["bill-held", "met", { securities: ["bill"] }],
  ["bill-held", "not-met", { securities: [] }],
  ["sale-published", "met", { salePublishedOn: day("2026-11-02") }],
  ["sale-published", "not-met", { salePublishedOn: "none" }],
  ["sale-time-open", "met", { salePublishedOn: day("2026-11-10") }],
  ["sale-time-open", "not-met", { salePublishedOn: day("2026-11-09") }],
  ["sale-time-open", "not-met", { salePublishedOn: "none" }],
  ["subcontract-of-works", "met", { subcontract: true }],
  ["subcontract-of-works", "not-met", { subcontract: false }],
  ["recovery-threatened", "met", { recoveryThreatened: true }],
  ["recovery-threatened", "not-met", { recoveryThreatened: false }],
];

/** No fact settles these the other way: a judge says how serious a dispute is, and the decree is not known. */
const NEVER: readonly (readonly [ConditionId, Outcome])[] = [
  ["not-seriously-disputable", "not-met"],
  ["decree-published", "met"],
  ["decree-published", "not-met"],
];

describe("a condition of a route", () => {
  it.each(TABLE)("%s is %s", (id, outcome, known) => {
    expect(CONDITIONS[id].evaluate(facts(known))).toBe(outcome);
  });

  it.each(CONDITION_IDS)("%s cites its text and is unknown where nothing is known", (id) => {
    expect(CONDITIONS[id].cited.text).not.toBe("");
    expect(CONDITIONS[id].evaluate(NOTHING_KNOWN)).toBe("unknown");
  });

  it("is tried both ways above, save the few that no fact can settle", () => {
    const tried = new Set([...TABLE, ...NEVER].map(([id, outcome]) => `${id} ${outcome}`));
    const untried = CONDITION_IDS.flatMap((id) => [`${id} met`, `${id} not-met`]).filter(
      (pair) => !tried.has(pair),
    );
    expect(untried).toEqual([]);
  });
});

describe("the routes", () => {
  it("are always all of them, in one order, whatever is known", () => {
    const ids = (of: Partial<RouteFacts>) => routesOf(facts(of)).map(({ id }) => id);
    expect(ids({})).toEqual(ROUTE_IDS);
    expect(ids({ ...business, insolvency: "liquidation", assigned: true })).toEqual(ROUTE_IDS);
  });

  it.each(ROUTE_IDS)("%s has a text, conditions, a file, a cost and a delay", (id) => {
    const route = ROUTES[id];
    expect(route.cited.text).not.toBe("");
    expect(route.conditions.length).toBeGreaterThan(0);
    expect(new Set(route.conditions).size).toBe(route.conditions.length);
    expect(route.file.length).toBeGreaterThan(0);
    expect(route.costs.length).toBeGreaterThan(0);
    expect(route.delay.id).not.toBe("");
  });

  it("use every condition", () => {
    const used = new Set(ROUTE_IDS.flatMap((id) => ROUTES[id].conditions));
    expect(CONDITION_IDS.filter((id) => !used.has(id))).toEqual([]);
  });

  it.each<readonly [Partial<RouteFacts>, string]>([
    [{ ...business }, "commercial-court"],
    [{ debtor: "business", debtorTrader: false }, "judicial-court"],
    [{ debtor: "business" }, "commercial-or-judicial"],
    [{}, "commercial-or-judicial"],
    [{ debtor: "consumer" }, "judicial-court"],
    [{ debtor: "non-professional" }, "judicial-court"],
    [{ debtor: "public" }, "administrative-court"],
  ])("of %j go to %s", (known, forum) => {
    expect(courtOf(facts(known))).toBe(forum);
  });

  it("say that the new commercial procedure is not open yet, its decree unknown", () => {
    const view = viewOf("uncontested-commercial", { ...business, creditor: "trader" });
    expect(view?.availability).toBe("not-yet");
    expect(view?.conditions[0]).toMatchObject({ id: "decree-published", outcome: "unknown" });
    expect(view?.cited.mark).toBe("secondary");
  });

  it("say that the small-claims recovery leaves out invoices between traders", () => {
    const view = viewOf("simplified-recovery", {
      ...business,
      creditor: "trader",
      amount: euros(900),
    });
    expect(view?.conditions.find(({ id }) => id === "not-between-traders")).toMatchObject({
      outcome: "not-met",
      cited: { text: "CPCE L125-1 (loi 2026-307)", mark: "secondary" },
    });
  });

  it("name what the file is known to lack, an order being proved by any of three documents", () => {
    const has = viewOf("claim-declaration", { documents: ["purchase-order", "invoice"] });
    expect(has?.lacks).toEqual(["insolvency-publication", "delivery-proof", "statement"]);
    const whole = viewOf("payment-order", { documents: DOCUMENT_KINDS });
    expect(whole?.lacks).toEqual([]);
    const unknown = viewOf("payment-order", {});
    expect(unknown?.lacks).toEqual([]);
    expect(unknown?.file.every(({ present }) => present === null)).toBe(true);
    expect(viewOf("payment-order", { documents: [] })?.lacks).toEqual(ROUTES["payment-order"].file);
  });

  it("give the costs of the court that the claim goes to", () => {
    expect(costsOf("payment-order", { ...business, amount: euros(1200) })).toEqual([
      "commercial-clerk-fees met",
      "order-service-fees met",
    ]);
    expect(costsOf("payment-order", { debtor: "consumer", amount: euros(1200) })).toEqual([
      "judicial-no-clerk-fees met",
      "order-service-fees met",
      "legal-aid-contribution unknown",
    ]);
    expect(costsOf("payment-order", { debtor: "business", amount: euros(1200) })).toEqual([
      "commercial-clerk-fees unknown",
      "judicial-no-clerk-fees unknown",
      "order-service-fees met",
      "legal-aid-contribution unknown",
    ]);
  });

  it("ask for a lawyer above EUR 10,000, and for the contribution of large claimants alone", () => {
    const large = { ...business, amount: euros(60_000) };
    expect(costsOf("interim-payment", { ...large, creditorEmployees: 250 })).toEqual([
      "commissaire-and-clerk met",
      "lawyer-above-10000 met",
      "economic-justice-contribution unknown",
    ]);
    expect(costsOf("interim-payment", { ...large, creditorEmployees: 249 })).toEqual([
      "commissaire-and-clerk met",
      "lawyer-above-10000 met",
    ]);
    expect(costsOf("interim-payment", { debtor: "consumer", amount: euros(10_000) })).toEqual([
      "commissaire-and-clerk met",
      "legal-aid-contribution met",
    ]);
    expect(costsOf("writ", { ...business })).toContain("lawyer-above-10000 unknown");
  });
});
