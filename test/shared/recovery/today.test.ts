import { describe, expect, it } from "vitest";
import type { AccountState } from "#shared/claims/account.ts";
import { balancesOf } from "#shared/claims/balances.ts";
import type { CreditorState } from "#shared/claims/creditor.ts";
import type { AccountEvent } from "#shared/claims/events.ts";
import { agedBalance } from "#shared/recovery/aged-balance.ts";
import { calendarItems } from "#shared/recovery/calendar-items.ts";
import type { TodayList } from "#shared/recovery/today.ts";
import { joinToday, todayFor, todayRows } from "#shared/recovery/today.ts";
import { accountToday } from "#shared/recovery/today-rows.ts";
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
  paid,
  planOfState,
  promise,
  says,
  taken,
} from "./accounts.ts";

const accountOf = (id: string, events: readonly AccountEvent[]): AccountState =>
  fold(id, [debtor({ name: `Maison ${id}` }), contact(), ...events]);

const planned = (states: readonly AccountState[], changes: Partial<CreditorState> = {}) => {
  const context = contextOn(TODAY, changes);
  return states.map((state) => ({
    state,
    balances: balancesOf(state),
    plan: planOfState(state, context),
  }));
};

const listOf = (states: readonly AccountState[], changes: Partial<CreditorState> = {}): TodayList =>
  todayRows(planned(states, changes), contextOn(TODAY, changes));

const draft = (promised: string | null = null): AccountEvent =>
  says("draft-prepared", {
    draft: "b",
    step: "reminder-1",
    tone: "courteous",
    on: day("2026-11-19"),
    language: "fr",
    portions: [{ invoice: "f1", portion: "p" }],
    lower: [],
    reference: "R-ABCDEF",
    messageId: null,
    to: ["compta@bloch.example"],
    subject: "Facture F1",
    promise: promised,
  });

const LATE = invoice("f1", "2026-10-15");

const WORLD = [
  accountOf("appel", [invoice("f1", "2026-10-01"), taken("reminder-2", "2026-11-01")]),
  accountOf("bloque", [LATE, dispute("l", "f1", null)]),
  accountOf("brouillon", [LATE, draft()]),
  accountOf("calme", [invoice("f1", "2026-12-31")]),
  accountOf("lire", [LATE, mail("m", "2026-11-19")]),
  accountOf("petite", [invoice("f1", "2026-10-15", 5_000)]),
  accountOf("piece", [
    invoice("f1", "2026-11-01"),
    taken("reminder-1", "2026-11-15", ["f1"], { how: "declared", draft: "d" }),
  ]),
  accountOf("promesse", [LATE, promise("p", "2026-11-12", "2026-11-20")]),
  accountOf("relance", [LATE]),
  accountOf("rien", [LATE, paid("x", "2026-11-01", 100_000)]),
  accountOf("rompue", [LATE, promise("p", "2026-11-10", "2026-11-13")]),
];

