import type { CreditorEvent } from "#shared/claims/creditor.ts";
import type { AccountEvent } from "#shared/claims/events.ts";
import type { NewEntry } from "#shared/ledger/append.ts";
import type { BlobName } from "#shared/ledger/entry.ts";
import { ENTRY_VOIDED, LOG_EVENTS_VERSION, PAYLOAD_ERASED } from "#shared/ledger/voiding.ts";
import { EVENT_VERSION } from "./registry.ts";

const ACCOUNT_PREFIX = "account/";
export const CREDITOR_STREAM = "creditor";
export const BANK_STREAM = "bank";
export const MAILBOX_STREAM = "mailbox";

export const streamOfAccount = (account: string): string => ACCOUNT_PREFIX + account;

/** Null for the streams of the whole ledger. */
export const accountOfStream = (stream: string): string | null =>
  stream.startsWith(ACCOUNT_PREFIX) ? stream.slice(ACCOUNT_PREFIX.length) : null;

const STREAM_BY_TYPE: Readonly<Record<CreditorEvent["type"], string>> = {
  "ledger-opened": CREDITOR_STREAM,
  "creditor-corrected": CREDITOR_STREAM,
  "answers-looked-for": MAILBOX_STREAM,
  "payments-known": BANK_STREAM,
  "bank-line-recorded": BANK_STREAM,
  "bank-line-assigned": BANK_STREAM,
  "bank-line-set-aside": BANK_STREAM,
  "sender-set-aside": MAILBOX_STREAM,
  "sender-taken-back": MAILBOX_STREAM,
  "message-set-aside": MAILBOX_STREAM,
  "reading-rules-weighed": MAILBOX_STREAM,
  "teaching-set": CREDITOR_STREAM,
  "policy-changed": CREDITOR_STREAM,
  "plan-written": CREDITOR_STREAM,
  "plan-removed": CREDITOR_STREAM,
  "kind-plan-chosen": CREDITOR_STREAM,
  "text-written": CREDITOR_STREAM,
  "rate-added": CREDITOR_STREAM,
  "rate-withdrawn": CREDITOR_STREAM,
  "closure-added": CREDITOR_STREAM,
  "closure-removed": CREDITOR_STREAM,
};

/** The bytes that an event speaks of: its header names them, or they would be swept away as nobody's. */
export const blobsOf = ({ data }: AccountEvent): readonly BlobName[] =>
  "blob" in data && data.blob !== null ? [{ sha256: data.blob.sha256, size: data.blob.size }] : [];

export const accountEntry = (
  account: string,
  event: AccountEvent,
  batch?: string,
  blobs: readonly BlobName[] = blobsOf(event),
): NewEntry => ({
  stream: streamOfAccount(account),
  type: event.type,
  version: EVENT_VERSION,
  data: event.data,
  blobs,
  ...(batch === undefined ? {} : { batch }),
});

export const creditorEntry = (event: CreditorEvent, batch?: string): NewEntry => ({
  stream: STREAM_BY_TYPE[event.type],
  type: event.type,
  version: EVENT_VERSION,
  data: event.data,
  ...(batch === undefined ? {} : { batch }),
});

/** Voids single entries of one stream, or a batch with the accounts it touched. */
export const voidEntry = (
  target:
    | { readonly entries: readonly string[]; readonly stream: string }
    | { readonly batch: string; readonly accounts: readonly string[] },
  reason: string,
): NewEntry => ({
  stream: "stream" in target ? target.stream : CREDITOR_STREAM,
  type: ENTRY_VOIDED,
  version: LOG_EVENTS_VERSION,
  data:
    "stream" in target
      ? { entries: target.entries, reason }
      : { entries: [], batch: target.batch, accounts: target.accounts, reason },
});

export const eraseEntryOf = (
  stream: string,
  entries: readonly string[],
  reason: string,
): NewEntry => ({
  stream,
  type: PAYLOAD_ERASED,
  version: LOG_EVENTS_VERSION,
  data: { entries, reason },
});
