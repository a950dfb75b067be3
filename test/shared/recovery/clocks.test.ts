import { describe, expect, it } from "vitest";
import { balancesOf } from "#shared/claims/balances.ts";
import type { CreditorState } from "#shared/claims/creditor.ts";
import { DEFAULT_POLICY } from "#shared/claims/creditor.ts";
import type { AccountEvent, AccountEventData } from "#shared/claims/events.ts";
import {
  addDays,
  addMonths,
  dateOfDayNumber,
  dayNumber,
  weekdayOf,
} from "#shared/kernel/calendar.ts";
import { CLOCK_DAYS } from "#shared/recovery/clock-kinds.ts";
import type { ClockKind } from "#shared/recovery/clock-kinds.ts";
import type { LegalClock } from "#shared/recovery/clocks.ts";
import { legalClocksOf, pressingClocksOf } from "#shared/recovery/clocks.ts";
import { contextOn, day, debtor, fold, invoice, paid, says, taken } from "./accounts.ts";

type Given = {
  readonly events: readonly AccountEvent[];
  readonly on?: string;
  readonly changes?: Partial<CreditorState>;
};

const stateOf = (events: readonly AccountEvent[]) => fold("bloch", [debtor(), ...events]);

const clocksOf = ({ events, on = "2026-11-20", changes = {} }: Given): readonly LegalClock[] => {
  const state = stateOf(events);
  return legalClocksOf(state, balancesOf(state), contextOn(on, changes));
};

const clockOf = (kind: ClockKind, given: Given): LegalClock => {
  const found = clocksOf(given).filter((clock) => clock.kind === kind);
  expect(found).toHaveLength(1);
  const [clock] = found;
  if (clock === undefined) throw new Error(`no clock ${kind}`);
  return clock;
};

const LATE = invoice("f1", "2026-08-15");

const insolvency = (changes: Partial<AccountEventData<"insolvency-opened">> = {}): AccountEvent =>
  says("insolvency-opened", {
    insolvency: "i",
    state: "liquidation",
    judgmentOn: day("2026-09-25"),
    publishedOn: day("2026-10-02"),
    court: null,
    officer: "Me Roux",
    source: "BODACC",
    ...changes,
  });

const fact = (
  kind: AccountEventData<"legal-fact-recorded">["kind"],
  on: string,
  changes: Partial<AccountEventData<"legal-fact-recorded">> = {},
): AccountEvent =>
  says("legal-fact-recorded", {
    fact: `${kind}-${on}`,
    kind,
    on: day(on),
    invoices: [],
    note: null,
    blob: null,
    ...changes,
  });

const terms = (changes: Partial<AccountEventData<"terms-set">> = {}): AccountEvent =>
  says("terms-set", {
    on: day("2026-01-01"),
    paymentDays: 30,
    endOfMonth: "none",
    contractRate: null,
    defaultByDueDate: false,
    limitationYears: null,
    transport: false,
    source: null,
    ...changes,
  });

const interruption = (
  on: string,
  changes: Partial<AccountEventData<"limitation-interrupted">> = {},
): AccountEvent =>
  says("limitation-interrupted", {
    interruption: `x-${on}`,
    on: day(on),
    cause: "acknowledgement",
    invoices: [],
    rests: null,
    note: null,
    ...changes,
  });

