import { describe, expect, it } from "vitest";
import { attachmentBytes, readMailBytes } from "#src/files/mail-bytes.ts";
import { windows1252Text } from "#shared/mail/charsets.ts";
import type { Message } from "#shared/mail/message.ts";

/** The same traps as on Node, where the platform's own decoder is wrong: here it is right, and nothing may be mended twice. */
const lines = (...list: string[]): Uint8Array =>
  Uint8Array.from(list.join("\r\n"), (char) => char.charCodeAt(0));

const opened = async (bytes: Uint8Array): Promise<Message> => {
  const result = await readMailBytes(bytes);
  if (!result.ok) throw new Error(result.error.type);
  return result.value;
};

const HEAD = ["From: Claire <claire@lacombe.example>", "Message-ID: <m1@lacombe.example>"];

describe("a mail opened from its bytes in Chromium", () => {
  it.each(["windows-1252", "iso-8859-1", "us-ascii"])(
    "reads 0x80, 0x92 and 0x9c as €, ’ and œ in %s",
    async (charset) => {
      const mail = await opened(
        lines(
          ...HEAD,
          `Content-Type: text/plain; charset=${charset}`,
          "",
          "1 150 \x80, l\x92\x9cuvre",
        ),
      );
      expect(mail.text).toContain("1 150 €, l’œuvre");
    },
  );

  it("reads them in subjects, names and file names", async () => {
    const mail = await opened(
      lines(
        "From: =?windows-1252?Q?L=92Atelier?= <a@lacombe.example>",
        "Subject: =?windows-1252?Q?Facture_de_50_=80?=",
        "Content-Type: application/pdf; name*=windows-1252''Facture%20%80.pdf",
        "Content-Disposition: attachment; filename*=windows-1252''Facture%20%80.pdf",
        "Content-Transfer-Encoding: base64",
        "",
        "JVBERi0=",
      ),
    );
    expect(mail.subject).toBe("Facture de 50 €");
    expect(mail.from?.name).toBe("L’Atelier");
    expect(mail.attachments[0]?.name).toBe("Facture €.pdf");
  });

  it("leaves UTF-8 as it is, and takes bytes of no named charset to be UTF-8 where they are", async () => {
    const named = await opened(
      lines(...HEAD, "Content-Type: text/plain; charset=utf-8", "", "\xe2\x82\xac"),
    );
    const unnamed = await opened(lines(...HEAD, "", "\xe2\x82\xac"));
    const latin = await opened(lines(...HEAD, "", "\xe9t\xe9 \x80"));
    expect(named.text).toContain("€");
    expect(unnamed.text).toContain("€");
    expect(latin.text).toContain("été €");
  });

  it("maps every byte of the table as Windows does", () => {
    const bytes = Uint8Array.from({ length: 256 }, (_, index) => index);
    expect(windows1252Text(bytes)).toBe(new TextDecoder("windows-1252").decode(bytes));
  });

  it("hands out an attachment byte for byte", async () => {
    const bytes = lines(
      ...HEAD,
      "Content-Type: application/octet-stream; name=a.bin",
      "Content-Disposition: attachment; filename=a.bin",
      "Content-Transfer-Encoding: base64",
      "",
      "gJIA/w==",
    );
    const content = await attachmentBytes(bytes, 0);
    expect(content.ok && [...content.value.content]).toEqual([0x80, 0x92, 0x00, 0xff]);
  });
});