describe("today's list", () => {
  it("stands in its order, one row a debtor and word, each with its action and minutes", () => {
    const list = listOf(WORLD);
    expect(
      list.rows.map(({ word, account, action, minutes }) => [word, account, action.type, minutes]),
    ).toEqual([
      ["to-read", "lire", "read", 1],
      ["broken", "rompue", "prepare-draft", 2],
      ["promise", "promesse", "check-bank", 1],
      ["draft", "brouillon", "open-draft", 2],
      ["blocked", "bloque", "answer-dispute", 2],
      ["reminder", "relance", "prepare-draft", 2],
      ["reminder", "petite", "prepare-draft", 2],
      ["call", "appel", "log-call", 5],
      ["exhibit", "piece", "attach-sent-mail", 2],
    ]);
    expect(list.chips).toEqual({ clocks: 0, "to-read": 1, promises: 2, reminders: 4, calls: 2 });
    expect(list.header).toMatchObject({ debtors: 8, minutes: 19, paymentsStale: false });
    expect(list.header.amounts).toEqual([
      { currency: "EUR", expected: 805_000, overdue: 705_000, contested: 100_000 },
    ]);
    expect(list.silent.map(({ account, reason }) => [account, reason.code])).toEqual([
      ["calme", "step-to-come"],
    ]);
    expect(list.small).toBe(true);
  });

  it("puts first the deadline of ours that presses, even of a debtor put off", () => {
    const opened = says("insolvency-opened", {
      insolvency: "i",
      state: "liquidation",
      judgmentOn: day("2026-09-25"),
      publishedOn: day("2026-10-02"),
      court: null,
      officer: null,
      source: "BODACC",
    });
    const mercier = (...more: readonly AccountEvent[]) =>
      accountOf("mercier", [LATE, opened, ...more]);
    const [row] = listOf([...WORLD, mercier()]).rows;
    expect(row).toMatchObject({
      word: "clock",
      account: "mercier",
      amounts: [{ minor: 100_000, currency: "EUR" }],
      reason: {
        code: "clock",
        values: { kind: "claim-declaration", lastOn: "2026-12-02", days: 12 },
      },
      action: { type: "open-account" },
      minutes: 2,
    });
    const putOff = (until: string) => says("chasing-put-off", { until: day(until), reason: "x" });
    const words = (until: string) => listOf([mercier(putOff(until))]).rows.map(({ word }) => word);
    expect(words("2026-11-27")).toEqual([]);
    expect(words("2026-12-03")).toEqual(["clock"]);
  });

  it("proposes a day's minutes of reminders and leaves the rest for tomorrow, unless asked for all", () => {
    const world = Array.from({ length: 30 }, (_, index) => accountOf(`d${String(index)}`, [LATE]));
    const list = listOf(world);
    expect([list.rows.length, list.later, list.header.minutes]).toEqual([20, 10, 40]);
    const all = todayRows(planned(world), contextOn(), null, true);
    expect([all.rows.length, all.later]).toEqual([30, 0]);
    const sent = world
      .slice(0, 5)
      .map((state) =>
        accountOf(state.account, [
          LATE,
          taken("reminder-1", TODAY, ["f1"], { draft: state.account }),
        ]),
      );
    const later = listOf([...sent, ...world.slice(5)]);
    expect([later.rows.length, later.later]).toEqual([15, 10]);
  });

  it("asks for what a formal step that is near still lacks", () => {
    const near = accountOf("lacune", [invoice("f1", "2026-09-15"), taken("letter", "2026-11-01")]);
    const [row, ...others] = listOf([near]).rows;
    expect(row).toMatchObject({ word: "exhibit", action: { type: "open-account" }, minutes: 2 });
    expect(["identity-unchecked", "exhibit-needed"]).toContain(row?.reason.code);
    expect(others).toEqual([]);
  });

  it("shows each of us what is his: his debtors, and the disputes entrusted to him", () => {
    const owned = says("owner-set", { owner: "Paul Roy", on: day("2026-11-01") });
    const entrusted = says("dispute-entrusted", {
      dispute: "l",
      owner: "Claire",
      answerBy: day("2026-11-18"),
    });
    const world = [
      accountOf("a", [LATE, dispute("l", "f1", 20_000), owned, entrusted]),
      accountOf("b", [LATE]),
    ];
    const accounts = planned(world).map(({ state, balances, plan }) =>
      accountToday(state, balances, plan, contextOn()),
    );
    const seen = (owner: string | null) =>
      joinToday(todayFor(accounts, owner), contextOn()).rows.map(({ account, word }) => [
        account,
        word,
      ]);
    expect(seen(null)).toEqual([
      ["a", "blocked"],
      ["b", "reminder"],
      ["a", "reminder"],
    ]);
    expect(seen("paul  roy")).toEqual([
      ["a", "blocked"],
      ["a", "reminder"],
    ]);
    expect(seen("claire")).toEqual([["a", "blocked"]]);
    expect(accounts[0]?.rows[0]).toMatchObject({
      owner: "Claire",
      reason: { code: "dispute-to-answer", values: { answerBy: "2026-11-18", owner: "Claire" } },
    });
  });

  it("is the same from any order and from shards joined", () => {
    const context = contextOn();
    const shards = planned(WORLD).map(({ state, balances, plan }) =>
      accountToday(state, balances, plan, context),
    );
    const kept = JSON.parse(JSON.stringify([...shards].reverse())) as typeof shards;
    expect(joinToday(kept, context)).toEqual(listOf(WORLD));
  });

  it("says the reason in the debtor's facts", () => {
    const list = listOf(WORLD);
    const values = new Map(list.rows.map(({ account, reason }) => [account, reason.values]));
    expect(values.get("lire")).toMatchObject({ words: "Bonjour, virement en fin de semaine." });
    expect(values.get("rompue")).toMatchObject({ by: "2026-11-13", paymentsKnownOn: "2026-11-20" });
    expect(values.get("relance")).toEqual({ step: "reminder-1", days: 36, invoices: 1 });
    const amounts = new Map(list.rows.map(({ account, amounts: of }) => [account, of]));
    expect(amounts.get("bloque")).toEqual([{ minor: 100_000, currency: "EUR" }]);
    expect(amounts.get("petite")).toEqual([{ minor: 5_000, currency: "EUR" }]);
  });

  it("asks no mail of steps that an old ledger brought: they were not drafted here", () => {
    const imported = accountOf("ancien", [
      invoice("f1", "2026-11-01"),
      taken("reminder-1", "2026-11-15", ["f1"], { how: "declared" }),
    ]);
    expect(listOf([imported]).rows).toEqual([]);
  });

  it("asks for the mail of a step declared sent from the day after: today a look may still find it", () => {
    const declared = (on: string) =>
      accountOf("piece", [
        invoice("f1", "2026-11-01"),
        taken("reminder-1", on, ["f1"], { how: "declared", draft: "d" }),
      ]);
    expect(listOf([declared(TODAY)]).rows).toEqual([]);
    expect(listOf([declared("2026-11-19")]).rows.map(({ word }) => word)).toEqual(["exhibit"]);
  });

  it("leaves out an account put off until its day, and says so", () => {
    const off = says("chasing-put-off", { until: day("2026-11-24"), reason: "en congé" });
    const list = listOf([accountOf("relance", [LATE, off])]);
    expect(list.rows).toEqual([]);
    expect(list.silent[0]?.reason).toMatchObject({ code: "put-off" });
    expect(list.nextOn).toBe("2026-11-24");
    const back = says("chasing-put-off", { until: TODAY, reason: "en congé" });
    expect(listOf([accountOf("relance", [LATE, back])]).rows).toHaveLength(1);
  });

  it("does not ask twice: a draft that cites the promise stands for the promise", () => {
    const events = [LATE, promise("p", "2026-11-10", "2026-11-13"), draft("p")];
    expect(listOf([accountOf("rompue", events)]).rows.map(({ word }) => word)).toEqual(["draft"]);
  });

  it("asks to check the bank for a promise that payments are not known up to", () => {
    const events = [LATE, promise("p", "2026-11-10", "2026-11-19", { amount: 60_000 })];
    const known = {
      paymentsKnown: { asOf: day("2026-11-18"), by: "L", at: "2026-11-18T08:00:00Z" },
    };
    const [row] = listOf([accountOf("promesse", events)], known).rows;
    expect(row).toMatchObject({
      word: "promise",
      amounts: [{ minor: 60_000, currency: "EUR" }],
      reason: { code: "promise-unverified" },
      action: { type: "check-bank", promise: "p" },
    });
  });

  it("says that payments are stale, and keeps what would go higher silent with its reason", () => {
    const events = [LATE, taken("reminder-1", "2026-10-29")];
    const list = listOf([accountOf("relance", events)], { paymentsKnown: null });
    expect(list.header).toMatchObject({ paymentsStale: true, paymentsKnownOn: null });
    expect(list.rows).toEqual([]);
    expect(list.silent[0]?.reason.code).toBe("payments-never-known");
  });

  it("is no small ledger from 20 open invoices on", () => {
    const invoices = (count: number): readonly AccountEvent[] =>
      Array.from({ length: count }, (_, index) => invoice(`f${String(index)}`, "2026-10-15"));
    expect(listOf([accountOf("a", invoices(19))]).small).toBe(true);
    expect(listOf([accountOf("a", invoices(19)), accountOf("b", invoices(1))]).small).toBe(false);
  });
});

