import { describe, expect, it } from "vitest";
import { balancesOf } from "#shared/claims/balances.ts";
import type { AccountEvent } from "#shared/claims/events.ts";
import { ANSWERED, answersOwed } from "#shared/recovery/answers-owed.ts";
import { todayRows } from "#shared/recovery/today.ts";
import {
  TODAY,
  contact,
  contextOn,
  day,
  debtor,
  dispute,
  fold,
  invoice,
  mail,
  planOfState,
  promise,
  says,
  tagged,
  taken,
} from "./accounts.ts";

const stateOf = (events: readonly AccountEvent[]) =>
  fold("a", [debtor(), contact(), invoice("f1", "2026-10-01"), ...events]);

const todayOf = (events: readonly AccountEvent[], creditor = {}) => {
  const state = stateOf(events);
  const context = contextOn(TODAY, creditor);
  const plan = planOfState(state, context);
  const list = todayRows([{ state, balances: balancesOf(state), plan }], context);
  return { plan, rows: list.rows.map(({ word, action }) => [word, action.type]), list };
};

const ASKED = [mail("q", "2026-11-18"), tagged("q", "question")];
const detailed = (detail: string, mustAct: "us" | "them" = "us"): AccountEvent =>
  says("exchange-detailed", { exchange: "q", detail, mustAct });
const ours = (on: string, changes = {}): AccountEvent =>
  mail("o", on, { direction: "out", from: "lucie@duval.example", ...changes });
const draft = (step: string): AccountEvent =>
  says("draft-prepared", {
    draft: "b",
    step,
    tone: "neutral",
    on: day("2026-11-20"),
    language: "fr",
    portions: [],
    lower: [],
    reference: "R-ABCDEF",
    messageId: null,
    to: ["compta@bloch.example"],
    subject: "Re: facture",
    promise: null,
  });

describe("what the debtor asked of us", () => {
  it("stops the debtor's clock and waits for us in today's list, with no reminder beside it", () => {
    const { plan, rows, list } = todayOf([...ASKED, detailed("copy-asked")]);
    expect([plan.act, plan.reasons[0]]).toMatchObject([
      null,
      {
        code: "answer-owed",
        effect: "forbid",
        values: { on: "2026-11-18", asks: "copy-asked", count: 1 },
      },
    ]);
    expect(rows).toEqual([["blocked", "answer-mails"]]);
    expect(list.rows[0]?.amounts).toEqual([{ minor: 100_000, currency: "EUR" }]);
  });

  it("stands beside a dispute that waits for us too: two rows, each with a key of its own", () => {
    const { list } = todayOf([...ASKED, dispute("l", "f1", null)]);
    expect(list.rows.map(({ key, action }) => [key, action.type])).toEqual([
      ["blocked/a", "answer-dispute"],
      ["blocked/a/answer", "answer-mails"],
    ]);
  });

  it("comes before a reminder that was drafted earlier, which then says why it must not go", () => {
    const { rows, list } = todayOf([draft("reminder-1"), ...ASKED]);
    expect(rows).toEqual([
      ["draft", "discard-draft"],
      ["blocked", "answer-mails"],
    ]);
    expect(list.rows[0]?.reason.code).toBe("answer-owed");
  });

  it("says no broken promise to somebody who waits for us", () => {
    const { rows } = todayOf([promise("p", "2026-11-01", "2026-11-10"), ...ASKED]);
    expect(rows).toEqual([["blocked", "answer-mails"]]);
  });

  it.each<{ readonly given: string; readonly events: readonly AccountEvent[] }>([
    { given: "a mail of ours since", events: [...ASKED, ours("2026-11-19")] },
    {
      given: "a mail of ours later the same day",
      events: [...ASKED, ours("2026-11-18", { at: "2026-11-18T15:00:00+01:00" })],
    },
    {
      given: "a call that reached them, the same day",
      events: [...ASKED, ours("2026-11-18", { kind: "call", outcome: "reached" })],
    },
    {
      given: "an answer drafted here and declared sent",
      events: [
        ...ASKED,
        draft("answer"),
        says("draft-sent", { draft: "b", on: TODAY, how: "declared", exchange: null }),
      ],
    },
    { given: "one click: it was answered elsewhere", events: [...ASKED, detailed(ANSWERED)] },
    {
      given: "a step taken once it had been read, as older ledgers hold",
      events: [...ASKED, taken("reminder-1", "2026-11-20")],
    },
    {
      given: "instalments agreed since, of whoever asked for time",
      events: [
        mail("q", "2026-11-10"),
        tagged("q", "instalments"),
        says("instalments-agreed", {
          instalments: "i",
          on: day("2026-11-12"),
          currency: "EUR",
          invoices: [],
          parts: [{ by: day("2026-12-01"), amount: 100_000 }],
          exchange: null,
        }),
      ],
    },
    {
      given: "the day that the same mail promises",
      events: [
        mail("q", "2026-11-18"),
        tagged("q", "instalments"),
        promise("p", "2026-11-18", "2026-11-30", { exchange: "q" }),
      ],
    },
    { given: "a tag that asks nothing", events: [mail("q", "2026-11-18"), tagged("q", "refusal")] },
  ])("waits no more after $given", ({ events }) => {
    expect(answersOwed(stateOf(events))).toEqual([]);
  });

  it.each<{ readonly given: string; readonly events: readonly AccountEvent[] }>([
    { given: "a mail of ours from before", events: [ours("2026-11-17"), ...ASKED] },
    {
      given: "a call that nobody answered",
      events: [...ASKED, ours("2026-11-19", { kind: "call", outcome: "no-answer" })],
    },
    {
      given: "a reminder that went before it was read",
      events: [
        mail("q", "2026-11-16"),
        ours("2026-11-18"),
        taken("reminder-1", "2026-11-18", ["f1"], { exchange: "o" }),
        tagged("q", "question"),
      ],
    },
    {
      given: "an answer that is a draft still",
      events: [...ASKED, draft("answer")],
    },
    {
      given: "a tag put right: it was taken for a promise on a condition",
      events: [
        mail("q", "2026-11-18"),
        tagged("q", "promise"),
        detailed("conditional", "them"),
        tagged("q", "question"),
      ],
    },
    {
      given: "a question beside a promise",
      events: [
        mail("q", "2026-11-18"),
        says("exchange-tagged", {
          exchange: "q",
          tag: "promise",
          also: ["question"],
          suggested: null,
          grounds: [],
          back: null,
        }),
      ],
    },
    {
      given: "time asked for, and nothing agreed",
      events: [mail("q", "2026-11-18"), tagged("q", "instalments")],
    },
  ])("waits still after $given", ({ events }) => {
    expect(answersOwed(stateOf(events)).map(({ exchange }) => exchange)).toEqual(["q"]);
  });
});

