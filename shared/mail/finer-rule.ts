import type { DisputeReason, Tag } from "#shared/kernel/parties.ts";

/** Who must act before anything moves; `third` is neither of us. */
export type Actor = "us" | "them" | "third";

/**
 * One finer reason under a tag: phrases as in phrases.ts. The first rule of the list that fits best stands; a rule of the
 * reason that was read goes before one of another.
 */
export type FinerRule = {
  readonly code: FinerCode;
  readonly tag: Tag;
  readonly reason?: DisputeReason;
  readonly mustAct: Actor;
  readonly phrases: readonly string[];
};

export const FINER_CODES = [
  "delivery-note-missing",
  "wrong-address",
  "partial-delivery",
  "late-delivery",
  "lost-by-carrier",
  "work-unfinished",
  "damage",
  "wrong-goods",
  "defects",
  "expert-awaited",
  "returned-goods",
  "credit-note-awaited",
  "set-off",
  "deposit-not-counted",
  "discount-forgotten",
  "price-differs",
  "vat-or-mentions",
  "quantity-differs",
  "portal-rejection",
  "order-missing",
  "approval-missing",
  "supplier-file-missing",
  "wrong-entity",
  "cancelled",
  "retention",
  "time-barred",
  "charges-contested",
  "not-our-order",
  "copy-asked",
  "statement-asked",
  "bank-details-asked",
  "order-or-delivery-asked",
  "explanation-asked",
  "supplier-details-asked",
  "conditional",
  "by-another-office",
  "by-a-third",
  "partial",
  "schedule-proposed",
  "time-asked",
  "cash-trouble",
  "has-left",
  "other-department",
  "agent-named",
] as const;
export type FinerCode = (typeof FINER_CODES)[number];
