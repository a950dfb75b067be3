import { openAppFolder } from "#outlook/graph/onedrive.ts";
import type { AppFolder } from "#outlook/graph/ports.ts";
import { syncLedger } from "#outlook/graph/sync.ts";
import type { SyncDone } from "#outlook/graph/sync.ts";
import type { SyncFault } from "#outlook/graph/sync-faults.ts";
import type { Stores } from "#shared/app/ports.ts";
import type { Result } from "#shared/kernel/result.ts";
import { emptyTip } from "#shared/ledger/append.ts";
import type { NewEntry } from "#shared/ledger/append.ts";
import type { Entry } from "#shared/ledger/entry.ts";
import { emptyMemoryPlace, openMemoryStores } from "#src/store/memory.ts";
import type { MemoryPlace } from "#src/store/memory.ts";
import type { Graph } from "../../hosts/outlook/graph/graph.ts";
import { valueOf } from "../../contracts/sample-entries.ts";
import { LEDGER, appended, sha256 } from "../../shared/ledger/sample-ledger.ts";
import { clientOn, lost } from "./graph-bench.ts";

/** What becomes of one request of a device. */
export type Weather = "clear" | "lost-before" | "lost-after";

/** A device with its own store over the OneDrive that it shares with the others. */
export type Device = {
  readonly writer: string;
  readonly place: MemoryPlace;
  readonly stores: Stores;
  readonly folder: AppFolder;
  /** Asked before each request. */
  weather: (line: string) => Promise<Weather> | Weather;
  /** Paths in the folder that this device has written to. */
  readonly written: Set<string>;
  readonly say: (draft?: Partial<NewEntry>, count?: number) => Promise<readonly Entry[]>;
  readonly keepBytes: (text: string) => Promise<{ readonly sha256: string; readonly size: number }>;
  readonly sync: (isWhole?: boolean) => Promise<Result<SyncDone, SyncFault>>;
  readonly entries: () => Promise<readonly Entry[]>;
};

export const AT = "2026-11-20T09:00:00.000Z";

export const openDevice = async (
  graph: Graph,
  writer: string,
  place: MemoryPlace = emptyMemoryPlace(),
): Promise<Device> => {
  const stores = openMemoryStores({ place, now: () => AT });
  if (place.standing === null) valueOf(await stores.ledger.begin(emptyTip(LEDGER, writer)));
  const written = new Set<string>();
  const { client } = clientOn(graph, async (url, init) => {
    const line = `${init.method ?? "GET"} ${decodeURIComponent(url)}`;
    const weather = await device.weather(line);
    if (weather === "lost-before") return lost();
    const put = /^PUT .*approot:\/(.+):\/content/.exec(line)?.[1];
    const answer = await graph.fetch(url, init);
    if (put !== undefined && answer.ok) written.add(put);
    return weather === "lost-after" ? lost() : answer;
  });
  const folder = openAppFolder(client);
  const entries = async (): Promise<readonly Entry[]> =>
    valueOf(await stores.ledger.readSince(0)).entries;
  const device: Device = {
    writer,
    place,
    stores,
    folder,
    weather: () => "clear",
    written,
    entries,
    say: async (draft = {}, count = 1) => {
      // As the driver does: where another window was faster, again on what it left.
      for (;;) {
        const tip = valueOf(await stores.ledger.tip());
        if (tip === null) throw new Error("begun");
        const said: Entry[] = [];
        let at = tip;
        for (let index = 0; index < count; index += 1) {
          const data = { number: at.sequence + 1, by: writer };
          const step = appended(at, { data, ...draft });
          said.push(step.entry);
          at = step.tip;
        }
        const done = await stores.ledger.append(tip, said);
        if (done.ok) return said;
        if (done.error.type !== "stale-head") throw new Error(done.error.type);
      }
    },
    keepBytes: async (text) => {
      const bytes = new TextEncoder().encode(text);
      valueOf(await stores.vault.keep(sha256(bytes), bytes));
      return { sha256: sha256(bytes), size: bytes.length };
    },
    sync: (isWhole = false) => syncLedger({ stores, folder, isWhole }),
  };
  return device;
};
