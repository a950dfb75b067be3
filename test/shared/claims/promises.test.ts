import { describe, expect, it } from "vitest";
import type { AccountState } from "#shared/claims/account.ts";
import { balancesOf } from "#shared/claims/balances.ts";
import type { AccountCommand } from "#shared/claims/commands.ts";
import type { CreditorEvent } from "#shared/claims/creditor.ts";
import { emptyCreditor } from "#shared/claims/creditor.ts";
import type { AccountEvent } from "#shared/claims/events.ts";
import { evolveCreditor, paymentsKnownThrough } from "#shared/claims/evolve-creditor.ts";
import { instalmentStandings, promiseStandings } from "#shared/claims/promises.ts";
import { dateOf } from "#shared/kernel/calendar.ts";
import type { Currency } from "#shared/kernel/money.ts";
import {
  TODAY,
  addDebtor,
  after,
  fold,
  idOfInvoice,
  invoiceCommand,
  paymentCommand,
} from "./account-story.ts";

const base = after([addDebtor, invoiceCommand("F-1", 100_00, "2026-10-15")]);
const f1 = idOfInvoice(base, "F-1");
const FACTS = { today: TODAY, paymentsKnownOn: dateOf("2026-11-19") };

const promised = (
  by: string | null,
  amount: number | null,
  more: { readonly on?: string; readonly invoices?: readonly string[] } = {},
): AccountCommand => ({
  type: "make-promise",
  on: dateOf(more.on ?? "2026-11-05"),
  by: by === null ? null : dateOf(by),
  amount,
  currency: "EUR",
  invoices: [...(more.invoices ?? [f1])],
  condition: null,
  channel: "mail",
  exchange: null,
  quote: null,
});

const standings = (state: AccountState): readonly string[] =>
  promiseStandings(state, balancesOf(state), FACTS).map(({ standing }) => standing);

describe("promises of one day", () => {
  const both = [promised("2026-11-18", 50_00), promised("2026-11-12", 50_00)];

  it("never count the same money twice: it keeps the one that comes first", () => {
    expect(standings(after([...both, paymentCommand(50_00)], base))).toEqual(["broken", "kept"]);
    expect(standings(after([...both, paymentCommand(99_00)], base))).toEqual(["broken", "kept"]);
    expect(standings(after([...both, paymentCommand(100_00)], base))).toEqual(["kept", "kept"]);
  });

  it("leave what one of them needs no more to the next", () => {
    const state = after(
      [...both, paymentCommand(30_00), paymentCommand(40_00, "2026-11-11")],
      base,
    );
    const [second, first] = promiseStandings(state, balancesOf(state), FACTS);
    expect([first?.received, second?.received]).toEqual([70_00, 20_00]);
  });

  it("on different invoices share nothing", () => {
    const two = after([invoiceCommand("F-2", 50_00, "2026-10-20")], base);
    const f2 = idOfInvoice(two, "F-2");
    const state = after(
      [
        promised("2026-11-12", 50_00),
        promised("2026-11-12", 50_00, { invoices: [f2] }),
        paymentCommand(50_00, "2026-11-10", [f2]),
      ],
      two,
    );
    expect(standings(state)).toEqual(["broken", "kept"]);
  });
});

describe("a promise made on another day", () => {
  it("is the former one renewed: money that comes keeps it, whatever was promised before", () => {
    const state = after(
      [
        promised("2026-11-08", 50_00),
        promised("2026-11-18", 50_00, { on: "2026-11-09" }),
        paymentCommand(50_00, "2026-11-17"),
      ],
      base,
    );
    expect(standings(state)[1]).toBe("kept");
  });
});

