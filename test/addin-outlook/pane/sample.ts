import { readInvoices } from "#shared/intake/read-invoices.ts";
import { emptyTip } from "#shared/ledger/append.ts";
import { dateOf } from "#shared/kernel/calendar.ts";
import { ok } from "#shared/kernel/result.ts";
import type { Stores } from "#shared/app/ports.ts";
import { openDriver } from "#src/driver/driver.ts";
import { readCsvBytes } from "#src/files/csv.ts";
import { chanceRuns } from "#src/custody/chance.ts";
import type { PageClock } from "#src/custody/clock.ts";
import { openIndexedDbStores } from "#src/store/indexed-db.ts";
import { openMemoryStores } from "#src/store/memory.ts";
import { openPageMailbox } from "#src/workbench/mailbox.ts";
import { beginSample } from "#src/workbench/sample-story.ts";

/** The workbench's sample, as the ledger and the mailbox of somebody who has Outlook. */
export const SAMPLE_ADDRESS = "claire@menuiserie-lacombe.example";
export const SAMPLE_DAY = dateOf("2026-11-20");
export const SAMPLE_CLOCK: PageClock = {
  now: () => "2026-11-20T07:30:00.000Z",
  today: () => SAMPLE_DAY,
};

const files = import.meta.glob<string>("../../../src/workbench/sample/mail/*.eml", {
  query: "?url",
  import: "default",
  eager: true,
});
const data = import.meta.glob<string>(
  "../../../src/workbench/sample/{expected.json,invoices.csv}",
  {
    query: "?url",
    import: "default",
    eager: true,
  },
);

const bytesAt = async (url: string): Promise<Uint8Array> =>
  new Uint8Array(await (await fetch(url)).arrayBuffer());

const urlOf = (all: Readonly<Record<string, string>>, name: string): string => {
  const found = Object.entries(all).find(([path]) => path.includes(name));
  if (found === undefined) throw new Error(`no ${name} in the sample`);
  return found[1];
};

/** A mail of the sample by a part of its file's name. */
export const sampleMail = (name: string): Promise<Uint8Array> => bytesAt(urlOf(files, name));

let lived: Promise<Stores> | null = null;

/** Writes the sample's ledger where the pane of its owner will look for it. */
export const writeSample = async (database: string): Promise<void> => {
  lived ??= liveSample();
  const memory = await lived;
  const stores = await openIndexedDbStores({ name: database, cacheVersion: "test" });
  if (!stores.ok) throw new Error(stores.error.type);
  const blobs = await memory.vault.names();
  for (const { sha256 } of blobs.ok ? blobs.value : []) {
    const bytes = await memory.vault.get(sha256);
    if (bytes.ok && bytes.value !== null) await stores.value.vault.keep(sha256, bytes.value);
  }
  const entries = await memory.ledger.readSince(0);
  await stores.value.ledger.begin(emptyTip("led-sample", "wri-copied"));
  if (entries.ok) await stores.value.ledger.takeIn(entries.value.entries);
  stores.value.ledger.close();
};

/** The sample's months, lived through once. */
const liveSample = async (): Promise<Stores> => {
  const mailbox = await openPageMailbox(
    {
      kind: "sample",
      today: SAMPLE_DAY,
      name: "",
      mails: [],
      passedOver: [],
      invoicesFile: null,
      build: "test",
    },
    {
      lasts: false,
      mails: () => Promise.resolve([]),
      keepMail: () => Promise.resolve(),
      drafts: () => Promise.resolve([]),
      keepDraft: () => Promise.resolve(),
      removeDraft: () => Promise.resolve(),
      clear: () => Promise.resolve(),
    },
  );
  for (const [path, url] of Object.entries(files)) {
    await mailbox.takeIn(path.slice(path.lastIndexOf("/") + 1), await bytesAt(url));
  }
  const memory = openMemoryStores({ now: SAMPLE_CLOCK.now });
  const opened = await openDriver(memory, {
    facts: () => ({
      today: SAMPLE_DAY,
      now: SAMPLE_CLOCK.now(),
      by: "Claire Lacombe",
      language: "fr",
    }),
    chance: chanceRuns,
    act: () => Promise.resolve(ok(null)),
    build: "test",
  });
  if (!opened.ok) throw new Error(opened.error.type);
  await opened.value.begin("led-sample", "wri-lived");
  const table = readCsvBytes(await bytesAt(urlOf(data, "invoices.csv")));
  if (!table.ok) throw new Error(table.error.type);
  const story: unknown = await (await fetch(urlOf(data, "expected.json"))).json();
  const told = await beginSample(
    opened.value.run,
    mailbox,
    story,
    readInvoices(table.value, { today: SAMPLE_DAY, currency: "EUR" }),
    () => undefined,
  );
  if (!told.ok) throw new Error(told.detail);
  return memory;
};
