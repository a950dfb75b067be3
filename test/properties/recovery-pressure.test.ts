import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { balancesOf } from "#shared/claims/balances.ts";
import { DEFAULT_POLICY } from "#shared/claims/creditor.ts";
import type { Policy } from "#shared/claims/creditor.ts";
import type { AccountEvent } from "#shared/claims/events.ts";
import type { CalendarDate } from "#shared/kernel/calendar.ts";
import { addDays } from "#shared/kernel/calendar.ts";
import { agedBalance, AGES } from "#shared/recovery/aged-balance.ts";
import type { RecoveryContext } from "#shared/recovery/context.ts";
import { historiesOf, nextStepOfPortion, portionKey } from "#shared/recovery/next-step.ts";
import { STANDARD_PLAN } from "#shared/recovery/plan.ts";
import { SHIPPED_PLANS } from "#shared/recovery/plans.ts";
import type { AccountPlan, ProposedAct } from "#shared/recovery/proposal.ts";
import { STEPS, stepRank, toneRank } from "#shared/recovery/steps.ts";
import {
  TODAY,
  contact,
  contextOn,
  day,
  debtor,
  dispute,
  fold,
  identitySeen,
  invoice,
  mail,
  paid,
  planOfState,
  promise,
  readyForFormal,
  says,
  tagged,
  taken,
  waived,
} from "../shared/recovery/accounts.ts";

const SEED = 20_261_120;
const IDS = ["f1", "f2", "f3"] as const;

const near = (from: number, to: number): fc.Arbitrary<CalendarDate> =>
  fc.integer({ min: from, max: to }).map((days) => addDays(TODAY, days));

const somePart = fc.integer({ min: 1, max: 120_000 });
const id = fc.constantFrom(...IDS);
const someIds = fc.subarray([...IDS]);

const event = (index: number): fc.Arbitrary<AccountEvent> =>
  fc.oneof(
    fc
      .tuple(fc.constantFrom(...STEPS), near(-60, 0), fc.subarray([...IDS], { minLength: 1 }))
      .map(([step, on, of]) => taken(step, on, of)),
    fc
      .tuple(fc.constantFrom(...STEPS), near(-60, 0), fc.subarray([...IDS], { minLength: 1 }))
      .map(([step, on, of]) => waived(step, on, of)),
    fc
      .tuple(near(-40, 0), fc.option(near(-30, 20)), fc.option(somePart), someIds)
      .map(([on, by, amount, invoices]) =>
        promise(`p${String(index)}`, on, by, { amount, invoices }),
      ),
    fc
      .tuple(near(-9, 0), somePart)
      .map(([on, amount]) => promise(`p${String(index)}`, on, null, { amount })),
    fc
      .tuple(id, fc.option(somePart))
      .map(([of, amount]) => dispute(`l${String(index)}`, of, amount)),
    fc
      .tuple(near(-20, 0), fc.option(near(-10, 15)), someIds)
      .map(([on, until, invoices]) =>
        says("hold-placed", { hold: `h${String(index)}`, on, until, invoices, reason: "" }),
      ),
    fc.tuple(near(-20, 0), near(-15, 30), somePart, someIds).map(([on, by, amount, invoices]) =>
      says("instalments-agreed", {
        instalments: `i${String(index)}`,
        on,
        currency: "EUR",
        invoices,
        parts: [
          { by, amount },
          { by: addDays(by, 30), amount },
        ],
        exchange: null,
      }),
    ),
    near(-20, 0).map((on) => mail(`m${String(index)}`, on)),
    fc
      .tuple(id, near(-30, 0), somePart)
      .map(([of, on, amount]) => paid(`x${String(index)}`, on, amount, of)),
  );

const events: fc.Arbitrary<readonly AccountEvent[]> = fc
  .tuple(
    fc.tuple(...IDS.map((of) => near(-100, 20).map((dueOn) => invoice(of, dueOn)))),
    fc
      .integer({ min: 0, max: 6 })
      .chain((count) => fc.tuple(...Array.from({ length: count }, (_, index) => event(index)))),
    fc.boolean(),
  )
  .map(([invoices, more, filed]) => [
    debtor(),
    contact(),
    ...invoices,
    ...more,
    // Most accounts have their mail filed: else nothing but the reply to read would ever be seen.
    ...(filed
      ? more.flatMap((said) =>
          said.type === "exchange-filed" ? [tagged(said.data.exchange, "paid")] : [],
        )
      : []),
  ]);

