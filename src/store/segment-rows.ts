import { invariant, err, ok } from "#shared/kernel/result.ts";
import type { Result } from "#shared/kernel/result.ts";
import type { Arrival, StaleHead, StoreFault } from "#shared/app/ports.ts";
import type { Tip } from "#shared/ledger/append.ts";
import type { Entry } from "#shared/ledger/entry.ts";
import { eraseEntry, unionEntries } from "#shared/ledger/merge.ts";
import type { MergeRefusal } from "#shared/ledger/merge.ts";
import {
  TAIL_ENTRIES_MAX,
  parseSegment,
  sealSegments,
  segmentName,
  textOfSegment,
} from "#shared/ledger/segment.ts";
import type { Segment } from "#shared/ledger/segment.ts";
import { isOfTheLog } from "#shared/ledger/voiding.ts";
import { linkedRuns } from "./linked-runs.ts";
import { NOTHING_HERE, corrupt } from "./store-faults.ts";

/**
 * How a ledger lies in a store, whatever the store is made of: segments numbered by the arrival of their first entry,
 * without holes, so that a reader can ask for all that came after a point. Everything here is a pure step from rows to
 * rows; a store only has to write them in one go.
 */
export type SegmentRow = {
  /** Arrival of the first entry, from 1; the row's key. */
  readonly arrival: Arrival;
  readonly name: string;
  readonly writer: string;
  readonly first: number;
  readonly count: number;
  readonly sealed: boolean;
  readonly text: string;
};

/** Where the store stands: its writer's tip, how many entries have arrived, and how often any of them were rewritten. */
export type Standing = {
  readonly tip: Tip;
  readonly arrived: Arrival;
  readonly rewritten: number;
};

export type RowsStep = { readonly standing: Standing; readonly rows: readonly SegmentRow[] };

const sameTip = (a: Tip, b: Tip): boolean =>
  a.ledger === b.ledger &&
  a.writer === b.writer &&
  a.sequence === b.sequence &&
  a.hash === b.hash &&
  a.tick === b.tick;

/** Whether an append may go on: the tip is the expected one, else what it is now. */
export const appendRefusal = (
  standing: Standing | null,
  expected: Tip,
): Result<Tip, StaleHead | StoreFault> => {
  if (standing === null) return err(NOTHING_HERE);
  return sameTip(standing.tip, expected)
    ? ok(expected)
    : err({ type: "stale-head", tip: standing.tip });
};

/**
 * The rows that an append writes: the tail again, or sealed segments in its place once it has grown past
 * TAIL_ENTRIES_MAX. `last` is the row that arrived last, which is the tail unless it is sealed or another writer's.
 */
export const appendRows = (
  standing: Standing,
  last: SegmentRow | null,
  entries: readonly Entry[],
): Result<RowsStep, StoreFault> => {
  const { tip } = standing;
  invariantChained(tip, entries);
  const end = entries[entries.length - 1];
  if (end === undefined) return ok({ standing, rows: [] });
  const tail = last !== null && !last.sealed && last.writer === tip.writer ? last : null;
  const before = tail === null ? ok([]) : entriesOfRow(tail);
  if (!before.ok) return before;
  const all = [...before.value, ...entries];
  const arrival = tail === null ? standing.arrived + 1 : tail.arrival;
  const { ledger, writer } = tip;
  const first = all[0]?.header.sequence ?? tip.sequence + 1;
  const segments =
    all.length > TAIL_ENTRIES_MAX
      ? sealSegments(all)
      : [{ ledger, writer, first, sealed: false, entries: all }];
  return ok({
    standing: {
      tip: {
        ...tip,
        sequence: end.header.sequence,
        hash: end.hash,
        tick: Math.max(tip.tick, end.header.tick),
      },
      arrived: standing.arrived + entries.length,
      rewritten: standing.rewritten,
    },
    rows: rowsOf(segments, arrival),
  });
};

/**
 * The rows that taking in entries writes: new segments behind all others (each linked run its own, so that a fork
 * never mixes with what it forked from), and those rows again whose payloads the union completes or erases.
 */
export const takeInRows = (
  standing: Standing,
  rows: readonly SegmentRow[],
  entries: readonly Entry[],
): Result<RowsStep & { readonly added: number }, MergeRefusal | StoreFault> => {
  const here: { readonly row: SegmentRow; readonly entries: readonly Entry[] }[] = [];
  const known = new Set<string>();
  const present: Entry[] = [];
  for (const row of rows) {
    const parsed = entriesOfRow(row);
    if (!parsed.ok) return parsed;
    here.push({ row, entries: parsed.value });
    for (const entry of parsed.value) {
      known.add(entry.hash);
      present.push(entry);
    }
  }
  const union = unionEntries(standing.tip.ledger, present, entries);
  if (!union.ok) return union;
  const byHash = new Map(union.value.map((entry) => [entry.hash, entry]));
  const added = union.value.filter((entry) => !known.has(entry.hash));
  let rewrites = 0;
  const changed = here.flatMap(({ row, entries: old }) => {
    const now = old.map((entry) => byHash.get(entry.hash) ?? entry);
    const sameBodies = now.every((entry, index) => entry.body.kind === old[index]?.body.kind);
    if (!sameBodies) rewrites = 1;
    // A tail that others' entries follow is never appended to again.
    const sealed = row.sealed || added.length > 0;
    return sameBodies && sealed === row.sealed
      ? []
      : [rewritten({ ...row, sealed }, standing.tip.ledger, now)];
  });
  const segments = linkedRuns(added).flatMap((run) => sealSegments(run));
  return ok({
    added: added.length,
    standing: {
      tip: tipAfter(standing.tip, added),
      arrived: standing.arrived + added.length,
      rewritten: standing.rewritten + rewrites,
    },
    rows: [...changed, ...rowsOf(segments, standing.arrived + 1)],
  });
};

