import { describe, expect, it } from "vitest";
import type { AccountState } from "#shared/claims/account.ts";
import type { AccountCommand } from "#shared/claims/commands.ts";
import { dateOf } from "#shared/kernel/calendar.ts";
import {
  base,
  ended,
  f1,
  f2,
  file,
  first,
  on,
  p1,
  refused,
  said,
  told,
  tomorrow,
} from "./file-story.ts";

const assign: Extract<AccountCommand, { readonly type: "assign-invoices" }> = {
  type: "assign-invoices",
  on,
  invoices: [f1],
  to: "Banque d'Oc",
  chaser: "assignee",
  iban: "FR76 3000 6000 0112 3456 7890 189",
  bic: "AGRIFRPP",
  note: null,
};
const handOver: Extract<AccountCommand, { readonly type: "hand-over-claims" }> = {
  type: "hand-over-claims",
  on,
  invoices: [f1],
  to: "Me Vidal",
  role: "lawyer",
  email: "vidal@avocat.example",
  phone: null,
};
const insolvency: Extract<AccountCommand, { readonly type: "record-insolvency" }> = {
  type: "record-insolvency",
  insolvency: null,
  state: "receivership",
  judgmentOn: dateOf("2026-11-02"),
  publishedOn: null,
  court: "TC Bordeaux",
  officer: null,
  source: "BODACC",
};
const instalments: AccountCommand = {
  type: "agree-instalments",
  on: dateOf("2026-10-20"),
  currency: "EUR",
  invoices: [f1],
  parts: [
    { by: dateOf("2026-11-10"), amount: 50_00 },
    { by: dateOf("2026-12-10"), amount: 50_00 },
  ],
  exchange: null,
};

describe("an assignment", () => {
  it("names its invoices, its assignee and an account that holds", () => {
    expect(refused({ ...assign, invoices: [] }).type).toBe("invoices-missing");
    expect(refused({ ...assign, to: "" }).type).toBe("name-missing");
    expect(refused({ ...assign, iban: "FR76 3000 6000 0112 3456 7890 188" })).toMatchObject({
      type: "identifier-invalid",
      field: "iban",
    });
    expect(refused({ ...assign, bic: "AGRI" })).toMatchObject({ field: "bic" });
  });
  it("takes no invoice that is assigned or handed over already", () => {
    expect(refused({ ...assign, to: "Affactor" }, said(assign))).toEqual({
      type: "already-assigned",
      invoice: f1,
      number: "F-1",
      to: "Banque d'Oc",
    });
    expect(refused(assign, said({ ...handOver, invoices: [] })).type).toBe("already-handed-over");
    expect(file(told([assign, { ...assign, invoices: [f2] }])).assignments).toHaveLength(2);
  });
  it("ends once; then its invoices may be assigned again", () => {
    const state = said(assign);
    const { assignment } = first(file(state).assignments);
    const end = { type: "end-assignment", assignment, ...ended } as const;
    const over = said(end, state);
    expect(refused(end, over).type).toBe("already-ended");
    expect(refused({ ...end, on: dateOf("2026-11-01") }, state).type).toBe("date-too-early");
    expect(refused({ ...end, assignment: "x" }, state).type).toBe("not-found");
    expect(file(said(assign, over)).assignments).toHaveLength(2);
  });
});

describe("a hand-over", () => {
  it("checks the address that questions will be sent on to", () => {
    expect(refused({ ...handOver, email: "vidal" }).type).toBe("email-invalid");
  });
  it("takes no invoice twice, nor the whole account where a part is given away", () => {
    const state = said(handOver);
    expect(refused({ ...handOver, invoices: [] }, state)).toMatchObject({ number: "F-1" });
    expect(refused(handOver, said({ ...handOver, invoices: [] })).type).toBe("already-handed-over");
    expect(file(said({ ...handOver, invoices: [f2] }, state)).handOvers).toHaveLength(2);
  });
  it("takes assigned invoices only where the assignee leaves the chasing to us", () => {
    expect(refused(handOver, said(assign)).type).toBe("already-assigned");
    expect(file(said(handOver, said({ ...assign, chaser: "us" }))).handOvers).toHaveLength(1);
  });
  it("ends with a reason", () => {
    const state = said(handOver);
    const id = first(file(state).handOvers).handOver;
    const end = { type: "end-hand-over", handOver: id, ...ended } as const;
    expect(refused({ ...end, reason: "" }, state).type).toBe("text-missing");
    expect(refused(end, said(end, state)).type).toBe("already-ended");
    expect(refused({ ...end, handOver: "x" }, state).type).toBe("not-found");
  });
});

