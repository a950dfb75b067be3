import { KIN_MAX, kinKeysOf } from "#shared/app/index-keys.ts";
import { searchRowsOf } from "#shared/app/search-rows.ts";
import type { SearchRow } from "#shared/app/search-rows.ts";
import type { Asks, Loaded } from "#shared/app/use-case.ts";
import type { AccountState } from "#shared/claims/account.ts";
import { ok } from "#shared/kernel/result.ts";
import type { Result } from "#shared/kernel/result.ts";
import type { Services } from "#gmail/script/google-port.ts";
import { shardName } from "./derived.ts";
import type { Derived } from "./derived.ts";
import { shardOfAccount, shardsOfKeys } from "./key-table.ts";
import type { GmailLedgerFault } from "./ledger.ts";
import { EMPTY_CREDITOR_ROW, creditorOfText, keysOfLine, parseShard, rowOfLine } from "./rows.ts";
import type { AccountRow, CreditorRow, ShardLines } from "./rows.ts";
import { searchNames, searchRowsIn } from "./search-lines.ts";
import { creditorTextIn, keyTableIn } from "./stored.ts";
import type { Stored, Values } from "./stored.ts";

/** Hidden files, or buckets of keys, that are gone or not what this version wrote: all of it is worked out again. */
export type Lost = { readonly type: "lost" };
const LOST: Lost = { type: "lost" };

/** What was read of the ledger, and what it was read from. */
export type Picture = {
  readonly creditor: CreditorRow;
  readonly shards: ReadonlyMap<number, ShardLines>;
  readonly rows: ReadonlyMap<string, AccountRow>;
};

export type Reading = {
  readonly stored: Stored;
  readonly values: Values;
  readonly services: Services;
  readonly derived: Derived;
};

export const allShards = ({ files }: Stored): readonly number[] =>
  [...files.keys()].filter((name) => /^s\d+$/.test(name)).map((name) => Number(name.slice(1)));

/** Loads what a use case asks for: one round of the cache, one of Drive for what is not there; a second for kin. */
export const loadAsked = (
  reading: Reading,
  asks: Asks,
): Result<{ readonly loaded: Loaded; readonly picture: Picture }, GmailLedgerFault | Lost> => {
  const { stored } = reading;
  const wanted = new Set<number>();
  const isAll = asks.accounts === "all";
  if (asks.accounts === "all") for (const shard of allShards(stored)) wanted.add(shard);
  else {
    for (const account of asks.accounts) wanted.add(shardOfAccount(account, stored.meta.shards));
    const hit = shardsAsked(reading, asks.keys);
    if (hit === null) return lost();
    for (const shard of hit) wanted.add(shard);
  }
  const searched = asks.search && !isAll ? searchNames(stored.files.keys()) : [];
  const first = readShards(reading, [...wanted], true, searched);
  if (!first.ok) return first;
  const shards = new Map(first.value.shards);
  const accountsByKey = findByKeys(shards, asks.keys);
  const names = new Set<string>(asks.accounts === "all" ? accountsIn(shards) : asks.accounts);
  for (const accounts of accountsByKey.values()) for (const account of accounts) names.add(account);
  if (asks.kin === true && asks.accounts !== "all") {
    const keys = asks.accounts.flatMap((account) => kinKeysOf(keysIn(shards, account, reading)));
    const kin = shardsAsked(reading, keys);
    if (kin === null) return lost();
    const second = readShards(
      reading,
      [...kin].filter((shard) => !shards.has(shard)),
      false,
    );
    if (!second.ok) return second;
    for (const [shard, lines] of second.value.shards) shards.set(shard, lines);
    const found = new Set<string>();
    for (const accounts of findByKeys(shards, keys).values())
      for (const account of accounts) if (found.size < KIN_MAX) found.add(account);
    for (const account of found) names.add(account);
  }
  const rows = new Map<string, AccountRow>();
  for (const account of names) {
    const row = rowIn(shards, account, reading);
    if (row === "lost") return lost();
    if (row !== null) rows.set(account, row);
  }
  const { creditor } = first.value;
  const accounts = new Map<string, AccountState>();
  for (const [account, { state }] of rows) accounts.set(account, state);
  const found = searchedIn(reading, searched);
  if (!found.ok) return found;
  return ok({
    picture: { creditor, shards, rows },
    loaded: {
      ledger: stored.meta.ledger,
      creditor: creditor.state,
      accounts,
      accountsByKey,
      searchRows: asks.search && isAll ? [...accounts.values()].flatMap(searchRowsOf) : found.value,
    },
  });
};

