import {
  base64Lines,
  displayName,
  headerText,
  parameter,
  quotedPrintable,
} from "#shared/drafting/mime-words.ts";
import { concatBytes, sha256Hex, utf8Bytes } from "#shared/kernel/bytes.ts";
import type { MailAddress } from "#shared/mail/message.ts";

/** A mail that is known by its parts alone: neither a server nor a file has its bytes for us. */
export type MailParts = {
  /** The header section as the host gives it; null where it gives none. */
  readonly headers: string | null;
  /** Used where there are no headers. */
  readonly known: {
    readonly from: MailAddress | null;
    readonly to: readonly MailAddress[];
    readonly cc: readonly MailAddress[];
    readonly subject: string;
    readonly messageId: string | null;
    /** ISO 8601 with an offset. */
    readonly sentAt: string | null;
  };
  readonly text: string | null;
  readonly html: string | null;
  readonly attachments: readonly PartAttachment[];
  /** Names of attachments whose bytes could not be had. */
  readonly missing: readonly string[];
};

export type PartAttachment = {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
  /** The id that the HTML names it by, without angle brackets. */
  readonly contentId: string | null;
};

/** In every mail that we put together ourselves, so that the file itself says that it is not the original. */
export const RECONSTRUCTED_FIELD = "X-Relance-Reconstructed";
const MISSING_FIELD = "X-Relance-Missing";
const CRLF = "\r\n";
/** Lines of the header section that are taken over; Exchange writes about two hundred. */
const RECONSTRUCTED_LINES_MAX = 4_000;
/** RFC 5322, 2.1.1. */
const RECONSTRUCTED_LINE_CHARS_MAX = 998;

/**
 * The bytes of a mail put together from its parts (RFC 5322, RFC 2045): its own header lines, save those that describe a
 * body which is not this one; the text and the HTML; the attachments. The same parts give the same bytes.
 */
export const reconstructedMail = (parts: MailParts): Uint8Array => {
  const digest = sha256Hex(
    utf8Bytes(
      `${parts.headers ?? ""}\n${parts.text ?? ""}\n${parts.html ?? ""}`.slice(0, 2_000_000),
    ),
  );
  // `=_` cannot stand in quoted-printable or base64, so no part can hold a boundary (RFC 2045, 6.7).
  const outer = `=_relance_r_${digest.slice(0, 24)}`;
  const inner = `=_relance_b_${digest.slice(24, 48)}`;
  const body = bodyOf(parts, inner);
  const withFiles = parts.attachments.length > 0;
  const head = [
    `${RECONSTRUCTED_FIELD}: yes`,
    ...parts.missing.map(
      (name) => `${MISSING_FIELD}: ${headerText(oneLine(name), MISSING_FIELD.length + 2)}`,
    ),
    ...(ownHeaders(parts.headers) ?? knownHeaders(parts.known)),
    "MIME-Version: 1.0",
  ];
  if (!withFiles) return utf8Bytes([...head, body].join(CRLF));
  const opening = [
    ...head,
    `Content-Type: multipart/mixed;${CRLF} boundary="${outer}"`,
    "",
    `--${outer}`,
    body,
    "",
  ].join(CRLF);
  return concatBytes(
    utf8Bytes(opening),
    ...parts.attachments.flatMap((one) => filePart(one, outer)),
    utf8Bytes(`--${outer}--${CRLF}`),
  );
};

const bodyOf = (parts: MailParts, boundary: string): string => {
  const text = parts.text === null ? null : textPart("plain", parts.text);
  const html = parts.html === null ? null : textPart("html", parts.html);
  if (text === null || html === null) return text ?? html ?? textPart("plain", "");
  return [
    `Content-Type: multipart/alternative;${CRLF} boundary="${boundary}"`,
    "",
    `--${boundary}`,
    text,
    `--${boundary}`,
    html,
    `--${boundary}--`,
    "",
  ].join(CRLF);
};

const textPart = (kind: "plain" | "html", text: string): string =>
  [
    `Content-Type: text/${kind}; charset=utf-8`,
    "Content-Transfer-Encoding: quoted-printable",
    "",
    quotedPrintable(text),
  ].join(CRLF);

