import { gunzipSync, gzipSync } from "node:zlib";
import { entriesByShard } from "#shared/app/shards.ts";
import type { Entry } from "#shared/ledger/entry.ts";
import { LEDGER_CORE } from "#gmail/script/ledger/core.ts";
import { shardName } from "#gmail/script/ledger/derived.ts";
import { foldedRow } from "#gmail/script/ledger/fold.ts";
import { hashOfKey, keyCount, keyTableOf, shardOfAccount } from "#gmail/script/ledger/key-table.ts";
import type { KeyPlace, KeyTable } from "#gmail/script/ledger/key-table.ts";
import { keysOfLine, lineOfRow, parseShard, textOfShard } from "#gmail/script/ledger/rows.ts";
import type { AccountRow, ShardLine } from "#gmail/script/ledger/rows.ts";
import { searchLineOf, searchName, textOfSearchLines } from "#gmail/script/ledger/search-lines.ts";
import {
  filesProperty,
  keyProperties,
  keyTableIn,
  metaProperty,
  readStored,
} from "#gmail/script/ledger/stored.ts";
import type { DerivedRef } from "#gmail/script/ledger/stored.ts";
import { bigLedger, emailOf } from "../fixtures/big-ledger.ts";
import type { Account } from "../hosts/apps-script/account.ts";
import { APP_DATA } from "../hosts/apps-script/drive-files.ts";

export const INVOICES = 10_000;
const ACCOUNTS = INVOICES / 8;
/** Debtors that are told by their entries; the others are these under other names. */
const TOLD = 10;
const SHARDS = 256;

export type BigAccount = {
  readonly table: KeyTable;
  readonly keys: number;
  /** What the table holds, for a count that would unpack it thousands of times. */
  readonly hashes: ReadonlySet<number>;
  /** An address of a debtor, by number, and an invoice of theirs. */
  readonly emailOf: (debtor: number) => string;
};

/**
 * Makes of an account one of a firm with ten thousand invoices: all the shards and all the keys of 1,250 debtors, as the
 * script lays them down. Taking in and folding 101,000 entries is a minute's work, which the bench and the long tests do
 * (gmail-folded.ts); what a card costs hangs on the size of a shard and of the table alone, so here ten debtors are folded
 * and the others are copies with names of their own, which a test finds to be what folding their entries gives.
 */
export const makeBig = (account: Account): BigAccount => {
  const told = [...linesOfTold()];
  const shards = new Map<number, Map<string, ShardLine>>();
  const searched = new Map<string, Map<string, string>>();
  const places: KeyPlace[] = [];
  for (let debtor = 0; debtor < ACCOUNTS; debtor += 1) {
    const [id, line, sought] = told[debtor % TOLD] ?? ["", null, ""];
    if (line === null) throw new Error("nobody was told");
    const [renamed, copy] = renamedLine(id, line, debtor);
    const shard = shardOfAccount(renamed, SHARDS);
    shards.set(shard, (shards.get(shard) ?? new Map<string, ShardLine>()).set(renamed, copy));
    for (const key of keysOfLine(copy)) places.push({ hash: hashOfKey(key), shard });
    const name = searchName(shard, SHARDS);
    const rows = debtor < TOLD ? sought : renamedText(sought, id, debtor);
    searched.set(name, (searched.get(name) ?? new Map<string, string>()).set(renamed, rows));
  }
  const table = keyTableOf(places);
  if (table === null) throw new Error("the keys of ten thousand invoices do not fit");
  const texts = new Map([...searched].map(([name, lines]) => [name, textOfSearchLines(lines)]));
  for (let shard = 0; shard < SHARDS; shard += 1)
    texts.set(shardName(shard), textOfShard(shards.get(shard) ?? new Map()));
  writeAll(account, texts, table);
  return bigIn(account);
};

/** What such an account's script knows, read as it lies there. */
export const bigIn = ({ drive, userProperties }: Account): BigAccount => {
  const values = Object.fromEntries(userProperties);
  const stored = readStored(values);
  if (!stored.ok || stored.value === null) throw new Error("no ledger is here");
  const table = keyTableIn(values, stored.value.meta);
  if (table === null) throw new Error("no table of keys");
  const hashes = new Set<number>();
  for (const [name, { id }] of stored.value.files) {
    if (!/^s\d+$/.test(name)) continue;
    const bytes = drive.files.get(id)?.bytes ?? null;
    const text = bytes === null ? "" : gunzipSync(bytes).toString("utf8");
    for (const line of (parseShard(text.slice(name.length + 1)) ?? new Map()).values())
      for (const key of keysOfLine(line)) hashes.add(hashOfKey(key));
  }
  return { table, keys: keyCount(table), hashes, emailOf };
};

