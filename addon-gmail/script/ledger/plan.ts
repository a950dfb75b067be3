import { err, ok } from "#shared/kernel/result.ts";
import type { Result } from "#shared/kernel/result.ts";
import { accountOfStream } from "#shared/app/streams.ts";
import type { Entry } from "#shared/ledger/entry.ts";
import { eraseEntry } from "#shared/ledger/merge.ts";
import { textOfSegment } from "#shared/ledger/segment.ts";
import { erasedBy, isOfTheLog } from "#shared/ledger/voiding.ts";
import { utf8Bytes } from "#shared/kernel/bytes.ts";
import { shardName } from "./derived.ts";
import type { DriveWrite } from "./drive.ts";
import { foldIn } from "./fold.ts";
import type { FoldSource, Folded } from "./fold.ts";
import { eachSegment, parseIndex, refsAt, textOfIndex } from "./journal.ts";
import { hashOfKey, shardOfAccount, withKeys } from "./key-table.ts";
import type { KeyPlace } from "./key-table.ts";
import type { GmailLedgerFault } from "./ledger.ts";
import { allShards, accountsIn, readShards, rowIn } from "./load.ts";
import type { Lost, Picture, Reading } from "./load.ts";
import type { Session } from "./session.ts";
import { parseSearchLines, searchLineOf, searchName, textOfSearchLines } from "./search-lines.ts";
import { lineOfRow, textOfCreditor, textOfShard } from "./rows.ts";
import type { AccountRow, Places, ShardLine, ShardLines } from "./rows.ts";
import { creditorElsewhere, creditorProperty, keyProperties, keyTableIn } from "./stored.ts";
import type { SegmentRef, Values } from "./stored.ts";
import { planDay } from "./today.ts";
import { vaultName, withBlobs } from "./vault-index.ts";

/** What is new in the journal and the vault. */
export type News = {
  readonly entries: readonly Entry[];
  /** Sealed segments that the index does not name yet. */
  readonly sealed: readonly SegmentRef[];
  readonly blobs: readonly (readonly [string, string])[];
  readonly threads: readonly string[];
  /** Segments beside the index in which earlier entries can be read. */
  readonly readable: readonly SegmentRef[];
  /** Some of it may have been written by an execution that was cut: what looks known need not be so everywhere. */
  readonly again: boolean;
};

/** What is to be written of it: hidden files, properties, and segments that lose words which the law took away. */
export type FoldPlan = {
  readonly texts: ReadonlyMap<string, string>;
  readonly values: Values;
  readonly keyBits: number;
  readonly keysLeftOut: number;
  readonly accountsAdded: number;
  readonly erasures: readonly DriveWrite[];
  /** Words were taken away: bytes that said them may be named by nobody now. */
  readonly isErasing: boolean;
  readonly folded: Folded;
};

