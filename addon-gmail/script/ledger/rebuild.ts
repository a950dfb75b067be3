import { accountOfStream } from "#shared/app/streams.ts";
import type { AccountState } from "#shared/claims/account.ts";
import { messageKey } from "#shared/app/index-keys.ts";
import { ok } from "#shared/kernel/result.ts";
import type { Result } from "#shared/kernel/result.ts";
import { utf8Bytes } from "#shared/kernel/bytes.ts";
import type { Entry } from "#shared/ledger/entry.ts";
import { textOfSegment } from "#shared/ledger/segment.ts";
import { erasedBy } from "#shared/ledger/voiding.ts";
import { shardName } from "./derived.ts";
import type { DriveWrite } from "./drive.ts";
import { batchesOf, foldedCreditor, foldedRow } from "./fold.ts";
import { textOfIndex } from "./journal.ts";
import { eachFile, filesOfJournal, push, surveyJournal } from "./survey.ts";
import { EMPTY_KEY_TABLE, hashOfKey, shardOfAccount, withKeys } from "./key-table.ts";
import type { KeyPlace } from "./key-table.ts";
import type { GmailLedgerFault } from "./ledger.ts";
import { allShards, readShards } from "./load.ts";
import type { Lost } from "./load.ts";
import { withoutWords } from "./plan.ts";
import type { Session } from "./session.ts";
import { parseSearchLines, searchLineOf, searchName, textOfSearchLines } from "./search-lines.ts";
import { keysOfLine, lineOfRow, parseShard, textOfCreditor, textOfShard } from "./rows.ts";
import type { AccountRow, ShardLine } from "./rows.ts";
import {
  creditorElsewhere,
  creditorProperty,
  filesProperty,
  goingProperty,
  idsProperty,
  keyProperties,
  keyTableIn,
  metaProperty,
  pendingProperty,
  todayProperty,
} from "./stored.ts";
import type { DerivedRef, Meta, Stored, Values } from "./stored.ts";
import { looseFrom, wordlessIn } from "./sweep.ts";
import { dueProperty } from "./today.ts";
import { takeIds } from "./ids.ts";
import { withBlobs } from "./vault-index.ts";

/**
 * Works everything out again from the journal: after a merge, after a new version of the code that folds, and where the
 * hidden folder or the properties were lost. Each step reads the whole journal and folds some of the accounts, so that
 * memory has an end; a step that was cut is done again, and the next execution goes on with the one after.
 *
 * Step 0 finds the files, the creditor and how many accounts there are; where all entries fit in memory it is the last too.
 */

/** Entries that are held at once: a hundred megabytes as objects. */
export const REBUILD_ENTRIES_MAX = 30_000;
/** Accounts of one shard, as the ledger grows: 9 kB each, so that a shard is one value of the cache. */
const ACCOUNTS_A_SHARD = 6;
export const SHARD_COUNTS = [64, 128, 256, 512] as const;
const SHARDS_MAX = 512;

/** Shards have twice the accounts that they were made for, or keys of late found no room in the table. */
export const outgrown = ({ accounts, shards, keysLeftOut }: Meta): boolean =>
  keysLeftOut > 0 || (accounts > shards * ACCOUNTS_A_SHARD * 2 && shards < SHARDS_MAX);

export const rebuildStep = (session: Session): Result<Values, GmailLedgerFault> => {
  const { rebuild } = session.stored.meta;
  if (rebuild === null) return ok(session.values);
  return rebuild.step === 0 ? firstStep(session, rebuild.list) : nextStep(session);
};