/** The rows that change when payloads are removed, and how many payloads went. */
export const eraseRows = (
  standing: Standing,
  rows: readonly SegmentRow[],
  hashes: ReadonlySet<string>,
): Result<RowsStep & { readonly erased: number }, StoreFault> => {
  const changed: SegmentRow[] = [];
  let erased = 0;
  for (const row of rows) {
    const parsed = entriesOfRow(row);
    if (!parsed.ok) return parsed;
    let here = 0;
    const entries = parsed.value.map((entry) => {
      // Without its payload, a void would bring back what it voided.
      const stays = entry.body.kind === "erased" || isOfTheLog(entry.header.type);
      if (stays || !hashes.has(entry.hash)) return entry;
      here += 1;
      return eraseEntry(entry);
    });
    if (here > 0) changed.push(rewritten(row, standing.tip.ledger, entries));
    erased += here;
  }
  return ok({
    rows: changed,
    erased,
    standing: { ...standing, rewritten: standing.rewritten + (erased > 0 ? 1 : 0) },
  });
};

/** Entries that arrived after a point; a row that is not what was written, or is missing, is named. */
export const entriesSince = (
  rows: readonly SegmentRow[],
  standing: Standing,
  since: Arrival,
): Result<readonly Entry[], StoreFault> => {
  if (since > standing.arrived) {
    return err({
      type: "storage-evicted",
      detail: `${String(since)} entries were read before, ${String(standing.arrived)} are here`,
    });
  }
  const entries: Entry[] = [];
  let expected: Arrival | null = null;
  for (const row of rows) {
    const end = row.arrival + row.count - 1;
    if (end <= since) continue;
    const wanted: Arrival = expected ?? Math.min(row.arrival, since + 1);
    if (row.arrival !== wanted) return err(missing(wanted, row.arrival - 1));
    const parsed = entriesOfRow(row);
    if (!parsed.ok) return parsed;
    for (const entry of parsed.value.slice(Math.max(0, since + 1 - row.arrival))) {
      entries.push(entry);
    }
    expected = end + 1;
  }
  const next = expected ?? since + 1;
  if (next <= standing.arrived) return err(missing(next, standing.arrived));
  return ok(entries);
};

export const entriesOfRow = (row: SegmentRow): Result<readonly Entry[], StoreFault> => {
  const segment = parseSegment(row.text);
  if (!segment.ok) {
    const { error } = segment;
    const where = "line" in error ? `, line ${String(error.line)}` : "";
    return err(corrupt(`segment ${row.name}: ${error.type}${where}`));
  }
  const { writer, first, entries } = segment.value;
  return writer === row.writer && first === row.first && entries.length === row.count
    ? ok(entries)
    : err(corrupt(`segment ${row.name}: its text is another segment's`));
};

export const rowsOf = (
  segments: readonly Segment[],
  firstArrival: Arrival,
): readonly SegmentRow[] => {
  let arrival = firstArrival;
  return segments.map((segment) => {
    const row = rowOf(segment, arrival);
    arrival += row.count;
    return row;
  });
};

const rowOf = (segment: Segment, arrival: Arrival): SegmentRow => ({
  arrival,
  name: segmentName(segment),
  writer: segment.writer,
  first: segment.first,
  count: segment.entries.length,
  sealed: segment.sealed,
  text: textOfSegment(segment),
});

const rewritten = (row: SegmentRow, ledger: string, entries: readonly Entry[]): SegmentRow =>
  rowOf({ ledger, writer: row.writer, first: row.first, sealed: row.sealed, entries }, row.arrival);

/**
 * The greatest tick rises to that of what came in. Where entries of our own writer came in that follow our tip (the
 * store is an older copy of itself), the tip follows them as long as they do not fork, so as not to fork from them.
 */
const tipAfter = (tip: Tip, added: readonly Entry[]): Tip => {
  let { sequence, hash, tick } = tip;
  const following = new Map<string, Entry[]>();
  for (const entry of added) {
    tick = Math.max(tick, entry.header.tick);
    if (entry.header.writer !== tip.writer || entry.header.sequence <= tip.sequence) continue;
    const siblings = following.get(entry.header.previous);
    if (siblings === undefined) following.set(entry.header.previous, [entry]);
    else siblings.push(entry);
  }
  for (;;) {
    const [next, ...others] = following.get(hash) ?? [];
    if (next === undefined || others.length > 0 || next.header.sequence !== sequence + 1) break;
    sequence += 1;
    hash = next.hash;
  }
  return { ...tip, sequence, hash, tick };
};

const missing = (from: Arrival, to: Arrival): StoreFault =>
  corrupt(`entries ${String(from)} to ${String(to)} in order of arrival are missing`);

const invariantChained = (tip: Tip, entries: readonly Entry[]): void => {
  let { sequence, hash } = tip;
  for (const { header, hash: own } of entries) {
    sequence += 1;
    invariant(
      header.ledger === tip.ledger && header.writer === tip.writer,
      "a store appends entries of its own writer",
    );
    invariant(
      header.sequence === sequence && header.previous === hash,
      "appended entries follow the expected tip",
    );
    hash = own;
  }
};
