import type { Stores } from "#shared/app/ports.ts";
import { compareText } from "#shared/kernel/text.ts";
import { err, ok } from "#shared/kernel/result.ts";
import type { Result } from "#shared/kernel/result.ts";
import type { Entry } from "#shared/ledger/entry.ts";
import type { AppFolder, FolderItem } from "./ports.ts";
import type { SyncFault, SyncProblem } from "./sync-faults.ts";
import { FILE_BYTES_MAX, knownFile, segmentOfFile } from "./sync-files.ts";
import {
  carriedFolder,
  carrierFolder,
  headsFolder,
  placedInCarrier,
  placedInWriter,
  segmentsFolder,
  writerFolder,
  writerOfHead,
} from "./sync-layout.ts";
import type { PlacedFile } from "./sync-layout.ts";
import type { KnownFile, SyncMemory } from "./sync-memory.ts";

/** Files read by one synchronisation: some 200,000 entries. The next one goes on. */
export const FILES_READ_MAX = 400;
/** Files whose entries are taken in, and remembered, in one step. */
const FILES_AT_ONCE = 20;

export type Pulled = {
  readonly memory: SyncMemory;
  readonly entries: number;
  readonly more: boolean;
  readonly problems: readonly SyncProblem[];
};

export type PullOptions = {
  readonly stores: Stores;
  readonly folder: AppFolder;
  readonly memory: SyncMemory;
  /** Lists every folder, not only those whose heads have changed. */
  readonly isWhole: boolean;
  /** Called after each step that need not be done again. */
  readonly keep: (memory: SyncMemory) => Promise<void>;
};

/**
 * Takes in what others have put into the folder, and what this very writer has put there if the store is an older copy of
 * itself. Files are read whole, checked entry by entry, and taken in as a union: any order, any part, any number of
 * times gives the same ledger.
 */
export const pull = async (options: PullOptions): Promise<Result<Pulled, SyncFault>> => {
  const listed = await list(options);
  if (!listed.ok) return listed;
  const read = await takeInFiles(options, listed.value);
  if (!read.ok) return read;
  if (read.value.more || gapsOf(read.value.memory).length === 0) return read;
  // A tail may have been sealed between two listings: what it lost then lies in a file that was not listed yet.
  const again = await list({ ...options, memory: read.value.memory, isWhole: true });
  if (!again.ok) return again;
  const filled = await takeInFiles({ ...options, memory: read.value.memory }, again.value);
  if (!filled.ok) return filled;
  return ok({
    ...filled.value,
    entries: read.value.entries + filled.value.entries,
  });
};

type Listed = {
  readonly found: readonly (PlacedFile & { readonly tag: string })[];
  readonly memory: SyncMemory;
};

const list = async ({
  folder,
  memory,
  isWhole,
}: PullOptions): Promise<Result<Listed, SyncFault>> => {
  const { ledger } = memory;
  // Heads first: whatever they speak of was there before they were.
  const heads = await folder.list(headsFolder(ledger));
  if (!heads.ok) return heads;
  const tags = new Map<string, string>();
  for (const { name, kind, tag } of heads.value) {
    const writer = kind === "file" ? writerOfHead(name) : null;
    if (writer !== null) tags.set(writer, tag);
  }
  const changed = [...tags].filter(([writer, tag]) => memory.headTags[writer] !== tag);
  const ofChanged = changed.map(([writer]) => writer);
  const writers = isWhole ? await foldersIn(folder, segmentsFolder(ledger)) : ok(ofChanged);
  if (!writers.ok) return writers;
  const carriers = isWhole ? await foldersIn(folder, carriedFolder(ledger)) : ok(ofChanged);
  if (!carriers.ok) return carriers;
  const found: (PlacedFile & { readonly tag: string })[] = [];
  const take = (
    items: readonly FolderItem[],
    placed: (name: string) => PlacedFile | null,
  ): void => {
    for (const { name, kind, tag } of items) {
      const file = kind === "file" ? placed(name) : null;
      if (file !== null) found.push({ ...file, tag });
    }
  };
  for (const writer of writers.value) {
    const items = await folder.list(writerFolder(ledger, writer));
    if (!items.ok) return items;
    take(items.value, (name) => placedInWriter(ledger, writer, name));
  }
  for (const carrier of carriers.value) {
    const items = await folder.list(carrierFolder(ledger, carrier));
    if (!items.ok) return items;
    take(items.value, (name) => placedInCarrier(ledger, carrier, name));
  }
  const kept = isWhole ? withoutLost(memory, found) : memory;
  const ownHeadTag = tags.get(memory.writer) ?? null;
  return ok({ found, memory: { ...kept, headTags: Object.fromEntries(tags), ownHeadTag } });
};

const foldersIn = async (
  folder: AppFolder,
  path: string,
): Promise<Result<readonly string[], SyncFault>> => {
  const items = await folder.list(path);
  if (!items.ok) return items;
  return ok(items.value.filter(({ kind }) => kind === "folder").map(({ name }) => name));
};

