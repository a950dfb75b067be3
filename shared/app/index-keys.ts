import type { AccountState } from "#shared/claims/account.ts";
import { foldText } from "#shared/kernel/text.ts";
import { ownDomainOf } from "#shared/mail/domains.ts";
import { normaliseInvoiceNumber } from "#shared/mail/match-keys.ts";

/**
 * How an account is found: short texts that a host can keep in one small index. A mail's keys, a file's rows and the
 * search of a person are looked up here without opening a single account.
 */
export const addressKey = (address: string): string => `address:${address.toLowerCase()}`;
export const domainKey = (domain: string): string => `domain:${domain.toLowerCase()}`;
export const messageKey = (messageId: string): string => `message:${messageId}`;
export const referenceKey = (reference: string): string => `reference:${reference.toUpperCase()}`;
/** A draft to a group stands in the account of each member. */
export const draftKey = (draft: string): string => `draft:${draft}`;
export const numberKey = (number: string): string => `number:${normaliseInvoiceNumber(number)}`;
export const nameKey = (name: string): string => `name:${foldText(name)}`;
/** Who pays for the debtor: apart from its name, so that a parent firm is not taken for it. */
export const payerKey = (name: string): string => `payer:${foldText(name)}`;
/** Apart from the debtors' own addresses: a head office that pays for many makes no group of them. */
export const payerAddressKey = (address: string): string =>
  `payer-address:${address.toLowerCase()}`;
export const sirenKey = (siren: string): string => `siren:${siren.replace(/\D/g, "")}`;
export const groupKey = (group: string): string => `group:${group}`;

/**
 * Accounts taken in beside one for its group and addresses: the address of a platform that thousands of debtors take
 * invoices by would bring the whole ledger.
 */
export const KIN_MAX = 100;

/** Of an account's keys, those that others of its group or with its contact have as well. */
export const kinKeysOf = (keys: readonly string[]): readonly string[] =>
  keys.filter((key) => key.startsWith("group:") || key.startsWith("address:"));

export const keysOfAccount = (state: AccountState): readonly string[] => {
  const keys = new Set<string>();
  const { debtor } = state;
  if (debtor !== null) {
    keys.add(nameKey(debtor.name));
    if (debtor.siren !== null) keys.add(sirenKey(debtor.siren));
    if (debtor.group !== null) keys.add(groupKey(debtor.group.id));
  }
  for (const { name, email } of state.file?.payers ?? []) {
    keys.add(payerKey(name));
    if (email !== null) keys.add(payerAddressKey(email));
  }
  for (const contact of state.contacts) {
    if (contact.email === null) continue;
    keys.add(addressKey(contact.email));
    // Null for hosts that strangers share (free mail, portals): their domain says nothing about the debtor.
    const domain = ownDomainOf(contact.email);
    if (domain !== null) keys.add(domainKey(domain));
  }
  for (const invoice of state.invoices) keys.add(numberKey(invoice.number));
  for (const exchange of state.exchanges) {
    if (exchange.messageId !== null) keys.add(messageKey(exchange.messageId));
  }
  for (const draft of state.drafts) {
    keys.add(draftKey(draft.draft));
    keys.add(referenceKey(draft.reference));
    if (draft.messageId !== null) keys.add(messageKey(draft.messageId));
  }
  return [...keys];
};
