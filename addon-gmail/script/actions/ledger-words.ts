import type { Language } from "#shared/kernel/money.ts";
import { GMAIL_LEDGER } from "#shared/locales/gmail-ledger.ts";
import type { Sentence } from "#shared/locales/locale.ts";
import type { GmailLedgerFault } from "#gmail/script/ledger/ledger.ts";

const FAULTS: Readonly<Record<GmailLedgerFault["type"], true>> = {
  "ledger-not-begun": true,
  "lock-busy": true,
  "drive-offline": true,
  "drive-refused": true,
  "drive-full": true,
  "drive-busy": true,
  "folder-gone": true,
  "ledger-in-bin": true,
  "journal-damaged": true,
  "ledger-rebuilding": true,
  "write-uncertain": true,
  "several-ledgers": true,
  "segments-unreadable": true,
  "properties-full": true,
  "bytes-missing": true,
  "act-failed": true,
};

export const isLedgerFault = (fault: { readonly type: string }): fault is GmailLedgerFault =>
  Object.prototype.hasOwnProperty.call(FAULTS, fault.type);

/** Why the ledger did not do it, and what to do instead. */
export const ledgerFaultText = (fault: GmailLedgerFault, language: Language): Sentence => {
  const words = GMAIL_LEDGER[language];
  switch (fault.type) {
    case "drive-refused":
      return words["drive-refused"](fault.status);
    case "journal-damaged":
      return words["journal-damaged"](fault.files);
    case "ledger-rebuilding":
      return words["ledger-rebuilding"](fault.stepsDone, fault.steps);
    case "several-ledgers":
      return words["several-ledgers"](fault.ledgers.length);
    case "segments-unreadable":
      return words["segments-unreadable"](fault.count);
    case "ledger-not-begun":
    case "lock-busy":
    case "drive-offline":
    case "drive-full":
    case "drive-busy":
    case "folder-gone":
    case "ledger-in-bin":
    case "properties-full":
    case "write-uncertain":
    case "bytes-missing":
    case "act-failed":
      return words[fault.type];
  }
};
