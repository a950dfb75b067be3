import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { headersOf } from "#outlook/manifest/headers.ts";
import { ensureProgram } from "../../../scripts/programs.mjs";
import { openOutlook } from "../../hosts/outlook/outlook.ts";
import type { Outlook } from "../../hosts/outlook/outlook.ts";

describe("the built pane under the headers that we ask for", () => {
  let outlook: Outlook;

  beforeAll(async () => {
    outlook = await openOutlook({
      dist: await ensureProgram("outlook"),
      file: "pane/index.html",
      headers: headersOf("pane/index.html"),
      item: null,
    });
  }, 120_000);

  afterAll(async () => {
    await outlook.close();
  });

  it("is framed by Outlook, loads office.js and paints", async () => {
    await outlook.pane.locator("main:not([aria-busy=true]), form, button").first().waitFor();
    expect(await outlook.pane.evaluate(() => typeof Office.context.mailbox)).toBe("object");
  });

  it("has nothing refused but what office.js tells Microsoft of itself", () => {
    const refused = outlook.faults.filter((fault) => /content security policy/i.test(fault));
    expect(refused.filter((fault) => !fault.includes("browser.pipe.aria.microsoft.com"))).toEqual(
      [],
    );
    expect(outlook.asked.foreign).toEqual([]);
    expect(outlook.asked.missing).toEqual([]);
  });
});
