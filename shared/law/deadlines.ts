import type { CalendarDate } from "#shared/kernel/calendar.ts";
import { dateOf, latest } from "#shared/kernel/calendar.ts";
import type { DebtorKind } from "#shared/kernel/parties.ts";
import type { WorkingCalendar } from "./holidays.ts";
import { openDayFrom, openDayUpTo } from "./holidays.ts";
import type { Cited, Mark } from "./marks.ts";
import type { Period } from "./periods.ts";
import { days, endOfPeriod, months } from "./periods.ts";
import type { LawCountry } from "./regime.ts";

export const DEADLINE_IDS = [
  "claim-declaration",
  "claim-declaration-abroad",
  "relief-from-forfeiture",
  "retention-of-title",
  "order-service",
  "order-service-before-september-2026",
  "order-opposition",
  "order-opposition-not-in-person",
  "order-opposition-notice",
  "order-costs-deposit",
  "order-lawyer",
  "european-order-opposition",
  "simplified-recovery-answer",
  "business-sale-opposition",
  "unpaid-cheque-certificate",
  "unpaid-cheque-payment",
  "formal-notice-time",
  "prefect-referral",
  "public-interest-payment",
] as const;
export type DeadlineId = (typeof DEADLINE_IDS)[number];

/** What happens on the day from which a deadline is counted. */
export const DEADLINE_STARTS = [
  "insolvency-published",
  "order-made",
  "order-served",
  "order-reached-debtor",
  "clerk-letter",
  "sale-published",
  "letter-received",
  "cheque-presented",
  "certificate-served",
  "notice-presented",
  "payment-requested",
  "principal-paid",
] as const;
export type DeadlineStart = (typeof DEADLINE_STARTS)[number];

/**
 * One deadline as data.
 * - `side`: who acts in it, the creditor (`ours`) or the other side (`theirs`: we wait);
 * - `moves`: to the next open day where it ends on none: `procedure` by law (CPC 642), `courtesy` by our own custom,
 *   `no` where no text that Relance holds says so: the earlier day is kept.
 */
export type DeadlineRule = {
  readonly period: Period;
  readonly startsWith: DeadlineStart;
  readonly side: "ours" | "theirs";
  readonly moves: "procedure" | "courtesy" | "no";
  readonly rule: Cited;
};

/**
 * A deadline for one claim. `startOn` null: its first day is not known. `lastOn` null: unknown, or not running yet.
 * `actBy`: the last open day up to `lastOn` for a deadline of ours, so that none ends on a day when no office is open;
 * null for the other side's. `extended`: it was moved off a day that is not open.
 */
export type Deadline = {
  readonly id: DeadlineId;
  readonly startOn: CalendarDate | null;
  readonly lastOn: CalendarDate | null;
  readonly actBy: CalendarDate | null;
  readonly rule: Cited;
  readonly extended: boolean;
};

const cited = (text: string, mark: Mark): Cited => ({ text, mark });

/** The article gives the notice and no number of days: that is what letters of the trade leave. */
const NOTICE_CUSTOM: Cited = cited("C. civ. 1344 (délai d'usage)", "secondary");

/** French deadlines. Those of an insurance policy come from the policy; limitation is in limitation.ts. */
export const DEADLINE_RULES: Readonly<Record<DeadlineId, DeadlineRule>> = {
  "claim-declaration": {
    period: months(2),
    startsWith: "insolvency-published",
    side: "ours",
    moves: "procedure",
    rule: cited("C. com. R622-24", "verified"),
  },
  // Two months more for a creditor outside mainland France.
  "claim-declaration-abroad": {
    period: months(4),
    startsWith: "insolvency-published",
    side: "ours",
    moves: "procedure",
    rule: cited("C. com. R622-24", "verified"),
  },
  "relief-from-forfeiture": {
    period: months(6),
    startsWith: "insolvency-published",
    side: "ours",
    moves: "procedure",
    rule: cited("C. com. L622-26", "secondary"),
  },
  "retention-of-title": {
    period: months(3),
    startsWith: "insolvency-published",
    side: "ours",
    moves: "no",
    rule: cited("C. com. L624-9", "secondary"),
  },
  "order-service": {
    period: months(3),
    startsWith: "order-made",
    side: "ours",
    moves: "procedure",
    rule: cited("CPC 1411, décret 2026-96", "secondary"),
  },
  "order-service-before-september-2026": {
    period: months(6),
    startsWith: "order-made",
    side: "ours",
    moves: "procedure",
    rule: cited("CPC 1411", "verified"),
  },
  "order-opposition": {
    period: months(1),
    startsWith: "order-served",
    side: "theirs",
    moves: "procedure",
    rule: cited("CPC 1416", "verified"),
  },
  "order-opposition-not-in-person": {
    period: months(1),
    startsWith: "order-reached-debtor",
    side: "theirs",
    moves: "procedure",
    rule: cited("CPC 1416", "verified"),
  },
  // No word of an opposition from the clerk within it: the order may be enforced.
  "order-opposition-notice": {
    period: months(2),
    startsWith: "order-served",
    side: "theirs",
    moves: "procedure",
    rule: cited("CPC 1422, décret 2026-96", "secondary"),
  },
  "order-costs-deposit": {
    period: days(15),
    startsWith: "clerk-letter",
    side: "ours",
    moves: "procedure",
    rule: cited("CPC 1425", "verified"),
  },
  "order-lawyer": {
    period: days(15),
    startsWith: "clerk-letter",
    side: "ours",
    moves: "procedure",
    rule: cited("CPC 1418", "verified"),
  },
  "european-order-opposition": {
    period: days(30),
    startsWith: "order-served",
    side: "theirs",
    moves: "procedure",
    rule: cited("Règlement (CE) 1896/2006, art. 16", "memory"),
  },
  "simplified-recovery-answer": {
    period: months(1),
    startsWith: "letter-received",
    side: "theirs",
    moves: "no",
    rule: cited("CPCE L125-1, R125-1", "verified"),
  },
  "business-sale-opposition": {
    period: days(10),
    startsWith: "sale-published",
    side: "ours",
    moves: "no",
    rule: cited("C. com. L141-14", "secondary"),
  },
  "unpaid-cheque-certificate": {
    period: days(30),
    startsWith: "cheque-presented",
    side: "theirs",
    moves: "courtesy",
    rule: cited("CMF L131-73", "verified"),
  },
  "unpaid-cheque-payment": {
    period: days(15),
    startsWith: "certificate-served",
    side: "theirs",
    moves: "courtesy",
    rule: cited("CMF L131-73", "verified"),
  },
  "formal-notice-time": {
    period: days(8),
    startsWith: "notice-presented",
    side: "theirs",
    moves: "courtesy",
    rule: NOTICE_CUSTOM,
  },
  "prefect-referral": {
    period: days(30),
    startsWith: "payment-requested",
    side: "theirs",
    moves: "no",
    rule: cited("CCP R2192-10, CGCT L1612-18", "verified"),
  },
  "public-interest-payment": {
    period: days(45),
    startsWith: "principal-paid",
    side: "theirs",
    moves: "no",
    rule: cited("CCP R2192-36", "verified"),
  },
};

