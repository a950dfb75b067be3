import type { CalendarDate } from "#shared/kernel/calendar.ts";
import type { Scene } from "./clauses.ts";
import { isOtherCurrency } from "./other-currency.ts";
import { bestOf } from "./read-promise.ts";
import { groundOf } from "./read-values.ts";
import type { Valued } from "./read-values.ts";
import type { Ground, ReadingContext } from "./reading.ts";
import type { Signal } from "./signals.ts";
import type { Told } from "./told.ts";
import { isGone, rankedDates } from "./value-dates.ts";
import { minorOfFind, rankedSums, totalOf } from "./value-sums.ts";

export const PAYMENT_FROM = { date: 0.6, sum: 0.8 };

const NOW: readonly string[] = [
  "je viens",
  "nous venons",
  "on vient",
  "vient d",
  "just now",
  "just sent",
  "just paid",
  "just done",
  "just made",
  "just transferred",
  "just been",
  "just gone",
  "just pressed",
  "just put",
  "l instant",
  "minutes ago",
  "this minute",
  "this second",
];

/** When it was paid, and how much. */
export const paymentIn = (
  { scene, dates, sums }: Told,
  signals: readonly Signal[],
  context: ReadingContext,
): Valued<{ readonly on: CalendarDate | null; readonly amountMinor: number | null }> => {
  const words = scene.text;
  const gone = dates.filter((one) => isGone(one, context));
  const found = bestOf(rankedDates(scene, gone, signals, context, "paid"), PAYMENT_FROM.date);
  const sum = bestOf(
    rankedSums(scene, sums, found, signals, context, "paid").filter(({ find }) => !find.rest),
    PAYMENT_FROM.sum,
  );
  const grounds: Ground[] = [];
  if (found !== undefined) grounds.push(groundOf("paid.on", words, found));
  const amountMinor = minorOfFind(sum, totalOf(context), 0);
  const said = amountMinor === null ? sums.find(isOtherCurrency) : sum;
  if (said !== undefined) grounds.push(groundOf("paid.amount", words, said));
  const on = found === undefined ? (isNow(scene) ? context.sentOn : null) : found.last;
  return { value: { on, amountMinor }, grounds };
};

/** Whether the words say that it has been done a moment ago. */
const isNow = ({ tokens }: Scene): boolean => {
  const text = ` ${tokens
    .filter((token) => token.kind !== "mark")
    .map((token) => token.text)
    .join(" ")} `;
  return NOW.some((phrase) => text.includes(` ${phrase} `));
};
