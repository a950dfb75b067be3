import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { CASES_MAX } from "#src/cli/interest-cases.ts";
import { openDesk } from "./run.ts";
import type { Desk } from "./run.ts";

type Answer = {
  readonly error?: string;
  readonly text?: string;
  readonly principal: string;
  readonly interest: string;
  readonly compensation: string;
  readonly total: string;
  readonly perDay: string | null;
  readonly currency: string;
  readonly segments: readonly Record<string, string | number>[];
  readonly missing?: readonly Record<string, string>[];
  readonly notes: readonly string[];
};

let desk: Desk;
beforeEach(() => {
  desk = openDesk();
});
afterEach(() => {
  desk.close();
});

const invoice = (amount: string | number, dueOn: string, number = "F-1") => ({
  number,
  amount,
  dueOn,
});

/** 10,000.00 due on 31 May 2026, on 21 November, unless said otherwise. */
const caseOf = (terms: object): object => ({
  regime: "fr-b2b",
  currency: "EUR",
  invoices: [invoice("10000.00", "2026-05-31")],
  payments: [],
  on: "2026-11-21",
  ...terms,
});

const ask = async (...cases: readonly unknown[]) => {
  const path = desk.write("cases.json", JSON.stringify(cases));
  const ran = await desk.run(["interest", "--in", path]);
  return { exit: ran.exit, answers: JSON.parse(ran.out) as readonly Answer[] };
};

const one = async (terms: object): Promise<Answer & { readonly exit: number }> => {
  const { exit, answers } = await ask(caseOf(terms));
  const [answer] = answers;
  if (answer === undefined || answers.length !== 1) throw new Error("one case, one answer");
  return { ...answer, exit };
};

