import type { CacheStore, LedgerStore, StoreFault, VaultStore } from "#shared/app/ports.ts";
import type { ActFault, Run, RunFault, RunOptions } from "#shared/app/run.ts";
import { CHANCE_COUNT } from "#shared/app/use-case.ts";
import type { Act, Asks, Facts, Loaded, UseCase } from "#shared/app/use-case.ts";
import type { AccountState } from "#shared/claims/account.ts";
import { err, ok } from "#shared/kernel/result.ts";
import type { Result } from "#shared/kernel/result.ts";
import { chainEntries, emptyTip } from "#shared/ledger/append.ts";
import type { NewEntry, Tip } from "#shared/ledger/append.ts";
import type { Entry } from "#shared/ledger/entry.ts";
import { erasedBy } from "#shared/ledger/voiding.ts";
import { dropCache, loadCache, writeCache } from "./cache.ts";
import { absorb, emptyWorld, entriesOfText, searchRowsOfWorld } from "./world.ts";
import type { World } from "./world.ts";

export type DriverStores = {
  readonly ledger: LedgerStore;
  readonly vault: VaultStore;
  readonly cache: CacheStore;
};

/** What only the host knows: the clock, chance, the person, the mailbox. */
export type DriverHost = {
  readonly facts: () => Omit<Facts, "chance">;
  /** Fresh random runs of 32 hexadecimal digits. */
  readonly chance: (count: number) => readonly string[];
  /** Does one act in the mailbox or on the screen; must do it once for a key, however often it is asked. */
  readonly act: (act: Act) => Promise<Result<null, ActFault>>;
  /** Changes with every build: a cache folded by other code is folded again. */
  readonly build: string;
};

export type Driver = {
  /** Asks, loads, decides, keeps bytes, appends, acts. Refusals and faults are values; nothing is half done. */
  readonly run: Run;
  /** Begins a ledger in an empty store. */
  readonly begin: (ledger: string, writer: string) => Promise<Result<Tip, RunFault>>;
  /** Reads what other tabs or a merge have added. Answers how many entries came. */
  readonly refresh: () => Promise<Result<number, RunFault>>;
  /** Null before the ledger is begun. */
  readonly ledger: () => string | null;
  /** Calls back after the world changed, by whomever. Returns how to stop. */
  readonly subscribe: (listener: () => void) => () => void;
  readonly close: () => void;
};

/** How often a run decides again because another tab was first. */
const ATTEMPTS_MAX = 50;

