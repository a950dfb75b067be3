import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { emptyAccount } from "#shared/claims/account.ts";
import type { AccountState } from "#shared/claims/account.ts";
import { balancesOf } from "#shared/claims/balances.ts";
import type { AccountCommand } from "#shared/claims/commands.ts";
import { conservationOf } from "#shared/claims/conservation.ts";
import { decideAccount } from "#shared/claims/decide.ts";
import { discountsOf } from "#shared/claims/discounts.ts";
import type { AccountEvent } from "#shared/claims/events.ts";
import { evolveAccount } from "#shared/claims/evolve.ts";
import { fileOf } from "#shared/claims/file.ts";
import { residuesOf } from "#shared/claims/residues.ts";
import { withSetOffs } from "#shared/claims/set-offs.ts";
import { addDays, dateOf } from "#shared/kernel/calendar.ts";

const SEED = 20261122;
const TODAY = dateOf("2026-11-20");
const POLICY = { tolerances: [{ currency: "EUR" as const, amount: 50 }] };
const NUMBERS = ["F-1", "F-2", "F-3"];

const fold = (
  events: readonly AccountEvent[],
  from: AccountState = emptyAccount("account"),
): AccountState =>
  events.reduce(
    (state, event, rank) =>
      evolveAccount(state, event, { hash: `h${String(rank)}`, at: "2026-11-20", by: "x" }),
    from,
  );

const BASE: readonly AccountEvent[] = NUMBERS.map((number, rank) => ({
  type: "invoice-recorded",
  data: {
    invoice: number,
    number,
    issuedOn: dateOf("2026-09-01"),
    currency: "EUR",
    total: 100_00,
    portions: [
      { portion: "p1", amount: 60_00, dueOn: addDays(dateOf("2026-10-01"), rank), condition: null },
      { portion: "p2", amount: 40_00, dueOn: addDays(dateOf("2026-12-01"), rank), condition: null },
    ],
    order: null,
    source: "hand",
  },
}));

/** A wish of a user: which of the things there it is about is settled when its turn comes. */
const wish = fc.record({
  what: fc.constantFrom(
    "pay",
    "claim",
    "agree",
    "refuse",
    "write-off",
    "take-back",
    "discount",
    "return",
  ),
  invoice: fc.constantFrom(...NUMBERS),
  pick: fc.nat({ max: 5 }),
  amount: fc.integer({ min: 1, max: 120_00 }),
  named: fc.boolean(),
  why: fc.constantFrom("no-funds" as const, "refund-asked" as const, "deceased" as const),
});
type Wish = typeof wish extends fc.Arbitrary<infer T> ? T : never;

const at = <T>(items: readonly T[], pick: number): T | undefined => items[pick % items.length];

const commandOf = (
  { what, invoice, pick, amount, named, why }: Wish,
  state: AccountState,
): AccountCommand | null => {
  const on = TODAY;
  const reason = "motif";
  const setOff = at(fileOf(state).setOffs, pick)?.setOff;
  const writeOff = at(fileOf(state).writeOffs, pick)?.writeOff;
  const payment = at(state.payments, pick)?.payment;
  switch (what) {
    case "pay":
      return {
        type: "record-payment",
        on,
        currency: "EUR",
        amount,
        reference: null,
        payer: null,
        source: "hand",
        rank: state.payments.length,
        named: named ? [invoice] : [],
        allocations: null,
      };
    case "claim":
      return {
        type: "claim-set-off",
        on,
        by: "debtor",
        currency: "EUR",
        amount,
        invoices: named ? [invoice] : [],
        reference: null,
        note: null,
      };
    case "agree":
      return setOff === undefined ? null : { type: "agree-set-off", setOff, on, allocations: null };
    case "refuse":
      return setOff === undefined ? null : { type: "refuse-set-off", setOff, on, reason };
    case "write-off":
      return {
        type: "write-off-invoice",
        invoice,
        amount: named ? null : amount,
        on,
        reason: "other",
        note: null,
      };
    case "take-back":
      return writeOff === undefined ? null : { type: "take-back-write-off", writeOff, on, reason };
    case "discount":
      return { type: "offer-discount", invoice, amount, until: addDays(on, -pick) };
    case "return":
      return payment === undefined
        ? null
        : { type: "return-payment", payment, on, why, code: null, note: null };
  }
};

/** What these wishes write, one after the other, on one device. */
const written = (
  wishes: readonly Wish[],
  from: AccountState,
  salt: string,
): readonly AccountEvent[] => {
  const events: AccountEvent[] = [];
  let state = from;
  wishes.forEach((one, rank) => {
    const command = commandOf(one, state);
    if (command === null) return;
    const chance = `${salt}${String(rank).padStart(4, "0")}`.padEnd(32, "0");
    const decision = decideAccount(command, state, {
      today: TODAY,
      ledger: "ledger",
      chance,
      by: "x",
    });
    if (!decision.ok) return;
    events.push(...decision.value);
    state = fold(decision.value, state);
  });
  return events;
};

