import { cp, mkdtemp, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Frame } from "playwright-core";
import { build } from "vite";
import { ensureProgram, ROOT } from "../../scripts/programs.mjs";
import { startBrowsers } from "../../test/hosts/outlook/chromium.ts";
import { createMailbox } from "../../test/hosts/outlook/mailbox.ts";
import { openOutlook } from "../../test/hosts/outlook/outlook.ts";
import type { Outlook } from "../../test/hosts/outlook/outlook.ts";
import { emailOf, messageIdOf } from "../../test/fixtures/big-ledger.ts";
import { figure, quantile } from "../figure.ts";
import { watchScript } from "./watch.ts";
import type { Painted } from "./watch.ts";

const ORIGIN = "https://relance.example";
const OWNER = { address: "claire@menuiserie-lacombe.example", name: "Claire Lacombe" };
const STARTS_AT = "2026-11-20T07:30:00.000Z";
const INVOICES = 10_000;
const OPENINGS = 7;
const CHANGES = 100;
const CHANGES_HEAP = 200;
const LIMIT_MS = 60_000;
/** The parts of the pane that are fetched when there is nothing better to do are there by then. */
const SETTLED_MS = 5_000;

/** An answer that nobody has read yet, of another debtor each time. */
const mailOf = (debtor: number): Uint8Array =>
  Buffer.from(
    [
      `From: Service comptable <${emailOf(debtor)}>`,
      `To: ${OWNER.name} <${OWNER.address}>`,
      "Subject: Re: Votre facture",
      "Date: Fri, 20 Nov 2026 08:00:00 +0100",
      `Message-ID: <new-${String(debtor)}@debiteur.example>`,
      `In-Reply-To: <${messageIdOf(debtor, 2)}>`,
      "MIME-Version: 1.0",
      "Content-Type: text/plain; charset=utf-8",
      "Content-Transfer-Encoding: 8bit",
      "",
      "Bonjour,",
      "",
      "Le virement de 1 250,00 € partira le vendredi 27 novembre.",
      "",
      "Cordialement",
      "",
    ].join("\r\n"),
  );

/** `office.js` is Microsoft's and of the page; what is counted is ours. */
type Opening = {
  readonly claim: number;
  readonly toClaim: readonly string[];
  readonly toTag: readonly string[];
};

type Change = { readonly claim: number; readonly host: number };

const painted = (pane: Frame, debtor: number, withTag: boolean): Promise<Painted> =>
  pane.evaluate(([name, tag]) => window.paneWatch.painted(name, tag), [
    `Débiteur ${String(debtor)} SARL`,
    withTag,
  ] as const);

/** Scripts of the add-in that were asked for before a moment of the pane's page. */
const scriptsUntil = (pane: Frame, moment: number): Promise<readonly string[]> =>
  pane.evaluate(
    ([until, origin]) =>
      performance
        .getEntriesByType("resource")
        .filter(({ name, startTime }) => startTime < until && name.startsWith(`${origin}/`))
        .map(({ name }) => new URL(name).pathname)
        .filter((path) => path.endsWith(".js")),
    [moment, ORIGIN] as const,
  );

const openedWith = async (pane: Frame, debtor: number): Promise<Opening> => {
  const [claim, tag] = await Promise.all([
    painted(pane, debtor, false),
    painted(pane, debtor, true),
  ]);
  const ready = await pane.evaluate(() => window.paneWatch.ready);
  if (ready === null) throw new Error("office.js did not call back");
  return {
    claim: claim.drawn - ready,
    toClaim: await scriptsUntil(pane, claim.stands),
    toTag: await scriptsUntil(pane, tag.stands),
  };
};

const change = async ({ pane, selectItem }: Outlook, debtor: number): Promise<Change> => {
  const [claim] = await Promise.all([painted(pane, debtor, false), selectItem(mailOf(debtor))]);
  const { changed, answered } = await pane.evaluate(() => ({ ...window.paneWatch, painted: null }));
  if (changed === null || answered === null) throw new Error("nothing was heard of Outlook");
  await painted(pane, debtor, true);
  return { claim: claim.drawn - changed, host: answered - changed };
};

/** The snapshot that is written behind the screen is whole. */
const snapshotWritten = async (pane: Frame, database: string): Promise<void> => {
  await pane.evaluate(async (name) => {
    const done = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.addEventListener("success", () => {
          resolve(request.result);
        });
        request.addEventListener("error", () => {
          reject(new Error(String(request.error)));
        });
      });
    const opened = await done(indexedDB.open(name));
    for (;;) {
      const meta: unknown = await done(
        opened.transaction("cache").objectStore("cache").get("meta"),
      );
      if (JSON.stringify(meta ?? "").includes("arrival")) break;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    opened.close();
  }, database);
};

