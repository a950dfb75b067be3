import { describe, expect, it } from "vitest";
import type { CreditorState } from "#shared/claims/creditor.ts";
import type { AccountEvent } from "#shared/claims/events.ts";
import { withDeferred } from "#shared/claims/evolve.ts";
import type { ReasonCode } from "#shared/recovery/reasons.ts";
import {
  contact,
  contextOn,
  day,
  debtor,
  dispute,
  fold,
  invoice,
  mail,
  paid,
  planOfState,
  planWith,
  promise,
  says,
  tagged,
  taken,
} from "./accounts.ts";

/** Two invoices: one with a second reminder due, one whose first reminder is due. */
const BASE = [
  invoice("f1", "2026-10-15"),
  invoice("f2", "2026-11-01"),
  taken("reminder-1", "2026-10-29", ["f1"]),
];

type Row = {
  readonly given: string;
  readonly events?: readonly AccountEvent[];
  readonly creditor?: Partial<CreditorState>;
  readonly today?: string;
  readonly gate: ReasonCode | null;
  /** Step and invoices of the act, null where there is none. */
  readonly act: readonly string[] | null;
};

const FULL = ["reminder-2", "f1", "reminder-1", "f2"];
const FIRST_ONLY = ["reminder-1", "f2"];

const instalments = (by: readonly string[], invoices: readonly string[] = ["f1"]): AccountEvent =>
  says("instalments-agreed", {
    instalments: "i",
    on: day("2026-11-01"),
    currency: "EUR",
    invoices: [...invoices],
    parts: by.map((date) => ({ by: day(date), amount: 50_000 })),
    exchange: null,
  });

const hold = (until: string | null, invoices: readonly string[] = []): AccountEvent =>
  says("hold-placed", {
    hold: "h",
    on: day("2026-11-02"),
    until: until === null ? null : day(until),
    invoices: [...invoices],
    reason: "avoir en cours",
  });

const retired = (reason: "bounced" | "left" | "other"): AccountEvent =>
  says("contact-retired", { contact: "c", reason, on: day("2026-11-12") });

const known = (asOf: string): Partial<CreditorState> => ({
  paymentsKnown: { asOf: day(asOf), by: "Lucie", at: `${asOf}T07:55:00Z` },
});

const looked = (on: string): Partial<CreditorState> => ({
  lastLook: { on: day(on), at: `${on}T08:00:00Z`, where: "by-hand", by: "Lucie" },
});

