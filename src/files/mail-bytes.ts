import PostalMime from "postal-mime";
import type { Attachment, Email } from "postal-mime";
import { attachmentNameOf } from "#shared/mail/attachment-names.ts";
import { deliveryReportOf } from "#shared/mail/delivery-report.ts";
import { partsOfHeaders } from "#shared/mail/header-fields.ts";
import { messageOf } from "#shared/mail/message.ts";
import type { MailProblem, Message } from "#shared/mail/message.ts";
import { err, ok } from "#shared/kernel/result.ts";
import type { Result } from "#shared/kernel/result.ts";
import { repairWindows1252, windows1252Text } from "#shared/mail/charsets.ts";
import { hostCharset } from "./host-charset.ts";
import { MAIL_BYTES_MAX } from "./mail-limits.ts";
import { withLatinNamed, withLineFeeds } from "./mail-charset.ts";

/** Parts within parts. Real mails have five; thousands are an attack on the stack. */
export const MAIL_NESTING_MAX = 100;
/** Bytes of all header lines of all parts: 10,000 recipients are about 500 kB. */
export const MAIL_HEADER_BYTES_MAX = 4 * 1024 * 1024;
/** Bytes of the head that are read where the whole cannot be. */
const HEAD_BYTES_MAX = 1024 * 1024;
/** Bytes of a report or of a returned mail that are looked into. */
const REPORT_BYTES_MAX = 100_000;

/** Why a mail is not opened. Its bytes can be filed all the same. */
export type MailRefusal =
  | { readonly type: "mail-empty" }
  | { readonly type: "mail-too-large"; readonly bytes: number; readonly bytesMax: number }
  | { readonly type: "not-a-mail" }
  | { readonly type: "no-such-attachment"; readonly index: number };

export type AttachmentContent = {
  readonly name: string;
  readonly type: string;
  readonly content: Uint8Array;
};

const HEADERS_OF_MAIL = new Set(
  "from to cc bcc sender reply-to subject date message-id received return-path mime-version content-type delivered-to".split(
    " ",
  ),
);

/** A mail out of its raw bytes (RFC 5322, MIME), within the limits of MAIL_LIMITS. Never rejects. */
export const readMailBytes = async (bytes: Uint8Array): Promise<Result<Message, MailRefusal>> => {
  const parsed = await parse(bytes);
  if (!parsed.ok) return parsed;
  const { email, problems } = parsed.value;
  const text = email.text === undefined ? null : unixLines(repaired(email.text));
  const head = partsOfHeaders(
    email.headers.map((one) => ({ name: repaired(one.originalKey), value: repaired(one.value) })),
    hostCharset,
  );
  return ok(
    messageOf({
      ...head,
      text,
      html: email.html === undefined ? null : repaired(email.html),
      attachments: email.attachments.map((one, index) => ({
        name: nameOf(one, index),
        type: one.mimeType,
        bytes: contentOf(one).length,
        inline: one.disposition === "inline" || one.related === true,
      })),
      report: deliveryReportOf({
        headers: head.headers,
        from: head.from ?? null,
        subject: head.subject ?? "",
        status: partText(email, ["message/delivery-status", "message/global-delivery-status"]),
        original: partText(email, ["message/rfc822", "text/rfc822-headers", "message/global"]),
        text,
      }),
      problems,
    }),
  );
};

/** One attachment, decoded, by its place in `Message.attachments`. */
export const attachmentBytes = async (
  bytes: Uint8Array,
  index: number,
): Promise<Result<AttachmentContent, MailRefusal>> => {
  const parsed = await parse(bytes);
  if (!parsed.ok) return parsed;
  const found = parsed.value.email.attachments[index];
  return found === undefined
    ? err({ type: "no-such-attachment", index })
    : ok({ name: nameOf(found, index), type: found.mimeType, content: contentOf(found) });
};

/** The names of a mail's attachments, in its order; a part without one gets `part-1.eml` and the like. */
export const readAttachmentNames = async (
  bytes: Uint8Array,
): Promise<Result<readonly string[], MailRefusal>> => {
  const parsed = await parse(bytes);
  return parsed.ok ? ok(parsed.value.email.attachments.map(nameOf)) : parsed;
};

