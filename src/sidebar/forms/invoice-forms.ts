import { emptyForm } from "./form-spec.ts";
import type { FormContext, FormDefinition } from "./form-spec.ts";
import {
  currencyField,
  currencyOf,
  endingForm,
  goneForm,
  invoiceOptions,
  record,
  subjectInvoice,
  typedAmount,
} from "./form-parts.ts";

/** Of a new invoice one due date is asked; several parts come by a file. */
export const invoiceForm = (context: FormContext): FormDefinition => {
  const { words, state, subject, language } = context;
  const { fields, hints, titles, submit } = words.form;
  const invoice = state?.invoices.find((one) => one.invoice === subject) ?? null;
  if (subject !== null && (invoice === null || invoice.cancelled !== null)) {
    return goneForm(context, titles.invoice);
  }
  const currency = invoice?.currency ?? currencyOf(state);
  const [only, ...more] = invoice?.portions ?? [];
  const hasOnePart = more.length === 0;
  return {
    title: titles.invoice,
    intro: null,
    blocked: null,
    submit: invoice === null ? submit.add : submit.save,
    currency,
    fields: [
      { kind: "text", name: "number", label: fields.number, required: true },
      { kind: "amount", name: "total", label: fields.total, required: true },
      ...(invoice === null ? [currencyField(context)] : []),
      { kind: "date", name: "issuedOn", label: fields.issuedOn, required: true },
      ...(hasOnePart
        ? ([
            {
              kind: "date",
              name: "dueOn",
              label: fields.dueOn,
              hint: hints.dueOn,
              required: true,
            },
          ] as const)
        : []),
      { kind: "text", name: "order", label: fields.order },
    ],
    initial: emptyForm({
      number: invoice?.number ?? "",
      total: typedAmount(invoice?.total ?? null, currency, language),
      currency,
      issuedOn: invoice?.issuedOn ?? context.today,
      dueOn: only?.dueOn ?? "",
      order: invoice?.order ?? "",
    }),
    read: (reader) => {
      const number = reader.required("number");
      const total = reader.requiredAmount("total");
      const issuedOn = reader.requiredDate("issuedOn");
      const dueOn = hasOnePart ? reader.requiredDate("dueOn") : null;
      if (total === null || issuedOn === null || reader.errors.size > 0) return null;
      const order = reader.optional("order");
      if (invoice === null) {
        return record(context, {
          type: "record-invoice",
          number,
          issuedOn,
          total,
          order,
          currency: reader.currency(),
          portions: [{ amount: total, dueOn, condition: null }],
          source: "hand",
        });
      }
      const portions =
        only !== undefined && hasOnePart ? { portions: [{ ...only, amount: total, dueOn }] } : {};
      return record(context, {
        type: "correct-invoice",
        invoice: invoice.invoice,
        changes: { number, issuedOn, total, order, ...portions },
      });
    },
  };
};

export const cancelInvoiceForm = (context: FormContext): FormDefinition => {
  const { titles, submit } = context.words.form;
  const invoice = subjectInvoice(context);
  if (invoice === null) return goneForm(context, titles["cancel-invoice"]);
  return endingForm(context, titles["cancel-invoice"], submit.cancel, (said) => ({
    type: "cancel-invoice",
    invoice,
    ...said,
  }));
};

export const creditNoteForm = (context: FormContext): FormDefinition => {
  const { words, state, subject, language } = context;
  const { fields, hints, titles, submit, choices } = words.form;
  const note = state?.creditNotes.find((one) => one.creditNote === subject) ?? null;
  const named = subjectInvoice(context);
  if (subject !== null && named === null && (note === null || note.cancelled !== null)) {
    return goneForm(context, titles["credit-note"]);
  }
  const currency = note?.currency ?? currencyOf(state);
  return {
    title: titles["credit-note"],
    intro: null,
    blocked: null,
    submit: note === null ? submit.add : submit.save,
    currency,
    fields: [
      { kind: "text", name: "number", label: fields.number, required: true },
      { kind: "amount", name: "amount", label: fields.amount, required: true },
      { kind: "date", name: "issuedOn", label: fields.issuedOn, required: true },
      ...(note === null
        ? ([
            {
              kind: "select",
              name: "invoice",
              label: fields.invoice,
              hint: hints.oldest,
              choices: invoiceOptions(context, choices.noInvoice),
            },
          ] as const)
        : []),
    ],
    initial: emptyForm({
      number: note?.number ?? "",
      amount: typedAmount(note?.amount ?? null, currency, language),
      issuedOn: note?.issuedOn ?? context.today,
      invoice: named ?? "",
    }),
    read: (reader) => {
      const number = reader.required("number");
      const amount = reader.requiredAmount("amount");
      const issuedOn = reader.requiredDate("issuedOn");
      if (amount === null || issuedOn === null || number === "") return null;
      if (note !== null) {
        return record(context, {
          type: "correct-credit-note",
          creditNote: note.creditNote,
          changes: { number, amount, issuedOn },
        });
      }
      const invoice = reader.optional("invoice");
      return record(context, {
        type: "record-credit-note",
        number,
        amount,
        issuedOn,
        currency,
        allocations: invoice === null ? null : [{ invoice, amount }],
        source: "hand",
      });
    },
  };
};

export const cancelCreditNoteForm = (context: FormContext): FormDefinition => {
  const { titles, submit } = context.words.form;
  const { subject, state } = context;
  const note = state?.creditNotes.find((one) => one.creditNote === subject);
  if (note === undefined) return goneForm(context, titles["cancel-credit-note"]);
  return endingForm(context, titles["cancel-credit-note"], submit.cancel, (said) => ({
    type: "cancel-credit-note",
    creditNote: note.creditNote,
    ...said,
  }));
};
