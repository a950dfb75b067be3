import { calendarDate, parseCalendarDate } from "#shared/kernel/calendar.ts";
import type { CalendarDate } from "#shared/kernel/calendar.ts";
import { isCurrency } from "#shared/kernel/money.ts";
import type { Currency } from "#shared/kernel/money.ts";
import { DISPUTE_REASONS, TAGS } from "#shared/kernel/parties.ts";
import { err, ok } from "#shared/kernel/result.ts";
import type { Result } from "#shared/kernel/result.ts";
import { addressesOf } from "#shared/mail/addresses.ts";
import { messageOf } from "#shared/mail/message.ts";
import type { Message } from "#shared/mail/message.ts";
import { readableOf, readMessage } from "#shared/mail/reading.ts";
import type { Reading, ReadingContext } from "#shared/mail/reading.ts";
import * as z from "zod/mini";

/** A file of any other kind, named by mistake. */
export const CORPUS_BYTES_MAX = 256 * 1024 * 1024;
export const RECORDS_MAX = 200_000;
/** One mail of a corpus; what is longer is no reply. */
const BODY_CHARS_MAX = 1_000_000;
/** A mail without a date is read as of this day, so that the same file reads the same for ever. */
const NO_DAY = calendarDate(2026, 1, 1) as CalendarDate;

const zText = z.string().check(z.maxLength(BODY_CHARS_MAX));
const zDay = z.nullable(z.string().check(z.refine((text) => parseCalendarDate(text) !== null)));
const zSum = z.nullable(z.number());
const zPart = z.object({ by: zDay, amount: zSum });
const zTag = z.enum(TAGS);

const zExpected = z.object({
  tag: zTag,
  also: z.optional(z.array(zTag)),
  reply: zText,
  promise: z.optional(z.object({ by: zDay, amount: zSum, parts: z.optional(z.array(zPart)) })),
  paid: z.optional(z.object({ on: zDay, amount: zSum })),
  dispute: z.optional(z.object({ reason: z.enum(DISPUTE_REASONS) })),
  invoices: z.optional(z.array(z.string())),
  contact: z.optional(z.nullable(z.string())),
  back: z.optional(zDay),
});

const zRecord = z.object({
  id: z.string().check(z.minLength(1), z.maxLength(200)),
  lang: z.enum(["fr", "en", "mixed"]),
  from: zText,
  to: zText,
  subject: zText,
  date: z.string().check(z.maxLength(40)),
  body: zText,
  headers: z.optional(z.record(z.string(), z.string())),
  claim: z.object({
    debtor: z.string(),
    currency: z.string().check(z.refine(isCurrency)),
    invoices: z.array(z.object({ number: z.string(), total: z.number(), due: zDay })),
  }),
  expected: z.optional(zExpected),
});

export type Expected = z.infer<typeof zExpected>;
export type ReplyRecord = z.infer<typeof zRecord>;

export type RecordFault = { readonly type: "record"; readonly line: number; readonly path: string };

/** The records of a JSON Lines file, one mail a line; a line that is none is named and not guessed at. */
export const recordsOf = (text: string): Result<readonly ReplyRecord[], RecordFault> => {
  const records: ReplyRecord[] = [];
  for (const [index, line] of text.split("\n").entries()) {
    if (line.trim() === "") continue;
    const fault = (path: string): RecordFault => ({ type: "record", line: index + 1, path });
    if (records.length >= RECORDS_MAX) return err(fault(""));
    let value: unknown;
    try {
      value = JSON.parse(line);
    } catch {
      return err(fault(""));
    }
    const parsed = zRecord.safeParse(value);
    if (!parsed.success) return err(fault((parsed.error.issues[0]?.path ?? []).join(".")));
    records.push(parsed.data);
  }
  return ok(records);
};

export const minorOfSum = (sum: number | null | undefined): number | null =>
  sum === null || sum === undefined ? null : Math.round(sum * 100);

/** The mail of a record, as a host would give it. */
export const messageOfRecord = (record: ReplyRecord): Message =>
  messageOf({
    messageId: `${record.id}@corpus.invalid`,
    from: addressesOf(record.from)[0] ?? null,
    to: addressesOf(record.to),
    subject: record.subject,
    sentAt: record.date,
    text: record.body,
    headers: Object.entries(record.headers ?? {}).map(([name, value]) => ({ name, value })),
  });

/** The claim of a record, as what the mail is read beside. */
export const contextOfRecord = (record: ReplyRecord): ReadingContext => {
  const currency: Currency = isCurrency(record.claim.currency) ? record.claim.currency : "EUR";
  const sentOn = messageOfRecord(record).sentOn ?? NO_DAY;
  return {
    sentOn,
    currency,
    invoices: record.claim.invoices.map(({ number, total, due }) => ({
      number,
      totalMinor: minorOfSum(total) ?? 0,
      dueOn: parseCalendarDate(due ?? "") ?? sentOn,
    })),
    ownAddresses: addressesOf(record.to).map((one) => one.address),
    knownIbans: [],
  };
};

/** A record as the program reads it, beside the claim that the record names. */
export const readRecord = (
  record: ReplyRecord,
): { readonly reading: Reading; readonly newWords: string } => {
  const readable = readableOf(messageOfRecord(record));
  return { reading: readMessage(readable, contextOfRecord(record)), newWords: readable.newWords };
};
