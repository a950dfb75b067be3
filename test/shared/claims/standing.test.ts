import { describe, expect, it } from "vitest";
import { emptyAccount } from "#shared/claims/account.ts";
import type { AccountState } from "#shared/claims/account.ts";
import { balanceOf, balancesOf } from "#shared/claims/balances.ts";
import { conservationOf } from "#shared/claims/conservation.ts";
import { claimsOf } from "#shared/claims/claim.ts";
import type { AccountCommand } from "#shared/claims/commands.ts";
import { emptyCreditor } from "#shared/claims/creditor.ts";
import type { CreditorEvent } from "#shared/claims/creditor.ts";
import { acceptedDiscrepanciesOf, discrepanciesOf } from "#shared/claims/discrepancies.ts";
import type { AccountEvent } from "#shared/claims/events.ts";
import { evolveCreditor, lookAt, senderSetAside } from "#shared/claims/evolve-creditor.ts";
import { withDeferred } from "#shared/claims/evolve.ts";
import { exchangeIdOf, invoiceIdOf } from "#shared/claims/ids.ts";
import { instalmentStandings, promiseStandings } from "#shared/claims/promises.ts";
import { dateOf } from "#shared/kernel/calendar.ts";
import {
  TODAY,
  addDebtor,
  after,
  fold,
  idOfInvoice,
  invoiceCommand,
  noteOf,
  paymentCommand,
} from "./account-story.ts";

const base = after([addDebtor, invoiceCommand("F-1", 100_00)]);
const f1 = idOfInvoice(base, "F-1");
const codes = (state: AccountState): readonly string[] =>
  discrepanciesOf(state).map(({ code }) => code);

const recorded = (
  invoice: string,
  total: number,
  portions: readonly (readonly [string, number, string | null])[],
): AccountEvent => ({
  type: "invoice-recorded",
  data: {
    invoice,
    number: invoice,
    issuedOn: dateOf("2026-09-01"),
    currency: "EUR",
    total,
    portions: portions.map(([portion, amount, dueOn]) => ({
      portion,
      amount,
      dueOn: dueOn === null ? null : dateOf(dueOn),
      condition: dueOn === null ? "réception" : null,
    })),
    order: null,
    source: "hand",
  },
});

const pay = (
  payment: string,
  amount: number,
  allocations: readonly (readonly [invoice: string, amount: number, portion?: string])[],
  on = "2026-11-10",
): AccountEvent => ({
  type: "payment-recorded",
  data: {
    payment,
    on: dateOf(on),
    currency: "EUR",
    amount,
    allocations: allocations.map(([invoice, part, portion]) => ({
      invoice,
      portion: portion ?? null,
      to: "principal" as const,
      amount: part,
    })),
    reference: null,
    source: "hand",
  },
});

describe("the three balances", () => {
  const three = recorded("I", 90_00, [
    ["retention", 10_00, null],
    ["second", 40_00, "2026-11-15"],
    ["first", 40_00, "2026-10-15"],
  ]);
  const opens = (state: AccountState): readonly number[] =>
    balancesOf(state).invoices[0]?.portions.map(({ open }) => open) ?? [];

  it("fill portions by due date, those under a condition last", () => {
    expect(opens(fold([three, pay("P", 50_00, [["I", 50_00]])]))).toEqual([10_00, 30_00, 0]);
  });

  it("fill the portion that is named before the others", () => {
    const state = fold([three, pay("P", 50_00, [["I", 50_00, "second"]])]);
    expect(opens(state)).toEqual([10_00, 0, 30_00]);
  });

  it("never ask more by portions than the invoice's total", () => {
    const state = fold([
      recorded("I", 50_00, [
        ["a", 40_00, "2026-10-15"],
        ["b", 40_00, "2026-11-15"],
      ]),
    ]);
    expect(opens(state)).toEqual([40_00, 10_00]);
    expect(codes(state)).toContain("portions-do-not-add-up");
  });

  it("clip what is allocated beyond the payment, and say so", () => {
    const state = fold([three, pay("P", 30_00, [["I", 50_00]])]);
    expect(balanceOf(balancesOf(state), "I")?.paid).toBe(30_00);
    expect(codes(state)).toContain("over-allocated");
  });

  it("keep as a credit what pays an unknown or a cancelled invoice, and what is paid too much", () => {
    const state = fold([
      three,
      recorded("J", 10_00, [["a", 10_00, "2026-10-15"]]),
      { type: "invoice-cancelled", data: { invoice: "J", on: TODAY, reason: "doublon" } },
      pay("P", 100_00, [["I", 100_00]]),
      pay("Q", 30_00, [
        ["X", 20_00],
        ["J", 10_00],
      ]),
    ]);
    expect(balancesOf(state).byCurrency[0]?.credit).toBe(40_00);
    expect(codes(state)).toEqual([
      "debtor-unknown",
      "payment-of-unknown-invoice",
      "cancelled-invoice-paid",
    ]);
    expect(conservationOf(state)).toEqual([
      {
        currency: "EUR",
        cameIn: 130_00,
        paidOff: 90_00,
        credit: 40_00,
        invoiced: 90_00,
        settled: 90_00,
        writtenOff: 0,
        open: 0,
      },
    ]);
  });

  it("contest the disputed part until it is resolved", () => {
    const dispute: AccountEvent = {
      type: "dispute-opened",
      data: {
        dispute: "D",
        on: TODAY,
        invoice: "I",
        amount: 30_00,
        reason: "quality",
        mustAct: "us",
        note: null,
        exchange: null,
        quote: null,
      },
    };
    const state = fold([three, dispute]);
    expect(balancesOf(state).invoices[0]?.contested).toBe(30_00);
    const resolved = fold(
      [
        {
          type: "dispute-resolved",
          data: { dispute: "D", on: TODAY, outcome: "withdrawn", note: null },
        },
      ],
      state,
    );
    expect(balancesOf(resolved).invoices[0]?.contested).toBe(0);
  });

  it("give back a waived charge that was already paid by nobody", () => {
    const charge: AccountCommand = {
      type: "claim-charge",
      kind: "compensation",
      invoice: f1,
      amount: 40_00,
      on: TODAY,
    };
    const state = after([charge], base);
    expect(balancesOf(state).byCurrency[0]).toMatchObject({ compensation: 40_00, interest: 0 });
    const waive: AccountCommand = {
      type: "waive-charge",
      charge: state.charges[0]!.charge,
      amount: null,
      on: TODAY,
      reason: "geste",
    };
    expect(balancesOf(after([waive], state)).byCurrency[0]?.compensation).toBe(0);
  });
});