/** Files that somebody has deleted are forgotten, so that what they held is put there again by whoever has it. */
const withoutLost = (memory: SyncMemory, found: readonly PlacedFile[]): SyncMemory => {
  const here = new Set(found.map(({ path }) => path));
  const files = Object.entries(memory.files).filter(([path]) => here.has(path));
  return files.length === Object.keys(memory.files).length
    ? memory
    : { ...memory, files: Object.fromEntries(files), arrival: 0 };
};

const takeInFiles = async (
  { stores, folder, keep }: PullOptions,
  { found, memory: before }: Listed,
): Promise<Result<Pulled, SyncFault>> => {
  const unknown = found
    .filter(({ path, tag }) => before.files[path]?.tag !== tag)
    .sort((a, b) => compareText(a.path, b.path));
  const problems: SyncProblem[] = [];
  let memory: SyncMemory = { ...before, headTags: unknown.length === 0 ? before.headTags : {} };
  let entries = 0;
  const toRead = await withoutHeld(stores, unknown, memory.arrival === 0);
  if (!toRead.ok) return toRead;
  memory = { ...memory, files: { ...memory.files, ...toRead.value.held } };
  const now = toRead.value.rest.slice(0, FILES_READ_MAX);
  for (let at = 0; at < now.length; at += FILES_AT_ONCE) {
    const files: Record<string, KnownFile> = {};
    const taken: Entry[] = [];
    for (const placed of now.slice(at, at + FILES_AT_ONCE)) {
      const read = await folder.read(placed.path, FILE_BYTES_MAX);
      if (!read.ok) return read;
      // Sealed, or removed, since it was listed.
      if (read.value === null) continue;
      const segment = segmentOfFile(memory.ledger, placed, read.value.bytes);
      if (segment === null) {
        problems.push({ type: "file-broken", path: placed.path });
        continue;
      }
      files[placed.path] = knownFile(read.value.tag, segment);
      for (const entry of segment.entries) taken.push(entry);
    }
    const added = await stores.ledger.takeIn(taken);
    if (!added.ok) return err(added.error);
    entries += added.value.added;
    const named = added.value.added === 0 ? [] : taken.flatMap(({ header }) => header.blobs);
    memory = {
      ...memory,
      files: { ...memory.files, ...files },
      wanted: [...new Set([...memory.wanted, ...named.map(({ sha256 }) => sha256)])],
    };
    await keep(memory);
  }
  const more = toRead.value.rest.length > now.length;
  // Heads are only "seen" once all that they speak of was read.
  const headTags = more || problems.length > 0 ? {} : before.headTags;
  return ok({ memory: { ...memory, headTags }, entries, more, problems });
};

/**
 * Sealed files whose name is that of a run which is all here need not be read: a name tells the last hash, and that the
 * whole run. Only asked where nothing is remembered, since it takes the whole log.
 */
const withoutHeld = async (
  stores: Stores,
  found: Listed["found"],
  isAsked: boolean,
): Promise<
  Result<
    { readonly rest: Listed["found"]; readonly held: Readonly<Record<string, KnownFile>> },
    SyncFault
  >
> => {
  const held: Record<string, KnownFile> = {};
  if (!isAsked || found.length === 0) return ok({ rest: found, held });
  const here = await stores.ledger.readSince(0);
  if (!here.ok) return here;
  const byHash = new Map(here.value.entries.map((entry) => [entry.hash, entry]));
  const byPrefix = new Map(here.value.entries.map((entry) => [entry.hash.slice(0, 16), entry]));
  const rest = found.filter(({ path, name, writer, tag }) => {
    const end = name === null ? undefined : byPrefix.get(name.last);
    if (name === null || end === undefined || end.header.writer !== writer) return true;
    let at: Entry | undefined = end;
    while (at !== undefined && at.body.kind === "kept" && at.header.sequence > name.first) {
      at = byHash.get(at.header.previous);
    }
    // What was erased or withheld here is looked at: the file may hold more, or words that must go.
    if (at?.header.sequence !== name.first || at.body.kind !== "kept") return true;
    const count = end.header.sequence - name.first + 1;
    held[path] = { tag, writer, first: name.first, count, last: end.hash };
    return false;
  });
  return ok({ rest, held });
};

/** Places of a writer that lie in no file although later ones do. */
export const gapsOf = ({ files }: SyncMemory): readonly SyncProblem[] => {
  const runs = new Map<string, { readonly first: number; readonly end: number }[]>();
  for (const { writer, first, count } of Object.values(files)) {
    if (count === 0) continue;
    const known = runs.get(writer) ?? [];
    known.push({ first, end: first + count - 1 });
    runs.set(writer, known);
  }
  const gaps: SyncProblem[] = [];
  for (const [writer, known] of runs) {
    let next = 1;
    for (const { first, end } of known.sort((a, b) => a.first - b.first)) {
      if (first > next) gaps.push({ type: "entries-missing", writer, from: next, to: first - 1 });
      next = Math.max(next, end + 1);
    }
  }
  return gaps;
};
