import { compareText } from "#shared/kernel/text.ts";
import { randomBytes } from "node:crypto";
import { watch } from "node:fs";
import { basename, dirname } from "node:path";
import { hexOfBytes, utf8Bytes } from "#shared/kernel/bytes.ts";
import { idOfChance } from "#shared/kernel/ids.ts";
import { err, ok } from "#shared/kernel/result.ts";
import type { Result } from "#shared/kernel/result.ts";
import type { LedgerStore, StoreFault, Stores, VaultStore } from "#shared/app/ports.ts";
import { emptyTip } from "#shared/ledger/append.ts";
import type { Tip } from "#shared/ledger/append.ts";
import { FIRST_PREVIOUS } from "#shared/ledger/entry.ts";
import type { Entry } from "#shared/ledger/entry.ts";
import { headsOf, witnessOf } from "#shared/ledger/heads.ts";
import type { Witness } from "#shared/ledger/heads.ts";
import { parseSegment } from "#shared/ledger/segment.ts";
import { packMember, unpackMember, zipOfPacked } from "#src/files/zip.ts";
import type { PackedMember } from "#src/files/zip.ts";
import { gone, readWhole, replaceFile, stampOfFile, underLock } from "./whole-file.ts";
import type { FileStamp } from "./whole-file.ts";
import {
  blobMemberName,
  manifestMember,
  readBackup,
  segmentMemberName,
} from "#src/store/backup-format.ts";
import type { Backup, BackupProblem, SegmentMember } from "#src/store/backup-format.ts";
import { sha256OfBlob } from "#src/store/blob-hash.ts";
import { emptyMemoryPlace, openMemoryStores } from "#src/store/memory.ts";
import type { MemoryPlace } from "#src/store/memory.ts";
import type { SegmentRow } from "#src/store/segment-rows.ts";
import { CLOSED, corrupt } from "#src/store/store-faults.ts";

/**
 * A backup file as a store in its own right, for Node. The whole file is written again at each write and put in place
 * by a rename; what did not change is not packed again. A file that another process wrote meanwhile is read again
 * first, so that an append on an older head is answered by `stale-head`.
 */
export type BackupFileOptions = {
  /** What an absent file means: `refused` by default; `empty` is a store that `begin` creates. */
  readonly absent?: "refused" | "empty";
  /** Wall time, ISO 8601 in UTC. */
  readonly now?: () => string;
  /** 16 random bytes in hexadecimal, for the id of the writer that a file without one gets at its first write. */
  readonly chance?: () => string;
};

export type BackupFileRefusal =
  StoreFault | BackupProblem | { readonly type: "file-absent"; readonly path: string };

/** One state of the file, never changed: a write makes the next one, which counts once it is on the disk. */
type FileState = {
  readonly stamp: FileStamp | null;
  readonly place: MemoryPlace;
  readonly segments: ReadonlyMap<string, SegmentMember>;
  readonly blobs: ReadonlyMap<string, { readonly packed: PackedMember; readonly keptAt: string }>;
  /** The heads that the file says it has. */
  readonly witness: Witness | null;
};

/** A step to the next state, or to the same one where nothing changes. */
type WriteWork<T, E> = (
  state: FileState,
) => Promise<Result<{ readonly next: FileState; readonly value: T }, E>>;

type FileHold = {
  readonly read: <T, E>(
    work: (state: FileState) => Promise<Result<T, E>> | Result<T, E>,
  ) => Promise<Result<T, E | StoreFault>>;
  readonly write: <T, E>(work: WriteWork<T, E>) => Promise<Result<T, E | StoreFault>>;
  readonly onChange: (listener: () => void) => () => void;
  readonly close: () => void;
};

export const openBackupFileStores = async (
  path: string,
  options: BackupFileOptions = {},
): Promise<Result<Stores, BackupFileRefusal>> => {
  const now = options.now ?? (() => new Date().toISOString());
  const writer = idOfChance("wri", (options.chance ?? drawnChance)());
  const first = await loadState(path, writer, null);
  if (!first.ok) return first;
  if (first.value.stamp === null && options.absent !== "empty") {
    return err({ type: "file-absent", path });
  }
  const hold = holdFile(path, writer, first.value, now);
  return ok({
    ledger: fileLedger(hold),
    vault: fileVault(hold, now),
    cache: openMemoryStores().cache,
  });
};

