import { refusalWords } from "#shared/drafting/refusal-words.ts";
import { foreign } from "#shared/kernel/text.ts";
import type { Language } from "#shared/kernel/money.ts";
import type { Sentence } from "#shared/locales/locale.ts";
import { MAIL_REFUSALS } from "#shared/locales/mail-refusals.ts";
import { recoveryWords } from "#shared/locales/recovery-words.ts";
import { sayReason } from "#shared/recovery/reasons.ts";
import type { ConfirmReadingRefusal } from "./confirm-reading.ts";
import type { ConfirmSeveralRefusal, WithoutEffectRefusal } from "./without-effect.ts";
import type { PrepareAnswerRefusal } from "./answer-draft.ts";
import type { DraftActRefusal, PrepareDraftRefusal } from "./draft-acts.ts";
import type { PrepareGroupDraftRefusal } from "./group-draft.ts";
import type { PrintLetterRefusal } from "./print-letter.ts";

export type MailRefused =
  | PrepareDraftRefusal
  | PrepareAnswerRefusal
  | PrepareGroupDraftRefusal
  | PrintLetterRefusal
  | DraftActRefusal
  | ConfirmReadingRefusal
  | ConfirmSeveralRefusal
  | WithoutEffectRefusal;

/** Why a mail was not filed or a draft not written, and what to do instead. */
export const mailRefusalText = (refusal: MailRefused, language: Language): Sentence => {
  const words = MAIL_REFUSALS[language];
  switch (refusal.type) {
    case "nothing-due": {
      const [reason] = refusal.reasons;
      return reason === undefined
        ? words.nothingDue
        : sayReason(recoveryWords[language].reasons, reason);
    }
    case "account-unknown":
    case "no-creditor":
    case "no-recipient":
    case "payments-never-known":
    case "call-first":
    case "draft-waits":
    case "references-taken":
    case "on-paper":
    case "no-letter-due":
    case "no-last-notice-due":
    case "nobody-else-chases":
    case "not-insolvent":
    case "nothing-missed":
    case "nothing-asked":
    case "sensitive":
    case "letter-not-printed":
    case "not-one-group":
    case "draft-unknown":
    case "draft-not-waiting":
    case "dispute-without-invoice":
    case "promise-before-mail":
    case "amount-not-positive":
    case "exchange-unknown":
    case "reading-unsure":
    case "fraud-unseen":
    case "already-tagged":
    case "nothing-chosen":
    case "not-all-sure":
      return words.plain[refusal.type];
    case "not-drafted-yet":
    case "facts-missing":
    case "nothing-to-ask":
    case "too-many-invoices":
    case "several-currencies":
    case "tone-above-step":
    case "reply-by-unfit":
    case "promise-not-broken":
    case "promise-not-checked":
    case "not-late-yet":
    case "late-already":
    case "costs-forbidden":
    case "assigned-mixed":
    case "not-for-groups":
      // It may name an invoice's number, which is from outside.
      return [foreign(refusalWords(refusal, language))];
  }
};
