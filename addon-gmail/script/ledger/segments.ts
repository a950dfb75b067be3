import { utf8Bytes } from "#shared/kernel/bytes.ts";
import { idOfChance } from "#shared/kernel/ids.ts";
import { err, ok } from "#shared/kernel/result.ts";
import type { Result } from "#shared/kernel/result.ts";
import { emptyTip } from "#shared/ledger/append.ts";
import type { Entry } from "#shared/ledger/entry.ts";
import { unionEntries } from "#shared/ledger/merge.ts";
import type { MergeRefusal } from "#shared/ledger/merge.ts";
import { compareEntries } from "#shared/ledger/order.ts";
import { parseSegment, sealSegments, textOfSegment } from "#shared/ledger/segment.ts";
import type { Segment } from "#shared/ledger/segment.ts";
import type { DriveWrite } from "./drive.ts";
import { eachSegment, fileOfSegment, refOf, tailRef, textOfIndex } from "./journal.ts";
import type { Keeper } from "./keeper.ts";
import type { GmailLedger, GmailLedgerFault } from "./ledger.ts";
import type { Lost } from "./load.ts";
import { readIndex } from "./plan.ts";
import type { Session } from "./session.ts";
import {
  filesProperty,
  idsProperty,
  metaProperty,
  pendingProperty,
  rebuildFrom,
} from "./stored.ts";
import type { Meta, SegmentRef, Values } from "./stored.ts";
import { idAt, takeIds } from "./ids.ts";
import { present } from "./write.ts";

/** All segments: the sealed ones of the index and the tail. */
const refsOf = (session: Session): Result<readonly SegmentRef[], GmailLedgerFault | Lost> => {
  const index = readIndex(session)();
  return index.ok ? ok([...index.value, ...present(tailRef(session.stored.meta))]) : index;
};

const nameOf = ({ writer, first, last }: SegmentRef): string =>
  `${writer}/${String(first).padStart(9, "0")}-${last.slice(0, 16)}`;

/** What a backup, a check and an export read: texts of the journal as they lie in Drive. */
export const segmentReading = (
  keeper: Keeper,
): Pick<GmailLedger, "entries" | "segmentNames" | "segmentTexts"> => ({
  entries: () => {
    const read = keeper.reading(false, (session) => {
      const refs = refsOf(session);
      if (!refs.ok) return refs;
      const byHash = new Map<string, Entry>();
      const done = eachSegment(session.drive, refs.value, ({ entries }) => {
        for (const entry of entries) byHash.set(entry.hash, entry);
      });
      return done.ok ? ok([...byHash.values()].sort(compareEntries)) : done;
    });
    return read.ok ? ok(read.value ?? []) : read;
  },
  segmentNames: () => {
    const read = keeper.reading(false, (session) => {
      const refs = refsOf(session);
      return refs.ok ? ok(refs.value.map(nameOf)) : refs;
    });
    return read.ok ? ok(read.value ?? []) : read;
  },
  segmentTexts: (names) => {
    const read = keeper.reading(false, (session) => {
      const refs = refsOf(session);
      if (!refs.ok) return refs;
      const wanted = new Set(names);
      const some = refs.value.filter((ref) => wanted.has(nameOf(ref)));
      const texts = new Map<string, string>();
      const done = eachSegment(session.drive, some, (segment, ref) => {
        texts.set(nameOf(ref), textOfSegment(segment));
      });
      return done.ok ? ok(texts) : done;
    });
    return read.ok ? ok(read.value ?? new Map()) : read;
  },
});

/**
 * Takes in entries of other writers: what is new in segments of its own, and those of ours again whose payloads the union
 * completes or erases. What was folded is worked out again afterwards. Only under the lock, with nothing pending.
 */
export const takeInTexts = (
  session: Session,
  texts: readonly string[],
): Result<
  { readonly values: Values; readonly added: number },
  GmailLedgerFault | MergeRefusal | Lost
