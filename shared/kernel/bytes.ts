import "./floor.ts";
import { sha256 as sha256OfBytes } from "@noble/hashes/sha2.js";

/**
 * The largest input that the core hashes by itself. Entries are small; bytes of mails and documents are hashed by the
 * host (WebCrypto, Utilities), which is faster and does not block.
 */
export const CORE_HASH_BYTES_MAX = 8 * 1024 * 1024;

const HEX = "0123456789abcdef";
const HEX_OF_BYTE = Array.from(
  { length: 256 },
  (_, byte) => HEX.charAt(byte >> 4) + HEX.charAt(byte & 15),
);
const BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** UTF-8 (RFC 3629). A lone surrogate becomes U+FFFD, as the WHATWG encoder does. */
export const utf8Bytes = (text: string): Uint8Array => {
  const out = new Uint8Array(utf8Length(text));
  let at = 0;
  for (let i = 0; i < text.length; i += 1) {
    let code = text.charCodeAt(i);
    if (code < 0x80) {
      out[at] = code;
      at += 1;
      continue;
    }
    if (code >= 0xd800 && code <= 0xdfff) {
      if (isPairAt(text, i)) {
        code = 0x10000 + ((code - 0xd800) << 10) + (text.charCodeAt(i + 1) - 0xdc00);
        i += 1;
      } else {
        code = 0xfffd;
      }
    }
    if (code < 0x800) {
      out[at] = 0xc0 | (code >> 6);
      at += 1;
    } else {
      if (code < 0x10000) {
        out[at] = 0xe0 | (code >> 12);
        at += 1;
      } else {
        out[at] = 0xf0 | (code >> 18);
        out[at + 1] = 0x80 | ((code >> 12) & 63);
        at += 2;
      }
      out[at] = 0x80 | ((code >> 6) & 63);
      at += 1;
    }
    out[at] = 0x80 | (code & 63);
    at += 1;
  }
  return out;
};

/** Counted first: one array of the right size costs half of a large one and its copy. */
const utf8Length = (text: string): number => {
  let length = text.length;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code < 0x80) continue;
    if (code < 0x800) {
      length += 1;
    } else {
      length += 2;
      // A pair is two units and four bytes.
      if (isPairAt(text, i)) i += 1;
    }
  }
  return length;
};

/** Whether the unit at `i` and the next are one character beyond U+FFFF. */
const isPairAt = (text: string, i: number): boolean => {
  const high = text.charCodeAt(i);
  if (high < 0xd800 || high > 0xdbff) return false;
  // NaN beyond the end, which is in no range.
  const low = text.charCodeAt(i + 1);
  return low >= 0xdc00 && low <= 0xdfff;
};

/** Decodes UTF-8 strictly: null where the bytes are not well-formed (overlong, surrogate, truncated). */
export const utf8Text = (bytes: Uint8Array): string | null => {
  const parts: string[] = [];
  let units: number[] = [];
  for (let i = 0; i < bytes.length;) {
    const first = bytes[i] as number;
    const length =
      first < 0x80
        ? 1
        : first < 0xc2
          ? 0
          : first < 0xe0
            ? 2
            : first < 0xf0
              ? 3
              : first < 0xf5
                ? 4
                : 0;
    if (length === 0 || i + length > bytes.length) return null;
    let code = length === 1 ? first : first & (0x7f >> length);
    for (let k = 1; k < length; k += 1) {
      const next = bytes[i + k] as number;
      if ((next & 0xc0) !== 0x80) return null;
      code = (code << 6) | (next & 63);
    }
    if (length === 3 && (code < 0x800 || (code >= 0xd800 && code <= 0xdfff))) return null;
    if (length === 4 && (code < 0x10000 || code > 0x10ffff)) return null;
    if (code >= 0x10000) {
      units.push(0xd800 + ((code - 0x10000) >> 10), 0xdc00 + ((code - 0x10000) & 0x3ff));
    } else {
      units.push(code);
    }
    i += length;
    if (units.length > 4000) {
      parts.push(String.fromCharCode(...units));
      units = [];
    }
  }
  parts.push(String.fromCharCode(...units));
  return parts.join("");
};

const SURROGATE = /[\ud800-\udfff]/;

/** Whether the text has a UTF-8 form: no lone surrogate. */
export const isWellFormed = (text: string): boolean =>
  !SURROGATE.test(text) || wellFormed(text) === text;

/** Replaces lone surrogates by U+FFFD, so that the text has exactly one UTF-8 form. */
export const wellFormed = (text: string): string => {
  if (!SURROGATE.test(text)) return text;
  let out = "";
  let from = 0;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code < 0xd800 || code > 0xdfff) continue;
    if (isPairAt(text, i)) {
      i += 1;
      continue;
    }
    out += `${text.slice(from, i)}\ufffd`;
    from = i + 1;
  }
  return from === 0 ? text : out + text.slice(from);
};

export const hexOfBytes = (bytes: Uint8Array): string => {
  let out = "";
  for (let i = 0; i < bytes.length; i += 1) out += HEX_OF_BYTE[bytes[i] as number] as string;
  return out;
};

/** Null unless the text is an even run of lower-case hexadecimal digits. */
export const bytesOfHex = (hex: string): Uint8Array | null => {
  if (hex.length % 2 !== 0) return null;
  const out = new Uint8Array(hex.length / 2);
  for (let i = 0; i < out.length; i += 1) {
    const high = HEX.indexOf(hex.charAt(2 * i));
    const low = HEX.indexOf(hex.charAt(2 * i + 1));
    if (high < 0 || low < 0) return null;
    out[i] = (high << 4) | low;
  }
  return out;
};

/** Base64 with padding (RFC 4648, section 4). */
export const base64OfBytes = (bytes: Uint8Array): string => {
  const parts: string[] = [];
  for (let i = 0; i < bytes.length; i += 3) {
    const a = bytes[i] as number;
    const b = bytes[i + 1];
    const c = bytes[i + 2];
    parts.push(
      BASE64.charAt(a >> 2) +
        BASE64.charAt(((a & 3) << 4) | ((b ?? 0) >> 4)) +
        (b === undefined ? "=" : BASE64.charAt(((b & 15) << 2) | ((c ?? 0) >> 6))) +
        (c === undefined ? "=" : BASE64.charAt(c & 63)),
    );
  }
  return parts.join("");
};

export const concatBytes = (...runs: readonly Uint8Array[]): Uint8Array => {
  let length = 0;
  for (const run of runs) length += run.length;
  const out = new Uint8Array(length);
  let at = 0;
  for (const run of runs) {
    out.set(run, at);
    at += run.length;
  }
  return out;
};

/** SHA-256 (FIPS 180-4) as 64 lower-case hexadecimal digits. For entries; see CORE_HASH_BYTES_MAX. */
export const sha256Hex = (bytes: Uint8Array): string => {
  if (bytes.length > CORE_HASH_BYTES_MAX)
    throw new Error("Too many bytes for the core's own SHA-256");
  return hexOfBytes(sha256OfBytes(bytes));
};
