import { readdirSync, readFileSync } from "node:fs";
import { dateOf } from "#shared/kernel/calendar.ts";
import { partsOfGmail } from "#shared/mail/gmail-message.ts";
import { keysOfMessage } from "#shared/mail/match-keys.ts";
import { MAIL_LIMITS, messageOf } from "#shared/mail/message.ts";
import type { Message } from "#shared/mail/message.ts";
import { partsOfOffice } from "#shared/mail/office-message.ts";
import { readMessage } from "#shared/mail/reading.ts";
import { readMailBytes } from "#src/files/mail-bytes.ts";
import { gmailOf, officeOf, rawOf } from "../fixtures/mail-shapes.ts";
import { SAMPLE_MAILS } from "../fixtures/sample-mails.ts";

/** Larger mails make the same code run longer; a few of them are enough. */
const SEED_BYTES_MAX = 12_000;
const SMALL_BYTES_MAX = 1_500;
const LARGE_SHARE = 0.005;
const GROWN_BYTES_MAX = 200_000;
/** No mail of this size needs a tenth of this; quadratic code needs far more. */
const MAIL_MS_MAX = 4_000;

export type Fuzzed = {
  readonly read: number;
  readonly refused: number;
  /** What must not be: a crash, a limit that does not hold, a mail that takes too long. */
  readonly faults: readonly string[];
  readonly heapBytesMax: number;
};

/** mulberry32: the same seed gives the same mails everywhere. */
const randomOf = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};

const SPLINTERS = [
  "\r\n\r\n",
  "\r",
  "\n--",
  "=?utf-8?Q?=C3",
  "=?utf-8?B?w4k=?=",
  "=?x?",
  '"',
  "<",
  ">",
  "(((((",
  ";,:",
  "\0",
  "=\r\n",
  "=E9=",
  "Content-Type: multipart/mixed; boundary=x\r\n",
  "Content-Type: message/rfc822\r\n\r\n",
  "Content-Type: text/html\r\n\r\n<div><table><td>",
  "Content-Type: text/plain; charset=iso-2022-jp; format=flowed\r\n",
  "Content-Transfer-Encoding: base64\r\n",
  "Content-Transfer-Encoding: quoted-printable\r\n",
  "Content-Type: message/delivery-status\r\n\r\nFinal-Recipient: rfc822; a@b.fr\r\n",
  "References: <a@b> <c@d>\r\n",
  "From: a@b.fr\r\n",
  "To: a@b.fr, ",
  "Date: 99 Foo 9999 99:99:99 +9999\r\n",
  "--x\r\n",
  "> ",
  "\t",
  "\u00a0",
  "\ud83d\ude00",
  "-- \r\n",
  "Le lun. 3 nov. 2026 a écrit :\r\n",
  "De : x\r\nEnvoyé : y\r\n",
  "550 5.1.1 ",
  "1 250,00 € le 30/11 ",
  "FR76 3000 6000 0112 3456 7890 189 ",
  "<blockquote>",
  "&#x41;&amp;&nbsp;",
  "<!--",
  "<style>",
];

const seedsOf = (): readonly Uint8Array[] => {
  const seeds: Uint8Array[] = SAMPLE_MAILS.map((mail) => rawOf(mail));
  for (const folder of ["mime", "bounces"]) {
    const place = new URL(`../fixtures/${folder}/`, import.meta.url);
    for (const entry of readdirSync(place, { withFileTypes: true }).sort((a, b) =>
      a.name < b.name ? -1 : 1,
    )) {
      if (!entry.isFile() || /^(?:LICENSE|README)/.test(entry.name)) continue;
      const bytes = readFileSync(new URL(entry.name, place));
      if (bytes.length <= SEED_BYTES_MAX) seeds.push(new Uint8Array(bytes));
    }
  }
  return seeds;
};

const joined = (...runs: readonly Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(runs));

const mutated = (seeds: readonly Uint8Array[], random: () => number): Uint8Array => {
  const below = (count: number): number => Math.floor(random() * count);
  const pick = <T>(list: readonly T[], fallback: T): T => list[below(list.length)] ?? fallback;
  let bytes = pick(seeds, new Uint8Array());
  while (bytes.length > SMALL_BYTES_MAX && random() > LARGE_SHARE)
    bytes = pick(seeds, new Uint8Array());
  for (let left = 1 + below(6); left > 0; left -= 1) {
    const at = below(bytes.length + 1);
    const to = Math.min(bytes.length, at + below(random() < 0.2 ? bytes.length + 1 : 40));
    const [head, body, tail] = [bytes.subarray(0, at), bytes.subarray(at, to), bytes.subarray(to)];
    const splinter = new Uint8Array(Buffer.from(pick(SPLINTERS, "")));
    switch (below(8)) {
      case 0:
        bytes = joined(head, tail);
        break;
      case 1:
        bytes = joined(head, splinter, tail);
        break;
      case 2:
        bytes = joined(head, body, body, tail);
        break;
      case 3: {
        const other = pick(seeds, bytes);
        const from = below(other.length);
        bytes = joined(head, other.subarray(from, from + below(300)), tail);
        break;
      }
      case 4: {
        bytes = bytes.slice();
        for (let flips = below(20); flips > 0; flips -= 1) bytes[below(bytes.length)] = below(256);
        break;
      }
      case 5:
        bytes = random() < 0.3 ? head.slice() : joined(splinter, head, body, tail);
        break;
      case 6: {
        // One mail in many is long: this is where quadratic code shows.
        const unit = random() < 0.5 ? splinter : body.length > 0 ? body : splinter;
        const size = random() < 0.002 ? 60_000 : 200;
        const times = Math.min(Math.ceil(size / Math.max(1, unit.length)), 5_000);
        bytes = joined(head, ...Array.from({ length: times }, () => unit), tail);
        break;
      }
      default: {
        const text = Buffer.from(bytes).toString("latin1");
        const ends = pick(["\n", "\r", "\r\n"], "\n");
        bytes = new Uint8Array(Buffer.from(text.split(/\r\n|\r|\n/).join(ends), "latin1"));
      }
    }
    if (bytes.length > GROWN_BYTES_MAX) bytes = bytes.slice(0, GROWN_BYTES_MAX);
  }
  return bytes;
};

