import { describe, expect, it } from "vitest";
import { dueByTerms } from "#shared/claims/terms.ts";
import { dateOf } from "#shared/kernel/calendar.ts";

describe("the due date by agreed terms", () => {
  it.each([
    ["2026-01-20", 45, "none", "2026-03-06"],
    // The two readings of « 45 jours fin de mois » may be half a month apart.
    ["2026-01-20", 45, "days-then-end", "2026-03-31"],
    ["2026-01-20", 45, "end-then-days", "2026-03-17"],
    ["2026-01-01", 45, "days-then-end", "2026-02-28"],
    ["2026-01-31", 0, "end-then-days", "2026-01-31"],
    ["2028-02-10", 10, "days-then-end", "2028-02-29"],
    ["2197-12-31", 400, "days-then-end", "2199-02-28"],
  ] as const)("of %s with %i days, %s, is %s", (issuedOn, paymentDays, endOfMonth, due) => {
    expect(dueByTerms(dateOf(issuedOn), { paymentDays, endOfMonth })).toBe(due);
  });

  it("is none without agreed days, or beyond the calendar", () => {
    expect(dueByTerms(dateOf("2026-01-20"), { paymentDays: null, endOfMonth: "none" })).toBeNull();
    expect(dueByTerms(dateOf("2199-12-31"), { paymentDays: 30, endOfMonth: "none" })).toBeNull();
  });
});
