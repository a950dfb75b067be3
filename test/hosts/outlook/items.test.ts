import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startBrowsers } from "./chromium.ts";
import type { Browsers } from "./chromium.ts";
import { call, heard, listen, OTHER, read, REPLY, TINY_ADDIN } from "./fixtures/tiny-pane.ts";
import { createMailbox } from "./mailbox.ts";
import type { StoredMail } from "./mailbox.ts";
import { openOutlook } from "./outlook.ts";
import type { Outlook } from "./outlook.ts";

let browsers: Browsers;
let outlook: Outlook;

beforeAll(async () => {
  browsers = startBrowsers();
  outlook = await openOutlook({
    browsers,
    dist: TINY_ADDIN,
    item: REPLY,
    mailbox: createMailbox({ categories: ["Relance"] }),
    permission: "ReadWriteMailbox",
  });
  for (const event of ["olkItemSelectedChanged", "olkSelectedItemsChanged", "olkDragAndDropEvent"])
    await listen(outlook, event);
});
afterAll(async () => {
  await outlook.close();
  await browsers.close();
});

describe("what is kept with an item", () => {
  it("is categories of the mailbox's own list, and no others", async () => {
    expect((await call(outlook, "item.categories.addAsync", ["Inconnue"])).code).toBe(9044);
    expect((await call(outlook, "item.categories.addAsync", ["Relance"])).status).toBe("succeeded");
    expect((await call(outlook, "item.categories.getAsync")).value).toEqual([
      { displayName: "Relance", color: "Preset0" },
    ]);
    const fresh = [{ displayName: "Litige", color: "Preset3" }];
    expect((await call(outlook, "mailbox.masterCategories.addAsync", fresh)).status).toBe(
      "succeeded",
    );
    expect((await call(outlook, "mailbox.masterCategories.addAsync", fresh)).code).toBe(9045);
    await call(outlook, "item.categories.removeAsync", ["Relance"]);
    expect(outlook.mailbox.mails[0]!.categories).toEqual([]);
  });

  it("is notices, each key once", async () => {
    const notice = { type: "progressIndicator", message: "Classement…" };
    expect((await call(outlook, "item.notificationMessages.addAsync", "k", notice)).status).toBe(
      "succeeded",
    );
    expect((await call(outlook, "item.notificationMessages.addAsync", "k", notice)).code).toBe(
      9023,
    );
    expect(outlook.notices.get("k")).toMatchObject({ message: "Classement…" });
  });
});

describe("an open draft", () => {
  it("takes recipients, a subject, a text above what is there and files, and is saved", async () => {
    const mail = await outlook.selectItem({
      compose: { html: "<html><body><p>Signature</p></body></html>" },
    });
    await call(outlook, "item.to.setAsync", ["julie@nordis.example"]);
    await call(outlook, "item.cc.addAsync", [
      { displayName: "C", emailAddress: "c@nordis.example" },
    ]);
    await call(outlook, "item.subject.setAsync", "Facture 118");
    await call(outlook, "item.body.prependAsync", "<p>Bonjour</p>", { coercionType: "html" });
    const added = await call(outlook, "item.addFileAttachmentFromBase64Async", "JVBERi0=", "r.pdf");
    expect(added.status).toBe("succeeded");
    expect((await call(outlook, "item.getItemIdAsync")).code).toBe(9046);
    const { value } = await call(outlook, "item.saveAsync");
    expect(value).toBe(mail!.id);
    expect(mail).toMatchObject({
      isSaved: true,
      folder: "drafts",
      subject: "Facture 118",
      to: [{ address: "julie@nordis.example" }],
      cc: [{ address: "c@nordis.example" }],
      files: [{ name: "r.pdf", bytes: Buffer.from("%PDF-") }],
    });
    expect(mail!.html).toContain("<body><p>Bonjour</p><p>Signature</p></body>");
    expect((await call(outlook, "item.to.getAsync")).value).toMatchObject([
      { emailAddress: "julie@nordis.example" },
    ]);
  });

  it("has no form of a new mail to offer", async () => {
    // office.js gives the mailbox that method only while something is read when the pane opens.
    const other = await openOutlook({
      browsers,
      dist: TINY_ADDIN,
      item: { compose: { subject: "x" } },
    });
    expect(await read(other, "mailbox.displayNewMessageFormAsync")).toBeUndefined();
    await other.close();
  });
});

describe("an answer", () => {
  it("takes files as bytes", async () => {
    await outlook.selectItem(REPLY);
    const form = {
      htmlBody: "<p>Rappel</p>",
      attachments: [{ type: "base64", name: "releve.pdf", base64file: "JVBERi0=" }],
    };
    expect((await call(outlook, "item.displayReplyFormAsync", form)).status).toBe("succeeded");
    expect(outlook.forms.at(-1)).toMatchObject({
      attachments: [{ kind: "base64", name: "releve.pdf" }],
      draft: { files: [{ name: "releve.pdf", bytes: Buffer.from("%PDF-") }] },
    });
  });
});

describe("several selected mails", () => {
  let selected: readonly StoredMail[];

  it("leave no item open, and are listed", async () => {
    selected = await outlook.setSelected([REPLY, OTHER]);
    expect(await read(outlook, "mailbox.item")).toBeUndefined();
    const { value } = await call(outlook, "mailbox.getSelectedItemsAsync");
    expect(value).toMatchObject([
      { subject: "RE: Facture 118 - échéance", hasAttachment: true, itemMode: "Read" },
      { subject: "Diner", hasAttachment: false },
    ]);
    const events = (await heard(outlook, 1)).map(({ event }) => event);
    expect(events).toContain("olkSelectedItemsChanged");
  });

  it("are loaded one at a time", async () => {
    const [first, second] = selected as readonly [StoredMail, StoredMail];
    expect((await call(outlook, "mailbox.loadItemByIdAsync", second.id)).value).toEqual({
      subject: "Diner",
      from: "bo@other.example",
    });
    expect((await call(outlook, "mailbox.loadItemByIdAsync", first.id)).status).toBe("failed");
    const text = await outlook.pane.evaluate(
      "new Promise((tell) => loaded.getAsFileAsync((result) => tell(atob(result.value))))",
    );
    expect(text).toContain("Samedi ?");
    await outlook.pane.evaluate("new Promise((tell) => loaded.unloadAsync(tell))");
    expect((await call(outlook, "mailbox.loadItemByIdAsync", first.id)).status).toBe("succeeded");
    expect((await call(outlook, "mailbox.loadItemByIdAsync", "AAMkother")).status).toBe("failed");
  });
});

describe("a mail dropped on the pane", () => {
  it("comes by Office's event with its bytes", async () => {
    await outlook.drop([{ name: "retour.eml", bytes: Buffer.from(OTHER) }]);
    const drops = (await heard(outlook, 1)).filter(({ kind }) => kind === "drop");
    expect(drops).toMatchObject([
      { files: [{ name: "retour.eml", type: "message/rfc822", text: OTHER }] },
    ]);
  });

  it("comes by the page's own event where Outlook has none", async () => {
    await outlook.pane.evaluate(`
      window.dropped = new Promise((tell) =>
        document.addEventListener("drop", async (event) => tell(await event.dataTransfer.files[0].text())),
      ); null`);
    await outlook.drop([{ name: "retour.eml", bytes: Buffer.from("x") }], "page");
    expect(await outlook.pane.evaluate("window.dropped")).toBe("x");
  });
});
