import { addDebtor } from "#shared/app/ledger-acts.ts";
import { CONTACT_ROLES } from "#shared/claims/events.ts";
import { DEBTOR_KINDS } from "#shared/kernel/parties.ts";
import { YES, emptyForm } from "./form-spec.ts";
import type { FormContext, FormDefinition, FormReader } from "./form-spec.ts";
import { choicesOf, currencyOf, endingForm, goneForm, record } from "./form-parts.ts";

const LANGUAGES = ["fr", "en"] as const;
const RETIRE_REASONS = ["left", "bounced", "other"] as const;

const debtorValues = (reader: FormReader) => {
  const name = reader.required("name");
  const kind = reader.choice("kind", DEBTOR_KINDS);
  const language = reader.choice("language", LANGUAGES);
  const country = reader.required("country").toUpperCase();
  if (kind === null || language === null || reader.errors.size > 0) return null;
  return {
    name,
    kind,
    language,
    country,
    soleTrader: reader.flag("soleTrader"),
    siren: reader.optional("siren"),
    siret: reader.optional("siret"),
    vatNumber: reader.optional("vatNumber"),
    phone: reader.optional("phone"),
    address: reader.optional("address"),
  };
};

/** A new debtor (a name is enough) or the corrected one. */
export const debtorForm = (context: FormContext): FormDefinition => {
  const { words, state, creditor } = context;
  const { fields, choices, titles, submit } = words.form;
  const debtor = state?.debtor ?? null;
  const isNew = context.account === null;
  return {
    title: titles.debtor,
    intro: null,
    blocked: null,
    submit: isNew ? submit.add : submit.save,
    currency: "EUR",
    fields: [
      { kind: "text", name: "name", label: fields.name, required: true },
      ...(isNew
        ? ([
            { kind: "text", name: "email", label: fields.email, input: "email" },
            { kind: "text", name: "contactName", label: fields.contactName },
          ] as const)
        : []),
      { kind: "select", name: "kind", label: fields.kind, choices: choicesOf(choices.kind) },
      { kind: "check", name: "soleTrader", label: fields.soleTrader },
      { kind: "text", name: "siren", label: fields.siren },
      { kind: "text", name: "phone", label: fields.phone, input: "tel" },
      { kind: "long", name: "address", label: fields.address, rows: 2 },
      {
        kind: "select",
        name: "language",
        label: fields.language,
        choices: choicesOf(choices.languages),
      },
      { kind: "text", name: "country", label: fields.country, required: true },
      { kind: "text", name: "siret", label: fields.siret },
      { kind: "text", name: "vatNumber", label: fields.vatNumber },
      ...(isNew ? ([{ kind: "check", name: "evenSo", label: words.form.evenSo }] as const) : []),
    ],
    initial: emptyForm({
      name: debtor?.name ?? "",
      kind: debtor?.kind ?? "business",
      soleTrader: debtor?.soleTrader === true ? YES : "",
      siren: debtor?.siren ?? "",
      siret: debtor?.siret ?? "",
      vatNumber: debtor?.vatNumber ?? "",
      phone: debtor?.phone ?? "",
      address: debtor?.address ?? "",
      language: debtor?.language ?? creditor?.language ?? context.language,
      country: debtor?.country ?? creditor?.country ?? "FR",
    }),
    read: (reader) => {
      const typed = debtorValues(reader);
      if (typed === null) return null;
      if (!isNew) return record(context, { type: "correct-debtor", changes: typed });
      const email = reader.optional("email");
      const name = reader.optional("contactName");
      const contacts =
        email === null && name === null ? [] : [{ name, email, phone: null, roles: [] }];
      const evenSo = reader.flag("evenSo");
      return {
        does: (run) => run(addDebtor, { debtor: typed, contacts, group: null, evenSo }),
      };
    },
  };
};

