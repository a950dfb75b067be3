import { htmlOutline } from "./html-outline.ts";
import { namesNobody, ownDomainOf } from "./domains.ts";
import type { MailDirection, MatchKeys, OwnSide } from "./match.ts";
import type { MailAddress, Message } from "./message.ts";
import { recipientsOf } from "./message.ts";
import { MATCH_CHARS_MAX } from "./number-runs.ts";
import { numbersIn } from "./number-scan.ts";
import { quotedIn } from "./quoted-mails.ts";

export { normaliseInvoiceNumber } from "./named-invoices.ts";
export { MATCH_CHARS_MAX } from "./number-runs.ts";
export { INVOICE_TOKEN_CHARS_MAX, MATCH_TOKENS_MAX } from "./number-scan.ts";

const ROBOT_NAMES = ["mailer-daemon", "postmaster", "mail-daemon", "mdaemon"];

/** Whether an address is the creditor's: exactly, by its plus-form, or by a domain that is wholly the creditor's. */
export const isOwnAddress = (address: string, own: OwnSide): boolean => {
  const bare = withoutTag(address);
  if (isRobot(bare)) return false;
  const domain = ownDomainOf(bare);
  return (
    own.addresses.some((one) => withoutTag(one.toLowerCase()) === bare) ||
    (domain !== null && (own.domains ?? []).some((one) => one.toLowerCase() === domain))
  );
};

const isRobot = (address: string): boolean =>
  ROBOT_NAMES.includes(address.slice(0, Math.max(0, address.lastIndexOf("@"))));

/** Which way a mail went, by the addresses of the creditor; names shown beside them are never read. */
export const directionOf = (
  message: Pick<Message, "from" | "to" | "cc" | "bcc">,
  own: OwnSide,
): MailDirection => {
  if (message.from === null || !isOwnAddress(message.from.address, own)) return "in";
  const people = recipientsOf(message);
  return people.length > 0 && people.every((one) => isOwnAddress(one.address, own))
    ? "internal"
    : "out";
};

/** Everything in a mail that a claim can be found by. `threadId` is the host's own, where it has one. */
export const keysOfMessage = (message: Message, own: OwnSide, threadId?: string): MatchKeys => {
  const isOurs = (address: string): boolean => isOwnAddress(address, own);
  const direction = directionOf(message, own);
  const others: readonly MailAddress[] =
    direction === "in"
      ? [...(message.from === null ? [] : [message.from]), ...message.replyTo]
      : recipientsOf(message);
  const tells = (address: string): boolean =>
    !isOurs(address) && !isRobot(address) && !namesNobody(address);
  const addresses = unique([
    ...others.map((one) => one.address),
    ...(message.report?.finalRecipient == null ? [] : [message.report.finalRecipient]),
  ]).filter(tells);
  const body = message.text ?? (message.html === null ? "" : htmlOutline(message.html));
  const words = [message.subject, ...message.attachments.map((one) => one.name), body]
    .join("\n")
    .slice(0, MATCH_CHARS_MAX);
  const { originalMessageId = null, originalReferences = [] } = message.report ?? {};
  const quoted = quotedIn(body);
  const numbers = numbersIn(words, message.subject.length);
  return {
    messageIds: unique([
      ...message.inReplyTo,
      ...[...message.references].reverse(),
      ...(originalMessageId === null ? [] : [originalMessageId]),
      ...[...originalReferences].reverse(),
    ]),
    ownMessageId: message.messageId,
    references: referencesIn(words),
    addresses,
    domains: unique(
      addresses.map(ownDomainOf).filter((domain): domain is string => domain !== null),
    ),
    invoiceTokens: [...numbers.distinct],
    numbers,
    quoted: quoted.addresses.filter((one) => tells(one) && !addresses.includes(one)),
    quotedIds: quoted.messageIds,
    threadIds: threadId === undefined ? [] : [threadId],
    isFirst: message.inReplyTo.length === 0 && message.references.length === 0,
    fileNumbers: [...numbersIn(message.attachments.map((one) => one.name).join("\n")).distinct],
  };
};

/** Our references in a text, in upper case, each once. */
export const referencesIn = (text: string): readonly string[] =>
  unique(
    [...matches(/(?<![\p{L}\p{N}])R-[2-9A-HJKMNP-TV-Z]{6}(?![\p{L}\p{N}])/giu, text)].map((one) =>
      one.toUpperCase(),
    ),
  );

const matches = function* (pattern: RegExp, text: string): Generator<string> {
  for (let hit = pattern.exec(text); hit !== null; hit = pattern.exec(text)) yield hit[0];
};

const withoutTag = (address: string): string => {
  const at = address.lastIndexOf("@");
  const plus = address.indexOf("+");
  return (
    plus > 0 && plus < at ? address.slice(0, plus) + address.slice(at) : address
  ).toLowerCase();
};

const unique = (list: readonly string[]): readonly string[] => [...new Set(list)];
