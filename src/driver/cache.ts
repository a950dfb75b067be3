import * as z from "zod/mini";
import type { CacheStore } from "#shared/app/ports.ts";
import { growCreditorShard } from "#shared/app/shards.ts";
import type { Place } from "#shared/app/shards.ts";
import type { AccountState } from "#shared/claims/account.ts";
import { emptyWorld, entriesOfText, hold, textOfShard } from "./world.ts";
import type { Absorbed, World } from "./world.ts";

/**
 * Folded state on disk, so that a page opens without folding the log again. It is ours and disposable: a row that is not
 * what this build wrote makes the whole cache count as absent, and the log is folded once more.
 *
 *     meta              {"build","ledger","arrival"}: whose it is and how far the log was read
 *     creditor          lines of the streams that are not an account's
 *     state/<account>   {"state","last"}
 *     shard/<account>   the account's lines, read only when it must be folded again
 */
const metaShape = z.object({
  build: z.string(),
  ledger: z.string(),
  arrival: z.number().check(z.int(), z.minimum(0)),
});

type Whose = { readonly build: string; readonly ledger: string };

/** Fills the world; answers how far the log is contained in it (0: nothing is). */
export const loadCache = async (cache: CacheStore, world: World, whose: Whose): Promise<number> => {
  const heads = await cache.read(["meta", "creditor"]);
  if (!heads.ok) return 0;
  const meta = metaShape.safeParse(parsed(heads.value.get("meta")));
  if (!meta.success || meta.data.build !== whose.build || meta.data.ledger !== whose.ledger)
    return 0;
  const lines = entriesOfText(heads.value.get("creditor") ?? "");
  const rows = await cache.readAll("state/");
  if (lines === null || !rows.ok) return 0;
  world.creditor = growCreditorShard(world.creditor, lines);
  for (const [key, text] of rows.value) {
    const row = parsed(text) as { state?: AccountState; last?: Place | null } | null;
    if (row?.state === undefined || row.last === undefined) {
      clearWorld(world);
      return 0;
    }
    hold(world, key.slice("state/".length), row.state, row.last);
  }
  return meta.data.arrival;
};

/** Writes what changed, in one step. A cache that cannot be written is only slower next time, so faults are not passed on. */
export const writeCache = async (
  cache: CacheStore,
  world: World,
  absorbed: Absorbed,
  upTo: Whose & { readonly arrival: number },
): Promise<void> => {
  const rows = new Map<string, string | null>();
  const grown = [...absorbed.addedByAccount.keys()].filter(
    (account) => !absorbed.refolded.has(account),
  );
  const old = await cache.read(grown.map((account) => `shard/${account}`));
  for (const account of grown) {
    const before = old.ok ? old.value.get(`shard/${account}`) : undefined;
    // Without the earlier lines the row would be a lie; absent, it is read back from the log.
    rows.set(
      `shard/${account}`,
      before === undefined
        ? null
        : before + textOfShard(absorbed.addedByAccount.get(account) ?? []),
    );
  }
  for (const [account, entries] of absorbed.refolded)
    rows.set(`shard/${account}`, textOfShard(entries));
  for (const account of [...grown, ...absorbed.refolded.keys()]) {
    const held = world.held.get(account);
    if (held !== undefined) {
      rows.set(`state/${account}`, JSON.stringify({ state: held.state, last: held.last }));
    }
  }
  if (absorbed.creditorChanged) rows.set("creditor", textOfShard(world.creditor.entries));
  rows.set("meta", JSON.stringify(upTo));
  const written = await cache.write(rows);
  if (!written.ok) await cache.clear();
};

export const dropCache = async (cache: CacheStore, world: World): Promise<void> => {
  await cache.clear();
  clearWorld(world);
};

const clearWorld = (world: World): void => {
  const empty = emptyWorld();
  world.accounts.clear();
  world.held.clear();
  world.accountsByKey.clear();
  world.creditor = empty.creditor;
  world.searchRows = null;
};

const parsed = (text: string | undefined): unknown => {
  if (text === undefined) return null;
  try {
    return JSON.parse(text);
  } catch {
    // A torn row: the caller folds the log again.
    return null;
  }
};
