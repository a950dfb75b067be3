import { beforeAll, describe, expect, it } from "vitest";
import { valueOf } from "../../contracts/sample-entries.ts";
import { emptyAccountOfUser } from "../services-in-memory.ts";
import type { MemoryAccount } from "../services-in-memory.ts";
import { copyOf, loadAll, wholeWorld } from "./cuts.ts";
import { begin, csvOf, execute, take } from "./desk.ts";

/** As a person has it: what is done by the first card, then by the first run where that one leads there. */
const used = (account: MemoryAccount): readonly string[] => {
  const seen = execute(account).ledger;
  const first = seen.tip() === null ? null : seen.run(loadAll, null);
  if (first === null || !first.ok) valueOf(execute(account).ledger.begin());
  valueOf(execute(account).ledger.refold(Number.MAX_SAFE_INTEGER));
  return [...valueOf(execute(account).ledger.run(loadAll, null)).accounts.keys()].sort();
};

describe("a ledger whose properties are partly lost", () => {
  const whole: {
    account: MemoryAccount;
    known: readonly string[];
    entries: number;
    states: string;
  } = {
    account: emptyAccountOfUser(),
    known: [],
    entries: 0,
    states: "",
  };

  beforeAll(() => {
    begin(whole.account);
    take(whole.account, csvOf(12));
    whole.known = used(whole.account);
    Object.assign(whole, wholeWorld(copyOf(whole.account)));
  });

  const names = () => [...whole.account.properties.keys()];

  it.each([
    ["gone", null],
    ["another's words", "{"],
    ["emptied", ""],
  ] as const)("is whole again after the next card, whichever of them is %s", (_what, value) => {
    expect(whole.known).toHaveLength(12);
    for (const name of names()) {
      const account = copyOf(whole.account);
      if (value === null) account.properties.delete(name);
      else account.properties.set(name, value);
      expect([name, used(account)]).toEqual([name, whole.known]);
      const { entries, states } = wholeWorld(account);
      expect([name, entries, states]).toEqual([name, whole.entries, whole.states]);
      // It goes on being written.
      take(account, csvOf(13));
      expect([name, used(account).length]).toEqual([name, 13]);
    }
  });
});
