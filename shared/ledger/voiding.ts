import type { Json, JsonObject } from "./canonical.ts";
import type { Entry } from "./entry.ts";
import { compareEntries } from "./order.ts";

/**
 * The two event types of the log itself.
 *
 * `entry-voided`, 1: `{ entries: hash[], batch?: id, accounts?: id[], reason?: text }`: what it names counts as never
 * said; a batch wherever it has entries, `accounts` only say where, and none that there are too many to name. It is how every act is undone; an import is voided by its batch. Voiding a void brings back what it took away.
 *
 * `payload-erased`, 1: `{ entries: hash[], reason: text }`: the law asked for the words to go; headers stay. It cannot
 * be undone, and reaches every entry but these two types: without its payload a void would bring back what it voided,
 * and an erasure would give back, at the next merge, what it erased.
 */
export const ENTRY_VOIDED = "entry-voided";
export const PAYLOAD_ERASED = "payload-erased";
export const LOG_EVENTS_VERSION = 1;

/** What no longer counts, each with the last entry that voids it: a void reaches what stands before it, nothing after. */
export type Voids = {
  readonly entries: ReadonlyMap<string, Entry>;
  readonly batches: ReadonlyMap<string, Entry>;
};

export const NO_VOIDS: Voids = { entries: new Map(), batches: new Map() };

/**
 * Which entries no longer count. A void only reaches entries before it in the total order, so that two voids can never
 * cancel each other in a circle; read from the last to the first, each void is known to stand or not before it acts. A
 * void made within a batch is undone with that batch.
 */
export const voidsOf = (entries: readonly Entry[]): Voids => {
  const voiding = entries
    .filter((entry) => isReadable(entry, ENTRY_VOIDED))
    .sort((a, b) => compareEntries(b, a));
  if (voiding.length === 0) return NO_VOIDS;
  const byHash = new Map<string, Entry>();
  const byBatch = new Map<string, Entry>();
  const voids: Voids = { entries: byHash, batches: byBatch };
  for (const entry of voiding) {
    if (isVoided(entry, voids)) continue;
    const data = dataOf(entry);
    for (const hash of texts(data["entries"])) if (!byHash.has(hash)) byHash.set(hash, entry);
    const batch = data["batch"];
    if (typeof batch === "string" && !byBatch.has(batch)) byBatch.set(batch, entry);
  }
  return voids;
};

export const isVoided = (entry: Entry, voids: Voids): boolean => {
  const byHash = voids.entries.get(entry.hash);
  if (byHash !== undefined && compareEntries(entry, byHash) < 0) return true;
  const batch = entry.body.kind === "kept" ? entry.body.payload.batch : undefined;
  const byBatch = batch === undefined ? undefined : voids.batches.get(batch);
  return byBatch !== undefined && compareEntries(entry, byBatch) < 0;
};

/** Hashes whose payload an entry `payload-erased` names, with the reason (the first one's, where several name it). */
export const erasedBy = (entries: readonly Entry[]): ReadonlyMap<string, string> => {
  const erasing = entries.filter((entry) => isReadable(entry, PAYLOAD_ERASED)).sort(compareEntries);
  const reasons = new Map<string, string>();
  if (erasing.length === 0) return reasons;
  for (const entry of erasing) {
    const { entries: named, reason } = dataOf(entry);
    for (const hash of texts(named)) {
      if (!reasons.has(hash)) reasons.set(hash, typeof reason === "string" ? reason : "");
    }
  }
  for (const { hash, header } of entries) if (isOfTheLog(header.type)) reasons.delete(hash);
  return reasons;
};

/** Whether an event type is the log's own; such an entry is never erased. */
export const isOfTheLog = (type: string): boolean =>
  type === ENTRY_VOIDED || type === PAYLOAD_ERASED;

/** A newer version may mean something else by the same words: it is passed on and not acted upon. */
const isReadable = ({ body, header }: Entry, type: string): boolean =>
  header.type === type && header.version <= LOG_EVENTS_VERSION && body.kind === "kept";

const dataOf = ({ body }: Entry): JsonObject => (body.kind === "kept" ? body.payload.data : {});

const texts = (value: Json | undefined): readonly string[] =>
  Array.isArray(value)
    ? (value as readonly Json[]).filter((item): item is string => typeof item === "string")
    : [];
