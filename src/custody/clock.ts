import type { CalendarDate } from "#shared/kernel/calendar.ts";
import { calendarDate, dateOf } from "#shared/kernel/calendar.ts";

export type PageClock = {
  /** ISO 8601 in UTC with milliseconds. */
  readonly now: () => string;
  readonly today: (timeZone: string) => CalendarDate;
};

/** The time zone of a ledger that is not open yet. */
export const FIRST_TIME_ZONE = "Europe/Paris";

export const machineClock = (): PageClock => ({
  now: () => new Date().toISOString(),
  today: (timeZone) => dayIn(timeZone, new Date()),
});

/** The day in a time zone; in the machine's own where the zone is none that the browser knows. */
const dayIn = (timeZone: string, at: Date): CalendarDate => {
  const parts = partsIn(timeZone, at);
  const part = (type: string): number =>
    Number(parts.find((one) => one.type === type)?.value ?? "0");
  return (
    calendarDate(part("year"), part("month"), part("day")) ?? dateOf(at.toISOString().slice(0, 10))
  );
};

const partsIn = (timeZone: string, at: Date): readonly Intl.DateTimeFormatPart[] => {
  const fields = { year: "numeric", month: "2-digit", day: "2-digit" } as const;
  try {
    return new Intl.DateTimeFormat("en-GB", { ...fields, timeZone }).formatToParts(at);
  } catch {
    // RangeError: not a zone of this browser.
    return new Intl.DateTimeFormat("en-GB", fields).formatToParts(at);
  }
};
