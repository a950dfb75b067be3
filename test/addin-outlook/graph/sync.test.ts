import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evidenceFromFolder, ledgersInFolder, syncLedger } from "#outlook/graph/sync.ts";
import { utf8Bytes } from "#shared/kernel/bytes.ts";
import { checkChain } from "#shared/ledger/chain.ts";
import type { Entry } from "#shared/ledger/entry.ts";
import { headsOf } from "#shared/ledger/heads.ts";
import { parseSegment, segmentName } from "#shared/ledger/segment.ts";
import { PAYLOAD_ERASED } from "#shared/ledger/voiding.ts";
import { emptyMemoryPlace } from "#src/store/memory.ts";
import type { MemoryPlace } from "#src/store/memory.ts";
import { errorOf, valueOf } from "../../contracts/sample-entries.ts";
import { createGraph } from "../../hosts/outlook/graph/graph.ts";
import type { Graph } from "../../hosts/outlook/graph/graph.ts";
import { createMailbox } from "../../hosts/outlook/mailbox.ts";
import { SEED, linesOf, unionOf } from "../../properties/ledger-worlds.ts";
import { LEDGER } from "../../shared/ledger/sample-ledger.ts";
import { linesOf as requestLines } from "./graph-bench.ts";
import { openDevice } from "./sync-devices.ts";
import type { Device, Weather } from "./sync-devices.ts";

const WRITERS = ["wri-bureau", "wri-portable", "wri-telephone"];

const newGraph = (): Graph => createGraph({ mailbox: createMailbox() });

const devicesOn = (graph: Graph, count: number): Promise<readonly Device[]> =>
  Promise.all(WRITERS.slice(0, count).map((writer) => openDevice(graph, writer)));

/** Fair weather, until nothing moves any more. */
const settle = async (devices: readonly Device[]): Promise<void> => {
  for (const device of devices) device.weather = () => "clear";
  for (let round = 0; round < 3; round += 1) {
    for (const device of devices) valueOf(await device.sync(true));
  }
};

const textsIn = (graph: Graph): ReadonlyMap<string, string> =>
  new Map(
    [...graph.drive.files.values()].map(({ path, bytes }) => [
      path,
      Buffer.from(bytes).toString("utf8"),
    ]),
  );

/**
 * How devices, and one that knows nothing but the folder, differ from the ledger of all that was ever said: not at all,
 * if every one has every entry, the same heads and a whole chain.
 */
const differences = async (
  graph: Graph,
  devices: readonly Device[],
  said: readonly Entry[],
): Promise<readonly string[]> => {
  const expected = unionOf(said);
  const newcomer = await openDevice(graph, "wri-nouveau");
  valueOf(await newcomer.sync());
  const found: string[] = [];
  for (const device of [...devices, newcomer]) {
    const entries = await device.entries();
    const isSame = linesOf(unionOf(entries)).join("\n") === linesOf(expected).join("\n");
    if (!isSame) found.push(`${device.writer}: ${String(entries.length)} entries`);
    const heads = JSON.stringify(headsOf(entries));
    if (heads !== JSON.stringify(headsOf(expected))) found.push(`${device.writer}: ${heads}`);
    for (const { type } of checkChain(LEDGER, entries).problems) {
      found.push(`${device.writer}: ${type}`);
    }
  }
  return found;
};

/** Files that a device wrote although they are another's: none. Evidence and the marker are the same from anybody. */
const trespasses = (devices: readonly Device[]): readonly string[] =>
  devices.flatMap(({ writer, written }) =>
    [...written].filter(
      (path) =>
        !path.includes("/vault/") &&
        !path.endsWith("relance.json") &&
        !path.includes(`/${writer}/`) &&
        !path.endsWith(`/heads/${writer}.json`),
    ),
  );

