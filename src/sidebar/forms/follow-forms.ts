import { IDENTITY_PLACES, SENSITIVE_REASONS } from "#shared/claims/file-events.ts";
import { recoveryWords } from "#shared/locales/recovery-words.ts";
import { STEPS } from "#shared/recovery/steps.ts";
import { capital, foreign } from "#shared/kernel/text.ts";
import { MAIL_WORDS } from "#shared/locales/mail-words.ts";
import { emptyForm } from "#shared/app/forms/form-spec.ts";
import type { HostForm } from "./host-form.ts";
import { choicesOf, portionsOf, record } from "#shared/app/forms/form-parts.ts";
import {
  authorsOf,
  blockedFile,
  endingFile,
  fileForm,
  fileWithin,
  goneFile,
  invoicesField,
  noteField,
  onField,
  recordWith,
} from "./file-form-parts.ts";
import type { FileContext } from "./file-form-parts.ts";

export const sensitiveHoldForm = (context: FileContext): HostForm => {
  const { said } = context;
  return fileForm(context, "sensitive-hold", {
    submit: said.submit.suspend,
    intro: said.intros.sensitive,
    fields: [
      {
        kind: "select",
        name: "reason",
        label: said.fields.circumstance,
        choices: choicesOf(said.of.sensitive),
      },
      {
        kind: "long",
        name: "note",
        label: said.fields.sensitiveNote,
        hint: said.hints.sensitiveNote,
        rows: 2,
      },
    ],
    initial: emptyForm({ reason: "other" }),
    read: (reader) => {
      const reason = reader.choice("reason", SENSITIVE_REASONS);
      if (reason === null) return null;
      const note = reader.optional("note");
      return record(context, { type: "place-sensitive-hold", on: context.today, reason, note });
    },
  });
};

export const liftSensitiveHoldForm = (context: FileContext): HostForm => {
  const { said, file, subject } = context;
  const hold = file.sensitiveHolds.find(
    (one) => one.liftedOn === null && (subject === null || one.hold === subject),
  );
  if (hold === undefined) return goneFile(context, "lift-sensitive-hold");
  return fileForm(context, "lift-sensitive-hold", {
    submit: said.submit.resume,
    intro: said.intros.resume,
    fields: [onField(context)],
    read: (reader) => {
      const on = reader.requiredDate("on");
      if (on === null) return null;
      return record(context, { type: "lift-sensitive-hold", hold: hold.hold, on });
    },
  });
};

export const identityForm = (context: FileContext): HostForm => {
  const { said, state } = context;
  const { fields, hints } = said;
  const { debtor } = state ?? { debtor: null };
  return fileForm(context, "identity", {
    submit: context.words.form.submit.add,
    fields: [
      {
        kind: "select",
        name: "where",
        label: fields.where,
        choices: choicesOf(said.of.identityPlace),
      },
      { kind: "text", name: "name", label: fields.seenName, required: true },
      { kind: "text", name: "siren", label: context.words.form.fields.siren },
      { kind: "long", name: "address", label: context.words.form.fields.address, rows: 2 },
      {
        kind: "check",
        name: "closed",
        label: fields.closed,
        when: ({ texts }) => texts["where"] === "register",
      },
      {
        kind: "text",
        name: "source",
        label: fields.seenSource,
        hint: hints.identitySource,
        required: true,
      },
      { kind: "date", name: "on", label: fields.seenOn, required: true },
      { kind: "file", name: "file", label: fields.file, hint: hints.identityFile },
    ],
    initial: emptyForm({ where: "register", name: debtor?.name ?? "", on: context.today }),
    read: (reader) => {
      const where = reader.choice("where", IDENTITY_PLACES);
      const name = reader.required("name");
      const source = reader.required("source");
      const on = reader.requiredDate("on");
      const file = fileWithin(context, reader);
      if (where === null || on === null || reader.errors.size > 0) return null;
      return recordWith(context, file, (blob) => ({
        type: "record-identity",
        where,
        on,
        name,
        siren: reader.optional("siren"),
        address: reader.optional("address"),
        closed: reader.flag("closed"),
        source,
        blob,
      }));
    },
  });
};

export const payerForm = (context: FileContext): HostForm => {
  const { said } = context;
  return fileForm(context, "payer", {
    submit: context.words.form.submit.add,
    intro: said.intros.payer,
    fields: [
      { kind: "text", name: "name", label: said.fields.payerName, required: true },
      { kind: "text", name: "email", label: context.words.form.fields.email, input: "email" },
      invoicesField(context, said.hints.allInvoices),
    ],
    read: (reader) => {
      const name = reader.required("name");
      if (name === "") return null;
      return record(context, {
        type: "name-payer",
        name,
        email: reader.optional("email")?.toLowerCase() ?? null,
        invoices: [...reader.picked("invoices")],
      });
    },
  });
};

