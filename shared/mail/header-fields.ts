import { addressesOf } from "./addresses.ts";
import type { HostCharset } from "./charsets.ts";
import { decodedWords } from "./encoded-words.ts";
import { MAIL_LIMITS, messageIdsOf, momentOfDateHeader } from "./message.ts";
import type { MailAddress, MailHeader, MessageParts } from "./message.ts";

/** Characters of a header section that are read: Exchange adds some 20 kB, and no mail needs more than this. */
const HEADER_SECTION_CHARS_MAX = 1_000_000;

/**
 * The fields of a header section (RFC 5322, 2.2), folded lines joined, values as they stand. Lines that are no field
 * and follow none are passed over; the section ends at its first empty line.
 */
export const headerLinesOf = (section: string): readonly MailHeader[] => {
  const fields: { name: string; values: string[] }[] = [];
  const text = section.slice(0, HEADER_SECTION_CHARS_MAX);
  let at = 0;
  while (at < text.length && fields.length <= MAIL_LIMITS.headers) {
    const found = text.indexOf("\n", at);
    const end = found < 0 ? text.length : found;
    const line =
      text.charAt(end - 1) === "\r" && end > at ? text.slice(at, end - 1) : text.slice(at, end);
    at = end + 1;
    const last = fields[fields.length - 1];
    if (line === "") {
      if (last !== undefined) break;
      continue;
    }
    if (line.startsWith(" ") || line.startsWith("\t")) {
      last?.values.push(line.trim());
      continue;
    }
    const colon = line.indexOf(":");
    const name = line.slice(0, Math.max(0, colon)).trimEnd();
    if (name === "" || name.includes(" ") || name.includes("\t")) continue;
    fields.push({ name, values: [line.slice(colon + 1).trim()] });
  }
  return fields.map((one) => ({ name: one.name, value: one.values.join(" ") }));
};

/**
 * What the header fields of a mail say, raw or decoded beforehand: one reading for every source. `headers` of the
 * answer are decoded.
 */
export const partsOfHeaders = (
  fields: readonly MailHeader[],
  host?: HostCharset,
): MessageParts & { readonly headers: readonly MailHeader[] } => {
  const all = (name: string): readonly string[] =>
    fields.filter((one) => one.name.toLowerCase() === name).map((one) => one.value);
  const people = (name: string): readonly MailAddress[] => addressesOf(all(name).join(", "), host);
  const first = (name: string): string | null => all(name)[0] ?? null;
  return {
    messageId: first("message-id"),
    inReplyTo: messageIdsOf(all("in-reply-to").join(" ")),
    references: messageIdsOf(all("references").join(" ")),
    from: people("from")[0] ?? null,
    sender: people("sender")[0] ?? null,
    replyTo: people("reply-to"),
    to: people("to"),
    cc: people("cc"),
    bcc: people("bcc"),
    subject: decodedWords(first("subject") ?? "", host),
    sentAt: momentOfDateHeader(first("date") ?? ""),
    headers: fields.map((one) => ({
      name: one.name,
      value: decodedWords(unfolded(one.value), host),
    })),
  };
};

/** Hosts unfold a line with the space it was folded at, with one space, or not at all. */
const unfolded = (value: string): string =>
  value
    .slice(0, 4 * MAIL_LIMITS.headerChars)
    .split("\t")
    .join(" ")
    .split("\r")
    .join("\n")
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .join(" ");

/** A media type in lower case, and the parameters of a Content-Type or Content-Disposition line (RFC 2045, 5.1). */
export type FieldValue = {
  readonly value: string;
  readonly params: ReadonlyMap<string, string>;
};

/** Parameters kept of one line; more are no person's mail. */
const PARAMS_MAX = 50;

export const fieldValueOf = (line: string): FieldValue => {
  const pieces: string[] = [];
  let piece = "";
  let isQuoted = false;
  const text = line.slice(0, MAIL_LIMITS.headerChars);
  for (let at = 0; at < text.length && pieces.length < PARAMS_MAX; at += 1) {
    const char = text.charAt(at);
    if (isQuoted && char === "\\") {
      at += 1;
      piece += text.charAt(at);
    } else if (char === '"') isQuoted = !isQuoted;
    else if (char === ";" && !isQuoted) {
      pieces.push(piece);
      piece = "";
    } else piece += char;
  }
  pieces.push(piece);
  const params = new Map<string, string>();
  for (const one of pieces.slice(1)) {
    const equals = one.indexOf("=");
    const name = one.slice(0, Math.max(0, equals)).trim().toLowerCase();
    if (name !== "" && !params.has(name)) params.set(name, one.slice(equals + 1).trim());
  }
  return { value: (pieces[0] ?? "").trim().toLowerCase(), params };
};
