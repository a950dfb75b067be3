import type { OutlookFault, OutlookItem } from "#outlook/outlook.ts";
import { err, ok } from "#shared/kernel/result.ts";
import type { Result } from "#shared/kernel/result.ts";
import { headerLinesOf } from "#shared/mail/header-fields.ts";
import { bareMessageId, messageOf } from "#shared/mail/message.ts";
import type { Message } from "#shared/mail/message.ts";
import { partsOfOffice } from "#shared/mail/office-message.ts";
import { hostCharset } from "#src/files/host-charset.ts";
import { openForReading } from "./session.ts";
import type { Session } from "./session.ts";

/** What the open mail says, as Office gives it; null for what this client, or the mail, has not. */
export type ItemTexts = {
  readonly headers: string | null;
  readonly text: string | null;
  readonly html: string | null;
};

/**
 * Headers, then the body as text and as HTML: three calls, which the host takes at once, asked in that order because
 * a busy host answers in that order. What is missing is null, save where nothing came at all.
 */
const readTexts = async (
  session: Session,
  item: OutlookItem,
): Promise<Result<ItemTexts, OutlookFault>> => {
  const live = openForReading(session, item);
  if (!live.ok) return live;
  const mail = live.value;
  const { queue, can } = session;
  const about = { item: item.key };
  const [headers, text, html] = await Promise.all([
    can.headers
      ? queue.call<unknown>((callback) => {
          mail.getAllInternetHeadersAsync(callback);
        }, about)
      : ok<unknown>(null),
    queue.call<unknown>((callback) => {
      mail.body.getAsync("text", callback);
    }, about),
    queue.call<unknown>((callback) => {
      mail.body.getAsync("html", callback);
    }, about),
  ]);
  const gone = [headers, text, html].find((one) => !one.ok && one.error.type === "item-changed");
  if (gone !== undefined && !gone.ok) return gone;
  if (!session.isOpen(item)) return err({ type: "item-changed" });
  if (!text.ok && !html.ok) return text;
  return ok({ headers: textIn(headers), text: textIn(text), html: textIn(html) });
};

/**
 * A call carries no id, so its answer may be of the mail that was opened just now, before its event came: what was read
 * must name this mail. A mail that does name another is read again once, and believed if it says the same: servers have
 * rewritten ids before, and such a mail must not be unreadable for ever.
 */
export const readOfItem = async <T>(
  item: OutlookItem,
  read: () => Promise<Result<T, OutlookFault>>,
  headersOf: (value: T) => string | null,
): Promise<Result<T, OutlookFault>> => {
  const first = await read();
  if (!first.ok || namesItem(headersOf(first.value), item)) return first;
  const second = await read();
  if (!second.ok || namesItem(headersOf(second.value), item)) return second;
  const isSettled = headersOf(second.value) === headersOf(first.value);
  return isSettled ? second : err({ type: "item-changed" });
};

/** `readTexts`, of this mail for certain. */
export const readOwnTexts = (
  session: Session,
  item: OutlookItem,
): Promise<Result<ItemTexts, OutlookFault>> =>
  readOfItem(
    item,
    () => readTexts(session, item),
    (texts) => texts.headers,
  );

/** The open mail as the core reads it. */
export const readMessage = async (
  session: Session,
  item: OutlookItem,
): Promise<Result<Message, OutlookFault>> => {
  const texts = await readOwnTexts(session, item);
  if (!texts.ok) return texts;
  const live = openForReading(session, item);
  if (!live.ok) return live;
  return messageOfItem(live.value, texts.value);
};

/** The message of an item's properties and texts, of the open mail or of a selected one. */
export const messageOfItem = (
  mail: ItemProperties,
  texts: ItemTexts,
): Result<Message, OutlookFault> => {
  const parts = partsOfOffice(
    {
      subject: mail.subject,
      internetMessageId: mail.internetMessageId,
      from: mail.from,
      sender: mail.sender,
      to: mail.to,
      cc: mail.cc,
      dateTimeCreated: momentOf(mail.dateTimeCreated),
      text: texts.text,
      html: texts.html,
      internetHeaders: texts.headers,
      attachments: mail.attachments,
    },
    hostCharset,
  );
  return parts.ok
    ? ok(messageOf(parts.value))
    : err({ type: "failed", code: null, detail: parts.error.type });
};

/** The properties of an item that `partsOfOffice` reads, unread: it parses them. */
export type ItemProperties = {
  readonly subject?: unknown;
  readonly internetMessageId?: unknown;
  readonly from?: unknown;
  readonly sender?: unknown;
  readonly to?: unknown;
  readonly cc?: unknown;
  readonly dateTimeCreated?: unknown;
  readonly attachments?: unknown;
};

/** Whether headers are those of this item, as far as either tells: an item or headers without an id contradict nothing. */
export const namesItem = (headers: string | null, item: OutlookItem): boolean => {
  const wanted = item.internetMessageId === null ? null : bareMessageId(item.internetMessageId);
  if (wanted === null || headers === null) return true;
  const named = headerLinesOf(headers)
    .filter((one) => one.name.toLowerCase() === "message-id")
    .map((one) => bareMessageId(one.value));
  return named.length === 0 || named.includes(wanted);
};

/** A moment in the zone of this computer, so that its day is the day that the person sees; null where it is none. */
export const momentOf = (date: unknown): string | null => {
  if (!(date instanceof Date) || Number.isNaN(date.getTime())) return null;
  const minutes = -date.getTimezoneOffset();
  const shifted = new Date(date.getTime() + minutes * 60_000).toISOString();
  const size = Math.abs(minutes);
  const two = (value: number): string => String(value).padStart(2, "0");
  const offset = `${minutes < 0 ? "-" : "+"}${two(Math.floor(size / 60))}:${two(size % 60)}`;
  return `${shifted.slice(0, 19)}${offset}`;
};

const textIn = (answer: Result<unknown, OutlookFault>): string | null =>
  answer.ok && typeof answer.value === "string" && answer.value !== "" ? answer.value : null;
