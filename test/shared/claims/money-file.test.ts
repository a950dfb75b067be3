import { describe, expect, it } from "vitest";
import type { AccountState } from "#shared/claims/account.ts";
import { balanceOf, balancesOf } from "#shared/claims/balances.ts";
import type { AccountCommand } from "#shared/claims/commands.ts";
import { conservationOf } from "#shared/claims/conservation.ts";
import type { Policy } from "#shared/claims/creditor.ts";
import { discountsOf } from "#shared/claims/discounts.ts";
import { discrepanciesOf } from "#shared/claims/discrepancies.ts";
import { fileOf } from "#shared/claims/file.ts";
import { isResidue, residuesOf } from "#shared/claims/residues.ts";
import { withSetOffs } from "#shared/claims/set-offs.ts";
import { dateOf } from "#shared/kernel/calendar.ts";
import {
  TODAY,
  addDebtor,
  after,
  fold,
  idOfInvoice,
  invoiceCommand,
  paymentCommand,
  refusalOf,
} from "./account-story.ts";

const base = after([
  addDebtor,
  invoiceCommand("F-1", 100_00, "2026-10-15"),
  invoiceCommand("F-2", 50_00, "2026-11-15"),
]);
const f1 = idOfInvoice(base, "F-1");
const f2 = idOfInvoice(base, "F-2");

const opens = (state: AccountState): readonly number[] =>
  balancesOf(state).invoices.map(({ open }) => open);

const conserves = (state: AccountState): void => {
  for (const sums of conservationOf(state)) {
    expect(sums.cameIn).toBe(sums.paidOff + sums.credit);
    expect(sums.invoiced).toBe(sums.settled + sums.writtenOff + sums.open);
  }
};

describe("a set-off", () => {
  const claim = (amount: number, invoices: readonly string[] = []): AccountCommand => ({
    type: "claim-set-off",
    on: dateOf("2026-11-10"),
    by: "debtor",
    currency: "EUR",
    amount,
    invoices: [...invoices],
    reference: "AV-77",
    note: null,
  });
  const claimed = after([claim(30_00)], base);
  const { setOff } = fileOf(claimed).setOffs[0]!;
  const agree = (allocations: readonly { invoice: string; amount: number }[] | null) =>
    ({
      type: "agree-set-off",
      setOff,
      on: TODAY,
      allocations: allocations === null ? null : [...allocations],
    }) satisfies AccountCommand;

  it("only claimed changes no balance, and both are there to see", () => {
    expect(opens(claimed)).toEqual([100_00, 50_00]);
    expect(withSetOffs(balancesOf(claimed), claimed)).toEqual([
      {
        currency: "EUR",
        principal: 150_00,
        claimedSetOff: 30_00,
        principalIfAgreed: 120_00,
        weWouldOwe: 0,
      },
    ]);
    expect(withSetOffs(balancesOf(base), base)).toEqual([]);
  });

  it("of more than is owed says what we would owe", () => {
    const more = after([claim(200_00)], base);
    expect(withSetOffs(balancesOf(more), more)[0]).toMatchObject({
      principalIfAgreed: 0,
      weWouldOwe: 50_00,
    });
  });

  it("agreed settles the oldest due, or the invoices that it names, as a credit note does", () => {
    const agreed = after([agree(null)], claimed);
    expect(opens(agreed)).toEqual([70_00, 50_00]);
    expect(balanceOf(balancesOf(agreed), f1)).toMatchObject({
      setOff: 30_00,
      paid: 0,
      credited: 0,
    });
    conserves(agreed);
    const named = after([claim(30_00, [f2])], base);
    const id = fileOf(named).setOffs[0]!.setOff;
    expect(opens(after([{ ...agree(null), setOff: id }], named))).toEqual([100_00, 20_00]);
  });

  it("agreed in part settles that part", () => {
    const part = after([agree([{ invoice: f2, amount: 10_00 }])], claimed);
    expect(opens(part)).toEqual([100_00, 40_00]);
    expect(withSetOffs(balancesOf(part), part)).toEqual([]);
    conserves(part);
  });

  it("is agreed for no more than is claimed, nor than is open", () => {
    expect(refusalOf(agree([{ invoice: f1, amount: 30_01 }]), claimed).type).toBe("over-allocated");
    const paid = after([paymentCommand(90_00, "2026-11-12", [f1])], claimed);
    expect(refusalOf(agree([{ invoice: f1, amount: 10_01 }]), paid)).toMatchObject({
      type: "amount-exceeds",
      max: { minor: 10_00 },
    });
    const all = after([paymentCommand(150_00)], claimed);
    expect(refusalOf(agree(null), all).type).toBe("amount-not-positive");
  });

  it("is answered once", () => {
    const refuse: AccountCommand = { type: "refuse-set-off", setOff, on: TODAY, reason: "réglé" };
    const refused = after([refuse], claimed);
    expect(refusalOf(agree(null), refused)).toMatchObject({ type: "already-ended" });
    expect(refusalOf(refuse, after([agree(null)], claimed)).type).toBe("already-ended");
    expect(withSetOffs(balancesOf(refused), refused)).toEqual([]);
    expect(refusalOf({ ...refuse, setOff: "x" }, claimed)).toMatchObject({
      type: "not-found",
      kind: "set-off",
    });
  });

  it("of an invoice unknown here is a credit, and said", () => {
    const state = fold(
      [
        {
          type: "set-off-agreed",
          data: { setOff, on: TODAY, allocations: [{ invoice: "X", amount: 30_00 }] },
        },
      ],
      claimed,
    );
    expect(balancesOf(state).byCurrency[0]?.credit).toBe(30_00);
    expect(discrepanciesOf(state).map(({ code }) => code)).toEqual(["invoice-unknown"]);
    conserves(state);
  });
});

