import { accountOfStream } from "#shared/app/streams.ts";
import { utf8Bytes } from "#shared/kernel/bytes.ts";
import { err, ok } from "#shared/kernel/result.ts";
import type { Result } from "#shared/kernel/result.ts";
import { chainEntries } from "#shared/ledger/append.ts";
import type { NewEntry, Stamp } from "#shared/ledger/append.ts";
import type { Entry } from "#shared/ledger/entry.ts";
import type { Segment } from "#shared/ledger/segment.ts";
import { erasedBy } from "#shared/ledger/voiding.ts";
import type { Services } from "#gmail/script/google-port.ts";
import { shardName } from "./derived.ts";
import type { DriveWrite, NewFile } from "./drive.ts";
import {
  damagedJournal,
  fileOfSegment,
  journalStep,
  refOf,
  segmentOfBytes,
  tailRef,
  tailWrite,
} from "./journal.ts";
import { shardOfAccount } from "./key-table.ts";
import type { GmailLedgerFault } from "./ledger.ts";
import type { Lost, Picture } from "./load.ts";
import { packed, unpacked } from "./pieces.ts";
import { searchName } from "./search-lines.ts";
import { idAt, takeIds } from "./ids.ts";
import type { Taken } from "./ids.ts";
import { planFold, withoutWords } from "./plan.ts";
import type { FoldPlan } from "./plan.ts";
import type { Session } from "./session.ts";
import {
  charsOf,
  filesProperty,
  idsProperty,
  metaProperty,
  pendingProperty,
  rebuildFrom,
  tipOf,
} from "./stored.ts";
import type { Meta, Pending, Stored, Values } from "./stored.ts";
import { wordlessIn } from "./sweep.ts";
import { parseVault, vaultName } from "./vault-index.ts";

/**
 * How something is written. Everything is worked out first; then the property `pending` names every file that is to be
 * made, then the bytes of the vault, then the journal. **The journal is the commitment**: what is in it is done, what is not
 * never was. Then the hidden files, and one write of the properties that also ends the pending work.
 *
 * An execution may be cut between any two calls. Whoever comes next finds `pending`, looks whether the journal has the
 * entries, and folds them in or forgets them (settle.ts).
 */
export type Written = {
  /** The properties after; null: what is worked out from the journal was not written, and will be by whoever comes next. */
  readonly values: Values | null;
};

/** No answer came from the journal, or not of all its files: it may have the entries, or not. */
export type Unclear = { readonly type: "write-unclear"; readonly fault: GmailLedgerFault };

export type ToWrite = {
  readonly drafts: readonly NewEntry[];
  readonly stamp: Stamp;
  readonly keeps: readonly string[];
  readonly bytes: ReadonlyMap<string, Uint8Array>;
  readonly threads: readonly string[];
};

