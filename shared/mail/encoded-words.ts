import { bytesOfBase64, textInCharset } from "./charsets.ts";
import type { HostCharset } from "./charsets.ts";

/** Characters of a header line in which encoded words are looked for. */
const ENCODED_LINE_CHARS_MAX = 200_000;
/** A charset with its language (RFC 2231, 5); longer ones are no charset. */
const CHARSET_CHARS_MAX = 60;
/** RFC 2047 allows 75; programs that never cut write a whole subject into one. A line of word beginnings stays linear. */
const WORD_CHARS_MAX = 4_000;

type Word = {
  readonly charset: string;
  readonly encoding: string;
  readonly bytes: Uint8Array;
  /** Where the text goes on. */
  readonly next: number;
};

/**
 * A header value with its encoded words (RFC 2047) decoded. Neighbours in one charset are decoded together, since
 * programs cut words in the middle of a character; the space between neighbours is not part of the text.
 */
export const decodedWords = (value: string, host?: HostCharset): string => {
  const text = value.slice(0, ENCODED_LINE_CHARS_MAX);
  if (!text.includes("=?")) return text;
  const out: string[] = [];
  let held: Word[] = [];
  let from = 0;
  const flush = (): void => {
    const first = held[0];
    if (first !== undefined) out.push(oneLine(textInCharset(first.charset, joined(held), host)));
    held = [];
  };
  for (;;) {
    const open = text.indexOf("=?", from);
    if (open < 0) break;
    const word = wordAt(text, open);
    const between = text.slice(from, open);
    const isNeighbour = held.length > 0 && between.trim() === "";
    if (word === null) {
      flush();
      out.push(between, "=?");
      from = open + 2;
      continue;
    }
    if (!isNeighbour) {
      flush();
      out.push(between);
    } else if (held[0]?.charset !== word.charset) flush();
    held.push(word);
    from = word.next;
  }
  flush();
  out.push(text.slice(from));
  return out.join("");
};

const wordAt = (text: string, open: number): Word | null => {
  const second = text.indexOf("?", open + 2);
  if (second < 0 || second - open > CHARSET_CHARS_MAX) return null;
  const encoding = text.charAt(second + 1).toLowerCase();
  if ((encoding !== "q" && encoding !== "b") || text.charAt(second + 2) !== "?") return null;
  const start = second + 3;
  const length = text.slice(start, start + WORD_CHARS_MAX).indexOf("?=");
  if (length < 0) return null;
  const end = start + length;
  const charset = (text.slice(open + 2, second).split("*")[0] ?? "").toLowerCase();
  const body = text.slice(start, end);
  const bytes = encoding === "b" ? bytesOfBase64(body) : bytesOfQ(body);
  return { charset, encoding, bytes, next: end + 2 };
};

const HEX = "0123456789abcdef";

/** A decoded word may hold line ends, which would begin a header of its own. */
const oneLine = (text: string): string =>
  ["\r", "\n", "\0"].reduce((whole, char) => whole.split(char).join(" "), text);

const bytesOfQ = (body: string): Uint8Array => {
  const out = new Uint8Array(body.length);
  let length = 0;
  for (let at = 0; at < body.length; at += 1) {
    const char = body.charAt(at);
    const high = HEX.indexOf(body.charAt(at + 1).toLowerCase() || "-");
    const low = HEX.indexOf(body.charAt(at + 2).toLowerCase() || "-");
    if (char === "=" && high >= 0 && low >= 0) {
      out[length] = high * 16 + low;
      at += 2;
    } else out[length] = char === "_" ? 32 : body.charCodeAt(at) & 255;
    length += 1;
  }
  return out.subarray(0, length);
};

const joined = (words: readonly Word[]): Uint8Array => {
  const whole = new Uint8Array(words.reduce((sum, word) => sum + word.bytes.length, 0));
  let at = 0;
  for (const word of words) {
    whole.set(word.bytes, at);
    at += word.bytes.length;
  }
  return whole;
};
