import { utf8Text } from "#shared/kernel/bytes.ts";
import { checkChain } from "#shared/ledger/chain.ts";
import type { ChainProblem } from "#shared/ledger/chain.ts";
import type { Entry } from "#shared/ledger/entry.ts";
import { SEGMENT_CHARS_MAX, parseSegment, segmentName } from "#shared/ledger/segment.ts";
import type { Segment } from "#shared/ledger/segment.ts";
import type { KnownFile } from "./sync-memory.ts";
import type { PlacedFile } from "./sync-layout.ts";

export const FILE_BYTES_MAX = SEGMENT_CHARS_MAX;

/** The segment in a file; null where any byte of it is not what its name and its hashes say. */
export const segmentOfFile = (
  ledger: string,
  placed: PlacedFile,
  bytes: Uint8Array,
): Segment | null => {
  const text = utf8Text(bytes);
  const parsed = text === null ? null : parseSegment(text);
  if (parsed === null || !parsed.ok) return null;
  const segment = parsed.value;
  if (segment.ledger !== ledger || segment.writer !== placed.writer) return null;
  if (placed.name !== null && !isNamed(segment, placed.name)) return null;
  const { problems } = checkChain(ledger, segment.entries);
  return problems.some(isAltering) ? null : segment;
};

const isNamed = (segment: Segment, { first, last }: NonNullable<PlacedFile["name"]>): boolean =>
  segment.entries.length > 0 &&
  segmentName(segment) === `${segment.writer}/${String(first).padStart(9, "0")}-${last}`;

/** A part of a log has gaps; what may not be is an entry that is not what was written. */
const isAltering = ({ type }: ChainProblem): boolean =>
  type === "header-altered" ||
  type === "payload-altered" ||
  type === "link-broken" ||
  type === "tick-not-rising" ||
  type === "other-ledger" ||
  type === "fork";

export const knownFile = (tag: string, { writer, first, entries }: Segment): KnownFile => ({
  tag,
  writer,
  first,
  count: entries.length,
  last: entries[entries.length - 1]?.hash ?? "",
});

/** Hashes of those entries that some file holds: from each file's last entry back along the chain. */
export const coveredHashes = (
  entryByHash: ReadonlyMap<string, Entry>,
  files: Iterable<KnownFile>,
): ReadonlySet<string> => {
  const covered = new Set<string>();
  for (const { writer, count, last } of files) {
    let hash = last;
    for (let left = count; left > 0; left -= 1) {
      const entry = entryByHash.get(hash);
      if (entry === undefined || entry.header.writer !== writer) break;
      covered.add(hash);
      hash = entry.header.previous;
    }
  }
  return covered;
};
