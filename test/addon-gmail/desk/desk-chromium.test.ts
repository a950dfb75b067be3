import { readFile } from "node:fs/promises";
import type { Download, Frame, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { unzipBytes } from "#src/files/zip.ts";
import { makeGmail } from "../../../scripts/gmail-build.mjs";
import { valueOf } from "../../contracts/sample-entries.ts";
import { createAccount } from "../../hosts/apps-script/account.ts";
import { openWebAppPage } from "../../hosts/apps-script/chromium-page.ts";
import type { WebAppPage, WebAppPageOptions } from "../../hosts/apps-script/chromium-page.ts";
import { openProject } from "../../hosts/apps-script/host.ts";
import type { Project } from "../../hosts/apps-script/host.ts";
import { startBrowsers } from "../../hosts/outlook/chromium.ts";
import type { Browsers } from "../../hosts/outlook/chromium.ts";
import { csvOf } from "../ledger/desk.ts";

/** Each call parses two and a half megabytes of script in a fresh realm: slow where cores are shared. */
const WAIT = { timeout: 60_000 };

const downloaded = async (page: Page, click: () => Promise<void>): Promise<Download> => {
  const [download] = await Promise.all([page.waitForEvent("download", WAIT), click()]);
  return download;
};

describe("the desk in Chromium, as it is pushed", { timeout: 300_000 }, () => {
  let browsers: Browsers;
  let project: Project;
  let opened: WebAppPage;
  let frame: Frame;
  const open = async (options: WebAppPageOptions = {}): Promise<WebAppPage> => {
    const page = await openWebAppPage(project, { browsers, ...options });
    page.page.setDefaultTimeout(WAIT.timeout);
    return page;
  };
  beforeAll(async () => {
    browsers = startBrowsers();
    const { folders } = await makeGmail();
    const { "appsscript.json": manifest = "", ...files } = folders.get("gmail") ?? {};
    project = openProject({ files, manifest, account: createAccount() });
    opened = await open({ parameters: { page: "aged" } });
    ({ frame } = opened);
  }, 300_000);
  afterAll(async () => {
    await opened.close();
    await browsers.close();
  });

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
