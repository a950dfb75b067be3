import { attachDocument } from "#shared/app/record-exchange.ts";
import { emptyForm } from "#shared/app/forms/form-spec.ts";
import type { FormContext } from "#shared/app/forms/form-spec.ts";
import {
  choicesOf,
  currencyOf,
  goneForm,
  invoiceOptions,
  record,
  subjectInvoice,
} from "#shared/app/forms/form-parts.ts";
import { DOCUMENT_KINDS } from "#shared/claims/events.ts";
import { hexOfBytes } from "#shared/kernel/bytes.ts";
import { err } from "#shared/kernel/result.ts";
import { fileIn } from "./host-form.ts";
import type { HostForm } from "./host-form.ts";

/** A document beyond this does not fit a mail either: a scan of hundreds of pages, or the wrong file. */
const DOCUMENT_BYTES_MAX = 25 * 1024 * 1024;

/** A document with its bytes. One attached before is corrected in its name, date and place, or taken away. */
export const documentForm = (context: FormContext): HostForm => {
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
      const file = fileIn(reader);
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
