import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Message } from "#shared/mail/message.ts";
import { messageSourceContract } from "../../contracts/message-sources.ts";
import { rawOf } from "../../fixtures/mail-shapes.ts";
import { startBrowsers } from "../../hosts/outlook/chromium.ts";
import type { Browsers } from "../../hosts/outlook/chromium.ts";
import { OTHER, REPLY } from "../../hosts/outlook/fixtures/tiny-pane.ts";
import { createMailbox } from "../../hosts/outlook/mailbox.ts";
import { openOutlook } from "../../hosts/outlook/outlook.ts";
import type { OpenOptions, Outlook } from "../../hosts/outlook/outlook.ts";
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
  return outlook;
};

/** What the port gives of an open mail. */
const readOpen = (outlook: Outlook) =>
  outlook.pane.evaluate(async () => (await window.adapter).readMessage(window.openItem()));
const evidence = (outlook: Outlook) =>
  outlook.pane.evaluate(async () => {
    const found = await (await window.adapter).evidence(window.openItem());
    return found.ok
      ? { obtained: found.value.obtained, text: window.textOf(found.value.bytes) }
      : found.error;
  });
/** Until the host has answered all that it was asked: its answers go nowhere once the window is closed. */
const answered = (outlook: Outlook) =>
  expect.poll(() => outlook.calls.filter((one) => one.endedAt === null)).toEqual([]);
const lastItem = (outlook: Outlook) => outlook.pane.evaluate(() => window.items.at(-1) ?? null);

describe("Outlook, opened", () => {
  it("says who and what it is, and what it can do", async () => {
    const outlook = await opened();
    const client = await outlook.pane.evaluate(async () => {
      const { platform, language, address, name, can } = (await window.adapter).client;
      return { platform, language, address, name, can };
    });
    expect(client).toMatchObject({
      platform: "web",
      language: "fr-FR",
      address: "julien@ferronnerie-delorme.example",
      name: "Julien Delorme",
    });
    const cannot = Object.entries(client.can).filter(([, can]) => !can);
    expect(cannot.map(([ability]) => ability)).toEqual(["new-categories", "several"]);
    expect(outlook.unknown).toEqual([]);
    expect(outlook.faults).toEqual([]);
  });

  it("is refused in words of ours where it is too old, or where there is none", async () => {
    const old = await opened({ client: { set: "1.5" } });
    await old.pane.waitForFunction(() => window.refused !== null);
    expect(await old.pane.evaluate(() => window.refused)).toMatchObject({
      type: "outlook-too-old",
    });
    const alone = await old.context.newPage();
    await alone.goto("https://relance.example/index.html");
    await alone.waitForFunction(() => window.refused !== null);
    expect(await alone.evaluate(() => window.refused)).toEqual({ type: "not-in-outlook" });
  });

  it("knows the wider permission of its manifest without asking the mailbox", async () => {
    const outlook = await opened({ permission: "ReadWriteMailbox" });
    const can = await outlook.pane.evaluate(async () => (await window.adapter).client.can);
    expect(can).toMatchObject({ "new-categories": true, several: true });
    expect(outlook.calls.map((one) => one.name)).not.toContain("masterCategories.getAsync");
  });
});

describe("the open item", () => {
  it("follows the pinned pane over mails, drafts and nothing, each under a key of its own", async () => {
    const outlook = await opened();
    await outlook.pane.evaluate(() => window.adapter);
    await outlook.selectItem(OTHER);
    await outlook.selectItem(null);
    await outlook.selectItem({ compose: { subject: "Rappel" } });
    await outlook.pane.waitForFunction(() => window.items.at(-1)?.from != null);
    const items = await outlook.pane.evaluate(() => window.items);
    expect(items.map((one) => [one?.mode ?? null, one?.subject ?? null])).toEqual([
      ["read", "RE: Facture 118 - échéance"],
      ["read", "Diner"],
      [null, null],
      ["compose", ""],
      ["compose", "Rappel"],
    ]);
    expect(new Set(items.flatMap((one) => (one === null ? [] : [one.key]))).size).toBe(3);
    expect(items[0]).toMatchObject({
      internetMessageId: "<m1@nordis.example>",
      from: "julien@ferronnerie-delorme.example",
      isShared: false,
    });
    expect(items.at(-1)).toMatchObject({ from: "julien@ferronnerie-delorme.example", id: null });
  });

  it("of another mailbox says so, whose it is, and by which path Graph knows it", async () => {
    const outlook = await opened();
    await outlook.pane.evaluate(() => window.adapter);
    const team = createMailbox({ address: "Compta@ferronnerie-delorme.example", name: "Compta" });
    await outlook.selectItem(REPLY, { mailbox: team, permissions: 63 });
    await outlook.pane.waitForFunction(() => window.items.at(-1)?.from != null);
    expect(await lastItem(outlook)).toMatchObject({
      isShared: true,
      from: "compta@ferronnerie-delorme.example",
    });
    const graph = await outlook.pane.evaluate(async () =>
      (await window.adapter).graphItem(window.openItem()),
    );
    expect(graph?.mailbox).toBe("compta@ferronnerie-delorme.example");
    expect(graph?.id).toMatch(/^AAMkAGI2T_-/);
  });

  it("without an id, as on Mac at times, is read all the same and has no path to Graph", async () => {
    const outlook = await opened({ client: { platform: "Mac", hidesIds: true } });
    const graph = await outlook.pane.evaluate(async () =>
      (await window.adapter).graphItem(window.openItem()),
    );
    expect(graph).toBeNull();
    expect(await readOpen(outlook)).toMatchObject({
      ok: true,
      value: { messageId: "m1@nordis.example" },
    });
    const can = await outlook.pane.evaluate(async () => (await window.adapter).client.can);
    expect(can.download).toBe(false);
  });
});

