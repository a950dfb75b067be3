import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, dateOf } from "#shared/kernel/calendar.ts";
import { DEBTOR_KINDS } from "#shared/kernel/parties.ts";
import { limitationOf, withAcknowledgement } from "#shared/law/limitation.ts";
import type { InterruptionCause, LimitationInput } from "#shared/law/limitation-rules.ts";
import { INTERRUPTION_CAUSES } from "#shared/law/limitation-rules.ts";

const input = (more: Partial<LimitationInput> = {}): LimitationInput => ({
  law: "FR",
  debtor: "business",
  issuedOn: dateOf("2024-05-02"),
  performedOn: dateOf("2024-04-30"),
  dueOn: dateOf("2024-06-01"),
  transport: false,
  agreedYears: null,
  interruptions: [],
  suspensions: [],
  ...more,
});
const at = (on: string, cause: InterruptionCause) => ({ on: dateOf(on), cause });
const stop = (from: string, until: string | null) => ({
  from: dateOf(from),
  until: until === null ? null : dateOf(until),
});
const stepTypes = (of: LimitationInput) => limitationOf(of).steps.map((step) => step.type);

describe("the limitation of an invoice", () => {
  it.each<readonly [string, Partial<LimitationInput>, string, string, string, string]>([
    [
      "of a business is five years from the term",
      {},
      "2024-06-01",
      "2029-06-01",
      "C. com. L110-4 I",
      "verified",
    ],
    [
      "due on 29 February ends on the 28th",
      { dueOn: dateOf("2024-02-29") },
      "2024-02-29",
      "2029-02-28",
      "C. com. L110-4 I",
      "verified",
    ],
    [
      "is not moved off a Saturday",
      { dueOn: dateOf("2021-11-20") },
      "2021-11-20",
      "2026-11-20",
      "C. com. L110-4 I",
      "verified",
    ],
    [
      "without a term runs from the earlier of performance and invoice",
      { dueOn: null },
      "2024-04-30",
      "2029-04-30",
      "C. com. L110-4 I",
      "verified",
    ],
    [
      "without a term nor performance runs from the invoice",
      { dueOn: null, performedOn: null },
      "2024-05-02",
      "2029-05-02",
      "C. com. L110-4 I",
      "verified",
    ],
    [
      "of transport is one year from the earliest day",
      { transport: true },
      "2024-04-30",
      "2025-04-30",
      "C. com. L133-6",
      "secondary",
    ],
    [
      "of a consumer is two years from the performance",
      { debtor: "consumer" },
      "2024-04-30",
      "2026-04-30",
      "C. conso L218-2",
      "memory",
    ],
    [
      "of a consumer is two years from an earlier invoice",
      { debtor: "consumer", performedOn: dateOf("2024-07-01") },
      "2024-05-02",
      "2026-05-02",
      "C. conso L218-2",
      "memory",
    ],
    [
      "of a consumer without performance runs from the invoice",
      { debtor: "consumer", performedOn: null },
      "2024-05-02",
      "2026-05-02",
      "C. conso L218-2",
      "memory",
    ],
    [
      "of a non-professional is five years",
      { debtor: "non-professional" },
      "2024-06-01",
      "2029-06-01",
      "C. civ. 2224",
      "secondary",
    ],
    [
      "of a public body ends on 31 December of the fourth year",
      { debtor: "public" },
      "2024-04-30",
      "2028-12-31",
      "Loi 68-1250, art. 1",
      "verified",
    ],
    [
      "of a public body counts the year of the right, not of the term",
      { debtor: "public", performedOn: dateOf("2023-12-20"), issuedOn: dateOf("2024-01-05") },
      "2023-12-20",
      "2027-12-31",
      "Loi 68-1250, art. 1",
      "verified",
    ],
    [
      "agreed at one year",
      { agreedYears: 1 },
      "2024-06-01",
      "2025-06-01",
      "C. civ. 2254",
      "verified",
    ],
    [
      "agreed at ten years",
      { agreedYears: 10 },
      "2024-06-01",
      "2034-06-01",
      "C. civ. 2254",
      "verified",
    ],
    [
      "agreed at eleven years is not taken",
      { agreedYears: 11 },
      "2024-06-01",
      "2029-06-01",
      "C. com. L110-4 I",
      "verified",
    ],
    [
      "agreed at no year is not taken",
      { agreedYears: 0 },
      "2024-06-01",
      "2029-06-01",
      "C. com. L110-4 I",
      "verified",
    ],
    [
      "agreed with a consumer is not taken",
      { debtor: "consumer", agreedYears: 5 },
      "2024-04-30",
      "2026-04-30",
      "C. conso L218-2",
      "memory",
    ],
    [
      "agreed with a public body is not taken",
      { debtor: "public", agreedYears: 1 },
      "2024-04-30",
      "2028-12-31",
      "Loi 68-1250, art. 1",
      "verified",
    ],
    [
      "agreed longer with a non-professional is not taken",
      { debtor: "non-professional", agreedYears: 8 },
      "2024-06-01",
      "2029-06-01",
      "C. civ. 2224",
      "secondary",
    ],
    [
      "agreed shorter with a non-professional is",
      { debtor: "non-professional", agreedYears: 3 },
      "2024-06-01",
      "2027-06-01",
      "C. civ. 2254",
      "verified",
    ],
    [
      "of transport agreed longer is not taken",
      { transport: true, agreedYears: 4 },
      "2024-04-30",
      "2025-04-30",
      "C. com. L133-6",
      "secondary",
    ],
  ])("%s", (_name, more, start, last, text, mark) => {
    expect(limitationOf(input(more))).toMatchObject({
      startOn: start,
      lastOn: last,
      suspendedSince: null,
      rule: { text, mark },
    });
  });

  it.each(["UK", "DE", "other"] as const)("under the law of %s is unknown, and says so", (law) => {
    const limitation = limitationOf(input({ law }));
    expect(limitation).toMatchObject({ startOn: null, lastOn: null, rule: { mark: "unknown" } });
    expect(limitation.steps.map((step) => step.type)).toEqual(["law-not-held"]);
  });

  it("beyond the calendar's last year is unknown", () => {
    expect(limitationOf(input({ dueOn: dateOf("2197-01-01") })).lastOn).toBeNull();
    expect(
      limitationOf(
        input({ debtor: "public", issuedOn: dateOf("2197-01-01"), performedOn: null, dueOn: null }),
      ).lastOn,
    ).toBeNull();
  });
});

