import type { CreditorEventData, CreditorIdentity } from "#shared/claims/creditor.ts";
import type { AccountEventData, Allocation } from "#shared/claims/events.ts";
import type { CalendarDate } from "#shared/kernel/calendar.ts";
import { NOTHING_ASKED } from "./use-case.ts";
import type { Asks, Decision, UseCase } from "./use-case.ts";
import type { Result } from "#shared/kernel/result.ts";
import type { AccountUnknown, DoneView } from "./view-parts.ts";

export type FieldRefusal =
  | { readonly type: "field-missing"; readonly field: string }
  | { readonly type: "field-wrong"; readonly field: string };

export type NoLedger = { readonly type: "no-ledger" };
export type ReasonMissing = { readonly type: "reason-missing" };
export type NothingNamed = { readonly type: "nothing-named" };
export type InTheFuture = { readonly type: "in-the-future"; readonly on: CalendarDate };

export type OpenLedgerInput = {
  readonly creditor: CreditorIdentity;
  /** "Your own invoices?": chasing for clients is another law, and refused. */
  readonly ownInvoices: boolean;
};
export type OpenLedgerRefusal =
  { readonly type: "not-own-invoices" } | { readonly type: "already-open" } | FieldRefusal;

export type CorrectCreditorInput = {
  readonly changes: CreditorEventData<"creditor-corrected">["changes"];
};

type DebtorData = AccountEventData<"debtor-added">;
type ContactData = AccountEventData<"contact-added">;

export type AddDebtorInput = {
  readonly debtor: Omit<DebtorData, "debtor">;
  readonly contacts: readonly Omit<ContactData, "contact">[];
  /** Joins the group of that name, made if there is none. */
  readonly group: string | null;
  /** A debtor of that name or SIREN is known, and this is another one. */
  readonly evenSo: boolean;
};
export type AddDebtorView = DoneView & { readonly account: string };
export type AddDebtorRefusal =
  | NoLedger
  | FieldRefusal
  | {
      readonly type: "debtor-known";
      readonly account: string;
      readonly by: "name" | "siren";
    };

export type VoidBatchInput = { readonly batch: string; readonly accounts: readonly string[] };
export type VoidEntriesInput = {
  /** Null: entries of the creditor's streams. */
  readonly account: string | null;
  readonly entries: readonly string[];
};
export type EraseEntriesInput = {
  readonly account: string;
  readonly entries: readonly string[];
  readonly reason: string;
};

export type MarkPaymentsKnownInput = {
  readonly asOf: CalendarDate;
  readonly source: "hand" | "file" | "bank";
};
export type MarkLookedInput = {
  /** Empty: everywhere. */
  readonly accounts: readonly string[];
  readonly where: "by-hand" | "mailbox";
};
export type SetSenderAsideInput =
  | { readonly address: string; readonly why: "not-a-debtor" | "never" }
  | { readonly address: string; readonly why: "taken-back" };

export type AssignBankLineInput =
  | {
      readonly line: string;
      readonly account: string;
      /** What is left over stays a credit of the account. */
      readonly allocations: readonly Allocation[];
    }
  | { readonly line: string; readonly setAside: string };
export type AssignBankLineRefusal =
  | AccountUnknown
  | ReasonMissing
  | { readonly type: "line-unknown"; readonly line: string }
  | { readonly type: "line-settled"; readonly line: string }
  | { readonly type: "allocated-beyond" };

export type AcceptDiscrepancyInput = {
  readonly account: string;
  readonly discrepancy: string;
  readonly reason: string;
};
export type AcceptDiscrepancyRefusal =
  AccountUnknown | ReasonMissing | { readonly type: "discrepancy-unknown" };

const notYet = (): Result<Decision<never>, never> => {
  throw new Error("not written yet");
};
const nothing = (): Asks => NOTHING_ASKED;
const ofAccount = ({ account }: { readonly account: string }): Asks => ({
  accounts: [account],
  keys: [],
  search: false,
});

/** First run: who the creditor is. */
export const openLedger: UseCase<OpenLedgerInput, DoneView, OpenLedgerRefusal> = {
  name: "open-ledger",
  asks: nothing,
  decide: notYet,
};

export const correctCreditor: UseCase<CorrectCreditorInput, DoneView, NoLedger | FieldRefusal> = {
  name: "correct-creditor",
  asks: nothing,
  decide: notYet,
};

/** A debtor by hand; one with the same name or SIREN is named first. */
export const addDebtor: UseCase<AddDebtorInput, AddDebtorView, AddDebtorRefusal> = {
  name: "add-debtor",
  asks: nothing,
  decide: notYet,
};

/** Undo of an act or of an import. */
export const voidBatch: UseCase<VoidBatchInput, DoneView, NothingNamed> = {
  name: "void-batch",
  asks: nothing,
  decide: notYet,
};

export const voidEntries: UseCase<VoidEntriesInput, DoneView, NothingNamed> = {
  name: "void-entries",
  asks: nothing,
  decide: notYet,
};

/** The law asked for the words to go: their payloads are removed for good, with the reason. No undo. */
export const eraseEntries: UseCase<
  EraseEntriesInput,
  DoneView,
  AccountUnknown | NothingNamed | ReasonMissing
> = {
  name: "erase-entries",
  asks: ofAccount,
  decide: notYet,
};

/** Payments are known up to this day. */
export const markPaymentsKnown: UseCase<MarkPaymentsKnownInput, DoneView, NoLedger | InTheFuture> =
  { name: "mark-payments-known", asks: nothing, decide: notYet };

/** "Checked, no answer". */
export const markLooked: UseCase<MarkLookedInput, DoneView, NoLedger> = {
  name: "mark-looked",
  asks: nothing,
  decide: notYet,
};

/** Mails from this address are of nobody for Relance; or they are again. */
export const setSenderAside: UseCase<SetSenderAsideInput, DoneView, FieldRefusal> = {
  name: "set-sender-aside",
  asks: nothing,
  decide: notYet,
};

/** Money that no debtor could be found for: it is this one's, or nobody's. */
export const assignBankLine: UseCase<AssignBankLineInput, DoneView, AssignBankLineRefusal> = {
  name: "assign-bank-line",
  asks: (input) =>
    "account" in input ? { accounts: [input.account], keys: [], search: false } : NOTHING_ASKED,
  decide: notYet,
};

/** Entries that do not fit may stand so; the reason is kept. */
export const acceptDiscrepancy: UseCase<
  AcceptDiscrepancyInput,
  DoneView,
  AcceptDiscrepancyRefusal
> = {
  name: "accept-discrepancy",
  asks: ofAccount,
  decide: notYet,
};