describe("relance interest", () => {
  it("answers each case with figures as texts, in the order of the cases", async () => {
    const { exit, answers } = await ask(
      caseOf({}),
      caseOf({ invoices: [invoice("1200.00", "2025-12-15")], on: "2026-07-31" }),
      caseOf({ invoices: [invoice(3000, "2026-09-30")] }),
      caseOf({ regime: "fr-public" }),
    );
    expect(exit).toBe(0);
    expect(answers.map(({ interest, compensation }) => [interest, compensation])).toEqual([
      ["589.07", "40.00"],
      ["91.33", "40.00"],
      ["53.00", "40.00"],
      ["483.86", "40.00"],
    ]);
    expect(answers[0]).toMatchObject({
      principal: "10000.00",
      total: "10629.07",
      perDay: "3.40",
      currency: "EUR",
      segments: [
        {
          invoice: "F-1",
          from: "2026-06-01",
          to: "2026-06-30",
          days: 30,
          rate: "12.15",
          principal: "10000.00",
          interest: "99.86",
        },
        { from: "2026-07-01", to: "2026-11-21", days: 144, rate: "12.40", interest: "489.21" },
      ],
    });
    expect(answers[0]).not.toHaveProperty("missing");
  });

  it.each([
    ["de", "EUR", "499.45", "40.00"],
    ["uk", "GBP", "560.14", "100.00"],
    ["eu", "EUR", "493.72", "40.00"],
    ["be", "EUR", "500.55", "40.00"],
    ["ie", "EUR", "483.86", "70.00"],
  ])("knows %s", async (regime, currency, interest, compensation) => {
    expect(await one({ regime, currency })).toMatchObject({ exit: 0, interest, compensation });
  });

  it("asks a consumer for legal interest from the formal notice, and says so where there is none", async () => {
    const terms = { regime: "fr-consumer", invoices: [invoice("1000.00", "2026-05-31")] };
    const noticed = await one({ ...terms, formalNoticeOn: "2026-09-01" });
    expect(noticed).toMatchObject({ interest: "6.10", compensation: "0.00", total: "1006.10" });
    expect(noticed.segments.map(({ days }) => days)).toEqual([81]);
    const without = await one(terms);
    expect(without).toMatchObject({ exit: 0, interest: "0.00", segments: [] });
    expect(without.notes.join(" ")).toContain("Sans mise en demeure");
  });

  it("gives figures up to the last known rate, names what is missing and ends in 3", async () => {
    const late = await one({ on: "2027-02-01" });
    expect(late).toMatchObject({
      exit: 3,
      interest: "724.96",
      perDay: null,
      missing: [{ invoice: "F-1", from: "2027-01-01", rate: "ecb-mro 2027-S1" }],
    });
    const added = { series: "ecb-mro", from: "2027-01-01", rate: "2.65", source: "BCE" };
    const known = await one({ on: "2027-02-01", addedRates: [added] });
    // 724.96 + 10,000 × 12.65 % × 32 / 365 = 110.90.
    expect(known).toMatchObject({ exit: 0, interest: "835.86" });
    expect(known.notes.join(" ")).toContain("ajouté par vous, source : BCE");
  });

  it("answers not verified for Austria and Switzerland, whatever else is there", async () => {
    const { exit, answers } = await ask({ regime: "at" }, caseOf({ regime: "ch" }), caseOf({}));
    expect(exit).toBe(1);
    expect(answers.map(({ error }) => error)).toEqual(["not verified", "not verified", undefined]);
    expect(answers[2]?.interest).toBe("589.07");
  });

  it.each<[string, object, string]>([
    [
      "no due date",
      { invoices: [{ number: "F-1", amount: "1" }] },
      "cases[0].invoices[0].dueOn: missing",
    ],
    ["a day that does not exist", { on: "2026-02-30" }, "cases[0].on: not a valid date"],
    ["a date in another writing", { on: "21/11/2026" }, "cases[0].on: not a valid date"],
    ["a day beyond the calendar", { on: "2199-12-31" }, "cases[0].on: not a valid date"],
    [
      "a comma",
      { invoices: [invoice("10,5", "2026-05-31")] },
      "cases[0].invoices[0].amount: not a valid amount",
    ],
    [
      "a third decimal",
      { invoices: [invoice("10.505", "2026-05-31")] },
      "cases[0].invoices[0].amount: not a valid amount",
    ],
    [
      "a negative amount",
      { invoices: [invoice("-1", "2026-05-31")] },
      "cases[0].invoices[0].amount: not a valid amount",
    ],
    [
      "an exponent",
      { invoices: [invoice(1e21, "2026-05-31")] },
      "cases[0].invoices[0].amount: not a valid amount",
    ],
    [
      "sen",
      { currency: "JPY", invoices: [invoice("10.5", "2026-05-31")] },
      "cases[0].invoices[0].amount: not a valid amount",
    ],
    ["an unknown currency", { currency: "XXX" }, "cases[0].currency: not a valid currency"],
    ["an unknown regime", { regime: "fr" }, "cases[0].regime: not a valid regime"],
    ["an unknown base", { basis: "30/360" }, "cases[0].basis: not a valid basis"],
    ["a rate above all rates", { contractRate: "1240" }, "cases[0].contractRate: not a valid rate"],
    ["no list", { invoices: {} }, "cases[0].invoices: not a valid list"],
    [
      "a payment of an unknown invoice",
      { payments: [{ on: "2026-06-01", amount: "1", invoice: "F-9" }] },
      "unknown invoice: F-9",
    ],
    [
      "one invoice twice",
      { invoices: [invoice("1", "2026-05-31"), invoice("1", "2026-05-31")] },
      "invoice twice: F-1",
    ],
    [
      "a rate before the series",
      { invoices: [invoice("1", "2008-05-31")] },
      "rate unknown: ecb-mro 2008-S1 (invoice F-1)",
    ],
    [
      "sums beyond exactness",
      { invoices: [invoice("10000000000000.00", "2026-05-31")] },
      "amount too large",
    ],
  ])("names what is wrong in place of the figures: %s", async (_what, terms, error) => {
    const answer = await one(terms);
    expect(answer).toMatchObject({ exit: 1, error });
    expect(answer.text).toMatch(/^Cas 0 : /);
  });

  it("answers with the fields that are documented and no others, unless more is asked for", async () => {
    const fields = "principal interest compensation total perDay currency segments".split(" ");
    const { exit: _exit, ...short } = await one({});
    expect(Object.keys(short)).toEqual([...fields, "notes"]);
    const ofSegment = "invoice from to days rate principal interest".split(" ");
    for (const segment of short.segments) expect(Object.keys(segment)).toEqual(ofSegment);
    const { exit: _late, ...late } = await one({ on: "2027-02-01" });
    expect(Object.keys(late)).toEqual([...fields, "missing", "notes"]);
    const path = desk.write("cases.json", JSON.stringify([caseOf({ currency: "USD" })]));
    const ran = await desk.run(["interest", "--in", path, "--full"]);
    expect(JSON.parse(ran.out)).toMatchObject([
      {
        compensation: "0.00",
        compensationApart: { amount: "40.00", currency: "EUR" },
        terms: { basis: "act/365", split: "half-year", allocation: "principal-first" },
        invoices: [{ number: "F-1", interestFrom: "2026-06-01", overdue: true }],
        segments: [{ series: "ecb-mro", halfYear: "2026-S1", evidence: "official" }, {}],
        rules: [
          { rule: "rate", text: "C. com. L441-10 II", mark: "verified" },
          {},
          {},
          {},
          {},
          {},
          {},
          {},
        ],
      },
    ]);
  });

  it("says what it did not read, since a misspelt field would change the figures", async () => {
    const answer = await one({
      formalNotice: "2026-09-01",
      invoices: [{ ...invoice("1", "2026-05-31"), paid: 1 }],
    });
    expect(answer.exit).toBe(0);
    expect(answer.notes.join(" ")).toContain("formalNotice, invoices[].paid");
  });

  it("takes payments, their order of allocation, a base, a split and the rate of the contract", async () => {
    const payments = [{ on: "2026-08-31", amount: "4000.00", invoice: "F-1" }];
    expect(await one({ payments })).toMatchObject({
      principal: "6000.00",
      interest: "477.64",
      total: "6517.64",
    });
    expect(await one({ payments, allocation: "interest-first" })).toMatchObject({
      principal: "6310.49",
      interest: "175.79",
      total: "6526.28",
    });
    expect(await one({ payments: [{ on: "2026-08-31", amount: "4000" }] })).toMatchObject({
      principal: "6000.00",
    });
    expect((await one({ split: "frozen" })).interest).toBe("579.21");
    expect((await one({ contractRate: 8 })).notes.join(" ")).toContain("8,25 %");
    const leap = { invoices: [invoice("10000", "2023-12-31")], on: "2024-06-30" };
    expect((await one({ ...leap, basis: "act/act" })).interest).toBe("721.04");
  });

  it("keeps the fixed sum in its own currency, out of the total", async () => {
    const dollars = await one({ currency: "USD" });
    expect(dollars).toMatchObject({ compensation: "0.00", total: "10589.07" });
    expect(dollars.notes.join(" ").replace(/\s/g, " ")).toContain(
      "40,00 €, due dans cette monnaie",
    );
    const yen = { currency: "JPY", invoices: [invoice("1000000", "2026-05-31")] };
    expect(await one(yen)).toMatchObject({ interest: "58907", perDay: "340", total: "1058907" });
  });

  it("speaks English where the terminal does, with the same figures and the same errors", async () => {
    const path = desk.write("cases.json", JSON.stringify([caseOf({}), { regime: "at" }]));
    const ran = await desk.run(["interest", "--in", path, "--lang", "en"]);
    const [figures, refused] = JSON.parse(ran.out) as readonly Answer[];
    expect(figures?.notes[1]).toBe("First day: the day after the due date.");
    expect(refused).toMatchObject({ error: "not verified" });
    expect(refused?.text).toContain("Not verified");
  });

  it("refuses a file that is no array of cases, too many of them, and none at all", async () => {
    for (const text of ["", "{}", "[1", "\u0000"]) {
      const ran = await desk.run(["interest", "--in", desk.write("cases.json", text)]);
      expect([ran.exit, ran.out]).toEqual([1, ""]);
      expect(ran.err).toContain("tableau JSON");
    }
    const many = desk.write("many.json", JSON.stringify(Array(CASES_MAX + 1).fill(0)));
    expect((await desk.run(["interest", "--in", many])).exit).toBe(1);
    expect((await desk.run(["interest", "--in", desk.pathOf("none.json")])).exit).toBe(1);
    const usage = await desk.run(["interest"]);
    expect(usage.exit).toBe(2);
    expect(usage.err).toContain("--in");
    expect((await ask()).answers).toEqual([]);
  });
});
