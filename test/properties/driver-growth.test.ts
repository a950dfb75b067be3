import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  emptyCreditorShard,
  entriesByShard,
  foldShard,
  growCreditorShard,
} from "#shared/app/shards.ts";
import { keysOfAccount } from "#shared/app/index-keys.ts";
import { viewOnly } from "#shared/app/use-case.ts";
import type { Loaded, UseCase } from "#shared/app/use-case.ts";
import type { AccountState } from "#shared/claims/account.ts";
import { ok } from "#shared/kernel/result.ts";
import { chainEntries, emptyTip } from "#shared/ledger/append.ts";
import type { NewEntry, Tip } from "#shared/ledger/append.ts";
import type { Entry } from "#shared/ledger/entry.ts";
import { withholdEntry } from "#shared/ledger/merge.ts";
import { openDriver } from "#src/driver/driver.ts";
import type { Driver } from "#src/driver/driver.ts";
import { emptyMemoryPlace, openMemoryStores } from "#src/store/memory.ts";
import type { MemoryPlace } from "#src/store/memory.ts";
import { SEED, unionOf } from "./ledger-worlds.ts";
import { LEDGER, saltOf } from "../shared/ledger/sample-ledger.ts";

const ACCOUNTS = ["debtor-a", "__proto__", "debtor-c"] as const;

const KINDS = [
  "note",
  "note",
  "invoice",
  "contact",
  "creditor",
  "batch-of-two",
  "void",
  "void-batch",
  "void-nowhere",
  "sync",
  "sync",
  "sync",
] as const;
/** As above: one script in some has erasures. */
const WITH_ERASURES = [...KINDS, "erase", "erase-elsewhere"] as const;
type Act = {
  readonly writer: number;
  readonly kind: (typeof WITH_ERASURES)[number];
  readonly pick: number;
};

const historyWith = (kinds: readonly Act["kind"][]) =>
  fc.array(fc.record({ writer: fc.nat(2), kind: fc.constantFrom(...kinds), pick: fc.nat(999) }), {
    minLength: 1,
    maxLength: 40,
  });
const histories = fc.oneof(
  { weight: 3, arbitrary: historyWith(KINDS) },
  { weight: 1, arbitrary: historyWith(WITH_ERASURES) },
);

const HOWS = ["refresh", "refresh", "reopen", "tear", "other-build", "second-tab"] as const;
const deliveries = fc.array(
  fc.record({
    size: fc.nat(12),
    from: fc.nat(999),
    // Rarely: what is completed later is all folded again, and would hide what growth gets wrong.
    withheld: fc.nat(30).map((rank) => rank === 30),
    how: fc.constantFrom(...HOWS),
  }),
  { minLength: 1, maxLength: 12 },
);

/** What three writers say, undo and erase, taking in one another's entries now and then. */
const historyOf = (script: readonly Act[]): readonly Entry[] => {
  const writers: { tip: Tip; held: readonly Entry[] }[] = ["wri-a", "wri-b", "wri-c"].map(
    (writer) => ({ tip: emptyTip(LEDGER, writer), held: [] }),
  );
  for (const [index, { writer, kind, pick }] of script.entries()) {
    const store = writers[writer]!;
    if (kind === "sync") {
      store.held = unionOf(store.held, writers[pick % 3]!.held);
      const tick = store.held.reduce((most, { header }) => Math.max(most, header.tick), 0);
      store.tip = { ...store.tip, tick };
      continue;
    }
    const drafts = draftsOf(kind, pick, index, store.held);
    const chained = chainEntries(store.tip, drafts, {
      by: "Claire",
      at: "2026-11-20T07:55:00.000Z",
      salts: drafts.map((_, at) => saltOf(`${String(index)} ${String(at)}`)),
    });
    store.tip = chained.tip;
    store.held = unionOf(store.held, chained.entries);
  }
  return unionOf(...writers.map(({ held }) => held));
};

const draftsOf = (
  kind: Act["kind"],
  pick: number,
  index: number,
  held: readonly Entry[],
): readonly NewEntry[] => {
  const account = ACCOUNTS[pick % 3]!;
  const stream = `account/${account}`;
  const target = held[pick % Math.max(1, held.length)];
  const batch = `batch-${String(pick % 4)}`;
  const note = (of: string): NewEntry => ({
    stream: `account/${of}`,
    type: "note-written",
    version: 1,
    batch,
    data: { note: `note-${String(index)}`, on: "2026-11-20", text: `mot ${String(pick)}` },
  });
  switch (kind) {
    case "note":
    case "sync":
      return [note(account)];
    case "invoice":
      return [
        {
          stream,
          type: "invoice-recorded",
          version: 1,
          data: {
            invoice: `invoice-${String(pick % 6)}`,
            number: `F-${String(pick % 6)}`,
            issuedOn: "2026-09-01",
            currency: "EUR",
            total: 1000 + (pick % 2),
            portions: [],
            order: null,
            source: "hand",
          },
        },
      ];
    case "contact":
      return [
        {
          stream,
          type: "contact-added",
          version: 1,
          batch,
          data: {
            contact: `contact-${String(pick % 3)}`,
            name: null,
            email: `compta-${String(pick % 3)}@debtor.example`,
            phone: null,
            roles: [],
          },
        },
      ];
    case "creditor":
      return [
        {
          stream: "mailbox",
          type: "sender-set-aside",
          version: 1,
          batch,
          data: { address: `constructor-${String(pick % 3)}`, why: "never" },
        },
      ];
    case "batch-of-two":
      return [note(account), note(ACCOUNTS[(pick + 1) % 3]!)];
    case "void":
      return [
        {
          stream: target?.header.stream ?? stream,
          type: "entry-voided",
          version: 1,
          batch,
          data: { entries: [target?.hash ?? ""] },
        },
      ];
    case "void-batch":
    case "void-nowhere":
      return [
        {
          stream: "creditor",
          type: "entry-voided",
          version: 1,
          batch: `batch-undo-${String(index)}`,
          // Neither a list that is too short nor one that names strangers changes what a batch is.
          data: { entries: [], batch, accounts: kind === "void-batch" ? [account] : ["nobody"] },
        },
      ];
    case "erase":
    case "erase-elsewhere":
      return [
        {
          stream: kind === "erase" ? (target?.header.stream ?? stream) : stream,
          type: "payload-erased",
          version: 1,
          data: { entries: [target?.hash ?? ""], reason: "loi" },
        },
      ];
  }
};

