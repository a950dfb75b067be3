import { describe, expect, it } from "vitest";
import { attachmentBytes, readAttachmentNames, readMailBytes } from "#src/files/mail-bytes.ts";
import { MAIL_BYTES_MAX } from "#src/files/mail-limits.ts";
import { isMbox, mboxMessages } from "#src/files/mbox.ts";
import { windows1252Text } from "#shared/mail/charsets.ts";
import { htmlText } from "#shared/mail/html-text.ts";
import type { Message } from "#shared/mail/message.ts";

/** One byte for each character up to U+00FF. */
const raw = (text: string): Uint8Array => Uint8Array.from(text, (char) => char.charCodeAt(0));
const lines = (...list: string[]): Uint8Array => raw(list.join("\r\n"));
const opened = async (bytes: Uint8Array): Promise<Message> => {
  const result = await readMailBytes(bytes);
  if (!result.ok) throw new Error(result.error.type);
  return result.value;
};
const HEAD = [
  "From: =?utf-8?Q?Andr=C3=A9?= <ANDRE@Exemple.fr>",
  "To: compta@atelier.example",
  "Subject: Facture",
  "Message-ID: <m1@exemple.fr>",
  "In-Reply-To: <r1@atelier.example>",
  "References: <r0@atelier.example> <r1@atelier.example>",
  "Date: Fri, 20 Nov 2026 23:30:00 -0500",
];

