import type { CalendarDate } from "#shared/kernel/calendar.ts";
import type { Currency, Language } from "#shared/kernel/money.ts";
import type { DebtorKind, DisputeReason } from "#shared/kernel/parties.ts";
import type { IntakeKind, IntakeProblem } from "./problems.ts";

/**
 * Rows as read. Texts are foreign and trimmed, amounts are minor units, null is a blank cell or an absent column. `line`
 * is the line of the file.
 */
export type InvoiceRow = {
  readonly line: number;
  readonly debtor: string;
  /** Null: not said; a new debtor is then taken for a business. */
  readonly kind: DebtorKind | null;
  readonly soleTrader: boolean | null;
  readonly siren: string | null;
  readonly siret: string | null;
  /** Lower case; several may stand in one cell. */
  readonly emails: readonly string[];
  readonly number: string;
  readonly issuedOn: CalendarDate;
  readonly dueOn: CalendarDate;
  /** Including VAT. */
  readonly total: number;
  readonly currency: Currency;
  /** All that has been paid of it so far; null where the file does not say. */
  readonly paid: number | null;
  /** What is still open of it; null where the file does not say. Where it does, it counts over `paid`. */
  readonly open: number | null;
  readonly order: string | null;
  readonly language: Language | null;
  readonly phone: string | null;
  /** ISO 3166 alpha-2. */
  readonly country: string | null;
};

export type PaymentRow = {
  readonly line: number;
  readonly on: CalendarDate;
  readonly amount: number;
  readonly currency: Currency;
  readonly debtor: string | null;
  /** One number, or several as they were written. */
  readonly invoice: string | null;
  readonly reference: string | null;
};

export type HistoryFact =
  | { readonly type: "step"; readonly step: string }
  | { readonly type: "promise"; readonly by: CalendarDate | null }
  | { readonly type: "dispute"; readonly reason: DisputeReason }
  | { readonly type: "call" };

export type HistoryRow = {
  readonly line: number;
  readonly number: string;
  readonly on: CalendarDate;
  readonly fact: HistoryFact;
  /** As it stands: the invoice says in which currency it is. */
  readonly amount: string | null;
  readonly decimalMark: "," | "." | null;
  readonly note: string | null;
};

type IntakeOf<K extends IntakeKind, Row> = {
  readonly kind: K;
  readonly rows: readonly Row[];
  readonly problems: readonly IntakeProblem[];
  /** Lines that hold something, the header apart. */
  readonly lines: number;
};

export type InvoiceIntake = IntakeOf<"invoices", InvoiceRow> & {
  /** Numbers on lines that are not taken in: an open-items list holds them all the same. */
  readonly faultyNumbers: readonly string[];
  /** Some faulty line has no number: what the list no longer holds cannot be known. */
  readonly someNumberUnknown: boolean;
};
export type PaymentIntake = IntakeOf<"payments", PaymentRow>;
export type HistoryIntake = IntakeOf<"history", HistoryRow>;
export type Intake = InvoiceIntake | PaymentIntake | HistoryIntake;

export type ReadFacts = {
  readonly today: CalendarDate;
  /** Where a line says none. */
  readonly currency: Currency;
};
