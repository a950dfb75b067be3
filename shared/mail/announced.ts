import { daysBetween } from "#shared/kernel/calendar.ts";
import type { CalendarDate } from "#shared/kernel/calendar.ts";
import type { DateFind } from "./dates.ts";
import type { Signal } from "./signals.ts";
import { foldedInPlace } from "./words.ts";

/** "C'est payé dans les 72 h" announces: a payment told with a day to come alone is promised. */
export const announced = (
  signals: readonly Signal[],
  words: string,
  dates: readonly DateFind[],
  sentOn: CalendarDate,
): readonly Signal[] => {
  if (!signals.some((one) => one.tag === "paid")) return signals;
  return signals.map((one) => {
    if (one.tag !== "paid" || one.span === null) return one;
    const { from, to } = one.span;
    const said = dates.filter((date) => date.from >= from && date.to <= to + 1);
    const folded = foldedInPlace(words.slice(from, to));
    const isPerfect = PERFECT.test(folded);
    const isComing = ({ past, next, last }: DateFind): boolean =>
      !past &&
      next !== null &&
      next > sentOn &&
      (next === last || (!isPerfect && isOfThisSide(next, last, sentOn)));
    const isJustDone =
      /(?<![a-z])(?:viens|venons|vient|just|parti|partie|envoye|sent|went|attached)(?![a-z])/.test(
        folded,
      );
    return said.length > 0 && said.every(isComing) && !isJustDone
      ? { ...one, tag: "promise" as const, rule: "promise.announced", weight: 2.5 }
      : one;
  });
};

const PERFECT =
  /(?<![a-z])(?:ai|avons|avez|ont|ete|a (?:paye|regle|vire|verse|fait|effectue)|have|ve|has|had|was|were|been)(?![a-z])/;

/** Days ahead within which a day without a year is the coming one, if the one gone by is as far as that from a year. */
const NEAR_DAYS = 60;

/** "Je fais le virement le 19 novembre", a week before: a year gone by is not what was meant. */
const isOfThisSide = (
  next: CalendarDate,
  last: CalendarDate | null,
  sentOn: CalendarDate,
): boolean =>
  daysBetween(sentOn, next) <= NEAR_DAYS &&
  (last === null || daysBetween(last, sentOn) >= 365 - NEAR_DAYS);
