import * as z from "zod/mini";
import type { CacheStore } from "#shared/app/ports.ts";
import { growCreditorShard } from "#shared/app/shards.ts";
import type { Place } from "#shared/app/shards.ts";
import { emptyAccount } from "#shared/claims/account.ts";
import type { AccountState } from "#shared/claims/account.ts";
import { lineOfEntry, parseEntryLine } from "#shared/ledger/entry.ts";
import type { Entry } from "#shared/ledger/entry.ts";
import { emptyWorld, holdHead } from "./world.ts";
import type { Absorbed, AbsorbedAccount, HeldAccount, World } from "./world.ts";

/**
 * Folded state on disk, so that a page opens without folding the log again. It is ours and disposable: a row that is not
 * what this build wrote makes the whole cache count as absent, and the log is folded once more.
 *
 *     meta              {"build","ledger","arrival","rewritten","accounts","lines"}: whose it is, how far the log was
 *                       read, and how many heads and lines of the creditor there are
 *     creditor          lines of the streams that are not an account's
 *     head/<account>    {"last","batches","keys"}: how it is found, all that opening needs
 *     state/<account>   {"state","last"}, read when the account is asked for
 *     shard/<account>   the account's lines, read when it must be folded again
 *
 * Several tabs write to it. A write names the `meta` it builds upon, so that rows are never those of one tab under the
 * `meta` of another; a tab that comes second goes on from there.
 */
export type Position = { readonly arrival: number; readonly rewritten: number };

export type Whose = { readonly build: string; readonly ledger: string };

export type CachedState = { readonly state: AccountState; readonly last: Place | null };

export type WorldCache = {
  /** The world as it was last written, or null: nothing usable is there. */
  readonly load: (whose: Whose) => Promise<{ readonly world: World; readonly at: Position } | null>;
  /** Those states that are here. */
  readonly states: (accounts: readonly string[]) => Promise<ReadonlyMap<string, CachedState>>;
  /** The lines of these accounts; null where any is missing or not yet written. */
  readonly shards: (
    accounts: readonly string[],
  ) => Promise<ReadonlyMap<string, readonly Entry[]> | null>;
  /** Writes what changed, later. A cache that cannot be written is only slower next time, so nobody waits for it. */
  readonly keep: (world: World, absorbed: Absorbed, whose: Whose, at: Position) => void;
  /** When all that was to be written is written, or could not be. */
  readonly settled: () => Promise<void>;
  readonly clear: () => Promise<void>;
};

const count = z.number().check(z.int(), z.minimum(0));
const metaShape = z.object({
  build: z.string(),
  ledger: z.string(),
  arrival: count,
  rewritten: count,
  accounts: count,
  lines: count,
});
type Meta = z.infer<typeof metaShape>;

const placeShape = z.nullable(
  z.object({ tick: z.number(), writer: z.string(), sequence: z.number(), hash: z.string() }),
);

/** Accounts whose states are read one by one; more are read as one range. */
const SINGLE_READS_MAX = 200;
/** Accounts whose rows are made at a time at the first writing. */
const SLICE_ACCOUNTS = 40;
/** Acts come in runs, and the screen comes first. */
const WRITE_AFTER_MS = 10;
/** Loads that other tabs may disturb before the log is read instead. */
const LOADS_MAX = 5;

const pause = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms);
  });

const nothingPending = (): Pending => ({ accounts: new Map(), creditor: false });

const hasRows = ({ accounts, creditor }: Pending): boolean => accounts.size > 0 || creditor;

type Pending = { readonly accounts: Map<string, AbsorbedAccount>; creditor: boolean };

