import { balancesOf } from "#shared/claims/balances.ts";
import { residuesOf } from "#shared/claims/residues.ts";
import { parseMoney } from "#shared/kernel/money.ts";
import { foreign } from "#shared/kernel/text.ts";
import { shortDate } from "#shared/locales/short-dates.ts";
import { emptyForm, lineName } from "#shared/app/forms/form-spec.ts";
import type { FormNote } from "#shared/app/forms/form-spec.ts";
import type { HostForm } from "./host-form.ts";
import {
  choicesOf,
  currencyOf,
  invoiceChoices,
  invoiceOptions,
  openInvoices,
  record,
  subjectInvoice,
} from "#shared/app/forms/form-parts.ts";
import {
  blockedFile,
  endingFile,
  fileForm,
  goneFile,
  invoicesField,
  noteField,
  onField,
  openIn,
  sumText,
  typedIn,
} from "./file-form-parts.ts";
import type { FileContext } from "./file-form-parts.ts";

/** What lowers a balance without money coming in, and money that went back. */

const SET_OFF_BY = ["debtor", "us"] as const;
const WRITE_OFF_REASONS = ["residue", "discount", "uncollectable", "goodwill", "other"] as const;
const RETURN_REASONS = [
  "no-funds",
  "no-mandate",
  "refund-asked",
  "account-closed",
  "deceased",
  "other",
] as const;
/** Nothing is chosen for the person: giving up a sum, or a bank's reason, is theirs to say. */
const NOT_CHOSEN = { value: "", label: "—" };

type ReturnReason = (typeof RETURN_REASONS)[number];

const minorTyped = (context: FileContext, typed: string): number | null => {
  const separator = context.language === "fr" ? "," : ".";
  return typed === ""
    ? null
    : (parseMoney(typed, currencyOf(context.state), separator)?.minor ?? null);
};

/** Both balances, as they are and as they would be: nothing is hidden by agreeing. */
const setOffNotes = (
  context: FileContext,
  amount: number | null,
  invoices: readonly string[],
): readonly FormNote[] => {
  const currency = currencyOf(context.state);
  const owed = openIn(context, currency, invoices);
  if (amount === null) return [];
  const left = Math.max(0, owed - amount);
  const text = context.said.notes.setOff(
    sumText(context, owed, currency),
    sumText(context, amount, currency),
    sumText(context, left, currency),
  );
  return [{ tone: "info", text }];
};

export const setOffForm = (context: FileContext): HostForm => {
  const { said } = context;
  return fileForm(context, "set-off", {
    submit: context.words.form.submit.add,
    intro: said.notes.setOffClaimed,
    fields: [
      {
        kind: "select",
        name: "by",
        label: said.fields.setOffBy,
        choices: choicesOf(said.of.setOffBy),
      },
      { kind: "amount", name: "amount", label: context.words.form.fields.amount, required: true },
      { kind: "text", name: "reference", label: said.fields.theirReference },
      invoicesField(context, said.hints.setOffInvoices),
      onField(context),
      noteField(context),
    ],
    initial: emptyForm({ by: "debtor", on: context.today }),
    notes: (typed) =>
      setOffNotes(
        context,
        minorTyped(context, typedIn(typed, "amount")),
        typed.picks["invoices"] ?? [],
      ),
    read: (reader) => {
      const by = reader.choice("by", SET_OFF_BY);
      const amount = reader.requiredAmount("amount");
      const on = reader.requiredDate("on");
      if (by === null || amount === null || on === null || reader.errors.size > 0) return null;
      return record(context, {
        type: "claim-set-off",
        on,
        by,
        currency: currencyOf(context.state),
        amount,
        invoices: [...reader.picked("invoices")],
        reference: reader.optional("reference"),
        note: reader.optional("note"),
      });
    },
  });
};

const runningSetOff = ({ file, subject }: FileContext) =>
  file.setOffs.find((one) => one.setOff === subject && one.agreed === null && one.refused === null);

