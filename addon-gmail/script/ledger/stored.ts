import * as z from "zod/mini";
import { err, ok } from "#shared/kernel/result.ts";
import type { Result } from "#shared/kernel/result.ts";
import type { Tip } from "#shared/ledger/append.ts";
import { canonicalText, cleanJson, parseJson } from "#shared/ledger/canonical.ts";
import type { Witness } from "#shared/ledger/heads.ts";
import type { Services } from "#gmail/script/google-port.ts";
import { isBitText } from "./bit-text.ts";
import { EMPTY_KEY_TABLE } from "./key-table.ts";
import type { KeyTable } from "./key-table.ts";
import { packed, piecesOf, textOfPieces, unpacked } from "./pieces.ts";

z.config({ jitless: true });

/**
 * What lies in the user's properties. It says where the ledger stands and which files hold it; lost, all of it is found
 * again from the files (recover.ts). Names of properties begin with `ledger.`.
 */
export type Stored = {
  readonly meta: Meta;
  /** Work begun by an execution that may have been cut; empty when nothing is. */
  readonly pending: Pending | null;
  /** Files in the hidden folder, by what they hold. */
  readonly files: ReadonlyMap<string, DerivedRef>;
  readonly ids: IdPool;
  /** Bytes of the vault that are being deleted, by SHA-256, with their files: they count as not kept. */
  readonly going: ReadonlyMap<string, string>;
};

const zText = z.string();
const zCount = z.int().check(z.nonnegative());
const zIdPool = z.object({ drive: z.array(zText), appDataFolder: z.array(zText) });
/** Ids that files may be made under, ready for the next writing. */
export type IdPool = {
  readonly drive: readonly string[];
  readonly appDataFolder: readonly string[];
};

const zSegmentRef = z.object({
  id: zText,
  writer: zText,
  first: zCount,
  count: zCount,
  /** Hash of its last entry. */
  last: zText,
});
export type SegmentRef = Readonly<z.infer<typeof zSegmentRef>>;
export const SEGMENT_REFS = z.array(zSegmentRef);

const META_VERSION = 1;
const META = z.object({
  v: z.literal(META_VERSION),
  ledger: zText,
  writer: zText,
  sequence: zCount,
  hash: zText,
  tick: zCount,
  /** Rises with every change of anything that is kept here: what was worked out on an older one is worked out again. */
  generation: zCount,
  folders: z.object({ root: zText, journal: zText, vault: zText }),
  /** The one file of the journal that is written again, with its first entry and how many it has. */
  tail: z.nullable(z.object({ id: zText, first: zCount, count: zCount })),
  entries: zCount,
  accounts: zCount,
  /** In how many shards the accounts lie. */
  shards: zCount,
  /** Buckets of the key table, to the power of two. */
  keyBits: zCount,
  /** Keys that no longer fitted: the next fold drops the oldest messages. */
  keysLeftOut: zCount,
  /** The code that folded what lies in the hidden folder. */
  build: zText,
  /** What is worked out again from the journal goes on here; null: nothing is. */
  rebuild: z.nullable(
    z.object({
      step: zCount,
      steps: zCount,
      /** The files are found by listing: the index of the journal may lack some. */
      list: z.boolean(),
    }),
  ),
  /** Files of the journal that were gone when the person chose to go on without them. */
  missing: zCount,
  /** Messages of earlier days are not in the key table, for want of room; null: all are. */
  messagesFrom: z.nullable(zText),
  /** From when the vault is looked through for bytes that no entry names (milliseconds since 1970); null: it need not be. */
  sweepAt: z.nullable(zCount),
});
export type Meta = Readonly<z.infer<typeof META>>;

const PENDING = z.object({
  /** What the tip is once it is done; null: entries of others were taken in. */
  to: z.nullable(z.object({ sequence: zCount, hash: zText, tick: zCount })),
  tail: z.nullable(z.object({ id: zText, first: zCount, count: zCount })),
  /** Ids of the sealed segments that are made. */
  sealed: z.array(zText),
  blobs: z.array(z.tuple([zText, zText])),
  threads: z.array(zText),
});
export type Pending = Readonly<z.infer<typeof PENDING>>;

