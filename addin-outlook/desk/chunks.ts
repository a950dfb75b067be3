import * as z from "zod/mini";

z.config({ jitless: true });

/**
 * Characters of one message between the dialog and the pane. Microsoft names no limit, and clients differ in how they
 * carry it; 32 kB is what older ones took, and a character may take two bytes.
 */
export const MESSAGE_CHARS_MAX = 15_000;
/** Parts of one text: a backup of 60 MB and more goes as a file, not through here. */
const PARTS_MAX = 20_000;
/** Texts whose parts may be on their way at once; beyond, the other side is not one of ours. */
const OPEN_MAX = 64;

const frame = z.object({
  id: z.string().check(z.maxLength(80)),
  part: z.int().check(z.nonnegative()),
  of: z.int().check(z.positive(), z.maximum(PARTS_MAX)),
  text: z.string(),
});

/** A text as messages of a size that every Outlook carries. */
export const framesOf = (id: string, text: string): readonly string[] => {
  // Quotes and escapes of JSON may double what is carried.
  const size = Math.floor(MESSAGE_CHARS_MAX / 2) - 200;
  const of = Math.max(1, Math.ceil(text.length / size));
  return Array.from({ length: of }, (_, part) =>
    JSON.stringify({ id, part, of, text: text.slice(part * size, (part + 1) * size) }),
  );
};

/** Puts messages together again, in whatever order they come. Answers the text once it is whole. */
export const frameJoiner = (): ((message: string) => string | null) => {
  const open = new Map<string, { readonly parts: Map<number, string>; readonly of: number }>();
  return (message) => {
    const found = z.safeParse(frame, parsed(message));
    if (!found.success || found.data.part >= found.data.of) return null;
    const { id, part, of, text } = found.data;
    const known = open.get(id) ?? { parts: new Map<number, string>(), of };
    if (known.of !== of) return null;
    known.parts.set(part, text);
    if (known.parts.size < of) {
      if (!open.has(id) && open.size >= OPEN_MAX) return null;
      open.set(id, known);
      return null;
    }
    open.delete(id);
    return Array.from({ length: of }, (_, index) => known.parts.get(index) ?? "").join("");
  };
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch (cause) {
    if (cause instanceof SyntaxError) return null;
    throw cause;
  }
};