const rows: readonly Row[] = [
  { given: "nothing in the way", gate: null, act: FULL },

  {
    given: "a human reply that nobody has filed",
    events: [mail("m", "2026-11-18")],
    gate: "reply-to-read",
    act: null,
  },
  {
    given: "a reply filed under a tag",
    events: [mail("m", "2026-11-18"), tagged("m", "acknowledgement")],
    gate: null,
    act: FULL,
  },
  {
    given: "a reply left without effect",
    events: [
      mail("m", "2026-11-18"),
      says("reply-left-without-effect", { exchange: "m", suggested: null }),
    ],
    gate: null,
    act: FULL,
  },
  {
    given: "one of two replies left without effect",
    events: [
      mail("m", "2026-11-17"),
      mail("n", "2026-11-18"),
      says("reply-left-without-effect", { exchange: "m", suggested: null }),
    ],
    gate: "reply-to-read",
    act: null,
  },
  {
    given: "a robot's reply",
    events: [mail("m", "2026-11-18", { automatic: true })],
    gate: null,
    act: FULL,
  },
  {
    given: "a mail among colleagues",
    events: [mail("m", "2026-11-18", { direction: "internal" })],
    gate: null,
    act: FULL,
  },

  {
    given: "a promise that runs, for all that is open",
    events: [promise("p", "2026-11-10", "2026-11-25")],
    gate: "promise-running",
    act: null,
  },
  {
    given: "a promise for one invoice lets the other go on",
    events: [promise("p", "2026-11-10", "2026-11-25", { invoices: ["f1"] })],
    gate: "promise-running",
    act: FIRST_ONLY,
  },
  {
    given: "a promise on its last day",
    events: [promise("p", "2026-11-10", "2026-11-20")],
    gate: "promise-running",
    act: null,
  },
  {
    given: "a promise kept early, and only in part of what is open, holds until its day",
    events: [
      promise("p", "2026-11-10", "2026-11-25", { amount: 20_000 }),
      paid("x", "2026-11-12", 20_000),
    ],
    gate: "promise-running",
    act: null,
  },
  {
    given: "a promise whose day is beyond the payments known",
    events: [promise("p", "2026-11-10", "2026-11-19")],
    creditor: known("2026-11-18"),
    gate: "promise-unverified",
    act: null,
  },
  {
    given: "a broken promise",
    events: [promise("p", "2026-11-10", "2026-11-19")],
    gate: null,
    act: FULL,
  },
  {
    given: "a promise withdrawn",
    events: [
      promise("p", "2026-11-10", "2026-11-25"),
      says("promise-withdrawn", { promise: "p", on: day("2026-11-12"), reason: "erreur" }),
    ],
    gate: null,
    act: FULL,
  },
  {
    given: "a promise without a date, for a week",
    events: [promise("p", "2026-11-14", null)],
    gate: "promise-undated",
    act: null,
  },
  {
    given: "and no longer",
    events: [promise("p", "2026-11-13", null)],
    gate: null,
    act: FULL,
  },

  {
    given: "instalments that run",
    events: [instalments(["2026-11-30", "2026-12-31"])],
    gate: "instalments-running",
    act: FIRST_ONLY,
  },
  {
    given: "an instalment missed: only a person ends the agreement",
    events: [instalments(["2026-11-15", "2026-12-31"])],
    gate: "instalment-missed",
    act: FIRST_ONLY,
  },
  {
    given: "an instalment that the bank has not answered yet",
    events: [instalments(["2026-11-19", "2026-12-31"])],
    creditor: known("2026-11-18"),
    gate: "instalment-unverified",
    act: FIRST_ONLY,
  },
  {
    given: "instalments ended",
    events: [
      instalments(["2026-11-15"]),
      says("instalments-ended", { instalments: "i", on: day("2026-11-18"), reason: "non tenu" }),
    ],
    gate: null,
    act: FULL,
  },

  {
    given: "a dispute of a part lets the rest go on",
    events: [dispute("l", "f1", 30_000)],
    gate: "dispute",
    act: FULL,
  },
  {
    given: "a dispute of a whole invoice",
    events: [dispute("l", "f1", null)],
    gate: "dispute",
    act: FIRST_ONLY,
  },
  {
    given: "a dispute resolved",
    events: [
      dispute("l", "f1", null),
      says("dispute-resolved", {
        dispute: "l",
        on: day("2026-11-15"),
        outcome: "withdrawn",
        note: null,
      }),
    ],
    gate: null,
    act: FULL,
  },

  { given: "a hold of the account", events: [hold("2026-11-30")], gate: "hold", act: null },
  { given: "a hold until lifted", events: [hold(null)], gate: "hold", act: null },
  {
    given: "a hold of one invoice",
    events: [hold("2026-11-30", ["f1"])],
    gate: "hold",
    act: FIRST_ONLY,
  },
  { given: "a hold on its last day", events: [hold("2026-11-20")], gate: "hold", act: null },
  { given: "a hold that is over", events: [hold("2026-11-19")], gate: null, act: FULL },
  {
    given: "a hold lifted",
    events: [hold(null), says("hold-lifted", { hold: "h", on: day("2026-11-20") })],
    gate: null,
    act: FULL,
  },

  {
    given: "out of office until a day to come",
    events: [mail("m", "2026-11-16", { automatic: true }), tagged("m", "autoreply", "2026-11-24")],
    gate: "out-of-office",
    act: null,
  },
  {
    given: "back today",
    events: [mail("m", "2026-11-16", { automatic: true }), tagged("m", "autoreply", "2026-11-20")],
    gate: null,
    act: FULL,
  },
  {
    given: "away, yet a person has written since",
    events: [
      mail("m", "2026-11-16", { automatic: true }),
      tagged("m", "autoreply", "2026-11-24"),
      mail("n", "2026-11-18"),
      tagged("n", "acknowledgement"),
    ],
    gate: null,
    act: FULL,
  },

  {
    given: "a contact that bounced",
    events: [retired("bounced")],
    gate: "contact-bounced",
    act: null,
  },
  { given: "a contact that left", events: [retired("left")], gate: "contact-left", act: null },
  {
    given: "a contact put away",
    events: [retired("other")],
    gate: "no-contact-address",
    act: null,
  },
  {
    given: "a contact that bounced and another one",
    events: [
      retired("bounced"),
      says("contact-added", {
        contact: "c2",
        name: null,
        email: "direction@bloch.example",
        phone: null,
        roles: [],
      }),
    ],
    gate: null,
    act: FULL,
  },

  {
    given: "payments known for too long",
    creditor: known("2026-11-16"),
    gate: "payments-stale",
    act: FIRST_ONLY,
  },
  {
    given: "payments known three working days ago",
    creditor: known("2026-11-17"),
    gate: null,
    act: FULL,
  },
  {
    given: "payments never known",
    creditor: { paymentsKnown: null },
    gate: "payments-never-known",
    act: FIRST_ONLY,
  },
  {
    given: "answers not looked at since the last step",
    creditor: looked("2026-10-28"),
    gate: "answers-not-looked-at",
    act: FIRST_ONLY,
  },
  {
    given: "a look on the very day of the step",
    creditor: looked("2026-10-29"),
    gate: "answers-not-looked-at",
    act: FIRST_ONLY,
  },
  {
    given: "answers never looked at",
    creditor: { lastLook: null },
    gate: "answers-not-looked-at",
    act: FIRST_ONLY,
  },
  {
    given: "a look at this account alone",
    creditor: {
      lastLook: null,
      lookByAccount: {
        bloch: { on: day("2026-11-05"), at: "2026-11-05T08:00:00Z", where: "by-hand", by: "L" },
      },
    },
    gate: null,
    act: FULL,
  },

  {
    given: "a payment claimed after the payments known",
    events: [mail("m", "2026-11-19"), tagged("m", "paid")],
    creditor: known("2026-11-18"),
    gate: "payment-claimed",
    act: null,
  },
  {
    given: "a payment claimed of another invoice",
    events: [mail("m", "2026-11-19", { invoices: ["f2"] }), tagged("m", "paid")],
    creditor: known("2026-11-18"),
    gate: "payment-claimed",
    act: ["reminder-2", "f1"],
  },
  {
    given: "a payment claimed, and payments known since",
    events: [mail("m", "2026-11-18"), tagged("m", "paid")],
    creditor: known("2026-11-19"),
    gate: null,
    act: FULL,
  },
  {
    given: "a payment claimed today after this morning's payments",
    events: [mail("m", "2026-11-20"), tagged("m", "paid")],
    gate: "payment-claimed",
    act: null,
  },

  {
    given: "entries that do not fit together",
    events: [says("hold-lifted", { hold: "unknown", on: day("2026-11-01") })],
    gate: "discrepancy",
    act: FIRST_ONLY,
  },
  {
    given: "a step of a later version",
    events: [taken("mediation", "2026-10-30", ["f1"])],
    gate: "unknown-entry",
    act: FIRST_ONLY,
  },
  {
    given: "insolvency announced",
    events: [mail("m", "2026-11-18"), tagged("m", "insolvency")],
    gate: "insolvency",
    act: null,
  },
  {
    given: "a step four working days ago warns",
    events: [taken("reminder-1", "2026-11-16", ["f2"])],
    gate: "too-soon",
    act: ["reminder-2", "f1"],
  },
  {
    given: "a step five working days ago does not",
    events: [taken("reminder-1", "2026-11-13", ["f2"])],
    gate: null,
    act: ["reminder-2", "f1"],
  },
  {
    given: "a step of tomorrow, by another device's clock, warns",
    events: [taken("reminder-1", "2026-11-21", ["f2"])],
    creditor: {
      lastLook: { on: day("2026-11-22"), at: "2026-11-22T08:00", where: "by-hand", by: "L" },
    },
    gate: "too-soon",
    act: ["reminder-2", "f1"],
  },
  { given: "a Saturday warns", today: "2026-11-21", gate: "non-working-day", act: FULL },
];

