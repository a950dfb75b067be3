import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as chrono from "chrono-node";
import EmailReplyParser from "email-reply-parser";
import type { CalendarDate } from "#shared/kernel/calendar.ts";
import type { Currency } from "#shared/kernel/money.ts";
import { findDates } from "#shared/mail/dates.ts";
import { matchIndexOf, matchMessage } from "#shared/mail/match.ts";
import type { MatchTarget } from "#shared/mail/match.ts";
import { messageOf } from "#shared/mail/message.ts";
import type { Message } from "#shared/mail/message.ts";
import { READ_CHARS_MAX, readableOf, readMessage } from "#shared/mail/reading.ts";
import type { ReadingContext } from "#shared/mail/reading.ts";
import { contextOfRecord, messageOfRecord, readRecord, recordsOf } from "#src/cli/reply-records.ts";
import type { Expected, ReplyRecord } from "#src/cli/reply-records.ts";
import { comparableLines } from "#src/cli/reply-score.ts";
import { figure } from "./figure.ts";

/** Hands that are held out are read only where somebody asks for them. */
const FOLDER = process.env["RELANCE_CORPUS"] ?? "corpus/replies";
const ROUNDS = 5;
const OPEN_INVOICES = 100_000;
const INVOICES_A_DEBTOR = 5;
/** A mail of a hostile sender, and one of twice that. */
const HOSTILE_CHARS = 100_000;

type Mail = {
  readonly record: ReplyRecord;
  readonly expected: Expected;
  readonly message: Message;
  readonly context: ReadingContext;
};

const mailsIn = (folder: string): readonly Mail[] =>
  readdirSync(folder)
    .filter((name) => /^hand-\d+\.jsonl$/.test(name))
    .sort()
    .flatMap((name) => {
      const records = recordsOf(readFileSync(join(folder, name), "utf8"));
      if (!records.ok) throw new Error(`${name}:${String(records.error.line)} is no record`);
      return records.value.flatMap((record): readonly Mail[] => {
        const { expected } = record;
        if (expected == null) return [];
        return [
          { record, expected, message: messageOfRecord(record), context: contextOfRecord(record) },
        ];
      });
    });

/** The quickest of several rounds, in milliseconds: what the machine does when nothing else is asked of it. */
const quickest = (work: () => void, rounds = ROUNDS): number => {
  let least = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds; round += 1) {
    const before = performance.now();
    work();
    least = Math.min(least, performance.now() - before);
  }
  return least;
};

/** What is computed is kept, so that no engine leaves the work out. */
let kept = 0;

const aSecond = (name: string, mails: readonly Mail[], work: (mail: Mail) => number): void => {
  const ms = quickest(() => {
    for (const mail of mails) kept += work(mail);
  });
  figure(name, (mails.length / ms) * 1_000, "mails a second", { n: mails.length });
};

const parsed = (text: string): string => new EmailReplyParser().read(text).getVisibleText();

type ChronoDates = readonly CalendarDate[];

/** The last day of each date that chrono finds, in the mail's language; of a mixed mail, in both. */
const chronoDates = (text: string, { record, context }: Mail): ChronoDates => {
  const monthFirst = context.currency === "USD" || context.currency === "CAD";
  const english = monthFirst ? chrono.en.casual : chrono.en.GB;
  const parsers =
    record.lang === "fr" ? [chrono.fr] : record.lang === "en" ? [english] : [chrono.fr, english];
  const noon = new Date(`${context.sentOn}T12:00:00`);
  return parsers
    .flatMap((parser) => parser.parse(text, noon, { forwardDate: true }))
    .sort((a, b) => a.index - b.index)
    .map(({ start, end }) => {
      const day = end ?? start;
      const two = (value: number | null): string => String(value ?? 0).padStart(2, "0");
      return `${String(day.get("year"))}-${two(day.get("month"))}-${two(day.get("day"))}` as CalendarDate;
    });
};