describe("a promise of all that is open", () => {
  const two = after([invoiceCommand("F-2", 70_00, "2026-12-31")], base);

  it("is of what falls due by its day: what is due later breaks nothing", () => {
    for (const invoices of [[], [f1, idOfInvoice(two, "F-2")]]) {
      const made = after([promised("2026-11-12", null, { invoices })], two);
      const [before] = promiseStandings(made, balancesOf(made), FACTS);
      expect(before).toMatchObject({ standing: "broken", expected: 100_00 });
      expect(standings(after([paymentCommand(100_00)], made))).toEqual(["kept"]);
    }
  });

  it("is of an invoice's due parts: a retention breaks nothing", () => {
    const kept = fold(
      [
        {
          type: "invoice-recorded",
          data: {
            invoice: "R",
            number: "R",
            issuedOn: dateOf("2026-09-01"),
            currency: "EUR",
            total: 100_00,
            portions: [
              { portion: "a", amount: 95_00, dueOn: dateOf("2026-10-01"), condition: null },
              { portion: "b", amount: 5_00, dueOn: null, condition: "levée des réserves" },
            ],
            order: null,
            source: "hand",
          },
        },
      ],
      after([addDebtor]),
    );
    const made = after([promised("2026-11-12", null, { invoices: ["R"] })], kept);
    expect(standings(made)).toEqual(["broken"]);
    expect(standings(after([paymentCommand(95_00)], made))).toEqual(["kept"]);
  });

  it("is of all of it where nothing falls due by then", () => {
    const f2 = idOfInvoice(two, "F-2");
    const made = after([promised("2026-11-12", null, { invoices: [f2] })], two);
    expect(standings(made)).toEqual(["broken"]);
    expect(standings(after([paymentCommand(70_00, "2026-11-10", [f2])], made))).toEqual(["kept"]);
  });
});

describe("a promise in another currency than its invoice (after a merge)", () => {
  it("is not measured by what is open in the other", () => {
    const made: AccountEvent = {
      type: "promise-made",
      data: {
        promise: "P",
        on: dateOf("2026-11-05"),
        by: dateOf("2026-11-12"),
        amount: null,
        currency: "GBP" satisfies Currency,
        invoices: [f1],
        condition: null,
        channel: "mail",
        exchange: null,
        quote: null,
      },
    };
    const state = fold([made], base);
    expect(promiseStandings(state, balancesOf(state), FACTS)[0]).toMatchObject({
      expected: 0,
      received: 0,
    });
  });
});

describe("instalments", () => {
  it("first missed and then caught up are kept so far", () => {
    const agreed: AccountCommand = {
      type: "agree-instalments",
      on: dateOf("2026-11-01"),
      currency: "EUR",
      invoices: [f1],
      parts: [
        { by: dateOf("2026-11-10"), amount: 40_00 },
        { by: dateOf("2026-12-10"), amount: 60_00 },
      ],
      exchange: null,
    };
    const standing = (state: AccountState): string | undefined =>
      instalmentStandings(state, balancesOf(state), FACTS)[0]?.standing;
    expect(standing(after([agreed], base))).toBe("broken");
    expect(standing(after([agreed, paymentCommand(40_00, "2026-11-18")], base))).toBe("running");
  });
});

describe("payments known", () => {
  const through = (asOf: string, at: string) => {
    const event: CreditorEvent = {
      type: "payments-known",
      data: { asOf: dateOf(asOf), source: "hand" },
    };
    return paymentsKnownThrough(evolveCreditor(emptyCreditor(), event, { hash: "h", at, by: "L" }));
  };

  it("reach the end of a day only where they were looked up after it", () => {
    expect(through("2026-11-20", "2026-11-20T06:55:00.000Z")).toBe("2026-11-19");
    expect(through("2026-11-20", "2026-11-21T06:55:00.000Z")).toBe("2026-11-20");
    expect(through("2026-11-18", "2026-11-20T06:55:00.000Z")).toBe("2026-11-18");
    expect(paymentsKnownThrough(emptyCreditor())).toBeNull();
  });

  it("stay within the calendar", () => {
    expect(through("1900-01-01", "1900-01-01T06:55:00.000Z")).toBe("1900-01-01");
  });
});

