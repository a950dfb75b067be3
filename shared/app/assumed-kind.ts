import type { DebtorKind } from "#shared/kernel/parties.ts";
import { namesFirm, namesPerson } from "#shared/drafting/salutation.ts";
import { ownDomainOf } from "#shared/mail/domains.ts";

/**
 * What a debtor is taken for of whom only a name and an address are known, until somebody says it. The fixed compensation
 * and the rates between professionals (art. L441-10 and D441-5 of the French commercial code) are owed by no consumer, and
 * a firm that was taken for one loses nothing that a correction does not give back: so whoever may be a private person is
 * taken for one.
 */
export const assumedKind = (name: string, email: string | null): DebtorKind => {
  if (email !== null && ownDomainOf(email) !== null) return "business";
  return namesFirm(name) && !namesPerson(name) ? "business" : "consumer";
};

/** Of a row of a file, which says neither kind nor SIREN: files come out of a firm's own books, and are warned of. */
export const assumedKindOfRow = (name: string): DebtorKind =>
  namesPerson(name) ? "consumer" : "business";
