import { recordExchange } from "#shared/app/record-exchange.ts";
import { CALL_OUTCOMES } from "#shared/claims/events.ts";
import { YES, emptyForm } from "./form-spec.ts";
import type { FieldSpec, FormContext, FormDefinition, FormState } from "./form-spec.ts";
import { choicesOf, currencyOf, invoiceChoices, portionsOf, record } from "./form-parts.ts";

const DIRECTIONS = ["in", "out"] as const;

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
      return {
        does: (run) =>
          run(recordExchange, {
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
          }),
      };
    },
  };
};
