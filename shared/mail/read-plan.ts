import { scheduleIn } from "./read-schedule.ts";
import { groundOf } from "./read-values.ts";
import { promiseIn } from "./read-promise.ts";
import type { Valued } from "./read-values.ts";
import type { ReadPromise, ReadingContext } from "./reading.ts";
import type { Told } from "./told.ts";
import { isComing, rankedDates } from "./value-dates.ts";

/** A plan that a mail asks for, where it carries dates and sums: a list of them, or so many equal parts. */
export const planIn = (told: Told, context: ReadingContext): Valued<ReadPromise> | null => {
  const { scene, dates, sums } = told;
  const words = scene.text;
  const coming = dates.filter((one) => isComing(one, context));
  const ranked = rankedDates(scene, coming, [], context, "promise");
  const schedule = scheduleIn(scene, coming, sums, ranked, context);
  const lead = schedule?.parts[0];
  if (schedule == null || lead?.by == null) {
    // One dated sum offered is a plan too, as far as it goes.
    const single = promiseIn(told, [], context);
    return single.value.by === null || single.value.amountMinor === null ? null : single;
  }
  const { first, sum, parts } = schedule;
  return {
    value: { by: lead.by, amountMinor: lead.amountMinor, parts },
    grounds: [
      ...(first === undefined ? [] : [groundOf("promise.by", words, first)]),
      groundOf("promise.amount", words, sum),
    ],
  };
};