/** Works out everything that new entries change, and writes nothing: what cannot be folded is never appended. */
export const planFold = (
  session: Session,
  picture: Picture,
  news: News,
): Result<FoldPlan, GmailLedgerFault | Lost> => {
  const { stored, values, services } = session;
  const touched = new Set<number>();
  for (const { header } of news.entries) {
    const account = accountOfStream(header.stream);
    if (account !== null) touched.add(shardOfAccount(account, stored.meta.shards));
  }
  const missing = [...touched].filter((shard) => !picture.shards.has(shard));
  const more = readShards(session, missing, false);
  if (!more.ok) return more;
  const shards = new Map([...picture.shards, ...more.value.shards]);
  const index = readIndex(session);
  const source = sourceOf(session, picture, shards, (places) =>
    entriesAt(session, index, news.readable, places),
  );
  const folded = foldIn(session.core(), picture.creditor, news.entries, news.threads, source);
  if (!folded.ok) return folded;

  const texts = new Map<string, string>();
  const keys: KeyPlace[] = [];
  let accountsAdded = 0;
  const changed = new Map<number, Map<string, ShardLine>>();
  for (const [account, row] of folded.value.rows) {
    const shard = shardOfAccount(account, stored.meta.shards);
    const lines = changed.get(shard) ?? new Map(shards.get(shard) ?? []);
    changed.set(shard, lines);
    const before = rowIn(shards, account, session);
    if (before === "lost") return err({ type: "lost" });
    if (before === null) accountsAdded += 1;
    lines.set(account, lineOfRow(row));
    const known = new Set(news.again ? [] : (before?.keys ?? []));
    for (const key of row.keys) if (!known.has(key)) keys.push({ hash: hashOfKey(key), shard });
  }
  for (const [shard, lines] of changed) texts.set(shardName(shard), textOfShard(lines));
  const searched = searchedAfter(session, folded.value.rows);
  if (!searched.ok) return searched;
  for (const [name, text] of searched.value) texts.set(name, text);

  const table = keyTableIn(values, stored.meta);
  if (table === null) return err({ type: "lost" });
  const grown = withKeys(table, keys);
  const isFirst = stored.meta.entries === 0;
  const creditor =
    folded.value.creditorChanged || isFirst ? textOfCreditor(folded.value.creditor) : null;
  const own = creditor === null ? {} : creditorProperty(services, creditor);
  if (own === null && creditor !== null) texts.set("creditor", creditor);
  if (news.sealed.length > 0) {
    const refs = index();
    if (!refs.ok) return refs;
    // An execution that was cut may have written the index already.
    const known = refs.value.filter(({ id }) => news.sealed.every((one) => one.id !== id));
    texts.set("journal", textOfIndex([...known, ...news.sealed]));
  }
  if (news.blobs.length > 0) {
    const names = [...new Set(news.blobs.map(([sha256]) => vaultName(sha256)))];
    const read = session.derived.read(stored, names);
    if (!read.ok) return read;
    if ([...read.value.texts.values()].includes(null)) return err({ type: "lost" });
    for (const [name, text] of withBlobs(read.value.texts, news.blobs)) texts.set(name, text);
  }
  const day = planDay(session, {
    creditor: folded.value.creditor.state,
    creditorChanged: folded.value.creditorChanged,
    rows: folded.value.rows,
    accounts: stored.meta.accounts + accountsAdded,
  });
  if (!day.ok) return day;
  texts.set("today", day.value.text);
  const erasures = erasuresOf(session, index, folded.value, news);
  if (!erasures.ok) return erasures;
  return ok({
    texts,
    values: {
      ...(grown === null ? {} : keyProperties(grown.table, grown.changed)),
      ...(own ?? creditorElsewhere()),
      ...day.value.values,
    },
    keyBits: grown === null ? stored.meta.keyBits : grown.table.bits,
    keysLeftOut: stored.meta.keysLeftOut + (grown === null ? keys.length : 0),
    accountsAdded,
    erasures: erasures.value,
    isErasing: erasedBy(news.entries).size > 0,
    folded: folded.value,
  });
};

/** What searches look through, with what changed of these accounts. */
const searchedAfter = (
  { stored, derived }: Session,
  rows: ReadonlyMap<string, AccountRow>,
): Result<ReadonlyMap<string, string>, GmailLedgerFault | Lost> => {
  const { shards } = stored.meta;
  const byName = new Map<string, Map<string, string>>();
  for (const [account, { state }] of rows) {
    const name = searchName(shardOfAccount(account, shards), shards);
    const lines = byName.get(name) ?? new Map<string, string>();
    byName.set(name, lines.set(account, searchLineOf(state)));
  }
  const read = derived.read(stored, [...byName.keys()]);
  if (!read.ok) return read;
  const texts = new Map<string, string>();
  for (const [name, lines] of byName) {
    const text = read.value.texts.get(name);
    const before = text === undefined ? new Map<string, string>() : parseSearchLines(text ?? "");
    if (text === null || before === null) return err({ type: "lost" });
    const after = textOfSearchLines(new Map([...before, ...lines]));
    if (after !== text) texts.set(name, after);
  }
  return ok(texts);
};

type IndexReader = () => Result<readonly SegmentRef[], GmailLedgerFault | Lost>;

