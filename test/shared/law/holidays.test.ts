import { describe, expect, it } from "vitest";
import type { CalendarDate } from "#shared/kernel/calendar.ts";
import { addDays, dateOf } from "#shared/kernel/calendar.ts";
import type { WorkingCalendar } from "#shared/law/holidays.ts";
import {
  ALSACE_MOSELLE_SOURCE,
  addWorkingDays,
  easterOf,
  holidaysKnown,
  isOpenDay,
  isPublicHoliday,
  isWorkingDay,
  nextWorkingDay,
  openDayFrom,
  openDayUpTo,
  sourceOf,
} from "#shared/law/holidays.ts";

const calendarOf = (country: string, more: Partial<WorkingCalendar> = {}): WorkingCalendar => ({
  country,
  alsaceMoselle: false,
  closures: [],
  ...more,
});
const FR = calendarOf("FR");
const GB = calendarOf("GB");

const holidaysOf = (year: number, calendar: WorkingCalendar): readonly CalendarDate[] => {
  const found: CalendarDate[] = [];
  for (let at = dateOf(`${String(year)}-01-01`); ; at = addDays(at, 1)) {
    if (isPublicHoliday(at, calendar)) found.push(at);
    if (at.endsWith("-12-31")) return found;
  }
};

describe("public holidays", () => {
  it.each([
    ["FR", 2026, "01-01 04-06 05-01 05-08 05-14 05-25 07-14 08-15 11-01 11-11 12-25"],
    ["FR", 2024, "01-01 04-01 05-01 05-08 05-09 05-20 07-14 08-15 11-01 11-11 12-25"],
    ["DE", 2026, "01-01 04-03 04-06 05-01 05-14 05-25 10-03 12-25 12-26"],
    ["DE", 2017, "01-01 04-14 04-17 05-01 05-25 06-05 10-03 10-31 12-25 12-26"],
    ["GB", 2026, "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-26 12-28"],
    ["GB", 2020, "01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-26 12-28"],
    ["GB", 2021, "01-01 04-02 04-05 05-03 05-31 08-30 12-25 12-26 12-27 12-28"],
    ["GB", 2022, "01-01 01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-25 12-26 12-27"],
    ["GB", 2023, "01-01 01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26"],
  ])("of %s in %i are all there, and no other", (country, year, days) => {
    expect(holidaysOf(year, calendarOf(country)).map((date) => date.slice(5))).toEqual(
      days.split(" "),
    );
  });

  it("of Alsace-Moselle are two more, by setting and in France alone", () => {
    const local = calendarOf("FR", { alsaceMoselle: true });
    expect(isPublicHoliday(dateOf("2026-04-03"), local)).toBe(true);
    expect(isPublicHoliday(dateOf("2026-12-26"), local)).toBe(true);
    expect(isPublicHoliday(dateOf("2026-04-03"), FR)).toBe(false);
    expect(isPublicHoliday(dateOf("2026-12-26"), FR)).toBe(false);
    expect(holidaysOf(2026, local)).toHaveLength(13);
    expect(ALSACE_MOSELLE_SOURCE.mark).toBe("memory");
    expect(holidaysOf(2026, calendarOf("BE", { alsaceMoselle: true }))).toEqual([]);
  });

  it("are known for three countries and said unknown for others", () => {
    for (const country of ["FR", "fr", "DE", "GB", "UK"]) {
      expect(holidaysKnown(country)).toBe(true);
      expect(sourceOf(country)?.text.length).toBeGreaterThan(5);
    }
    expect(holidaysKnown("BE")).toBe(false);
    expect(sourceOf("BE")).toBeNull();
    expect(isOpenDay(dateOf("2026-05-01"), calendarOf("BE"))).toBe(true);
    expect(isOpenDay(dateOf("2026-05-02"), calendarOf("BE"))).toBe(false);
  });

  it("follow Easter to both ends of the calendar", () => {
    expect(easterOf(1900)).toBe("1900-04-15");
    expect(easterOf(2199)).toBe("2199-04-14");
    expect(isPublicHoliday(dateOf("1900-04-16"), FR)).toBe(true);
    expect(isPublicHoliday(dateOf("2199-04-15"), FR)).toBe(true);
  });
});

describe("working days", () => {
  const august = calendarOf("FR", {
    closures: [{ from: dateOf("2026-08-03"), to: dateOf("2026-08-21") }],
  });

  it("leave out the creditor's closures for our own acts, not for a deadline of law", () => {
    const inside = dateOf("2026-08-10");
    expect(isWorkingDay(inside, august)).toBe(false);
    expect(isOpenDay(inside, august)).toBe(true);
    expect(openDayFrom(inside, august)).toBe(inside);
    expect(nextWorkingDay(dateOf("2026-07-31"), august)).toBe("2026-08-24");
    expect(isWorkingDay(dateOf("2026-08-03"), august)).toBe(false);
    expect(isWorkingDay(dateOf("2026-07-31"), august)).toBe(true);
  });

  it.each([
    ["2026-07-14", "2026-07-15", "2026-07-13"],
    ["2026-05-01", "2026-05-04", "2026-04-30"],
    ["2026-04-04", "2026-04-07", "2026-04-03"],
    ["2026-11-20", "2026-11-20", "2026-11-20"],
  ])("around %s are %s after and %s before", (date, after, before) => {
    expect(openDayFrom(dateOf(date), FR)).toBe(after);
    expect(openDayUpTo(dateOf(date), FR)).toBe(before);
  });

  it("move forward and back over weekends, holidays and substitute days", () => {
    expect(nextWorkingDay(dateOf("2026-11-10"), FR)).toBe("2026-11-12");
    expect(addWorkingDays(dateOf("2026-11-13"), -3, FR)).toBe("2026-11-09");
    expect(addWorkingDays(dateOf("2026-11-14"), 0, FR)).toBe("2026-11-14");
    expect(nextWorkingDay(dateOf("2021-12-24"), GB)).toBe("2021-12-29");
    expect(nextWorkingDay(dateOf("2022-06-01"), GB)).toBe("2022-06-06");
  });

  it("stop at the ends of the calendar instead of leaving it", () => {
    const shut = calendarOf("FR", {
      closures: [{ from: dateOf("2026-01-01"), to: dateOf("2199-12-31") }],
    });
    expect(nextWorkingDay(dateOf("2026-11-20"), shut)).toBe("2199-12-31");
    expect(addWorkingDays(dateOf("1900-01-02"), -5, FR)).toBe("1900-01-01");
    expect(openDayUpTo(dateOf("1900-01-01"), FR)).toBe("1900-01-01");
  });
});
