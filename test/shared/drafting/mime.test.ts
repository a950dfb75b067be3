import fc from "fast-check";
import PostalMime from "postal-mime";
import { describe, expect, it } from "vitest";
import type { MimeDraft } from "#shared/drafting/mime.ts";
import {
  DRAFT_ATTACHMENTS_MAX,
  DRAFT_BYTES_MAX,
  mimeDraft,
  replySubject,
} from "#shared/drafting/mime.ts";

const draft: MimeDraft = {
  from: { name: "Claire Martin", address: "compta@lumen.example" },
  to: [{ name: "Hélène Œuvrard, comptabilité", address: "helene@dupont.example" }],
  cc: [],
  subject: "Rappel : facture F-2026-031 échue le 6 novembre 2026",
  text: "Bonjour,\n\nIl reste dû 1 200,00 €.\n.\nFrom nous à vous \n",
  html: '<div lang="fr"><p>Bonjour,</p></div>',
  inReplyTo: "<a1@dupont.example>",
  references: ["<a0@lumen.example>", "<a1@dupont.example>"],
  messageId: "<r-7kq2mx@lumen.example>",
  date: "2026-11-20T09:12:00Z",
  reference: "R-7KQ2MX",
  attachments: [],
  unsent: true,
};

const bytesOf = (given: MimeDraft): Uint8Array => {
  const result = mimeDraft(given);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};
const ascii = (bytes: Uint8Array): string => Buffer.from(bytes).toString("latin1");
const refusalOf = (given: MimeDraft): string => {
  const result = mimeDraft(given);
  return result.ok ? "written" : result.error.type;
};

