import { mailRefusalText } from "#shared/app/mail-refusals.ts";
import type { MailRefused } from "#shared/app/mail-refusals.ts";
import { refusalText as actRefusalText } from "#shared/app/refusal-text.ts";
import type { ActRefusal } from "#shared/app/refusal-text.ts";
import type { RunFault } from "#shared/app/run.ts";
import type { Language } from "#shared/kernel/money.ts";
import { claimWords } from "#shared/locales/claims-words.ts";
import type { Sentence } from "#shared/locales/locale.ts";
import { UI } from "#shared/locales/ui.ts";

/** Whatever a use case run by these screens can answer instead of a view. */
export type AnyRefusal = RunFault | MailRefused | ActRefusal;

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

const isFault = (refusal: AnyRefusal): refusal is RunFault => refusal.type in UI.fr.faults;

const isOfMails = (refusal: Exclude<AnyRefusal, RunFault>): refusal is MailRefused =>
  refusal.type in OF_MAILS;

/** A refusal in words, where it occurs. */
export const refusalText = (refusal: AnyRefusal, language: Language): Sentence => {
  if (isFault(refusal)) return UI[language].faults[refusal.type];
  // Claims refuse an amount by its field; mails without one.
  if (refusal.type === "amount-not-positive" && "field" in refusal) {
    return claimWords[language].refusals[refusal.type](refusal);
  }
  return isOfMails(refusal)
    ? mailRefusalText(refusal, language)
    : actRefusalText(refusal, language);
};
