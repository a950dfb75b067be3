import type { CalendarDate } from "#shared/kernel/calendar.ts";
import type { Step, Tone } from "#shared/recovery/steps.ts";

/** What a step of law needs before a word of it may be written. */
export const MISSING_FOR_LAW = [
  "identity-checked",
  "statement",
  "registered-letter",
  "formal-notice-sent",
  "first-presentation",
  "time-limit-passed",
  "route-chosen",
] as const;
export type MissingForLaw = (typeof MISSING_FOR_LAW)[number];

export const MISSING_FACTS = [
  "creditor-name",
  "signatory",
  "creditor-email",
  "call",
  "statement",
  "assignee-account",
  "debtor-address",
  "mediator",
] as const;
export type MissingFact = (typeof MISSING_FACTS)[number];

/** Why no text is drafted. Worded by `refusalWords`. */
export type DraftRefusal =
  | {
      readonly type: "not-drafted-yet";
      readonly step: Step;
      readonly missing: readonly MissingForLaw[];
    }
  | { readonly type: "facts-missing"; readonly missing: readonly MissingFact[] }
  | { readonly type: "nothing-to-ask" }
  | { readonly type: "too-many-invoices"; readonly max: number }
  | { readonly type: "several-currencies" }
  | { readonly type: "tone-above-step"; readonly step: Step; readonly highest: Tone }
  | { readonly type: "reply-by-unfit"; readonly on: CalendarDate }
  | { readonly type: "promise-not-broken"; readonly by: CalendarDate }
  | {
      readonly type: "promise-not-checked";
      readonly by: CalendarDate;
      readonly paymentsKnownOn: CalendarDate;
    }
  | { readonly type: "not-late-yet"; readonly number: string }
  | { readonly type: "late-already"; readonly number: string }
  /** Recovery costs asked of a consumer are an offence in France (C. conso L121-21, L132-23). */
  | { readonly type: "costs-forbidden" }
  /** Two accounts to pay in one message: nobody would know which invoice goes where. */
  | { readonly type: "assigned-mixed" }
  | { readonly type: "not-for-groups"; readonly step: Step };
