import type { Exchange } from "#shared/claims/account.ts";
import type { EntryNote } from "#shared/claims/entry-note.ts";
import type { CalendarDate } from "#shared/kernel/calendar.ts";
import type { Foreign } from "#shared/kernel/text.ts";
import type { Sentence } from "#shared/locales/locale.ts";

/** One thing that happened, before a screen has drawn it. */
export type Happening = {
  readonly key: string;
  /** The day it happened on, which may be earlier than the day it was written. */
  readonly on: CalendarDate;
  readonly entry: EntryNote;
  readonly text: Sentence;
  readonly words: Foreign | null;
  readonly ended: Sentence | null;
  readonly exchange: Exchange | null;
  readonly documentSha256: string | null;
  readonly documentSize: number;
  readonly obtained: "as-received" | "regenerated" | "reconstructed" | null;
  /** Hashes that take it back; empty where something rests on it: then it is cancelled or corrected, not undone. */
  readonly undoneBy: readonly string[];
};

type Part = Pick<Happening, "key" | "on" | "entry" | "text"> & Partial<Happening>;

export const happening = (part: Part): Happening => ({
  words: null,
  ended: null,
  exchange: null,
  documentSha256: null,
  documentSize: 0,
  obtained: null,
  undoneBy: [part.entry.hash],
  ...part,
});
