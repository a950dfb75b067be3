import type { FollowView, ReadingView, TagValues } from "#shared/app/mail-view.ts";
import { DISPUTE_REASONS, TAGS } from "#shared/kernel/parties.ts";
import type { Tag } from "#shared/kernel/parties.ts";
import type { Language } from "#shared/kernel/money.ts";
import { nameInMail } from "#shared/app/name-in-mail.ts";
import type { FormWords } from "./form-words.ts";
import type { Message } from "#shared/mail/message.ts";
import { typedAmount } from "./form-parts.ts";
import { emptyForm } from "./form-spec.ts";
import type { FormDefinition, FormReader, FormState } from "./form-spec.ts";

export type MailForm = Omit<FormDefinition, "read">;

const ACTORS = ["us", "them"] as const;

const hasTag =
  (...tags: readonly Tag[]) =>
  ({ texts }: FormState): boolean =>
    tags.some((tag) => tag === texts["tag"]);

/** Where it is asked, the likeliest stand first. */
const tagsOf = ({ tags, likeliest }: ReadingView) =>
  [...likeliest, ...tags.filter(({ tag }) => !likeliest.some((one) => one.tag === tag))].map(
    ({ tag, label }) => ({ value: tag, label: label.own }),
  );

/** Tag, values and invoices in one compact form: only the fields of the tag chosen are shown. */
export const correctionForm = (
  reading: ReadingView,
  words: FormWords,
  language: Language,
  tag: Tag = reading.tag,
): MailForm => {
  const { mail, form } = words;
  const { values } = reading;
  const { currency } = values;
  const inParts = values.parts.length > 1;
  return {
    title: mail.suggestion,
    intro: null,
    blocked: null,
    submit: words.shell.confirm,
    currency,
    fields: [
      {
        kind: "select",
        name: "tag",
        label: mail.tag,
        choices: tagsOf(reading),
      },
      ...(inParts
        ? ([
            {
              kind: "parts",
              name: "parts",
              label: form.fields.parts,
              when: hasTag("promise", "instalments"),
            },
          ] as const)
        : ([
            { kind: "date", name: "by", label: mail.promisedBy, when: hasTag("promise") },
            {
              kind: "amount",
              name: "amount",
              label: mail.promised,
              hint: mail.wholeIfEmpty,
              when: hasTag("promise"),
            },
          ] as const)),
      {
        kind: "select",
        name: "reason",
        label: mail.reason,
        choices: reading.reasons.map(({ reason, label }) => ({ value: reason, label: label.own })),
        when: hasTag("dispute"),
      },
      {
        kind: "amount",
        name: "disputed",
        label: mail.disputed,
        hint: mail.wholeIfEmpty,
        when: hasTag("dispute"),
      },
      {
        kind: "select",
        name: "mustAct",
        label: mail.mustAct,
        choices: [
          { value: "us", label: mail.mustActUs.own },
          { value: "them", label: mail.mustActThem.own },
        ],
        when: hasTag("dispute"),
      },
      { kind: "date", name: "back", label: mail.backOn, when: hasTag("autoreply") },
      {
        kind: "text",
        name: "contact",
        label: mail.contact,
        input: "email",
        when: hasTag("wrong_contact", "autoreply"),
      },
      {
        kind: "checks",
        name: "invoices",
        label: mail.invoices,
        hint: mail.invoicesHint,
        choices: reading.invoices.map(({ invoice, number, open }) => ({
          value: invoice,
          label: form.invoiceOpen(number, open),
        })),
        when: hasTag("promise", "dispute", "instalments", "paid"),
      },
    ],
    initial: {
      ...emptyForm(
        {
          tag,
          by: values.by ?? "",
          amount: typedAmount(values.amount, currency, language),
          reason: values.reason,
          disputed: typedAmount(values.disputed, currency, language),
          mustAct: values.mustAct,
          back: values.back ?? "",
          contact: values.contact ?? "",
        },
        { invoices: values.invoices },
      ),
      parts: values.parts.map(({ by, amount }) => ({
        by,
        amount: typedAmount(amount, currency, language),
      })),
    },
  };
};

/** Null where something typed is wrong: the reader says what. */
export const correctionOf = (
  reader: FormReader,
  former: TagValues,
): { readonly tag: Tag; readonly values: TagValues } | null => {
  const tag = reader.choice("tag", TAGS);
  const reason = reader.choice("reason", DISPUTE_REASONS) ?? former.reason;
  const mustAct = reader.choice("mustAct", ACTORS) ?? former.mustAct;
  const isInParts = former.parts.length > 1 && (tag === "promise" || tag === "instalments");
  const values: TagValues = {
    ...former,
    by: former.parts.length > 1 ? former.by : reader.date("by"),
    amount: former.parts.length > 1 ? former.amount : reader.amount("amount"),
    parts: isInParts ? reader.parts() : [],
    reason,
    disputed: reader.amount("disputed"),
    mustAct,
    back: reader.date("back"),
    contact: reader.optional("contact"),
    invoices: reader.picked("invoices"),
  };
  return tag === null || reader.errors.size > 0 ? null : { tag, values };
};

/** A name and nothing else: what the mail says of its sender stands in it. */
export const newDebtorForm = (message: Message, words: FormWords, isKnown: boolean): MailForm => ({
  title: words.mail.addDebtor,
  intro: null,
  blocked: null,
  submit: words.mail.addDebtor,
  currency: "EUR",
  fields: [
    {
      kind: "text",
      name: "name",
      label: words.mail.name,
      hint: words.mail.nameHint,
      required: true,
    },
    ...(isKnown ? ([{ kind: "check", name: "evenSo", label: words.form.evenSo }] as const) : []),
  ],
  initial: emptyForm({ name: nameInMail(message) }),
});

export const followForm = (follow: FollowView, words: FormWords, language: Language): MailForm => {
  const { fields, hints } = words.form;
  return {
    title: words.mail.followTitle,
    intro: [words.mail.followHint],
    blocked: null,
    submit: words.shell.save,
    currency: follow.currency,
    fields: [
      ...(follow.account === null
        ? ([
            { kind: "text", name: "name", label: words.mail.name, required: true },
            { kind: "text", name: "email", label: fields.email, input: "email" },
          ] as const)
        : []),
      { kind: "text", name: "number", label: fields.number, required: true },
      { kind: "amount", name: "total", label: fields.total, required: true },
      { kind: "date", name: "issuedOn", label: fields.issuedOn, required: true },
      { kind: "date", name: "dueOn", label: fields.dueOn, hint: hints.dueOn, required: true },
    ],
    initial: emptyForm({
      name: follow.name,
      email: follow.email,
      number: follow.number,
      total: typedAmount(follow.total, follow.currency, language),
      issuedOn: follow.issuedOn,
      dueOn: follow.dueOn ?? "",
    }),
  };
};
