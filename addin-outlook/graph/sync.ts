import type { Stores } from "#shared/app/ports.ts";
import { err, ok } from "#shared/kernel/result.ts";
import type { Result } from "#shared/kernel/result.ts";
import { isId } from "#shared/ledger/entry.ts";
import type { AppFolder } from "./ports.ts";
import {
  MOVED_BYTES_MAX,
  bringBlob,
  listBlobs,
  pullBlobs,
  pushBlobs,
  removeErasedFromFolder,
} from "./sync-blobs.ts";
import type { SyncFault, SyncProblem } from "./sync-faults.ts";
import { FOLDER_VERSION, markerBytes, markerPath, versionOfMarker } from "./sync-layout.ts";
import { emptyMemory, keepMemory, readMemory } from "./sync-memory.ts";
import type { SyncMemory } from "./sync-memory.ts";
import { gapsOf, pull } from "./sync-pull.ts";
import { push, pushHead, rewriteFiles } from "./sync-push.ts";

const MARKER_BYTES_MAX = 64 * 1024;
/** How often one synchronisation begins again because another window of this store was faster. */
const ROUNDS_MAX = 3;

export type SyncDone = {
  /** Entries of others that are new here: screens must be folded again (`driver.refresh`). */
  readonly pulled: number;
  /** Entries that are now in the folder and were not. */
  readonly pushed: number;
  readonly blobsPulled: number;
  readonly blobsPushed: number;
  /** A bound was reached: ask again for the rest. */
  readonly more: boolean;
  readonly problems: readonly SyncProblem[];
};

export type SyncOptions = {
  readonly stores: Stores;
  readonly folder: AppFolder;
  /** Compares everything, also what nobody says has changed: at the first time in a session, and on request. */
  readonly isWhole?: boolean;
  /** Bytes of evidence moved each way; the rest goes the next time. */
  readonly movedBytesMax?: number;
};

/**
 * One ledger out of several devices, over a folder that all of them see. Takes in what others wrote, then puts there what
 * is only here. Stopped anywhere, at any call, nothing is lost and nothing is half done: bytes lie there before the entries
 * that rest on them, entries before the head that tells of them, and doing any step again is doing it once. At rest it is
 * one request. Offline it is a fault, and the next time goes on.
 */
export const syncLedger = async (options: SyncOptions): Promise<Result<SyncDone, SyncFault>> => {
  const { stores, folder } = options;
  const tip = await stores.ledger.tip();
  if (!tip.ok) return tip;
  if (tip.value === null) return err({ type: "ledger-not-begun" });
  const { ledger, writer } = tip.value;
  const kept = await readMemory(stores.cache, ledger, writer);
  const isStale = kept !== null && (await isAhead(stores, kept));
  let memory = kept === null || isStale ? null : kept;
  if (memory === null || options.isWhole === true) {
    const marked = await markFolder(folder, ledger);
    if (!marked.ok) return marked;
  }
  const blobs =
    memory === null || options.isWhole === true ? await listBlobs(folder, ledger) : null;
  if (blobs !== null && !blobs.ok) return blobs;
  const isWhole = memory === null || options.isWhole === true;
  memory = {
    ...(memory ?? emptyMemory(ledger, writer)),
    ...(blobs === null ? {} : { blobs: blobs.value }),
  };
  return await rounds(options, memory, isWhole);
};

/** Ledgers that lie in the folder: what an empty device can begin with. */
export const ledgersInFolder = async (
  folder: AppFolder,
): Promise<Result<readonly string[], SyncFault>> => {
  const items = await folder.list("");
  if (!items.ok) return items;
  const ledgers: string[] = [];
  for (const { name, kind } of items.value) {
    if (kind !== "folder" || !isId(name)) continue;
    const marker = await folder.read(markerPath(name), MARKER_BYTES_MAX);
    if (!marker.ok) return marker;
    if (marker.value !== null && versionOfMarker(marker.value.bytes, name) !== null) {
      ledgers.push(name);
    }
  }
  return ok(ledgers);
};