const gzipped = async (dist: string, paths: readonly string[]): Promise<number> => {
  let bytes = 0;
  for (const path of new Set(paths)) bytes += gzipSync(await readFile(join(dist, path))).length;
  return bytes / 1_000;
};

/** Kilobytes that are in use once all that can be collected is. */
const heap = async ({ context, page, pane }: Outlook): Promise<number> => {
  // A frame of another site is a process of its own, unless the browser keeps it with the page.
  const session = await context.newCDPSession(pane).catch(() => context.newCDPSession(page));
  await session.send("HeapProfiler.enable");
  for (let round = 0; round < 3; round += 1) await session.send("HeapProfiler.collectGarbage");
  const { usedSize } = await session.send("Runtime.getHeapUsage");
  await session.detach();
  return usedSize / 1_000;
};

/** The production build, and beside it a page of the same address that fills its store. */
const distWithSeed = async (): Promise<string> => {
  const dist = await mkdtemp(join(ROOT, ".build", "bench-outlook-"));
  await cp(await ensureProgram("outlook"), dist, { recursive: true });
  await build({
    configFile: false,
    root: join(ROOT, "bench", "outlook", "seed"),
    base: "./",
    logLevel: "warn",
    publicDir: false,
    build: {
      target: "es2022",
      outDir: join(dist, "seed"),
      emptyOutDir: true,
      modulePreload: { polyfill: false },
    },
  });
  return dist;
};

export const measure = async (): Promise<void> => {
  const dist = await distWithSeed();
  const browsers = startBrowsers();
  try {
    const mailbox = createMailbox(OWNER);
    const database = `relance-outlook-${OWNER.address}`;
    const seed = await openOutlook({
      dist,
      browsers,
      mailbox,
      addinOrigin: ORIGIN,
      file: "seed/index.html",
      waits: false,
    });
    await seed.pane.waitForFunction(() => "fillLedger" in window);
    const n = await seed.pane.evaluate(([name, invoices]) => window.fillLedger(name, invoices), [
      database,
      INVOICES,
    ] as const);
    await seed.context.addInitScript(watchScript, {
      addinOrigin: ORIGIN,
      startsAt: STARTS_AT,
      limitMs: LIMIT_MS,
    });
    let outlook = await seed.reopen({ file: "pane/index.html", waits: true, item: mailOf(0) });
    await painted(outlook.pane, 0, true);
    await snapshotWritten(outlook.pane, database);

    const openings: Opening[] = [];
    for (let debtor = 1; debtor <= OPENINGS; debtor += 1) {
      outlook = await outlook.reopen({ item: mailOf(debtor) });
      openings.push(await openedWith(outlook.pane, debtor));
      await outlook.pane.waitForTimeout(SETTLED_MS);
    }
    const cold = openings.map(({ claim }) => claim);
    figure("onReady to painted claim, median", quantile(cold, 0.5), "ms", { n });
    figure("onReady to painted claim, longest", quantile(cold, 1), "ms", { n });
    const [first] = openings;
    const toClaim = await gzipped(dist, first?.toClaim ?? []);
    const toTag = await gzipped(dist, first?.toTag ?? []);
    figure("JavaScript asked for until the claim is painted, gzipped", toClaim, "kB", { aim: 60 });
    figure("JavaScript asked for until the tag is painted, gzipped", toTag, "kB", { aim: 160 });

    let debtor = OPENINGS;
    const changes = async (count: number): Promise<readonly Change[]> => {
      const all: Change[] = [];
      for (let done = 0; done < count; done += 1) {
        debtor += 1;
        all.push(await change(outlook, debtor));
      }
      return all;
    };
    const all = await changes(CHANGES);
    const claims = all.map(({ claim }) => claim);
    const hosts = all.map(({ host }) => host);
    figure("ItemChanged to painted claim, median", quantile(claims, 0.5), "ms", { aim: 100, n });
    figure("ItemChanged to painted claim, p95", quantile(claims, 0.95), "ms", { aim: 100, n });
    figure("of it until Outlook has answered, median", quantile(hosts, 0.5), "ms", { n });
    const before = await heap(outlook);
    await changes(CHANGES_HEAP);
    const grown = (await heap(outlook)) - before;
    figure("heap a change of the item, after collection", grown / CHANGES_HEAP, "kB", { aim: 20 });
    await outlook.close();
  } finally {
    await browsers.close();
    await rm(dist, { recursive: true, force: true });
  }
};
