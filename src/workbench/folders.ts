import { foldText } from "#shared/kernel/text.ts";
import { isOwnAddress } from "#shared/mail/match-keys.ts";
import type { OwnSide } from "#shared/mail/match.ts";
import type { Filing, LedgerFacts } from "#src/custody/ledger-facts.ts";
import type { ListedMail } from "./mailbox.ts";

/** A mail as the list shows it. */
export type MailRow = {
  readonly mail: ListedMail;
  readonly isOurs: boolean;
  readonly filing: Filing | null;
  /** An answer of a debtor that nobody has read yet. */
  readonly isToRead: boolean;
};

/** Mails with what the ledger knows of them. Before the person has said so, likely addresses tell what was sent. */
export const rowsOf = (
  mails: readonly ListedMail[],
  facts: LedgerFacts,
  likely: readonly string[],
): readonly MailRow[] => {
  const side: OwnSide = { addresses: facts.creditor?.addresses ?? likely };
  return mails.map((mail) => {
    const filing = facts.filings.get(mail.messageId ?? mail.sha256) ?? null;
    return {
      mail,
      isOurs: mail.from !== null && isOwnAddress(mail.from.address, side),
      filing,
      isToRead: filing !== null && filing.isAnswer && filing.tag === null,
    };
  });
};

export const rowsIn = (
  folder: "inbox" | "sent" | "all",
  rows: readonly MailRow[],
): readonly MailRow[] => {
  if (folder === "all") return rows;
  return rows.filter((row) => row.isOurs === (folder === "sent"));
};

/** The name before the address, without quotes around it. */
export const personName = (person: { readonly name: string; readonly address: string }): string => {
  const bare = unquoted(person.name);
  return foldText(bare) === "" ? person.address : bare;
};

const isAround = (char: string): boolean => /^["'\s]$/.test(char);

/** By hand: a pattern that looks for the end of a run at each of its places takes the square of its length. */
const unquoted = (name: string): string => {
  let [from, to] = [0, name.length];
  while (from < to && isAround(name.charAt(from))) from += 1;
  while (to > from && isAround(name.charAt(to - 1))) to -= 1;
  return name.slice(from, to);
};
