import { utf8Text } from "#shared/kernel/bytes.ts";

/**
 * The 32 places where windows-1252 differs from ISO 8859-1 (WHATWG Encoding, index-windows-1252). Five are unassigned
 * and stay as they are. Node 20's TextDecoder leaves all of them as control characters, U+0080 to U+009F.
 */
const UPPER =
  "\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f" +
  "\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178";

/** Where ISO 8859-15 differs from ISO 8859-1: the euro sign and seven letters. */
const LATIN_9: Readonly<Record<string, string>> = {
  "\u00a4": "\u20ac",
  "\u00a6": "\u0160",
  "\u00a8": "\u0161",
  "\u00b4": "\u017d",
  "\u00b8": "\u017e",
  "\u00bc": "\u0152",
  "\u00bd": "\u0153",
  "\u00be": "\u0178",
};

/** A charset that the core does not know, decoded by the host; null where it does not know it either. */
export type HostCharset = (charset: string, bytes: Uint8Array) => string | null;

/**
 * Maps U+0080 to U+009F as windows-1252 would have. Those controls have no use in mail; where they stand, a decoder
 * took windows-1252 for ISO 8859-1, or the sender did.
 */
export const repairWindows1252 = (text: string): string =>
  text.replace(/[\u0080-\u009f]/g, (char) => UPPER.charAt(char.charCodeAt(0) - 0x80));

/** Bytes as windows-1252. Never fails: each byte is a character. */
export const windows1252Text = (bytes: Uint8Array): string => {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += 8192)
    parts.push(String.fromCharCode(...bytes.subarray(at, at + 8192)));
  return repairWindows1252(parts.join(""));
};

const LATIN_1_NAMES =
  "iso-8859-1 iso8859-1 iso_8859-1 latin1 latin-1 l1 windows-1252 cp1252 cp-1252 x-cp1252".split(
    " ",
  );
const LATIN_9_NAMES = "iso-8859-15 iso8859-15 iso_8859-15 latin9 latin-9 l9".split(" ");
const UTF_8_NAMES = "utf-8 utf8 us-ascii ascii unicode-1-1-utf-8".split(" ");

/**
 * Bytes in the charset that a mail names. A name that nobody knows, and ASCII that has high bytes, is UTF-8 where the
 * bytes are, else windows-1252. In broken UTF-8 only the broken lines are taken for windows-1252.
 */
export const textInCharset = (
  charset: string,
  bytes: Uint8Array,
  host: HostCharset = () => null,
): string => {
  const name = charset.trim().toLowerCase();
  if (LATIN_1_NAMES.includes(name)) return windows1252Text(bytes);
  if (LATIN_9_NAMES.includes(name))
    return windows1252Text(bytes).replace(
      /[\u00a4\u00a6\u00a8\u00b4\u00b8\u00bc-\u00be]/g,
      (char) => LATIN_9[char] ?? char,
    );
  const known = name === "" || UTF_8_NAMES.includes(name) ? null : host(name, bytes);
  return known ?? utf8Text(bytes) ?? mixedText(bytes);
};

/** Line by line, since one wrong byte must not spoil the accents of all others. */
const mixedText = (bytes: Uint8Array): string => {
  const out: string[] = [];
  for (let at = 0; at < bytes.length;) {
    const found = bytes.indexOf(10, at);
    const next = found < 0 ? bytes.length : found + 1;
    const line = bytes.subarray(at, next);
    out.push(utf8Text(line) ?? windows1252Text(line));
    at = next;
  }
  return out.join("");
};

const BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const VALUE_OF = new Int16Array(128).fill(-1);
for (let value = 0; value < 64; value += 1) VALUE_OF[BASE64.charCodeAt(value)] = value;
VALUE_OF["-".charCodeAt(0)] = 62;
VALUE_OF["_".charCodeAt(0)] = 63;

/** Base64 in either alphabet (RFC 4648, 4 and 5), with or without padding; other characters are passed over. */
export const bytesOfBase64 = (text: string): Uint8Array => {
  const out = new Uint8Array(Math.floor((text.length * 3) / 4) + 3);
  let length = 0;
  let bits = 0;
  let held = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const value = code < 128 ? (VALUE_OF[code] ?? -1) : -1;
    if (value < 0) {
      // Encoded pieces that were joined: padding ends one and the next begins.
      if (code === 61) {
        bits = 0;
        held = 0;
      }
      continue;
    }
    held = ((held << 6) | value) & 0xffffff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      out[length] = (held >> bits) & 255;
      length += 1;
    }
  }
  return out.slice(0, length);
};
