import * as z from "zod/mini";
import { ok } from "#shared/kernel/result.ts";
import type { Result } from "#shared/kernel/result.ts";
import { parseJson } from "#shared/ledger/canonical.ts";
import type { Segment } from "#shared/ledger/segment.ts";
import type { DerivedPlan } from "./derived.ts";
import { takeIds } from "./ids.ts";
import { eachSegment, tailRef } from "./journal.ts";
import type { GmailLedgerFault } from "./ledger.ts";
import type { Lost } from "./load.ts";
import { readIndex } from "./plan.ts";
import type { Session } from "./session.ts";
import { filesProperty, goingProperty, idsProperty, metaProperty, sweptFrom } from "./stored.ts";
import type { Meta, SegmentRef, Values } from "./stored.ts";
import { parseVault, textOfVault, vaultName, vaultNames } from "./vault-index.ts";

z.config({ jitless: true });

/**
 * Takes bytes out of the vault that no entry names: of an act that was cut before its entry, of a restoring that was given
 * up, of words that the law took away. Deleted for good, since what Drive's bin holds is still held; whose words were to go
 * is not helped by thirty more days of them, and the mail itself is where it was, in the mailbox.
 *
 * The whole journal is asked, a few segments at a time, so that no list of what is named has to be kept true for years; how
 * far that has come lies in a hidden file. What is to go is first written into the properties: from then on those bytes
 * count as not kept, so that whoever files them again keeps them anew, wherever the deleting is cut.
 */

/** Bytes without an entry may be of an act that still goes on, as every store has it. */
const LOOSE_MS = 7 * 86_400_000;
/** A journal of which a file is gone says nothing for certain: it is asked again the day after. */
const ASKED_AGAIN_MS = 86_400_000;
/** Segments asked between two looks at the clock: one round of Drive. */
const SEGMENTS_ASKED = 20;
/** Files that go at a time: their names and ids lie in the properties meanwhile. */
const GOING_MAX = 200;
/** Words were taken away: at once, and once more where the journal is being asked already. */
const AT_ONCE = 0;
/** What is being asked goes on with the next that has time. */
const GOING_ON = 1;

/** Nothing is loose yet that was kept at `now`. */
export const looseFrom = (meta: Meta, now: number): Meta => sweptFrom(meta, now + LOOSE_MS);

export const wordlessIn = (meta: Meta): Meta => sweptFrom(meta, AT_ONCE);

const SWEEP = z.object({
  /** Names that no entry was found to say so far, of all that the vault holds. */
  sought: z.array(z.string()),
  /** Those of them that an entry without words says: they need not wait. */
  wordless: z.array(z.string()),
  /** Sealed segments of the index that were asked. */
  asked: z.int().check(z.nonnegative()),
});
type Sweep = Readonly<z.infer<typeof SWEEP>>;

const NAME = "sweep";

export const isSweepDue = ({ sweepAt }: Meta, now: number): boolean =>
  sweepAt !== null && sweepAt <= now;

/** Goes on with it until it is done or the time is over. Only under the lock, with nothing pending. */
export const sweepStep = (
  session: Session,
  until: number,
): Result<Values, GmailLedgerFault | Lost> => {
  const { stored, services } = session;
  if (stored.going.size > 0) return deleted(session);
  const begun = sweepIn(session);
  if (!begun.ok) return begun;
  const sought = begun.value === null ? namesIn(session) : ok(begun.value);
  if (!sought.ok) return sought;
  const asked = askJournal(session, sought.value, until);
  if (!asked.ok) {
    if (asked.error.type !== "journal-damaged") return asked;
    return kept(session, null, { ...stored.meta, sweepAt: services.now() + ASKED_AGAIN_MS });
  }
  return asked.value.isDone
    ? decided(session, asked.value.sweep, begun.value === null ? null : again(session))
    : kept(session, asked.value.sweep, { ...stored.meta, sweepAt: GOING_ON });
};

/** What others kept or took away, while several executions were at it, may have been missed. */
const again = ({ services, stored }: Session): number =>
  stored.meta.sweepAt === AT_ONCE ? AT_ONCE : services.now() + LOOSE_MS;

const sweepIn = ({ derived, stored }: Session): Result<Sweep | null, GmailLedgerFault | Lost> => {
  const read = derived.read(stored, [NAME]);
  if (!read.ok) return read;
  const parsed = SWEEP.safeParse(parseJson(read.value.texts.get(NAME) ?? ""));
  return ok(parsed.success ? parsed.data : null);
};

const vaultIn = (
  { derived, stored }: Session,
  names: readonly string[],
): Result<ReadonlyMap<string, ReadonlyMap<string, string>>, GmailLedgerFault | Lost> => {
  const read = derived.read(stored, names);
  if (!read.ok) return read;
  const files = new Map<string, ReadonlyMap<string, string>>();
  for (const [name, text] of read.value.texts) {
    if (text === null) return { ok: false, error: { type: "lost" } };
    files.set(name, parseVault(text));
  }
  return ok(files);
};

const namesIn = (session: Session): Result<Sweep, GmailLedgerFault | Lost> => {
  const vault = vaultIn(session, vaultNames(session.stored.files.keys()));
  if (!vault.ok) return vault;
  const sought = [...vault.value.values()].flatMap((files) => [...files.keys()]);
  return ok({ sought, wordless: [], asked: 0 });
};

