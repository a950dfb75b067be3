import { isWithheld } from "#shared/claims/account.ts";
import type { AccountState } from "#shared/claims/account.ts";
import { decimalString, money } from "#shared/kernel/money.ts";
import { foldText } from "#shared/kernel/text.ts";

/** One thing a person may look for, ready to compare: `folded` is lower case without accents or punctuation. */
export type SearchRow = {
  readonly account: string;
  readonly kind: "debtor" | "invoice" | "contact" | "reference";
  /** What it is called, as it was written. */
  readonly label: string;
  readonly folded: string;
  /** Digits alone (amounts in minor units, numbers, telephones, SIREN), for people who type them with other spacing. */
  readonly digits: string;
  readonly subject: string;
};

export const searchRowsOf = (state: AccountState): readonly SearchRow[] => {
  const { account, debtor } = state;
  if (isWithheld(state)) return [];
  const rows: SearchRow[] = [];
  const name = debtor?.name ?? account;
  const identifiers = [debtor?.siren, debtor?.siret, debtor?.vatNumber, debtor?.phone];
  rows.push(rowOf(account, "debtor", account, name, [name, debtor?.group?.name, ...identifiers]));
  for (const invoice of state.invoices) {
    const total = decimalString(money(invoice.total, invoice.currency));
    const row = rowOf(account, "invoice", invoice.invoice, invoice.number, [
      invoice.number,
      invoice.order,
      total,
    ]);
    rows.push(row);
  }
  for (const contact of state.contacts) {
    const label = contact.name ?? contact.email ?? contact.phone ?? "";
    rows.push(
      rowOf(account, "contact", contact.contact, label, [
        contact.name,
        contact.email,
        contact.phone,
      ]),
    );
  }
  for (const draft of state.drafts) {
    rows.push(rowOf(account, "reference", draft.draft, draft.reference, [draft.reference]));
  }
  return rows;
};

const rowOf = (
  account: string,
  kind: SearchRow["kind"],
  subject: string,
  label: string,
  words: readonly (string | null | undefined)[],
): SearchRow => {
  const present = words.filter(
    (word): word is string => word !== null && word !== undefined && word !== "",
  );
  return {
    account,
    kind,
    label,
    folded: present.map((word) => foldText(word)).join(" | "),
    digits: present
      .map(digitsOf)
      .filter((run) => run.length > 1)
      .join("|"),
    subject,
  };
};

/** A French telephone number is one number with its country code or without. */
const digitsOf = (word: string): string => {
  const digits = word.replace(/\D/g, "");
  return word.startsWith("+33") ? `0${digits.slice(2)}` : digits;
};
