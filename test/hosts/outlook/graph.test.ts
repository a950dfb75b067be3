import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { AuthMode } from "./auth.ts";
import { startBrowsers } from "./chromium.ts";
import type { Browsers } from "./chromium.ts";
import { OTHER, REPLY, TINY_ADDIN } from "./fixtures/tiny-pane.ts";
import { createGraph } from "./graph/graph.ts";
import type { Graph } from "./graph/graph.ts";
import { createMailbox, move, receive, restId, send, mailById } from "./mailbox.ts";
import type { Mailbox, StoredMail } from "./mailbox.ts";
import { openOutlook } from "./outlook.ts";
import type { Outlook } from "./outlook.ts";

const ROOT = "https://graph.microsoft.com/v1.0";
const IMMUTABLE = { prefer: 'IdType="ImmutableId"' };

let mailbox: Mailbox;
let compta: Mailbox;
let graph: Graph;
let reply: StoredMail;
let token: string;

const SCOPES = ["Mail.ReadWrite", "Mail.ReadWrite.Shared", "Files.ReadWrite.AppFolder"];

beforeEach(async () => {
  mailbox = createMailbox();
  compta = createMailbox({ address: "compta@ferronnerie-delorme.example", name: "Comptabilité" });
  graph = createGraph({ mailbox, shared: [{ mailbox: compta, rights: "write" }] });
  reply = await receive(mailbox, Buffer.from(REPLY));
  await receive(mailbox, Buffer.from(OTHER));
  token = graph.tokens.issue(mailbox.address, SCOPES);
});

type Told = {
  readonly status: number;
  readonly body: Record<string, unknown>;
  readonly code: string;
};

const ask = async (
  method: string,
  path: string,
  options: {
    readonly json?: object;
    readonly bytes?: Uint8Array;
    readonly headers?: Record<string, string>;
    readonly token?: string;
  } = {},
): Promise<Told> => {
  const body = options.json === undefined ? options.bytes : JSON.stringify(options.json);
  const isOurs = path.startsWith("/");
  const response = await graph.fetch(isOurs ? ROOT + path : path, {
    method,
    headers: {
      ...(isOurs ? { authorization: `Bearer ${options.token ?? token}` } : {}),
      ...options.headers,
    },
    ...(body === undefined ? {} : { body: body as string }),
  });
  const text = await response.text();
  const told = (text.startsWith("{") ? JSON.parse(text) : { text }) as Record<string, unknown>;
  const code = (told["error"] as { code?: string } | undefined)?.code ?? "";
  return { status: response.status, body: told, code };
};

const listed = async (query: string): Promise<readonly unknown[]> =>
  ((await ask("GET", `/me/messages?${query}`)).body["value"] as { subject: string }[]).map(
    ({ subject }) => subject,
  );

const filtered = (filter: string, rest = ""): Promise<readonly unknown[]> =>
  listed(`$filter=${encodeURIComponent(filter)}${rest}`);

const refusedFilter = async (filter: string, rest = ""): Promise<string> =>
  (await ask("GET", `/me/messages?$filter=${encodeURIComponent(filter)}${rest}`)).code;

describe("who may ask", () => {
  it("has a token that holds, with the scope of what is asked", async () => {
    expect((await ask("GET", "/me/messages", { token: "x" })).status).toBe(401);
    const reader = graph.tokens.issue(mailbox.address, ["Mail.Read"]);
    expect((await ask("GET", "/me/messages", { token: reader })).status).toBe(200);
    expect((await ask("POST", "/me/messages", { token: reader, json: {} })).status).toBe(403);
    expect((await ask("GET", "/me/drive/special/approot", { token: reader })).status).toBe(403);
    graph.tokens.withdrawAll();
    expect((await ask("GET", "/me/messages")).status).toBe(401);
  });

  it("opens a shared mailbox by the permission of that name, and no mailbox that was not shared", async () => {
    const path = `/users/${compta.address}/messages`;
    expect((await ask("GET", path)).status).toBe(200);
    const own = graph.tokens.issue(mailbox.address, ["Mail.ReadWrite"]);
    expect((await ask("GET", path, { token: own })).status).toBe(403);
    expect((await ask("GET", "/users/other@x.example/messages")).status).toBe(404);
  });

  it("never sends with what drafts need", async () => {
    const { body } = await ask("POST", "/me/messages", { json: { subject: "x" } });
    expect((await ask("POST", `/me/messages/${String(body["id"])}/send`)).status).toBe(403);
  });
});

