import { describe, expect, it } from "vitest";
import {
  addWorkingDays,
  earliestWithin,
  isPublicHoliday,
  isWorkingDay,
  nextWorkingDay,
} from "#shared/recovery/working-days.ts";
import { addDays } from "#shared/kernel/calendar.ts";
import { easterOf } from "#shared/law/holidays.ts";
import { day } from "./accounts.ts";

describe("working days", () => {
  it.each([
    [1999, "1999-04-04"],
    [2000, "2000-04-23"],
    [2025, "2025-04-20"],
    [2026, "2026-04-05"],
    [2027, "2027-03-28"],
    [2038, "2038-04-25"],
    [2049, "2049-04-18"],
  ])("knows Easter of %i", (year, date) => {
    expect(easterOf(year)).toBe(date);
  });

  it("knows the eleven public holidays of France", () => {
    const holidays = [];
    for (let at = day("2026-01-01"); at < "2027-01-01";) {
      if (isPublicHoliday(at, "FR")) holidays.push(at);
      at = addDays(at, 1);
    }
    expect(holidays).toEqual([
      "2026-01-01",
      "2026-04-06",
      "2026-05-01",
      "2026-05-08",
      "2026-05-14",
      "2026-05-25",
      "2026-07-14",
      "2026-08-15",
      "2026-11-01",
      "2026-11-11",
      "2026-12-25",
    ]);
  });

  it("counts only weekends elsewhere", () => {
    expect(isWorkingDay(day("2026-05-01"), "BE")).toBe(true);
    expect(isWorkingDay(day("2026-05-02"), "BE")).toBe(false);
  });

  it("moves over weekends and holidays", () => {
    expect(nextWorkingDay(day("2026-11-10"), "FR")).toBe("2026-11-12");
    expect(nextWorkingDay(day("2026-11-20"), "FR")).toBe("2026-11-23");
    expect(addWorkingDays(day("2026-11-13"), -3, "FR")).toBe("2026-11-09");
    expect(addWorkingDays(day("2026-11-14"), 0, "FR")).toBe("2026-11-14");
  });

  it("finds how far back so many working days reach, on any day of the week", () => {
    expect(earliestWithin(day("2026-11-20"), 3, "FR")).toBe("2026-11-17");
    expect(earliestWithin(day("2026-11-18"), 3, "FR")).toBe("2026-11-13");
    // Thursday, Friday and the days off after them: Tuesday is three working days ago on Sunday too.
    expect(earliestWithin(day("2026-11-22"), 3, "FR")).toBe("2026-11-17");
  });
});
