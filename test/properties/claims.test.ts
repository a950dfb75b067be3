import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { emptyAccount } from "#shared/claims/account.ts";
import type { AccountState } from "#shared/claims/account.ts";
import { balancesOf } from "#shared/claims/balances.ts";
import { conservationOf } from "#shared/claims/conservation.ts";
import { claimsOf } from "#shared/claims/claim.ts";
import { discrepanciesOf } from "#shared/claims/discrepancies.ts";
import { accountSchemas } from "#shared/claims/events.ts";
import type { AccountEvent, AccountEventType } from "#shared/claims/events.ts";
import { evolveAccount } from "#shared/claims/evolve.ts";
import { instalmentStandings, promiseStandings } from "#shared/claims/promises.ts";
import { addDays, dateOf } from "#shared/kernel/calendar.ts";
import { CURRENCIES } from "#shared/kernel/money.ts";

const SEED = 20261120;
const TODAY = dateOf("2026-11-20");
const ids = fc.constantFrom("a", "b", "c", "__proto__");
const dates = fc.integer({ min: -90, max: 90 }).map((days) => addDays(TODAY, days));
const amounts = fc.integer({ min: -50_00, max: 200_00 });

type Shape = {
  readonly type: string;
  readonly shape?: Readonly<Record<string, unknown>>;
  readonly element?: unknown;
  readonly innerType?: unknown;
  readonly entries?: Readonly<Record<string, string>>;
  readonly values?: readonly unknown[];
};
const shapeOf = (schema: unknown): Shape => (schema as { readonly def: Shape }).def;

/** Any value that a schema describes, few ids and days, so that events meet one another. */
const arbitraryOf = (schema: unknown, key: string): fc.Arbitrary<unknown> => {
  const def = shapeOf(schema);
  switch (def.type) {
    case "object":
      return fc.record(
        Object.fromEntries(
          Object.entries(def.shape ?? {}).map(([name, field]) => [name, arbitraryOf(field, name)]),
        ),
      );
    case "optional":
      return fc.option(arbitraryOf(def.innerType, key), { nil: undefined });
    case "nullable":
      return fc.option(arbitraryOf(def.innerType, key), { nil: null, freq: 2 });
    case "array":
      return fc.array(arbitraryOf(def.element, key), { maxLength: 3 });
    case "enum":
      return fc.constantFrom(...Object.values(def.entries ?? {}));
    case "boolean":
      return fc.boolean();
    case "number":
      return amounts;
    case "custom":
      return key === "currency" ? fc.constantFrom(...CURRENCIES.slice(0, 2)) : dates;
    case "string":
      return key === "sha256" ? fc.constantFrom("a".repeat(64), "b".repeat(64)) : ids;
    default:
      throw new Error(`no arbitrary for ${def.type}`);
  }
};

const eventOf = (type: AccountEventType): fc.Arbitrary<AccountEvent> =>
  arbitraryOf(accountSchemas[type], type).map((data) => ({ type, data }) as AccountEvent);

const types = Object.keys(accountSchemas) as readonly AccountEventType[];
const anyEvents = fc.array(fc.oneof(...types.map(eventOf)), { maxLength: 40 });

const fold = (events: readonly AccountEvent[]): AccountState =>
  events.reduce(
    (state, event, rank) =>
      evolveAccount(state, event, { hash: `h${String(rank)}`, at: "2026-11-20", by: "x" }),
    emptyAccount("account"),
  );

type Sums = readonly (readonly [string, number])[];
const opens = (state: AccountState): Sums =>
  balancesOf(state).invoices.flatMap(({ invoice, open, interest, compensation }) => [
    [`${invoice.invoice} principal`, open] as const,
    [`${invoice.invoice} interest`, interest.open] as const,
    [`${invoice.invoice} compensation`, compensation.open] as const,
  ]);

const moneyTypes: readonly AccountEventType[] = [
  "invoice-recorded",
  "charge-claimed",
  "credit-note-recorded",
  "payment-recorded",
  "dispute-opened",
  "invoice-written-off",
];
const moneyEvents = fc.array(fc.oneof(...moneyTypes.map(eventOf)), { maxLength: 25 });
const payments = eventOf("payment-recorded").map((event) =>
  event.type === "payment-recorded"
    ? {
        ...event,
        data: { ...event.data, payment: "one more", amount: Math.abs(event.data.amount) },
      }
    : event,
);

