import { ok } from "#shared/kernel/result.ts";
import type { Result } from "#shared/kernel/result.ts";
import type { Entry } from "#shared/ledger/entry.ts";
import { textOfSegment } from "#shared/ledger/segment.ts";
import type { Segment } from "#shared/ledger/segment.ts";
import { ENTRY_VOIDED } from "#shared/ledger/voiding.ts";
import type { DriveWrite } from "./drive.ts";
import { refOf, segmentOfBytes, tailRef, tailWrite } from "./journal.ts";
import type { GmailLedgerFault } from "./ledger.ts";
import { readShards } from "./load.ts";
import type { Lost } from "./load.ts";
import { planFold } from "./plan.ts";
import type { FoldPlan } from "./plan.ts";
import type { Session } from "./session.ts";
import { creditorTextIn, metaProperty, pendingProperty, rebuildFrom } from "./stored.ts";
import type { Meta, Pending, Values } from "./stored.ts";
import { looseFrom } from "./sweep.ts";
import { takeIds } from "./ids.ts";
import { endsAt, finishing, newNames, present } from "./write.ts";

/**
 * Ends what an execution that was cut had begun. Only under the lock: whoever holds it knows that nobody is still at it.
 * Answers the properties after.
 */
export const settle = (session: Session, pending: Pending): Result<Values, GmailLedgerFault> => {
  const { drive, services, stored, values } = session;
  const { meta } = stored;
  const { to } = pending;
  const committed = committedOf(session, pending);
  if (!committed.ok) return committed;
  const found = committed.value;
  if (found === null && to !== null) {
    // A part of a first import without the rest of it is nobody's: it never was.
    const undone = drive.write(pending.sealed.map((id) => ({ how: "delete" as const, id })));
    if (!undone.ok) return undone;
  }
  const after: Meta =
    found === null || to === null
      ? pending.blobs.length > 0
        ? looseFrom(meta, services.now())
        : meta
      : {
          ...meta,
          ...to,
          tail: pending.tail,
          entries: meta.entries + (to.sequence - meta.sequence),
        };
  if (found === null && to !== null && pending.blobs.length === 0) {
    const ended = pendingProperty(null);
    services.properties.write(ended);
    return ok({ ...values, ...ended });
  }
  const planned = to === null ? null : planAgain(session, pending, found);
  if (planned === null || !planned.ok) {
    if (planned !== null && planned.error.type !== "lost")
      return { ok: false, error: planned.error };
    const ended = { ...metaProperty(rebuildFrom(after, true)), ...pendingProperty(null) };
    services.properties.write(ended);
    return ok({ ...values, ...ended });
  }
  const ids = takeIds(drive, stored.ids, {
    drive: 0,
    appDataFolder: newNames(stored, planned.value).length,
  });
  if (!ids.ok) return ids;
  const done = finishing(session, after, planned.value, ids.value).write(
    found === null ? [] : emptiedTail(meta, pending),
  );
  return done.ok ? ok({ ...values, ...done.value }) : done;
};

/** Whether the journal has what was to be written; of entries of others there is no telling, and no need. */
export const isCommitted = (
  session: Session,
  pending: Pending,
): Result<boolean, GmailLedgerFault> => {
  const found = committedOf(session, pending);
  return found.ok ? ok(found.value !== null) : found;
};

/** What the journal holds, folded in once more: some of it may have been written already. */
const planAgain = (
  session: Session,
  pending: Pending,
  found: readonly Found[] | null,
): Result<FoldPlan, GmailLedgerFault | Lost> => {
  const { drive, services, stored, values } = session;
  const { meta } = stored;
  // Bytes that were kept are kept, whether or not an entry came to name them.
  const kept = drive.exist(pending.blobs.map(([, id]) => id));
  if (!kept.ok) return kept;
  const entries: Entry[] = [];
  for (const { segment } of found ?? [])
    for (const entry of segment.entries)
      if (entry.header.writer === meta.writer && entry.header.sequence > meta.sequence)
        entries.push(entry);
  // An undone import touches accounts anywhere, and a creditor that lies in Drive may know of it already.
  const isUnclear =
    entries.some(({ header }) => header.type === ENTRY_VOIDED) &&
    creditorTextIn(services, values) === null;
  if (isUnclear) return { ok: false, error: { type: "lost" } };
  const first = readShards(session, [], true);
  if (!first.ok) return first;
  const refs = (found ?? []).map(({ segment, id }) => refOf(segment, id));
  return planFold(
    session,
    { creditor: first.value.creditor, shards: new Map(), rows: new Map() },
    {
      entries,
      sealed: refs.filter(({ id }) => pending.sealed.includes(id)),
      blobs: pending.blobs.filter(([, id]) => kept.value.has(id)),
      threads: pending.threads,
      readable: found === null ? present(tailRef(meta)) : refs,
      again: true,
    },
  );
};

type Found = { readonly segment: Segment; readonly id: string };

/** The files of the journal that hold what was to be written; null where it did not get that far. */
const committedOf = (
  { drive }: Session,
  { to, tail, sealed }: Pending,
): Result<readonly Found[] | null, GmailLedgerFault> => {
  if (to === null) return ok(null);
  const ids = sealed.length > 0 ? sealed : tail === null ? [] : [tail.id];
  const read = drive.read(ids);
  if (!read.ok) return read;
  const found: Found[] = [];
  for (const id of ids) {
    const segment = segmentOfBytes(read.value.get(id) ?? null);
    if (segment !== null) found.push({ segment, id });
  }
  const isWhole =
    found.length === ids.length && found.some(({ segment }) => endsAt(segment, to.hash));
  return ok(isWhole ? found : null);
};

/** What was sealed leaves the tail. */
const emptiedTail = (meta: Meta, { tail, sealed }: Pending): readonly DriveWrite[] => {
  if (tail === null || sealed.length === 0) return [];
  const { ledger, writer } = meta;
  const empty: Segment = { ledger, writer, first: tail.first, sealed: false, entries: [] };
  return [tailWrite(meta, textOfSegment(empty), tail.id)];
};
