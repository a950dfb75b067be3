import { describe, expect, it } from "vitest";
import { addDays } from "#shared/kernel/calendar.ts";
import { habitsOf } from "#shared/recovery/habits.ts";
import { day, fold, invoice, paid, says } from "./accounts.ts";

/** One invoice due on 1 March for each delay, paid that many days later. */
const paidAfter = (delays: readonly number[]) =>
  fold(
    "bloch",
    delays.flatMap((delay, index) => [
      invoice(`f${String(index)}`, "2026-03-01"),
      paid(`p${String(index)}`, addDays(day("2026-03-01"), delay), 100_000, `f${String(index)}`),
    ]),
  );

describe("habits of payment", () => {
  it("are the days from due date to payment: median, spread between quartiles, and how many", () => {
    expect(habitsOf(paidAfter([5, 30, 10, 20, 15]))).toEqual({
      median: 15,
      spread: 10,
      n: 5,
      days: [5, 10, 15, 20, 30],
    });
    expect(habitsOf(paidAfter([-2, 3]))).toMatchObject({ median: 1, n: 2, days: [-2, 3] });
  });

  it("are nothing where nothing was ever paid", () => {
    expect(habitsOf(fold("bloch", [invoice("f1", "2026-03-01")]))).toBeNull();
    expect(
      habitsOf(fold("bloch", [invoice("f1", "2026-03-01"), paid("p", "2026-04-01", 40_000)])),
    ).toBeNull();
  });

  it("count the payment that settles, not an earlier part; what was reversed never", () => {
    const parts = [
      invoice("f1", "2026-03-01"),
      paid("p", "2026-03-05", 40_000),
      paid("q", "2026-03-21", 60_000),
    ];
    expect(habitsOf(fold("bloch", parts))?.days).toEqual([20]);
    const reversed = says("payment-reversed", { payment: "q", on: day("2026-03-25"), reason: "x" });
    expect(habitsOf(fold("bloch", [...parts, reversed]))).toBeNull();
  });

  it("take a credit note off what was to be paid, and count none that was credited whole", () => {
    const credit = (amount: number) =>
      says("credit-note-recorded", {
        creditNote: "a",
        number: "A1",
        issuedOn: day("2026-03-02"),
        currency: "EUR",
        amount,
        allocations: [{ invoice: "f1", amount }],
        source: "hand",
      });
    const events = [invoice("f1", "2026-03-01"), paid("p", "2026-03-11", 70_000)];
    expect(habitsOf(fold("bloch", [...events, credit(30_000)]))?.days).toEqual([10]);
    expect(habitsOf(fold("bloch", [invoice("f1", "2026-03-01"), credit(100_000)]))).toBeNull();
  });

  it("leave out an invoice of which a part waits for a condition", () => {
    const retained = invoice("f1", "2026-03-01", 100_000, {
      portions: [
        { portion: "p", amount: 95_000, dueOn: day("2026-03-01"), condition: null },
        { portion: "q", amount: 5_000, dueOn: null, condition: "réception" },
      ],
    });
    expect(habitsOf(fold("bloch", [retained, paid("p", "2026-03-11", 100_000)]))).toBeNull();
  });
});
