import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { addDebtor, openLedger, voidBatch } from "#shared/app/ledger-acts.ts";
import { recordAct } from "#shared/app/record-act.ts";
import { eraseEntryOf, streamOfAccount } from "#shared/app/streams.ts";
import type { StoreFault, Stores } from "#shared/app/ports.ts";
import type { Act, Decision, Loaded, UseCase } from "#shared/app/use-case.ts";
import { viewOnly } from "#shared/app/use-case.ts";
import { dateOf } from "#shared/kernel/calendar.ts";
import { err, ok } from "#shared/kernel/result.ts";
import type { Result } from "#shared/kernel/result.ts";
import { openDriver } from "#src/driver/driver.ts";
import type { Driver, DriverHost } from "#src/driver/driver.ts";
import { emptyMemoryPlace, openMemoryStores } from "#src/store/memory.ts";
import type { MemoryPlace } from "#src/store/memory.ts";
import { CREDITOR } from "../../journeys/ledger-story.ts";
import { LEDGER } from "../../journeys/two-drivers.ts";

const FULL: StoreFault = { type: "storage-full", detail: "as the test has it" };

const shaOf = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

let drawn = 0;
const hostOf = (acts: Act[] = [], build = "one"): DriverHost => ({
  facts: () => ({
    today: dateOf("2026-11-20"),
    now: "2026-11-20T08:30:00.000Z",
    by: "Claire",
    language: "fr",
  }),
  chance: (count) =>
    Array.from({ length: count }, () => {
      drawn += 1;
      return shaOf(new TextEncoder().encode(String(drawn))).slice(0, 32);
    }),
  act: (act) => {
    acts.push(act);
    return Promise.resolve(ok(null));
  },
  build,
});

const valueOf = <T>(result: Result<T, unknown>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};

const open = async (stores: Stores, host = hostOf()): Promise<Driver> =>
  valueOf(await openDriver(stores, host));

const begun = async (
  place: MemoryPlace = emptyMemoryPlace(),
): Promise<{ place: MemoryPlace; driver: Driver; account: string }> => {
  const driver = await open(openMemoryStores({ place }));
  valueOf(await driver.begin(LEDGER, "wri-one"));
  valueOf(await driver.run(openLedger, { creditor: CREDITOR, ownInvoices: true }));
  return { place, driver, account: await debtorIn(driver, "Nordis") };
};

const debtorIn = async (driver: Driver, name: string): Promise<string> =>
  valueOf(
    await driver.run(addDebtor, {
      debtor: {
        name,
        kind: "business",
        soleTrader: false,
        country: "FR",
        language: "fr",
        siren: null,
        siret: null,
        vatNumber: null,
        phone: null,
        address: null,
      },
      contacts: [],
      group: null,
      evenSo: false,
    }),
  ).account;

const note = (driver: Driver, account: string, text: string) =>
  driver.run(recordAct, {
    account,
    command: { type: "write-note", on: dateOf("2026-11-20"), text },
  });

const look: UseCase<null, Loaded, never> = {
  name: "look",
  asks: () => ({ accounts: "all", keys: [], search: false }),
  decide: (_, loaded) => ok(viewOnly(loaded)),
};

const notesIn = async (driver: Driver, account: string): Promise<readonly string[]> =>
  valueOf(await driver.run(look, null))
    .accounts.get(account)
    ?.notes.map(({ text }) => text) ?? [];

const writes = (
  account: string,
  text: string,
  rest: Partial<Decision<string>> = {},
): UseCase<null, string, never> => ({
  name: "writes",
  asks: () => ({ accounts: [account], keys: [], search: false }),
  decide: (_, __, facts) =>
    ok({
      view: text,
      entries: [
        {
          stream: streamOfAccount(account),
          type: "note-written",
          version: 1,
          data: { note: `note-${facts.chance[0] ?? ""}`, on: facts.today, text },
        },
      ],
      keeps: [],
      acts: [],
      ...rest,
    }),
});

