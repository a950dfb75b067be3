import { htmlText } from "./html-text.ts";
import type { Message, MailAddress } from "./message.ts";
import { recipientsOf } from "./message.ts";
import { ownDomainOf } from "./domains.ts";
import type { MailDirection, MatchKeys, OwnSide } from "./match.ts";

/** Characters of subject, text and file names that are searched for numbers; quoted history past this adds nothing. */
export const MATCH_CHARS_MAX = 100_000;
/** Runs kept as possible invoice numbers: a mail of digits alone must not become a list of a million. */
export const MATCH_TOKENS_MAX = 8_000;
/** The longest number an invoice can have once normalised (EN 16931 leaves it open; Chorus Pro takes 20). */
export const INVOICE_TOKEN_CHARS_MAX = 40;
/** A number is at most this many runs of letters and digits: `FA 2026 00 418`. */
const RUNS_MAX = 4;

const ROBOT_NAMES = ["mailer-daemon", "postmaster", "mail-daemon", "mdaemon"];

/** Letters and digits in upper case, nothing else: `F-2026-00418`, `f 2026 00418` and `F2026/00418` are one number. */
export const normaliseInvoiceNumber = (number: string): string =>
  number
    .slice(0, 200)
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, "");

/** Whether an address is the creditor's: exactly, by its plus-form, or by a domain that is wholly the creditor's. */
export const isOwnAddress = (address: string, own: OwnSide): boolean => {
  const bare = withoutTag(address);
  if (ROBOT_NAMES.includes(bare.slice(0, Math.max(0, bare.lastIndexOf("@"))))) return false;
  const domain = ownDomainOf(bare);
  return (
    own.addresses.some((one) => withoutTag(one.toLowerCase()) === bare) ||
    (domain !== null && (own.domains ?? []).some((one) => one.toLowerCase() === domain))
  );
};

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
  const others: readonly MailAddress[] =
    directionOf(message, own) === "in"
      ? [...(message.from === null ? [] : [message.from]), ...message.replyTo]
      : recipientsOf(message);
  const addresses = unique([
    ...others.map((one) => one.address),
    ...(message.report?.finalRecipient == null ? [] : [message.report.finalRecipient]),
  ]).filter(
    (address) =>
      !isOwnAddress(address, own) &&
      !ROBOT_NAMES.includes(address.slice(0, Math.max(0, address.lastIndexOf("@")))),
  );
  const body = message.text ?? (message.html === null ? "" : htmlText(message.html));
  const words = [message.subject, ...message.attachments.map((one) => one.name), body]
    .join("\n")
    .slice(0, MATCH_CHARS_MAX);
  const original = message.report?.originalMessageId ?? null;
  return {
    messageIds: unique([
      ...message.inReplyTo,
      ...[...message.references].reverse(),
      ...(original === null ? [] : [original]),
    ]),
    ownMessageId: message.messageId,
    references: referencesIn(words),
    addresses,
    domains: unique(
      addresses.map(ownDomainOf).filter((domain): domain is string => domain !== null),
    ),
    invoiceTokens: invoiceTokensOf(words),
    threadIds: threadId === undefined ? [] : [threadId],
  };
};

/** Our references in a text, in upper case, each once. */
export const referencesIn = (text: string): readonly string[] =>
  unique(
    [...matches(/(?<![\p{L}\p{N}])R-[2-9A-HJKMNP-TV-Z]{6}(?![\p{L}\p{N}])/giu, text)].map((one) =>
      one.toUpperCase(),
    ),
  );

type Run = { readonly text: string; readonly gap: string };

/**
 * Runs of a text that can be an invoice number, normalised, each once: runs of letters and digits with a digit among
 * them, alone or up to four joined over one or two separators. Digits are joined with digits over `-`, `/` or `_`
 * only, and never as a date, so that amounts, telephone numbers, IBANs and dates do not make numbers.
 */
export const invoiceTokensOf = (text: string): readonly string[] => {
  const found = new Set<string>();
  const runs: Run[] = [];
  let before = 0;
  const pattern = /[\p{L}\p{N}]+/gu;
  const searched = text.slice(0, MATCH_CHARS_MAX);
  for (let hit = pattern.exec(searched); hit !== null; hit = pattern.exec(searched)) {
    runs.push({ text: hit[0].toUpperCase(), gap: searched.slice(before, hit.index) });
    before = hit.index + hit[0].length;
  }
  for (let first = 0; first < runs.length && found.size < MATCH_TOKENS_MAX; first += 1) {
    let joined = "";
    for (let last = first; last < Math.min(first + RUNS_MAX, runs.length); last += 1) {
      const run = runs[last] as Run;
      if (last > first && !joins(joined, run)) break;
      joined += run.text;
      if (joined.length > INVOICE_TOKEN_CHARS_MAX) break;
      const digitsOnly = /^\d+$/.test(joined);
      if (joined.length < (digitsOnly ? 3 : 2) || !/\d/.test(joined)) continue;
      if (digitsOnly && last > first && isDateLike(runs.slice(first, last + 1))) continue;
      found.add(joined);
    }
  }
  return [...found];
};

const joins = (joined: string, run: Run): boolean => {
  if (!/^(?:[-/_.\u2010-\u2013#:]| |\u00a0| [-/] |° ?)$/.test(run.gap)) return false;
  const digitsOnly = /^\d+$/.test(joined) && /^\d+$/.test(run.text);
  return !digitsOnly || /^[-/_\u2010-\u2013]$/.test(run.gap);
};

const isDateLike = (runs: readonly Run[]): boolean => {
  const sizes = runs.map((run) => run.text.length).join("-");
  const first = Number(runs[0]?.text ?? "0");
  const second = Number(runs[1]?.text ?? "0");
  if (sizes === "4-2-2") return first >= 1900 && first <= 2199 && second <= 12;
  if (/^[12]-[12]-(?:2|4)$/.test(sizes)) return first <= 31 && second <= 31;
  return /^[12]-[12]$/.test(sizes);
};

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
