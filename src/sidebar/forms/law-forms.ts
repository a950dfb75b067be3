import {
  INSOLVENCY_STATES,
  INTERRUPTIONS,
  LEGAL_FACTS,
  SUSPENSIONS,
} from "#shared/claims/law-events.ts";
import type { CalendarDate } from "#shared/kernel/calendar.ts";
import { shortDate } from "#shared/locales/short-dates.ts";
import type { Choice } from "#src/sidebar/components/field.tsx";
import { emptyForm } from "#shared/app/forms/form-spec.ts";
import type { FormState } from "#shared/app/forms/form-spec.ts";
import type { HostForm } from "./host-form.ts";
import { choicesOf, record } from "#shared/app/forms/form-parts.ts";
import {
  endingFile,
  fileForm,
  fileWithin,
  goneFile,
  invoicesField,
  noteField,
  onField,
  recordWith,
  sumText,
  typedIn,
} from "./file-form-parts.ts";
import type { FileContext } from "./file-form-parts.ts";

/** What the law stops, and the dates from which it counts. */

export const insolvencyForm = (context: FileContext): HostForm => {
  const { said, file, subject } = context;
  const { fields, hints, notes, errors } = said;
  const known = file.insolvencies.find((one) => one.insolvency === subject && one.ended === null);
  if (subject !== null && known === undefined) return goneFile(context, "insolvency");
  const isConsumer = context.state?.debtor?.kind === "consumer";
  const isDated = ({ texts }: FormState): boolean => texts["state"] !== "conciliation";
  const isPublished = (typed: FormState): boolean =>
    isDated(typed) && typed.texts["state"] !== "over-indebtedness";
  return fileForm(context, "insolvency", {
    submit: known === undefined ? context.words.form.submit.add : context.words.form.submit.save,
    fields: [
      {
        kind: "select",
        name: "state",
        label: fields.procedure,
        choices: choicesOf(said.of.insolvency),
      },
      { kind: "date", name: "judgmentOn", label: fields.judgmentOn, when: isDated },
      {
        kind: "date",
        name: "publishedOn",
        label: fields.publishedOn,
        hint: hints.publishedOn,
        when: isPublished,
      },
      { kind: "text", name: "court", label: fields.court },
      { kind: "text", name: "officer", label: fields.officer },
      { kind: "text", name: "source", label: fields.insolvencySource, required: true },
    ],
    initial: emptyForm({
      state: known?.state ?? (isConsumer ? "over-indebtedness" : "receivership"),
      judgmentOn: known?.judgmentOn ?? "",
      publishedOn: known?.publishedOn ?? "",
      court: known?.court ?? "",
      officer: known?.officer ?? "",
      source: known?.source ?? "",
    }),
    notes: (typed) => {
      const state = typedIn(typed, "state");
      if (state === "conciliation") return [{ tone: "warning", text: notes.conciliation }];
      if (state === "over-indebtedness") return [];
      return typedIn(typed, "judgmentOn") === ""
        ? [{ tone: "warning", text: notes.judgmentUnknown }]
        : [{ tone: "info", text: notes.stopsBefore }];
    },
    read: (reader) => {
      const state = reader.choice("state", INSOLVENCY_STATES);
      const judgmentOn = reader.date("judgmentOn");
      const publishedOn = reader.date("publishedOn");
      const source = reader.required("source");
      if (judgmentOn !== null && publishedOn !== null && publishedOn < judgmentOn) {
        reader.refuse("publishedOn", errors.judgmentOrNone);
      }
      if (state === null || reader.errors.size > 0) return null;
      return record(context, {
        type: "record-insolvency",
        insolvency: known?.insolvency ?? null,
        state,
        judgmentOn,
        publishedOn,
        court: reader.optional("court"),
        officer: reader.optional("officer"),
        source,
      });
    },
  });
};

export const endInsolvencyForm = (context: FileContext): HostForm => {
  const { said, file, subject } = context;
  const known = file.insolvencies.find((one) => one.insolvency === subject && one.ended === null);
  if (known === undefined) return goneFile(context, "end-insolvency");
  const { end } = context.words.form.submit;
  const intro = [said.of.insolvency[known.state]];
  return endingFile(context, "end-insolvency", end, intro, (ended) => ({
    type: "end-insolvency",
    insolvency: known.insolvency,
    ...ended,
  }));
};

/** So many of the newest are offered: an old account has hundreds. */
const RESTS_SHOWN = 40;

type Ground = {
  readonly on: CalendarDate;
  readonly value: string;
  readonly what: string;
};

/** What an interruption can rest on: money that came, words that came, what was promised or agreed without a mail. */
const groundsOf = (context: FileContext): readonly Ground[] => {
  const { state, words } = context;
  const payments = (state?.payments ?? [])
    .filter(({ reversed }) => reversed === null)
    .map((one) => ({
      on: one.on,
      value: one.payment,
      what: sumText(context, one.amount, one.currency).own,
    }));
  const exchanges = (state?.exchanges ?? [])
    .filter(({ direction }) => direction === "in")
    .map((one) => ({
      on: one.on,
      value: one.exchange,
      what: one.subject ?? one.from ?? "",
    }));
  const promises = (state?.promises ?? [])
    .filter(({ exchange, withdrawn }) => exchange === null && withdrawn === null)
    .map(({ on, promise }) => ({ on, value: promise, what: words.form.titles.promise.own }));
  const plans = (state?.instalments ?? [])
    .filter(({ exchange }) => exchange === null)
    .map(({ on, instalments }) => ({
      on,
      value: instalments,
      what: words.form.titles.instalments.own,
    }));
  const byDay = [...payments, ...exchanges, ...promises, ...plans].sort((a, b) =>
    a.on < b.on ? 1 : a.on > b.on ? -1 : 0,
  );
  const named = byDay.filter(({ value }) => value === context.subject);
  const newest = byDay.filter(({ value }) => value !== context.subject);
  return [...named, ...newest].slice(0, RESTS_SHOWN);
};

