import { describe, expect, it } from "vitest";
import { saveDraft } from "#outlook/graph/drafts.ts";
import type { DraftToSave } from "#outlook/graph/drafts.ts";
import { openAppFolder } from "#outlook/graph/onedrive.ts";
import { errorOf, valueOf } from "../../contracts/sample-entries.ts";
import { clientOn, graphBench, linesOf, lost } from "./graph-bench.ts";

/** Three ranges of an attachment, two of a file in OneDrive. */
const BYTES = new Uint8Array(8 * 1024 * 1024).map((_, index) => index % 251);
const isWhole = (bytes: Uint8Array | undefined): boolean =>
  bytes !== undefined && Buffer.compare(bytes, BYTES) === 0;

const WISH: DraftToSave = {
  draft: {
    from: "julien@ferronnerie-delorme.example",
    to: ["compta@roux-menuiserie.example"],
    cc: [],
    subject: "Facture FA-117",
    text: "R-ABC123",
    html: "<p>R-ABC123</p>",
    messageId: "relance-1@ferronnerie-delorme.example",
    inReplyTo: null,
    references: [],
    reference: "R-ABC123",
    attachments: [],
  },
  mailbox: { kind: "own" },
  files: [{ name: "plan.pdf", type: "application/pdf", bytes: BYTES }],
};

type Line = { readonly method: string; readonly url: string };
type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** A Graph whose answers a test may lose or change, and what was asked of upload sessions. */
const bench = (between: (line: Line, ask: () => Promise<Response>, graph: Fetch) => unknown) => {
  const { graph, mailbox } = graphBench();
  const uploads: Line[] = [];
  const { client } = clientOn(graph, async (url, init) => {
    const line = { method: init.method ?? "GET", url };
    if (url.includes("/upload/")) uploads.push(line);
    const told = await between(line, () => graph.fetch(url, init), graph.fetch);
    return told instanceof Response ? told : graph.fetch(url, init);
  });
  return { graph, mailbox, client, uploads };
};

const sessionsOf = (lines: readonly string[]): number =>
  lines.filter((line) => line.endsWith("createUploadSession")).length;

