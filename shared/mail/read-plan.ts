import { sceneOf } from "./clauses.ts";
import { scheduleIn } from "./read-schedule.ts";
import { groundOf } from "./read-values.ts";
import { promiseIn } from "./read-promise.ts";
import type { Valued } from "./read-values.ts";
import type { ReadPromise, ReadingContext } from "./reading.ts";
import { datesOf, isComing, rankedDates } from "./value-dates.ts";
import { sumsOf } from "./value-sums.ts";

/** A plan that a mail asks for, where it carries dates and sums: a list of them, or so many equal parts. */
export const planIn = (words: string, context: ReadingContext): Valued<ReadPromise> | null => {
  const scene = sceneOf(words);
  const all = datesOf(scene, context);
  const coming = all.filter((one) => isComing(one, context));
  const ranked = rankedDates(scene, coming, [], context, "promise");
  const schedule = scheduleIn(scene, coming, sumsOf(scene, all, context), ranked, context);
  const lead = schedule?.parts[0];
  if (schedule == null || lead?.by == null) {
    // One dated sum offered is a plan too, as far as it goes.
    const single = promiseIn(words, [], context);
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
