import { readFile } from "node:fs/promises";
import { extname, join, normalize } from "node:path";
import type { BrowserContext, Route } from "playwright-core";
import { ajaxScript } from "./ajax.ts";
import { pageHtml } from "./host-page.ts";
import { HOST_ORIGIN } from "./protocol.ts";

const OFFICE_JS = join(import.meta.dirname, "../../../node_modules/@microsoft/office-js/dist");
const CDN = "https://appsforoffice.microsoft.com/lib/1/hosted/";
const TELEMETRY = "https://browser.pipe.aria.microsoft.com/";
const AJAX = "https://ajax.aspnetcdn.com/ajax/3.5/MicrosoftAjax.js";

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".xml": "application/xml",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
  ".wasm": "application/wasm",
};

export type Sites = {
  readonly addinOrigin: string;
  /** The built folder. */
  readonly dist: string;
  readonly language: string;
  /** Answers in place of the folder; what hosting would be told to send along. */
  readonly headers: Readonly<Record<string, string>>;
};

export type Asked = {
  /** Addresses that nobody here answers: what the add-in would contact besides its own server and Microsoft's. */
  readonly foreign: string[];
  /** Files of the add-in that are not in its folder. */
  readonly missing: string[];
  /** Files of the add-in in the order in which they were asked for, with their bytes. */
  readonly served: { readonly path: string; readonly bytes: number }[];
};

/** Every request of the browser is answered from here: no network, no certificate, and no byte of the build changed. */
export const serveSites = async (context: BrowserContext, sites: Sites): Promise<Asked> => {
  const asked: Asked = { foreign: [], missing: [], served: [] };
  await context.route("**/*", async (route) => {
    const url = route.request().url().split(/[?#]/)[0] ?? "";
    if (url.startsWith(`${HOST_ORIGIN}/`)) {
      await route.fulfill({ body: pageHtml(sites.language), contentType: "text/html" });
    } else if (url.startsWith(CDN)) {
      await serveFile(route, OFFICE_JS, url.slice(CDN.length).toLowerCase(), {});
    } else if (url === AJAX) {
      await route.fulfill({ body: `(${ajaxScript.toString()})()`, contentType: "text/javascript" });
    } else if (url.startsWith(`${sites.addinOrigin}/`)) {
      const path = url.slice(sites.addinOrigin.length + 1);
      const bytes = await serveFile(route, sites.dist, path, sites.headers);
      if (bytes === null) asked.missing.push(path);
      else asked.served.push({ path, bytes });
    } else if (url.startsWith(TELEMETRY)) {
      // office.js itself reports there; the add-in has no part in it.
      await route.fulfill({ status: 204 });
    } else {
      asked.foreign.push(url);
      await route.abort();
    }
  });
  return asked;
};

const serveFile = async (
  route: Route,
  folder: string,
  path: string,
  headers: Readonly<Record<string, string>>,
): Promise<number | null> => {
  const name = normalize(decodeURIComponent(path));
  try {
    if (name.startsWith("..")) throw new Error("outside of the folder");
    const body = await readFile(join(folder, name));
    const contentType = TYPES[extname(name)] ?? "application/octet-stream";
    await route.fulfill({ body, contentType, headers: { ...headers } });
    return body.length;
  } catch (cause) {
    if (route.request().isNavigationRequest() || cause instanceof Error) {
      await route.fulfill({ status: 404, body: "" });
      return null;
    }
    throw cause;
  }
};
