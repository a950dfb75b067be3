import { afterEach, describe, expect, it } from "vitest";
import type { LedgerStore } from "#shared/app/ports.ts";
import { chainEntries, emptyTip } from "#shared/ledger/append.ts";
import { checkChain } from "#shared/ledger/chain.ts";
import { headsOf, witnessOf } from "#shared/ledger/heads.ts";
import { eraseEntry, withholdEntry } from "#shared/ledger/merge.ts";
import { isCanonicalSegment, parseSegment } from "#shared/ledger/segment.ts";
import { ENTRY_VOIDED } from "#shared/ledger/voiding.ts";
import {
  AT,
  LEDGER,
  OTHER_WRITER,
  START,
  WRITER,
  appendOneByOne,
  entriesAfter,
  errorOf,
  hashesOf,
  valueOf,
} from "./sample-entries.ts";

type OpenLedger = (place: string) => Promise<LedgerStore>;

/** What every LedgerStore does. Opening one place twice gives two stores over the same ledger, as two tabs have. */
export const ledgerStoreContract = (name: string, open: OpenLedger): void => {
  journalContract(name, open);
  journalLoadContract(name, open);
  ownStoreContract(name, open);
};

/** Across the contracts: no two tests open one place. */
let places = 0;

type Places = {
  readonly at: (place: string) => Promise<LedgerStore>;
  readonly freshPlace: () => string;
  readonly begun: (place?: string) => Promise<LedgerStore>;
};

const placesOf = (open: OpenLedger): Places => {
  const opened: LedgerStore[] = [];
  afterEach(() => {
    for (const store of opened.splice(0)) store.close();
  });
  const at = async (place: string): Promise<LedgerStore> => {
    const store = await open(place);
    opened.push(store);
    return store;
  };
  const freshPlace = (): string => {
    places += 1;
    return `ledger-${String(places)}`;
  };
  const begun = async (place = freshPlace()): Promise<LedgerStore> => {
    const store = await at(place);
    valueOf(await store.begin(START));
    return store;
  };
  return { at, freshPlace, begun };
};

