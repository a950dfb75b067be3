import { readFileSync } from "node:fs";
import { beforeEach, describe, expect, it } from "vitest";
import { importHistory } from "#shared/app/import-history.ts";
import { importInvoices } from "#shared/app/import-invoices.ts";
import { importPayments } from "#shared/app/import-payments.ts";
import type { ImportItem } from "#shared/app/import-proposal.ts";
import { DRY_RUN } from "#shared/app/import-view.ts";
import type { ImportOptions, ImportView } from "#shared/app/import-view.ts";
import { openLedger, voidBatch } from "#shared/app/ledger-acts.ts";
import { recordAct } from "#shared/app/record-act.ts";
import { todayView } from "#shared/app/today-view.ts";
import { viewOnly } from "#shared/app/use-case.ts";
import type { UseCase } from "#shared/app/use-case.ts";
import type { AccountState } from "#shared/claims/account.ts";
import { balancesOf } from "#shared/claims/balances.ts";
import type { CreditorState } from "#shared/claims/creditor.ts";
import { discrepanciesOf } from "#shared/claims/discrepancies.ts";
import { splitCsv } from "#shared/intake/csv-rows.ts";
import { readTable } from "#shared/intake/read-table.ts";
import { utf8Bytes } from "#shared/kernel/bytes.ts";
import { addDays, dateOf } from "#shared/kernel/calendar.ts";
import { ok } from "#shared/kernel/result.ts";
import type { Result } from "#shared/kernel/result.ts";
import { shownText } from "#shared/kernel/text.ts";
import { readCsvBytes } from "#src/files/csv.ts";
import { CREDITOR } from "./ledger-story.ts";
import { DRIVERS, install, viewOf } from "./two-drivers.ts";
import type { Installation } from "./two-drivers.ts";

const HEADER = "debtor;kind;siren;email;number;issued;due;total;currency;paid;order;language;phone";
const NORDIS =
  "Nordis SAS;business;732829320;compta@nordis.example;F-1;18/09/2026;18/10/2026;1 200,00;EUR;;;;";
const SECOND = "Nordis SAS;;732829320;;F-2;25/09/2026;25/10/2026;800,00;EUR;100,00;;;";
const BLOCH =
  "Atelier Bloch;business;;sarah@bloch.example;F-3;18/09/2026;18/10/2026;300,00;EUR;;;;";
const BASE = [HEADER, NORDIS, SECOND, BLOCH].join("\n");
const WRITE = { ...DRY_RUN, write: true };

type World = { readonly accounts: readonly AccountState[]; readonly creditor: CreditorState };
const world: UseCase<null, World, never> = {
  name: "world",
  asks: () => ({ accounts: "all", keys: [], search: false }),
  decide: (_, { accounts, creditor }) =>
    ok(viewOnly({ accounts: [...accounts.values()], creditor })),
};

const intakeOf = (text: string, device: Installation) => {
  const table = splitCsv(text);
  if (!table.ok) throw new Error(table.error.type);
  const intake = readTable(table.value, null, { today: device.today, currency: "EUR" });
  if (intake === null) throw new Error("no kind of ours");
  return intake;
};

const tryImport = (
  device: Installation,
  text: string,
  options: ImportOptions = WRITE,
): Promise<Result<ImportView, unknown>> => {
  const intake = intakeOf(text, device);
  if (intake.kind === "invoices") return device.run(importInvoices, { ...options, intake });
  if (intake.kind === "payments") return device.run(importPayments, { ...options, intake });
  return device.run(importHistory, { ...options, intake });
};

const take = (
  device: Installation,
  text: string,
  options: Partial<ImportOptions> = {},
): Promise<ImportView> => viewOf(tryImport(device, text, { ...WRITE, ...options }));

const open = async (device: Installation): Promise<Readonly<Record<string, number>>> => {
  const { accounts } = await viewOf(device.run(world, null));
  return Object.fromEntries(
    accounts.flatMap((state) =>
      balancesOf(state).invoices.map(({ invoice, open }) => [invoice.number, open]),
    ),
  );
};

const counts = ({ counts }: ImportView): Readonly<Record<string, number>> =>
  Object.fromEntries(counts.map(({ key, count }) => [key, count]));