export const worldCacheOver = (cache: CacheStore): WorldCache => {
  /** `meta` as this tab last saw it. */
  let seen: string | undefined;
  /** Another build took the cache over: it is left to it. */
  let lost = false;
  let pending: Pending = nothingPending();
  let writing: Promise<void> = Promise.resolve();
  let owner: Whose = { build: "", ledger: "" };
  let current: { readonly world: World; readonly at: Position } | null = null;

  const isOurs = (meta: Meta | null): boolean =>
    meta !== null && meta.build === owner.build && meta.ledger === owner.ledger;

  const write = async (): Promise<void> => {
    if (seen === undefined && pending.accounts.size > SLICE_ACCOUNTS) await writeSlices();
    if (current === null || lost || !hasRows(pending)) return;
    const { world, at } = current;
    const taken = pending;
    pending = nothingPending();
    // Texts are made before anything is waited for, so that they are all of this one moment.
    const rows = rowsOf(world, taken);
    const meta = JSON.stringify({
      ...owner,
      ...at,
      accounts: world.held.size,
      lines: world.creditor.entries.length,
    });
    rows.set("meta", meta);
    for (;;) {
      await addGrownShards(cache, rows, taken);
      const written = await cache.write(rows, { key: "meta", text: seen });
      if (written.ok) {
        seen = meta;
        return;
      }
      if (written.error.type !== "row-moved") {
        // Tried again with what comes next.
        pending = merged(taken, pending);
        return;
      }
      const now = await cache.read(["meta"]);
      const text = now.ok ? now.value.get("meta") : undefined;
      const other = metaOf(text);
      if (other === null || !isOurs(other)) {
        lost = true;
        return;
      }
      seen = text;
      if (!isBefore(other, at)) return;
    }
  };

  /**
   * The first writing of a large ledger, a few accounts at a time so that the page stays quick. Until all are written,
   * `meta` is no meta: whoever opens meanwhile finds no cache, and no other tab writes into this one.
   */
  const writeSlices = async (): Promise<void> => {
    const mark = JSON.stringify({ writing: owner.build });
    while (!lost && pending.accounts.size > SLICE_ACCOUNTS) {
      if (current === null) return;
      const slice = new Map([...pending.accounts].slice(0, SLICE_ACCOUNTS));
      for (const account of slice.keys()) pending.accounts.delete(account);
      const taken = { accounts: slice, creditor: false };
      const rows = rowsOf(current.world, taken);
      rows.set("meta", mark);
      const written = await cache.write(rows, { key: "meta", text: seen });
      if (!written.ok) {
        pending = merged(taken, pending);
        lost = true;
        return;
      }
      seen = mark;
      await pause(0);
    }
  };

  return {
    load: async (whose) => {
      owner = whose;
      for (let attempt = 0; attempt < LOADS_MAX; attempt += 1) {
        const loaded = await loadWorld(cache, whose);
        if (loaded === "moved") continue;
        if (loaded === null) break;
        seen = loaded.meta;
        return { world: loaded.world, at: loaded.at };
      }
      // Rows of another build or ledger must not lie among ours.
      const cleared = await cache.clear();
      lost = !cleared.ok;
      return null;
    },
    states: async (accounts) => {
      const states = new Map<string, CachedState>();
      if (lost) return states;
      const keys = accounts.map((account) => `state/${account}`);
      const rows =
        keys.length > SINGLE_READS_MAX ? await cache.readAll("state/") : await cache.read(keys);
      // Read last: whoever took the cache over meanwhile has changed it.
      const meta = await cache.read(["meta"]);
      if (!rows.ok || !meta.ok || !isOurs(metaOf(meta.value.get("meta")))) return states;
      for (const account of accounts) {
        const row = stateOf(rows.value.get(`state/${account}`), account);
        if (row !== null) states.set(account, row);
      }
      return states;
    },
    shards: async (accounts) => {
      await writing;
      if (lost || accounts.some((account) => pending.accounts.has(account))) return null;
      const rows = await cache.read(["meta", ...accounts.map((account) => `shard/${account}`)]);
      if (!rows.ok || !isOurs(metaOf(rows.value.get("meta")))) return null;
      const shards = new Map<string, readonly Entry[]>();
      for (const account of accounts) {
        const text = rows.value.get(`shard/${account}`);
        const entries = text === undefined ? null : entriesOfText(text);
        if (entries === null) return null;
        shards.set(account, entries);
      }
      return shards;
    },
    keep: (world, absorbed, whose, at) => {
      owner = whose;
      current = { world, at };
      pending = merged(pending, {
        accounts: new Map(absorbed.accounts),
        creditor: absorbed.creditorChanged,
      });
      writing = writing.then(() => pause(WRITE_AFTER_MS)).then(write);
    },
    settled: () => writing,
    clear: async () => {
      await writing;
      pending = nothingPending();
      const cleared = await cache.clear();
      seen = undefined;
      lost = !cleared.ok;
    },
  };
};

const loadWorld = async (
  cache: CacheStore,
  whose: Whose,
): Promise<
  { readonly world: World; readonly at: Position; readonly meta: string } | "moved" | null
> => {
  const first = await cache.read(["meta", "creditor"]);
  if (!first.ok) return null;
  const text = first.value.get("meta");
  const meta = metaOf(text);
  if (text === undefined || meta?.build !== whose.build || meta.ledger !== whose.ledger)
    return null;
  const lines = entriesOfText(first.value.get("creditor") ?? "");
  const heads = await cache.readAll("head/");
  if (lines === null || !heads.ok) return null;
  const isWhole = lines.length === meta.lines && heads.value.size === meta.accounts;
  const world = emptyWorld();
  world.creditor = growCreditorShard(world.creditor, lines);
  for (const [key, row] of heads.value) {
    const head = headOf(parsed(row));
    if (head === null) return null;
    holdHead(world, key.slice("head/".length), head);
  }
  const after = await cache.read(["meta"]);
  // Another tab wrote in between: its heads are newer than our lines.
  if (!after.ok || after.value.get("meta") !== text) return "moved";
  if (!isWhole) return null;
  return { world, meta: text, at: { arrival: meta.arrival, rewritten: meta.rewritten } };
};