describe("a draft", () => {
  it("of an answer goes to whom the mail asks for it, over its quoted text", async () => {
    const id = restId(reply.id);
    const { status, body } = await ask("POST", `/me/messages/${id}/createReply`, { json: {} });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      isDraft: true,
      subject: "RE: Facture 118 - échéance",
      conversationId: reply.conversationId,
      toRecipients: [{ emailAddress: { address: "compta@nordis.example" } }],
    });
    expect((body["body"] as { content: string }).content).toContain("Le virement part");
    const both = { comment: "x", message: { body: { contentType: "html", content: "y" } } };
    expect((await ask("POST", `/me/messages/${id}/createReply`, { json: both })).status).toBe(400);
  });

  it("has its whole body replaced by a change, and its headers given only when it is made", async () => {
    const made = {
      subject: "x",
      internetMessageHeaders: [{ name: "X-Relance-Reference", value: "R-1" }],
    };
    const { body } = await ask("POST", "/me/messages", { json: made });
    const path = `/me/messages/${String(body["id"])}`;
    const changed = await ask("PATCH", path, {
      json: { body: { contentType: "html", content: "<p>neuf</p>" } },
    });
    expect(changed.body["body"]).toEqual({ contentType: "html", content: "<p>neuf</p>" });
    expect((await ask("PATCH", path, { json: { internetMessageHeaders: [] } })).status).toBe(400);
    const foreign = { internetMessageHeaders: [{ name: "Received", value: "x" }] };
    expect((await ask("POST", "/me/messages", { json: foreign })).status).toBe(400);
    expect(
      (await ask("PATCH", `/me/messages/${restId(reply.id)}`, { json: { subject: "x" } })).status,
    ).toBe(400);
  });

  it("is not changed over another's change", async () => {
    const { body } = await ask("POST", "/me/messages", { json: { subject: "x" } });
    const path = `/me/messages/${String(body["id"])}`;
    const headers = { "if-match": String(body["@odata.etag"]) };
    expect((await ask("PATCH", path, { json: { subject: "y" }, headers })).status).toBe(200);
    expect((await ask("PATCH", path, { json: { subject: "z" }, headers })).status).toBe(412);
  });

  it("takes small files at once and large ones in ranges, in order", async () => {
    const { body } = await ask("POST", "/me/messages", { json: { subject: "x" } });
    const path = `/me/messages/${String(body["id"])}/attachments`;
    const file = (bytes: Buffer): object => ({
      "@odata.type": "#microsoft.graph.fileAttachment",
      name: "r.pdf",
      contentBytes: bytes.toString("base64"),
    });
    expect((await ask("POST", path, { json: file(Buffer.from("%PDF")) })).status).toBe(201);
    const large = Buffer.alloc(4 * 1024 * 1024, 65);
    expect((await ask("POST", path, { json: file(large) })).status).toBe(413);
    const begin = (size: number): Promise<Told> =>
      ask("POST", `${path}/createUploadSession`, {
        json: { AttachmentItem: { attachmentType: "file", name: "g.pdf", size } },
      });
    expect((await begin(10)).code).toBe("ErrorAttachmentSizeShouldNotBeLessThanMinimumSize");
    const url = String((await begin(large.length)).body["uploadUrl"]);
    const half = large.length / 2;
    const range = (from: number): { bytes: Uint8Array; headers: Record<string, string> } => ({
      bytes: large.subarray(from, from + half),
      headers: {
        "content-range": `bytes ${String(from)}-${String(from + half - 1)}/${String(large.length)}`,
      },
    });
    expect((await ask("PUT", url, range(half))).status).toBe(416);
    expect((await ask("PUT", url, range(0))).body["nextExpectedRanges"]).toEqual([String(half)]);
    expect((await ask("GET", url)).body["nextExpectedRanges"]).toEqual([String(half)]);
    expect((await ask("PUT", url, range(half))).status).toBe(201);
    expect(mailById(mailbox, String(body["id"]))!.files.map(({ name }) => name)).toEqual([
      "r.pdf",
      "g.pdf",
    ]);
  });
});