describe("one ledger over a OneDrive", () => {
  it("tells each of two devices what the other wrote", async () => {
    const graph = newGraph();
    const [a, b] = (await devicesOn(graph, 2)) as [Device, Device];
    const ofA = await a.say({}, 3);
    expect(valueOf(await a.sync())).toMatchObject({ pulled: 0, pushed: 3, problems: [] });
    const ofB = await b.say({}, 2);
    expect(valueOf(await b.sync())).toMatchObject({ pulled: 3, pushed: 2, problems: [] });
    expect(valueOf(await a.sync())).toMatchObject({ pulled: 2, pushed: 0, problems: [] });
    expect(await differences(graph, [a, b], [...ofA, ...ofB])).toEqual([]);
    expect(trespasses([a, b])).toEqual([]);
  });

  it("asks one question where nothing has changed", async () => {
    const graph = newGraph();
    const [a, b] = (await devicesOn(graph, 2)) as [Device, Device];
    await a.say({}, 2);
    await settle([a, b]);
    valueOf(await a.sync());
    const before = graph.requests.length;
    valueOf(await a.sync());
    expect(requestLines(graph).slice(before)).toEqual([
      expect.stringMatching(/^GET .*\/heads:\/children/),
    ]);
  });

  it("writes files that a backup would have under the same names, and a tail of at most a hundred", async () => {
    const graph = newGraph();
    const [a] = (await devicesOn(graph, 1)) as [Device];
    await a.say({}, 1234);
    valueOf(await a.sync());
    await a.say({}, 7);
    valueOf(await a.sync());
    const texts = textsIn(graph);
    const sealed = [...texts].filter(([path]) => /-[0-9a-f]{16}\.jsonl$/.test(path));
    expect(sealed).toHaveLength(3);
    for (const [path, text] of sealed) {
      const segment = valueOf(parseSegment(text));
      expect(path).toBe(`${LEDGER}/segments/${segmentName(segment)}.jsonl`);
      expect(segment.sealed).toBe(true);
    }
    const tail = valueOf(parseSegment(texts.get(`${LEDGER}/segments/wri-bureau/tail.jsonl`) ?? ""));
    expect(tail).toMatchObject({ sealed: false, first: 1235 });
    expect(tail.entries).toHaveLength(7);
    expect(texts.get(`${LEDGER}/relance.json`)).toBe(
      `{"format":"relance-folder","ledger":"${LEDGER}","version":1}\n`,
    );
  });

  it("brings an empty device the whole ledger, with the bytes it rests on", async () => {
    const graph = newGraph();
    const [a, b] = (await devicesOn(graph, 2)) as [Device, Device];
    const blob = await a.keepBytes("Facture FA-2026-117");
    await a.say({ blobs: [blob] });
    valueOf(await a.sync());
    expect(valueOf(await ledgersInFolder(b.folder))).toEqual([LEDGER]);
    expect(valueOf(await b.sync())).toMatchObject({ pulled: 1, blobsPulled: 1 });
    expect(valueOf(await b.stores.vault.get(blob.sha256))).toEqual(
      utf8Bytes("Facture FA-2026-117"),
    );
    expect(valueOf(await a.sync(true))).toMatchObject({ blobsPushed: 0 });
  });

  it("puts bytes before the entry that rests on them, and each of them once", async () => {
    const graph = newGraph();
    const [a] = (await devicesOn(graph, 1)) as [Device];
    const blob = await a.keepBytes("un mail");
    await a.say({ blobs: [blob] });
    await a.say({ blobs: [blob] });
    valueOf(await a.sync());
    const puts = requestLines(graph).filter((line) => line.startsWith("PUT"));
    expect(puts.findIndex((line) => line.includes(blob.sha256))).toBeLessThan(
      puts.findIndex((line) => line.includes("tail.jsonl")),
    );
    expect(puts.filter((line) => line.includes(blob.sha256))).toHaveLength(1);
  });

  it("moves a bounded number of bytes at a time, entries only behind the last of them", async () => {
    const graph = newGraph();
    const [a, b] = (await devicesOn(graph, 2)) as [Device, Device];
    const blobs = await Promise.all(["un", "deux", "trois"].map((text) => a.keepBytes(text)));
    await a.say({ blobs });
    const bound = { stores: a.stores, folder: a.folder, movedBytesMax: 1 };
    for (let round = 0; round < 3; round += 1) {
      const done = valueOf(await syncLedger(bound));
      expect(done).toMatchObject({ blobsPushed: 1, more: round < 2, pushed: round < 2 ? 0 : 1 });
      expect([...textsIn(graph).keys()].some((path) => path.endsWith("tail.jsonl"))).toBe(
        round === 2,
      );
    }
    const first = valueOf(await syncLedger({ ...bound, stores: b.stores, folder: b.folder }));
    expect(first).toMatchObject({ pulled: 1, blobsPulled: 1, more: true });
    expect(valueOf(await b.sync())).toMatchObject({ blobsPulled: 2, more: false });
  });

  it("gets bytes from the folder when somebody wants to see them, and refuses those that are not of their name", async () => {
    const graph = newGraph();
    const [a, b] = (await devicesOn(graph, 2)) as [Device, Device];
    const blob = await a.keepBytes("un mail");
    await a.say({ blobs: [blob] });
    valueOf(await a.sync());
    expect(valueOf(await evidenceFromFolder(b.stores, b.folder, blob.sha256))).toEqual(
      utf8Bytes("un mail"),
    );
    const [key, file] = [...graph.drive.files].find(([path]) => path.includes(blob.sha256))!;
    graph.drive.files.set(key, { ...file, bytes: utf8Bytes("autre chose") });
    const c = await openDevice(graph, "wri-telephone");
    expect(valueOf(await c.sync()).problems).toEqual([
      { type: "blob-broken", sha256: blob.sha256 },
    ]);
  });

  it("says that there is no network, and goes on from there when there is one", async () => {
    const graph = newGraph();
    const [a, b] = (await devicesOn(graph, 2)) as [Device, Device];
    const said = await a.say({}, 3);
    graph.isOffline = true;
    expect(errorOf(await a.sync())).toEqual({ type: "offline" });
    graph.heal();
    await settle([a, b]);
    expect(await differences(graph, [a, b], said)).toEqual([]);
  });

  it("carries what came by a restored backup, whose writer will never come", async () => {
    const graph = newGraph();
    const [a, b] = (await devicesOn(graph, 2)) as [Device, Device];
    const gone = await openDevice(newGraph(), "wri-perdu");
    const ofGone = await gone.say({}, 120);
    valueOf(await a.stores.ledger.takeIn(ofGone));
    const ofA = await a.say();
    await settle([a, b]);
    expect(await differences(graph, [a, b], [...ofGone, ...ofA])).toEqual([]);
    expect(trespasses([a, b])).toEqual([]);
    expect([...textsIn(graph).keys()].filter((path) => path.includes("/carried/"))).toEqual([
      expect.stringMatching(/\/carried\/wri-bureau\/wri-perdu\.000000001-[0-9a-f]{16}\.jsonl$/),
    ]);
  });

  it("puts back what somebody deleted from the folder, from whoever has it", async () => {
    const graph = newGraph();
    const [a, b] = (await devicesOn(graph, 2)) as [Device, Device];
    const said = [...(await a.say({}, 130)), ...(await b.say({}, 2))];
    await settle([a, b]);
    graph.drive.files.clear();
    valueOf(await b.sync(true));
    expect(await differences(graph, [b], said)).toEqual([]);
    await settle([a, b]);
    expect(await differences(graph, [a, b], said)).toEqual([]);
  });

  it("looks again where a tail was sealed between listing and reading it, and takes in nothing with a hole", async () => {
    const graph = newGraph();
    const [a, b] = (await devicesOn(graph, 2)) as [Device, Device];
    await a.say();
    valueOf(await a.sync());
    let isDone = false;
    b.weather = async (line) => {
      if (!isDone && line.includes("tail.jsonl")) {
        isDone = true;
        await a.say({}, 120);
        valueOf(await a.sync());
        await a.say();
        valueOf(await a.sync());
      }
      return "clear" as const;
    };
    expect(valueOf(await b.sync())).toMatchObject({ pulled: 122, problems: [] });
    expect(checkChain(LEDGER, await b.entries()).problems).toEqual([]);
  });

  it("names a file that somebody changed, and takes in all others", async () => {
    const graph = newGraph();
    const [a, b, c] = (await devicesOn(graph, 3)) as [Device, Device, Device];
    await a.say();
    const ofB = await b.say();
    valueOf(await a.sync());
    valueOf(await b.sync());
    const path = `${LEDGER}/segments/wri-bureau/tail.jsonl`;
    const file = graph.drive.files.get(path.toLowerCase())!;
    const text = Buffer.from(file.bytes).toString("utf8").replace('"number":1', '"number":2');
    graph.drive.files.set(path.toLowerCase(), { ...file, version: 9, bytes: utf8Bytes(text) });
    const done = valueOf(await c.sync());
    expect(done.problems).toContainEqual({ type: "file-broken", path });
    expect((await c.entries()).map(({ hash }) => hash)).toEqual(ofB.map(({ hash }) => hash));
  });

  it("refuses a folder of a later version, and leaves it as it is", async () => {
    const graph = newGraph();
    const [a] = (await devicesOn(graph, 1)) as [Device];
    await a.say();
    const marker = `{"format":"relance-folder","ledger":"${LEDGER}","version":2}\n`;
    valueOf(await a.folder.create(`${LEDGER}/relance.json`, utf8Bytes(marker)));
    expect(errorOf(await a.sync())).toEqual({ type: "folder-newer", version: 2 });
    expect(graph.drive.files.size).toBe(1);
  });

  it("takes words away from the folder that the law took away, also from files of others", async () => {
    const graph = newGraph();
    const [a, b] = (await devicesOn(graph, 2)) as [Device, Device];
    const blob = await a.keepBytes("mots à oublier, en entier");
    const [secret] = await a.say({ data: { text: "mots à oublier" }, blobs: [blob] });
    await settle([a, b]);
    await b.say({ type: PAYLOAD_ERASED, data: { entries: [secret!.hash], reason: "loi" } });
    await b.stores.ledger.erase([secret!.hash]);
    valueOf(await b.sync());
    expect([...textsIn(graph).values()].join("")).not.toContain("oublier");
    expect([...graph.drive.files.keys()].filter((path) => path.includes("/vault/"))).toEqual([]);
    await settle([a, b]);
    expect((await a.entries()).find(({ hash }) => hash === secret!.hash)?.body.kind).toBe("erased");
    expect([...textsIn(graph).values()].join("")).not.toContain("oublier");
  });

  it("keeps and tells both branches where one store was copied and both copies were written to", async () => {
    const graph = newGraph();
    const [a] = (await devicesOn(graph, 1)) as [Device];
    const before = await a.say({}, 2);
    valueOf(await a.sync());
    const copy = await openDevice(graph, a.writer, copyOf(a.place));
    const left = await a.say({ data: { branch: "left" } });
    const right = await copy.say({ data: { branch: "right" } });
    valueOf(await a.sync());
    valueOf(await copy.sync());
    await settle([a, copy]);
    const expected = headsOf(unionOf(before, left, right));
    expect(expected).toHaveLength(2);
    for (const device of [a, copy, await openDevice(graph, "wri-nouveau")]) {
      valueOf(await device.sync(true));
      expect(headsOf(await device.entries())).toEqual(expected);
    }
  });

  it("does not fork where a store is an older copy of itself: it first takes in what it had written", async () => {
    const graph = newGraph();
    const [a] = (await devicesOn(graph, 1)) as [Device];
    const first = await a.say({}, 2);
    valueOf(await a.sync());
    const older = copyOf(a.place);
    const later = await a.say({}, 3);
    valueOf(await a.sync());
    const again = await openDevice(graph, a.writer, older);
    valueOf(await again.sync());
    const after = await again.say();
    valueOf(await again.sync());
    expect(await differences(graph, [again], [...first, ...later, ...after])).toEqual([]);
  });
});

