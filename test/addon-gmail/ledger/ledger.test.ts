import { describe, expect, it } from "vitest";
import { todayView } from "#shared/app/today-view.ts";
import { searchView } from "#shared/app/search-view.ts";
import { checkChain } from "#shared/ledger/chain.ts";
import { valueOf } from "../../contracts/sample-entries.ts";
import { emptyAccountOfUser } from "../services-in-memory.ts";
import { begin, csvOf, execute, take } from "./desk.ts";

describe("the ledger of a user of Gmail", () => {
  it("is begun, takes in a file and shows the day, each in an execution of its own", () => {
    const account = emptyAccountOfUser();
    begin(account);
    take(account, csvOf(5, 2));
    const { ledger, counts } = execute(account);
    const day = valueOf(ledger.run(todayView, { canWriteDrafts: false }));
    expect(day.rows).toHaveLength(5);
    const found = valueOf(ledger.run(searchView, { query: "debiteur 3" }));
    expect(found.hits.length).toBeGreaterThan(0);
    expect(counts()).toMatchObject({ "properties-read": 1 });
    const entries = valueOf(ledger.entries());
    expect(checkChain(ledger.tip()?.ledger ?? "", entries).problems).toEqual([]);
    expect(ledger.tip()?.sequence).toBe(entries.length);
  });
});