const faults = ({ problems }: ImportView): readonly (readonly [string, number])[] =>
  problems.filter(({ severity }) => severity === "error").map(({ code, line }) => [code, line]);
const fields = ({ proposal }: ImportView): readonly string[] =>
  proposal.changes.map(({ field, was, now }) => `${field}: ${was} > ${now}`);
const outcomes = ({ proposal }: ImportView): readonly ImportItem["outcome"][] =>
  proposal.items.map(({ outcome }) => outcome);

describe.each(DRIVERS)("files taken in on the %s driver", (driver) => {
  let device: Installation;
  beforeEach(async () => {
    device = await install(driver, "wri-import");
    await viewOf(device.run(openLedger, { creditor: CREDITOR, ownInvoices: true }));
  });
  const written = async (): Promise<number> => (await device.entries()).length;

  it("bring the sample's invoices, to the cent, once", async () => {
    const bytes = new Uint8Array(readFileSync("src/workbench/sample/invoices.csv"));
    const table = readCsvBytes(bytes);
    if (!table.ok) throw new Error(table.error.type);
    const intake = readTable(table.value, null, { today: device.today, currency: "EUR" });
    if (intake?.kind !== "invoices") throw new Error("not invoices");
    const view = await viewOf(device.run(importInvoices, { ...WRITE, intake }));
    expect(counts(view)).toEqual({ debtors: 9, contacts: 9, invoices: 17, payments: 3 });
    expect(view.problems).toEqual([]);
    const once = await written();
    const again = await viewOf(device.run(importInvoices, { ...WRITE, intake }));
    expect(again.writes).toBe(false);
    expect(await written()).toBe(once);
    const { accounts } = await viewOf(device.run(world, null));
    const sum = (currency: string): number =>
      accounts
        .flatMap((state) => balancesOf(state).byCurrency)
        .filter((one) => one.currency === currency)
        .reduce((before, { principal }) => before + principal, 0);
    expect([sum("EUR"), sum("GBP")]).toEqual([4_922_400, 480_540]);
    expect(accounts.flatMap((state) => discrepanciesOf(state))).toEqual([]);
  });

  it("are only looked at in a dry run", async () => {
    const before = await written();
    const view = await take(device, BASE, { write: false });
    expect(counts(view)).toEqual({ debtors: 2, contacts: 2, invoices: 3, payments: 1 });
    expect(view.sums.flatMap(({ amounts }) => amounts.map(shownText))).toHaveLength(2);
    expect(view.done).toBeNull();
    expect(await written()).toBe(before);
  });

  it("give the same entries a second time on another device: merged, it is one", async () => {
    await take(device, BASE);
    const other = await install(driver, "wri-other");
    await viewOf(other.run(openLedger, { creditor: CREDITOR, ownInvoices: true }));
    await take(other, BASE);
    await device.takeIn(await other.entries());
    expect(await open(device)).toEqual({ "F-1": 120_000, "F-2": 70_000, "F-3": 30_000 });
    const { accounts } = await viewOf(device.run(world, null));
    expect(accounts.flatMap((state) => discrepanciesOf(state))).toEqual([]);
  });

  it("are one act, undone as one", async () => {
    const { done } = await take(device, BASE);
    if (done?.undo == null) throw new Error("nothing to undo");
    await viewOf(device.run(voidBatch, done.undo));
    expect(await open(device)).toEqual({});
    expect(counts(await take(device, BASE))).toMatchObject({ invoices: 3 });
    expect(await open(device)).toMatchObject({ "F-1": 120_000 });
  });

  it("with a faulty line are refused whole until the rest is asked for", async () => {
    const text = [HEADER, NORDIS, BLOCH.replace("18/10/2026", "31/02/2026")].join("\n");
    const refused = await tryImport(device, text);
    expect(refused).toEqual({ ok: false, error: { type: "faulty-lines", lines: [3] } });
    const view = await take(device, text, { skipFaulty: true });
    expect(view.faultyLines).toEqual([3]);
    expect(await open(device)).toEqual({ "F-1": 120_000 });
  });

  it("propose what differs, and correct it only when asked", async () => {
    await take(device, BASE);
    const text = [
      HEADER,
      NORDIS.replace("1 200,00", "1 250,00")
        .replace("18/10/2026", "31/10/2026")
        .replace("compta@", "paie@"),
    ].join("\n");
    const before = await written();
    const seen = await take(device, text);
    expect(fields(seen)).toEqual([
      "email: compta@nordis.example > paie@nordis.example",
      "total: 1200.00 EUR > 1250.00 EUR",
      "due: 2026-10-18 > 2026-10-31",
    ]);
    expect(await written()).toBe(before);
    await take(device, text, { correct: true });
    expect(await open(device)).toMatchObject({ "F-1": 125_000 });
    expect(fields(await take(device, text))).toEqual([]);
  });

  it("count what was paid once: only the growth of the column is a new payment", async () => {
    await take(device, BASE);
    const paid = (sum: string): string => [HEADER, SECOND.replace("100,00", sum)].join("\n");
    await take(device, paid("250,00"), { asOf: dateOf("2026-11-19") });
    expect(await open(device)).toMatchObject({ "F-2": 55_000 });
    expect((await take(device, paid("250,00"))).writes).toBe(false);
    const less = await take(device, paid("50,00"));
    expect(less.writes).toBe(false);
    expect(less.problems.map(({ code }) => code)).toContain("paid-less-than-known");
  });

  it("count what is left open past credit notes and payments: never paid twice", async () => {
    const list = (left: string): string =>
      `client;n° facture;émise le;échéance;total;reste dû\nNordis;F-9;18/09/2026;18/10/2026;1 000,00;${left}`;
    await take(device, list("700,00"));
    expect(await open(device)).toEqual({ "F-9": 70_000 });
    expect((await take(device, list("700,00"))).writes).toBe(false);
    await take(device, list("0,00"));
    expect(await open(device)).toEqual({ "F-9": 0 });
    const less = await take(device, list("500,00"));
    expect(less.problems.map(({ code }) => code)).toContain("paid-less-than-known");
    expect(await open(device)).toEqual({ "F-9": 0 });
  });

  it("find a debtor by SIREN, by name, and never take one for another", async () => {
    await take(device, BASE);
    const renamed = await take(
      device,
      [HEADER, NORDIS.replace("Nordis SAS", "NORDIS Groupe").replace("F-1", "F-7")].join("\n"),
    );
    expect(counts(renamed)).toMatchObject({ invoices: 1, changes: 1 });
    expect(counts(renamed)["debtors"]).toBeUndefined();
    const other = await take(
      device,
      [HEADER, NORDIS.replace("732829320", "552100554").replace("F-1", "F-8")].join("\n"),
    );
    expect(counts(other)["debtors"]).toBe(1);
    const stolen = await take(device, [HEADER, BLOCH.replace("F-3", "F-1")].join("\n"), {
      skipFaulty: true,
    });
    expect(faults(stolen)).toEqual([["invoice-of-another-debtor", 2]]);
    const unclear = await take(
      device,
      [HEADER, NORDIS.replace("732829320", "").replace("F-1", "F-9")].join("\n"),
      { skipFaulty: true },
    );
    expect(faults(unclear)).toEqual([["debtor-ambiguous", 2]]);
  });

  it("as a complete list close what it no longer holds, on its day", async () => {
    await take(device, BASE);
    const list = [HEADER, NORDIS].join("\n");
    const complete = { complete: true, asOf: dateOf("2026-11-18") };
    expect(await tryImport(device, list, { ...WRITE, complete: true })).toMatchObject({
      error: { type: "as-of-missing" },
    });
    const view = await take(device, list, complete);
    expect(counts(view)).toMatchObject({ closings: 2, known: 1 });
    expect(await open(device)).toEqual({ "F-1": 120_000, "F-2": 0, "F-3": 0 });
    const { creditor, accounts } = await viewOf(device.run(world, null));
    expect(creditor.paymentsKnown?.asOf).toBe("2026-11-18");
    expect(accounts.flatMap(({ payments }) => payments.map(({ on }) => on))).toContain(
      "2026-11-18",
    );
    expect((await take(device, list, complete)).writes).toBe(false);
  });

  it("as a complete list never close an invoice on a faulty line, nor any where a number is missing", async () => {
    await take(device, BASE);
    const complete = { complete: true, asOf: dateOf("2026-11-18"), skipFaulty: true, write: false };
    const faulty = BLOCH.replace("300,00", "3OO,00");
    const named = await take(device, [HEADER, NORDIS, faulty].join("\n"), complete);
    expect(
      named.proposal.items
        .filter(({ outcome }) => outcome === "closed")
        .map(({ subject }) => subject),
    ).toEqual(["F-2"]);
    const unnamed = await take(
      device,
      [HEADER, NORDIS, faulty.replace("F-3", "")].join("\n"),
      complete,
    );
    expect(outcomes(unnamed)).not.toContain("closed");
    expect(unnamed.proposal.closingsWithheld).toBe(true);
  });

  it("of payments pay the invoice named, else the one in the wording, else the oldest", async () => {
    await take(device, BASE);
    const text = [
      "date;amount;debtor;invoice;reference",
      "02/11/2026;50,00;Nordis SAS;F-2;VIR 1",
      "03/11/2026;60,00;;;VIREMENT BLOCH FACTURE F-3",
      "04/11/2026;70,00;Nordis SAS;;VIR 2",
      "05/11/2026;80,00;Inconnu;;VIR 3",
    ].join("\n");
    const view = await take(device, text, { asOf: dateOf("2026-11-18") });
    expect(outcomes(view)).toEqual(["new", "new", "new", "bank"]);
    expect(await open(device)).toEqual({ "F-1": 113_000, "F-2": 65_000, "F-3": 24_000 });
    const { creditor } = await viewOf(device.run(world, null));
    expect(creditor.bankLines).toMatchObject([{ amount: 8_000, payer: "Inconnu", state: "open" }]);
    expect(creditor.paymentsKnown?.asOf).toBe("2026-11-18");
    const again = await take(device, text, { asOf: dateOf("2026-11-18") });
    expect(again.writes).toBe(false);
    expect(outcomes(again)).toEqual(["known", "known", "known", "known"]);
  });

  it("of payments know who pays for a debtor, and which invoices", async () => {
    await take(device, BASE);
    const { accounts } = await viewOf(device.run(world, null));
    const bloch = accounts.find(({ debtor }) => debtor?.name === "Atelier Bloch");
    const nordis = accounts.find(({ debtor }) => debtor?.name === "Nordis SAS");
    if (bloch === undefined || nordis === undefined) throw new Error("no accounts");
    const second = nordis.invoices.filter(({ number }) => number === "F-2");
    const payers: readonly (readonly [account: string, name: string, invoices: string[]])[] = [
      [bloch.account, "Holding Bloch", []],
      [nordis.account, "Nordis Belgique", second.map(({ invoice }) => invoice)],
    ];
    for (const [account, name, invoices] of payers) {
      const command = { type: "name-payer", name, email: null, invoices } as const;
      await viewOf(device.run(recordAct, { account, command }));
    }
    const text = [
      "date;amount;debtor;invoice;reference",
      "02/11/2026;50,00;HOLDING BLOCH;;VIR 1",
      "03/11/2026;60,00;Nordis Belgique;;VIR 2",
    ].join("\n");
    expect(outcomes(await take(device, text))).toEqual(["new", "new"]);
    expect(await open(device)).toEqual({ "F-1": 120_000, "F-2": 64_000, "F-3": 25_000 });
  });

  it("of payments keep two that are the same in one file as two", async () => {
    await take(device, BASE);
    const line = "02/11/2026;50,00;Atelier Bloch;F-3;VIR";
    await take(device, ["date;amount;debtor;invoice;reference", line, line].join("\n"));
    expect(await open(device)).toMatchObject({ "F-3": 20_000 });
    expect(
      (await take(device, ["date;amount;debtor;invoice;reference", line].join("\n"))).writes,
    ).toBe(false);
  });

  it("of history move the plan on, once, and name invoices that are not here", async () => {
    await take(device, BASE);
    const text = [
      "number;date;kind;amount;by;note",
      "F-1;02/11/2026;step;;;relance 1",
      "F-1;03/11/2026;promise;500,00;30/11/2026;promis par téléphone",
      "F-2;04/11/2026;litige;100,00;;quantité",
      "F-3;05/11/2026;appel;;;sans réponse",
      "F-99;05/11/2026;appel;;;",
    ].join("\n");
    const view = await take(device, text, { skipFaulty: true });
    expect(counts(view)).toEqual({ steps: 1, promises: 1, disputes: 1, calls: 1, faulty: 1 });
    expect(faults(view)).toEqual([["invoice-unknown", 6]]);
    const { accounts } = await viewOf(device.run(world, null));
    const nordis = accounts.find(({ debtor }) => debtor?.name === "Nordis SAS");
    expect(nordis?.acts).toMatchObject([{ step: "reminder-1", on: "2026-11-02", how: "declared" }]);
    expect(nordis?.promises).toMatchObject([
      { by: "2026-11-30", amount: 50_000, quote: null, channel: "call" },
    ]);
    expect(nordis?.disputes).toMatchObject([{ reason: "quantity", amount: 10_000 }]);
    const bloch = accounts.find(({ debtor }) => debtor?.name === "Atelier Bloch");
    expect(bloch?.exchanges).toMatchObject([{ kind: "call", words: "sans réponse" }]);
    expect(bloch?.acts).toMatchObject([{ step: "call", how: "called" }]);
    const again = await take(device, text, { skipFaulty: true });
    expect(again.writes).toBe(false);
    expect(counts(again)).toEqual({ known: 4, faulty: 1 });
  });

  it("are refused before a ledger is open, and for a day to come", async () => {
    const empty = await install(driver, "wri-empty");
    expect(await tryImport(empty, BASE)).toMatchObject({ error: { type: "no-ledger" } });
    const later = { ...WRITE, asOf: dateOf("2026-11-21") };
    expect(await tryImport(device, BASE, later)).toMatchObject({
      error: { type: "in-the-future" },
    });
  });

  it(
    "of more debtors than one entry could name are undone as one",
    { timeout: 60_000 },
    async () => {
      const many = Array.from(
        { length: 9_000 },
        (_, at) => `client-${"0".repeat(17)}${String(at)}`,
      );
      const view = await take(device, BASE);
      const undo = view.done?.undo;
      const accounts = [...(undo?.accounts ?? []), ...many];
      const undone = await viewOf(device.run(voidBatch, { batch: undo?.batch ?? "", accounts }));
      expect(await open(device)).toEqual({});
      await viewOf(device.run(voidBatch, { batch: undone.undo?.batch ?? "", accounts }));
      expect(await open(device)).toEqual({ "F-1": 120_000, "F-2": 70_000, "F-3": 30_000 });
    },
  );

  it("of an old ledger propose a day's work, nothing higher than a first reminder, and the rest for later", async () => {
    const lines = Array.from({ length: 300 }, (_, index) => {
      const due = addDays(device.today, -20 - 12 * index);
      const client = String(index % 120);
      return `Client ${client};business;;c${client}@client-${client}.example;N-${String(index)};${addDays(due, -30)};${due};${String(100 + index)},00;EUR;;;;`;
    });
    await take(device, [HEADER, ...lines].join("\n"));
    const today = await viewOf(device.run(todayView, { canWriteDrafts: true }));
    const reminders = today.rows.filter(({ wordKey }) => wordKey === "reminder");
    // 40 minutes a day: about twenty mails, not one for each of 120 debtors
    expect(today.rows.length).toBeLessThanOrEqual(21);
    expect(reminders.length).toBeGreaterThan(15);
    for (const { reason } of reminders)
      expect(reason.map(shownText).join("")).toMatch(/^1re relance/);
    expect(today.later?.text.own).toMatch(/^10\d autres demain$/);
    // Of limitation, what ends within the coming days or ended in the last ones: never the whole past
    expect(today.rows.filter(({ wordKey }) => wordKey === "clock").length).toBeLessThan(5);
  });

  it("of ten thousand invoices are taken in whole", { timeout: 180_000 }, async () => {
    const lines = Array.from(
      { length: 10_000 },
      (_, index) =>
        `Client ${String(index % 2_000)};business;;;N-${String(index)};18/09/2026;18/10/2026;${String(index + 1)},00;EUR;1,00;;;`,
    );
    const text = [HEADER, ...lines].join("\n");
    expect(utf8Bytes(text).length).toBeGreaterThan(500_000);
    const view = await take(device, text, { write: false });
    expect(counts(view)).toMatchObject({ invoices: 10_000, payments: 10_000 });
  });
});
