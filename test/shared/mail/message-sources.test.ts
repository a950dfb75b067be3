import { describe, expect, it } from "vitest";
import { partsOfGmail } from "#shared/mail/gmail-message.ts";
import { messageOf } from "#shared/mail/message.ts";
import type { Message } from "#shared/mail/message.ts";
import { partsOfOffice } from "#shared/mail/office-message.ts";
import { readMailBytes } from "#src/files/mail-bytes.ts";
import { messageSourceContract } from "../../contracts/message-sources.ts";
import {
  gmailMetadataOf,
  gmailOf,
  gmailRawOf,
  officeOf,
  rawOf,
} from "../../fixtures/mail-shapes.ts";
import type { OfficePeople } from "../../fixtures/mail-shapes.ts";
import { SAMPLE_MAILS } from "../../fixtures/sample-mails.ts";
import type { ToldMail } from "../../fixtures/sample-mails.ts";

/** What Exchange knows of a mail, which is what the mail says. */
const known = (mail: ToldMail): OfficePeople => ({
  from: mail.told.from ?? null,
  sender: mail.told.sender ?? mail.told.from ?? null,
  to: mail.told.to ?? [],
  cc: mail.told.cc ?? [],
  subject: mail.told.subject ?? "",
  text: mail.told.text ?? null,
  messageId: mail.told.messageId ?? null,
  sentAt: mail.told.sentAt ?? null,
});

const office = (mail: ToldMail, hasHeaders: boolean): Promise<Message> => {
  const parts = partsOfOffice(officeOf(mail, known(mail), { hasHeaders }));
  if (!parts.ok) throw new Error(parts.error.type);
  return Promise.resolve(messageOf(parts.value));
};

const gmail = (given: unknown, bodies = new Map<string, string>()): Promise<Message> => {
  const parts = partsOfGmail(given, bodies);
  if (!parts.ok) throw new Error(parts.error.type);
  return Promise.resolve(messageOf(parts.value));
};

messageSourceContract(
  "raw bytes",
  async (mail) => {
    const opened = await readMailBytes(rawOf(mail, mail.isLatin === true ? "latin1" : "utf8"));
    if (!opened.ok) throw new Error(opened.error.type);
    return opened.value;
  },
  [],
);
messageSourceContract(
  "Gmail, decoded,",
  (mail) => {
    const { message, bodies } = gmailOf(mail, { isDecoded: true });
    return gmail(message, bodies);
  },
  [],
);
messageSourceContract(
  "Gmail, as it stands,",
  (mail) => {
    const { message, bodies } = gmailOf(mail, { isDecoded: false });
    return gmail(message, bodies);
  },
  [],
);
messageSourceContract(
  "Gmail, mails within left whole,",
  (mail) => {
    const { message, bodies } = gmailOf(mail, { isDecoded: true, isClosed: true });
    return gmail(message, bodies);
  },
  [],
);
messageSourceContract("Gmail's metadata", (mail) => gmail(gmailMetadataOf(mail)), [
  "text",
  "html",
  "attachments",
  "report",
]);
messageSourceContract("Gmail's raw form", (mail) => gmail(gmailRawOf(mail)), [
  "text",
  "html",
  "attachments",
  "report",
]);
messageSourceContract("Outlook with headers", (mail) => office(mail, true), [
  "messageId",
  "offset",
  "text",
  "html",
  "attachments",
  "report",
]);
messageSourceContract("Outlook without headers", (mail) => office(mail, false), [
  "messageId",
  "sender",
  "replyTo",
  "inReplyTo",
  "references",
  "headers",
  "offset",
  "text",
  "html",
  "attachments",
  "report",
  "bcc",
]);

describe("what Gmail gives", () => {
  const sample = (name: string): ToldMail => {
    const found = SAMPLE_MAILS.find((one) => one.name === name);
    if (found === undefined) throw new Error(name);
    return found;
  };

  it("leaves the fields of a report unknown where they were not fetched", async () => {
    const { message } = gmailOf(sample("a delivery failure"), { isDecoded: true, isClosed: true });
    const read = await gmail(message);
    expect(read.unknown).toContain("report");
    expect(read.report?.action).toBe("failed");
  });

  it("is refused in a typed way where it is none, or holds ids alone", () => {
    expect(partsOfGmail(null)).toEqual({ ok: false, error: { type: "not-a-gmail-message" } });
    expect(partsOfGmail({ payload: 3 })).toEqual({
      ok: false,
      error: { type: "not-a-gmail-message" },
    });
    expect(partsOfGmail({ id: "18c2" })).toEqual({
      ok: false,
      error: { type: "gmail-message-without-payload" },
    });
    expect(partsOfOffice("mail")).toEqual({ ok: false, error: { type: "not-an-office-mail" } });
  });

  it("is followed no deeper than a mail goes", async () => {
    let part: unknown = { mimeType: "text/plain", body: { size: 0, data: "" } };
    for (let depth = 0; depth < 50_000; depth += 1)
      part = { mimeType: "multipart/mixed", headers: [], body: { size: 0 }, parts: [part] };
    const read = await gmail({ payload: part });
    expect(read.problems).toContain("nested-too-deep");
  });

  it("is read no wider than a mail is", async () => {
    const parts = Array.from({ length: 20_000 }, () => ({
      mimeType: "application/pdf",
      body: { attachmentId: "a", size: 1 },
    }));
    const read = await gmail({ payload: { mimeType: "multipart/mixed", headers: [], parts } });
    expect(read.problems).toContain("too-many-attachments");
  });
});
