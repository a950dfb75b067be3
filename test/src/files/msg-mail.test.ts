import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isCompoundFile, openCompoundFile } from "#src/files/compound-file.ts";
import { attachmentBytes, readMailBytes } from "#src/files/mail-bytes.ts";
import { mailOfMsg } from "#src/files/msg-mail.ts";
import type { Message } from "#shared/mail/message.ts";
import { compoundFile, msgProperties } from "../../fixtures/msg-file.ts";
import type { CompoundTree } from "../../fixtures/msg-file.ts";

const HEADERS = [
  "Received: from mx.nordis.example",
  " by mx.atelier.example; Fri, 20 Nov 2026 09:12:05 +0100",
  "From: Julie Martin <julie@nordis.example>",
  "To: claire@atelier.example",
  "Subject: Facture 118",
  "Date: Fri, 20 Nov 2026 09:12:00 +0100",
  "Message-ID: <m1@nordis.example>",
  "In-Reply-To: <r1@atelier.example>",
  'Content-Type: multipart/mixed; boundary="gone"',
  "MIME-Version: 1.0",
  "",
].join("\r\n");

const TOP = {
  "001A": "IPM.Note",
  "0037": "Facture 118",
  "1000": "Bonjour,\r\n\r\nLe virement part lundi.",
};

const recipient = (role: number, address: string, name = ""): CompoundTree =>
  msgProperties({ "39FE": address, "3001": name, "0C15": role }, 8);

const open = async (tree: CompoundTree): Promise<{ bytes: Uint8Array; message: Message }> => {
  const bytes = mailOfMsg(compoundFile(tree));
  if (!bytes.ok) throw new Error(bytes.error.type);
  const message = await readMailBytes(bytes.value);
  if (!message.ok) throw new Error(message.error.type);
  return { bytes: bytes.value, message: message.value };
};

describe("a mail dropped as .msg", () => {
  it("has its headers, its text, its HTML and its files, and says that it was put together", async () => {
    const pdf = Buffer.from("%PDF-1.7 ".repeat(900));
    const { bytes, message } = await open({
      ...msgProperties(
        { ...TOP, "007D": HEADERS, "3FDE": 65001, "1013": Buffer.from("<p>Bonjour, é</p>") },
        32,
      ),
      "__recip_version1.0_#00000000": recipient(1, "claire@atelier.example"),
      "__attach_version1.0_#00000000": msgProperties(
        { "3707": "avis de virement.pdf", "370E": "application/pdf", "3701": pdf },
        8,
      ),
    });
    expect(message).toMatchObject({
      messageId: "m1@nordis.example",
      inReplyTo: ["r1@atelier.example"],
      from: { address: "julie@nordis.example", name: "Julie Martin" },
      sentAt: "2026-11-20T09:12:00+01:00",
      text: "Bonjour,\n\nLe virement part lundi.\n",
      attachments: [
        { name: "avis de virement.pdf", type: "application/pdf", bytes: pdf.length, inline: false },
      ],
    });
    expect(message.html?.trim()).toBe("<p>Bonjour, é</p>");
    expect(message.headers[0]).toEqual({ name: "X-Relance-Reconstructed", value: "yes" });
    expect(message.headers.filter((one) => one.name === "Content-Type")).toHaveLength(1);
    const file = await attachmentBytes(bytes, 0);
    expect(file.ok && Buffer.from(file.value.content).equals(pdf)).toBe(true);
  });

  it("without headers, as a mail of the sent folder, has its people and its moment all the same", async () => {
    const { message } = await open({
      ...msgProperties(
        {
          ...TOP,
          "5D02": "claire@atelier.example",
          "0042": "Claire Élan",
          "1035": "<s1@atelier.example>",
          "0039": new Date("2026-11-20T08:12:00Z"),
        },
        32,
      ),
      "__recip_version1.0_#00000000": recipient(1, "julie@nordis.example", "Julie Martin"),
      "__recip_version1.0_#00000001": recipient(2, "compta@nordis.example"),
      "__recip_version1.0_#00000002": recipient(3, "secret@atelier.example"),
    });
    expect(message).toMatchObject({
      messageId: "s1@atelier.example",
      from: { address: "claire@atelier.example", name: "Claire Élan" },
      to: [{ address: "julie@nordis.example", name: "Julie Martin" }],
      cc: [{ address: "compta@nordis.example", name: "" }],
      bcc: [],
      sentAt: "2026-11-20T08:12:00+00:00",
    });
  });

  it("in the code page of an old Outlook keeps its accents", async () => {
    const { message } = await open(
      msgProperties(
        { "001A": "IPM.Note", "0037": "Créance échue", "1000": "Réglé à l'été", "3FFD": 1252 },
        32,
        true,
      ),
    );
    expect(message.subject).toBe("Créance échue");
    expect(message.text?.trim()).toBe("Réglé à l'été");
  });

  it("holds the mails that it holds as mails, and names what it does not have", async () => {
    const { message } = await open({
      ...msgProperties({ ...TOP, "5D02": "a@b.example" }, 32),
      "__attach_version1.0_#00000000": {
        ...msgProperties({ "3001": "Rappel" }, 8),
        "__substg1.0_3701000D": msgProperties(
          { "001A": "IPM.Note", "0037": "Rappel", "1000": "Nous attendons" },
          24,
        ),
      },
      "__attach_version1.0_#00000001": msgProperties({ "3707": "lien vers OneDrive.docx" }, 8),
    });
    expect(message.attachments).toMatchObject([{ name: "Rappel", type: "message/rfc822" }]);
    expect(message.headers).toContainEqual({
      name: "X-Relance-Missing",
      value: "lien vers OneDrive.docx",
    });
  });

  it("of a delivery failure says what the server said of whom", async () => {
    const { message } = await open({
      ...msgProperties(
        {
          "001A": "REPORT.IPM.Note.NDR",
          "0037": "Non remis : Facture 118",
          "5D02": "postmaster@atelier.example",
        },
        32,
      ),
      "__recip_version1.0_#00000000": msgProperties(
        {
          "39FE": "julie@nordis.example",
          "0C15": 1,
          "0C1B": "<mx.nordis.example #5.1.1 smtp;550 5.1.1 User unknown>",
        },
        8,
      ),
    });
    expect(message.text).toContain("julie@nordis.example");
    expect(message.text).toContain("550 5.1.1 User unknown");
  });

  it("cannot be given a header by what it holds", async () => {
    const { message } = await open(
      msgProperties(
        { ...TOP, "0037": "Facture\r\nBcc: x@y.example", "5D02": "a@b.example>\r\nX-Evil: 1" },
        32,
      ),
    );
    const names = message.headers.map((one) => one.name);
    expect(names).not.toContain("Bcc");
    expect(names).not.toContain("X-Evil");
  });
});

