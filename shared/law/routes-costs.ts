import type { CalendarDate } from "#shared/kernel/calendar.ts";
import { dateOf } from "#shared/kernel/calendar.ts";
import type { Mark } from "./marks.ts";
import type { Outcome } from "./routes-conditions.ts";
import type { Forum, RouteFacts } from "./routes-facts.ts";
import { courtOf } from "./routes-facts.ts";

export const COST_IDS = [
  "free",
  "all-on-creditor",
  "tariff-not-published",
  "commercial-clerk-fees",
  "judicial-no-clerk-fees",
  "order-service-fees",
  "commissaire-and-clerk",
  "lawyer-above-10000",
  "costs-may-be-claimed",
  "economic-justice-contribution",
  "legal-aid-contribution",
  "european-order-free",
  "low-cost",
  "amount-not-held",
] as const;
export type CostId = (typeof COST_IDS)[number];

/** A cost, worded by its id; an amount in it is of that day and shown with "≈". `applies` null: always. */
export type CostPart = {
  readonly id: CostId;
  readonly mark: Mark;
  readonly asOf: CalendarDate | null;
  readonly applies: ((facts: RouteFacts) => Outcome) | null;
};

/** The private court: a public debtor has routes of its own. */
export const civilCourt = (facts: RouteFacts): Forum =>
  courtOf({ ...facts, debtor: facts.debtor === "public" ? null : facts.debtor });

export const cost = (id: CostId, mark: Mark, asOf: CalendarDate | null = null): CostPart => ({
  id,
  mark,
  asOf,
  applies: null,
});

export const NOVEMBER = dateOf("2026-11-21");
export const SEPTEMBER = dateOf("2026-09-01");
const LAWYER_ABOVE_EUR_CENTS = 1_000_000;
const CONTRIBUTION_ABOVE_EUR_CENTS = 5_000_000;
const CONTRIBUTION_EMPLOYEES = 250;

const above = (facts: RouteFacts, minor: number): Outcome => {
  const { amount } = facts;
  if (amount === null || amount.currency !== "EUR") return "unknown";
  return amount.principal + amount.interest > minor ? "met" : "not-met";
};

export const courtIs =
  (forum: "commercial-court" | "judicial-court") =>
  (facts: RouteFacts): Outcome => {
    const court = civilCourt(facts);
    return court === "commercial-or-judicial" ? "unknown" : court === forum ? "met" : "not-met";
  };

/** All must be met; one that is not settles it, else one unknown does. */
const both = (a: Outcome, b: Outcome): Outcome =>
  a === "not-met" || b === "not-met"
    ? "not-met"
    : a === "unknown" || b === "unknown"
      ? "unknown"
      : "met";

export const LAWYER: CostPart = {
  id: "lawyer-above-10000",
  mark: "verified",
  asOf: null,
  applies: (facts) => above(facts, LAWYER_ABOVE_EUR_CENTS),
};
/** Only in the twelve economic-activities courts, and by turnover and profit too: never more than not known here. */
export const CONTRIBUTION: CostPart = {
  id: "economic-justice-contribution",
  mark: "secondary",
  asOf: NOVEMBER,
  applies: (facts) => {
    const { creditorEmployees } = facts;
    const large =
      creditorEmployees === null || creditorEmployees >= CONTRIBUTION_EMPLOYEES
        ? "unknown"
        : "not-met";
    return both(
      both(courtIs("commercial-court")(facts), above(facts, CONTRIBUTION_ABOVE_EUR_CENTS)),
      large,
    );
  },
};
export const LEGAL_AID: CostPart = {
  id: "legal-aid-contribution",
  mark: "secondary",
  asOf: NOVEMBER,
  applies: courtIs("judicial-court"),
};
/** Whether an order for payment owes it is not settled. */
export const LEGAL_AID_OF_ORDER: CostPart = {
  ...LEGAL_AID,
  mark: "unknown",
  applies: (facts) => both(courtIs("judicial-court")(facts), "unknown"),
};
export const NOT_HELD = cost("amount-not-held", "unknown");
