import { describe, expect, it } from "vitest";
import type { CreditorState, Policy } from "#shared/claims/creditor.ts";
import type { AccountEvent, AccountEventData } from "#shared/claims/events.ts";
import { recoveryContext } from "#shared/recovery/context.ts";
import { contactLoadOf } from "#shared/recovery/contact-load.ts";
import { toneGate } from "#shared/recovery/gates.ts";
import { STANDARD_PLAN } from "#shared/recovery/plan.ts";
import type { AccountPlan } from "#shared/recovery/proposal.ts";
import type { Effect, ReasonCode } from "#shared/recovery/reasons.ts";
import {
  TODAY,
  contact,
  contextOn,
  creditor,
  day,
  debtor,
  fold,
  identitySeen,
  invoice,
  mail,
  paid,
  planOfState,
  planWith,
  readyForFormal,
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

const withPolicy = (changes: Partial<Policy>): Partial<CreditorState> => ({
  policy: { ...creditor().policy, ...changes },
});

const gatesOf = (plan: AccountPlan): readonly (readonly [ReasonCode, Effect])[] =>
  plan.gates.map(({ code, effect }) => [code, effect]);

const askedBy = ({ act, others }: AccountPlan): readonly string[] =>
  [act, ...others].flatMap((one) =>
    one === null ? [] : [...one.portions, ...one.lower].map(({ invoice: id }) => id),
  );

const sensitive = says("sensitive-hold-placed", {
  hold: "s",
  on: day("2026-11-10"),
  reason: "death",
  note: "M. Bloch",
});

const insured = says("insurance-set", {
  on: day("2026-01-02"),
  policy: {
    insurer: "Coface",
    number: null,
    currency: "EUR",
    cover: 1_000_000,
    extendDays: 30,
    declareDays: 60,
  },
});

const promiseBy = (by: string): AccountEvent =>
  says("promise-made", {
    promise: "p",
    on: day("2026-11-18"),
    by: day(by),
    amount: null,
    currency: "EUR",
    invoices: [],
    condition: null,
    channel: "mail",
    exchange: null,
    quote: null,
  });

const insolvency = (
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

const assigned = (chaser: "us" | "assignee"): AccountEvent =>
  says("invoices-assigned", {
    assignment: "a",
    on: day("2026-11-01"),
    invoices: ["f1"],
    to: "Factor SA",
    chaser,
    iban: null,
    bic: null,
    note: null,
  });

const handedOver = (invoices: readonly string[]): AccountEvent =>
  says("claims-handed-over", {
    handOver: "h",
    on: day("2026-11-01"),
    invoices: [...invoices],
    to: "Me Roux",
    role: "lawyer",
    email: null,
    phone: null,
  });

const instalments = says("instalments-agreed", {
  instalments: "i",
  on: day("2026-10-01"),
  currency: "EUR",
  invoices: ["f1"],
  parts: [{ by: day("2026-11-01"), amount: 50_000 }],
  exchange: null,
});

const noticed = (until: string): AccountEvent =>
  says("acceleration-noticed", {
    notice: "n",
    instalments: "i",
    on: day("2026-11-05"),
    until: day(until),
    exchange: null,
  });

const waiting = (step: string, tone: string): AccountEvent =>
  says("draft-prepared", {
    draft: "d",
    step,
    tone,
    on: day("2026-11-19"),
    language: "fr",
    portions: [{ invoice: "f1", portion: "p" }],
    lower: [],
    reference: "RL-1",
    messageId: null,
    to: [],
    subject: "",
    promise: null,
  });

type Row = {
  readonly given: string;
  readonly events?: readonly AccountEvent[];
  readonly creditor?: Partial<CreditorState>;
  readonly gates: readonly (readonly [ReasonCode, Effect])[];
  readonly asked: readonly string[];
};

const ALL = ["f1", "f2"];

const rows: readonly Row[] = [
  {
    given: "a sensitive hold stops everything",
    events: [sensitive],
    gates: [["sensitive-hold", "forbid"]],
    asked: [],
  },
  {
    given: "a sensitive hold lifted stops nothing",
    events: [sensitive, says("sensitive-hold-lifted", { hold: "s", on: day("2026-11-15") })],
    gates: [],
    asked: ALL,
  },
  {
    given: "liquidation stops what was born before the judgment",
    events: [insolvency("liquidation", "2026-10-01")],
    gates: [["insolvency", "forbid"]],
    asked: [],
  },
  {
    given: "what was invoiced and performed after the judgment goes on",
    events: [
      insolvency("receivership", "2026-10-01"),
      says("invoice-corrected", { invoice: "f2", changes: { issuedOn: day("2026-10-14") } }),
      says("performance-dated", { invoice: "f2", on: day("2026-10-12") }),
    ],
    gates: [["insolvency", "forbid"]],
    asked: ["f2"],
  },
  {
    given:
      "what was invoiced before the judgment stops, though performed later: it may be an earlier claim",
    events: [
      insolvency("receivership", "2026-10-01"),
      says("performance-dated", { invoice: "f2", on: day("2026-10-12") }),
    ],
    gates: [["insolvency", "forbid"]],
    asked: [],
  },
  {
    given: "a judgment before all that is open stops nothing",
    events: [insolvency("safeguard", "2025-12-01")],
    gates: [],
    asked: ALL,
  },
  {
    given: "a judgment of an unknown day stops everything",
    events: [insolvency("safeguard", null)],
    gates: [["insolvency", "forbid"]],
    asked: [],
  },
  {
    given: "over-indebtedness stops everything",
    events: [insolvency("over-indebtedness", "2026-10-01")],
    gates: [["insolvency", "forbid"]],
    asked: [],
  },
  {
    given: "conciliation stops nothing and is said to the user alone",
    events: [insolvency("conciliation", "2026-10-01")],
    gates: [["conciliation", "says"]],
    asked: ALL,
  },
  {
    given: "proceedings that ended stop nothing",
    events: [
      insolvency("safeguard", "2026-10-01"),
      says("insolvency-ended", { insolvency: "i", on: day("2026-11-10"), reason: "plan" }),
    ],
    gates: [],
    asked: ALL,
  },
  {
    given: "a mail that announced proceedings gives way to the facts recorded since",
    events: [
      mail("m", "2026-11-10"),
      tagged("m", "insolvency"),
      insolvency("safeguard", "2025-12-01"),
    ],
    gates: [],
    asked: ALL,
  },
  {
    given: "an invoice assigned to who collects it is not ours to chase",
    events: [assigned("assignee")],
    gates: [["assigned", "forbid"]],
    asked: ["f2"],
  },
  {
    given: "one assigned and still collected by us goes on",
    events: [assigned("us")],
    gates: [],
    asked: ALL,
  },
  {
    given: "an assignment that ended stops nothing",
    events: [
      assigned("assignee"),
      says("assignment-ended", { assignment: "a", on: day("2026-11-15"), reason: "retour" }),
    ],
    gates: [],
    asked: ALL,
  },
  {
    given: "claims handed over are chased by somebody else",
    events: [handedOver([])],
    gates: [["handed-over", "forbid"]],
    asked: [],
  },
  {
    given: "one invoice handed over leaves the others",
    events: [handedOver(["f1"])],
    gates: [["handed-over", "forbid"]],
    asked: ["f2"],
  },
  {
    given: "a hand-over that ended stops nothing",
    events: [
      handedOver([]),
      says("hand-over-ended", { handOver: "h", on: day("2026-11-15"), reason: "retour" }),
    ],
    gates: [],
    asked: ALL,
  },
  {
    given: "instalments under notice wait for its last day",
    events: [instalments, noticed("2026-11-25")],
    gates: [["instalments-noticed", "forbid"]],
    asked: ["f2"],
  },
  {
    given: "instalments whose notice stayed unanswered keep nothing back",
    events: [instalments, noticed("2026-11-15")],
    gates: [["instalments-accelerated", "says"]],
    asked: ALL,
  },
  {
    given: "a promise later than the credit insurance lets us wait",
    events: [insured, promiseBy("2026-12-20")],
    gates: [
      ["promise-running", "forbid"],
      ["insurer-consent-needed", "warn"],
    ],
    asked: [],
  },
  {
    given: "the insurer's consent to that promise",
    events: [
      insured,
      promiseBy("2026-12-20"),
      says("insurer-consented", {
        consent: "c",
        on: day("2026-11-18"),
        until: day("2026-12-31"),
        note: "mail",
        blob: null,
      }),
    ],
    gates: [["promise-running", "forbid"]],
    asked: [],
  },
  {
    given: "a draft that speaks above its step",
    events: [waiting("reminder-2", "formal")],
    gates: [["tone-above-step", "forbid"]],
    asked: [],
  },
  {
    given: "a draft in the tone of its step",
    events: [waiting("reminder-2", "firm")],
    gates: [],
    asked: ALL,
  },
  {
    given: "a mail of a colleague's after the last step",
    events: [mail("m", "2026-11-12", { direction: "out", to: ["compta@bloch.example"] })],
    gates: [["colleague-reminder", "warn"]],
    asked: ALL,
  },
  {
    given: "a mail among us that the debtor had in copy",
    events: [mail("m", "2026-11-12", { direction: "internal", to: ["Compta@bloch.example"] })],
    gates: [["colleague-reminder", "warn"]],
    asked: ALL,
  },
  {
    given: "a mail of ours before the last step",
    events: [mail("m", "2026-10-20", { direction: "out" })],
    gates: [],
    asked: ALL,
  },
  {
    given: "a mail of ours that answers the debtor's own",
    events: [
      mail("q", "2026-11-11"),
      tagged("q", "question"),
      mail("m", "2026-11-12", { direction: "out" }),
    ],
    gates: [],
    asked: ALL,
  },
  {
    given: "the mail of the last step itself, filed",
    events: [
      taken("reminder-1", "2026-11-02", ["f2"], { exchange: "m" }),
      mail("m", "2026-11-03", { direction: "out" }),
    ],
    gates: [],
    asked: ["f1"],
  },
  {
    given: "an answer to the debtor's own message is never too soon",
    events: [
      taken("reminder-1", "2026-11-17", ["f2"]),
      mail("q", "2026-11-18"),
      tagged("q", "acknowledgement"),
    ],
    gates: [],
    asked: ["f1"],
  },
  {
    given: "as many mails to one address as the cap allows",
    events: [taken("reminder-1", "2026-11-04", ["f2"])],
    creditor: withPolicy({ capMessages: 2 }),
    gates: [["cap-reached", "warn"]],
    asked: ["f1"],
  },
  {
    given: "mails older than the cap looks at",
    events: [taken("reminder-1", "2026-11-04", ["f2"])],
    creditor: withPolicy({ capMessages: 2, capDays: 20 }),
    gates: [],
    asked: ["f1"],
  },
  {
    given: "a day on which the office is shut",
    creditor: {
      closures: [
        {
          closure: "c",
          from: day("2026-11-16"),
          to: day("2026-11-22"),
          reason: "inventaire",
          entry: { hash: "c", at: "2026-11-01T09:00:00Z", by: "Lucie" },
        },
      ],
      paymentsKnown: { asOf: TODAY, by: "L", at: "2026-11-20T08:00:00Z" },
    },
    gates: [["office-closed", "warn"]],
    asked: ALL,
  },
  {
    given: "a residue within the tolerance",
    events: [paid("x", "2026-11-05", 99_900)],
    creditor: withPolicy({ tolerances: [{ currency: "EUR", amount: 200 }] }),
    gates: [["residue", "says"]],
    asked: ["f2"],
  },
  {
    given: "a residue above the tolerance",
    events: [paid("x", "2026-11-05", 99_900)],
    creditor: withPolicy({ tolerances: [{ currency: "EUR", amount: 99 }] }),
    gates: [],
    asked: ALL,
  },
  {
    given: "a discount taken in time",
    events: [
      says("discount-offered", { invoice: "f1", amount: 2_000, until: day("2026-10-20") }),
      paid("x", "2026-10-19", 98_000),
    ],
    gates: [["discount-taken", "says"]],
    asked: ["f2"],
  },
  {
    given: "a discount taken late is asked for",
    events: [
      says("discount-offered", { invoice: "f1", amount: 2_000, until: day("2026-10-20") }),
      paid("x", "2026-10-25", 98_000),
    ],
    gates: [],
    asked: ALL,
  },
];

describe("before any step", () => {
  it.each(rows)("$given", ({ events = [], creditor: changes = {}, gates, asked }) => {
    const plan = planWith([...BASE, ...events], contextOn(TODAY, changes));
    expect(gatesOf(plan)).toEqual(gates);
    expect([...askedBy(plan)].sort()).toEqual(asked);
  });

  it("quotes no words of a sensitive debtor", () => {
    const plan = planWith([...BASE, sensitive, mail("m", "2026-11-18")]);
    expect(plan.gates).toMatchObject([
      { code: "sensitive-hold" },
      { code: "reply-to-read", values: { words: null } },
    ]);
  });

  it("counts mails to one address over the accounts of a group", () => {
    const [one, other] = ["a", "b"].map((account) =>
      fold(account, [
        debtor({ name: account }),
        contact("Groupe@bloch.example"),
        invoice("f1", "2026-10-15"),
        ...(account === "a" ? [taken("reminder-1", "2026-11-18")] : []),
      ]),
    );
    if (one === undefined || other === undefined) throw new Error("two accounts");
    const alone = planOfState(other, contextOn());
    expect(gatesOf(alone)).toEqual([]);
    const load = contactLoadOf([one, other], day("2026-10-21"));
    const together = planOfState(other, recoveryContext(TODAY, creditor(), load));
    expect(gatesOf(together)).toEqual([["too-soon", "warn"]]);
  });

  it("counts one mail to two accounts of a group once", () => {
    const states = ["a", "b"].map((account) =>
      fold(account, [contact(), taken("reminder-1", "2026-11-18", ["f1"], { exchange: "m" })]),
    );
    const load = contactLoadOf(states, day("2026-10-21"));
    expect(load.get("compta@bloch.example")).toEqual(["2026-11-18"]);
  });
});

/** One invoice whose formal notice is due, with all that it needs. */
const FORMAL = [invoice("f1", "2026-08-15"), taken("letter", "2026-10-01")];
const READY = [...FORMAL, ...readyForFormal(["f1"])];

describe("before a formal step", () => {
  const plan = (events: readonly AccountEvent[], changes: Partial<CreditorState> = {}) =>
    planWith(events, contextOn(TODAY, changes));

  it("asks nothing more where all is there", () => {
    expect(gatesOf(plan(READY))).toEqual([]);
    expect(plan(READY).act?.step).toBe("formal-notice");
  });

  it("asks who the debtor is, by the register, within eight days", () => {
    const old = plan([...FORMAL, ...readyForFormal(["f1"], "2026-11-11")]);
    expect(gatesOf(old)).toEqual([["identity-unchecked", "forbid-formal"]]);
    expect(old.gates[0]?.values).toEqual({ lastOn: "2026-11-11", days: 8 });
    expect(old.act).toBeNull();
    expect(gatesOf(plan([...FORMAL, ...readyForFormal(["f1"], "2026-11-12")]))).toEqual([]);
  });

  it("stops where the register names somebody else, or says that it is closed", () => {
    const other = identitySeen("2026-11-19", { name: "Atelier Bloch & Fils", siren: "552100554" });
    expect(gatesOf(plan([...READY, other]))).toEqual([["identity-differs", "forbid-formal"]]);
    const closed = identitySeen("2026-11-19", { closed: true });
    expect(plan([...READY, closed]).gates).toMatchObject([
      { code: "identity-differs", values: { closed: true } },
    ]);
  });

  it("asks for the copy of each invoice that it claims", () => {
    const lacking = plan([...FORMAL, ...readyForFormal([])]);
    expect(lacking.gates).toMatchObject([
      {
        code: "exhibit-needed",
        effect: "forbid-formal",
        values: { step: "formal-notice", codes: ["invoice-copy"] },
        invoices: ["f1"],
      },
    ]);
    expect(lacking.act).toBeNull();
  });

  it("stops where the rate of a half-year is unknown, unless the contract has one or the user added it", () => {
    const later = "2027-01-12";
    const facts = {
      paymentsKnown: { asOf: day(later), by: "L", at: `${later}T08:00:00Z` },
      lastLook: { on: day(later), at: `${later}T08:00:00Z`, where: "by-hand" as const, by: "L" },
    };
    const events = [...FORMAL, ...readyForFormal(["f1"], "2027-01-11")];
    const on = (more: readonly AccountEvent[], changes: Partial<CreditorState> = {}) =>
      planWith([...events, ...more], contextOn(later, { ...facts, ...changes }));
    expect(on([]).gates).toMatchObject([
      { code: "rate-unknown", effect: "forbid-formal", values: { halfYear: "2027-S1" } },
    ]);
    const terms = says("terms-set", {
      on: day("2026-01-01"),
      paymentDays: null,
      endOfMonth: "none",
      contractRate: 1_200,
      defaultByDueDate: false,
      limitationYears: null,
      transport: false,
      source: "CGV",
    });
    expect(gatesOf(on([terms]))).toEqual([]);
    const added = {
      rate: "r",
      series: "ecb-mro",
      from: day("2027-01-01"),
      basisPoints: 265,
      source: "BCE",
      entry: { hash: "r", at: "2027-01-02T09:00:00Z", by: "Lucie" },
    };
    expect(gatesOf(on([], { rates: [added] }))).toEqual([]);
  });

  it("waits for a second person where the creditor asks for one", () => {
    const changes = withPolicy({ approvalSteps: ["formal-notice"] });
    const asked = says("approval-asked", {
      approval: "ok",
      on: day("2026-11-19"),
      step: "formal-notice",
      portions: [{ invoice: "f1", portion: "p" }],
      note: null,
    });
    const state = (events: readonly AccountEvent[]): unknown =>
      plan([...READY, ...events], changes).gates.map(({ values }) => values);
    expect(gatesOf(plan(READY, changes))).toEqual([["approval-missing", "forbid-formal"]]);
    expect(state([])).toEqual([{ step: "formal-notice", state: "not-asked", by: null }]);
    expect(state([asked])).toEqual([{ step: "formal-notice", state: "asked", by: "Lucie" }]);
    const refused = says("approval-refused", { approval: "ok", on: TODAY, reason: "pas encore" });
    expect(state([asked, refused])).toEqual([
      { step: "formal-notice", state: "refused", by: "Lucie" },
    ]);
    // Given by the one who asked, it counts for nothing.
    const given = says("approval-given", { approval: "ok", on: TODAY });
    expect(gatesOf(plan([...READY, asked, given], changes))).toHaveLength(1);
  });

  it("goes on once another person agreed", () => {
    const changes = withPolicy({ approvalSteps: ["formal-notice"] });
    const state = fold("bloch", [debtor(), contact(), ...READY]);
    const approval = {
      approval: "ok",
      on: day("2026-11-19"),
      step: "formal-notice",
      portions: [{ invoice: "f1", portion: "p" }],
      note: null,
      entry: { hash: "ok", at: "2026-11-19T09:00:00Z", by: "Lucie" },
      given: { on: day("2026-11-20"), by: "Marc" },
      refused: null,
    };
    if (state.file === null) throw new Error("a file");
    const agreed = { ...state, file: { ...state.file, approvals: [approval] } };
    expect(planOfState(agreed, contextOn(TODAY, changes)).act?.step).toBe("formal-notice");
    const stale = { ...approval, on: day("2026-09-30") };
    const old = { ...state, file: { ...state.file, approvals: [stale] } };
    expect(planOfState(old, contextOn(TODAY, changes)).act).toBeNull();
  });

  it("asks a second person for a reminder too, where the creditor says so", () => {
    const asks = planWith(BASE, contextOn(TODAY, withPolicy({ approvalSteps: ["reminder-2"] })));
    expect(gatesOf(asks)).toEqual([["approval-missing", "forbid"]]);
    expect(askedBy(asks)).toEqual(["f2"]);
  });

  it("keeps reminders of other invoices going", () => {
    const mixed = plan([...FORMAL, invoice("f2", "2026-11-01")]);
    expect(askedBy(mixed)).toEqual(["f2"]);
  });
});

describe("the tone of a step", () => {
  it("is never exceeded, and may be softer", () => {
    expect(toneGate("reminder-1", "firm", STANDARD_PLAN)).toMatchObject({
      code: "tone-above-step",
      effect: "forbid",
      values: { step: "reminder-1", tone: "firm", allowed: "courteous" },
    });
    expect(toneGate("reminder-2", "courteous", STANDARD_PLAN)).toBeNull();
    expect(toneGate("reminder-2", "firm", STANDARD_PLAN)).toBeNull();
  });
});