describe("mimeDraft", () => {
  it("writes exactly these bytes", () => {
    expect(ascii(bytesOf(draft)).split("\r\n")).toEqual(GOLDEN);
  });

  it("gives the same bytes for the same draft, and no boundary that a part could hold", () => {
    expect(bytesOf(draft)).toEqual(bytesOf(draft));
    expect(/boundary="(=_[^"]+)"/.exec(ascii(bytesOf(draft)))?.[1]).toMatch(/^=_/);
  });

  it("is ASCII with CRLF alone and no line over 998, whatever it holds", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme", maxLength: 200 }),
        fc.string({ unit: "binary", maxLength: 400 }),
        (rawSubject, text) => {
          const subject = rawSubject.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, "");
          const out = ascii(bytesOf({ ...draft, subject, text, html: text }));
          expect(out).toMatch(/^[\x20-\x7e\r\n\t]*$/);
          expect(out).not.toMatch(/\r(?!\n)|(?<!\r)\n/);
          expect(Math.max(...out.split("\r\n").map((line) => line.length))).toBeLessThanOrEqual(
            998,
          );
        },
      ),
      { seed: 20261120, numRuns: 300 },
    );
  });

  it("comes back whole from a parser that is not ours", async () => {
    const pdf = Uint8Array.from({ length: 1000 }, (_, n) => (n * 7) % 256);
    const long = `Relevé de compte « ${"été ".repeat(20)}» 😀.pdf`;
    const mail = await PostalMime.parse(
      bytesOf({
        ...draft,
        cc: [{ name: null, address: "paul@dupont.example" }],
        attachments: [
          { name: "F-2026-031.pdf", type: "application/pdf", bytes: pdf },
          { name: long, type: "application/pdf", bytes: new Uint8Array() },
        ],
      }),
    );
    expect(mail.subject).toBe(draft.subject);
    expect(mail.from).toMatchObject(draft.from);
    expect(mail.to?.[0]).toMatchObject({
      name: "Hélène Œuvrard, comptabilité",
      address: "helene@dupont.example",
    });
    expect(mail.cc?.[0]).toMatchObject({ address: "paul@dupont.example" });
    expect(mail.inReplyTo).toBe(draft.inReplyTo);
    expect(mail.references).toBe("<a0@lumen.example> <a1@dupont.example>");
    expect(mail.text?.trimEnd()).toBe(draft.text.trimEnd());
    expect(mail.html).toContain(draft.html);
    expect(mail.headers.find((header) => header.key === "x-unsent")?.value).toBe("1");
    expect(mail.headers.find((header) => header.key === "x-relance-reference")?.value).toBe(
      "R-7KQ2MX",
    );
    expect(mail.attachments.map((attachment) => attachment.filename)).toEqual([
      "F-2026-031.pdf",
      long,
    ]);
    expect(new Uint8Array(mail.attachments[0]?.content as ArrayBuffer)).toEqual(pdf);
  });

  it("brings any subject and any text back unchanged", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: "grapheme", maxLength: 150 }),
        fc.string({ unit: "grapheme", maxLength: 300 }),
        async (rawSubject, rawText) => {
          const subject = `x${rawSubject.replace(/[\p{C}\p{Z}]/gu, " ")}`
            .replace(/ +/g, " ")
            .trim();
          const text = rawText.replace(/[\p{C}\p{Z}]/gu, " ").trimEnd();
          const mail = await PostalMime.parse(bytesOf({ ...draft, subject, text }));
          expect(mail.subject).toBe(subject);
          expect((mail.text ?? "").replace(/\n+$/, "")).toBe(text);
        },
      ),
      { seed: 20261120, numRuns: 200 },
    );
  });

  it("encodes a subject in words of at most 75 characters, none of which splits a character", () => {
    const out = ascii(bytesOf({ ...draft, subject: "😀é".repeat(80) }));
    const words = out.match(/=\?UTF-8\?B\?[^?]*\?=/g) ?? [];
    expect(words.length).toBeGreaterThan(5);
    for (const word of words) {
      expect(word.length).toBeLessThanOrEqual(75 - "Subject:".length);
      const decoded = Buffer.from(word.slice(10, -2), "base64").toString("utf8");
      expect(decoded).not.toContain("\ufffd");
    }
  });

  it("writes attachments in base64 lines of 76 characters", () => {
    const out = ascii(
      bytesOf({
        ...draft,
        attachments: [
          { name: "a.bin", type: "application/octet-stream", bytes: new Uint8Array(120) },
        ],
      }),
    );
    expect(out).toContain(
      `\r\n\r\n${"A".repeat(76)}\r\n${"A".repeat(76)}\r\n${"A".repeat(8)}\r\n--=_`,
    );
  });

  it("refuses a line break in every field that goes into a header", () => {
    const inject = "x\r\nBcc: thief@evil.example";
    const mailbox = { name: inject, address: "a@b.example" };
    const cases: readonly MimeDraft[] = [
      { ...draft, subject: inject },
      { ...draft, subject: "x\nBcc: y" },
      { ...draft, from: mailbox },
      { ...draft, to: [mailbox] },
      { ...draft, cc: [mailbox] },
      { ...draft, to: [{ name: null, address: "a@b.example\r\nBcc: c@d.example" }] },
      { ...draft, inReplyTo: "<a@b>\r\nBcc: c@d.example" },
      { ...draft, references: ["<a@b>\n"] },
      { ...draft, messageId: "<a@b>\r\n" },
      { ...draft, attachments: [{ name: inject, type: "text/plain", bytes: new Uint8Array() }] },
    ];
    for (const given of cases) expect(refusalOf(given)).toBe("line-break-in-header");
  });

  it("refuses, by name, what is malformed or too much", () => {
    expect(
      refusalOf({ ...draft, to: [{ name: null, address: "a@b.example>, <c@d.example" }] }),
    ).toBe("address-unfit");
    expect(refusalOf({ ...draft, inReplyTo: "a@b" })).toBe("message-id-unfit");
    expect(refusalOf({ ...draft, date: "2026-02-31T00:00:00Z" })).toBe("date-unfit");
    expect(refusalOf({ ...draft, reference: "R-1: x" })).toBe("reference-unfit");
    const file = { name: "a", type: "text/plain", bytes: new Uint8Array() };
    expect(refusalOf({ ...draft, attachments: [{ ...file, type: "a/b; c=d" }] })).toBe(
      "media-type-unfit",
    );
    expect(refusalOf({ ...draft, attachments: [{ ...file, type: "message/rfc822" }] })).toBe(
      "media-type-unfit",
    );
    expect(
      refusalOf({
        ...draft,
        attachments: Array.from({ length: DRAFT_ATTACHMENTS_MAX + 1 }, () => file),
      }),
    ).toBe("too-many");
    const big = { ...file, bytes: new Uint8Array(DRAFT_BYTES_MAX + 1) };
    expect(refusalOf({ ...draft, attachments: [big] })).toBe("too-big");
    expect(refusalOf({ ...draft, subject: "x".repeat(401) })).toBe("too-long");
    const crowd = Array.from({ length: 51 }, () => ({ name: null, address: "a@b.example" }));
    expect(refusalOf({ ...draft, to: crowd })).toBe("too-many");
  });

  it("keeps the first and the newest references of an endless thread", () => {
    const references = Array.from({ length: 500 }, (_, n) => `<m${String(n)}@lumen.example>`);
    const out = ascii(bytesOf({ ...draft, references }));
    expect(out).toContain("References: <m0@lumen.example>\r\n <m461@lumen.example>");
    expect(out).toContain("<m499@lumen.example>");
  });
});

