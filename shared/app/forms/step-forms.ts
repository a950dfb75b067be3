import { acceptDiscrepancy } from "#shared/app/ledger-acts.ts";
import { addDays, isWeekend } from "#shared/kernel/calendar.ts";
import type { CalendarDate } from "#shared/kernel/calendar.ts";
import { capital } from "#shared/kernel/text.ts";
import { recoveryWords } from "#shared/locales/recovery-words.ts";
import { STEPS } from "#shared/recovery/steps.ts";
import { emptyForm } from "./form-spec.ts";
import type { Choice, FieldSpec, FormContext, FormDefinition } from "./form-spec.ts";
import {
  currencyOf,
  goneForm,
  invoiceChoices,
  portionsOf,
  record,
  subjectInvoice,
} from "./form-parts.ts";

const stepChoices = (context: FormContext): readonly Choice[] =>
  STEPS.map((step) => ({
    value: step,
    label: capital(recoveryWords[context.language].steps[step]),
  }));

const invoicesField = (context: FormContext): FieldSpec => ({
  kind: "checks",
  name: "invoices",
  label: context.words.form.fields.invoices,
  hint: context.words.form.hints.invoices,
  choices: invoiceChoices(context),
});

/** The next day on which people work: what "not today" means when nobody says more. */
const nextWorkday = (today: CalendarDate): CalendarDate => {
  const next = addDays(today, 1);
  return isWeekend(next) ? nextWorkday(next) : next;
};

export const holdForm = (context: FormContext): FormDefinition => {
  const { words, state, subject } = context;
  const { fields, hints, titles, submit } = words.form;
  const hold = state?.holds.find((one) => one.hold === subject) ?? null;
  const named = subjectInvoice(context);
  if (subject !== null && named === null && (hold === null || hold.liftedOn !== null)) {
    return goneForm(context, titles.hold);
  }
  return {
    title: titles.hold,
    intro: null,
    blocked: null,
    submit: hold === null ? submit.add : submit.save,
    currency: currencyOf(state),
    fields: [
      { kind: "text", name: "reason", label: fields.reason, required: true },
      { kind: "date", name: "until", label: fields.until, hint: hints.untilLifted },
      invoicesField(context),
    ],
    initial: emptyForm(
      { reason: hold?.reason ?? "", until: hold?.until ?? "" },
      { invoices: hold?.invoices ?? (named === null ? [] : [named]) },
    ),
    read: (reader) => {
      const reason = reader.required("reason");
      const until = reader.date("until");
      if (reader.errors.size > 0) return null;
      const said = { on: context.today, until, reason, invoices: [...reader.picked("invoices")] };
      return hold === null
        ? record(context, { type: "place-hold", ...said })
        : record(context, { type: "correct-hold", hold: hold.hold, ...said });
    },
  };
};

export const putOffForm = (context: FormContext): FormDefinition => {
  const { fields, titles, submit } = context.words.form;
  return {
    title: titles["put-off"],
    intro: null,
    blocked: null,
    submit: submit.putOff,
    currency: "EUR",
    fields: [
      { kind: "text", name: "reason", label: fields.reason, required: true },
      { kind: "date", name: "until", label: fields.until, required: true },
    ],
    initial: emptyForm({ until: nextWorkday(context.today) }),
    read: (reader) => {
      const reason = reader.required("reason");
      const until = reader.requiredDate("until");
      if (until === null || reason === "") return null;
      return record(context, { type: "put-off", until, reason });
    },
  };
};

/** A step done outside of Relance, or one that is passed over with its reason. */
export const stepForm = (context: FormContext, how: "take-step" | "waive-step"): FormDefinition => {
  const { words, state } = context;
  const { fields, titles, submit } = words.form;
  const portions = portionsOf(state, []);
  return {
    title: titles[how],
    intro: null,
    blocked: portions.length === 0 ? words.form.noInvoices : null,
    submit: how === "take-step" ? submit.add : submit.skip,
    currency: currencyOf(state),
    fields: [
      { kind: "select", name: "step", label: fields.step, choices: stepChoices(context) },
      invoicesField(context),
      { kind: "date", name: "on", label: fields.on, required: true },
      ...(how === "waive-step"
        ? ([{ kind: "text", name: "reason", label: fields.reason, required: true }] as const)
        : []),
    ],
    initial: emptyForm({ step: "reminder-1", on: context.today }),
    read: (reader) => {
      const step = reader.choice("step", STEPS);
      const on = reader.requiredDate("on");
      const reason = how === "waive-step" ? reader.required("reason") : "";
      if (step === null || on === null || reader.errors.size > 0) return null;
      const said = { step, on, portions: [...portionsOf(state, reader.picked("invoices"))] };
      return how === "waive-step"
        ? record(context, { type: "waive-step", ...said, reason })
        : record(context, {
            type: "take-step",
            ...said,
            how: "declared",
            exchange: null,
            draft: null,
          });
    },
  };
};

export const acceptDiscrepancyForm = (context: FormContext): FormDefinition => {
  const { fields, titles, submit } = context.words.form;
  const { account, subject } = context;
  if (account === null || subject === null) {
    return goneForm(context, titles["accept-discrepancy"]);
  }
  return {
    title: titles["accept-discrepancy"],
    intro: null,
    blocked: null,
    submit: submit.save,
    currency: "EUR",
    fields: [{ kind: "text", name: "reason", label: fields.reason, required: true }],
    initial: emptyForm(),
    read: (reader) => {
      const reason = reader.required("reason");
      if (reason === "") return null;
      return { does: (run) => run(acceptDiscrepancy, { account, discrepancy: subject, reason }) };
    },
  };
};