/** Everything is worked out again: found by listing, or by the index alone where that is known to be whole. */
export const rebuildFrom = (meta: Meta, list: boolean): Meta => ({
  ...meta,
  rebuild: { step: 0, steps: 0, list: list || meta.rebuild?.list === true },
});

/** Nothing else of it changed, and what is to be looked through no later than then is not put off. */
export const sweptFrom = (meta: Meta, at: number): Meta => ({
  ...meta,
  sweepAt: meta.sweepAt === null ? at : Math.min(meta.sweepAt, at),
});

export type DerivedRef = { readonly id: string; readonly generation: number };

const NAMES = {
  meta: "ledger.meta",
  pending: "ledger.pending",
  ids: "ledger.ids",
  files: "ledger.files",
  keys: "ledger.keys",
  going: "ledger.going",
  creditor: "ledger.creditor",
  today: "ledger.today",
  witness: "ledger.witness",
} as const;

export type Values = Readonly<Record<string, string>>;

/** Null: no ledger was ever begun; `unreadable`: something is there that this version did not write, or not all of it. */
export const readStored = (
  values: Values,
): Result<Stored | null, { readonly type: "unreadable" }> => {
  const text = values[NAMES.meta];
  if (text === undefined || text === "") return ok(null);
  const meta = META.safeParse(parseJson(text));
  if (!meta.success) return err({ type: "unreadable" });
  const ids = zIdPool.safeParse(parseJson(values[NAMES.ids] ?? ""));
  // A ledger has these three from its first day, be they empty. Without the list of its hidden files no account would be
  // found, and nobody would owe anything; without what was begun, the journal may hold more than is known here, and the next
  // entry would fork from it; without what is going, the vault may not have what its index says. So all is worked out again.
  const filesText = textOfPieces(values, NAMES.files);
  const files = filesText === null ? null : filesOf(filesText);
  const pending = pendingIn(values);
  const going = goingIn(values);
  const isLost = files === null || pending === "lost" || going === null;
  const begun = pending === "lost" ? null : pending;
  return ok({
    meta: isLost ? rebuildFrom(meta.data, true) : meta.data,
    pending: begun,
    files: files ?? new Map(),
    going: going ?? new Map(),
    ids: withoutUsed(ids.success ? ids.data : { drive: [], appDataFolder: [] }, begun),
  });
};

const pendingIn = (values: Values): Pending | null | "lost" => {
  const text = textOfPieces(values, NAMES.pending);
  if (text === null) return "lost";
  if (text === "") return null;
  const pending = PENDING.safeParse(parseJson(text));
  return pending.success ? pending.data : "lost";
};

/** Nobody wrote that Google writes several properties all or none: an id that is in use is not given out again. */
const withoutUsed = (ids: IdPool, pending: Pending | null): IdPool => {
  if (pending === null) return ids;
  const { tail, sealed, blobs } = pending;
  const used = new Set([tail?.id, ...sealed, ...blobs.map(([, id]) => id)]);
  return { ...ids, drive: ids.drive.filter((id) => !used.has(id)) };
};

export const tipOf = ({ ledger, writer, sequence, hash, tick }: Meta): Tip => ({
  ledger,
  writer,
  sequence,
  hash,
  tick,
});

export const metaProperty = (meta: Meta): Values => ({ [NAMES.meta]: JSON.stringify(meta) });

export const pendingProperty = (pending: Pending | null): Values =>
  piecesOf(NAMES.pending, pending === null ? "" : JSON.stringify(pending));

export const goingProperty = (going: ReadonlyMap<string, string>): Values =>
  piecesOf(NAMES.going, [...going].map(([sha256, id]) => `${sha256}=${id}`).join(";"));

