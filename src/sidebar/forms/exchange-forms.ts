import { attachDocument, recordExchange } from "#shared/app/record-exchange.ts";
import { CALL_OUTCOMES, DOCUMENT_KINDS } from "#shared/claims/events.ts";
import { hexOfBytes } from "#shared/kernel/bytes.ts";
import { err } from "#shared/kernel/result.ts";
import { YES, emptyForm } from "./form-spec.ts";
import type { FieldSpec, FormContext, FormDefinition, FormState } from "./form-spec.ts";
import {
  choicesOf,
  currencyOf,
  goneForm,
  invoiceChoices,
  invoiceOptions,
  portionsOf,
  record,
  subjectInvoice,
} from "./form-parts.ts";

const DIRECTIONS = ["in", "out"] as const;
/** A document beyond this does not fit a mail either: a scan of hundreds of pages, or the wrong file. */
const DOCUMENT_BYTES_MAX = 25 * 1024 * 1024;

export type SpokenKind = "call" | "letter" | "meeting";

/** A call, letter or meeting noted by hand; where it is the plan's step, it takes it. */
export const exchangeForm = (context: FormContext, kind: SpokenKind): FormDefinition => {
  const { words, state, subject, account } = context;
  const { fields, choices, hints, titles, submit } = words.form;
  const exchange = state?.exchanges.find((one) => one.exchange === subject) ?? null;
  const isNew = exchange === null;
  const directions = kind === "letter" ? choices.letterDirection : choices.direction;
  const portions = portionsOf(state, []);
  const isStep = kind !== "meeting" && portions.length > 0 && isNew;
  const list: readonly FieldSpec[] = [
    ...(kind === "call"
      ? ([
          {
            kind: "select",
            name: "outcome",
            label: fields.callOutcome,
            choices: choicesOf(choices.callOutcome),
          },
        ] as const)
      : []),
    ...(kind === "letter"
      ? ([{ kind: "text", name: "subject", label: fields.subject }] as const)
      : []),
    { kind: "long", name: "words", label: fields.words },
    { kind: "text", name: "person", label: fields.person },
    {
      kind: "select",
      name: "direction",
      label: fields.direction,
      choices: choicesOf(directions),
    },
    { kind: "date", name: "on", label: fields.on, required: true },
    {
      kind: "checks",
      name: "invoices",
      label: fields.invoices,
      hint: hints.invoices,
      choices: invoiceChoices(context),
    },
    ...(isStep
      ? ([
          {
            kind: "check",
            name: "step",
            label: fields.countsAsStep,
            when: (typed: FormState) => typed.texts["direction"] === "out",
          },
        ] as const)
      : []),
  ];
  return {
    title: titles[kind],
    intro: null,
    blocked: null,
    submit: isNew ? submit.add : submit.save,
    currency: currencyOf(state),
    fields: list,
    initial: emptyForm(
      {
        outcome: exchange?.outcome ?? "reached",
        subject: exchange?.subject ?? "",
        words: exchange?.words ?? "",
        person: exchange?.from ?? "",
        direction: exchange?.direction === "in" ? "in" : "out",
        on: exchange?.on ?? context.today,
        step: YES,
      },
      { invoices: exchange?.invoices ?? [] },
    ),
    read: (reader) => {
      const direction = reader.choice("direction", DIRECTIONS);
      const outcome = kind === "call" ? reader.choice("outcome", CALL_OUTCOMES) : null;
      const on = reader.requiredDate("on");
      if (direction === null || on === null || reader.errors.size > 0) return null;
      const invoices = [...reader.picked("invoices")];
      const said = {
        direction,
        on,
        at: on,
        subject: reader.optional("subject"),
        from: reader.optional("person"),
        to: [],
        outcome,
        words: reader.optional("words"),
        invoices,
      };
      if (exchange !== null) {
        return record(context, {
          type: "correct-exchange",
          exchange: exchange.exchange,
          changes: said,
        });
      }
      const taken = isStep && reader.flag("step");
      return (host) =>
        host.run(recordExchange, {
          account: account ?? "",
          exchange: {
            type: "file-exchange",
            kind,
            ...said,
            messageId: null,
            blob: null,
            obtained: null,
            automatic: false,
          },
          step: taken
            ? { step: kind === "call" ? "call" : "letter", portions: portionsOf(state, invoices) }
            : null,
        });
    },
  };
};

/** A document with its bytes. One attached before is corrected in its name, date and place, or taken away. */
export const documentForm = (context: FormContext): FormDefinition => {
  const { words, state, subject, account } = context;
  const { fields, hints, choices, titles, submit } = words.form;
  const document = state?.documents.find((one) => one.document === subject) ?? null;
  const named = subjectInvoice(context);
  if (subject !== null && named === null && (document === null || document.removed !== null)) {
    return goneForm(context, titles.document);
  }
  return {
    title: titles.document,
    intro: null,
    blocked: null,
    submit: document === null ? submit.add : submit.save,
    currency: currencyOf(state),
    fields: [
      ...(document === null
        ? ([
            { kind: "file", name: "file", label: fields.file, hint: hints.file, required: true },
          ] as const)
        : []),
      {
        kind: "select",
        name: "kind",
        label: fields.documentKind,
        choices: choicesOf(choices.document),
      },
      {
        kind: "text",
        name: "name",
        label: fields.documentName,
        required: document !== null,
      },
      {
        kind: "select",
        name: "invoice",
        label: fields.invoice,
        choices: invoiceOptions(context, choices.noInvoice),
      },
      { kind: "date", name: "on", label: fields.on, required: true },
      ...(document === null
        ? []
        : ([{ kind: "text", name: "reason", label: fields.reason, required: true }] as const)),
    ],
    initial: emptyForm({
      kind: document?.kind ?? "invoice",
      name: document?.name ?? "",
      invoice: document?.invoice ?? named ?? "",
      on: document?.on ?? context.today,
    }),
    read: (reader) => {
      const kind = reader.choice("kind", DOCUMENT_KINDS);
      const on = reader.requiredDate("on");
      const invoice = reader.optional("invoice");
      if (document !== null) {
        const name = reader.required("name");
        const reason = reader.required("reason");
        if (kind === null || on === null || reader.errors.size > 0) return null;
        const { blob, obtained } = document;
        const said = { kind, name, on, invoice, blob, obtained };
        return record(context, {
          type: "correct-document",
          document: document.document,
          reason,
          ...said,
        });
      }
      const file = reader.file();
      if (file === null) reader.refuse("file", words.form.errors.missing);
      else if (file.size > DOCUMENT_BYTES_MAX) {
        reader.refuse("file", words.form.errors.fileTooBig);
      }
      if (kind === null || on === null || file === null || reader.errors.size > 0) return null;
      const name = reader.optional("name") ?? file.name;
      return async (host) => {
        const bytes = new Uint8Array(await file.arrayBuffer());
        if (account === null) return err({ type: "account-unknown", account: "" });
        const digest = await crypto.subtle.digest("SHA-256", bytes);
        const sha256 = hexOfBytes(new Uint8Array(digest));
        return host.run(
          attachDocument,
          {
            account,
            document: {
              type: "attach-document",
              kind,
              name,
              on,
              invoice,
              blob: { sha256, size: bytes.length },
              obtained: "as-received",
            },
          },
          { bytes: new Map([[sha256, bytes]]) },
        );
      };
    },
  };
};
