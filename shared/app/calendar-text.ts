import { addDays } from "#shared/kernel/calendar.ts";
import type { CalendarDate } from "#shared/kernel/calendar.ts";
import { utf8Bytes } from "#shared/kernel/bytes.ts";

/** One all-day event. `uid` is the same tomorrow for the same thing, so that a calendar renews it. */
export type CalendarEvent = {
  readonly uid: string;
  readonly on: CalendarDate;
  readonly summary: string;
};

/** Octets of a content line without its line break (RFC 5545, section 3.1). */
const LINE_OCTETS_MAX = 75;

/** An iCalendar object (RFC 5545), every line ended by CR LF. `now` is ISO 8601 in UTC. */
export const calendarText = (events: readonly CalendarEvent[], now: string): string => {
  const stamp = `${now.slice(0, 19).replace(/[-:]/g, "")}Z`;
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Relance//Relance//FR",
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    ...events.flatMap(({ uid, on, summary }) => [
      "BEGIN:VEVENT",
      `UID:${uid}`,
      `DTSTAMP:${stamp}`,
      `DTSTART;VALUE=DATE:${compact(on)}`,
      `DTEND;VALUE=DATE:${compact(addDays(on, 1))}`,
      `SUMMARY:${escaped(summary)}`,
      "TRANSP:TRANSPARENT",
      "END:VEVENT",
    ]),
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
};

const compact = (date: CalendarDate): string => date.replace(/-/g, "");

/** TEXT values: backslash, semicolon, comma and line break (RFC 5545, section 3.3.11). */
const escaped = (text: string): string =>
  text
    .replace(/\\/g, "\\\\")
    .replace(/;/g, "\\;")
    .replace(/,/g, "\\,")
    .replace(/\r\n|\r|\n/g, "\\n");

/** Long lines go on after CR LF and a space, never within a character. */
const folded = (line: string): string => {
  let out = "";
  let octets = 0;
  for (const character of line) {
    const size = utf8Bytes(character).length;
    if (octets + size > LINE_OCTETS_MAX) {
      out += "\r\n ";
      octets = 1;
    }
    out += character;
    octets += size;
  }
  return out;
};
