import { concatBytes, sha256Hex, utf8Bytes } from "#shared/kernel/bytes.ts";
import { parseCalendarDate, weekdayOf } from "#shared/kernel/calendar.ts";
import type { Result } from "#shared/kernel/result.ts";
import { err, ok } from "#shared/kernel/result.ts";
import { base64Lines, displayName, headerText, parameter, quotedPrintable } from "./mime-words.ts";

/** Gmail and most hosts take 25 MB once encoded: 18 MB of bytes. */
export const DRAFT_BYTES_MAX = 18 * 1024 * 1024;
/** A letter is a page; more is a runaway. */
export const DRAFT_TEXT_CHARS_MAX = 500_000;
export const DRAFT_ATTACHMENTS_MAX = 60;
/** A draft goes to a debtor's few contacts, never to a crowd. */
export const DRAFT_RECIPIENTS_MAX = 50;
/** RFC 5322, 2.1.1 bounds a line at 998: a subject or a name far below it folds well. */
export const DRAFT_SUBJECT_CHARS_MAX = 400;
export const DRAFT_NAME_CHARS_MAX = 200;
/** RFC 5321, 4.5.3.1.3. */
const ADDRESS_CHARS_MAX = 254;
/** A message id stands on one line with its fold. */
const MESSAGE_ID_CHARS_MAX = 900;
/** A long thread keeps its first message and its newest. */
const REFERENCES_KEPT = 40;

const CRLF = "\r\n";

export type Mailbox = { readonly name: string | null; readonly address: string };

export type DraftAttachment = {
  readonly name: string;
  /** `application/pdf`. */
  readonly type: string;
  readonly bytes: Uint8Array;
};

export type MimeDraft = {
  readonly from: Mailbox;
  readonly to: readonly Mailbox[];
  readonly cc: readonly Mailbox[];
  readonly subject: string;
  readonly text: string;
  /** A fragment; it is put into a document here. */
  readonly html: string;
  /** Message ids with their angle brackets. */
  readonly inReplyTo: string | null;
  readonly references: readonly string[];
  readonly messageId: string | null;
  /** UTC, `2026-11-20T09:12:00Z`; a draft may have none. */
  readonly date: string | null;
  readonly reference: string;
  readonly attachments: readonly DraftAttachment[];
  /** A file that mail programs open as a message to be sent; a draft in a mailbox would go out with that mark. */
  readonly unsent: boolean;
};

export type MimeField =
  | "from"
  | "to"
  | "cc"
  | "subject"
  | "in-reply-to"
  | "references"
  | "message-id"
  | "date"
  | "reference"
  | "attachment";

export type MimeRefusal =
  | { readonly type: "line-break-in-header"; readonly field: MimeField }
  | { readonly type: "address-unfit"; readonly field: MimeField; readonly address: string }
  | { readonly type: "message-id-unfit"; readonly field: MimeField }
  | { readonly type: "date-unfit" }
  | { readonly type: "reference-unfit" }
  | { readonly type: "media-type-unfit"; readonly name: string }
  | { readonly type: "too-long"; readonly field: MimeField | "text"; readonly max: number }
  | { readonly type: "too-many"; readonly field: MimeField; readonly max: number }
  | { readonly type: "too-big"; readonly max: number };

/**
 * The bytes of a draft (RFC 5322, RFC 2045 to 2047, RFC 2231): ASCII only, CRLF, text and HTML as alternatives,
 * attachments in base64. The same draft gives the same bytes: boundaries come from what it holds. A line break in
 * anything that goes into a header is refused, so that no value can add a header.
 */
export const mimeDraft = (draft: MimeDraft): Result<Uint8Array, MimeRefusal> => {
  const refusal = refusalOf(draft);
  if (refusal !== null) return err(refusal);
  // `=_` cannot stand in quoted-printable or base64, so no part can hold a boundary (RFC 2045, 6.7).
  const digest = sha256Hex(
    utf8Bytes(`${draft.subject}\n${draft.reference}\n${draft.text}\n${draft.html}`),
  );
  const outer = `=_relance_m_${digest.slice(0, 24)}`;
  const inner = `=_relance_a_${digest.slice(24, 48)}`;
  const alternative = `multipart/alternative;${CRLF} boundary="${inner}"`;
  const mixed = `multipart/mixed;${CRLF} boundary="${outer}"`;
  const withFiles = draft.attachments.length > 0;
  const head = [
    ...headersOf(draft),
    `Content-Type: ${withFiles ? mixed : alternative}`,
    "",
    "",
  ].join(CRLF);
  const bodies = alternativeBodies(draft, inner);
  if (!withFiles) return ok(utf8Bytes(head + bodies));
  const opening = [`--${outer}`, `Content-Type: ${alternative}`, "", bodies].join(CRLF);
  return ok(
    concatBytes(
      utf8Bytes(head + opening),
      ...draft.attachments.reduce<readonly Uint8Array[]>(
        (parts, attachment) => [...parts, ...attachmentParts(attachment, outer)],
        [],
      ),
      utf8Bytes(`--${outer}--${CRLF}`),
    ),
  );
};