describe("an interruption", () => {
  it.each<readonly [InterruptionCause, string, string]>([
    ["acknowledgement", "2030-03-10", "interrupted"],
    ["court-claim", "2030-03-10", "interrupted"],
    ["enforcement", "2030-03-10", "interrupted"],
    ["written-claim", "2029-06-01", "not-interrupting"],
    ["formal-notice", "2029-06-01", "not-interrupting"],
    ["part-payment", "2029-06-01", "may-interrupt"],
  ])("by %s of a business's debt gives %s", (cause, last, type) => {
    const of = input({ interruptions: [at("2025-03-10", cause)] });
    expect(limitationOf(of).lastOn).toBe(last);
    expect(stepTypes(of)).toContain(type);
  });

  it.each<readonly [InterruptionCause, string, string]>([
    ["written-claim", "2031-03-10", "interrupted-restart-unverified"],
    ["formal-notice", "2031-03-10", "interrupted-restart-unverified"],
    ["part-payment", "2031-03-10", "interrupted-restart-unverified"],
    ["acknowledgement", "2028-12-31", "may-interrupt"],
    ["court-claim", "2028-12-31", "may-interrupt"],
    ["enforcement", "2028-12-31", "may-interrupt"],
  ])("by %s of a public body's debt gives %s", (cause, last, type) => {
    const of = input({ debtor: "public", interruptions: [at("2027-03-10", cause)] });
    const limitation = limitationOf(of);
    expect(limitation.lastOn).toBe(last);
    expect(stepTypes(of)).toContain(type);
    expect(limitation.rule.mark).toBe(last === "2028-12-31" ? "verified" : "unknown");
  });

  it("of a public body's debt never brings the last day forward", () => {
    const of = input({ debtor: "public", interruptions: [at("2024-06-10", "written-claim")] });
    expect(limitationOf(of).lastOn).toBe("2028-12-31");
  });

  it("starts a new period of the same length, as often as it comes, in the order of its days", () => {
    const interruptions = [at("2027-02-28", "court-claim"), at("2025-06-30", "acknowledgement")];
    const consumer = input({ debtor: "consumer", interruptions });
    expect(limitationOf(consumer)).toMatchObject({ startOn: "2027-02-28", lastOn: "2029-02-28" });
    expect(
      limitationOf(input({ agreedYears: 1, interruptions: [at("2025-06-01", "acknowledgement")] }))
        .lastOn,
    ).toBe("2026-06-01");
  });

  it("after the last day changes nothing, on the last day it counts", () => {
    const late = input({ interruptions: [at("2029-06-02", "acknowledgement")] });
    expect(limitationOf(late).lastOn).toBe("2029-06-01");
    expect(stepTypes(late)).toContain("too-late");
    const inTime = input({ interruptions: [at("2029-06-01", "acknowledgement")] });
    expect(limitationOf(inTime).lastOn).toBe("2034-06-01");
  });

  it("before the time runs changes nothing", () => {
    const early = input({ interruptions: [at("2024-05-20", "acknowledgement")] });
    expect(limitationOf(early).lastOn).toBe("2029-06-01");
    expect(stepTypes(early)).toContain("too-early");
  });
});