describe("before a step", () => {
  it.each(rows)(
    "$given: $gate",
    ({ events = [], creditor = {}, today = "2026-11-20", gate, act }) => {
      const plan = planWith([...BASE, ...events], contextOn(today, creditor));
      const proposed =
        plan.act === null
          ? null
          : [
              plan.act.step,
              ...plan.act.portions.map((portion) => portion.invoice),
              ...plan.act.lower.flatMap(({ next, invoice: id }) => [next?.step ?? "", id]),
            ];
      expect(plan.gates.map(({ code }) => code)).toEqual(gate === null ? [] : [gate]);
      expect(proposed).toEqual(act);
      // Where nothing is proposed, that gate is the first thing said.
      expect(act !== null || plan.reasons[0]?.code === gate).toBe(true);
    },
  );

  it("keeps an account whose entries this version cannot read from going higher", () => {
    const state = withDeferred(fold("bloch", [debtor(), contact(), ...BASE]), {
      type: "payment-recorded",
      reason: "later-version",
      entry: { hash: "x", at: "2026-11-19T09:00:00Z", by: "Lucie" },
    });
    const plan = planOfState(state, contextOn());
    expect(plan.gates.map(({ code }) => code)).toEqual(["unknown-entry"]);
    expect(plan.act?.portions.map((portion) => portion.invoice)).toEqual(["f2"]);
  });

  it("keeps an account of nobody known from going higher, and has nobody to write to", () => {
    const plan = planOfState(fold("bloch", BASE), contextOn());
    expect(plan.gates.map(({ code }) => code)).toEqual(["no-contact-address", "unknown-kind"]);
    expect(plan.act).toBeNull();
  });

  it("lets a call go on where no mail arrives", () => {
    const plan = planWith([
      invoice("f1", "2026-10-01"),
      taken("reminder-2", "2026-11-01"),
      retired("bounced"),
    ]);
    expect(plan.act?.step).toBe("call");
  });

  it("names the entries that a reason rests on", () => {
    const plan = planWith([...BASE, hold("2026-11-30")]);
    expect(plan.gates[0]?.entries).toEqual(["bloch-5"]);
  });
});
