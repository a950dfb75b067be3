import { belowBanners } from "./banners.ts";
import { beginsWith, isLarge, isLetter } from "./characters.ts";
import {
  attributionAt,
  bareLine,
  isDiagnostics,
  isHeaderBlock,
  isHeaderLineOfMany,
  isQuoteMarked,
  isRule,
  isSeparator,
  isUndatedAttribution,
} from "./quote-marks.ts";
import { senderOf } from "./sender-names.ts";
import { withoutFooters, withoutSignature } from "./signature.ts";
import type { MailAddress } from "./message.ts";

/** Characters and lines of a mail that are looked through for new words. */
export const NEW_WORDS_CHARS_MAX = 200_000;
export const NEW_WORDS_LINES_MAX = 10_000;
/** Stretches between quotations that are freed of signatures; an interleaved mail has a few dozen. */
const STRETCHES_MAX = 200;

/** `text` is what the sender wrote now; the rest is shown beside it, never lost. */
export type NewWords = {
  readonly text: string;
  readonly quoted: string;
  readonly signature: string;
};

/**
 * Parts the words a sender wrote now from the history quoted below or around them, the signature, and what mail systems
 * add. `from` helps to know a name that stands alone as a signature. Line by line, each looked at a bounded number of
 * times.
 */
export const newWords = (text: string, from: MailAddress | null = null): NewWords => {
  const lines = text
    .slice(0, NEW_WORDS_CHARS_MAX)
    .split(/\r\n|\r|\n/)
    .slice(0, NEW_WORDS_LINES_MAX);
  return newWordsOfLines(lines, from);
};

/** The same of lines, within the limits above. */
export const newWordsOfLines = (lines: readonly string[], from: MailAddress | null): NewWords => {
  const sender = senderOf(from);
  const isNotice = isMailServer(from);
  const { stretches, quoted } = parted(lines, isNotice);
  const bare = stretches.map((stretch, index) =>
    isNotice || index >= STRETCHES_MAX
      ? { kept: stretch, signature: [] }
      : withoutFooters(stretch, index === 0),
  );
  const last = lastIndexWith(bare, (one) => !one.kept.every(isRule));
  const cuts = bare.map((one, index) => {
    if (isNotice || index >= STRETCHES_MAX) return one;
    const cut = withoutSignature(one.kept, sender, {
      isFirst: index === 0,
      isLast: index === last,
    });
    return { kept: cut.kept, signature: [...cut.signature, ...one.signature] };
  });
  return {
    text: cuts
      .map((one) => joined(one.kept))
      .filter((one) => one !== "")
      .join("\n"),
    quoted: joined(quoted),
    signature: cuts
      .map((one) => joined(one.signature))
      .filter((one) => one !== "")
      .join("\n"),
  };
};

const lastIndexWith = <T>(list: readonly T[], holds: (one: T) => boolean): number => {
  for (let i = list.length - 1; i >= 0; i -= 1) if (holds(list[i] as T)) return i;
  return -1;
};

type Parted = {
  /** What stands before, between and below quotations. */
  readonly stretches: readonly (readonly string[])[];
  readonly quoted: readonly string[];
};

const parted = (lines: readonly string[], isNotice: boolean): Parted => {
  const stretches: string[][] = [];
  const quoted: string[] = [];
  let current: string[] = [];
  let has = false;
  let afterQuote = false;
  const bares = lines.map(bareLine);
  let at = belowBanners(lines);
  // The banner stays beside the words, with the history.
  quoted.push(...lines.slice(0, at).filter((line) => line.trim() !== ""));
  const quote = (count: number): void => {
    quoted.push(...lines.slice(at, at + count));
    at += count;
    afterQuote = true;
  };
  while (at < lines.length) {
    const line = lines[at] ?? "";
    const bare = bares[at] ?? "";
    const isQuoted = isQuoteMarked(line);
    if (!isQuoted && has && isDiagnostics(bare, isNotice)) break;
    if (isSeparator(line, bare) || isHeaderBlock(bares, at) || isHeaderLineOfMany(bare)) {
      if (has || !isQuoted) break;
    }
    const attribution = isQuoted || isNotice ? 0 : attributionAt(bares, at);
    if (attribution > 0) {
      const next = nextWritten(lines, at + attribution);
      if (!isQuoteMarked(lines[next] ?? "") && has) break;
      quote(attribution);
    } else if (isUndatedAttribution(bare) && isQuoteMarked(lines[nextWritten(lines, at + 1)] ?? ""))
      quote(1);
    else if (isQuoted || (afterQuote && isWrapOfQuote(lines, at))) quote(1);
    else if (afterQuote && line.trim() === "") at += 1;
    else {
      if (afterQuote && current.length > 0) {
        stretches.push(current);
        current = [];
      }
      afterQuote = false;
      has = has || bare !== "";
      current.push(line);
      at += 1;
    }
  }
  // Strokes above a history are drawn by its program.
  const strokes: string[] = [];
  while (current.length > 0 && isRule(current[current.length - 1] ?? ""))
    strokes.unshift(current.pop() ?? "");
  quoted.push(...strokes, ...lines.slice(at));
  return { stretches: [...stretches, current], quoted };
};

/** Senders of delivery notices, whose own text has no signature. */
const isMailServer = (from: MailAddress | null): boolean => {
  if (from === null) return false;
  const who = `${from.address} ${from.name.toLowerCase()}`.slice(0, 600);
  return SERVERS.some((text) => who.includes(text));
};

const SERVERS = [
  "mailer-daemon",
  "mailerdaemon",
  "mail-daemon",
  "postmaster@",
  "microsoftexchange",
  "mail delivery",
  "maildelivery",
  "delivery subsystem",
];

/** A quoted line that the sender's client broke: it stands between two quoted ones and begins in small letters. */
const isWrapOfQuote = (lines: readonly string[], at: number): boolean => {
  const line = lines[at] ?? "";
  return (
    isQuoteMarked(lines[at - 1] ?? "") &&
    isQuoteMarked(lines[at + 1] ?? "") &&
    (beginsSmall(line) || beginsWith(line, "(0123456789")) &&
    (lines[at - 1] ?? "").length > 60 &&
    line.length < 40
  );
};

const beginsSmall = (line: string): boolean => {
  const first = line.charAt(0);
  return isLetter(first) && !isLarge(first);
};

const nextWritten = (lines: readonly string[], at: number): number => {
  let next = at;
  while (next < Math.min(lines.length, at + 5) && (lines[next] ?? "").trim() === "") next += 1;
  return next;
};

/** Lines as one text, empty ones never more than one together. */
const joined = (lines: readonly string[]): string => {
  const out: string[] = [];
  for (const line of lines) {
    const text = line.trimEnd();
    if (text !== "" || out[out.length - 1] !== "") out.push(text);
  }
  return out.join("\n").trim();
};