describe("limitation", () => {
  it("is five years from the due date for a business, and starts again with an acknowledgement", () => {
    expect(clockOf("limitation", { events: [LATE] })).toMatchObject({
      invoices: ["f1"],
      startOn: "2026-08-15",
      lastOn: "2031-08-15",
      cited: { text: "C. com. L110-4 I", mark: "verified" },
      state: "running",
      side: "ours",
      toCheck: false,
    });
    expect(
      clockOf("limitation", { events: [LATE, interruption("2026-11-10", { invoices: ["f1"] })] }),
    ).toMatchObject({ startOn: "2026-11-10", lastOn: "2031-11-10" });
  });

  it("is two years for a consumer and the 31 December of the fourth year after for a public body", () => {
    const of = (kind: "consumer" | "public"): LegalClock => {
      const state = fold("x", [debtor({ kind }), LATE]);
      const [clock] = legalClocksOf(state, balancesOf(state), contextOn());
      if (clock === undefined) throw new Error("no clock");
      return clock;
    };
    expect(of("consumer")).toMatchObject({ lastOn: "2028-01-05", toCheck: true });
    expect(of("public")).toMatchObject({ lastOn: "2030-12-31" });
  });

  it("puts invoices with the same last day together, and leaves out what is paid", () => {
    const clocks = clocksOf({
      events: [
        LATE,
        invoice("f2", "2026-08-15"),
        invoice("f3", "2026-09-15"),
        invoice("f4", "2026-08-15"),
        paid("p", "2026-09-01", 100_000, "f4"),
      ],
    });
    expect(clocks.map(({ invoices }) => invoices)).toEqual([["f1", "f2"], ["f3"]]);
  });

  it("is said to be unknown where the debtor's kind, or the law, is not known", () => {
    const nobody = fold("x", [LATE]);
    expect(legalClocksOf(nobody, balancesOf(nobody), contextOn())).toMatchObject([
      {
        kind: "limitation",
        lastOn: null,
        state: "unknown",
        needs: ["debtor-kind"],
        daysLeft: null,
      },
    ]);
    const { creditor } = contextOn().creditor;
    if (creditor === null) throw new Error("no creditor");
    expect(
      clockOf("limitation", {
        events: [LATE],
        changes: { creditor: { ...creditor, country: "SE" } },
      }),
    ).toMatchObject({ lastOn: null, state: "unknown", needs: ["law-of-claim"], toCheck: true });
  });

  it("stands still through a mediation that has not ended", () => {
    const suspended = says("limitation-suspended", {
      suspension: "s",
      from: day("2026-10-01"),
      until: null,
      cause: "mediation",
      invoices: [],
      note: null,
    });
    expect(clockOf("limitation", { events: [LATE, suspended] })).toMatchObject({
      state: "unknown",
      needs: ["end-of-suspension"],
    });
  });

  it("ends for us on the last open day before, since no text moves it", () => {
    // 15 August 2027 is a Sunday and a holiday.
    const old = invoice("f1", "2022-08-15", 100_000, { issuedOn: day("2022-07-15") });
    const clock = clockOf("limitation", { events: [old], on: "2027-08-03" });
    expect(clock).toMatchObject({ lastOn: "2027-08-15", actBy: "2027-08-13", daysLeft: 10 });
    expect(clock.why[clock.why.length - 1]).toEqual({ type: "before", on: "2027-08-13" });
  });
});

describe("insolvency", () => {
  it("gives until 2 December to declare what BODACC of 2 October announced, four months overseas", () => {
    const events = [LATE, insolvency()];
    expect(clockOf("claim-declaration", { events })).toMatchObject({
      startOn: "2026-10-02",
      lastOn: "2026-12-02",
      actBy: "2026-12-02",
      daysLeft: 12,
      cited: { text: "C. com. R622-24" },
    });
    const changes = { policy: { ...DEFAULT_POLICY, outsideMainland: true } };
    expect(clockOf("claim-declaration", { events, changes }).lastOn).toBe("2027-02-02");
  });

  it("does not know the last day while the publication is not known, and says what would tell", () => {
    const events = [LATE, insolvency({ publishedOn: null })];
    expect(clockOf("claim-declaration", { events })).toMatchObject({
      startOn: null,
      lastOn: null,
      state: "unknown",
      needs: ["publication-date"],
    });
  });

  it("shows the relief from its lapse once it has passed", () => {
    const events = [LATE, insolvency()];
    const on = "2026-12-10";
    expect(clockOf("claim-declaration", { events, on }).state).toBe("passed");
    expect(clockOf("relief-from-forfeiture", { events, on })).toMatchObject({
      lastOn: "2027-04-02",
      state: "running",
      toCheck: true,
    });
  });

  it("has no clock for what was born after the judgment, nor in a conciliation", () => {
    const after = invoice("f1", "2026-12-15", 100_000, { issuedOn: day("2026-10-05") });
    const kinds = (events: readonly AccountEvent[]) => clocksOf({ events }).map(({ kind }) => kind);
    expect(kinds([after, insolvency()])).toEqual(["limitation"]);
    expect(kinds([LATE, insolvency({ state: "conciliation" })])).toEqual(["limitation"]);
    const ended = says("insolvency-ended", { insolvency: "i", on: day("2026-11-01"), reason: "x" });
    expect(kinds([LATE, insolvency(), ended])).toEqual(["limitation"]);
  });

  it("gives three months to claim goods under retention of title, of the invoices it is for", () => {
    const security = says("security-recorded", {
      security: "s",
      kind: "retention-of-title",
      invoices: ["f1"],
      who: null,
      currency: null,
      amount: null,
      on: day("2026-01-05"),
      dueOn: null,
      note: null,
    });
    const clock = clockOf("retention-of-title", {
      events: [LATE, invoice("f2", "2026-08-20"), security, insolvency()],
    });
    // 2 January 2027 is a Saturday: no text that is held moves it.
    expect(clock).toMatchObject({ invoices: ["f1"], lastOn: "2027-01-02", actBy: "2026-12-31" });
  });
});

