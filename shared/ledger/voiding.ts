import type { Json } from "./canonical.ts";
import type { Entry } from "./entry.ts";
import { compareEntries } from "./order.ts";

/**
 * The two event types of the log itself.
 *
 * `entry-voided`, 1: `{ entries: hash[], batch?: id, accounts?: id[], reason?: text }`: what it names counts as never
 * said. It is how every act is undone; an import is voided by its batch. Voiding a void brings back what it took away.
 *
 * `payload-erased`, 1: `{ entries: hash[], reason: text }`: the law asked for the words to go; headers stay.
 */
export const ENTRY_VOIDED = "entry-voided";
export const PAYLOAD_ERASED = "payload-erased";
export const LOG_EVENTS_VERSION = 1;

export type Voids = {
  /** Hashes of the entries that no longer count. */
  readonly entries: ReadonlySet<string>;
  readonly batches: ReadonlySet<string>;
};

export const NO_VOIDS: Voids = { entries: new Set(), batches: new Set() };

/**
 * Which entries no longer count. A void only reaches entries before it in the total order, so that two voids can never
 * cancel each other in a circle; read from the last to the first, each void is known to stand or not before it acts.
 */
export const voidsOf = (entries: readonly Entry[]): Voids => {
  const voiding = entries
    .filter((entry) => entry.header.type === ENTRY_VOIDED && entry.body.kind === "kept")
    .sort((a, b) => compareEntries(b, a));
  if (voiding.length === 0) return NO_VOIDS;
  const tickByHash = new Map(entries.map((entry) => [entry.hash, entry]));
  const voided = new Set<string>();
  const batches = new Set<string>();
  for (const entry of voiding) {
    if (voided.has(entry.hash) || entry.body.kind !== "kept") continue;
    const { data } = entry.body.payload;
    for (const hash of texts(data["entries"])) {
      const target = tickByHash.get(hash);
      if (target === undefined || compareEntries(target, entry) < 0) voided.add(hash);
    }
    const batch = data["batch"];
    if (typeof batch === "string") batches.add(batch);
  }
  return { entries: voided, batches };
};

export const isVoided = (entry: Entry, voids: Voids): boolean => {
  if (voids.entries.has(entry.hash)) return true;
  const batch = entry.body.kind === "kept" ? entry.body.payload.batch : undefined;
  return batch !== undefined && voids.batches.has(batch) && entry.header.type !== ENTRY_VOIDED;
};

/** Hashes whose payload an entry `payload-erased` names, with the reason. */
export const erasedBy = (entries: readonly Entry[]): ReadonlyMap<string, string> => {
  const reasons = new Map<string, string>();
  for (const { header, body } of entries) {
    if (header.type !== PAYLOAD_ERASED || body.kind !== "kept") continue;
    const reason = body.payload.data["reason"];
    for (const hash of texts(body.payload.data["entries"])) {
      reasons.set(hash, typeof reason === "string" ? reason : "");
    }
  }
  return reasons;
};

const texts = (value: Json | undefined): readonly string[] =>
  Array.isArray(value)
    ? (value as readonly Json[]).filter((item): item is string => typeof item === "string")
    : [];
