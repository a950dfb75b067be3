import { beforeAll, describe, expect, it } from "vitest";
import { chainEntries, emptyTip } from "#shared/ledger/append.ts";
import { checkChain } from "#shared/ledger/chain.ts";
import type { Entry } from "#shared/ledger/entry.ts";
import { headsOf, ledgerHeadOf, witnessOf } from "#shared/ledger/heads.ts";
import { eraseEntry, withholdEntry } from "#shared/ledger/merge.ts";
import {
  isCanonicalSegment,
  parseSegment,
  sealSegments,
  textOfSegment,
} from "#shared/ledger/segment.ts";
import { PAYLOAD_ERASED } from "#shared/ledger/voiding.ts";
import { makeBackup, restoreInto } from "#src/store/backup.ts";
import { readBackup } from "#src/store/backup-format.ts";
import { openMemoryStores } from "#src/store/memory.ts";
import {
  AT,
  LEDGER,
  OTHER_WRITER,
  entriesAfter,
  errorOf,
  hashesOf,
  valueOf,
} from "../../contracts/sample-entries.ts";
import { emptyAccountOfUser } from "../services-in-memory.ts";
import type { MemoryAccount } from "../services-in-memory.ts";
import { copyOf, loadAll, wholeWorld } from "./cuts.ts";
import { begin, csvOf, execute, take } from "./desk.ts";

const FOREVER = Number.MAX_SAFE_INTEGER;

const textsOf = (entries: readonly Entry[]): readonly string[] =>
  sealSegments(entries).map((segment) => textOfSegment(segment));

const entriesOf = (account: MemoryAccount): readonly Entry[] =>
  valueOf(execute(account).ledger.entries());

/** As the desk hands a backup over: a few segments a call, then what was folded is worked out again. */
const takeIn = (account: MemoryAccount, texts: readonly string[]): number => {
  let added = 0;
  for (let at = 0; at < texts.length; at += 2)
    added += valueOf(execute(account).ledger.takeIn(texts.slice(at, at + 2))).added;
  valueOf(execute(account).ledger.refold(FOREVER));
  return added;
};

const joined = (): MemoryAccount => {
  const account = emptyAccountOfUser();
  valueOf(execute(account).ledger.begin(LEDGER));
  return account;
};

const theirs = (count: number, tick = 0): readonly Entry[] =>
  entriesAfter(emptyTip(LEDGER, OTHER_WRITER, tick), count, "theirs").entries;

