import type { ClaimRefusal } from "#shared/claims/refusals.ts";
import type { CalendarDate } from "#shared/kernel/calendar.ts";
import type { Money } from "#shared/kernel/money.ts";
import type { IntakeKind, IntakeProblem } from "#shared/intake/problems.ts";

/** What a file would do to the ledger: data, the same for screens and programs. Texts are foreign. */
export type ImportProposal = {
  readonly file: IntakeKind;
  readonly asOf: CalendarDate | null;
  readonly complete: boolean;
  readonly items: readonly ImportItem[];
  readonly changes: readonly ImportChange[];
  /** Of the file and against the ledger, in order of their lines. */
  readonly problems: readonly ImportProblem[];
  /** Lines that are not taken in. */
  readonly faultyLines: readonly number[];
  /** Payments would be known up to this day. */
  readonly paymentsKnown: CalendarDate | null;
  /** The list is complete but what it no longer holds could not be told: a faulty line has no number. */
  readonly closingsWithheld: boolean;
};

/** A problem of a line; `refusal` says more where the code is `refused`. */
export type ImportProblem = IntakeProblem & { readonly refusal: ClaimRefusal | null };

/**
 * One thing that would be written (or is there already). `bank`: money of a debtor that is not known, kept aside as a
 * bank line. `closed`: an invoice that the complete list no longer holds, taken for paid.
 */
export type ImportItem = {
  readonly what:
    "debtor" | "contact" | "invoice" | "payment" | "promise" | "dispute" | "step" | "call";
  readonly outcome: "new" | "known" | "closed" | "bank";
  /** Null for what is inferred from what the file no longer holds. */
  readonly line: number | null;
  readonly account: string | null;
  readonly debtor: string | null;
  /** Number of the invoice, or numbers, or the address. */
  readonly subject: string | null;
  readonly on: CalendarDate | null;
  readonly amount: Money | null;
  /** Of a payment: what it pays, oldest first; what is left stays a credit. */
  readonly allocations: readonly { readonly number: string; readonly amount: Money }[];
};

/** Where the file says otherwise than the ledger: proposed, written only if asked. */
export type ImportChange = {
  readonly line: number;
  readonly account: string;
  readonly debtor: string;
  /** Null: of the debtor. */
  readonly number: string | null;
  readonly field: ChangedField;
  readonly was: string;
  readonly now: string;
};

export const CHANGED_FIELDS = [
  "name",
  "kind",
  "siren",
  "email",
  "phone",
  "language",
  "country",
  "number",
  "issued",
  "due",
  "total",
  "currency",
  "order",
] as const;
export type ChangedField = (typeof CHANGED_FIELDS)[number];