const ID_FIELDS = new Map<AccountEventType, string>([
  ["charge-claimed", "charge"],
  ["credit-note-recorded", "creditNote"],
  ["payment-recorded", "payment"],
  ["dispute-opened", "dispute"],
  ["invoice-written-off", "writeOff"],
]);

/** Each id once a type: then no event depends on another. */
const independent = (events: readonly AccountEvent[]): readonly AccountEvent[] =>
  events.map((event, rank) => {
    const field = ID_FIELDS.get(event.type);
    if (field === undefined) return event;
    return { ...event, data: { ...event.data, [field]: `n${String(rank)}` } } as AccountEvent;
  });

const onceInvoices = (events: readonly AccountEvent[]): readonly AccountEvent[] => {
  const seen = new Set<string>();
  return events.filter((event) => {
    if (event.type !== "invoice-recorded") return true;
    if (seen.has(event.data.invoice)) return false;
    seen.add(event.data.invoice);
    return true;
  });
};

/** What the account owes and holds, without the notes of who wrote what. */
const figures = (state: AccountState): unknown => ({
  opens: opens(state),
  byCurrency: balancesOf(state).byCurrency,
  portions: balancesOf(state).invoices.map(({ portions }) => portions.map(({ open }) => open)),
});

describe("claims, whatever is said of them", () => {
  it("take any event in any state, and conserve money to the cent", () => {
    fc.assert(
      fc.property(anyEvents, (events) => {
        const state = fold(events);
        for (const sums of conservationOf(state)) {
          expect(sums.cameIn).toBe(sums.paidOff + sums.credit);
          expect(sums.invoiced).toBe(sums.settled + sums.writtenOff + sums.open);
        }
        // Only money out (an amount below zero) can make a credit negative: nothing is given twice.
        const out = [...state.payments, ...state.creditNotes].reduce(
          (sum, { amount }) => sum + Math.min(0, amount),
          0,
        );
        for (const { credit } of conservationOf(state)) expect(credit).toBeGreaterThanOrEqual(out);
        const balances = balancesOf(state);
        for (const balance of balances.invoices) {
          expect(balance.open).toBeGreaterThanOrEqual(0);
          expect(balance.contested).toBeLessThanOrEqual(balance.open);
          const asked = balance.portions.reduce((sum, portion) => sum + portion.open, 0);
          expect(asked).toBeLessThanOrEqual(balance.open);
        }
        const facts = { today: TODAY, paymentsKnownOn: TODAY };
        discrepanciesOf(state);
        claimsOf(state, balances, TODAY);
        promiseStandings(state, balances, facts);
        instalmentStandings(state, balances, facts);
        expect(JSON.parse(JSON.stringify(state))).toEqual(state);
      }),
      { seed: SEED, numRuns: 1500 },
    );
  });

  it("lose no payment: each one said is there or is a misfit", () => {
    fc.assert(
      fc.property(anyEvents, (events) => {
        const said = new Set(
          events.flatMap((event) =>
            event.type === "payment-recorded" ? [event.data.payment] : [],
          ),
        );
        expect(new Set(fold(events).payments.map(({ payment }) => payment))).toEqual(said);
      }),
      { seed: SEED, numRuns: 300 },
    );
  });

  it("said once or twice are the same", () => {
    fc.assert(
      fc.property(moneyEvents, (events) => {
        const once = fold(independent(onceInvoices(events)));
        const twice = independent(onceInvoices(events)).flatMap((event) => [event, event]);
        expect(figures(fold(twice))).toEqual(figures(once));
        expect(fold(twice).misfits).toEqual([]);
      }),
      { seed: SEED, numRuns: 300 },
    );
  });

  it("said in any order have the same balances, where no event depends on another", () => {
    const shuffled = moneyEvents.chain((events) => {
      const free = independent(onceInvoices(events));
      const all = fc.shuffledSubarray([...free], {
        minLength: free.length,
        maxLength: free.length,
      });
      return fc.tuple(fc.constant(free), all);
    });
    fc.assert(
      fc.property(shuffled, ([events, other]) => {
        expect(figures(fold(other))).toEqual(figures(fold(events)));
      }),
      { seed: SEED, numRuns: 500 },
    );
  });

  it("owe no more after a payment than before", () => {
    fc.assert(
      fc.property(moneyEvents, payments, (events, payment) => {
        const before = opens(fold(events));
        const afterwards = new Map(opens(fold([...events, payment])));
        for (const [name, open] of before) expect(afterwards.get(name)).toBeLessThanOrEqual(open);
      }),
      { seed: SEED, numRuns: 500 },
    );
  });

  it("owe after a reversal what they owed before the payment", () => {
    fc.assert(
      fc.property(moneyEvents, payments, (events, payment) => {
        const reversal: AccountEvent = {
          type: "payment-reversed",
          data: { payment: "one more", on: TODAY, reason: "rejet" },
        };
        const before = balancesOf(fold(events));
        const reversed = balancesOf(fold([...events, payment, reversal]));
        expect(reversed.invoices).toEqual(before.invoices);
        expect(reversed.byCurrency).toEqual(before.byCurrency);
      }),
      { seed: SEED, numRuns: 500 },
    );
  });

  it("stand, with an entry left out, as if it had never been said: nothing of it is left", () => {
    fc.assert(
      fc.property(anyEvents, eventOf("payment-allocated"), fc.nat(), (events, change, pick) => {
        const at = events.length === 0 ? 0 : pick % events.length;
        const said = [...events.slice(0, at), change, ...events.slice(at)];
        const noted = said.map((event, rank) => ({
          event,
          entry: { hash: `h${String(rank)}`, at: "", by: "" },
        }));
        const voided = noted
          .filter(({ entry }) => entry.hash !== `h${String(at)}`)
          .reduce(
            (state, { event, entry }) => evolveAccount(state, event, entry),
            emptyAccount("account"),
          );
        expect(figures(voided)).toEqual(figures(fold(events)));
        expect(JSON.stringify(voided)).not.toContain(`"h${String(at)}"`);
      }),
      { seed: SEED, numRuns: 200 },
    );
  });

  it("never change a state that was handed out", () => {
    fc.assert(
      fc.property(anyEvents, (events) => {
        let state = emptyAccount("account");
        for (const [rank, event] of events.entries()) {
          const before = JSON.stringify(state);
          const next = evolveAccount(state, event, { hash: String(rank), at: "", by: "" });
          expect(JSON.stringify(state)).toBe(before);
          state = next;
        }
      }),
      { seed: SEED, numRuns: 200 },
    );
  });
});