const goingIn = (values: Values): ReadonlyMap<string, string> | null => {
  const text = textOfPieces(values, NAMES.going);
  if (text === null) return null;
  const going = new Map<string, string>();
  for (const part of text === "" ? [] : text.split(";")) {
    const [sha256, id] = part.split("=");
    if (sha256 === undefined || id === undefined) return null;
    going.set(sha256, id);
  }
  return going;
};

export const idsProperty = (ids: IdPool): Values => ({ [NAMES.ids]: JSON.stringify(ids) });

export const filesProperty = (files: ReadonlyMap<string, DerivedRef>): Values =>
  piecesOf(
    NAMES.files,
    [...files]
      .map(([name, { id, generation }]) => `${name}=${id}:${generation.toString(36)}`)
      .join(";"),
  );

const FILE = /^([a-z]+\d*)=([\w-]+):([0-9a-z]+)$/;

const filesOf = (text: string): ReadonlyMap<string, DerivedRef> | null => {
  const files = new Map<string, DerivedRef>();
  for (const part of text === "" ? [] : text.split(";")) {
    const [, name, id, generation] = FILE.exec(part) ?? [];
    if (name === undefined || id === undefined || generation === undefined) return null;
    files.set(name, { id, generation: Number.parseInt(generation, 36) });
  }
  return files;
};

/** Of no key: told apart from a property that was emptied. */
const EMPTY_BUCKET = ".";

/** A bucket that was never written, or is gone, would be a key not known: then the table counts as lost. */
export const keyTableIn = (values: Values, { keyBits }: Meta): KeyTable | null => {
  const buckets: string[] = [];
  for (let bucket = 0; bucket < 2 ** keyBits; bucket += 1) {
    const text = values[`${NAMES.keys}.${String(bucket)}`];
    if (text === EMPTY_BUCKET) buckets.push("");
    else if (text === undefined || text === "" || !isBitText(text)) return null;
    else buckets.push(text);
  }
  return { bits: keyBits, buckets };
};

export const keyProperties = (table: KeyTable, changed: readonly number[]): Values => {
  const values: Record<string, string> = {};
  for (const bucket of changed)
    values[`${NAMES.keys}.${String(bucket)}`] = table.buckets[bucket] || EMPTY_BUCKET;
  return values;
};

export const emptyKeyProperties = (): Values => keyProperties(EMPTY_KEY_TABLE, [0]);

/** Beyond, the creditor's state lies in a hidden file: texts of its own for every step, thousands of bank lines. */
const CREDITOR_CHARS_MAX = 24_000;

/** Null where it is too long for the properties. */
export const creditorProperty = (services: Services, text: string): Values | null => {
  const pack = packed(services, text);
  return pack.length > CREDITOR_CHARS_MAX ? null : piecesOf(NAMES.creditor, pack);
};

export const creditorElsewhere = (): Values => piecesOf(NAMES.creditor, "");

/** Null: never written, or elsewhere. */
export const creditorTextIn = (services: Services, values: Values): string | null => {
  const pack = textOfPieces(values, NAMES.creditor);
  return pack === null || pack === "" ? null : unpacked(services, pack);
};

export const todayProperty = (services: Services, text: string | null): Values =>
  piecesOf(NAMES.today, text === null ? "" : packed(services, text));

export const todayTextIn = (services: Services, values: Values): string | null => {
  const pack = textOfPieces(values, NAMES.today);
  return pack === null || pack === "" ? null : unpacked(services, pack);
};

const WITNESS = z.object({
  ledger: zText,
  heads: z.array(z.object({ writer: zText, sequence: zCount, hash: zText })),
  ledgerHead: zText,
});

export const witnessProperty = (witness: Witness): Values =>
  piecesOf(NAMES.witness, canonicalText(cleanJson(witness)));

export const witnessIn = (values: Values): Witness | null => {
  const witness = WITNESS.safeParse(parseJson(textOfPieces(values, NAMES.witness) ?? ""));
  return witness.success ? witness.data : null;
};

/** Characters of everything in the properties: what is near 500 kB must be known beforehand. */
export const charsOf = (values: Values): number =>
  Object.keys(values).reduce((sum, name) => sum + name.length + (values[name] ?? "").length, 0);