/** The whole world as a use case is given it. */
const everything: UseCase<null, Loaded, never> = {
  name: "everything",
  asks: () => ({
    accounts: "all",
    keys: ["address:compta-0@debtor.example", "domain:debtor.example", "number:F1"],
    search: true,
  }),
  decide: (_, loaded) => ok(viewOnly(loaded)),
};

const open = async (place: MemoryPlace, build = "one"): Promise<Driver> => {
  const opened = await openDriver(openMemoryStores({ place }), {
    facts: () => ({ today: "2026-11-20" as never, now: "", by: "Claire", language: "fr" }),
    chance: (count) => Array.from({ length: count }, () => "0".repeat(32)),
    act: () => Promise.resolve(ok(null)),
    build,
  });
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  return opened.value;
};

const worldOf = async (driver: Driver) => {
  const loaded = await driver.run(everything, null);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.error));
  const { accounts, accountsByKey, creditor, searchRows } = loaded.value;
  return {
    creditor,
    accounts: byKey(accounts),
    accountsByKey: byKey(accountsByKey),
    searchRows: searchRows.map((row) => JSON.stringify(row)).sort(),
  };
};

const byKey = <T>(map: ReadonlyMap<string, T>) => [...map].sort(([a], [b]) => (a < b ? -1 : 1));

/** The same without any driver: every entry at once, in the ledger's order. */
const foldedAtOnce = (entries: readonly Entry[]) => {
  const parts = entriesByShard(entries);
  const creditor = growCreditorShard(emptyCreditorShard(), parts.get(null) ?? []);
  const states: [string, AccountState][] = [];
  for (const [account, part] of parts) {
    if (account === null) continue;
    states.push([account, foldShard(account, part, creditor.voidedBatches).state]);
  }
  return { creditor: creditor.state, accounts: byKey(new Map(states)) };
};

const begun = async (): Promise<MemoryPlace> => {
  const place = emptyMemoryPlace();
  await openMemoryStores({ place }).ledger.begin(emptyTip(LEDGER, "wri-reader"));
  return place;
};

describe("a world that grows", () => {
  it("is the one that all entries fold into at once, however they came, were kept, lost or read by two tabs", async () => {
    await fc.assert(
      fc.asyncProperty(histories, deliveries, async (script, steps) => {
        const entries = historyOf(script);
        const place = await begun();
        const outside = openMemoryStores({ place });
        let build = "one";
        let driver = await open(place, build);
        const second = await open(place, build);
        let delivered = 0;
        for (const { size, from, withheld, how } of steps) {
          const part = Array.from(
            { length: Math.min(size, entries.length) },
            (_, at) => entries[(from + at) % entries.length]!,
          );
          delivered += part.length;
          const mailed = withheld ? part.map(withholdEntry) : part;
          const taken = await outside.ledger.takeIn(mailed);
          expect(taken.ok).toBe(true);
          if (how === "refresh") await driver.refresh();
          else if (how === "second-tab") await second.refresh();
          else {
            // Now and then with the cache not yet written.
            if (from % 2 === 0) await new Promise((resolve) => setTimeout(resolve, 25));
            driver.close();
            if (how === "other-build") build = `build ${String(delivered)}`;
            if (how === "tear") tear(place, from);
            driver = await open(place, build);
          }
          if (how === "second-tab") await worldOf(second);
        }
        await outside.ledger.takeIn(entries);
        await driver.refresh();
        const grown = await worldOf(driver);
        const at = await begun();
        await openMemoryStores({ place: at }).ledger.takeIn(entries);
        const fresh = await worldOf(await open(at));
        expect(grown).toEqual(fresh);
        expect(await worldOf(await open(place, build))).toEqual(fresh);
        expect(await worldOf(second)).toEqual(fresh);
        const folded = foldedAtOnce(entries);
        expect(grown.accounts).toEqual(folded.accounts);
        expect(grown.creditor).toEqual(folded.creditor);
        const keyed = new Map(grown.accountsByKey);
        for (const [account, state] of grown.accounts)
          for (const key of keysOfAccount(state))
            expect(keyed.get(key) ?? [account]).toContain(account);
      }),
      { seed: SEED, numRuns: 100 },
    );
  }, 60_000);
});

/** One row of the cache is cut, lost or is another's. */
const tear = (place: MemoryPlace, pick: number): void => {
  const keys = [...place.cache.keys()].sort();
  const key = keys[pick % Math.max(1, keys.length)];
  if (key === undefined) return;
  const text = place.cache.get(key) ?? "";
  if (pick % 3 === 0) place.cache.set(key, text.slice(0, Math.floor(text.length / 2)));
  else if (pick % 3 === 1) place.cache.delete(key);
  else place.cache.set(key, "{}");
};