/** The sealed segments, read when they are asked for: daily use asks once in a hundred entries. */
export const readIndex = ({ stored, derived }: Reading): IndexReader => {
  return () => {
    const read = derived.read(stored, ["journal"]);
    if (!read.ok) return read;
    const text = read.value.texts.get("journal");
    const refs = text === undefined ? [] : parseIndex(text);
    return refs === null || text === null ? err({ type: "lost" }) : ok(refs);
  };
};

const sourceOf = (
  session: Session,
  picture: Picture,
  shards: Map<number, ShardLines>,
  readAt: FoldSource<GmailLedgerFault | Lost>["entriesAt"],
): FoldSource<GmailLedgerFault | Lost> => {
  const { stored } = session;
  const withShard = (account: string): Result<null, GmailLedgerFault | Lost> => {
    const shard = shardOfAccount(account, stored.meta.shards);
    if (shards.has(shard)) return ok(null);
    const read = readShards(session, [shard], false);
    if (!read.ok) return read;
    shards.set(shard, read.value.shards.get(shard) ?? new Map());
    return ok(null);
  };
  return {
    row: (account) => {
      const known = picture.rows.get(account);
      if (known !== undefined) return ok(known);
      const read = withShard(account);
      if (!read.ok) return read;
      const row = rowIn(shards, account, session);
      return row === "lost" ? err({ type: "lost" }) : ok(row);
    },
    accountsOfBatches: (batches) => {
      const missing = allShards(stored).filter((shard) => !shards.has(shard));
      const read = readShards(session, missing, false);
      if (!read.ok) return read;
      for (const [shard, lines] of read.value.shards) shards.set(shard, lines);
      const found: string[] = [];
      for (const account of accountsIn(shards)) {
        const row = rowIn(shards, account, session);
        if (row === "lost") return err({ type: "lost" });
        if (row?.batches.some((batch) => batches.includes(batch)) === true) found.push(account);
      }
      return ok(found);
    },
    entriesAt: readAt,
  };
};

const entriesAt = (
  session: Session,
  index: IndexReader,
  readable: readonly SegmentRef[],
  places: readonly Places[],
): Result<readonly Entry[], GmailLedgerFault | Lost> => {
  const refs = index();
  if (!refs.ok) return refs;
  const sealed = refs.value.filter(({ id }) => readable.every((one) => one.id !== id));
  const wanted = refsAt([...sealed, ...readable], places);
  const entries: Entry[] = [];
  const read = eachSegment(session.drive, wanted, (segment) => {
    for (const entry of segment.entries) entries.push(entry);
  });
  return read.ok ? ok(entries) : read;
};

/** Sealed segments that hold words which a new entry takes away; the tail is written again with every append. */
const erasuresOf = (
  session: Session,
  index: IndexReader,
  folded: Folded,
  { entries, sealed }: News,
): Result<readonly DriveWrite[], GmailLedgerFault | Lost> => {
  const named = erasedBy(entries);
  if (named.size === 0) return ok([]);
  const refs = index();
  if (!refs.ok) return refs;
  // What is sealed now was sealed without those words.
  const before = refs.value.filter(({ id }) => sealed.every((one) => one.id !== id));
  const rows: readonly Pick<AccountRow, "places">[] = [...folded.rows.values(), folded.creditor];
  const wanted = refsAt(
    before,
    rows.map(({ places }) => places),
  );
  const writes: DriveWrite[] = [];
  const read = eachSegment(session.drive, wanted, (segment, { id }) => {
    const kept = withoutWords(segment.entries, named);
    if (kept.every((entry, at) => entry === segment.entries[at])) return;
    writes.push({
      how: "replace",
      id,
      bytes: utf8Bytes(textOfSegment({ ...segment, entries: kept })),
    });
  });
  return read.ok ? ok(writes) : read;
};

/** The entries without the words that the law took away; what the log says of itself stays. */
export const withoutWords = (
  entries: readonly Entry[],
  named: ReadonlyMap<string, unknown>,
): readonly Entry[] =>
  named.size === 0
    ? entries
    : entries.map((entry) =>
        named.has(entry.hash) && entry.body.kind === "kept" && !isOfTheLog(entry.header.type)
          ? eraseEntry(entry)
          : entry,
      );