const percent = (
  name: string,
  mails: readonly Mail[],
  isRight: (mail: Mail) => boolean,
  aim?: number,
): void => {
  const right = mails.filter(isRight).length;
  figure(name, (100 * right) / Math.max(1, mails.length), "%", {
    n: mails.length,
    ...(aim === undefined ? {} : { aim }),
  });
};

/** Ours beside theirs, on the same mails: whole mails for the cutting, the new words alone for the dates. */
const accuracy = (mails: readonly Mail[]): void => {
  const isReply = ({ expected }: Mail, found: string): boolean =>
    comparableLines(found) === comparableLines(expected.reply);
  percent("new words exact", mails, (mail) => isReply(mail, readableOf(mail.message).newWords), 93);
  percent("new words exact, email-reply-parser", mails, (mail) =>
    isReply(mail, parsed(mail.record.body)),
  );
  const promised = mails.filter(({ expected }) => expected.promise?.by != null);
  const byOf = ({ expected }: Mail): string => expected.promise?.by ?? "";
  const datesOf = (mail: Mail): ChronoDates => chronoDates(mail.expected.reply, mail);
  percent(
    "promised date right",
    promised,
    (mail) => readRecord(mail.record).reading.promise?.by === byOf(mail),
    95,
  );
  percent(
    "promised date right, chrono-node's first date of the labelled new words",
    promised,
    (mail) => datesOf(mail)[0] === byOf(mail),
  );
  percent("promised date among all those that chrono-node finds there", promised, (mail) =>
    datesOf(mail).some((date) => date === byOf(mail)),
  );
};

const targetsOf = (mails: readonly Mail[]): readonly MatchTarget[] => {
  const debtors = OPEN_INVOICES / INVOICES_A_DEBTOR;
  return Array.from({ length: debtors }, (_, debtor): MatchTarget => {
    // Some of the debtors are those who write, with the numbers that they name.
    const mail = mails[debtor];
    const numbers = mail?.record.claim.invoices.map(({ number }) => number) ?? [];
    const address = mail?.message.from?.address ?? `compta@debtor-${String(debtor)}.example`;
    return {
      account: `deb-${String(debtor)}`,
      name: `Debtor ${String(debtor)}`,
      addresses: [address],
      domains: [address.slice(address.indexOf("@") + 1)],
      messageIds: [`sent-${String(debtor)}@creditor.example`],
      references: [`R-${String(debtor).padStart(6, "0")}`],
      invoices: Array.from({ length: INVOICES_A_DEBTOR }, (_, at) => ({
        id: `inv-${String(debtor)}-${String(at)}`,
        number: numbers[at] ?? `FA-2026-${String(debtor * INVOICES_A_DEBTOR + at)}`,
        openMinor: 120_000,
        currency: "EUR" satisfies Currency,
      })),
    };
  });
};

const speed = (mails: readonly Mail[]): void => {
  aSecond("new words cut", mails, ({ message }) => readableOf(message).newWords.length);
  aSecond("new words cut, email-reply-parser", mails, ({ record }) => parsed(record.body).length);

  const index = matchIndexOf(targetsOf(mails));
  const match = ({ message, context }: Mail): number =>
    matchMessage(message, index, { addresses: context.ownAddresses }).ranked.length;
  aSecond(`matched among ${String(OPEN_INVOICES)} open invoices`, mails, match);
  const ms = quickest(() => {
    for (const mail of mails) kept += match(mail);
  });
  figure("matched, a mail", ms / mails.length, "ms", { aim: 0.3, n: OPEN_INVOICES });

  const readables = new Map(mails.map((mail) => [mail, readableOf(mail.message)]));
  aSecond("read, new words known", mails, (mail) => {
    const readable = readables.get(mail);
    return readable === undefined ? 0 : readMessage(readable, mail.context).grounds.length;
  });
  aSecond("cut and read", mails, ({ record }) => readRecord(record).reading.grounds.length);
  aSecond(
    "dates found in the new words",
    mails,
    ({ expected, context }) =>
      findDates(expected.reply, {
        sentOn: context.sentOn,
        monthFirst: context.currency === "USD",
      }).length,
  );
  aSecond(
    "dates found in the new words, chrono-node",
    mails,
    (mail) => chronoDates(mail.expected.reply, mail).length,
  );
};

