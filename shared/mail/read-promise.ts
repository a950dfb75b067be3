import { scheduleIn } from "./read-schedule.ts";
import { groundOf } from "./read-values.ts";
import type { Valued } from "./read-values.ts";
import type { Ground, ReadPromise, ReadingContext } from "./reading.ts";
import type { Signal } from "./signals.ts";
import type { Told } from "./told.ts";
import { bindingOf, isComing, rankedDates } from "./value-dates.ts";
import { minorOfFind, rankedSums, totalOf } from "./value-sums.ts";

/** What a date and a sum must have for them at least; found on replies that other hands had labelled. */
export const PROMISE_FROM = { date: 0, sum: 0.8 };

/** What is promised, for when: the date and the sum that most speaks for, by the clause that each stands in. */
export const promiseIn = (
  { scene, dates, sums }: Told,
  signals: readonly Signal[],
  context: ReadingContext,
): Valued<ReadPromise> => {
  const words = scene.text;
  const coming = dates.filter((one) => isComing(one, context));
  const ranked = rankedDates(scene, coming, signals, context, "promise");
  const schedule = scheduleIn(scene, coming, sums, ranked, context);
  const grounds: Ground[] = [];
  if (schedule !== null) {
    const { first, sum, parts } = schedule;
    if (first !== undefined) grounds.push(groundOf("promise.by", words, first));
    grounds.push(groundOf("promise.amount", words, sum));
    const lead = parts[0];
    return {
      value: { by: lead?.by ?? null, amountMinor: lead?.amountMinor ?? null, parts },
      grounds,
    };
  }
  const best = bestOf(ranked, PROMISE_FROM.date);
  const date = best === undefined ? undefined : bindingOf(scene, coming, best);
  const rankedAmounts = rankedSums(scene, sums, date, signals, context, "promise");
  const sum = bestOf(rankedAmounts, PROMISE_FROM.sum);
  if (date !== undefined) grounds.push(groundOf("promise.by", words, date));
  const amountMinor = minorOfFind(sum, totalOf(context), 0);
  if (sum !== undefined && amountMinor !== null)
    grounds.push(groundOf("promise.amount", words, sum));
  return { value: { by: date?.next ?? null, amountMinor }, grounds };
};

/** The first of those that score most, if it scores enough. */
export const bestOf = <T>(
  list: readonly { readonly find: T; readonly score: number }[],
  least: number,
): T | undefined => {
  let best: { readonly find: T; readonly score: number } | undefined;
  for (const one of list)
    if (one.score >= least && (best === undefined || one.score > best.score + 1e-9)) best = one;
  return best?.find;
};