const filePart = (one: PartAttachment, boundary: string): readonly Uint8Array[] => {
  const name = oneLine(one.name);
  // A mail within a mail may not be encoded (RFC 2046, 5.2.1).
  const isMail = one.type === "message/rfc822";
  const id = one.contentId === null ? "" : oneLine(one.contentId).replace(/[<>\s]/g, "");
  const head = [
    `--${boundary}`,
    `Content-Type: ${mediaType(one.type)}${parameter("name", name)}`,
    `Content-Disposition: ${id === "" ? "attachment" : "inline"}${parameter("filename", name)}`,
    ...(id === "" ? [] : [`Content-ID: <${id}>`]),
    `Content-Transfer-Encoding: ${isMail ? "8bit" : "base64"}`,
    "",
    "",
  ].join(CRLF);
  const content = isMail ? concatBytes(one.bytes, utf8Bytes(CRLF)) : base64Lines(one.bytes);
  return [utf8Bytes(head), content];
};

const mediaType = (type: string): string =>
  /^[a-z0-9!#$&^_.+-]{1,60}\/[a-z0-9!#$&^_.+-]{1,80}$/.test(type)
    ? type
    : "application/octet-stream";

/** Fields that describe the body of the original, and our own. */
const isOfBody = (name: string): boolean =>
  name.startsWith("content-") || name === "mime-version" || name.startsWith("x-relance-");

/** The lines of a header section as they stand, folds with them; null where it holds no field. */
const ownHeaders = (section: string | null): readonly string[] | null => {
  if (section === null) return null;
  const kept: string[] = [];
  let isKept = false;
  for (const raw of section.split("\n").slice(0, RECONSTRUCTED_LINES_MAX)) {
    const line = (raw.endsWith("\r") ? raw.slice(0, -1) : raw).replace(/[\r\0]/g, " ");
    if (line.trim() === "") {
      if (kept.length > 0) break;
      continue;
    }
    if (line.startsWith(" ") || line.startsWith("\t")) {
      if (isKept) kept.push(line.slice(0, RECONSTRUCTED_LINE_CHARS_MAX));
      continue;
    }
    const colon = line.indexOf(":");
    const name = line.slice(0, Math.max(0, colon)).trimEnd().toLowerCase();
    isKept = /^[!-9;-~]{1,100}$/.test(name) && !isOfBody(name);
    if (isKept) kept.push(line.slice(0, RECONSTRUCTED_LINE_CHARS_MAX));
  }
  return kept.length === 0 ? null : kept;
};

const knownHeaders = (known: MailParts["known"]): readonly string[] => {
  const people = (name: string, list: readonly MailAddress[]): readonly string[] =>
    list.length === 0 ? [] : [`${name}: ${list.map(person).join(`,${CRLF} `)}`];
  return [
    ...people("From", known.from === null ? [] : [known.from]),
    ...people("To", known.to),
    ...people("Cc", known.cc),
    `Subject: ${headerText(oneLine(known.subject), 9)}`,
    ...(known.sentAt === null ? [] : [`Date: ${dateField(known.sentAt)}`]),
    ...(known.messageId === null
      ? []
      : [`Message-ID: <${oneLine(known.messageId).replace(/[<>\s]/g, "")}>`]),
  ];
};

const DAYS = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** A Date field (RFC 5322, 3.3) in the offset that the moment is told in. */
const dateField = (moment: string): string => {
  const [year = "", month = "", day = ""] = moment.slice(0, 10).split("-");
  const weekday = DAYS[new Date(`${moment.slice(0, 10)}T00:00:00Z`).getUTCDay()] ?? "";
  const offset = moment.slice(19).replace(":", "");
  return `${weekday}, ${day} ${MONTHS[Number(month) - 1] ?? ""} ${year} ${moment.slice(11, 19)} ${offset}`;
};

const person = (one: MailAddress): string => {
  const address = oneLine(one.address).replace(/[<>\s,;]/g, "");
  const name = oneLine(one.name);
  return name === "" ? `<${address}>` : `${displayName(name)} <${address}>`;
};

const oneLine = (text: string): string => text.replace(/[\x00-\x1f\x7f]+/g, " ").trim();