/** What the file, the law and the plan say: of this account, or of one of its invoices. */
const filed = (fresh: string): fc.Arbitrary<AccountEvent> =>
  fc.oneof(
    fc
      .tuple(fc.option(id), fc.constantFrom(...SHIPPED_PLANS.map((plan) => plan.id), "none"))
      .map(([invoiceId, plan]) => says("plan-chosen", { invoice: invoiceId, plan, on: TODAY })),
    near(-10, 0).map((on) =>
      says("sensitive-hold-placed", { hold: fresh, on, reason: "illness", note: null }),
    ),
    fc
      .tuple(
        fc.constantFrom(
          "safeguard" as const,
          "receivership" as const,
          "liquidation" as const,
          "conciliation" as const,
          "over-indebtedness" as const,
        ),
        fc.option(fc.constantFrom("2026-01-01", "2026-01-05", "2026-06-01").map(day)),
      )
      .map(([state, judgmentOn]) =>
        says("insolvency-opened", {
          insolvency: fresh,
          state,
          judgmentOn,
          publishedOn: null,
          court: null,
          officer: null,
          source: "BODACC",
        }),
      ),
    fc
      .tuple(someIds, fc.constantFrom("us" as const, "assignee" as const))
      .map(([invoices, chaser]) =>
        says("invoices-assigned", {
          assignment: fresh,
          on: TODAY,
          invoices,
          to: "Factor",
          chaser,
          iban: null,
          bic: null,
          note: null,
        }),
      ),
    someIds.map((invoices) =>
      says("claims-handed-over", {
        handOver: fresh,
        on: TODAY,
        invoices,
        to: "Me Roux",
        role: "lawyer",
        email: null,
        phone: null,
      }),
    ),
    fc.tuple(near(-20, -5), near(-4, 10), fc.nat({ max: 6 })).map(([on, until, of]) =>
      says("acceleration-noticed", {
        notice: fresh,
        instalments: `i${String(of)}`,
        on,
        until,
        exchange: null,
      }),
    ),
    fc
      .tuple(id, near(-30, 0), somePart)
      .map(([of, until, amount]) => says("discount-offered", { invoice: of, amount, until })),
    fc.tuple(fc.constantFrom(...STEPS), near(-9, 0)).map(([step, on]) =>
      says("approval-asked", {
        approval: fresh,
        on,
        step,
        portions: IDS.map((of) => ({ invoice: of, portion: "p" })),
        note: null,
      }),
    ),
    near(-9, 0).map((on) => identitySeen(on, { seen: fresh })),
    near(-20, 0).map((on) => mail(fresh, on, { direction: "out" })),
    near(-9, 0).map((on) =>
      says("letter-proof-recorded", {
        proof: fresh,
        act: `formal-notice-${TODAY}-f1`,
        kind: "first-presentation",
        on,
        name: null,
        blob: null,
        obtained: null,
      }),
    ),
  );

/** Ready for a formal step or not, and whatever the file says. */
const withFile: fc.Arbitrary<readonly AccountEvent[]> = fc
  .tuple(
    events,
    fc.boolean(),
    fc
      .integer({ min: 0, max: 3 })
      .chain((count) =>
        fc.tuple(...Array.from({ length: count }, (_, index) => filed(`file${String(index)}`))),
      ),
  )
  .map(([said, ready, more]) => [...said, ...(ready ? readyForFormal(IDS) : []), ...more]);

/** What one device wrote: its own total and portions of each invoice, corrections and cancellations of anything. */
const written = (device: string): fc.Arbitrary<readonly AccountEvent[]> =>
  fc
    .tuple(
      someIds.chain((ids) => fc.tuple(...ids.map(portioned))),
      fc.array(
        fc
          .nat({ max: 6 })
          .chain((index) => fc.oneof(event(index), changed(`${device}${String(index)}`))),
        { maxLength: 6 },
      ),
    )
    .map(([invoices, more]) => [...invoices, ...more]);

const portioned = (of: string): fc.Arbitrary<AccountEvent> =>
  fc
    .tuple(near(-100, 20), near(-60, 40), fc.integer({ min: 0, max: 100_000 }), fc.boolean())
    .map(([first, second, part, retained]) =>
      invoice(of, first, 100_000, {
        portions: [
          { portion: "p", amount: part, dueOn: first, condition: null },
          {
            portion: "q",
            amount: 100_000 - part,
            dueOn: retained ? null : second,
            condition: null,
          },
        ],
      }),
    );

