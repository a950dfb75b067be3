import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { importHistory } from "#shared/app/import-history.ts";
import { importInvoices } from "#shared/app/import-invoices.ts";
import { DRY_RUN } from "#shared/app/import-view.ts";
import { markLooked, markPaymentsKnown, openLedger } from "#shared/app/ledger-acts.ts";
import { attachDocument } from "#shared/app/record-exchange.ts";
import type { Run } from "#shared/app/run.ts";
import { viewOnly } from "#shared/app/use-case.ts";
import type { UseCase } from "#shared/app/use-case.ts";
import { readTable } from "#shared/intake/read-table.ts";
import { dateOf } from "#shared/kernel/calendar.ts";
import { ok } from "#shared/kernel/result.ts";
import { readInvoices } from "#shared/intake/read-invoices.ts";
import { chanceRuns } from "#src/custody/chance.ts";
import { restore } from "#src/custody/custody.ts";
import { openDriver } from "#src/driver/driver.ts";
import { readCsvBytes } from "#src/files/csv.ts";
import { makeBackup } from "#src/store/backup.ts";
import { sha256OfBlob } from "#src/store/blob-hash.ts";
import { openMemoryStores } from "#src/store/memory.ts";
import { openPageMailbox } from "#src/workbench/mailbox.ts";
import { beginSample, SAMPLE_CREDITOR } from "#src/workbench/sample-story.ts";

const SAMPLE = join(import.meta.dirname, "../../src/workbench/sample");
const MAILS = join(SAMPLE, "mail");

/** Whose mailbox the sample is, and the morning that it stands at. */
export const OWNER = { address: "claire@menuiserie-lacombe.example", name: "Claire Lacombe" };
export const MORNING = "2026-11-20T07:30:00.000Z";
export const DAY = dateOf("2026-11-20");

/** A mail of the sample by the number that its file begins with. */
export const sampleMail = async (number: string): Promise<Buffer> => {
  const name = (await readdir(MAILS)).find((one) => one.startsWith(`${number}-`));
  if (name === undefined) throw new Error(`no mail ${number} in the sample`);
  return readFile(join(MAILS, name));
};

const bytesOf = async (path: string): Promise<Uint8Array> => new Uint8Array(await readFile(path));

/** The backup that the sample's owner would have made last evening: what she brings to an Outlook that knows nothing. */
export const sampleBackup = async (): Promise<Buffer> => {
  const mailbox = await openPageMailbox(
    {
      kind: "sample",
      today: DAY,
      name: "",
      mails: [],
      passedOver: [],
      invoicesFile: null,
      build: "",
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
  for (const name of await readdir(MAILS))
    await mailbox.takeIn(name, await bytesOf(join(MAILS, name)));
  return backedUp(async (run) => {
    const table = readCsvBytes(await bytesOf(join(SAMPLE, "invoices.csv")));
    if (!table.ok) throw new Error(table.error.type);
    const story: unknown = JSON.parse(await readFile(join(SAMPLE, "expected.json"), "utf8"));
    const intake = readInvoices(table.value, { today: DAY, currency: "EUR" });
    const told = await beginSample(run, mailbox, story, intake, () => undefined);
    if (!told.ok) throw new Error(told.detail);
  });
};

/** A ledger of its own, told by use cases and put into one file. */
const backedUp = async (tell: (run: Run) => Promise<void>): Promise<Buffer> => {
  const stores = openMemoryStores({ now: () => MORNING });
  const opened = await openDriver(stores, {
    facts: () => ({ today: DAY, now: MORNING, by: OWNER.name, language: "fr" }),
    chance: chanceRuns,
    act: () => Promise.resolve(ok(null)),
    build: "test",
  });
  if (!opened.ok) throw new Error(opened.error.type);
  await opened.value.begin("led-sample", "wri-lived");
  await tell(opened.value.run);
  const made = await makeBackup(stores, { at: MORNING });
  if (!made.ok) throw new Error(made.error.type);
  return Buffer.from(made.value);
};

/** The ledger of somebody who has these open items, and what was done about them before Relance, as two files say. */
export const backupOfFiles = (invoices: string, history: string): Promise<Buffer> =>
  backedUp(async (run) => {
    await run(openLedger, { creditor: SAMPLE_CREDITOR, ownInvoices: true });
    for (const text of [invoices, history]) {
      const table = readCsvBytes(Buffer.from(text));
      const intake = table.ok
        ? readTable(table.value, null, { today: DAY, currency: "EUR" })
        : { kind: null };
      const options = { ...DRY_RUN, write: true, asOf: DAY };
      const taken =
        intake?.kind === "invoices"
          ? await run(importInvoices, { ...options, intake })
          : intake?.kind === "history"
            ? await run(importHistory, { ...options, intake })
            : null;
      if (taken?.ok !== true || taken.value.faultyLines.length > 0)
        throw new Error("the files are not read as they are meant");
    }
    await run(markPaymentsKnown, { asOf: DAY, source: "bank" });
    await run(markLooked, { accounts: [], where: "by-hand" });
  });

/** The same ledger, where these files were attached to an invoice: they go out with what is asked of it. */
export const backupWithFiles = async (
  backup: Buffer,
  number: string,
  files: readonly { readonly name: string; readonly bytes: Uint8Array }[],
): Promise<Buffer> => {
  const stores = openMemoryStores({ now: () => MORNING });
  const restored = await restore(stores, backup, "0123456789abcdef0123456789abcdef", "fr");
  const opened = await openDriver(stores, {
    facts: () => ({ today: DAY, now: MORNING, by: OWNER.name, language: "fr" }),
    chance: chanceRuns,
    act: () => Promise.resolve(ok(null)),
    build: "test",
  });
  if (!restored.ok || !opened.ok) throw new Error("the backup is not taken in");
  const { run } = opened.value;
  const found = await run(invoiceOfNumber, number);
  if (!found.ok || found.value === null) throw new Error(`no invoice ${number}`);
  const { account, invoice } = found.value;
  for (const { name, bytes } of files) {
    const sha256 = await sha256OfBlob(bytes);
    const blob = { sha256, size: bytes.length };
    const said = {
      kind: "invoice",
      name,
      on: DAY,
      invoice,
      blob,
      obtained: "as-received",
    } as const;
    const document = { type: "attach-document", ...said } as const;
    const done = await run(
      attachDocument,
      { account, document },
      { bytes: new Map([[sha256, bytes]]) },
    );
    if (!done.ok) throw new Error(done.error.type);
  }
  const made = await makeBackup(stores, { at: MORNING });
  if (!made.ok) throw new Error(made.error.type);
  return Buffer.from(made.value);
};

const invoiceOfNumber: UseCase<
  string,
  { readonly account: string; readonly invoice: string } | null,
  never
> = {
  name: "invoice-of-number",
  asks: () => ({ accounts: "all", keys: [], search: false }),
  decide: (number, { accounts }) => {
    for (const { account, invoices } of accounts.values()) {
      const found = invoices.find((one) => one.number === number);
      if (found !== undefined) return ok(viewOnly({ account, invoice: found.invoice }));
    }
    return ok(viewOnly(null));
  },
};