describe("the aged balance", () => {
  it("sorts what is open by age, with what is contested and credited beside it", () => {
    const states = [
      accountOf("a", [
        invoice("n", "2026-11-20", 1),
        invoice("a", "2026-11-19", 10),
        invoice("b", "2026-10-21", 100),
        invoice("c", "2026-10-20", 1_000),
        invoice("d", "2026-08-22", 10_000),
        invoice("e", "2026-08-21", 100_000),
        dispute("l", "c", 400),
        paid("x", "2026-11-02", 77, null),
      ]),
      accountOf("b", [invoice("f1", null, 5)]),
    ];
    const aged = agedBalance(
      states.map((state) => ({ state, balances: balancesOf(state) })),
      TODAY,
    );
    expect(aged.debtors).toMatchObject([
      {
        account: "a",
        ages: { "not-due": 1, "1-30": 110, "31-60": 600, "61-90": 10_000, "over-90": 100_000 },
        contested: 400,
        credit: 77,
        total: 110_711,
      },
      { account: "b", ages: { "not-due": 5 }, total: 5 },
    ]);
    expect(aged.totals).toMatchObject([{ currency: "EUR", total: 110_716, contested: 400 }]);
  });
});

describe("dated things", () => {
  it("stand by day with keys that stay", () => {
    const hold = says("hold-placed", {
      hold: "h",
      on: day("2026-11-02"),
      until: day("2026-12-05"),
      invoices: ["f2"],
      reason: "",
    });
    const instalments = says("instalments-agreed", {
      instalments: "i",
      on: day("2026-11-05"),
      currency: "EUR",
      invoices: ["f3"],
      parts: [{ by: day("2026-12-10"), amount: 100_000 }],
      exchange: null,
    });
    const states = [
      accountOf("a", [
        invoice("f1", "2026-12-01"),
        invoice("f2", "2026-10-15"),
        invoice("f3", "2026-10-15"),
        invoice("f4", "2026-10-15"),
        invoice("f5", "2026-10-15"),
        hold,
        instalments,
        promise("p", "2026-11-12", "2026-11-27", { invoices: ["f4"] }),
      ]),
    ];
    expect(
      calendarItems(planned(states), contextOn()).map(({ on, key, step }) => [on, key, step]),
    ).toEqual([
      ["2026-11-20", "step:f5/p", "reminder-1"],
      ["2026-11-26", "step:f1/p", "courtesy"],
      ["2026-11-27", "promise:p", null],
      ["2026-12-01", "due-date:f1/p", null],
      ["2026-12-05", "hold-end:h", null],
      ["2026-12-10", "instalment:i/1", null],
    ]);
  });
});
