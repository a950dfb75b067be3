import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { startBrowsers } from "./chromium.ts";
import type { Browsers } from "./chromium.ts";
import type { CallResult } from "./fixtures/tiny-pane.ts";
import { call, REPLY, TINY_ADDIN } from "./fixtures/tiny-pane.ts";
import { openOutlook } from "./outlook.ts";
import type { OpenOptions, Outlook } from "./outlook.ts";

let browsers: Browsers;
let outlook: Outlook;

const open = async (options: Partial<OpenOptions> = {}): Promise<void> => {
  outlook = await openOutlook({ browsers, dist: TINY_ADDIN, item: REPLY, ...options });
};

const DIALOG = "https://relance.example/dialog.html";

const openDialog = (options: object): Promise<CallResult> =>
  outlook.pane.evaluate<CallResult, readonly [string, object]>(
    ([url, given]) =>
      (
        window as unknown as { openDialog: (url: string, options: object) => Promise<CallResult> }
      ).openDialog(url, given),
    [DIALOG, options],
  );

const said = async (count: number): Promise<unknown> => {
  await outlook.pane.waitForFunction(`dialogSaid.length >= ${String(count)}`);
  return outlook.pane.evaluate("dialogSaid");
};

beforeAll(() => {
  browsers = startBrowsers();
});
afterEach(() => outlook.close());
afterAll(() => browsers.close());

describe("a dialog", () => {
  it("in a window of its own speaks with the pane, both ways, until the person closes it", async () => {
    await open();
    expect((await openDialog({ promptBeforeOpen: false })).status).toBe("succeeded");
    const dialog = await outlook.dialogs.next();
    expect(dialog).toMatchObject({ kind: "window" });
    expect(await said(1)).toEqual(["prêt"]);
    await outlook.pane.evaluate("dialog.messageChild('bonjour')");
    await dialog.frame.waitForFunction("heard.includes('bonjour')");
    expect(await openDialog({ promptBeforeOpen: false })).toMatchObject({ code: 12_007 });
    await dialog.close();
    expect(await said(2)).toEqual(["prêt", 12_006]);
    expect(dialog.isClosed).toBe(true);
  });

  it("within Outlook's page does the same, and the pane closes it", async () => {
    await open();
    expect((await openDialog({ displayInIframe: true })).status).toBe("succeeded");
    const dialog = await outlook.dialogs.next();
    expect(dialog).toMatchObject({ kind: "inline" });
    expect(await said(1)).toEqual(["prêt"]);
    await outlook.pane.evaluate("dialog.messageChild('bonjour')");
    await dialog.frame.waitForFunction("heard.includes('bonjour')");
    await outlook.pane.evaluate("dialog.close()");
    await expect.poll(() => dialog.isClosed).toBe(true);
    expect((await openDialog({ displayInIframe: true })).status).toBe("succeeded");
    const again = await outlook.dialogs.next();
    await said(1);
    await again.close();
    expect(await said(2)).toEqual(["prêt", 12_006]);
  });

  it("is not opened where the browser blocks it, the person declines, or Outlook fails", async () => {
    await open({ client: { blocksPopups: true } });
    expect(await openDialog({ promptBeforeOpen: false })).toMatchObject({ code: 12_011 });
    await outlook.fail("displayDialogAsync", 12_009, 1);
    expect(await openDialog({ promptBeforeOpen: false })).toMatchObject({ code: 12_009 });
    expect(outlook.dialogs.opened).toEqual([]);
  });
});

const GIVE_FILE = `(() => {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob(["contenu"]));
  link.download = "sauvegarde.relance";
  document.body.append(link);
  link.click();
})()`;

describe("a download", () => {
  it("reaches the person with its name and its bytes", async () => {
    await open();
    const coming = outlook.nextDownload();
    await outlook.pane.evaluate(GIVE_FILE);
    const download = await coming;
    expect(download.name).toBe("sauvegarde.relance");
    expect(String(await download.bytes())).toBe("contenu");
  });

  it("does not come out of a client that forbids it", async () => {
    await open({ client: { downloads: false } });
    await outlook.pane.evaluate(GIVE_FILE);
    await outlook.page.waitForTimeout(200);
    expect(outlook.downloads).toEqual([]);
  });
});