export const openDriver = async (
  stores: DriverStores,
  host: DriverHost,
): Promise<Result<Driver, StoreFault>> => {
  const world = emptyWorld();
  const first = await stores.ledger.tip();
  if (!first.ok) return first;
  let tip = first.value;
  let arrival = 0;
  const listeners = new Set<() => void>();
  // One run at a time: a decision must rest on all that this page has already appended.
  let queue: Promise<unknown> = Promise.resolve();

  const readShard = async (account: string): Promise<readonly Entry[] | null> => {
    const rows = await stores.cache.read([`shard/${account}`]);
    const text = rows.ok ? rows.value.get(`shard/${account}`) : undefined;
    const entries = text === undefined ? null : entriesOfText(text);
    if (entries !== null) return entries;
    // The cache lost the row: the log has it.
    const all = await stores.ledger.readSince(0);
    if (!all.ok) return null;
    return all.value.entries.filter(({ header }) => header.stream === `account/${account}`);
  };

  const catchUp = async (): Promise<Result<number, StoreFault>> => {
    const since = await stores.ledger.readSince(arrival);
    if (!since.ok) return since;
    const { entries } = since.value;
    arrival = since.value.arrival;
    if (entries.length === 0) return ok(0);
    const taken = erasedBy(entries);
    if (taken.size > 0) {
      const erased = await stores.ledger.erase([...taken.keys()]);
      if (!erased.ok) return erased;
    }
    const absorbed = await absorb(world, entries, readShard);
    await writeCache(stores.cache, world, absorbed, {
      build: host.build,
      ledger: tip?.ledger ?? "",
      arrival,
    });
    return ok(entries.length);
  };

  const start = async (): Promise<Result<number, StoreFault>> => {
    arrival = await loadCache(stores.cache, world, {
      build: host.build,
      ledger: tip?.ledger ?? "",
    });
    const caught = await catchUp();
    if (caught.ok || arrival === 0) return caught;
    await dropCache(stores.cache, world);
    arrival = 0;
    return catchUp();
  };

  const refreshNow = async (): Promise<Result<number, RunFault>> => {
    const now = await stores.ledger.tip();
    if (!now.ok) return now;
    tip = now.value;
    const caught = await catchUp();
    if (caught.ok && caught.value > 0) for (const listener of listeners) listener();
    return caught;
  };

  const appendNow = async (
    drafts: readonly NewEntry[],
    facts: Facts,
  ): Promise<Result<"appended" | "stale", RunFault>> => {
    if (tip === null) return err({ type: "ledger-not-begun" });
    const stamp = { by: facts.by, at: facts.now, salts: host.chance(drafts.length) };
    const chained = chainEntries(tip, drafts, stamp);
    const appended = await stores.ledger.append(tip, chained.entries);
    if (appended.ok) {
      tip = appended.value;
      const caught = await catchUp();
      return caught.ok ? ok("appended") : caught;
    }
    if (appended.error.type !== "stale-head") return err(appended.error);
    tip = appended.error.tip;
    const caught = await catchUp();
    return caught.ok ? ok("stale") : caught;
  };

  const keepBytes = async (
    names: readonly string[],
    bytes: ReadonlyMap<string, Uint8Array>,
  ): Promise<Result<null, RunFault>> => {
    for (const sha256 of names) {
      const run = bytes.get(sha256);
      if (run === undefined) return err({ type: "bytes-missing", sha256 });
      const kept = await stores.vault.keep(sha256, run);
      if (kept.ok) continue;
      return err(
        kept.error.type === "name-mismatch" ? { type: "bytes-missing", sha256 } : kept.error,
      );
    }
    return ok(null);
  };

  const runNow = async <Input, View, Refusal>(
    useCase: UseCase<Input, View, Refusal>,
    input: Input,
    options: RunOptions,
  ): Promise<Result<View, Refusal | RunFault>> => {
    for (let attempt = 0; attempt < ATTEMPTS_MAX; attempt += 1) {
      options.onPhase?.("loading");
      const ledger = tip?.ledger ?? "";
      const loaded = loadFrom(world, ledger, useCase.asks(input, ledger));
      const facts: Facts = { ...host.facts(), chance: host.chance(CHANCE_COUNT) };
      options.onPhase?.("deciding");
      const decided = useCase.decide(input, loaded, facts);
      if (!decided.ok) return decided;
      const { view, entries, keeps, acts } = decided.value;
      if (options.isCancelled?.() === true) return err({ type: "cancelled" });
      if (entries.length > 0) {
        options.onPhase?.("keeping");
        const kept = await keepBytes(keeps, options.bytes ?? new Map());
        if (!kept.ok) return kept;
        options.onPhase?.("appending");
        const appended = await appendNow(entries, facts);
        if (!appended.ok) return appended;
        if (appended.value === "stale") continue;
        for (const listener of listeners) listener();
      }
      options.onPhase?.("acting");
      for (const act of acts) {
        const done = await host.act(act);
        if (!done.ok) return done;
      }
      return ok(view);
    }
    return err({ type: "too-busy" });
  };

  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = queue.then(work, work);
    queue = turn.then(
      () => undefined,
      // The one who asked is told of the failure through `turn`; the queue itself goes on.
      () => undefined,
    );
    return turn;
  };

  const started = await start();
  if (!started.ok) return started;
  const stopListening = stores.ledger.onChange(() => {
    void inTurn(refreshNow);
  });

  return ok({
    run: (useCase, input, options = {}) => inTurn(() => runNow(useCase, input, options)),
    begin: (ledger, writer) =>
      inTurn(async () => {
        const begun = await stores.ledger.begin(emptyTip(ledger, writer));
        if (begun.ok) tip = begun.value;
        else if (begun.error.type === "stale-head") {
          tip = begun.error.tip;
          return ok(begun.error.tip);
        } else return err(begun.error);
        return ok(begun.value);
      }),
    refresh: () => inTurn(refreshNow),
    ledger: () => tip?.ledger ?? null,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    close: () => {
      stopListening();
      listeners.clear();
      stores.ledger.close();
      stores.vault.close();
    },
  });
};

const loadFrom = (world: World, ledger: string, asks: Asks): Loaded => {
  const accountsByKey = new Map<string, readonly string[]>();
  const wanted = new Set<string>(asks.accounts === "all" ? [] : asks.accounts);
  for (const key of asks.keys) {
    const found = world.accountsByKey.get(key);
    if (found === undefined) continue;
    accountsByKey.set(key, [...found].sort());
    for (const account of found) wanted.add(account);
  }
  let accounts: ReadonlyMap<string, AccountState> = world.accounts;
  if (asks.accounts !== "all") {
    const served = new Map<string, AccountState>();
    for (const account of wanted) {
      const state = world.accounts.get(account);
      if (state !== undefined) served.set(account, state);
    }
    accounts = served;
  }
  return {
    ledger,
    creditor: world.creditor.state,
    accounts,
    accountsByKey,
    searchRows: asks.search ? searchRowsOfWorld(world) : [],
  };
};