describe("what does not fit", () => {
  it("is a correction of something unknown, or the same thing said in other words", () => {
    const one = recorded("I", 10_00, [["a", 10_00, "2026-10-15"]]);
    const other = recorded("I", 11_00, [["a", 11_00, "2026-10-15"]]);
    const state = fold([one, one, other, { type: "hold-lifted", data: { hold: "H", on: TODAY } }]);
    expect(state.invoices.map(({ total }) => total)).toEqual([10_00]);
    expect(state.misfits.map(({ type, subject }) => [type, subject])).toEqual([
      ["recorded-twice", "I"],
      ["of-unknown", "H"],
    ]);
  });

  it("is not the first saying repeated after a correction, nor another source", () => {
    const one = recorded("I", 10_00, [["a", 10_00, "2026-10-15"]]);
    const correction: AccountEvent = {
      type: "invoice-corrected",
      data: { invoice: "I", changes: { order: "BC 12" } },
    };
    const payment = pay("P", 1_00, [["I", 1_00]]);
    const bank = { ...payment, data: { ...payment.data, source: "bank" } } as AccountEvent;
    expect(fold([one, correction, one, payment, bank]).misfits).toEqual([]);
  });

  it("is left out once accepted, and listed apart, until its facts change", () => {
    const state = fold([pay("P", 10_00, [["X", 10_00]])], base);
    const [found] = discrepanciesOf(state);
    const accepted = after(
      [{ type: "accept-discrepancy", discrepancy: found!.id, reason: "autre compte" }],
      state,
    );
    expect(codes(accepted)).toEqual([]);
    expect(acceptedDiscrepanciesOf(accepted).map(({ id }) => id)).toEqual([found!.id]);
    const moved = fold(
      [
        {
          type: "payment-allocated",
          data: {
            payment: "P",
            allocations: [{ invoice: "X", portion: null, to: "principal", amount: 9_00 }],
          },
        },
      ],
      accepted,
    );
    expect(codes(moved)).toEqual(["payment-of-unknown-invoice"]);
  });

  it("is more credited than the invoice's total", () => {
    const state = fold(
      [
        {
          type: "credit-note-recorded",
          data: {
            creditNote: "A",
            number: "A",
            issuedOn: TODAY,
            currency: "EUR",
            amount: 120_00,
            allocations: [{ invoice: f1, amount: 120_00 }],
            source: "hand",
          },
        },
      ],
      base,
    );
    expect(codes(state)).toEqual(["over-credited"]);
  });

  it("is an entry that this version cannot read, and it offers no way to accept it unread", () => {
    const deferred = { type: "payment-netted", reason: "unknown-type", entry: noteOf(9) };
    const state = withDeferred(withDeferred(base, deferred), deferred);
    expect(discrepanciesOf(state).map(({ code, choices }) => [code, choices])).toEqual([
      ["entry-not-readable", []],
    ]);
  });
});

