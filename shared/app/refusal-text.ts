import type { ClaimRefusal, ClaimRefusalOf, ClaimRefusalType } from "#shared/claims/refusals.ts";
import type { CalendarDate } from "#shared/kernel/calendar.ts";
import { unreachable } from "#shared/kernel/result.ts";
import { foreign, own } from "#shared/kernel/text.ts";
import { APP_ACTS } from "#shared/locales/app-acts.ts";
import { claimWords } from "#shared/locales/claims-words.ts";
import type { Language, Sentence } from "#shared/locales/locale.ts";
import type { AssignBankLineRefusal } from "./bank-acts.ts";
import type {
  AcceptDiscrepancyRefusal,
  AddDebtorRefusal,
  FieldRefusal,
  NothingNamed,
  OpenLedgerRefusal,
} from "./ledger-acts.ts";
import type { PassOnRefusal } from "./owner-acts.ts";

/** Every refusal of the acts of the ledger. */
export type ActRefusal =
  | OpenLedgerRefusal
  | AddDebtorRefusal
  | AssignBankLineRefusal
  | AcceptDiscrepancyRefusal
  | NothingNamed
  | FieldRefusal
  | ClaimRefusal
  | PassOnRefusal
  | { readonly type: "in-the-future"; readonly on: CalendarDate };

/** A refusal in words: one sentence that says what to do instead, where there is something. */
export const refusalText = (refusal: ActRefusal, language: Language): Sentence => {
  if (isClaimRefusal(refusal)) return claimRefusalText(refusal, language);
  const { refusals, fields } = APP_ACTS[language];
  switch (refusal.type) {
    case "account-unknown":
    case "no-ledger":
    case "not-own-invoices":
    case "already-open":
    case "reason-missing":
    case "nothing-named":
    case "line-unknown":
    case "line-settled":
    case "allocated-beyond":
    case "discrepancy-unknown":
    case "discrepancy-stands":
      return refusals[refusal.type];
    case "field-missing":
    case "field-wrong":
      return refusals[refusal.type](fields[refusal.field] ?? own(refusal.field));
    case "debtor-known":
      return refusals["debtor-known"][refusal.by];
    case "owner-missing":
      return refusals[refusal.type];
    case "owns-nothing":
      return refusals["owns-nothing"](foreign(refusal.owner));
    case "in-the-future":
      return refusals["in-the-future"](refusal.on);
    default:
      return unreachable(refusal);
  }
};

const isClaimRefusal = (refusal: ActRefusal): refusal is ClaimRefusal =>
  Object.prototype.hasOwnProperty.call(claimWords.fr.refusals, refusal.type);

type ClaimRefusalWords = {
  readonly [K in ClaimRefusalType]: (refusal: ClaimRefusalOf<K>) => Sentence;
};

/** Words by the refusal's own key: the table has one entry for each, taking that one's values. */
export const claimRefusalText = <K extends ClaimRefusalType>(
  refusal: ClaimRefusalOf<K>,
  language: Language,
): Sentence => {
  const words: ClaimRefusalWords = claimWords[language].refusals;
  return words[refusal.type](refusal);
};