/** `Re: ` once, whatever the subject already carries (`RE :`, `Re[2]:`, `TR:`, `AW:`). */
export const replySubject = (subject: string): string => {
  let rest = subject.replace(/[\r\n\t ]+/g, " ").trim();
  for (;;) {
    const prefix = /^(?:re|réf|rép|aw|sv)(?:\[\d{1,3}\])? ?: ?/i.exec(rest);
    if (prefix === null) break;
    rest = rest.slice(prefix[0].length);
  }
  return `Re: ${rest}`.trim();
};

const headersOf = (draft: MimeDraft): readonly string[] => {
  const references = keptReferences(draft.references);
  return [
    ...(draft.date === null ? [] : [`Date: ${rfcDate(draft.date) ?? ""}`]),
    `From: ${mailboxText(draft.from)}`,
    ...(draft.to.length === 0 ? [] : [`To: ${mailboxesText(draft.to)}`]),
    ...(draft.cc.length === 0 ? [] : [`Cc: ${mailboxesText(draft.cc)}`]),
    `Subject: ${headerText(draft.subject, "Subject: ".length)}`,
    ...(draft.messageId === null ? [] : [`Message-ID: ${draft.messageId}`]),
    ...(draft.inReplyTo === null ? [] : [`In-Reply-To: ${draft.inReplyTo}`]),
    ...(references.length === 0 ? [] : [`References: ${references.join(`${CRLF} `)}`]),
    `X-Relance-Reference: ${draft.reference}`,
    ...(draft.unsent ? ["X-Unsent: 1"] : []),
    "MIME-Version: 1.0",
  ];
};

const mailboxText = ({ name, address }: Mailbox): string =>
  name === null || name.trim() === ""
    ? `<${address}>`
    : `${displayName(name.trim())}${CRLF} <${address}>`;

const mailboxesText = (mailboxes: readonly Mailbox[]): string =>
  mailboxes.map(mailboxText).join(`,${CRLF} `);

const keptReferences = (references: readonly string[]): readonly string[] => {
  const [first] = references;
  if (first === undefined || references.length <= REFERENCES_KEPT) return references;
  return [first, ...references.slice(references.length - REFERENCES_KEPT + 1)];
};

const alternativeBodies = (draft: MimeDraft, boundary: string): string =>
  [
    `--${boundary}`,
    "Content-Type: text/plain; charset=utf-8",
    "Content-Transfer-Encoding: quoted-printable",
    "",
    quotedPrintable(draft.text),
    `--${boundary}`,
    "Content-Type: text/html; charset=utf-8",
    "Content-Transfer-Encoding: quoted-printable",
    "",
    quotedPrintable(
      `<!DOCTYPE html>\n<html>\n<head><meta charset="utf-8"></head>\n<body>\n${draft.html}\n</body>\n</html>\n`,
    ),
    `--${boundary}--`,
    "",
  ].join(CRLF);

const attachmentParts = (
  attachment: DraftAttachment,
  boundary: string,
): readonly [Uint8Array, Uint8Array] => {
  // A path in a file name is an attack on whoever saves it.
  const name = attachment.name.replace(/[/\\]/g, "_");
  const head = [
    `--${boundary}`,
    `Content-Type: ${attachment.type}`,
    "Content-Transfer-Encoding: base64",
    `Content-Disposition: attachment${parameter("filename", name)}`,
    "",
    "",
  ].join(CRLF);
  return [utf8Bytes(head), base64Lines(attachment.bytes)];
};

const WEEKDAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"] as const;
const MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");

/** `2026-11-20T09:12:00Z` as `Fri, 20 Nov 2026 09:12:00 +0000` (RFC 5322, 3.3); null where it is no instant. */
const rfcDate = (instant: string): string | null => {
  const parts = /^(\d{4}-\d{2}-\d{2})T(([01]\d|2[0-3]):[0-5]\d:[0-5]\d)(?:\.\d{1,9})?Z$/.exec(
    instant,
  );
  const date = parts === null ? null : parseCalendarDate(parts[1] ?? "");
  if (parts === null || date === null) return null;
  const weekday = WEEKDAYS[weekdayOf(date) - 1] ?? "";
  const month = MONTHS[Number(date.slice(5, 7)) - 1] ?? "";
  return `${weekday}, ${date.slice(8)} ${month} ${date.slice(0, 4)} ${parts[2] ?? ""} +0000`;
};

