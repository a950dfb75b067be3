import { debtorEvents } from "../../fixtures/big-ledger.ts";
import { beforeAll, describe, expect, it } from "vitest";
import { valueOf } from "../../contracts/sample-entries.ts";
import { emptyAccountOfUser } from "../services-in-memory.ts";
import type { MemoryAccount } from "../services-in-memory.ts";
import { accountEntry } from "#shared/app/streams.ts";
import type { Entry } from "#shared/ledger/entry.ts";
import { parseSegment } from "#shared/ledger/segment.ts";
import { copyOf, cutEverywhere, loadAll, wholeWorld, writing } from "./cuts.ts";
import { TODAY, begin, csvOf, execute, take } from "./desk.ts";

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

  it("is found again in its folder, whatever the person has called that, and makes no second one", () => {
    const account = copyOf(whole.account);
    const foldersIn = () =>
      [...account.drive.files.values()].filter(({ appProperties }) => appProperties["folder"]);
    const before = foldersIn().length;
    for (const folder of foldersIn())
      account.drive.files.set(folder.id, { ...folder, name: "Mes impayés" });
    account.properties.clear();
    expect(used(account)).toEqual(whole.known);
    expect(foldersIn()).toHaveLength(before);
  });

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

describe("a writing that was cut, and what was begun of it lost with the properties", () => {
  /** What lies in the journal's files, whoever knows of it. */
  const inFiles = ({ drive }: MemoryAccount): readonly Entry[] =>
    [...drive.files.values()]
      .filter(({ name }) => name.endsWith(".jsonl"))
      .flatMap(({ bytes }) => valueOf(parseSegment(Buffer.from(bytes).toString("utf8"))).entries);

  const note = (debtor: string, text: string) =>
    accountEntry(debtor, { type: "note-written", data: { note: `note-${text}`, on: TODAY, text } });

  it.each([
    ["the first one of all", 0, 1],
    ["one that writes the tail again", 3, 1],
    ["one that seals it", 90, 20],
  ] as const)("forks nothing and loses nothing, be it %s", (_what, before, count) => {
    const prepared = emptyAccountOfUser();
    valueOf(execute(prepared).ledger.begin());
    const debtor = "deb-a";
    const whose = debtorEvents(debtor, "Débiteur", "compta@debiteur.example").map((event) =>
      accountEntry(debtor, event),
    );
    const write = (account: MemoryAccount, prefix: string, notes: number): void => {
      const entries = Array.from({ length: notes }, (_, at) =>
        note(debtor, `${prefix}${String(at)}`),
      );
      if (prefix === "avant") entries.unshift(...whose);
      valueOf(execute(account).ledger.run(writing([debtor], entries), null));
    };
    if (before > 0) write(prepared, "avant", before);
    const kept = new Set<number>();
    cutEverywhere(
      prepared,
      ({ ledger }) => {
        const notes = Array.from({ length: count }, (_, at) => note(debtor, `z${String(at)}`));
        const entries = before === 0 ? [...whose, ...notes] : notes;
        valueOf(ledger.run(writing([debtor], entries), null));
      },
      (account, cut) => {
        for (const name of account.properties.keys())
          if (name.startsWith("ledger.pending")) account.properties.delete(name);
        if (cut % 2 === 0) account.cache.clear();
        const there = inFiles(account).map(({ hash }) => hash);
        kept.add(new Set(there).size);
        write(account, there.length === 0 ? "avant" : "après", 1);
        const entries = valueOf(execute(account).ledger.entries());
        const hashes = new Set(entries.map(({ hash }) => hash));
        expect(there.filter((hash) => !hashes.has(hash))).toEqual([]);
        const places = entries.map(({ header }) => `${header.writer} ${String(header.sequence)}`);
        expect(new Set(places).size).toBe(places.length);
        const fresh = there.length === 0 ? 1 + whose.length : 1;
        expect(wholeWorld(account).entries).toBe(new Set(there).size + fresh);
      },
    );
    const had = before === 0 ? 0 : before + whose.length;
    const has = before === 0 ? whose.length + count : had + count;
    expect(kept).toEqual(new Set([had, has]));
  });
});
