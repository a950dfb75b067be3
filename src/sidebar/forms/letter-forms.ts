import type { Act } from "#shared/claims/account.ts";
import { LETTER_CHANNELS, LETTER_PROOFS } from "#shared/claims/law-events.ts";
import { addDays } from "#shared/kernel/calendar.ts";
import { capital } from "#shared/kernel/text.ts";
import { openDayFrom } from "#shared/law/holidays.ts";
import { calendarOf } from "#shared/recovery/context.ts";
import { noticeDaysOf } from "#shared/recovery/notice-limits.ts";
import { recoveryWords } from "#shared/locales/recovery-words.ts";
import { shortDate } from "#shared/locales/short-dates.ts";
import { STEPS } from "#shared/recovery/steps.ts";
import type { Choice } from "#src/sidebar/components/field.tsx";
import { emptyForm } from "#shared/app/forms/form-spec.ts";
import type { FieldSpec } from "#shared/app/forms/form-spec.ts";
import type { HostForm } from "./host-form.ts";
import { choicesOf, record } from "#shared/app/forms/form-parts.ts";
import {
  blockedFile,
  fileForm,
  fileWithin,
  goneFile,
  onField,
  recordWith,
  sumText,
  typedIn,
} from "./file-form-parts.ts";
import type { FileContext } from "./file-form-parts.ts";

/** How a letter went out, what came back of it, and the notice that ends a plan of instalments. */

/** Steps that go by letter. */
const LETTER_STEPS = ["letter", "formal-notice", "last-notice"] as const;

const lettersOf = ({ state }: FileContext): readonly Act[] =>
  [...(state?.acts ?? [])]
    .filter(({ step, waived }) => waived === null && LETTER_STEPS.some((one) => one === step))
    .reverse();

const letterChoices = (context: FileContext, acts: readonly Act[]): readonly Choice[] =>
  acts.map(({ act, step, on }) => {
    const known = STEPS.find((one) => one === step);
    const name = known === undefined ? step : recoveryWords[context.language].steps[known];
    return {
      value: act,
      label: `${capital(name)}, ${shortDate(on, context.today, context.language)}`,
    };
  });

const letterField = (context: FileContext, acts: readonly Act[]): FieldSpec => ({
  kind: "select",
  name: "act",
  label: context.said.fields.letter,
  choices: letterChoices(context, acts),
});

export const letterSentForm = (context: FileContext): HostForm => {
  const { said, subject, file } = context;
  const acts = lettersOf(context);
  if (subject !== null && !acts.some(({ act }) => act === subject)) {
    return goneFile(context, "letter-sent");
  }
  const chosen = subject ?? acts[0]?.act ?? "";
  const known = file.letters.find(({ act }) => act === chosen);
  return fileForm(context, "letter-sent", {
    submit: context.words.form.submit.save,
    intro: said.intros.letterSent,
    blocked: acts.length === 0 ? said.blocked.noLetter : null,
    fields: [
      letterField(context, acts),
      {
        kind: "select",
        name: "channel",
        label: said.fields.channel,
        choices: choicesOf(said.of.letterChannel),
      },
      {
        kind: "text",
        name: "number",
        label: said.fields.carrierNumber,
        hint: said.hints.carrierNumber,
      },
      onField(context),
    ],
    initial: emptyForm({
      act: chosen,
      channel: known?.channel ?? "registered",
      number: known?.number ?? "",
      on: known?.on ?? acts.find(({ act }) => act === chosen)?.on ?? context.today,
    }),
    notes: (typed) =>
      typedIn(typed, "channel") === "simple"
        ? [{ tone: "warning", text: said.notes.simpleLetter }]
        : [],
    read: (reader) => {
      const act = reader.required("act");
      const channel = reader.choice("channel", LETTER_CHANNELS);
      const on = reader.requiredDate("on");
      if (channel === null || on === null || act === "") return null;
      return record(context, {
        type: "record-letter-sent",
        act,
        on,
        channel,
        number: reader.optional("number"),
      });
    },
  });
};

