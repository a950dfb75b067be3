import type { AccountState } from "#shared/claims/account.ts";
import type { AccountCommand } from "#shared/claims/commands.ts";
import { debtorIdOf, foldNumber } from "#shared/claims/ids.ts";
import { foldText } from "#shared/kernel/text.ts";
import type { InvoiceRow } from "#shared/intake/rows.ts";
import { assumedKindOfRow } from "./assumed-kind.ts";
import type { ChangedField } from "./import-proposal.ts";
import { chanceOfFacts, sayRefused } from "./import-writing.ts";
import type { ImportWriting } from "./import-writing.ts";
import { nameKey, numberKey, sirenKey } from "./index-keys.ts";
import type { Loaded } from "./use-case.ts";

/** Whose line it is, by SIREN, else by name, else by the invoice's number; a new account where nobody is found, null where several are. */
export type DebtorFinder = (row: InvoiceRow) => string | null;

export const debtorFinder = (rows: readonly InvoiceRow[], loaded: Loaded): DebtorFinder => {
  const sirens = sirensByName(rows);
  const stateOf = (account: string): AccountState | undefined => loaded.accounts.get(account);
  const accountsOf = (key: string): readonly string[] => loaded.accountsByKey.get(key) ?? [];
  const withoutOther = (accounts: readonly string[], siren: string | null): readonly string[] =>
    accounts.filter((account) => {
      const known = stateOf(account)?.debtor?.siren ?? null;
      return siren === null || known === null || known.replace(/\D/g, "") === siren;
    });
  const byNumber = (row: InvoiceRow): readonly string[] =>
    accountsOf(numberKey(row.number)).filter((account) =>
      stateOf(account)?.invoices.some(
        ({ number }) => foldNumber(number) === foldNumber(row.number),
      ),
    );
  return (row) => {
    const name = foldText(row.debtor);
    const siren = row.siren ?? sirens.get(name) ?? null;
    const named = withoutOther(accountsOf(nameKey(row.debtor)), siren);
    const found =
      siren !== null && accountsOf(sirenKey(siren)).length > 0
        ? accountsOf(sirenKey(siren))
        : named;
    const [first, ...more] = found;
    if (first !== undefined && more.length === 0) return first;
    if (first !== undefined) {
      const [only, ...others] = found.filter((account) => named.includes(account));
      if (only !== undefined && others.length === 0) return only;
      const [holder, ...holders] = byNumber(row).filter((account) => found.includes(account));
      return holder !== undefined && holders.length === 0 ? holder : null;
    }
    const [holder, ...holders] = withoutOther(byNumber(row), siren);
    if (holder !== undefined && holders.length === 0) return holder;
    return debtorIdOf(loaded.ledger, { siren, name: row.debtor });
  };
};

/** One line may bear the SIREN for all those of the same name; two SIRENs under one name are two debtors. */
const sirensByName = (rows: readonly InvoiceRow[]): ReadonlyMap<string, string> => {
  const found = new Map<string, string | null>();
  for (const { debtor, siren } of rows) {
    if (siren === null) continue;
    const name = foldText(debtor);
    const before = found.get(name);
    found.set(name, before === undefined || before === siren ? siren : null);
  }
  const sure = new Map<string, string>();
  for (const [name, siren] of found) if (siren !== null) sure.set(name, siren);
  return sure;
};

/** The account of a line as the line knows it: added, or compared with what is there. False: the line is refused. */
export const takeInDebtor = (
  row: InvoiceRow,
  account: string,
  fresh: Set<string>,
  correct: boolean,
  writing: ImportWriting,
  loaded: Loaded,
): boolean => {
  const { debtor } = writing.stateOf(account);
  if (debtor === null) {
    const refusal = writing.act(account, [newDebtor(row, loaded)], chanceOfFacts(account));
    if (refusal !== null) {
      sayRefused(writing, row.line, refusal, row.debtor);
      return false;
    }
    fresh.add(account);
    writing.add({
      what: "debtor",
      outcome: "new",
      line: row.line,
      account,
      debtor: row.debtor,
      subject: row.siren,
      on: null,
      amount: null,
      allocations: [],
    });
  } else compareDebtor(row, account, fresh.has(account), correct, writing);
  addContacts(row, account, fresh.has(account), correct, writing);
  return true;
};

