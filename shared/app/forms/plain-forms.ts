import type { LedgerForm } from "#shared/app/view-parts.ts";
import {
  disputeForm,
  endInstalmentsForm,
  instalmentsForm,
  promiseForm,
  resolveDisputeForm,
  withdrawPromiseForm,
} from "./answer-forms.ts";
import { contactForm, debtorForm, groupForm, noteForm, retireContactForm } from "./debtor-forms.ts";
import { exchangeForm } from "./exchange-forms.ts";
import type { FormContext, FormDefinition } from "./form-spec.ts";
import {
  cancelCreditNoteForm,
  cancelInvoiceForm,
  creditNoteForm,
  invoiceForm,
} from "./invoice-forms.ts";
import {
  allocateForm,
  chargeForm,
  paymentForm,
  reversePaymentForm,
  waiveChargeForm,
} from "./payment-forms.ts";
import { acceptDiscrepancyForm, holdForm, putOffForm, stepForm } from "./step-forms.ts";

export type MakeForm = (context: FormContext) => FormDefinition;

/** Forms of every day that need no file, and the one that asks for a reason before a discrepancy may stand. */
export type PlainForm = Exclude<LedgerForm, "document"> | "accept-discrepancy";

export const PLAIN_FORMS: Readonly<Record<PlainForm, MakeForm>> = {
  debtor: debtorForm,
  contact: contactForm,
  "retire-contact": retireContactForm,
  group: groupForm,
  note: noteForm,
  invoice: invoiceForm,
  "cancel-invoice": cancelInvoiceForm,
  "credit-note": creditNoteForm,
  "cancel-credit-note": cancelCreditNoteForm,
  payment: paymentForm,
  allocate: allocateForm,
  "reverse-payment": reversePaymentForm,
  charge: chargeForm,
  "waive-charge": waiveChargeForm,
  promise: promiseForm,
  "withdraw-promise": withdrawPromiseForm,
  dispute: disputeForm,
  "resolve-dispute": resolveDisputeForm,
  instalments: instalmentsForm,
  "end-instalments": endInstalmentsForm,
  hold: holdForm,
  call: (context) => exchangeForm(context, "call"),
  letter: (context) => exchangeForm(context, "letter"),
  meeting: (context) => exchangeForm(context, "meeting"),
  "waive-step": (context) => stepForm(context, "waive-step"),
  "take-step": (context) => stepForm(context, "take-step"),
  "put-off": putOffForm,
  "accept-discrepancy": acceptDiscrepancyForm,
};

export const isPlainForm = (form: string): form is PlainForm =>
  Object.prototype.hasOwnProperty.call(PLAIN_FORMS, form);
