import type { Own } from "#shared/kernel/text.ts";
import type { UseCase } from "./use-case.ts";

export type CalendarInput = {
  /** False, unless the user asks: no debtor's name and no amount leaves in a calendar that others see. */
  readonly named: boolean;
};

export type CalendarView = {
  readonly kind: "calendar";
  readonly fileName: string;
  /** iCalendar text (RFC 5545), lines end with CR LF; `text/calendar; charset=utf-8`. */
  readonly text: string;
  readonly count: number;
  /** What the file holds and what it leaves out. */
  readonly note: Own;
};

export const calendarView: UseCase<CalendarInput, CalendarView, never> = {
  name: "calendar",
  asks: () => ({ accounts: "all", keys: [], search: false }),
  decide: () => {
    throw new Error("not written yet");
  },
};
