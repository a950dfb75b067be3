import { compareText } from "#shared/kernel/text.ts";
import { Inflate, deflateSync } from "fflate";
import { utf8Bytes, utf8Text } from "#shared/kernel/bytes.ts";
import { err, invariant, ok } from "#shared/kernel/result.ts";
import type { Result } from "#shared/kernel/result.ts";
import { crc32 } from "./crc32.ts";

/**
 * ZIP archives (APPNOTE 6.3.10) as a pure function of their members: names sorted, one fixed time, no attributes, so
 * that the same members give the same bytes on every machine. The container is read and written here, because a reader
 * of other people's archives must see every record of it; DEFLATE (RFC 1951) is fflate's.
 */
export type ZipMember = {
  /** Path with `/`, in UTF-8. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** `store` for what is compressed already; `deflate` by default. */
  readonly method?: "store" | "deflate";
};

/** A member as it lies in an archive: written again as it is, without being compressed again. */
export type PackedMember = {
  readonly name: string;
  readonly packed: Uint8Array;
  readonly deflated: boolean;
  readonly size: number;
  readonly crc: number;
};

/** The format's own limits, without its 64-bit extension: counts of 16 bits, offsets of 32. */
export const ZIP_MEMBERS_MAX = 65_535;
export const ZIP_BYTES_MAX = 0xffff_ffff;
const NAME_BYTES_MAX = 65_535;

export type ZipLimits = {
  /** Members in the archive: the memory and time that a list of them takes. */
  readonly members: number;
  /** Bytes of all members together, unpacked: memory. */
  readonly totalBytes: number;
  /** Unpacked bytes for one packed byte, of any member: a zip bomb. */
  readonly ratio: number;
};

/** For archives from outside. Text compresses at most about 1,000 to 1, and mail hardly 20 to 1. */
export const ZIP_LIMITS: ZipLimits = {
  members: ZIP_MEMBERS_MAX,
  totalBytes: 1024 * 1024 * 1024,
  ratio: 250,
};

/** Below this size no ratio is dangerous, and small regular files compress very well. */
const RATIO_FREE_BYTES = 1024 * 1024;

export type ZipProblem =
  | { readonly type: "zip-not-a-zip" }
  | { readonly type: "zip-too-many-members"; readonly members: number }
  | { readonly type: "zip-too-large"; readonly bytes: number }
  | { readonly type: "zip-bomb"; readonly name: string }
  /** A name that would leave its folder, or that a system would take for another: `..`, `/`, `C:`, `\`. */
  | { readonly type: "zip-unsafe-name"; readonly name: string }
  | { readonly type: "zip-duplicate-name"; readonly name: string }
  /** Encrypted, split, 64-bit, or compressed by a method that is neither store nor deflate. */
  | { readonly type: "zip-unsupported"; readonly name: string }
  /** The bytes are not those that the archive says they are. */
  | { readonly type: "zip-member-broken"; readonly name: string };

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const LOCAL_SIZE = 30;
const CENTRAL_SIZE = 46;
const END_SIZE = 22;
const COMMENT_MAX = 65_535;
const UTF8_FLAG = 0x0800;
/** 1 January 1980, 00:00: the format's first moment. */
const FIXED_DATE = 0x0021;
const VERSION_NEEDED = 20;

const isBomb = (size: number, packed: Uint8Array, { ratio }: ZipLimits): boolean =>
  size > RATIO_FREE_BYTES && size > packed.length * ratio;

/** What would be refused as a bomb when it is read again (a scan of blank pages) is stored as it is. */
export const packMember = ({ name, bytes, method }: ZipMember): PackedMember => {
  const crc = crc32(bytes);
  const deflated = method === "store" ? null : deflateSync(bytes, { level: 6 });
  return deflated !== null &&
    deflated.length < bytes.length &&
    !isBomb(bytes.length, deflated, ZIP_LIMITS)
    ? { name, packed: deflated, deflated: true, size: bytes.length, crc }
    : { name, packed: bytes, deflated: false, size: bytes.length, crc };
};

/** The archive of these members, or why the format cannot hold them. */
export const zipBytes = (members: readonly ZipMember[]): Result<Uint8Array, ZipProblem> =>
  zipOfPacked(members.map(packMember));

export const zipOfPacked = (members: readonly PackedMember[]): Result<Uint8Array, ZipProblem> => {
  if (members.length > ZIP_MEMBERS_MAX) {
    return err({ type: "zip-too-many-members", members: members.length });
  }
  const sorted = [...members].sort((a, b) => compareText(a.name, b.name));
  const names = new Set<string>();
  for (const { name } of sorted) {
    if (!isSafeName(name)) return err({ type: "zip-unsafe-name", name });
    if (names.has(name)) return err({ type: "zip-duplicate-name", name });
    names.add(name);
  }
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  let directorySize = 0;
  for (const member of sorted) {
    const name = utf8Bytes(member.name);
    const local = localRecord(member, name);
    const central = centralRecord(member, name, Math.min(offset, ZIP_BYTES_MAX));
    parts.push(local, member.packed);
    directory.push(central);
    offset += local.length + member.packed.length;
    directorySize += central.length;
  }
  const total = offset + directorySize + END_SIZE;
  if (total >= ZIP_BYTES_MAX) return err({ type: "zip-too-large", bytes: total });
  const out = new Uint8Array(total);
  let at = 0;
  for (const part of [...parts, ...directory, endRecord(sorted.length, directorySize, offset)]) {
    out.set(part, at);
    at += part.length;
  }
  return ok(out);
};

