import {
  attributionAt,
  bareLine,
  isBanner,
  isDiagnostics,
  isHeaderBlock,
  isHeaderLineOfMany,
  isSeparator,
} from "./quote-marks.ts";
import { signatureStart } from "./signature.ts";
import type { MailAddress } from "./message.ts";

/** Characters and lines of a mail that are looked through for new words. */
export const NEW_WORDS_CHARS_MAX = 200_000;
export const NEW_WORDS_LINES_MAX = 10_000;

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
  const kept: string[] = [];
  const quoted: string[] = [];
  let afterQuote = false;
  let at = 0;
  while (at < lines.length && (lines[at]?.trim() === "" || isBanner(lines[at] ?? ""))) at += 1;
  while (at < lines.length) {
    const line = lines[at] ?? "";
    const isQuoted = /^\s{0,3}>/.test(line);
    if (!isQuoted && isDiagnostics(line) && hasWords(kept)) break;
    if (isSeparator(line) || isHeaderBlock(lines, at) || isHeaderLineOfMany(line)) {
      if (hasWords(kept) || !isQuoted) break;
    }
    const attribution = isQuoted ? 0 : attributionAt(lines, at);
    if (attribution > 0) {
      const next = nextWritten(lines, at + attribution);
      const isMarked = /^\s{0,3}>/.test(lines[next] ?? "");
      if (!isMarked && hasWords(kept)) break;
      quoted.push(...lines.slice(at, at + attribution));
      at += attribution;
      afterQuote = true;
      continue;
    }
    if (isQuoted) {
      quoted.push(line);
      afterQuote = true;
      at += 1;
      continue;
    }
    if (afterQuote && isWrapOfQuote(lines, at)) {
      quoted.push(line);
      at += 1;
      continue;
    }
    if (afterQuote) {
      if (line.trim() === "") {
        at += 1;
        continue;
      }
      while (kept.length > 0 && kept[kept.length - 1]?.trim() === "") kept.pop();
      afterQuote = false;
    }
    kept.push(line);
    at += 1;
  }
  quoted.push(...lines.slice(at));
  const cut = signatureStart(kept, from);
  return {
    text: joined(kept.slice(0, cut.start).concat(cut.kept)),
    quoted: joined(quoted),
    signature: joined(kept.slice(cut.start)),
  };
};

/** A quoted line that the sender's client broke: it stands between two quoted ones and begins in small letters. */
const isWrapOfQuote = (lines: readonly string[], at: number): boolean => {
  const line = lines[at] ?? "";
  return (
    /^\s{0,3}>/.test(lines[at - 1] ?? "") &&
    /^\s{0,3}>/.test(lines[at + 1] ?? "") &&
    /^[a-zà-ÿ0-9(]/.test(line) &&
    (lines[at - 1] ?? "").length > 60 &&
    line.length < 40
  );
};

const nextWritten = (lines: readonly string[], at: number): number => {
  let next = at;
  while (next < Math.min(lines.length, at + 5) && (lines[next] ?? "").trim() === "") next += 1;
  return next;
};

const hasWords = (lines: readonly string[]): boolean =>
  lines.slice(0, 50).some((line) => bareLine(line) !== "");

const joined = (lines: readonly string[]): string =>
  lines
    .map((line) => line.trimEnd())
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
