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

/** A refusal in words, where it occurs. */
export const refusalText = (refusal: AnyRefusal, language: Language): Sentence => {
  const { faults } = UI[language];
  switch (refusal.type) {
    case "storage-refused":
    case "storage-full":
    case "storage-evicted":
    case "storage-upgraded":
    case "storage-blocked":
    case "storage-corrupt":
    case "storage-failed":
    case "act-failed":
    case "ledger-not-begun":
    case "too-busy":
    case "bytes-missing":
    case "cancelled":
      return faults[refusal.type];
    case "amount-not-positive":
      return "field" in refusal
        ? claimWords[language].refusals["amount-not-positive"](refusal)
        : mailRefusalText(refusal, language);
    case "nothing-due":
    case "no-creditor":
    case "no-recipient":
    case "payments-never-known":
    case "call-first":
    case "references-taken":
    case "draft-unknown":
    case "draft-not-waiting":
    case "dispute-without-invoice":
    case "promise-before-mail":
    case "exchange-unknown":
    case "reading-unsure":
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
    case "interest-not-drafted-yet":
      return mailRefusalText(refusal, language);
    default:
      return actRefusalText(refusal, language);
  }
};
