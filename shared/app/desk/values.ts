import * as z from "zod/mini";
import { base64OfBytes } from "#shared/kernel/bytes.ts";
import { bytesOfBase64 } from "#shared/mail/charsets.ts";

z.config({ jitless: true });

/**
 * Values of views and inputs as text and back: JSON, with maps, sets and bytes under a key of their own. Both sides are
 * of one build; what comes is still read as from a stranger, since it goes through Outlook or Apps Script.
 */
const MARK = "$relance";

export const textOfValue = (value: unknown): string => JSON.stringify(packed(value)) ?? "null";

/** Undefined where the text is none that `textOfValue` gives. */
export const valueOfText = (text: string): unknown => {
  try {
    return unpacked(JSON.parse(text));
  } catch (cause) {
    if (cause instanceof SyntaxError || cause instanceof RangeError) return undefined;
    throw cause;
  }
};

const packed = (value: unknown): unknown => {
  if (value === undefined) return { [MARK]: "undefined" };
  if (value instanceof Uint8Array) return { [MARK]: "bytes", of: base64OfBytes(value) };
  if (value instanceof Map) {
    return { [MARK]: "map", of: [...value].map(([key, one]) => [packed(key), packed(one)]) };
  }
  if (value instanceof Set) return { [MARK]: "set", of: [...value].map(packed) };
  if (Array.isArray(value)) return value.map(packed);
  if (typeof value !== "object" || value === null) return value;
  const fields = Object.entries(value).filter(([, one]) => typeof one !== "function");
  const plain = Object.fromEntries(fields.map(([key, one]) => [key, packed(one)]));
  // A mail could hold our own mark: it must not be taken for one.
  return MARK in plain ? { [MARK]: "object", of: Object.entries(plain) } : plain;
};

const pairs = z.array(z.tuple([z.unknown(), z.unknown()]));
const marked = z.union([
  z.object({ [MARK]: z.literal("undefined") }),
  z.object({ [MARK]: z.literal("bytes"), of: z.string() }),
  z.object({ [MARK]: z.literal("map"), of: pairs }),
  z.object({ [MARK]: z.literal("set"), of: z.array(z.unknown()) }),
  z.object({ [MARK]: z.literal("object"), of: z.array(z.tuple([z.string(), z.unknown()])) }),
]);

const unpacked = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(unpacked);
  if (typeof value !== "object" || value === null) return value;
  if (!(MARK in value)) return fieldsOf(Object.entries(value));
  const found = z.safeParse(marked, value);
  if (!found.success) throw new SyntaxError("a marked value is none of ours");
  const { data } = found;
  switch (data[MARK]) {
    case "undefined":
      return undefined;
    case "bytes":
      return bytesOfBase64(data.of);
    case "map":
      return new Map(data.of.map(([key, one]) => [unpacked(key), unpacked(one)]));
    case "set":
      return new Set(data.of.map(unpacked));
    case "object":
      return fieldsOf(data.of);
  }
};

const fieldsOf = (entries: readonly (readonly [string, unknown])[]): object =>
  Object.fromEntries(entries.map(([key, one]) => [key, unpacked(one)]));
