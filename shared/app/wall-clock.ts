import {
  addDays,
  dateOf,
  dayNumber,
  parseCalendarDate,
  weekdayOf,
} from "#shared/kernel/calendar.ts";
import type { CalendarDate } from "#shared/kernel/calendar.ts";
import { ownValue } from "#shared/kernel/own-value.ts";

/**
 * Minutes from UTC in winter. Every zone here changes with the European Union: the last Sundays of March and October at
 * 01:00 UTC (directive 2000/84/CE, arts 2 and 3; the United Kingdom by the Summer Time Order 2002). The floor of the
 * core has no Intl; elsewhere the day is shown without its hour.
 */
const WINTER_MINUTES: Readonly<Record<string, number>> = {
  "Europe/London": 0,
  "Europe/Dublin": 0,
  "Europe/Lisbon": 0,
  "Europe/Paris": 60,
  "Europe/Brussels": 60,
  "Europe/Luxembourg": 60,
  "Europe/Monaco": 60,
  "Europe/Berlin": 60,
  "Europe/Amsterdam": 60,
  "Europe/Madrid": 60,
  "Europe/Rome": 60,
  "Europe/Vienna": 60,
  "Europe/Zurich": 60,
};

export type WallClock = { readonly on: CalendarDate; readonly clock: string };

/** `2026-11-20T06:55:12.000Z` in `Europe/Paris`: the 20th, 07:55. Null for what is no instant, or a zone not known here. */
export const wallClock = (instant: string, timeZone: string): WallClock | null => {
  const parts = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})[\d:.]*Z$/.exec(instant);
  const day = parts === null ? null : parseCalendarDate(parts[1] ?? "");
  const winter = ownValue(WINTER_MINUTES, timeZone);
  if (parts === null || day === null || winter === null) return null;
  const utc = Number(parts[2]) * 60 + Number(parts[3]);
  const local = utc + winter + (isSummer(day, utc) ? 60 : 0);
  const minutes = ((local % 1440) + 1440) % 1440;
  return {
    on: addDays(day, Math.floor(local / 1440)),
    clock: `${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`,
  };
};

const CHANGE_MINUTES = 60;

const isSummer = (day: CalendarDate, utc: number): boolean => {
  const year = day.slice(0, 4);
  const at = dayNumber(day) * 1440 + utc;
  const start = dayNumber(lastSunday(`${year}-03-31`)) * 1440 + CHANGE_MINUTES;
  const end = dayNumber(lastSunday(`${year}-10-31`)) * 1440 + CHANGE_MINUTES;
  return at >= start && at < end;
};

const lastSunday = (endOfMonth: string): CalendarDate => {
  const last = dateOf(endOfMonth);
  return addDays(last, -(weekdayOf(last) % 7));
};

const pad = (value: number): string => String(value).padStart(2, "0");
