import { describe, expect, it } from "vitest";
import { openAppFolder } from "#outlook/graph/onedrive.ts";
import { utf8Bytes } from "#shared/kernel/bytes.ts";
import { errorOf, valueOf } from "../../contracts/sample-entries.ts";
import { clientOn, graphBench, linesOf } from "./graph-bench.ts";

const given = () => {
  const bench = graphBench();
  return { ...bench, folder: openAppFolder(bench.client) };
};

const HELLO = utf8Bytes("bonjour");

describe("the app's folder in OneDrive", () => {
  it("is made by the first question, before anything is put there", async () => {
    const { graph, folder } = given();
    valueOf(await folder.create("led-1/a.jsonl", HELLO));
    valueOf(await folder.create("led-1/b.jsonl", HELLO));
    expect(linesOf(graph).map((line) => line.split(" ")[0])).toEqual(["GET", "PUT", "PUT"]);
  });

  it("creates a file once: what stands there stays", async () => {
    const { folder } = given();
    expect(valueOf(await folder.create("led-1/a.jsonl", HELLO)).type).toBe("created");
    expect(valueOf(await folder.create("led-1/a.jsonl", utf8Bytes("autre")))).toEqual({
      type: "exists",
    });
    expect(valueOf(await folder.read("led-1/a.jsonl", 100))?.bytes).toEqual(HELLO);
  });

  it("writes over only what it has seen", async () => {
    const { folder } = given();
    const first = valueOf(await folder.replace("led-1/tail.jsonl", HELLO, null));
    if (first.type !== "written") throw new Error(first.type);
    const second = valueOf(await folder.replace("led-1/tail.jsonl", utf8Bytes("2"), first.tag));
    expect(second.type).toBe("written");
    for (const tag of [first.tag, null]) {
      const late = await folder.replace("led-1/tail.jsonl", utf8Bytes("3"), tag);
      expect(valueOf(late)).toEqual({ type: "moved" });
    }
    valueOf(await folder.remove("led-1/tail.jsonl"));
    const gone = await folder.replace("led-1/tail.jsonl", utf8Bytes("4"), first.tag);
    expect(valueOf(gone)).toEqual({ type: "moved" });
  });

  it("takes large files in ranges, once as well, and gives them back", async () => {
    const { folder } = given();
    const large = new Uint8Array(12 * 1024 * 1024).map((_, index) => index % 251);
    expect(valueOf(await folder.create("led-1/vault/x", large)).type).toBe("created");
    expect(valueOf(await folder.create("led-1/vault/x", large))).toEqual({ type: "exists" });
    const read = valueOf(await folder.read("led-1/vault/x", large.length));
    // Compared as bytes: a matcher would walk through twelve million of them.
    expect(Buffer.compare(read?.bytes ?? new Uint8Array(), large)).toBe(0);
    expect(errorOf(await folder.read("led-1/vault/x", 1000))).toEqual({ type: "too-large" });
  }, 20_000);

  it("reads by the address that needs no token, since a page may not follow the redirect", async () => {
    const { graph } = graphBench();
    const seen: { readonly url: string; readonly hasToken: boolean }[] = [];
    const { client } = clientOn(graph, (url, init) => {
      seen.push({ url, hasToken: new Headers(init.headers).has("authorization") });
      return graph.fetch(url, init);
    });
    const folder = openAppFolder(client);
    valueOf(await folder.create("led-1/a.jsonl", HELLO));
    valueOf(await folder.read("led-1/a.jsonl", 100));
    const { url, hasToken } = seen[seen.length - 1]!;
    expect(url).not.toContain("graph.microsoft.com");
    expect(hasToken).toBe(false);
    expect(seen.some((one) => one.url.endsWith(":/content"))).toBe(false);
  });

  it("lists what lies directly in a folder, over pages, and nothing where there is no folder", async () => {
    const { folder } = given();
    for (let at = 0; at < 205; at += 1) {
      valueOf(await folder.create(`led-1/segments/w/${String(at)}.jsonl`, HELLO));
    }
    expect(valueOf(await folder.list("led-1/segments/w"))).toHaveLength(205);
    expect(valueOf(await folder.list("led-1"))).toMatchObject([
      { name: "segments", kind: "folder" },
    ]);
    expect(valueOf(await folder.list("led-2"))).toEqual([]);
    expect(valueOf(await folder.read("led-2/a", 10))).toBeNull();
    expect(valueOf(await folder.remove("led-2/a"))).toBeNull();
  });

  it("says that there is no room left", async () => {
    const { graph, folder } = given();
    graph.drive.quotaBytes = 3;
    expect(errorOf(await folder.create("led-1/a.jsonl", HELLO))).toEqual({ type: "no-room" });
  });
});
