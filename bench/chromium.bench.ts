import { readFile, rm } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import type * as playwright from "playwright-core";
import type * as vite from "vite";
import type * as browsers from "../scripts/chromium.mjs";
import { figure, quantile } from "./figure.ts";

/** Loaded as they lie on the disk: such tools cannot be bundled. */
const loaded = async (specifier: string): Promise<unknown> =>
  (await import(/* @vite-ignore */ specifier)) as unknown;

const ROOT = process.cwd();
const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
};

export const bench = async (): Promise<void> => {
  const { build } = (await loaded("vite")) as typeof vite;
  const { chromium } = (await loaded("playwright-core")) as typeof playwright;
  const { CHROMIUM_ARGS, ensureChromium } = (await loaded(
    pathToFileURL(join(ROOT, "scripts", "chromium.mjs")).href,
  )) as typeof browsers;
  const outDir = join(ROOT, ".build", "bench", `page-${String(process.pid)}`);
  await build({
    configFile: false,
    root: join(ROOT, "bench", "page"),
    base: "./",
    logLevel: "warn",
    publicDir: false,
    oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
    build: { target: "es2022", outDir, emptyOutDir: true, modulePreload: { polyfill: false } },
  });
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? "/", "http://localhost").pathname;
    const name = path === "/" ? "/index.html" : path;
    readFile(join(outDir, name)).then(
      (bytes) => {
        response.setHeader("content-type", TYPES[extname(name)] ?? "application/octet-stream");
        response.end(bytes);
      },
      () => {
        response.statusCode = 404;
        response.end();
      },
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/`;
  const browser = await chromium.launch({
    executablePath: await ensureChromium(),
    args: CHROMIUM_ARGS,
  });
  try {
    const context = await browser.newContext();
    const first = await context.newPage();
    await first.goto(address);
    const { n, write, read } = await first.evaluate(() => window.measured.fill(10_000));
    figure("entries written to IndexedDB in segments", write, "ms", { aim: 2_000, n });
    figure("entries read from IndexedDB", read, "ms", { aim: 1_000, n });
    const folded = await first.evaluate(() => window.measured.mount(3));
    figure("ledger folded from its log in a page", folded.driver - folded.begun, "ms", { n });
    await first.evaluate(() => window.measured.snapshotWritten());
    await first.close();

    const scripts: string[] = [];
    const page = await context.newPage();
    page.on("request", (request) => {
      if (request.resourceType() === "script") scripts.push(new URL(request.url()).pathname);
    });
    await page.goto(address);
    const cold = await page.evaluate(() => window.measured.mount(7));
    figure("ledger opened from its snapshot in a page", cold.driver - cold.begun, "ms", { n });
    figure("cold start until the claim is painted", cold.painted, "ms", { aim: 500, n });
    let bytes = 0;
    for (const script of scripts) bytes += gzipSync(await readFile(join(outDir, script))).length;
    figure("JavaScript loaded until then, gzipped", bytes / 1000, "kB", { aim: 60 });
    await page.waitForTimeout(3_000);
    const times = await page.evaluate(() => window.measured.openMails(50));
    figure("mail opened to its painted claim, median", quantile(times, 0.5), "ms", { aim: 50, n });
    figure("mail opened to its painted claim, p95", quantile(times, 0.95), "ms", { aim: 50, n });
  } finally {
    await browser.close();
    server.close();
    await rm(outDir, { recursive: true, force: true });
  }
};
