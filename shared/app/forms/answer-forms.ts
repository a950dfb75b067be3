import { EXCHANGE_KINDS } from "#shared/claims/events.ts";
import { addDays } from "#shared/kernel/calendar.ts";
import { DISPUTE_REASONS } from "#shared/kernel/parties.ts";
import { MAIL_WORDS } from "#shared/locales/mail-words.ts";
import { emptyForm } from "./form-spec.ts";
import type { FormContext, FormDefinition } from "./form-spec.ts";
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

const OUTCOMES = ["settled", "credited", "upheld", "withdrawn"] as const;
const ACTORS = ["us", "them"] as const;
/** Days from one part of an agreement to the next, before anybody types. */
const PART_DAYS = 30;

export const promiseForm = (context: FormContext): FormDefinition => {
  const { words, state, subject, language } = context;
  const { fields, hints, choices, titles, submit } = words.form;
  const promise = state?.promises.find((one) => one.promise === subject) ?? null;
  const named = subjectInvoice(context);
  if (subject !== null && named === null && (promise === null || promise.withdrawn !== null)) {
    return goneForm(context, titles.promise);
  }
  const currency = promise?.currency ?? currencyOf(state);
  const lines = invoiceChoices(context, promise?.invoices ?? []);
  return {
    title: titles.promise,
    intro: null,
    blocked: lines.length === 0 ? words.form.noInvoices : null,
    submit: promise === null ? submit.add : submit.save,
    currency,
    fields: [
      { kind: "date", name: "by", label: fields.by, hint: hints.noDate },
      { kind: "amount", name: "amount", label: fields.amount, hint: hints.whole },
      {
        kind: "checks",
        name: "invoices",
        label: fields.invoices,
        hint: hints.invoices,
        choices: lines,
      },
      ...(promise === null
        ? ([
            {
              kind: "select",
              name: "channel",
              label: fields.channel,
              choices: choicesOf(choices.channel),
            },
            { kind: "date", name: "on", label: fields.on, required: true },
            { kind: "long", name: "quote", label: fields.quote, rows: 2 },
          ] as const)
        : []),
      { kind: "text", name: "condition", label: fields.condition },
    ],
    initial: emptyForm(
      {
        by: promise?.by ?? "",
        amount: typedAmount(promise?.amount ?? null, currency, language),
        channel: "call",
        on: context.today,
        condition: promise?.condition ?? "",
      },
      { invoices: promise?.invoices ?? (named === null ? [] : [named]) },
    ),
    read: (reader) => {
      const by = reader.date("by");
      const amount = reader.amount("amount");
      const invoices = [...reader.picked("invoices")];
      const condition = reader.optional("condition");
      if (promise !== null) {
        if (reader.errors.size > 0) return null;
        const changes = { by, amount, invoices, condition };
        return record(context, { type: "correct-promise", promise: promise.promise, changes });
      }
      const on = reader.requiredDate("on");
      const channel = reader.choice("channel", EXCHANGE_KINDS);
      if (on === null || channel === null || reader.errors.size > 0) return null;
      return record(context, {
        type: "make-promise",
        on,
        by,
        amount,
        currency,
        invoices,
        condition,
        channel,
        exchange: null,
        quote: reader.optional("quote"),
      });
    },
  };
};

export const withdrawPromiseForm = (context: FormContext): FormDefinition => {
  const { titles, submit } = context.words.form;
  const promise = context.state?.promises.find((one) => one.promise === context.subject);
  if (promise === undefined) return goneForm(context, titles["withdraw-promise"]);
  return endingForm(context, titles["withdraw-promise"], submit.withdraw, (said) => ({
    type: "withdraw-promise",
    promise: promise.promise,
    ...said,
  }));
};

export const disputeForm = (context: FormContext): FormDefinition => {
  const { words, state, subject, language } = context;
  const { fields, hints, choices, titles, submit } = words.form;
  const dispute = state?.disputes.find((one) => one.dispute === subject) ?? null;
  const named = subjectInvoice(context);
  if (subject !== null && named === null && (dispute === null || dispute.resolved !== null)) {
    return goneForm(context, titles.dispute);
  }
  const options = invoiceOptions(context, null);
  const currency = currencyOf(state);
  const { reasons } = MAIL_WORDS[language];
  return {
    title: titles.dispute,
    intro: null,
    blocked: dispute === null && options.length === 0 ? words.form.noInvoices : null,
    submit: dispute === null ? submit.add : submit.save,
    currency,
    fields: [
      ...(dispute === null
        ? ([{ kind: "select", name: "invoice", label: fields.invoice, choices: options }] as const)
        : []),
      {
        kind: "select",
        name: "reason",
        label: fields.disputeReason,
        choices: DISPUTE_REASONS.map((key) => ({ value: key, label: reasons[key].own })),
      },
      { kind: "amount", name: "amount", label: fields.amount, hint: hints.whole },
      {
        kind: "select",
        name: "mustAct",
        label: fields.mustAct,
        choices: choicesOf(choices.mustAct),
      },
      ...(dispute === null
        ? ([{ kind: "date", name: "on", label: fields.on, required: true }] as const)
        : []),
      { kind: "long", name: "note", label: fields.note, rows: 2 },
    ],
    initial: emptyForm({
      invoice: named ?? options[0]?.value ?? "",
      reason: dispute?.reason ?? "other",
      amount: typedAmount(dispute?.amount ?? null, currency, language),
      mustAct: dispute?.mustAct ?? "us",
      on: context.today,
      note: dispute?.note ?? "",
    }),
    read: (reader) => {
      const reason = reader.choice("reason", DISPUTE_REASONS);
      const mustAct = reader.choice("mustAct", ACTORS);
      const amount = reader.amount("amount");
      const note = reader.optional("note");
      if (reason === null || mustAct === null || reader.errors.size > 0) return null;
      const said = { reason, mustAct, amount, note };
      if (dispute !== null) {
        return record(context, {
          type: "correct-dispute",
          dispute: dispute.dispute,
          changes: said,
        });
      }
      const invoice = reader.required("invoice");
      const on = reader.requiredDate("on");
      if (on === null || invoice === "") return null;
      return record(context, {
        type: "open-dispute",
        on,
        invoice,
        ...said,
        exchange: null,
        quote: null,
      });
    },
  };
};