const focused = (): Promise<unknown> => outlook.pane.evaluate("document.activeElement.id");

describe("the keyboard under office.js", () => {
  it("goes by Tab through what office.js knows, past a summary, and out of the pane", async () => {
    await open();
    await outlook.tabIn();
    expect(await focused()).toBe("first");
    const order = [];
    for (let step = 0; step < 2; step += 1) {
      await outlook.page.keyboard.press("Tab");
      order.push(await focused());
    }
    expect(order).toEqual(["second", "third"]);
    await outlook.page.keyboard.press("Tab");
    await expect.poll(() => outlook.told).toContain("tab-out");
    await expect.poll(() => outlook.page.evaluate("document.activeElement.id")).toBe("after");
    await outlook.tabIn(true);
    expect(await focused()).toBe("third");
  });

  it("tells Outlook of Esc and of shortcuts, and keeps Esc from the page's own ways", async () => {
    await open();
    await outlook.tabIn();
    await outlook.pane.evaluate(`
      window.wasKept = null;
      addEventListener("keydown", (event) => { if (event.key === "Escape") wasKept = event.defaultPrevented; }); null`);
    await outlook.page.keyboard.press("Escape");
    await outlook.page.keyboard.press("Control+k");
    await expect.poll(() => outlook.told).toContain("escape");
    expect(outlook.told).toContainEqual({
      keys: expect.objectContaining({ keyCode: 75, ctrlKey: true }) as unknown,
    });
    expect(await outlook.pane.evaluate("wasKept")).toBe(true);
    expect(outlook.told[0]).toBe("focused");
  });

  it("has neither History nor alerts, which office.js takes away", async () => {
    await open();
    expect(await outlook.pane.evaluate("typeof history.pushState")).toBe("object");
    expect(
      await outlook.pane.evaluate(
        `(() => { try { confirm("x"); return "asked"; } catch { return "threw"; } })()`,
      ),
    ).toBe("threw");
  });
});

const KEEP = `(async () => {
  const out = {};
  const attempt = async (name, work) => { try { out[name] = (await work()) ?? null; } catch (cause) { out[name] = cause.name; } };
  await attempt("local", () => { localStorage.setItem("k", "v"); return localStorage.getItem("k"); });
  await attempt("database", () => new Promise((tell, fail) => {
    const asked = indexedDB.open("essai");
    asked.onsuccess = () => { asked.result.close(); tell("v"); };
    asked.onerror = () => fail(asked.error);
  }));
  return out;
})()`;

describe("storage", () => {
  it("is an island of the pair of sites, kept when the pane opens again", async () => {
    await open();
    expect(await outlook.pane.evaluate(KEEP)).toEqual({ local: "v", database: "v" });
    const tab = await outlook.context.newPage();
    await tab.goto("https://relance.example/dialog.html");
    expect(await tab.evaluate("localStorage.getItem('k')")).toBeNull();
    await tab.close();
    const beside = await outlook.beside();
    expect(await beside.pane.evaluate("localStorage.getItem('k')")).toBe("v");
    outlook = await outlook.reopen();
    expect(await outlook.pane.evaluate("localStorage.getItem('k')")).toBe("v");
    expect((await call(outlook, "item.body.getAsync", "text")).status).toBe("succeeded");
  });

  it("is refused whole, and office.js is ready all the same", async () => {
    await open({ storage: "refused" });
    expect(await outlook.pane.evaluate(KEEP)).toEqual({
      local: "SecurityError",
      database: "UnknownError",
    });
  });
});

describe("the network", () => {
  it("tells whatever the add-in would ask of others, and serves no file that was not built", async () => {
    await open();
    await outlook.pane.evaluate(`fetch("https://elsewhere.example/x").catch(() => null)`);
    await outlook.pane.evaluate(`fetch("/none.js").then((answer) => answer.status)`);
    expect(outlook.asked.foreign).toContain("https://elsewhere.example/x");
    expect(outlook.asked.missing).toContain("none.js");
    expect(outlook.asked.served.map(({ path }) => path)).toEqual(
      expect.arrayContaining(["index.html", "pane.js"]) as unknown,
    );
  });
});