export const removePayerForm = (context: FileContext): HostForm => {
  const payer = context.file.payers.find((one) => one.payer === context.subject);
  if (payer === undefined) return goneFile(context, "remove-payer");
  return fileForm(context, "remove-payer", {
    submit: context.words.form.submit.withdraw,
    intro: [foreign(payer.name)],
    fields: [],
    read: () => record(context, { type: "remove-payer", payer: payer.payer }),
  });
};

export const ownerForm = (context: FileContext): HostForm => {
  const { said, file } = context;
  return fileForm(context, "owner", {
    submit: context.words.form.submit.save,
    fields: [
      {
        kind: "text",
        name: "owner",
        label: said.fields.owner,
        hint: said.hints.owner,
        suggestions: authorsOf(context),
      },
    ],
    initial: emptyForm({ owner: file.owner ?? "" }),
    read: (reader) =>
      record(context, { type: "set-owner", owner: reader.optional("owner"), on: context.today }),
  });
};

export const entrustDisputeForm = (context: FileContext): HostForm => {
  const { said, state, subject, file } = context;
  const open = (state?.disputes ?? []).filter(({ resolved }) => resolved === null);
  const dispute = open.find((one) => one.dispute === subject);
  if (subject !== null && dispute === undefined) return goneFile(context, "entrust-dispute");
  const [first] = open;
  const chosen = dispute ?? first;
  if (chosen === undefined) return blockedFile(context, "entrust-dispute", said.blocked.noDispute);
  const known = file.disputesEntrusted.find((one) => one.dispute === chosen.dispute);
  const invoice = state?.invoices.find((one) => one.invoice === chosen.invoice);
  const reason = MAIL_WORDS[context.language].reasons[chosen.reason].own;
  return fileForm(context, "entrust-dispute", {
    submit: said.submit.entrust,
    intro: [foreign(invoice?.number ?? chosen.invoice), { own: ` · ${reason}` }],
    fields: [
      {
        kind: "text",
        name: "owner",
        label: said.fields.owner,
        hint: said.hints.owner,
        suggestions: authorsOf(context),
      },
      { kind: "date", name: "answerBy", label: said.fields.answerBy },
    ],
    initial: emptyForm({ owner: known?.owner ?? context.me, answerBy: known?.answerBy ?? "" }),
    read: (reader) => {
      const answerBy = reader.date("answerBy");
      if (reader.errors.size > 0) return null;
      return record(context, {
        type: "entrust-dispute",
        dispute: chosen.dispute,
        owner: reader.optional("owner"),
        answerBy,
      });
    },
  });
};

export const askApprovalForm = (context: FileContext): HostForm => {
  const { said, state, ledger, language } = context;
  const { steps } = recoveryWords[language];
  const portions = portionsOf(state, []);
  const asked = STEPS.filter((step) => ledger.policy.approvalSteps.includes(step));
  const offered = asked.length === 0 ? STEPS : asked;
  return fileForm(context, "ask-approval", {
    submit: said.submit.ask,
    intro: said.intros.approval,
    blocked: portions.length === 0 ? context.words.form.noInvoices : null,
    fields: [
      {
        kind: "select",
        name: "step",
        label: said.fields.step,
        choices: offered.map((step) => ({ value: step, label: capital(steps[step]) })),
      },
      invoicesField(context, context.words.form.hints.invoices),
      { ...noteField(context), hint: said.hints.approvalNote },
    ],
    initial: emptyForm({
      step: offered.find((step) => step === "formal-notice") ?? offered[0] ?? "",
    }),
    read: (reader) => {
      const step = reader.choice("step", STEPS);
      if (step === null) return null;
      return record(context, {
        type: "ask-approval",
        on: context.today,
        step,
        portions: portionsOf(state, reader.picked("invoices")).map((one) => ({ ...one })),
        note: reader.optional("note"),
      });
    },
  });
};

export const giveApprovalForm = (context: FileContext): HostForm => {
  const { said, file, subject, me, language } = context;
  const approval = file.approvals.find(
    (one) => one.approval === subject && one.given === null && one.refused === null,
  );
  if (approval === undefined) return goneFile(context, "give-approval");
  if (approval.entry.by === me) {
    return blockedFile(context, "give-approval", said.intros.ownApproval);
  }
  const step = STEPS.find((one) => one === approval.step);
  const name = step === undefined ? approval.step : capital(recoveryWords[language].steps[step]);
  return fileForm(context, "give-approval", {
    submit: said.submit.giveApproval,
    intro:
      approval.note === null ? [{ own: name }] : [{ own: `${name} · ` }, foreign(approval.note)],
    fields: [],
    read: () =>
      record(context, { type: "give-approval", approval: approval.approval, on: context.today }),
  });
};

export const refuseApprovalForm = (context: FileContext): HostForm => {
  const { said, file, subject } = context;
  const approval = file.approvals.find(
    (one) => one.approval === subject && one.given === null && one.refused === null,
  );
  if (approval === undefined) return goneFile(context, "refuse-approval");
  return endingFile(context, "refuse-approval", said.submit.refuse, null, (end) => ({
    type: "refuse-approval",
    approval: approval.approval,
    ...end,
  }));
};
