import type { CreditorState } from "#shared/claims/creditor.ts";
import type { CalendarDate } from "#shared/kernel/calendar.ts";
import { dayNumber } from "#shared/kernel/calendar.ts";
import type { Plan } from "./plan.ts";
import { STANDARD_PLAN } from "./plan.ts";
import { earliestWithin, hasKnownHolidays, isWorkingDay, nextWorkingDay } from "./working-days.ts";

/** Reminders closer to the last one than this are warned of, in working days. */
export const TOO_SOON_WORKING_DAYS = 5;
/** Where the creditor set nothing (design: "more than 3 working days ago"). */
const STALE_AFTER_DAYS = 3;

/** What holds for every account on one day: worked out once, since a list has thousands of accounts. */
export type RecoveryContext = {
  readonly today: CalendarDate;
  /** `today` as a day number. */
  readonly todayDay: number;
  readonly creditor: CreditorState;
  readonly plan: Plan;
  readonly staleAfterDays: number;
  /** Payments known as of an earlier day than this are stale. */
  readonly freshFrom: CalendarDate;
  /** An act on or after this day, then another today, is too soon. */
  readonly soonFrom: CalendarDate;
  readonly workingDay: boolean;
  readonly nextWorkingDay: CalendarDate;
  /** False: of this country only the weekends are known. */
  readonly holidaysKnown: boolean;
};

export const recoveryContext = (
  today: CalendarDate,
  creditor: CreditorState,
  plan: Plan = STANDARD_PLAN,
): RecoveryContext => {
  const country = creditor.creditor?.country ?? "";
  const staleAfterDays = creditor.creditor?.staleAfterDays ?? STALE_AFTER_DAYS;
  return {
    today,
    todayDay: dayNumber(today),
    creditor,
    plan,
    staleAfterDays,
    freshFrom: earliestWithin(today, staleAfterDays, country),
    soonFrom: earliestWithin(today, TOO_SOON_WORKING_DAYS - 1, country),
    workingDay: isWorkingDay(today, country),
    nextWorkingDay: nextWorkingDay(today, country),
    holidaysKnown: hasKnownHolidays(country),
  };
};
