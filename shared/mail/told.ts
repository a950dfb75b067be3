import { findAmounts } from "./amounts.ts";
import type { AmountFind } from "./amounts.ts";
import { sceneOf } from "./clauses.ts";
import type { Scene } from "./clauses.ts";
import { findDates } from "./dates.ts";
import type { DateFind } from "./dates.ts";
import type { ReadingContext } from "./reading.ts";
import { isMonthFirst } from "./value-dates.ts";
import { sumsOf } from "./value-sums.ts";
import { cutTextOf } from "./words.ts";
import type { CutText } from "./words.ts";

/** Dates as the claim's country writes them, and sums with a mark: what every reader of a text begins with. */
export type Marked = {
  readonly dates: readonly DateFind[];
  readonly amounts: readonly AmountFind[];
};

/** A text with its clauses, its dates and its sums: what values are chosen from. */
export type Told = {
  readonly scene: Scene;
  readonly dates: readonly DateFind[];
  readonly sums: readonly AmountFind[];
};

export const markedIn = (text: string | CutText, context: ReadingContext): Marked => ({
  dates: findDates(text, { sentOn: context.sentOn, monthFirst: context.currency === "USD" }),
  amounts: findAmounts(text, context.currency),
});

export const toldIn = (
  text: string | CutText,
  context: ReadingContext,
  marked: Marked = markedIn(text, context),
): Told => {
  const scene = sceneOf(cutTextOf(text));
  const monthFirst = isMonthFirst(scene, context);
  const isAsMarked = monthFirst === (context.currency === "USD");
  const dates = isAsMarked
    ? marked.dates
    : findDates(scene, { sentOn: context.sentOn, monthFirst });
  return { scene, dates, sums: sumsOf(scene, marked.amounts, dates, context) };
};
