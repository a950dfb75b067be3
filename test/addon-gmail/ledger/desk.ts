import { importInvoices } from "#shared/app/import-invoices.ts";
import { openLedger } from "#shared/app/ledger-acts.ts";
import { NEW_CREDITOR } from "#shared/app/settings-view.ts";
import type { Act } from "#shared/app/use-case.ts";
import { splitCsv } from "#shared/intake/csv-rows.ts";
import { readTable } from "#shared/intake/read-table.ts";
import { dateOf } from "#shared/kernel/calendar.ts";
import { ok } from "#shared/kernel/result.ts";
import { LEDGER_CORE } from "#gmail/script/ledger/core.ts";
import type { GmailLedger, GmailLedgerHost } from "#gmail/script/ledger/ledger.ts";
import { openGmailLedger } from "#gmail/script/ledger/open-ledger.ts";
import { valueOf } from "../../contracts/sample-entries.ts";
import { openExecution } from "../services-in-memory.ts";
import type { Counts, ExecutionOptions, MemoryAccount } from "../services-in-memory.ts";

export const TODAY = dateOf("2026-11-20");

export type Opened = {
  readonly ledger: GmailLedger;
  readonly acts: readonly Act[];
  readonly counts: () => Counts;
};

/** One execution of the script over a user's account. */
export const execute = (
  account: MemoryAccount,
  options: ExecutionOptions & { readonly host?: Partial<GmailLedgerHost> } = {},
): Opened => {
  const acts: Act[] = [];
  const { services, counts } = openExecution(account, options);
  const ledger = openGmailLedger(services, {
    facts: () => ({
      today: TODAY,
      now: new Date(account.now).toISOString(),
      by: "Claire Lacombe",
      language: "fr",
    }),
    act: (act) => {
      acts.push(act);
      return ok(null);
    },
    core: () => LEDGER_CORE,
    build: "test",
    ...options.host,
  });
  return { ledger, acts, counts };
};

export const CREDITOR = {
  ...NEW_CREDITOR,
  name: "Menuiserie Lacombe SARL",
  signatory: "Claire Lacombe",
  addresses: ["claire@menuiserie-lacombe.example"],
};

export const begin = (account: MemoryAccount, dailyMinutes = CREDITOR.dailyMinutes): void => {
  const { ledger } = execute(account);
  valueOf(ledger.begin());
  valueOf(ledger.run(openLedger, { creditor: { ...CREDITOR, dailyMinutes }, ownInvoices: true }));
};

/** So many debtors with as many invoices each, all of them late. */
export const csvOf = (debtors: number, invoices = 1): string => {
  const lines = ["Client;E-mail;Facture;Date;Échéance;Montant TTC;Reste dû"];
  for (let debtor = 1; debtor <= debtors; debtor += 1)
    for (let invoice = 1; invoice <= invoices; invoice += 1) {
      const name = `Débiteur ${String(debtor)}`;
      const number = `F${String(debtor)}-${String(invoice)}`;
      lines.push(
        `${name};compta@debiteur-${String(debtor)}.example;${number};01/09/2026;01/10/2026;1200,00;1200,00`,
      );
    }
  return lines.join("\n");
};

export const take = (
  account: MemoryAccount,
  csv: string,
  options: ExecutionOptions = {},
): Opened => {
  const opened = execute(account, options);
  const intake = readTable(valueOf(splitCsv(csv)), "invoices", { today: TODAY, currency: "EUR" });
  if (intake === null || intake.kind !== "invoices") throw new Error("no table of invoices");
  valueOf(
    opened.ledger.run(importInvoices, {
      intake,
      write: true,
      skipFaulty: false,
      correct: false,
      asOf: dateOf("2026-11-19"),
      complete: false,
    }),
  );
  return opened;
};
