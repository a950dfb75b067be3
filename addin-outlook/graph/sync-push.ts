import type { Stores } from "#shared/app/ports.ts";
import { utf8Bytes } from "#shared/kernel/bytes.ts";
import { err, ok } from "#shared/kernel/result.ts";
import type { Result } from "#shared/kernel/result.ts";
import type { Tip } from "#shared/ledger/append.ts";
import type { Entry } from "#shared/ledger/entry.ts";
import { ledgerHeadOf, witnessOf } from "#shared/ledger/heads.ts";
import type { Head } from "#shared/ledger/heads.ts";
import { eraseEntry, unionEntries } from "#shared/ledger/merge.ts";
import { TAIL_ENTRIES_MAX, sealSegments, textOfSegment } from "#shared/ledger/segment.ts";
import type { Segment } from "#shared/ledger/segment.ts";
import { erasedBy } from "#shared/ledger/voiding.ts";
import { linkedRuns } from "#src/store/linked-runs.ts";
import type { AppFolder } from "./ports.ts";
import type { SyncFault } from "./sync-faults.ts";
import { FILE_BYTES_MAX, coveredHashes, knownFile, segmentOfFile } from "./sync-files.ts";
import {
  carriedPath,
  carrierFolder,
  headBytes,
  headPath,
  sealedPath,
  tailPath,
  writerFolder,
} from "./sync-layout.ts";
import type { SyncMemory } from "./sync-memory.ts";

export type Pushed = {
  readonly memory: SyncMemory;
  readonly entries: number;
  /**
   * `moved`: a file of ours is not as we left it; what is there must be taken in first. `waiting`: these entries go when
   * the rest of the bytes they rest on has gone.
   */
  readonly outcome: "done" | "moved" | "waiting";
  /** The store's count of rewritten entries, as it was read. */
  readonly rewritten: number;
};

export type PushOptions = {
  readonly stores: Stores;
  readonly folder: AppFolder;
  readonly memory: SyncMemory;
  readonly tip: Tip;
  /** Blob first, entry second: puts there what these entries rest on; false where some of it has to wait. */
  readonly pushBlobs: (
    entries: readonly Entry[],
    memory: SyncMemory,
  ) => Promise<Result<{ readonly memory: SyncMemory; readonly isAll: boolean }, SyncFault>>;
  readonly keep: (memory: SyncMemory) => Promise<void>;
};

/**
 * Puts into the folder what lies in none of its files: this writer's own entries, sealed or as its tail, and those of
 * others that came to this store by another way (a restored backup). Writes nothing that another writer writes.
 */
export const push = async (options: PushOptions): Promise<Result<Pushed, SyncFault>> => {
  const { stores, tip } = options;
  let { memory } = options;
  const read = await readPending(stores, memory, tip);
  if (!read.ok) return read;
  const { pending, arrival, rewritten } = read.value;
  if (pending.length === 0) {
    return ok({ memory: { ...memory, arrival }, entries: 0, outcome: "done", rewritten });
  }
  const blobs = await options.pushBlobs(pending, memory);
  if (!blobs.ok) return blobs;
  memory = blobs.value.memory;
  await options.keep(memory);
  if (!blobs.value.isAll) return ok({ memory, entries: 0, outcome: "waiting", rewritten });
  const { own, carried } = splitPending(read.value, tip);
  const isSealed = own.length > TAIL_ENTRIES_MAX;
  const sealed = [
    ...carried.map((segment) => ({ segment, path: carriedPath(tip.ledger, tip.writer, segment) })),
    ...(isSealed ? sealSegments(own) : []).map((segment) => ({
      segment,
      path: sealedPath(tip.ledger, segment),
    })),
  ];
  for (const { segment, path } of sealed) {
    const created = await createSealed(options.folder, memory, path, segment);
    if (!created.ok) return created;
    memory = created.value;
    await options.keep(memory);
  }
  const end = own[own.length - 1];
  if (end !== undefined) {
    const entries = isSealed ? [] : own;
    const first = entries[0]?.header.sequence ?? end.header.sequence + 1;
    const { ledger, writer } = tip;
    const tail: Segment = { ledger, writer, first, sealed: false, entries };
    const written = await writeTail(options.folder, memory, tail);
    if (!written.ok) return written;
    if (written.value === "moved") return ok({ memory, entries: 0, outcome: "moved", rewritten });
    memory = { ...written.value, tailArrival: read.value.arrivalOf(entries[0]) };
  }
  memory = { ...memory, arrival };
  await options.keep(memory);
  return ok({ memory, entries: pending.length, outcome: "done", rewritten });
};