/** What bears on something said before, by this device or the other, or of nothing at all. */
const changed = (fresh: string): fc.Arbitrary<AccountEvent> => {
  const rank = fc.nat({ max: 6 }).map(String);
  return fc.oneof(
    id.map((of) => says("invoice-cancelled", { invoice: of, on: TODAY, reason: "" })),
    fc.tuple(id, near(-20, 0), somePart).map(([of, issuedOn, amount]) =>
      says("credit-note-recorded", {
        creditNote: fresh,
        number: fresh,
        issuedOn,
        currency: "EUR",
        amount,
        allocations: [{ invoice: of, amount }],
        source: "hand",
      }),
    ),
    fc
      .tuple(rank, fc.constantFrom("withdrawn" as const, "credited" as const, "upheld" as const))
      .map(([of, outcome]) =>
        says("dispute-resolved", { dispute: `l${of}`, on: TODAY, outcome, note: null }),
      ),
    rank.map((of) => says("payment-reversed", { payment: `x${of}`, on: TODAY, reason: "" })),
    rank.map((of) => says("promise-withdrawn", { promise: `p${of}`, on: TODAY, reason: "" })),
    rank.map((of) => says("instalments-ended", { instalments: `i${of}`, on: TODAY, reason: "" })),
    rank.map((of) => says("hold-lifted", { hold: `h${of}`, on: TODAY })),
    fc
      .tuple(fc.constantFrom("paid" as const, "autoreply" as const), near(-2, 5), rank)
      .map(([tag, back, of]) => tagged(`m${of}`, tag, back)),
    fc
      .tuple(near(0, 3), fc.constantFrom(...STEPS))
      .map(([on, step]) => taken(step, on, ["f1"], { act: fresh })),
  );
};

/** The logs of two devices in one order, each in its own. */
const merged: fc.Arbitrary<readonly AccountEvent[]> = fc
  .tuple(written("a"), written("b"), fc.array(fc.boolean(), { minLength: 20, maxLength: 20 }))
  .map(([ours, theirs, turns]) => {
    const [left, right] = [[...ours], [...theirs]];
    const out: AccountEvent[] = [debtor(), contact()];
    for (const turn of turns) out.push(...(turn ? left : right).splice(0, 1));
    return [...out, ...left, ...right];
  });

const policy: fc.Arbitrary<Policy> = fc
  .tuple(
    fc.option(fc.integer({ min: 0, max: 150_000 })),
    fc.option(fc.integer({ min: 0, max: 20_000 })),
    // One asked for before a first reminder would keep back a debtor whom small amounts ask more softly, without asking.
    fc.subarray(STEPS.slice(stepRank("call")), { maxLength: 2 }),
    fc.integer({ min: 1, max: 4 }),
  )
  .map(([small, tolerated, approvalSteps, capMessages]) => ({
    ...DEFAULT_POLICY,
    smallAmounts: small === null ? [] : [{ currency: "EUR" as const, amount: small }],
    tolerances: tolerated === null ? [] : [{ currency: "EUR" as const, amount: tolerated }],
    approvalSteps,
    capMessages,
  }));

const context: fc.Arbitrary<RecoveryContext> = fc
  .tuple(
    fc.option(near(-8, 0), { freq: 8 }),
    fc.option(near(-30, 0), { freq: 8 }),
    fc.option(policy),
  )
  .map(([asOf, look, settled]) =>
    contextOn(TODAY, {
      policy: settled ?? DEFAULT_POLICY,
      paymentsKnown: asOf === null ? null : { asOf, by: "L", at: `${asOf}T08:00:00Z` },
      lastLook: look === null ? null : { on: look, at: look, where: "by-hand", by: "L" },
    }),
  );

const actsOf = ({ act, others }: AccountPlan): readonly ProposedAct[] =>
  act === null ? others : [act, ...others];

const askedBy = (plan: AccountPlan): ReadonlyMap<string, number> => {
  const sums = new Map<string, number>();
  for (const { portions, lower } of actsOf(plan))
    for (const { invoice: of, asked } of [...portions, ...lower])
      sums.set(of, (sums.get(of) ?? 0) + asked);
  return sums;
};

const highest = (plan: AccountPlan): number =>
  actsOf(plan).reduce((rank, { step }) => Math.max(rank, stepRank(step)), -1);

