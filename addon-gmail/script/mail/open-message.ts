import * as z from "zod/mini";
import { asksOfMessage } from "#shared/app/mail-match.ts";
import { err, ok } from "#shared/kernel/result.ts";
import type { Result } from "#shared/kernel/result.ts";
import { partsOfGmail } from "#shared/mail/gmail-message.ts";
import { soundAddress } from "#shared/mail/mail-address.ts";
import { headerOf, messageOf } from "#shared/mail/message.ts";
import { threadKey } from "#gmail/script/ledger/ledger.ts";
import { bodiesKeptApart } from "./apart.ts";
import { ask, askAll, inPath, jsonIn } from "./gmail-client.ts";
import type { GmailAnswer } from "./gmail-client.ts";
import type { GmailFault, Mailbox, OpenedIn, OpenedMessage, WholeMessage } from "./mail.ts";
import { messageSchema, openEventSchema, rawSchema, tokenEventSchema } from "./shapes.ts";
import type { MessageFull } from "./shapes.ts";

/** The largest mail that is filed: 25 MiB, what Gmail itself takes, and a margin for its headers. */
export const MAIL_BYTES_MAX = 26 * 1024 * 1024;

/** Gmail estimates sizes: what is surely too large is not asked for, since its answer would fill the memory of all others. */
export const isTooLarge = (size: number): boolean => size > MAIL_BYTES_MAX * 1.1;

/** Which mail is open; null where none is, or the event is not what Google says it is. */
export const openedIn = (event: unknown): OpenedIn | null => {
  const parsed = z.safeParse(openEventSchema, event);
  if (!parsed.success) return null;
  const { messageId, threadId, accessToken } = parsed.data.gmail;
  return {
    messageId: restId(messageId),
    threadId: restId(threadId ?? messageId),
    messageToken: accessToken,
  };
};

/**
 * Gmail's own pages name a message `msg-f:` and a number; REST names the same number in hexadecimal and refuses whatever is
 * none. Other forms (`msg-a:r…`) have no such twin and are asked for as they are.
 */
const restId = (id: string): string => {
  const decimal = /^(?:msg|thread)-f:(\d{1,20})$/.exec(id)?.[1];
  return decimal === undefined ? id : hexOfDecimal(decimal);
};

/** Longer than a number of JavaScript holds, so digit by digit; BigInt came after ES2019. */
const hexOfDecimal = (decimal: string): string => {
  const digits = [0];
  for (const sign of decimal) {
    let carry = Number(sign);
    for (let at = 0; at < digits.length; at += 1) {
      const sum = (digits[at] ?? 0) * 10 + carry;
      digits[at] = sum % 16;
      carry = Math.floor(sum / 16);
    }
    if (carry > 0) digits.push(carry);
  }
  return digits
    .map((digit) => digit.toString(16))
    .reverse()
    .join("");
};

/**
 * The token that an event brings, whether or not a mail is open. Google says that it lets an add-on read the open message
 * "or compose new drafts"; whether a click on the homepage has one, only a real account can tell (docs/gmail-quirks.md).
 */
export const tokenIn = (event: unknown): string | null => {
  const parsed = z.safeParse(tokenEventSchema, event);
  return parsed.success ? parsed.data.gmail.accessToken : null;
};

export const openMessage = (
  mailbox: Mailbox,
  { messageId }: Pick<OpenedIn, "messageId">,
): Result<OpenedMessage, GmailFault> => openedOf(mailbox, ask(mailbox, fullOf(messageId)));

/** The message, and what its thread holds, in one round: drafts of ours lie there, and may have gone. */
export const openWithThread = (
  mailbox: Mailbox,
  { messageId, threadId }: Pick<OpenedIn, "messageId" | "threadId">,
): { readonly opened: Result<OpenedMessage, GmailFault>; readonly thread: GmailAnswer } => {
  const [full = MISSING, thread = MISSING] = askAll(mailbox, [
    fullOf(messageId),
    headsOf(threadId),
  ]);
  return { opened: openedOf(mailbox, full), thread };
};

/** The message and its bytes, in one round: an action is an execution of its own and knows only the id. */
export const wholeMessage = (
  mailbox: Mailbox,
  { messageId }: Pick<OpenedIn, "messageId">,
): Result<WholeMessage, GmailFault> => {
  const [full, raw] = askAll(mailbox, [fullOf(messageId), rawOf(messageId)]);
  const opened = openedOf(mailbox, full ?? MISSING);
  return opened.ok ? withBytes(mailbox, opened.value, raw ?? MISSING) : opened;
};

export const fullOf = (id: string) =>
  ({ method: "get", path: `/messages/${inPath(id)}?format=full` }) as const;

export const rawOf = (id: string) =>
  ({ method: "get", path: `/messages/${inPath(id)}?format=raw` }) as const;

/** What a thread holds: ids, labels and moments. */
export const headsOf = (threadId: string) =>
  ({ method: "get", path: `/threads/${inPath(threadId)}?format=minimal` }) as const;

const MISSING: GmailAnswer = err({ type: "offline" });

const openedOf = (mailbox: Mailbox, answer: GmailAnswer): Result<OpenedMessage, GmailFault> => {
  const full = jsonIn(answer, messageSchema);
  return full.ok ? openedMessage(mailbox, full.value) : full;
};

/** A message as Gmail gave it whole; a text that it keeps apart is fetched, since matching and reading rest on it. */
export const openedMessage = (
  mailbox: Mailbox,
  given: MessageFull,
): Result<OpenedMessage, GmailFault> => {
  const bodies = bodiesKeptApart(mailbox, given);
  const parts = partsOfGmail(given, bodies);
  if (!parts.ok) return err({ type: "unreadable" });
  const message = messageOf(parts.value);
  const asks = asksOfMessage(message);
  const labels = given.labelIds ?? [];
  return ok({
    id: given.id,
    threadId: given.threadId,
    message,
    asks: { ...asks, keys: [...asks.keys, threadKey(given.threadId)] },
    labels,
    isDraft: labels.includes("DRAFT"),
    isSent: labels.includes("SENT"),
    size: given.sizeEstimate ?? 0,
    // The first one is Google's own: each server that a mail passes writes above those before it.
    mailbox: soundAddress(headerOf(message, "Delivered-To") ?? ""),
  });
};

/** Checks and hashes what `format=raw` gave. The bytes are those that lie at Google, never written anew. */
export const withBytes = (
  { services }: Mailbox,
  opened: OpenedMessage,
  answer: GmailAnswer,
): Result<WholeMessage, GmailFault> => {
  const raw = jsonIn(answer, rawSchema);
  if (!raw.ok) return raw;
  if (raw.value.id !== opened.id) return err({ type: "unreadable" });
  if (raw.value.raw.length > (MAIL_BYTES_MAX * 4) / 3 + 4) return err({ type: "too-large" });
  const bytes = services.bytesOfBase64(raw.value.raw);
  if (bytes === null || bytes.length === 0) return err({ type: "unreadable" });
  return ok({ ...opened, bytes, sha256: services.sha256(bytes) });
};
