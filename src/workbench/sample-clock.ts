import { dateOf } from "#shared/kernel/calendar.ts";
import type { PageClock } from "#src/custody/clock.ts";
import type { Remembered } from "#src/custody/remembered.ts";

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
