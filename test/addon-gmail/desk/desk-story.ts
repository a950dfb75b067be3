import { importInvoices } from "#shared/app/import-invoices.ts";
import { openLedger } from "#shared/app/ledger-acts.ts";
import type { StoreFault, Stores } from "#shared/app/ports.ts";
import { splitCsv } from "#shared/intake/csv-rows.ts";
import { readTable } from "#shared/intake/read-table.ts";
import { dateOf } from "#shared/kernel/calendar.ts";
import type { Result } from "#shared/kernel/result.ts";
import { ok } from "#shared/kernel/result.ts";
import { openDeskHost } from "#gmail/desk/desk-host.ts";
import type { DeskHost } from "#gmail/desk/desk-host.ts";
import type { CallScript } from "#gmail/desk/script-run.ts";
import type { DeskParts } from "#gmail/script/actions/part-types.ts";
import { callDesk } from "#gmail/script/desk/call-desk.ts";
import { openDeskWorld } from "#gmail/script/desk/desk-world.ts";
import { openGmailLedger } from "#gmail/script/ledger/open-ledger.ts";
import { acts } from "#gmail/script/parts/acts.ts";
import { cases } from "#gmail/script/parts/cases.ts";
import { replies } from "#gmail/script/parts/replies.ts";
import { chanceRuns } from "#src/custody/chance.ts";
import { openDriver } from "#src/driver/driver.ts";
import type { Driver } from "#src/driver/driver.ts";
import type { Host } from "#src/sidebar/host.ts";
import { openMemoryStores } from "#src/store/memory.ts";
import { valueOf } from "../../contracts/sample-entries.ts";
import { CREDITOR, TODAY, csvOf } from "../ledger/desk.ts";
import { openExecution } from "../services-in-memory.ts";
import type { MemoryAccount } from "../services-in-memory.ts";

/** What the build lays apart. */
export const DESK_PARTS: DeskParts = {
  acts: () => acts,
  cases: () => cases,
  replies: () => replies,
};

export type Script = {
  readonly call: CallScript;
  /** Each call's characters out and back. */
  readonly calls: { readonly sent: number; readonly answered: number }[];
  /** What the page hears instead of the script, for as long as it is set. */
  disturb: ((text: string) => string | null | undefined) | null;
  build: string;
};

/** The script of one user as the page calls it: every call is an execution of its own, and only texts cross. */
export const openScript = (account: MemoryAccount): Script => {
  const script: Script = {
    calls: [],
    disturb: null,
    build: "build-1",
    call: (text) => {
      const instead = script.disturb?.(text);
      if (instead !== undefined) return Promise.resolve(instead);
      const { build } = script;
      // Each call is later than the one before it.
      account.now += 1;
      const setting = {
        services: openExecution(account).services,
        openLedger: openGmailLedger,
        build,
        parts: DESK_PARTS,
      };
      const answer = callDesk(text, build, (language) => openDeskWorld(language, setting));
      script.calls.push({ sent: text.length, answered: answer.length });
      return Promise.resolve(answer);
    },
  };
  return script;
};

export type OpenPage = DeskHost & { readonly windows: readonly string[] };

/** The page over the script, as it comes up in a browser that lets windows open, or does not. */
export const openPage = async (
  script: Script,
  letsOpen: () => boolean = () => true,
): Promise<OpenPage> => {
  const windows: string[] = [];
  const opened = await openDeskHost(script.call, "fr", (address) => {
    if (letsOpen()) windows.push(address);
    return letsOpen();
  });
  return { ...valueOf(opened), windows };
};

type Runs = Pick<Host, "run">;

export const openBooks = async ({ run }: Runs): Promise<void> => {
  valueOf(await run(openLedger, { creditor: CREDITOR, ownInvoices: true }));
};

/** What the import page does with a file, once it has read it. */
export const takeFile = async ({ run }: Runs, debtors: number, invoices = 1): Promise<void> => {
  const intake = readTable(valueOf(splitCsv(csvOf(debtors, invoices))), "invoices", {
    today: TODAY,
    currency: "EUR",
  });
  if (intake === null || intake.kind !== "invoices") throw new Error("no table of invoices");
  valueOf(
    await run(importInvoices, {
      intake,
      write: true,
      skipFaulty: false,
      correct: false,
      asOf: dateOf("2026-11-19"),
      complete: false,
    }),
  );
};

/** An installation over stores that answer later, as Outlook's pane and the workbench are. */
export const openOther = async (): Promise<{
  readonly stores: Stores;
  readonly driver: Driver;
}> => {
  const stores = openMemoryStores({ now: () => "2026-11-20T08:12:00.000Z" });
  const opened: Result<Driver, StoreFault> = await openDriver(stores, {
    build: "test",
    facts: () => ({
      today: TODAY,
      now: "2026-11-20T08:12:00.000Z",
      by: "Camille",
      language: "fr",
    }),
    chance: chanceRuns,
    act: () => Promise.resolve(ok(null)),
  });
  return { stores, driver: valueOf(opened) };
};

/** Bytes that no packing makes shorter. */
export const noise = (size: number): Uint8Array => {
  const bytes = new Uint8Array(size);
  let state = 12345;
  for (let at = 0; at < size; at += 1) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    bytes[at] = state >>> 24;
  }
  return bytes;
};