const newDebtor = (row: InvoiceRow, { creditor }: Loaded): AccountCommand => ({
  type: "add-debtor",
  name: row.debtor,
  kind: row.kind ?? (row.siren === null ? assumedKindOfRow(row.debtor) : "business"),
  soleTrader: row.soleTrader ?? false,
  country: row.country ?? creditor.creditor?.country ?? "FR",
  language: row.language ?? creditor.creditor?.language ?? "fr",
  siren: row.siren,
  siret: row.siret,
  vatNumber: null,
  phone: row.phone,
  address: null,
});

const digits = (text: string): string => text.replace(/\D/g, "");

const compareDebtor = (
  row: InvoiceRow,
  account: string,
  isFresh: boolean,
  correct: boolean,
  writing: ImportWriting,
): void => {
  const { debtor } = writing.stateOf(account);
  if (debtor === null) return;
  const changes: Extract<AccountCommand, { readonly type: "correct-debtor" }>["changes"] = {};
  const propose = (field: ChangedField, was: string | null, now: string): void => {
    writing.change({
      line: row.line,
      account,
      debtor: debtor.name,
      number: null,
      field,
      was: was ?? "",
      now,
    });
  };
  if (foldText(row.debtor) !== foldText(debtor.name)) {
    propose("name", debtor.name, row.debtor);
    changes.name = row.debtor;
  }
  if (row.kind !== null && row.kind !== debtor.kind) {
    propose("kind", debtor.kind, row.kind);
    changes.kind = row.kind;
    changes.soleTrader = row.soleTrader ?? false;
  }
  if (row.siren !== null && row.siren !== digits(debtor.siren ?? "")) {
    propose("siren", debtor.siren, row.siren);
    changes.siren = row.siren;
  }
  if (row.phone !== null && digits(row.phone) !== digits(debtor.phone ?? "")) {
    propose("phone", debtor.phone, row.phone);
    changes.phone = row.phone;
  }
  if (row.language !== null && row.language !== debtor.language) {
    propose("language", debtor.language, row.language);
    changes.language = row.language;
  }
  if (row.country !== null && row.country !== debtor.country) {
    propose("country", debtor.country, row.country);
    changes.country = row.country;
  }
  // Two lines of one file that say different things: only a person can tell which is right.
  if (!correct || isFresh || Object.keys(changes).length === 0) return;
  const refusal = writing.act(account, [{ type: "correct-debtor", changes }], "");
  if (refusal !== null) sayRefused(writing, row.line, refusal, row.debtor);
};

/**
 * An address that is not known yet joins a debtor that this file brings. For one that was there it is a change like
 * others: whom to write to was perhaps set right by hand.
 */
const addContacts = (
  row: InvoiceRow,
  account: string,
  isFresh: boolean,
  correct: boolean,
  writing: ImportWriting,
): void => {
  for (const email of row.emails) {
    const { contacts, debtor } = writing.stateOf(account);
    if (contacts.some((contact) => contact.email?.toLowerCase() === email)) continue;
    const named = debtor?.name ?? row.debtor;
    if (!isFresh) {
      const was = contacts
        .filter((contact) => contact.retired === null && contact.email !== null)
        .map((contact) => contact.email ?? "")
        .join(", ");
      writing.change({
        line: row.line,
        account,
        debtor: named,
        number: null,
        field: "email",
        was,
        now: email,
      });
      if (!correct) continue;
    }
    const refusal = writing.act(
      account,
      [{ type: "add-contact", name: null, email, phone: null, roles: ["chasing"] }],
      chanceOfFacts(account, email),
    );
    if (refusal !== null) {
      writing.say({
        line: row.line,
        code: "refused",
        severity: "warning",
        field: "email",
        value: email,
        refusal,
      });
      continue;
    }
    writing.add({
      what: "contact",
      outcome: "new",
      line: row.line,
      account,
      debtor: named,
      subject: email,
      on: null,
      amount: null,
      allocations: [],
    });
  }
};
