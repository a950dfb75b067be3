import { err, ok } from "#shared/kernel/result.ts";
import type { Result } from "#shared/kernel/result.ts";
import { attachmentNameOf } from "#shared/mail/attachment-names.ts";
import { textInCharset } from "#shared/mail/charsets.ts";
import { MAIL_LIMITS } from "#shared/mail/message.ts";
import type { MailAddress } from "#shared/mail/message.ts";
import { openCompoundFile } from "./compound-file.ts";
import type { CompoundFolder } from "./compound-file.ts";
import { hostCharset } from "./host-charset.ts";
import { MAIL_BYTES_MAX } from "./mail-limits.ts";
import { reconstructedMail } from "./reconstructed-mail.ts";
import type { PartAttachment } from "./reconstructed-mail.ts";

/**
 * A mail out of Outlook's own file (.msg, MS-OXMSG), which holds properties and no mail bytes: it is put together from
 * them, and says so. Its body is the text, and the HTML where the file has it as such; formatted text (RTF) is left,
 * since the text says the same.
 */
export type MsgProblem = { readonly type: "msg-unreadable" };

/** Mails within mails that are followed. */
const MSG_NESTING_MAX = 5;
/** Characters of one property that are read. */
const MSG_TEXT_CHARS_MAX = 4_000_000;

export const mailOfMsg = (bytes: Uint8Array): Result<Uint8Array, MsgProblem> => {
  const refused = err({ type: "msg-unreadable" } as const);
  if (bytes.length > MAIL_BYTES_MAX) return refused;
  const file = openCompoundFile(bytes);
  if (!file.ok) return refused;
  const mail = mailIn(file.value, TOP, 0);
  return mail === null ? refused : ok(mail);
};

/** Bytes before the first property (MS-OXMSG, 2.4.1): of a mail, a mail within it, a recipient or an attachment. */
const TOP = 32;
const EMBEDDED = 24;
const PART = 8;

const mailIn = (folder: CompoundFolder, head: number, depth: number): Uint8Array | null => {
  const of = propertiesOf(folder, head, null);
  const kind = of.text("001A") ?? "";
  // Mails and reports; a contact, a task or a meeting is none.
  if (!/^(?:ipm\.note|report\.ipm\.note)(?:$|\.)/i.test(kind)) return null;
  const within = (prefix: string): readonly Properties[] =>
    [...folder.folders]
      .filter(([name]) => name.startsWith(prefix))
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .slice(0, MAIL_LIMITS.attachments)
      .map(([, inner]) => propertiesOf(inner, PART, of.charset));
  const recipients = within("__recip_version1.0_");
  const to = (role: number): readonly MailAddress[] =>
    recipients.filter((one) => one.number("0C15") === role).flatMap(recipientOf);
  const files = within("__attach_version1.0_").map((one, index) => fileOf(one, index, depth));
  return reconstructedMail({
    headers: of.text("007D"),
    known: {
      from: senderOf(of),
      to: to(1),
      cc: to(2),
      subject: of.text("0037") ?? "",
      messageId: of.text("1035"),
      sentAt: of.time("0039") ?? of.time("0E06"),
    },
    text: of.text("1000") ?? reportText(of, recipients),
    html: of.html(),
    attachments: files.flatMap((one) => (typeof one === "string" ? [] : [one])),
    missing: files.filter((one) => typeof one === "string"),
  });
};

/** A report has its words with the recipient that each is about. */
const reportText = (of: Properties, recipients: readonly Properties[]): string | null => {
  const lines = [
    of.text("1001"),
    ...recipients.flatMap((one) => {
      const said = one.text("0C1B") ?? one.text("1001");
      if (said === null) return [];
      const address = recipientOf(one)[0]?.address ?? "";
      return [`${address}\n${said}`];
    }),
  ].filter((line) => line !== null);
  return lines.length === 0 ? null : lines.join("\n\n");
};

const senderOf = (of: Properties): MailAddress | null => {
  const address = smtp(of.text("5D02"), of.text("5D01"), of.text("0065"), of.text("0C1F"));
  return address === null ? null : { address, name: of.text("0042") ?? of.text("0C1A") ?? "" };
};

const recipientOf = (one: Properties): readonly MailAddress[] => {
  const address = smtp(one.text("39FE"), one.text("3003"));
  return address === null ? [] : [{ address, name: one.text("3001") ?? "" }];
};

/** The first that is an address of mail: Exchange writes `/O=…` where it means one of its own. */
const smtp = (...found: readonly (string | null)[]): string | null =>
  found.find((one) => one !== null && one.includes("@") && !one.startsWith("/")) ?? null;

