import { gunzipSync, gzipSync } from "node:zlib";
import { entriesByShard } from "#shared/app/shards.ts";
import { LEDGER_CORE } from "#gmail/script/ledger/core.ts";
import { shardName } from "#gmail/script/ledger/derived.ts";
import { foldedRow } from "#gmail/script/ledger/fold.ts";
import { hashOfKey, keyTableOf, shardOfAccount } from "#gmail/script/ledger/key-table.ts";
import type { KeyPlace, KeyTable } from "#gmail/script/ledger/key-table.ts";
import { keysOfLine, lineOfRow, textOfShard } from "#gmail/script/ledger/rows.ts";
import type { ShardLine } from "#gmail/script/ledger/rows.ts";
import {
  filesProperty,
  keyProperties,
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
 * script lays them down. Folding 101,000 entries would take a minute (bench/gmail.bench.ts does); what a card costs hangs
 * on the size of a shard and of the table alone, so ten debtors are folded and the others are copies with names of their own.
 */
export const makeBig = (account: Account): BigAccount => {
  const told = [...linesOfTold()];
  const shards = new Map<number, Map<string, ShardLine>>();
  const places: KeyPlace[] = [];
  for (let debtor = 0; debtor < ACCOUNTS; debtor += 1) {
    const [id, line] = told[debtor % TOLD] ?? ["", null];
    if (line === null) throw new Error("nobody was told");
    const [renamed, copy] = renamedLine(id, line, debtor);
    const shard = shardOfAccount(renamed, SHARDS);
    shards.set(shard, (shards.get(shard) ?? new Map<string, ShardLine>()).set(renamed, copy));
    for (const key of keysOfLine(copy)) places.push({ hash: hashOfKey(key), shard });
  }
  const table = keyTableOf(places);
  if (table === null) throw new Error("the keys of ten thousand invoices do not fit");
  writeAll(account, shards, table);
  const hashes = new Set(places.map(({ hash }) => hash));
  return { table, keys: places.length, hashes, emailOf };
};

const linesOfTold = function* (): Generator<readonly [string, ShardLine]> {
  const { entries, accounts } = bigLedger(TOLD * 8);
  const parts = entriesByShard(entries);
  for (const account of accounts) {
    const row = foldedRow(LEDGER_CORE, account, parts.get(account) ?? [], new Map(), []);
    yield [account, lineOfRow(row)];
  }
};

/** The same debtor as another: its id, its addresses, its invoices, references and mails. */
const renamedLine = (id: string, line: ShardLine, debtor: number): readonly [string, ShardLine] => {
  if (debtor < TOLD) return [id, line];
  const other = `${id.slice(0, -4)}${String(debtor).padStart(4, "0")}`;
  const renamed = (text: string): string =>
    text
      .split(id)
      .join(other)
      .replace(/debiteur-\d+\.example/g, `debiteur-${String(debtor)}.example`)
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
  return [other, { keys: renamed(line.keys), rest: renamed(line.rest) }];
};

const writeAll = (
  account: Account,
  shards: ReadonlyMap<number, ReadonlyMap<string, ShardLine>>,
  table: KeyTable,
): void => {
  const stored = readStored(Object.fromEntries(account.userProperties));
  if (!stored.ok || stored.value === null) throw new Error("no ledger is here");
  const { meta, files } = stored.value;
  const { space } = account.drive;
  const generation = meta.generation + 1;
  const named = new Map<string, DerivedRef>([...files].filter(([name]) => !/^s\d+$/.test(name)));
  for (let shard = 0; shard < SHARDS; shard += 1) {
    const name = shardName(shard);
    const id = files.get(name)?.id ?? space.generateId("appDataFolder");
    const text = `${name}\n${textOfShard(shards.get(shard) ?? new Map())}`;
    const now = account.clock.now();
    space.write({
      id,
      name: `${name}.gz`,
      mimeType: "application/gzip",
      parents: [APP_DATA],
      appProperties: { ledger: meta.ledger },
      properties: {},
      description: null,
      bytes: new Uint8Array(gzipSync(text, { level: 1 })),
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
