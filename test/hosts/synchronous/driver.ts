import { KIN_MAX, keysOfAccount, kinKeysOf } from "#shared/app/index-keys.ts";
import { searchRowsOf } from "#shared/app/search-rows.ts";
import {
  emptyCreditorShard,
  entriesByShard,
  foldShard,
  growCreditorShard,
} from "#shared/app/shards.ts";
import type { CreditorShard } from "#shared/app/shards.ts";
import { CHANCE_COUNT } from "#shared/app/use-case.ts";
import type { Act, Facts, Loaded, UseCase } from "#shared/app/use-case.ts";
import type { AccountState } from "#shared/claims/account.ts";
import { err, ok } from "#shared/kernel/result.ts";
import type { Result } from "#shared/kernel/result.ts";
import { chainEntries, emptyTip } from "#shared/ledger/append.ts";
import type { Tip } from "#shared/ledger/append.ts";
import type { Entry } from "#shared/ledger/entry.ts";
import { eraseEntry, unionEntries } from "#shared/ledger/merge.ts";
import { erasedBy } from "#shared/ledger/voiding.ts";

/**
 * How Gmail will run the use cases: nothing waits, nothing is in memory between two acts, and an account that was not
 * asked for is not there. Shards are texts in a map; each run reads the index, then exactly the shards it names.
 */
export type SynchronousDriver = {
  readonly run: <Input, View, Refusal>(
    useCase: UseCase<Input, View, Refusal>,
    input: Input,
    bytes?: ReadonlyMap<string, Uint8Array>,
  ) => Result<View, Refusal | { readonly type: "bytes-missing"; readonly sha256: string }>;
  readonly entries: () => readonly Entry[];
  readonly takeIn: (entries: readonly Entry[]) => void;
  readonly acts: () => readonly Act[];
  readonly vault: ReadonlyMap<string, Uint8Array>;
  /** Shards read by the last run: what a card would cost in Drive. */
  readonly shardsRead: () => number;
};

export const openSynchronousDriver = (
  ledger: string,
  writer: string,
  facts: () => Omit<Facts, "chance">,
  chance: (count: number) => readonly string[],
): SynchronousDriver => {
  let tip: Tip = emptyTip(ledger, writer);
  let log: readonly Entry[] = [];
  const shardTexts = new Map<string, string>();
  const indexTexts = new Map<string, string>();
  let creditor: CreditorShard = emptyCreditorShard();
  const acts: Act[] = [];
  const vault = new Map<string, Uint8Array>();
  let shardsRead = 0;

  const rebuild = (touched: ReadonlySet<string> | "all"): void => {
    const parts = entriesByShard(log);
    creditor = growCreditorShard(emptyCreditorShard(), parts.get(null) ?? []);
    for (const [account, entries] of parts) {
      if (account === null || (touched !== "all" && !touched.has(account))) continue;
      const { state } = foldShard(account, entries, creditor.voidedBatches);
      shardTexts.set(account, JSON.stringify(state));
      indexTexts.set(
        account,
        JSON.stringify({ keys: keysOfAccount(state), rows: searchRowsOf(state) }),
      );
    }
  };

  const readShard = (account: string): AccountState | undefined => {
    const text = shardTexts.get(account);
    if (text === undefined) return undefined;
    shardsRead += 1;
    return JSON.parse(text) as AccountState;
  };

  const keysOf = (account: string): readonly string[] => {
    const text = indexTexts.get(account);
    return text === undefined ? [] : (JSON.parse(text) as { keys: readonly string[] }).keys;
  };

  const load = (useCase: UseCase<never, unknown, unknown>, input: unknown): Loaded => {
    const asks = useCase.asks(input as never, ledger);
    const accountsByKey = new Map<string, readonly string[]>();
    const wanted = new Set<string>(asks.accounts === "all" ? shardTexts.keys() : asks.accounts);
    const named = asks.kin === true && asks.accounts !== "all" ? asks.accounts : [];
    const kinKeys = new Set(named.flatMap((account) => kinKeysOf(keysOf(account))));
    const kin = new Set<string>();
    const searchRows: ReturnType<typeof searchRowsOf>[number][] = [];
    for (const [account, text] of indexTexts) {
      const { keys, rows } = JSON.parse(text) as {
        keys: readonly string[];
        rows: ReturnType<typeof searchRowsOf>;
      };
      if (asks.search) searchRows.push(...rows);
      if (kin.size < KIN_MAX && keys.some((key) => kinKeys.has(key))) kin.add(account);
      for (const key of asks.keys) {
        if (!keys.includes(key)) continue;
        accountsByKey.set(key, [...(accountsByKey.get(key) ?? []), account].sort());
        wanted.add(account);
      }
    }
    for (const account of kin) wanted.add(account);
    const accounts = new Map<string, AccountState>();
    for (const account of wanted) {
      const state = readShard(account);
      if (state !== undefined) accounts.set(account, state);
    }
    return { ledger, creditor: creditor.state, accounts, accountsByKey, searchRows };
  };

  return {
    run: (useCase, input, bytes = new Map()) => {
      shardsRead = 0;
      const loaded = load(useCase, input);
      const given: Facts = { ...facts(), chance: chance(CHANCE_COUNT) };
      const decided = useCase.decide(input, loaded, given);
      if (!decided.ok) return decided;
      for (const sha256 of decided.value.keeps) {
        const run = bytes.get(sha256);
        if (run === undefined) return err({ type: "bytes-missing", sha256 });
        vault.set(sha256, run);
      }
      const drafts = decided.value.entries;
      if (drafts.length > 0) {
        const stamp = { by: given.by, at: given.now, salts: chance(drafts.length) };
        const chained = chainEntries(tip, drafts, stamp);
        tip = chained.tip;
        const erased = erasedBy(chained.entries);
        log = [...log, ...chained.entries].map((entry) =>
          erased.has(entry.hash) ? eraseEntry(entry) : entry,
        );
        const touched = new Set<string>();
        for (const key of entriesByShard(chained.entries).keys())
          if (key !== null) touched.add(key);
        rebuild(entriesByShard(chained.entries).has(null) ? "all" : touched);
      }
      acts.push(...decided.value.acts);
      return ok(decided.value.view);
    },
    entries: () => log,
    takeIn: (entries) => {
      const union = unionEntries(ledger, log, entries);
      if (!union.ok) throw new Error(union.error.type);
      log = union.value;
      tip = { ...tip, tick: Math.max(tip.tick, ...log.map((entry) => entry.header.tick)) };
      rebuild("all");
    },
    acts: () => acts,
    vault,
    shardsRead: () => shardsRead,
  };
};