/** Reads all members within limits; folders are passed over. Any record that is not as it should be refuses the whole archive. */
export const unzipBytes = (
  bytes: Uint8Array,
  limits: ZipLimits = ZIP_LIMITS,
): Result<ReadonlyMap<string, Uint8Array>, ZipProblem> => {
  const packed = packedMembersOf(bytes, limits);
  if (!packed.ok) return packed;
  const members = new Map<string, Uint8Array>();
  for (const member of packed.value) {
    const unpacked = unpackMember(member);
    if (!unpacked.ok) return unpacked;
    members.set(member.name, unpacked.value);
  }
  return ok(members);
};

/** Lists the members as they lie in the archive, names and sizes checked before anything is unpacked. */
export const packedMembersOf = (
  bytes: Uint8Array,
  limits: ZipLimits = ZIP_LIMITS,
): Result<readonly PackedMember[], ZipProblem> => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOffset(view);
  if (end === null) return err({ type: "zip-not-a-zip" });
  const count = view.getUint16(end + 10, true);
  if (count > limits.members) return err({ type: "zip-too-many-members", members: count });
  const directoryEnd = view.getUint32(end + 16, true) + view.getUint32(end + 12, true);
  if (directoryEnd > end) return err({ type: "zip-not-a-zip" });
  const members: PackedMember[] = [];
  const names = new Set<string>();
  let total = 0;
  let at = view.getUint32(end + 16, true);
  // Where the bytes of one member end another's may begin: overlapping ones are how small archives grow without end.
  const spans: { readonly from: number; readonly to: number; readonly name: string }[] = [];
  for (let index = 0; index < count; index += 1) {
    const read = memberAt(bytes, view, at, directoryEnd);
    if (!read.ok) return read;
    const { member, next, from, to } = read.value;
    const { name, size, packed } = member;
    at = next;
    if (name.endsWith("/") && size === 0) continue;
    if (!isSafeName(name)) return err({ type: "zip-unsafe-name", name });
    if (names.has(name)) return err({ type: "zip-duplicate-name", name });
    names.add(name);
    total += size;
    if (total > limits.totalBytes) return err({ type: "zip-too-large", bytes: total });
    if (isBomb(size, packed, limits)) {
      return err({ type: "zip-bomb", name });
    }
    members.push(member);
    spans.push({ from, to, name });
  }
  if (at !== directoryEnd) return err({ type: "zip-not-a-zip" });
  spans.sort((a, b) => a.from - b.from);
  for (let index = 1; index < spans.length; index += 1) {
    const before = spans[index - 1];
    const here = spans[index];
    if (before !== undefined && here !== undefined && here.from < before.to) {
      return err({ type: "zip-bomb", name: here.name });
    }
  }
  return ok(members);
};

export const unpackMember = (member: PackedMember): Result<Uint8Array, ZipProblem> => {
  const bytes = member.deflated ? inflated(member.packed, member.size) : member.packed.slice();
  return bytes !== null && bytes.length === member.size && crc32(bytes) === member.crc
    ? ok(bytes)
    : err({ type: "zip-member-broken", name: member.name });
};

/** Fed piece by piece, so that a stream longer than was said is left as soon as it shows. */
const INFLATE_STEP = 64 * 1024;

/** Null where the stream is not DEFLATE, or is longer or shorter than was said. */
const inflated = (packed: Uint8Array, size: number): Uint8Array | null => {
  const out = new Uint8Array(size);
  let written = 0;
  let ended = false;
  const stream = new Inflate((chunk, final) => {
    if (written + chunk.length <= size) out.set(chunk, written);
    written += chunk.length;
    ended = final;
  });
  try {
    for (let at = 0; at === 0 || at < packed.length; at += INFLATE_STEP) {
      const next = at + INFLATE_STEP;
      stream.push(packed.slice(at, next), next >= packed.length);
      if (written > size) return null;
    }
  } catch (cause) {
    // fflate throws errors of its own for whatever is not DEFLATE: that is the answer.
    invariant(cause instanceof Error, "fflate throws errors");
    return null;
  }
  return ended && written === size ? out : null;
};

