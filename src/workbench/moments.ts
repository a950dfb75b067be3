import { parseCalendarDate } from "#shared/kernel/calendar.ts";
import type { CalendarDate } from "#shared/kernel/calendar.ts";
import type { Language } from "#shared/kernel/money.ts";
import { shortDate, shortWeekdayDate } from "#shared/locales/short-dates.ts";
import { weekdayDate } from "#shared/locales/calendar-words.ts";

/** Today its hour, otherwise its day: what a list of mails has room for. `sentAt` bears the offset of its sender. */
export const listMoment = (
  sentAt: string | null,
  today: CalendarDate,
  language: Language,
): string | null => {
  const day = sentAt === null ? null : parseCalendarDate(sentAt.slice(0, 10));
  if (sentAt === null || day === null) return null;
  return day === today ? sentAt.slice(11, 16) : shortDate(day, today, language);
};

/** Day, hour and offset, as the mail itself says them. */
export const fullMoment = (sentAt: string | null, language: Language): string | null => {
  const day = sentAt === null ? null : parseCalendarDate(sentAt.slice(0, 10));
  if (sentAt === null || day === null) return null;
  const offset = sentAt.slice(19).replace(/^Z$|^\+00:00$/, "UTC");
  return `${shortWeekdayDate(day, language)} ${day.slice(0, 4)}, ${sentAt.slice(11, 16)} (${offset.startsWith("U") ? offset : `UTC${offset}`})`;
};

export const bannerDay = (day: CalendarDate, language: Language): string =>
  weekdayDate(day, language);