describe("an upload session that breaks", () => {
  it("attaches the file once and whole, whichever answer was lost, before or after it was done", async () => {
    for (let nth = 1; nth <= 12; nth += 1) {
      for (const isDone of [true, false]) {
        let asked = 0;
        const { client, mailbox } = bench(async (_, ask) => {
          asked += 1;
          if (asked !== nth) return null;
          if (isDone) await ask();
          return lost();
        });
        const first = await saveDraft(client, WISH);
        // What fell outside of the session is gone on with by the next try.
        if (!first.ok || first.value.notAttached.length > 0) valueOf(await saveDraft(client, WISH));
        const [draft, another] = mailbox.mails;
        expect(another).toBeUndefined();
        expect(draft?.files.map(({ name }) => name)).toEqual(["plan.pdf"]);
        expect(isWhole(draft?.files[0]?.bytes)).toBe(true);
      }
    }
  }, 60_000);

  it("goes on with the range that is missing, in the same session, and sends no other again", async () => {
    for (const isDone of [true, false]) {
      let ranges = 0;
      const { client, graph, uploads } = bench(async ({ method, url }, ask) => {
        if (method !== "PUT" || !url.includes("/upload/")) return null;
        ranges += 1;
        if (ranges !== 2) return null;
        if (isDone) await ask();
        return lost();
      });
      const saved = valueOf(await saveDraft(client, WISH));
      expect(saved.notAttached).toEqual([]);
      const asked = uploads.map(({ method }) => method);
      expect(asked).toEqual(["PUT", "PUT", "GET", ...(isDone ? [] : ["PUT"]), "PUT"]);
      expect(sessionsOf(linesOf(graph))).toBe(1);
    }
  });

  it("goes on too where the range had arrived and only its answer said otherwise", async () => {
    let ranges = 0;
    const { client, mailbox, uploads } = bench(async ({ method, url }, ask) => {
      if (method !== "PUT" || !url.includes("/upload/")) return null;
      ranges += 1;
      if (ranges !== 1) return null;
      await ask();
      return new Response(null, { status: 503 });
    });
    expect(valueOf(await saveDraft(client, WISH)).notAttached).toEqual([]);
    // The same range again is refused with 416: then it is asked how far things are.
    expect(uploads.map(({ method }) => method)).toEqual(["PUT", "PUT", "GET", "PUT", "PUT"]);
    expect(isWhole(mailbox.mails[0]?.files[0]?.bytes)).toBe(true);
  });

  it("begins again where it is gone, once", async () => {
    for (const gone of [1, 2]) {
      let ranges = 0;
      let sessions = 0;
      const { client, graph, mailbox } = bench(async ({ method, url }, _, fetch) => {
        if (url.endsWith("createUploadSession")) {
          sessions += 1;
          ranges = 0;
        }
        if (method !== "PUT" || !url.includes("/upload/") || sessions > gone) return null;
        ranges += 1;
        if (ranges === 2) await fetch(url, { method: "DELETE" });
        return null;
      });
      const saved = valueOf(await saveDraft(client, WISH));
      const isGivenUp = gone === 2;
      expect(saved.notAttached).toEqual(
        isGivenUp ? [{ name: "plan.pdf", fault: { type: "absent" } }] : [],
      );
      expect(sessionsOf(linesOf(graph))).toBe(2);
      expect(mailbox.mails[0]?.files.map(({ bytes }) => isWhole(bytes))).toEqual(
        isGivenUp ? [] : [true],
      );
    }
  });

  it("is left where there is no network any more, after few questions, and made by the next try", async () => {
    let hasNetwork = true;
    const { client, mailbox, uploads } = bench(() => {
      if (uploads.length === 2) hasNetwork = false;
      return hasNetwork ? null : lost();
    });
    const saved = valueOf(await saveDraft(client, WISH));
    expect(saved.notAttached).toEqual([{ name: "plan.pdf", fault: { type: "offline" } }]);
    expect(uploads.length).toBeLessThanOrEqual(4);
    hasNetwork = true;
    expect(valueOf(await saveDraft(client, WISH)).notAttached).toEqual([]);
    expect(mailbox.mails.flatMap(({ files }) => files.map(({ name }) => name))).toEqual([
      "plan.pdf",
    ]);
  });

  it("makes a file in OneDrive once, and takes one that is there for another's until it has looked", async () => {
    for (const lostRange of [1, 2]) {
      for (const isDone of [true, false]) {
        let ranges = 0;
        const { client, graph } = bench(async ({ method, url }, ask) => {
          if (method !== "PUT" || !url.includes("/upload/")) return null;
          ranges += 1;
          if (ranges !== lostRange) return null;
          if (isDone) await ask();
          return lost();
        });
        const folder = openAppFolder(client);
        const made = valueOf(await folder.create("led-1/vault/x", BYTES));
        expect(made.type).toBe(lostRange === 2 && isDone ? "exists" : "created");
        expect(graph.drive.files.size).toBe(1);
        expect(isWhole(graph.drive.files.get("led-1/vault/x")?.bytes)).toBe(true);
      }
    }
  });

  it("never writes over what has changed meanwhile, itself included", async () => {
    let ranges = 0;
    const { client, graph } = bench(async ({ method, url }, ask) => {
      if (method !== "PUT" || !url.includes("/upload/")) return null;
      ranges += 1;
      if (ranges !== 2) return null;
      await ask();
      return lost();
    });
    const folder = openAppFolder(client);
    const first = valueOf(await folder.replace("led-1/tail.jsonl", new Uint8Array(9), null));
    if (first.type !== "written") throw new Error(first.type);
    expect(valueOf(await folder.replace("led-1/tail.jsonl", BYTES, first.tag)).type).toBe("moved");
    const kept = graph.drive.files.get("led-1/tail.jsonl");
    expect([kept?.version, isWhole(kept?.bytes)]).toEqual([2, true]);
    graph.fail(/^PUT .*upload/, 409, "nameAlreadyExists");
    const late = await folder.create("led-1/vault/y", BYTES);
    expect(valueOf(late).type).toBe("exists");
    graph.fail(/^PUT .*upload/, 507, "quotaLimitReached");
    expect(errorOf(await folder.create("led-1/vault/z", BYTES))).toEqual({ type: "no-room" });
  });
});
