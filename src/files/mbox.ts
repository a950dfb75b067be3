/** Mails of one mailbox that are read; a larger one is split by its owner's mail program. */
export const MBOX_MESSAGES_MAX = 200_000;

const LF = 10;
const CR = 13;
const FROM = [0x46, 0x72, 0x6f, 0x6d, 0x20];

/**
 * The mails of an .mbox (RFC 4155, and the mboxo and mboxrd forms), each as the bytes that stand between two `From `
 * lines, untouched: `>From ` is not undone. A `From ` line counts where an empty line or nothing stands before it and a
 * header line follows, so that a sentence that begins with "From" cuts no mail in two.
 */
export const mboxMessages = function* (bytes: Uint8Array): Generator<Uint8Array> {
  let start = -1;
  let count = 0;
  for (let at = 0; at < bytes.length && count < MBOX_MESSAGES_MAX;) {
    const next = endOfLine(bytes, at);
    if (startsWithFrom(bytes, at) && isAfterEmptyLine(bytes, at) && isHeaderLine(bytes, next)) {
      if (start >= 0) {
        yield bytes.subarray(start, withoutLastEmptyLine(bytes, start, at));
        count += 1;
      }
      start = next;
    }
    at = next;
  }
  if (start >= 0 && count < MBOX_MESSAGES_MAX)
    yield bytes.subarray(start, withoutLastEmptyLine(bytes, start, bytes.length));
};

/** Whether a file is an .mbox by its first line. */
export const isMbox = (bytes: Uint8Array): boolean =>
  startsWithFrom(bytes, 0) && isHeaderLine(bytes, endOfLine(bytes, 0));

const endOfLine = (bytes: Uint8Array, at: number): number => {
  const end = bytes.indexOf(LF, at);
  return end < 0 ? bytes.length : end + 1;
};

const startsWithFrom = (bytes: Uint8Array, at: number): boolean =>
  FROM.every((byte, index) => bytes[at + index] === byte);

const isAfterEmptyLine = (bytes: Uint8Array, at: number): boolean =>
  at === 0 ||
  (bytes[at - 1] === LF &&
    (bytes[at - 2] === LF || (bytes[at - 2] === CR && bytes[at - 3] === LF))) ||
  at === 1 ||
  (at === 2 && bytes[0] === CR);

/** `Name:` (RFC 5322, 3.6.8), or another `>From ` line as some servers leave them. */
const isHeaderLine = (bytes: Uint8Array, at: number): boolean => {
  if (bytes[at] === 0x3e && startsWithFrom(bytes, at + 1)) return true;
  for (let i = at; i < Math.min(bytes.length, at + 100); i += 1) {
    const byte = bytes[i] as number;
    if (byte === 0x3a) return i > at;
    if (byte < 33 || byte > 126) return false;
  }
  return false;
};

const withoutLastEmptyLine = (bytes: Uint8Array, start: number, end: number): number => {
  if (end - 2 >= start && bytes[end - 1] === LF && bytes[end - 2] === LF) return end - 1;
  const crlf =
    end - 4 >= start && bytes[end - 1] === LF && bytes[end - 2] === CR && bytes[end - 3] === LF;
  return crlf ? end - 2 : end;
};