> => {
  const { stored, drive, derived, services, values } = session;
  const { meta } = stored;
  const incoming: Entry[] = [];
  let unreadable = 0;
  for (const text of texts) {
    const parsed = parseSegment(text);
    if (!parsed.ok) unreadable += 1;
    else for (const entry of parsed.value.entries) incoming.push(entry);
  }
  if (unreadable > 0) return err({ type: "segments-unreadable", count: unreadable });
  const refs = refsOf(session);
  if (!refs.ok) return refs;

  const here: { readonly segment: Segment; readonly id: string }[] = [];
  const read = eachSegment(drive, overlapping(refs.value, incoming), (segment, { id }) => {
    here.push({ segment, id });
  });
  if (!read.ok) return read;
  const ours = here.flatMap(({ segment }) => segment.entries);
  const union = unionEntries(meta.ledger, ours, incoming);
  if (!union.ok) return union;
  const known = new Set(ours.map(({ hash }) => hash));
  const added = union.value.filter(({ hash }) => !known.has(hash));
  const byHash = new Map(union.value.map((entry) => [entry.hash, entry]));
  const again: DriveWrite[] = [];
  for (const { segment, id } of here) {
    const now = segment.entries.map((entry) => byHash.get(entry.hash) ?? entry);
    if (now.every((entry, at) => entry.body.kind === segment.entries[at]?.body.kind)) continue;
    const bytes = utf8Bytes(textOfSegment({ ...segment, entries: now }));
    again.push({ how: "replace", id, bytes });
  }
  if (added.length === 0 && again.length === 0) return ok({ values, added: 0 });

  const segments = sealSegments(added);
  const visible = takeIds(drive, stored.ids, { drive: segments.length, appDataFolder: 0 });
  if (!visible.ok) return visible;
  const hidden = takeIds(drive, visible.value.left, {
    drive: 0,
    appDataFolder: stored.files.has("journal") ? 0 : 1,
  });
  if (!hidden.ok) return hidden;
  const made = segments.map((segment, at) => ({
    segment,
    id: idAt(visible.value.taken.drive, at),
  }));
  const index = [
    ...refs.value.filter(({ id }) => id !== meta.tail?.id),
    ...made.map(({ segment, id }) => refOf(segment, id)),
  ];
  const after = writerAfter(session, added);
  // A tail that is left behind by its writer is a segment like any other.
  const left = after.writer === meta.writer ? [] : present(tailRef(meta));
  const plan = derived.plan(
    stored,
    new Map([["journal", textOfIndex([...index, ...left])]]),
    hidden.value.taken.appDataFolder,
  );
  const announced: Values = {
    ...idsProperty(hidden.value.left),
    ...pendingProperty({
      to: null,
      tail: null,
      sealed: made.map(({ id }) => id),
      blobs: [],
      threads: [],
    }),
  };
  services.properties.write(announced);
  const written = drive.write([
    ...made.map(({ segment, id }) => ({
      how: "create" as const,
      file: fileOfSegment(segment, id, meta.folders.journal),
    })),
    ...again,
  ]);
  if (!written.ok) return written;
  const indexed = drive.write(plan.writes);
  if (!indexed.ok) return indexed;
  const ended: Values = {
    ...metaProperty({
      ...rebuildFrom(after, indexed.value.size > 0),
      generation: meta.generation + 1,
    }),
    ...filesProperty(plan.files),
    ...pendingProperty(null),
  };
  services.properties.write(ended);
  derived.remember(stored, plan);
  return ok({ values: { ...values, ...announced, ...ended }, added: added.length });
};

/** Segments of the same writers at the same places: what comes in may be there, or complete it. */
const overlapping = (
  refs: readonly SegmentRef[],
  entries: readonly Entry[],
): readonly SegmentRef[] => {
  const ranges = new Map<string, { from: number; to: number }>();
  for (const { header } of entries) {
    const { writer, sequence } = header;
    const range = ranges.get(writer) ?? { from: sequence, to: sequence };
    range.from = Math.min(range.from, sequence);
    range.to = Math.max(range.to, sequence);
    ranges.set(writer, range);
  }
  return refs.filter(({ writer, first, count }) => {
    const range = ranges.get(writer);
    return range !== undefined && first <= range.to && range.from <= first + count - 1;
  });
};

/**
 * The tick follows what came in. Where entries of our own writer came in that we have not, this Drive is an older copy of
 * itself: it goes on as a new writer, so as not to fork from the other.
 */
const writerAfter = ({ services, stored }: Session, added: readonly Entry[]): Meta => {
  const { meta } = stored;
  let { tick } = meta;
  let isOlderCopy = false;
  for (const { header } of added) {
    tick = Math.max(tick, header.tick);
    if (header.writer === meta.writer && header.sequence > meta.sequence) isOlderCopy = true;
  }
  if (!isOlderCopy) return { ...meta, tick };
  const [chance] = services.chance(1);
  const tip = emptyTip(meta.ledger, idOfChance("wri", chance ?? ""), tick);
  return { ...meta, ...tip, tail: null };
};