/** A journal, wherever it lies: what is appended and taken in, in segments, under a tip. */
export const journalContract = (name: string, open: OpenLedger): void => {
  describe(`${name} keeps a ledger`, () => {
    const { at, freshPlace, begun } = placesOf(open);

    it("has no tip, no entries and no witness before it is begun", async () => {
      const store = await at(freshPlace());
      expect(valueOf(await store.tip())).toBeNull();
      expect(valueOf(await store.readSince(0))).toEqual({ entries: [], arrival: 0, rewritten: 0 });
      expect(valueOf(await store.segmentTexts()).size).toBe(0);
      expect(valueOf(await store.witness())).toBeNull();
    });

    it("is begun once", async () => {
      const store = await begun();
      const other = emptyTip("led-other", OTHER_WRITER);
      expect(errorOf(await store.begin(other))).toEqual({ type: "stale-head", tip: START });
      expect(valueOf(await store.tip())).toEqual(START);
    });

    it("says that nothing is here when asked to append before it is begun", async () => {
      const store = await at(freshPlace());
      const { entries } = entriesAfter(START, 1);
      expect(errorOf(await store.append(START, entries)).type).toBe("storage-evicted");
      expect(errorOf(await store.takeIn(entries)).type).toBe("storage-evicted");
    });

    it("gives back the entries it was given, in order, to whoever opens it next", async () => {
      const place = freshPlace();
      const store = await begun(place);
      const { entries, tip } = entriesAfter(START, 7);
      expect(valueOf(await store.append(START, entries))).toEqual(tip);
      const next = await at(place);
      expect(valueOf(await next.tip())).toEqual(tip);
      expect(valueOf(await next.readSince(0))).toEqual({ entries, arrival: 7, rewritten: 0 });
    });

    it("reads only what arrived after a point", async () => {
      const store = await begun();
      const first = entriesAfter(START, 130);
      valueOf(await store.append(START, first.entries));
      const second = entriesAfter(first.tip, 3);
      valueOf(await store.append(first.tip, second.entries));
      expect(valueOf(await store.readSince(130))).toEqual({
        entries: second.entries,
        arrival: 133,
        rewritten: 0,
      });
      expect(valueOf(await store.readSince(128)).entries).toHaveLength(5);
      expect(valueOf(await store.readSince(133))).toEqual({
        entries: [],
        arrival: 133,
        rewritten: 0,
      });
    });

    it("refuses to append on a head that is no longer the last, and writes nothing", async () => {
      const store = await begun();
      const first = entriesAfter(START, 2);
      valueOf(await store.append(START, first.entries));
      const late = entriesAfter(START, 1, "late");
      expect(errorOf(await store.append(START, late.entries))).toEqual({
        type: "stale-head",
        tip: first.tip,
      });
      expect(valueOf(await store.readSince(0)).entries).toEqual(first.entries);
    });

    it("leaves everything as it is when nothing is appended", async () => {
      const store = await begun();
      expect(valueOf(await store.append(START, []))).toEqual(START);
      expect(valueOf(await store.segmentTexts()).size).toBe(0);
    });

    it("keeps its segments canonical, named, linked and sealed past the tail", async () => {
      const store = await begun();
      let tip = START;
      for (let round = 0; round < 23; round += 1) {
        const next = entriesAfter(tip, 10, `round ${String(round)}`);
        tip = valueOf(await store.append(tip, next.entries));
      }
      const big = entriesAfter(tip, 1203, "import");
      valueOf(await store.append(tip, big.entries));
      const texts = valueOf(await store.segmentTexts());
      let unsealed = 0;
      for (const text of texts.values()) {
        const segment = valueOf(parseSegment(text));
        expect(isCanonicalSegment(text, segment)).toBe(true);
        if (!segment.sealed) unsealed += 1;
      }
      expect(unsealed).toBeLessThanOrEqual(1);
      const { entries } = valueOf(await store.readSince(0));
      expect(checkChain(LEDGER, entries).problems).toEqual([]);
      expect(entries).toHaveLength(1433);
    });

    it("takes in another writer's entries once, however often and in whatever pieces", async () => {
      const store = await begun();
      const own = entriesAfter(START, 5);
      valueOf(await store.append(START, own.entries));
      const theirs = entriesAfter(emptyTip(LEDGER, OTHER_WRITER, 40), 30, "theirs").entries;
      expect(valueOf(await store.takeIn(theirs.slice(10)))).toEqual({ added: 20, arrival: 25 });
      expect(valueOf(await store.takeIn(theirs))).toEqual({ added: 10, arrival: 35 });
      expect(valueOf(await store.takeIn(theirs))).toEqual({ added: 0, arrival: 35 });
      const read = valueOf(await store.readSince(0)).entries;
      expect(checkChain(LEDGER, read).problems).toEqual([]);
      expect(read).toHaveLength(35);
      expect(hashesOf(valueOf(await store.readSince(5)).entries).sort()).toEqual(
        hashesOf(theirs).sort(),
      );
    });

    it("goes on after what it took in: its tick follows theirs, and an older head is stale", async () => {
      const store = await begun();
      const own = entriesAfter(START, 5);
      const before = valueOf(await store.append(START, own.entries));
      const theirs = entriesAfter(emptyTip(LEDGER, OTHER_WRITER, 40), 3, "theirs").entries;
      valueOf(await store.takeIn(theirs));
      const late = entriesAfter(before, 1);
      const refusal = errorOf(await store.append(before, late.entries));
      const tip = { ...before, tick: 43 };
      expect(refusal).toEqual({ type: "stale-head", tip });
      const next = entriesAfter(tip, 1);
      valueOf(await store.append(tip, next.entries));
      expect(hashesOf(valueOf(await store.readSince(8)).entries)).toEqual(hashesOf(next.entries));
      const { entries } = valueOf(await store.readSince(0));
      expect(checkChain(LEDGER, entries).problems).toEqual([]);
      const texts = [...valueOf(await store.segmentTexts()).values()];
      expect(texts.filter((text) => !valueOf(parseSegment(text)).sealed)).toHaveLength(1);
    });

    it("keeps a fork of its own writer beside its own entries, each in segments of its own", async () => {
      const store = await begun();
      const own = entriesAfter(START, 10);
      const tip = valueOf(await store.append(START, own.entries));
      const branch = entriesAfter({ ...tip, ...placeOf(own.entries[5]) }, 4, "copy");
      expect(valueOf(await store.takeIn(branch.entries)).added).toBe(4);
      const { entries } = valueOf(await store.readSince(0));
      const { problems } = checkChain(LEDGER, entries);
      expect(new Set(problems.map((problem) => problem.type))).toEqual(new Set(["fork"]));
      expect(valueOf(await store.segmentTexts()).size).toBe(2);
      const now = valueOf(await store.tip());
      expect(now?.hash).toBe(tip.hash);
    });

    it("refuses entries of another ledger and takes in none", async () => {
      const store = await begun();
      const foreign = entriesAfter(emptyTip("led-other", OTHER_WRITER), 2).entries;
      expect(errorOf(await store.takeIn(foreign)).type).toBe("ledgers-differ");
      expect(valueOf(await store.readSince(0)).entries).toEqual([]);
    });

    it("keeps the last witness it was told of", async () => {
      const place = freshPlace();
      const store = await begun(place);
      const { entries } = entriesAfter(START, 2);
      valueOf(await store.append(START, entries));
      const witness = witnessOf(LEDGER, headsOf(entries));
      valueOf(await store.keepWitness(witness));
      expect(valueOf(await (await at(place)).witness())).toEqual(witness);
    });
  });
};

