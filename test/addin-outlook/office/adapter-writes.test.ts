import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { startBrowsers } from "../../hosts/outlook/chromium.ts";
import type { Browsers } from "../../hosts/outlook/chromium.ts";
import { OTHER, REPLY } from "../../hosts/outlook/fixtures/tiny-pane.ts";
import { createMailbox } from "../../hosts/outlook/mailbox.ts";
import type { StoredMail } from "../../hosts/outlook/mailbox.ts";
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
  await outlook.pane.evaluate(() => window.adapter);
  return outlook;
};

const DONE = { ok: true, value: null };

describe("a reply form", () => {
  const reply = (outlook: Outlook, html: string, files: readonly number[] = []) =>
    outlook.pane.evaluate(
      async ([text, sizes]) =>
        (await window.adapter).replyForm(window.openItem(), {
          html: text,
          attachments: sizes.map((size) => ({
            name: "facture.pdf",
            type: "application/pdf",
            bytes: new Uint8Array(size).fill(65),
          })),
        }),
      [html, files] as const,
    );

  it("opens under the open mail, with its files where the client takes them", async () => {
    const outlook = await opened();
    expect(await reply(outlook, "<p>Rappel</p>", [3])).toEqual(DONE);
    expect(outlook.forms).toMatchObject([
      {
        kind: "reply",
        html: "<p>Rappel</p>",
        attachments: [{ name: "facture.pdf", kind: "base64", from: "QUFB" }],
      },
    ]);
  });

  it("says beforehand what the client cannot attach, and what is too long", async () => {
    const outlook = await opened({ client: { set: "1.14" } });
    const unsupported = { type: "unsupported", ability: "reply-attachments" };
    expect(await reply(outlook, "<p>Rappel</p>", [3])).toEqual({ ok: false, error: unsupported });
    const long = { type: "too-large", limit: 32_768, what: "text" };
    expect(await reply(outlook, "x".repeat(32_769))).toEqual({ ok: false, error: long });
    expect(outlook.forms).toEqual([]);
  });

  it("opens on a client that has forms without answers", async () => {
    const outlook = await opened({ client: { set: "1.8" } });
    expect(await reply(outlook, "<p>Rappel</p>")).toEqual(DONE);
    await expect.poll(() => outlook.forms.length).toBe(1);
    expect(outlook.calls.at(-1)?.name).toBe("displayReplyForm");
  });

  it("does not open under another mail than the one it was written for", async () => {
    const outlook = await opened();
    const before = await outlook.pane.evaluate(() => window.openItem());
    await outlook.selectItem(OTHER);
    const late = await outlook.pane.evaluate(
      async (item) => (await window.adapter).replyForm(item, { html: "x", attachments: [] }),
      before,
    );
    expect(late).toEqual({ ok: false, error: { type: "item-changed" } });
    expect(outlook.forms).toEqual([]);
  });
});

describe("forms of their own", () => {
  const newForm = (outlook: Outlook, recipients: number) =>
    outlook.pane.evaluate(
      async (count) =>
        (await window.adapter).newForm({
          to: Array.from({ length: count }, (_, index) => `a${String(index)}@nordis.example`),
          cc: ["compta@nordis.example"],
          subject: "Facture 118",
          html: "<p>Bonjour</p>",
        }),
      recipients,
    );

  it("hold the recipients, the subject and the text of a new mail, up to a hundred of them", async () => {
    const outlook = await opened();
    expect(await newForm(outlook, 1)).toEqual(DONE);
    expect(outlook.forms[0]?.draft).toMatchObject({
      to: [{ address: "a0@nordis.example" }],
      cc: [{ address: "compta@nordis.example" }],
      subject: "Facture 118",
    });
    const many = { type: "too-large", limit: 100, what: "recipients" };
    expect(await newForm(outlook, 101)).toEqual({ ok: false, error: many });
    await outlook.fail("displayNewMessageFormAsync", 9042);
    expect(await newForm(outlook, 1)).toMatchObject({ ok: false, error: { code: 9042 } });
  });

  it("open an appointment twice with the same dates", async () => {
    const outlook = await opened();
    const answers = await outlook.pane.evaluate(async () => {
      const form = {
        subject: "Échéance",
        text: "Voir Relance",
        start: new Date("2026-12-01T09:00:00Z"),
        end: new Date("2026-12-01T09:30:00Z"),
      };
      const adapter = await window.adapter;
      const first = await adapter.appointmentForm(form);
      return [first.ok, (await adapter.appointmentForm(form)).ok, form.start.toISOString()];
    });
    expect(answers).toEqual([true, true, "2026-12-01T09:00:00.000Z"]);
    const [one, two] = outlook.forms.map((form) => form.appointment);
    expect(one).toMatchObject({ subject: "Échéance", body: "Voir Relance" });
    expect(two).toEqual(one);
  });
});