const CONTEXT = {
  sentOn: dateOf("2026-11-20"),
  currency: "EUR",
  invoices: [{ number: "2026-118", totalMinor: 125_000, dueOn: dateOf("2026-10-20") }],
  ownAddresses: ["claire@atelier.example"],
  knownIbans: [],
} as const;
const OWN = { addresses: ["claire@atelier.example"], domains: ["atelier.example"] };

/** Every limit of a message, and what must be so of a reading and of keys. */
const faultsOf = (message: Message): readonly string[] => {
  const faults: string[] = [];
  const must = (holds: boolean, what: string): void => {
    if (!holds) faults.push(what);
  };
  for (const list of [message.to, message.cc, message.bcc, message.replyTo])
    must(list.length <= MAIL_LIMITS.addressesPerField, "addresses");
  for (const one of [...message.to, ...message.cc, ...message.replyTo])
    must(one.address.indexOf("@") > 0 && !/[\s<>,;]/.test(one.address), "an unsound address");
  must(message.references.length <= MAIL_LIMITS.references, "references");
  must(message.inReplyTo.length <= MAIL_LIMITS.references, "in-reply-to");
  must(message.headers.length <= MAIL_LIMITS.headers, "headers");
  must(message.attachments.length <= MAIL_LIMITS.attachments, "attachments");
  must(message.subject.length <= MAIL_LIMITS.subjectChars, "subject");
  must(!/[\r\n]/.test(message.subject), "a subject of two lines");
  must((message.text ?? "").length <= MAIL_LIMITS.textChars, "text");
  must((message.html ?? "").length <= MAIL_LIMITS.htmlChars, "html");
  must((message.report?.outcomes.length ?? 0) <= 100, "outcomes");
  must((message.sentAt === null) === (message.sentOn === null), "a moment without a day");
  const reading = readMessage(message, CONTEXT);
  must(reading.tag.length > 0, "tag");
  must(reading.invoices.length <= 1, "invoices");
  const keys = keysOfMessage(message, OWN);
  must(keys.invoiceTokens.length <= 8_000, "tokens");
  return faults;
};

/** Reads `count` mutated mails; the same `seed` gives the same ones. */
export const fuzzMails = async (count: number, seed: number): Promise<Fuzzed> => {
  const random = randomOf(seed);
  const seeds = seedsOf();
  const faults: string[] = [];
  let read = 0;
  let refused = 0;
  let heapBytesMax = 0;
  for (let number = 0; number < count && faults.length < 5; number += 1) {
    const bytes = mutated(seeds, random);
    const start = performance.now();
    try {
      const opened = await readMailBytes(bytes);
      if (opened.ok) {
        read += 1;
        faults.push(...faultsOf(opened.value).map((what) => `mail ${String(number)}: ${what}`));
      } else refused += 1;
    } catch (error) {
      faults.push(`mail ${String(number)}: ${String(error)}`);
    }
    const took = performance.now() - start;
    if (took > MAIL_MS_MAX)
      faults.push(
        `mail ${String(number)}: ${String(Math.round(took))} ms for ${String(bytes.length)} bytes`,
      );
    if (number % 500 === 0) heapBytesMax = Math.max(heapBytesMax, process.memoryUsage().heapUsed);
  }
  return { read, refused, faults, heapBytesMax };
};

/** The hosts' own shapes, with values of every other kind in their places. */
export const fuzzShapes = (count: number, seed: number): Fuzzed => {
  const random = randomOf(seed);
  const below = (limit: number): number => Math.floor(random() * limit);
  const faults: string[] = [];
  const known = {
    from: null,
    sender: null,
    to: [],
    cc: [],
    subject: "",
    text: "x",
    messageId: null,
    sentAt: null,
  };
  const odd = (): unknown =>
    [null, 7, "", "\0", "Zm9v", [], {}, true, "=?utf-8?Q?=C3", "x".repeat(5_000), [[[]]]][
      below(11)
    ];
  const changed = (value: unknown): unknown => {
    if (random() < 0.04) return odd();
    if (Array.isArray(value)) return value.map(changed);
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, changed(inner)]));
  };
  let read = 0;
  let refused = 0;
  for (let number = 0; number < count && faults.length < 5; number += 1) {
    const mail = SAMPLE_MAILS[below(SAMPLE_MAILS.length)];
    if (mail === undefined) continue;
    const gmail = gmailOf(mail, { isDecoded: random() < 0.5 });
    const results = [
      partsOfGmail(changed(gmail.message), gmail.bodies),
      partsOfOffice(changed(officeOf(mail, known, { hasHeaders: random() < 0.5 }))),
    ];
    for (const parts of results) {
      if (parts.ok) {
        read += 1;
        faults.push(
          ...faultsOf(messageOf(parts.value)).map((what) => `shape ${String(number)}: ${what}`),
        );
      } else refused += 1;
    }
  }
  return { read, refused, faults, heapBytesMax: 0 };
};
