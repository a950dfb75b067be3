import type { AccountState, Exchange } from "#shared/claims/account.ts";
import { proposedContact } from "#shared/claims/contacts.ts";
import type { CreditorIdentity } from "#shared/claims/creditor.ts";
import type { Draft } from "#shared/drafting/blocks.ts";
import { replySubject } from "#shared/drafting/mime.ts";
import { recipientsOfReply } from "#shared/drafting/recipients.ts";
import { referenceOf } from "#shared/kernel/ids.ts";
import { domainOf } from "#shared/mail/domains.ts";
import type { Message } from "#shared/mail/message.ts";
import { referenceKey } from "./index-keys.ts";
import type { Loaded, MailDraft } from "./use-case.ts";

/** References tried before giving up; two in a row are taken about once in ten million drafts. */
const REFERENCES_TRIED = 4;

const referencesOf = (ledger: string, salt: string): readonly string[] =>
  Array.from({ length: REFERENCES_TRIED }, (_, index) =>
    referenceOf(`${ledger} ${salt} ${String(index)}`),
  );

/** The keys under which the candidates would be known, to be asked for beforehand. */
export const referenceKeysOf = (ledger: string, salt: string): readonly string[] =>
  referencesOf(ledger, salt).map(referenceKey);

/** The first candidate that no draft of this ledger bears; null where all are taken. */
export const freeReference = (loaded: Loaded, salt: string): string | null =>
  referencesOf(loaded.ledger, salt).find((one) => !loaded.accountsByKey.has(referenceKey(one))) ??
  null;

export type Thread = {
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly inReplyTo: string | null;
  readonly references: readonly string[];
  /** Null: a mail of its own, with its own subject. */
  readonly subject: string | null;
};

/**
 * The thread to go on with: the open mail's, else that of the mail meant, else that of the last mail exchanged with a
 * contact still in office.
 */
export const threadOf = (
  state: AccountState,
  replyTo: Message | null,
  creditor: CreditorIdentity,
  meant: Exchange | null = null,
): Thread => {
  const active = state.contacts.filter((one) => one.retired === null && one.email !== null);
  const known = active.map((one) => one.email ?? "");
  const isIndividual = state.debtor?.kind === "consumer" || state.debtor?.soleTrader === true;
  const reply = (message: Parameters<typeof recipientsOfReply>[0]["message"]) =>
    recipientsOfReply({
      message,
      knownContacts: known,
      ownAddresses: creditor.addresses,
      debtorIsIndividual: isIndividual,
    });
  if (replyTo !== null) {
    const { to, cc } = reply({
      from: replyTo.from?.address ?? null,
      replyTo: replyTo.replyTo.map((one) => one.address),
      to: replyTo.to.map((one) => one.address),
      cc: replyTo.cc.map((one) => one.address),
    });
    const references = [
      ...replyTo.references,
      ...(replyTo.messageId === null ? [] : [replyTo.messageId]),
    ];
    if (isKnownTo(to, known)) {
      return { to, cc, inReplyTo: replyTo.messageId, references, subject: replyTo.subject };
    }
  }
  const last = meant ?? lastMailOf(state, known);
  if (last !== null) {
    const { to, cc } = reply({ from: last.from, replyTo: [], to: last.to, cc: [] });
    if (isKnownTo(to, known)) {
      const references = last.messageId === null ? [] : [last.messageId];
      return { to, cc, inReplyTo: last.messageId, references, subject: last.subject };
    }
  }
  return freshThread(state);
};

/** A mail of its own to the contact for chasing, which goes on with no thread. */
export const freshThread = (state: AccountState): Thread => {
  const email = proposedContact(state, "chasing")?.email ?? null;
  return {
    to: email === null ? [] : [email],
    cc: [],
    inReplyTo: null,
    references: [],
    subject: null,
  };
};

/** Never to somebody we do not know as this debtor's contact: a stranger's mail may have matched by its words. */
const isKnownTo = (to: readonly string[], known: readonly string[]): boolean =>
  to.length > 0 &&
  to.every((address) => known.some((one) => one.toLowerCase() === address.toLowerCase()));

const lastMailOf = (state: AccountState, known: readonly string[]): Exchange | null => {
  const folded = new Set(known.map((one) => one.toLowerCase()));
  let last: Exchange | null = null;
  for (const exchange of state.exchanges) {
    const withContact = [exchange.from ?? "", ...exchange.to].some((one) =>
      folded.has(one.toLowerCase()),
    );
    const fits =
      exchange.kind === "mail" && exchange.direction !== "internal" && !exchange.automatic;
    if (
      fits &&
      withContact &&
      exchange.messageId !== null &&
      (last === null || exchange.at >= last.at)
    ) {
      last = exchange;
    }
  }
  return last;
};

export type InvoiceFile = { readonly name: string; readonly type: string; readonly sha256: string };

type OfInvoice = { readonly invoice: string };

/** Copies of the invoices the act asks for, where their files were kept. */
export const invoiceFilesOf = (
  state: AccountState,
  act: { readonly portions: readonly OfInvoice[]; readonly lower: readonly OfInvoice[] },
): readonly InvoiceFile[] => {
  const asked = new Set([...act.portions, ...act.lower].map((one) => one.invoice));
  return state.documents.flatMap((document) =>
    document.kind === "invoice" &&
    document.removed === null &&
    document.blob !== null &&
    document.invoice !== null &&
    asked.has(document.invoice)
      ? [{ name: document.name, type: "application/pdf", sha256: document.blob.sha256 }]
      : [],
  );
};

export const mailOf = (
  text: Draft,
  parts: {
    readonly from: string;
    readonly thread: Thread;
    readonly reference: string;
    readonly chance: string;
    readonly files: readonly InvoiceFile[];
  },
): MailDraft => {
  const { thread, from, reference } = parts;
  return {
    from,
    to: thread.to,
    cc: thread.cc,
    subject: thread.subject === null ? text.subject : replySubject(thread.subject),
    text: text.text,
    html: text.html,
    messageId: `${parts.chance}.${reference.toLowerCase()}@${domainOf(from)}`,
    inReplyTo: thread.inReplyTo,
    references: thread.references,
    reference,
    attachments: parts.files,
  };
};
