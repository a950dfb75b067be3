import type { CalendarDate } from "#shared/kernel/calendar.ts";
import { earliest } from "#shared/kernel/calendar.ts";
import type { DebtorKind } from "#shared/kernel/parties.ts";
import type { Cited, Mark } from "./marks.ts";
import { months } from "./periods.ts";
import type { LawCountry } from "./regime.ts";

/**
 * What may start the time of limitation again. `part-payment` and `written-claim` do so against a public body alone; a
 * `formal-notice` is a written claim there and nothing elsewhere. For a private debtor a part payment counts once the
 * user has judged it an acknowledgement, and is then given as one.
 */
export const INTERRUPTION_CAUSES = [
  "acknowledgement",
  "court-claim",
  "enforcement",
  "written-claim",
  "part-payment",
  "formal-notice",
] as const;
export type InterruptionCause = (typeof INTERRUPTION_CAUSES)[number];

export type Interruption = { readonly on: CalendarDate; readonly cause: InterruptionCause };

/** An agreed mediation or conciliation, or the procedure of CPCE L125-1; `until` null while it lasts. */
export type Suspension = { readonly from: CalendarDate; readonly until: CalendarDate | null };

/** `agreedYears`: a period that the parties agreed on, 1 to 10 years. */
export type LimitationInput = {
  readonly law: LawCountry;
  readonly debtor: DebtorKind;
  readonly issuedOn: CalendarDate;
  readonly performedOn: CalendarDate | null;
  readonly dueOn: CalendarDate | null;
  readonly transport: boolean;
  readonly agreedYears: number | null;
  readonly interruptions: readonly Interruption[];
  readonly suspensions: readonly Suspension[];
};

const cited = (text: string, mark: Mark): Cited => ({ text, mark });

const BUSINESS = cited("C. com. L110-4 I", "verified");
const GENERAL = cited("C. civ. 2224", "secondary");
const CONSUMER = cited("C. conso L218-2", "verified");
const PUBLIC = cited("Loi 68-1250, art. 1", "verified");
const TRANSPORT = cited("C. com. L133-6", "secondary");
const TERM = cited("C. civ. 2233 3°", "verified");
const RIGHT_KNOWN = cited("C. civ. 2224", "verified");
const CONSUMER_START = cited("Cass. 1re civ., 19 mai 2021, n° 20-12.520", "memory");
export const AGREED = cited("C. civ. 2254", "verified");
export const AGREED_CONSUMER = cited("C. conso L219-1", "verified");
export const AGREED_PUBLIC = cited("Loi 68-1250", "unknown");
export const ACKNOWLEDGEMENT = cited("C. civ. 2240", "verified");
export const NOTICE = cited("Cass. com., 18 mai 2022, n° 20-23.204", "secondary");
export const PUBLIC_INTERRUPTION = cited("Loi 68-1250, art. 2", "verified");
export const PUBLIC_RESTART = cited("Loi 68-1250, art. 2", "unknown");
export const PART_PAYMENT = cited("C. civ. 2240", "memory");
export const SUSPENSION = cited("C. civ. 2238, CPCE L125-1", "verified");
export const PUBLIC_SUSPENSION = cited("C. civ. 2238", "unknown");

export const PRIVATE_INTERRUPTIONS: Readonly<Partial<Record<InterruptionCause, Cited>>> = {
  acknowledgement: ACKNOWLEDGEMENT,
  "court-claim": cited("C. civ. 2241, 2242", "verified"),
  enforcement: cited("C. civ. 2244", "verified"),
};

export const GENERAL_YEARS = 5;
const CONSUMER_YEARS = 2;
export const TRANSPORT_YEARS = 1;
const PUBLIC_YEARS = 4;
export const AGREED_YEARS_MIN = 1;
export const AGREED_YEARS_MAX = 10;
/** At least so much is left when a suspension ends (C. civ. 2238). */
export const LEFT_AFTER_SUSPENSION = months(6);

/** What a period is counted by: years to the day, or to the end of the calendar year (public bodies). */
export type Length = { readonly years: number; readonly toYearEnd: boolean };

export type BaseRule = {
  readonly start: CalendarDate;
  readonly from: "term" | "earliest" | "no-term";
  readonly startCited: Cited;
  readonly length: Length;
  readonly rule: Cited;
};

export const baseRule = (input: LimitationInput): BaseRule => {
  const { debtor, dueOn, issuedOn, performedOn, transport } = input;
  const first = (...dates: readonly (CalendarDate | null)[]): CalendarDate =>
    earliest(dates) ?? issuedOn;
  const toTheDay = (count: number): Length => ({ years: count, toYearEnd: false });
  if (transport) {
    return {
      start: first(issuedOn, performedOn, dueOn),
      from: "earliest",
      startCited: TRANSPORT,
      length: toTheDay(TRANSPORT_YEARS),
      rule: TRANSPORT,
    };
  }
  if (debtor === "consumer") {
    return {
      start: first(issuedOn, performedOn),
      from: "earliest",
      startCited: CONSUMER_START,
      length: toTheDay(CONSUMER_YEARS),
      rule: CONSUMER,
    };
  }
  if (debtor === "public") {
    return {
      start: first(issuedOn, performedOn, dueOn),
      from: "earliest",
      startCited: PUBLIC,
      length: { years: PUBLIC_YEARS, toYearEnd: true },
      rule: PUBLIC,
    };
  }
  return {
    start: dueOn ?? first(issuedOn, performedOn),
    from: dueOn === null ? "no-term" : "term",
    startCited: dueOn === null ? RIGHT_KNOWN : TERM,
    length: toTheDay(GENERAL_YEARS),
    rule: debtor === "business" ? BUSINESS : GENERAL,
  };
};
