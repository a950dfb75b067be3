import { utf8Bytes, utf8Text } from "#shared/kernel/bytes.ts";
import { err, ok } from "#shared/kernel/result.ts";
import type { Result } from "#shared/kernel/result.ts";
import { parseJson } from "#shared/ledger/canonical.ts";
import type { Entry } from "#shared/ledger/entry.ts";
import {
  TAIL_ENTRIES_MAX,
  parseSegment,
  sealSegments,
  segmentName,
  textOfSegment,
} from "#shared/ledger/segment.ts";
import type { Segment } from "#shared/ledger/segment.ts";
import type { Drive, DriveWrite, NewFile } from "./drive.ts";
import type { GmailLedgerFault } from "./ledger.ts";
import { SEGMENT_REFS } from "./stored.ts";
import type { Meta, SegmentRef } from "./stored.ts";
import { touches } from "./rows.ts";
import type { Places } from "./rows.ts";

/** Segments of one read: at 300 kB each, what Apps Script can hold while their entries are parsed. */
const READ_SEGMENTS_MAX = 20;

export const parseIndex = (text: string | null): readonly SegmentRef[] | null => {
  const parsed = SEGMENT_REFS.safeParse(parseJson(text ?? "[]"));
  return parsed.success ? parsed.data : null;
};

export const textOfIndex = (refs: readonly SegmentRef[]): string => JSON.stringify(refs);

export const refOf = (segment: Segment, id: string): SegmentRef => ({
  id,
  writer: segment.writer,
  first: segment.first,
  count: segment.entries.length,
  last: segment.entries[segment.entries.length - 1]?.hash ?? "",
});

/** The tail as one of the segments; null before anything was written. */
export const tailRef = ({ tail, writer, hash }: Meta): SegmentRef | null =>
  tail === null || tail.count === 0 ? null : { ...tail, writer, last: hash };

/** How an append changes the journal: the tail again, or sealed segments in its place. */
export type JournalStep = {
  readonly tail: { readonly first: number; readonly count: number };
  /** The text that the tail's file is to have. */
  readonly tailText: string;
  readonly sealed: readonly Segment[];
};

export const journalStep = (
  meta: Meta,
  before: readonly Entry[],
  entries: readonly Entry[],
): JournalStep => {
  const all = [...before, ...entries];
  const { ledger, writer, sequence } = meta;
  const first = all[0]?.header.sequence ?? sequence + 1;
  if (all.length <= TAIL_ENTRIES_MAX) {
    const tail: Segment = { ledger, writer, first, sealed: false, entries: all };
    return { tail: { first, count: all.length }, tailText: textOfSegment(tail), sealed: [] };
  }
  const next = sequence + entries.length + 1;
  const empty: Segment = { ledger, writer, first: next, sealed: false, entries: [] };
  return {
    tail: { first: next, count: 0 },
    tailText: textOfSegment(empty),
    sealed: sealSegments(all),
  };
};

export const fileOfSegment = (segment: Segment, id: string, parent: string): NewFile => ({
  id,
  name: `${segmentName(segment).replace("/", ".")}.jsonl`,
  parent,
  type: "application/x-ndjson",
  kind: "segment",
  marks: { ledger: segment.ledger },
  bytes: utf8Bytes(textOfSegment(segment)),
});

export const fileOfTail = (meta: Meta, text: string, id: string): NewFile => ({
  id,
  name: `${meta.writer}.tail.jsonl`,
  parent: meta.folders.journal,
  type: "application/x-ndjson",
  kind: "tail",
  marks: { ledger: meta.ledger },
  bytes: utf8Bytes(text),
});

export const tailWrite = (meta: Meta, text: string, id: string): DriveWrite =>
  meta.tail === null
    ? { how: "create", file: fileOfTail(meta, text, id) }
    : { how: "replace", id, bytes: utf8Bytes(text) };

export const segmentOfBytes = (bytes: Uint8Array | null): Segment | null => {
  const text = bytes === null ? null : utf8Text(bytes);
  const segment = text === null ? null : parseSegment(text);
  return segment?.ok === true ? segment.value : null;
};

/** Reads segments a few at a time; `take` is given each. A segment that is gone or is another one is a fault. */
export const eachSegment = (
  drive: Drive,
  refs: readonly SegmentRef[],
  take: (segment: Segment, ref: SegmentRef) => void,
): Result<null, GmailLedgerFault> => {
  let damaged = 0;
  for (let at = 0; at < refs.length; at += READ_SEGMENTS_MAX) {
    const some = refs.slice(at, at + READ_SEGMENTS_MAX);
    const read = drive.read(some.map(({ id }) => id));
    if (!read.ok) return read;
    for (const ref of some) {
      const segment = segmentOfBytes(read.value.get(ref.id) ?? null);
      if (segment === null || !isOfRef(segment, ref)) damaged += 1;
      else take(segment, ref);
    }
  }
  return damaged === 0 ? ok(null) : err(damagedJournal(damaged));
};

export const damagedJournal = (files: number): GmailLedgerFault => ({
  type: "journal-damaged",
  files,
  detail: `${String(files)} segments are gone or are not what was written`,
});

/** A tail may have grown since; a sealed segment is what it was. */
const isOfRef = ({ writer, first, entries }: Segment, ref: SegmentRef): boolean =>
  writer === ref.writer && first === ref.first && entries.length >= ref.count;

/** The segments in which entries at these places lie. */
export const refsAt = (
  refs: readonly SegmentRef[],
  places: readonly Places[],
): readonly SegmentRef[] =>
  refs.filter(({ writer, first, count }) =>
    places.some((one) => touches(one, writer, first, first + count - 1)),
  );