/** Bytes of evidence that this vault lacks; null where the folder has none either. */
export const evidenceFromFolder = async (
  stores: Stores,
  folder: AppFolder,
  sha256: string,
): Promise<Result<Uint8Array | null, SyncFault>> => {
  const tip = await stores.ledger.tip();
  if (!tip.ok) return tip;
  if (tip.value === null) return ok(null);
  const brought = await bringBlob(stores.vault, folder, tip.value.ledger, sha256);
  if (!brought.ok) return brought;
  return ok(typeof brought.value === "string" ? null : brought.value);
};

const rounds = async (
  { stores, folder, movedBytesMax = MOVED_BYTES_MAX }: SyncOptions,
  before: SyncMemory,
  isWholeFirst: boolean,
): Promise<Result<SyncDone, SyncFault>> => {
  let memory = before;
  let isWhole = isWholeFirst;
  let pulled = 0;
  let blobsPushed = 0;
  const keep = (next: SyncMemory): Promise<void> => keepMemory(stores.cache, next);
  for (let round = 0; round < ROUNDS_MAX; round += 1) {
    const taken = await pull({ stores, folder, memory, isWhole, keep });
    if (!taken.ok) return taken;
    memory = taken.value.memory;
    pulled += taken.value.entries;
    const tip = await stores.ledger.tip();
    if (!tip.ok) return tip;
    if (tip.value === null) return err({ type: "ledger-not-begun" });
    const put = await push({
      stores,
      folder,
      memory,
      tip: tip.value,
      keep,
      pushBlobs: async (entries, at) => {
        const sent = await pushBlobs(stores, folder, at, entries, movedBytesMax);
        if (sent.ok) blobsPushed += sent.value.moved;
        return sent;
      },
    });
    if (!put.ok) return put;
    memory = put.value.memory;
    if (put.value.outcome === "moved") {
      isWhole = true;
      continue;
    }
    const rewritten = await rewrite({ stores, folder }, memory, put.value.rewritten);
    if (!rewritten.ok) return rewritten;
    const told = await pushHead(folder, rewritten.value);
    if (!told.ok) return told;
    await keep(told.value);
    const brought = await pullBlobs(stores, folder, told.value, movedBytesMax);
    if (!brought.ok) return brought;
    await keep(brought.value.memory);
    return ok({
      pulled,
      pushed: put.value.entries,
      blobsPulled: brought.value.moved,
      blobsPushed,
      more: taken.value.more || put.value.outcome === "waiting" || brought.value.more,
      problems: [
        ...taken.value.problems,
        ...(taken.value.more ? [] : gapsOf(brought.value.memory)),
        ...brought.value.problems,
      ],
    });
  }
  return err({ type: "folder-busy" });
};

/** Only where the store has completed or erased entries since the last time. */
const rewrite = async (
  { stores, folder }: Pick<SyncOptions, "stores" | "folder">,
  memory: SyncMemory,
  rewritten: number,
): Promise<Result<SyncMemory, SyncFault>> => {
  if (rewritten === memory.rewritten) return ok(memory);
  const all = await stores.ledger.readSince(0);
  if (!all.ok) return all;
  const written = await rewriteFiles(folder, memory, all.value.entries);
  if (!written.ok) return written;
  const removed = await removeErasedFromFolder(folder, written.value, all.value.entries);
  return removed.ok ? ok({ ...removed.value, rewritten }) : removed;
};

/** Says what the folder is before anything else lies in it. */
const markFolder = async (folder: AppFolder, ledger: string): Promise<Result<null, SyncFault>> => {
  const created = await folder.create(markerPath(ledger), markerBytes(ledger));
  if (!created.ok) return created;
  if (created.value.type === "created") return ok(null);
  const marker = await folder.read(markerPath(ledger), MARKER_BYTES_MAX);
  if (!marker.ok) return marker;
  const version = marker.value === null ? null : versionOfMarker(marker.value.bytes, ledger);
  return version !== null && version > FOLDER_VERSION
    ? err({ type: "folder-newer", version })
    : ok(null);
};

/** The store is an older copy of itself, and what is remembered is not. */
const isAhead = async (stores: Stores, memory: SyncMemory): Promise<boolean> => {
  const read = await stores.ledger.readSince(memory.arrival);
  return !read.ok && read.error.type === "storage-evicted";
};