describe("a write-off", () => {
  const writeOff = (amount: number | null): AccountCommand => ({
    type: "write-off-invoice",
    invoice: f1,
    amount,
    on: TODAY,
    reason: "residue",
    note: null,
  });

  it("is no longer asked for, and is neither paid nor open", () => {
    const state = after([paymentCommand(99_60, "2026-11-10", [f1]), writeOff(null)], base);
    expect(balanceOf(balancesOf(state), f1)).toMatchObject({
      paid: 99_60,
      writtenOff: 40,
      open: 0,
      overpaid: 0,
      portions: [{ open: 0 }],
    });
    conserves(state);
  });

  it("taken back is owed again", () => {
    const state = after([writeOff(20_00)], base);
    expect(opens(state)).toEqual([80_00, 50_00]);
    const { writeOff: id } = fileOf(state).writeOffs[0]!;
    const back: AccountCommand = {
      type: "take-back-write-off",
      writeOff: id,
      on: TODAY,
      reason: "erreur",
    };
    expect(opens(after([back], state))).toEqual([100_00, 50_00]);
    expect(refusalOf(back, after([back], state)).type).toBe("already-ended");
  });

  it("that is paid after all is paid first: nothing becomes a credit before the whole total came in", () => {
    const state = after([writeOff(20_00), paymentCommand(90_00, "2026-11-19", [f1])], base);
    expect(balanceOf(balancesOf(state), f1)).toMatchObject({
      paid: 90_00,
      writtenOff: 10_00,
      open: 0,
      overpaid: 0,
    });
    conserves(state);
  });

  it("is of no more than is open", () => {
    expect(refusalOf(writeOff(100_01), base)).toMatchObject({ type: "amount-exceeds" });
    const paid = after([paymentCommand(100_00, "2026-11-10", [f1])], base);
    expect(refusalOf(writeOff(null), paid).type).toBe("nothing-open");
  });

  it("of a residue of the first part leaves the later parts whole", () => {
    const two = after(
      [
        {
          ...invoiceCommand("F-3", 100_00),
          portions: [
            { amount: 60_00, dueOn: dateOf("2026-10-15"), condition: null },
            { amount: 40_00, dueOn: dateOf("2027-01-15"), condition: null },
          ],
        },
      ],
      base,
    );
    const f3 = idOfInvoice(two, "F-3");
    const state = after(
      [
        paymentCommand(59_90, "2026-11-10", [f3]),
        {
          type: "write-off-invoice",
          invoice: f3,
          amount: 10,
          on: TODAY,
          reason: "residue",
          note: null,
        },
      ],
      two,
    );
    expect(balanceOf(balancesOf(state), f3)?.portions.map(({ open }) => open)).toEqual([0, 40_00]);
  });
});

