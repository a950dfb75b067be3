import type { CreditorState } from "#shared/claims/creditor.ts";
import type { EntryNote } from "#shared/claims/entry-note.ts";
import { parseCalendarDate } from "#shared/kernel/calendar.ts";
import { foreign } from "#shared/kernel/text.ts";
import { APP } from "#shared/locales/app.ts";
import type { Sentence } from "#shared/locales/locale.ts";
import type { Facts } from "./use-case.ts";
import { wallClock } from "./wall-clock.ts";

/** Who wrote an entry, and on which day of the creditor's. */
export const authorOf = (entry: EntryNote, creditor: CreditorState, facts: Facts): Sentence => {
  const { timeline } = APP[facts.language];
  const local = wallClock(entry.at, creditor.creditor?.timeZone ?? "");
  const day = local?.on ?? parseCalendarDate(entry.at.slice(0, 10));
  return timeline.author(foreign(entry.by), day, facts.today);
};