describe("an id", () => {
  it("changes with a move, unless the immutable one is asked for", async () => {
    const plain = String((await ask("GET", `/me/messages/${restId(reply.id)}`)).body["id"]);
    const asked = await ask("GET", `/me/messages/${plain}`, { headers: IMMUTABLE });
    const immutable = String(asked.body["id"]);
    move(mailbox, reply, "archive");
    expect((await ask("GET", `/me/messages/${plain}`)).status).toBe(404);
    expect((await ask("GET", `/me/messages/${immutable}`, { headers: IMMUTABLE })).status).toBe(
      200,
    );
    expect((await ask("GET", "/me/messages/nonsense")).code).toBe("ErrorInvalidIdMalformed");
  });

  it("finds a draft again once the person has sent it", async () => {
    const { body } = await ask("POST", "/me/messages", {
      json: { subject: "x" },
      headers: IMMUTABLE,
    });
    const id = String(body["id"]);
    send(mailbox, mailById(mailbox, id)!);
    const sent = await ask("GET", `/me/messages/${id}`, { headers: IMMUTABLE });
    expect(sent.body).toMatchObject({ isDraft: false, id });
    expect((await ask("GET", `/me/messages/${id}/$value`)).body["text"]).toContain("Subject: x");
  });
});

describe("a filter", () => {
  it("finds by sender, thread, date and message id", async () => {
    const all = ["RE: Facture 118 - échéance"];
    expect(await filtered("from/emailAddress/address eq 'JULIE@nordis.example'")).toEqual(all);
    expect(await filtered(`conversationId eq '${reply.conversationId}'`)).toEqual(all);
    expect(await filtered("internetMessageId eq '<m1@nordis.example>'")).toEqual(all);
    expect(
      await filtered(
        "receivedDateTime ge 2026-11-20T00:00:00Z and (startswith(from/emailAddress/address,'julie') or isDraft eq true)",
        "&$orderby=receivedDateTime",
      ),
    ).toEqual(all);
  });

  it("finds what a program marked", async () => {
    const id = "String {00020386-0000-0000-C000-000000000046} Name X-Relance-Reference";
    await ask("POST", "/me/messages", {
      json: {
        subject: "m",
        internetMessageHeaders: [{ name: "X-Relance-Reference", value: "R-1" }],
      },
    });
    const of = (value: string): string =>
      `singleValueExtendedProperties/any(ep: ep/id eq '${id}' and ep/value eq '${value}')`;
    expect(await filtered(of("R-1"))).toEqual(["m"]);
    expect(await filtered(of("R-2"))).toEqual([]);
  });

  it("is refused by recipients, by words of the body, by an end, and where it is malformed", async () => {
    const invalid = "ErrorInvalidUrlQueryFilter";
    expect(await refusedFilter("toRecipients/any(r: r/emailAddress/address eq 'x')")).toBe(invalid);
    expect(await refusedFilter("body/content eq 'x'")).toBe(invalid);
    expect(await refusedFilter("endswith(from/emailAddress/address,'x')")).toBe(invalid);
    expect(await refusedFilter("receivedDateTime ge '2026-11-20T00:00:00Z'")).toBe("BadRequest");
    expect(await refusedFilter("subject eq 'it's'")).toBe("BadRequest");
  });

  it("is refused where it is sorted by what it does not begin with, or asks too much", async () => {
    expect(await refusedFilter("isDraft eq false", "&$orderby=receivedDateTime")).toBe(
      "InefficientFilter",
    );
    const many = Array.from({ length: 30 }, (_, rank) => `subject eq '${String(rank)}'`);
    expect(await refusedFilter(many.join(" or "))).toBe("InefficientFilter");
  });

  it("comes in pages", async () => {
    const first = await ask("GET", "/me/messages?$top=1");
    expect(first.body["value"]).toHaveLength(1);
    const next = new URL(String(first.body["@odata.nextLink"]));
    const second = await ask("GET", next.pathname.slice("/v1.0".length) + next.search);
    expect(second.body["value"]).toHaveLength(1);
    expect(second.body["@odata.nextLink"]).toBeUndefined();
  });
});

