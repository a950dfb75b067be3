import { err, ok } from "#shared/kernel/result.ts";
import type { Result } from "#shared/kernel/result.ts";
import { canonicalText, isJsonObject, parseCanonical } from "./canonical.ts";
import { LINE_CHARS_MAX, isHash, lineOfEntry, parseEntryLine } from "./entry.ts";
import type { Entry } from "./entry.ts";

/**
 * A run of entries of one writer as text: one canonical line that says what follows, then one line an entry, each ended
 * by a line feed. Rows in IndexedDB, files in Drive and OneDrive, members of a backup: this one format everywhere.
 *
 *     {"count":2,"first":1,"format":"relance-segment","last":"93ef…","ledger":"led-…","previous":"0000…","sealed":true,"version":1,"writer":"wri-…"}
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
  const lines = text.split("\n");
  const heading = text.length <= SEGMENT_CHARS_MAX ? parseHeading(lines[0] ?? "") : null;
  if (heading === null) return err({ type: "segment-not-ours" });
  if (heading.version !== SEGMENT_FORMAT_VERSION) {
    return err({ type: "segment-newer", version: heading.version });
  }
  if (lines.length !== heading.count + 2 || lines[heading.count + 1] !== "") {
    return err({ type: "segment-line-broken", line: Math.min(lines.length, heading.count + 2) });
  }
  const entries: Entry[] = [];
  for (let index = 1; index <= heading.count; index += 1) {
    const entry = parseEntryLine(lines[index] as string);
    if (entry === null) return err({ type: "segment-line-broken", line: index + 1 });
    const { header } = entry;
    const inRun = header.writer === heading.writer && header.sequence === heading.first + index - 1;
    if (!inRun || header.ledger !== heading.ledger) {
      return err({ type: "segment-out-of-run", line: index + 1 });
    }
    entries.push(entry);
  }
  const { ledger, writer, first, sealed } = heading;
  return ok({ ledger, writer, first, sealed, entries });
};

/** Whether the text is exactly what writing its entries again would give: any changed byte shows. */
export const isCanonicalSegment = (text: string, segment: Segment): boolean =>
  textOfSegment(segment) === text;

/** A name that no other segment of the ledger has: forks of one run differ in their last hash. */
export const segmentName = (segment: Segment): string => {
  const last = segment.entries[segment.entries.length - 1]?.hash ?? "";
  return `${segment.writer}/${String(segment.first).padStart(9, "0")}-${last.slice(0, 16)}`;
};

/** Cuts entries of one or more writers into sealed segments: consecutive, linked, at most SEGMENT_ENTRIES_MAX each. */
export const sealSegments = (entries: readonly Entry[]): readonly Segment[] => {
  const segments: Segment[] = [];
  let run: Entry[] = [];
  const seal = (): void => {
    const first = run[0];
    if (first === undefined) return;
    const { ledger, writer, sequence } = first.header;
    segments.push({ ledger, writer, first: sequence, sealed: true, entries: run });
    run = [];
  };
  for (const entry of entries) {
    const last = run[run.length - 1];
    const follows =
      last !== undefined &&
      last.header.writer === entry.header.writer &&
      last.header.sequence + 1 === entry.header.sequence &&
      last.hash === entry.header.previous;
    if (!follows || run.length >= SEGMENT_ENTRIES_MAX) seal();
    run.push(entry);
  }
  seal();
  return segments;
};

type Heading = {
  readonly version: number;
  readonly ledger: string;
  readonly writer: string;
  readonly first: number;
  readonly count: number;
  readonly sealed: boolean;
};

const parseHeading = (line: string): Heading | null => {
  const value = parseCanonical(line);
  if (!isJsonObject(value ?? undefined) || value === null) return null;
  const { format, version, ledger, writer, first, count, sealed, previous, last } = value as Record<
    string,
    unknown
  >;
  if (format !== "relance-segment" || typeof version !== "number") return null;
  if (typeof ledger !== "string" || typeof writer !== "string" || typeof sealed !== "boolean")
    return null;
  if (typeof first !== "number" || first < 1 || typeof count !== "number") return null;
  if (
    count < 0 ||
    count > SEGMENT_ENTRIES_MAX ||
    typeof previous !== "string" ||
    typeof last !== "string"
  )
    return null;
  if (count > 0 && (!isHash(previous) || !isHash(last))) return null;
  return { version, ledger, writer, first, count, sealed };
};
