import { recordAct } from "#shared/app/record-act.ts";
import type { AccountState } from "#shared/claims/account.ts";
import { balancesOf } from "#shared/claims/balances.ts";
import type { InvoiceBalance } from "#shared/claims/balances.ts";
import type { AccountCommand } from "#shared/claims/commands.ts";
import type { PortionName } from "#shared/claims/events.ts";
import { CURRENCIES, decimalString, formatMoney, money } from "#shared/kernel/money.ts";
import type { Currency, Language } from "#shared/kernel/money.ts";
import { foreign, own } from "#shared/kernel/text.ts";
import type { Own } from "#shared/kernel/text.ts";
import type {
  Choice,
  FieldSpec,
  FormContext,
  FormDefinition,
  FormWork,
  PickChoice,
} from "./form-spec.ts";
import { CURRENCY_FIELD, emptyForm } from "./form-spec.ts";

/** What the forms share: invoices to tick, currencies, one command to run. */

export const record = (context: FormContext, command: AccountCommand): FormWork => ({
  does: (run) =>
    run(recordAct, { account: context.account ?? "", command, also: context.also ?? [] }),
});

/** An amount as it is typed, without its currency: what stands in a field before anybody touches it. */
export const typedAmount = (
  minor: number | null,
  currency: Currency,
  language: Language,
): string => {
  if (minor === null) return "";
  const plain = decimalString(money(minor, currency));
  return language === "fr" ? plain.replace(".", ",") : plain;
};

export const openInvoices = (state: AccountState | null): readonly InvoiceBalance[] =>
  state === null ? [] : balancesOf(state).invoices.filter(({ open }) => open > 0);

/** Those open, and those the thing corrected already names. */
export const invoiceChoices = (
  context: FormContext,
  also: readonly string[] = [],
): readonly PickChoice[] => {
  const { state, words, language } = context;
  if (state === null) return [];
  return balancesOf(state)
    .invoices.filter(({ open, invoice }) => open > 0 || also.includes(invoice.invoice))
    .map(({ invoice, open, currency }) => ({
      value: invoice.invoice,
      label: words.form.invoiceOpen(
        foreign(invoice.number),
        own(formatMoney(money(open, currency), language)),
      ),
    }));
};

/** For a list that takes one: text only, as options are. */
export const invoiceOptions = (context: FormContext, none: Own | null): readonly Choice[] => [
  ...(none === null ? [] : [{ value: "", label: none.own }]),
  ...invoiceChoices(context, context.subject === null ? [] : [context.subject]).map(
    ({ value, label }) => ({
      value,
      label: label.map((part) => ("own" in part ? part.own : part.foreign)).join(""),
    }),
  ),
];

/** The currency of the account's last invoice; a new account begins in euros. */
export const currencyOf = (state: AccountState | null): Currency =>
  state?.invoices[state.invoices.length - 1]?.currency ?? "EUR";

export const currencyField = (context: FormContext): FieldSpec => ({
  kind: "select",
  name: CURRENCY_FIELD,
  label: context.words.form.fields.currency,
  choices: CURRENCIES.map((code) => ({ value: code, label: code })),
});

export const choicesOf = (labels: Readonly<Record<string, Own>>): readonly Choice[] =>
  Object.entries(labels).map(([value, label]) => ({ value, label: label.own }));

/** All due parts of these invoices that are still open; of all of them where none is named. */
export const portionsOf = (
  state: AccountState | null,
  invoices: readonly string[],
): readonly PortionName[] =>
  openInvoices(state)
    .filter(({ invoice }) => invoices.length === 0 || invoices.includes(invoice.invoice))
    .flatMap(({ invoice, portions }) =>
      portions
        .filter(({ open }) => open > 0)
        .map(({ portion }) => ({ invoice: invoice.invoice, portion })),
    );

/** The subject, where it is an invoice of this account: what a new thing is about. */
export const subjectInvoice = ({ state, subject }: FormContext): string | null =>
  state?.invoices.some(({ invoice }) => invoice === subject) === true ? subject : null;

/** In place of a form whose subject is not here any longer. */
export const goneForm = (context: FormContext, title: Own): FormDefinition => ({
  title,
  intro: null,
  blocked: context.words.form.gone,
  submit: context.words.form.submit.save,
  currency: "EUR",
  fields: [],
  initial: emptyForm(),
  read: () => null,
});

/** A date and a reason: how most things end. */
export const endingForm = (
  context: FormContext,
  title: Own,
  submit: Own,
  commandOf: (said: {
    readonly on: FormContext["today"];
    readonly reason: string;
  }) => AccountCommand,
): FormDefinition => {
  const { fields } = context.words.form;
  return {
    title,
    intro: null,
    blocked: null,
    submit,
    currency: "EUR",
    fields: [
      { kind: "text", name: "reason", label: fields.reason, required: true },
      { kind: "date", name: "on", label: fields.on, required: true },
    ],
    initial: emptyForm({ on: context.today }),
    read: (reader) => {
      const reason = reader.required("reason");
      const on = reader.requiredDate("on");
      if (on === null || reason === "") return null;
      return record(context, commandOf({ on, reason }));
    },
  };
};
