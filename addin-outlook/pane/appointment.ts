import { addDays } from "#shared/kernel/calendar.ts";
import { faultWord } from "./fault-word.ts";
import type { Pane } from "./pane.ts";

const HOUR = 9;
const MINUTES = 15;

/**
 * A reminder for the person alone, in words that say nothing to whoever sees the calendar. The day after tomorrow is a
 * beginning: the form is there to change it.
 */
export const openAppointment = async (pane: Pane): Promise<void> => {
  const words = pane.words.peek().appointment;
  const [year = 0, month = 1, day = 1] = addDays(pane.facts().today, 1).split("-").map(Number);
  const start = new Date(year, month - 1, day, HOUR);
  const end = new Date(start.getTime() + MINUTES * 60_000);
  const opened = await pane.outlook.appointmentForm({
    subject: words.subject.own,
    text: words.text.own,
    start,
    end,
  });
  pane.say({
    key: "appointment",
    tone: opened.ok ? "good" : "warning",
    text: opened.ok ? words.opened : [faultWord(opened.error, pane.language.peek())],
  });
};
