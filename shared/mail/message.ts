import { calendarDate } from "#shared/kernel/calendar.ts";
import type { CalendarDate } from "#shared/kernel/calendar.ts";
import { addressShownBy, soundAddress } from "./mail-address.ts";

/** Named limits of a message; what they cut is named in `problems`. They stop floods meant to freeze a page. */
export const MAIL_LIMITS = {
  /** Addresses kept of one field: 10,000 recipients in To would be 10,000 rows. */
  addressesPerField: 500,
  /** Header lines kept, and characters of one value: mails with megabytes of X- headers exist. */
  headers: 400,
  headerChars: 8_000,
  /** Message-IDs kept of References: long threads are trimmed by clients at about 100. */
  references: 200,
  /** An identifier is one header line (RFC 5322, 2.1.1). */
  messageIdChars: 998,
  subjectChars: 998,
  nameChars: 300,
  /** Characters of the plain text and of the HTML that are read. */
  textChars: 1_000_000,
  htmlChars: 4_000_000,
  attachments: 500,
  fileNameChars: 255,
} as const;

/** `address` is the addr-spec in lower case (RFC 5322, 3.4.1), never a display name. */
export type MailAddress = { readonly address: string; readonly name: string };

export type MailHeader = { readonly name: string; readonly value: string };

/** `bytes` is the decoded size. `type` is a media type in lower case. */
export type MailAttachment = {
  readonly name: string;
  readonly type: string;
  readonly bytes: number;
  readonly inline: boolean;
};

export type DeliveryAction =
  "failed" | "delayed" | "delivered" | "relayed" | "expanded" | "unknown";
export type Permanence = "permanent" | "transient" | "unknown";

/** What became of a mail for one of its recipients (RFC 3464, 2.3). */
export type DeliveryOutcome = {
  readonly recipient: string | null;
  readonly action: DeliveryAction;
  /** Enhanced status code, `5.1.1` (RFC 3463), or null. */
  readonly status: string | null;
  readonly permanence: Permanence;
};

/** What a mail server says of a delivery. Classes 4 and 5 of a status are transient and permanent. */
export type DeliveryReport = {
  /** These four are those of the worst outcome, the first of its kind. */
  readonly action: DeliveryAction;
  readonly status: string | null;
  readonly finalRecipient: string | null;
  readonly permanence: Permanence;
  /** Every recipient that the report names, in its order. */
  readonly outcomes: readonly DeliveryOutcome[];
  /** Message-ID of the mail that was not delivered, without angle brackets, or null. */
  readonly originalMessageId: string | null;
  /** The mails that the returned one answered, oldest first. */
  readonly originalReferences: readonly string[];
};

/**
 * What a source cannot know of a mail: `offset` is the zone its date was written in, `text` and `html` which of the two
 * its sender wrote. Where a part is named here, its emptiness in the message says nothing.
 */
export type MailUnknown =
  | "messageId"
  | "sender"
  | "replyTo"
  | "bcc"
  | "inReplyTo"
  | "references"
  | "headers"
  | "offset"
  | "text"
  | "html"
  | "attachments"
  | "report";

export const MAIL_PROBLEMS = [
  "too-many-addresses",
  "too-many-headers",
  "too-many-references",
  "too-many-attachments",
  "no-date",
  "no-message-id",
  "no-sender",
  "subject-cut",
  "text-cut",
  "html-cut",
  "nested-too-deep",
  "not-decoded",
] as const;
export type MailProblem = (typeof MAIL_PROBLEMS)[number];

/** A mail as a host gives it, within MAIL_LIMITS. The proof is always the raw bytes, never this. */
export type Message = {
  /** Without angle brackets. */
  readonly messageId: string | null;
  readonly inReplyTo: readonly string[];
  /** Oldest first (RFC 5322, 3.6.4). */
  readonly references: readonly string[];
  readonly from: MailAddress | null;
  readonly sender: MailAddress | null;
  readonly replyTo: readonly MailAddress[];
  readonly to: readonly MailAddress[];
  readonly cc: readonly MailAddress[];
  readonly bcc: readonly MailAddress[];
  readonly subject: string;
  /** `2026-11-20T09:12:00+01:00`: the moment in the offset written in the mail. */
  readonly sentAt: string | null;
  /** The day in that offset. */
  readonly sentOn: CalendarDate | null;
  readonly text: string | null;
  readonly html: string | null;
  /** In the order of the mail, names as written. */
  readonly headers: readonly MailHeader[];
  readonly attachments: readonly MailAttachment[];
  readonly report: DeliveryReport | null;
  /** The address that the sender's display name shows where it is not the sender's: a common disguise. */
  readonly shownAddress: string | null;
  readonly problems: readonly MailProblem[];
  readonly unknown: readonly MailUnknown[];
};

