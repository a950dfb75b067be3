import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import { readFile, readdir } from "node:fs/promises";
import { createServer } from "node:http";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { extname, join } from "node:path";
import { PAGE_STYLE } from "#shared/drafting/print-page.ts";
import type { Mailbox } from "./mailbox.ts";
import { WIRE } from "./wire.ts";
import type { WireMailbox } from "./wire.ts";

/**
 * Serves real mail to one browser on this machine, so it trusts nobody: it listens on 127.0.0.1 alone; it answers only
 * where the Host header names that address (a page elsewhere that resolves its own name to 127.0.0.1 is refused); it
 * asks for a key that works once, then for the cookie that the key gave.
 */
export type Served = {
  readonly server: Server;
  /** A fresh address with a key that works once. */
  readonly address: () => string;
};

export type ServeOptions = {
  readonly port: number;
  readonly page: string;
  /** Reads the mailbox again: what came since it was opened is in it. */
  readonly mailbox: () => Promise<{ readonly about: WireMailbox; readonly mailbox: Mailbox }>;
  readonly invoices: Uint8Array | null;
  readonly story: Uint8Array | null;
  /** Called when a key was used, so that a person can be told the next address. */
  readonly onOpened: () => void;
};

const HEADERS = {
  "Content-Security-Policy": [
    "default-src 'none'",
    "script-src 'self'",
    // A letter to print is a page of ours in a tab of its own, which takes these rules over with its one sheet of styles.
    `style-src 'self' 'sha256-${createHash("sha256").update(PAGE_STYLE).digest("base64")}'`,
    "connect-src 'self'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join("; "),
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Referrer-Policy": "no-referrer",
  "X-Content-Type-Options": "nosniff",
  "Cache-Control": "no-store",
} as const;

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".woff2": "font/woff2",
  ".json": "application/json; charset=utf-8",
};

const COOKIE = "relance-workbench";

export const serve = async (options: ServeOptions): Promise<Served> => {
  const session = randomBytes(32).toString("hex");
  const keys = new Set<string>();
  const files = await pageFiles(options.page);
  let { mailbox } = await options.mailbox();
  const server = createServer((request, response) => {
    answer(request, response).catch((cause: unknown) => {
      // The reason stays on this machine's console; the page learns only that it failed.
      process.stderr.write(`${cause instanceof Error ? cause.message : String(cause)}\n`);
      if (!response.headersSent) send(response, 500, "text/plain", "500");
      else response.destroy();
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(options.port, "127.0.0.1", () => {
      resolve();
    });
  });
  const bound = server.address();
  const port = typeof bound === "object" && bound !== null ? bound.port : options.port;
  const hosts = [`127.0.0.1:${String(port)}`, `localhost:${String(port)}`];

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (!hosts.includes(request.headers.host ?? "")) {
      send(response, 421, "text/plain", "421");
      return;
    }
    if (request.method !== "GET" && request.method !== "HEAD") {
      send(response, 405, "text/plain", "405");
      return;
    }
    const url = new URL(request.url ?? "/", `http://${hosts[0] ?? ""}`);
    const key = url.searchParams.get("key");
    if (key !== null && keys.delete(key)) {
      response.setHeader("Set-Cookie", `${COOKIE}=${session}; HttpOnly; SameSite=Strict; Path=/`);
      response.writeHead(303, { ...HEADERS, Location: "/" }).end();
      options.onOpened();
      return;
    }
    if (!hasCookie(request, session)) {
      send(response, 401, "text/plain; charset=utf-8", REFUSED);
      return;
    }
    await route(url.pathname, response);
  };

  const route = async (path: string, response: ServerResponse): Promise<void> => {
    if (path === WIRE.mailbox) {
      const opened = await options.mailbox();
      mailbox = opened.mailbox;
      send(response, 200, "application/json; charset=utf-8", JSON.stringify(opened.about));
      return;
    }
    if (path === WIRE.invoices || path === WIRE.story) {
      const bytes = path === WIRE.invoices ? options.invoices : options.story;
      if (bytes === null) send(response, 404, "text/plain", "404");
      else send(response, 200, "application/octet-stream", bytes);
      return;
    }
    if (path.startsWith(WIRE.mail)) {
      const bytes = await mailbox.bytesOf(path.slice(WIRE.mail.length));
      if (bytes === null) send(response, 404, "text/plain", "404");
      else send(response, 200, "application/octet-stream", bytes);
      return;
    }
    const file = files.get(path === "/" ? "/index.html" : path);
    if (file === undefined) send(response, 404, "text/plain", "404");
    else
      send(response, 200, TYPES[extname(file)] ?? "application/octet-stream", await readFile(file));
  };

  return {
    server,
    address: () => {
      const key = randomBytes(16).toString("hex");
      keys.add(key);
      return `http://${hosts[0] ?? ""}/?key=${key}`;
    },
  };
};

const REFUSED = [
  "Cette adresse demande la clé affichée au démarrage de Relance (elle ne sert qu'une fois).",
  "This address asks for the key shown when Relance started (it works once).",
].join("\n");

const hasCookie = (request: IncomingMessage, session: string): boolean => {
  const found = (request.headers.cookie ?? "")
    .split(";")
    .map((pair) => pair.trim())
    .find((pair) => pair.startsWith(`${COOKIE}=`));
  const given = Buffer.from(found?.slice(COOKIE.length + 1) ?? "");
  const wanted = Buffer.from(session);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
};

const send = (
  response: ServerResponse,
  status: number,
  type: string,
  body: string | Uint8Array,
): void => {
  response.writeHead(status, { ...HEADERS, "Content-Type": type }).end(body);
};

/** The page's files by the path they are asked for: nothing else of this machine can be named. */
const pageFiles = async (folder: string): Promise<ReadonlyMap<string, string>> => {
  const files = new Map<string, string>();
  for (const item of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!item.isFile()) continue;
    const path = join(item.parentPath, item.name);
    files.set(path.slice(folder.length).split("\\").join("/"), path);
  }
  return files;
};
