import type { CalendarDate } from "#shared/kernel/calendar.ts";
import type { Currency } from "#shared/kernel/money.ts";
import type { DebtorKind } from "#shared/kernel/parties.ts";
import type { WorkingCalendar } from "./holidays.ts";
import type { InsolvencyState } from "./insolvency.ts";

/** Kinds of document that a file for a court may hold, in the order of a bordereau. */
export const DOCUMENT_KINDS = [
  "contract",
  "signed-quote",
  "purchase-order",
  "terms",
  "delivery-proof",
  "invoice",
  "exchanges",
  "formal-notice",
  "notice-proof",
  "amicable-attempt",
  "statement",
  "register-extract",
  "payment-request",
  "cheque",
  "non-payment-certificate",
  "bill",
  "insolvency-publication",
  "sale-publication",
] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

/** What a file holds as one thing: an order is proved by any of three documents. */
export const FILE_ITEMS = [
  "order-proof",
  "terms",
  "delivery-proof",
  "invoice",
  "exchanges",
  "formal-notice",
  "notice-proof",
  "amicable-attempt",
  "statement",
  "register-extract",
  "payment-request",
  "cheque",
  "non-payment-certificate",
  "bill",
  "insolvency-publication",
  "sale-publication",
] as const;
export type FileItem = (typeof FILE_ITEMS)[number];

/** Securities that open a route. */
export const ROUTE_SECURITIES = ["unpaid-cheque", "bill"] as const;
export type RouteSecurity = (typeof ROUTE_SECURITIES)[number];

/**
 * What is known of one claim on one day. Null is always "not known"; a thing known to be absent is `"none"`, `false`, 0
 * or an empty list. Amounts are minor units.
 */
export type RouteFacts = {
  readonly today: CalendarDate;
  readonly debtor: DebtorKind | null;
  /** Whether the debtor is a trader or a commercial company (a liberal profession, an SCI, a farmer are not). */
  readonly debtorTrader: boolean | null;
  readonly creditor: "trader" | "civil" | null;
  /** ISO 3166 alpha-2. */
  readonly debtorCountry: string | null;
  readonly creditorCountry: string | null;
  readonly creditorOutsideMainland: boolean | null;
  /** Staff of the creditor, for the contribution that large claimants pay. */
  readonly creditorEmployees: number | null;
  readonly amount: {
    readonly principal: number;
    readonly interest: number;
    readonly currency: Currency;
  } | null;
  readonly disputed: number | null;
  readonly overdue: boolean | null;
  /** From a contract or a statute, for a sum that can be worked out (CPC 1405). */
  readonly contractual: boolean | null;
  readonly bornOn: CalendarDate | null;
  readonly limitationLastOn: CalendarDate | null;
  readonly insolvency: InsolvencyState | "none" | null;
  readonly judgmentOn: CalendarDate | null;
  readonly insolvencyPublishedOn: CalendarDate | null;
  /** First presentation of the formal notice, by its proof. */
  readonly noticePresentedOn: CalendarDate | "none" | null;
  readonly documents: readonly DocumentKind[] | null;
  readonly securities: readonly RouteSecurity[] | null;
  readonly assigned: boolean | null;
  /** A conciliation, mediation, participatory procedure or CPCE L125-1 tried before. */
  readonly amicableAttempt: boolean | null;
  readonly publicContract: boolean | null;
  readonly salePublishedOn: CalendarDate | "none" | null;
  /** Whether the creditor worked as the debtor's subcontractor on works for a client. */
  readonly subcontract: boolean | null;
  /** Whether the user holds facts that threaten the recovery. */
  readonly recoveryThreatened: boolean | null;
  /** Days of the court. */
  readonly calendar: WorkingCalendar;
};

/** Where a route is taken. `commercial-or-judicial`: it depends on whether the debtor is a trader, not known. */
export const FORUMS = [
  "commercial-court",
  "judicial-court",
  "commercial-or-judicial",
  "administrative-court",
  "commissaire",
  "insolvency-practitioner",
  "mediator",
  "conciliator",
  "prefect",
  "client-of-works",
  "enforcement-judge",
] as const;
export type Forum = (typeof FORUMS)[number];

/** Whether the debtor is a trader; what is no business is none. */
export const isTraderDebtor = (facts: RouteFacts): boolean | null =>
  facts.debtor === null || facts.debtor === "business" ? facts.debtorTrader : false;

/** The court of a claim by the nature of the debtor: it does not depend on the amount. */
export const courtOf = (facts: RouteFacts): Forum => {
  if (facts.debtor === "public") return "administrative-court";
  const trader = isTraderDebtor(facts);
  return trader === null
    ? "commercial-or-judicial"
    : trader
      ? "commercial-court"
      : "judicial-court";
};
