import { err, ok } from "#shared/kernel/result.ts";
import type { Result } from "#shared/kernel/result.ts";
import { compareText } from "#shared/kernel/text.ts";
import { canonicalText, isJsonObject, parseCanonical } from "./canonical.ts";
import { LINE_CHARS_MAX, isHash, isId, lineOfEntry, parseEntryLine } from "./entry.ts";
import type { Entry } from "./entry.ts";

/**
 * A run of entries of one writer as text: one canonical line that says what follows, then one line an entry, each ended
 * by a line feed. Rows in IndexedDB, files in Drive and OneDrive, members of a backup: this one format everywhere.
 *
 *     {"count":1,"first":1,"format":"relance-segment","last":"d045…","ledger":"led-…","previous":"0000…","sealed":true,"version":1,"writer":"wri-…"}
 *
 * A sealed segment is created once; the one small tail of a writer is the only text that is written again.
 */
export type Segment = {
  readonly ledger: string;
  readonly writer: string;
  /** Sequence of the first entry. */
  readonly first: number;
  readonly sealed: boolean;
  readonly entries: readonly Entry[];
};

export const SEGMENT_ENTRIES_MAX = 500;
/** The tail is rewritten at each append; past this it is sealed. */
export const TAIL_ENTRIES_MAX = 100;
export const SEGMENT_CHARS_MAX = SEGMENT_ENTRIES_MAX * LINE_CHARS_MAX;
const SEGMENT_FORMAT_VERSION = 1;

export type SegmentProblem =
  | { readonly type: "segment-not-ours" }
  | { readonly type: "segment-newer"; readonly version: number }
  | { readonly type: "segment-line-broken"; readonly line: number }
  | { readonly type: "segment-out-of-run"; readonly line: number };

export const textOfSegment = (segment: Segment): string => {
  const last = segment.entries[segment.entries.length - 1];
  const heading = canonicalText({
    format: "relance-segment",
    version: SEGMENT_FORMAT_VERSION,
    ledger: segment.ledger,
    writer: segment.writer,
    first: segment.first,
    count: segment.entries.length,
    previous: segment.entries[0]?.header.previous ?? "",
    last: last?.hash ?? "",
    sealed: segment.sealed,
  });
  let text = `${heading}\n`;
  for (const entry of segment.entries) text += `${lineOfEntry(entry)}\n`;
  return text;
};

/**
 * Reads a segment's text. Lines are numbered from 1, as editors show them. Hashes and links are the chain check's work;
 * here only what would make the text unusable is refused.
 */
export const parseSegment = (text: string): Result<Segment, SegmentProblem> => {
  if (text.length > SEGMENT_CHARS_MAX) return err({ type: "segment-not-ours" });
  const lines = text.split("\n");
  const heading = parseHeading(lines[0] as string);
  if (!heading.ok) return heading;
  const { count, first, ledger, sealed, writer } = heading.value;
  if (lines.length !== count + 2 || lines[count + 1] !== "") {
    return err({ type: "segment-line-broken", line: Math.min(lines.length, count + 2) });
  }
  const entries: Entry[] = [];
  for (let index = 1; index <= count; index += 1) {
    const entry = parseEntryLine(lines[index] as string);
    if (entry === null) return err({ type: "segment-line-broken", line: index + 1 });
    const { header } = entry;
    const inRun = header.writer === writer && header.sequence === first + index - 1;
    if (!inRun || header.ledger !== ledger) {
      return err({ type: "segment-out-of-run", line: index + 1 });
    }
    entries.push(entry);
  }
  return ok({ ledger, writer, first, sealed, entries });
};

/** Whether the text is exactly what writing its entries again would give: any changed byte shows. */
export const isCanonicalSegment = (text: string, segment: Segment): boolean =>
  textOfSegment(segment) === text;

/** The first line (from 1) that is not what writing the entries again would give; null where the text is canonical. */
export const alteredLineOf = (text: string, segment: Segment): number | null => {
  const written = textOfSegment(segment);
  if (written === text) return null;
  const lines = written.split("\n");
  const index = text.split("\n").findIndex((line, at) => line !== lines[at]);
  return index < 0 ? lines.length : index + 1;
};

/** A name that no other segment of the ledger has: forks of one run differ in their last hash. */
export const segmentName = (segment: Segment): string => {
  const last = segment.entries[segment.entries.length - 1]?.hash ?? "";
  return `${segment.writer}/${String(segment.first).padStart(9, "0")}-${last.slice(0, 16)}`;
};

/**
 * Cuts a union of entries, in any order, into sealed segments: consecutive, linked, at most SEGMENT_ENTRIES_MAX each.
 * Where a writer forked, one branch goes on and each other one has segments of its own; a broken link begins a segment.
 */
export const sealSegments = (entries: readonly Entry[]): readonly Segment[] => {
  const sorted = [...entries].sort(
    (a, b) =>
      compareText(a.header.writer, b.header.writer) ||
      a.header.sequence - b.header.sequence ||
      compareText(a.hash, b.hash),
  );
  const runs: Entry[][] = [];
  const openRuns = new Map<string, Entry[]>();
  for (const entry of sorted) {
    const { previous, sequence, writer } = entry.header;
    const before = openRuns.get(previous);
    const last = before?.[before.length - 1]?.header;
    const follows = last?.writer === writer && last.sequence + 1 === sequence;
    if (before === undefined || !follows || before.length >= SEGMENT_ENTRIES_MAX) {
      const run = [entry];
      runs.push(run);
      openRuns.set(entry.hash, run);
    } else {
      before.push(entry);
      openRuns.set(entry.hash, before);
    }
  }
  return runs.map((run) => {
    const { ledger, sequence, writer } = (run[0] as Entry).header;
    return { ledger, writer, first: sequence, sealed: true, entries: run };
  });
};

type Heading = {
  readonly ledger: string;
  readonly writer: string;
  readonly first: number;
  readonly count: number;
  readonly sealed: boolean;
};

const parseHeading = (line: string): Result<Heading, SegmentProblem> => {
  const value = parseCanonical(line);
  const notOurs = err({ type: "segment-not-ours" } as const);
  if (value === null || !isJsonObject(value)) return notOurs;
  const { count, first, format, last, ledger, previous, sealed, version, writer } = value;
  if (format !== "relance-segment" || typeof version !== "number") return notOurs;
  if (version > SEGMENT_FORMAT_VERSION) return err({ type: "segment-newer", version });
  if (version !== SEGMENT_FORMAT_VERSION || !isId(ledger) || !isId(writer)) return notOurs;
  if (typeof sealed !== "boolean" || typeof first !== "number" || first < 1) return notOurs;
  if (typeof count !== "number" || count < 0 || count > SEGMENT_ENTRIES_MAX) return notOurs;
  if (count > 0 && (!isHash(previous) || !isHash(last))) return notOurs;
  return ok({ ledger, writer, first, count, sealed });
};