describe("the open draft", () => {
  const insert = (outlook: Outlook, files = 1) =>
    outlook.pane.evaluate(
      async (count) =>
        (await window.adapter).insert(window.openItem(), {
          to: ["julie@nordis.example"],
          cc: [],
          subject: "Facture 118",
          html: "<p>Bonjour <b>Julie</b></p>",
          attachments: Array.from({ length: count }, (_, index) => ({
            name: `facture-${String(index)}.pdf`,
            type: "application/pdf",
            bytes: new Uint8Array([37, 80, 68, 70]),
          })),
        }),
      files,
    );
  const draftOf = (outlook: Outlook): StoredMail => outlook.mailbox.mails.at(-1)!;
  const DRAFT = {
    compose: {
      subject: "(sans objet)",
      to: [{ name: "Ancien", address: "Ancien@nordis.example" }],
      cc: [{ name: "Chef", address: "chef@nordis.example" }],
      bcc: [{ name: "", address: "archive@nordis.example" }],
      html: "<html><body><p>Signature</p></body></html>",
    },
  };

  it("takes recipients, subject, text above what is there and files, and is saved", async () => {
    const outlook = await opened({ item: DRAFT });
    const before = await outlook.pane.evaluate(async () =>
      (await window.adapter).recipients(window.openItem()),
    );
    const stood = {
      to: ["ancien@nordis.example"],
      cc: ["chef@nordis.example"],
      bcc: ["archive@nordis.example"],
    };
    expect(before).toEqual({ ok: true, value: stood });
    expect(await insert(outlook, 2)).toEqual(DONE);
    const draft = draftOf(outlook);
    expect(draft).toMatchObject({
      isSaved: true,
      subject: "Facture 118",
      to: [{ address: "julie@nordis.example" }],
      cc: [],
      files: [{ name: "facture-0.pdf" }, { name: "facture-1.pdf" }],
    });
    expect(draft.html.indexOf("Julie")).toBeLessThan(draft.html.indexOf("Signature"));
    // A file is only queued until the draft is saved.
    expect(outlook.calls.at(-1)?.name).toBe("saveAsync");
    expect(outlook.mostAtOnce()).toBeLessThanOrEqual(3);
    const graph = await outlook.pane.evaluate(async () =>
      (await window.adapter).graphItem(window.openItem()),
    );
    expect(graph?.id).toBe(draft.id.replaceAll("+", "_").replaceAll("/", "-"));
  });

  it("in plain text takes plain text", async () => {
    const outlook = await opened({ item: { compose: { text: "Signature" } } });
    expect(await insert(outlook, 0)).toEqual(DONE);
    expect(draftOf(outlook).text).toContain("Bonjour Julie");
    expect(draftOf(outlook).text).not.toContain("<b>");
  });

  it("is left without files where one of them, or the text, was refused", async () => {
    const outlook = await opened({ item: DRAFT });
    await outlook.fail("body.prependAsync", 9042, 1);
    expect(await insert(outlook, 2)).toMatchObject({ ok: false, error: { code: 9042 } });
    expect(draftOf(outlook).files).toEqual([]);
    await outlook.heal();
    expect(await insert(outlook, 2)).toEqual(DONE);
    expect(draftOf(outlook).files).toHaveLength(2);
  });

  it("gets nothing once another item is open", async () => {
    const outlook = await opened({ item: DRAFT });
    outlook.slow("addFileAttachmentFromBase64Async", 300);
    const inserting = insert(outlook, 2);
    await expect.poll(() => outlook.calls.at(-1)?.name).toBe("addFileAttachmentFromBase64Async");
    const first = draftOf(outlook);
    await outlook.selectItem({ compose: { subject: "Un autre" } });
    expect(await inserting).toEqual({ ok: false, error: { type: "item-changed" } });
    expect(draftOf(outlook)).toMatchObject({ subject: "Un autre", files: [], to: [] });
    expect(first.subject).toBe("(sans objet)");
  });
});