describe("a promise", () => {
  const promise = (by: string | null, amount: number | null, named = true): AccountCommand => ({
    type: "make-promise",
    on: dateOf("2026-11-05"),
    by: by === null ? null : dateOf(by),
    amount,
    currency: "EUR",
    invoices: named ? [f1] : [],
    condition: null,
    channel: "mail",
    exchange: null,
    quote: null,
  });
  const known = dateOf("2026-11-19");
  type Row = readonly [
    standing: string,
    promised: AccountCommand,
    paid: readonly AccountCommand[],
    knownOn: typeof known | null,
  ];
  const rows: readonly Row[] = [
    ["running", promise("2026-11-21", null), [], known],
    ["due-today", promise("2026-11-20", null), [], known],
    ["broken", promise("2026-11-19", null), [], known],
    ["unverified", promise("2026-11-19", null), [], dateOf("2026-11-18")],
    ["unverified", promise("2026-11-19", null), [], null],
    ["undated", promise(null, null), [], known],
    ["kept", promise("2026-11-12", 60_00), [paymentCommand(60_00)], known],
    ["broken", promise("2026-11-12", 60_00), [paymentCommand(59_99)], known],
    ["broken", promise("2026-11-12", 60_00), [paymentCommand(60_00, "2026-11-04")], known],
    ["kept", promise("2026-11-12", null), [paymentCommand(100_00, "2026-11-04")], known],
    ["kept", promise("2026-11-12", null, false), [paymentCommand(100_00)], known],
    ["broken", promise("2026-11-12", null, false), [paymentCommand(99_00)], known],
  ];

  it.each(rows)("is %s", (standing, promised, paid, paymentsKnownOn) => {
    const state = after([promised], base);
    const settled = after(paid, state);
    const facts = { today: TODAY, paymentsKnownOn };
    expect(promiseStandings(settled, balancesOf(settled), facts)[0]?.standing).toBe(standing);
  });

  it("is withdrawn whatever came in, and says when it was reached if it is kept", () => {
    const kept = after([promise("2026-11-12", 60_00), paymentCommand(60_00)], base);
    const facts = { today: TODAY, paymentsKnownOn: known };
    expect(promiseStandings(kept, balancesOf(kept), facts)[0]).toMatchObject({
      received: 60_00,
      expected: 60_00,
      keptOn: "2026-11-10",
    });
    const withdrawal: AccountCommand = {
      type: "withdraw-promise",
      promise: kept.promises[0]!.promise,
      on: TODAY,
      reason: "erreur de lecture",
    };
    const state = after([withdrawal], kept);
    expect(promiseStandings(state, balancesOf(state), facts)[0]?.standing).toBe("withdrawn");
  });

  it("in instalments is filled part by part", () => {
    const agreed: AccountCommand = {
      type: "agree-instalments",
      on: dateOf("2026-11-01"),
      currency: "EUR",
      invoices: [f1],
      parts: [
        { by: dateOf("2026-11-10"), amount: 40_00 },
        { by: dateOf("2026-11-15"), amount: 30_00 },
        { by: dateOf("2026-12-15"), amount: 30_00 },
      ],
      exchange: null,
    };
    const state = after([agreed, paymentCommand(50_00)], base);
    const [standing] = instalmentStandings(state, balancesOf(state), {
      today: TODAY,
      paymentsKnownOn: known,
    });
    expect(standing?.standing).toBe("broken");
    expect(standing?.parts.map((part) => [part.standing, part.received])).toEqual([
      ["kept", 40_00],
      ["broken", 10_00],
      ["running", 0],
    ]);
  });
});

