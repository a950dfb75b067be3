import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { startBrowsers } from "../../hosts/outlook/chromium.ts";
import type { Browsers } from "../../hosts/outlook/chromium.ts";
import { OTHER, REPLY } from "../../hosts/outlook/fixtures/tiny-pane.ts";
import { openOutlook } from "../../hosts/outlook/outlook.ts";
import type { OpenOptions, Outlook } from "../../hosts/outlook/outlook.ts";
import { compoundFile, msgProperties } from "../../fixtures/msg-file.ts";
import { buildAdapterPage, closeHeard } from "./adapter-pages.ts";
import type { BuiltPage } from "./adapter-pages.ts";

let browsers: Browsers;
let built: BuiltPage;
let open: Outlook[] = [];

beforeAll(async () => {
  browsers = startBrowsers();
  built = await buildAdapterPage();
}, 120_000);
afterEach(async () => {
  await Promise.all(open.map(closeHeard));
  open = [];
});
afterAll(async () => {
  await browsers.close();
  await built.remove();
});

const opened = async (options: Partial<OpenOptions> = {}): Promise<Outlook> => {
  const outlook = await openOutlook({ browsers, dist: built.dist, item: REPLY, ...options });
  open.push(outlook);
  await outlook.pane.evaluate(() => window.adapter);
  return outlook;
};

describe("files dropped on the pane", () => {
  const MSG = compoundFile(
    msgProperties({ "001A": "IPM.Note", "0037": "Non remis", "1000": "Inconnu" }, 32),
  );
  const read = (outlook: Outlook) =>
    outlook.pane.evaluate(async () => {
      const adapter = await window.adapter;
      const found = await Promise.all(window.dropped.map((file) => adapter.readDropped(file)));
      return found.map((one) =>
        one.ok
          ? [one.value.obtained, window.textOf(one.value.bytes).slice(0, 28)]
          : [one.error.type],
      );
    });

  it.each(["event", "page"] as const)("come by the %s, as mails or as words", async (by) => {
    const outlook = await opened();
    await outlook.drop(
      [
        { name: "reponse.eml", bytes: Buffer.from(REPLY) },
        { name: "non remis.msg", bytes: MSG },
        { name: "facture.pdf", bytes: Buffer.from("%PDF-1.7\n\nBonjour") },
        { name: "abime.msg", bytes: MSG.slice(0, 900) },
      ],
      by,
    );
    await outlook.pane.waitForFunction(() => window.dropped.length === 4);
    expect(await read(outlook)).toEqual([
      ["regenerated", "Received: from mx.nordis.exa"],
      ["reconstructed", "X-Relance-Reconstructed: yes"],
      ["dropped-not-a-mail"],
      ["dropped-msg-unreadable"],
    ]);
    // The browser would have shown the file in the pane's place.
    expect(outlook.pane.url()).toContain("index.html");
  });
});

describe("several selected mails", () => {
  it("are read one after another, each let go of before the next", async () => {
    const outlook = await opened({ permission: "ReadWriteMailbox" });
    const heard = outlook.pane.evaluate(
      async () =>
        new Promise((resolve) => {
          void window.adapter.then((adapter) =>
            adapter.onSelection(() => {
              resolve(true);
            }),
          );
        }),
    );
    await expect.poll(() => outlook.pane.evaluate(() => window.items.length)).toBe(1);
    await outlook.setSelected([REPLY, OTHER]);
    const found = await outlook.pane.evaluate(async () => {
      const adapter = await window.adapter;
      const selected = await adapter.selected();
      if (!selected.ok) return selected.error;
      const whole = await Promise.all(selected.value.map((one) => adapter.readSelected(one)));
      return selected.value.map((one, index) => {
        const mail = whole[index];
        return [one.subject, one.internetMessageId, mail?.ok === true && mail.value.obtained];
      });
    });
    expect(found).toEqual([
      ["RE: Facture 118 - échéance", "<m1@nordis.example>", "regenerated"],
      ["Diner", "<m2@other.example>", "regenerated"],
    ]);
    const names = outlook.calls.map((one) => one.name).slice(-6);
    const once = ["loadItemByIdAsync", "getAsFileAsync", "unloadAsync"];
    expect(names).toEqual([...once, ...once]);
    expect(await heard).toBe(true);
  });

  it("are let go of where they cannot be read, and are not to be had with the narrow manifest", async () => {
    const outlook = await opened({ permission: "ReadWriteMailbox" });
    await outlook.fail("getAsFileAsync", 9042, 1);
    const outcome = await outlook.pane.evaluate(async () => {
      const adapter = await window.adapter;
      const selected = await adapter.selected();
      if (!selected.ok || selected.value[0] === undefined) return [];
      const first = await adapter.readSelected(selected.value[0]);
      return [first.ok, (await adapter.readSelected(selected.value[0])).ok];
    });
    expect(outcome).toEqual([false, true]);
    const narrow = await opened();
    const refused = await narrow.pane.evaluate(async () => (await window.adapter).selected());
    expect(refused).toEqual({ ok: false, error: { type: "unsupported", ability: "several" } });
  });
});

describe("a dialog", () => {
  it("speaks to the pane, hears it, and is missed when it is closed", async () => {
    const outlook = await opened();
    await outlook.pane.evaluate(async () => {
      const adapter = await window.adapter;
      document.querySelector("#desk")?.addEventListener("click", () => {
        void adapter.openDialog("https://relance.example/dialog.html").then((dialog) => {
          if (!dialog.ok) {
            window.said.push(dialog.error.type);
            return;
          }
          dialog.value.onClosed(() => {
            window.said.push("closed");
          });
          dialog.value.onMessage((text) => {
            window.said.push(text);
            if (text === "ready") dialog.value.send("bonjour");
          });
        });
      });
    });
    await outlook.pane.click("#desk");
    const dialog = await outlook.dialogs.next();
    await outlook.pane.waitForFunction(() => window.said.length >= 2);
    await dialog.close();
    await outlook.pane.waitForFunction(() => window.said.length >= 3);
    expect(await outlook.pane.evaluate(() => window.said)).toEqual([
      "ready",
      "heard bonjour",
      "closed",
    ]);
  });

  it("that the browser stops is asked for again with Outlook's own question, then refused", async () => {
    const outlook = await opened();
    await outlook.fail("displayDialogAsync", 12_011);
    const refused = await outlook.pane.evaluate(async () =>
      (await window.adapter).openDialog("https://relance.example/dialog.html"),
    );
    expect(refused).toMatchObject({ ok: false, error: { type: "failed", code: 12_011 } });
  });
});

describe("the theme", () => {
  it("is Outlook's own, and follows it", async () => {
    const outlook = await opened({ theme: "dark" });
    const theme = () =>
      outlook.pane.evaluate(async () => (await window.adapter).client.theme.peek());
    expect(await theme()).toBe("dark");
    await outlook.setTheme("light");
    await expect.poll(theme).toBe("light");
  });
});