/** The stores, of which the call of the given number fails: each is asked in turn. */
const failingAt = (stores: Stores, failing: number) => {
  let calls = Number.NEGATIVE_INFINITY;
  const turn = <T, E>(call: () => Promise<Result<T, E>>): Promise<Result<T, E | StoreFault>> => {
    calls += 1;
    return calls === failing ? Promise.resolve(err(FULL)) : call();
  };
  return {
    restart: () => {
      calls = 0;
    },
    mend: () => {
      calls = failing;
    },
    stores: {
      ledger: {
        ...stores.ledger,
        append: (tip, entries) => turn(() => stores.ledger.append(tip, entries)),
        readSince: (arrival) => turn(() => stores.ledger.readSince(arrival)),
        erase: (hashes) => turn(() => stores.ledger.erase(hashes)),
      },
      vault: { ...stores.vault, keep: (name, bytes) => turn(() => stores.vault.keep(name, bytes)) },
      cache: {
        ...stores.cache,
        read: (keys) => turn(() => stores.cache.read(keys)),
        write: (rows, still) => turn(() => stores.cache.write(rows, still)),
      },
    } satisfies Stores,
  };
};

describe("a driver over a store that fails", () => {
  const bytes = new TextEncoder().encode("Subject: payé\r\n\r\n");

  it.each([1, 2, 3, 4, 5, 6])(
    "loses nothing and does nothing twice when call %i fails, and the next run works",
    async (failing) => {
      const { place, driver, account } = await begun();
      driver.close();
      const real = openMemoryStores({ place });
      const faulty = failingAt(real, failing);
      const here = await open(faulty.stores);
      faulty.restart();
      const useCase = writes(account, "payé", { keeps: [shaOf(bytes)] });
      const options = { bytes: new Map([[shaOf(bytes), bytes]]) };
      const first = await here.run(useCase, null, options);
      faulty.mend();
      const log = valueOf(await real.ledger.readSince(0)).entries;
      const written = log.filter(({ header }) => header.type === "note-written").length;
      // A run that answers a value has written, and one that answers a fault has not.
      expect([written, first.ok ? null : first.error]).toEqual(first.ok ? [1, null] : [0, FULL]);
      const kept = valueOf(await real.vault.get(shaOf(bytes)));
      expect(written === 0 || kept !== null).toBe(true);
      if (!first.ok) valueOf(await here.run(useCase, null, options));
      expect(await notesIn(here, account)).toEqual(["payé"]);
      valueOf(await note(here, account, "encore"));
      expect(await notesIn(here, account)).toEqual(["payé", "encore"]);
      expect(await notesIn(await open(openMemoryStores({ place })), account)).toEqual([
        "payé",
        "encore",
      ]);
    },
  );

  it("keeps bytes before it writes the entry that rests on them", async () => {
    const { place, driver, account } = await begun();
    driver.close();
    const order: string[] = [];
    const real = openMemoryStores({ place });
    const here = await open({
      ...real,
      ledger: {
        ...real.ledger,
        append: (tip, entries) => {
          order.push("entry");
          return real.ledger.append(tip, entries);
        },
      },
      vault: {
        ...real.vault,
        keep: (name, given) => {
          order.push("bytes");
          return real.vault.keep(name, given);
        },
      },
    });
    const useCase = writes(account, "payé", { keeps: [shaOf(bytes)] });
    await here.run(useCase, null, { bytes: new Map([[shaOf(bytes), bytes]]) });
    expect(order).toEqual(["bytes", "entry"]);
  });

  it("writes nothing where the bytes were not brought or are not what their name says", async () => {
    const { driver, account } = await begun();
    const useCase = writes(account, "payé", { keeps: [shaOf(bytes)] });
    const fault = { type: "bytes-missing", sha256: shaOf(bytes) };
    expect(await driver.run(useCase, null)).toEqual({ ok: false, error: fault });
    const wrong = new Map([[shaOf(bytes), new TextEncoder().encode("autre")]]);
    expect(await driver.run(useCase, null, { bytes: wrong })).toEqual({ ok: false, error: fault });
    expect(await notesIn(driver, account)).toEqual([]);
  });

  it("does not fold an account from half its lines when the rest cannot be read", async () => {
    const { place, driver, account } = await begun();
    valueOf(await note(driver, account, "un"));
    const undone = valueOf(await note(driver, account, "deux"));
    const cut = openMemoryStores({ place });
    let isBroken = false;
    const here = await open({
      ...cut,
      ledger: {
        ...cut.ledger,
        readSince: (arrival) =>
          isBroken && arrival === 0 ? Promise.resolve(err(FULL)) : cut.ledger.readSince(arrival),
      },
      cache: {
        ...cut.cache,
        read: (keys) => (isBroken ? Promise.resolve(err(FULL)) : cut.cache.read(keys)),
      },
    });
    isBroken = true;
    // Another tab undoes: this one would have to fold the account again, and cannot.
    valueOf(await driver.run(voidBatch, undone.undo!));
    expect((await here.refresh()).ok).toBe(false);
    expect(await here.run(look, null)).toEqual({ ok: false, error: FULL });
    isBroken = false;
    expect(await notesIn(here, account)).toEqual(["un"]);
  });
});

