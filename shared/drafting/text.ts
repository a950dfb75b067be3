import { isWeekend } from "#shared/kernel/calendar.ts";
import type { Result } from "#shared/kernel/result.ts";
import { err, ok } from "#shared/kernel/result.ts";
import { toneRank } from "#shared/recovery/steps.ts";
import type { Step, Tone } from "#shared/recovery/steps.ts";
import { composeAnswer } from "./answers.ts";
import type { Draft } from "./blocks.ts";
import type { AnswerFacts, CreditorFacts, DraftFacts, InvoiceFacts } from "./facts.ts";
import type { DraftRefusal, MissingFact, MissingForLaw } from "./refusal.ts";
import type { MailStep } from "./reminders.ts";
import { composeReminder } from "./reminders.ts";
import { draftOf } from "./render.ts";

/** Both tables together. A host's form takes 32 kB of HTML; a longer list belongs in an attached statement. */
export const DRAFT_INVOICES_MAX = 80;

/** The highest tone that a step may take, whatever the plan says. */
export const HIGHEST_TONE: Readonly<Record<MailStep, Tone>> = {
  courtesy: "neutral",
  due: "neutral",
  "reminder-1": "neutral",
  "reminder-2": "firm",
  call: "neutral",
  letter: "firm",
};

const MISSING_FOR: Readonly<Record<Exclude<Step, MailStep>, readonly MissingForLaw[]>> = {
  "formal-notice": ["identity-checked", "statement", "registered-letter"],
  "last-notice": [
    "identity-checked",
    "statement",
    "formal-notice-sent",
    "first-presentation",
    "time-limit-passed",
  ],
  legal: [
    "identity-checked",
    "statement",
    "formal-notice-sent",
    "first-presentation",
    "time-limit-passed",
    "route-chosen",
  ],
};

/** The message of a step, in text and HTML, or why it is not written. */
export const draftText = (facts: DraftFacts): Result<Draft, DraftRefusal> => {
  const { step } = facts;
  if (step === "formal-notice" || step === "last-notice" || step === "legal") {
    return err({ type: "not-drafted-yet", step, missing: MISSING_FOR[step] });
  }
  const refusal = refusalOf(facts, step);
  if (refusal !== null) return err(refusal);
  const { subject, blocks } = composeReminder(facts, step);
  return ok(draftOf(subject, blocks, facts.language));
};

/** An answer that is no step (a dispute or a request acknowledged, thanks), or why it is not written. */
export const draftAnswer = (facts: AnswerFacts): Result<Draft, DraftRefusal> => {
  const refusal =
    creditorRefusal(facts.creditor, []) ?? answerListRefusal(facts) ?? answerDayRefusal(facts);
  if (refusal !== null) return err(refusal);
  const { subject, blocks } = composeAnswer(facts);
  return ok(draftOf(subject, blocks, facts.language));
};

const refusalOf = (facts: DraftFacts, step: MailStep): DraftRefusal | null => {
  const { invoices, lower, promise } = facts;
  const highest = HIGHEST_TONE[step];
  if (toneRank(facts.tone) > toneRank(highest)) return { type: "tone-above-step", step, highest };
  if (facts.interest === "computed" || facts.interest === "claimed") {
    return { type: "interest-not-drafted-yet", interest: facts.interest };
  }
  const listed =
    creditorRefusal(facts.creditor, step === "call" && facts.call === null ? ["call"] : []) ??
    listRefusal(invoices, lower);
  if (listed !== null) return listed;
  if (step === "courtesy") {
    const late = invoices.find((invoice) => invoice.daysLate > 0);
    if (late !== undefined) return { type: "late-already", number: late.number };
  } else {
    const early = invoices.find((invoice) => invoice.daysLate <= 0);
    if (early !== undefined) return { type: "not-late-yet", number: early.number };
  }
  if (facts.replyBy <= facts.today || isWeekend(facts.replyBy)) {
    return { type: "reply-by-unfit", on: facts.replyBy };
  }
  if (promise === null) return null;
  if (promise.by >= facts.today) return { type: "promise-not-broken", by: promise.by };
  if (facts.paymentsKnownOn < promise.by) {
    return {
      type: "promise-not-checked",
      by: promise.by,
      paymentsKnownOn: facts.paymentsKnownOn,
    };
  }
  return null;
};

const creditorRefusal = (
  creditor: CreditorFacts,
  others: readonly MissingFact[],
): DraftRefusal | null => {
  const missing: readonly MissingFact[] = [
    ...(creditor.name.trim() === "" ? (["creditor-name"] as const) : []),
    ...(creditor.signatory.trim() === "" ? (["signatory"] as const) : []),
    ...(creditor.email.trim() === "" ? (["creditor-email"] as const) : []),
    ...others,
  ];
  return missing.length === 0 ? null : { type: "facts-missing", missing };
};

const listRefusal = (
  invoices: readonly InvoiceFacts[],
  lower: readonly InvoiceFacts[],
): DraftRefusal | null => {
  const all = [...invoices, ...lower];
  const [first] = invoices;
  if (first === undefined || all.some((invoice) => invoice.open.minor <= 0)) {
    return { type: "nothing-to-ask" };
  }
  if (all.length > DRAFT_INVOICES_MAX)
    return { type: "too-many-invoices", max: DRAFT_INVOICES_MAX };
  const oneCurrency = all.every(
    (invoice) =>
      invoice.open.currency === first.open.currency &&
      invoice.total.currency === first.open.currency,
  );
  return oneCurrency ? null : { type: "several-currencies" };
};

const answerListRefusal = (facts: AnswerFacts): DraftRefusal | null => {
  switch (facts.type) {
    case "dispute-acknowledgement":
      if (facts.contested.length === 0) return { type: "nothing-to-ask" };
      return facts.undisputed.length === 0 ? null : listRefusal(facts.undisputed, []);
    case "instalments-answer":
      return listRefusal(facts.invoices, []);
    case "partial-payment-thanks": {
      const { currency } = facts.paid;
      const foreignPart =
        facts.allocated.some((part) => part.amount.currency !== currency) ||
        facts.remaining.some((invoice) => invoice.open.currency !== currency);
      return foreignPart ? { type: "several-currencies" } : listRefusal(facts.remaining, []);
    }
    case "full-payment-thanks":
      return facts.invoices.length === 0 ? { type: "nothing-to-ask" } : null;
  }
};

const answerDayRefusal = (facts: AnswerFacts): DraftRefusal | null => {
  if (facts.type === "full-payment-thanks") return null;
  const on = facts.type === "dispute-acknowledgement" ? facts.answerBy : facts.replyBy;
  return on <= facts.today || isWeekend(on) ? { type: "reply-by-unfit", on } : null;
};
