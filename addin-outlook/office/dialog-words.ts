import * as z from "zod/mini";

z.config({ jitless: true });

/** `origin` came with DialogOrigin 1.1: older clients leave it out, and let only the add-in's own domain speak. */
const said = z.object({ message: z.string(), origin: z.optional(z.nullable(z.string())) });

/**
 * What a page of ours has said to another. Null for everything else: a window may have been led to another site, whose
 * pages can send words as well.
 */
export const wordOf = (given: unknown, origin: string): string | null => {
  const parsed = z.safeParse(said, given);
  if (!parsed.success) return null;
  const from = parsed.data.origin ?? "";
  return from === "" || originOf(from) === origin ? parsed.data.message : null;
};

const originOf = (address: string): string | null =>
  URL.canParse(address) ? new URL(address).origin : null;
