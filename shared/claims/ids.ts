import type { CalendarDate } from "#shared/kernel/calendar.ts";
import { idOfFacts } from "#shared/kernel/ids.ts";
import type { Currency } from "#shared/kernel/money.ts";
import { foldText } from "#shared/kernel/text.ts";

/**
 * Ids made from facts, so that a fact taken in twice is one. Each begins with the ledger's id (one ledger is one
 * creditor) except those of exchanges, which the Message-ID names for the whole world.
 */

/** How a document's number is compared: case and blanks do not count, signs do. */
export const foldNumber = (number: string): string =>
  number.normalize("NFKC").toLowerCase().replace(/\s+/g, "");

const digitsOf = (text: string): string => text.replace(/[^0-9]/g, "");

/** By SIREN where it is known, else by name. The same string names the account. */
export const debtorIdOf = (
  ledger: string,
  debtor: { readonly siren: string | null; readonly name: string },
): string =>
  debtor.siren !== null && digitsOf(debtor.siren) !== ""
    ? idOfFacts("debtor", [ledger, "siren", digitsOf(debtor.siren)])
    : idOfFacts("debtor", [ledger, "name", foldText(debtor.name)]);

/** An invoice is the creditor and the number; whose account it is in does not count. */
export const invoiceIdOf = (ledger: string, number: string): string =>
  idOfFacts("invoice", [ledger, foldNumber(number)]);

export const creditNoteIdOf = (ledger: string, number: string): string =>
  idOfFacts("credit-note", [ledger, foldNumber(number)]);

export type PaymentFacts = {
  readonly on: CalendarDate;
  readonly amount: number;
  readonly currency: Currency;
  readonly reference: string | null;
  readonly payer: string | null;
  /** 0 for the first payment with these facts, 1 for a second one that is really another payment. */
  readonly rank: number;
};

const paymentParts = (facts: PaymentFacts): readonly string[] => [
  facts.on,
  String(facts.amount),
  facts.currency,
  foldText(facts.reference ?? ""),
  foldText(facts.payer ?? ""),
  String(facts.rank),
];

export const paymentIdOf = (ledger: string, facts: PaymentFacts): string =>
  idOfFacts("payment", [ledger, ...paymentParts(facts)]);

export const bankLineIdOf = (ledger: string, facts: PaymentFacts): string =>
  idOfFacts("line", [ledger, ...paymentParts(facts)]);

/** Angle brackets and blanks around a Message-ID are no part of it (RFC 5322, section 3.6.4). */
export const exchangeIdOf = (messageId: string): string =>
  idOfFacts("exchange", [messageId.trim().replace(/^</, "").replace(/>$/, "")]);

/** By address, else by name, else by telephone. */
export const contactIdOf = (
  account: string,
  contact: {
    readonly email: string | null;
    readonly name: string | null;
    readonly phone: string | null;
  },
): string => {
  if (contact.email !== null)
    return idOfFacts("contact", [account, "email", contact.email.trim().toLowerCase()]);
  if (contact.name !== null) return idOfFacts("contact", [account, "name", foldText(contact.name)]);
  return idOfFacts("contact", [account, "phone", digitsOf(contact.phone ?? "")]);
};

/** The act of sending a draft: declared by the user and found in Sent, it is one act. */
export const actIdOfDraft = (draft: string): string => idOfFacts("act", ["draft", draft]);

/** The lower step that the same mail is for the invoices of its second table. */
export const lowerActIdOfDraft = (draft: string, step: string): string =>
  idOfFacts("act", ["draft", draft, step]);

/** The act that a filed exchange is (a mail found without its draft, a call). */
export const actIdOfExchange = (exchange: string, step: string): string =>
  idOfFacts("act", ["exchange", exchange, step]);

/** Portions are named by their rank, so that an invoice read twice has the same ones. */
export const portionIdOf = (rank: number): string => `p${String(rank + 1)}`;

export const groupIdOf = (ledger: string, name: string): string =>
  idOfFacts("group", [ledger, foldText(name)]);
