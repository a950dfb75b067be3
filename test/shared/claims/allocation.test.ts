import { describe, expect, it } from "vitest";
import type { AccountState } from "#shared/claims/account.ts";
import { balanceOf, balancesOf } from "#shared/claims/balances.ts";
import type { AccountCommand } from "#shared/claims/commands.ts";
import { dateOf } from "#shared/kernel/calendar.ts";
import {
  TODAY,
  addDebtor,
  after,
  fold,
  idOfInvoice,
  invoiceCommand,
  paymentCommand,
} from "./account-story.ts";

const base = after([
  addDebtor,
  invoiceCommand("F-1", 100_00, "2026-10-15"),
  invoiceCommand("F-2", 100_00, "2026-11-15"),
]);
const f1 = idOfInvoice(base, "F-1");
const f2 = idOfInvoice(base, "F-2");

const disputed = (
  invoice: string,
  amount: number | null,
): Extract<AccountCommand, { readonly type: "open-dispute" }> => ({
  type: "open-dispute",
  on: dateOf("2026-11-01"),
  invoice,
  amount,
  reason: "quality",
  mustAct: "us",
  note: null,
  exchange: null,
  quote: null,
});

const creditNote = (amount: number): AccountCommand => ({
  type: "record-credit-note",
  number: "A-1",
  issuedOn: dateOf("2026-11-12"),
  currency: "EUR",
  amount,
  allocations: null,
  source: "hand",
});

const opens = (state: AccountState): readonly number[] =>
  balancesOf(state).invoices.map(({ open }) => open);

describe("a payment that names nothing", () => {
  it("pays the oldest due first", () => {
    expect(opens(after([paymentCommand(150_00)], base))).toEqual([0, 50_00]);
  });

  it("pays what is not contested before what is, which stays contested", () => {
    const state = after([disputed(f1, 40_00)], base);
    const paid = after([paymentCommand(120_00)], state);
    expect(opens(paid)).toEqual([40_00, 40_00]);
    expect(balanceOf(balancesOf(paid), f1)?.contested).toBe(40_00);
    const more = after([paymentCommand(170_00)], state);
    expect(opens(more)).toEqual([30_00, 0]);
    expect(more.payments[0]?.allocations).toEqual([
      { invoice: f1, portion: null, to: "principal", amount: 70_00 },
      { invoice: f2, portion: null, to: "principal", amount: 100_00 },
    ]);
  });

  it("pays an invoice to its last cent although its portions do not reach its total", () => {
    const short = fold([
      {
        type: "invoice-recorded",
        data: {
          invoice: "I",
          number: "I",
          issuedOn: dateOf("2026-09-01"),
          currency: "EUR",
          total: 100_00,
          portions: [
            { portion: "a", amount: 30_00, dueOn: dateOf("2026-10-01"), condition: null },
            { portion: "b", amount: 50_00, dueOn: null, condition: "réception" },
          ],
          order: null,
          source: "hand",
        },
      },
    ]);
    expect(opens(after([paymentCommand(100_00)], short))).toEqual([0]);
  });
});

describe("a payment that names an invoice", () => {
  it("pays it whole, contested or not: the debtor chooses", () => {
    const state = after([disputed(f1, null), paymentCommand(130_00, "2026-11-10", [f1])], base);
    expect(opens(state)).toEqual([0, 70_00]);
  });

  it("pays it once, however often it is named", () => {
    const state = after([paymentCommand(150_00, "2026-11-10", [f1, f1])], base);
    expect(opens(state)).toEqual([0, 50_00]);
  });

  it("whose amount is corrected pays what it paid before once, then the oldest due", () => {
    const before: AccountCommand = {
      ...paymentCommand(50_00),
      allocations: [
        { invoice: f1, portion: "p1", to: "principal", amount: 20_00 },
        { invoice: f1, portion: null, to: "principal", amount: 30_00 },
      ],
    };
    const state = after([before], base);
    const corrected: AccountCommand = {
      type: "correct-payment",
      payment: state.payments[0]!.payment,
      on: dateOf("2026-11-10"),
      currency: "EUR",
      amount: 180_00,
      reference: null,
      payer: null,
      reason: "chiffre oublié",
      allocations: null,
    };
    expect(opens(after([corrected], state))).toEqual([0, 20_00]);
  });
});

describe("a credit note that names nothing", () => {
  it("settles what is contested first, since that is why it was issued", () => {
    expect(opens(after([disputed(f2, 40_00), creditNote(60_00)], base))).toEqual([80_00, 60_00]);
  });
});

describe("a dispute settled by a credit note", () => {
  const settled = (amount: number | null, more: readonly AccountCommand[]): AccountState => {
    const state = after([disputed(f1, amount)], base);
    const { dispute } = state.disputes[0]!;
    return after(
      [{ type: "resolve-dispute", dispute, on: TODAY, outcome: "credited", note: null }, ...more],
      state,
    );
  };
  const contested = (state: AccountState): number | undefined =>
    balanceOf(balancesOf(state), f1)?.contested;

  it("asks nothing of what was granted until the credit note is in", () => {
    expect(contested(settled(40_00, []))).toBe(40_00);
    expect(contested(settled(null, []))).toBe(100_00);
  });

  it("is over with it, whatever else is open", () => {
    const note: AccountCommand = {
      type: "record-credit-note",
      number: "A-2",
      issuedOn: dateOf("2026-10-20"),
      currency: "EUR",
      amount: 40_00,
      allocations: [{ invoice: f1, amount: 40_00 }],
      source: "hand",
    };
    expect(contested(settled(40_00, [note]))).toBe(0);
    expect(contested(settled(50_00, [note]))).toBe(10_00);
    expect(contested(settled(null, [note]))).toBe(0);
  });
});
