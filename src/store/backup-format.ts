import * as z from "zod/mini";
import { utf8Bytes, utf8Text } from "#shared/kernel/bytes.ts";
import { err, ok } from "#shared/kernel/result.ts";
import type { Result } from "#shared/kernel/result.ts";
import { canonicalText, cleanJson, parseJson } from "#shared/ledger/canonical.ts";
import type { Entry } from "#shared/ledger/entry.ts";
import type { Witness } from "#shared/ledger/heads.ts";
import { parseSegment, segmentName } from "#shared/ledger/segment.ts";
import type { Segment } from "#shared/ledger/segment.ts";
import { ZIP_BYTES_MAX, ZIP_MEMBERS_MAX, packedMembersOf, unpackMember } from "#src/files/zip.ts";
import type { PackedMember, ZipLimits, ZipProblem } from "#src/files/zip.ts";
import { WITNESS_SCHEMA } from "./witness-schema.ts";

/**
 * One file that holds a whole ledger, `*.relance`: a ZIP of
 *
 *     relance.json             what this is (Manifest), canonical JSON and a line feed
 *     segments/<name>.jsonl    the segments, byte for byte as they lie in a store
 *     vault/<sha256>           the bytes of evidence
 *
 * **This format only grows**: a reader refuses a newer version by name and never drops a member that it does not know.
 */
export type Manifest = {
  readonly ledger: string;
  /** Wall time, ISO 8601 in UTC. */
  readonly madeAt: string;
  /** The heads of everything in this file: a tail cut off by hand shows. */
  readonly witness: Witness;
  /** Names of the segments in the order in which they arrived where the file was made. */
  readonly order: readonly string[];
  /** When each blob was last kept. */
  readonly kept: Readonly<Record<string, string>>;
  /** Who writes into this file when it is used as a store, and where its log ends; absent until the first write. */
  readonly writer?: FileWriter | undefined;
  /** The last head kept elsewhere that the file was told of when used as a store. */
  readonly told?: Witness | undefined;
};

export type FileWriter = {
  readonly writer: string;
  readonly sequence: number;
  readonly hash: string;
};

export type BackupProblem =
  | ZipProblem
  /** No `relance.json`, or one that is not a backup's. */
  | { readonly type: "backup-not-ours" }
  /** Made by a later version of Relance. */
  | { readonly type: "backup-newer"; readonly version: number }
  | { readonly type: "backup-member-unknown"; readonly member: string }
  /** A member that is not what its name says. */
  | { readonly type: "backup-member-broken"; readonly member: string }
  | { readonly type: "backup-line-broken"; readonly member: string; readonly line: number };

/** A member as it lies in the archive beside what it holds, so that it can be written again without packing it. */
export type SegmentMember = {
  readonly text: string;
  readonly segment: Segment;
  readonly packed: PackedMember;
};

export type Backup = {
  readonly manifest: Manifest;
  /** By segment name, in order of arrival. */
  readonly segments: ReadonlyMap<string, SegmentMember>;
  /** By SHA-256; unpacked one at a time by `blobOfBackup`. */
  readonly blobs: ReadonlyMap<string, PackedMember>;
};

const FORMAT = "relance-backup";
export const BACKUP_VERSION = 1;
const MANIFEST = "relance.json";

/** A vault may be as large as the format allows, since blobs are unpacked one at a time. */
const BACKUP_LIMITS: ZipLimits = {
  members: ZIP_MEMBERS_MAX,
  totalBytes: ZIP_BYTES_MAX,
  ratio: 250,
};
/** One blob, unpacked: memory. */
const BLOB_BYTES_MAX = 256 * 1024 * 1024;
/** The manifest and all segments together, unpacked: memory. A million entries take about as much. */
const TEXT_BYTES_MAX = 1024 * 1024 * 1024;

const count = z.int().check(z.nonnegative());
const hash = z.string().check(z.regex(/^[0-9a-f]{64}$/));
const time = z.string().check(z.maxLength(40));

const VERSIONED = z.object({ format: z.literal(FORMAT), version: count });
const MANIFEST_SCHEMA = z.object({
  ledger: z.string().check(z.minLength(1)),
  madeAt: time,
  witness: WITNESS_SCHEMA,
  order: z.array(z.string()),
  kept: z.record(hash, time),
  writer: z.optional(z.object({ writer: z.string().check(z.minLength(1)), sequence: count, hash })),
  told: z.optional(WITNESS_SCHEMA),
});

export const manifestMember = (
  manifest: Manifest,
): { readonly name: string; readonly bytes: Uint8Array } => ({
  name: MANIFEST,
  bytes: utf8Bytes(
    `${canonicalText(cleanJson({ format: FORMAT, version: BACKUP_VERSION, ...manifest }))}\n`,
  ),
});