export const contactForm = (context: FormContext): FormDefinition => {
  const { words, state, subject } = context;
  const { fields, choices, titles, submit } = words.form;
  const contact = state?.contacts.find((one) => one.contact === subject) ?? null;
  if (subject !== null && (contact === null || contact.retired !== null)) {
    return goneForm(context, titles.contact);
  }
  return {
    title: titles.contact,
    intro: null,
    blocked: null,
    submit: contact === null ? submit.add : submit.save,
    currency: "EUR",
    fields: [
      { kind: "text", name: "email", label: fields.email, input: "email" },
      { kind: "text", name: "name", label: fields.contactName },
      { kind: "text", name: "phone", label: fields.phone, input: "tel" },
      {
        kind: "checks",
        name: "roles",
        label: fields.roles,
        choices: CONTACT_ROLES.map((role) => ({ value: role, label: [choices.roles[role]] })),
      },
    ],
    initial: emptyForm(
      {
        name: contact?.name ?? "",
        email: contact?.email ?? "",
        phone: contact?.phone ?? "",
      },
      { roles: contact?.roles ?? [] },
    ),
    read: (reader) => {
      const picked = reader.picked("roles");
      const said = {
        name: reader.optional("name"),
        email: reader.optional("email")?.toLowerCase() ?? null,
        phone: reader.optional("phone"),
        roles: CONTACT_ROLES.filter((role) => picked.includes(role)),
      };
      return contact === null
        ? record(context, { type: "add-contact", ...said })
        : record(context, { type: "correct-contact", contact: contact.contact, changes: said });
    },
  };
};

export const retireContactForm = (context: FormContext): FormDefinition => {
  const { words, state, subject } = context;
  const { fields, choices, titles, submit } = words.form;
  const contact = state?.contacts.find((one) => one.contact === subject);
  if (contact === undefined) return goneForm(context, titles["retire-contact"]);
  return {
    title: titles["retire-contact"],
    intro: [{ foreign: contact.email ?? contact.name ?? contact.phone ?? "" }],
    blocked: null,
    submit: submit.withdraw,
    currency: "EUR",
    fields: [
      {
        kind: "select",
        name: "reason",
        label: fields.retireReason,
        choices: RETIRE_REASONS.map((key) => ({ value: key, label: choices.retire[key].own })),
      },
      { kind: "date", name: "on", label: fields.on, required: true },
    ],
    initial: emptyForm({ reason: "left", on: context.today }),
    read: (reader) => {
      const reason = reader.choice("reason", RETIRE_REASONS);
      const on = reader.requiredDate("on");
      if (reason === null || on === null) return null;
      return record(context, { type: "retire-contact", contact: contact.contact, reason, on });
    },
  };
};

export const groupForm = (context: FormContext): FormDefinition => {
  const { fields, hints, titles, submit } = context.words.form;
  return {
    title: titles.group,
    intro: null,
    blocked: null,
    submit: submit.save,
    currency: "EUR",
    fields: [{ kind: "text", name: "group.name", label: fields.groupName, hint: hints.group }],
    initial: emptyForm({ "group.name": context.state?.debtor?.group?.name ?? "" }),
    read: (reader) => {
      const name = reader.optional("group.name");
      return record(context, {
        type: "group-debtor",
        group: name === null ? null : { id: null, name },
      });
    },
  };
};

/** A new note; an old one is taken away with its reason, never rewritten. */
export const noteForm = (context: FormContext): FormDefinition => {
  const { words, state, subject } = context;
  const { fields, hints, titles, submit } = words.form;
  const note = state?.notes.find((one) => one.note === subject);
  if (note !== undefined) {
    const ending = endingForm(context, titles.note, submit.withdraw, ({ reason }) => ({
      type: "remove-note",
      note: note.note,
      reason,
    }));
    return {
      ...ending,
      intro: [{ foreign: note.text }],
      fields: ending.fields.filter(({ name }) => name !== "on"),
    };
  }
  return {
    title: titles.note,
    intro: null,
    blocked: null,
    submit: submit.add,
    currency: currencyOf(state),
    fields: [{ kind: "long", name: "text", label: fields.note, hint: hints.note, required: true }],
    initial: emptyForm(),
    read: (reader) => {
      const text = reader.required("text");
      return text === "" ? null : record(context, { type: "write-note", on: context.today, text });
    },
  };
};