/** The tail is asked last, in the same execution that decides: what was written since the beginning lies there or before it. */
const askJournal = (
  session: Session,
  { sought, wordless, asked }: Sweep,
  until: number,
): Result<{ readonly sweep: Sweep; readonly isDone: boolean }, GmailLedgerFault | Lost> => {
  const index = readIndex(session)();
  if (!index.ok) return index;
  const left = new Set(sought);
  const saidWithout = new Set(wordless);
  let at = asked;
  const ask = (refs: readonly SegmentRef[]): Result<null, GmailLedgerFault> =>
    eachSegment(session.drive, refs, (segment) => {
      tellOf(segment, left, saidWithout);
    });
  const sofar = (): Sweep => ({
    sought: [...left],
    wordless: [...saidWithout].filter((one) => left.has(one)),
    asked: at,
  });
  while (at < index.value.length) {
    if (session.services.now() >= until) return ok({ sweep: sofar(), isDone: false });
    const some = index.value.slice(at, at + SEGMENTS_ASKED);
    const done = ask(some);
    if (!done.ok) return done;
    at += some.length;
  }
  const tail = tailRef(session.stored.meta);
  const done = tail === null ? ok(null) : ask([tail]);
  return done.ok ? ok({ sweep: sofar(), isDone: true }) : done;
};

const tellOf = ({ entries }: Segment, left: Set<string>, wordless: Set<string>): void => {
  for (const { body, header } of entries)
    for (const { sha256 } of header.blobs)
      if (body.kind === "erased") wordless.add(sha256);
      else left.delete(sha256);
};

/** No entry names them: those that are old enough, or whose words were to go, are said to go. */
const decided = (
  session: Session,
  sweep: Sweep,
  later: number | null,
): Result<Values, GmailLedgerFault | Lost> => {
  const { services, drive, stored, values } = session;
  const { meta } = stored;
  const vault = vaultIn(session, [...new Set(sweep.sought.map(vaultName))]);
  if (!vault.ok) return vault;
  const ids = new Map<string, string>();
  for (const sha256 of sweep.sought) {
    const id = vault.value.get(vaultName(sha256))?.get(sha256);
    if (id !== undefined) ids.set(sha256, id);
  }
  const times = drive.createdAt([...ids.values()]);
  if (!times.ok) return times;
  const now = services.now();
  const wordless = new Set(sweep.wordless);
  const going = new Map<string, string>();
  let next = later;
  for (const [sha256, id] of ids) {
    const from = (times.value.get(id) ?? 0) + LOOSE_MS;
    if (!wordless.has(sha256) && from > now) next = Math.min(next ?? from, from);
    else if (going.size < GOING_MAX) going.set(sha256, id);
    else next = GOING_ON;
  }
  if (going.size === 0) return kept(session, null, { ...meta, sweepAt: next });
  const said: Values = {
    ...goingProperty(going),
    ...metaProperty({ ...meta, sweepAt: GOING_ON, generation: meta.generation + 1 }),
  };
  services.properties.write(said);
  const after = { ...meta, sweepAt: next, generation: meta.generation + 1 };
  return deleted({
    ...session,
    values: { ...values, ...said },
    stored: { ...stored, meta: after, going },
  });
};

/** Out of the index, then out of Drive, and only then no longer said to go. */
const deleted = (session: Session): Result<Values, GmailLedgerFault | Lost> => {
  const { drive, stored } = session;
  const gone = new Set(stored.going.values());
  const vault = vaultIn(session, [...new Set([...stored.going.keys()].map(vaultName))]);
  if (!vault.ok) return vault;
  const texts = new Map<string, string>();
  for (const [name, files] of vault.value)
    texts.set(name, textOfVault(new Map([...files].filter(([, id]) => !gone.has(id)))));
  if (stored.files.has(NAME)) texts.set(NAME, "");
  // Where this was cut, what is still to be looked for is not known: it is looked for again.
  return written(session, texts, stored.meta, () =>
    drive.write([...gone].map((id) => ({ how: "delete" as const, id }))),
  );
};

const kept = (
  session: Session,
  sweep: Sweep | null,
  meta: Meta,
): Result<Values, GmailLedgerFault | Lost> => {
  const isAbsent = sweep === null && !session.stored.files.has(NAME);
  const text = sweep === null ? "" : JSON.stringify(sweep);
  return written(session, isAbsent ? new Map() : new Map([[NAME, text]]), meta, () => ok(null));
};

const written = (
  { services, derived, drive, stored, values }: Session,
  texts: ReadonlyMap<string, string>,
  meta: Meta,
  then: () => Result<unknown, GmailLedgerFault>,
): Result<Values, GmailLedgerFault | Lost> => {
  const needed = [...texts.keys()].filter((name) => !stored.files.has(name)).length;
  const ids = takeIds(drive, stored.ids, { drive: 0, appDataFolder: needed });
  if (!ids.ok) return ids;
  const plan: DerivedPlan = derived.plan(stored, texts, ids.value.taken.appDataFolder);
  const done = drive.write(plan.writes);
  if (!done.ok) return done;
  if (done.value.size > 0) return { ok: false, error: { type: "lost" } };
  const more = then();
  if (!more.ok) return more;
  const ended: Values = {
    ...metaProperty({ ...meta, generation: stored.meta.generation + 1 }),
    ...filesProperty(plan.files),
    ...idsProperty(ids.value.left),
    ...goingProperty(new Map()),
  };
  services.properties.write(ended);
  derived.remember(stored, plan);
  return ok({ ...values, ...ended });
};
