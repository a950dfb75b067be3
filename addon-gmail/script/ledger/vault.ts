import { err, ok } from "#shared/kernel/result.ts";
import type { Result } from "#shared/kernel/result.ts";
import { NO_LEDGER } from "./keeper.ts";
import type { Keeper } from "./keeper.ts";
import type { GmailLedgerFault, GmailVault } from "./ledger.ts";
import type { Lost } from "./load.ts";
import type { Session } from "./session.ts";
import {
  filesProperty,
  idsProperty,
  metaProperty,
  pendingProperty,
  rebuildFrom,
} from "./stored.ts";
import type { Values } from "./stored.ts";
import { looseFrom } from "./sweep.ts";
import { parseVault, vaultName, vaultNames, withBlobs } from "./vault-index.ts";
import { idAt, takeIds } from "./ids.ts";
import { fileOfBlob } from "./write.ts";

/** Bytes of evidence in the visible folder, each file named by its hash. */
export const openVault = (keeper: Keeper): GmailVault => ({
  get: (names) => {
    const read = keeper.reading(false, (session) => {
      const ids = idsOf(session, names);
      if (!ids.ok) return ids;
      const files = session.drive.read([...new Set(ids.value.values())]);
      if (!files.ok) return files;
      const bytes = new Map<string, Uint8Array | null>();
      for (const name of names) {
        const id = ids.value.get(name);
        bytes.set(name, id === undefined ? null : (files.value.get(id) ?? null));
      }
      return ok(bytes);
    });
    return read.ok ? ok(read.value ?? new Map()) : read;
  },
  names: () => {
    const read = keeper.reading(false, (session) => {
      const texts = indexOf(session, vaultNames(session.stored.files.keys()));
      if (!texts.ok) return texts;
      return ok([...texts.value.values()].flatMap((text) => [...parseVault(text).keys()]).sort());
    });
    return read.ok ? ok(read.value ?? []) : read;
  },
  keep: (blobs) =>
    keeper.underLock(() => {
      const kept = keeper.reading(true, (session) => keepBlobs(session, blobs));
      // Whatever was written of it, and nothing but a crash leaves it half done.
      keeper.hold(kept.ok ? kept.value : null);
      if (!kept.ok) return kept;
      return kept.value === null ? err(NO_LEDGER) : ok(null);
    }),
});

const indexOf = (
  { derived, stored }: Session,
  names: readonly string[],
): Result<ReadonlyMap<string, string | null>, GmailLedgerFault | Lost> => {
  const read = derived.read(stored, names);
  if (!read.ok) return read;
  const { texts } = read.value;
  return [...texts.values()].includes(null) ? err({ type: "lost" }) : ok(texts);
};

const idsOf = (
  session: Session,
  names: readonly string[],
): Result<ReadonlyMap<string, string>, GmailLedgerFault | Lost> => {
  const read = indexOf(session, [...new Set(names.map(vaultName))]);
  if (!read.ok) return read;
  const ids = new Map<string, string>();
  for (const name of names) {
    const id = parseVault(read.value.get(vaultName(name)) ?? null).get(name);
    if (id !== undefined) ids.set(name, id);
  }
  return ok(ids);
};

/** Only under the lock, with nothing pending. */
const keepBlobs = (
  session: Session,
  blobs: ReadonlyMap<string, Uint8Array>,
): Result<Values, GmailLedgerFault | Lost> => {
  const { services, derived, drive, stored, values } = session;
  const { meta } = stored;
  for (const [sha256, bytes] of blobs)
    if (services.sha256(bytes) !== sha256) return err({ type: "bytes-missing", sha256 });
  const known = idsOf(session, [...blobs.keys()]);
  if (!known.ok) return known;
  const fresh = [...blobs].filter(
    ([sha256]) => !known.value.has(sha256) || stored.going.has(sha256),
  );
  if (fresh.length === 0) return ok(values);
  const visible = takeIds(drive, stored.ids, { drive: fresh.length, appDataFolder: 0 });
  if (!visible.ok) return visible;
  const named = fresh.map(
    ([sha256, bytes], at) => [sha256, idAt(visible.value.taken.drive, at), bytes] as const,
  );
  const pairs = named.map(([sha256, id]) => [sha256, id] as const);
  const read = derived.read(stored, [...new Set(pairs.map(([sha256]) => vaultName(sha256)))]);
  if (!read.ok) return read;
  const texts = withBlobs(read.value.texts, pairs);
  const hidden = takeIds(drive, visible.value.left, {
    drive: 0,
    appDataFolder: [...texts.keys()].filter((name) => !stored.files.has(name)).length,
  });
  if (!hidden.ok) return hidden;
  const announced: Values = {
    ...idsProperty(hidden.value.left),
    ...pendingProperty({
      to: { sequence: meta.sequence, hash: meta.hash, tick: meta.tick },
      tail: null,
      sealed: [],
      blobs: pairs.map(([sha256, id]) => [sha256, id]),
      threads: [],
    }),
  };
  services.properties.write(announced);
  const plan = derived.plan(stored, texts, hidden.value.taken.appDataFolder);
  const made = drive.write(
    named.map(([sha256, id, bytes]) => ({
      how: "create" as const,
      file: fileOfBlob(meta, sha256, id, bytes),
    })),
  );
  if (!made.ok) return made;
  const indexed = drive.write(plan.writes);
  if (!indexed.ok) return indexed;
  // The entries that name them may come yet, or never.
  const after = looseFrom({ ...meta, generation: meta.generation + 1 }, services.now());
  const ended: Values = {
    ...metaProperty(indexed.value.size === 0 ? after : rebuildFrom(after, true)),
    ...filesProperty(plan.files),
    ...pendingProperty(null),
  };
  services.properties.write(ended);
  derived.remember(stored, plan);
  return ok({ ...values, ...announced, ...ended });
};
