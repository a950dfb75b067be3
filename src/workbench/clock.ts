import type { CalendarDate } from "#shared/kernel/calendar.ts";
import { calendarDate, dateOf } from "#shared/kernel/calendar.ts";
import type { Remembered } from "./remembered.ts";

export type PageClock = {
  /** ISO 8601 in UTC with milliseconds. */
  readonly now: () => string;
  readonly today: (timeZone: string) => CalendarDate;
};

/** The sample's morning begins at 08:30 in Paris, in winter time. */
const SAMPLE_MORNING = "T07:30:00.000Z";
/** The sample's day never ends: its clock stops a little before midnight in Paris. */
const SAMPLE_DAY_MS = 15 * 60 * 60 * 1000;

/** The sample's day, with a clock that runs from its morning and goes on where the last visit left it. */
export const sampleClock = (day: string, remembered: Remembered): PageClock => {
  const morning = Date.parse(`${day}${SAMPLE_MORNING}`);
  const lived = Number(remembered.read("lived") ?? "0");
  const before = Number.isFinite(lived) && lived > 0 ? lived : 0;
  const opened = performance.now();
  return {
    now: () => {
      const ms = Math.min(Math.round(before + performance.now() - opened), SAMPLE_DAY_MS);
      remembered.write("lived", String(ms));
      return new Date(morning + ms).toISOString();
    },
    today: () => dateOf(day),
  };
};

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