export const segmentMemberName = (name: string): string => `segments/${name}.jsonl`;
export const blobMemberName = (sha256: string): string => `vault/${sha256}`;

/**
 * Reads a backup's shape. Hashes and links are the chain check's work, which must be able to look at altered entries;
 * `restoreInto` does it before anything is taken in. `known` gives segments read before: an unchanged one is not
 * unpacked again.
 */
export const readBackup = (
  bytes: Uint8Array,
  known: ReadonlyMap<string, SegmentMember> = new Map(),
): Result<Backup, BackupProblem> => {
  const members = packedMembersOf(bytes, BACKUP_LIMITS);
  if (!members.ok) return members;
  const manifest = readManifest(members.value);
  if (!manifest.ok) return manifest;
  const segments = new Map<string, SegmentMember>();
  const blobs = new Map<string, PackedMember>();
  let textBytes = 0;
  for (const member of members.value) {
    const blob = /^vault\/([0-9a-f]{64})$/.exec(member.name)?.[1];
    const segment = /^segments\/(.+)\.jsonl$/.exec(member.name)?.[1];
    if (blob !== undefined) {
      if (member.size > BLOB_BYTES_MAX) return err({ type: "zip-too-large", bytes: member.size });
      blobs.set(blob, member);
    } else if (segment !== undefined) {
      textBytes += member.size;
      if (textBytes > TEXT_BYTES_MAX) return err({ type: "zip-too-large", bytes: textBytes });
      const read = readSegment(segment, member, manifest.value.ledger, known.get(segment));
      if (!read.ok) return read;
      segments.set(segment, read.value);
    } else if (member.name !== MANIFEST) {
      return err({ type: "backup-member-unknown", member: member.name });
    }
  }
  return ok({ manifest: manifest.value, segments: inOrder(segments, manifest.value.order), blobs });
};

/** Null where the backup does not hold these bytes. Whether they are those of the name is for the vault to check. */
export const blobOfBackup = (
  backup: Backup,
  sha256: string,
): Result<Uint8Array | null, BackupProblem> => {
  const member = backup.blobs.get(sha256);
  return member === undefined ? ok(null) : unpackMember(member);
};

export const entriesOfBackup = (backup: Backup): readonly Entry[] =>
  [...backup.segments.values()].flatMap(({ segment }) => segment.entries);

const readManifest = (members: readonly PackedMember[]): Result<Manifest, BackupProblem> => {
  const member = members.find(({ name }) => name === MANIFEST);
  if (member === undefined || member.size > TEXT_BYTES_MAX) return err({ type: "backup-not-ours" });
  const bytes = unpackMember(member);
  if (!bytes.ok) return bytes;
  const value = parseJson(utf8Text(bytes.value) ?? "");
  const versioned = VERSIONED.safeParse(value);
  if (!versioned.success) return err({ type: "backup-not-ours" });
  const { version } = versioned.data;
  if (version > BACKUP_VERSION) return err({ type: "backup-newer", version });
  const manifest = MANIFEST_SCHEMA.safeParse(value);
  return manifest.success ? ok(manifest.data) : err({ type: "backup-not-ours" });
};

const readSegment = (
  name: string,
  packed: PackedMember,
  ledger: string,
  known: SegmentMember | undefined,
): Result<SegmentMember, BackupProblem> => {
  if (known !== undefined && samePacked(known.packed, packed)) return ok(known);
  const member = packed.name;
  const bytes = unpackMember(packed);
  if (!bytes.ok) return bytes;
  const text = utf8Text(bytes.value);
  const segment = text === null ? null : parseSegment(text);
  if (text === null || segment === null) return err({ type: "backup-member-broken", member });
  if (!segment.ok) {
    const { error } = segment;
    if (error.type === "segment-newer") {
      return err({ type: "backup-newer", version: error.version });
    }
    return "line" in error
      ? err({ type: "backup-line-broken", member, line: error.line })
      : err({ type: "backup-member-broken", member });
  }
  const fits =
    segment.value.ledger === ledger &&
    segment.value.entries.length > 0 &&
    segmentName(segment.value) === name;
  return fits
    ? ok({ text, segment: segment.value, packed })
    : err({ type: "backup-member-broken", member });
};

const samePacked = (a: PackedMember, b: PackedMember): boolean =>
  a.crc === b.crc && a.size === b.size && a.packed.length === b.packed.length;

/** What the manifest does not name comes after what it names, in order of name. */
const inOrder = (
  segments: ReadonlyMap<string, SegmentMember>,
  order: readonly string[],
): ReadonlyMap<string, SegmentMember> => {
  const sorted = new Map<string, SegmentMember>();
  for (const name of [...order, ...segments.keys()]) {
    const segment = segments.get(name);
    if (segment !== undefined) sorted.set(name, segment);
  }
  return sorted;
};
