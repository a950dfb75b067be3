import type { CalendarDate } from "#shared/kernel/calendar.ts";
import { dayOf, daysBetween, monthOf, weekdayOf, yearOf } from "#shared/kernel/calendar.ts";
import type { Language, Money } from "#shared/kernel/money.ts";
import { decimalString, decimalsOf, formatMoney, money } from "#shared/kernel/money.ts";

const MONTHS: Readonly<Record<Language, readonly string[]>> = {
  fr: [
    "janv.",
    "févr.",
    "mars",
    "avr.",
    "mai",
    "juin",
    "juil.",
    "août",
    "sept.",
    "oct.",
    "nov.",
    "déc.",
  ],
  en: ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
};

const WEEKDAYS: Readonly<Record<Language, readonly string[]>> = {
  fr: ["lun.", "mar.", "mer.", "jeu.", "ven.", "sam.", "dim."],
  en: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
};

const WEEKDAYS_LONG: Readonly<Record<Language, readonly string[]>> = {
  fr: ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"],
  en: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
};

const pad = (value: number): string => String(value).padStart(2, "0");

/** `ven. 20 nov.`, `Fri 20 Nov`. */
export const shortWeekdayDate = (date: CalendarDate, language: Language): string =>
  `${WEEKDAYS[language][weekdayOf(date) - 1] ?? ""} ${String(dayOf(date))} ${MONTHS[language][monthOf(date) - 1] ?? ""}`;

/** `20/11/2026`, `20 Nov 2026`. */
export const numericDate = (date: CalendarDate, language: Language): string =>
  language === "fr"
    ? `${pad(dayOf(date))}/${pad(monthOf(date))}/${String(yearOf(date))}`
    : `${String(dayOf(date))} ${MONTHS.en[monthOf(date) - 1] ?? ""} ${String(yearOf(date))}`;

/** `20/11`, or `20/11/2025` where the year is not that of `today`; `20 Nov`, `20 Nov 2025` (a British and an American read 02/03 apart). */
export const shortDate = (date: CalendarDate, today: CalendarDate, language: Language): string => {
  const whole = numericDate(date, language);
  return yearOf(date) === yearOf(today) ? whole.slice(0, -5) : whole;
};

/** `lundi` within the coming week, else `le 02/12`; `on Monday`, else `on 2 Dec`. */
export const comingDay = (date: CalendarDate, today: CalendarDate, language: Language): string => {
  const days = daysBetween(today, date);
  if (days === 0) return language === "fr" ? "aujourd'hui" : "today";
  if (days === 1) return language === "fr" ? "demain" : "tomorrow";
  const near = days > 1 && days <= 6;
  const name = near
    ? (WEEKDAYS_LONG[language][weekdayOf(date) - 1] ?? "")
    : shortDate(date, today, language);
  if (language === "fr") return near ? name : `le ${name}`;
  return `on ${name}`;
};

/** An amount to the whole unit, for a line where cents only tire: `84 210 €`. */
export const wholeMoney = (amount: Money, language: Language): string => {
  const unit = 10 ** decimalsOf(amount.currency);
  const rounded = money(Math.round(amount.minor / unit) * unit, amount.currency);
  const shown = formatMoney(rounded, language);
  const fraction = decimalString(rounded).split(".")[1];
  if (fraction === undefined) return shown;
  return shown.replace(`${language === "fr" ? "," : "."}${fraction}`, "");
};
