import type { Stores } from "#shared/app/ports.ts";
import type { Facts } from "#shared/app/use-case.ts";
import type { CalendarDate } from "#shared/kernel/calendar.ts";
import { idOfChance } from "#shared/kernel/ids.ts";
import type { Result } from "#shared/kernel/result.ts";
import { err, ok } from "#shared/kernel/result.ts";
import { readInvoices } from "#shared/intake/read-invoices.ts";
import { emptyTip } from "#shared/ledger/append.ts";
import { openDriver } from "#src/driver/driver.ts";
import { readCsvBytes } from "#src/files/csv.ts";
import { openMemoryStores } from "#src/store/memory.ts";
import { chanceRuns } from "#src/custody/chance.ts";
import type { PageMailbox } from "./mailbox.ts";
import { beginSample } from "./sample-story.ts";
import { WIRE } from "./server/wire.ts";

export type SampleParts = {
  readonly facts: () => Omit<Facts, "chance">;
  readonly today: CalendarDate;
  readonly build: string;
  readonly onProgress: (done: number, all: number) => void;
};

/**
 * Writes the sample's ledger into an empty store. It is lived through in memory and copied at the end: a page closed half
 * way leaves nothing behind, and the store waits once instead of two hundred times.
 */
export const writeSampleLedger = async (
  stores: Stores,
  mailbox: PageMailbox,
  parts: SampleParts,
): Promise<Result<null, string>> => {
  const story = await fetch(WIRE.story);
  const invoices = await fetch(WIRE.invoices);
  if (!story.ok || !invoices.ok) return err("fetch");
  const table = readCsvBytes(new Uint8Array(await invoices.arrayBuffer()));
  if (!table.ok) return err(table.error.type);
  const memory = openMemoryStores({ now: () => parts.facts().now });
  const opened = await openDriver(memory, {
    facts: parts.facts,
    chance: chanceRuns,
    act: () => Promise.resolve(ok(null)),
    build: parts.build,
  });
  if (!opened.ok) return err(opened.error.type);
  const driver = opened.value;
  const [ledgerChance = "", livedChance = "", writerChance = ""] = chanceRuns(3);
  const ledger = idOfChance("led", ledgerChance);
  const begun = await driver.begin(ledger, idOfChance("wri", livedChance));
  if (!begun.ok) return err(begun.error.type);
  const told = await beginSample(
    driver.run,
    mailbox,
    await story.json(),
    readInvoices(table.value, { today: parts.today, currency: "EUR" }),
    parts.onProgress,
  );
  const copied = told.ok
    ? await copyInto(stores, memory, ledger, idOfChance("wri", writerChance))
    : err(told.detail);
  driver.close();
  return copied;
};

/** Blob first, entry second, as everywhere. */
const copyInto = async (
  stores: Stores,
  memory: Stores,
  ledger: string,
  writer: string,
): Promise<Result<null, string>> => {
  const names = await memory.vault.names();
  if (!names.ok) return err(names.error.type);
  for (const { sha256 } of names.value) {
    const bytes = await memory.vault.get(sha256);
    if (!bytes.ok || bytes.value === null) return err("vault");
    const kept = await stores.vault.keep(sha256, bytes.value);
    if (!kept.ok) return err(kept.error.type);
  }
  const lived = await memory.ledger.readSince(0);
  if (!lived.ok) return err(lived.error.type);
  const begun = await stores.ledger.begin(emptyTip(ledger, writer));
  if (!begun.ok) return err(begun.error.type);
  const taken = await stores.ledger.takeIn(lived.value.entries);
  return taken.ok ? ok(null) : err(taken.error.type);
};