export const agreeSetOffForm = (context: FileContext): HostForm => {
  const { said } = context;
  const setOff = runningSetOff(context);
  if (setOff === undefined) return goneFile(context, "agree-set-off");
  const lines = invoiceChoices(context, setOff.invoices);
  const amount = sumText(context, setOff.amount, setOff.currency);
  return fileForm(context, "agree-set-off", {
    submit: said.submit.agree,
    intro:
      setOff.reference === null ? [amount] : [amount, { own: " · " }, foreign(setOff.reference)],
    currency: setOff.currency,
    fields: [
      {
        kind: "amounts",
        name: "allocations",
        label: context.words.form.fields.allocations,
        hint: said.hints.agreedLines,
        lines,
      },
      onField(context),
    ],
    notes: () => setOffNotes(context, setOff.amount, setOff.invoices),
    read: (reader) => {
      const on = reader.requiredDate("on");
      const allocations = lines.flatMap(({ value }) => {
        const sum = reader.amount(lineName("allocations", value));
        return sum === null ? [] : [{ invoice: value, amount: sum }];
      });
      if (on === null || reader.errors.size > 0) return null;
      return record(context, {
        type: "agree-set-off",
        setOff: setOff.setOff,
        on,
        allocations: allocations.length === 0 ? null : allocations,
      });
    },
  });
};

export const refuseSetOffForm = (context: FileContext): HostForm => {
  const { said } = context;
  const setOff = runningSetOff(context);
  if (setOff === undefined) return goneFile(context, "refuse-set-off");
  const intro = [sumText(context, setOff.amount, setOff.currency)];
  return endingFile(context, "refuse-set-off", said.submit.refuse, intro, (end) => ({
    type: "refuse-set-off",
    setOff: setOff.setOff,
    ...end,
  }));
};

/** Without a subject the smallest residue within the tolerance is proposed. */
export const writeOffForm = (context: FileContext): HostForm => {
  const { said, state, subject, ledger } = context;
  const named = subjectInvoice(context);
  if (subject !== null && named === null) return goneFile(context, "write-off");
  const options = invoiceOptions(context, null);
  if (options.length === 0) return blockedFile(context, "write-off", context.words.form.noInvoices);
  const open = openInvoices(state);
  const residues = state === null ? [] : residuesOf(balancesOf(state), ledger.policy);
  const [smallest] = [...residues].sort((a, b) => a.open - b.open);
  const proposed = named ?? smallest?.invoice ?? options[0]?.value ?? "";
  const isLeftOver = (invoice: string): boolean => residues.some((one) => one.invoice === invoice);
  return fileForm(context, "write-off", {
    submit: said.submit.writeOff,
    intro: said.notes.writtenOff,
    fields: [
      {
        kind: "select",
        name: "invoice",
        label: context.words.form.fields.invoice,
        choices: options,
      },
      {
        kind: "amount",
        name: "amount",
        label: context.words.form.fields.amount,
        hint: said.hints.writeOff,
      },
      {
        kind: "select",
        name: "reason",
        label: said.fields.why,
        choices: [NOT_CHOSEN, ...choicesOf(said.of.writeOff)],
      },
      onField(context),
      noteField(context),
    ],
    initial: emptyForm({
      invoice: proposed,
      reason: isLeftOver(proposed) ? "residue" : "",
      on: context.today,
    }),
    notes: (typed) => {
      const chosen = open.find(({ invoice }) => invoice.invoice === typedIn(typed, "invoice"));
      if (chosen === undefined) return [];
      const amount = minorTyped(context, typedIn(typed, "amount")) ?? chosen.open;
      const left = sumText(context, Math.max(0, chosen.open - amount), chosen.currency);
      const leaves: FormNote = { tone: "info", text: said.notes.leaves(left) };
      if (!isLeftOver(chosen.invoice.invoice)) return [leaves];
      const sum = sumText(context, chosen.open, chosen.currency);
      return [{ tone: "info", text: said.notes.residue(sum) }, leaves];
    },
    read: (reader) => {
      const invoice = reader.required("invoice");
      const amount = reader.amount("amount");
      const reason = reader.choice("reason", WRITE_OFF_REASONS);
      const on = reader.requiredDate("on");
      if (reason === null || on === null || invoice === "" || reader.errors.size > 0) return null;
      return record(context, {
        type: "write-off-invoice",
        invoice,
        amount,
        on,
        reason,
        note: reader.optional("note"),
      });
    },
  });
};

