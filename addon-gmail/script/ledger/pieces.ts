import type { Services } from "#gmail/script/google-port.ts";

/** A user property takes 9 kB; all of them together 500 kB. */
export const PIECE_CHARS_MAX = 8000;

/**
 * A long text in several user properties, `name.0` and on; the first begins with how many there are, so that a piece left
 * over from a longer text is never read.
 */
export const piecesOf = (name: string, text: string): Readonly<Record<string, string>> => {
  const pieces: Record<string, string> = {};
  const count = Math.max(1, Math.ceil((text.length + HEAD_CHARS) / PIECE_CHARS_MAX));
  const whole = String(count).padStart(HEAD_CHARS - 1, "0") + ":" + text;
  for (let at = 0; at < count; at += 1) {
    pieces[`${name}.${String(at)}`] = whole.slice(at * PIECE_CHARS_MAX, (at + 1) * PIECE_CHARS_MAX);
  }
  return pieces;
};

/** Null where it was never written, or a piece is gone. */
export const textOfPieces = (
  values: Readonly<Record<string, string>>,
  name: string,
): string | null => {
  const first = values[`${name}.0`];
  if (first === undefined || first.charAt(HEAD_CHARS - 1) !== ":") return null;
  const count = Number(first.slice(0, HEAD_CHARS - 1));
  let text = first.slice(HEAD_CHARS);
  for (let at = 1; at < count; at += 1) {
    const piece = values[`${name}.${String(at)}`];
    if (piece === undefined) return null;
    text += piece;
  }
  return text;
};

/** `002:`. */
const HEAD_CHARS = 4;

/** JSON as it lies in properties and in the hidden files: a tenth of its size. */
export const packed = ({ gzip, base64 }: Services, text: string): string => base64(gzip(text));

export const unpacked = ({ gunzip, bytesOfBase64 }: Services, text: string): string | null => {
  const bytes = bytesOfBase64(text);
  return bytes === null ? null : gunzip(bytes);
};
