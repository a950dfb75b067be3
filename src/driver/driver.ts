import type { CacheStore, LedgerStore, StoreFault, VaultStore } from "#shared/app/ports.ts";
import type { ActFault, Run, RunFault, RunOptions } from "#shared/app/run.ts";
import { CHANCE_COUNT } from "#shared/app/use-case.ts";
import type { Act, Asks, Decision, Facts, Loaded, UseCase } from "#shared/app/use-case.ts";
import { KIN_MAX, kinKeysOf } from "#shared/app/index-keys.ts";
import { entriesByShard, foldShard } from "#shared/app/shards.ts";
import type { Place } from "#shared/app/shards.ts";
import type { AccountState } from "#shared/claims/account.ts";
import { err, ok } from "#shared/kernel/result.ts";
import type { Result } from "#shared/kernel/result.ts";
import { chainEntries, emptyTip } from "#shared/ledger/append.ts";
import type { NewEntry, Tip } from "#shared/ledger/append.ts";
import type { Entry } from "#shared/ledger/entry.ts";
import { comparePlaces } from "#shared/ledger/order.ts";
import { erasedBy } from "#shared/ledger/voiding.ts";
import { worldCacheOver } from "./cache.ts";
import type { CachedState, Position } from "./cache.ts";
import { absorb, emptyWorld, searchRowsOfWorld } from "./world.ts";
import type { ReadBack, World } from "./world.ts";

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
  /** Calls back after the world changed: by a run of this page, or by another tab, a merge. Returns how to stop. */
  readonly subscribe: (listener: (isOwn: boolean) => void) => () => void;
  readonly close: () => void;
};

/** How often a run decides again because another tab was first. */
const ATTEMPTS_MAX = 50;

/** Accounts whose states are read at a time for a screen over the whole ledger. */
const WARM_ACCOUNTS = 50;

const NOTHING_READ: Position = { arrival: 0, rewritten: 0 };