describe("a claim", () => {
  it("opens with the first overdue invoice, takes in later ones and closes when all is paid", () => {
    const state = after([invoiceCommand("F-2", 50_00, "2026-11-05")], base);
    const [open] = claimsOf(state, balancesOf(state), TODAY);
    expect(open).toMatchObject({ openedOn: "2026-10-16", closedOn: null });
    expect(open?.invoices).toEqual([f1, idOfInvoice(state, "F-2")]);
    const paid = after([paymentCommand(150_00)], state);
    expect(claimsOf(paid, balancesOf(paid), TODAY)).toEqual([{ ...open, closedOn: "2026-11-10" }]);
  });

  it("never opens for an invoice paid in time, nor before the due date without a step", () => {
    const early = after([paymentCommand(100_00, "2026-10-15")], base);
    expect(claimsOf(early, balancesOf(early), TODAY)).toEqual([]);
    expect(claimsOf(base, balancesOf(base), dateOf("2026-10-15"))).toEqual([]);
  });

  it("opens with a courtesy step before the due date", () => {
    const step: AccountCommand = {
      type: "take-step",
      step: "courtesy",
      on: dateOf("2026-10-10"),
      portions: [{ invoice: f1, portion: "p1" }],
      how: "declared",
      exchange: null,
      draft: null,
    };
    const state = after([step], base);
    expect(claimsOf(state, balancesOf(state), dateOf("2026-10-12"))[0]?.openedOn).toBe(
      "2026-10-10",
    );
  });

  it("stays open while a compensation that was asked is neither paid nor waived", () => {
    const charge: AccountCommand = {
      type: "claim-charge",
      kind: "compensation",
      invoice: f1,
      amount: 40_00,
      on: dateOf("2026-11-01"),
    };
    const state = after([charge, paymentCommand(100_00)], base);
    expect(claimsOf(state, balancesOf(state), TODAY)[0]?.closedOn).toBeNull();
    const paid = after([paymentCommand(40_00, "2026-11-15")], state);
    expect(claimsOf(paid, balancesOf(paid), TODAY)[0]?.closedOn).toBe("2026-11-15");
  });

  it("that closed is followed by another one for what comes later", () => {
    const state = after(
      [paymentCommand(100_00, "2026-10-20"), invoiceCommand("F-2", 50_00, "2026-11-05")],
      base,
    );
    expect(claimsOf(state, balancesOf(state), TODAY).map(({ closedOn }) => closedOn)).toEqual([
      "2026-10-20",
      null,
    ]);
  });
});

describe("what holds for the whole ledger", () => {
  const said = (events: readonly CreditorEvent[]) =>
    events.reduce(
      (state, event, rank) => evolveCreditor(state, event, noteOf(rank)),
      emptyCreditor(),
    );

  it("keeps the last look, over everything and at one account", () => {
    const state = said([
      {
        type: "answers-looked-for",
        data: { on: TODAY, at: "2026-11-20T08:00", where: "by-hand", accounts: [] },
      },
      {
        type: "answers-looked-for",
        data: { on: TODAY, at: "2026-11-20T09:00", where: "mailbox", accounts: ["a"] },
      },
      {
        type: "answers-looked-for",
        data: { on: dateOf("2026-11-01"), at: "2026-11-01T09:00", where: "mailbox", accounts: [] },
      },
    ]);
    expect(lookAt(state, "a")?.at).toBe("2026-11-20T09:00");
    expect(lookAt(state, "__proto__")?.at).toBe("2026-11-20T08:00");
  });

  it("sets a sender aside and takes it back, whatever its name", () => {
    const aside: CreditorEvent = {
      type: "sender-set-aside",
      data: { address: "__proto__", why: "never" },
    };
    expect(senderSetAside(said([aside]), "__PROTO__")).toBe("never");
    expect(senderSetAside(said([]), "constructor")).toBeNull();
    const back: CreditorEvent = { type: "sender-taken-back", data: { address: "__proto__" } };
    expect(senderSetAside(said([aside, back]), "__proto__")).toBeNull();
  });

  it("takes a bank line in once, and says when one that is assigned is unknown", () => {
    const line: CreditorEvent = {
      type: "bank-line-recorded",
      data: {
        line: "L",
        on: TODAY,
        currency: "EUR",
        amount: 1_00,
        reference: null,
        payer: "Nordis",
      },
    };
    const assigned = (id: string): CreditorEvent => ({
      type: "bank-line-assigned",
      data: { line: id, account: "a", payment: "P" },
    });
    const state = said([line, line, assigned("L"), line, assigned("M")]);
    expect(state.bankLines.map((item) => item.state)).toEqual(["assigned"]);
    expect(state.deferred).toEqual([{ type: "bank-line-assigned", reason: "of-unknown" }]);
  });

  it("knows payments up to the latest day that was said", () => {
    const known = (asOf: string): CreditorEvent => ({
      type: "payments-known",
      data: { asOf: dateOf(asOf), source: "hand" },
    });
    expect(said([known("2026-11-20"), known("2026-11-18")]).paymentsKnown?.asOf).toBe("2026-11-20");
    expect(said([]).paymentsKnown).toBeNull();
  });
});

describe("an id made from facts", () => {
  it("is the same for a number in other case and blanks, and for a Message-ID with its brackets", () => {
    expect(invoiceIdOf("l", "FA 2026-1")).toBe(invoiceIdOf("l", "fa2026-1"));
    expect(invoiceIdOf("l", "FA1")).not.toBe(invoiceIdOf("m", "FA1"));
    expect(exchangeIdOf(" <a@b> ")).toBe(exchangeIdOf("a@b"));
  });

  it("leaves an account without anything said empty", () => {
    expect(discrepanciesOf(emptyAccount("a"))).toEqual([]);
  });
});