describe("a mail, read", () => {
  it("has its headers, text and HTML by three calls at once", async () => {
    const outlook = await opened();
    outlook.slow("getAllInternetHeadersAsync", 100);
    outlook.slow("body.getAsync", 100);
    const read = await readOpen(outlook);
    expect(read).toMatchObject({
      ok: true,
      value: {
        messageId: "m1@nordis.example",
        inReplyTo: ["r1@ferronnerie-delorme.example"],
        replyTo: [{ address: "compta@nordis.example" }],
        sentAt: "2026-11-20T09:12:00+01:00",
        attachments: [{ name: "avis.pdf", type: "application/pdf" }],
      },
    });
    expect(outlook.calls.map((one) => one.name)).toEqual([
      "getAllInternetHeadersAsync",
      "body.getAsync",
      "body.getAsync",
    ]);
    expect(outlook.mostAtOnce()).toBe(3);
  });

  it("without headers says what it does not know; without a body it is refused", async () => {
    const outlook = await opened();
    await outlook.fail("getAllInternetHeadersAsync", 9042);
    const read = await readOpen(outlook);
    expect(read.ok && read.value.unknown).toContain("headers");
    expect(read.ok && read.value.from?.address).toBe("julie@nordis.example");
    await outlook.fail("body.getAsync", 9041);
    expect(await readOpen(outlook)).toEqual({ ok: false, error: { type: "offline" } });
  });

  it("is refused at once when another is opened meanwhile", async () => {
    const outlook = await opened();
    outlook.slow("body.getAsync", 1_000);
    const reading = readOpen(outlook);
    await expect.poll(() => outlook.calls.length).toBe(3);
    await outlook.selectItem(OTHER);
    expect(await reading).toEqual({ ok: false, error: { type: "item-changed" } });
    await outlook.heal();
    expect(await readOpen(outlook)).toMatchObject({
      ok: true,
      value: { messageId: "m2@other.example" },
    });
    await answered(outlook);
  });
});

describe("the evidence", () => {
  it("is the mail as Exchange gives it", async () => {
    const outlook = await opened();
    const found = await evidence(outlook);
    expect(found).toMatchObject({ obtained: "regenerated" });
    expect("text" in found && found.text).toContain("Message-ID: <m1@nordis.example>");
  });

  it("is asked for once more where it fails with 5001, and only once", async () => {
    const outlook = await opened();
    await outlook.fail("getAsFileAsync", 5001, 1);
    expect(await evidence(outlook)).toMatchObject({ obtained: "regenerated" });
    expect(outlook.calls.filter((one) => one.name === "getAsFileAsync")).toHaveLength(2);
  });

  it("is put together, and says so, where Exchange gives none", async () => {
    for (const client of [{ set: "1.13" }, {}]) {
      const outlook = await opened({ client });
      await outlook.fail("getAsFileAsync", 5001);
      const found = await evidence(outlook);
      expect(found).toMatchObject({ obtained: "reconstructed" });
      const text = "text" in found ? found.text : "";
      expect(text.startsWith("X-Relance-Reconstructed: yes\r\n")).toBe(true);
      expect(text).toContain("In-Reply-To: <r1@ferronnerie-delorme.example>");
      expect(text).toContain("JVBERi0xLjcK");
    }
  });

  it("names the files that a policy withholds", async () => {
    const outlook = await opened({ client: { set: "1.13" } });
    await outlook.fail("getAttachmentContentAsync", 9042);
    const found = await evidence(outlook);
    expect("text" in found && found.text).toContain("X-Relance-Missing: avis.pdf");
    await answered(outlook);
  });

  it("is not made do with while there is no network", async () => {
    const outlook = await opened();
    await outlook.fail("getAsFileAsync", 9041);
    expect(await evidence(outlook)).toEqual({ type: "offline" });
  });
});

describe("the messages that Outlook gives", () => {
  let reader: Promise<Outlook> | null = null;
  afterAll(async () => {
    await (await reader)?.close();
  });

  messageSourceContract(
    "Outlook, through office.js,",
    async (mail): Promise<Message> => {
      reader ??= openOutlook({ browsers, dist: built.dist });
      const outlook = await reader;
      await outlook.pane.evaluate(() => window.adapter);
      await outlook.selectItem(rawOf(mail));
      const read = await readOpen(outlook);
      if (!read.ok) throw new Error(read.error.type);
      return read.value;
    },
    ["messageId", "offset", "text", "html", "attachments", "report"],
  );
});