const firstStep = (session: Session, list: boolean): Result<Values, GmailLedgerFault> => {
  const { stored, drive, core } = session;
  const { meta } = stored;
  const threads = list ? ok(new Map()) : threadsIn(session, allShards(stored));
  if (!threads.ok) return threads;
  const surveyed = surveyJournal(session, list, REBUILD_ENTRIES_MAX);
  if (!surveyed.ok) return surveyed;
  const { refs, accounts, held, entries, tip } = surveyed.value;
  const creditor = foldedCreditor(core(), surveyed.value.creditor);
  const fitting =
    SHARD_COUNTS.find((count) => accounts.size <= count * ACCOUNTS_A_SHARD) ?? SHARDS_MAX;
  const shards = Math.max(meta.shards, fitting);
  const text = textOfCreditor(creditor);
  const own = creditorProperty(session.services, text);
  const texts = new Map<string, string>([
    ["journal", textOfIndex(refs)],
    // What accounts bring to the day is worked out by the hourly job, or by the next click on it.
    ["today", ""],
  ]);
  if (own === null) texts.set("creditor", text);
  // The journal's index comes in another order: what was asked of it is asked again.
  if (stored.files.has("sweep")) texts.set("sweep", "");
  const also: DriveWrite[] = [];
  if (list) {
    // Hidden files of before, whatever they hold, are under ids that nobody names any more.
    const hidden = drive.list("appDataFolder", "derived");
    if (!hidden.ok) return hidden;
    for (const { id } of hidden.value) also.push({ how: "delete", id });
    const blobs = drive.list("drive", "blob");
    if (!blobs.ok) return blobs;
    const named = blobs.value
      .filter(({ marks }) => marks["ledger"] === meta.ledger)
      .map(({ id, marks }) => [marks["sha256"] ?? "", id] as const);
    for (const [name, lines] of withBlobs(new Map(), named)) texts.set(name, lines);
  }
  const steps = held === null ? 1 + Math.ceil(entries / REBUILD_ENTRIES_MAX) : 1;
  const begun: Meta = {
    // What a listing finds of the vault may be of acts that nobody remembers.
    ...(list ? looseFrom(meta, session.services.now()) : meta),
    ...tip,
    entries,
    accounts: accounts.size,
    shards,
    missing: surveyed.value.missing,
    keyBits: EMPTY_KEY_TABLE.bits,
    keysLeftOut: 0,
    rebuild: held !== null ? null : { step: 1, steps, list: false },
  };
  const base: Stored = { ...stored, meta: begun, files: hiddenFiles(stored, list) };
  return writeStep(
    { ...session, stored: base },
    {
      texts,
      values: {
        ...clearedKeys(session),
        // Where the journal knows no creditor any more, a list of before would be of debts that nobody has written down.
        ...(creditor.state.creditor === null
          ? todayProperty(session.services, null)
          : dueProperty(session)),
        ...(own ?? creditorElsewhere()),
      },
      held: held ?? new Map(),
      threads: threads.value,
      also,
      range: held === null ? [0, 0] : [0, shards],
      voided: creditor.voided,
    },
  );
};

const nextStep = (session: Session): Result<Values, GmailLedgerFault> => {
  const { stored, values } = session;
  const { meta } = stored;
  const { rebuild } = meta;
  if (rebuild === null) return ok(values);
  const passes = rebuild.steps - 1;
  const range: readonly [number, number] = [
    Math.floor((meta.shards * (rebuild.step - 1)) / passes),
    Math.floor((meta.shards * rebuild.step) / passes),
  ];
  const files = filesOfJournal(session, false);
  if (!files.ok) return files;
  const held = new Map<string, Entry[]>();
  const read = eachFile(session, files.value, meta.missing > 0, (segment) => {
    for (const entry of segment.entries) {
      const account = accountOfStream(entry.header.stream);
      if (account === null) continue;
      const shard = shardOfAccount(account, meta.shards);
      if (shard >= range[0] && shard < range[1]) push(held, account, entry);
    }
  });
  if (!read.ok) return read;
  // The shards of another number of them are of other accounts: what they knew of threads is found again by their mails.
  const known = allShards(stored).filter((shard) => shard >= range[0] && shard < range[1]);
  const threads = threadsIn(session, known);
  if (!threads.ok) return threads;
  const creditor = readShards(session, [], true);
  if (!creditor.ok) return restarted(session, creditor.error);
  const isLast = rebuild.step + 1 >= rebuild.steps;
  const after: Meta = {
    ...meta,
    rebuild: isLast ? null : { ...rebuild, step: rebuild.step + 1 },
  };
  return writeStep(
    { ...session, stored: { ...stored, meta: after } },
    {
      texts: new Map(),
      values: {},
      held,
      threads: threads.value,
      also: [],
      range,
      voided: creditor.value.creditor.voided,
    },
  );
};