export const letterProofForm = (context: FileContext): HostForm => {
  const { said, subject, file } = context;
  const acts = lettersOf(context);
  if (subject !== null && !acts.some(({ act }) => act === subject)) {
    return goneFile(context, "letter-proof");
  }
  const chosen = subject ?? acts[0]?.act ?? "";
  const got = file.letterProofs.filter(({ act }) => act === chosen).map(({ kind }) => kind);
  return fileForm(context, "letter-proof", {
    submit: context.words.form.submit.add,
    blocked: acts.length === 0 ? said.blocked.noLetter : null,
    fields: [
      letterField(context, acts),
      {
        kind: "select",
        name: "kind",
        label: said.fields.proof,
        choices: choicesOf(said.of.letterProof),
      },
      onField(context),
      { kind: "file", name: "file", label: said.fields.file, hint: said.hints.proofFile },
    ],
    initial: emptyForm({
      act: chosen,
      // What comes next, in order of time.
      kind: LETTER_PROOFS.find((kind) => !got.includes(kind)) ?? "receipt",
      on: context.today,
    }),
    notes: (typed) => {
      const kind = typedIn(typed, "kind");
      return kind === "refusal" || kind === "unclaimed" || kind === "return"
        ? [{ tone: "info", text: said.notes.refusalIsGood }]
        : [];
    },
    read: (reader) => {
      const act = reader.required("act");
      const kind = reader.choice("kind", LETTER_PROOFS);
      const on = reader.requiredDate("on");
      const chosenFile = fileWithin(context, reader);
      if (kind === null || on === null || act === "" || reader.errors.size > 0) return null;
      return recordWith(context, chosenFile, (blob) => ({
        type: "record-letter-proof",
        act,
        kind,
        on,
        name: chosenFile?.name ?? null,
        blob,
        obtained: blob === null ? null : "as-received",
      }));
    },
  });
};

/** Until the user says otherwise: the days that a formal notice leaves. */
export const accelerateForm = (context: FileContext): HostForm => {
  const { said, state, subject, ledger, today } = context;
  const running = (state?.instalments ?? []).filter(({ ended }) => ended === null);
  const plan = running.find((one) => one.instalments === subject);
  if (subject !== null && plan === undefined) return goneFile(context, "accelerate");
  if (running.length === 0) return blockedFile(context, "accelerate", said.blocked.noInstalments);
  const days = noticeDaysOf(state ?? { debtor: null }, ledger);
  const mails = [...(state?.exchanges ?? [])].filter(({ direction }) => direction === "out");
  return fileForm(context, "accelerate", {
    submit: context.words.form.submit.save,
    intro: said.intros.acceleration,
    fields: [
      {
        kind: "select",
        name: "instalments",
        label: said.fields.instalments,
        choices: running.map((one) => ({
          value: one.instalments,
          label: `${shortDate(one.on, today, context.language)} · ${
            sumText(
              context,
              one.parts.reduce((sum, { amount }) => sum + amount, 0),
              one.currency,
            ).own
          }`,
        })),
      },
      onField(context),
      {
        kind: "date",
        name: "until",
        label: said.fields.makeGoodBy,
        hint: said.hints.makeGoodBy,
        required: true,
      },
      {
        kind: "select",
        name: "exchange",
        label: said.fields.mail,
        choices: [
          { value: "", label: said.choices.noExchange.own },
          ...mails.reverse().map((one) => ({
            value: one.exchange,
            label: `${shortDate(one.on, today, context.language)} · ${one.subject ?? ""}`,
          })),
        ],
      },
    ],
    initial: emptyForm({
      instalments: plan?.instalments ?? running[0]?.instalments ?? "",
      on: today,
      // No deadline of ours ends on a day when nobody works.
      until: openDayFrom(addDays(today, days), calendarOf(ledger)),
      exchange: "",
    }),
    read: (reader) => {
      const instalments = reader.required("instalments");
      const on = reader.requiredDate("on");
      const until = reader.requiredDate("until");
      if (on !== null && until !== null && until < on) reader.refuse("until", said.errors.order);
      if (on === null || until === null || instalments === "" || reader.errors.size > 0)
        return null;
      return record(context, {
        type: "notice-acceleration",
        instalments,
        on,
        until,
        exchange: reader.optional("exchange"),
      });
    },
  });
};
