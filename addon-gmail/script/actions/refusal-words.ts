import { caseRefusalText } from "#shared/app/case-refusal.ts";
import type { CaseRefusal } from "#shared/app/case-refusal.ts";
import type { Sentence } from "#shared/locales/locale.ts";
import type { Face } from "#gmail/script/cards/face.ts";
import type { GmailLedgerFault } from "#gmail/script/ledger/ledger.ts";
import { gmailFaultText, isGmailFault } from "#gmail/script/mail/fault-text.ts";
import type { GmailFault } from "#gmail/script/mail/mail.ts";
import { isLedgerFault, ledgerFaultText } from "./ledger-words.ts";

/** Whatever an act of a card can answer instead of having been done. */
export type AnyRefusal = CaseRefusal | GmailLedgerFault | GmailFault;

export const refusalWords = (refusal: AnyRefusal, face: Face): Sentence => {
  const { language } = face;
  if (isLedgerFault(refusal)) return ledgerFaultText(refusal, language);
  if (isGmailFault(refusal)) return gmailFaultText(refusal, language);
  return caseRefusalText(refusal, language);
};