describe("categories", () => {
  const put = (outlook: Outlook, names: readonly string[]) =>
    outlook.pane.evaluate(
      async (all) => (await window.adapter).categories.put(window.openItem(), all),
      names,
    );
  const readNames = (outlook: Outlook) =>
    outlook.pane.evaluate(async () => (await window.adapter).categories.read(window.openItem()));

  it("are put on the open mail and taken off, where the mailbox has them", async () => {
    const mailbox = createMailbox({ categories: ["Promesse"] });
    const outlook = await opened({ mailbox });
    expect(await readNames(outlook)).toEqual({ ok: true, value: [] });
    expect(await put(outlook, ["Promesse"])).toEqual(DONE);
    expect(await readNames(outlook)).toEqual({ ok: true, value: ["Promesse"] });
    expect(await put(outlook, ["Litige"])).toMatchObject({ ok: false, error: { code: 9044 } });
    const removed = await outlook.pane.evaluate(async () =>
      (await window.adapter).categories.remove(window.openItem(), ["Promesse"]),
    );
    expect(removed).toEqual(DONE);
    expect(await readNames(outlook)).toEqual({ ok: true, value: [] });
  });

  it("are added to the mailbox's list with the wider permission alone, and only where they are not there", async () => {
    const make = (outlook: Outlook) =>
      outlook.pane.evaluate(async () =>
        (await window.adapter).categories.make(["Promesse", "Litige"]),
      );
    const narrow = await opened();
    expect(await make(narrow)).toEqual({ ok: false, error: { type: "denied", code: null } });
    const mailbox = createMailbox({ categories: ["promesse"] });
    const wide = await opened({ mailbox, permission: "ReadWriteMailbox" });
    expect(await make(wide)).toEqual(DONE);
    expect(await make(wide)).toEqual(DONE);
    expect(mailbox.categories.map((one) => one.displayName)).toEqual(["promesse", "Litige"]);
  });

  it("are refused by the narrowest permission, as a fault and not an exception", async () => {
    const outlook = await opened({
      permission: "ReadItem",
      mailbox: createMailbox({ categories: ["Promesse"] }),
    });
    expect(await put(outlook, ["Promesse"])).toEqual({
      ok: false,
      error: { type: "denied", code: null },
    });
  });
});

describe("settings", () => {
  it("are there again when the pane opens anew, and in no other form than text", async () => {
    const mailbox = createMailbox();
    const first = await opened({ mailbox });
    const written = await first.pane.evaluate(async () => {
      const { settings } = await window.adapter;
      return [
        await settings.write("language", "en"),
        await settings.write("x", "y".repeat(33_000)),
      ];
    });
    expect(written).toEqual([
      DONE,
      { ok: false, error: { type: "too-large", limit: 32_768, what: "settings" } },
    ]);
    const again = await opened({ mailbox });
    const read = await again.pane.evaluate(async () => {
      const { settings } = await window.adapter;
      return [settings.read("language"), settings.read("x")];
    });
    expect(read).toEqual(["en", null]);
  });
});