describe("recovery", () => {
  it.each([
    ["one device", events],
    ["two devices merged", merged],
    ["with all that a file may say", withFile],
  ])("never raises pressure because the debtor paid: %s", (_, histories) => {
    const payment = fc.record({
      on: near(-20, 0),
      amount: fc.integer({ min: 1, max: 250_000 }),
      to: fc.option(id),
    });
    fc.assert(
      fc.property(histories, payment, context, (said, { on, amount, to }, facts) => {
        const before = planOfState(fold("a", said), facts);
        const after = planOfState(fold("a", [...said, paid("new", on, amount, to)]), facts);
        expect(highest(after)).toBeLessThanOrEqual(highest(before));
        const askedBefore = askedBy(before);
        askedBy(after).forEach((asked, of) => {
          expect(asked).toBeLessThanOrEqual(askedBefore.get(of) ?? 0);
        });
      }),
      { seed: SEED, numRuns: 400 },
    );
  });

  it.each([
    ["one device", events],
    ["two devices merged", merged],
    ["with all that a file may say", withFile],
  ])(
    "proposes no step past a gate, none above the one due, nothing contested, and always says why: %s",
    (_, histories) => {
      fc.assert(
        fc.property(histories, context, (said, facts) => {
          const plan = planOfState(fold("a", said), facts);
          expect(plan.reasons.length).toBeGreaterThan(0);
          for (const act of actsOf(plan)) {
            const tones = act.portions.map(({ plan: of }) => {
              const { steps } = facts.plans.byId.get(of) ?? STANDARD_PLAN;
              return toneRank((steps[act.step] ?? STANDARD_PLAN.steps[act.step]).tone);
            });
            expect(toneRank(act.tone)).toBe(Math.min(...tones));
            for (const portion of [...act.portions, ...act.lower]) {
              const { next, asked, open, contested, invoice: of } = portion;
              expect(asked).toBeGreaterThan(0);
              expect(asked + contested).toBe(open);
              const stops = plan.gates.filter(
                ({ invoices, portions, only }) =>
                  (invoices === null || invoices.includes(of)) &&
                  (portions === null || portions.includes(portionKey(of, portion.portion))) &&
                  (only === null || act.step !== "call"),
              );
              expect(stops.filter(({ effect }) => effect === "forbid")).toEqual([]);
              expect(next).not.toBeNull();
              const now = next !== null && next.on !== "unknown" && next.on <= facts.today;
              const taken = now && !portion.kept;
              const own = stepRank(next?.step ?? "courtesy") - (taken ? 0 : 1);
              expect(!act.portions.includes(portion) || stepRank(act.step) <= own).toBe(true);
              const higher = taken && next.previous !== null;
              expect(higher && stops.some(({ effect }) => effect === "forbid-higher")).toBe(false);
              const formal = taken && stepRank(next.step) >= stepRank("formal-notice");
              expect(formal && stops.some(({ effect }) => effect === "forbid-formal")).toBe(false);
            }
          }
        }),
        { seed: SEED, numRuns: 400 },
      );
    },
  );

  it("goes through the steps in order, each no sooner than the plan's days apart", () => {
    fc.assert(
      fc.property(
        near(-200, 0),
        fc.array(fc.nat({ max: 25 }), { maxLength: 40 }),
        (dueOn, waits) => {
          let today = addDays(dueOn, -10);
          let acts: AccountEvent[] = [];
          let last: { readonly step: (typeof STEPS)[number]; readonly on: CalendarDate } | null =
            null;
          for (const wait of waits) {
            today = addDays(today, wait);
            const history = historiesOf(fold("a", acts).acts).get("f1\np");
            const next = nextStepOfPortion(dueOn, history, today, STANDARD_PLAN);
            if (next === null || next.on === "unknown" || next.on > today) continue;
            const offset = STANDARD_PLAN.steps[next.step].offset ?? 0;
            expect(today >= addDays(dueOn, offset)).toBe(true);
            const from = last;
            const apart = from === null ? 0 : offset - (STANDARD_PLAN.steps[from.step].offset ?? 0);
            expect(from === null || today >= addDays(from.on, apart)).toBe(true);
            const skipped = STEPS.slice(
              from === null ? stepRank("reminder-2") : stepRank(from.step) + 1,
              stepRank(next.step) + (from === null ? 1 : 0),
            );
            expect(skipped.filter((step) => step !== "due")).toEqual([]);
            acts = [...acts, taken(next.step, today)];
            last = { step: next.step, on: today };
          }
        },
      ),
      { seed: SEED, numRuns: 500 },
    );
  });

  it("ages add up to what is open", () => {
    fc.assert(
      fc.property(events, (said) => {
        const state = fold("a", said);
        const balances = balancesOf(state);
        const aged = agedBalance([{ state, balances }], TODAY);
        for (const { currency, principal, credit } of balances.byCurrency) {
          const row = aged.totals.find((total) => total.currency === currency);
          const ages = AGES.reduce((sum, age) => sum + (row?.ages[age] ?? 0), 0);
          expect(ages).toBe(row?.total ?? 0);
          expect(ages + (row?.contested ?? 0)).toBe(principal);
          expect(row?.credit ?? 0).toBe(credit);
        }
      }),
      { seed: SEED, numRuns: 300 },
    );
  });
});