describe("two drivers on one store", () => {
  it("decide again on what the other wrote, each entry once", async () => {
    const { place, driver, account } = await begun();
    const other = await open(openMemoryStores({ place }));
    const names = Array.from({ length: 20 }, (_, index) => String(index));
    const runs = names.flatMap((name) => [
      note(driver, account, `un ${name}`),
      note(other, account, `deux ${name}`),
    ]);
    for (const done of await Promise.all(runs)) expect(done.ok).toBe(true);
    await driver.refresh();
    await other.refresh();
    const seen = await notesIn(driver, account);
    expect(seen).toHaveLength(40);
    expect(new Set(seen).size).toBe(40);
    expect(await notesIn(other, account)).toEqual(seen);
  });

  it("see each other's acts without being asked, and tell their listeners", async () => {
    const { place, driver, account } = await begun();
    const other = await open(openMemoryStores({ place }));
    let told = 0;
    const stop = other.subscribe(() => {
      told += 1;
    });
    valueOf(await note(driver, account, "vu"));
    expect(await notesIn(other, account)).toEqual(["vu"]);
    expect(told).toBe(1);
    stop();
    valueOf(await note(driver, account, "encore"));
    await other.refresh();
    expect(told).toBe(1);
  });

  it("never leave in the cache an older state of one under the newer position of the other", async () => {
    const { place, driver, account } = await begun();
    const slow = openMemoryStores({ place });
    let release = (): void => undefined;
    let isHeld = false;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const other = await open({
      ...slow,
      // Not told of what others write, as a page that is about to close is not.
      ledger: { ...slow.ledger, onChange: () => () => undefined },
      cache: {
        ...slow.cache,
        write: async (rows, still) => {
          if (isHeld) await held;
          return slow.cache.write(rows, still);
        },
      },
    });
    const wait = (): Promise<void> =>
      new Promise((resolve) => {
        setTimeout(resolve, 60);
      });
    const elsewhere = await debtorIn(driver, "Autre");
    isHeld = true;
    valueOf(await note(driver, account, "un"));
    await other.refresh();
    await wait();
    valueOf(await note(driver, account, "deux"));
    await wait();
    // The other's write of "un" comes only now, after ours of "deux".
    isHeld = false;
    release();
    await wait();
    other.close();
    valueOf(await note(driver, elsewhere, "trois"));
    await wait();
    expect(await notesIn(await open(openMemoryStores({ place })), account)).toEqual(["un", "deux"]);
  });

  it("begin one ledger between them", async () => {
    const place = emptyMemoryPlace();
    const one = await open(openMemoryStores({ place }));
    const two = await open(openMemoryStores({ place }));
    const [first, second] = await Promise.all([
      one.begin(LEDGER, "wri-one"),
      two.begin("led-other", "wri-two"),
    ]);
    expect(valueOf(second)).toEqual(valueOf(first));
    expect([one.ledger(), two.ledger()]).toEqual([LEDGER, LEDGER]);
  });
});