describe("an insolvency", () => {
  it("is one by its state and judgment, and set right under its id", () => {
    const state = said(insolvency);
    expect(refused({ ...insolvency, court: "TC Lyon" }, state).type).toBe("already-recorded");
    const { insolvency: id } = first(file(state).insolvencies);
    const published = { ...insolvency, insolvency: id, publishedOn: dateOf("2026-11-12") };
    const known = said(published, state);
    expect(file(known).insolvencies).toHaveLength(1);
    expect(first(file(known).insolvencies).publishedOn).toBe("2026-11-12");
  });
  it("is published on or after its judgment, neither of them to come", () => {
    expect(refused({ ...insolvency, publishedOn: dateOf("2026-11-01") }).type).toBe(
      "date-too-early",
    );
    expect(refused({ ...insolvency, publishedOn: tomorrow }).type).toBe("date-in-future");
    expect(refused({ ...insolvency, judgmentOn: tomorrow }).type).toBe("date-in-future");
    expect(refused({ ...insolvency, source: "" }).type).toBe("text-missing");
    expect(refused({ ...insolvency, insolvency: "x" }).type).toBe("not-found");
  });
  it("that has ended stays ended when its opening is said again", () => {
    const state = said(insolvency);
    const { insolvency: id } = first(file(state).insolvencies);
    const end = { type: "end-insolvency", insolvency: id, ...ended } as const;
    const over = said(end, state);
    expect(refused(end, over).type).toBe("already-ended");
    expect(refused({ ...insolvency, insolvency: id }, over).type).toBe("already-ended");
  });
});

describe("the notice that ends a plan of instalments", () => {
  const noticed = (state: AccountState) =>
    ({
      type: "notice-acceleration",
      instalments: first(state.instalments).instalments,
      on,
      until: dateOf("2026-11-27"),
      exchange: null,
    }) as const;

  it("asks for an instalment that was missed", () => {
    const state = said(instalments);
    expect(file(said(noticed(state), state)).accelerations).toHaveLength(1);
    const early = { ...noticed(state), on: dateOf("2026-11-09") };
    expect(refused(early, state).type).toBe("no-instalment-missed");
    const paid = said(
      {
        type: "record-payment",
        on: dateOf("2026-11-09"),
        currency: "EUR",
        amount: 50_00,
        reference: null,
        payer: null,
        source: "hand",
        rank: 0,
        named: [f1],
        allocations: null,
      },
      state,
    );
    expect(refused(noticed(paid), paid).type).toBe("no-instalment-missed");
  });
  it("leaves time that ends on no Saturday or Sunday", () => {
    const state = said(instalments);
    expect(refused({ ...noticed(state), until: on }, state).type).toBe("date-too-early");
    expect(refused({ ...noticed(state), until: dateOf("2026-11-28") }, state).type).toBe(
      "date-on-weekend",
    );
  });
  it("is of an agreement that runs, and rests on an exchange that is there", () => {
    const state = said(instalments);
    expect(refused({ ...noticed(state), exchange: "x" }, state).type).toBe("not-found");
    expect(refused({ ...noticed(state), instalments: "x" }, state).type).toBe("not-found");
    const id = first(state.instalments).instalments;
    const over = said({ type: "end-instalments", instalments: id, ...ended }, state);
    expect(refused(noticed(over), over).type).toBe("already-ended");
  });
});

describe("an approval", () => {
  const ask: Extract<AccountCommand, { readonly type: "ask-approval" }> = {
    type: "ask-approval",
    on,
    step: "formal-notice",
    portions: [p1],
    note: null,
  };
  const idIn = (state: AccountState) => first(file(state).approvals).approval;

  it("is given by somebody else than who asked, whatever the case of the name", () => {
    const state = said(ask);
    const give = { type: "give-approval", approval: idIn(state), on } as const;
    expect(refused(give, state)).toMatchObject({ type: "own-approval", by: "Claire" });
    expect(refused(give, state, "claire ").type).toBe("own-approval");
    expect(first(file(said(give, state, "Paul")).approvals).given).toEqual({ on, by: "Paul" });
  });
  it("is asked once while it is open, for parts that are there", () => {
    const state = said(ask);
    expect(refused(ask, state).type).toBe("already-recorded");
    expect(file(said({ ...ask, step: "last-notice" }, state)).approvals).toHaveLength(2);
    expect(refused({ ...ask, portions: [] }).type).toBe("portions-missing");
    expect(refused({ ...ask, portions: [{ invoice: f1, portion: "p9" }] }).type).toBe(
      "no-such-portion",
    );
    expect(refused({ ...ask, step: "" }).type).toBe("text-missing");
  });
  it("that was given or refused is closed", () => {
    const state = said(ask);
    const approval = idIn(state);
    const refuse = { type: "refuse-approval", approval, ...ended } as const;
    expect(refused({ ...refuse, reason: "" }, state).type).toBe("text-missing");
    const closed = said(refuse, state, "Paul");
    expect(refused({ type: "give-approval", approval, on }, closed, "Paul").type).toBe(
      "already-ended",
    );
    expect(refused({ type: "give-approval", approval: "x", on }, state, "Paul").type).toBe(
      "not-found",
    );
    expect(said(ask, closed).misfits).toEqual([]);
  });
});

describe("the whole file", () => {
  it("is told in any of its acts without a misfit", () => {
    const state = told([assign, insolvency, { ...handOver, invoices: [f2] }]);
    expect(state.misfits).toEqual([]);
    expect(base.file).toBeNull();
  });
});