describe("a ledger that Gmail shares with others", () => {
  it("has the heads of Outlook's backup once it has taken it in, and twice is once", () => {
    const account = joined();
    const entries = theirs(1203);
    expect(takeIn(account, textsOf(entries))).toBe(1203);
    expect(ledgerHeadOf(headsOf(entriesOf(account)))).toBe(ledgerHeadOf(headsOf(entries)));
    expect(takeIn(account, textsOf(entries))).toBe(0);
    expect(wholeWorld(account).entries).toBe(1203);
  });

  it("goes into a backup that another store restores, with the same heads and bytes", async () => {
    const account = emptyAccountOfUser();
    begin(account);
    take(account, csvOf(30, 4));
    const { ledger } = execute(account);
    const texts = valueOf(ledger.segmentTexts(valueOf(ledger.segmentNames())));
    for (const text of texts.values())
      expect(isCanonicalSegment(text, valueOf(parseSegment(text)))).toBe(true);
    const theirStores = openMemoryStores();
    valueOf(await theirStores.ledger.begin(emptyTip(ledger.tip()?.ledger ?? "", OTHER_WRITER)));
    const entries = [...texts.values()].flatMap((text) => valueOf(parseSegment(text)).entries);
    valueOf(await theirStores.ledger.takeIn(entries));
    const backup = valueOf(readBackup(valueOf(await makeBackup(theirStores, { at: AT }))));
    const fresh = openMemoryStores();
    const restored = valueOf(await restoreInto(fresh, backup, { chance: "0".repeat(32) }));
    expect(restored.problems).toEqual([]);
    const there = valueOf(await fresh.ledger.readSince(0)).entries;
    expect(ledgerHeadOf(headsOf(there))).toBe(ledgerHeadOf(headsOf(entriesOf(account))));
    // And back again: nothing of it is new.
    const back = [...backup.segments.values()].map(({ text }) => text);
    expect(takeIn(account, back)).toBe(0);
  });

  it("merges the work of two who wrote in ignorance of each other, both ways", () => {
    const one = emptyAccountOfUser();
    begin(one);
    take(one, csvOf(4, 1));
    const two = emptyAccountOfUser();
    two.drawn = 90_000;
    valueOf(execute(two).ledger.begin(execute(one).ledger.tip()?.ledger));
    takeIn(two, textsOf(entriesOf(one)));
    take(two, csvOf(6, 2));
    take(one, csvOf(5, 3));
    takeIn(one, textsOf(entriesOf(two)));
    takeIn(two, textsOf(entriesOf(one)));
    expect(ledgerHeadOf(headsOf(entriesOf(one)))).toBe(ledgerHeadOf(headsOf(entriesOf(two))));
    expect(wholeWorld(one).states).toBe(wholeWorld(two).states);
    expect(execute(one).ledger.summary()?.view.rows).toEqual(
      execute(two).ledger.summary()?.view.rows,
    );
  });

  it("follows with its tick what it took in", () => {
    const account = joined();
    takeIn(account, textsOf(theirs(3, 40)));
    expect(execute(account).ledger.tip()?.tick).toBe(43);
  });

  it("refuses entries of another ledger, and texts that are no segments, and takes in none", () => {
    const account = joined();
    const foreign = entriesAfter(emptyTip("led-other", OTHER_WRITER), 2).entries;
    expect(errorOf(execute(account).ledger.takeIn(textsOf(foreign))).type).toBe("ledgers-differ");
    expect(errorOf(execute(account).ledger.takeIn(["{}\n"]))).toEqual({
      type: "segments-unreadable",
      count: 1,
    });
    expect(entriesOf(account)).toEqual([]);
  });

  it("completes a payload that was withheld, and drops one that the law took away elsewhere", () => {
    const account = joined();
    const entries = theirs(3);
    takeIn(account, textsOf(entries.map(withholdEntry)));
    takeIn(account, textsOf(entries));
    expect(entriesOf(account)).toEqual(entries);
    const [gone] = entries;
    const tip = {
      ...emptyTip(LEDGER, OTHER_WRITER),
      sequence: 3,
      tick: 3,
      hash: entries[2]?.hash ?? "",
    };
    const erasing = chainEntries(
      tip,
      [
        {
          stream: "account/deb-1",
          type: PAYLOAD_ERASED,
          version: 1,
          data: { entries: [gone?.hash ?? ""], reason: "demande" },
        },
      ],
      { by: "Claire Lacombe", at: AT, salts: ["0".repeat(32)] },
    ).entries;
    takeIn(account, textsOf(erasing));
    const now = entriesOf(account);
    expect(now[0]).toEqual(gone === undefined ? undefined : eraseEntry(gone));
    expect(checkChain(LEDGER, now).problems).toEqual([]);
    const texts = [...account.drive.files.values()].map(({ bytes }) =>
      Buffer.from(bytes).toString(),
    );
    expect(texts.some((text) => text.includes("theirs 0"))).toBe(false);
  });

  it("keeps a fork of another writer beside what it forked from", () => {
    const account = joined();
    const entries = theirs(10);
    const at = entries[5];
    const branch = entriesAfter(
      { ...emptyTip(LEDGER, OTHER_WRITER, 6), sequence: 6, hash: at?.hash ?? "" },
      4,
      "copy",
    ).entries;
    takeIn(account, textsOf(entries));
    expect(takeIn(account, textsOf(branch))).toBe(4);
    const { problems } = checkChain(LEDGER, entriesOf(account));
    expect(new Set(problems.map(({ type }) => type))).toEqual(new Set(["fork"]));
  });

  it("goes on as a new writer where its own later entries come back to it", () => {
    const account = emptyAccountOfUser();
    begin(account);
    const older = copyOf(account);
    take(account, csvOf(2, 1));
    takeIn(older, textsOf(entriesOf(account)));
    expect(execute(older).ledger.tip()?.writer).not.toBe(execute(account).ledger.tip()?.writer);
    expect(hashesOf(entriesOf(older)).sort()).toEqual(hashesOf(entriesOf(account)).sort());
    take(older, csvOf(3, 1));
    const all = entriesOf(older);
    expect(checkChain(execute(older).ledger.tip()?.ledger ?? "", all).problems).toEqual([]);
    expect(valueOf(execute(older).ledger.run(loadAll, null)).accounts.size).toBe(3);
  });

  it("keeps the last witness it was told of", () => {
    const account = joined();
    expect(execute(account).ledger.witness()).toBeNull();
    const witness = witnessOf(LEDGER, headsOf(theirs(2)));
    valueOf(execute(account).ledger.keepWitness(witness));
    expect(execute(account).ledger.witness()).toEqual(witness);
  });
});

describe("a ledger too large to be held at once", () => {
  const account = joined();

  // Apart from the test, which the machine may be slow at.
  beforeAll(() => {
    const many = chainEntries(
      emptyTip(LEDGER, OTHER_WRITER),
      Array.from({ length: 31_000 }, (_, at) => ({
        stream: `account/deb-${String(at % 700)}`,
        type: "note-taken",
        version: 1,
        data: { text: `note ${String(at)}` },
      })),
      { by: "Claire Lacombe", at: AT, salts: Array.from({ length: 31_000 }, () => "0".repeat(32)) },
    ).entries;
    const texts = textsOf(many);
    for (let at = 0; at < texts.length; at += 31)
      valueOf(execute(account).ledger.takeIn(texts.slice(at, at + 31)));
  });

  it("is worked out in passes, by one execution after another", () => {
    const first = errorOf(execute(account, { msACall: 3000 }).ledger.run(loadAll, null));
    expect(first.type).toBe("ledger-rebuilding");
    let rounds = 0;
    for (;;) {
      const progress = valueOf(execute(account, { msACall: 100 }).ledger.refold(account.now + 300));
      rounds += 1;
      if (progress.done) break;
      expect(rounds).toBeLessThan(60);
    }
    expect(rounds).toBeGreaterThan(1);
    const { ledger } = execute(account);
    expect(ledger.size()).toMatchObject({ entries: 31_000, accounts: 700, shards: 128 });
    const loaded = valueOf(ledger.run(loadAll, null));
    const told = [...loaded.accounts.values()].reduce(
      (sum, { deferred }) => sum + deferred.length,
      0,
    );
    expect(told).toBe(31_000);
  });
});