type Parsed = { readonly email: Email; readonly problems: readonly MailProblem[] };

const parse = async (bytes: Uint8Array): Promise<Result<Parsed, MailRefusal>> => {
  if (bytes.length === 0) return err({ type: "mail-empty" });
  if (bytes.length > MAIL_BYTES_MAX)
    return err({ type: "mail-too-large", bytes: bytes.length, bytesMax: MAIL_BYTES_MAX });
  const clean = withoutLead(withLineFeeds(bytes));
  const whole = await parseOnce(clean);
  if (whole.ok) {
    if (!isMail(whole.value)) return err({ type: "not-a-mail" });
    if (!holdsUndecoded(whole.value)) return ok({ email: whole.value, problems: [] });
    const named = await parseOnce(withLatinNamed(clean));
    return ok({ email: named.ok ? named.value : whole.value, problems: [] });
  }
  // What the head says is still worth having: who wrote, when, in which thread.
  const head = await parseOnce(headOf(clean));
  if (!head.ok) return err({ type: "not-a-mail" });
  if (!isMail(head.value)) return err({ type: "not-a-mail" });
  return ok({
    email: { ...head.value, attachments: [] },
    problems: [whole.error.includes("nesting") ? "nested-too-deep" : "not-decoded"],
  });
};

const parseOnce = async (bytes: Uint8Array): Promise<Result<Email, string>> => {
  try {
    return ok(
      await PostalMime.parse(bytes, {
        // A mail within a mail is an attachment: its words are not those of the sender.
        forceRfc822Attachments: true,
        attachmentEncoding: "arraybuffer",
        maxNestingDepth: MAIL_NESTING_MAX,
        maxHeadersSize: MAIL_HEADER_BYTES_MAX,
        maxRfc822NestingDepth: 0,
      }),
    );
  } catch (error) {
    return err(error instanceof Error ? error.message.toLowerCase() : "unknown");
  }
};

/** Without empty lines and the `From ` line of a mailbox file before the first header. */
const withoutLead = (bytes: Uint8Array): Uint8Array => {
  let at = 0;
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) at = 3;
  while (at < bytes.length && (bytes[at] === 10 || bytes[at] === 13)) at += 1;
  const isFromLine =
    windows1252Text(bytes.subarray(at, at + 5)) === "From " ||
    windows1252Text(bytes.subarray(at, at + 6)) === ">From ";
  if (isFromLine) {
    const end = bytes.indexOf(10, at);
    if (end > 0) at = end + 1;
  }
  return at === 0 ? bytes : bytes.subarray(at);
};

const headOf = (bytes: Uint8Array): Uint8Array => {
  const limit = Math.min(bytes.length, HEAD_BYTES_MAX);
  for (let at = 0; at < limit;) {
    const end = bytes.indexOf(10, at);
    if (end < 0 || end >= limit) break;
    if (end === at || (end === at + 1 && bytes[at] === 13)) return bytes.subarray(0, at);
    at = end + 1;
  }
  return bytes.subarray(0, limit);
};

const isMail = (email: Email): boolean => email.headers.some((one) => HEADERS_OF_MAIL.has(one.key));

const holdsUndecoded = (email: Email): boolean =>
  [
    email.text ?? "",
    email.html ?? "",
    email.subject ?? "",
    ...email.headers.map((one) => one.value),
    ...email.attachments.map((one) => one.filename ?? ""),
  ].some((text) => text.includes("\ufffd"));

const nameOf = (one: Attachment, index: number): string =>
  attachmentNameOf(repaired(one.filename ?? ""), one.mimeType, index);

const contentOf = (one: Attachment): Uint8Array =>
  typeof one.content === "string"
    ? new TextEncoder().encode(one.content)
    : one.content instanceof Uint8Array
      ? one.content
      : new Uint8Array(one.content);

const partText = (email: Email, types: readonly string[]): string | null => {
  const found = email.attachments.find((one) => types.includes(one.mimeType));
  return found === undefined
    ? null
    : windows1252Text(contentOf(found).subarray(0, REPORT_BYTES_MAX));
};

const repaired = (text: string): string => repairWindows1252(text);

const unixLines = (text: string): string => text.split(/\r\n|\r/).join("\n");
