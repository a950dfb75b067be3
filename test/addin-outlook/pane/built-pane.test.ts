import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildOutlook } from "../../../scripts/outlook-build.mjs";
import { startBrowsers } from "../../hosts/outlook/chromium.ts";
import type { Browsers } from "../../hosts/outlook/chromium.ts";
import { openOutlook } from "../../hosts/outlook/outlook.ts";
import type { OpenOptions, Outlook } from "../../hosts/outlook/outlook.ts";

const dist = mkdtempSync(join(tmpdir(), "relance-outlook-"));
const mail = (name: string): Uint8Array =>
  new Uint8Array(
    readFileSync(join(import.meta.dirname, "../../../src/workbench/sample/mail", name)),
  );
const REPLY = mail("063-nordis-virement-fin-de-semaine.eml");

let browsers: Browsers;
let outlook: Outlook | null = null;

beforeAll(async () => {
  await buildOutlook(dist);
  browsers = startBrowsers();
}, 120_000);
afterAll(async () => {
  await outlook?.close();
  await browsers.close();
  rmSync(dist, { recursive: true, force: true });
});

const opened = async (options: Partial<OpenOptions> = {}): Promise<Outlook> => {
  await outlook?.close();
  outlook = await openOutlook({
    browsers,
    dist,
    file: "pane/index.html",
    item: REPLY,
    language: "fr-FR",
    width: 320,
    ...options,
  });
  return outlook;
};

describe("the built pane in Outlook", () => {
  it("opens beside a mail, in Outlook's language, and says what comes first", async () => {
    const { pane, faults, unknown } = await opened();
    await pane.getByText("Commencer").first().waitFor();
    expect(await pane.locator("html").getAttribute("lang")).toBe("fr");
    expect(faults).toEqual([]);
    expect(unknown).toEqual([]);
  });

  it("asks for no more than its first code while Outlook has not given the mail", async () => {
    const { pane, calls, asked, slow } = await opened({ waits: false });
    slow("body.getAsync", 1_000);
    await expect
      .poll(() => calls.some(({ name }) => name === "body.getAsync"), { timeout: 20_000 })
      .toBe(true);
    await pane.waitForTimeout(500);
    const scripts = asked.served.map(({ path }) => path).filter((path) => path.endsWith(".js"));
    expect(scripts.map((path) => path.replace(/-.{8}\.js$/, ""))).toEqual([
      "code/pane",
      "code/first",
    ]);
    await pane.getByText("Commencer").first().waitFor();
  });

  it("shows its desk in a dialog that has no store of its own", async () => {
    const { pane, dialogs, faults } = await opened();
    await pane.locator('[data-key="strip/menu"]').click();
    await pane.getByText("Ouvrir le bureau").click();
    const dialog = await dialogs.next();
    await dialog.frame.getByText("Balance âgée").first().waitFor();
    expect(faults).toEqual([]);
  });

  it("starts where storage is refused, and says that nothing is kept", async () => {
    const { pane } = await opened({ storage: "refused" });
    await pane.getByText("L'enregistrement est interdit ici").waitFor();
    expect(await pane.locator('[data-key="notice/storage"]').textContent()).toContain("sauvegarde");
  });
});