const FILE = "/me/drive/special/approot:/relance/1.seg";
const put = (query = "", headers: Record<string, string> = {}): Promise<Told> =>
  ask("PUT", `${FILE}:/content${query}`, { bytes: Buffer.from("a"), headers });

describe("the app's folder", () => {
  it("is made by the first question after it", async () => {
    expect((await put()).status).toBe(404);
    expect((await ask("GET", "/me/drive/special/approot")).status).toBe(200);
    expect((await put()).status).toBe(201);
    expect((await ask("GET", "/me/drive/root/children")).status).toBe(403);
    expect((await ask("GET", "/me/drive/special/AppRoot")).status).toBe(403);
  });

  it("makes a file once, whoever comes second, and whatever its capitals", async () => {
    await ask("GET", "/me/drive/special/approot");
    const once = "?@microsoft.graph.conflictBehavior=fail";
    expect((await put(once)).status).toBe(201);
    expect((await put(once)).code).toBe("nameAlreadyExists");
    const other = await ask("PUT", `/me/drive/special/approot:/Relance/1.SEG:/content${once}`, {
      bytes: Buffer.from("b"),
    });
    expect(other.status).toBe(409);
  });

  it("changes a file only from the state that was read", async () => {
    await ask("GET", "/me/drive/special/approot");
    const tag = String((await put()).body["eTag"]);
    expect((await put("", { "if-match": tag })).status).toBe(200);
    expect((await put("", { "if-match": tag })).status).toBe(412);
  });

  it("gives bytes by an address of their own, and lists what lies in it", async () => {
    await ask("GET", "/me/drive/special/approot");
    await put();
    const { body } = await ask("GET", FILE);
    const got = await ask("GET", String(body["@microsoft.graph.downloadUrl"]));
    expect(got.body["text"]).toBe("a");
    const list = await ask("GET", "/me/drive/special/approot:/relance:/children?$select=name");
    expect(list.body["value"]).toMatchObject([{ name: "1.seg", size: 1 }]);
    expect((await ask("GET", "/me/drive/special/approot:/none")).status).toBe(404);
  });

  it("has no room at last, and refuses names that Windows cannot hold", async () => {
    await ask("GET", "/me/drive/special/approot");
    graph.drive.quotaBytes = 0;
    expect((await put()).status).toBe(507);
    const bad = await ask("PUT", "/me/drive/special/approot:/a%3Ab:/content", {
      bytes: Buffer.from("a"),
    });
    expect(bad.status).toBe(400);
  });
});

