import type { AccountState } from "#shared/claims/account.ts";
import { balancesOf } from "#shared/claims/balances.ts";
import type { Allocation, CreditAllocation } from "#shared/claims/events.ts";
import { formatMoney, money } from "#shared/kernel/money.ts";
import type { Currency } from "#shared/kernel/money.ts";
import { own } from "#shared/kernel/text.ts";
import { emptyForm, lineName } from "./form-spec.ts";
import type { FormContext, FormDefinition, FormReader } from "./form-spec.ts";
import {
  choicesOf,
  currencyOf,
  endingForm,
  goneForm,
  invoiceChoices,
  invoiceOptions,
  record,
  subjectInvoice,
  typedAmount,
} from "./form-parts.ts";

const CHARGES = ["interest", "compensation"] as const;

/** Money in. Corrected, the former entry is reversed with its reason and the right one stands in its place. */
export const paymentForm = (context: FormContext): FormDefinition => {
  const { words, state, subject, language } = context;
  const { fields, hints, titles, submit } = words.form;
  const payment = state?.payments.find((one) => one.payment === subject) ?? null;
  const named = subjectInvoice(context);
  if (subject !== null && named === null && (payment === null || payment.reversed !== null)) {
    return goneForm(context, titles.payment);
  }
  const currency = payment?.currency ?? currencyOf(state);
  return {
    title: titles.payment,
    intro: payment === null ? null : [words.form.correctingPayment],
    blocked: null,
    submit: payment === null ? submit.add : submit.save,
    currency,
    fields: [
      { kind: "amount", name: "amount", label: fields.amount, required: true },
      { kind: "date", name: "on", label: fields.on, required: true },
      ...(payment === null
        ? ([
            {
              kind: "checks",
              name: "named",
              label: fields.named,
              hint: hints.named,
              choices: invoiceChoices(context),
            },
          ] as const)
        : []),
      { kind: "text", name: "reference", label: fields.reference },
      { kind: "text", name: "payer", label: fields.payer },
      ...(payment === null
        ? []
        : ([{ kind: "text", name: "reason", label: fields.reason, required: true }] as const)),
    ],
    initial: emptyForm(
      {
        amount: typedAmount(payment?.amount ?? null, currency, language),
        on: payment?.on ?? context.today,
        reference: payment?.reference ?? "",
      },
      { named: named === null ? [] : [named] },
    ),
    read: (reader) => {
      const amount = reader.requiredAmount("amount");
      const on = reader.requiredDate("on");
      const reason = payment === null ? "" : reader.required("reason");
      if (amount === null || on === null || reader.errors.size > 0) return null;
      const said = {
        on,
        currency,
        amount,
        reference: reader.optional("reference"),
        payer: reader.optional("payer"),
        allocations: null,
      };
      return payment === null
        ? record(context, {
            type: "record-payment",
            ...said,
            source: "hand",
            rank: 0,
            named: reader.picked("named"),
          })
        : record(context, { type: "correct-payment", payment: payment.payment, reason, ...said });
    },
  };
};

/** Sets a payment or a credit note against invoices, line by line. */
export const allocateForm = (context: FormContext): FormDefinition => {
  const { words, state, subject, language } = context;
  const { fields, hints, titles, submit } = words.form;
  const payment = state?.payments.find((one) => one.payment === subject);
  const note = state?.creditNotes.find((one) => one.creditNote === subject);
  const source = payment ?? note;
  if (source === undefined) return goneForm(context, titles.allocate);
  const sums = new Map<string, number>();
  // What a payment paid of interest and compensation stays as it is: this form moves principal.
  const others = (payment?.allocations ?? []).filter(({ to }) => to !== "principal");
  for (const part of source.allocations) {
    if ("to" in part && part.to !== "principal") continue;
    sums.set(part.invoice, (sums.get(part.invoice) ?? 0) + part.amount);
  }
  const lines = invoiceChoices(context, [...sums.keys()]);
  const { currency } = source;
  return {
    title: titles.allocate,
    intro: [own(formatMoney(money(source.amount, currency), language))],
    blocked: lines.length === 0 ? words.form.noInvoices : null,
    submit: submit.save,
    currency,
    fields: [
      {
        kind: "amounts",
        name: "allocations",
        label: fields.allocations,
        hint: hints.allocations,
        lines,
      },
    ],
    initial: emptyForm(
      Object.fromEntries(
        [...sums].map(([invoice, amount]) => [
          lineName("allocations", invoice),
          typedAmount(amount, currency, language),
        ]),
      ),
    ),
    read: (reader) => {
      const parts = linesOf(
        reader,
        lines.map(({ value }) => value),
      );
      if (reader.errors.size > 0) return null;
      if (payment === undefined) {
        return record(context, {
          type: "allocate-credit-note",
          creditNote: subject ?? "",
          allocations: [...parts],
        });
      }
      const allocations: Allocation[] = parts.map((part) => ({
        ...part,
        portion: null,
        to: "principal",
      }));
      return record(context, {
        type: "allocate-payment",
        payment: payment.payment,
        allocations: [...others, ...allocations],
      });
    },
  };
};

