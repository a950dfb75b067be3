import type { CalendarDate } from "#shared/kernel/calendar.ts";
import { isWeekend } from "#shared/kernel/calendar.ts";
import type { Result } from "#shared/kernel/result.ts";
import { err, ok } from "#shared/kernel/result.ts";
import { toneRank } from "#shared/recovery/steps.ts";
import type { Step, Tone } from "#shared/recovery/steps.ts";
import { interestModeOf } from "./interest-words.ts";
import { composeAnswer } from "./answers.ts";
import type { Draft } from "./blocks.ts";
import type { AnswerFacts, CreditorFacts, DraftFacts, InvoiceFacts, PaperFacts } from "./facts.ts";
import { composeLastNotice } from "./last-notice.ts";
import type { OwnWords } from "./own-text.ts";
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
export const draftText = (
  facts: DraftFacts,
  ownWords: OwnWords | null = null,
): Result<Draft, DraftRefusal> => {
  const { step } = facts;
  if (step === "formal-notice" || step === "legal") {
    return err({ type: "not-drafted-yet", step, missing: MISSING_FOR[step] });
  }
  const refusal = step === "last-notice" ? lastNoticeRefusal(facts, []) : mailRefusal(facts, step);
  if (refusal !== null) return err(refusal);
  const { subject, blocks } =
    step === "last-notice" ? composeLastNotice(facts) : composeReminder(facts, step, ownWords);
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

/** Why the mail of a step is not written. */
export const mailRefusal = (facts: DraftFacts, step: MailStep): DraftRefusal | null => {
  const { invoices, promise } = facts;
  const highest = HIGHEST_TONE[step];
  if (toneRank(facts.tone) > toneRank(highest)) return { type: "tone-above-step", step, highest };
  const asked = askedRefusal(facts, step === "call" && facts.call === null ? ["call"] : []);
  if (asked !== null) return asked;
  if (step === "courtesy") {
    const late = invoices.find((invoice) => invoice.daysLate > 0);
    if (late !== undefined) return { type: "late-already", number: late.number };
  } else {
    const early = earlyRefusal(invoices);
    if (early !== null) return early;
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

/** Why a letter, a formal notice or a last notice is not put on paper; the other steps have no page. */
export const paperRefusal = (facts: DraftFacts): DraftRefusal | null => {
  const { step, paper, debtor } = facts;
  const homeless = debtor.address.length === 0 ? (["debtor-address"] as const) : [];
  switch (step) {
    case "letter":
      return (
        mailRefusal(facts, step) ??
        (homeless.length === 0 ? null : { type: "facts-missing", missing: homeless })
      );
    case "formal-notice":
      return (
        askedRefusal(facts, [...homeless, ...missingMediator(facts, paper?.mediator ?? null)]) ??
        earlyRefusal(facts.invoices)
      );
    case "last-notice":
      return lastNoticeRefusal(facts, homeless);
    case "legal":
      return { type: "not-drafted-yet", step, missing: MISSING_FOR[step] };
    case "courtesy":
    case "due":
    case "reminder-1":
    case "reminder-2":
    case "call":
      return { type: "not-drafted-yet", step, missing: [] };
  }
};

/** It speaks of a formal notice, of the day on which that was presented, and of a last day to come. */
const lastNoticeRefusal = (
  facts: DraftFacts,
  others: readonly MissingFact[],
): DraftRefusal | null => {
  const { step, lastNotice } = facts;
  if (lastNotice === null || lastNotice.notices.length === 0) {
    return { type: "not-drafted-yet", step, missing: MISSING_FOR["last-notice"] };
  }
  if (lastNotice.notices.some(({ presentedOn }) => presentedOn === null)) {
    return { type: "not-drafted-yet", step, missing: ["first-presentation"] };
  }
  return (
    askedRefusal(facts, [...others, ...missingMediator(facts, lastNotice.mediator)]) ??
    earlyRefusal(facts.invoices) ??
    dayRefusal(lastNotice.until, facts.today)
  );
};

/** The duty to name him to a consumer is C. conso L616-1 and R616-1. */
const missingMediator = (
  { debtor, law }: DraftFacts,
  mediator: PaperFacts["mediator"],
): readonly MissingFact[] =>
  debtor.kind === "consumer" && law === "FR" && mediator === null ? ["mediator"] : [];

/** Who asks, what for, and whether every figure may stand there. */
const askedRefusal = (facts: DraftFacts, others: readonly MissingFact[]): DraftRefusal | null =>
  creditorRefusal(facts.creditor, [...others, ...missingForSums(facts)]) ??
  listRefusal(facts.invoices, facts.lower) ??
  sumsRefusal(facts);

const earlyRefusal = (invoices: readonly InvoiceFacts[]): DraftRefusal | null => {
  const early = invoices.find((invoice) => invoice.daysLate <= 0);
  return early === undefined ? null : { type: "not-late-yet", number: early.number };
};

/** What the figures of a text cannot do without. */
const missingForSums = (facts: DraftFacts): readonly MissingFact[] => {
  const mode = interestModeOf(facts);
  const figures = mode === "computed" || mode === "claimed";
  const assigned = facts.invoices.some((invoice) => invoice.assignment !== null);
  return [
    ...(figures && facts.charges === null ? (["statement"] as const) : []),
    ...(assigned && (facts.payee === null || facts.payee.iban === null)
      ? (["assignee-account"] as const)
      : []),
  ];
};

const sumsRefusal = (facts: DraftFacts): DraftRefusal | null => {
  const all = [...facts.invoices, ...facts.lower];
  const [first] = all;
  if (all.some((invoice) => invoice.assignment !== first?.assignment)) {
    return { type: "assigned-mixed" };
  }
  const { charges, debtor } = facts;
  if (charges === null) return null;
  const professional = debtor.kind === "business" || debtor.kind === "public";
  if (!professional && charges.compensation !== null && charges.compensation.minor > 0) {
    return { type: "costs-forbidden" };
  }
  return charges.interest.currency === first?.open.currency ? null : { type: "several-currencies" };
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
    case "unresolved-complaint":
      return facts.debtor.kind === "consumer" && facts.law === "FR" && facts.mediator === null
        ? { type: "facts-missing", missing: ["mediator"] }
        : null;
    case "acceleration-notice":
      return facts.missed.missing.minor <= 0 ? { type: "nothing-to-ask" } : null;
    case "handed-over":
    case "insolvency":
    case "beside-letter":
    case "forward":
    case "reply":
      return null;
  }
};

const answerDayRefusal = (facts: AnswerFacts): DraftRefusal | null => {
  switch (facts.type) {
    case "dispute-acknowledgement":
      return dayRefusal(facts.answerBy, facts.today);
    case "instalments-answer":
    case "partial-payment-thanks":
      return dayRefusal(facts.replyBy, facts.today);
    case "acceleration-notice":
      return dayRefusal(facts.until, facts.today);
    case "full-payment-thanks":
    case "handed-over":
    case "insolvency":
    case "unresolved-complaint":
    case "beside-letter":
    case "forward":
    case "reply":
      return null;
  }
};

const dayRefusal = (on: CalendarDate, today: CalendarDate): DraftRefusal | null =>
  on <= today || isWeekend(on) ? { type: "reply-by-unfit", on } : null;
