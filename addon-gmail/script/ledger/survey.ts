import { accountOfStream } from "#shared/app/streams.ts";
import { idOfChance } from "#shared/kernel/ids.ts";
import { ok } from "#shared/kernel/result.ts";
import type { Result } from "#shared/kernel/result.ts";
import { emptyTip } from "#shared/ledger/append.ts";
import type { Entry } from "#shared/ledger/entry.ts";
import type { Segment } from "#shared/ledger/segment.ts";
import { damagedJournal, parseIndex, refOf, segmentOfBytes, tailRef } from "./journal.ts";
import type { GmailLedgerFault } from "./ledger.ts";
import type { Session } from "./session.ts";
import type { Meta, SegmentRef } from "./stored.ts";

/** What the whole journal says, read once. */
export type Survey = {
  /** Every segment but the tail of our own writer. */
  readonly refs: readonly SegmentRef[];
  readonly accounts: ReadonlySet<string>;
  /** Entries of the creditor's streams. */
  readonly creditor: readonly Entry[];
  /** Entries by account; null: too many to be held at once. */
  readonly held: ReadonlyMap<string, readonly Entry[]> | null;
  readonly entries: number;
  /** Files that are gone, where that is borne. */
  readonly missing: number;
  /** Where our own writer stands after it. */
  readonly tip: Pick<Meta, "writer" | "sequence" | "hash" | "tick" | "tail">;
};

/** `list`: files are found by listing too, and those that are gone are done without. */
export const surveyJournal = (
  session: Session,
  list: boolean,
  heldMax: number,
): Result<Survey, GmailLedgerFault> => {
  const { meta } = session.stored;
  const files = filesOfJournal(session, list);
  if (!files.ok) return files;
  const refs: SegmentRef[] = [];
  const accounts = new Set<string>();
  const creditor: Entry[] = [];
  const held = new Map<string, Entry[]>();
  let entries = 0;
  let { tick } = meta;
  let isTipHere = meta.sequence === 0;
  const own: { tail: SegmentRef | null } = { tail: null };
  const later: Entry[] = [];
  const seen = new Set<string>();
  const read = eachFile(session, files.value, list, (segment, id) => {
    // A writing that was cut between sealing its tail and emptying it leaves entries in two files.
    const fresh = segment.entries.filter(({ hash }) => !seen.has(hash));
    if (isOwnTail(meta, segment, id)) own.tail = refOf(segment, id);
    else if (fresh.length > 0) refs.push(refOf(segment, id));
    for (const entry of fresh) {
      seen.add(entry.hash);
      entries += 1;
      tick = Math.max(tick, entry.header.tick);
      if (entry.hash === meta.hash) isTipHere = true;
      if (entry.header.writer === meta.writer && entry.header.sequence > meta.sequence)
        later.push(entry);
      const account = accountOfStream(entry.header.stream);
      if (account === null) creditor.push(entry);
      else {
        accounts.add(account);
        if (entries <= heldMax) push(held, account, entry);
      }
    }
    if (entries > heldMax) held.clear();
  });
  if (!read.ok) return read;
  const survey = { accounts, creditor, entries, missing: read.value };
  const kept = entries > heldMax ? null : held;
  const end = isTipHere ? endOf(meta, later) : null;
  if (end !== null)
    return ok({
      ...survey,
      refs,
      held: kept,
      tip: { writer: meta.writer, ...end, tick, tail: tailAfter(own.tail, meta, end) },
    });
  // The end of our own log is gone: whoever went on from before it would fork from what others may have of it.
  const writer = idOfChance("wri", session.services.chance(1)[0] ?? "");
  const { sequence, hash } = emptyTip(meta.ledger, writer);
  return ok({
    ...survey,
    refs: own.tail === null ? refs : [...refs, own.tail],
    held: kept,
    tip: { writer, sequence, hash, tick, tail: null },
  });
};

/** The tail that the properties name, or the one of a first writing that they never came to name. */
const isOwnTail = ({ tail, writer }: Meta, segment: Segment, id: string): boolean =>
  tail === null ? segment.writer === writer && !segment.sealed : id === tail.id;

type End = Pick<Meta, "sequence" | "hash">;

/**
 * Where our own log ends: the journal may hold more than the properties know, where they lost what was begun. Null: what
 * follows is not all here, and nothing can be written after it.
 */
const endOf = ({ sequence, hash }: Meta, later: readonly Entry[]): End | null => {
  let end: End = { sequence, hash };
  for (const entry of [...later].sort((a, b) => a.header.sequence - b.header.sequence)) {
    const { header } = entry;
    if (header.sequence !== end.sequence + 1 || header.previous !== end.hash) return null;
    end = { sequence: header.sequence, hash: entry.hash };
  }
  return end;
};

/** A tail that does not end the log has been sealed, and is as good as empty. */
const tailAfter = (found: SegmentRef | null, { tail }: Meta, end: End): Meta["tail"] => {
  const id = found?.id ?? tail?.id;
  if (id === undefined) return null;
  return found !== null && found.last === end.hash
    ? { id, first: found.first, count: found.count }
    : { id, first: end.sequence + 1, count: 0 };
};

/** The files of the journal: those of the index and the tail, and all that a listing finds. */
export const filesOfJournal = (
  { stored, derived, drive }: Session,
  list: boolean,
): Result<readonly string[], GmailLedgerFault> => {
  const { meta } = stored;
  const ids = new Set<string>();
  const read = derived.read(stored, ["journal"]);
  if (!read.ok) return read;
  const refs = parseIndex(read.value.texts.get("journal") ?? null);
  for (const { id } of refs ?? []) ids.add(id);
  if (list || refs === null) {
    for (const kind of ["segment", "tail"] as const) {
      const found = drive.list("drive", kind);
      if (!found.ok) return found;
      for (const { id, marks } of found.value) if (marks["ledger"] === meta.ledger) ids.add(id);
    }
  }
  const tail = tailRef(meta);
  if (tail !== null) ids.add(tail.id);
  return ok([...ids]);
};

/** Files at a time: 300 kB each. */
const READ_FILES_MAX = 20;

export const eachFile = (
  { drive }: Session,
  ids: readonly string[],
  /** The person knows that some are gone, and goes on with what is left. */
  tolerates: boolean,
  take: (segment: Segment, id: string) => void,
): Result<number, GmailLedgerFault> => {
  let damaged = 0;
  for (let at = 0; at < ids.length; at += READ_FILES_MAX) {
    const some = ids.slice(at, at + READ_FILES_MAX);
    const read = drive.read(some);
    if (!read.ok) return read;
    for (const id of some) {
      const segment = segmentOfBytes(read.value.get(id) ?? null);
      if (segment === null) damaged += 1;
      else take(segment, id);
    }
  }
  return damaged === 0 || tolerates ? ok(damaged) : { ok: false, error: damagedJournal(damaged) };
};

export const push = (held: Map<string, Entry[]>, account: string, entry: Entry): void => {
  const entries = held.get(account);
  if (entries === undefined) held.set(account, [entry]);
  else entries.push(entry);
};