const lost = (): { readonly ok: false; readonly error: Lost } => ({ ok: false, error: LOST });

const shardsAsked = (
  { stored, values }: Reading,
  keys: readonly string[],
): ReadonlySet<number> | null => {
  if (keys.length === 0) return new Set();
  const table = keyTableIn(values, stored.meta);
  return table === null ? null : shardsOfKeys(table, keys);
};

/** Out of this execution's memory: they were read along with the shards. */
const searchedIn = (
  { stored, derived }: Reading,
  names: readonly string[],
): Result<readonly SearchRow[], GmailLedgerFault | Lost> => {
  const read = derived.read(stored, names);
  if (!read.ok) return read;
  const rows: SearchRow[] = [];
  for (const name of names) {
    const text = read.value.texts.get(name) ?? null;
    const some = text === null ? null : searchRowsIn(text);
    if (some === null) return lost();
    for (const row of some) rows.push(row);
  }
  return ok(rows);
};

/** Shards that hold nothing yet have no file, and no lines. */
export const readShards = (
  { stored, values, services, derived }: Reading,
  wanted: readonly number[],
  withCreditor: boolean,
  /** Hidden files that are read in the same round, to be asked for next. */
  also: readonly string[] = [],
): Result<
  { readonly shards: ReadonlyMap<number, ShardLines>; readonly creditor: CreditorRow },
  GmailLedgerFault | Lost
> => {
  const own = withCreditor ? creditorTextIn(services, values) : "";
  const names = [
    ...wanted.map(shardName),
    ...also,
    ...(own === null && stored.files.has("creditor") ? ["creditor"] : []),
  ];
  const read = derived.read(stored, names);
  if (!read.ok) return read;
  const shards = new Map<number, ShardLines>();
  for (const shard of wanted) {
    const text = read.value.texts.get(shardName(shard));
    const lines = text === undefined ? new Map() : text === null ? null : parseShard(text);
    if (lines === null) return lost();
    shards.set(shard, lines);
  }
  if (!withCreditor) return ok({ shards, creditor: EMPTY_CREDITOR_ROW });
  const text = own ?? read.value.texts.get("creditor");
  if (text === null) return lost();
  // Nothing was ever said of the creditor: the ledger has only just been begun.
  if (text === undefined)
    return stored.meta.entries === 0 ? ok({ shards, creditor: EMPTY_CREDITOR_ROW }) : lost();
  const creditor = creditorOfText(text);
  return creditor === null ? lost() : ok({ shards, creditor });
};

/** `lost`: its line is not what was written. */
export const rowIn = (
  shards: ReadonlyMap<number, ShardLines>,
  account: string,
  { stored }: Reading,
): AccountRow | null | "lost" => {
  const line = shards.get(shardOfAccount(account, stored.meta.shards))?.get(account);
  return line === undefined ? null : (rowOfLine(account, line) ?? "lost");
};

const keysIn = (
  shards: ReadonlyMap<number, ShardLines>,
  account: string,
  { stored }: Reading,
): readonly string[] => {
  const line = shards.get(shardOfAccount(account, stored.meta.shards))?.get(account);
  return line === undefined ? [] : keysOfLine(line);
};

export const accountsIn = (shards: ReadonlyMap<number, ShardLines>): readonly string[] =>
  [...shards.values()].flatMap((lines) => [...lines.keys()]);

/** The exact answer, where the table only named shards. */
const findByKeys = (
  shards: ReadonlyMap<number, ShardLines>,
  keys: readonly string[],
): ReadonlyMap<string, readonly string[]> => {
  const asked = new Set(keys);
  const found = new Map<string, string[]>();
  if (asked.size === 0) return found;
  for (const lines of shards.values()) {
    for (const [account, line] of lines) {
      for (const key of keysOfLine(line)) {
        if (!asked.has(key)) continue;
        const accounts = found.get(key);
        if (accounts === undefined) found.set(key, [account]);
        else accounts.push(account);
      }
    }
  }
  for (const accounts of found.values()) accounts.sort();
  return found;
};
