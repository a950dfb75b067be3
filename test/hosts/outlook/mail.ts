import { createHash } from "node:crypto";
import PostalMime from "postal-mime";
import type { Address, Attachment } from "postal-mime";
import { repairWindows1252 } from "#shared/mail/charsets.ts";
import { htmlOfText, textOfHtml } from "./exchange-text.ts";

export type Person = { readonly name: string; readonly address: string };

export type MailFile = {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
  readonly isInline: boolean;
  readonly contentId: string | null;
  /** A mail within the mail is an item in Exchange, with no bytes of its own but those of an .eml. */
  readonly kind: "file" | "item";
};

/** What a mail says, without the place it lies in. */
export type MailContent = {
  subject: string;
  from: Person | null;
  sender: Person | null;
  replyTo: readonly Person[];
  to: readonly Person[];
  cc: readonly Person[];
  bcc: readonly Person[];
  messageId: string;
  inReplyTo: string;
  references: string;
  sentAt: string;
  bodyKind: "html" | "text";
  html: string;
  text: string;
  files: readonly MailFile[];
  /** Header lines as they came; empty for what was never sent. */
  readonly headers: string;
  /** The bytes as they came; null for a draft. */
  readonly bytes: Uint8Array | null;
};

/** A mail out of its raw bytes, as Exchange takes it apart. Node's own decoder reads windows-1252 as Latin-1. */
export const mailOf = async (bytes: Uint8Array): Promise<MailContent> => {
  const email = await PostalMime.parse(bytes, { forceRfc822Attachments: true });
  const from = peopleOf(email.from)[0] ?? null;
  const html = email.html === undefined ? undefined : repairWindows1252(email.html);
  const text = repairWindows1252(email.text ?? (html === undefined ? "" : textOfHtml(html)));
  return {
    subject: repairWindows1252(email.subject ?? ""),
    from,
    sender: peopleOf(email.sender)[0] ?? from,
    replyTo: peopleOf(...(email.replyTo ?? [])),
    to: peopleOf(...(email.to ?? [])),
    cc: peopleOf(...(email.cc ?? [])),
    bcc: [],
    messageId: email.messageId ?? "",
    inReplyTo: email.inReplyTo ?? "",
    references: email.references ?? "",
    sentAt: isoOf(email.date),
    bodyKind: html === undefined ? "text" : "html",
    html: html ?? htmlOfText(text),
    text: html === undefined ? text : textOfHtml(html),
    files: await Promise.all(email.attachments.map(fileOf)),
    headers: headLinesOf(bytes),
    bytes,
  };
};

/** Exchange shows an address for a name where there is none, and takes groups apart. */
const peopleOf = (...found: readonly (Address | undefined)[]): readonly Person[] =>
  found.flatMap((one) => {
    if (one === undefined) return [];
    const members = one.group ?? [one];
    return members.map(({ name, address }) => ({
      name: name === "" ? address : repairWindows1252(name),
      address,
    }));
  });

const isoOf = (date: string | undefined): string => {
  const at = date === undefined ? Number.NaN : Date.parse(date);
  return new Date(Number.isNaN(at) ? 0 : at).toISOString();
};

const headLinesOf = (bytes: Uint8Array): string => {
  const text = Buffer.from(bytes).toString("utf8").replace(/\r?\n/g, "\r\n");
  const end = text.indexOf("\r\n\r\n");
  return end === -1 ? text : text.slice(0, end + 2);
};

const fileOf = async (part: Attachment, index: number): Promise<MailFile> => {
  const bytes =
    typeof part.content === "string" ? Buffer.from(part.content) : new Uint8Array(part.content);
  const isItem = part.mimeType === "message/rfc822";
  // Exchange names an enclosed mail by its subject, and a nameless part by its place.
  const name = isItem
    ? ((await PostalMime.parse(bytes)).subject ?? "Message")
    : (part.filename ?? `ATT0000${String(index + 1)}`);
  return {
    id: `AAMkADAt+${digest(`${name}${String(index)}`, 24)}/BEgAQA=`,
    name,
    type: part.mimeType,
    bytes,
    isInline: part.disposition === "inline" || part.related === true,
    contentId: part.contentId?.replace(/^<|>$/g, "") ?? null,
    kind: isItem ? "item" : "file",
  };
};

export const digest = (text: string, chars: number): string =>
  createHash("sha256").update(text).digest("base64").replaceAll("=", "").slice(0, chars);
