import { describe, expect, it } from "vitest";
import { ledgerThere } from "#outlook/graph/sync-choice.ts";
import { valueOf } from "../../contracts/sample-entries.ts";
import { createGraph } from "../../hosts/outlook/graph/graph.ts";
import { createMailbox } from "../../hosts/outlook/mailbox.ts";
import { LEDGER } from "../../shared/ledger/sample-ledger.ts";
import { SAMPLE_CREDITOR } from "#src/workbench/sample-story.ts";
import { openDevice } from "./sync-devices.ts";

const AT = "2026-11-20T07:55:00.000Z";

const OPENED = {
  stream: "creditor",
  type: "ledger-opened",
  data: { ...SAMPLE_CREDITOR, name: "Menuiserie Lacombe", ownInvoices: true },
} as const;
const RENAMED = {
  stream: "creditor",
  type: "creditor-corrected",
  data: { changes: { name: "Lacombe et filles" } },
} as const;

const newGraph = () => createGraph({ mailbox: createMailbox() });

describe("a ledger in OneDrive", () => {
  it("is told from another by its creditor and the day of its newest entry", async () => {
    const graph = newGraph();
    const device = await openDevice(graph, "wri-bureau");
    await device.say(OPENED);
    await device.say({}, 3);
    valueOf(await device.sync());
    expect(valueOf(await ledgerThere(device.folder, LEDGER))).toEqual({
      ledger: LEDGER,
      firm: "Menuiserie Lacombe",
      at: AT,
    });
  });

  it("has the name that it was given last, of however many devices, in a bounded number of files", async () => {
    const graph = newGraph();
    const device = await openDevice(graph, "wri-bureau");
    await device.say(OPENED);
    await device.say({}, 2_600);
    valueOf(await device.sync());
    for (const writer of ["wri-portable", "wri-telephone"]) {
      const other = await openDevice(graph, writer);
      valueOf(await other.sync());
      if (writer === "wri-telephone") await other.say(RENAMED);
      valueOf(await other.sync());
    }
    const before = graph.requests.length;
    const there = valueOf(await ledgerThere(device.folder, LEDGER));
    expect(there.firm).toBe("Lacombe et filles");
    const read = graph.requests.slice(before).filter(({ line }) => line.includes("download"));
    expect(read.length).toBeLessThanOrEqual(4);
  });

  it("is nobody's where no name stands in it, and broken files are passed over", async () => {
    const graph = newGraph();
    const device = await openDevice(graph, "wri-bureau");
    await device.say({}, 1);
    valueOf(await device.sync());
    expect(valueOf(await ledgerThere(device.folder, LEDGER))).toMatchObject({ firm: null, at: AT });
    for (const [key, file] of graph.drive.files) {
      if (key.endsWith(".jsonl")) graph.drive.files.set(key, { ...file, bytes: new Uint8Array(9) });
    }
    expect(valueOf(await ledgerThere(device.folder, LEDGER))).toEqual({
      ledger: LEDGER,
      firm: null,
      at: null,
    });
    expect(valueOf(await ledgerThere(device.folder, "led-none"))).toMatchObject({ at: null });
  });
});