const conserved = (state: AccountState): void => {
  for (const sums of conservationOf(state)) {
    expect(sums.cameIn).toBe(sums.paidOff + sums.credit);
    expect(sums.invoiced).toBe(sums.settled + sums.writtenOff + sums.open);
    expect(sums.credit).toBeGreaterThanOrEqual(0);
  }
};

const wishes = fc.array(wish, { maxLength: 14 });

describe("what settles without money", () => {
  it("conserves every cent, whatever a user does in whichever order", () => {
    fc.assert(
      fc.property(wishes, (some) => {
        const base = fold(BASE);
        const state = fold(written(some, base, "a"), base);
        conserved(state);
        expect(state.misfits).toEqual([]);
        const balances = balancesOf(state);
        for (const { invoice, open, currency } of residuesOf(balances, POLICY)) {
          expect(currency).toBe("EUR");
          expect(open).toBeLessThanOrEqual(50);
          expect(balances.invoices.find((one) => one.invoice.invoice === invoice)?.open).toBe(open);
        }
        for (const { missing, amount } of discountsOf(state, balances))
          expect(missing).toBeLessThanOrEqual(amount);
        for (const sums of withSetOffs(balances, state))
          expect(sums.principal - sums.claimedSetOff).toBe(
            sums.principalIfAgreed - sums.weWouldOwe,
          );
      }),
      { seed: SEED, numRuns: 400 },
    );
  });

  it("written on two devices and merged conserves every cent too", () => {
    fc.assert(
      fc.property(wishes, wishes, fc.array(fc.boolean(), { maxLength: 40 }), (one, two, turns) => {
        const base = fold(BASE);
        const queues: readonly [AccountEvent[], AccountEvent[]] = [
          [...written(one, base, "a")],
          [...written(two, base, "b")],
        ];
        const merged: AccountEvent[] = [];
        for (let turn = 0; queues[0].length + queues[1].length > 0; turn += 1) {
          const [mine, other] = queues;
          const event =
            turns[turn] === true
              ? (mine.shift() ?? other.shift())
              : (other.shift() ?? mine.shift());
          if (event !== undefined) merged.push(event);
        }
        const state = fold(merged, base);
        conserved(state);
        for (const balance of balancesOf(state).invoices) {
          expect(balance.open).toBeGreaterThanOrEqual(0);
          expect(balance.writtenOff).toBeGreaterThanOrEqual(0);
          const asked = balance.portions.reduce((sum, { open }) => sum + open, 0);
          expect(asked).toBe(balance.open);
        }
      }),
      { seed: SEED, numRuns: 300 },
    );
  });

  it("has the same balances whichever device's entries come first", () => {
    // What both answer (one set-off agreed here, refused there) is no fact of its own: only what one of them has.
    const own = fc.array(
      wish.filter(({ what }) => what === "pay" || what === "claim" || what === "write-off"),
      { maxLength: 8 },
    );
    const openAndCredit = (state: AccountState): unknown => {
      const { invoices, byCurrency } = balancesOf(state);
      return [
        invoices.map(({ open, paid, writtenOff, portions }) => [
          open,
          paid,
          writtenOff,
          portions.map((portion) => portion.open),
        ]),
        byCurrency,
        withSetOffs({ invoices, byCurrency }, state),
      ];
    };
    fc.assert(
      fc.property(own, own, (one, two) => {
        const base = fold(BASE);
        const [here, there] = [written(one, base, "a"), written(two, base, "b")];
        expect(openAndCredit(fold([...there, ...here], base))).toEqual(
          openAndCredit(fold([...here, ...there], base)),
        );
      }),
      { seed: SEED, numRuns: 300 },
    );
  });

  it("taken back, returned or refused leaves what was owed before", () => {
    fc.assert(
      fc.property(wishes, (some) => {
        const base = fold(BASE);
        let state = fold(written(some, base, "a"), base);
        for (const { writeOff, takenBack } of fileOf(state).writeOffs)
          if (takenBack === null)
            state = fold(
              [{ type: "write-off-taken-back", data: { writeOff, on: TODAY, reason: "x" } }],
              state,
            );
        for (const { payment, reversed } of state.payments)
          if (reversed === null)
            state = fold(
              [
                {
                  type: "payment-returned",
                  data: { payment, on: TODAY, why: "no-funds", code: null, note: null },
                },
              ],
              state,
            );
        for (const { open, setOff, total } of balancesOf(state).invoices)
          expect(open).toBe(Math.max(0, total - setOff));
      }),
      { seed: SEED, numRuns: 200 },
    );
  });
});
