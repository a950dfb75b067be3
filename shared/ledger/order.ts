import { compareText } from "#shared/kernel/text.ts";
import type { Entry, EntryHeader } from "./entry.ts";

/**
 * The total order of a merged log: (tick, writer, sequence, hash). An entry always follows what its writer had seen when
 * it was written; entries written in ignorance of one another have an order that everybody computes alike.
 */
export const compareEntries = (a: Entry, b: Entry): number =>
  a.header.tick - b.header.tick ||
  compareText(a.header.writer, b.header.writer) ||
  a.header.sequence - b.header.sequence ||
  compareText(a.hash, b.hash);

/** The same order where only an entry's place is at hand. */
export const comparePlaces = (
  a: Pick<EntryHeader, "tick" | "writer" | "sequence"> & { readonly hash: string },
  b: Pick<EntryHeader, "tick" | "writer" | "sequence"> & { readonly hash: string },
): number =>
  a.tick - b.tick ||
  compareText(a.writer, b.writer) ||
  a.sequence - b.sequence ||
  compareText(a.hash, b.hash);