describe("folding", () => {
  it("takes 100,000 events over 2,000 accounts in well under three seconds", () => {
    const accounts = new Map<string, AccountState>();
    const started = performance.now();
    for (let i = 0; i < 100_000; i += 1) {
      const account = `account-${String(i % 2000)}`;
      const turn = Math.floor(i / 2000);
      const invoice = `invoice-${String(turn - (turn % 2))}`;
      const event: AccountEvent =
        turn % 2 === 0
          ? {
              type: "invoice-recorded",
              data: {
                invoice,
                number: invoice,
                issuedOn: TODAY,
                currency: "EUR",
                total: 100_00,
                portions: [{ portion: "p1", amount: 100_00, dueOn: TODAY, condition: null }],
                order: null,
                source: "file",
              },
            }
          : {
              type: "payment-recorded",
              data: {
                payment: `payment-${String(turn)}`,
                on: TODAY,
                currency: "EUR",
                amount: 60_00,
                allocations: [{ invoice, portion: null, to: "principal", amount: 60_00 }],
                reference: null,
                source: "bank",
              },
            };
      const state = accounts.get(account) ?? emptyAccount(account);
      accounts.set(account, evolveAccount(state, event, { hash: String(i), at: "", by: "" }));
    }
    expect(performance.now() - started).toBeLessThan(3000);
    const state = accounts.get("account-7");
    expect(state === undefined ? null : balancesOf(state).byCurrency[0]?.principal).toBe(
      25 * 40_00,
    );
  });
});
