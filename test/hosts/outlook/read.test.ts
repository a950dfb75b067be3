import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startBrowsers } from "./chromium.ts";
import type { Browsers } from "./chromium.ts";
import { call, heard, listen, OTHER, read, REPLY, TINY_ADDIN } from "./fixtures/tiny-pane.ts";
import { openOutlook } from "./outlook.ts";
import type { Outlook } from "./outlook.ts";

let browsers: Browsers;
let outlook: Outlook;

beforeAll(async () => {
  browsers = startBrowsers();
  outlook = await openOutlook({ browsers, dist: TINY_ADDIN, item: REPLY });
});
afterAll(async () => {
  await outlook.close();
  await browsers.close();
});

describe("an open mail", () => {
  it("has the properties that Exchange makes of its bytes", async () => {
    expect(await read(outlook, "item.subject")).toBe("RE: Facture 118 - échéance");
    expect(await read(outlook, "item.normalizedSubject")).toBe("Facture 118 - échéance");
    expect(await read(outlook, "item.from")).toMatchObject({
      displayName: "Julie Martin",
      emailAddress: "julie@nordis.example",
    });
    expect(await read(outlook, "item.internetMessageId")).toBe("<m1@nordis.example>");
    expect(await read(outlook, "item.attachments")).toMatchObject([
      { name: "avis.pdf", attachmentType: "file", isInline: false },
    ]);
    expect(await read(outlook, "item.itemId")).toMatch(/[+/]/);
  });

  it("gives its text as Exchange makes it of HTML", async () => {
    expect(await call(outlook, "item.body.getAsync", "text")).toEqual({
      status: "succeeded",
      value: "Bonjour,\r\n\r\nLe virement part lundi<https://nordis.example/>.\r\n",
    });
    const { value } = await call(outlook, "item.body.getAsync", "html");
    expect(value).toContain("<p>Bonjour,</p>");
  });

  it("gives its header lines as they came, and what is attached", async () => {
    const { value } = await call(outlook, "item.getAllInternetHeadersAsync");
    expect(value).toContain("In-Reply-To: <r1@ferronnerie-delorme.example>\r\n");
    const { id } = outlook.mailbox.mails[0]!.files[0]!;
    const attached = await call(outlook, "item.getAttachmentContentAsync", id);
    expect(attached.value).toEqual({ format: "base64", content: "JVBERi0xLjcK" });
    expect((await call(outlook, "item.getAttachmentContentAsync", "none")).code).toBe(9003);
  });

  it("gives bytes that Exchange wrote anew: all of the mail, none of its boundaries", async () => {
    const { value } = await call(outlook, "item.getAsFileAsync");
    const text = Buffer.from(String(value), "base64").toString();
    expect(text).toContain("X-MS-Has-Attach: yes");
    expect(text).toContain("JVBERi0xLjcK");
    expect(text).not.toContain("limite");
  });
});

describe("a pinned pane", () => {
  it("hears of every item that is opened, and of none", async () => {
    expect(await listen(outlook, "olkItemSelectedChanged")).toBe("succeeded");
    await outlook.selectItem(OTHER);
    expect(await heard(outlook, 1)).toMatchObject([{ subject: "Diner" }]);
    expect(typeof (await call(outlook, "item.getAsFileAsync")).value).toBe("string");
    await outlook.selectItem(null);
    expect((await heard(outlook, 2)).at(-1)).toMatchObject({ subject: null });
    expect(await read(outlook, "mailbox.item")).toBeNull();
    await outlook.selectItem({ compose: { subject: "Rappel" } });
    await heard(outlook, 3);
    expect((await call(outlook, "item.subject.getAsync")).value).toBe("Rappel");
  });
});

describe("forms and settings", () => {
  it("opens an answer to whom the mail asks for it", async () => {
    await outlook.selectItem(REPLY);
    const form = { htmlBody: "<p>Rappel</p>" };
    expect((await call(outlook, "item.displayReplyFormAsync", form)).status).toBe("succeeded");
    const opened = outlook.forms.at(-1)!;
    expect(opened).toMatchObject({ kind: "reply", html: "<p>Rappel</p>" });
    expect(opened.draft).toMatchObject({
      subject: "RE: Facture 118 - échéance",
      to: [{ address: "compta@nordis.example" }],
      isSaved: false,
    });
  });

  it("opens a new mail and an appointment with what they were given", async () => {
    const given = { toRecipients: ["a@b.example"], subject: "Facture", htmlBody: "<p>x</p>" };
    await call(outlook, "mailbox.displayNewMessageFormAsync", given);
    expect(outlook.forms.at(-1)).toMatchObject({
      kind: "new-message",
      draft: { subject: "Facture", to: [{ address: "a@b.example" }] },
    });
  });

  it("keeps roaming settings of 32 kB at most", async () => {
    await outlook.pane.evaluate("Office.context.roamingSettings.set('theme', 'dark')");
    expect((await call(outlook, "context.roamingSettings.saveAsync")).status).toBe("succeeded");
    expect(outlook.mailbox.roaming).toEqual({ theme: '"dark"' });
    await outlook.pane.evaluate("Office.context.roamingSettings.set('big', 'x'.repeat(33000))");
    expect((await call(outlook, "context.roamingSettings.saveAsync")).code).toBe(9019);
  });

  it("knows every call that this office.js makes on the way", () => {
    expect(outlook.unknown).toEqual([]);
    expect(outlook.faults).toEqual([]);
  });
});