/**
 * A deadline of DEADLINE_RULES counted from a day. `calendar` is that of the court or office (its closures do not
 * count); `period` replaces the rule's own where the user set one, as in a formal notice.
 */
export const deadlineOf = (
  id: DeadlineId,
  startOn: CalendarDate | null,
  calendar: WorkingCalendar,
  period: Period = DEADLINE_RULES[id].period,
): Deadline => {
  const { moves, side, rule } = DEADLINE_RULES[id];
  const end = startOn === null ? null : endOfPeriod(startOn, period);
  if (end === null) return { id, startOn, lastOn: null, actBy: null, rule, extended: false };
  const lastOn = moves === "no" ? end : openDayFrom(end, calendar);
  return {
    id,
    startOn,
    lastOn,
    actBy: side === "ours" ? openDayUpTo(lastOn, calendar) : null,
    rule,
    extended: lastOn !== end,
  };
};

/** Orders of this day or later are served within three months, earlier ones within six (décret 2026-96, art. 9). */
const SHORT_SERVICE_FROM = dateOf("2026-09-01");

/** The last day to serve an order for payment, void if not served in time (CPC 1411). An order of unknown date: unknown. */
export const orderServiceOf = (orderOn: CalendarDate | null, calendar: WorkingCalendar): Deadline =>
  deadlineOf(
    orderOn !== null && orderOn < SHORT_SERVICE_FROM
      ? "order-service-before-september-2026"
      : "order-service",
    orderOn,
    calendar,
  );

/** How an order for payment reached the debtor; null where it is not known or has not happened. */
export type OrderServed = {
  readonly servedOn: CalendarDate | null;
  readonly inPerson: boolean | null;
  /** The first later act served on the debtor in person. */
  readonly personalActOn: CalendarDate | null;
  readonly seizureOn: CalendarDate | null;
};

/**
 * The debtor's time to oppose an order. Not served in person, or not known to be: it has no end until an act reaches
 * the debtor in person or a first seizure is made; where both are known the later one counts, since we only wait.
 */
export const oppositionOf = (served: OrderServed, calendar: WorkingCalendar): Deadline => {
  if (served.inPerson === true) return deadlineOf("order-opposition", served.servedOn, calendar);
  const reached = latest([served.personalActOn, served.seizureOn]);
  return deadlineOf("order-opposition-not-in-person", reached, calendar);
};

/**
 * Two months to declare a claim, four for a creditor outside mainland France; where that is not known, the shorter.
 */
export const claimDeclarationOf = (
  publishedOn: CalendarDate | null,
  outsideMainland: boolean | null,
  calendar: WorkingCalendar,
): Deadline =>
  deadlineOf(
    outsideMainland === true ? "claim-declaration-abroad" : "claim-declaration",
    publishedOn,
    calendar,
  );

/**
 * The usual time limit of a formal notice, in days from first presentation. No law fixes it: French models give 8 to a
 * business, 15 to others; a UK letter before claim gives an individual (a sole trader too) 30. `days` null: no custom is
 * known, the user chooses.
 */
export const formalNoticeDaysOf = (
  law: LawCountry,
  kind: DebtorKind,
  soleTrader: boolean,
): { readonly days: number | null; readonly rule: Cited } => {
  if (law === "FR") {
    const count = kind === "business" || kind === "public" ? 8 : 15;
    return { days: count, rule: NOTICE_CUSTOM };
  }
  if (law === "UK" && (kind === "consumer" || soleTrader)) {
    return { days: 30, rule: cited("Pre-Action Protocol for Debt Claims", "memory") };
  }
  return { days: null, rule: cited("Pre-action notice", "unknown") };
};

/** The end of a formal notice's time limit: never on a day that is not open. */
export const formalNoticeTimeOf = (
  presentedOn: CalendarDate | null,
  count: number,
  calendar: WorkingCalendar,
): Deadline => deadlineOf("formal-notice-time", presentedOn, calendar, days(count));
