import type { CalendarDate } from "#shared/kernel/calendar.ts";
import { dayOf, monthOf, weekdayOf, yearOf } from "#shared/kernel/calendar.ts";
import type { Language } from "#shared/kernel/money.ts";

const MONTHS: Readonly<Record<Language, readonly string[]>> = {
  fr: [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
  ],
  en: [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
  ],
};

const WEEKDAYS: Readonly<Record<Language, readonly string[]>> = {
  fr: ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"],
  en: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
};

/** `20 novembre 2026`, `1er novembre 2026`, `20 November 2026`. */
export const longDate = (date: CalendarDate, language: Language): string => {
  const day = dayOf(date);
  const shownDay = language === "fr" && day === 1 ? "1er" : String(day);
  return `${shownDay} ${MONTHS[language][monthOf(date) - 1] ?? ""} ${String(yearOf(date))}`;
};

/** `vendredi 20 novembre 2026`, `Friday 20 November 2026`. */
export const weekdayDate = (date: CalendarDate, language: Language): string =>
  `${WEEKDAYS[language][weekdayOf(date) - 1] ?? ""} ${longDate(date, language)}`;

/** Basis points as a yearly rate: `12,40 %` (U+00A0 before the sign), `12.40%`. */
export const formatPercent = (basisPoints: number, language: Language): string => {
  const digits = String(Math.abs(basisPoints)).padStart(3, "0");
  const figure = `${digits.slice(0, -2)}${language === "fr" ? "," : "."}${digits.slice(-2)}`;
  return `${basisPoints < 0 ? "-" : ""}${figure}${language === "fr" ? "\u00a0" : ""}%`;
};
