import { ok } from "#shared/kernel/result.ts";
import type { Result } from "#shared/kernel/result.ts";
import type { Services } from "#gmail/script/google-port.ts";
import type { Drive, DriveWrite } from "./drive.ts";
import { idAt } from "./ids.ts";
import type { GmailLedgerFault } from "./ledger.ts";
import type { DerivedRef, Stored } from "./stored.ts";

/**
 * Files of the hidden folder: shards of accounts, the index of the journal, that of the vault, the list of today. All of it
 * can be worked out again from the journal, so that losing it costs time and never facts. The cache holds copies by
 * generation: what was written since is never taken for what is there now.
 */
export type Derived = {
  /** Texts by name, from this execution's memory, the cache, then Drive in one round; null: lost, or not what was written. */
  readonly read: (
    stored: Stored,
    names: readonly string[],
    /** Files of the journal to be read in the same round. */
    alongside?: readonly string[],
  ) => Result<DerivedRead, GmailLedgerFault>;
  /** How these texts are written. Names that are new take an id of `ids`. */
  readonly plan: (
    stored: Stored,
    texts: ReadonlyMap<string, string>,
    ids: readonly string[],
  ) => DerivedPlan;
  /** Puts into the cache what a plan wrote. */
  readonly remember: (stored: Stored, plan: DerivedPlan) => void;
};

export type DerivedRead = {
  readonly texts: ReadonlyMap<string, string | null>;
  readonly alongside: ReadonlyMap<string, Uint8Array | null>;
};

export type DerivedPlan = {
  readonly writes: readonly DriveWrite[];
  /** All hidden files, after. */
  readonly files: ReadonlyMap<string, DerivedRef>;
  readonly packs: ReadonlyMap<string, { readonly bytes: Uint8Array; readonly text: string }>;
};

/**
 * Names: `s0` … for shards, `q0` … for what searches look through, `b0` … for the vault's index, `journal`, `creditor`,
 * `today`, `sweep`.
 */
export const shardName = (shard: number): string => `s${String(shard)}`;

const CACHE_SECONDS = 21_600;
/** A cached value takes 100 kB. */
const CACHE_CHARS_MAX = 99_000;
/**
 * Beyond so many pieces a text is left to Drive: 3.4 MB, a debtor of some thousand invoices. How many there are is the
 * first character of the first, in base 36.
 */
const CACHE_PIECES_MAX = 35;
const PIECES_BASE = 36;

