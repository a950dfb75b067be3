import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addDays,
  addMonths,
  calendarDate,
  dateNear,
  dateOf,
  dateOfDayNumber,
  dayNumber,
  dayOf,
  daysBetween,
  daysInMonth,
  earliest,
  endOfMonth,
  isLeapYear,
  isWeekend,
  isoWeekOf,
  latest,
  mondayOfIsoWeek,
  monthOf,
  parseCalendarDate,
  weekdayOf,
  yearOf,
} from "#shared/kernel/calendar.ts";

const SEED = 20261120;
const DAY = 86_400_000;
const FIRST = Date.UTC(1900, 0, 1) / DAY;
const LAST = Date.UTC(2199, 11, 31) / DAY;
const days = fc.integer({ min: FIRST, max: LAST });
const iso = (day: number): string => new Date(day * DAY).toISOString().slice(0, 10);

/** ISO 8601 week by its definition: the week of the year's Thursdays. */
const weekOf = (day: number): { year: number; week: number } => {
  const weekday = (new Date(day * DAY).getUTCDay() + 6) % 7;
  const thursday = new Date((day + 3 - weekday) * DAY);
  const year = thursday.getUTCFullYear();
  return { year, week: Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / DAY / 7) + 1 };
};

describe("a calendar date", () => {
  it("agrees with Date in UTC on any day from 1900 to 2199", () => {
    fc.assert(
      fc.property(days, (day) => {
        const text = iso(day);
        const date = dateOf(text);
        const utc = new Date(day * DAY);
        expect(dayNumber(date)).toBe(day);
        expect(dateOfDayNumber(day)).toBe(text);
        expect([yearOf(date), monthOf(date), dayOf(date)]).toEqual([
          utc.getUTCFullYear(),
          utc.getUTCMonth() + 1,
          utc.getUTCDate(),
        ]);
        expect(weekdayOf(date) % 7).toBe(utc.getUTCDay());
        expect(isWeekend(date)).toBe([0, 6].includes(utc.getUTCDay()));
        expect(isoWeekOf(date)).toEqual(weekOf(day));
        const end = new Date(Date.UTC(utc.getUTCFullYear(), utc.getUTCMonth() + 1, 0));
        expect(endOfMonth(date)).toBe(end.toISOString().slice(0, 10));
      }),
      { seed: SEED, numRuns: 4000 },
    );
  });

  it("agrees with Date around every turn of a year", () => {
    for (let year = 1900; year <= 2199; year += 1) {
      const turn = Date.UTC(year, 0, 1) / DAY;
      for (let day = Math.max(FIRST, turn - 5); day <= Math.min(LAST, turn + 10); day += 1) {
        expect(isoWeekOf(dateOf(iso(day)))).toEqual(weekOf(day));
      }
    }
    expect(isoWeekOf(dateOf("2199-12-31"))).toEqual({ year: 2200, week: 1 });
  });

  it("moves by days as numbers do, and order of texts is order of days", () => {
    fc.assert(
      fc.property(days, days, (a, b) => {
        const [from, to] = [dateOf(iso(a)), dateOf(iso(b))];
        expect(addDays(from, b - a)).toBe(to);
        expect(daysBetween(from, to)).toBe(b - a);
        expect(from < to).toBe(a < b);
        expect(earliest([from, to])).toBe(iso(Math.min(a, b)));
        expect(latest([from, to])).toBe(iso(Math.max(a, b)));
      }),
      { seed: SEED, numRuns: 500 },
    );
    expect(earliest([])).toBeNull();
    expect(latest([])).toBeNull();
  });

  it.each([
    "31/02/2026",
    "31/02",
    "2026-02-29",
    "2026-02-31",
    "2100-02-29",
    "2026-04-31",
    "2026-13-01",
    "2026-00-10",
    "2026-01-00",
    "1899-12-31",
    "2200-01-01",
    "2026-1-1",
    "2026-01-01T00:00",
    " 2026-01-01",
    "2026-01-01\n",
    "٢٠٢٦-٠١-٠١",
    "",
  ])("is not %j", (text) => {
    expect(parseCalendarDate(text)).toBeNull();
    expect(() => dateOf(text)).toThrow("not a calendar date");
  });

  it("exists for a leap day exactly in leap years", () => {
    expect(parseCalendarDate("2024-02-29")).toBe("2024-02-29");
    expect(parseCalendarDate("2000-02-29")).toBe("2000-02-29");
    expect([1900, 2000, 2024, 2026, 2100].map(isLeapYear)).toEqual([
      false,
      true,
      true,
      false,
      false,
    ]);
    expect(daysInMonth(2028, 2)).toBe(29);
    expect(calendarDate(2026, 1.5, 1)).toBeNull();
    expect(calendarDate(Number.NaN, 1, 1)).toBeNull();
  });

  it("stays within its years, loudly", () => {
    expect(() => addDays(dateOf("2199-12-31"), 1)).toThrow("1900 to 2199");
    expect(() => addMonths(dateOf("1900-01-01"), -1)).toThrow("1900 to 2199");
  });
});

describe("adding months", () => {
  it.each([
    ["2026-01-31", 1, "2026-02-28"],
    ["2024-01-31", 1, "2024-02-29"],
    ["2026-03-31", -1, "2026-02-28"],
    ["2026-10-31", 1, "2026-11-30"],
    ["2026-11-30", 3, "2027-02-28"],
    ["2024-02-29", 12, "2025-02-28"],
    ["2024-02-29", 60, "2029-02-28"],
    ["2026-12-15", 1, "2027-01-15"],
    ["2026-01-15", -13, "2024-12-15"],
    ["2026-11-20", 0, "2026-11-20"],
  ])("to %s, %i gives %s", (from, months, to) => {
    expect(addMonths(dateOf(from), months)).toBe(to);
  });

  it("keeps the day where the month has it, else gives the month's last", () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -600, max: 600 }), (day, months) => {
        const from = dateOf(iso(day));
        const index = yearOf(from) * 12 + monthOf(from) - 1 + months;
        if (index < 1900 * 12 || index >= 2200 * 12) return;
        const to = addMonths(from, months);
        expect(yearOf(to) * 12 + monthOf(to) - 1).toBe(index);
        expect(dayOf(to)).toBe(Math.min(dayOf(from), daysInMonth(yearOf(to), monthOf(to))));
      }),
      { seed: SEED, numRuns: 500 },
    );
  });
});

describe("a day number beyond the calendar", () => {
  it("is its nearest end, where one within it is its own day", () => {
    expect([FIRST - 1, FIRST, 0, LAST, LAST + 400].map(dateNear)).toEqual([
      "1900-01-01",
      "1900-01-01",
      "1970-01-01",
      "2199-12-31",
      "2199-12-31",
    ]);
  });
});

describe("an ISO week", () => {
  it("begins on the Monday that belongs to it, or does not exist", () => {
    for (let year = 1901; year <= 2199; year += 1) {
      const weeks = weekOf(Date.UTC(year, 11, 28) / DAY).week;
      for (const week of [1, 2, 26, 52, 53]) {
        const monday = mondayOfIsoWeek(year, week);
        const found = monday === null ? null : [weekdayOf(monday), isoWeekOf(monday)];
        expect(found).toEqual(week > weeks ? null : [1, { year, week }]);
      }
    }
    expect(mondayOfIsoWeek(2026, 47)).toBe("2026-11-16");
    expect([0, 54, 1.5].map((week) => mondayOfIsoWeek(2026, week))).toEqual([null, null, null]);
    expect(mondayOfIsoWeek(1899, 1)).toBeNull();
  });
});
