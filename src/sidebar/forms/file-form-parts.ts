import { recordAct } from "#shared/app/record-act.ts";
import type { AccountCommand } from "#shared/claims/commands.ts";
import { EMPTY_FILE, fileOf } from "#shared/claims/file.ts";
import type { AccountFile } from "#shared/claims/file.ts";
import { hexOfBytes } from "#shared/kernel/bytes.ts";
import { formatMoney, money } from "#shared/kernel/money.ts";
import type { Currency } from "#shared/kernel/money.ts";
import { own, shownText } from "#shared/kernel/text.ts";
import type { Own } from "#shared/kernel/text.ts";
import { FORMS_FILE } from "#shared/locales/forms-file.ts";
import type { FormsFileWords } from "#shared/locales/forms-file.ts";
import type { Sentence } from "#shared/locales/locale.ts";
import type { Choice } from "#src/sidebar/components/field.tsx";
import { emptyForm } from "#shared/app/forms/form-spec.ts";
import type { FieldSpec, FormContext, FormReader, FormState } from "#shared/app/forms/form-spec.ts";
import { fileIn } from "./host-form.ts";
import type { HostForm, HostWork } from "./host-form.ts";
import {
  currencyOf,
  goneForm,
  invoiceChoices,
  openInvoices,
  record,
} from "#shared/app/forms/form-parts.ts";

/** What the forms of a debtor's file share. */

export type FileContext = FormContext & {
  readonly file: AccountFile;
  readonly said: FormsFileWords;
};

export const fileContext = (context: FormContext): FileContext => ({
  ...context,
  file: context.state === null ? EMPTY_FILE : fileOf(context.state),
  said: FORMS_FILE[context.language],
});

export type FileFormName = keyof FormsFileWords["titles"];

type Parts = Pick<HostForm, "submit" | "fields" | "read"> &
  Partial<Pick<HostForm, "intro" | "blocked" | "currency" | "initial" | "notes">>;

/** A form of this file: what it does not say is as most of them have it. */
export const fileForm = (context: FileContext, name: FileFormName, parts: Parts): HostForm => ({
  title: context.said.titles[name],
  intro: null,
  blocked: null,
  currency: currencyOf(context.state),
  initial: emptyForm({ on: context.today }),
  ...parts,
});

export const goneFile = (context: FileContext, name: FileFormName): HostForm =>
  goneForm(context, context.said.titles[name]);

export const blockedFile = (context: FileContext, name: FileFormName, why: Sentence): HostForm => ({
  ...goneFile(context, name),
  blocked: why,
});

/** A date and a reason under a title of this file. */
export const endingFile = (
  context: FileContext,
  name: FileFormName,
  submit: Own,
  intro: Sentence | null,
  commandOf: (said: {
    readonly on: FormContext["today"];
    readonly reason: string;
  }) => AccountCommand,
): HostForm => {
  const { fields } = context.words.form;
  return fileForm(context, name, {
    submit,
    intro,
    fields: [
      { kind: "text", name: "reason", label: fields.reason, required: true },
      { kind: "date", name: "on", label: fields.on, required: true },
    ],
    read: (reader) => {
      const reason = reader.required("reason");
      const on = reader.requiredDate("on");
      if (on === null || reason === "") return null;
      return record(context, commandOf({ on, reason }));
    },
  });
};

export const onField = (context: FileContext): FieldSpec => ({
  kind: "date",
  name: "on",
  label: context.words.form.fields.on,
  required: true,
});

export const noteField = (context: FileContext): FieldSpec => ({
  kind: "long",
  name: "note",
  label: context.words.form.fields.note,
  rows: 2,
});

export const invoicesField = (
  context: FileContext,
  hint: Own,
  also: readonly string[] = [],
): FieldSpec => ({
  kind: "checks",
  name: "invoices",
  label: context.words.form.fields.invoices,
  hint,
  choices: invoiceChoices(context, also),
});