const linesOf = (reader: FormReader, invoices: readonly string[]): readonly CreditAllocation[] =>
  invoices.flatMap((invoice) => {
    const amount = reader.amount(lineName("allocations", invoice));
    return amount === null ? [] : [{ invoice, amount }];
  });

export const reversePaymentForm = (context: FormContext): FormDefinition => {
  const { titles, submit } = context.words.form;
  const payment = context.state?.payments.find((one) => one.payment === context.subject);
  if (payment === undefined) return goneForm(context, titles["reverse-payment"]);
  return endingForm(context, titles["reverse-payment"], submit.cancel, (said) => ({
    type: "reverse-payment",
    payment: payment.payment,
    ...said,
  }));
};

export const chargeForm = (context: FormContext): FormDefinition => {
  const { words, state } = context;
  const { fields, choices, titles, submit } = words.form;
  const options = invoiceOptions(context, null);
  return {
    title: titles.charge,
    intro: null,
    blocked: options.length === 0 ? words.form.noInvoices : null,
    submit: submit.add,
    currency: currencyOf(state),
    fields: [
      {
        kind: "select",
        name: "kind",
        label: fields.chargeKind,
        choices: choicesOf(choices.charge),
      },
      { kind: "select", name: "invoice", label: fields.invoice, choices: options },
      { kind: "amount", name: "amount", label: fields.amount, required: true },
      { kind: "date", name: "on", label: fields.on, required: true },
    ],
    initial: emptyForm({
      kind: "interest",
      invoice: subjectInvoice(context) ?? options[0]?.value ?? "",
      on: context.today,
    }),
    read: (reader) => {
      const kind = reader.choice("kind", CHARGES);
      const invoice = reader.required("invoice");
      const amount = reader.requiredAmount("amount");
      const on = reader.requiredDate("on");
      if (kind === null || amount === null || on === null || invoice === "") return null;
      return record(context, { type: "claim-charge", kind, invoice, amount, on });
    },
  };
};

/** Without a subject: the oldest charge that still stands. */
export const waiveChargeForm = (context: FormContext): FormDefinition => {
  const { words, state, subject, language } = context;
  const { fields, hints, titles, submit } = words.form;
  const charge =
    state?.charges.find((one) => one.charge === subject) ??
    state?.charges.find((one) => one.charge !== subject && isOpen(state, one.invoice, one.kind));
  if (charge === undefined) return goneForm(context, titles["waive-charge"]);
  const currency: Currency = charge.currency;
  return {
    title: titles["waive-charge"],
    intro: [
      words.form.choices.charge[charge.kind],
      own(` · ${formatMoney(money(charge.amount, currency), language)}`),
    ],
    blocked: null,
    submit: submit.waive,
    currency,
    fields: [
      { kind: "amount", name: "amount", label: fields.amount, hint: hints.waiveAll },
      { kind: "text", name: "reason", label: fields.reason, required: true },
      { kind: "date", name: "on", label: fields.on, required: true },
    ],
    initial: emptyForm({ on: context.today }),
    read: (reader) => {
      const amount = reader.amount("amount");
      const reason = reader.required("reason");
      const on = reader.requiredDate("on");
      if (on === null || reader.errors.size > 0) return null;
      return record(context, { type: "waive-charge", charge: charge.charge, amount, reason, on });
    },
  };
};

const isOpen = (
  state: AccountState,
  invoice: string,
  kind: "interest" | "compensation",
): boolean => {
  const balance = balancesOf(state).invoices.find((one) => one.invoice.invoice === invoice);
  return (balance?.[kind].open ?? 0) > 0;
};
