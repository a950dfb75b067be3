import type { Cited, Mark } from "./marks.ts";
import type { ConditionId } from "./routes-conditions.ts";
import type { CostPart } from "./routes-costs.ts";
import {
  CONTRIBUTION,
  LAWYER,
  LEGAL_AID,
  LEGAL_AID_OF_ORDER,
  NOT_HELD,
  NOVEMBER,
  SEPTEMBER,
  civilCourt,
  cost,
  courtIs,
} from "./routes-costs.ts";
import type { FileItem, Forum, RouteFacts } from "./routes-facts.ts";

/** Every route, in the order in which they are shown: amicable ones, a title, a judge, special grounds. */
export const ROUTE_IDS = [
  "mediator-of-enterprises",
  "conciliator",
  "simplified-recovery",
  "uncontested-commercial",
  "payment-order",
  "interim-payment",
  "writ",
  "european-payment-order",
  "european-small-claims",
  "administrative-interim-payment",
  "prefect-payment",
  "claim-declaration",
  "unpaid-cheque",
  "bill-of-exchange",
  "precautionary-seizure",
  "business-sale-opposition",
  "subcontractor-direct-action",
] as const;
export type RouteId = (typeof ROUTE_IDS)[number];

export const DELAY_IDS = [
  "answer-in-one-month",
  "about-six-weeks",
  "order-then-one-month",
  "weeks",
  "months",
  "thirty-days-to-oppose",
  "two-months-from-publication",
  "thirty-then-fifteen-days",
  "ten-days-from-publication",
  "payment-time-first",
  "delay-not-held",
] as const;
export type DelayId = (typeof DELAY_IDS)[number];

export type RouteDelay = { readonly id: DelayId; readonly mark: Mark };

export type Availability = "available" | "not-yet" | "unknown";

export type Route = {
  readonly cited: Cited;
  readonly availability: Availability;
  readonly forum: (facts: RouteFacts) => Forum;
  readonly conditions: readonly ConditionId[];
  readonly file: readonly FileItem[];
  readonly costs: readonly CostPart[];
  readonly delay: RouteDelay;
};

const cited = (text: string, mark: Mark): Cited => ({ text, mark });
const delay = (id: DelayId, mark: Mark): RouteDelay => ({ id, mark });
const always = (forum: Forum) => (): Forum => forum;
/** What every court looks at first. */
const SUED: readonly ConditionId[] = [
  "claim-due",
  "limitation-open",
  "no-stopping-insolvency",
  "not-assigned",
];
/** What a court wants to see of an unpaid invoice. */
const FULL_FILE: readonly FileItem[] = [
  "order-proof",
  "terms",
  "delivery-proof",
  "invoice",
  "exchanges",
  "formal-notice",
  "notice-proof",
  "statement",
  "register-extract",
];