/** Tells where this writer's files end, after all that they speak of is there. */
export const pushHead = async (
  folder: AppFolder,
  memory: SyncMemory,
): Promise<Result<SyncMemory, SyncFault>> => {
  const { ledger, writer, ownHeadTag } = memory;
  const heads = headsOfFiles(memory);
  const toldHead = ledgerHeadOf(heads);
  const isTold = toldHead === memory.toldHead && ownHeadTag !== null;
  if (heads.length === 0 || isTold) return ok(memory);
  const bytes = headBytes(witnessOf(ledger, heads));
  const written = await folder.replace(headPath(ledger, writer), bytes, ownHeadTag);
  if (!written.ok) return written;
  // Another window of this store was there at the same moment: told again the next time.
  if (written.value.type === "moved") return ok({ ...memory, toldHead: "" });
  const { tag } = written.value;
  const headTags = { ...memory.headTags, [writer]: tag };
  return ok({ ...memory, headTags, ownHeadTag: tag, toldHead });
};

/**
 * After the law took words away here, or a fuller copy brought words that were withheld, the same in the folder: a file
 * that still has what must go is written again without it, whoever made it, and a file of ours that lacks what is here
 * now, with it; each only if it still is what was read. The chain and all names stay as they were.
 */
export const rewriteFiles = async (
  folder: AppFolder,
  memory: SyncMemory,
  entries: readonly Entry[],
): Promise<Result<SyncMemory, SyncFault>> => {
  const erased = erasedBy(entries);
  const entryByHash = new Map(entries.map((entry) => [entry.hash, entry]));
  let files = memory.files;
  for (const [path, known] of Object.entries(memory.files)) {
    const here = [...coveredHashes(entryByHash, [known])];
    if (!isOurs(memory, path) && !here.some((hash) => erased.has(hash))) continue;
    const read = await folder.read(path, FILE_BYTES_MAX);
    if (!read.ok) return read;
    if (read.value === null) continue;
    const placed = { path, writer: known.writer, name: null };
    const segment = segmentOfFile(memory.ledger, placed, read.value.bytes);
    if (segment === null) continue;
    const union = unionEntries(
      memory.ledger,
      segment.entries,
      here.flatMap((hash) => entryByHash.get(hash) ?? []),
    );
    if (!union.ok) return union;
    const best = new Map(union.value.map((entry) => [entry.hash, entry]));
    const rewritten = segment.entries.map((entry) =>
      erased.has(entry.hash) ? eraseEntry(entry) : (best.get(entry.hash) ?? entry),
    );
    const bytes = utf8Bytes(textOfSegment({ ...segment, entries: rewritten }));
    if (sameBytes(bytes, read.value.bytes)) continue;
    const written = await folder.replace(path, bytes, read.value.tag);
    if (!written.ok) return written;
    // Written by another meanwhile: the next time finds it under another tag, and looks again.
    if (written.value.type === "moved") return err({ type: "folder-busy" });
    files = { ...files, [path]: { ...known, tag: written.value.tag } };
  }
  return ok({ ...memory, files });
};

type Pending = {
  /** Entries that lie in no file of the folder. */
  readonly pending: readonly Entry[];
  /** Entries that lie in our tail alone: it is written again with what follows them. */
  readonly ownTail: readonly Entry[];
  readonly arrival: number;
  readonly rewritten: number;
  /** How many entries had arrived before this one; before anything to come where none is given. */
  readonly arrivalOf: (entry: Entry | undefined) => number;
};

const readPending = async (
  stores: Stores,
  memory: SyncMemory,
  tip: Tip,
): Promise<Result<Pending, SyncFault>> => {
  const tailKey = tailPath(tip.ledger, tip.writer);
  const tail = memory.files[tailKey];
  // The tail may have arrived long before what follows it.
  const from = tail === undefined ? memory.arrival : Math.min(memory.arrival, memory.tailArrival);
  const read = await stores.ledger.readSince(from);
  if (!read.ok) return read;
  const { entries, arrival, rewritten } = read.value;
  const byHash = new Map(entries.map((entry) => [entry.hash, entry]));
  const others = Object.entries(memory.files).filter(([path]) => path !== tailKey);
  const inSealed = coveredHashes(
    byHash,
    others.map(([, file]) => file),
  );
  const inTail = tail === undefined ? new Set<string>() : coveredHashes(byHash, [tail]);
  return ok({
    pending: entries
      .slice(memory.arrival - from)
      .filter(({ hash }) => !inSealed.has(hash) && !inTail.has(hash)),
    ownTail: entries.filter(({ hash }) => inTail.has(hash) && !inSealed.has(hash)),
    arrival,
    rewritten,
    arrivalOf: (entry) => {
      const index = entry === undefined ? -1 : entries.findIndex(({ hash }) => hash === entry.hash);
      return index < 0 ? arrival : from + index;
    },
  });
};

