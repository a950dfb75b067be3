import { beforeAll, describe, expect, it } from "vitest";
import { searchView } from "#shared/app/search-view.ts";
import { accountEntry } from "#shared/app/streams.ts";
import { SEARCH_FILES } from "#gmail/script/ledger/search-lines.ts";
import { valueOf } from "../../contracts/sample-entries.ts";
import { chanceOf } from "../../fixtures/big-ledger.ts";
import { emptyAccountOfUser } from "../services-in-memory.ts";
import type { MemoryAccount } from "../services-in-memory.ts";
import { copyOf, loadAll, writing } from "./cuts.ts";
import { TODAY, begin, csvOf, execute, take } from "./desk.ts";

/** Words that nothing packs. */
const wordsOf = (chars: number): string => {
  const chance = chanceOf(7);
  let text = "";
  while (text.length < chars) text += chance().toString(36).slice(2);
  return text;
};

describe("a search by hand", () => {
  let account: MemoryAccount;
  beforeAll(() => {
    account = emptyAccountOfUser();
    begin(account);
    take(account, csvOf(150, 2));
  });
  const search = (over: MemoryAccount, query: string) => {
    const { ledger, counts } = execute(over);
    const { hits } = valueOf(ledger.run(searchView, { query }));
    return { hits: hits.map(({ label }) => label.foreign), counts: counts() };
  };

  it("is one round of sixteen files at most, however many accounts there are, and none the next time", () => {
    const cold = copyOf(account);
    cold.cache.clear();
    expect(execute(cold).ledger.size()?.shards).toBeGreaterThan(SEARCH_FILES);
    const first = search(cold, "F117-2");
    expect(first.hits).toEqual(["F117-2"]);
    expect(first.counts.round).toBe(1);
    expect(first.counts.request).toBeLessThanOrEqual(SEARCH_FILES);
    const second = search(cold, "debiteur 44");
    expect(second.hits[0]).toContain("44");
    expect(second.counts.round).toBe(0);
  });

  it("finds what was written since, and what was worked out anew, as if every account had been read", () => {
    const told = copyOf(account);
    take(told, csvOf(151, 2));
    expect(search(told, "F151-1").hits).toEqual(["F151-1"]);
    valueOf(execute(told, { host: { build: "next" } }).ledger.refold(Number.MAX_SAFE_INTEGER));
    const next = execute(told, { host: { build: "next" } }).ledger;
    const all = valueOf(next.run(loadAll, null)).searchRows;
    const rows = valueOf(
      next.run(
        {
          name: "rows",
          asks: () => ({ accounts: [], keys: [], search: true }),
          decide: (_input: null, loaded) => ({
            ok: true,
            value: { view: loaded.searchRows, entries: [], keeps: [], acts: [] },
          }),
        },
        null,
      ),
    );
    const inOrder = (some: typeof all) => some.map((row) => JSON.stringify(row)).toSorted();
    expect(rows.length).toBeGreaterThan(600);
    expect(inOrder(rows)).toEqual(inOrder(all));
  });
});

describe("a shard that is larger than a value of the cache", () => {
  it("lies there in several, so that the next card asks Drive for nothing", () => {
    const account = emptyAccountOfUser();
    begin(account);
    take(account, csvOf(1));
    const [debtor = ""] = valueOf(execute(account).ledger.run(loadAll, null)).accounts.keys();
    const long = wordsOf(1_400_000);
    for (let at = 0; at < 400; at += 40) {
      const some = Array.from({ length: 40 }, (_, one) =>
        accountEntry(debtor, {
          type: "note-written",
          data: {
            note: `note-${String(at + one)}`,
            on: TODAY,
            text: long.slice((at + one) * 3400, (at + one + 1) * 3400),
          },
        }),
      );
      valueOf(execute(account).ledger.run(writing([debtor], some), null));
    }
    account.cache.clear();
    const read = () => {
      const { ledger, counts } = execute(account);
      const loaded = valueOf(ledger.run(writing([debtor], []), null));
      expect(loaded).toBe("written");
      return counts().round;
    };
    expect(read()).toBe(1);
    const shard = Math.max(
      ...[...account.drive.files.values()]
        .filter(({ name }) => /^s\d+\.gz$/.test(name))
        .map(({ bytes }) => bytes.length),
    );
    // More than the nine values that a first version of this split it into.
    expect(shard).toBeGreaterThan(700_000);
    expect(read()).toBe(0);
    for (const value of account.cache.values()) expect(value.length).toBeLessThanOrEqual(100_000);
  });
});