export const resolveDisputeForm = (context: FormContext): FormDefinition => {
  const { words, state, subject } = context;
  const { fields, choices, titles, submit } = words.form;
  const dispute = state?.disputes.find((one) => one.dispute === subject && one.resolved === null);
  if (dispute === undefined) return goneForm(context, titles["resolve-dispute"]);
  const invoice = state?.invoices.find((one) => one.invoice === dispute.invoice);
  return {
    title: titles["resolve-dispute"],
    intro: [
      { foreign: invoice?.number ?? dispute.invoice },
      { own: ` · ${MAIL_WORDS[context.language].reasons[dispute.reason].own}` },
    ],
    blocked: null,
    submit: submit.close,
    currency: currencyOf(state),
    fields: [
      {
        kind: "select",
        name: "outcome",
        label: fields.outcome,
        choices: OUTCOMES.map((key) => ({ value: key, label: choices.outcome[key].own })),
      },
      { kind: "date", name: "on", label: fields.on, required: true },
      { kind: "long", name: "note", label: fields.note, rows: 2 },
    ],
    initial: emptyForm({ outcome: "settled", on: context.today }),
    read: (reader) => {
      const outcome = reader.choice("outcome", OUTCOMES);
      const on = reader.requiredDate("on");
      if (outcome === null || on === null) return null;
      return record(context, {
        type: "resolve-dispute",
        dispute: dispute.dispute,
        on,
        outcome,
        note: reader.optional("note"),
      });
    },
  };
};

export const instalmentsForm = (context: FormContext): FormDefinition => {
  const { words, state, subject, language } = context;
  const { fields, hints, titles, submit } = words.form;
  const agreed = state?.instalments.find((one) => one.instalments === subject) ?? null;
  const named = subjectInvoice(context);
  if (subject !== null && named === null && (agreed === null || agreed.ended !== null)) {
    return goneForm(context, titles.instalments);
  }
  const currency = agreed?.currency ?? currencyOf(state);
  const lines = invoiceChoices(context, agreed?.invoices ?? []);
  return {
    title: titles.instalments,
    intro: agreed === null ? null : [words.form.correctingTerms],
    blocked: lines.length === 0 ? words.form.noInvoices : null,
    submit: agreed === null ? submit.add : submit.save,
    currency,
    fields: [
      { kind: "parts", name: "parts", label: fields.parts, required: true },
      {
        kind: "checks",
        name: "invoices",
        label: fields.invoices,
        hint: hints.invoices,
        choices: lines,
      },
      { kind: "date", name: "on", label: fields.on, required: true },
      ...(agreed === null
        ? []
        : ([{ kind: "text", name: "reason", label: fields.reason, required: true }] as const)),
    ],
    initial: {
      ...emptyForm(
        { on: agreed?.on ?? context.today },
        { invoices: agreed?.invoices ?? (named === null ? [] : [named]) },
      ),
      parts:
        agreed === null
          ? [1, 2].map((rank) => ({ by: addDays(context.today, rank * PART_DAYS), amount: "" }))
          : agreed.parts.map(({ by, amount }) => ({
              by,
              amount: typedAmount(amount, currency, language),
            })),
    },
    read: (reader) => {
      const parts = reader.parts();
      const on = reader.requiredDate("on");
      const reason = agreed === null ? "" : reader.required("reason");
      if (on === null || reader.errors.size > 0) return null;
      const said = {
        on,
        currency,
        invoices: [...reader.picked("invoices")],
        parts: [...parts],
        exchange: agreed?.exchange ?? null,
      };
      return agreed === null
        ? record(context, { type: "agree-instalments", ...said })
        : record(context, {
            type: "correct-instalments",
            instalments: agreed.instalments,
            reason,
            ...said,
          });
    },
  };
};

export const endInstalmentsForm = (context: FormContext): FormDefinition => {
  const { titles, submit } = context.words.form;
  const agreed = context.state?.instalments.find((one) => one.instalments === context.subject);
  if (agreed === undefined) return goneForm(context, titles["end-instalments"]);
  return endingForm(context, titles["end-instalments"], submit.end, (said) => ({
    type: "end-instalments",
    instalments: agreed.instalments,
    ...said,
  }));
};
