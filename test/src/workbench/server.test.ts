import { createHash } from "node:crypto";
import { cp, mkdir, mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { request } from "node:http";
import type { IncomingHttpHeaders } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { mailboxReader, openMailbox } from "#src/workbench/server/mailbox.ts";
import { main } from "#src/workbench/server/main.ts";
import { serve } from "#src/workbench/server/serve.ts";
import type { Served } from "#src/workbench/server/serve.ts";
import type { WireMailbox } from "#src/workbench/server/wire.ts";

const SAMPLE_MAIL = join(import.meta.dirname, "../../../src/workbench/sample/mail");

const mail = (subject: string, body = "Bonjour"): string =>
  `From: <anne@client.example>\r\nTo: <moi@atelier.example>\r\nSubject: ${subject}\r\nMessage-ID: <${subject.replaceAll(" ", "-")}@client.example>\r\nDate: Thu, 19 Nov 2026 10:00:00 +0100\r\n\r\n${body}\r\n`;

let folder: string;
let served: Served | null = null;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "relance-server-"));
  await mkdir(join(folder, "page", "assets"), { recursive: true });
  await mkdir(join(folder, "mails"));
  await writeFile(join(folder, "page", "index.html"), "<!doctype html><title>Relance</title>");
  await writeFile(join(folder, "page", "assets", "main.js"), "export {};");
  await writeFile(join(folder, "secret.txt"), "not for the page");
});
afterEach(async () => {
  served?.server.closeAllConnections();
  served?.server.close();
  served = null;
  await rm(folder, { recursive: true, force: true });
});

type Answer = {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
};

/** As any program on the machine could ask; `fetch` would set Host and tidy the path by itself. */
const ask = (
  port: number,
  path: string,
  headers: Record<string, string> = {},
  method = "GET",
): Promise<Answer> =>
  new Promise((resolve, reject) => {
    request({ host: "127.0.0.1", port, path, headers, method }, (response) => {
      let body = "";
      response.setEncoding("utf8");
      response.on("data", (part: string) => {
        body += part;
      });
      response.on("end", () => {
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body });
      });
    })
      .on("error", reject)
      .end();
  });

const aboutOf = (mails: WireMailbox["mails"]): WireMailbox => ({
  kind: "own",
  today: null,
  name: "mails",
  mails,
  passedOver: [],
  invoicesFile: null,
  build: "test",
});

const begin = async (): Promise<{
  readonly port: number;
  readonly key: string;
  readonly cookie: string;
}> => {
  const read = mailboxReader(join(folder, "mails"));
  const mailbox = async () => {
    const opened = await read();
    if (!opened.ok) throw new Error(opened.error.type);
    return { about: aboutOf(opened.value.mails), mailbox: opened.value };
  };
  served = await serve({
    port: 0,
    page: join(folder, "page"),
    mailbox,
    invoices: null,
    story: null,
    onOpened: () => undefined,
  });
  const url = new URL(served.address());
  const key = `${url.pathname}${url.search}`;
  const port = Number(url.port);
  const entered = await ask(port, key);
  expect(entered.status).toBe(303);
  const cookie = (entered.headers["set-cookie"]?.[0] ?? "").split(";")[0] ?? "";
  return { port, key, cookie };
};

describe("the server of the local inbox", () => {
  it("listens on this machine alone", async () => {
    await begin();
    expect(served?.server.address()).toMatchObject({ address: "127.0.0.1" });
  });

  it("refuses whoever names it otherwise: a page elsewhere whose own name leads here", async () => {
    const { port, cookie } = await begin();
    for (const host of ["evil.example", `evil.example:${String(port)}`, "127.0.0.1"]) {
      expect((await ask(port, "/", { host, cookie })).status).toBe(421);
    }
    expect((await ask(port, "/", { host: `localhost:${String(port)}`, cookie })).status).toBe(200);
  });

  it("takes a key once, and gives a cookie that scripts and other sites never see", async () => {
    const { port, key } = await begin();
    expect((await ask(port, key)).status).toBe(401);
    const fresh = new URL(served?.address() ?? "");
    const entered = await ask(port, `${fresh.pathname}${fresh.search}`);
    expect(entered.status).toBe(303);
    expect(entered.headers.location).toBe("/");
    expect(entered.headers["set-cookie"]?.[0]).toMatch(/; HttpOnly; SameSite=Strict; Path=\/$/);
  });

  it("shows nothing without the cookie, neither page nor mails", async () => {
    const { port, cookie } = await begin();
    for (const path of ["/", "/api/mailbox", "/api/mail/0123", "/assets/main.js", "/?key=0"]) {
      expect((await ask(port, path)).status, path).toBe(401);
      expect((await ask(port, path, { cookie: `${cookie}0` })).status, path).toBe(401);
    }
  });

  it("only reads: no method changes anything", async () => {
    const { port, cookie } = await begin();
    for (const method of ["POST", "PUT", "DELETE", "PATCH", "OPTIONS"]) {
      expect((await ask(port, "/api/mailbox", { cookie }, method)).status, method).toBe(405);
    }
  });

  it("serves its own files and no other file of the machine", async () => {
    const { port, cookie } = await begin();
    expect((await ask(port, "/assets/main.js", { cookie })).body).toBe("export {};");
    const paths = [
      "/../secret.txt",
      "/assets/../../secret.txt",
      "/..%2fsecret.txt",
      "/%2e%2e/secret.txt",
      "//etc/passwd",
      "/api/mail/../../secret.txt",
      "/api/mail/%2e%2e%2f%2e%2e%2fsecret.txt",
      "/page/index.html",
    ];
    for (const path of paths) {
      const answer = await ask(port, path, { cookie });
      expect(answer.status, path).toBe(404);
      expect(answer.body).not.toContain("not for the page");
    }
  });

  it("forbids by header whatever the page does not need: inline code, other origins, framing, sniffing", async () => {
    const { port, cookie } = await begin();
    const { headers } = await ask(port, "/", { cookie });
    const policy = headers["content-security-policy"] ?? "";
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain("unsafe");
    expect(headers["x-content-type-options"]).toBe("nosniff");
    expect(headers["cache-control"]).toBe("no-store");
    expect(headers["access-control-allow-origin"]).toBeUndefined();
  });

  it("gives the untouched bytes of a mail, and says that one is gone when its file went", async () => {
    await writeFile(join(folder, "mails", "a.eml"), mail("un"));
    const { port, cookie } = await begin();
    const about = JSON.parse((await ask(port, "/api/mailbox", { cookie })).body) as WireMailbox;
    const path = `/api/mail/${about.mails[0]?.id ?? ""}`;
    const given = await ask(port, path, { cookie });
    expect(given.body).toBe(mail("un"));
    expect(given.headers["content-type"]).toBe("application/octet-stream");
    await rm(join(folder, "mails", "a.eml"));
    expect((await ask(port, path, { cookie })).status).toBe(404);
  });

  it("lists a mail that was saved into the folder since", async () => {
    await writeFile(join(folder, "mails", "a.eml"), mail("un"));
    const { port, cookie } = await begin();
    const listed = async (): Promise<readonly string[]> => {
      const { body } = await ask(port, "/api/mailbox", { cookie });
      return (JSON.parse(body) as WireMailbox).mails.map(({ subject }) => subject);
    };
    expect(await listed()).toEqual(["un"]);
    await writeFile(join(folder, "mails", "b.eml"), mail("deux"));
    expect(await listed()).toEqual(["un", "deux"]);
  });
});