type Step = {
  readonly texts: ReadonlyMap<string, string>;
  readonly values: Values;
  readonly held: ReadonlyMap<string, readonly Entry[]>;
  /** The threads of Gmail that accounts were known by: no entry says them. */
  readonly threads: ReadonlyMap<string, readonly string[]>;
  readonly also: readonly DriveWrite[];
  /** Shards that this step writes: from, and before. */
  readonly range: readonly [number, number];
  readonly voided: Parameters<typeof batchesOf>[0];
};

/** Folds what is held, writes its shards and whatever else the step has, then the properties. */
const writeStep = (session: Session, step: Step): Result<Values, GmailLedgerFault> => {
  const { stored, services, derived, drive, core } = session;
  const { meta } = stored;
  const voided = batchesOf(step.voided);
  const texts = new Map(step.texts);
  const keys: KeyPlace[] = [];
  const byShard = new Map<number, Map<string, ShardLine>>();
  const searched = searchedBefore(session, step.range);
  if (!searched.ok) return restarted(session, searched.error);
  const named = new Map<string, string>();
  for (const [account, entries] of step.held) {
    for (const [hash, reason] of erasedBy(entries)) named.set(hash, reason);
    const row = foldedRow(core(), account, entries, voided, step.threads.get(account) ?? []);
    const shard = shardOfAccount(account, meta.shards);
    const lines = byShard.get(shard) ?? new Map<string, ShardLine>();
    byShard.set(shard, lines);
    lines.set(account, lineOfRow(row));
    searched.value.get(searchName(shard, meta.shards))?.set(account, searchLineOf(row.state));
    for (const key of tableKeys(row, meta.messagesFrom)) keys.push({ hash: hashOfKey(key), shard });
  }
  for (let shard = step.range[0]; shard < step.range[1]; shard += 1) {
    const lines = byShard.get(shard);
    // A shard that has become empty is written too: what it held is elsewhere now.
    if (lines !== undefined || stored.files.has(shardName(shard)))
      texts.set(shardName(shard), textOfShard(lines ?? new Map()));
  }
  for (const [name, lines] of searched.value)
    if (lines.size > 0 || stored.files.has(name)) texts.set(name, textOfSearchLines(lines));
  const table = keyTableIn({ ...session.values, ...step.values }, meta) ?? EMPTY_KEY_TABLE;
  const grown = withKeys(table, keys);
  if (grown === null) return withFewerKeys(session);
  const needed = [...texts.keys()].filter((name) => !stored.files.has(name)).length;
  const ids = takeIds(drive, stored.ids, { drive: 0, appDataFolder: needed });
  if (!ids.ok) return ids;
  const plan = derived.plan(stored, texts, ids.value.taken.appDataFolder);
  const erasures = eraseEverywhere(session, named);
  if (!erasures.ok) return erasures;
  const written = drive.write([...plan.writes, ...erasures.value, ...step.also]);
  if (!written.ok) return written;
  const files = new Map<string, DerivedRef>(plan.files);
  // Emptied meanwhile: made anew, under other ids, by the same step done again.
  const gone = [...files].filter(([, { id }]) => written.value.has(id));
  for (const [name] of gone) files.delete(name);
  const told = named.size > 0 ? wordlessIn(meta) : meta;
  const next: Meta =
    gone.length === 0
      ? { ...told, generation: meta.generation + 1, keyBits: grown.table.bits }
      : {
          ...told,
          generation: meta.generation + 1,
          rebuild: { step: 0, steps: 0, list: true },
        };
  const ended: Values = {
    ...step.values,
    ...keyProperties(grown.table, grown.changed),
    ...metaProperty(next),
    ...filesProperty(files),
    ...idsProperty(ids.value.left),
    ...pendingProperty(null),
    ...goingProperty(stored.going),
  };
  services.properties.write(ended);
  if (gone.length === 0) derived.remember(stored, plan);
  return ok({ ...session.values, ...ended });
};