/** The same under load: an import of thousands, two that write at once. */
export const journalLoadContract = (name: string, open: OpenLedger): void => {
  describe(`${name} keeps a large ledger`, () => {
    const { at, freshPlace, begun } = placesOf(open);

    it("takes 10,000 entries of one import in one step", async () => {
      const store = await begun();
      const { entries, tip } = entriesAfter(START, 10_000);
      expect(valueOf(await store.append(START, entries))).toEqual(tip);
      expect(valueOf(await store.segmentTexts()).size).toBe(20);
      expect(valueOf(await store.readSince(0)).arrival).toBe(10_000);
    });

    it("lets two tabs append 200 entries each at once: 400 entries, one whole chain", async () => {
      const place = freshPlace();
      const one = await begun(place);
      const two = await at(place);
      await Promise.all([appendOneByOne(one, 200, "one"), appendOneByOne(two, 200, "two")]);
      const { entries } = valueOf(await one.readSince(0));
      expect(valueOf(await two.readSince(0)).entries).toEqual(entries);
      expect(entries).toHaveLength(400);
      const report = checkChain(LEDGER, entries);
      expect(report.problems).toEqual([]);
      expect(report.writers).toEqual([{ writer: WRITER, entries: 400, last: 400 }]);
    });

    it("merges two installations that appended 200 entries each: 400, both chains whole", async () => {
      const one = await begun();
      const two = await at(freshPlace());
      valueOf(await two.begin(emptyTip(LEDGER, OTHER_WRITER)));
      await Promise.all([appendOneByOne(one, 200, "one"), appendOneByOne(two, 200, "two")]);
      valueOf(await one.takeIn(valueOf(await two.readSince(0)).entries));
      valueOf(await two.takeIn(valueOf(await one.readSince(0)).entries));
      const here = valueOf(await one.readSince(0)).entries;
      const there = valueOf(await two.readSince(0)).entries;
      expect(hashesOf(here).sort()).toEqual(hashesOf(there).sort());
      const report = checkChain(LEDGER, here);
      expect(report.problems).toEqual([]);
      expect(report.writers.map((writer) => writer.entries)).toEqual([200, 200]);
    });
  });
};