describe("a mailbox on disk", () => {
  const hashes = async (root: string): Promise<readonly string[]> => {
    const names = await readdir(root, { recursive: true, withFileTypes: true });
    const files = names.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name));
    return Promise.all(
      files.sort().map(
        async (file) =>
          `${createHash("sha256")
            .update(await readFile(file))
            .digest("hex")} ${file}`,
      ),
    );
  };

  it("is never changed by being read", async () => {
    await cp(SAMPLE_MAIL, join(folder, "mails"), { recursive: true });
    const before = await hashes(join(folder, "mails"));
    const opened = await openMailbox(join(folder, "mails"));
    if (!opened.ok) throw new Error(opened.error.type);
    for (const { id } of opened.value.mails) await opened.value.bytesOf(id);
    expect(opened.value.mails).toHaveLength(64);
    expect(await hashes(join(folder, "mails"))).toEqual(before);
  });

  it("is a folder with folders in it, whose same mail twice is one and whose other files are named", async () => {
    await mkdir(join(folder, "mails", "2026"));
    await writeFile(join(folder, "mails", "a.eml"), mail("un"));
    await writeFile(join(folder, "mails", "2026", "b.eml"), mail("deux"));
    await writeFile(join(folder, "mails", "copy.eml"), mail("un"));
    await writeFile(join(folder, "mails", "notes.txt"), "just notes");
    await writeFile(join(folder, "mails", "empty.eml"), "");
    await writeFile(join(folder, "mails", "photo.png"), "never looked at");
    const opened = await openMailbox(join(folder, "mails"));
    if (!opened.ok) throw new Error(opened.error.type);
    expect(opened.value.mails.map(({ subject }) => subject).sort()).toEqual(["deux", "un"]);
    expect(opened.value.passedOver).toEqual([
      { file: "empty.eml", why: "not-a-mail" },
      { file: "notes.txt", why: "not-a-mail" },
    ]);
  });

  it("may be an .mbox, each of whose mails has its bytes", async () => {
    const path = join(folder, "all.mbox");
    const from = "From anne@client.example Thu Nov 19 10:00:00 2026\n";
    await writeFile(path, `${from}${mail("un")}\n${from}${mail("deux")}\n`);
    const opened = await openMailbox(path);
    if (!opened.ok) throw new Error(opened.error.type);
    expect(opened.value.mails.map(({ subject, file }) => [file, subject])).toEqual([
      ["all.mbox #1", "un"],
      ["all.mbox #2", "deux"],
    ]);
    const bytes = await opened.value.bytesOf(opened.value.mails[1]?.id ?? "");
    expect(new TextDecoder().decode(bytes ?? new Uint8Array())).toContain("Subject: deux");
  });

  it("that is not there is refused by name", async () => {
    const path = join(folder, "nowhere");
    expect(await openMailbox(path)).toEqual({
      ok: false,
      error: { type: "mailbox-not-found", path },
    });
  });
});

describe("npm start", () => {
  it("ends with 2 for an option or a port that is none, with 1 for a mailbox that is not there", async () => {
    expect(await main(["--colour", "blue"])).toBe(2);
    expect(await main(["--port", "70000"])).toBe(2);
    expect(await main(["--mailbox", join(folder, "nowhere")])).toBe(1);
  });
});