describe("a run", () => {
  it("that is cancelled before it writes, writes nothing and keeps nothing", async () => {
    const { place, driver, account } = await begun();
    const bytes = new TextEncoder().encode("x");
    const useCase = writes(account, "non", { keeps: [shaOf(bytes)] });
    const options = { bytes: new Map([[shaOf(bytes), bytes]]), isCancelled: () => true };
    expect(await driver.run(useCase, null, options)).toEqual({
      ok: false,
      error: { type: "cancelled" },
    });
    expect(await notesIn(driver, account)).toEqual([]);
    expect(place.blobs.size).toBe(0);
  });

  it("that throws is told to whoever asked, and the next one goes on", async () => {
    const { driver, account } = await begun();
    const thrown: UseCase<null, null, never> = {
      name: "thrown",
      asks: () => ({ accounts: [], keys: [], search: false }),
      decide: () => {
        throw new Error("a bug");
      },
    };
    await expect(driver.run(thrown, null)).rejects.toThrow("a bug");
    valueOf(await note(driver, account, "après"));
    expect(await notesIn(driver, account)).toEqual(["après"]);
  });

  it("does its acts after its entries, each under its key, and an act may run a use case itself", async () => {
    const { place, account } = await begun();
    const seen: string[] = [];
    let inner: Driver | null = null;
    const host = hostOf();
    const driver = await open(openMemoryStores({ place }), {
      ...host,
      act: async (act) => {
        seen.push(`${act.key}: ${String((await notesIn(inner!, account)).length)}`);
        return ok(null);
      },
    });
    inner = driver;
    const acts = ["a", "b"].map((key): Act => ({ kind: "discard-draft", key }));
    valueOf(await driver.run(writes(account, "payé", { acts }), null));
    expect(seen).toEqual(["a: 1", "b: 1"]);
  });

  it("whose act fails says so, with its entries safe", async () => {
    const { place, account } = await begun();
    const driver = await open(openMemoryStores({ place }), {
      ...hostOf(),
      act: ({ key }) => Promise.resolve(err({ type: "act-failed", key, detail: "no mailbox" })),
    });
    const acts: readonly Act[] = [{ kind: "discard-draft", key: "a" }];
    const done = await driver.run(writes(account, "payé", { acts }), null);
    expect(done).toMatchObject({ ok: false, error: { type: "act-failed", key: "a" } });
    expect(await notesIn(driver, account)).toEqual(["payé"]);
  });

  it("on a store that was never begun writes nothing and says so", async () => {
    const driver = await open(openMemoryStores());
    expect(await driver.run(writes("debtor-1", "x"), null)).toEqual({
      ok: false,
      error: { type: "ledger-not-begun" },
    });
  });

  it("gives a use case only the accounts it asked for, by id or by key", async () => {
    const { driver, account } = await begun();
    await debtorIn(driver, "Autre");
    const asked: UseCase<null, Loaded, never> = {
      name: "asked",
      asks: () => ({
        accounts: ["__proto__", "constructor"],
        keys: ["name:nordis", "__proto__"],
        search: false,
      }),
      decide: (_, loaded) => ok(viewOnly(loaded)),
    };
    const loaded = valueOf(await driver.run(asked, null));
    expect([...loaded.accounts.keys()]).toEqual([account]);
    expect([...loaded.accountsByKey]).toEqual([["name:nordis", [account]]]);
  });
});