/** What a store of its own has beside: an order of arrival, erasing by hash, others that hear of it, an end. */
export const ownStoreContract = (name: string, open: OpenLedger): void => {
  describe(`${name} is a store of its own`, () => {
    const { at, freshPlace, begun } = placesOf(open);

    it("names what was read before and is here no more", async () => {
      const store = await begun();
      expect(errorOf(await store.readSince(5)).type).toBe("storage-evicted");
    });

    it("follows its own writer's entries when it is an older copy of itself", async () => {
      const store = await begun();
      const own = entriesAfter(START, 10);
      valueOf(await store.append(START, own.entries.slice(0, 4)));
      valueOf(await store.takeIn(own.entries));
      expect(valueOf(await store.tip())).toEqual(own.tip);
      const next = entriesAfter(own.tip, 1);
      valueOf(await store.append(own.tip, next.entries));
      const { entries } = valueOf(await store.readSince(0));
      expect(checkChain(LEDGER, entries).problems).toEqual([]);
    });

    it("completes a withheld payload from a copy that has it", async () => {
      const store = await begun();
      const theirs = entriesAfter(emptyTip(LEDGER, OTHER_WRITER), 3, "theirs").entries;
      valueOf(await store.takeIn(theirs.map(withholdEntry)));
      expect(valueOf(await store.takeIn(theirs))).toEqual({ added: 0, arrival: 3 });
      expect(valueOf(await store.readSince(0)).entries).toEqual(theirs);
      // Whoever had read them learns of it, though nothing arrived.
      expect(valueOf(await store.readSince(3))).toEqual({ entries: [], arrival: 3, rewritten: 1 });
    });

    it("removes payloads and leaves headers, so that the chain still holds", async () => {
      const store = await begun();
      const { entries, tip } = entriesAfter(START, 120);
      valueOf(await store.append(START, entries));
      const [gone] = entries.slice(60);
      if (gone === undefined) throw new Error("no entry");
      expect(valueOf(await store.erase([gone.hash, "f".repeat(64)]))).toBe(1);
      expect(valueOf(await store.erase([gone.hash]))).toBe(0);
      expect(valueOf(await store.readSince(120)).rewritten).toBe(1);
      const read = valueOf(await store.readSince(0)).entries;
      expect(read[60]).toEqual(eraseEntry(gone));
      expect(checkChain(LEDGER, read).problems).toEqual([]);
      expect(valueOf(await store.tip())).toEqual(tip);
      const texts = [...valueOf(await store.segmentTexts()).values()];
      expect(texts.some((text) => text.includes("note 60 "))).toBe(false);
    });

    it("never removes the payload of an undo, which would bring back what it undid", async () => {
      const store = await begun();
      const said = entriesAfter(START, 1);
      const data = { entries: [said.entries[0]?.hash ?? ""] };
      const undo = chainEntries(
        said.tip,
        [{ stream: "account/deb-1", type: ENTRY_VOIDED, version: 1, data }],
        { by: "Claire Lacombe", at: AT, salts: ["0".repeat(32)] },
      ).entries;
      valueOf(await store.append(START, [...said.entries, ...undo]));
      expect(valueOf(await store.erase(undo.map((entry) => entry.hash)))).toBe(0);
      expect(valueOf(await store.readSince(1)).entries).toEqual(undo);
    });

    it("calls back when another tab appended, until told to stop", async () => {
      const place = freshPlace();
      const one = await begun(place);
      const two = await at(place);
      let own = 0;
      let heard = 0;
      const stopOwn = one.onChange(() => {
        own += 1;
      });
      const called = new Promise<void>((resolve) => {
        two.onChange(() => {
          heard += 1;
          resolve();
        });
      });
      const first = entriesAfter(START, 1);
      valueOf(await one.append(START, first.entries));
      await called;
      expect(heard).toBe(1);
      expect(own).toBe(0);
      stopOwn();
    });

    it("answers after it was closed that it was closed", async () => {
      const store = await begun();
      store.close();
      expect(errorOf(await store.tip()).type).toBe("storage-failed");
      expect(errorOf(await store.append(START, [])).type).toBe("storage-failed");
    });
  });
};

const placeOf = (
  entry: { readonly hash: string; readonly header: { readonly sequence: number } } | undefined,
): { readonly sequence: number; readonly hash: string } => {
  if (entry === undefined) throw new Error("no entry");
  return { sequence: entry.header.sequence, hash: entry.hash };
};