describe("a file that is no mail of Outlook's", () => {
  const whole = compoundFile({
    ...msgProperties({ ...TOP, "007D": HEADERS }, 32),
    "__recip_version1.0_#00000000": recipient(1, "claire@atelier.example"),
    "__attach_version1.0_#00000000": msgProperties(
      { "3707": "a.pdf", "3701": Buffer.alloc(9000, 7) },
      8,
    ),
  });

  it("is refused: a contact, another file of Office, an empty one, a mail of mail bytes", () => {
    expect(mailOfMsg(compoundFile(msgProperties({ "001A": "IPM.Contact" }, 32))).ok).toBe(false);
    expect(mailOfMsg(compoundFile({ WordDocument: Buffer.from("x") })).ok).toBe(false);
    expect(mailOfMsg(new Uint8Array(0)).ok).toBe(false);
    expect(isCompoundFile(Buffer.from("From: a@b.example\r\n".repeat(60)))).toBe(false);
    expect(isCompoundFile(whole)).toBe(true);
  });

  it("is read or refused wherever it was cut", () => {
    const read = Array.from({ length: Math.ceil(whole.length / 97) }, (_, cut) =>
      mailOfMsg(whole.slice(0, cut * 97)),
    );
    expect(read.filter((one) => one.ok && one.value.length === 0)).toEqual([]);
    expect(read.filter((one) => !one.ok).length).toBeGreaterThan(5);
  });

  it("ends where its chains run in rings, and where its folders hold themselves", () => {
    const view = new DataView(whole.buffer.slice(0));
    const table = (view.getUint32(76, true) + 1) * 512;
    for (let at = 0; at < 128; at += 1) {
      const ring = new DataView(whole.buffer.slice(0));
      ring.setUint32(table + at * 4, 0, true);
      mailOfMsg(new Uint8Array(ring.buffer));
    }
    const directory = (view.getUint32(48, true) + 1) * 512;
    for (let at = 0; at < 4; at += 1) {
      const ring = new DataView(whole.buffer.slice(0));
      for (const link of [68, 72, 76]) ring.setUint32(directory + at * 128 + link, at, true);
      const read = openCompoundFile(new Uint8Array(ring.buffer));
      expect(read.ok).toBe(true);
    }
  });

  it("unpacks to no more than it could hold, however often it names the same bytes", () => {
    const big = Buffer.alloc(60_000, 7);
    const tree: Record<string, CompoundTree | Uint8Array> = { ...msgProperties(TOP, 32) };
    for (let at = 0; at < 200; at += 1)
      tree[`__attach_version1.0_#${String(at).padStart(8, "0")}`] = msgProperties(
        { "3707": `${String(at)}.pdf`, "3701": at === 0 ? big : Buffer.from("small") },
        8,
      );
    const file = compoundFile(tree);
    const view = new DataView(file.buffer);
    // Every attachment is made to name the sectors of the first.
    const directory = (view.getUint32(48, true) + 1) * 512;
    let start = 0;
    for (let at = directory; at + 128 <= file.length; at += 128) {
      const size = view.getUint32(at + 120, true);
      if (size === big.length) start = view.getUint32(at + 116, true);
      if (size === 5 && view.getUint8(at + 66) === 2) {
        view.setUint32(at + 116, start, true);
        view.setUint32(at + 120, big.length, true);
      }
    }
    const read = mailOfMsg(file);
    expect(read.ok && read.value.length).toBeLessThan(4 * file.length);
  });

  it("never breaks the page, whatever bytes are changed", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 40 }),
        (changes) => {
          const bytes = whole.slice();
          for (const [at, byte] of changes) bytes[at] = byte;
          expect(typeof mailOfMsg(bytes).ok).toBe("boolean");
        },
      ),
      { numRuns: 400, seed: 118 },
    );
  });
});
