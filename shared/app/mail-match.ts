import type { AccountState } from "#shared/claims/account.ts";
import { balancesOf } from "#shared/claims/balances.ts";
import type { CreditorState } from "#shared/claims/creditor.ts";
import { namesNobody, ownDomainOf } from "#shared/mail/domains.ts";
import { isOwnAddress, keysOfMessage } from "#shared/mail/match-keys.ts";
import { matchMessage } from "#shared/mail/match.ts";
import type { MailMatch, MatchTarget, OwnSide } from "#shared/mail/match.ts";
import { recipientsOf } from "#shared/mail/message.ts";
import type { Message } from "#shared/mail/message.ts";
import {
  addressKey,
  domainKey,
  messageKey,
  numberKey,
  payerAddressKey,
  referenceKey,
  sirenKey,
} from "./index-keys.ts";
import { answerToSeveral, togetherIn } from "./mail-together.ts";
import type { Asks, Loaded } from "./use-case.ts";

/**
 * Keys that one mail may ask for, kind by kind: a crafted mail names thousands of numbers or answers hundreds of others,
 * and none of that may crowd out who wrote it.
 */
const KEYS_MAX = {
  messages: 200,
  references: 50,
  people: 100,
  quoted: 30,
  domains: 50,
  sirens: 20,
  numbers: 600,
};
/** Characters of a mail in which an identifier of a company is looked for. */
const SIREN_CHARS_MAX = 20_000;

/**
 * The accounts a mail might concern, by index keys alone: its thread, our reference, its addresses and their own domains,
 * the numbers it names. A mail that finds none of them leaves no trace.
 */
export const asksOfMessage = (message: Message, account: string | null = null): Asks => {
  // Whose side an address is on is not known before the creditor is loaded; asking for both costs nothing.
  const keys = keysOfMessage(message, { addresses: [] });
  const people = [
    ...(message.from === null ? [] : [message.from]),
    ...message.replyTo,
    ...recipientsOf(message),
  ]
    .map((one) => one.address)
    // A report on a mail of ours comes from a robot: whose it is, the address that failed says.
    .concat(message.report?.finalRecipient ?? [])
    .filter((address) => !namesNobody(address));
  const domains = people.map(ownDomainOf).filter((domain): domain is string => domain !== null);
  const wanted = new Set<string>([
    ...(keys.ownMessageId === null ? [] : [messageKey(keys.ownMessageId)]),
    ...some(keys.messageIds, KEYS_MAX.messages).map(messageKey),
    ...some(keys.references, KEYS_MAX.references).map(referenceKey),
    ...some(people, KEYS_MAX.people).map(addressKey),
    ...some(people, KEYS_MAX.people).map(payerAddressKey),
    ...some(keys.quoted, KEYS_MAX.quoted).map(addressKey),
    ...some(keys.quotedIds, KEYS_MAX.quoted).map(messageKey),
    ...some(domains, KEYS_MAX.domains).map(domainKey),
    ...some(sirensIn(message), KEYS_MAX.sirens).map(sirenKey),
    ...some(keys.invoiceTokens, KEYS_MAX.numbers).map(numberKey),
  ]);
  return { accounts: account === null ? [] : [account], keys: [...wanted], search: false };
};

const some = (list: readonly string[], max: number): readonly string[] =>
  [...new Set(list)].slice(0, max);

export type ClaimMatch = MailMatch & {
  /** Accounts whose SIREN stands in the mail: a hint for a person, never a match by itself (a forger can copy it). */
  readonly named: readonly string[];
  /** Accounts of the one draft to a group that the mail is, or answers; empty: of none. */
  readonly together: readonly string[];
};

/** Matches a mail against the accounts that its keys found; `thread` is the key of the host's own thread. */
export const matchLoaded = (
  message: Message,
  loaded: Loaded,
  thread: string | null = null,
): ClaimMatch => {
  const own = ownSideOf(loaded.creditor);
  const ofThread = thread === null ? [] : (loaded.accountsByKey.get(thread) ?? []);
  const targets = [...loaded.accounts.values()].map((state) => ({
    ...targetOf(state),
    threadIds: thread !== null && ofThread.includes(state.account) ? [thread] : [],
  }));
  const found = matchMessage(message, targets, own, thread ?? undefined);
  const together = togetherIn(found, loaded.accounts);
  const match = answerToSeveral(found, together);
  const named = new Set<string>();
  for (const siren of sirensIn(message)) {
    for (const account of loaded.accountsByKey.get(sirenKey(siren)) ?? []) named.add(account);
  }
  return { ...match, named: [...named], together };
};

/** The creditor's own addresses; its own domain is of the house as well, where no stranger can have it. */
export const ownSideOf = (creditor: CreditorState): OwnSide => {
  const addresses = creditor.creditor?.addresses ?? [];
  const domains = new Set<string>();
  for (const address of addresses) {
    const domain = ownDomainOf(address);
    if (domain !== null) domains.add(domain);
  }
  return { addresses, domains: [...domains] };
};

export const isOurs = (address: string, creditor: CreditorState): boolean =>
  isOwnAddress(address, ownSideOf(creditor));

/** Of those who pay for the debtor. */
export const payerAddressesOf = ({ file }: AccountState): readonly string[] =>
  (file?.payers ?? []).flatMap(({ email }) => (email === null ? [] : [email.toLowerCase()]));

const targetOf = (state: AccountState): MatchTarget => {
  const open = new Map(
    balancesOf(state).invoices.map((invoice) => [invoice.invoice.invoice, invoice.open]),
  );
  const addresses = state.contacts
    .map((contact) => contact.email)
    .filter((email): email is string => email !== null);
  return {
    account: state.account,
    name: state.debtor?.name ?? state.account,
    // Who pays for the debtor answers for it too; its domain is another firm's.
    addresses: [...addresses, ...payerAddressesOf(state)],
    // A private person shares the domain of the mailbox with strangers, whether or not we know it for a provider's.
    domains:
      state.debtor?.kind === "consumer"
        ? []
        : addresses.map(ownDomainOf).filter((domain): domain is string => domain !== null),
    messageIds: [
      ...state.exchanges.map((exchange) => exchange.messageId),
      ...state.drafts.map((draft) => draft.messageId),
    ].filter((id): id is string => id !== null),
    references: state.drafts.map((draft) => draft.reference),
    invoices: state.invoices
      .filter((invoice) => invoice.cancelled === null)
      .map((invoice) => ({
        id: invoice.invoice,
        number: invoice.number,
        openMinor: open.get(invoice.invoice) ?? 0,
        totalMinor: invoice.total,
        currency: invoice.currency,
      })),
  };
};

/** Runs of nine digits, spaced as people write a SIREN. Whether one is a debtor's is for the index to say. */
const sirensIn = (message: Message): readonly string[] => {
  const text = `${message.subject}\n${message.text ?? ""}`.slice(0, SIREN_CHARS_MAX);
  const found = new Set<string>();
  for (const run of text.match(/\d{3}[ \u00a0\u202f.]?\d{3}[ \u00a0\u202f.]?\d{3}/g) ?? []) {
    found.add(run.replace(/\D/g, ""));
  }
  return [...found];
};
