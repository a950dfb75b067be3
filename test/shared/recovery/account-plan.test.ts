import { describe, expect, it } from "vitest";
import {
  contextOn,
  day,
  dispute,
  invoice,
  paid,
  planWith,
  promise,
  readyForFormal,
  says,
  taken,
} from "./accounts.ts";

describe("the plan of an account", () => {
  it("takes the highest step due, and sets the lower ones and what is contested beside it", () => {
    const { act } = planWith([
      invoice("f1", "2026-10-15"),
      invoice("f2", "2026-11-01"),
      invoice("f3", "2026-12-31"),
      taken("reminder-1", "2026-10-29", ["f1"]),
      dispute("l", "f2", 40_000),
    ]);
    expect(act).toMatchObject({ step: "reminder-2", tone: "firm", because: "step-due" });
    expect(act?.portions.map(({ invoice: id, asked }) => [id, asked])).toEqual([["f1", 100_000]]);
    expect(act?.lower.map(({ invoice: id, asked }) => [id, asked])).toEqual([["f2", 60_000]]);
    expect(act?.contested.map(({ invoice: id, contested }) => [id, contested])).toEqual([
      ["f2", 40_000],
    ]);
  });

  it("takes what is contested from the oldest portions first", () => {
    const plan = planWith([
      invoice("f1", null, 100_000, {
        portions: [
          { portion: "late", amount: 50_000, dueOn: day("2026-11-30"), condition: null },
          { portion: "early", amount: 40_000, dueOn: day("2026-10-01"), condition: null },
          { portion: "kept", amount: 10_000, dueOn: null, condition: "réception" },
        ],
      }),
      dispute("l", "f1", 45_000),
    ]);
    expect(plan.portions.map(({ portion, asked }) => [portion, asked])).toEqual([
      ["early", 0],
      ["late", 45_000],
      ["kept", 10_000],
    ]);
    expect(plan.portions.map(({ next }) => next?.step ?? null)).toEqual([null, "courtesy", null]);
    expect(plan.amounts).toEqual([
      { currency: "EUR", expected: 55_000, overdue: 0, contested: 45_000 },
    ]);
  });

  it("never asks again for what a credit note is to settle, until that note is in", () => {
    const resolved = says("dispute-resolved", {
      dispute: "l",
      on: day("2026-11-18"),
      outcome: "credited",
      note: null,
    });
    const events = [invoice("f1", "2026-10-15"), dispute("l", "f1", 40_000, "them"), resolved];
    const plan = planWith(events);
    expect(plan.act?.portions.map(({ asked }) => asked)).toEqual([60_000]);
    expect(plan.gates).toMatchObject([
      { code: "dispute", values: { amount: { minor: 40_000 }, mustAct: "us" } },
    ]);
    const note = says("credit-note-recorded", {
      creditNote: "n",
      number: "A-1",
      issuedOn: day("2026-11-19"),
      currency: "EUR",
      amount: 40_000,
      allocations: [{ invoice: "f1", amount: 40_000 }],
      source: "hand",
    });
    const after = planWith([...events, note]);
    expect(after.act?.portions.map(({ asked }) => asked)).toEqual([60_000]);
    expect(after.gates).toEqual([]);
  });

  it("lists in a formal notice only invoices already reminded; the others have their own mail", () => {
    const plan = planWith([
      invoice("f1", "2026-08-15"),
      invoice("f2", "2026-10-01"),
      invoice("f3", "2026-10-15"),
      invoice("f4", "2026-11-19"),
      taken("letter", "2026-10-01", ["f1"]),
      taken("reminder-1", "2026-10-15", ["f2"]),
      ...readyForFormal(["f1"]),
    ]);
    expect(plan.act).toMatchObject({ step: "formal-notice" });
    expect(plan.act?.lower.map(({ invoice: id }) => id)).toEqual(["f2"]);
    expect(plan.others).toMatchObject([{ step: "reminder-1", currency: "EUR" }]);
    expect(plan.others[0]?.portions.map(({ invoice: id }) => id)).toEqual(["f3"]);
    expect(plan.others[0]?.lower.map(({ invoice: id }) => id)).toEqual(["f4"]);
  });

  it("never mixes two currencies in one act", () => {
    const plan = planWith([
      invoice("f1", "2026-10-15"),
      invoice("g1", "2026-09-01", 50_000, { currency: "GBP" }),
      taken("reminder-1", "2026-10-15", ["g1"]),
    ]);
    expect(plan.act).toMatchObject({ currency: "GBP", step: "reminder-2" });
    expect(plan.others).toMatchObject([{ currency: "EUR", step: "reminder-1" }]);
  });

  it("takes the step reached again to cite a broken promise before the next one is due", () => {
    const events = [
      invoice("f1", "2026-11-01"),
      taken("reminder-1", "2026-11-15"),
      promise("p", "2026-11-16", "2026-11-18"),
    ];
    const plan = planWith(events);
    expect(plan.act).toMatchObject({
      step: "reminder-1",
      because: "promise-broken",
      promise: "p",
    });
    expect(plan.reasons[0]).toMatchObject({
      code: "promise-broken",
      values: { by: "2026-11-18", paymentsKnownOn: "2026-11-20" },
    });
    expect(planWith([...events, taken("reminder-1", "2026-11-19")]).act).toBeNull();
    expect(planWith([...events, promise("q", "2026-11-19", "2026-11-27")]).act).toBeNull();
    expect(planWith([...events, paid("x", "2026-11-17", 100_000)]).reasons[0]?.code).toBe(
      "nothing-open",
    );
  });

  it.each([
    [
      "nothing is open",
      [invoice("f1", "2026-10-15"), paid("x", "2026-11-01", 100_000)],
      "nothing-open",
    ],
    ["the next step is to come", [invoice("f1", "2026-12-15")], "step-to-come"],
    ["only a condition says when", [invoice("f1", null)], "no-due-date"],
    ["all is contested", [invoice("f1", "2026-10-15"), dispute("l", "f1", null)], "dispute"],
    [
      "the law's own time is not known",
      [invoice("f1", "2026-08-15"), taken("formal-notice", "2026-10-15")],
      "step-without-date",
    ],
    [
      "every step is done",
      [invoice("f1", "2026-06-15"), taken("legal", "2026-10-15")],
      "road-ended",
    ],
    [
      "it was put off",
      [
        invoice("f1", "2026-12-15"),
        says("chasing-put-off", { until: day("2026-12-01"), reason: "salon" }),
      ],
      "put-off",
    ],
  ])("says why nothing where %s", (_, events, code) => {
    const plan = planWith(events);
    expect(plan.act).toBeNull();
    expect(plan.reasons[0]?.code).toBe(code);
  });

  it("says the next day on which something comes", () => {
    expect(planWith([invoice("f1", "2026-12-15")]).nextOn).toBe("2026-12-10");
    const held = [
      invoice("f1", "2026-12-15"),
      says("hold-placed", {
        hold: "h",
        on: day("2026-11-02"),
        until: day("2026-12-20"),
        invoices: [],
        reason: "",
      }),
    ];
    expect(planWith(held).nextOn).toBe("2026-12-21");
    expect(planWith([invoice("f1", null)]).nextOn).toBeNull();
    const promised = [invoice("f1", "2026-10-15"), promise("p", "2026-11-16", "2026-11-27")];
    expect(planWith(promised).nextOn).toBe("2026-11-27");
  });

  it("works with nothing known of the creditor", () => {
    const plan = planWith(
      [invoice("f1", "2026-10-15")],
      contextOn("2026-11-20", { creditor: null, paymentsKnown: null, lastLook: null }),
    );
    expect(plan.act?.step).toBe("reminder-1");
    expect(plan.gates.map(({ code }) => code)).toEqual(["payments-never-known"]);
  });
});