export const interruptionForm = (context: FileContext): HostForm => {
  const { said, state, subject } = context;
  const grounds = groundsOf(context);
  const ground = grounds.find(({ value }) => value === subject) ?? null;
  const rests = ground?.value ?? null;
  const choices: readonly Choice[] = [
    { value: "", label: said.choices.noExchange.own },
    ...grounds.map(({ on, value, what }) => ({
      value,
      label: `${shortDate(on, context.today, context.language)} · ${what}`,
    })),
  ];
  const isPayment = state?.payments.some(({ payment }) => payment === rests) === true;
  const { debtor } = state ?? { debtor: null };
  // Only a claim against a public body is interrupted by a letter.
  const causes = choicesOf(said.of.interruption).filter(
    ({ value }) => value !== "written-claim" || debtor?.kind === "public",
  );
  return fileForm(context, "interruption", {
    submit: context.words.form.submit.add,
    intro: said.intros.interruption,
    fields: [
      { kind: "select", name: "cause", label: said.fields.cause, choices: causes },
      onField(context),
      { kind: "select", name: "rests", label: said.fields.rests, choices },
      invoicesField(context, said.hints.atThatDay),
      noteField(context),
    ],
    initial: emptyForm({
      cause: isPayment ? "part-payment" : "acknowledgement",
      rests: rests ?? "",
      on: ground?.on ?? context.today,
    }),
    read: (reader) => {
      const cause = reader.choice("cause", INTERRUPTIONS);
      const on = reader.requiredDate("on");
      if (cause === null || on === null || reader.errors.size > 0) return null;
      return record(context, {
        type: "record-interruption",
        on,
        cause,
        invoices: [...reader.picked("invoices")],
        rests: reader.optional("rests"),
        note: reader.optional("note"),
      });
    },
  });
};

export const suspensionForm = (context: FileContext): HostForm => {
  const { said, file, subject } = context;
  const { fields, hints, errors } = said;
  const known = file.suspensions.find((one) => one.suspension === subject);
  if (subject !== null && known === undefined) return goneFile(context, "suspension");
  return fileForm(context, "suspension", {
    submit: known === undefined ? context.words.form.submit.add : context.words.form.submit.save,
    fields: [
      {
        kind: "select",
        name: "cause",
        label: fields.cause,
        choices: choicesOf(said.of.suspension),
      },
      { kind: "date", name: "from", label: fields.from, required: true },
      {
        kind: "date",
        name: "until",
        label: context.words.form.fields.until,
        hint: hints.until,
      },
      invoicesField(context, hints.atThatDay, known?.invoices ?? []),
      noteField(context),
    ],
    initial: emptyForm(
      {
        cause: known?.cause ?? "mediation",
        from: known?.from ?? context.today,
        until: known?.until ?? "",
        note: known?.note ?? "",
      },
      { invoices: known?.invoices ?? [] },
    ),
    read: (reader) => {
      const cause = reader.choice("cause", SUSPENSIONS);
      const from = reader.requiredDate("from");
      const until = reader.date("until");
      if (from !== null && until !== null && until < from) reader.refuse("until", errors.order);
      if (cause === null || from === null || reader.errors.size > 0) return null;
      return record(context, {
        type: "record-suspension",
        suspension: known?.suspension ?? null,
        from,
        until,
        cause,
        invoices: [...reader.picked("invoices")],
        note: reader.optional("note"),
      });
    },
  });
};

export const legalFactForm = (context: FileContext): HostForm => {
  const { said } = context;
  return fileForm(context, "legal-fact", {
    submit: context.words.form.submit.add,
    fields: [
      {
        kind: "select",
        name: "kind",
        label: said.fields.fact,
        choices: choicesOf(said.of.legalFact),
      },
      onField(context),
      invoicesField(context, said.hints.allInvoices),
      { kind: "file", name: "file", label: said.fields.file, hint: said.hints.proofFile },
      noteField(context),
    ],
    initial: emptyForm({ kind: "order-issued", on: context.today }),
    read: (reader) => {
      const kind = reader.choice("kind", LEGAL_FACTS);
      const on = reader.requiredDate("on");
      const file = fileWithin(context, reader);
      if (kind === null || on === null || reader.errors.size > 0) return null;
      const invoices = [...reader.picked("invoices")];
      const note = reader.optional("note");
      return recordWith(context, file, (blob) => ({
        type: "record-legal-fact",
        kind,
        on,
        invoices,
        note,
        blob,
      }));
    },
  });
};

const STOPS = ["done", "mistaken"] as const;

/** The subject is the clock's own id, as the deadlines' list gives it. */
export const stopClockForm = (context: FileContext): HostForm => {
  const { said, subject } = context;
  if (subject === null) {
    return { ...goneFile(context, "stop-clock"), blocked: said.blocked.noClock };
  }
  return fileForm(context, "stop-clock", {
    submit: said.submit.stop,
    fields: [
      {
        kind: "select",
        name: "done",
        label: said.fields.outcome,
        choices: choicesOf(said.choices.stopped),
      },
      onField(context),
      noteField(context),
    ],
    initial: emptyForm({ done: "done", on: context.today }),
    read: (reader) => {
      const done = reader.choice("done", STOPS);
      const on = reader.requiredDate("on");
      if (done === null || on === null || reader.errors.size > 0) return null;
      return record(context, {
        type: "stop-clock",
        clock: subject,
        on,
        done: done === "done",
        note: reader.optional("note"),
      });
    },
  });
};
