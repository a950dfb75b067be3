import type { CalendarDate } from "#shared/kernel/calendar.ts";
import type { Currency, Money } from "#shared/kernel/money.ts";
import type { Result } from "#shared/kernel/result.ts";
import type { AccountEvent } from "./events.ts";

/** What a refusal can be about; worded by locales. */
export type RecordKind =
  | "debtor"
  | "contact"
  | "note"
  | "invoice"
  | "credit-note"
  | "payment"
  | "charge"
  | "promise"
  | "dispute"
  | "instalments"
  | "hold"
  | "exchange"
  | "document"
  | "draft"
  | "act"
  | "discrepancy"
  | "sensitive-hold"
  | "security"
  | "identity"
  | "payer"
  | "set-off"
  | "write-off"
  | "assignment"
  | "hand-over"
  | "insolvency"
  | "suspension"
  | "legal-fact"
  | "letter"
  | "letter-proof"
  | "approval";

/** Why an act by hand was not taken, with the field and the value at fault. `field` is the command's own path. */
export type RefusalFields = {
  "name-missing": { readonly field: string };
  "text-missing": { readonly field: string };
  /** Too long, too many, or outside what is kept: the event's own description says no. */
  "value-invalid": { readonly field: string };
  "identifier-invalid": {
    readonly field: "siren" | "siret" | "vatNumber" | "iban" | "bic";
    readonly value: string;
  };
  "email-invalid": { readonly field: string; readonly value: string };
  "country-invalid": { readonly field: string; readonly value: string };
  /** Neither a name, nor an address, nor a telephone. */
  "contact-empty": { readonly field: string };
  "contact-taken": { readonly contact: string; readonly value: string };
  "debtor-taken": { readonly name: string };
  "amount-not-positive": { readonly field: string; readonly amount: Money };
  "amount-exceeds": { readonly field: string; readonly amount: Money; readonly max: Money };
  "over-allocated": { readonly amount: Money; readonly sum: Money };
  "currency-differs": {
    readonly field: string;
    readonly expected: Currency;
    readonly given: Currency;
  };
  "number-taken": { readonly number: string; readonly invoice: string };
  "credit-note-taken": { readonly number: string; readonly creditNote: string };
  /** The very same payment is there: give the next rank if it really came twice. */
  "payment-taken": { readonly payment: string; readonly amount: Money; readonly on: CalendarDate };
  "already-filed": { readonly exchange: string };
  "portions-missing": { readonly field: string };
  "portions-do-not-add-up": { readonly total: Money; readonly sum: Money };
  "portion-twice": { readonly portion: string };
  "no-such-invoice": { readonly invoice: string };
  "no-such-portion": { readonly invoice: string; readonly portion: string };
  "not-found": { readonly kind: RecordKind; readonly id: string };
  "invoice-cancelled": { readonly invoice: string; readonly number: string };
  "nothing-open": { readonly invoice: string; readonly number: string };
  "date-before-issue": {
    readonly field: string;
    readonly date: CalendarDate;
    readonly issuedOn: CalendarDate;
  };
  "date-in-future": {
    readonly field: string;
    readonly date: CalendarDate;
    readonly today: CalendarDate;
  };
  "date-too-early": {
    readonly field: string;
    readonly date: CalendarDate;
    readonly earliest: CalendarDate;
  };
  "already-cancelled": {
    readonly kind: "invoice" | "credit-note";
    readonly id: string;
    readonly on: CalendarDate;
  };
  "already-reversed": { readonly payment: string; readonly on: CalendarDate };
  "already-ended": { readonly kind: RecordKind; readonly id: string };
  "nothing-changed": { readonly kind: RecordKind; readonly id: string };
  "instalments-too-few": { readonly parts: number };
  "not-acceptable": { readonly discrepancy: string };
  "date-too-late": {
    readonly field: string;
    readonly date: CalendarDate;
    readonly latest: CalendarDate;
  };
  /** A day set to a debtor ends on no Saturday or Sunday. */
  "date-on-weekend": { readonly field: string; readonly date: CalendarDate };
  /** The same facts stand already, or others under the same name and day. */
  "already-recorded": { readonly kind: RecordKind; readonly id: string };
  "invoices-missing": { readonly field: string };
  "sensitive-hold-lasts": { readonly hold: string; readonly on: CalendarDate };
  /** C. conso L218-2, L219-1: two years, which no contract changes. */
  "limitation-fixed": { readonly field: string };
  "already-assigned": { readonly invoice: string; readonly number: string; readonly to: string };
  /** One payment is never set against what is assigned and what is not. */
  "assigned-mixed": { readonly invoice: string; readonly number: string; readonly to: string };
  /** `invoice` null: the whole account. */
  "already-handed-over": {
    readonly invoice: string | null;
    readonly number: string | null;
    readonly to: string;
  };
  /** Beyond what the credit insurer lets the creditor grant without asking. */
  "insurer-consent-missing": {
    readonly invoice: string;
    readonly number: string;
    readonly lastOn: CalendarDate;
  };
  /** Only a public debtor's limitation is interrupted by a written claim (loi 68-1250, art. 2). */
  "does-not-interrupt": { readonly cause: string };
  "not-a-letter": { readonly act: string; readonly step: string };
  /** A registered e-letter to one who is no professional needs his agreement (CPCEP L100). */
  "electronic-letter-not-agreed": { readonly field: string };
  /** A letter received was not refused as well. */
  "proofs-contradict": { readonly kind: string; readonly there: string };
  "no-instalment-missed": { readonly instalments: string; readonly on: CalendarDate };
  /** Whoever asked does not agree with himself. */
  "own-approval": { readonly approval: string; readonly by: string };
};

export type ClaimRefusalType = keyof RefusalFields;
export type ClaimRefusalOf<K extends ClaimRefusalType> = {
  readonly [P in K]: { readonly type: P } & RefusalFields[P];
}[K];
export type ClaimRefusal = ClaimRefusalOf<ClaimRefusalType>;

export type Decision = Result<readonly AccountEvent[], ClaimRefusal>;

/** What a decision may know of the world: no clock and no chance of its own. */
export type DecideFacts = {
  readonly today: CalendarDate;
  /** Id of the ledger: part of every id made from facts. */
  readonly ledger: string;
  /** 16 random bytes in hexadecimal, fresh for each command. */
  readonly chance: string;
  /** Author's name: a second person must not be the first. */
  readonly by: string;
};
