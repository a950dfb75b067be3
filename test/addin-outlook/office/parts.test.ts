import { describe, expect, it } from "vitest";
import { wordOf } from "#outlook/office/dialog-words.ts";
import { blobsOfEvent, bytesWithin } from "#outlook/office/drop.ts";
import { attachmentsIn, bytesOfContent } from "#outlook/office/evidence.ts";
import { describeItem, isSameItem } from "#outlook/office/item.ts";
import { openQueue } from "#outlook/office/queue.ts";
import { momentOf, namesItem, readOfItem } from "#outlook/office/read.ts";
import { settingsOver } from "#outlook/office/settings.ts";
import type { RoamingSettings } from "#outlook/office/settings.ts";
import { themeOf } from "#outlook/office/theme.ts";
import { ok } from "#shared/kernel/result.ts";
import { MAIL_LIMITS } from "#shared/mail/message.ts";
import { MAIL_BYTES_MAX } from "#src/files/mail-limits.ts";

const OWN = "claire@atelier.example";
const read = {
  itemType: "message",
  itemId: "AAMk1",
  conversationId: "AAQk1",
  internetMessageId: "<m1@nordis.example>",
  subject: "Facture 118",
};

describe("an open item", () => {
  it("is a mail to read where its subject is words, a draft where it is calls", () => {
    expect(describeItem(read, "k", OWN)).toEqual({
      key: "k",
      mode: "read",
      id: "AAMk1",
      conversationId: "AAQk1",
      internetMessageId: "<m1@nordis.example>",
      subject: "Facture 118",
      isShared: false,
      from: OWN,
    });
    expect(
      describeItem({ itemType: "message", subject: { getAsync: () => undefined } }, "k", OWN),
    ).toMatchObject({ mode: "compose", id: null, subject: "", from: null });
  });

  it("is none where nothing is open, and where it is an appointment", () => {
    for (const live of [null, undefined, "", { ...read, itemType: "appointment" }])
      expect(describeItem(live, "k", OWN)).toBeNull();
  });

  it("has no id where the client gives an empty one or null", () => {
    for (const itemId of ["", null, undefined])
      expect(describeItem({ ...read, itemId }, "k", OWN)?.id).toBeNull();
  });

  it("is shared where it has the call, and is then answered from nobody knows yet", () => {
    const shared = { ...read, getSharedPropertiesAsync: () => undefined };
    expect(describeItem(shared, "k", OWN)).toMatchObject({ isShared: true, from: null });
  });

  it("stays the same while an id comes, and is another once an id differs", () => {
    const item = describeItem({ ...read, itemId: null }, "k", OWN);
    expect(isSameItem(item, read, OWN)).toBe(true);
    expect(isSameItem(item, { ...read, internetMessageId: "<m2@nordis.example>" }, OWN)).toBe(
      false,
    );
    expect(isSameItem(item, null, OWN)).toBe(false);
    expect(isSameItem(null, undefined, OWN)).toBe(true);
  });
});

describe("headers", () => {
  const item = describeItem(read, "k", OWN)!;

  it("are of the item unless they name another mail", () => {
    expect(namesItem("Subject: x\r\nMessage-ID:\r\n <m1@nordis.example>\r\n", item)).toBe(true);
    expect(namesItem("Message-ID: <m2@nordis.example>\r\n", item)).toBe(false);
    expect(namesItem("Subject: x\r\n", item)).toBe(true);
    expect(namesItem(null, item)).toBe(true);
    expect(namesItem("Message-ID: <m2@x.example>", { ...item, internetMessageId: null })).toBe(
      true,
    );
  });
});

describe("what was read of an item", () => {
  const item = describeItem(read, "k", OWN)!;
  const of = (id: string) => `Message-ID: <${id}@nordis.example>`;
  const reading = async (...answers: readonly string[]) => {
    let times = 0;
    const outcome = await readOfItem(
      item,
      () => {
        times += 1;
        return Promise.resolve(ok(answers[times - 1] ?? ""));
      },
      (headers) => headers,
    );
    return [times, outcome.ok ? outcome.value : outcome.error.type];
  };

  it("is believed where it names the item, and read again where it names another", async () => {
    expect(await reading(of("m1"))).toEqual([1, of("m1")]);
    expect(await reading(of("m2"), of("m1"))).toEqual([2, of("m1")]);
  });

  it("is refused while it changes, and believed where it says the same twice", async () => {
    expect(await reading(of("m2"), of("m3"))).toEqual([2, "item-changed"]);
    expect(await reading(of("rewritten"), of("rewritten"))).toEqual([2, of("rewritten")]);
  });
});

describe("a moment", () => {
  it("is told in the zone of this computer, whatever that is", () => {
    const date = new Date("2026-11-20T23:30:00Z");
    const told = momentOf(date)!;
    expect(told).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/);
    expect(new Date(told).getTime()).toBe(date.getTime());
    expect(momentOf(new Date(Number.NaN))).toBeNull();
    expect(momentOf("2026-11-20")).toBeNull();
  });
});

describe("the content of an attachment", () => {
  it("is bytes, or none where it lies elsewhere", () => {
    expect(bytesOfContent({ format: "base64", content: "QUI=" })).toEqual(new Uint8Array([65, 66]));
    expect(bytesOfContent({ format: "eml", content: "é" })).toEqual(new Uint8Array([0xc3, 0xa9]));
    expect(bytesOfContent({ format: "url", content: "https://x.example" })).toBeNull();
    expect(bytesOfContent(undefined)).toBeNull();
  });
});