/** What a host has parsed, in any size; `messageOf` brings it within the limits. */
export type MessageParts = {
  readonly messageId?: string | null;
  readonly inReplyTo?: readonly string[];
  readonly references?: readonly string[];
  readonly from?: MailAddress | null;
  readonly sender?: MailAddress | null;
  readonly replyTo?: readonly MailAddress[];
  readonly to?: readonly MailAddress[];
  readonly cc?: readonly MailAddress[];
  readonly bcc?: readonly MailAddress[];
  readonly subject?: string;
  /** ISO 8601 with an offset, or null. */
  readonly sentAt?: string | null;
  readonly text?: string | null;
  readonly html?: string | null;
  readonly headers?: readonly MailHeader[];
  readonly attachments?: readonly MailAttachment[];
  readonly report?: DeliveryReport | null;
  readonly problems?: readonly MailProblem[];
  readonly unknown?: readonly MailUnknown[];
};

/** Applies MAIL_LIMITS and names in `problems` what they cut. */
export const messageOf = (parts: MessageParts): Message => {
  const problems = new Set<MailProblem>(parts.problems ?? []);
  const within = <T>(list: readonly T[], max: number, problem: MailProblem): readonly T[] => {
    if (list.length <= max) return list;
    problems.add(problem);
    return list.slice(0, max);
  };
  const cut = (text: string, max: number, problem: MailProblem): string => {
    if (text.length <= max) return text;
    problems.add(problem);
    return text.slice(0, max);
  };
  // Hosts differ on a part that is there and empty.
  const body = (text: string | null | undefined, max: number, problem: MailProblem) =>
    text == null || text === "" ? null : cut(text, max, problem);
  const people = (list: readonly MailAddress[] | undefined): readonly MailAddress[] =>
    within(list ?? [], MAIL_LIMITS.addressesPerField, "too-many-addresses")
      .map(boundAddress)
      .filter((one) => one.address !== "");
  const ids = (list: readonly string[] | undefined): readonly string[] => {
    const found = list ?? [];
    if (found.length > MAIL_LIMITS.references) problems.add("too-many-references");
    // The newest ids stand at the end, and they are the ones that name our own mails.
    return found
      .slice(-MAIL_LIMITS.references)
      .map(bareMessageId)
      .filter((id): id is string => id !== null);
  };
  const messageId = parts.messageId == null ? null : bareMessageId(parts.messageId);
  const from = parts.from == null ? null : boundAddress(parts.from);
  const sentAt = parts.sentAt ?? null;
  const sentOn = sentAt === null ? null : dayOfMoment(sentAt);
  if (messageId === null) problems.add("no-message-id");
  if (sentOn === null) problems.add("no-date");
  if (from === null || from.address === "") problems.add("no-sender");
  return {
    messageId,
    inReplyTo: ids(parts.inReplyTo),
    references: ids(parts.references),
    from: from === null || from.address === "" ? null : from,
    sender: parts.sender == null ? null : boundAddress(parts.sender),
    replyTo: people(parts.replyTo),
    to: people(parts.to),
    cc: people(parts.cc),
    bcc: people(parts.bcc),
    subject: cut(oneLine(parts.subject ?? ""), MAIL_LIMITS.subjectChars, "subject-cut"),
    sentAt: sentOn === null ? null : sentAt,
    sentOn,
    text: body(parts.text, MAIL_LIMITS.textChars, "text-cut"),
    html: body(parts.html, MAIL_LIMITS.htmlChars, "html-cut"),
    headers: within(parts.headers ?? [], MAIL_LIMITS.headers, "too-many-headers").map((header) => ({
      name: header.name.slice(0, MAIL_LIMITS.nameChars),
      value: header.value.slice(0, MAIL_LIMITS.headerChars),
    })),
    attachments: within(
      parts.attachments ?? [],
      MAIL_LIMITS.attachments,
      "too-many-attachments",
    ).map((one) => ({ ...one, name: one.name.slice(0, MAIL_LIMITS.fileNameChars) })),
    report: parts.report ?? null,
    shownAddress: from === null || from.address === "" ? null : addressShownBy(from),
    problems: [...problems],
    unknown: parts.unknown ?? [],
  };
};

/** The identifier without angle brackets and spaces; null where nothing is left. */
export const bareMessageId = (raw: string): string | null => {
  const text = raw.slice(0, MAIL_LIMITS.messageIdChars + 2).trim();
  const open = text.indexOf("<");
  const close = text.indexOf(">", open + 1);
  const inner = open >= 0 && close > open ? text.slice(open + 1, close) : text;
  const bare = inner.split(/[ \t\r\n]/).join("");
  return bare === "" ? null : bare;
};

