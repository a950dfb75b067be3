import { err, ok } from "#shared/kernel/result.ts";
import type { Result } from "#shared/kernel/result.ts";

/**
 * Compound files (MS-CFB): a file system in a file, which Outlook's .msg is. Read from other people's mail, so every
 * chain is followed no further than the file has sectors, no sector is given out more often than the file could need,
 * and nothing is recursive.
 */
export type CompoundFolder = {
  readonly folders: ReadonlyMap<string, CompoundFolder>;
  /** The bytes of a stream of this folder; null where there is none, or where its chain is broken. */
  readonly stream: (name: string) => Uint8Array | null;
};

export type CompoundProblem = { readonly type: "compound-file-damaged" };

const SIGNATURE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const HEADER_BYTES = 512;
const ENTRY_BYTES = 128;
/** Above every sector number: the end of a chain, a free sector and the like (MS-CFB, 2.1). */
const MARKS_FROM = 0xffff_fffa;
const NO_ENTRY = 0xffff_ffff;
/** Entries of a directory: a mail with 500 attachments of 60 properties has 30,000. */
const COMPOUND_ENTRIES_MAX = 60_000;
/** Sector numbers that the header itself holds. */
const DIFAT_IN_HEADER = 109;

export const isCompoundFile = (bytes: Uint8Array): boolean =>
  bytes.length > HEADER_BYTES && SIGNATURE.every((byte, at) => bytes[at] === byte);

type Entry = {
  readonly name: string;
  readonly kind: number;
  readonly left: number;
  readonly right: number;
  readonly child: number;
  readonly start: number;
  readonly size: number;
};

export const openCompoundFile = (bytes: Uint8Array): Result<CompoundFolder, CompoundProblem> => {
  const damaged = err({ type: "compound-file-damaged" } as const);
  if (!isCompoundFile(bytes)) return damaged;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const shift = view.getUint16(30, true);
  if ((shift !== 9 && shift !== 12) || view.getUint16(32, true) !== 6) return damaged;
  const sectorBytes = 1 << shift;
  const sectors = Math.ceil(bytes.length / sectorBytes);

  /** A sector's bytes, shorter at the end of a cut file; null outside the file. */
  const sectorAt = (sector: number): Uint8Array | null => {
    const from = (sector + 1) * sectorBytes;
    return from >= bytes.length ? null : bytes.subarray(from, from + sectorBytes);
  };

  const fat = fatSectors(view, sectorAt, sectors);
  if (fat === null) return damaged;
  const nextIn =
    (table: readonly Uint8Array[]) =>
    (sector: number): number => {
      const perSector = sectorBytes / 4;
      const part = table[Math.floor(sector / perSector)];
      const at = (sector % perSector) * 4;
      return part === undefined || at + 4 > part.length ? NO_ENTRY : uint32(part, at);
    };
  const next = nextIn(fat);

  const chain = (start: number, max: number): readonly Uint8Array[] | null => {
    const parts: Uint8Array[] = [];
    for (let sector = start; sector < MARKS_FROM && parts.length < max; sector = next(sector)) {
      const part = sectorAt(sector);
      if (part === null || parts.length >= sectors) return null;
      parts.push(part);
    }
    return parts;
  };

  const directory = chain(
    view.getUint32(48, true),
    Math.ceil((COMPOUND_ENTRIES_MAX * ENTRY_BYTES) / sectorBytes),
  );
  const mini = chain(view.getUint32(60, true), sectors);
  if (directory === null || mini === null) return damaged;
  const entries = directory.flatMap(entriesIn);
  const root = entries[0];
  if (root === undefined || root.kind !== 5) return damaged;
  const small = chain(root.start, sectors);
  if (small === null) return damaged;
  const nextSmall = nextIn(mini);
  const smallBytes = joined(small, Math.min(root.size, small.length * sectorBytes));
  const cutoff = view.getUint32(56, true);

  // Streams may name the same sectors again and again, so that a small file would unpack without end.
  let left = 2 * bytes.length;

  const readSmall = (entry: Entry): Uint8Array | null => {
    const parts: Uint8Array[] = [];
    const wanted = Math.ceil(entry.size / 64);
    for (let at = entry.start; parts.length < wanted; at = nextSmall(at)) {
      if (at >= MARKS_FROM || at * 64 >= smallBytes.length) return null;
      parts.push(smallBytes.subarray(at * 64, at * 64 + 64));
    }
    return joined(parts, entry.size);
  };

  const read = (entry: Entry): Uint8Array | null => {
    if (entry.size > left) return null;
    left -= entry.size;
    if (entry.size === 0) return new Uint8Array(0);
    if (entry.size < cutoff) return readSmall(entry);
    const parts = chain(entry.start, Math.ceil(entry.size / sectorBytes));
    return parts === null ? null : joined(parts, entry.size);
  };

  return ok(folderOf(entries, root, read));
};

