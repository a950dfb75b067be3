import type { Closure, CreditorState } from "#shared/claims/creditor.ts";
import type { CalendarDate } from "#shared/kernel/calendar.ts";
import { dayNumber } from "#shared/kernel/calendar.ts";
import { CLOSURES_MAX } from "#shared/law/holidays.ts";
import type { WorkingCalendar } from "#shared/law/holidays.ts";
import { CLOCK_DAYS } from "./clock-kinds.ts";
import { lapsingFrom } from "./clocks-limitation.ts";
import type { LapsingFrom } from "./clocks-limitation.ts";
import type { ContactLoad } from "./contact-load.ts";
import type { PlanBook } from "./plans.ts";
import { planBookOf } from "./plans.ts";
import { earliestWithin, isWorkingDay, nextWorkingDay } from "./working-days.ts";

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
  readonly plans: PlanBook;
  /** The creditor's days: its country's holidays and its own closures. */
  readonly calendar: WorkingCalendar;
  /** The office is shut today. */
  readonly closure: Closure | null;
  readonly staleAfterDays: number;
  /** Payments known as of an earlier day than this are stale. */
  readonly freshFrom: CalendarDate;
  /** An act on or after this day, then another today, is too soon. */
  readonly soonFrom: CalendarDate;
  readonly workingDay: boolean;
  readonly nextWorkingDay: CalendarDate;
  /** What is older may lapse soon. */
  readonly lapsingFrom: LapsingFrom;
  /** Messages by address, of all accounts; null: those of the account alone are counted. */
  readonly contactLoad: ContactLoad | null;
};

export const calendarOf = ({
  creditor,
  policy,
  closures,
}: Pick<CreditorState, "creditor" | "policy" | "closures">): WorkingCalendar => ({
  country: creditor?.country ?? "",
  alsaceMoselle: policy.alsaceMoselle,
  closures: closures.slice(0, CLOSURES_MAX),
});

export const recoveryContext = (
  today: CalendarDate,
  creditor: CreditorState,
  contactLoad: ContactLoad | null = null,
): RecoveryContext => {
  const calendar = calendarOf(creditor);
  const staleAfterDays = creditor.creditor?.staleAfterDays ?? STALE_AFTER_DAYS;
  return {
    today,
    todayDay: dayNumber(today),
    creditor,
    plans: planBookOf(creditor),
    calendar,
    closure: creditor.closures.find(({ from, to }) => from <= today && today <= to) ?? null,
    staleAfterDays,
    freshFrom: earliestWithin(today, staleAfterDays, calendar),
    soonFrom: earliestWithin(today, TOO_SOON_WORKING_DAYS - 1, calendar),
    workingDay: isWorkingDay(today, calendar),
    nextWorkingDay: nextWorkingDay(today, calendar),
    lapsingFrom: lapsingFrom(today, CLOCK_DAYS),
    contactLoad,
  };
};