describe("the attachments of a mail that is put together", () => {
  it("are all told of: those that Outlook describes badly, or that are too many, by name alone", () => {
    const one = { id: "a", name: "avis.pdf", size: 3 };
    expect(attachmentsIn([one, { name: "sans-id.pdf" }, null])).toEqual({
      listed: [one],
      missing: ["sans-id.pdf", "part-3"],
    });
    const many = Array.from({ length: MAIL_LIMITS.attachments + 1 }, (_, index) => ({
      id: String(index),
      name: `${String(index)}.pdf`,
    }));
    const { listed, missing } = attachmentsIn(many);
    expect(listed).toHaveLength(MAIL_LIMITS.attachments);
    expect(missing).toEqual([`${String(MAIL_LIMITS.attachments)}.pdf`]);
    expect(attachmentsIn(null)).toEqual({ listed: [], missing: [] });
  });
});

describe("a drop told by Outlook", () => {
  const files = [
    { name: "a.eml", type: "message/rfc822", fileContent: new Blob(["From: x"]) },
    { name: "b" },
  ];
  const told = (type: string) => ({
    type: "olkDragAndDropEvent",
    dragAndDropEventData: { type, pageX: 1, dataTransfer: { files } },
  });

  it("gives its files, and none while they are only above the pane", async () => {
    expect(
      (await bytesWithin(blobsOfEvent(told("drop")))).map((one) => [one.name, one.bytes.length]),
    ).toEqual([["a.eml", 7]]);
    expect(blobsOfEvent(told("dragover"))).toEqual([]);
    expect(blobsOfEvent({ dragAndDropEventData: { type: "dragover", pageX: 3 } })).toEqual([]);
  });

  it("names what is too large, or too many, without its bytes", async () => {
    const large = { name: "large.msg", blob: new Blob([new Uint8Array(MAIL_BYTES_MAX + 1)]) };
    const small = { name: "small.eml", blob: new Blob(["x"]) };
    const taken = await bytesWithin([large, ...Array.from({ length: 101 }, () => small)]);
    expect(taken[0]).toEqual({ name: "large.msg", bytes: new Uint8Array(0), isLeft: true });
    expect(taken).toHaveLength(102);
    expect(taken.filter((one) => one.isLeft === true)).toHaveLength(3);
  });
});

describe("a word between the pane and its dialog", () => {
  const ours = "https://relance.example";

  it("is of a page of ours, and of one only", () => {
    expect(wordOf({ message: "a", origin: ours }, ours)).toBe("a");
    expect(wordOf({ message: "a", origin: `${ours}:443/` }, ours)).toBe("a");
    for (const origin of ["https://relance.example.evil.test", "http://relance.example", "null"])
      expect(wordOf({ message: "a", origin }, ours)).toBeNull();
    expect(wordOf({ message: 1, origin: ours }, ours)).toBeNull();
  });

  it("is taken from a client that is too old to say whose it is", () => {
    for (const origin of [undefined, null, ""])
      expect(wordOf({ message: "a", origin }, ours)).toBe("a");
  });
});

describe("colours of Outlook", () => {
  it("are light or dark by their ground", () => {
    expect(themeOf({ bodyBackgroundColor: "#ffffff" })).toBe("light");
    expect(themeOf({ bodyBackgroundColor: "#faf9f8" })).toBe("light");
    expect(themeOf({ bodyBackgroundColor: "#292929" })).toBe("dark");
    expect(themeOf({ bodyBackgroundColor: "000000" })).toBe("dark");
    expect(themeOf({ bodyBackgroundColor: "white" })).toBeNull();
    expect(themeOf(undefined)).toBeNull();
  });
});

describe("settings", () => {
  const roaming = (fails: () => boolean, data: Record<string, unknown> = {}) => {
    const held = new Map<string, unknown>(Object.entries(data));
    const saved: unknown[] = [];
    const port: RoamingSettings = {
      get: (name) => held.get(name),
      set: (name, value) => held.set(name, value),
      saveAsync: (heard) => {
        if (fails()) heard({ status: "failed", value: null, error: { code: 9019 } });
        else {
          saved.push(held.get("relance"));
          heard({ status: "succeeded", value: null });
        }
      },
    };
    return { port, saved, held };
  };

  it("are read as they were kept, and written one after another with all the others", async () => {
    const { port, saved } = roaming(() => false, { relance: { a: "1", odd: 3 } });
    const settings = settingsOver(port, openQueue());
    expect(settings.read("a")).toBe("1");
    expect(settings.read("odd")).toBeNull();
    await Promise.all([settings.write("b", "2"), settings.write("a", null)]);
    expect(saved).toEqual([{ a: "1", b: "2" }, { b: "2" }]);
    expect(settings.read("a")).toBeNull();
  });

  it("stay as they were where they cannot be kept", async () => {
    const { port, held } = roaming(() => true, { relance: { a: "1" } });
    const settings = settingsOver(port, openQueue());
    expect(await settings.write("a", "2")).toMatchObject({ ok: false, error: { code: 9019 } });
    expect(settings.read("a")).toBe("1");
    expect(held.get("relance")).toEqual({ a: "1" });
    expect(await settings.write("b", "x".repeat(33_000))).toMatchObject({
      ok: false,
      error: { type: "too-large", what: "settings" },
    });
    expect(await settingsOver(null, openQueue()).write("a", "1")).toMatchObject({ ok: false });
  });
});