export const derivedOver = (services: Services, drive: Drive): Derived => {
  const held = new Map<string, string>();

  const cached = (keys: readonly string[]): ReadonlyMap<string, Uint8Array> => {
    const found = new Map<string, Uint8Array>();
    if (keys.length === 0) return found;
    const firsts = services.cache.read(keys);
    const more = keys.flatMap((key) => pieceKeys(key, piecesIn(firsts.get(key))));
    const rest = more.length === 0 ? new Map<string, string>() : services.cache.read(more);
    for (const key of keys) {
      const first = firsts.get(key);
      const pieces = pieceKeys(key, piecesIn(first)).map((one) => rest.get(one));
      if (first === undefined || pieces.includes(undefined)) continue;
      const bytes = services.bytesOfBase64(first.slice(1) + pieces.join(""));
      if (bytes !== null) found.set(key, bytes);
    }
    return found;
  };

  const cache = (packs: ReadonlyMap<string, Uint8Array>): void => {
    const values = new Map<string, string>();
    for (const [key, bytes] of packs) {
      const text = services.base64(bytes);
      const pieces = Math.ceil(text.length / CACHE_CHARS_MAX);
      if (pieces > CACHE_PIECES_MAX) continue;
      for (let at = 0; at < pieces; at += 1) {
        const piece = text.slice(at * CACHE_CHARS_MAX, (at + 1) * CACHE_CHARS_MAX);
        values.set(
          at === 0 ? key : `${key}.${String(at)}`,
          at === 0 ? `${pieces.toString(PIECES_BASE)}${piece}` : piece,
        );
      }
    }
    if (values.size > 0) services.cache.write(values, CACHE_SECONDS);
  };

  return {
    read: (stored, names, alongside = []) => {
      const texts = new Map<string, string | null>();
      const missing = new Map<string, { readonly name: string; readonly id: string }>();
      for (const name of new Set(names)) {
        const ref = stored.files.get(name);
        if (ref === undefined) continue;
        const key = keyOf(stored, name, ref);
        const text = held.get(key);
        if (text === undefined) missing.set(key, { name, id: ref.id });
        else texts.set(name, text);
      }
      for (const [key, bytes] of cached([...missing.keys()])) {
        const { name } = missing.get(key) as { readonly name: string };
        const text = textOfPack(services, bytes, name);
        if (text === null) continue;
        held.set(key, text);
        texts.set(name, text);
        missing.delete(key);
      }
      const ids = [...[...missing.values()].map(({ id }) => id), ...alongside];
      if (ids.length === 0) return ok({ texts, alongside: new Map() });
      const read = drive.read(ids);
      if (!read.ok) return read;
      const fresh = new Map<string, Uint8Array>();
      for (const [key, { name, id }] of missing) {
        const bytes = read.value.get(id) ?? null;
        const text = bytes === null ? null : textOfPack(services, bytes, name);
        texts.set(name, text);
        if (bytes === null || text === null) continue;
        held.set(key, text);
        fresh.set(key, bytes);
      }
      cache(fresh);
      return ok({
        texts,
        alongside: new Map(alongside.map((id) => [id, read.value.get(id) ?? null])),
      });
    },
    plan: (stored, texts, ids) => {
      const generation = stored.meta.generation + 1;
      const files = new Map(stored.files);
      const packs = new Map<string, { readonly bytes: Uint8Array; readonly text: string }>();
      const writes: DriveWrite[] = [];
      let taken = 0;
      for (const [name, text] of texts) {
        const bytes = services.gzip(`${name}\n${text}`);
        const known = stored.files.get(name);
        const id = known?.id ?? idAt(ids, taken++);
        files.set(name, { id, generation });
        packs.set(name, { bytes, text });
        if (known === undefined) {
          const { ledger } = stored.meta;
          writes.push({
            how: "create",
            file: {
              id,
              name: `${name}.gz`,
              parent: "appDataFolder",
              type: "application/gzip",
              kind: "derived",
              marks: { ledger },
              bytes,
            },
          });
        } else writes.push({ how: "replace", id, bytes });
      }
      return { writes, files, packs };
    },
    remember: (stored, { files, packs }) => {
      const fresh = new Map<string, Uint8Array>();
      for (const [name, { bytes, text }] of packs) {
        const ref = files.get(name);
        if (ref === undefined) continue;
        const key = keyOf(stored, name, ref);
        held.set(key, text);
        fresh.set(key, bytes);
      }
      cache(fresh);
    },
  };
};

const keyOf = ({ meta }: Stored, name: string, { generation }: DerivedRef): string =>
  `ledger.${meta.ledger}.${meta.writer}.${name}.${String(generation)}`;

const piecesIn = (first: string | undefined): number =>
  Number.parseInt(first?.charAt(0) ?? "1", PIECES_BASE);

const pieceKeys = (key: string, pieces: number): readonly string[] => {
  const keys: string[] = [];
  for (let at = 1; at < pieces; at += 1) keys.push(`${key}.${String(at)}`);
  return keys;
};

const textOfPack = ({ gunzip }: Services, bytes: Uint8Array, name: string): string | null => {
  let text: string;
  try {
    text = gunzip(bytes);
  } catch {
    // Bytes that are no gzip, whatever Google says of them: what they held is worked out again.
    return null;
  }
  return text.startsWith(`${name}\n`) ? text.slice(name.length + 1) : null;
};