/** Of a debtor that is a copy: its line, and what folding that debtor's own entries gives. */
export const copiedAndFolded = (debtor: number): readonly [ShardLine, ShardLine] => {
  const { entries, accounts } = bigLedger(TOLD * 8);
  const id = accounts[debtor % TOLD] ?? "";
  const own = entriesByShard(entries).get(id) ?? [];
  const renamed = JSON.parse(renamedText(JSON.stringify(own), id, debtor)) as readonly Entry[];
  const [name, copy] = renamedLine(id, lineOf(id, own), debtor);
  return [copy, lineOf(name, renamed)];
};

const linesOfTold = function* (): Generator<readonly [string, ShardLine, string]> {
  const { entries, accounts } = bigLedger(TOLD * 8);
  const parts = entriesByShard(entries);
  for (const account of accounts) {
    const row = rowOf(account, parts.get(account) ?? []);
    yield [account, lineOfRow(row), searchLineOf(row.state)];
  }
};

const rowOf = (account: string, entries: readonly Entry[]): AccountRow =>
  foldedRow(LEDGER_CORE, account, entries, new Map(), []);

const lineOf = (account: string, entries: readonly Entry[]): ShardLine =>
  lineOfRow(rowOf(account, entries));

const otherOf = (id: string, debtor: number): string =>
  `${id.slice(0, -4)}${String(debtor).padStart(4, "0")}`;

/** The same debtor as another: its id, its addresses, its invoices, references and mails. */
const renamedText = (text: string, id: string, debtor: number): string =>
  text
    .split(id)
    .join(otherOf(id, debtor))
    .replace(/debiteur-\d+\.example/g, `debiteur-${String(debtor)}.example`)
    .replace(/([Dd][ée]biteur) \d+/g, `$1 ${String(debtor)}`)
    .replace(
      /(LAC-?\d{4}-?)(\d{6})/g,
      (_, start: string, number: string) =>
        `${start}${String(debtor * 100 + Number(number)).padStart(6, "0")}`,
    )
    .replace(
      /mail-(\d+)-(\d)@/g,
      (_, invoice: string, mail: string) => `mail-${String(debtor)}${invoice}-${mail}@`,
    )
    .replace(
      /\bR-([0-9A-Z]{6})\b/g,
      (_, run: string) => `R-${run.slice(0, 2)}${String(debtor).padStart(4, "0")}`,
    );

const renamedLine = (id: string, line: ShardLine, debtor: number): readonly [string, ShardLine] => {
  if (debtor < TOLD) return [id, line];
  const { keys, rest } = line;
  return [
    otherOf(id, debtor),
    { keys: renamedText(keys, id, debtor), rest: renamedText(rest, id, debtor) },
  ];
};

const writeAll = (account: Account, texts: ReadonlyMap<string, string>, table: KeyTable): void => {
  const stored = readStored(Object.fromEntries(account.userProperties));
  if (!stored.ok || stored.value === null) throw new Error("no ledger is here");
  const { meta, files } = stored.value;
  const { space } = account.drive;
  const generation = meta.generation + 1;
  const named = new Map<string, DerivedRef>([...files].filter(([name]) => !/^[sq]\d+$/.test(name)));
  for (const [name, text] of texts) {
    const id = files.get(name)?.id ?? space.generateId("appDataFolder");
    const now = account.clock.now();
    space.write({
      id,
      name: `${name}.gz`,
      mimeType: "application/gzip",
      parents: [APP_DATA],
      appProperties: { ledger: meta.ledger },
      properties: {},
      description: null,
      bytes: new Uint8Array(gzipSync(`${name}\n${text}`, { level: 1 })),
      createdTime: now,
      modifiedTime: now,
      trashed: false,
      isOurs: true,
      version: 1,
    });
    named.set(name, { id, generation });
  }
  const values = {
    ...metaProperty({
      ...meta,
      generation,
      accounts: ACCOUNTS,
      shards: SHARDS,
      keyBits: table.bits,
    }),
    ...keyProperties(
      table,
      table.buckets.map((_, bucket) => bucket),
    ),
    ...filesProperty(named),
  };
  for (const [name, value] of Object.entries(values)) account.userProperties.set(name, value);
  account.userCache.clear();
};

/** The largest packed shard, in bytes. */
export const largestShard = ({ drive }: Account): number =>
  Math.max(
    ...[...drive.files.values()]
      .filter(({ name }) => /^s\d+\.gz$/.test(name))
      .map(({ bytes }) => (bytes === null ? 0 : gzipSync(gunzipSync(bytes)).length)),
  );
