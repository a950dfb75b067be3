import { importInvoices } from "#shared/app/import-invoices.ts";
import { markLooked, openLedger } from "#shared/app/ledger-acts.ts";
import { searchView } from "#shared/app/search-view.ts";
import { NEW_CREDITOR } from "#shared/app/settings-view.ts";
import { todayView } from "#shared/app/today-view.ts";
import { splitCsv } from "#shared/intake/csv-rows.ts";
import { readTable } from "#shared/intake/read-table.ts";
import { sha256Hex, utf8Bytes } from "#shared/kernel/bytes.ts";
import { dateOf } from "#shared/kernel/calendar.ts";
import type { Result } from "#shared/kernel/result.ts";
import { ledgerHeadOf, headsOf } from "#shared/ledger/heads.ts";
import { openSynchronousDriver } from "../synchronous/driver.ts";

const valueOf = <T>(result: Result<T, unknown>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};

/**
 * A whole morning as Gmail would run it: a ledger is opened, a file of invoices taken in, answers looked for, and the
 * day's list drawn from shards of texts. Everything that a person or a verifier would see, as one text.
 */
export const morningOf = (csv: string): string => {
  let drawn = 0;
  const today = dateOf("2026-11-20");
  const driver = openSynchronousDriver(
    "led-00000000000000000001",
    "wri-00000000000000000001",
    () => ({ today, now: "2026-11-20T07:30:00.000Z", by: "Claire Lacombe", language: "fr" }),
    (count) =>
      Array.from({ length: count }, () => {
        drawn += 1;
        return sha256Hex(utf8Bytes(String(drawn))).slice(0, 32);
      }),
  );
  const creditor = {
    ...NEW_CREDITOR,
    name: "Menuiserie Lacombe SARL",
    signatory: "Claire Lacombe",
    addresses: ["claire@menuiserie-lacombe.example"],
  };
  valueOf(driver.run(openLedger, { creditor, ownInvoices: true }));
  const intake = readTable(valueOf(splitCsv(csv)), "invoices", { today, currency: "EUR" });
  if (intake === null || intake.kind !== "invoices") throw new Error("no table of invoices");
  valueOf(
    driver.run(importInvoices, {
      intake,
      write: true,
      skipFaulty: false,
      correct: false,
      asOf: dateOf("2026-11-19"),
      complete: false,
    }),
  );
  valueOf(driver.run(markLooked, { accounts: [], where: "by-hand" }));
  const day = valueOf(driver.run(todayView, { canWriteDrafts: false }));
  const found = valueOf(driver.run(searchView, { query: "nordis" }));
  return JSON.stringify({ day, found, head: ledgerHeadOf(headsOf(driver.entries())) });
};
