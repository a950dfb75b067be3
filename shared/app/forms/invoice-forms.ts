import { fileOf } from "#shared/claims/file.ts";
import { portionIdOf } from "#shared/claims/ids.ts";
import { dueByTerms } from "#shared/claims/terms.ts";
import { YES, emptyForm } from "./form-spec.ts";
import type { FormContext, FormDefinition, FormState } from "./form-spec.ts";
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

/**
 * Most invoices have one due date. Several are typed as parts; what is held back until a condition is met (a retention)
 * has an amount and no date.
 */
export const invoiceForm = (context: FormContext): FormDefinition => {
  const { words, state, subject, language } = context;
  const { fields, hints, titles, submit } = words.form;
  const invoice = state?.invoices.find((one) => one.invoice === subject) ?? null;
  if (subject !== null && (invoice === null || invoice.cancelled !== null)) {
    return goneForm(context, titles.invoice);
  }
  const currency = invoice?.currency ?? currencyOf(state);
  const portions = invoice?.portions ?? [];
  // Agreed terms date an invoice that is new; one that stands keeps the date that it was given.
  const agreed = state === null || invoice !== null ? null : fileOf(state).terms;
  const terms = agreed?.paymentDays == null ? null : agreed;
  const dated = portions.filter(({ dueOn }) => dueOn !== null);
  const held = portions.find(({ dueOn }) => dueOn === null) ?? null;
  const isSeveral = portions.length > 1;
  const several = (form: FormState): boolean => form.texts["several"] === YES;
  const typed = (amount: number | null): string => typedAmount(amount, currency, language);
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
      {
        kind: "date",
        name: "dueOn",
        label: fields.dueOn,
        hint: terms === null ? hints.dueOn : hints.dueByTerms,
        required: terms === null,
        when: (form) => !several(form),
      },
      { kind: "check", name: "several", label: fields.several },
      { kind: "parts", name: "parts", label: fields.dueParts, when: several },
      { kind: "amount", name: "held", label: fields.held, when: several },
      { kind: "text", name: "condition", label: fields.heldUntil, when: several },
      { kind: "text", name: "order", label: fields.order },
    ],
    initial: {
      ...emptyForm({
        number: invoice?.number ?? "",
        total: typed(invoice?.total ?? null),
        currency,
        issuedOn: invoice?.issuedOn ?? context.today,
        dueOn: dated[0]?.dueOn ?? "",
        order: invoice?.order ?? "",
        several: isSeveral ? YES : "",
        held: typed(held?.amount ?? null),
        condition: held?.condition ?? "",
      }),
      parts: isSeveral
        ? dated.map(({ dueOn, amount }) => ({ by: dueOn ?? "", amount: typed(amount) }))
        : [
            { by: "", amount: "" },
            { by: "", amount: "" },
          ],
    },
    read: (reader) => {
      const number = reader.required("number");
      const total = reader.requiredAmount("total");
      const issuedOn = reader.requiredDate("issuedOn");
      const inParts = reader.flag("several");
      const byTerms = terms === null || issuedOn === null ? null : dueByTerms(issuedOn, terms);
      const typedDue = byTerms === null || inParts ? null : reader.date("dueOn");
      const dueOn = inParts ? null : (typedDue ?? byTerms ?? reader.requiredDate("dueOn"));
      const parts = inParts ? reader.parts() : [];
      const heldBack = inParts ? reader.amount("held") : null;
      const condition = heldBack === null ? null : reader.optional("condition");
      if (total === null || issuedOn === null || reader.errors.size > 0) return null;
      const order = reader.optional("order");
      const asked = [
        ...(inParts
          ? parts.map(({ by, amount }) => ({ amount, dueOn: by, condition: null }))
          : [{ amount: total, dueOn, condition: null }]),
        ...(heldBack === null ? [] : [{ amount: heldBack, dueOn: null, condition }]),
      ];
      if (invoice === null) {
        return record(context, {
          type: "record-invoice",
          number,
          issuedOn,
          total,
          order,
          currency: reader.currency(),
          portions: asked,
          source: "hand",
        });
      }
      const named = asked.map((part, rank) => ({ portion: portionIdOf(rank), ...part }));
      return record(context, {
        type: "correct-invoice",
        invoice: invoice.invoice,
        changes: { number, issuedOn, total, order, portions: named },
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