/** All properties together take 500 kB; other parts of the script have theirs. */
const PROPERTY_CHARS_MAX = 480_000;
/** Only under the lock, with nothing pending. */
export const writeEntries = (
  session: Session,
  picture: Picture,
  { drafts, stamp, keeps, bytes, threads }: ToWrite,
): Result<Written, GmailLedgerFault | Lost | Unclear> => {
  const { stored, services, drive, values } = session;
  const { meta } = stored;
  const before = tailEntries(session, namesToWrite(stored, drafts, keeps));
  if (!before.ok) return before;
  const fresh = blobsToKeep(session, keeps, bytes);
  if (!fresh.ok) return fresh;
  const chained = chainEntries(tipOf(meta), drafts, stamp);
  const gone = erasedBy(chained.entries);
  const step = journalStep(
    meta,
    withoutWords(before.value, gone),
    withoutWords(chained.entries, gone),
  );

  const needed = step.sealed.length + fresh.value.length + (meta.tail === null ? 1 : 0);
  const visible = takeIds(drive, stored.ids, { drive: needed, appDataFolder: 0 });
  if (!visible.ok) return visible;
  const given = visible.value.taken.drive;
  const blobs = fresh.value.map((sha256, at) => [sha256, idAt(given, at)] as const);
  const sealed = step.sealed.map((segment, at) => ({
    segment,
    id: idAt(given, blobs.length + at),
  }));
  const tailId = meta.tail?.id ?? idAt(given, blobs.length + sealed.length);
  const tail = { id: tailId, ...step.tail };
  const plan = planFold(session, picture, {
    entries: chained.entries,
    sealed: sealed.map(({ segment, id }) => refOf(segment, id)),
    blobs,
    threads,
    readable: present(tailRef(meta)),
    again: false,
  });
  if (!plan.ok) return plan;
  const hidden = newNames(stored, plan.value).length;
  const ids = takeIds(drive, visible.value.left, { drive: 0, appDataFolder: hidden });
  if (!ids.ok) return ids;
  const to = chained.tip;
  const after: Meta = {
    ...meta,
    sequence: to.sequence,
    hash: to.hash,
    tick: to.tick,
    tail,
    entries: meta.entries + chained.entries.length,
  };
  const pending: Pending = {
    to: { sequence: to.sequence, hash: to.hash, tick: to.tick },
    tail,
    sealed: sealed.map(({ id }) => id),
    blobs: blobs.map(([sha256, id]) => [sha256, id]),
    threads: [...threads],
  };
  const finish = finishing(session, after, plan.value, ids.value);
  const announced = { ...idsProperty(ids.value.left), ...pendingProperty(pending) };
  const most = charsOf({ ...values, ...announced, ...finish.values });
  if (most > PROPERTY_CHARS_MAX) return err({ type: "properties-full" });

  services.properties.write(announced);
  if (blobs.length > 0) {
    const kept = drive.write(
      blobs.map(([sha256, id]) => ({
        how: "create" as const,
        file: fileOfBlob(meta, sha256, id, bytes.get(sha256) ?? new Uint8Array(0)),
      })),
    );
    if (!kept.ok) return kept;
  }
  const journal = journalWrites(meta, step.tailText, tailId, sealed);
  const committed = drive.write(journal.commit);
  if (!committed.ok) return err({ type: "write-unclear", fault: committed.error });
  // The file that holds the last entries was deleted for good: nothing can follow them any more.
  if (committed.value.size > 0) return err(damagedJournal(committed.value.size));
  const done = finish.write(journal.later);
  if (done.ok) rememberTail(services, after, step.tailText);
  return ok({ values: done.ok ? { ...values, ...announced, ...done.value } : null });
};

export const present = <T>(value: T | null): readonly T[] => (value === null ? [] : [value]);

type Finish = {
  readonly values: Values;
  /** Writes the hidden files, then the properties, then the cache. */
  readonly write: (also: readonly DriveWrite[]) => Result<Values, GmailLedgerFault>;
};

/** The end of a writing, and of one that was cut. */
export const finishing = (
  session: Session,
  after: Meta,
  plan: FoldPlan,
  { taken, left }: Taken,
): Finish => {
  const { stored, derived, drive, services } = session;
  const hidden = derived.plan(stored, plan.texts, taken.appDataFolder);
  const meta: Meta = {
    ...(plan.isErasing ? wordlessIn(after) : after),
    generation: stored.meta.generation + 1,
    accounts: stored.meta.accounts + plan.accountsAdded,
    keyBits: plan.keyBits,
    keysLeftOut: plan.keysLeftOut,
  };
  const values: Values = {
    ...plan.values,
    ...metaProperty(meta),
    ...filesProperty(hidden.files),
    ...idsProperty(left),
    ...pendingProperty(null),
  };
  return {
    values,
    write: (also) => {
      const written = drive.write([...hidden.writes, ...also, ...plan.erasures]);
      if (!written.ok) return written;
      const ended =
        written.value.size === 0
          ? values
          : // The hidden folder was emptied: all of it is worked out again before it is next read.
            { ...values, ...metaProperty(rebuildFrom(meta, true)) };
      services.properties.write(ended);
      derived.remember(stored, hidden);
      return ok(ended);
    },
  };
};

export const newNames = ({ files }: Stored, { texts }: FoldPlan): readonly string[] =>
  [...texts.keys()].filter((name) => !files.has(name));