/** The identifiers of an In-Reply-To or References line, in its order. Words between them are comments and are dropped. */
export const messageIdsOf = (line: string): readonly string[] => {
  const out: string[] = [];
  let at = 0;
  while (at < line.length) {
    const open = line.indexOf("<", at);
    const close = open < 0 ? -1 : line.indexOf(">", open);
    if (close < 0) break;
    const id = bareMessageId(line.slice(open, close + 1));
    if (id !== null) out.push(id);
    at = close + 1;
  }
  if (out.length > 0) return out;
  const single = bareMessageId(line);
  return single !== null && single.indexOf("@") > 0 ? [single] : [];
};

/** The first value of a header, by its name in any case; null where the mail has none. */
export const headerOf = (message: Pick<Message, "headers">, name: string): string | null => {
  const wanted = name.toLowerCase();
  for (const header of message.headers)
    if (header.name.toLowerCase() === wanted) return header.value;
  return null;
};

/** Everybody a mail went to. */
export const recipientsOf = (
  message: Pick<Message, "to" | "cc" | "bcc">,
): readonly MailAddress[] => [...message.to, ...message.cc, ...message.bcc];

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** Zones of RFC 5322, 4.3, in minutes; all others mean that nothing is known, which reads as +0000. */
const ZONES: Readonly<Record<string, number>> = {
  UT: 0,
  GMT: 0,
  Z: 0,
  UTC: 0,
  EST: -300,
  EDT: -240,
  CST: -360,
  CDT: -300,
  MST: -420,
  MDT: -360,
  PST: -480,
  PDT: -420,
  CET: 60,
  CEST: 120,
  BST: 60,
};

/**
 * A Date line (RFC 5322, 3.3 and the obsolete forms of 4.3) as ISO 8601 in the offset it was written in. Null where it
 * names no moment: the day a mail was sent is a fact, and is not guessed.
 */
export const momentOfDateHeader = (line: string): string | null => {
  const words = line
    .slice(0, 200)
    .replace(/\([^()]*\)/g, " ")
    .replace(/[,\t\r\n-](?=[A-Za-z])/g, " ")
    .replace(/([A-Za-z])[-,]/g, "$1 ")
    .trim()
    .split(/ +/);
  const first = words[0] ?? "";
  if (/^[A-Za-z]+\.?$/.test(first) && !MONTHS.includes(first.slice(0, 3).toLowerCase()))
    words.shift();
  let [day = "", month = "", year = ""] = words;
  if (/^[A-Za-z]/.test(day)) [day, month] = [month, day];
  if (year.includes(":") && words.length > 3) {
    // The form of asctime: Nov 20 09:12:00 2026.
    const clock = words[2] ?? "";
    words[2] = words[words.length - 1] ?? "";
    words[3] = clock;
    words.length = 4;
    year = words[2];
  }
  const index = MONTHS.indexOf(month.slice(0, 3).toLowerCase());
  const clock = /^(\d{1,2}):(\d{2})(?::(\d{2}))?/.exec(words[3] ?? "");
  if (index < 0 || clock === null || !/^\d{1,2}$/.test(day) || !/^\d{2,4}$/.test(year)) return null;
  const short = Number(year);
  const full =
    year.length === 4 ? short : year.length === 3 || short >= 50 ? 1900 + short : 2000 + short;
  const date = calendarDate(full, index + 1, Number(day));
  const [hour, minute, second] = [Number(clock[1]), Number(clock[2]), Number(clock[3] ?? "0")];
  if (date === null || hour > 23 || minute > 59 || second > 60) return null;
  return `${date}T${two(hour)}:${two(minute)}:${two(Math.min(second, 59))}${offsetOf(words[4] ?? "")}`;
};

const offsetOf = (zone: string): string => {
  const digits = /^([+-])(\d{2}):?(\d{2})$/.exec(zone);
  if (digits !== null) {
    if (Number(digits[2]) > 14 || Number(digits[3]) > 59) return "+00:00";
    return `${digits[1] ?? "+"}${digits[2] ?? "00"}:${digits[3] ?? "00"}`;
  }
  const minutes = ZONES[zone.toUpperCase()] ?? 0;
  const size = Math.abs(minutes);
  return `${minutes < 0 ? "-" : "+"}${two(Math.floor(size / 60))}:${two(size % 60)}`;
};

const dayOfMoment = (moment: string): CalendarDate | null => {
  const parts =
    /^(\d{4})-(\d{2})-(\d{2})T\d{2}:\d{2}(?::\d{2})?(?:\.\d{1,9})?(?:Z|[+-]\d{2}:\d{2})$/.exec(
      moment,
    );
  return parts === null ? null : calendarDate(Number(parts[1]), Number(parts[2]), Number(parts[3]));
};

const boundAddress = (one: MailAddress): MailAddress => ({
  address: soundAddress(one.address) ?? "",
  name: oneLine(one.name).slice(0, MAIL_LIMITS.nameChars),
});

const oneLine = (text: string): string =>
  text
    .split(/[\r\n\t]/)
    .join(" ")
    .trim();

const two = (value: number): string => String(value).padStart(2, "0");
