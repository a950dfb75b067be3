import type { MailDraft } from "#shared/app/use-case.ts";
import { mimeDraft } from "#shared/drafting/mime.ts";
import type { DraftAttachment, MimeDraft, MimeRefusal } from "#shared/drafting/mime.ts";
import { concatBytes, utf8Bytes, utf8Text } from "#shared/kernel/bytes.ts";
import { err, ok } from "#shared/kernel/result.ts";
import type { Result } from "#shared/kernel/result.ts";
import type { Language } from "#shared/kernel/money.ts";
import { headerOf } from "#shared/mail/message.ts";
import type { MailAddress, Message } from "#shared/mail/message.ts";
import { attachmentBytes, readMailBytes } from "#src/files/mail-bytes.ts";

/** What a draft file says, to be shown and edited. */
export type OpenedDraft = {
  readonly message: Message;
  readonly text: string;
};

export type DraftEdits = {
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
};

export type DraftFileRefusal =
  | MimeRefusal
  | { readonly type: "draft-unreadable" }
  | { readonly type: "file-absent"; readonly name: string };

/** The .eml of a draft that a use case has just decided: files come out of the vault. */
export const bytesOfDraft = async (
  draft: MailDraft,
  senderName: string,
  evidence: (sha256: string) => Promise<Uint8Array | null>,
): Promise<Result<Uint8Array, DraftFileRefusal>> => {
  const attachments: DraftAttachment[] = [];
  for (const { name, type, sha256 } of draft.attachments) {
    const bytes = await evidence(sha256);
    if (bytes === null) return err({ type: "file-absent", name });
    attachments.push({ name, type, bytes });
  }
  return mimeDraft({
    from: { name: senderName, address: draft.from },
    to: draft.to.map((address) => ({ name: null, address })),
    cc: draft.cc.map((address) => ({ name: null, address })),
    subject: draft.subject,
    text: draft.text,
    html: draft.html,
    inReplyTo: draft.inReplyTo === null ? null : angled(draft.inReplyTo),
    references: draft.references.map(angled),
    messageId: angled(draft.messageId),
    date: null,
    reference: draft.reference,
    attachments,
    unsent: true,
  });
};

export const openDraftFile = async (
  bytes: Uint8Array,
): Promise<Result<OpenedDraft, DraftFileRefusal>> => {
  const message = await readMailBytes(bytes);
  return message.ok
    ? ok({ message: message.value, text: `${unixText(message.value.text ?? "").trimEnd()}\n` })
    : err({ type: "draft-unreadable" });
};

/** The same draft with other recipients, subject or words; its thread, reference and files stay. */
export const editedDraft = async (
  bytes: Uint8Array,
  edits: DraftEdits,
): Promise<Result<Uint8Array, DraftFileRefusal>> => {
  const parts = await partsOf(bytes);
  if (!parts.ok) return parts;
  const { draft, html } = parts.value;
  return mimeDraft({
    ...draft,
    to: edits.to.map((address) => ({
      name: draft.to.find((one) => one.address === address)?.name ?? null,
      address,
    })),
    subject: edits.subject,
    text: edits.text,
    html: editedHtml({ text: draft.text, html }, edits.text),
  });
};

/**
 * The bytes as a mail program would have sent them: dated, and no longer marked as unsent. `at` is an instant in UTC to
 * the second, written in an offset of minutes east of it.
 */
export const asIfSent = async (
  bytes: Uint8Array,
  at: string,
  offset: number,
): Promise<Result<Uint8Array, DraftFileRefusal>> => {
  const parts = await partsOf(bytes);
  if (!parts.ok) return parts;
  const { draft, html } = parts.value;
  const shifted = new Date(Date.parse(at) + offset * 60_000).toISOString();
  const dated = mimeDraft({ ...draft, html, date: `${shifted.slice(0, 19)}Z` });
  if (!dated.ok) return dated;
  const hours = String(Math.floor(offset / 60)).padStart(2, "0");
  const minutes = String(offset % 60).padStart(2, "0");
  return ok(
    withHeader(dated.value, (head) =>
      head
        .replace("X-Unsent: 1\r\n", "")
        .replace(/^(Date: [^\r\n]*) \+0000\r\n/, `$1 +${hours}${minutes}\r\n`),
    ),
  );
};

