import * as z from "zod/mini";
import { err, ok } from "#shared/kernel/result.ts";
import type { Result } from "#shared/kernel/result.ts";
import { utf8Text } from "#shared/kernel/bytes.ts";
import { attachmentNameOf } from "./attachment-names.ts";
import { bytesOfBase64, textInCharset, windows1252Text } from "./charsets.ts";
import type { HostCharset } from "./charsets.ts";
import { deliveryReportOf } from "./delivery-report.ts";
import { decodedWords } from "./encoded-words.ts";
import { flowedText } from "./flowed-text.ts";
import { fieldValueOf, headerLinesOf, partsOfHeaders } from "./header-fields.ts";
import type { FieldValue } from "./header-fields.ts";
import { htmlText } from "./html-text.ts";
import { MAIL_LIMITS } from "./message.ts";
import type { MailAttachment, MailHeader, MailUnknown, MessageParts } from "./message.ts";

z.config({ jitless: true });

/** Parts within parts that are followed: real mails have five; the parser of this shape must not exhaust a stack. */
export const GMAIL_NESTING_MAX = 100;
/** Parts of one mail that are read. */
export const GMAIL_PARTS_MAX = 2_000;
/** Characters of base64 of one body that are decoded; text past MAIL_LIMITS is not read. */
const BODY_BASE64_CHARS_MAX = 8_000_000;
/** Characters of base64 of a raw mail whose header section is read. */
const RAW_HEAD_CHARS_MAX = 350_000;

const header = z.object({ name: z.string(), value: z.string() });
const part = z.object({
  mimeType: z.optional(z.string()),
  filename: z.optional(z.string()),
  headers: z.optional(z.array(header)),
  body: z.optional(
    z.object({
      attachmentId: z.optional(z.string()),
      size: z.optional(z.number()),
      data: z.optional(z.string()),
    }),
  ),
  // Each level is parsed by itself, so that depth is counted before it is followed.
  parts: z.optional(z.array(z.unknown())),
});
const gmailMessage = z.object({
  id: z.optional(z.string()),
  threadId: z.optional(z.string()),
  payload: z.optional(z.unknown()),
  raw: z.optional(z.string()),
});
type Part = z.infer<typeof part>;

export type GmailRefusal =
  | { readonly type: "not-a-gmail-message" }
  /** `format=minimal`: ids and labels alone. */
  | { readonly type: "gmail-message-without-payload" };

/** Bodies that Gmail keeps apart (`users.messages.attachments.get`), by attachmentId, as base64url. */
export type GmailBodies = ReadonlyMap<string, string>;

type Reading = {
  readonly bodies: GmailBodies;
  readonly host: HostCharset | undefined;
  /** One entry a text part, or a set of alternatives. */
  readonly texts: { plain: string[]; html: string[] }[];
  readonly attachments: MailAttachment[];
  readonly unknown: Set<MailUnknown>;
  status: string | null;
  original: string | null;
  parts: number;
  isTooDeep: boolean;
};

/**
 * A mail as Gmail's REST gives it (`users.messages.get`): `format=full`; `metadata`, whose bodies stay unknown; `raw`,
 * of which only the header section is read here, since its parts are for a MIME parser.
 */
export const partsOfGmail = (
  given: unknown,
  bodies: GmailBodies = new Map(),
  host?: HostCharset,
): Result<MessageParts, GmailRefusal> => {
  const parsed = z.safeParse(gmailMessage, given);
  if (!parsed.success) return err({ type: "not-a-gmail-message" });
  const { payload, raw } = parsed.data;
  if (payload === undefined) {
    if (raw === undefined) return err({ type: "gmail-message-without-payload" });
    const head = textInCharset("", bytesOfBase64(raw.slice(0, RAW_HEAD_CHARS_MAX)), host);
    return ok(headAlone(headerLinesOf(head), host));
  }
  const root = z.safeParse(part, payload);
  if (!root.success) return err({ type: "not-a-gmail-message" });
  const fields = root.data.headers ?? [];
  if (root.data.body === undefined && root.data.parts === undefined)
    return ok(headAlone(fields, host));
  const reading: Reading = {
    bodies,
    host,
    texts: [],
    attachments: [],
    unknown: new Set(),
    status: null,
    original: null,
    parts: 0,
    isTooDeep: false,
  };
  collect(reading, root.data, null, false, 0);
  const head = partsOfHeaders(fields, host);
  const text = joined(reading, "plain");
  return ok({
    ...head,
    text,
    html: joined(reading, "html"),
    attachments: reading.attachments,
    report: deliveryReportOf({
      headers: head.headers,
      from: head.from ?? null,
      subject: head.subject ?? "",
      status: reading.status,
      original: reading.original,
      text,
    }),
    problems: reading.isTooDeep ? ["nested-too-deep"] : [],
    unknown: [...reading.unknown],
  });
};

const headAlone = (fields: readonly MailHeader[], host: HostCharset | undefined): MessageParts => ({
  ...partsOfHeaders(fields, host),
  unknown: ["text", "html", "attachments", "report"],
});