describe("replySubject", () => {
  it("puts one Re: before the subject, whatever it already carries", () => {
    expect(replySubject("Facture 12")).toBe("Re: Facture 12");
    expect(replySubject("RE : Re: rép: Facture 12")).toBe("Re: Facture 12");
    expect(replySubject("Re[2]: Facture 12")).toBe("Re: Facture 12");
    expect(replySubject("Règlement : Facture 12")).toBe("Re: Règlement : Facture 12");
    expect(replySubject("Re: a\r\nBcc: b")).toBe("Re: a Bcc: b");
  });
});

/** Written by hand and by Python's base64 and hashlib, not by the code under test. */
const GOLDEN: readonly string[] = [
  "Date: Fri, 20 Nov 2026 09:12:00 +0000",
  'From: "Claire Martin"',
  " <compta@lumen.example>",
  "To: =?UTF-8?B?SMOpbMOobmUgxZJ1dnJhcmQsIGNvbXB0YWJpbGl0w6k=?=",
  " <helene@dupont.example>",
  "Subject: =?UTF-8?B?UmFwcGVsIDogZmFjdHVyZSBGLTIwMjYtMDMxIMOpY2h1ZSBsZSA2?=",
  " =?UTF-8?B?IG5vdmVtYnJlIDIwMjY=?=",
  "Message-ID: <r-7kq2mx@lumen.example>",
  "In-Reply-To: <a1@dupont.example>",
  "References: <a0@lumen.example>",
  " <a1@dupont.example>",
  "X-Relance-Reference: R-7KQ2MX",
  "X-Unsent: 1",
  "MIME-Version: 1.0",
  "Content-Type: multipart/alternative;",
  ' boundary="=_relance_a_a10a2e0430568338d71ee873"',
  "",
  "--=_relance_a_a10a2e0430568338d71ee873",
  "Content-Type: text/plain; charset=utf-8",
  "Content-Transfer-Encoding: quoted-printable",
  "",
  "Bonjour,",
  "",
  "Il reste d=C3=BB 1 200,00 =E2=82=AC.",
  "=2E",
  "=46rom nous =C3=A0 vous=20",
  "",
  "--=_relance_a_a10a2e0430568338d71ee873",
  "Content-Type: text/html; charset=utf-8",
  "Content-Transfer-Encoding: quoted-printable",
  "",
  "<!DOCTYPE html>",
  "<html>",
  '<head><meta charset=3D"utf-8"></head>',
  "<body>",
  '<div lang=3D"fr"><p>Bonjour,</p></div>',
  "</body>",
  "</html>",
  "",
  "--=_relance_a_a10a2e0430568338d71ee873--",
  "",
];