describe("a ledger opened from its snapshot", () => {
  it("lets a mail's account by before a screen over the whole ledger, however large, and tells both the same", async () => {
    const { place, driver } = await begun();
    const many = Array.from({ length: 120 }, (_, index) => `debtor-${String(index)}`);
    const all: UseCase<null, null, never> = {
      name: "all",
      asks: () => ({ accounts: [], keys: [], search: false }),
      decide: (_, __, facts) =>
        ok({
          ...viewOnly(null),
          entries: many.map((account) => ({
            stream: streamOfAccount(account),
            type: "note-written",
            version: 1,
            data: { note: "note", on: facts.today, text: account },
          })),
        }),
    };
    valueOf(await driver.run(all, null));
    await new Promise((resolve) => setTimeout(resolve, 100));
    const again = await open(openMemoryStores({ place }));
    const order: string[] = [];
    const one: UseCase<null, string, never> = {
      name: "one",
      asks: () => ({ accounts: ["debtor-7"], keys: [], search: false }),
      decide: (_, { accounts }) => ok(viewOnly(accounts.get("debtor-7")?.notes[0]?.text ?? "")),
    };
    const [whole, single] = await Promise.all([
      again.run(look, null).then((done) => {
        order.push("whole");
        return valueOf(done);
      }),
      again.run(one, null).then((done) => {
        order.push("one");
        return valueOf(done);
      }),
    ]);
    expect(order).toEqual(["one", "whole"]);
    expect(single).toBe("debtor-7");
    expect(whole.accounts).toEqual(valueOf(await driver.run(look, null)).accounts);
  });
});

describe("undoing and erasing", () => {
  it("takes back an import over many accounts at one click, and gives it back at the next", async () => {
    const { place, driver } = await begun();
    const names = Array.from({ length: 60 }, (_, index) => `Débiteur ${String(index)}`);
    const accounts: string[] = [];
    for (const name of names) accounts.push(await debtorIn(driver, name));
    const all: UseCase<null, null, never> = {
      name: "all",
      asks: () => ({ accounts, keys: [], search: false }),
      decide: (_, __, facts) =>
        ok({
          ...viewOnly(null),
          entries: accounts.map((account) => ({
            stream: streamOfAccount(account),
            type: "note-written",
            version: 1,
            batch: "bat-import",
            data: { note: `note-${account}`, on: facts.today, text: "importé" },
          })),
        }),
    };
    valueOf(await driver.run(all, null));
    // A list of accounts that is too short takes nothing away from what a batch is.
    const undo = { batch: "bat-import", accounts: accounts.slice(0, 3) };
    const undone = valueOf(await driver.run(voidBatch, undo));
    for (const account of accounts) expect(await notesIn(driver, account)).toEqual([]);
    const again = await open(openMemoryStores({ place }));
    for (const account of accounts) expect(await notesIn(again, account)).toEqual([]);
    valueOf(await driver.run(voidBatch, undone.undo!));
    for (const account of accounts) expect(await notesIn(driver, account)).toEqual(["importé"]);
  });

  it("brings no account into the world that a void merely names", async () => {
    const { driver } = await begun();
    const before = valueOf(await driver.run(look, null)).accounts.size;
    await driver.run(voidBatch, { batch: "bat-unknown", accounts: ["nobody"] });
    expect(valueOf(await driver.run(look, null)).accounts.size).toBe(before);
  });

  it("removes erased words from the store, the world and every row of the cache, in other tabs too", async () => {
    const { place, driver, account } = await begun();
    const other = await open(openMemoryStores({ place }));
    valueOf(await note(driver, account, "mot à taire"));
    valueOf(await note(driver, account, "mot à garder"));
    await other.refresh();
    const log = valueOf(await openMemoryStores({ place }).ledger.readSince(0)).entries;
    const named = log.find(({ body }) => JSON.stringify(body).includes("à taire"));
    // The erasure stands in another stream than the words: it reaches them all the same.
    const erasing = [eraseEntryOf("creditor", [named!.hash], "RGPD")];
    valueOf(await driver.run(writes(account, "effacé", { entries: erasing }), null));
    await other.refresh();
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(await notesIn(driver, account)).toEqual(["mot à garder"]);
    expect(await notesIn(other, account)).toEqual(["mot à garder"]);
    expect(JSON.stringify([...place.cache, ...place.rows])).not.toContain("à taire");
    expect(await notesIn(await open(openMemoryStores({ place })), account)).toEqual([
      "mot à garder",
    ]);
  });
});