const CONTROL = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/;

/** RFC 5322 dot-atom or quoted-free local part, ASCII domain: what every host takes. */
const ADDRESS = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]+@[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?$/;
const MESSAGE_ID = /^<[\x21-\x3b\x3d\x3f-\x7e]+>$/;
const MEDIA_TYPE = /^[A-Za-z0-9!#$&^_.+-]{1,100}\/[A-Za-z0-9!#$&^_.+-]{1,100}$/;
const REFERENCE = /^R-[0-9A-Z]{1,20}$/;

const refusalOf = (draft: MimeDraft): MimeRefusal | null =>
  mailboxRefusal("from", [draft.from]) ??
  mailboxRefusal("to", draft.to) ??
  mailboxRefusal("cc", draft.cc) ??
  recipientsRefusal(draft) ??
  lineRefusal("subject", draft.subject, DRAFT_SUBJECT_CHARS_MAX) ??
  idsRefusal("in-reply-to", draft.inReplyTo === null ? [] : [draft.inReplyTo]) ??
  idsRefusal("references", keptReferences(draft.references)) ??
  idsRefusal("message-id", draft.messageId === null ? [] : [draft.messageId]) ??
  dateRefusal(draft.date) ??
  referenceRefusal(draft.reference) ??
  bodyRefusal(draft) ??
  attachmentsRefusal(draft.attachments);

const lineRefusal = (field: MimeField, value: string, max: number): MimeRefusal | null => {
  if (CONTROL.test(value)) return { type: "line-break-in-header", field };
  return value.length > max ? { type: "too-long", field, max } : null;
};

const mailboxRefusal = (field: MimeField, mailboxes: readonly Mailbox[]): MimeRefusal | null => {
  for (const { name, address } of mailboxes) {
    const named = name === null ? null : lineRefusal(field, name, DRAFT_NAME_CHARS_MAX);
    if (named !== null) return named;
    if (CONTROL.test(address)) return { type: "line-break-in-header", field };
    if (address.length > ADDRESS_CHARS_MAX || !ADDRESS.test(address)) {
      return { type: "address-unfit", field, address: address.slice(0, ADDRESS_CHARS_MAX) };
    }
  }
  return null;
};

const recipientsRefusal = (draft: MimeDraft): MimeRefusal | null =>
  draft.to.length + draft.cc.length > DRAFT_RECIPIENTS_MAX
    ? { type: "too-many", field: "to", max: DRAFT_RECIPIENTS_MAX }
    : null;

const idsRefusal = (field: MimeField, ids: readonly string[]): MimeRefusal | null => {
  for (const id of ids) {
    if (CONTROL.test(id)) return { type: "line-break-in-header", field };
    if (id.length > MESSAGE_ID_CHARS_MAX || !MESSAGE_ID.test(id)) {
      return { type: "message-id-unfit", field };
    }
  }
  return null;
};

const dateRefusal = (date: string | null): MimeRefusal | null =>
  date === null || rfcDate(date) !== null ? null : { type: "date-unfit" };

const referenceRefusal = (reference: string): MimeRefusal | null =>
  REFERENCE.test(reference) ? null : { type: "reference-unfit" };

const bodyRefusal = (draft: MimeDraft): MimeRefusal | null =>
  draft.text.length + draft.html.length > DRAFT_TEXT_CHARS_MAX
    ? { type: "too-long", field: "text", max: DRAFT_TEXT_CHARS_MAX }
    : null;

const attachmentsRefusal = (attachments: readonly DraftAttachment[]): MimeRefusal | null => {
  if (attachments.length > DRAFT_ATTACHMENTS_MAX) {
    return { type: "too-many", field: "attachment", max: DRAFT_ATTACHMENTS_MAX };
  }
  let bytes = 0;
  for (const attachment of attachments) {
    const named = lineRefusal("attachment", attachment.name, DRAFT_NAME_CHARS_MAX);
    if (named !== null) return named;
    // RFC 2046, 5.2.1: a message or a multipart is never base64; nothing of ours is one.
    if (!MEDIA_TYPE.test(attachment.type) || /^(?:message|multipart)\//i.test(attachment.type)) {
      return { type: "media-type-unfit", name: attachment.name };
    }
    bytes += attachment.bytes.length;
  }
  return bytes > DRAFT_BYTES_MAX ? { type: "too-big", max: DRAFT_BYTES_MAX } : null;
};
