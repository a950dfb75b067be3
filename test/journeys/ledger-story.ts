import { addDebtor, markLooked, openLedger } from "#shared/app/ledger-acts.ts";
import { importInvoices } from "#shared/app/import-invoices.ts";
import { DRY_RUN } from "#shared/app/import-view.ts";
import { recordAct } from "#shared/app/record-act.ts";
import { NEW_CREDITOR } from "#shared/app/settings-view.ts";
import type { AccountCommand } from "#shared/claims/commands.ts";
import type { CreditorIdentity } from "#shared/claims/creditor.ts";
import { debtorIdOf, invoiceIdOf } from "#shared/claims/ids.ts";
import { dateOf } from "#shared/kernel/calendar.ts";
import type { Currency } from "#shared/kernel/money.ts";
import { splitCsv } from "#shared/intake/csv-rows.ts";
import { readTable } from "#shared/intake/read-table.ts";
import type { DebtorKind } from "#shared/kernel/parties.ts";
import { LEDGER, viewOf } from "./two-drivers.ts";
import type { Installation } from "./two-drivers.ts";

export const CREDITOR: CreditorIdentity = {
  ...NEW_CREDITOR,
  name: "Menuiserie Lacombe",
  signatory: "Claire Lacombe",
  addresses: ["claire@menuiserie-lacombe.example"],
};

type Row = readonly [
  debtor: string,
  number: string,
  total: number,
  dueOn: string,
  currency?: Currency,
];

const KINDS: Readonly<Record<string, DebtorKind>> = {
  "Mairie de Sarlat": "public",
  "Élodie Dupont": "consumer",
};

/** Fifteen invoices of eight debtors; amounts in cents. */
export const ROWS: readonly Row[] = [
  ["Nordis SAS", "LAC-01", 1_264_000, "2026-10-01"],
  ["Nordis SAS", "LAC-02", 300_000, "2026-11-05"],
  ["Groupe Valade", "LAC-03", 502_000, "2026-10-20"],
  ["Groupe Valade", "LAC-04", 400_000, "2026-10-25"],
  ["Groupe Valade", "LAC-05", 80_050, "2026-12-15"],
  ["Atelier Bloch", "LAC-06", 115_000, "2026-10-30"],
  ["Atelier Bloch", "LAC-07", 200_000, "2026-11-30"],
  ["Garage Mercier SARL", "LAC-08", 438_000, "2026-09-01"],
  ["Mairie de Sarlat", "LAC-09", 777_777, "2026-11-10"],
  ["Élodie Dupont", "LAC-10", 64_010, "2026-10-15"],
  ["Hartley Ltd", "LAC-11", 250_000, "2026-10-10", "GBP"],
  ["Hartley Ltd", "LAC-12", 125_025, "2026-11-12", "GBP"],
  ["Pichon", "LAC-13", 9_999, "2026-11-01"],
  ["Pichon", "LAC-14", 30_001, "2026-11-02"],
  ["Pichon", "LAC-15", 1_000_000, "2026-10-31"],
];

export const invoiceOf = (number: string): string => invoiceIdOf(LEDGER, number);

/** Types the ledger in by hand; answers the accounts by name. */
export const typeIn = async (
  device: Installation,
  rows: readonly Row[] = ROWS,
): Promise<ReadonlyMap<string, string>> => {
  await viewOf(device.run(openLedger, { creditor: CREDITOR, ownInvoices: true }));
  const accounts = new Map<string, string>();
  for (const [name, number, total, dueOn, currency = "EUR"] of rows) {
    let account = accounts.get(name);
    if (account === undefined) {
      const added = await viewOf(
        device.run(addDebtor, {
          debtor: {
            name,
            kind: KINDS[name] ?? "business",
            soleTrader: false,
            country: currency === "GBP" ? "GB" : "FR",
            language: currency === "GBP" ? "en" : "fr",
            siren: null,
            siret: null,
            vatNumber: null,
            phone: null,
            address: null,
          },
          contacts: [
            {
              name: "Compta",
              email: `compta@debtor-${String(accounts.size + 1)}.example`,
              phone: null,
              roles: ["chasing"],
            },
          ],
          group: null,
          evenSo: false,
        }),
      );
      account = added.account;
      accounts.set(name, account);
    }
    const portions =
      number === "LAC-15"
        ? [
            { amount: total / 2, dueOn: dateOf(dueOn), condition: null },
            { amount: total / 2, dueOn: dateOf("2026-12-31"), condition: null },
          ]
        : [{ amount: total, dueOn: dateOf(dueOn), condition: null }];
    await act(device, account, {
      type: "record-invoice",
      number,
      issuedOn: dateOf("2026-08-01"),
      currency,
      total,
      portions,
      order: null,
      source: "hand",
    });
  }
  await viewOf(device.run(markLooked, { accounts: [], where: "by-hand" }));
  return accounts;
};

/** The same invoices as a file of another program would hand them over; answers the accounts by name. */
export const takeInFile = async (device: Installation): Promise<ReadonlyMap<string, string>> => {
  await viewOf(device.run(openLedger, { creditor: CREDITOR, ownInvoices: true }));
  const names = [...new Set(ROWS.map(([name]) => name))];
  const lines = ROWS.map(([name, number, total, dueOn, currency = "EUR"]) =>
    [
      name,
      KINDS[name] ?? "business",
      `compta@debtor-${String(names.indexOf(name) + 1)}.example`,
      number,
      "2026-08-01",
      dueOn,
      (total / 100).toFixed(2).replace(".", ","),
      currency,
    ].join(";"),
  );
  const table = splitCsv(
    `débiteur;type;courriel;numéro;émise le;échéance;total;devise\n${lines.join("\n")}\n`,
  );
  const intake = table.ok
    ? readTable(table.value, null, { today: device.today, currency: "EUR" })
    : null;
  if (intake?.kind !== "invoices") throw new Error("the file is not read as invoices");
  const view = await viewOf(device.run(importInvoices, { ...DRY_RUN, write: true, intake }));
  if (view.faultyLines.length > 0) throw new Error("the file has faulty lines");
  await viewOf(device.run(markLooked, { accounts: [], where: "by-hand" }));
  return new Map(ROWS.map(([name]) => [name, debtorIdOf(LEDGER, { siren: null, name })] as const));
};

export const act = (device: Installation, account: string, command: AccountCommand) =>
  viewOf(device.run(recordAct, { account, command }));
