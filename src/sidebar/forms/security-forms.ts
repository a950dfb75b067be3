import { SECURITY_KINDS } from "#shared/claims/file-events.ts";
import { HANDED_TO } from "#shared/claims/law-events.ts";
import { foreign } from "#shared/kernel/text.ts";
import { YES, emptyForm } from "#shared/app/forms/form-spec.ts";
import type { FormState } from "#shared/app/forms/form-spec.ts";
import type { HostForm } from "./host-form.ts";
import {
  choicesOf,
  currencyField,
  currencyOf,
  record,
  typedAmount,
} from "#shared/app/forms/form-parts.ts";
import {
  endingFile,
  fileForm,
  fileWithin,
  goneFile,
  invoicesField,
  noteField,
  onField,
  openIn,
  recordWith,
  sumText,
  wholeOf,
} from "./file-form-parts.ts";
import type { FileContext } from "./file-form-parts.ts";

/** What stands behind a claim, and who it belongs or was entrusted to. */

const CHASERS = ["us", "assignee"] as const;
const INSURER_DAYS: readonly [number, number] = [0, 1_000];

export const securityForm = (context: FileContext): HostForm => {
  const { said, state } = context;
  const { fields, hints } = said;
  const isDated = ({ texts }: FormState): boolean =>
    texts["kind"] === "cheque" || texts["kind"] === "bill-of-exchange";
  const hasSum = ({ texts }: FormState): boolean => texts["kind"] !== "retention-of-title";
  return fileForm(context, "security", {
    submit: context.words.form.submit.add,
    fields: [
      { kind: "select", name: "kind", label: fields.kind, choices: choicesOf(said.of.security) },
      { kind: "text", name: "who", label: fields.guarantor, when: hasSum },
      { kind: "amount", name: "amount", label: context.words.form.fields.amount, when: hasSum },
      onField(context),
      { kind: "date", name: "dueOn", label: fields.dueOn, when: isDated },
      invoicesField(context, hints.allInvoices),
      noteField(context),
    ],
    initial: emptyForm({ kind: "guarantor", on: context.today }),
    read: (reader) => {
      const kind = reader.choice("kind", SECURITY_KINDS);
      const amount = reader.amount("amount");
      const on = reader.requiredDate("on");
      const dueOn = reader.date("dueOn");
      if (kind === null || on === null || reader.errors.size > 0) return null;
      return record(context, {
        type: "record-security",
        kind,
        invoices: [...reader.picked("invoices")],
        who: reader.optional("who"),
        currency: amount === null ? null : currencyOf(state),
        amount,
        on,
        dueOn,
        note: reader.optional("note"),
      });
    },
  });
};

export const releaseSecurityForm = (context: FileContext): HostForm => {
  const { said, file, subject } = context;
  const security = file.securities.find((one) => one.security === subject && one.released === null);
  if (security === undefined) return goneFile(context, "release-security");
  const intro = [said.of.security[security.kind]];
  return endingFile(context, "release-security", said.submit.release, intro, (end) => ({
    type: "release-security",
    security: security.security,
    ...end,
  }));
};

export const insuranceForm = (context: FileContext): HostForm => {
  const { said, file, state, language } = context;
  const { fields, hints, errors, notes } = said;
  const policy = file.insurance?.policy ?? null;
  const currency = policy?.currency ?? currencyOf(state);
  const insured = ({ texts }: FormState): boolean => texts["insured"] === YES;
  return fileForm(context, "insurance", {
    submit: context.words.form.submit.save,
    currency,
    fields: [
      { kind: "check", name: "insured", label: fields.insured },
      { kind: "text", name: "insurer", label: fields.insurer, required: true, when: insured },
      { kind: "text", name: "number", label: fields.policyNumber, when: insured },
      { ...currencyField(context), when: insured },
      {
        kind: "amount",
        name: "cover",
        label: fields.cover,
        hint: hints.cover,
        required: true,
        when: insured,
      },
      {
        kind: "text",
        name: "extendDays",
        label: fields.extendDays,
        hint: hints.insurerDays,
        when: insured,
      },
      {
        kind: "text",
        name: "declareDays",
        label: fields.declareDays,
        hint: hints.insurerDays,
        when: insured,
      },
      { kind: "date", name: "on", label: fields.since, required: true },
    ],
    initial: emptyForm({
      insured: file.insurance === null || policy !== null ? YES : "",
      insurer: policy?.insurer ?? "",
      number: policy?.number ?? "",
      currency,
      cover: typedAmount(policy?.cover ?? null, currency, language),
      extendDays: policy?.extendDays == null ? "" : String(policy.extendDays),
      declareDays: policy?.declareDays == null ? "" : String(policy.declareDays),
      on: file.insurance?.on ?? context.today,
    }),
    notes: () => {
      const owed = openIn(context, currency);
      return policy === null || owed <= policy.cover
        ? []
        : [
            {
              tone: "warning",
              text: notes.cover(
                sumText(context, owed, currency),
                sumText(context, policy.cover, currency),
              ),
            },
          ];
    },
    read: (reader) => {
      const on = reader.requiredDate("on");
      if (!reader.flag("insured")) {
        return on === null ? null : record(context, { type: "set-insurance", on, policy: null });
      }
      const insurer = reader.required("insurer");
      const cover = reader.requiredAmount("cover");
      const extendDays = wholeOf(reader, "extendDays", INSURER_DAYS, errors.insurerDays);
      const declareDays = wholeOf(reader, "declareDays", INSURER_DAYS, errors.insurerDays);
      if (cover === null || on === null || reader.errors.size > 0) return null;
      return record(context, {
        type: "set-insurance",
        on,
        policy: {
          insurer,
          number: reader.optional("number"),
          currency: reader.currency(),
          cover,
          extendDays,
          declareDays,
        },
      });
    },
  });
};

