export const CLOCK_KINDS = [
  "limitation",
  "claim-declaration",
  "relief-from-forfeiture",
  "retention-of-title",
  "order-service",
  "order-opposition",
  "order-opposition-notice",
  "order-costs-deposit",
  "order-lawyer",
  "business-sale-opposition",
  "unpaid-cheque-payment",
  "formal-notice-time",
  "insurer-extension",
  "insurer-declaration",
] as const;
export type ClockKind = (typeof CLOCK_KINDS)[number];

/** What would tell the last day where it is not known. */
export const CLOCK_NEEDS = [
  "debtor-kind",
  "law-of-claim",
  "publication-date",
  "certificate-served",
  "act-in-person",
  "letter-channel",
  "first-presentation",
  "due-date",
  "end-of-suspension",
] as const;
export type ClockNeed = (typeof CLOCK_NEEDS)[number];

/** Only what ends within so many days stands in today's list, and as long after it has passed. */
export const CLOCK_DAYS = 15;