/** Every invoice that stands, paid or not: law asks about those as well. */
export const standingInvoices = ({ state, said }: FileContext): readonly Choice[] =>
  (state?.invoices ?? [])
    .filter(({ cancelled }) => cancelled === null)
    .map(({ invoice, number }) => ({
      value: invoice,
      label: said.invoiceOf({ foreign: number }).map(shownText).join(""),
    }));

/** A whole number within its bounds; null where nothing is typed. */
export const wholeOf = (
  reader: FormReader,
  name: string,
  [min, max]: readonly [number, number],
  fault: Sentence,
): number | null => {
  const typed = reader.text(name);
  if (typed === "") return null;
  const value = /^\d{1,6}$/.test(typed) ? Number(typed) : -1;
  if (value < min || value > max) reader.refuse(name, fault);
  return value;
};

const PERCENT = /^(\d{1,3})(?:[.,](\d{1,2}))?$/;

/** `12,5` is 1250 basis points; null where it is no rate. */
export const basisPointsOf = (typed: string): number | null => {
  const found = PERCENT.exec(typed.replace(/[\s%\u00a0\u202f]/g, ""));
  if (found === null) return null;
  const points = Number(found[1]) * 100 + Number((found[2] ?? "").padEnd(2, "0"));
  return points > 10_000 ? null : points;
};

/** `12,5`: as it is typed. */
export const typedPercent = (points: number, language: FormContext["language"]): string => {
  const plain = String(points / 100);
  return language === "fr" ? plain.replace(".", ",") : plain;
};

export const shownPercent = (points: number, language: FormContext["language"]): string =>
  `${typedPercent(points, language)}${language === "fr" ? "\u00a0" : ""}%`;

export const sumText = (context: FileContext, minor: number, currency: Currency): Own =>
  own(formatMoney(money(minor, currency), context.language));

/** Principal still open in a currency, of these invoices or of all. */
export const openIn = (
  context: FileContext,
  currency: Currency,
  invoices: readonly string[] = [],
): number =>
  openInvoices(context.state)
    .filter((one) => one.currency === currency)
    .filter(({ invoice }) => invoices.length === 0 || invoices.includes(invoice.invoice))
    .reduce((sum, { open }) => sum + open, 0);

/** A document beyond this does not fit a mail either: a scan of hundreds of pages, or the wrong file. */
const FILE_BYTES_MAX = 25 * 1024 * 1024;

export type FileBytes = { readonly sha256: string; readonly size: number };

/** The file that was chosen, or none; one that is too large is refused beside its field. */
export const fileWithin = (context: FileContext, reader: FormReader): File | null => {
  const file = fileIn(reader);
  if (file !== null && file.size > FILE_BYTES_MAX) {
    reader.refuse("file", context.words.form.errors.fileTooBig);
  }
  return file;
};

/** One command that names the bytes it brings: they are kept before the entry is written. */
export const recordWith = (
  context: FileContext,
  file: File | null,
  commandOf: (blob: FileBytes | null) => AccountCommand,
): HostWork => {
  if (file === null) return record(context, commandOf(null));
  return async (host) => {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const digest = await crypto.subtle.digest("SHA-256", bytes);
    const sha256 = hexOfBytes(new Uint8Array(digest));
    return host.run(
      recordAct,
      { account: context.account ?? "", command: commandOf({ sha256, size: bytes.length }) },
      { bytes: new Map([[sha256, bytes]]) },
    );
  };
};

/** What was typed in a text field so far. */
export const typedIn = (state: FormState, name: string): string => (state.texts[name] ?? "").trim();

/** Names that this account and its ledger have seen as authors: who could follow a debtor. */
export const authorsOf = ({ state, ledger, me }: FileContext): readonly string[] => {
  const names = new Set<string>([me]);
  const { owner } = state === null ? EMPTY_FILE : fileOf(state);
  if (owner !== null) names.add(owner);
  if (ledger.creditor?.signatory != null) names.add(ledger.creditor.signatory);
  for (const { entry } of [...(state?.exchanges ?? []), ...(state?.notes ?? [])])
    names.add(entry.by);
  return [...names].filter((name) => name.trim() !== "");
};
