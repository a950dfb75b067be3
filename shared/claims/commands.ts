import type { CalendarDate } from "#shared/kernel/calendar.ts";
import type { Currency } from "#shared/kernel/money.ts";
import type { FileCommand, LawCommand, MoneyFileCommand } from "./file-commands.ts";
import type { AccountEventData as Data, Allocation, CreditAllocation, Portion } from "./events.ts";

/** What a person enters, corrects or cancels by hand in one account. Values are parsed; amounts are minor units. */

type Reasoned = { readonly on: CalendarDate; readonly reason: string };
type PortionInput = Omit<Portion, "portion">;
type PaymentInput = {
  readonly on: CalendarDate;
  readonly currency: Currency;
  readonly amount: number;
  readonly reference: string | null;
  readonly payer: string | null;
};

export type DebtorCommand =
  | ({ readonly type: "add-debtor" } & Omit<Data<"debtor-added">, "debtor">)
  | { readonly type: "correct-debtor"; readonly changes: Data<"debtor-corrected">["changes"] }
  /** Without an id the group is the one of that name. Null: in no group. */
  | {
      readonly type: "group-debtor";
      readonly group: { readonly id: string | null; readonly name: string } | null;
    }
  | ({ readonly type: "add-contact" } & Omit<Data<"contact-added">, "contact">)
  | ({ readonly type: "correct-contact" } & Data<"contact-corrected">)
  | ({ readonly type: "retire-contact" } & Data<"contact-retired">)
  | ({ readonly type: "write-note" } & Omit<Data<"note-written">, "note">)
  | ({ readonly type: "remove-note" } & Data<"note-removed">);

export type InvoiceCommand =
  | ({ readonly type: "record-invoice"; readonly portions: readonly PortionInput[] } & Omit<
      Data<"invoice-recorded">,
      "invoice" | "portions"
    >)
  /** A new total without portions moves the amount of an invoice's only portion. */
  | ({ readonly type: "correct-invoice" } & Data<"invoice-corrected">)
  | ({ readonly type: "cancel-invoice"; readonly invoice: string } & Reasoned)
  /** `allocations` null: to the invoices named by nobody, oldest due first. */
  | ({
      readonly type: "record-credit-note";
      readonly allocations: readonly CreditAllocation[] | null;
    } & Omit<Data<"credit-note-recorded">, "creditNote" | "allocations">)
  | ({ readonly type: "correct-credit-note" } & Data<"credit-note-corrected">)
  | ({ readonly type: "allocate-credit-note" } & Data<"credit-note-allocated">)
  | ({ readonly type: "cancel-credit-note"; readonly creditNote: string } & Reasoned);

export type PaymentCommand =
  | ({
      readonly type: "record-payment";
      readonly source: Data<"payment-recorded">["source"];
      /** 0, or the next number where the very same payment really came again. */
      readonly rank: number;
      /** The invoices that the debtor names, paid first; the rest goes to the oldest due. */
      readonly named: readonly string[];
      /** Where given, this and nothing else; an empty list leaves all of it unallocated. */
      readonly allocations: readonly Allocation[] | null;
    } & PaymentInput)
  | ({ readonly type: "allocate-payment" } & Data<"payment-allocated">)
  /** What was typed was wrong: the payment is reversed with its reason, and the right one stands in its place. */
  | ({
      readonly type: "correct-payment";
      readonly payment: string;
      readonly reason: string;
      readonly allocations: readonly Allocation[] | null;
    } & PaymentInput)
  | ({ readonly type: "reverse-payment"; readonly payment: string } & Reasoned)
  | ({ readonly type: "claim-charge" } & Omit<Data<"charge-claimed">, "charge" | "currency">)
  /** `amount` null: the whole of it. */
  | ({
      readonly type: "waive-charge";
      readonly charge: string;
      readonly amount: number | null;
    } & Reasoned);

export type PromiseCommand =
  | ({ readonly type: "make-promise" } & Omit<Data<"promise-made">, "promise">)
  | ({ readonly type: "correct-promise" } & Data<"promise-corrected">)
  | ({ readonly type: "withdraw-promise"; readonly promise: string } & Reasoned)
  | ({ readonly type: "agree-instalments" } & Omit<Data<"instalments-agreed">, "instalments">)
  /** The former agreement ends with the reason, the new one takes its place. */
  | ({
      readonly type: "correct-instalments";
      readonly instalments: string;
      readonly reason: string;
    } & Omit<Data<"instalments-agreed">, "instalments">)
  | ({ readonly type: "end-instalments"; readonly instalments: string } & Reasoned);

export type DisputeCommand =
  | ({ readonly type: "open-dispute" } & Omit<Data<"dispute-opened">, "dispute">)
  | ({ readonly type: "correct-dispute" } & Data<"dispute-corrected">)
  | ({ readonly type: "resolve-dispute" } & Data<"dispute-resolved">)
  | ({ readonly type: "place-hold" } & Omit<Data<"hold-placed">, "hold">)
  | ({ readonly type: "correct-hold"; readonly hold: string } & Omit<Data<"hold-placed">, "hold">)
  | ({ readonly type: "lift-hold" } & Data<"hold-lifted">);

export type ExchangeCommand =
  | ({ readonly type: "file-exchange" } & Omit<Data<"exchange-filed">, "exchange">)
  | ({ readonly type: "correct-exchange" } & Data<"exchange-corrected">)
  | ({ readonly type: "remove-exchange" } & Data<"exchange-removed">)
  | ({ readonly type: "tag-exchange" } & Data<"exchange-tagged">)
  | ({ readonly type: "attach-document" } & Omit<Data<"document-attached">, "document">)
  | ({
      readonly type: "correct-document";
      readonly document: string;
      readonly reason: string;
    } & Omit<Data<"document-attached">, "document">)
  | ({ readonly type: "remove-document" } & Data<"document-removed">);

export type StepCommand =
  | ({ readonly type: "prepare-draft" } & Omit<Data<"draft-prepared">, "draft">)
  | ({ readonly type: "discard-draft" } & Data<"draft-discarded">)
  | ({ readonly type: "take-step" } & Omit<Data<"step-taken">, "act">)
  | ({ readonly type: "waive-step" } & Omit<Data<"step-waived">, "act">)
  | ({ readonly type: "put-off" } & Data<"chasing-put-off">)
  | ({ readonly type: "accept-discrepancy" } & Data<"discrepancy-accepted">);

export type AccountCommand =
  | DebtorCommand
  | InvoiceCommand
  | PaymentCommand
  | PromiseCommand
  | DisputeCommand
  | ExchangeCommand
  | StepCommand
  | FileCommand
  | MoneyFileCommand
  | LawCommand;