describe("a suspension", () => {
  it.each<readonly [string, readonly (readonly [string, string | null])[], string, string | null]>([
    ["adds its days", [["2025-01-01", "2025-03-02"]], "2029-07-31", null],
    ["leaves at least six months", [["2029-05-20", "2029-06-20"]], "2029-12-20", null],
    [
      "that lasts stops the time and keeps the earlier day",
      [["2026-11-02", null]],
      "2029-06-01",
      "2026-11-02",
    ],
    ["before the time runs changes nothing", [["2024-05-01", "2024-05-30"]], "2029-06-01", null],
    ["is counted from the start of the time", [["2024-05-01", "2024-06-11"]], "2029-06-11", null],
    ["after the last day changes nothing", [["2029-06-02", "2029-07-02"]], "2029-06-01", null],
    [
      "counts once where two overlap",
      [
        ["2025-01-01", "2025-02-10"],
        ["2025-01-15", "2025-03-02"],
      ],
      "2029-07-31",
      null,
    ],
    [
      "counts twice where two do not",
      [
        ["2025-02-01", "2025-02-11"],
        ["2025-01-01", "2025-01-11"],
      ],
      "2029-06-21",
      null,
    ],
    [
      "that ends before it begins is no suspension",
      [["2025-03-02", "2025-01-01"]],
      "2029-06-01",
      null,
    ],
  ])("%s", (_name, stops, last, since) => {
    const suspensions = stops.map(([from, until]) => stop(from, until));
    expect(limitationOf(input({ suspensions }))).toMatchObject({
      lastOn: last,
      suspendedSince: since,
    });
  });

  it("lets a later interruption be in time, and says both", () => {
    const of = input({
      suspensions: [stop("2029-05-20", "2029-06-20")],
      interruptions: [at("2029-10-01", "court-claim")],
    });
    expect(limitationOf(of).lastOn).toBe("2034-10-01");
    expect(stepTypes(of)).toEqual(["starts", "lasts", "suspended", "interrupted"]);
  });

  it("of a public body's debt is not counted, and said not to be", () => {
    const of = input({ debtor: "public", suspensions: [stop("2025-01-01", "2025-03-02")] });
    expect(limitationOf(of).lastOn).toBe("2028-12-31");
    expect(stepTypes(of)).toContain("not-suspending");
  });
});

describe("what may be an acknowledgement", () => {
  it("shows the last day before and after", () => {
    const { before, after, cited } = withAcknowledgement(input(), dateOf("2026-11-20"));
    expect([before.lastOn, after.lastOn]).toEqual(["2029-06-01", "2031-11-20"]);
    expect(cited).toEqual({ text: "C. civ. 2240", mark: "verified" });
    expect(withAcknowledgement(input(), dateOf("2026-11-20"), "part-payment").after.lastOn).toBe(
      "2031-11-20",
    );
  });

  it("counts a part payment of a public body, and holds nothing on its acknowledgement", () => {
    const owed = input({ debtor: "public" });
    const paid = withAcknowledgement(owed, dateOf("2026-11-20"), "part-payment");
    expect([paid.after.lastOn, paid.cited.mark]).toEqual(["2030-11-20", "verified"]);
    const said = withAcknowledgement(owed, dateOf("2026-11-20"));
    expect([said.after.lastOn, said.cited.mark]).toEqual([said.before.lastOn, "unknown"]);
  });
});

describe("whatever the facts", () => {
  const day = fc.integer({ min: 0, max: 6000 }).map((days) => addDays(dateOf("2015-01-01"), days));
  const facts = fc.record({
    debtor: fc.constantFrom(...DEBTOR_KINDS),
    issuedOn: day,
    performedOn: fc.option(day),
    dueOn: fc.option(day),
    transport: fc.boolean(),
    agreedYears: fc.option(fc.integer({ min: 0, max: 12 })),
    interruptions: fc.array(
      fc.record({ on: day, cause: fc.constantFrom(...INTERRUPTION_CAUSES) }),
      { maxLength: 5 },
    ),
    suspensions: fc.array(fc.record({ from: day, until: fc.option(day) }), { maxLength: 4 }),
  });

  it("a fact may lengthen the time, never shorten it, and each step cites a text", () => {
    fc.assert(
      fc.property(facts, (made) => {
        const full = limitationOf(input(made));
        const bare = limitationOf(input({ ...made, interruptions: [], suspensions: [] }));
        expect(full.lastOn !== null && bare.lastOn !== null && full.lastOn >= bare.lastOn).toBe(
          true,
        );
        expect(full.steps.every((step) => step.cited.text !== "")).toBe(true);
      }),
      { seed: 20261120, numRuns: 500 },
    );
  });
});