export const insurerConsentForm = (context: FileContext): HostForm => {
  const { said } = context;
  return fileForm(context, "insurer-consent", {
    submit: context.words.form.submit.add,
    fields: [
      {
        kind: "long",
        name: "note",
        label: said.fields.consent,
        hint: said.hints.consent,
        rows: 2,
        required: true,
      },
      onField(context),
      { kind: "date", name: "until", label: said.fields.consentUntil },
      { kind: "file", name: "file", label: said.fields.file, hint: said.hints.proofFile },
    ],
    read: (reader) => {
      const note = reader.required("note");
      const on = reader.requiredDate("on");
      const until = reader.date("until");
      const file = fileWithin(context, reader);
      if (until !== null && on !== null && until < on) reader.refuse("until", said.errors.order);
      if (on === null || reader.errors.size > 0) return null;
      return recordWith(context, file, (blob) => ({
        type: "record-insurer-consent",
        on,
        until,
        note,
        blob,
      }));
    },
  });
};

export const assignForm = (context: FileContext): HostForm => {
  const { said } = context;
  const { fields, hints } = said;
  const invoices = invoicesField(context, hints.assignedInvoices);
  const none = invoices.kind === "checks" && invoices.choices.length === 0;
  return fileForm(context, "assign", {
    submit: context.words.form.submit.save,
    intro: said.intros.assign,
    blocked: none ? context.words.form.noInvoices : null,
    fields: [
      { kind: "text", name: "to", label: fields.assignee, required: true },
      invoices,
      { kind: "select", name: "chaser", label: fields.chaser, choices: choicesOf(said.of.chaser) },
      { kind: "text", name: "iban", label: fields.iban, hint: hints.assignedIban },
      { kind: "text", name: "bic", label: fields.bic },
      onField(context),
      noteField(context),
    ],
    initial: emptyForm(
      { chaser: "assignee", on: context.today },
      { invoices: context.subject === null ? [] : [context.subject] },
    ),
    read: (reader) => {
      const to = reader.required("to");
      const picked = reader.picked("invoices");
      const chaser = reader.choice("chaser", CHASERS);
      const on = reader.requiredDate("on");
      if (picked.length === 0) reader.refuse("invoices", said.errors.pickInvoices);
      if (chaser === null || on === null || reader.errors.size > 0) return null;
      return record(context, {
        type: "assign-invoices",
        on,
        invoices: [...picked],
        to,
        chaser,
        iban: reader.optional("iban"),
        bic: reader.optional("bic"),
        note: reader.optional("note"),
      });
    },
  });
};

export const endAssignmentForm = (context: FileContext): HostForm => {
  const assignment = context.file.assignments.find(
    (one) => one.assignment === context.subject && one.ended === null,
  );
  if (assignment === undefined) return goneFile(context, "end-assignment");
  const { end } = context.words.form.submit;
  return endingFile(context, "end-assignment", end, [foreign(assignment.to)], (ended) => ({
    type: "end-assignment",
    assignment: assignment.assignment,
    ...ended,
  }));
};

export const handOverForm = (context: FileContext): HostForm => {
  const { said, words } = context;
  return fileForm(context, "hand-over", {
    submit: said.submit.hand,
    intro: said.intros.handOver,
    fields: [
      { kind: "text", name: "to", label: said.fields.to, required: true },
      {
        kind: "select",
        name: "role",
        label: said.fields.role,
        choices: choicesOf(said.of.handedTo),
      },
      { kind: "text", name: "email", label: words.form.fields.email, input: "email" },
      { kind: "text", name: "phone", label: words.form.fields.phone, input: "tel" },
      invoicesField(context, said.hints.allInvoices),
      onField(context),
    ],
    initial: emptyForm({ role: "lawyer", on: context.today }),
    read: (reader) => {
      const to = reader.required("to");
      const role = reader.choice("role", HANDED_TO);
      const on = reader.requiredDate("on");
      if (role === null || on === null || reader.errors.size > 0) return null;
      return record(context, {
        type: "hand-over-claims",
        on,
        invoices: [...reader.picked("invoices")],
        to,
        role,
        email: reader.optional("email")?.toLowerCase() ?? null,
        phone: reader.optional("phone"),
      });
    },
  });
};

export const endHandOverForm = (context: FileContext): HostForm => {
  const handOver = context.file.handOvers.find(
    (one) => one.handOver === context.subject && one.ended === null,
  );
  if (handOver === undefined) return goneFile(context, "end-hand-over");
  const { end } = context.words.form.submit;
  return endingFile(context, "end-hand-over", end, [foreign(handOver.to)], (ended) => ({
    type: "end-hand-over",
    handOver: handOver.handOver,
    ...ended,
  }));
};