/** An attachment, or its name alone where the file does not have its bytes. */
const fileOf = (of: Properties, index: number, depth: number): PartAttachment | string => {
  const inner = of.folder.folders.get("__substg1.0_3701000D");
  if (inner !== undefined) {
    const name = attachmentNameOf(of.text("3001") ?? "", "message/rfc822", index);
    const mail = depth < MSG_NESTING_MAX ? mailIn(inner, EMBEDDED, depth + 1) : null;
    return mail === null ? name : { name, type: "message/rfc822", bytes: mail, contentId: null };
  }
  const type = (of.text("370E") ?? "").toLowerCase();
  const written = of.text("3707") ?? of.text("3704") ?? of.text("3001") ?? "";
  const name = attachmentNameOf(written, type, index);
  const bytes = of.bytes("3701");
  return bytes === null ? name : { name, type, bytes, contentId: of.text("3712") };
};

type Properties = {
  readonly folder: CompoundFolder;
  readonly charset: string;
  readonly text: (id: string) => string | null;
  readonly html: () => string | null;
  readonly bytes: (id: string) => Uint8Array | null;
  readonly number: (id: string) => number | null;
  /** ISO 8601, in UTC. */
  readonly time: (id: string) => string | null;
};

const propertiesOf = (folder: CompoundFolder, head: number, charset: string | null): Properties => {
  const fixed = fixedProperties(folder.stream("__properties_version1.0"), head);
  const stream = (id: string, type: string): Uint8Array | null =>
    folder.stream(`__substg1.0_${id}${type}`);
  const named = (id: string): string | null => {
    const page = fixed.get(`${id}0003`);
    return page === undefined ? null : charsetOf(page.getUint32(0, true));
  };
  // Of the mail's old-style texts, and of its HTML, which may differ.
  const own = charset ?? named("3FFD") ?? named("3FDE") ?? "windows-1252";
  const text = (id: string): string | null => {
    const wide = stream(id, "001F");
    const narrow = wide === null ? stream(id, "001E") : null;
    const found =
      wide === null
        ? narrow === null
          ? null
          : textInCharset(own, narrow, hostCharset)
        : utf16(wide.subarray(0, 2 * MSG_TEXT_CHARS_MAX));
    const trimmed = withoutZeros(found ?? "");
    return trimmed === "" ? null : trimmed.slice(0, MSG_TEXT_CHARS_MAX);
  };
  return {
    folder,
    charset: own,
    text,
    html: () => {
      const written = stream("1013", "0102");
      if (written === null) return text("1013");
      return textInCharset(
        named("3FDE") ?? own,
        written.subarray(0, MSG_TEXT_CHARS_MAX),
        hostCharset,
      );
    },
    bytes: (id) => stream(id, "0102"),
    number: (id) => fixed.get(`${id}0003`)?.getInt32(0, true) ?? null,
    time: (id) => {
      const at = fixed.get(`${id}0040`);
      if (at === undefined) return null;
      // Tenths of microseconds since 1601 (MS-DTYP, 2.3.3).
      const ms = (at.getUint32(4, true) * 2 ** 32 + at.getUint32(0, true)) / 10_000 - EPOCH_MS;
      const date = new Date(ms);
      const isDate = !Number.isNaN(date.getTime()) && ms > 0;
      return isDate ? `${date.toISOString().slice(0, 19)}+00:00` : null;
    },
  };
};

/** From 1601 to 1970. */
const EPOCH_MS = 11_644_473_600_000;
/** Properties of one folder; Outlook writes some 150. */
const MSG_PROPERTIES_MAX = 5_000;

/** Values that stand in the list itself, by id and type: `0C150003`. */
const fixedProperties = (list: Uint8Array | null, head: number): ReadonlyMap<string, DataView> => {
  const found = new Map<string, DataView>();
  if (list === null) return found;
  const view = new DataView(list.buffer, list.byteOffset, list.byteLength);
  for (let at = head; at + 16 <= view.byteLength && found.size < MSG_PROPERTIES_MAX; at += 16) {
    const tag = view.getUint32(at, true).toString(16).toUpperCase().padStart(8, "0");
    found.set(tag, new DataView(view.buffer, view.byteOffset + at + 8, 8));
  }
  return found;
};

const CHARSETS: Readonly<Record<number, string>> = {
  932: "shift_jis",
  936: "gbk",
  949: "euc-kr",
  950: "big5",
  20127: "us-ascii",
  20866: "koi8-r",
  50220: "iso-2022-jp",
  54936: "gb18030",
  65001: "utf-8",
};

const withoutZeros = (text: string): string => {
  let end = text.length;
  while (end > 0 && text.charCodeAt(end - 1) === 0) end -= 1;
  return text.slice(0, end);
};

/** The name of a code page of Windows. */
const charsetOf = (page: number): string | null => {
  const known = CHARSETS[page];
  if (known !== undefined) return known;
  if (page >= 1250 && page <= 1258) return `windows-${String(page)}`;
  return page > 28590 && page < 28606 ? `iso-8859-${String(page - 28590)}` : null;
};

const utf16 = (bytes: Uint8Array): string => new TextDecoder("utf-16le").decode(bytes);
