import { DRAFTING } from "#shared/locales/drafting.ts";
import type { Language } from "#shared/locales/locale.ts";
import type { DraftRefusal } from "./refusal.ts";

/** A refusal in words, for a screen. An invoice number in it is as the creditor or a file gave it. */
export const refusalWords = (refusal: DraftRefusal, language: Language): string => {
  const words = DRAFTING[language].refusal;
  switch (refusal.type) {
    case "not-drafted-yet":
      return refusal.step === "legal"
        ? words.routeIsYours
        : words.notDraftedYet(refusal.missing.map((one) => words.forLaw[one]));
    case "facts-missing":
      return words.factsMissing(refusal.missing.map((one) => words.facts[one]));
    case "nothing-to-ask":
      return words.nothingToAsk;
    case "too-many-invoices":
      return words.tooManyInvoices(refusal.max);
    case "several-currencies":
      return words.severalCurrencies;
    case "tone-above-step":
      return words.toneAboveStep;
    case "reply-by-unfit":
      return words.replyByUnfit(refusal.on);
    case "promise-not-broken":
      return words.promiseNotBroken(refusal.by);
    case "promise-not-checked":
      return words.promiseNotChecked(refusal.by, refusal.paymentsKnownOn);
    case "not-late-yet":
      return words.notLateYet(refusal.number);
    case "late-already":
      return words.lateAlready(refusal.number);
    case "costs-forbidden":
      return words.costsForbidden;
    case "assigned-mixed":
      return words.assignedMixed;
    case "not-for-groups":
      return words.notForGroups;
  }
};