const partsOf = async (
  bytes: Uint8Array,
): Promise<Result<{ readonly draft: MimeDraft; readonly html: string }, DraftFileRefusal>> => {
  const opened = await openDraftFile(bytes);
  if (!opened.ok) return opened;
  const { message, text } = opened.value;
  if (message.from === null) return err({ type: "draft-unreadable" });
  const attachments: DraftAttachment[] = [];
  for (const index of message.attachments.keys()) {
    const file = await attachmentBytes(bytes, index);
    if (!file.ok) return err({ type: "draft-unreadable" });
    attachments.push({ name: file.value.name, type: file.value.type, bytes: file.value.content });
  }
  const html = fragmentOf(message.html ?? "");
  const mailbox = ({ address, name }: MailAddress) => ({
    address,
    name: name === "" ? null : name,
  });
  return ok({
    html,
    draft: {
      from: mailbox(message.from),
      to: message.to.map(mailbox),
      cc: message.cc.map(mailbox),
      subject: message.subject,
      text,
      html,
      inReplyTo: message.inReplyTo[0] === undefined ? null : angled(message.inReplyTo[0]),
      references: message.references.map(angled),
      messageId: message.messageId === null ? null : angled(message.messageId),
      date: null,
      reference: headerOf(message, "X-Relance-Reference") ?? "",
      attachments,
      unsent: true,
    },
  });
};

/**
 * The HTML of an edited text. Text and HTML were made block by block, one paragraph beside one line of HTML: what was
 * not touched keeps its own HTML (the table above all), the rest is escaped.
 */
export const editedHtml = (
  before: { readonly text: string; readonly html: string },
  text: string,
): string => {
  const opening = /^<div lang="(fr|en)">/.exec(before.html);
  const language: Language = opening?.[1] === "en" ? "en" : "fr";
  const inner = before.html.replace(/^<div lang="[a-z]{2}">/, "").replace(/<\/div>\s*$/, "");
  const oldBlocks = paragraphsOf(before.text);
  const oldHtml = inner.split("\n").filter((line) => line.trim() !== "");
  const htmlOf = new Map(
    oldBlocks.length === oldHtml.length
      ? oldBlocks.map((block, index) => [block, oldHtml[index] ?? ""])
      : [],
  );
  const blocks = paragraphsOf(text).map((block) => htmlOf.get(block) ?? plainHtml(block));
  return `<div lang="${language}">${blocks.join("\n")}</div>`;
};

const paragraphsOf = (text: string): readonly string[] =>
  unixText(text)
    .split(/\n[ \t]*\n/)
    .map((block) => block.trim())
    .filter((block) => block !== "");

const plainHtml = (block: string): string =>
  `<p>${block.split("\n").map(escaped).join("<br>")}</p>`;

const escaped = (text: string): string =>
  text
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/"/g, "&quot;")
    .replace(/'/g, "&#39;");

/** What stands in the body of a document that we wrote ourselves. */
const fragmentOf = (html: string): string => {
  const unix = unixText(html);
  const from = unix.indexOf("<body>");
  const to = unix.lastIndexOf("</body>");
  return (from >= 0 && to > from ? unix.slice(from + "<body>".length, to) : unix).trim();
};

const withHeader = (bytes: Uint8Array, change: (head: string) => string): Uint8Array => {
  const blank = indexOf(bytes, utf8Bytes("\r\n\r\n"));
  const head = blank < 0 ? null : utf8Text(bytes.subarray(0, blank + 2));
  return head === null ? bytes : concatBytes(utf8Bytes(change(head)), bytes.slice(blank + 2));
};

const indexOf = (bytes: Uint8Array, wanted: Uint8Array): number => {
  for (let at = 0; at + wanted.length <= bytes.length; at += 1) {
    if (wanted.every((byte, index) => bytes[at + index] === byte)) return at;
  }
  return -1;
};

const angled = (id: string): string => `<${id}>`;

const unixText = (text: string): string => text.split("\r\n").join("\n");
