import * as z from "zod/mini";
import type { OutlookEvidence, OutlookFault, OutlookItem } from "#outlook/outlook.ts";
import { utf8Bytes } from "#shared/kernel/bytes.ts";
import { err, ok } from "#shared/kernel/result.ts";
import type { Result } from "#shared/kernel/result.ts";
import { attachmentNameOf } from "#shared/mail/attachment-names.ts";
import { bytesOfBase64, windows1252Text } from "#shared/mail/charsets.ts";
import { MAIL_LIMITS } from "#shared/mail/message.ts";
import { MAIL_BYTES_MAX } from "#src/files/mail-limits.ts";
import { headerSection } from "#src/files/mail-head.ts";
import type { PartAttachment } from "#src/files/reconstructed-mail.ts";
import { LONG_CALL_LIMIT_MS } from "./call.ts";
import { messageOfItem, momentOf, readOfItem, readOwnTexts } from "./read.ts";
import { openForReading } from "./session.ts";
import type { Session } from "./session.ts";

z.config({ jitless: true });

/** What a mail, open or loaded, can be asked for its bytes. */
export type WholeMail = {
  readonly getAsFileAsync: (callback: (answer: Office.AsyncResult<string>) => void) => void;
};

/** `getAsFileAsync` fails with 5001 now and then, and answers when asked again (office-js issue 6109). */
const FILE_FAILS_AT_TIMES = [5001];

/**
 * The bytes of the open mail: as Exchange gives them, which are its own rendering and not what came over the wire; where
 * it does not, put together from headers, body and attachments, and said to be so.
 */
export const evidenceOf = async (
  session: Session,
  item: OutlookItem,
): Promise<Result<OutlookEvidence, OutlookFault>> => {
  const live = openForReading(session, item);
  if (!live.ok) return live;
  if (session.can.evidence) {
    const whole = await readOfItem(
      item,
      () => wholeMail(session, live.value, item.key),
      (one) => headText(one.bytes),
    );
    // An item that is gone, or no network, is no reason to make do with less.
    if (whole.ok || whole.error.type === "item-changed" || whole.error.type === "offline")
      return whole;
  }
  return reconstructed(session, item);
};

/** The file of a mail; `key` is the open item's, absent for one that was loaded by its id. */
export const wholeMail = async (
  session: Session,
  mail: WholeMail,
  key?: string,
): Promise<Result<OutlookEvidence, OutlookFault>> => {
  const answer = await session.queue.call<unknown>(
    (callback) => {
      mail.getAsFileAsync(callback);
    },
    {
      ability: "evidence",
      againOn: FILE_FAILS_AT_TIMES,
      limitMs: LONG_CALL_LIMIT_MS,
      ...(key === undefined ? {} : { item: key }),
    },
  );
  if (!answer.ok) return answer;
  if (typeof answer.value !== "string" || answer.value === "")
    return err({ type: "failed", code: null, detail: "empty-file" });
  if (answer.value.length > (MAIL_BYTES_MAX * 4) / 3 + 4)
    return err({ type: "too-large", limit: MAIL_BYTES_MAX, what: "bytes" });
  return ok({ bytes: bytesOfBase64(answer.value), obtained: "regenerated" });
};

const reconstructed = async (
  session: Session,
  item: OutlookItem,
): Promise<Result<OutlookEvidence, OutlookFault>> => {
  const texts = await readOwnTexts(session, item);
  if (!texts.ok) return texts;
  const live = openForReading(session, item);
  if (!live.ok) return live;
  const mail = live.value;
  const message = messageOfItem(mail, texts.value);
  if (!message.ok) return message;
  const files = await attachmentsOf(session, item, mail);
  if (!files.ok) return files;
  const { reconstructedMail } = await import("#src/files/reconstructed-mail.ts");
  const { from, to, cc, subject, messageId } = message.value;
  const bytes = reconstructedMail({
    headers: texts.value.headers,
    known: { from, to, cc, subject, messageId, sentAt: momentOf(mail.dateTimeCreated) },
    text: texts.value.text,
    html: texts.value.html,
    ...files.value,
  });
  return ok({ bytes, obtained: "reconstructed" });
};

