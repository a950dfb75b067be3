import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { balancesOf } from "#shared/claims/balances.ts";
import { DEFAULT_POLICY, emptyCreditor } from "#shared/claims/creditor.ts";
import type { CreditorState, Policy } from "#shared/claims/creditor.ts";
import type { AccountEvent, AccountEventData } from "#shared/claims/events.ts";
import { addDays } from "#shared/kernel/calendar.ts";
import { bothOrders, statementOf, statementsOf } from "#shared/recovery/account-interest.ts";
import type { AccountStatement, StatementAsked } from "#shared/recovery/account-interest.ts";
import { chargeModeOf } from "#shared/recovery/charge-mode.ts";
import { day, debtor, fold, invoice, paid, says, taken } from "./accounts.ts";

const creditorIn = (country: string, policy: Partial<Policy> = {}): CreditorState => ({
  ...emptyCreditor(),
  policy: { ...DEFAULT_POLICY, ...policy },
  creditor: {
    name: "Claire",
    country,
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
});

const ON = "2026-11-21";

const asking = (changes: Partial<StatementAsked> = {}): StatementAsked => ({
  creditor: creditorIn("FR"),
  on: day(ON),
  ...changes,
});

const told = (events: readonly AccountEvent[], changes: Partial<StatementAsked> = {}) => {
  const state = fold("a", events);
  return statementOf(state, balancesOf(state), asking(changes));
};

const statementOn = (
  events: readonly AccountEvent[],
  changes: Partial<StatementAsked> = {},
): AccountStatement => {
  const found = told(events, changes);
  if (!found.ok) throw new Error(JSON.stringify(found.error));
  return found.value;
};

const LATE = invoice("f1", "2026-09-30", 300_000);
const dispute = (amount: number | null): AccountEvent =>
  says("dispute-opened", {
    dispute: "d",
    on: day("2026-10-10"),
    invoice: "f1",
    amount,
    reason: "quality",
    mustAct: "us",
    note: null,
    exchange: null,
    quote: null,
  });

describe("the statement of an account", () => {
  it("of a business in France is the vector of the law sheet", () => {
    const { statement, totals, regime } = statementOn([
      debtor(),
      invoice("f1", "2026-05-31", 1_000_000),
    ]);
    expect(regime).toBe("fr-b2b");
    expect(statement.segments.map(({ days, interest }) => [days, interest])).toEqual([
      [30, 99_86],
      [144, 489_21],
    ]);
    expect(totals).toEqual({
      principal: 1_000_000,
      interest: 589_07,
      compensation: 40_00,
      total: 1_062_907,
    });
  });

  // 31 days of October at 3,000.00: 31.59. 21 days of November at 2,000.00: 14.27.
  const PAID = [debtor(), LATE, paid("x", "2026-10-31", 100_000)];

  it("counts the day of a payment at the old principal", () => {
    const { totals, statement } = statementOn(PAID);
    expect(statement.segments.map(({ days, interest }) => [days, interest])).toEqual([
      [31, 31_59],
      [21, 14_27],
    ]);
    expect(totals).toMatchObject({ principal: 200_000, interest: 45_86, compensation: 40_00 });
  });

  it("gives both totals, and follows the order recorded for the debtor", () => {
    // Of 1,000.00, 31.59 to interest: 2,031.59 stays, 21 days of it are 14.49.
    const state = fold("a", PAID);
    const both = bothOrders(state, balancesOf(state), asking());
    expect(both).toEqual({
      ok: true,
      value: { currency: "EUR", principalFirst: 208_586, interestFirst: 208_608 },
    });
    const chosen = says("allocation-order-set", {
      order: "interest-first",
      on: day(ON),
      currency: "EUR",
      principalFirstTotal: 208_586,
      interestFirstTotal: 208_608,
    });
    expect(statementOn([...PAID, chosen])).toMatchObject({
      order: "interest-first",
      totals: { principal: 203_159, interest: 14_49, total: 208_608 },
    });
    expect(statementOn([...PAID, chosen], { order: "principal-first" }).totals.total).toBe(208_586);
  });

  it("takes a credit note, an agreed set-off and a write-off off the principal on their days", () => {
    const credit = says("credit-note-recorded", {
      creditNote: "c",
      number: "A-1",
      issuedOn: day("2026-10-31"),
      currency: "EUR",
      amount: 100_000,
      allocations: [{ invoice: "f1", amount: 100_000 }],
      source: "hand",
    });
    const setOff = [
      says("set-off-claimed", {
        setOff: "s",
        on: day("2026-10-20"),
        by: "debtor",
        currency: "EUR",
        amount: 100_000,
        invoices: [],
        reference: null,
        note: null,
      }),
      says("set-off-agreed", {
        setOff: "s",
        on: day("2026-10-31"),
        allocations: [{ invoice: "f1", amount: 100_000 }],
      }),
    ];
    const writeOff = says("invoice-written-off", {
      writeOff: "w",
      invoice: "f1",
      amount: 100_000,
      on: day("2026-10-31"),
      reason: "goodwill",
      note: null,
    });
    for (const events of [[credit], setOff, [writeOff]])
      for (const order of ["principal-first", "interest-first"] as const)
        expect(statementOn([debtor(), LATE, ...events], { order }).totals).toMatchObject({
          principal: 200_000,
          interest: 45_86,
        });
    expect(statementOn([debtor(), LATE, ...setOff.slice(0, 1)]).totals.principal).toBe(300_000);
  });

  it("computes what is contested apart and claims none of its interest", () => {
    // 52 days at 2,000.00 and at 1,000.00.
    const { totals, contested, statement } = statementOn([debtor(), LATE, dispute(100_000)]);
    expect(totals).toEqual({
      principal: 300_000,
      interest: 35_33,
      compensation: 40_00,
      total: 307_533,
    });
    expect(statement.totals.principal).toBe(200_000);
    expect(contested?.totals).toMatchObject({ principal: 100_000, interest: 17_67 });
  });

  it("of what is wholly contested claims neither interest nor compensation", () => {
    const { totals, charges } = statementOn([debtor(), LATE, dispute(null)]);
    expect(totals).toMatchObject({ principal: 300_000, interest: 0, compensation: 0 });
    expect(charges[0]).toMatchObject({ interestToClaim: 0, compensationToClaim: false });
  });

  it("asks nothing twice: what was claimed, paid or waived is left out", () => {
    const charge = (kind: "interest" | "compensation", amount: number): AccountEvent =>
      says("charge-claimed", {
        charge: kind,
        kind,
        invoice: "f1",
        currency: "EUR",
        amount,
        on: day("2026-10-31"),
      });
    const claimed = [debtor(), LATE, charge("interest", 31_59), charge("compensation", 40_00)];
    // 52 days at 3,000.00: 53.00.
    expect(statementOn(claimed).charges).toEqual([
      {
        invoice: "f1",
        number: "F1",
        interest: 53_00,
        interestClaimed: 31_59,
        interestToClaim: 21_41,
        compensation: { minor: 40_00, currency: "EUR" },
        compensationClaimed: 40_00,
        compensationToClaim: false,
      },
    ]);
    const waived = says("charge-waived", {
      charge: "compensation",
      amount: 40_00,
      on: day("2026-11-02"),
      reason: "geste",
    });
    const paidInterest = says("payment-recorded", {
      payment: "p",
      on: day("2026-11-05"),
      currency: "EUR",
      amount: 31_59,
      allocations: [{ invoice: "f1", portion: null, to: "interest", amount: 31_59 }],
      reference: null,
      source: "hand",
    });
    const { totals } = statementOn([...claimed, waived, paidInterest]);
    expect(totals).toMatchObject({ principal: 300_000, interest: 21_41, compensation: 0 });
  });

  it("leaves out what is assigned, unless it is named", () => {
    const assigned = says("invoices-assigned", {
      assignment: "s",
      on: day("2026-10-01"),
      invoices: ["f1"],
      to: "Factor",
      chaser: "us",
      iban: null,
      bic: null,
      note: null,
    });
    expect(told([debtor(), LATE, assigned])).toEqual({
      ok: false,
      error: { type: "nothing-owed" },
    });
    expect(statementOn([debtor(), LATE, assigned], { invoices: ["f1"] }).totals.principal).toBe(
      300_000,
    );
  });

  it("counts a part under a condition as owed, without a day and without interest", () => {
    const retention = invoice("f1", null, 300_000, {
      portions: [
        { portion: "a", amount: 285_000, dueOn: day("2026-09-30"), condition: null },
        { portion: "b", amount: 15_000, dueOn: null, condition: "levée des réserves" },
      ],
    });
    const found = statementOn([debtor(), retention]);
    expect(found).toMatchObject({ undated: 15_000, totals: { principal: 300_000 } });
    // 52 days at 2,850.00.
    expect(found.totals.interest).toBe(50_35);
  });

  it("is one a currency", () => {
    const pounds = invoice("f2", "2026-09-30", 100_00, { currency: "GBP" });
    const state = fold("a", [debtor(), LATE, pounds]);
    const all = statementsOf(state, balancesOf(state), asking());
    expect(all.map((one) => (one.ok ? one.value.currency : null))).toEqual(["EUR", "GBP"]);
  });

  it("takes the contract's rate, the basis and the split that were settled", () => {
    const terms = says("terms-set", {
      on: day("2026-01-01"),
      paymentDays: 30,
      endOfMonth: "none",
      contractRate: 1500,
      defaultByDueDate: false,
      limitationYears: null,
      transport: false,
      source: null,
    });
    // 3,000.00 at 15 % for 52 days: 64.11.
    expect(statementOn([debtor(), LATE, terms]).totals.interest).toBe(64_11);
    const creditor = creditorIn("FR", { rateSplit: "frozen", interestBasis: "act/act" });
    expect(statementOn([debtor(), LATE], { creditor }).statement.terms).toMatchObject({
      basis: "act/act",
      split: "frozen",
    });
  });

  it("says why there is none", () => {
    expect(told([debtor()])).toEqual({ ok: false, error: { type: "nothing-owed" } });
    expect(told([LATE])).toEqual({ ok: false, error: { type: "debtor-unknown" } });
    const creditor = creditorIn("CH");
    expect(told([debtor(), LATE], { creditor })).toEqual({
      ok: false,
      error: { type: "law-unknown" },
    });
  });
});

describe("the interest of a consumer", () => {
  const consumer = [debtor({ kind: "consumer" }), invoice("f1", "2026-06-30", 100_000)];
  const notice = taken("formal-notice", "2026-08-28");
  const proof = (kind: AccountEventData<"letter-proof-recorded">["kind"], on: string) =>
    says("letter-proof-recorded", {
      proof: `${kind}-${on}`,
      act: notice.type === "step-taken" ? notice.data.act : "",
      kind,
      on: day(on),
      name: null,
      blob: null,
      obtained: null,
    });

  it("runs from the first presentation of the formal notice, at the legal rate, without compensation", () => {
    const found = statementOn([...consumer, notice, proof("first-presentation", "2026-09-01")]);
    expect(found.regime).toBe("fr-consumer");
    expect(found.statement.segments.map(({ days }) => days)).toEqual([81]);
    expect(found.totals).toEqual({
      principal: 100_000,
      interest: 6_10,
      compensation: 0,
      total: 100_610,
    });
  });

  it("runs from a receipt where no presentation is proven", () => {
    const found = statementOn([...consumer, notice, proof("receipt", "2026-09-01")]);
    expect(found.totals.interest).toBe(6_10);
  });

  it("does not run before the notice is presented, and says that its proof is missing", () => {
    expect(statementOn(consumer)).toMatchObject({ totals: { interest: 0 }, noticeUnproven: [] });
    expect(statementOn([...consumer, notice, proof("deposit", "2026-08-28")])).toMatchObject({
      totals: { interest: 0 },
      noticeUnproven: ["f1"],
    });
  });

  it("runs from the due date where the contract says that the day alone puts in default", () => {
    const terms = says("terms-set", {
      on: day("2026-01-01"),
      paymentDays: null,
      endOfMonth: "none",
      contractRate: null,
      defaultByDueDate: true,
      limitationYears: null,
      transport: false,
      source: "devis",
    });
    // 144 days of 1,000.00 at 2.75 %.
    expect(statementOn([...consumer, terms]).totals.interest).toBe(10_85);
  });
});

describe("an insolvency", () => {
  const opened = (
    state: AccountEventData<"insolvency-opened">["state"],
    judgmentOn: string | null,
  ): AccountEvent =>
    says("insolvency-opened", {
      insolvency: "i",
      state,
      judgmentOn: judgmentOn === null ? null : day(judgmentOn),
      publishedOn: null,
      court: null,
      officer: null,
      source: "BODACC",
    });

  it("stops the interest of what was owed before the judgment, and of nothing born after", () => {
    const later = invoice("f2", "2026-11-10", 100_000, { issuedOn: day("2026-11-05") });
    const found = statementOn([debtor(), LATE, later, opened("receivership", "2026-11-01")]);
    // 31 days of October at 3,000.00; 11 days of November at 1,000.00.
    expect(found.charges.map(({ interest }) => interest)).toEqual([31_59, 3_74]);
    expect(found.stopped).toEqual([{ invoice: "f1", judgmentOn: "2026-11-01" }]);
    expect(found.statement.perDay).toBe(34);
  });

  it("whose judgment came by the due date leaves no compensation", () => {
    const early = statementOn([debtor(), LATE, opened("liquidation", "2026-09-30")]);
    expect(early.totals).toMatchObject({ interest: 0, compensation: 0 });
    const late = statementOn([debtor(), LATE, opened("liquidation", "2026-10-15")]);
    expect(late.totals.compensation).toBe(40_00);
  });

  it("that is confidential, ended or of an unknown day stops nothing", () => {
    const ended = says("insolvency-ended", {
      insolvency: "i",
      on: day("2026-11-10"),
      reason: "clôture",
    });
    for (const events of [
      [opened("conciliation", "2026-11-01")],
      [opened("receivership", null)],
      [opened("receivership", "2026-11-01"), ended],
    ])
      expect(statementOn([debtor(), LATE, ...events])).toMatchObject({
        totals: { interest: 53_00 },
        stopped: [],
      });
  });
});

describe("how charges are spoken of", () => {
  const modeOf = (
    kind: "business" | "public" | "consumer" | "non-professional",
    step: Parameters<typeof chargeModeOf>[2],
    mode: AccountEventData<"charge-mode-set">["mode"] = null,
    country = "FR",
  ) => {
    const set = says("charge-mode-set", { mode, on: day(ON) });
    const { interest, compensation } = chargeModeOf(
      fold("a", [debtor({ kind }), set]),
      creditorIn(country),
      step,
    );
    return `${interest}/${compensation}`;
  };

  it("is not at all before the second reminder, then as a possibility, to professionals alone", () => {
    expect(modeOf("business", "reminder-1")).toBe("silent/silent");
    expect(modeOf("business", "reminder-2")).toBe("mentioned/mentioned");
    expect(modeOf("public", "formal-notice")).toBe("mentioned/mentioned");
    expect(modeOf("consumer", "formal-notice")).toBe("silent/silent");
    expect(modeOf("non-professional", "legal")).toBe("silent/silent");
  });

  it("is as the user chose, but never compensation to who is no professional", () => {
    expect(modeOf("business", "reminder-1", "computed")).toBe("computed/computed");
    expect(modeOf("business", "legal", "silent")).toBe("silent/silent");
    expect(modeOf("consumer", "formal-notice", "claimed")).toBe("claimed/silent");
    expect(modeOf("non-professional", "formal-notice", "claimed")).toBe("claimed/silent");
  });

  it("is silence under a law that is not known", () => {
    expect(modeOf("business", "legal", "claimed", "CH")).toBe("silent/silent");
  });
});

describe("the statement, whatever happened", () => {
  const dates = fc.integer({ min: -200, max: 0 }).map((days) => addDays(day(ON), days));
  const amounts = fc.integer({ min: 1, max: 500_00 });
  const invoices = fc.array(
    fc.record({
      dueOn: dates,
      parts: fc.array(fc.option(amounts, { nil: null, freq: 5 }), { minLength: 1, maxLength: 3 }),
    }),
    { minLength: 1, maxLength: 4 },
  );
  const receipts = fc.array(
    fc.record({
      of: fc.nat({ max: 3 }),
      part: fc.option(fc.nat({ max: 2 }), { nil: null }),
      on: dates,
      amount: amounts,
      kind: fc.constantFrom("payment", "note", "set-off", "write-off", "dispute"),
    }),
    { maxLength: 8 },
  );

  it("owes the principal that the balances say, and no interest below zero", () => {
    fc.assert(
      fc.property(invoices, receipts, (made, received) => {
        const events: AccountEvent[] = [debtor()];
        made.forEach(({ dueOn, parts }, rank) => {
          const portions = parts.map((amount, index) => ({
            portion: `p${String(index)}`,
            amount: amount ?? 50_00,
            dueOn: amount === null ? null : addDays(dueOn, index * 20),
            condition: amount === null ? "réception" : null,
          }));
          const total = portions.reduce((sum, { amount }) => sum + amount, 0);
          events.push(invoice(`f${String(rank)}`, null, total, { portions }));
        });
        received.forEach(({ of, part, on, amount, kind }, rank) => {
          const id = `f${String(of % made.length)}`;
          const key = String(rank);
          if (kind === "payment")
            events.push(
              says("payment-recorded", {
                payment: key,
                on,
                currency: "EUR",
                amount,
                allocations: [
                  {
                    invoice: id,
                    portion: part === null ? null : `p${String(part)}`,
                    to: "principal",
                    amount,
                  },
                ],
                reference: null,
                source: "hand",
              }),
            );
          else if (kind === "note")
            events.push(
              says("credit-note-recorded", {
                creditNote: key,
                number: key,
                issuedOn: on,
                currency: "EUR",
                amount,
                allocations: [{ invoice: id, amount }],
                source: "hand",
              }),
            );
          else if (kind === "set-off")
            events.push(
              says("set-off-claimed", {
                setOff: key,
                on,
                by: "us",
                currency: "EUR",
                amount,
                invoices: [],
                reference: null,
                note: null,
              }),
              says("set-off-agreed", {
                setOff: key,
                on,
                allocations: [{ invoice: id, amount }],
              }),
            );
          else if (kind === "write-off")
            events.push(
              says("invoice-written-off", {
                writeOff: key,
                invoice: id,
                amount,
                on,
                reason: "other",
                note: null,
              }),
            );
          else
            events.push(
              says("dispute-opened", {
                dispute: key,
                on,
                invoice: id,
                amount,
                reason: "other",
                mustAct: "us",
                note: null,
                exchange: null,
                quote: null,
              }),
            );
        });
        const state = fold("a", events);
        const balances = balancesOf(state);
        const found = statementOf(state, balances, asking());
        const principal = balances.byCurrency[0]?.principal ?? 0;
        expect(found.ok ? found.value.totals.principal > 0 : found.error.type).toBe(
          principal > 0 ? true : "nothing-owed",
        );
        if (!found.ok) return;
        const { totals, contested } = found.value;
        expect(totals.principal).toBe(principal);
        expect(totals.interest).toBeGreaterThanOrEqual(0);
        expect(totals.total).toBe(totals.principal + totals.interest + totals.compensation);
        expect(contested?.totals.principal ?? 0).toBeLessThanOrEqual(totals.principal);
        const other = statementOf(state, balances, asking({ order: "interest-first" }));
        if (!other.ok) throw new Error(other.error.type);
        expect(other.value.totals.principal).toBeGreaterThanOrEqual(totals.principal);
      }),
      { seed: 20261121, numRuns: 400 },
    );
  });
});
