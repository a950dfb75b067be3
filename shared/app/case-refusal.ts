import { claimWords } from "#shared/locales/claims-words.ts";
import type { Language } from "#shared/kernel/money.ts";
import type { Sentence } from "#shared/locales/locale.ts";
import { mailRefusalText } from "./mail-refusals.ts";
import type { MailRefused } from "./mail-refusals.ts";
import { refusalText } from "./refusal-text.ts";
import type { ActRefusal } from "./refusal-text.ts";

/** Whatever a use case of the screens answers where it refuses; what storage and hosts answer is theirs to word. */
export type CaseRefusal = MailRefused | ActRefusal;

/** A refusal in words, where it occurs. */
export const caseRefusalText = (refusal: CaseRefusal, language: Language): Sentence => {
  // Claims refuse an amount by its field; mails without one.
  if (refusal.type === "amount-not-positive" && "field" in refusal) {
    return claimWords[language].refusals[refusal.type](refusal);
  }
  return isOfMails(refusal) ? mailRefusalText(refusal, language) : refusalText(refusal, language);
};

/** Every refusal of mails and drafts: the compiler asks for a new one here. */
const OF_MAILS: Readonly<Record<MailRefused["type"], true>> = {
  "account-unknown": true,
  "nothing-due": true,
  "no-creditor": true,
  "no-recipient": true,
  "payments-never-known": true,
  "call-first": true,
  "references-taken": true,
  "on-paper": true,
  "no-letter-due": true,
  "no-last-notice-due": true,
  "nobody-else-chases": true,
  "not-insolvent": true,
  "nothing-missed": true,
  "nothing-asked": true,
  sensitive: true,
  "letter-not-printed": true,
  "not-one-group": true,
  "draft-unknown": true,
  "draft-not-waiting": true,
  "draft-waits": true,
  "exchange-unknown": true,
  "reading-unsure": true,
  "fraud-unseen": true,
  "already-tagged": true,
  "nothing-chosen": true,
  "not-all-sure": true,
  "dispute-without-invoice": true,
  "promise-before-mail": true,
  "amount-not-positive": true,
  "not-drafted-yet": true,
  "facts-missing": true,
  "nothing-to-ask": true,
  "too-many-invoices": true,
  "several-currencies": true,
  "tone-above-step": true,
  "reply-by-unfit": true,
  "promise-not-broken": true,
  "promise-not-checked": true,
  "not-late-yet": true,
  "late-already": true,
  "costs-forbidden": true,
  "assigned-mixed": true,
  "not-for-groups": true,
};

const isOfMails = (refusal: CaseRefusal): refusal is MailRefused => refusal.type in OF_MAILS;