/** The names that are not in the vault yet, each found to be that of its bytes. */
const blobsToKeep = (
  { services, derived, stored }: Session,
  keeps: readonly string[],
  bytes: ReadonlyMap<string, Uint8Array>,
): Result<readonly string[], GmailLedgerFault | Lost> => {
  const names = [...new Set(keeps)];
  for (const sha256 of names) {
    const run = bytes.get(sha256);
    if (run === undefined || services.sha256(run) !== sha256)
      return err({ type: "bytes-missing", sha256 });
  }
  const read = derived.read(stored, [...new Set(names.map(vaultName))]);
  if (!read.ok) return read;
  const { texts } = read.value;
  if ([...texts.values()].includes(null)) return err({ type: "lost" });
  const isKept = (sha256: string): boolean =>
    parseVault(texts.get(vaultName(sha256)) ?? null).has(sha256) && !stored.going.has(sha256);
  return ok(names.filter((one) => !isKept(one)));
};

export const fileOfBlob = (
  { ledger, folders }: Meta,
  sha256: string,
  id: string,
  bytes: Uint8Array,
): NewFile => ({
  id,
  name: sha256,
  parent: folders.vault,
  type: "application/octet-stream",
  kind: "blob",
  marks: { ledger, sha256 },
  bytes,
});

const tailKey = ({ ledger, writer, sequence }: Meta): string =>
  `ledger.${ledger}.${writer}.tail.${String(sequence)}`;

/** Hidden files that a writing will look into: asked for together, so that a cold one takes one round. */
const namesToWrite = (
  { meta }: Stored,
  drafts: readonly NewEntry[],
  keeps: readonly string[],
): readonly string[] => {
  const names = new Set(["today", ...keeps.map(vaultName)]);
  for (const { stream } of drafts) {
    const account = accountOfStream(stream);
    if (account === null) continue;
    const shard = shardOfAccount(account, meta.shards);
    names.add(shardName(shard)).add(searchName(shard, meta.shards));
  }
  return [...names];
};

/** The entries that the tail holds, from the cache, else from Drive; and beside it these hidden files, for what follows. */
const tailEntries = (
  { services, derived, stored }: Session,
  names: readonly string[],
): Result<readonly Entry[], GmailLedgerFault | Lost> => {
  const { meta } = stored;
  const id = meta.tail === null || meta.tail.count === 0 ? null : meta.tail.id;
  const key = tailKey(meta);
  const cached = id === null ? undefined : services.cache.read([key]).get(key);
  const text = cached === undefined ? null : unpacked(services, cached);
  const known = text === null ? null : segmentOfBytes(utf8Bytes(text));
  const isKnown = known !== null && endsAt(known, meta.hash);
  const read = derived.read(stored, names, id === null || isKnown ? [] : [id]);
  if (!read.ok) return read;
  if (id === null) return ok([]);
  if (isKnown) return ok(known.entries);
  const segment = segmentOfBytes(read.value.alongside.get(id) ?? null);
  if (segment === null) return err(damagedJournal(1));
  if (endsAt(segment, meta.hash)) return ok(segment.entries);
  // It went on after what the properties know: whatever they lost is found again in the journal.
  const isAhead = segment.entries.some(({ hash }) => hash === meta.hash);
  return err(isAhead ? { type: "lost" } : damagedJournal(1));
};

export const endsAt = ({ entries }: Segment, hash: string): boolean =>
  entries[entries.length - 1]?.hash === hash;

const rememberTail = (services: Services, meta: Meta, text: string): void => {
  const pack = packed(services, text);
  if (pack.length <= TAIL_CACHE_CHARS_MAX)
    services.cache.write(new Map([[tailKey(meta), pack]]), TAIL_CACHE_SECONDS);
};

const TAIL_CACHE_CHARS_MAX = 99_000;
const TAIL_CACHE_SECONDS = 21_600;

/** What commits, and what may follow: an emptied tail commits nothing. */
const journalWrites = (
  meta: Meta,
  tailText: string,
  tailId: string,
  sealed: readonly { readonly segment: Segment; readonly id: string }[],
): { readonly commit: readonly DriveWrite[]; readonly later: readonly DriveWrite[] } => {
  const tail = tailWrite(meta, tailText, tailId);
  if (sealed.length === 0) return { commit: [tail], later: [] };
  return {
    commit: sealed.map(({ segment, id }) => ({
      how: "create" as const,
      file: fileOfSegment(segment, id, meta.folders.journal),
    })),
    later: [tail],
  };
};
