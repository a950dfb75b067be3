/** Four kinds of debtor; a sole trader is a business with a flag (a natural person too). */
export const DEBTOR_KINDS = ["business", "non-professional", "consumer", "public"] as const;
export type DebtorKind = (typeof DEBTOR_KINDS)[number];

/** What a debtor's reply is filed under: event data, fixed. */
export const TAGS = [
  "promise",
  "paid",
  "dispute",
  "instalments",
  "question",
  "wrong_contact",
  "insolvency",
  "refusal",
  "autoreply",
  "bounce",
  "acknowledgement",
  "unrelated",
] as const;
export type Tag = (typeof TAGS)[number];

/** Why an invoice is contested: event data, fixed. */
export const DISPUTE_REASONS = [
  "not_delivered",
  "quality",
  "price",
  "quantity",
  "not_ordered",
  "duplicate",
  "credit_due",
  "missing_reference",
  "other",
] as const;
export type DisputeReason = (typeof DISPUTE_REASONS)[number];