/** Makes a new file with an empty ledger whose writer it is; refused if there is a file already. */
export const createBackupFile = async (
  path: string,
  ledger: string,
  options: Omit<BackupFileOptions, "absent"> = {},
): Promise<Result<Stores, BackupFileRefusal | { readonly type: "file-exists" }>> => {
  const chance = (options.chance ?? drawnChance)();
  const opened = await openBackupFileStores(path, {
    ...options,
    chance: () => chance,
    absent: "empty",
  });
  if (!opened.ok) return opened;
  const begun = await opened.value.ledger.begin(emptyTip(ledger, idOfChance("wri", chance)));
  if (begun.ok) return opened;
  opened.value.ledger.close();
  return begun.error.type === "stale-head" ? err({ type: "file-exists" }) : err(begun.error);
};

const drawnChance = (): string => hexOfBytes(new Uint8Array(randomBytes(16)));

const holdFile = (path: string, writer: string, first: FileState, now: () => string): FileHold => {
  let state = first;
  let closed = false;
  let queue: Promise<unknown> = Promise.resolve();
  const listeners = new Set<() => void>();

  /** One call after the other: a state is read, stepped and written before the next call looks at it. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = queue.then(work);
    queue = turn.then(
      () => null,
      () => null,
    );
    return turn;
  };
  const refreshed = async (): Promise<Result<null, StoreFault>> => {
    if (closed) return err(CLOSED);
    const stamp = await stampOfFile(path);
    if (!stamp.ok) return stamp;
    if (stamp.value === state.stamp) return ok(null);
    if (stamp.value === null) return err(gone(path));
    const loaded = await loadState(path, writer, state);
    if (!loaded.ok) return err(asFault(loaded.error));
    state = loaded.value;
    return ok(null);
  };
  const lookForChange = async (): Promise<void> => {
    const changed = await inTurn(async () => {
      const stamp = await stampOfFile(path);
      return !closed && stamp.ok && stamp.value !== state.stamp;
    });
    if (changed) for (const listener of listeners) listener();
  };
  let watcher: ReturnType<typeof watch> | null = null;
  const startWatching = (): void => {
    if (watcher !== null) return;
    watcher = watch(dirname(path), { persistent: false }, (_, name) => {
      if (name === basename(path)) void lookForChange();
    });
    // Being told is a convenience: each call looks at the file itself.
    watcher.on("error", () => watcher?.close());
  };

  return {
    read: (work) =>
      inTurn(async () => {
        const fresh = await refreshed();
        return fresh.ok ? await work(state) : fresh;
      }),
    write: <T, E>(work: WriteWork<T, E>): Promise<Result<T, E | StoreFault>> =>
      inTurn<Result<T, E | StoreFault>>(async () => {
        if (closed) return err(CLOSED);
        return await underLock<T, E | StoreFault>(path, async () => {
          const fresh = await refreshed();
          if (!fresh.ok) return fresh;
          const step = await work(state);
          if (!step.ok) return step;
          if (step.value.next === state) return ok(step.value.value);
          const saved = await saveState(path, state, step.value.next, now());
          if (!saved.ok) return saved;
          state = saved.value;
          return ok(step.value.value);
        });
      }),
    onChange: (listener) => {
      const call = (): void => {
        listener();
      };
      listeners.add(call);
      startWatching();
      return () => {
        listeners.delete(call);
      };
    },
    close: () => {
      closed = true;
      listeners.clear();
      watcher?.close();
    },
  };
};

/** What became of a file that could be read when it was opened. */
const asFault = (problem: StoreFault | BackupProblem): StoreFault => {
  if ("detail" in problem) return problem;
  const where = "member" in problem ? ` ${problem.member}` : "";
  return corrupt(`${problem.type}${where}`);
};

const loadState = async (
  path: string,
  writer: string,
  before: FileState | null,
): Promise<Result<FileState, StoreFault | BackupProblem>> => {
  const file = await readWhole(path);
  if (!file.ok) return file;
  const cache = before?.place.cache ?? new Map<string, string>();
  if (file.value === null) {
    const place = { ...emptyMemoryPlace(), cache };
    return ok({ stamp: null, place, segments: new Map(), blobs: new Map(), witness: null });
  }
  const backup = readBackup(file.value.bytes, before?.segments);
  if (!backup.ok) return backup;
  const { manifest, segments, blobs } = backup.value;
  return ok({
    stamp: file.value.stamp,
    place: placeOf(backup.value, writer, cache, rewrittenAfter(before)),
    segments,
    blobs: new Map(
      [...blobs].map(([sha256, packed]) => [
        sha256,
        { packed, keptAt: manifest.kept[sha256] ?? manifest.madeAt },
      ]),
    ),
    witness: manifest.witness,
  });
};

/** What another program wrote may have completed or erased anything. */
const rewrittenAfter = (before: FileState | null): number =>
  before === null ? 0 : (before.place.standing?.rewritten ?? 0) + 1;

const placeOf = (
  backup: Backup,
  ownWriter: string,
  cache: Map<string, string>,
  rewritten: number,
): MemoryPlace => {
  const { manifest, segments } = backup;
  const rows: SegmentRow[] = [];
  let arrived = 0;
  let tick = 0;
  for (const [name, { segment, text }] of segments) {
    const { writer, first, sealed, entries } = segment;
    rows.push({ arrival: arrived + 1, name, writer, first, count: entries.length, sealed, text });
    arrived += entries.length;
    for (const { header } of entries) tick = Math.max(tick, header.tick);
  }
  const { writer, sequence, hash } = manifest.writer ?? {
    writer: ownWriter,
    sequence: 0,
    hash: FIRST_PREVIOUS,
  };
  const tip: Tip = { ledger: manifest.ledger, writer, sequence, hash, tick };
  return {
    ...emptyMemoryPlace(),
    standing: { tip, arrived, rewritten },
    witness: manifest.told ?? null,
    rows,
    cache,
  };
};

const saveState = async (
  path: string,
  before: FileState,
  next: FileState,
  at: string,
): Promise<Result<FileState, StoreFault>> => {
  const { standing, rows, witness: told } = next.place;
  if (standing === null) return err(corrupt("a file without a ledger"));
  const { tip } = standing;
  // Else a tail cut off by hand would be covered up by the new heads.
  if (before.witness !== null) {
    const found = witnessOf(tip.ledger, headsOf(entriesOf(before.segments)));
    if (found.ledgerHead !== before.witness.ledgerHead) {
      return err(corrupt("its entries do not end where the file says they do"));
    }
  }
  const segments = membersOfRows(rows, before.segments);
  if (!segments.ok) return segments;
  const witness = witnessOf(tip.ledger, headsOf(entriesOf(segments.value)));
  const zip = zipOfPacked([
    packMember(
      manifestMember({
        ledger: tip.ledger,
        madeAt: at,
        witness,
        order: rows.map((row) => row.name),
        kept: Object.fromEntries([...next.blobs].map(([sha256, { keptAt }]) => [sha256, keptAt])),
        writer: { writer: tip.writer, sequence: tip.sequence, hash: tip.hash },
        told: told ?? undefined,
      }),
    ),
    ...[...segments.value.values()].map(({ packed }) => packed),
    ...[...next.blobs].map(([sha256, { packed }]) => ({
      ...packed,
      name: blobMemberName(sha256),
    })),
  ]);
  if (!zip.ok) {
    const type = zip.error.type;
    return err(
      type === "zip-too-large" || type === "zip-too-many-members"
        ? { type: "storage-full", detail: `${type}: the file can hold no more` }
        : { type: "storage-failed", detail: type },
    );
  }
  const stamp = await replaceFile(path, zip.value);
  return stamp.ok ? ok({ ...next, stamp: stamp.value, segments: segments.value, witness }) : stamp;
};

/** Only what changed is read and packed again. */
const membersOfRows = (
  rows: readonly SegmentRow[],
  known: ReadonlyMap<string, SegmentMember>,
): Result<ReadonlyMap<string, SegmentMember>, StoreFault> => {
  const members = new Map<string, SegmentMember>();
  for (const { name, text } of rows) {
    const before = known.get(name);
    if (before?.text === text) {
      members.set(name, before);
      continue;
    }
    const segment = parseSegment(text);
    if (!segment.ok) return err(corrupt(`segment ${name}: ${segment.error.type}`));
    const packed = packMember({ name: segmentMemberName(name), bytes: utf8Bytes(text) });
    members.set(name, { text, segment: segment.value, packed });
  }
  return ok(members);
};

const entriesOf = (segments: ReadonlyMap<string, SegmentMember>): readonly Entry[] =>
  [...segments.values()].flatMap(({ segment }) => segment.entries);

/** A step of the ledger in memory over a copy of the place, which is forgotten unless it reaches the disk. */
const ledgerStep = async <T, E>(
  state: FileState,
  step: (ledger: LedgerStore) => Promise<Result<T, E>>,
): Promise<Result<{ readonly next: FileState; readonly value: T }, E>> => {
  const place = { ...state.place };
  const done = await step(openMemoryStores({ place }).ledger);
  if (!done.ok) return done;
  const changed =
    place.standing !== state.place.standing ||
    place.rows !== state.place.rows ||
    place.witness !== state.place.witness;
  return ok({ next: changed ? { ...state, place } : state, value: done.value });
};

const fileLedger = (hold: FileHold): LedgerStore => {
  const read = <T, E>(
    step: (ledger: LedgerStore) => Promise<Result<T, E>>,
  ): Promise<Result<T, E | StoreFault>> =>
    hold.read((state) => step(openMemoryStores({ place: state.place }).ledger));
  const write = <T, E>(
    step: (ledger: LedgerStore) => Promise<Result<T, E>>,
  ): Promise<Result<T, E | StoreFault>> => hold.write((state) => ledgerStep(state, step));
  return {
    tip: () => read((ledger) => ledger.tip()),
    begin: (tip) => write((ledger) => ledger.begin(tip)),
    append: (expected, entries) => write((ledger) => ledger.append(expected, entries)),
    readSince: (arrival) => read((ledger) => ledger.readSince(arrival)),
    takeIn: (entries) => write((ledger) => ledger.takeIn(entries)),
    erase: (hashes) => write((ledger) => ledger.erase(hashes)),
    segmentTexts: () => read((ledger) => ledger.segmentTexts()),
    // A head kept elsewhere comes first; else the file's own, which shows a tail cut off by hand.
    witness: () =>
      hold.read(({ place, witness }) =>
        ok(place.witness ?? (witness === null || witness.heads.length === 0 ? null : witness)),
      ),
    keepWitness: (witness) => write((ledger) => ledger.keepWitness(witness)),
    onChange: hold.onChange,
    close: hold.close,
  };
};

const fileVault = (hold: FileHold, now: () => string): VaultStore => ({
  keep: async (sha256, bytes) => {
    const copy = bytes.slice();
    if ((await sha256OfBlob(copy)) !== sha256) return err({ type: "name-mismatch" });
    return await hold.write((state) => {
      const packed =
        state.blobs.get(sha256)?.packed ??
        packMember({ name: blobMemberName(sha256), bytes: copy });
      const blobs = new Map(state.blobs).set(sha256, { packed, keptAt: now() });
      return Promise.resolve(ok({ next: { ...state, blobs }, value: null }));
    });
  },
  get: (sha256) =>
    hold.read(async ({ blobs }): Promise<Result<Uint8Array | null, StoreFault>> => {
      const blob = blobs.get(sha256);
      if (blob === undefined) return ok(null);
      const bytes = unpackMember(blob.packed);
      return bytes.ok && (await sha256OfBlob(bytes.value)) === sha256
        ? bytes
        : err(corrupt(`the bytes of ${sha256} are not those that were kept`));
    }),
  names: () =>
    hold.read(({ blobs }) =>
      ok(
        [...blobs]
          .map(([sha256, { packed, keptAt }]) => ({ sha256, size: packed.size, keptAt }))
          .sort((a, b) => compareText(a.sha256, b.sha256)),
      ),
    ),
  remove: (sha256, keptUntil) =>
    hold.write((state) => {
      const blob = state.blobs.get(sha256);
      if (blob === undefined || (keptUntil !== undefined && blob.keptAt > keptUntil)) {
        return Promise.resolve(ok({ next: state, value: false }));
      }
      const blobs = new Map(state.blobs);
      blobs.delete(sha256);
      return Promise.resolve(ok({ next: { ...state, blobs }, value: true }));
    }),
  close: hold.close,
});