const copyOf = (place: MemoryPlace): MemoryPlace => ({
  ...emptyMemoryPlace(),
  standing: place.standing,
  rows: place.rows,
  blobs: new Map(place.blobs),
  cache: new Map(place.cache),
});

/** Around what a tail holds. */
const COUNTS = fc.constantFrom(0, 1, 1, 3, 40, 101);

type Step = {
  readonly device: number;
  readonly kind: "say" | "say-much" | "bytes" | "sync" | "sync-whole" | "forget";
  readonly pick: number;
};

const steps = fc.array(
  fc.record({
    device: fc.nat(2),
    kind: fc.constantFrom<Step["kind"]>(
      "say",
      "say",
      "say-much",
      "bytes",
      "sync",
      "sync",
      "sync",
      "sync-whole",
      "forget",
    ),
    pick: fc.nat(1000),
  }),
  { minLength: 1, maxLength: 16 },
);

/** For each request in turn: mostly clear. */
const weathers = fc.infiniteStream(
  fc.constantFrom<Weather>(
    "clear",
    "clear",
    "clear",
    "clear",
    "clear",
    "clear",
    "lost-before",
    "lost-after",
  ),
);

const play = async (device: Device, { kind, pick }: Step): Promise<readonly Entry[]> => {
  switch (kind) {
    case "say":
      return device.say();
    case "say-much":
      return device.say({}, 60 + (pick % 60));
    case "bytes":
      return device.say({ blobs: [await device.keepBytes(`bytes ${String(pick % 5)}`)] });
    case "forget":
      device.place.cache.clear();
      return [];
    case "sync":
    case "sync-whole":
      // A refusal is the weather's; what it left behind is what is tested.
      await device.sync(kind === "sync-whole");
      return [];
  }
};