/** What searches look through, of the shards of this step: a file that the step before began is gone on with. */
const searchedBefore = (
  { stored, derived }: Session,
  [from, to]: Step["range"],
): Result<ReadonlyMap<string, Map<string, string>>, GmailLedgerFault | Lost> => {
  const { shards } = stored.meta;
  const files = new Map<string, Map<string, string>>();
  for (let shard = from; shard < to; shard += 1) files.set(searchName(shard, shards), new Map());
  const begun = from > 0 && from < to ? searchName(from - 1, shards) : null;
  if (begun === null || !files.has(begun)) return ok(files);
  const read = derived.read(stored, [begun]);
  if (!read.ok) return read;
  const text = read.value.texts.get(begun);
  const lines = text === undefined ? new Map<string, string>() : parseSearchLines(text ?? "");
  if (text === null || lines === null) return { ok: false, error: { type: "lost" } };
  files.set(begun, new Map(lines));
  return ok(files);
};

/** Of shards that are there and can be read. */
const threadsIn = (
  { stored, derived }: Session,
  shards: readonly number[],
): Result<ReadonlyMap<string, readonly string[]>, GmailLedgerFault> => {
  const read = derived.read(stored, shards.map(shardName));
  if (!read.ok) return read;
  const threads = new Map<string, readonly string[]>();
  for (const text of read.value.texts.values())
    for (const [account, line] of (text === null ? null : parseShard(text)) ?? []) {
      const own = keysOfLine(line).filter((key) => key.startsWith("thread:"));
      if (own.length > 0)
        threads.set(
          account,
          own.map((key) => key.slice("thread:".length)),
        );
    }
  return ok(threads);
};

/** Hidden files whose ids are still good; after a loss none is. */
const hiddenFiles = ({ files }: Stored, list: boolean): ReadonlyMap<string, DerivedRef> =>
  list ? new Map() : files;

const clearedKeys = ({ values }: Session): Values => {
  const cleared: Record<string, string> = {};
  for (const name of Object.keys(values)) if (/^ledger\.keys\.\d+$/.test(name)) cleared[name] = "";
  return { ...cleared, ...keyProperties(EMPTY_KEY_TABLE, [0]) };
};

const restarted = (
  { services, stored, values }: Session,
  error: GmailLedgerFault | Lost,
): Result<Values, GmailLedgerFault> => {
  if (error.type !== "lost") return { ok: false, error };
  const ended = metaProperty({ ...stored.meta, rebuild: { step: 0, steps: 0, list: true } });
  services.properties.write(ended);
  return ok({ ...values, ...ended });
};

/** How far back the table knows messages, in days, each time it was too small. */
const MESSAGE_DAYS: readonly number[] = [1095, 730, 365, 180, 90, 30];

/** The oldest messages go first: their threads are known by their addresses still. */
const withFewerKeys = (session: Session): Result<Values, GmailLedgerFault> => {
  const { services, stored, values } = session;
  const { meta } = stored;
  const now = services.now();
  const days = MESSAGE_DAYS.find((count) => {
    const from = dayBefore(now, count);
    return meta.messagesFrom === null || from > meta.messagesFrom;
  });
  if (days === undefined) return { ok: false, error: { type: "properties-full" } };
  const ended = metaProperty({
    ...meta,
    messagesFrom: dayBefore(now, days),
    rebuild: { step: 0, steps: 0, list: false },
  });
  services.properties.write(ended);
  return ok({ ...values, ...ended });
};

const dayBefore = (now: number, days: number): string =>
  new Date(now - days * 86_400_000).toISOString().slice(0, 10);

const tableKeys = (row: AccountRow, messagesFrom: string | null): readonly string[] => {
  if (messagesFrom === null) return row.keys;
  const old = oldMessages(row.state, messagesFrom);
  return row.keys.filter((key) => !old.has(key));
};

const oldMessages = (state: AccountState, from: string): ReadonlySet<string> => {
  const old = new Set<string>();
  for (const { messageId, on } of [...state.exchanges, ...state.drafts])
    if (messageId !== null && on < from) old.add(messageKey(messageId));
  return old;
};

/** Words that an entry of another writer takes away here. */
const eraseEverywhere = (
  session: Session,
  named: ReadonlyMap<string, string>,
): Result<readonly DriveWrite[], GmailLedgerFault> => {
  if (named.size === 0) return ok([]);
  const files = filesOfJournal(session, false);
  if (!files.ok) return files;
  const writes: DriveWrite[] = [];
  const read = eachFile(session, files.value, true, (segment, id) => {
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
