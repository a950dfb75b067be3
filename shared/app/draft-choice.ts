import type { AccountState, Draft } from "#shared/claims/account.ts";
import { assignmentOf } from "#shared/claims/assignments.ts";
import { fileOf } from "#shared/claims/file.ts";
import type { HandOver, Insolvency } from "#shared/claims/file.ts";
import type { CreditorState } from "#shared/claims/creditor.ts";
import type { OwnWords } from "#shared/drafting/own-text.ts";
import type { Language } from "#shared/kernel/money.ts";
import { own } from "#shared/kernel/text.ts";
import type { Own } from "#shared/kernel/text.ts";
import { DRAFT_KINDS } from "#shared/locales/drafting-kinds.ts";
import { recoveryWords } from "#shared/locales/recovery-words.ts";
import type { PortionPlan, ProposedAct } from "#shared/recovery/proposal.ts";
import { isStep } from "#shared/recovery/steps.ts";
import type { Step } from "#shared/recovery/steps.ts";

/** Drafts that are no step: they stand in `step` of an entry, and sending them moves no plan. */
export const NOT_STEPS = ["answer", "forward", "beside-letter", "acceleration"] as const;
export type NotStep = (typeof NOT_STEPS)[number];

export const isNotStep = (key: string): key is NotStep =>
  (NOT_STEPS as readonly string[]).includes(key);

/**
 * Messages that are no step. Of a claim handed over only `handed-over` and `forward` remain; of an insolvent debtor only
 * `insolvency`; of a sensitive hold nothing. `reply` answers what the debtor asked.
 */
export const ANSWER_KINDS = [
  "handed-over",
  "forward",
  "insolvency",
  "unresolved-complaint",
  "acceleration",
  "beside-letter",
  "reply",
] as const;
export type AnswerKind = (typeof ANSWER_KINDS)[number];

/** The one who chases now; null where nobody else does. */
export const handedOverOf = (state: AccountState): HandOver | null =>
  fileOf(state).handOvers.find(({ ended }) => ended === null) ?? null;

/** What is answered to: a judgment, which is public, before a conciliation, which is confidential. */
export const insolvencyOf = (state: AccountState): Insolvency | null => {
  const standing = fileOf(state).insolvencies.filter(({ ended }) => ended === null);
  return standing.find((one) => one.state !== "conciliation") ?? standing[0] ?? null;
};

/** A step, or what the draft is instead, as a screen names it. */
export const draftWord = (step: string, language: Language): Own =>
  isStep(step)
    ? own(recoveryWords[language].steps[step])
    : isNotStep(step)
      ? DRAFT_KINDS[language][step]
      : own(step);

/** Prepared, not gone, and asking for money: a second one would ask twice. */
export const isWaitingStep = ({ state, step }: Draft): boolean =>
  state === "prepared" && !isNotStep(step);

const PAPER_STEPS: readonly Step[] = ["letter", "formal-notice"];

/** Whether the step goes out on paper and on nothing else. */
export const isPaperStep = (step: Step): boolean => PAPER_STEPS.includes(step);

/** Whether the step may go out on paper: a last notice as a mail or as a letter. */
export const isPrintedStep = (step: string): boolean =>
  step === "last-notice" || PAPER_STEPS.some((one) => one === step);

/** A draft in the mailbox that asks the user nothing first. */
export const isMailStep = (step: Step): boolean => !isPrintedStep(step) && step !== "legal";

/** A letter that was printed, sent or not: it has no Message-ID. */
const isPaperDraft = ({ state, step, messageId }: Draft): boolean =>
  state !== "discarded" && messageId === null && isPrintedStep(step);

/** The letter printed last, sent or not; null where none was. */
export const lastPrinted = ({ drafts }: AccountState): Draft | null => {
  let last: Draft | null = null;
  for (const draft of drafts)
    if (isPaperDraft(draft) && (last === null || draft.on >= last.on)) last = draft;
  return last;
};

/** Invoices of one account to pay alone: what is assigned and what is not never stand in one payment line. */
export const oneAccountToPay = (act: ProposedAct, state: AccountState): ProposedAct => {
  const of = ({ invoice }: PortionPlan): string | null =>
    assignmentOf(state, invoice)?.assignment ?? null;
  const [first] = act.portions;
  if (first === undefined) return act;
  const same = (portion: PortionPlan): boolean => of(portion) === of(first);
  return { ...act, portions: act.portions.filter(same), lower: act.lower.filter(same) };
};

/** The creditor's own words of a step; null where Relance's stand. */
export const ownWordsOf = (
  { texts }: Pick<CreditorState, "texts">,
  step: Step,
  language: Language,
): OwnWords | null =>
  texts.find((text) => text.step === step && text.language === language) ?? null;
