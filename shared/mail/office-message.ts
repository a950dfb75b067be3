import * as z from "zod/mini";
import { err, ok } from "#shared/kernel/result.ts";
import type { Result } from "#shared/kernel/result.ts";
import { attachmentNameOf } from "./attachment-names.ts";
import type { HostCharset } from "./charsets.ts";
import { deliveryReportOf } from "./delivery-report.ts";
import { fieldValueOf, headerLinesOf, partsOfHeaders } from "./header-fields.ts";
import { MAIL_LIMITS } from "./message.ts";
import type { MailAddress, MailUnknown, MessageParts } from "./message.ts";

z.config({ jitless: true });

const person = z.object({
  displayName: z.optional(z.nullable(z.string())),
  emailAddress: z.optional(z.nullable(z.string())),
});
const people = z.optional(z.nullable(z.array(person)));
const words = z.optional(z.nullable(z.string()));

/**
 * What an add-in reads of the open item (Mailbox 1.3; the headers 1.8). The host has called `body.getAsync` for both
 * coercions and `getAllInternetHeadersAsync`, and leaves null what the client did not give.
 */
const officeMail = z.object({
  subject: words,
  internetMessageId: words,
  from: z.optional(z.nullable(person)),
  sender: z.optional(z.nullable(person)),
  to: people,
  cc: people,
  bcc: people,
  /** ISO 8601 with an offset; the host shifts it to the user's zone, so that its day is the day the user sees. */
  dateTimeCreated: words,
  text: words,
  html: words,
  internetHeaders: words,
  attachments: z.optional(
    z.nullable(
      z.array(
        z.object({
          name: words,
          contentType: words,
          size: z.optional(z.nullable(z.number())),
          isInline: z.optional(z.nullable(z.boolean())),
          attachmentType: words,
        }),
      ),
    ),
  ),
});
export type OfficeMail = z.infer<typeof officeMail>;

export type OfficeRefusal = { readonly type: "not-an-office-mail" };

/**
 * A mail as Office.js gives it. What the headers say goes first, since Exchange writes its own names and addresses into
 * the properties; without headers the thread, Reply-To and the zone of the date stay unknown.
 */
export const partsOfOffice = (
  given: unknown,
  host?: HostCharset,
): Result<MessageParts, OfficeRefusal> => {
  const parsed = z.safeParse(officeMail, given);
  if (!parsed.success) return err({ type: "not-an-office-mail" });
  const mail = parsed.data;
  const fields = headerLinesOf(mail.internetHeaders ?? "");
  const hasHeaders = fields.length > 0;
  const head = partsOfHeaders(fields, host);
  const unknown = new Set<MailUnknown>(["attachments"]);
  if (!hasHeaders)
    for (const part of ["replyTo", "inReplyTo", "references", "headers"] as const)
      unknown.add(part);
  const listed = (
    read: readonly MailAddress[] | undefined,
    property: OfficeMail["to"],
  ): readonly MailAddress[] =>
    read !== undefined && read.length > 0
      ? read
      : (property ?? []).slice(0, MAIL_LIMITS.addressesPerField + 1).map(personOf);
  if (head.sentAt == null) unknown.add("offset");
  if (head.messageId == null && bare(mail.internetMessageId) === null) unknown.add("messageId");
  const body = bodyOf(mail, head.headers, unknown);
  const from = head.from ?? (mail.from == null ? null : personOf(mail.from));
  const subject = head.subject !== "" && hasHeaders ? (head.subject ?? "") : (mail.subject ?? "");
  const report = deliveryReportOf({
    headers: head.headers,
    from,
    subject,
    status: null,
    original: null,
    text: body.text ?? mail.text ?? null,
  });
  // Its fields and the mail that came back are parts of their own, which Office.js does not give.
  if (report !== null || !hasHeaders) unknown.add("report");
  return ok({
    messageId: head.messageId ?? bare(mail.internetMessageId),
    inReplyTo: head.inReplyTo ?? [],
    references: head.references ?? [],
    from,
    sender: hasHeaders ? (head.sender ?? null) : senderOf(mail),
    replyTo: head.replyTo ?? [],
    to: listed(head.to, mail.to),
    cc: listed(head.cc, mail.cc),
    bcc: listed(head.bcc, mail.bcc),
    subject,
    sentAt: head.sentAt ?? mail.dateTimeCreated ?? null,
    text: body.text,
    html: body.html,
    headers: head.headers,
    attachments: (mail.attachments ?? []).slice(0, MAIL_LIMITS.attachments + 1).map(attachmentOf),
    report,
    unknown: [...unknown],
  });
};

/** Outlook makes text of HTML and HTML of text; what the sender wrote is kept where the headers tell it. */
const bodyOf = (
  mail: OfficeMail,
  headers: NonNullable<MessageParts["headers"]>,
  unknown: Set<MailUnknown>,
): { readonly text: string | null; readonly html: string | null } => {
  const text = mail.text == null ? null : mail.text.split("\r\n").join("\n");
  const html = mail.html ?? null;
  const line = headers.find((one) => one.name.toLowerCase() === "content-type")?.value ?? "";
  const type = fieldValueOf(line).value;
  if (type === "text/plain" && text !== null) return { text, html: null };
  if (type === "text/html" && html !== null) return { text: null, html };
  unknown.add("text");
  unknown.add("html");
  return { text, html };
};

const personOf = (one: z.infer<typeof person>): MailAddress => ({
  address: one.emailAddress ?? "",
  name: one.displayName ?? "",
});

/** Office.js always gives a sender; a mail has one where it is another than the author. */
const senderOf = (mail: OfficeMail): MailAddress | null =>
  mail.sender == null || mail.sender.emailAddress === mail.from?.emailAddress
    ? null
    : personOf(mail.sender);

const bare = (id: string | null | undefined): string | null =>
  id == null || id.trim() === "" ? null : id;

const attachmentOf = (
  one: NonNullable<NonNullable<OfficeMail["attachments"]>[number]>,
  index: number,
): NonNullable<MessageParts["attachments"]>[number] => {
  const isItem = one.attachmentType === "item";
  const type = isItem ? "message/rfc822" : fieldValueOf(one.contentType ?? "").value;
  return {
    name: attachmentNameOf(one.name ?? "", type, index),
    type: type === "" ? "application/octet-stream" : type,
    bytes: Math.max(0, Math.floor(one.size ?? 0)),
    inline: one.isInline ?? false,
  };
};
