import { base64OfBytes, utf8Bytes, wellFormed } from "#shared/kernel/bytes.ts";

const CRLF = "\r\n";
/** RFC 2045, 6.7 and 6.8: an encoded line has at most 76 characters. */
const ENCODED_LINE_MAX = 76;
/**
 * RFC 2047, 2: an encoded word has at most 75 characters, and its line 76, the name of the header included. Its frame
 * takes 12 and base64 gives 4 for 3 bytes: 39 bytes leave room for `Subject: `.
 */
const ENCODED_WORD_BYTES_MAX = 39;

const isAscii = (text: string): boolean => /^[\x20-\x7e]*$/.test(text);

/** The characters of a text, whole: a pair of surrogates is one. */
const charactersOf = (text: string): readonly string[] => Array.from(wellFormed(text));

/**
 * Header text (RFC 2047): plain where it is printable ASCII that nobody could take for an encoded word, else encoded
 * words of whole characters, each on its own line. Lines of plain text are folded at a space.
 */
export const headerText = (text: string, nameLength: number): string => {
  const plain = isAscii(text) && !text.includes("=?") && !text.includes("  ");
  if (plain && text === text.trim()) return foldAt(text, nameLength);
  return encodedWords(text).join(`${CRLF} `);
};

/** The display name of an address (RFC 5322, 3.4): quoted, or as encoded words. */
export const displayName = (name: string): string => {
  if (!isAscii(name) || name.includes("=?")) return encodedWords(name).join(`${CRLF} `);
  return `"${name.replace(/[\\"]/g, (mark) => `\\${mark}`)}"`;
};

const encodedWords = (text: string): readonly string[] => {
  const words: string[] = [];
  let run = "";
  let length = 0;
  for (const character of charactersOf(text)) {
    const bytes = utf8Bytes(character).length;
    if (length + bytes > ENCODED_WORD_BYTES_MAX) {
      words.push(run);
      run = "";
      length = 0;
    }
    run += character;
    length += bytes;
  }
  words.push(run);
  return words.map((word) => `=?UTF-8?B?${base64OfBytes(utf8Bytes(word))}?=`);
};

const foldAt = (text: string, nameLength: number): string => {
  const lines: string[] = [];
  let line = "";
  let room = 76 - nameLength;
  for (const word of text.split(" ")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (longer.length > room && line.trim() !== "") {
      lines.push(line);
      line = word;
      room = 75;
    } else {
      line = longer;
    }
  }
  lines.push(line);
  return lines.join(`${CRLF} `);
};

const hex = (byte: number): string => byte.toString(16).toUpperCase().padStart(2, "0");

/**
 * Text as quoted-printable (RFC 2045, 6.7), CRLF line ends. White space at a line's end is encoded, and so are a leading
 * full stop and `From `, which transports and mbox files rewrite.
 */
export const quotedPrintable = (text: string): string =>
  wellFormed(text).replace(/\r\n?/g, "\n").split("\n").map(quotedLine).join(CRLF);

const quotedLine = (line: string): string => {
  const tokens: string[] = [];
  const characters = charactersOf(line);
  characters.forEach((character, index) => {
    const code = character.charCodeAt(0);
    const last = index === characters.length - 1;
    const first = index === 0;
    const plain =
      (code >= 33 && code <= 126 && code !== 61 && !(first && isRewritten(line, character))) ||
      ((code === 32 || code === 9) && !last);
    tokens.push(
      plain ? character : Array.from(utf8Bytes(character), (byte) => `=${hex(byte)}`).join(""),
    );
  });
  const lines: string[] = [];
  let run = "";
  for (const token of tokens) {
    if (run.length + token.length > ENCODED_LINE_MAX - 1) {
      lines.push(`${run}=`);
      run = "";
    }
    run += token;
  }
  lines.push(run);
  return lines.join(CRLF);
};

const isRewritten = (line: string, first: string): boolean =>
  first === "." || (first === "F" && line.startsWith("From "));

/** Bytes as base64 in lines of 76 characters (RFC 2045, 6.8), each ended by CRLF. */
export const base64Lines = (bytes: Uint8Array): Uint8Array => {
  const bytesPerLine = 57;
  const whole = Math.ceil(bytes.length / 3) * 4;
  const lines = Math.ceil(bytes.length / bytesPerLine);
  const out = new Uint8Array(whole + 2 * lines);
  let at = 0;
  for (let from = 0; from < bytes.length; from += bytesPerLine) {
    const line = base64OfBytes(bytes.subarray(from, from + bytesPerLine));
    for (let i = 0; i < line.length; i += 1) out[at + i] = line.charCodeAt(i);
    at += line.length;
    out[at] = 13;
    out[at + 1] = 10;
    at += 2;
  }
  return out;
};

/**
 * A parameter of a header (RFC 2231): quoted where it is plain ASCII and short, else percent-encoded UTF-8 in numbered
 * parts, none of which splits a character. Each part begins on a line of its own.
 */
export const parameter = (name: string, value: string): string => {
  if (isAscii(value) && value.length <= 60) {
    return `;${CRLF} ${name}="${value.replace(/[\\"]/g, (mark) => `\\${mark}`)}"`;
  }
  const parts: string[] = [];
  let run = "";
  for (const character of charactersOf(value)) {
    const encoded = /^[A-Za-z0-9._-]$/.test(character)
      ? character
      : Array.from(utf8Bytes(character), (byte) => `%${hex(byte)}`).join("");
    if (run.length + encoded.length > 50) {
      parts.push(run);
      run = "";
    }
    run += encoded;
  }
  parts.push(run);
  const [only] = parts;
  if (parts.length === 1) return `;${CRLF} ${name}*=UTF-8''${only ?? ""}`;
  return parts
    .map(
      (part, index) => `;${CRLF} ${name}*${String(index)}*=${index === 0 ? "UTF-8''" : ""}${part}`,
    )
    .join("");
};
