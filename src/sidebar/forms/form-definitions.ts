import type { FileForm } from "#shared/app/view-parts.ts";
import type { SidebarForm } from "#src/sidebar/shell.ts";
import {
  disputeForm,
  endInstalmentsForm,
  instalmentsForm,
  promiseForm,
  resolveDisputeForm,
  withdrawPromiseForm,
} from "./answer-forms.ts";
import { contactForm, debtorForm, groupForm, noteForm, retireContactForm } from "./debtor-forms.ts";
import { documentForm, exchangeForm } from "./exchange-forms.ts";
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
export type DailyForm = Exclude<SidebarForm, FileForm>;

/** The forms of every day; those of the debtor's file come with a part of their own. */
export const FORMS: Readonly<Record<DailyForm, MakeForm>> = {
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
  document: documentForm,
  "waive-step": (context) => stepForm(context, "waive-step"),
  "take-step": (context) => stepForm(context, "take-step"),
  "put-off": putOffForm,
  "accept-discrepancy": acceptDiscrepancyForm,
};

export const isDaily = (form: SidebarForm): form is DailyForm =>
  Object.prototype.hasOwnProperty.call(FORMS, form);