const attachment = z.object({
  id: z.string(),
  name: z.optional(z.nullable(z.string())),
  contentType: z.optional(z.nullable(z.string())),
  size: z.optional(z.nullable(z.number())),
  isInline: z.optional(z.nullable(z.boolean())),
  contentId: z.optional(z.nullable(z.string())),
  attachmentType: z.optional(z.nullable(z.string())),
});
const named = z.object({ name: z.string() });
const content = z.object({ format: z.string(), content: z.string() });

type Listed = z.infer<typeof attachment>;

/** Names kept of attachments whose bytes are not even asked for. */
const UNTOLD_MAX = 100;

/** Those whose bytes can be asked for, and the names of all others: a mail must not seem to have had none. */
export const attachmentsIn = (
  given: unknown,
): { readonly listed: readonly Listed[]; readonly missing: readonly string[] } => {
  const listed: Listed[] = [];
  const missing: string[] = [];
  const all: readonly unknown[] = Array.isArray(given) ? given : [];
  for (const [index, one] of all.entries()) {
    const parsed = z.safeParse(attachment, one);
    if (parsed.success && listed.length < MAIL_LIMITS.attachments) listed.push(parsed.data);
    else if (missing.length < UNTOLD_MAX) {
      const name = z.safeParse(named, one);
      missing.push(attachmentNameOf(name.success ? name.data.name : "", "", index));
    }
  }
  return { listed, missing };
};

type Files = {
  readonly attachments: readonly PartAttachment[];
  readonly missing: readonly string[];
};

const attachmentsOf = async (
  session: Session,
  item: OutlookItem,
  mail: Office.MessageRead,
): Promise<Result<Files, OutlookFault>> => {
  const { listed, missing: untold } = attachmentsIn(mail.attachments);
  const size = listed.reduce((sum, one) => sum + (one.size ?? 0), 0);
  if (size > MAIL_BYTES_MAX)
    return err({ type: "too-large", limit: MAIL_BYTES_MAX, what: "bytes" });
  const answers = await Promise.all(
    listed.map((one) =>
      session.queue.call<unknown>(
        (callback) => {
          mail.getAttachmentContentAsync(one.id, callback);
        },
        { item: item.key, limitMs: LONG_CALL_LIMIT_MS },
      ),
    ),
  );
  const attachments: PartAttachment[] = [];
  const missing = [...untold];
  for (const [index, one] of listed.entries()) {
    const answer = answers[index];
    if (answer?.ok === false && answer.error.type === "item-changed") return answer;
    const isItem = one.attachmentType === "item";
    const type = isItem ? "message/rfc822" : (one.contentType ?? "").toLowerCase();
    const name = attachmentNameOf(one.name ?? "", type, index);
    const bytes = answer?.ok === true ? bytesOfContent(answer.value) : null;
    // A policy against leaks gives a size and no bytes.
    if (bytes === null || (bytes.length === 0 && (one.size ?? 0) > 0)) missing.push(name);
    else {
      const contentId = one.isInline === true ? (one.contentId ?? null) : null;
      attachments.push({ name, type, bytes, contentId });
    }
  }
  return ok({ attachments, missing });
};

/** Bytes of an attachment; null for one that lies elsewhere (`url`), whose bytes are not in the mail. */
export const bytesOfContent = (given: unknown): Uint8Array | null => {
  const parsed = z.safeParse(content, given);
  if (!parsed.success) return null;
  if (parsed.data.format === "base64") return bytesOfBase64(parsed.data.content);
  if (parsed.data.format === "eml" || parsed.data.format === "iCalendar")
    return utf8Bytes(parsed.data.content);
  return null;
};

const headText = (bytes: Uint8Array): string => windows1252Text(headerSection(bytes));
