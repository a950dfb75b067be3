import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { emptyAccount } from "#shared/claims/account.ts";
import type { AccountState } from "#shared/claims/account.ts";
import { emptyCreditor } from "#shared/claims/creditor.ts";
import type { CreditorEvent, CreditorState } from "#shared/claims/creditor.ts";
import type { AccountEvent } from "#shared/claims/events.ts";
import { evolveAccount } from "#shared/claims/evolve.ts";
import { evolveCreditor } from "#shared/claims/evolve-creditor.ts";
import { fileOf } from "#shared/claims/file.ts";
import { dateOf } from "#shared/kernel/calendar.ts";

const on = dateOf("2026-11-18");
const end = { on: dateOf("2026-11-19"), reason: "erreur" };
const SEED = 20261120;

/** What is recorded under an id of its own, and what ends it: said again anywhere later, it is the same. */
const recorded: readonly AccountEvent[] = [
  { type: "sensitive-hold-placed", data: { hold: "h1", on, reason: "illness", note: null } },
  { type: "sensitive-hold-lifted", data: { hold: "h1", on: end.on } },
  {
    type: "security-recorded",
    data: {
      security: "s1",
      kind: "cheque",
      invoices: [],
      who: "M. Roux",
      currency: "EUR",
      amount: 10_00,
      on,
      dueOn: null,
      note: null,
    },
  },
  { type: "security-released", data: { security: "s1", ...end } },
  {
    type: "identity-seen",
    data: {
      seen: "i1",
      where: "quote",
      on,
      name: "Nordis",
      siren: null,
      address: null,
      closed: false,
      source: "devis",
      blob: null,
    },
  },
  { type: "insurer-consented", data: { consent: "c1", on, until: null, note: "oui", blob: null } },
  {
    type: "invoices-assigned",
    data: {
      assignment: "a1",
      on,
      invoices: ["f1"],
      to: "Banque",
      chaser: "us",
      iban: null,
      bic: null,
      note: null,
    },
  },
  { type: "assignment-ended", data: { assignment: "a1", ...end } },
  {
    type: "claims-handed-over",
    data: {
      handOver: "o1",
      on,
      invoices: [],
      to: "Me Vidal",
      role: "lawyer",
      email: null,
      phone: null,
    },
  },
  { type: "hand-over-ended", data: { handOver: "o1", ...end } },
  {
    type: "insolvency-opened",
    data: {
      insolvency: "n1",
      state: "safeguard",
      judgmentOn: on,
      publishedOn: null,
      court: null,
      officer: null,
      source: "BODACC",
    },
  },
  { type: "insolvency-ended", data: { insolvency: "n1", ...end } },
  {
    type: "limitation-interrupted",
    data: {
      interruption: "r1",
      on,
      cause: "court-claim",
      invoices: [],
      rests: null,
      note: null,
    },
  },
  {
    type: "legal-fact-recorded",
    data: { fact: "l1", kind: "order-issued", on, invoices: [], note: null, blob: null },
  },
  {
    type: "letter-proof-recorded",
    data: { proof: "p1", act: "act", kind: "deposit", on, name: null, blob: null, obtained: null },
  },
  {
    type: "acceleration-noticed",
    data: { notice: "t1", instalments: "e1", on, until: end.on, exchange: null },
  },
  {
    type: "acceleration-drafted",
    data: { draft: "d1", instalments: "e1", until: end.on },
  },
  {
    type: "approval-asked",
    data: { approval: "v1", on, step: "letter", portions: [], note: null },
  },
  { type: "approval-given", data: { approval: "v1", on } },
];

/** What replaces what stood: said again at once, it is the same; said again later, it is the last word. */
const replaced: readonly AccountEvent[] = [
  { type: "owner-set", data: { owner: "Paul", on } },
  { type: "charge-mode-set", data: { mode: "silent", on } },
  { type: "plan-chosen", data: { invoice: "f1", plan: "firm", on } },
  { type: "performance-dated", data: { invoice: "f1", on } },
  { type: "payer-named", data: { payer: "y1", name: "Holding", email: null, invoices: [] } },
  { type: "clock-stopped", data: { clock: "k1", on, done: true, note: null } },
  { type: "letter-sent", data: { act: "act", on, channel: "by-hand", number: null } },
  {
    type: "limitation-suspended",
    data: {
      suspension: "u1",
      from: on,
      until: null,
      cause: "mediation",
      invoices: [],
      note: null,
    },
  },
];