/** What makes programs slow that look back: the same beginning again and again, and never its end. */
const HOSTILE: Readonly<Record<string, string>> = {
  "one letter": "a",
  blanks: " ",
  "blank lines": "\n",
  "marks of quotation": ">",
  "lines of quotation": "> a\n",
  digits: "1",
  "figures in groups": "1 250,",
  "dates without an end": "le 3/11/",
  "attributions without an end": "Le lundi 3 novembre 2026, a écrit ",
  "headers without an end": "De : a\nEnvoyé : b\n",
  "addresses without an end": "a@b.",
  promises: "nous réglerons vendredi ",
  negations: "ne pas ne plus ",
  dashes: "-- \n",
  "numbers of invoices": "F-2026-118 et 119, ",
  amounts: "1.250,50 € ",
  "IBANs without an end": "FR76 3000 ",
};

const HOSTILE_HTML: Readonly<Record<string, string>> = {
  "open tags": "<div>",
  "tags without an end": "<a href='",
  "entities without an end": "&amp",
  "quotations in HTML": "<blockquote>a",
};

const repeated = (part: string, chars: number): string =>
  part.repeat(Math.ceil(chars / part.length)).slice(0, chars);

/** Cut, matched and read, at n and at 2n: twice the text may take twice the time, not four times. */
const hostile = (sample: Mail): void => {
  const index = matchIndexOf(targetsOf([sample]));
  const time = (text: string, isHtml: boolean): number => {
    const message = messageOf({
      messageId: "hostile@example.invalid",
      from: { name: "A", address: "a@b.example" },
      to: [],
      subject: "F-118",
      sentAt: "2026-11-20T09:00:00Z",
      ...(isHtml ? { html: text } : { text }),
    });
    return quickest(() => {
      kept += readMessage(readableOf(message), sample.context).grounds.length;
      kept += matchMessage(message, index, { addresses: [] }).ranked.length;
    }, 3);
  };
  // Above READ_CHARS_MAX a text is cut: whether the reading itself is linear shows below it.
  let worst = 0;
  for (const [shapes, isHtml] of [
    [HOSTILE, false],
    [HOSTILE_HTML, true],
  ] as const)
    for (const [name, part] of Object.entries(shapes)) {
      const once = time(repeated(part, HOSTILE_CHARS), isHtml);
      const twice = time(repeated(part, 2 * HOSTILE_CHARS), isHtml);
      figure(`hostile: ${name}`, once, "ms", { n: HOSTILE_CHARS });
      figure(`hostile: ${name}`, twice, "ms", { n: 2 * HOSTILE_CHARS });
      figure(`hostile: ${name}, twice the text`, twice / Math.max(once, 0.01), "times", {
        aim: 2.5,
      });
      const below = time(repeated(part, READ_CHARS_MAX / 2), isHtml);
      const most = time(repeated(part, READ_CHARS_MAX), isHtml);
      worst = Math.max(worst, most / Math.max(below, 1));
    }
  figure("hostile: all that is read, twice the text, the worst of all", worst, "times", {
    aim: 2.5,
    n: READ_CHARS_MAX,
  });
};

export const bench = (): Promise<void> => {
  const mails = mailsIn(FOLDER);
  const [sample] = mails;
  if (sample === undefined) throw new Error(`${FOLDER} holds no hand-NN.jsonl`);
  console.log(`${String(mails.length)} mails of ${FOLDER}`);
  accuracy(mails);
  speed(mails);
  hostile(sample);
  if (kept === 0) throw new Error("nothing was read");
  return Promise.resolve();
};
