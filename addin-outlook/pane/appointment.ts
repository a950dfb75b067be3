import { asksOfMessage } from "#shared/app/mail-match.ts";
import { seeMail } from "#shared/app/mail-claim.ts";
import type { OpenMailInput } from "#shared/app/mail-view.ts";
import { accountOnScreen, contextOf } from "#shared/app/screen-facts.ts";
import { viewOnly } from "#shared/app/use-case.ts";
import type { UseCase } from "#shared/app/use-case.ts";
import { addDays, dayOf, monthOf, yearOf } from "#shared/kernel/calendar.ts";
import type { CalendarDate } from "#shared/kernel/calendar.ts";
import { ok } from "#shared/kernel/result.ts";
import { own } from "#shared/kernel/text.ts";
import { shortWeekdayDate } from "#shared/locales/short-dates.ts";
import { OUTLOOK_PARTS } from "#shared/locales/outlook-parts.ts";
import { faultWord } from "./fault-word.ts";
import type { Pane } from "./pane.ts";

const HOUR = 9;
const MINUTES = 15;

type Day = {
  readonly on: CalendarDate;
  /** Named by the plan of a debtor; else a beginning. */
  readonly isPlanned: boolean;
};

/** The day of the fourth line, on which a promise ends or the next step comes; else the next day of work. */
const reminderDay: UseCase<OpenMailInput | null, Day, never> = {
  name: "reminder-day",
  asks: (input) =>
    input === null
      ? { accounts: [], keys: [], search: false }
      : asksOfMessage(input.message, input.account),
  decide: (input, loaded, facts) => {
    const context = contextOf(loaded, facts);
    const subject = input === null ? null : seeMail(input, loaded, facts).subject;
    if (subject === null) return ok(viewOnly({ on: context.nextWorkingDay, isPlanned: false }));
    const { nextOn } = accountOnScreen(subject, context).plan;
    return ok(viewOnly({ on: nextOn ?? context.nextWorkingDay, isPlanned: nextOn !== null }));
  },
};

/**
 * A reminder for the person alone, in words that say nothing to whoever sees the calendar: on the day that is planned for
 * the open mail's debtor. The form is there to change it.
 */
export const openAppointment = async (pane: Pane): Promise<void> => {
  const words = OUTLOOK_PARTS[pane.language.peek()].appointment;
  const mail = pane.openMail.peek();
  const input =
    mail === null ? null : { message: mail.message, account: null, sha256: mail.sha256 };
  const found = await pane.run(reminderDay, input);
  const tomorrow = { on: addDays(pane.facts().today, 1), isPlanned: false };
  const { on, isPlanned } = found.ok ? found.value : tomorrow;
  const start = new Date(yearOf(on), monthOf(on) - 1, dayOf(on), HOUR);
  const end = new Date(start.getTime() + MINUTES * 60_000);
  const opened = await pane.outlook.appointmentForm({
    subject: words.subject.own,
    text: words.text.own,
    start,
    end,
  });
  const day = own(shortWeekdayDate(on, pane.language.peek()));
  const done = isPlanned ? words.openedOn(day) : words.opened;
  pane.say({
    key: "appointment",
    tone: opened.ok ? "good" : "warning",
    text: opened.ok ? done : [faultWord(opened.error, pane.language.peek())],
  });
};
