import * as z from "zod/mini";
import { describe, expect, it } from "vitest";
import { GRAPH_ROOT, openGraphClient } from "#outlook/graph/client.ts";
import type { GraphRequest } from "#outlook/graph/client.ts";
import { err } from "#shared/kernel/result.ts";
import { errorOf, valueOf } from "../../contracts/sample-entries.ts";
import { NOW, clientOn, graphBench } from "./graph-bench.ts";

const ANY = z.looseObject({});
const LIST: GraphRequest = {
  method: "GET",
  path: "/me/messages?$top=1",
  scopes: ["Mail.ReadWrite"],
};

describe("the hand on Graph", () => {
  it("asks for immutable ids, and sends no cookie along", async () => {
    const { graph } = graphBench();
    const inits: RequestInit[] = [];
    const { client } = clientOn(graph, (url, init) => {
      inits.push(init);
      return graph.fetch(url, init);
    });
    valueOf(await client.json(LIST, ANY));
    expect(inits[0]?.headers).toMatchObject({ prefer: 'IdType="ImmutableId"' });
    expect(inits[0]?.credentials).toBe("omit");
  });

  it("waits as long as Graph says before it asks again", async () => {
    const { graph, client, waits } = graphBench();
    graph.throttle(2, 7);
    valueOf(await client.json(LIST, ANY));
    expect(waits).toEqual([7000, 7000]);
  });

  it("reads a date in Retry-After, and waits longer each time where nothing is said", async () => {
    const { graph } = graphBench();
    let asked = 0;
    const { client, waits } = clientOn(graph, async (url, init) => {
      asked += 1;
      if (asked === 1) {
        const at = new Date(Date.parse(NOW) + 3000).toUTCString();
        return new Response("", { status: 503, headers: { "retry-after": at } });
      }
      return asked === 2 ? new Response("", { status: 504 }) : await graph.fetch(url, init);
    });
    valueOf(await client.json(LIST, ANY));
    expect(waits).toEqual([3000, 1000]);
  });

  it("gives up where that would be too long or too often, and says how long", async () => {
    const { graph, client, waits } = graphBench();
    graph.throttle(1, 300);
    expect(errorOf(await client.json(LIST, ANY))).toEqual({ type: "throttled", seconds: 300 });
    expect(waits).toEqual([]);
    graph.heal();
    graph.fail(/./, 503, "serviceNotAvailable", { times: 99 });
    expect(errorOf(await client.json(LIST, ANY))).toEqual({ type: "unavailable", status: 503 });
    expect(waits).toHaveLength(3);
  });

  it("never does twice what may have been done: a POST that failed is not sent again", async () => {
    const { graph, client, waits } = graphBench();
    graph.fail(/^POST/, 503, "serviceNotAvailable", { times: 9 });
    const post = { ...LIST, method: "POST" as const, path: "/me/messages", body: { json: {} } };
    expect(errorOf(await client.json(post, ANY))).toEqual({ type: "unavailable", status: 503 });
    expect(waits).toEqual([]);
    expect(graph.requests).toHaveLength(1);
  });

  it("gets one new token where Graph no longer takes the old one, past every cache", async () => {
    const { graph, client, wishes } = graphBench();
    valueOf(await client.json(LIST, ANY));
    graph.tokens.withdrawAll();
    valueOf(await client.json(LIST, ANY));
    expect(wishes.map(({ fresh }) => fresh ?? false)).toEqual([false, false, true]);
  });

  it("passes on what Graph says is missing from a token, and asks no third time", async () => {
    const { graph } = graphBench();
    const { client, wishes } = clientOn(graph, () =>
      Promise.resolve(
        new Response(JSON.stringify({ error: { code: "InvalidAuthenticationToken" } }), {
          status: 401,
          headers: { "www-authenticate": `Bearer claims="${btoa('{"access_token":{}}')}"` },
        }),
      ),
    );
    expect(errorOf(await client.json(LIST, ANY))).toEqual({
      type: "denied",
      code: "InvalidAuthenticationToken",
    });
    expect(wishes).toHaveLength(2);
    expect(wishes[1]?.claims).toBe('{"access_token":{}}');
  });

  it("sends its token to Graph alone", async () => {
    const { graph, client } = graphBench();
    for (const path of ["https://graph.microsoft.com.example/v1.0/me", "//evil.example/me"]) {
      const answer = await client.json({ ...LIST, path }, ANY);
      expect(answer.ok).toBe(false);
    }
    expect(errorOf(await client.json({ ...LIST, path: "https://evil.example/" }, ANY))).toEqual({
      type: "unreadable",
    });
    const urls: string[] = [];
    const other = clientOn(graph, (url, init) => {
      urls.push(url);
      return graph.fetch(url, init);
    });
    await other.client.json({ ...LIST, path: "//evil.example/me" }, ANY);
    expect(urls.every((url) => url.startsWith(`${GRAPH_ROOT}/`))).toBe(true);
  });

  it("has at most three requests under way", async () => {
    const { graph, client } = graphBench();
    graph.slow(5);
    await Promise.all(Array.from({ length: 9 }, () => client.json(LIST, ANY)));
    expect(graph.mostAtOnce()).toBe(3);
  });

  it("tells no network, an answer of another shape, too many bytes and every refusal apart", async () => {
    const { graph, client } = graphBench();
    graph.isOffline = true;
    expect(errorOf(await client.json(LIST, ANY))).toEqual({ type: "offline" });
    graph.heal();
    expect(errorOf(await client.json(LIST, z.object({ value: z.string() })))).toEqual({
      type: "unreadable",
    });
    expect(errorOf(await client.bytes(LIST, 3))).toEqual({ type: "too-large" });
    const faults = [
      [403, "ErrorAccessDenied", { type: "denied", code: "ErrorAccessDenied" }],
      [404, "ErrorItemNotFound", { type: "absent" }],
      [404, "MailboxNotEnabledForRESTAPI", { type: "denied", code: "MailboxNotEnabledForRESTAPI" }],
      [409, "nameAlreadyExists", { type: "conflict", code: "nameAlreadyExists" }],
      [413, "RequestEntityTooLarge", { type: "too-large" }],
      [507, "quotaLimitReached", { type: "no-room" }],
      [500, "generalException", { type: "unavailable", status: 500 }],
      [400, "InefficientFilter", { type: "refused", status: 400, code: "InefficientFilter" }],
      [400, "Dupont vous doit 40 €", { type: "refused", status: 400, code: "" }],
    ] as const;
    for (const [status, code, fault] of faults) {
      graph.fail(/./, status, code);
      expect(errorOf(await client.json(LIST, ANY))).toEqual(fault);
    }
  });

  it("asks nothing without a token, and says why there is none", async () => {
    const client = openGraphClient({
      signIn: { token: () => Promise.resolve(err({ type: "sign-in-needed" })) },
      fetch: () => Promise.reject(new Error("asked")),
      wait: () => Promise.resolve(),
      now: () => 0,
    });
    expect(errorOf(await client.json(LIST, ANY))).toEqual({ type: "sign-in-needed" });
  });
});