const rowsOf = (world: World, pending: Pending): Map<string, string | null> => {
  const rows = new Map<string, string | null>();
  for (const [account, { whole, entries }] of pending.accounts) {
    const head = world.held.get(account);
    const state = world.states.get(account);
    if (head === undefined || state === undefined) continue;
    rows.set(`head/${account}`, JSON.stringify(head));
    rows.set(`state/${account}`, JSON.stringify({ state, last: head.last }));
    if (whole) rows.set(`shard/${account}`, textOfShard(entries));
  }
  if (pending.creditor) rows.set("creditor", textOfShard(world.creditor.entries));
  return rows;
};

/** Rows of lines that grow go on from what lies there. A line written by two tabs stands there twice and counts once. */
const addGrownShards = async (
  cache: CacheStore,
  rows: Map<string, string | null>,
  pending: Pending,
): Promise<void> => {
  const grown = [...pending.accounts].filter(([, { whole }]) => !whole);
  if (grown.length === 0) return;
  const old = await cache.read(grown.map(([account]) => `shard/${account}`));
  for (const [account, { entries }] of grown) {
    const before = old.ok ? old.value.get(`shard/${account}`) : undefined;
    // Without the earlier lines the row would be a lie; absent, it is read back from the log.
    rows.set(`shard/${account}`, before === undefined ? null : before + textOfShard(entries));
  }
};

const merged = (older: Pending, newer: Pending): Pending => {
  const accounts = new Map(older.accounts);
  for (const [account, added] of newer.accounts) {
    const before = accounts.get(account);
    accounts.set(
      account,
      before === undefined || added.whole
        ? added
        : { whole: before.whole, entries: [...before.entries, ...added.entries] },
    );
  }
  return { accounts, creditor: older.creditor || newer.creditor };
};

const isBefore = (meta: Position, at: Position): boolean =>
  meta.rewritten < at.rewritten || (meta.rewritten === at.rewritten && meta.arrival < at.arrival);

const metaOf = (text: string | undefined): Meta | null => {
  const meta = metaShape.safeParse(parsed(text));
  return meta.success ? meta.data : null;
};

/** Looked at by hand: there is one a debtor, with all the keys of years. */
const headOf = (value: unknown): HeldAccount | null => {
  if (typeof value !== "object" || value === null) return null;
  if (!("last" in value) || !("batches" in value) || !("keys" in value)) return null;
  const { batches, keys } = value;
  const last = placeShape.safeParse(value.last);
  if (!last.success || typeof batches !== "string" || !Array.isArray(keys)) return null;
  const texts = keys.filter((key): key is string => typeof key === "string");
  return texts.length === keys.length ? { last: last.data, batches, keys: texts } : null;
};

/** Whether it has the build of a state: every list is a list. What the lists hold was written by this same build. */
const isState = (value: object, account: string): value is AccountState => {
  const fields = new Map<string, unknown>(Object.entries(value));
  return (
    fields.get("account") === account &&
    Object.entries(emptyAccount(account)).every(
      ([field, empty]) =>
        fields.has(field) && (!Array.isArray(empty) || Array.isArray(fields.get(field))),
    )
  );
};

const stateOf = (text: string | undefined, account: string): CachedState | null => {
  const row = parsed(text);
  if (typeof row !== "object" || row === null || !("state" in row) || !("last" in row)) return null;
  const last = placeShape.safeParse(row.last);
  const { state } = row;
  return last.success && typeof state === "object" && state !== null && isState(state, account)
    ? { state, last: last.data }
    : null;
};

/** The text of a shard row: its entries' lines. */
const textOfShard = (entries: readonly Entry[]): string => {
  let text = "";
  for (const entry of entries) text += `${lineOfEntry(entry)}\n`;
  return text;
};

/** Null where the row is not what was written. */
const entriesOfText = (text: string): readonly Entry[] | null => {
  const entries: Entry[] = [];
  if (text !== "" && !text.endsWith("\n")) return null;
  for (const line of text.split("\n")) {
    if (line === "") continue;
    const entry = parseEntryLine(line);
    if (entry === null) return null;
    entries.push(entry);
  }
  return entries;
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
