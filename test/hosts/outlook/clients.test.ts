import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { startBrowsers } from "./chromium.ts";
import type { Browsers } from "./chromium.ts";
import { call, heard, listen, read, REPLY, TINY_ADDIN } from "./fixtures/tiny-pane.ts";
import { createMailbox } from "./mailbox.ts";
import { openOutlook } from "./outlook.ts";
import type { OpenOptions, Outlook } from "./outlook.ts";

let browsers: Browsers;
let outlook: Outlook;

const open = async (options: Partial<OpenOptions> = {}): Promise<void> => {
  outlook = await openOutlook({ browsers, dist: TINY_ADDIN, item: REPLY, ...options });
};

beforeAll(() => {
  browsers = startBrowsers();
});
afterEach(() => outlook.close());
afterAll(() => browsers.close());

describe("what a manifest allows", () => {
  it("is held to by office.js itself: reading alone does not change the item", async () => {
    await open({ permission: "ReadItem" });
    expect(await call(outlook, "item.categories.addAsync", ["Relance"])).toMatchObject({
      status: "threw",
      message: expect.stringContaining("categories.addAsync") as unknown,
    });
    expect((await call(outlook, "item.body.getAsync", "text")).status).toBe("succeeded");
  });

  it("keeps the mailbox's own categories and selections for the widest permission", async () => {
    await open();
    for (const path of ["mailbox.masterCategories.getAsync", "mailbox.getSelectedItemsAsync"])
      expect((await call(outlook, path)).status).toBe("threw");
  });
});

describe("an older client", () => {
  it("says what it has, and refuses what is newer than it", async () => {
    await open({ client: { set: "1.5" } });
    const isSet = (set: string): Promise<unknown> =>
      outlook.pane.evaluate(`Office.context.requirements.isSetSupported("Mailbox", "${set}")`);
    expect([await isSet("1.5"), await isSet("1.8")]).toEqual([true, false]);
    expect((await call(outlook, "item.body.getAsync", "text")).status).toBe("succeeded");
    expect((await call(outlook, "item.getAllInternetHeadersAsync")).status).toBe("failed");
  });

  it("of 1.8 gives headers, and no file of the mail", async () => {
    await open({ client: { set: "1.8" }, auth: "none" });
    expect((await call(outlook, "item.getAllInternetHeadersAsync")).status).toBe("succeeded");
    expect((await call(outlook, "item.getAsFileAsync")).status).toBe("failed");
    expect(
      await outlook.pane.evaluate(
        `Office.context.requirements.isSetSupported("NestedAppAuth", "1.1")`,
      ),
    ).toBe(false);
    expect(await outlook.pane.evaluate(`"nestedAppAuthBridge" in window`)).toBe(false);
  });
});

describe("a client's own ways", () => {
  it("are its platform, its language, its theme, and items without an id", async () => {
    await open({
      client: { platform: "Mac", hidesIds: true },
      language: "en-GB",
      theme: "dark",
      width: 450,
    });
    expect(await read(outlook, "item.itemId")).toBeNull();
    expect(await read(outlook, "context.platform")).toBe("Mac");
    expect(await read(outlook, "context.displayLanguage")).toBe("en-GB");
    expect(await read(outlook, "context.officeTheme")).toMatchObject({ isDarkTheme: true });
    expect(await outlook.pane.evaluate("innerWidth")).toBe(450);
  });

  it("lets the theme change while the pane is open", async () => {
    await open();
    await listen(outlook, "officeThemeChanged");
    await outlook.setTheme("dark");
    expect(await heard(outlook, 1)).toMatchObject([{ theme: { isDarkTheme: true } }]);
    expect(await read(outlook, "context.officeTheme")).toMatchObject({ isDarkTheme: true });
    expect(await outlook.pane.evaluate("matchMedia('(prefers-color-scheme: dark)').matches")).toBe(
      true,
    );
  });
});

describe("what goes wrong", () => {
  it("fails any call by its name, as often as wished", async () => {
    await open();
    await outlook.fail("getAsFileAsync", 5001, 1);
    expect(await call(outlook, "item.getAsFileAsync")).toMatchObject({
      status: "failed",
      code: 5001,
    });
    expect((await call(outlook, "item.getAsFileAsync")).status).toBe("succeeded");
    expect(outlook.calls.map(({ name, code }) => [name, code])).toEqual([
      ["getAsFileAsync", 5001],
      ["getAsFileAsync", null],
    ]);
  });

  it("keeps calls waiting, and tells how many were under way at once", async () => {
    await open();
    outlook.slow("body.getAsync", 60);
    outlook.slow("getAllInternetHeadersAsync", 60);
    await Promise.all([
      call(outlook, "item.body.getAsync", "text"),
      call(outlook, "item.body.getAsync", "html"),
      call(outlook, "item.getAllInternetHeadersAsync"),
      call(outlook, "item.categories.getAsync"),
    ]);
    expect(outlook.mostAtOnce()).toBe(4);
    expect(outlook.calls.every(({ endedAt }) => endedAt !== null)).toBe(true);
  });

  it("answers nothing at all, where that is asked", async () => {
    await open();
    outlook.slow("body.getAsync", Number.POSITIVE_INFINITY);
    const late = new Promise((resolve) => {
      setTimeout(resolve, 150, "waiting");
    });
    expect(await Promise.race([call(outlook, "item.body.getAsync", "text"), late])).toBe("waiting");
  });

  it("has no network, and then has it again", async () => {
    await open();
    await outlook.setOffline(true);
    expect((await call(outlook, "item.getAllInternetHeadersAsync")).code).toBe(9041);
    expect((await call(outlook, "item.body.getAsync", "text")).status).toBe("succeeded");
    expect(await outlook.pane.evaluate("navigator.onLine")).toBe(false);
    await outlook.heal();
    expect((await call(outlook, "item.getAllInternetHeadersAsync")).status).toBe("succeeded");
  });
});

describe("a mailbox of others", () => {
  it("says whose it is and what the person may do there", async () => {
    await open();
    const shared = createMailbox({
      address: "compta@ferronnerie-delorme.example",
      name: "Comptabilité",
      categories: ["Relance"],
    });
    expect(
      await outlook.pane.evaluate("typeof Office.context.mailbox.item.getSharedPropertiesAsync"),
    ).toBe("undefined");
    await listen(outlook, "olkItemSelectedChanged");
    await outlook.selectItem(REPLY, { mailbox: shared, permissions: 1 });
    expect((await call(outlook, "item.getSharedPropertiesAsync")).value).toMatchObject({
      owner: "compta@ferronnerie-delorme.example",
      targetMailbox: "compta@ferronnerie-delorme.example",
      delegatePermissions: 1,
    });
    expect((await call(outlook, "item.categories.addAsync", ["Relance"])).code).toBe(9038);
    expect(shared.mails).toHaveLength(1);
    expect(outlook.mailbox.mails).toHaveLength(1);
  });
});
