import { PIECE_CHARS, PIECES_MAX, PLAIN_CHARS_MAX, TEXT_CHARS_MAX } from "#shared/app/desk/wire.ts";
import type { ToPage } from "#shared/app/desk/wire.ts";
import { err, ok } from "#shared/kernel/result.ts";
import type { Result } from "#shared/kernel/result.ts";
import type { Services } from "#gmail/script/google-port.ts";

/**
 * Texts longer than one call takes: packed, and in pieces that wait in this user's cache between two calls, for lack of any
 * other memory. The cache may let one go at any time: then the whole is asked for, or sent, again.
 */
type ParcelFault = "unreadable" | "too-large" | "pieces-gone";

/** One value of the cache takes 100 kB. */
const VALUE_CHARS = 90_000;
/** A page that is slow, or closed: what it left goes by itself. */
const KEPT_SECONDS = 900;

const cacheKey = (key: string, at: number, value: number): string =>
  `desk:${key}:${String(at)}:${String(value)}`;
const VALUES_A_PIECE = Math.ceil(PIECE_CHARS / VALUE_CHARS);

export const keepPiece = (
  { cache }: Services,
  key: string,
  at: number,
  piece: string,
): Result<null, ParcelFault> => {
  if (at >= PIECES_MAX) return err("too-large");
  const values = new Map<string, string>();
  for (let value = 0; value * VALUE_CHARS < piece.length; value += 1) {
    const part = piece.slice(value * VALUE_CHARS, (value + 1) * VALUE_CHARS);
    values.set(cacheKey(key, at, value), part);
  }
  cache.write(values, KEPT_SECONDS);
  return ok(null);
};

/** Null: it is no longer there, whole. */
export const keptPiece = ({ cache }: Services, key: string, at: number): string | null => {
  const keys = keysOfPiece(key, at);
  const found = cache.read(keys);
  const parts: string[] = [];
  for (const one of keys) {
    const part = found.get(one);
    if (part === undefined) break;
    parts.push(part);
  }
  // One in the middle that is gone leaves the rest without its place.
  return parts.length === 0 || parts.length !== found.size ? null : parts.join("");
};

const keysOfPiece = (key: string, at: number): readonly string[] =>
  Array.from({ length: VALUES_A_PIECE }, (_, value) => cacheKey(key, at, value));

/** The text of a request whose last piece has come. */
export const joinedText = (
  services: Services,
  key: string,
  at: number,
  last: string,
): Result<string, ParcelFault> => {
  const pieces: string[] = [];
  for (let one = 0; one < at; one += 1) {
    const piece = keptPiece(services, key, one);
    // All pieces but the last are full: a shorter one lost its end.
    if (piece?.length !== PIECE_CHARS) return err("pieces-gone");
    pieces.push(piece);
  }
  services.cache.remove(pieces.flatMap((_, one) => keysOfPiece(key, one)));
  return unpackedText(services, pieces.join("") + last);
};

export const unpackedText = (services: Services, base64: string): Result<string, ParcelFault> => {
  const bytes = services.bytesOfBase64(base64);
  if (bytes === null) return err("unreadable");
  let text: string;
  try {
    text = services.gunzip(bytes);
  } catch {
    // Apps Script throws for whatever is not gzip: it was none of our page's.
    return err("unreadable");
  }
  return text.length > TEXT_CHARS_MAX ? err("too-large") : ok(text);
};

export type Told = {
  readonly build: string;
  readonly before: string | null;
  readonly after: string | null;
};

/** An answer as the page takes it: as it is, packed, or the first of several pieces. */
export const answerParcel = (services: Services, text: string, told: Told): ToPage => {
  if (text.length <= PLAIN_CHARS_MAX) return { ...told, type: "text", text };
  const gzip = services.base64(services.gzip(text));
  if (gzip.length <= PIECE_CHARS) return { ...told, type: "packed", gzip };
  const of = Math.ceil(gzip.length / PIECE_CHARS);
  const [key = ""] = services.chance(1);
  for (let at = 1; at < of; at += 1) {
    const kept = keepPiece(services, key, at, gzip.slice(at * PIECE_CHARS, (at + 1) * PIECE_CHARS));
    if (!kept.ok) return { type: "fault", fault: kept.error };
  }
  return { ...told, type: "pieces", gzip: gzip.slice(0, PIECE_CHARS), key, of };
};