/** Requests are of Claire, whatever answers them of Paul. */
const authorOf = ({ type }: AccountEvent): string =>
  type === "approval-given" ? "Paul" : "Claire";

const foldAll = (events: readonly AccountEvent[], by = authorOf): AccountState =>
  events.reduce(
    (state, event) => evolveAccount(state, event, { hash: "h", at: "2026-11-20", by: by(event) }),
    emptyAccount("debtor-1"),
  );

/** Lists compared as sets: another order of the same facts is no other file. */
const unordered = (state: AccountState): unknown => {
  const sorted = Object.entries(fileOf(state)).map(([key, value]: [string, unknown]) => [
    key,
    Array.isArray(value) ? value.map((item) => JSON.stringify(item)).sort() : value,
  ]);
  return [sorted, state.misfits];
};

const positions = fc.array(fc.tuple(fc.nat({ max: 100 }), fc.nat({ max: 100 })), {
  maxLength: 12,
});

describe("a debtor's file taken in twice", () => {
  it("is the same file, wherever later the second telling of a fact falls", () => {
    const once = unordered(foldAll(recorded));
    fc.assert(
      fc.property(positions, (copies) => {
        const events = [...recorded];
        for (const [which, where] of copies) {
          const event = recorded[which % recorded.length];
          if (event === undefined) continue;
          const first = events.indexOf(event);
          events.splice(first + 1 + (where % (events.length - first)), 0, event);
        }
        expect(unordered(foldAll(events))).toEqual(once);
      }),
      { seed: SEED, numRuns: 200 },
    );
  });
  it("is the same file where each thing set is set twice in a row", () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...replaced]), (events) => {
        const twice = events.flatMap((event) => [event, event]);
        expect(unordered(foldAll(twice))).toEqual(unordered(foldAll(events)));
      }),
      { seed: SEED, numRuns: 100 },
    );
  });
  it("keeps the first of two that say otherwise, and shows it", () => {
    const [placed] = recorded;
    if (placed?.type !== "sensitive-hold-placed") throw new Error("not a hold");
    const other = { ...placed, data: { ...placed.data, reason: "death" } } as const;
    const state = foldAll([placed, other]);
    expect(fileOf(state).sensitiveHolds).toHaveLength(1);
    expect(state.misfits).toMatchObject([{ type: "recorded-twice", subject: "h1" }]);
  });
});

describe("an approval in a log written by hand", () => {
  const asked = recorded.filter(({ type }) => type.startsWith("approval-"));

  it("that somebody gives himself counts as not given", () => {
    for (const name of ["Claire", "claire", " CLAIRE "]) {
      const state = foldAll(asked, ({ type }) => (type === "approval-given" ? name : "Claire"));
      expect(fileOf(state).approvals).toMatchObject([{ given: null, refused: null }]);
    }
    expect(fileOf(foldAll(asked)).approvals).toMatchObject([{ given: { by: "Paul" } }]);
  });
});

const policies: readonly CreditorEvent[] = [
  { type: "policy-changed", data: { changes: { capMessages: 2 } } },
  { type: "plan-written", data: { plan: "p1", name: "À nous", steps: [] } },
  { type: "kind-plan-chosen", data: { kind: "consumer", plan: "p1" } },
  {
    type: "text-written",
    data: { step: "due", language: "fr", subject: "Rappel", opening: null, closing: null },
  },
  {
    type: "rate-added",
    data: { rate: "r1", series: "ecb-mro", from: on, basisPoints: 240, source: "BCE" },
  },
  { type: "closure-added", data: { closure: "c1", from: on, to: end.on, reason: "congés" } },
];

const foldPolicy = (events: readonly CreditorEvent[]): CreditorState =>
  events.reduce(
    (state, event) => evolveCreditor(state, event, { hash: "h", at: "2026-11-20", by: "Claire" }),
    emptyCreditor(),
  );

describe("how the creditor chases, taken in twice", () => {
  it("is the same, in whatever order and however often it is said", () => {
    const once = foldPolicy(policies);
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...policies), { maxLength: 20 }),
        fc.shuffledSubarray([...policies], { minLength: policies.length }),
        (more, all) => {
          const state = foldPolicy([...all, ...more]);
          expect(state).toEqual(once);
        },
      ),
      { seed: SEED, numRuns: 200 },
    );
  });
});
