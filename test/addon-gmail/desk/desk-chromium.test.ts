import { mkdtemp, readFile, rm, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Download, Frame, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { DeskState } from "#shared/app/desk/wire.ts";
import { invoiceIdOf } from "#shared/claims/ids.ts";
import { unzipBytes } from "#src/files/zip.ts";
import { ensureProgram } from "../../../scripts/programs.mjs";
import { valueOf } from "../../contracts/sample-entries.ts";
import { createAccount } from "../../hosts/apps-script/account.ts";
import { openWebAppPage } from "../../hosts/apps-script/chromium-page.ts";
import type { WebAppPage, WebAppPageOptions } from "../../hosts/apps-script/chromium-page.ts";
import { openProject } from "../../hosts/apps-script/host.ts";
import type { Project } from "../../hosts/apps-script/host.ts";
import { startBrowsers } from "../../hosts/outlook/chromium.ts";
import type { Browsers } from "../../hosts/outlook/chromium.ts";
import { asking, textsIn } from "../../journeys/gmail-pages.ts";
import { csvOf } from "../ledger/desk.ts";
import { noise } from "./desk-story.ts";

/** Each call parses two and a half megabytes of script in a fresh realm: slow where cores are shared. */
const WAIT = { timeout: 60_000 };

/** A scan: bytes that no packing makes shorter. */
const PDF = Buffer.concat([Buffer.from("%PDF-1.7\n"), noise(300_000)]);

const downloaded = async (page: Page, click: () => Promise<void>): Promise<Download> => {
  const [download] = await Promise.all([page.waitForEvent("download", WAIT), click()]);
  return download;
};

describe("the desk in Chromium, as it is pushed", { timeout: 300_000 }, () => {
  let browsers: Browsers;
  let project: Project;
  let opened: WebAppPage;
  let frame: Frame;
  let folder: string;
  const open = async (options: WebAppPageOptions = {}): Promise<WebAppPage> => {
    const page = await openWebAppPage(project, { browsers, ...options });
    page.page.setDefaultTimeout(WAIT.timeout);
    return page;
  };
  beforeAll(async () => {
    browsers = startBrowsers();
    folder = await mkdtemp(join(tmpdir(), "relance-desk-"));
    const { "appsscript.json": manifest = "", ...files } = await textsIn(
      join(await ensureProgram("gmail"), "gmail"),
    );
    project = openProject({ files, manifest, account: createAccount() });
    opened = await open({ parameters: { page: "aged" } });
    ({ frame } = opened);
    await opened.context.clock.setFixedTime(new Date(project.account.clock.now()));
  }, 300_000);
  afterAll(async () => {
    await opened.close();
    await browsers.close();
    await rm(folder, { recursive: true });
  });

  const openDebtor = async (name: string): Promise<void> => {
    await frame.click('[data-key="nav/debtors"]');
    await frame.getByRole("button", { name }).click();
  };
  const accountOf = async (name: string): Promise<string> => {
    await frame.click('[data-key="nav/debtors"]');
    const row = frame.locator("tr", { hasText: name }).first();
    return (await row.getAttribute("data-row-account")) ?? "";
  };
  /** What another device wrote: this page was told nothing of it. */
  const recorded = async (account: string, commands: readonly object[]): Promise<void> => {
    const ask = asking(project);
    for (const command of commands)
      await ask({
        ask: "run",
        name: "record-act",
        input: { account, command },
        bytes: new Map(),
      });
  };
  const steps = (numbers: readonly string[], ledger: string): readonly object[] => {
    const portions = numbers.map((number) => ({
      invoice: invoiceIdOf(ledger, number),
      portion: "p1",
    }));
    return [
      ["reminder-1", "2026-10-16", "declared"],
      ["reminder-2", "2026-11-02", "declared"],
      ["call", "2026-11-09", "called"],
    ].map(([step, on, how]) => ({
      type: "take-step",
      step,
      on,
      portions,
      how,
      exchange: null,
      draft: null,
    }));
  };
  /** Files that lie on the person's machine: the page alone reads them. */
  const fileOf = async (name: string, content: Buffer | number): Promise<string> => {
    const path = join(folder, name);
    await writeFile(path, typeof content === "number" ? "" : content);
    if (typeof content === "number") await truncate(path, content);
    return path;
  };
  const attach = async (path: string): Promise<void> => {
    await frame.setInputFiles('.rl-desk__detail input[type="file"]', path);
    await frame.click('.rl-desk__detail button[type="submit"]');
  };

  it("asks who one is, begins the ledger in Drive and takes in a file that the page has read", async () => {
    await frame.click('[data-key="first-run"]');
    await frame.click('[data-key="first-run/yes"]');
    await frame.fill("#rl-first-author", "Claire Lacombe");
    await frame.fill("#rl-first-name", "Menuiserie Lacombe SARL");
    await frame.fill("#rl-first-addresses", "claire@menuiserie-lacombe.example");
    await frame.click('button[type="submit"]');
    await frame.getByText("Le registre est ouvert.").first().waitFor(WAIT);
    await frame.click('[data-key="nav/import"]');
    await frame.setInputFiles('input[type="file"]', {
      name: "ouvert.csv",
      mimeType: "text/csv",
      buffer: Buffer.from(csvOf(3, 2)),
    });
    await frame.click('[data-key="import/write"]');
    await frame.click('[data-key="nav/debtors"]');
    await frame.getByText("Débiteur 3").first().waitFor(WAIT);
    expect(opened.faults).toEqual([]);
  });

  it("comes up again at the screen that a card's link names, with what Drive has", async () => {
    const again = await open({ parameters: { page: "aged" } });
    await again.frame.getByText("Débiteur 2").first().waitFor(WAIT);
    expect(await again.frame.locator("h1").innerText()).toBe("Balance âgée");
    expect(again.faults).toEqual([]);
    await again.close();
  });

  it("hands over a backup as a file that the page made", async () => {
    await frame.click('[data-key="nav/settings"]');
    const download = await downloaded(opened.page, () =>
      frame.click('[data-key="settings/backup"]'),
    );
    const bytes = new Uint8Array(await readFile(await download.path()));
    const names = [...valueOf(unzipBytes(bytes)).keys()];
    expect(names.filter((name) => name.startsWith("segments/")).length).toBeGreaterThan(0);
    expect(download.suggestedFilename()).toMatch(/^relance-\d{4}-\d{2}-\d{2}\.relance$/);
  });

  it("says what it cannot read of a file, and takes nothing of it in", async () => {
    await frame.click('[data-key="nav/import"]');
    const files = [
      ["factures.xlsx", Buffer.from("PK\u0003\u0004…"), "C'est un classeur"],
      ["factures.pdf", Buffer.from("%PDF-1.7\n%"), "C'est un PDF"],
      ["photo.jpg", Buffer.from([0xff, 0x00, 0xd8, 0x00]), "n'est pas du texte"],
      ["film.csv", 33 * 1024 * 1024, "dépasse 32 Mo"],
    ] as const;
    const calls = opened.executions.length;
    for (const [name, content, said] of files) {
      await frame.setInputFiles('input[type="file"]', await fileOf(name, content));
      await frame.getByText(said).first().waitFor(WAIT);
    }
    expect(opened.executions).toHaveLength(calls);
  });

  it("attaches a PDF to a claim and gives it back byte for byte, and a thread as a ZIP", async () => {
    await openDebtor("Débiteur 1");
    await frame.locator(".rl-desk__detail .rl-menu-anchor > button").last().click();
    await frame.getByRole("menuitem", { name: "Joindre une pièce" }).click();
    await attach(await fileOf("dossier-complet.pdf", 26 * 1024 * 1024));
    await frame.getByText("Ce fichier dépasse 25 Mo.").first().waitFor(WAIT);
    await attach(await fileOf("bon-de-livraison.pdf", PDF));
    await frame.locator('.rl-desk__detail input[type="file"]').waitFor({ state: "detached" });
    await frame.click('[data-key="view/timeline"]');
    const alone = await downloaded(opened.page, () =>
      frame.locator('[data-key^="exhibit/"][data-key$="/download"]').first().click(),
    );
    expect((await readFile(await alone.path())).equals(PDF)).toBe(true);
    const zip = await downloaded(opened.page, () => frame.click('[data-key="export-thread"]'));
    const members = valueOf(unzipBytes(new Uint8Array(await readFile(await zip.path()))));
    expect([...members.keys()]).toEqual(["chronologie.txt", "manifest-sha256.txt"]);
  });

  it("prints the statement of the law alone, from the frame that it runs in", async () => {
    await openDebtor("Débiteur 2");
    await frame.click('[data-key="view/law"]');
    await frame.click('[data-key="tab/statement"]');
    await frame.waitForSelector('[data-key="statement/print"]', WAIT);
    await frame.evaluate(() => {
      window.print = () => {
        document.title = "printed";
      };
    });
    await frame.click('[data-key="statement/print"]');
    expect(await frame.title()).toBe("printed");
    await opened.page.emulateMedia({ media: "print" });
    expect(await frame.locator(".rl-law__sheet").isVisible()).toBe(true);
    const around = frame.locator(".rl-desk__nav, .rl-desk__bar, .rl-button");
    expect(await around.filter({ visible: true }).count()).toBe(0);
    await opened.page.emulateMedia({ media: "screen" });
  });

  it("opens a draft in a window of Gmail's own", async () => {
    await frame.click('[data-key="nav/today"]');
    await frame.getByRole("button", { name: "Encours vérifié, à jour" }).click();
    await frame.getByRole("status").filter({ hasText: /./ }).first().waitFor(WAIT);
    const popup = opened.context.waitForEvent("page", WAIT);
    await frame.getByRole("button", { name: "Préparer le brouillon" }).first().click();
    const window = await popup;
    await expect
      .poll(() => opened.faults.some((one) => one.includes("mail.google.com")), WAIT)
      .toBe(true);
    const asked = opened.faults.filter((one) => one.startsWith("asked for "));
    expect(
      asked.every((one) => one.startsWith("asked for https://mail.google.com/mail/?view=cm")),
    ).toBe(true);
    await window.close();
  });

  it("opens a letter in a tab of its own to be printed, and keeps its very bytes", async () => {
    const account = await accountOf("Débiteur 3");
    const { tip } = await asking(project)<DeskState>({ ask: "hello" });
    await recorded(account, [
      { type: "correct-debtor", changes: { address: "1 rue des Bois, 24200 Sarlat" } },
      ...steps(["F3-1", "F3-2"], tip?.ledger ?? ""),
    ]);
    await openDebtor("Débiteur 3");
    await frame.getByText("Le registre vient d'être modifié ailleurs").first().waitFor(WAIT);
    await frame.click('[data-key="looked"]');
    // A file as well would say that no tab could be opened.
    const files: string[] = [];
    opened.page.on("download", (download) => files.push(download.suggestedFilename()));
    const popup = opened.context.waitForEvent("page", WAIT);
    await frame.getByRole("button", { name: "Imprimer la lettre" }).first().click();
    const letter = await popup;
    await letter.waitForURL(/^blob:/, WAIT);
    expect(await letter.locator("body").innerText()).toContain("F3-1");
    const kept = [...project.account.drive.byPath()].filter(
      ([path, { bytes }]) =>
        path.startsWith("Relance/vault/") &&
        bytes !== null &&
        Buffer.from(bytes).toString().includes("F3-1"),
    );
    expect(kept).toHaveLength(1);
    await frame.getByRole("status").filter({ hasText: /./ }).first().waitFor(WAIT);
    expect(files).toEqual([]);
  });

  it("never has a token, and asks nobody but the script", async () => {
    const html = await frame.content();
    expect(html).not.toMatch(/ya29\.|Bearer|access_?token/i);
    const others = opened.faults.filter(
      (one) => !one.includes("https://mail.google.com/mail/?view=cm"),
    );
    expect(others.filter((one) => one.startsWith("asked for"))).toEqual([]);
    expect(opened.executions.every(({ fault }) => fault === null)).toBe(true);
  });
});
