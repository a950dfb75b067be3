import type { Language } from "#shared/kernel/money.ts";
import { GMAIL_CARDS } from "#shared/locales/gmail-cards.ts";
import type { Sentence } from "#shared/locales/locale.ts";
import type { GmailLedgerFault } from "#gmail/script/ledger/ledger.ts";

const LEDGER_FAULTS: Readonly<Record<GmailLedgerFault["type"], true>> = {
  "ledger-not-begun": true,
  "lock-busy": true,
  "drive-offline": true,
  "drive-refused": true,
  "drive-full": true,
  "journal-damaged": true,
  "ledger-rebuilding": true,
  "several-ledgers": true,
  "segments-unreadable": true,
  "properties-full": true,
  "bytes-missing": true,
  "act-failed": true,
};

export const isLedgerFault = (fault: { readonly type: string }): fault is GmailLedgerFault =>
  Object.prototype.hasOwnProperty.call(LEDGER_FAULTS, fault.type);

export const ledgerFaultText = (_fault: GmailLedgerFault, language: Language): Sentence =>
  GMAIL_CARDS[language].faults.unforeseen;