describe("promises of different days", () => {
  const later = { on: "2026-11-06" };

  it("never count the same money twice where both can be true: it keeps the one that comes first", () => {
    const both = [promised("2026-11-12", 50_00), promised("2026-11-18", 50_00, later)];
    expect(standings(after([...both, paymentCommand(50_00)], base))).toEqual(["kept", "broken"]);
    expect(standings(after([...both, paymentCommand(100_00)], base))).toEqual(["kept", "kept"]);
  });

  it("replace one another where together they are more than was open", () => {
    const both = [promised("2026-11-12", 60_00), promised("2026-11-18", 60_00, later)];
    const state = after([...both, paymentCommand(60_00, "2026-11-17")], base);
    const [first, second] = promiseStandings(state, balancesOf(state), FACTS);
    expect(first?.replacedBy).toBe(second?.promise.promise);
    expect(second).toMatchObject({ standing: "kept", received: 60_00, replacedBy: null });
  });

  it("put off all that was promised, and bring nothing of it forward", () => {
    const whole = promised("2026-11-12", null);
    const putOff = after([whole, promised("2026-11-18", 50_00, later)], base);
    const forward = after([whole, promised("2026-11-10", 50_00, later)], base);
    const replaced = (state: AccountState) =>
      promiseStandings(state, balancesOf(state), FACTS).map(
        ({ replacedBy }) => replacedBy !== null,
      );
    expect(replaced(putOff)).toEqual([true, false]);
    expect(replaced(forward)).toEqual([false, false]);
  });

  it("on other invoices replace nothing", () => {
    const two = after([invoiceCommand("F-2", 50_00, "2026-10-20")], base);
    const f2 = idOfInvoice(two, "F-2");
    const state = after(
      [
        promised("2026-11-08", 50_00),
        promised("2026-11-18", 50_00, { on: "2026-11-09", invoices: [f2] }),
      ],
      two,
    );
    expect(promiseStandings(state, balancesOf(state), FACTS)[0]?.replacedBy).toBeNull();
  });

  it("withdrawn replace nothing", () => {
    const made = after(
      [promised("2026-11-08", 50_00), promised("2026-11-18", 50_00, { on: "2026-11-09" })],
      base,
    );
    const withdrawn = after(
      [
        {
          type: "withdraw-promise",
          promise: made.promises[1]!.promise,
          on: TODAY,
          reason: "lecture",
        },
      ],
      made,
    );
    expect(promiseStandings(withdrawn, balancesOf(withdrawn), FACTS)[0]?.replacedBy).toBeNull();
  });
});

describe("a promise under a condition", () => {
  const made = after(
    [{ ...promised("2026-11-12", 50_00), condition: "avoir reçu" } as AccountCommand],
    base,
  );

  it("is never broken: somebody must say first that the condition is met", () => {
    expect(standings(made)).toEqual(["conditional"]);
    const met: AccountCommand = {
      type: "correct-promise",
      promise: made.promises[0]!.promise,
      changes: { condition: null },
    };
    expect(standings(after([met], made))).toEqual(["broken"]);
  });

  it("is kept by what comes in", () => {
    expect(standings(after([paymentCommand(50_00)], made))).toEqual(["kept"]);
  });
});

describe("a grace", () => {
  const graceUntil = () => dateOf("2026-11-17");
  const at = (today: string, known: string) => {
    const state = after([promised("2026-11-13", 50_00)], base);
    const facts = { today: dateOf(today), paymentsKnownOn: dateOf(known), graceUntil };
    return promiseStandings(state, balancesOf(state), facts)[0]?.standing;
  };

  it("leaves the promise unverified until it is over and payments are known that far", () => {
    expect(at("2026-11-13", "2026-11-13")).toBe("due-today");
    expect(at("2026-11-17", "2026-11-17")).toBe("unverified");
    expect(at("2026-11-18", "2026-11-16")).toBe("unverified");
    expect(at("2026-11-18", "2026-11-17")).toBe("broken");
  });
});

describe("an agreed set-off", () => {
  it("keeps a promise as a payment does", () => {
    const state = fold(
      [
        {
          type: "set-off-claimed",
          data: {
            setOff: "S",
            on: dateOf("2026-11-06"),
            by: "debtor",
            currency: "EUR",
            amount: 50_00,
            invoices: [],
            reference: null,
            note: null,
          },
        },
        {
          type: "set-off-agreed",
          data: {
            setOff: "S",
            on: dateOf("2026-11-10"),
            allocations: [{ invoice: f1, amount: 50_00 }],
          },
        },
      ],
      after([promised("2026-11-12", 50_00)], base),
    );
    expect(standings(state)).toEqual(["kept"]);
  });
});