describe("a payment that the debtor speaks of", () => {
  const CLAIMED = [mail("m", "2026-11-19"), tagged("m", "paid")];
  const KNOWN_BEFORE = {
    paymentsKnown: { asOf: day("2026-11-18"), by: "Lucie", at: "2026-11-18T07:55:00Z" },
  };

  it("is checked before anything is drafted, the first reminder as well", () => {
    const { plan, rows } = todayOf(CLAIMED, KNOWN_BEFORE);
    expect([plan.act, plan.reasons[0]?.code]).toEqual([null, "payment-claimed"]);
    expect(rows).toEqual([["check", "check-payment"]]);
  });

  it("holds nothing once payments are known beyond the day it was spoken of", () => {
    const { rows } = todayOf(CLAIMED);
    expect(rows).toEqual([["reminder", "prepare-draft"]]);
  });

  it("is not asked about where the account is out of our hands", () => {
    const held = says("hold-placed", {
      hold: "h",
      on: day("2026-11-19"),
      until: null,
      invoices: [],
      reason: "",
    });
    expect(todayOf([...CLAIMED, held], KNOWN_BEFORE).rows).toEqual([]);
  });
});

describe("proceedings that a mail announces", () => {
  const ANNOUNCED = [mail("m", "2026-11-18"), tagged("m", "insolvency")];

  it("are to be noted, since the time to declare the claim may run already", () => {
    const { rows, list } = todayOf(ANNOUNCED);
    expect(rows).toEqual([["clock", "record-insolvency"]]);
    expect(list.rows[0]).toMatchObject({
      amounts: [{ minor: 100_000, currency: "EUR" }],
      reason: { code: "insolvency", values: { on: "2026-11-18", state: null } },
    });
  });

  it("leave the row to the deadline itself once they are noted", () => {
    const noted = says("insolvency-opened", {
      insolvency: "i",
      state: "liquidation",
      judgmentOn: day("2026-11-02"),
      publishedOn: day("2026-11-10"),
      court: null,
      officer: null,
      source: "BODACC",
    });
    expect(todayOf([...ANNOUNCED, noted]).rows.map(([, action]) => action)).not.toContain(
      "record-insolvency",
    );
  });
});