export const takeBackWriteOffForm = (context: FileContext): HostForm => {
  const { file, subject, state } = context;
  const writeOff = file.writeOffs.find((one) => one.writeOff === subject && one.takenBack === null);
  if (writeOff === undefined) return goneFile(context, "take-back-write-off");
  const invoice = state?.invoices.find((one) => one.invoice === writeOff.invoice);
  const sum = sumText(context, writeOff.amount, invoice?.currency ?? currencyOf(state));
  const intro = [sum, { own: " · " }, foreign(invoice?.number ?? writeOff.invoice)];
  const { cancel } = context.words.form.submit;
  return endingFile(context, "take-back-write-off", cancel, intro, (end) => ({
    type: "take-back-write-off",
    writeOff: writeOff.writeOff,
    ...end,
  }));
};

/** What banks mean by their codes (ISO 20022 return reasons). */
const REASON_BY_CODE: Readonly<Record<string, ReturnReason>> = {
  AM04: "no-funds",
  MD01: "no-mandate",
  MD06: "refund-asked",
  AC04: "account-closed",
  MD07: "deceased",
};

export const returnPaymentForm = (context: FileContext): HostForm => {
  const { said, state, subject, language } = context;
  const standing = (state?.payments ?? []).filter(({ reversed }) => reversed === null);
  const payment = standing.find((one) => one.payment === subject);
  if (subject !== null && payment === undefined) return goneFile(context, "return-payment");
  if (standing.length === 0) return blockedFile(context, "return-payment", said.blocked.noPayment);
  const labelOf = (one: (typeof standing)[number]): string => {
    const day = shortDate(one.on, context.today, language);
    const head = `${sumText(context, one.amount, one.currency).own}, ${day}`;
    return one.reference === null ? head : `${head}, ${one.reference}`;
  };
  return fileForm(context, "return-payment", {
    submit: context.words.form.submit.save,
    fields: [
      {
        kind: "select",
        name: "payment",
        label: said.fields.payment,
        choices: [...standing]
          .reverse()
          .map((one) => ({ value: one.payment, label: labelOf(one) })),
      },
      {
        kind: "text",
        name: "code",
        label: said.fields.bankCode,
        hint: said.hints.bankCode,
        suggestions: Object.keys(REASON_BY_CODE),
      },
      {
        kind: "select",
        name: "why",
        label: said.fields.bankWhy,
        choices: [NOT_CHOSEN, ...choicesOf(said.of.returned)],
      },
      { kind: "date", name: "on", label: said.fields.returnedOn, required: true },
      noteField(context),
    ],
    initial: emptyForm({
      payment: payment?.payment ?? standing[standing.length - 1]?.payment ?? "",
      why: "",
      on: context.today,
    }),
    notes: (typed) => {
      const code = typedIn(typed, "code").toUpperCase();
      const meant = REASON_BY_CODE[code];
      const why = typedIn(typed, "why");
      const reason = why === "" ? meant : why;
      return [
        ...(meant === undefined
          ? []
          : [
              {
                tone: "info" as const,
                text: said.notes.bankCode(foreign(code), said.of.returned[meant]),
              },
            ]),
        ...(reason === "refund-asked"
          ? [{ tone: "warning" as const, text: said.notes.refundAsked }]
          : []),
        ...(reason === "deceased" ? [{ tone: "info" as const, text: said.notes.deceased }] : []),
      ];
    },
    read: (reader) => {
      const chosen = reader.required("payment");
      const code = reader.optional("code")?.toUpperCase() ?? null;
      const on = reader.requiredDate("on");
      const meant = code === null ? undefined : REASON_BY_CODE[code];
      const why =
        reader.text("why") === "" && meant !== undefined
          ? meant
          : reader.choice("why", RETURN_REASONS);
      if (why === null || on === null || chosen === "" || reader.errors.size > 0) return null;
      return record(context, {
        type: "return-payment",
        payment: chosen,
        on,
        why,
        code,
        note: reader.optional("note"),
      });
    },
  });
};