/**
 * Our own run up to the tip goes on from the tail; whatever else there is (others' entries, another branch where a copy of
 * this store was written to as well) is carried as sealed runs.
 */
const splitPending = (
  { pending, ownTail }: Pending,
  tip: Tip,
): { readonly own: readonly Entry[]; readonly carried: readonly Segment[] } => {
  const mine = pending.filter(({ header }) => header.writer === tip.writer);
  if (mine.length === 0) return { own: [], carried: sealedRuns(pending) };
  // Entries may have been appended since the tip was read.
  const own =
    linkedRuns([...ownTail, ...mine]).find(
      (run) => run[0]?.header.previous === tip.hash || run.some(({ hash }) => hash === tip.hash),
    ) ?? [];
  const inOwn = new Set(own.map(({ hash }) => hash));
  const rest = [...ownTail, ...pending].filter(({ hash }) => !inOwn.has(hash));
  // Without a run of our own the tail is not written, and what lies in it stays there.
  return { own, carried: sealedRuns(own.length === 0 ? pending : rest) };
};

const sealedRuns = (entries: readonly Entry[]): readonly Segment[] =>
  linkedRuns(entries).flatMap((run) => sealSegments(run));

/** Created once. One that stands there already is ours from a time that was cut short, or was changed by hand. */
const createSealed = async (
  folder: AppFolder,
  memory: SyncMemory,
  path: string,
  segment: Segment,
): Promise<Result<SyncMemory, SyncFault>> => {
  const bytes = utf8Bytes(textOfSegment(segment));
  const created = await folder.create(path, bytes);
  if (!created.ok) return created;
  if (created.value.type === "created") {
    return ok(withFile(memory, path, created.value.tag, segment));
  }
  const here = await folder.read(path, FILE_BYTES_MAX);
  if (!here.ok) return here;
  const placed = { path, writer: segment.writer, name: null };
  const found = here.value === null ? null : segmentOfFile(memory.ledger, placed, here.value.bytes);
  const last = segment.entries[segment.entries.length - 1]?.hash;
  if (here.value !== null && found?.entries[found.entries.length - 1]?.hash === last) {
    return ok(withFile(memory, path, here.value.tag, segment));
  }
  const mended = await folder.replace(path, bytes, here.value?.tag ?? null);
  if (!mended.ok) return mended;
  return mended.value.type === "written"
    ? ok(withFile(memory, path, mended.value.tag, segment))
    : err({ type: "folder-busy" });
};

const writeTail = async (
  folder: AppFolder,
  memory: SyncMemory,
  tail: Segment,
): Promise<Result<SyncMemory | "moved", SyncFault>> => {
  const path = tailPath(tail.ledger, tail.writer);
  const bytes = utf8Bytes(textOfSegment(tail));
  const written = await folder.replace(path, bytes, memory.files[path]?.tag ?? null);
  if (!written.ok) return written;
  if (written.value.type === "written") return ok(withFile(memory, path, written.value.tag, tail));
  const here = await folder.read(path, FILE_BYTES_MAX);
  if (!here.ok) return here;
  const placed = { path, writer: tail.writer, name: null };
  const isBroken =
    here.value !== null && segmentOfFile(tail.ledger, placed, here.value.bytes) === null;
  if (here.value === null || !isBroken) return ok("moved");
  // Changed by hand so that nothing can be read of it: what was in it is in this store.
  const mended = await folder.replace(path, bytes, here.value.tag);
  if (!mended.ok) return mended;
  return ok(
    mended.value.type === "written" ? withFile(memory, path, mended.value.tag, tail) : "moved",
  );
};

const withFile = (memory: SyncMemory, path: string, tag: string, segment: Segment): SyncMemory => ({
  ...memory,
  files: { ...memory.files, [path]: knownFile(tag, segment) },
});

const isOurs = ({ ledger, writer }: SyncMemory, path: string): boolean =>
  path.startsWith(`${writerFolder(ledger, writer)}/`) ||
  path.startsWith(`${carrierFolder(ledger, writer)}/`);

/** The last entry of each writer in the files that are ours. */
const headsOfFiles = (memory: SyncMemory): readonly Head[] => {
  const heads = new Map<string, Head>();
  for (const [path, file] of Object.entries(memory.files)) {
    const sequence = file.first + file.count - 1;
    const isLater = sequence > (heads.get(file.writer)?.sequence ?? 0);
    if (file.count === 0 || !isOurs(memory, path) || !isLater) continue;
    heads.set(file.writer, { writer: file.writer, sequence, hash: file.last });
  }
  return [...heads.values()];
};

const sameBytes = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, index) => byte === b[index]);
