import { parseCalendarDate } from "#shared/kernel/calendar.ts";
import { decimalsOf, isCurrency } from "#shared/kernel/money.ts";
import type { Currency } from "#shared/kernel/money.ts";
import { DISPUTE_REASONS, TAGS } from "#shared/kernel/parties.ts";
import { err, invariant, ok } from "#shared/kernel/result.ts";
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

const zText = z.string().check(z.maxLength(BODY_CHARS_MAX));
const zDay = z.nullable(z.string().check(z.refine((text) => parseCalendarDate(text) !== null)));
const zSum = z.nullable(z.number());
const zPart = z.object({ by: zDay, amount: zSum });
const zTag = z.enum(TAGS);

const zExpected = z.object({
  tag: zTag,
  also: z.nullish(z.array(zTag)),
  reply: zText,
  promise: z.nullish(
    z.object({
      by: z.nullish(zDay),
      amount: z.nullish(zSum),
      parts: z.nullish(z.array(zPart)),
    }),
  ),
  paid: z.nullish(z.object({ on: z.nullish(zDay), amount: z.nullish(zSum) })),
  dispute: z.nullish(z.object({ reason: z.enum(DISPUTE_REASONS) })),
  invoices: z.nullish(z.array(z.string())),
  contact: z.nullish(z.string()),
  back: z.nullish(zDay),
});

/** What of a record is read: a mail, and the claim it is read beside. */
const zMail = z.object({
  id: z.string().check(z.minLength(1), z.maxLength(200)),
  from: zText,
  to: zText,
  subject: zText,
  date: z.string().check(z.maxLength(40)),
  body: zText,
  headers: z.nullish(z.record(z.string(), zText)),
  claim: z.object({
    currency: z.string().check(z.refine(isCurrency)),
    invoices: z.array(z.object({ number: z.string(), total: z.number(), due: z.nullish(zDay) })),
  }),
});

/** What of a record is compared: the labels too, and the language by which they are counted. */
const zRecord = z.extend(zMail, {
  lang: z.enum(["fr", "en", "mixed"]),
  expected: z.nullish(zExpected),
});

export type Expected = z.infer<typeof zExpected>;
export type ReplyMail = z.infer<typeof zMail>;
export type ReplyRecord = z.infer<typeof zRecord>;

/** A line that is no record: `path` names the field, and is empty where the line is no JSON object. */
export type RecordFault = { readonly type: "record"; readonly line: number; readonly path: string };

/** A line of a corpus, from 1, and the record that it is. */
export type RecordLine<T = ReplyRecord> = { readonly line: number; readonly record: T };

type Lines<T> = {
  readonly lines: readonly RecordLine<T>[];
  readonly faults: readonly RecordFault[];
};

/** Every line of a JSON Lines file, one mail a line: those that are none are named and not guessed at. */
export const recordLinesOf = (text: string): Lines<ReplyRecord> => linesOf(text, zRecord);

/** The same for reading alone: whatever is expected of a mail is not looked at. */
export const mailLinesOf = (text: string): Lines<ReplyMail> => linesOf(text, zMail);

const linesOf = <T extends ReplyMail>(text: string, schema: z.ZodMiniType<T>): Lines<T> => {
  const lines: RecordLine<T>[] = [];
  const faults: RecordFault[] = [];
  for (const [index, content] of text.split("\n").entries()) {
    if (content.trim() === "") continue;
    const line = index + 1;
    const read = recordOf(content, schema);
    if (read.ok) lines.push({ line, record: read.value });
    else faults.push({ type: "record", line, path: read.error });
  }
  return { lines, faults };
};

/** The error is the path of the first field that is not what it should be. */
const recordOf = <T extends ReplyMail>(
  line: string,
  schema: z.ZodMiniType<T>,
): Result<T, string> => {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (cause) {
    if (cause instanceof SyntaxError) return err("");
    throw cause;
  }
  const parsed = schema.safeParse(value);
  if (!parsed.success) return err((parsed.error.issues[0]?.path ?? []).map(String).join("."));
  // Every date in a mail is counted from its own.
  return messageOfRecord(parsed.data).sentOn === null ? err("date") : ok(parsed.data);
};

/** The records of a file that has no faulty line, or the first fault. */
export const recordsOf = (text: string): Result<readonly ReplyRecord[], RecordFault> => {
  const { lines, faults } = recordLinesOf(text);
  const [first] = faults;
  return first === undefined ? ok(lines.map(({ record }) => record)) : err(first);
};

const minorUnits = (currency: Currency): number => 10 ** decimalsOf(currency);

/** Minor units of a sum as a corpus writes it, in units of the currency. */
export const minorOfSum = (sum: number | null | undefined, currency: Currency): number | null =>
  sum === null || sum === undefined ? null : Math.round(sum * minorUnits(currency));

export const sumOfMinor = (minor: number | null, currency: Currency): number | null =>
  minor === null ? null : minor / minorUnits(currency);

export const currencyOfRecord = ({ claim }: ReplyMail): Currency =>
  isCurrency(claim.currency) ? claim.currency : "EUR";

/** The mail of a record, as a host would give it. */
export const messageOfRecord = (record: ReplyMail): Message =>
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
export const contextOfRecord = (record: ReplyMail): ReadingContext => {
  const currency = currencyOfRecord(record);
  const { sentOn } = messageOfRecord(record);
  invariant(sentOn !== null, "a record without a date is refused where it is read");
  return {
    sentOn,
    currency,
    invoices: record.claim.invoices.map(({ number, total, due }) => ({
      number,
      totalMinor: minorOfSum(total, currency) ?? 0,
      dueOn: parseCalendarDate(due ?? "") ?? sentOn,
    })),
    ownAddresses: addressesOf(record.to).map((one) => one.address),
    knownIbans: [],
  };
};

/** A record as the program reads it, beside the claim that the record names. */
export const readRecord = (
  record: ReplyMail,
): { readonly reading: Reading; readonly newWords: string } => {
  const readable = readableOf(messageOfRecord(record));
  return { reading: readMessage(readable, contextOfRecord(record)), newWords: readable.newWords };
};