/** The sectors of the allocation table: the first 109 are named by the header, the others by sectors of their own. */
const fatSectors = (
  view: DataView,
  sectorAt: (sector: number) => Uint8Array | null,
  sectors: number,
): readonly Uint8Array[] | null => {
  const numbers: number[] = [];
  for (let at = 0; at < DIFAT_IN_HEADER; at += 1) numbers.push(view.getUint32(76 + 4 * at, true));
  let more = view.getUint32(68, true);
  for (let seen = 0; more < MARKS_FROM && seen <= sectors; seen += 1) {
    const part = sectorAt(more);
    if (part === null || part.length < 8) return null;
    for (let at = 0; at + 8 <= part.length; at += 4) numbers.push(uint32(part, at));
    more = uint32(part, part.length - 4);
  }
  const table: Uint8Array[] = [];
  for (const number of numbers) {
    if (number >= MARKS_FROM) continue;
    const part = sectorAt(number);
    if (part === null || table.length >= sectors) return null;
    table.push(part);
  }
  return table;
};

const entriesIn = (part: Uint8Array): readonly Entry[] => {
  const found: Entry[] = [];
  for (let at = 0; at + ENTRY_BYTES <= part.length; at += ENTRY_BYTES) {
    const nameBytes = Math.min(64, Math.max(0, (part[at + 64] ?? 0) - 2));
    let name = "";
    for (let i = 0; i + 1 < nameBytes; i += 2)
      name += String.fromCharCode((part[at + i] ?? 0) | ((part[at + i + 1] ?? 0) << 8));
    found.push({
      name,
      kind: part[at + 66] ?? 0,
      left: uint32(part, at + 68),
      right: uint32(part, at + 72),
      child: uint32(part, at + 76),
      start: uint32(part, at + 116),
      size: uint32(part, at + 120),
    });
  }
  return found;
};

type Folder = CompoundFolder & { readonly folders: Map<string, CompoundFolder> };

const folderOf = (
  entries: readonly Entry[],
  root: Entry,
  read: (entry: Entry) => Uint8Array | null,
): CompoundFolder => {
  // Every entry belongs to one folder: one that is reached twice is a ring, and is left out.
  const seen = new Set<Entry>([root]);
  const empty = (): { folder: Folder; streams: Map<string, Entry> } => {
    const streams = new Map<string, Entry>();
    const stream = (name: string): Uint8Array | null => {
      const entry = streams.get(name);
      return entry === undefined ? null : read(entry);
    };
    return { folder: { folders: new Map(), stream }, streams };
  };
  const top = empty();
  const todo = [{ at: root.child, into: top }];
  for (let one = todo.pop(); one !== undefined; one = todo.pop()) {
    const { at, into } = one;
    const entry = at === NO_ENTRY ? undefined : entries[at];
    if (entry === undefined || seen.has(entry)) continue;
    seen.add(entry);
    todo.push({ at: entry.left, into }, { at: entry.right, into });
    if (entry.kind === 2) into.streams.set(entry.name, entry);
    if (entry.kind === 1) {
      const inner = empty();
      into.folder.folders.set(entry.name, inner.folder);
      todo.push({ at: entry.child, into: inner });
    }
  }
  return top.folder;
};

const joined = (parts: readonly Uint8Array[], size: number): Uint8Array => {
  const have = parts.reduce((sum, part) => sum + part.length, 0);
  const out = new Uint8Array(Math.min(size, have));
  let at = 0;
  for (const part of parts) {
    const room = out.length - at;
    if (room <= 0) break;
    out.set(part.length > room ? part.subarray(0, room) : part, at);
    at += part.length;
  }
  return out;
};

const uint32 = (bytes: Uint8Array, at: number): number =>
  ((bytes[at] ?? 0) |
    ((bytes[at + 1] ?? 0) << 8) |
    ((bytes[at + 2] ?? 0) << 16) |
    ((bytes[at + 3] ?? 0) << 24)) >>>
  0;