describe("a mail opened from its bytes", () => {
  it("keeps identifiers bare, addresses small, and the day in the offset it was written in", async () => {
    const mail = await opened(lines(...HEAD, "", "Bonjour"));
    expect(mail.from).toEqual({ address: "andre@exemple.fr", name: "André" });
    expect(mail.messageId).toBe("m1@exemple.fr");
    expect(mail.inReplyTo).toEqual(["r1@atelier.example"]);
    expect(mail.references).toEqual(["r0@atelier.example", "r1@atelier.example"]);
    expect(mail.sentAt).toBe("2026-11-20T23:30:00-05:00");
    expect(mail.sentOn).toBe("2026-11-20");
    expect(mail.problems).toEqual([]);
  });

  it.each(["windows-1252", "iso-8859-1", "us-ascii"])(
    "reads byte 0x80 as the euro sign in %s, on a platform that does not",
    async (charset) => {
      const mail = await opened(
        lines(
          ...HEAD,
          `Content-Type: text/plain; charset=${charset}`,
          "",
          "12 \u0080 \u0093oui\u0094",
        ),
      );
      expect(mail.text?.trim()).toBe("12 € “oui”");
    },
  );

  it("mends subjects, names and file names in the same way", async () => {
    const mail = await opened(
      lines(
        "From: =?windows-1252?Q?L=92atelier?= <a@b.fr>",
        "Subject: =?windows-1252?Q?12_=80?=",
        'Content-Type: multipart/mixed; boundary="x"',
        "",
        "--x",
        'Content-Type: application/pdf; name="=?windows-1252?Q?d=92ici.pdf?="',
        "Content-Transfer-Encoding: base64",
        "",
        "JVBERg==",
        "--x--",
      ),
    );
    expect(mail.subject).toBe("12 €");
    expect(mail.from?.name).toBe("L’atelier");
    expect(mail.attachments[0]?.name).toBe("d’ici.pdf");
  });

  it("takes bytes of no named charset to be UTF-8 where they are, else windows-1252", async () => {
    expect((await opened(lines(...HEAD, "", "r\u00e9gl\u00e9 \u0080"))).text?.trim()).toBe(
      "réglé €",
    );
    expect((await opened(lines(...HEAD, "", "r\u00c3\u00a9gl\u00c3\u00a9"))).text?.trim()).toBe(
      "réglé",
    );
    expect((await opened(lines("From: a@b.fr", "Subject: impay\u00e9", "", "x"))).subject).toBe(
      "impayé",
    );
  });

  it.each(["\n", "\r\n", "\r"])("reads mails whose lines end in %j", async (end) => {
    const mail = await opened(raw([...HEAD, "", "Bonjour", "Merci"].join(end)));
    expect(mail.text?.trim()).toBe("Bonjour\nMerci");
    expect(mail.subject).toBe("Facture");
  });

  it("keeps what stands before the cut of a truncated multipart", async () => {
    const mail = await opened(
      lines(
        ...HEAD,
        "Content-Type: multipart/mixed; boundary=x",
        "",
        "--x",
        "",
        "Bonjour",
        "--x",
        "Content-Type: application/pdf",
      ),
    );
    expect(mail.text?.trim()).toBe("Bonjour");
  });

  it("names what is missing and what is too much, and goes on", async () => {
    const bare = await opened(lines("Subject: x", "", "y"));
    expect(bare.problems).toEqual(
      expect.arrayContaining(["no-date", "no-message-id", "no-sender"]),
    );
    const people = Array.from({ length: 10_000 }, (_, at) => `u${String(at)}@x.example`).join(
      ",\r\n ",
    );
    const crowd = await opened(lines(...HEAD, `Cc: ${people}`, "", "y"));
    expect(crowd.cc).toHaveLength(500);
    expect(crowd.problems).toContain("too-many-addresses");
  });

  it("reads the head of a mail of 2,000 nested parts, and says that it stopped", async () => {
    const nested = Array.from(
      { length: 2000 },
      (_, at) =>
        `Content-Type: multipart/mixed; boundary=b${String(at)}\r\n\r\n--b${String(at)}\r\n`,
    ).join("");
    const mail = await opened(raw(`${HEAD.join("\r\n")}\r\n${nested}`));
    expect(mail.messageId).toBe("m1@exemple.fr");
    expect(mail.problems).toContain("nested-too-deep");
  });

  it("gives HTML as it came, for reading as text without scripts", async () => {
    const mail = await opened(
      lines(...HEAD, "Content-Type: text/html", "", "<script>x()</script><p>pay&eacute;</p>"),
    );
    expect(mail.text).toBeNull();
    expect(htmlText(mail.html ?? "")).toBe("payé");
  });

  it("opens 25 MiB, and refuses more in a typed way", async () => {
    const big = new Uint8Array(25 * 1024 * 1024).fill(65);
    for (let at = 76; at < big.length; at += 77) big[at] = 10;
    big.set(lines(...HEAD, "", ""), 0);
    expect((await opened(big)).problems).toEqual(["text-cut"]);
    const refused = await readMailBytes(new Uint8Array(MAIL_BYTES_MAX + 1));
    expect(refused).toEqual({
      ok: false,
      error: { type: "mail-too-large", bytes: MAIL_BYTES_MAX + 1, bytesMax: MAIL_BYTES_MAX },
    });
  });

  it("refuses what is no mail", async () => {
    expect(await readMailBytes(new Uint8Array())).toEqual({
      ok: false,
      error: { type: "mail-empty" },
    });
    expect(await readMailBytes(raw("%PDF-1.7 nothing"))).toEqual({
      ok: false,
      error: { type: "not-a-mail" },
    });
  });

  it("hands out attachments whole, a mail within a mail among them", async () => {
    const bytes = lines(
      ...HEAD,
      "Content-Type: multipart/mixed; boundary=x",
      "",
      "--x",
      "",
      "voir ci-joint",
      "--x",
      "Content-Type: message/rfc822",
      "",
      "Subject: original",
      "",
      "je paierai demain",
      "--x",
      "Content-Type: application/pdf; name=f.pdf",
      "Content-Transfer-Encoding: base64",
      "",
      "JVBERg==",
      "--x--",
    );
    expect((await opened(bytes)).text).not.toContain("demain");
    const names = await readAttachmentNames(bytes);
    expect(names).toEqual({ ok: true, value: ["part-1.eml", "f.pdf"] });
    const pdf = await attachmentBytes(bytes, 1);
    expect(pdf.ok && windows1252Text(pdf.value.content)).toBe("%PDF");
    expect((await attachmentBytes(bytes, 9)).ok).toBe(false);
  });

  it("reads a delivery report by its fields, and the mail that came back", async () => {
    const mail = await opened(
      lines(
        "From: MAILER-DAEMON@mx.example",
        "Subject: Undelivered",
        "Content-Type: multipart/report; report-type=delivery-status; boundary=x",
        "",
        "--x",
        "",
        "not delivered",
        "--x",
        "Content-Type: message/delivery-status",
        "",
        "Reporting-MTA: dns; mx.example",
        "",
        "Final-Recipient: rfc822; Marie@Dupont.fr",
        "Action: failed",
        "Status: 5.1.1",
        "--x",
        "Content-Type: message/rfc822",
        "",
        "Message-ID: <rappel@atelier.example>",
        "Subject: Rappel",
        "",
        "x",
        "--x--",
      ),
    );
    expect(mail.report).toEqual({
      action: "failed",
      status: "5.1.1",
      finalRecipient: "marie@dupont.fr",
      permanence: "permanent",
      outcomes: [
        {
          recipient: "marie@dupont.fr",
          action: "failed",
          status: "5.1.1",
          permanence: "permanent",
        },
      ],
      originalMessageId: "rappel@atelier.example",
      originalReferences: [],
    });
  });
});

describe("an .mbox", () => {
  it("parts into the untouched bytes of its mails, and not at a sentence that begins with From", () => {
    const first = "Subject: a\n\nhello\n\nFrom here on we pay.\n";
    const second = "Subject: b\n\n>From quoted\n";
    const bytes = raw(
      `From x Fri Nov 20 09:00:00 2026\n${first}\nFrom y Fri Nov 20 10:00:00 2026\n${second}`,
    );
    expect(isMbox(bytes)).toBe(true);
    expect([...mboxMessages(bytes)].map(windows1252Text)).toEqual([first, second]);
  });

  it("is told from a single mail", () => {
    expect(isMbox(raw("From: a@b.fr\nSubject: x\n\ny"))).toBe(false);
    expect([...mboxMessages(raw("Subject: x\n\ny"))]).toEqual([]);
  });
});
