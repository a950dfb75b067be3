import { describe, expect, it } from "vitest";
import { dateOf } from "#shared/kernel/calendar.ts";
import type { DeadlineId } from "#shared/law/deadlines.ts";
import {
  DEADLINE_IDS,
  DEADLINE_RULES,
  claimDeclarationOf,
  deadlineOf,
  formalNoticeDaysOf,
  formalNoticeTimeOf,
  oppositionOf,
  orderServiceOf,
} from "#shared/law/deadlines.ts";
import type { WorkingCalendar } from "#shared/law/holidays.ts";
import { isOpenDay } from "#shared/law/holidays.ts";
import { isToCheck, leastSure } from "#shared/law/marks.ts";
import { days, endOfPeriod, months, years } from "#shared/law/periods.ts";

const FR: WorkingCalendar = { country: "FR", alsaceMoselle: false, closures: [] };
const SHUT: WorkingCalendar = {
  ...FR,
  closures: [{ from: dateOf("2026-12-01"), to: dateOf("2026-12-31") }],
};
const nothing = { servedOn: null, inPerson: null, personalActOn: null, seizureOn: null };

describe("a period", () => {
  it.each([
    ["2026-01-31", months(1), "2026-02-28"],
    ["2024-01-31", months(1), "2024-02-29"],
    ["2024-02-29", years(1), "2025-02-28"],
    ["2024-02-29", years(4), "2028-02-29"],
    ["2026-11-30", months(3), "2027-02-28"],
    ["2026-08-31", months(6), "2027-02-28"],
    ["2026-11-20", days(8), "2026-11-28"],
    ["2026-02-20", days(15), "2026-03-07"],
  ])("from %s does not count its first day", (from, period, last) => {
    expect(endOfPeriod(dateOf(from), period)).toBe(last);
  });

  it("is unknown beyond the calendar's last year", () => {
    expect(endOfPeriod(dateOf("2199-12-20"), days(11))).toBe("2199-12-31");
    expect(endOfPeriod(dateOf("2199-12-20"), days(12))).toBeNull();
    expect(endOfPeriod(dateOf("2197-06-30"), years(3))).toBeNull();
    expect(endOfPeriod(dateOf("2194-06-30"), years(5))).toBe("2199-06-30");
  });
});

describe("a deadline", () => {
  it.each<readonly [DeadlineId, string, string, boolean]>([
    ["claim-declaration", "2026-05-14", "2026-07-15", true],
    ["claim-declaration", "2026-09-20", "2026-11-20", false],
    ["claim-declaration-abroad", "2026-09-20", "2027-01-20", false],
    ["relief-from-forfeiture", "2026-05-20", "2026-11-20", false],
    // Ends on a Sunday; no text that Relance holds moves it.
    ["retention-of-title", "2026-08-22", "2026-11-22", false],
    ["order-opposition", "2026-10-20", "2026-11-20", false],
    ["order-opposition", "2026-04-01", "2026-05-04", true],
    ["order-opposition-notice", "2026-09-21", "2026-11-23", true],
    ["order-costs-deposit", "2026-11-06", "2026-11-23", true],
    ["order-lawyer", "2026-11-05", "2026-11-20", false],
    ["european-order-opposition", "2026-10-21", "2026-11-20", false],
    ["simplified-recovery-answer", "2026-10-21", "2026-11-21", false],
    ["business-sale-opposition", "2026-11-12", "2026-11-22", false],
    ["unpaid-cheque-certificate", "2026-10-22", "2026-11-23", true],
    ["unpaid-cheque-payment", "2026-11-05", "2026-11-20", false],
    ["prefect-referral", "2026-10-21", "2026-11-20", false],
    ["public-interest-payment", "2026-10-06", "2026-11-20", false],
    // Easter Monday 2026 is 6 April: Saturday 4 moves past it.
    ["order-costs-deposit", "2026-03-20", "2026-04-07", true],
    // 14 July, and 1 May before a weekend.
    ["order-costs-deposit", "2026-06-29", "2026-07-15", true],
    ["order-costs-deposit", "2026-04-16", "2026-05-04", true],
  ])("%s from %s ends on %s", (id, start, last, extended) => {
    const deadline = deadlineOf(id, dateOf(start), FR);
    expect(deadline).toMatchObject({ id, startOn: start, lastOn: last, extended });
    expect(deadline.rule).toBe(DEADLINE_RULES[id].rule);
  });

  it.each(DEADLINE_IDS)("%s cites its source and is unknown without its first day", (id) => {
    expect(DEADLINE_RULES[id].rule.text).not.toBe("");
    expect(deadlineOf(id, null, FR)).toEqual({
      id,
      startOn: null,
      lastOn: null,
      actBy: null,
      rule: DEADLINE_RULES[id].rule,
      extended: false,
    });
  });

  it.each(DEADLINE_IDS)("%s gives a last act on an open day, or none where we wait", (id) => {
    for (let number = 1; number <= 31; number += 1) {
      const start = dateOf(`2026-03-${String(number).padStart(2, "0")}`);
      const { actBy, lastOn } = deadlineOf(id, start, FR);
      const ours = DEADLINE_RULES[id].side === "ours";
      expect(actBy !== null).toBe(ours);
      expect(actBy === null || (isOpenDay(actBy, FR) && lastOn !== null && actBy <= lastOn)).toBe(
        true,
      );
    }
  });

  it("of ten days that ends on a Sunday leaves the Friday before to act", () => {
    expect(deadlineOf("business-sale-opposition", dateOf("2026-11-12"), FR).actBy).toBe(
      "2026-11-20",
    );
  });

  it("does not move for the creditor's own closures", () => {
    expect(deadlineOf("order-lawyer", dateOf("2026-12-01"), SHUT).lastOn).toBe("2026-12-16");
  });

  it("moves for the two days of Alsace-Moselle where they are set", () => {
    const local = { ...FR, alsaceMoselle: true };
    expect(deadlineOf("order-lawyer", dateOf("2026-03-19"), FR).lastOn).toBe("2026-04-03");
    expect(deadlineOf("order-lawyer", dateOf("2026-03-19"), local).lastOn).toBe("2026-04-07");
  });
});