describe("a residue", () => {
  const policy: Pick<Policy, "tolerances"> = { tolerances: [{ currency: "EUR", amount: 50 }] };
  const paid = (amount: number) => after([paymentCommand(amount, "2026-11-10", [f1])], base);

  it("is what is left of a settled invoice, up to the tolerance of its currency", () => {
    const state = paid(99_50);
    expect(residuesOf(balancesOf(state), policy)).toEqual([
      { invoice: f1, currency: "EUR", open: 50 },
    ]);
    expect(residuesOf(balancesOf(paid(99_49)), policy)).toEqual([]);
    expect(residuesOf(balancesOf(state), { tolerances: [] })).toEqual([]);
  });

  it("is no small invoice that nobody paid, no untouched small part, and nothing contested", () => {
    const small = after([addDebtor, invoiceCommand("P-1", 40)]);
    expect(residuesOf(balancesOf(small), policy)).toEqual([]);
    const parts = after(
      [
        {
          ...invoiceCommand("F-3", 100_40),
          portions: [
            { amount: 100_00, dueOn: dateOf("2026-10-01"), condition: null },
            { amount: 40, dueOn: dateOf("2026-12-01"), condition: null },
          ],
        },
        paymentCommand(100_00),
      ],
      after([addDebtor]),
    );
    expect(residuesOf(balancesOf(parts), policy)).toEqual([]);
    const state = paid(99_70);
    const contested = after(
      [
        {
          type: "open-dispute",
          on: TODAY,
          invoice: f1,
          amount: null,
          reason: "price",
          mustAct: "us",
          note: null,
          exchange: null,
          quote: null,
        },
      ],
      state,
    );
    expect(isResidue(balanceOf(balancesOf(contested), f1)!, policy)).toBe(false);
  });
});

describe("a discount for early payment", () => {
  const offer = (amount: number): AccountCommand => ({
    type: "offer-discount",
    invoice: f1,
    amount,
    until: dateOf("2026-10-01"),
  });
  const offered = after([offer(2_00)], base);
  const taken = (amount: number, on: string) => {
    const state = after([paymentCommand(amount, on, [f1])], offered);
    return discountsOf(state, balancesOf(state))[0];
  };

  it("is taken in time where the rest came in by its last day", () => {
    expect(taken(98_00, "2026-10-01")).toEqual({
      invoice: f1,
      currency: "EUR",
      amount: 2_00,
      until: "2026-10-01",
      taken: "in-time",
      on: "2026-10-01",
      missing: 2_00,
    });
  });

  it("is taken late the day after: what is missing stays owed", () => {
    expect(taken(98_00, "2026-10-02")).toMatchObject({ taken: "late", missing: 2_00 });
  });

  it("is not taken where more is missing, or where all was paid", () => {
    expect(taken(97_99, "2026-09-30")).toMatchObject({ taken: null, on: null, missing: 0 });
    expect(taken(100_00, "2026-09-30")).toMatchObject({ taken: null, missing: 0 });
  });

  it("written off is missing no more", () => {
    const state = after(
      [
        paymentCommand(98_00, "2026-10-01", [f1]),
        {
          type: "write-off-invoice",
          invoice: f1,
          amount: null,
          on: TODAY,
          reason: "discount",
          note: null,
        },
      ],
      offered,
    );
    expect(discountsOf(state, balancesOf(state))[0]).toMatchObject({
      taken: "in-time",
      missing: 0,
    });
  });

  it("is less than the total, and said once", () => {
    expect(refusalOf(offer(100_00), base).type).toBe("amount-exceeds");
    expect(refusalOf(offer(2_00), offered).type).toBe("nothing-changed");
    expect(discountsOf(base, balancesOf(base))).toEqual([]);
  });
});

describe("a payment that the bank took back", () => {
  const paid = after([paymentCommand(120_00)], base);
  const { payment } = paid.payments[0]!;
  const back = (why: "no-funds" | "refund-asked" | "deceased", code: string | null) =>
    ({
      type: "return-payment",
      payment,
      on: TODAY,
      why,
      code,
      note: null,
    }) satisfies AccountCommand;

  it("is owed again, with the bank's reason", () => {
    const state = after([back("no-funds", "AM04")], paid);
    expect(opens(state)).toEqual([100_00, 50_00]);
    expect(state.payments[0]?.reversed).toEqual({ on: TODAY, reason: "AM04" });
    expect(fileOf(state).returns).toMatchObject([{ why: "no-funds", code: "AM04" }]);
    expect(state.disputes).toEqual([]);
  });

  it("at the debtor's asking contests what it had paid, until he says why", () => {
    const state = after([back("refund-asked", "MD06")], paid);
    expect(
      state.disputes.map(({ invoice, amount, mustAct, reason, note }) => [
        invoice,
        amount,
        mustAct,
        reason,
        note,
      ]),
    ).toEqual([
      [f1, 100_00, "them", "other", "MD06"],
      [f2, 20_00, "them", "other", "MD06"],
    ]);
    expect(balancesOf(state).invoices.map(({ contested }) => contested)).toEqual([100_00, 20_00]);
  });

  it("because the debtor died stops every draft", () => {
    const state = after([back("deceased", "MD07")], paid);
    expect(fileOf(state).sensitiveHolds).toMatchObject([{ reason: "death", liftedOn: null }]);
  });

  it("is taken back once, and not before it came", () => {
    expect(refusalOf(back("no-funds", null), after([back("no-funds", null)], paid)).type).toBe(
      "already-reversed",
    );
    expect(refusalOf({ ...back("no-funds", null), on: dateOf("2026-11-09") }, paid).type).toBe(
      "date-too-early",
    );
    expect(refusalOf({ ...back("no-funds", null), payment: "x" }, paid)).toMatchObject({
      type: "not-found",
      kind: "payment",
    });
  });
});

