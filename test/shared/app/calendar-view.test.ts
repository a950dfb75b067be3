import { describe, expect, it } from "vitest";
import { calendarText } from "#shared/app/calendar-text.ts";
import { calendarView } from "#shared/app/calendar-view.ts";
import { utf8Bytes } from "#shared/kernel/bytes.ts";
import { dateOf } from "#shared/kernel/calendar.ts";
import { KNOWN, LOOKED, OPENED, contact, debtor, invoice, text, viewOf } from "./given.ts";
import type { Given } from "./given.ts";

const given: Given = {
  creditor: [OPENED, KNOWN, LOOKED],
  accounts: {
    bloch: [
      debtor("bloch", "Atelier Bloch"),
      contact("compta@bloch.example"),
      invoice("F-2", 200_000, "2026-11-30"),
      invoice("F-3", 100_000, "2026-11-30"),
    ],
  },
};

describe("the calendar file", () => {
  it("is these very bytes: neutral, all day, one date for what falls together", () => {
    const view = viewOf(calendarView, { named: false, owner: null }, given);
    expect(view.text).toBe(
      [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Relance//Relance//FR",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        "BEGIN:VEVENT",
        "UID:event-b1e06e6c4ab615ef5a98@relance",
        "DTSTAMP:20261120T071200Z",
        "DTSTART;VALUE=DATE:20261125",
        "DTEND;VALUE=DATE:20261126",
        "SUMMARY:Relance\u00a0: étape prévue\\, A.B.",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
        "BEGIN:VEVENT",
        "UID:event-3bdfcba8fd8fc1cc71f6@relance",
        "DTSTAMP:20261120T071200Z",
        "DTSTART;VALUE=DATE:20261130",
        "DTEND;VALUE=DATE:20261201",
        "SUMMARY:Relance\u00a0: échéance\\, A.B.",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
        "END:VCALENDAR",
        "",
      ].join("\r\n"),
    );
    expect(view.count).toBe(2);
    expect(text(view.note)).toContain("Ni nom de débiteur, ni montant");
  });

  it("names debtors only when asked, and says so", () => {
    const neutral = viewOf(calendarView, { named: false, owner: null }, given).text;
    expect(neutral).not.toContain("Bloch");
    const view = viewOf(calendarView, { named: true, owner: null }, { ...given, language: "en" });
    expect(view.text).toContain("SUMMARY:Relance: due date\\, Atelier Bloch");
    expect(text(view.note)).toContain("do not share");
  });

  it("keeps the ids of a date from one day to the next", () => {
    const ids = (today: string) =>
      viewOf(calendarView, { named: false, owner: null }, { ...given, today }).text.match(
        /UID:.*/g,
      );
    expect(ids("2026-11-21")).toEqual(ids("2026-11-20"));
  });

  it("holds the legal deadlines of ours that are near, neutrally, and those of one owner alone when asked", () => {
    const on = dateOf("2026-10-02");
    const followed: Given = {
      ...given,
      accounts: {
        ...given.accounts,
        mercier: [
          debtor("mercier", "Garage Mercier"),
          invoice("F-9", 438_000, "2026-09-30"),
          {
            type: "insolvency-opened",
            data: {
              insolvency: "i",
              state: "receivership",
              judgmentOn: dateOf("2026-09-22"),
              publishedOn: on,
              court: null,
              officer: null,
              source: "BODACC",
            },
          },
          { type: "owner-set", data: { owner: "Inès", on } },
        ],
      },
    };
    const all = viewOf(calendarView, { named: false, owner: null }, followed).text;
    expect(all).toContain("DTSTART;VALUE=DATE:20261202");
    expect(all).toContain("SUMMARY:Relance\u00a0: délai de droit\\, G.M.");
    const hers = viewOf(calendarView, { named: false, owner: "inès " }, followed);
    expect(hers.text).toContain("délai de droit");
    expect(hers.text).not.toContain("A.B.");
  });

  it("folds at 75 octets without cutting a character, and escapes what has a meaning", () => {
    const summary = `a;b,c\\d\ne${"é".repeat(60)}`;
    const event = { uid: "u", on: dateOf("2026-11-20"), summary };
    const file = calendarText([event], "2026-11-20T07:12:00.000Z");
    for (const line of file.split("\r\n")) {
      expect(utf8Bytes(line).length).toBeLessThanOrEqual(75);
    }
    expect(file.replace(/\r\n /g, "")).toContain(`SUMMARY:a\\;b\\,c\\\\d\\ne${"é".repeat(60)}`);
  });
});