describe("the service of an order for payment", () => {
  it.each([
    ["2026-08-31", "2027-03-01", "order-service-before-september-2026", "verified"],
    ["2026-08-28", "2027-03-01", "order-service-before-september-2026", "verified"],
    ["2026-09-01", "2026-12-01", "order-service", "secondary"],
    ["2026-11-30", "2027-03-01", "order-service", "secondary"],
  ])("of %s is due by %s", (order, last, id, mark) => {
    const deadline = orderServiceOf(dateOf(order), FR);
    expect(deadline).toMatchObject({ id, lastOn: last });
    expect(deadline.rule.mark).toBe(mark);
  });

  it("is unknown where the order's date is", () => {
    expect(orderServiceOf(null, FR)).toMatchObject({ startOn: null, lastOn: null });
  });
});

describe("the time to oppose an order", () => {
  it("is one month from service in person", () => {
    const served = { ...nothing, servedOn: dateOf("2026-10-31"), inPerson: true };
    expect(oppositionOf(served, FR)).toMatchObject({ lastOn: "2026-11-30", extended: false });
  });

  it.each([false, null])("has no end when it was not served in person (%s)", (inPerson) => {
    const served = { ...nothing, servedOn: dateOf("2026-10-31"), inPerson };
    expect(oppositionOf(served, FR)).toMatchObject({ startOn: null, lastOn: null });
    expect(oppositionOf({ ...served, seizureOn: dateOf("2026-11-16") }, FR).lastOn).toBe(
      "2026-12-16",
    );
    expect(
      oppositionOf(
        { ...served, seizureOn: dateOf("2026-11-16"), personalActOn: dateOf("2026-11-18") },
        FR,
      ).lastOn,
    ).toBe("2026-12-18");
  });
});

describe("the declaration of a claim", () => {
  it.each([
    [false, "2026-11-20"],
    [true, "2027-01-20"],
    [null, "2026-11-20"],
  ])("outside mainland France %s ends on %s", (outside, last) => {
    expect(claimDeclarationOf(dateOf("2026-09-20"), outside, FR).lastOn).toBe(last);
  });
});

describe("the time limit of a formal notice", () => {
  it.each([
    ["FR", "business", false, 8, "secondary"],
    ["FR", "public", false, 8, "secondary"],
    ["FR", "consumer", false, 15, "secondary"],
    ["FR", "non-professional", false, 15, "secondary"],
    ["UK", "consumer", false, 30, "memory"],
    ["UK", "business", true, 30, "memory"],
    ["UK", "business", false, null, "unknown"],
    ["DE", "business", false, null, "unknown"],
    ["other", "consumer", false, null, "unknown"],
  ] as const)("under %s for a %s (sole trader: %s) is %s days", (law, kind, sole, count, mark) => {
    const { days: usual, rule } = formalNoticeDaysOf(law, kind, sole);
    expect([usual, rule.mark]).toEqual([count, mark]);
    expect(rule.text).not.toBe("");
  });

  it("runs from first presentation and never ends on a day that is not open", () => {
    expect(formalNoticeTimeOf(dateOf("2026-11-12"), 8, FR).lastOn).toBe("2026-11-20");
    expect(formalNoticeTimeOf(dateOf("2026-11-13"), 8, FR)).toMatchObject({
      lastOn: "2026-11-23",
      extended: true,
    });
    expect(formalNoticeTimeOf(null, 15, FR).lastOn).toBeNull();
  });
});

describe("marks", () => {
  it("show secondary and remembered rules as to check, and take the least sure of several", () => {
    expect(
      ["verified", "secondary", "memory", "unknown"].map((mark) => isToCheck(mark as never)),
    ).toEqual([false, true, true, false]);
    expect(leastSure([])).toBe("verified");
    expect(leastSure(["secondary", "verified", "memory"])).toBe("memory");
  });
});