describe("an assigned invoice", () => {
  const assigned = fold(
    [
      {
        type: "invoices-assigned",
        data: {
          assignment: "A",
          on: dateOf("2026-09-20"),
          invoices: [f1],
          to: "Factor SA",
          chaser: "us",
          iban: "FR7630006000011234567890189",
          bic: null,
          note: null,
        },
      },
    ],
    base,
  );

  it("takes nothing of a payment that names nothing: that goes to what is ours", () => {
    expect(opens(after([paymentCommand(120_00)], assigned))).toEqual([100_00, 0]);
    expect(balancesOf(after([paymentCommand(120_00)], assigned)).byCurrency[0]?.credit).toBe(70_00);
  });

  it("named is paid alone", () => {
    const state = after([paymentCommand(120_00, "2026-11-10", [f1])], assigned);
    expect(opens(state)).toEqual([0, 50_00]);
    expect(balancesOf(state).byCurrency[0]?.credit).toBe(20_00);
  });

  it("is never in one line with another", () => {
    const mixed = [f2, f1].map((invoice) => ({
      invoice,
      portion: null,
      to: "principal" as const,
      amount: 10_00,
    }));
    const command = { ...paymentCommand(20_00), allocations: mixed };
    expect(refusalOf(command, assigned)).toMatchObject({
      type: "assigned-mixed",
      number: "F-1",
      to: "Factor SA",
    });
    const paid = after([paymentCommand(20_00)], assigned);
    const again: AccountCommand = {
      type: "allocate-payment",
      payment: paid.payments[0]!.payment,
      allocations: mixed,
    };
    expect(refusalOf(again, paid).type).toBe("assigned-mixed");
  });

  it("paid on our own account is said, and may be let stand; typed by hand it is not", () => {
    const command = paymentCommand(100_00, "2026-11-10", [f1]);
    const bank = after([{ ...command, source: "bank" }], assigned);
    const [found] = discrepanciesOf(bank);
    expect(found).toMatchObject({ code: "paid-to-wrong-account", choices: ["accept", "allocate"] });
    const accepted = after(
      [{ type: "accept-discrepancy", discrepancy: found!.id, reason: "reversé" }],
      bank,
    );
    expect(discrepanciesOf(accepted)).toEqual([]);
    expect(discrepanciesOf(after([command], assigned))).toEqual([]);
  });
});

describe("what the credit insurance lets the creditor grant", () => {
  const insured = fold(
    [
      {
        type: "insurance-set",
        data: {
          on: dateOf("2026-01-01"),
          policy: {
            insurer: "Assur Crédit",
            number: null,
            currency: "EUR",
            cover: 1_000_00,
            extendDays: 30,
            declareDays: 60,
          },
        },
      },
    ],
    base,
  );
  const promise = (by: string): AccountCommand => ({
    type: "make-promise",
    on: TODAY,
    by: dateOf(by),
    amount: null,
    currency: "EUR",
    invoices: [f2],
    condition: null,
    channel: "mail",
    exchange: null,
    quote: null,
  });
  const plan = (last: string): AccountCommand => ({
    type: "agree-instalments",
    on: TODAY,
    currency: "EUR",
    invoices: [f2],
    parts: [
      { by: dateOf("2026-11-30"), amount: 25_00 },
      { by: dateOf(last), amount: 25_00 },
    ],
    exchange: null,
  });

  it("ends so many days after the due date: beyond, a plan needs the insurer's consent", () => {
    expect(after([plan("2026-12-15")], insured).instalments).toHaveLength(1);
    expect(refusalOf(plan("2026-12-16"), insured)).toMatchObject({
      type: "insurer-consent-missing",
      number: "F-2",
      lastOn: "2026-12-15",
    });
  });

  it("keeps no promise of the debtor from being recorded: it is a fact", () => {
    expect(after([promise("2026-12-16")], insured).promises).toHaveLength(1);
  });

  it("is widened by a consent that is logged", () => {
    const consented = fold(
      [
        {
          type: "insurer-consented",
          data: { consent: "C", on: TODAY, until: dateOf("2026-12-31"), note: "mail", blob: null },
        },
      ],
      insured,
    );
    expect(after([plan("2026-12-31")], consented).instalments).toHaveLength(1);
    expect(refusalOf(plan("2027-01-01"), consented).type).toBe("insurer-consent-missing");
  });
});