describe("an order for payment", () => {
  it.each([
    ["2026-08-31", "2027-03-01", "CPC 1411"],
    ["2026-09-01", "2026-12-01", "CPC 1411, décret 2026-96"],
  ])("of %s is served by %s", (on, lastOn, text) => {
    expect(clockOf("order-service", { events: [LATE, fact("order-issued", on)] })).toMatchObject({
      startOn: on,
      lastOn,
      cited: { text },
    });
  });

  it("is done with once it is served, and the time to oppose runs", () => {
    const events = [
      LATE,
      fact("order-issued", "2026-10-01"),
      fact("order-served-in-person", "2026-11-02"),
    ];
    expect(clockOf("order-service", { events }).state).toBe("done");
    expect(clockOf("order-opposition", { events })).toMatchObject({
      lastOn: "2026-12-02",
      side: "theirs",
      state: "running",
    });
    expect(clockOf("order-opposition-notice", { events }).lastOn).toBe("2027-01-04");
    const opposed = [...events, fact("opposition-known", "2026-11-15")];
    expect(clockOf("order-opposition", { events: opposed }).state).toBe("done");
  });

  it("leaves the time to oppose open while no act has reached the debtor in person", () => {
    const events = [LATE, fact("order-served-otherwise", "2026-11-02")];
    expect(clockOf("order-opposition", { events })).toMatchObject({
      startOn: null,
      state: "unknown",
      needs: ["act-in-person"],
    });
    const later = [...events, fact("order-served-in-person", "2026-11-10")];
    expect(clockOf("order-opposition", { events: later }).lastOn).toBe("2026-12-10");
  });

  it("gives fifteen days from the clerk's letter for the costs and for the lawyer", () => {
    const events = [
      LATE,
      fact("costs-letter-received", "2026-11-13"),
      fact("lawyer-letter-received", "2026-11-12"),
    ];
    // 28 November 2026 is a Saturday.
    expect(clockOf("order-costs-deposit", { events }).lastOn).toBe("2026-11-30");
    expect(clockOf("order-lawyer", { events }).lastOn).toBe("2026-11-27");
  });
});

describe("other clocks of the file", () => {
  it("give ten days to oppose the price of a sold business", () => {
    const events = [LATE, fact("business-sale-published", "2026-11-18")];
    // 28 November 2026 is a Saturday, and no text that is held moves it.
    expect(clockOf("business-sale-opposition", { events })).toMatchObject({
      lastOn: "2026-11-28",
      actBy: "2026-11-27",
      daysLeft: 7,
      toCheck: true,
    });
  });

  it("wait for the certificate of an unpaid cheque to be served", () => {
    const obtained = [LATE, fact("cheque-certificate", "2026-11-02")];
    expect(clockOf("unpaid-cheque-payment", { events: obtained })).toMatchObject({
      state: "unknown",
      needs: ["certificate-served"],
    });
    const served = [...obtained, fact("cheque-certificate-served", "2026-11-10")];
    expect(clockOf("unpaid-cheque-payment", { events: served }).lastOn).toBe("2026-11-25");
  });

  it("count a formal notice from its first presentation, and are done with a further step", () => {
    const notice = taken("formal-notice", "2026-11-05", ["f1"], { act: "a" });
    const letter = says("letter-sent", {
      act: "a",
      on: day("2026-11-05"),
      channel: "registered",
      number: "1A 000",
    });
    const needs = (events: readonly AccountEvent[]) =>
      clockOf("formal-notice-time", { events }).needs;
    expect(needs([LATE, notice])).toEqual(["letter-channel"]);
    expect(needs([LATE, notice, letter])).toEqual(["first-presentation"]);
    const proof = says("letter-proof-recorded", {
      proof: "q",
      act: "a",
      kind: "first-presentation",
      on: day("2026-11-07"),
      name: null,
      blob: null,
      obtained: null,
    });
    const events = [LATE, notice, letter, proof];
    // Eight days end on Sunday 15 November.
    expect(clockOf("formal-notice-time", { events })).toMatchObject({
      startOn: "2026-11-07",
      lastOn: "2026-11-16",
      side: "theirs",
    });
    const further = [...events, taken("last-notice", "2026-11-18")];
    expect(clockOf("formal-notice-time", { events: further }).state).toBe("done");
  });

  it("take the insurer's days from the policy, and say that they are no law", () => {
    const insured = says("insurance-set", {
      on: day("2026-01-01"),
      policy: {
        insurer: "Assureur",
        number: null,
        currency: "EUR",
        cover: 1_000_000,
        extendDays: 60,
        declareDays: 120,
      },
    });
    const events = [LATE, insured];
    expect(clockOf("insurer-extension", { events })).toMatchObject({
      cited: null,
      lastOn: "2026-10-14",
      state: "passed",
      toCheck: false,
    });
    // 13 December 2026 is a Sunday.
    expect(clockOf("insurer-declaration", { events })).toMatchObject({
      lastOn: "2026-12-13",
      actBy: "2026-12-11",
    });
  });

  it("are done once the user has stopped them, and keep their id from one day to the next", () => {
    const events = [LATE, insolvency()];
    const { id } = clockOf("claim-declaration", { events });
    expect(clockOf("claim-declaration", { events, on: "2026-11-25" }).id).toBe(id);
    const stopped = says("clock-stopped", {
      clock: id,
      on: day("2026-11-20"),
      done: true,
      note: null,
    });
    expect(clockOf("claim-declaration", { events: [...events, stopped] }).state).toBe("done");
    expect(clocksOf({ events: [...events, stopped] }).map(({ kind }) => kind)).toEqual([
      "limitation",
      "claim-declaration",
    ]);
  });
});

