import { addDays } from "#shared/kernel/calendar.ts";
import type { CalendarDate } from "#shared/kernel/calendar.ts";
import { findDates } from "./dates.ts";
import type { DateFind } from "./dates.ts";
import { groundOf } from "./read-values.ts";
import type { Valued } from "./read-values.ts";
import type { ReadingContext } from "./reading.ts";
import { foldedInPlace } from "./words.ts";

/** The day somebody is back: the date after a word of returning, else the end of the absence. */
export const absenceEnd = (words: string, context: ReadingContext): Valued<CalendarDate> | null => {
  const dates = findDates(words, {
    sentOn: context.sentOn,
    monthFirst: context.currency === "USD",
  }).filter((one) => one.next !== null && !one.rule.startsWith("date.within"));
  const folded = foldedInPlace(words);
  const leads = (one: DateFind): string => {
    const before = folded.slice(Math.max(0, one.from - 50), one.from);
    return before.slice(Math.max(...[".", "!", "?"].map((end) => before.lastIndexOf(end))) + 1);
  };
  const back = dates.find((one) =>
    /retour|reprise|reprendr|rentre|revien|back|return|reopen|rouvr|reouv|repondr|resum|a partir|lirai|read|again|des le|as from|as of/.test(
      leads(one),
    ),
  );
  if (back?.next != null) return { value: back.next, grounds: [groundOf("back", words, back)] };
  const until = dates.find((one) =>
    /jusqu|until|till|through|(?<![a-z])au(?![a-z])/.test(leads(one).slice(-25)),
  );
  if (until?.next == null) return null;
  const inclusive = /^[^.!?]{0,4}(?:inclus|inclusive)/.test(folded.slice(until.to, until.to + 14));
  return {
    value: inclusive ? addDays(until.next, 1) : until.next,
    grounds: [groundOf("back", words, until)],
  };
};
