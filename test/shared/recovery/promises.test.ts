import { describe, expect, it } from "vitest";
import type { CreditorState } from "#shared/claims/creditor.ts";
import type { AccountEvent } from "#shared/claims/events.ts";
import { balancesOf } from "#shared/claims/balances.ts";
import { accountToday } from "#shared/recovery/today-rows.ts";
import type { TodayRow } from "#shared/recovery/today-row.ts";
import {
  contact,
  contextOn,
  day,
  debtor,
  fold,
  invoice,
  paid,
  planOfState,
  planWith,
  promise,
  says,
} from "./accounts.ts";

const LATE = invoice("f1", "2026-10-15");

const rowsOn = (
  today: string,
  events: readonly AccountEvent[],
  changes: Partial<CreditorState> = {},
): readonly TodayRow[] => {
  const context = contextOn(today, changes);
  const state = fold("a", [debtor(), contact(), ...events]);
  return accountToday(state, balancesOf(state), planOfState(state, context), context).rows;
};

const knownAt = (asOf: string, at: string): Partial<CreditorState> => ({
  paymentsKnown: { asOf: day(asOf), by: "L", at },
});

describe("a promise for Friday, on Monday", () => {
  const friday = [LATE, promise("p", "2026-11-10", "2026-11-20")];
  const gates = (known: Partial<CreditorState>) =>
    planWith(friday, contextOn("2026-11-23", known)).gates.map(({ code }) => code);

  it("is not broken by a statement looked up on Friday morning", () => {
    expect(gates(knownAt("2026-11-20", "2026-11-20T06:55:00.000Z"))).toEqual([
      "promise-unverified",
    ]);
    expect(gates(knownAt("2026-11-19", "2026-11-20T06:55:00.000Z"))).toEqual([
      "promise-unverified",
    ]);
  });

  it("is broken by one looked up since", () => {
    expect(gates(knownAt("2026-11-20", "2026-11-23T06:55:00.000Z"))).toEqual([]);
    const [row] = rowsOn("2026-11-23", friday, knownAt("2026-11-23", "2026-11-23T06:55:00.000Z"));
    expect(row?.word).toBe("broken");
  });
});

describe("a broken promise", () => {
  it("shows what is missing, not what came in since", () => {
    const events = [LATE, promise("p", "2026-11-10", "2026-11-13", { amount: 60_000 })];
    const amounts = (more: readonly AccountEvent[]) =>
      rowsOn("2026-11-20", [...events, ...more])[0]?.amounts;
    expect(amounts([])).toEqual([{ minor: 60_000, currency: "EUR" }]);
    expect(amounts([paid("x", "2026-11-12", 45_000)])).toEqual([
      { minor: 15_000, currency: "EUR" },
    ]);
  });

  it("of all that was owed shows what had fallen due, not what is due later", () => {
    const events = [
      LATE,
      invoice("f2", "2026-12-31", 30_000),
      promise("p", "2026-11-10", "2026-11-13"),
    ];
    expect(rowsOn("2026-11-20", events)[0]).toMatchObject({
      word: "broken",
      amounts: [{ minor: 100_000, currency: "EUR" }],
    });
    const kept = [...events, paid("x", "2026-11-12", 100_000)];
    expect(rowsOn("2026-11-20", kept)).toEqual([]);
  });
});

describe("a promise without a date", () => {
  it("is waited for as long when it is paid: paying brings no reminder forward", () => {
    const events = [LATE, promise("p", "2026-11-18", null, { amount: 30_000 })];
    expect(planWith(events).act).toBeNull();
    expect(planWith([...events, paid("x", "2026-11-19", 30_000)]).act).toBeNull();
    expect(planWith(events, contextOn("2026-11-25")).act?.step).toBe("reminder-1");
  });
});

describe("instalments that are all paid while something else stays open", () => {
  const agreed = says("instalments-agreed", {
    instalments: "i",
    on: day("2026-10-20"),
    currency: "EUR",
    invoices: ["f1"],
    parts: [
      { by: day("2026-11-01"), amount: 40_000 },
      { by: day("2026-11-18"), amount: 40_000 },
    ],
    exchange: null,
  });
  const paidUp = [LATE, agreed, paid("x", "2026-10-30", 40_000), paid("y", "2026-11-10", 40_000)];

  it("hold chasing back until a person ends them, and say so on today's list", () => {
    expect(planWith(paidUp).act).toBeNull();
    expect(rowsOn("2026-11-20", paidUp)).toMatchObject([
      {
        word: "promise",
        reason: { code: "instalments-running" },
        action: { type: "open-account" },
      },
    ]);
  });

  it("are silent until their last day, with that day", () => {
    expect(rowsOn("2026-11-16", paidUp)).toEqual([]);
    expect(planWith(paidUp, contextOn("2026-11-16")).nextOn).toBe("2026-11-18");
  });

  it("let chasing go on once they are ended", () => {
    const ended = says("instalments-ended", {
      instalments: "i",
      on: day("2026-11-19"),
      reason: "soldé",
    });
    expect(planWith([...paidUp, ended]).act?.step).toBe("reminder-1");
  });
});