/** Relative, with `/`, nothing that climbs, no drive, no control character. */
export const isSafeName = (name: string): boolean =>
  name.length > 0 &&
  utf8Bytes(name).length <= NAME_BYTES_MAX &&
  !/[\u0000-\u001f\u007f\\:]/.test(name) &&
  name.split("/").every((part) => part !== "" && part !== "." && part !== "..");

type Located = {
  readonly member: PackedMember;
  readonly next: number;
  readonly from: number;
  readonly to: number;
};

const memberAt = (
  bytes: Uint8Array,
  view: DataView,
  at: number,
  directoryEnd: number,
): Result<Located, ZipProblem> => {
  if (at + CENTRAL_SIZE > directoryEnd || view.getUint32(at, true) !== CENTRAL) {
    return err({ type: "zip-not-a-zip" });
  }
  const nameSize = view.getUint16(at + 28, true);
  const next =
    at + CENTRAL_SIZE + nameSize + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  if (next > directoryEnd) return err({ type: "zip-not-a-zip" });
  const nameBytes = bytes.subarray(at + CENTRAL_SIZE, at + CENTRAL_SIZE + nameSize);
  // Older archives name members in code page 437: letters beyond ASCII are then not ours to guess.
  const name = utf8Text(nameBytes);
  if (name === null) return err({ type: "zip-unsafe-name", name: "" });
  const method = view.getUint16(at + 10, true);
  const packedSize = view.getUint32(at + 20, true);
  const size = view.getUint32(at + 24, true);
  const local = view.getUint32(at + 42, true);
  const encrypted = (view.getUint16(at + 8, true) & 1) !== 0;
  const wide = [packedSize, size, local].includes(ZIP_BYTES_MAX);
  if (encrypted || wide || (method !== 0 && method !== 8)) {
    return err({ type: "zip-unsupported", name });
  }
  if (local + LOCAL_SIZE > view.byteLength || view.getUint32(local, true) !== LOCAL) {
    return err({ type: "zip-member-broken", name });
  }
  const from =
    local + LOCAL_SIZE + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  const to = from + packedSize;
  if (to > directoryEnd || (method === 0 && size !== packedSize)) {
    return err({ type: "zip-member-broken", name });
  }
  const crc = view.getUint32(at + 16, true);
  const packed = bytes.subarray(from, to);
  return ok({
    member: { name, packed, deflated: method === 8, size, crc },
    next,
    from: local,
    to,
  });
};

/** The end record stands last, before a comment of at most 65,535 bytes that must end with the file. */
const endOffset = (view: DataView): number | null => {
  const first = Math.max(0, view.byteLength - END_SIZE - COMMENT_MAX);
  for (let at = view.byteLength - END_SIZE; at >= first; at -= 1) {
    if (view.getUint32(at, true) !== END) continue;
    if (at + END_SIZE + view.getUint16(at + 20, true) !== view.byteLength) continue;
    const oneDisk = view.getUint16(at + 4, true) === 0 && view.getUint16(at + 6, true) === 0;
    return oneDisk && view.getUint16(at + 8, true) === view.getUint16(at + 10, true) ? at : null;
  }
  return null;
};

const localRecord = (member: PackedMember, name: Uint8Array): Uint8Array => {
  const record = new Uint8Array(LOCAL_SIZE + name.length);
  const view = new DataView(record.buffer);
  view.setUint32(0, LOCAL, true);
  view.setUint16(4, VERSION_NEEDED, true);
  writeCommon(view, 6, member, name);
  record.set(name, LOCAL_SIZE);
  return record;
};

const centralRecord = (member: PackedMember, name: Uint8Array, offset: number): Uint8Array => {
  const record = new Uint8Array(CENTRAL_SIZE + name.length);
  const view = new DataView(record.buffer);
  view.setUint32(0, CENTRAL, true);
  view.setUint16(4, VERSION_NEEDED, true);
  view.setUint16(6, VERSION_NEEDED, true);
  writeCommon(view, 8, member, name);
  view.setUint32(42, offset, true);
  record.set(name, CENTRAL_SIZE);
  return record;
};

/** What local and central records have in common: flags, method, time, date, CRC, sizes, length of the name. */
const writeCommon = (view: DataView, at: number, member: PackedMember, name: Uint8Array): void => {
  view.setUint16(at, UTF8_FLAG, true);
  view.setUint16(at + 2, member.deflated ? 8 : 0, true);
  view.setUint16(at + 6, FIXED_DATE, true);
  view.setUint32(at + 8, member.crc, true);
  view.setUint32(at + 12, member.packed.length, true);
  view.setUint32(at + 16, member.size, true);
  view.setUint16(at + 20, name.length, true);
};

const endRecord = (count: number, size: number, offset: number): Uint8Array => {
  const record = new Uint8Array(END_SIZE);
  const view = new DataView(record.buffer);
  view.setUint32(0, END, true);
  view.setUint16(8, count, true);
  view.setUint16(10, count, true);
  view.setUint32(12, size, true);
  view.setUint32(16, offset, true);
  return record;
};