describe("clocks that press", () => {
  const pressing = ({ events, on = "2026-11-20" }: Given) => {
    const state = stateOf(events);
    return pressingClocksOf(state, balancesOf(state), contextOn(on)).map(
      ({ kind, daysLeft }) => [kind, daysLeft] as const,
    );
  };

  it("are ours, within fifteen days of today, before or after", () => {
    const events = [LATE, insolvency(), fact("order-served-in-person", "2026-11-02")];
    expect(pressing({ events, on: "2026-11-16" })).toEqual([]);
    expect(pressing({ events })).toEqual([["claim-declaration", 12]]);
    expect(pressing({ events, on: "2026-12-05" })).toEqual([["claim-declaration", -3]]);
    expect(pressing({ events, on: "2027-01-05" })).toEqual([]);
  });

  it("find an old debt, whatever shortens its time, as the full list does", () => {
    const old = (issuedOn: string) => invoice("f1", issuedOn, 100_000, { issuedOn: day(issuedOn) });
    expect(pressing({ events: [old("2021-12-01")] })).toEqual([["limitation", 11]]);
    expect(pressing({ events: [old("2025-12-01"), terms({ transport: true })] })).toEqual([
      ["limitation", 11],
    ]);
    expect(pressing({ events: [old("2023-12-01"), terms({ limitationYears: 3 })] })).toEqual([
      ["limitation", 11],
    ]);
    expect(pressing({ events: [old("2025-12-01")] })).toEqual([]);
  });

  it("are those of the full list that end so soon, whatever the debtor, the age and the terms", () => {
    const number = dayNumber(day("2026-11-20"));
    const context = contextOn();
    let found = 0;
    for (const kind of ["business", "consumer", "public", "non-professional"] as const)
      for (const months of [12, 24, 36, 48, 60])
        for (let shift = -20; shift <= 20; shift += 1)
          for (const paymentDays of [0, 30])
            for (const shortened of ["no", "transport", "agreed"]) {
              const issuedOn = addMonths(dateOfDayNumber(number + shift), -months);
              const state = fold("x", [
                debtor({ kind }),
                invoice("f1", addDays(issuedOn, paymentDays), 100_000, { issuedOn }),
                ...(shortened === "transport" ? [terms({ transport: true })] : []),
                ...(shortened === "agreed" ? [terms({ limitationYears: months / 12 })] : []),
              ]);
              const balances = balancesOf(state);
              const full = legalClocksOf(state, balances, context).filter(
                ({ daysLeft }) => daysLeft !== null && Math.abs(daysLeft) <= CLOCK_DAYS,
              );
              found += full.length;
              expect(pressingClocksOf(state, balances, context)).toEqual(full);
            }
    expect(found).toBeGreaterThan(500);
  });

  it("never end for us on a day when no office is open", () => {
    for (let of = 1; of <= 28; of += 1) {
      const on = `2026-10-${String(of).padStart(2, "0")}`;
      const events = [
        LATE,
        insolvency({ publishedOn: day(on) }),
        fact("order-issued", on),
        fact("business-sale-published", on),
        fact("costs-letter-received", on),
      ];
      const ends = clocksOf({ events }).flatMap(({ side, actBy }) =>
        side === "ours" ? [actBy === null ? null : weekdayOf(actBy)] : [],
      );
      expect(ends).toHaveLength(5);
      expect(ends.filter((weekday) => weekday === null || weekday > 5)).toEqual([]);
    }
  });
});