describe("a service under load", () => {
  it("asks to wait, and takes four requests to one mailbox at a time", async () => {
    graph.throttle(1, 7);
    const slowed = await graph.fetch(`${ROOT}/me/messages`, {
      headers: { authorization: `Bearer ${token}` },
    });
    expect([slowed.status, slowed.headers.get("retry-after")]).toEqual([429, "7"]);
    graph.slow(30);
    const many = await Promise.all(Array.from({ length: 5 }, () => ask("GET", "/me/messages")));
    expect(many.filter(({ status }) => status === 429)).toHaveLength(1);
    expect(graph.mostAtOnce()).toBe(5);
  });

  it("fails as it is told to, or has no network", async () => {
    graph.fail(/createReply/, 503, "serviceNotAvailable");
    const path = `/me/messages/${restId(reply.id)}/createReply`;
    expect((await ask("POST", path)).status).toBe(503);
    expect((await ask("POST", path)).status).toBe(201);
    graph.isOffline = true;
    await expect(ask("GET", "/me/messages")).rejects.toThrow("Failed to fetch");
  });
});

describe("the real MSAL in the pane", () => {
  let browsers: Browsers;
  let outlook: Outlook;
  beforeAll(() => {
    browsers = startBrowsers();
  });
  afterEach(() => outlook.close());
  afterAll(() => browsers.close());

  const msal = join(
    import.meta.dirname,
    "../../../node_modules/@azure/msal-browser/lib/msal-browser.min.js",
  );

  const open = async (auth: AuthMode): Promise<void> => {
    outlook = await openOutlook({ browsers, dist: TINY_ADDIN, item: reply, graph, auth });
    await outlook.pane.evaluate(await readFile(msal, "utf8"));
  };

  const TAKE = `(async () => {
    const client = await msal.createNestablePublicClientApplication({
      auth: { clientId: "11111111-1111-4111-8111-111111111111", authority: "https://login.microsoftonline.com/common" },
    });
    const scopes = ["https://graph.microsoft.com/Mail.ReadWrite"];
    const fault = (cause) => cause.errorCode + (cause.errorMessage?.includes("AADSTS90094") ? " (admin)" : "");
    try {
      const silent = await client.acquireTokenSilent({ scopes }).catch((cause) => {
        if (!(cause instanceof msal.InteractionRequiredAuthError)) throw cause;
        return client.acquireTokenPopup({ scopes });
      });
      const answer = await fetch("https://graph.microsoft.com/v1.0/me/messages?$top=1", {
        headers: { authorization: "Bearer " + silent.accessToken },
      });
      return answer.status;
    } catch (cause) { return fault(cause); }
  })()`;

  it("gets a token without a word, and Graph takes it", async () => {
    await open("granted");
    expect(await outlook.pane.evaluate(TAKE)).toBe(200);
    expect(outlook.auth.windows()).toBe(0);
    expect(outlook.auth.wishes[0]!.scopes).toContain("https://graph.microsoft.com/Mail.ReadWrite");
  });

  it("asks the person once", async () => {
    await open("asks");
    expect(await outlook.pane.evaluate(TAKE)).toBe(200);
    expect(outlook.auth.windows()).toBe(1);
  });

  it("is declined, kept for an administrator, or not to be had", async () => {
    await open("declined");
    expect(await outlook.pane.evaluate(TAKE)).toBe("user_canceled");
    outlook.auth.mode = "admin-needed";
    expect(await outlook.pane.evaluate(TAKE)).toMatch(/\(admin\)$/);
    outlook.auth.mode = "unavailable";
    expect(await outlook.pane.evaluate(TAKE)).toBe("nested_app_auth_bridge_disabled");
    outlook.auth.mode = "offline";
    expect(await outlook.pane.evaluate(TAKE)).toBe("no_network_connectivity");
  });

  it("shares one Graph among several devices, each with a storage of its own", async () => {
    await open("granted");
    const second = await openOutlook({ browsers, dist: TINY_ADDIN, item: reply, graph });
    await outlook.pane.evaluate("localStorage.setItem('k', 'v')");
    expect(await second.pane.evaluate("localStorage.getItem('k')")).toBeNull();
    expect(second.mailbox).toBe(outlook.mailbox);
    await outlook.setOffline(true);
    expect(await outlook.pane.evaluate(`fetch("${ROOT}/me").catch(() => "offline")`)).toBe(
      "offline",
    );
    await second.close();
  });
});
