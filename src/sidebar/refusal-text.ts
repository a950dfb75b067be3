import type { PrepareDraftRefusal, DraftActRefusal } from "#shared/app/draft-acts.ts";
import type {
  AcceptDiscrepancyRefusal,
  AddDebtorRefusal,
  AssignBankLineRefusal,
  FieldRefusal,
  InTheFuture,
  NoLedger,
  NothingNamed,
  OpenLedgerRefusal,
  ReasonMissing,
} from "#shared/app/ledger-acts.ts";
import type { TagRefusal } from "#shared/app/mail-acts.ts";
import type { RunFault } from "#shared/app/run.ts";
import type { AccountUnknown } from "#shared/app/view-parts.ts";
import type { ClaimRefusal, ClaimRefusalOf, ClaimRefusalType } from "#shared/claims/refusals.ts";
import type { DraftRefusal } from "#shared/drafting/refusal.ts";
import { refusalWords } from "#shared/drafting/refusal-words.ts";
import type { Language } from "#shared/kernel/money.ts";
import { own } from "#shared/kernel/text.ts";
import { APP_ACTS } from "#shared/locales/app-acts.ts";
import { claimWords } from "#shared/locales/claims-words.ts";
import type { Sentence } from "#shared/locales/locale.ts";
import { recoveryWords } from "#shared/locales/recovery-words.ts";
import { UI } from "#shared/locales/ui.ts";
import { sayReason } from "#shared/recovery/reasons.ts";

/** Whatever a use case run by these screens can answer instead of a view. */
export type AnyRefusal =
  | RunFault
  | ClaimRefusal
  | AccountUnknown
  | FieldRefusal
  | NoLedger
  | ReasonMissing
  | NothingNamed
  | InTheFuture
  | OpenLedgerRefusal
  | AddDebtorRefusal
  | AcceptDiscrepancyRefusal
  | AssignBankLineRefusal
  | TagRefusal
  | PrepareDraftRefusal
  | DraftActRefusal;

/** A refusal in words. One of a later version is said as unforeseen, never as silence. */
export const refusalText = (refusal: { readonly type: string }, language: Language): Sentence => {
  const known = refusal as AnyRefusal;
  const words = UI[language];
  const acts = APP_ACTS[language].refusals;
  switch (known.type) {
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
      return words.faults[known.type];
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
      return acts[known.type];
    case "in-the-future":
      return acts["in-the-future"](known.on);
    case "field-missing":
    case "field-wrong":
      return acts[known.type](APP_ACTS[language].fields[known.field] ?? own(known.field));
    case "debtor-known":
      return acts["debtor-known"][known.by];
    case "dispute-without-invoice":
    case "promise-before-mail":
      return words.tagRefusals[known.type];
    case "amount-not-positive":
      return "amount" in known
        ? claimSentence(claimWords[language].refusals, known)
        : words.tagRefusals["amount-not-positive"];
    case "no-creditor":
      return acts["no-ledger"];
    case "nothing-due": {
      const [reason] = known.reasons;
      return reason === undefined
        ? words.drafts.nothingDue
        : sayReason(recoveryWords[language].reasons, reason);
    }
    case "no-recipient":
    case "payments-never-known":
    case "call-first":
    case "references-taken":
    case "draft-unknown":
    case "draft-not-waiting":
      return words.drafts[known.type];
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
      return draftSentence(known, language);
    default:
      return known.type in claimWords[language].refusals
        ? claimSentence(claimWords[language].refusals, known)
        : [words.faults.unforeseen];
  }
};

const draftSentence = (refusal: DraftRefusal, language: Language): Sentence => [
  own(refusalWords(refusal, language)),
];

type ClaimSentences = {
  readonly [K in ClaimRefusalType]: (refusal: ClaimRefusalOf<K>) => Sentence;
};

const claimSentence = <K extends ClaimRefusalType>(
  words: ClaimSentences,
  refusal: ClaimRefusalOf<K>,
): Sentence => words[refusal.type](refusal);