export const openDriver = async (
  stores: DriverStores,
  host: DriverHost,
): Promise<Result<Driver, StoreFault>> => {
  const first = await stores.ledger.tip();
  if (!first.ok) return first;
  const cache = worldCacheOver(stores.cache);
  let world = emptyWorld();
  let tip = first.value;
  let position = NOTHING_READ;
  /** The store holds more than the world does: something failed after it was known to have arrived. */
  let isBehind = false;
  const listeners = new Set<(isOwn: boolean) => void>();
  // One run at a time: a decision must rest on all that this page has already appended.
  const inTurn = queueOf();
  // Apart, so that a slow mailbox holds up no screen, and an act may itself run a use case.
  const actInTurn = queueOf();

  const whose = () => ({ build: host.build, ledger: tip?.ledger ?? "" });

  const shardsFromLog = async (
    accounts: readonly string[],
  ): Promise<Result<ReadonlyMap<string, readonly Entry[]>, StoreFault>> => {
    const all = await stores.ledger.readSince(0);
    if (!all.ok) return all;
    // What arrived after our own position is told in its turn.
    const parts = entriesByShard(all.value.entries.slice(0, position.arrival));
    return ok(new Map(accounts.map((account) => [account, parts.get(account) ?? []])));
  };

  const readBack: ReadBack = {
    states: async (into, accounts) => {
      const missing = accounts.filter((account) => !into.states.has(account));
      if (missing.length === 0) return ok(null);
      takeStates(into, await cache.states(missing));
      const absent = missing.filter((account) => !into.states.has(account));
      if (absent.length === 0) return ok(null);
      const shards = await shardsFromLog(absent);
      if (!shards.ok) return shards;
      for (const [account, entries] of shards.value) {
        into.states.set(account, foldShard(account, entries, into.creditor.voidedBatches).state);
      }
      return ok(null);
    },
    shards: async (accounts) => {
      if (accounts.length === 0) return ok(new Map());
      const cached = await cache.shards(accounts);
      return cached === null ? shardsFromLog(accounts) : ok(cached);
    },
  };

  /** Takes away the words that the law asked for. Answers how many were still here. */
  const eraseNamed = async (entries: readonly Entry[]): Promise<Result<number, StoreFault>> => {
    const named = erasedBy(entries);
    const isAllRead = position.arrival === 0;
    const isGone = entries.every(({ hash, body }) => !named.has(hash) || body.kind === "erased");
    if (named.size === 0 || (isAllRead && isGone)) return ok(0);
    return await stores.ledger.erase([...named.keys()]);
  };

  const catchUp = async (): Promise<Result<number, StoreFault>> => {
    isBehind = true;
    let read = await stores.ledger.readSince(position.arrival);
    if (!read.ok) return read;
    const before = position.arrival;
    const erased = await eraseNamed(read.value.entries);
    if (!erased.ok) return erased;
    const isRewritten = erased.value > 0 || read.value.rewritten !== position.rewritten;
    if (erased.value > 0 || (isRewritten && position.arrival > 0)) {
      read = await stores.ledger.readSince(0);
      if (!read.ok) return read;
    }
    const { entries, arrival, rewritten } = read.value;
    const target = isRewritten ? emptyWorld() : world;
    const absorbed = await absorb(target, entries, readBack);
    if (!absorbed.ok) return absorbed;
    world = target;
    position = { arrival, rewritten };
    isBehind = false;
    if (entries.length > 0 || isRewritten) cache.keep(world, absorbed.value, whose(), position);
    return ok(isRewritten ? Math.max(1, arrival - before) : entries.length);
  };

  const start = async (): Promise<Result<number, StoreFault>> => {
    const loaded = await cache.load(whose());
    if (loaded === null) return catchUp();
    world = loaded.world;
    position = loaded.at;
    const caught = await catchUp();
    if (caught.ok) return caught;
    // The cache may be of a log that is no longer this one.
    await cache.clear();
    world = emptyWorld();
    position = NOTHING_READ;
    return catchUp();
  };

  const notify = (isOwn: boolean): void => {
    for (const listener of listeners) listener(isOwn);
  };

  const refreshNow = async (): Promise<Result<number, RunFault>> => {
    isBehind = true;
    const now = await stores.ledger.tip();
    if (!now.ok) return now;
    const isBegun = tip === null && now.value !== null;
    tip = now.value;
    const caught = await catchUp();
    if (caught.ok && (caught.value > 0 || isBegun)) notify(false);
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
      // What is appended is done, and would be done twice if this told otherwise: the next run catches up or says why not.
      await catchUp();
      return ok("appended");
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

  const load = async (asks: Asks): Promise<Result<Loaded, StoreFault>> => {
    const wanted = wantedOf(world, asks);
    const read = await readBack.states(world, wanted);
    return read.ok ? ok(loadedFrom(world, tip?.ledger ?? "", asks, wanted)) : read;
  };

  const decideNow = async <Input, View, Refusal>(
    useCase: UseCase<Input, View, Refusal>,
    input: Input,
    options: RunOptions,
  ): Promise<Result<Decision<View>, Refusal | RunFault>> => {
    for (let attempt = 0; attempt < ATTEMPTS_MAX; attempt += 1) {
      options.onPhase?.("loading");
      const caught = isBehind ? await refreshNow() : ok(0);
      if (!caught.ok) return caught;
      const loaded = await load(useCase.asks(input, tip?.ledger ?? ""));
      if (!loaded.ok) return loaded;
      const facts: Facts = { ...host.facts(), chance: host.chance(CHANCE_COUNT) };
      options.onPhase?.("deciding");
      const decided = useCase.decide(input, loaded.value, facts);
      if (!decided.ok) return decided;
      const { entries, keeps } = decided.value;
      if (options.isCancelled?.() === true) return err({ type: "cancelled" });
      if (entries.length === 0) return decided;
      options.onPhase?.("keeping");
      const kept = await keepBytes(keeps, options.bytes ?? new Map());
      if (!kept.ok) return kept;
      options.onPhase?.("appending");
      const appended = await appendNow(entries, facts);
      if (!appended.ok) return appended;
      if (appended.value === "appended") {
        notify(true);
        return decided;
      }
    }
    return err({ type: "too-busy" });
  };

  const actNow = async (acts: readonly Act[]): Promise<Result<null, ActFault>> => {
    for (const act of acts) {
      const done = await host.act(act);
      if (!done.ok) return done;
    }
    return ok(null);
  };

  /**
   * Screens over the whole ledger have its states read before their turn, a few at a time: a mail that is opened
   * meanwhile need not wait for years of others.
   */
  const warmUp = async (): Promise<void> => {
    const into = world;
    const missing = [...into.held.keys()].filter((account) => !into.states.has(account));
    for (let at = 0; at < missing.length; at += WARM_ACCOUNTS) {
      if (into !== world) return;
      takeStates(into, await cache.states(missing.slice(at, at + WARM_ACCOUNTS)));
      // The page's own tasks come between.
      await new Promise((resolve) => setTimeout(resolve, 0));
    }
  };

  const run: Run = async (useCase, input, options = {}) => {
    const asks = useCase.asks(input, tip?.ledger ?? "");
    if (asks.accounts === "all" || asks.search) await warmUp();
    const decided = await inTurn(() => decideNow(useCase, input, options));
    if (!decided.ok) return decided;
    const { acts, view } = decided.value;
    options.onPhase?.("acting");
    if (acts.length === 0) return ok(view);
    const acted = await actInTurn(() => actNow(acts));
    return acted.ok ? ok(view) : acted;
  };

  const started = await start();
  if (!started.ok) return started;
  const stopListening = stores.ledger.onChange(() => {
    // A fault is told to the next run, which finds the world behind.
    void inTurn(refreshNow);
  });

  return ok({
    run,
    begin: (ledger, writer) =>
      inTurn(async () => {
        const begun = await stores.ledger.begin(emptyTip(ledger, writer));
        let standing: Tip;
        if (begun.ok) standing = begun.value;
        else if (begun.error.type === "stale-head") standing = begun.error.tip;
        else return err(begun.error);
        tip = standing;
        const caught = await catchUp();
        if (!caught.ok) return caught;
        notify(true);
        return ok(standing);
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

/** Work one after the other; what throws is told to whoever asked, and the queue goes on. */
const queueOf = (): (<T>(work: () => Promise<T>) => Promise<T>) => {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const turn = last.then(work);
    last = turn.then(
      () => undefined,
      () => undefined,
    );
    return turn;
  };
};

/** Takes states that are not yet in memory. */
const takeStates = (world: World, cached: ReadonlyMap<string, CachedState>): void => {
  for (const [account, row] of cached) {
    const head = world.held.get(account);
    // A row may be ahead of us (another tab's), never behind: then it is not the one that was written.
    if (head === undefined || world.states.has(account) || isEarlier(row.last, head.last)) continue;
    world.held.set(account, { ...head, last: row.last });
    world.states.set(account, row.state);
    world.searchRows = null;
  }
};

const isEarlier = (place: Place | null, than: Place | null): boolean =>
  than !== null && (place === null || comparePlaces(place, than) < 0);

const wantedOf = (world: World, asks: Asks): readonly string[] => {
  if (asks.accounts === "all" || asks.search) return [...world.held.keys()];
  const wanted = new Set(asks.accounts.filter((account) => world.held.has(account)));
  for (const key of asks.keys)
    for (const account of world.accountsByKey.get(key) ?? []) wanted.add(account);
  for (const account of kinOf(world, asks)) wanted.add(account);
  return [...wanted];
};

/** Who shares a group or an address with the accounts named; no more of them than can be read while a screen waits. */
const kinOf = (world: World, { accounts, kin }: Asks): ReadonlySet<string> => {
  const found = new Set<string>();
  if (kin !== true || accounts === "all") return found;
  for (const account of accounts)
    for (const key of kinKeysOf(world.held.get(account)?.keys ?? []))
      for (const other of world.accountsByKey.get(key) ?? [])
        if (found.size < KIN_MAX) found.add(other);
  return found;
};

const loadedFrom = (
  world: World,
  ledger: string,
  asks: Asks,
  wanted: readonly string[],
): Loaded => {
  const accountsByKey = new Map<string, readonly string[]>();
  for (const key of asks.keys) {
    const found = world.accountsByKey.get(key);
    if (found !== undefined) accountsByKey.set(key, [...found].sort());
  }
  const named = new Set<string>(asks.accounts === "all" ? wanted : asks.accounts);
  for (const found of accountsByKey.values()) for (const account of found) named.add(account);
  for (const account of kinOf(world, asks)) named.add(account);
  const accounts = new Map<string, AccountState>();
  for (const account of named) {
    const state = world.states.get(account);
    if (state !== undefined) accounts.set(account, state);
  }
  return {
    ledger,
    creditor: world.creditor.state,
    accounts,
    accountsByKey,
    searchRows: asks.search ? searchRowsOfWorld(world) : [],
  };
};
