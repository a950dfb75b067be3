import { describe, expect, it } from "vitest";
import { accelerationsOf } from "#shared/claims/accelerations.ts";
import { balancesOf } from "#shared/claims/balances.ts";
import { DEFAULT_POLICY, emptyCreditor } from "#shared/claims/creditor.ts";
import type { Policy } from "#shared/claims/creditor.ts";
import type { AccountEvent } from "#shared/claims/events.ts";
import { recoveryContext } from "#shared/recovery/context.ts";
import type { RecoveryContext } from "#shared/recovery/context.ts";
import { brokenPromises, instalmentsStates, promiseStates } from "#shared/recovery/promises.ts";
import { day, debtor, fold, invoice, paid, promise, says } from "./accounts.ts";

const LATE = invoice("f1", "2026-10-15");

const contextWith = (today: string, known: string, policy: Partial<Policy> = {}): RecoveryContext =>
  recoveryContext(day(today), {
    ...emptyCreditor(),
    policy: { ...DEFAULT_POLICY, ...policy },
    creditor: {
      name: "Claire",
      country: "FR",
      timeZone: "Europe/Paris",
      language: "fr",
      legalLine: null,
      soleTrader: false,
      siren: null,
      address: null,
      iban: null,
      bic: null,
      phone: null,
      addresses: [],
      signatory: null,
      staleAfterDays: 3,
      dailyMinutes: 30,
    },
    paymentsKnown: { asOf: day(known), by: "L", at: "2027-12-31T09:00:00.000Z" },
  });

const promisesOf = (events: readonly AccountEvent[], context: RecoveryContext) => {
  const state = fold("a", [debtor(), LATE, ...events]);
  return { state, states: promiseStates(state, balancesOf(state), context) };
};

describe("the grace of a promise", () => {
  const friday = [promise("p", "2026-11-02", "2026-11-06", { amount: 60_000 })];
  const status = (
    today: string,
    known: string,
    graceDays: number,
    more: readonly AccountEvent[] = [],
  ) =>
    promisesOf([...friday, ...more], contextWith(today, known, { promiseGraceDays: graceDays }))
      .states[0];

  it("is counted in working days: Armistice Day and the weekend are none", () => {
    expect(status("2026-11-09", "2026-11-08", 0)?.status).toBe("broken");
    // Monday, Tuesday, Thursday: Wednesday 11 November is a holiday.
    expect(status("2026-11-12", "2026-11-12", 3)).toMatchObject({
      status: "unverified",
      waitUntil: "2026-11-12",
    });
    expect(status("2026-11-13", "2026-11-11", 3)?.status).toBe("unverified");
    expect(status("2026-11-13", "2026-11-12", 3)?.status).toBe("broken");
  });

  it("holds through its days even if kept: paying brings no reminder forward", () => {
    const money = [paid("x", "2026-11-09", 60_000)];
    expect(status("2026-11-10", "2026-11-10", 3, money)?.status).toBe("unverified");
    expect(status("2026-11-13", "2026-11-12", 3, money)?.status).toBe("over");
  });
});

describe("a promise under a condition", () => {
  const bound = [promise("p", "2026-11-02", "2026-11-06", { condition: "avoir reçu" })];

  it("is conditional before and after its day, and never broken", () => {
    for (const today of ["2026-11-05", "2026-11-20"]) {
      const { state, states } = promisesOf(bound, contextWith(today, today));
      expect(states[0]?.status).toBe("conditional");
      expect(brokenPromises(state, states)).toEqual([]);
    }
  });
});

describe("a promise that a later one replaced", () => {
  it("is not cited as broken; one that the later one comes on top of is", () => {
    const renewed = [
      promise("p", "2026-11-02", "2026-11-06", { amount: 40_000 }),
      promise("q", "2026-11-09", "2026-11-30", { amount: 40_000 }),
    ];
    const first = promisesOf(renewed, contextWith("2026-11-20", "2026-11-19"));
    expect(brokenPromises(first.state, first.states)).toEqual([]);
    const added = [
      promise("p", "2026-11-02", "2026-11-06", { amount: 40_000 }),
      promise("q", "2026-11-03", "2026-11-30", { amount: 40_000 }),
    ];
    const second = promisesOf(added, contextWith("2026-11-20", "2026-11-19"));
    expect(brokenPromises(second.state, second.states).map((one) => one.promise.promise)).toEqual([
      "p",
    ]);
  });
});

describe("instalments with a missed part", () => {
  const agreed = says("instalments-agreed", {
    instalments: "i",
    on: day("2026-10-01"),
    currency: "EUR",
    invoices: ["f1"],
    parts: [
      { by: day("2026-10-10"), amount: 40_000 },
      { by: day("2026-12-10"), amount: 60_000 },
    ],
    exchange: null,
  });
  const notice = says("acceleration-noticed", {
    notice: "n",
    instalments: "i",
    on: day("2026-10-20"),
    until: day("2026-11-05"),
    exchange: null,
  });
  const statusOf = (
    events: readonly AccountEvent[],
    today: string,
    known = today,
  ): string | undefined => {
    const state = fold("a", [debtor(), LATE, agreed, ...events]);
    return instalmentsStates(state, balancesOf(state), contextWith(today, known))[0]?.status;
  };

  it("never accelerate without a notice, however long they wait", () => {
    expect(statusOf([], "2027-06-01")).toBe("missed");
  });

  it("are noticed until the last day of the notice, and until payments are known that far", () => {
    expect(statusOf([notice], "2026-11-05")).toBe("noticed");
    expect(statusOf([notice], "2026-11-06", "2026-11-04")).toBe("noticed");
  });

  it("accelerate once it has passed and nothing came", () => {
    expect(statusOf([notice], "2026-11-06", "2026-11-05")).toBe("accelerated");
    const late = paid("x", "2026-11-06", 40_000);
    expect(statusOf([notice, late], "2026-11-07")).toBe("accelerated");
  });

  it("go on where the part was made good by the last day", () => {
    const good = paid("x", "2026-11-05", 40_000);
    expect(statusOf([notice, good], "2026-11-06")).toBe("running");
    const short = paid("x", "2026-11-05", 39_999);
    expect(statusOf([notice, short], "2026-11-06")).toBe("accelerated");
  });

  it("do not accelerate by a notice about nothing", () => {
    const before = paid("x", "2026-10-09", 40_000);
    const state = fold("a", [debtor(), LATE, agreed, before, notice]);
    const facts = { today: day("2026-12-01"), paymentsKnownOn: day("2026-12-01") };
    expect(accelerationsOf(state, balancesOf(state), facts)[0]).toMatchObject({
      status: "groundless",
      missing: 0,
    });
    expect(statusOf([before, notice], "2026-12-01")).toBe("running");
  });

  it("that ended have no notice that counts", () => {
    const ended = says("instalments-ended", {
      instalments: "i",
      on: day("2026-11-02"),
      reason: "x",
    });
    expect(statusOf([notice, ended], "2026-12-01")).toBe("over");
  });
});
