import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { join } from "node:path";
import { chromium } from "playwright-core";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { CHROMIUM_ARGS, findChromium } from "../../scripts/chromium.mjs";

const ROOT = join(import.meta.dirname, "../..");

/** `npm start` as a person runs it, on a port that the system chooses. */
export type Running = {
  readonly child: ChildProcess;
  /** What the terminal shows. */
  readonly said: () => string;
  /** A fresh address each time one is shown. */
  readonly address: () => Promise<string>;
  readonly stop: () => Promise<number | null>;
};

const ADDRESS = /http:\/\/127\.0\.0\.1:\d+\/\?key=[0-9a-f]+/g;

export const runWorkbench = async (args: readonly string[] = []): Promise<Running> => {
  const program = join(ROOT, "bin/relance.mjs");
  const child = spawn(process.execPath, [program, "workbench", ...args], {
    cwd: ROOT,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let text = "";
  let used = 0;
  const waiting = new Set<() => void>();
  const hear = (part: Buffer): void => {
    text += part.toString();
    for (const wake of waiting) wake();
  };
  child.stdout.on("data", hear);
  child.stderr.on("data", hear);
  const ended = new Promise<number | null>((resolve) => {
    child.once("exit", (code) => {
      resolve(code);
      for (const wake of waiting) wake();
    });
  });
  const next = (): Promise<void> =>
    new Promise((resolve) => {
      const wake = (): void => {
        waiting.delete(wake);
        resolve();
      };
      waiting.add(wake);
    });
  return {
    child,
    said: () => text,
    address: async () => {
      for (;;) {
        const found = [...text.matchAll(ADDRESS)].map(([match]) => match);
        const fresh = found[used];
        if (fresh !== undefined) {
          used += 1;
          return fresh;
        }
        if (child.exitCode !== null) throw new Error(text);
        await next();
      }
    },
    stop: () => {
      child.kill("SIGTERM");
      return ended;
    },
  };
};

export type Visit = {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Errors of the page, and what its policy refused. */
  readonly faults: readonly string[];
};

export const launch = async (): Promise<Browser> => {
  const executablePath = await findChromium();
  return chromium.launch({
    args: CHROMIUM_ARGS,
    ...(executablePath === undefined ? {} : { executablePath }),
  });
};

/** A browser of its own, with nothing kept. */
export const visit = async (
  browser: Browser,
  address: string,
  options: { readonly before?: string; readonly locale?: string } = {},
): Promise<Visit> => {
  const context = await browser.newContext({
    locale: options.locale ?? "fr-FR",
    viewport: { width: 1280, height: 800 },
  });
  if (options.before !== undefined) await context.addInitScript(options.before);
  const page = await context.newPage();
  const faults: string[] = [];
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") faults.push(message.text());
  });
  await page.goto(address);
  await page.waitForSelector(".wb-rows", { timeout: 30_000 });
  return { context, page, faults };
};

/** The row of a mail by the name of its file. */
export const openFile = async (page: Page, file: string): Promise<void> => {
  await page.click(`[data-file="${file}"]`);
  await page.waitForSelector(".wb-mail");
};

/** Files as if dropped on the page, by way of its own file field. */
export const addFiles = async (
  page: Page,
  files: readonly { readonly name: string; readonly bytes: Buffer }[],
): Promise<void> => {
  await page.setInputFiles(
    'input[type="file"][multiple]',
    files.map(({ name, bytes }) => ({ name, mimeType: "message/rfc822", buffer: bytes })),
  );
};