export const ROUTES: Readonly<Record<RouteId, Route>> = {
  "mediator-of-enterprises": {
    cited: cited("C. civ. 2238", "verified"),
    availability: "available",
    forum: always("mediator"),
    conditions: ["debtor-professional", "limitation-open", "not-assigned"],
    file: ["order-proof", "invoice", "exchanges"],
    costs: [cost("free", "secondary")],
    delay: delay("delay-not-held", "unknown"),
  },
  conciliator: {
    cited: cited("CPC 750-1, C. civ. 2238", "verified"),
    availability: "available",
    forum: always("conciliator"),
    conditions: ["debtor-not-public", "limitation-open", "not-assigned"],
    file: ["order-proof", "invoice", "exchanges"],
    costs: [cost("free", "memory")],
    delay: delay("delay-not-held", "unknown"),
  },
  "simplified-recovery": {
    cited: cited("CPCE L125-1, R125-1 à R125-8", "verified"),
    availability: "available",
    forum: always("commissaire"),
    conditions: [
      "total-at-most-5000",
      "contract-claim",
      "not-between-traders",
      "debtor-in-france",
      "debtor-not-public",
      ...SUED,
    ],
    file: ["order-proof", "invoice", "statement", "register-extract"],
    costs: [cost("all-on-creditor", "verified"), NOT_HELD],
    delay: delay("answer-in-one-month", "verified"),
  },
  "uncontested-commercial": {
    cited: cited("CPCE L126-1 à L126-5 (loi 2026-307)", "secondary"),
    availability: "not-yet",
    forum: always("commissaire"),
    conditions: [
      "decree-published",
      "between-traders",
      "amount-determined",
      "not-disputed",
      ...SUED,
    ],
    file: ["order-proof", "delivery-proof", "invoice", "statement", "register-extract"],
    costs: [cost("tariff-not-published", "unknown")],
    delay: delay("about-six-weeks", "secondary"),
  },
  "payment-order": {
    cited: cited("CPC 1405 à 1425", "verified"),
    availability: "available",
    forum: civilCourt,
    conditions: [
      "contract-claim",
      "amount-determined",
      "not-disputed",
      "debtor-in-france",
      "debtor-not-public",
      ...SUED,
    ],
    file: FULL_FILE,
    costs: [
      {
        ...cost("commercial-clerk-fees", "secondary", NOVEMBER),
        applies: courtIs("commercial-court"),
      },
      {
        ...cost("judicial-no-clerk-fees", "verified", SEPTEMBER),
        applies: courtIs("judicial-court"),
      },
      cost("order-service-fees", "secondary", NOVEMBER),
      CONTRIBUTION,
      LEGAL_AID_OF_ORDER,
    ],
    delay: delay("order-then-one-month", "secondary"),
  },
  "interim-payment": {
    cited: cited("CPC 873 al. 2, 835 al. 2", "verified"),
    availability: "available",
    forum: civilCourt,
    conditions: [
      "not-seriously-disputable",
      "amount-determined",
      "debtor-in-france",
      "debtor-not-public",
      ...SUED,
    ],
    file: FULL_FILE,
    costs: [cost("commissaire-and-clerk", "unknown"), LAWYER, CONTRIBUTION, LEGAL_AID],
    delay: delay("weeks", "secondary"),
  },
  writ: {
    cited: cited("CPC 54, 56, 750-1, 853, 761", "verified"),
    availability: "available",
    forum: civilCourt,
    conditions: [
      "prior-amicable-attempt",
      "amount-determined",
      "debtor-in-france",
      "debtor-not-public",
      ...SUED,
    ],
    file: [...FULL_FILE, "amicable-attempt"],
    costs: [
      cost("commissaire-and-clerk", "unknown"),
      LAWYER,
      cost("costs-may-be-claimed", "verified"),
      CONTRIBUTION,
      LEGAL_AID,
    ],
    delay: delay("months", "secondary"),
  },
  "european-payment-order": {
    cited: cited("Règlement (CE) 1896/2006, CPC 1424-5", "verified"),
    availability: "available",
    forum: civilCourt,
    conditions: [
      "cross-border-in-eu",
      "amount-determined",
      "not-disputed",
      "debtor-not-public",
      ...SUED,
    ],
    file: FULL_FILE,
    costs: [cost("european-order-free", "verified")],
    delay: delay("thirty-days-to-oppose", "memory"),
  },
  "european-small-claims": {
    cited: cited("Règlement (CE) 861/2007, CPC 1382", "verified"),
    availability: "available",
    forum: civilCourt,
    conditions: ["cross-border-in-eu", "principal-at-most-5000", "debtor-not-public", ...SUED],
    file: FULL_FILE,
    costs: [cost("low-cost", "secondary")],
    delay: delay("delay-not-held", "unknown"),
  },
  "administrative-interim-payment": {
    cited: cited("CJA R541-1", "memory"),
    availability: "available",
    forum: always("administrative-court"),
    conditions: [
      "debtor-public",
      "public-contract",
      "not-seriously-disputable",
      "claim-due",
      "limitation-open",
      "not-assigned",
    ],
    file: ["order-proof", "delivery-proof", "invoice", "payment-request", "exchanges", "statement"],
    costs: [NOT_HELD],
    delay: delay("delay-not-held", "unknown"),
  },
  "prefect-payment": {
    cited: cited("CGCT L1612-18", "verified"),
    availability: "available",
    forum: always("prefect"),
    conditions: ["debtor-public", "claim-due", "not-disputed", "limitation-open", "not-assigned"],
    file: ["order-proof", "delivery-proof", "invoice", "payment-request", "statement"],
    costs: [NOT_HELD],
    delay: delay("payment-time-first", "verified"),
  },
  "claim-declaration": {
    cited: cited("C. com. R622-24", "verified"),
    availability: "available",
    forum: always("insolvency-practitioner"),
    conditions: [
      "insolvency-opened",
      "claim-before-judgment",
      "declaration-time-open",
      "not-assigned",
    ],
    file: ["insolvency-publication", "order-proof", "delivery-proof", "invoice", "statement"],
    costs: [cost("free", "secondary")],
    delay: delay("two-months-from-publication", "verified"),
  },
  "unpaid-cheque": {
    cited: cited("CMF L131-73", "verified"),
    availability: "available",
    forum: always("commissaire"),
    conditions: ["unpaid-cheque-held", "no-stopping-insolvency", "not-assigned"],
    file: ["cheque", "non-payment-certificate"],
    costs: [NOT_HELD],
    delay: delay("thirty-then-fifteen-days", "verified"),
  },
  "bill-of-exchange": {
    cited: cited("CPC 1405", "verified"),
    availability: "available",
    forum: civilCourt,
    conditions: ["bill-held", ...SUED],
    file: ["bill", "invoice", "statement"],
    costs: [NOT_HELD],
    delay: delay("delay-not-held", "unknown"),
  },
  "precautionary-seizure": {
    cited: cited("CPCE L511-1", "memory"),
    availability: "available",
    forum: always("enforcement-judge"),
    conditions: [
      "recovery-threatened",
      "debtor-not-public",
      "limitation-open",
      "no-stopping-insolvency",
      "not-assigned",
    ],
    file: FULL_FILE,
    costs: [NOT_HELD],
    delay: delay("delay-not-held", "unknown"),
  },
  "business-sale-opposition": {
    cited: cited("C. com. L141-14", "secondary"),
    availability: "available",
    forum: always("commissaire"),
    conditions: ["sale-published", "sale-time-open", "limitation-open", "not-assigned"],
    file: ["sale-publication", "invoice", "statement"],
    costs: [NOT_HELD],
    delay: delay("ten-days-from-publication", "secondary"),
  },
  "subcontractor-direct-action": {
    cited: cited("Loi 75-1334, art. 12", "verified"),
    availability: "available",
    forum: always("client-of-works"),
    conditions: ["subcontract-of-works", "notice-presented", "limitation-open", "not-assigned"],
    file: ["order-proof", "delivery-proof", "invoice", "formal-notice", "notice-proof"],
    costs: [NOT_HELD],
    delay: delay("delay-not-held", "unknown"),
  },
};
