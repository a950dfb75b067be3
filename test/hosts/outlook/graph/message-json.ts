import { fileData } from "../items.ts";
import type { MailFile, Person } from "../mail.ts";
import { restId } from "../mailbox.ts";
import type { Mailbox, StoredMail } from "../mailbox.ts";
import { listOf, recordOf, textOf } from "../protocol.ts";
import type { Fields } from "../protocol.ts";

/** Named properties that a program gave to mails, by immutable id. */
export type ExtraProperties = Map<string, Readonly<Record<string, string>>>;

export type Shown = {
  readonly isImmutable: boolean;
  /** Null: all but what has to be asked for. */
  readonly select: readonly string[] | null;
  readonly asText: boolean;
};

const personJson = ({ name, address }: Person): object => ({ emailAddress: { name, address } });

export const etagOf = (mail: StoredMail): string =>
  `W/"CQAAABYAAADHcgC8${String(mail.version).padStart(6, "A")}"`;

export const idShown = (mail: StoredMail, isImmutable: boolean): string =>
  isImmutable ? mail.immutableId : restId(mail.id);

/** https://learn.microsoft.com/graph/api/resources/message */
export const messageJson = (mailbox: Mailbox, mail: StoredMail, shown: Shown): Fields => {
  const whole: Fields = {
    createdDateTime: mail.createdAt,
    lastModifiedDateTime: mail.modifiedAt,
    changeKey: etagOf(mail).slice(3, -1),
    categories: mail.categories,
    receivedDateTime: mail.receivedAt,
    sentDateTime: mail.sentAt,
    hasAttachments: mail.files.some(({ isInline }) => !isInline),
    internetMessageId: mail.messageId,
    subject: mail.subject,
    bodyPreview: mail.text.replace(/\s+/g, " ").slice(0, 255),
    importance: "normal",
    parentFolderId: mailbox.folders.get(mail.folder) ?? mail.folder,
    conversationId: mail.conversationId,
    isRead: mail.isRead,
    isDraft: mail.isDraft,
    webLink: `https://outlook.office365.com/owa/?ItemID=${encodeURIComponent(mail.id)}&exvsurl=1&viewmodel=ReadMessageItem`,
    body: shown.asText
      ? { contentType: "text", content: mail.text }
      : { contentType: "html", content: mail.html },
    sender: mail.sender === null ? null : personJson(mail.sender),
    from: mail.from === null ? null : personJson(mail.from),
    toRecipients: mail.to.map(personJson),
    ccRecipients: mail.cc.map(personJson),
    bccRecipients: mail.bcc.map(personJson),
    replyTo: mail.replyTo.map(personJson),
    flag: { flagStatus: "notFlagged" },
  };
  // "Returned only on applying a $select query option." (message resource, internetMessageHeaders)
  const more: Fields = { ...whole, internetMessageHeaders: headersJson(mail) };
  const chosen =
    shown.select === null
      ? whole
      : Object.fromEntries(Object.entries(more).filter(([name]) => shown.select?.includes(name)));
  return {
    "@odata.etag": etagOf(mail),
    id: idShown(mail, shown.isImmutable),
    ...chosen,
  };
};

const headersJson = (mail: StoredMail): readonly object[] =>
  mail.headers
    .replace(/\r\n[ \t]+/g, " ")
    .split("\r\n")
    .flatMap((line) => {
      const colon = line.indexOf(":");
      if (colon < 1) return [];
      return [{ name: line.slice(0, colon), value: line.slice(colon + 1).trim() }];
    });

export const attachmentJson = (file: MailFile, withBytes: boolean): Fields => ({
  "@odata.type":
    file.kind === "item" ? "#microsoft.graph.itemAttachment" : "#microsoft.graph.fileAttachment",
  id: restId(file.id),
  name: file.name,
  contentType: file.type,
  size: recordOf(fileData(file))["size"],
  isInline: file.isInline,
  ...(file.kind === "item" ? {} : { contentId: file.contentId }),
  ...(withBytes && file.kind === "file"
    ? { contentBytes: Buffer.from(file.bytes).toString("base64") }
    : {}),
});

export const peopleOf = (value: unknown): readonly Person[] =>
  listOf(value).map((one) => {
    const { address, name } = recordOf(recordOf(one)["emailAddress"]);
    const given = textOf(address);
    return { address: given, name: typeof name === "string" && name !== "" ? name : given };
  });