describe("any interleaving of devices", () => {
  it("ends in one ledger and loses nothing, whatever request was lost, before or after it was done", async () => {
    await fc.assert(
      fc.asyncProperty(steps, weathers, async (script, weather) => {
        const graph = newGraph();
        const devices = await devicesOn(graph, 3);
        for (const device of devices) device.weather = () => weather.next().value;
        const said: Entry[] = [];
        for (const step of script) said.push(...(await play(devices[step.device]!, step)));
        await settle(devices);
        expect(await differences(graph, devices, said)).toEqual([]);
        expect(trespasses(devices)).toEqual([]);
        const bytes = said.flatMap(({ header }) => header.blobs.map(({ sha256 }) => sha256));
        for (const device of devices) {
          for (const sha256 of bytes) {
            expect(valueOf(await device.stores.vault.get(sha256))).not.toBeNull();
          }
        }
        expect(graph.unknown).toEqual([]);
      }),
      { seed: SEED, numRuns: 25 },
    );
  }, 120_000);

  it("ends in one ledger where their requests cross in any order", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.scheduler(),
        fc.array(COUNTS, { minLength: 4, maxLength: 8 }),
        async (scheduler, counts) => {
          const graph = newGraph();
          const devices = await devicesOn(graph, 2);
          for (const device of devices) {
            device.weather = async (line) => {
              await scheduler.schedule(Promise.resolve(), line);
              return "clear" as const;
            };
          }
          const said: Entry[] = [];
          const lives = devices.map(async (device, index) => {
            for (const count of counts.filter((_, at) => at % 2 === index)) {
              said.push(...(await device.say({}, count)));
              valueOf(await device.sync());
            }
          });
          await scheduler.waitFor(Promise.all(lives));
          await settle(devices);
          expect(await differences(graph, devices, said)).toEqual([]);
          expect(trespasses(devices)).toEqual([]);
        },
      ),
      { seed: SEED, numRuns: 12 },
    );
  }, 120_000);

  it("ends in one ledger where two windows of one store synchronise at once", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.scheduler(),
        fc.array(COUNTS, { minLength: 2, maxLength: 6 }),
        async (scheduler, counts) => {
          const graph = newGraph();
          const first = await openDevice(graph, "wri-bureau");
          const second = await openDevice(graph, "wri-bureau", first.place);
          for (const window of [first, second]) {
            window.weather = async (line) => {
              await scheduler.schedule(Promise.resolve(), line);
              return "clear" as const;
            };
          }
          const said: Entry[] = [];
          const lives = [first, second].map(async (window, index) => {
            for (const count of counts.filter((_, at) => at % 2 === index)) {
              said.push(...(await window.say({}, count)));
              // Each may find that the other was faster; nothing is lost by it.
              await window.sync();
            }
          });
          await scheduler.waitFor(Promise.all(lives));
          await settle([first, second]);
          expect(await differences(graph, [first, second], said)).toEqual([]);
        },
      ),
      { seed: SEED, numRuns: 12 },
    );
  }, 120_000);
});