/** Sorts the leaves of the tree into texts, attachments and the parts of a report. */
const collect = (
  reading: Reading,
  one: Part,
  alternative: Reading["texts"][number] | null,
  isRelated: boolean,
  depth: number,
): void => {
  reading.parts += 1;
  if (depth > GMAIL_NESTING_MAX || reading.parts > GMAIL_PARTS_MAX) {
    reading.isTooDeep = true;
    return;
  }
  const type = fieldValueOf(lineOf(one, "content-type"));
  const kind = (one.mimeType ?? type.value).toLowerCase();
  if (kind.startsWith("multipart/")) {
    const within = kind === "multipart/alternative" ? entryOf(reading) : alternative;
    for (const child of one.parts ?? []) {
      const next = z.safeParse(part, child);
      if (next.success)
        collect(reading, next.data, within, isRelated || kind === "multipart/related", depth + 1);
    }
    return;
  }
  const disposition = fieldValueOf(lineOf(one, "content-disposition"));
  const isText = kind === "text/plain" || kind === "text/html" || kind === "";
  if (isText && disposition.value !== "attachment") {
    const entry = alternative ?? entryOf(reading);
    const text = textOf(reading, one, type);
    if (text === null) reading.unknown.add(kind === "text/html" ? "html" : "text");
    else (kind === "text/html" ? entry.html : entry.plain).push(text);
    return;
  }
  report(reading, one, kind);
  if (reading.attachments.length > MAIL_LIMITS.attachments) return;
  const name = decodedWords(one.filename ?? "", reading.host);
  reading.attachments.push({
    name: attachmentNameOf(name, kind, reading.attachments.length),
    type: kind,
    bytes: Math.max(0, Math.floor(one.body?.size ?? 0)),
    inline:
      disposition.value === "inline" || (isRelated && lineOf(one, "content-id").trim() !== ""),
  });
};

const entryOf = (reading: Reading): Reading["texts"][number] => {
  const entry = { plain: [], html: [] };
  reading.texts.push(entry);
  return entry;
};

/** The parts of RFC 3464. Gmail gives the returned mail, and some fields, as parts of their own. */
const report = (reading: Reading, one: Part, kind: string): void => {
  const isStatus = kind === "message/delivery-status" || kind === "message/global-delivery-status";
  const isOriginal =
    kind === "message/rfc822" || kind === "text/rfc822-headers" || kind === "message/global";
  if (!isStatus && !isOriginal) return;
  const bytes = bytesOf(reading, one);
  const within = (one.parts ?? []).slice(0, MAIL_LIMITS.headers).map(headersOf).join("\n\n");
  const text = bytes === null || bytes.length === 0 ? within : windows1252Text(bytes);
  if (text === "" && isStatus) reading.unknown.add("report");
  if (isStatus) reading.status = reading.status ?? text;
  else reading.original = reading.original ?? text;
};

const headersOf = (child: unknown): string => {
  const parsed = z.safeParse(part, child);
  return parsed.success
    ? (parsed.data.headers ?? []).map((one) => `${one.name}: ${one.value}`).join("\n")
    : "";
};

const lineOf = (one: Part, name: string): string =>
  (one.headers ?? []).find((field) => field.name.toLowerCase() === name)?.value ?? "";

const bytesOf = (reading: Reading, one: Part): Uint8Array | null => {
  const { data, attachmentId, size } = one.body ?? {};
  const written =
    data ?? (attachmentId === undefined ? undefined : reading.bodies.get(attachmentId));
  if (written !== undefined) return bytesOfBase64(written.slice(0, BODY_BASE64_CHARS_MAX));
  return attachmentId === undefined && (size ?? 0) === 0 ? new Uint8Array() : null;
};

/** Null where Gmail keeps the body apart and it was not fetched. */
const textOf = (reading: Reading, one: Part, type: FieldValue): string | null => {
  const bytes = bytesOf(reading, one);
  if (bytes === null) return null;
  const charset = type.params.get("charset") ?? "";
  // Gmail hands text out as UTF-8 whatever the part names; what is UTF-8 and not ASCII was not written in another.
  const isWide = bytes.some((byte) => byte > 127);
  const unicode = isWide ? utf8Text(bytes) : null;
  const text = (unicode ?? textInCharset(charset, bytes, reading.host)).split("\r\n").join("\n");
  return type.params.get("format")?.toLowerCase() === "flowed"
    ? flowedText(text, type.params.get("delsp")?.toLowerCase() === "yes")
    : text;
};

/** One form of the body; parts that exist only in the other one are turned into it. */
const joined = (reading: Reading, form: "plain" | "html"): string | null => {
  const texts = reading.texts.filter((one) => one.plain.length + one.html.length > 0);
  if (!texts.some((one) => one[form].length > 0)) return null;
  return texts
    .map((one) => {
      if (one[form].length > 0) return one[form].join("\n");
      return form === "plain"
        ? one.html.map((html) => htmlText(html)).join("\n")
        : one.plain.map(htmlOf).join("\n");
    })
    .join("\n");
};

const htmlOf = (text: string): string =>
  `<div>${text.split("&").join("&amp;").split("<").join("&lt;").split("\n").join("<br>")}</div>`;
