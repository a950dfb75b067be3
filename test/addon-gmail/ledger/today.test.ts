import { describe, expect, it } from "vitest";
import { markLooked } from "#shared/app/ledger-acts.ts";
import { todayList } from "#shared/app/today-list.ts";
import type { UseCase } from "#shared/app/use-case.ts";
import type { AccountEvent } from "#shared/claims/events.ts";
import { ok } from "#shared/kernel/result.ts";
import { accountEntry } from "#shared/app/streams.ts";
import { dateOf } from "#shared/kernel/calendar.ts";
import { valueOf } from "../../contracts/sample-entries.ts";
import { emptyAccountOfUser } from "../services-in-memory.ts";
import type { MemoryAccount } from "../services-in-memory.ts";
import { loadAll } from "./cuts.ts";
import { TODAY, begin, csvOf, execute, take } from "./desk.ts";

const FOREVER = Number.MAX_SAFE_INTEGER;

/** The list as the core draws it over everything. */
const drawn = (account: MemoryAccount) =>
  valueOf(execute(account).ledger.run(todayList, { canWriteDrafts: false }));

const saying = (debtor: string, event: AccountEvent): UseCase<null, null, never> => ({
  name: "saying",
  asks: () => ({ accounts: [debtor], keys: [], search: false }),
  decide: () => ok({ view: null, entries: [accountEntry(debtor, event)], keeps: [], acts: [] }),
});

const userWith = (debtors: number, dailyMinutes?: number): MemoryAccount => {
  const account = emptyAccountOfUser();
  begin(account, dailyMinutes);
  take(account, csvOf(debtors, 2));
  return account;
};

describe("the list of today in the properties", () => {
  it("is what the core draws, without Drive, as soon as something was written", () => {
    const account = userWith(5);
    const { ledger, counts } = execute(account);
    const stored = ledger.summary();
    expect(stored?.view).toEqual(drawn(account));
    expect(stored).toMatchObject({ date: TODAY, language: "fr", more: 0, due: false });
    expect(counts()).toMatchObject({ "properties-read": 1, round: 0, "cache-read": 0 });
  });

  it("follows every change of a debtor, among many", () => {
    // Minutes enough for all of them: a row that weighs less is a row still.
    const account = userWith(70, 600);
    valueOf(execute(account).ledger.refold(FOREVER));
    const before = execute(account).ledger.summary();
    expect(before?.view.rows).toHaveLength(40);
    expect(before?.more).toBe(30);
    const [first] = before?.view.rows ?? [];
    const debtor = first?.account ?? "";
    valueOf(
      execute(account).ledger.run(
        saying(debtor, {
          type: "chasing-put-off",
          data: { until: dateOf("2026-12-01"), reason: "vacances" },
        }),
        null,
      ),
    );
    const after = execute(account).ledger.summary();
    const whole = drawn(account);
    expect(after?.view.rows.map(({ key }) => key)).toEqual(
      whole.rows.slice(0, 40).map(({ key }) => key),
    );
    expect(after?.view.rows.some(({ account: one }) => one === debtor)).toBe(false);
    expect({ ...after?.view, rows: [] }).toEqual({ ...whole, rows: [] });
    // A row that stays where it is says what is so now.
    const other = after?.view.rows[3];
    valueOf(
      execute(account).ledger.run(
        saying(other?.account ?? "", {
          type: "debtor-corrected",
          data: {
            debtor: other?.account ?? "",
            changes: { name: `${other?.name.foreign ?? ""} et fils` },
          },
        }),
        null,
      ),
    );
    const renamed = execute(account).ledger.summary();
    expect(renamed?.view.rows).toEqual(drawn(account).rows.slice(0, 40));
    expect(renamed?.view.rows[3]).toMatchObject({ key: other?.key });
    expect(renamed?.view.rows[3]?.name.foreign).toContain("et fils");
  });

  it("says of itself that it is due where every debtor's line may have changed, and refold draws it anew", () => {
    const account = userWith(70);
    valueOf(execute(account).ledger.refold(FOREVER));
    valueOf(execute(account).ledger.run(markLooked, { accounts: [], where: "by-hand" }));
    expect(execute(account).ledger.summary()?.due).toBe(true);
    valueOf(execute(account).ledger.refold(FOREVER));
    expect(execute(account).ledger.summary()).toMatchObject({ due: false });
    expect(execute(account).ledger.summary()?.view.answers).toEqual(drawn(account).answers);
  });

  it("is drawn anew for a new day, in slices that the next execution goes on with", () => {
    const account = userWith(70);
    valueOf(execute(account).ledger.refold(FOREVER));
    const tomorrow = dateOf("2026-11-21");
    const host = {
      facts: () => ({
        today: tomorrow,
        now: "2026-11-21T08:30:00.000Z",
        by: "Claire Lacombe",
        language: "fr" as const,
      }),
    };
    let rounds = 0;
    for (;;) {
      rounds += 1;
      // So slow that an execution has time for a slice or two.
      const { ledger } = execute(account, { host, msACall: 50 });
      const progress = valueOf(ledger.refold(account.now + 200));
      if (progress.done) break;
      expect(progress.stepsDone).toBeLessThan(progress.steps);
      expect(rounds).toBeLessThan(50);
    }
    expect(rounds).toBeGreaterThan(2);
    const { ledger } = execute(account, { host });
    expect(ledger.summary()).toMatchObject({ date: tomorrow });
    const whole = valueOf(ledger.run(todayList, { canWriteDrafts: false }));
    expect(ledger.summary()?.view.rows).toEqual(whole.rows.slice(0, 40));
  });

  it("is of no use to another build, nor to a reader of the other language", () => {
    const account = userWith(3);
    expect(execute(account, { host: { build: "another" } }).ledger.summary()).toBeNull();
    valueOf(execute(account, { host: { build: "another" } }).ledger.refold(FOREVER));
    expect(execute(account, { host: { build: "another" } }).ledger.summary()).not.toBeNull();
  });

  it("stays within two properties, however many debtors are late", () => {
    const account = userWith(200);
    valueOf(execute(account).ledger.refold(FOREVER));
    const pieces = [...account.properties.keys()].filter((name) => name.startsWith("ledger.today"));
    expect(pieces.length).toBeLessThanOrEqual(2);
    expect(execute(account).ledger.summary()?.view.rows.length).toBeGreaterThan(8);
    expect(valueOf(execute(account).ledger.run(loadAll, null)).accounts.size).toBe(200);
  });
});

describe("a ledger that has outgrown its shards", () => {
  it("is dealt to more of them by the hourly job, and by no click", () => {
    const account = userWith(800);
    const { now } = account;
    valueOf(execute(account).ledger.refold(now + 15_000));
    expect(execute(account).ledger.size()).toMatchObject({ accounts: 800, shards: 64 });
    valueOf(execute(account).ledger.refold(now + 300_000));
    expect(execute(account).ledger.size()).toMatchObject({ accounts: 800, shards: 256 });
    expect(valueOf(execute(account).ledger.run(loadAll, null)).accounts.size).toBe(800);
  });
});
