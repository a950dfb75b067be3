import { utf8Bytes } from "#shared/kernel/bytes.ts";
import { idOfChance } from "#shared/kernel/ids.ts";
import { err, ok } from "#shared/kernel/result.ts";
import type { Result } from "#shared/kernel/result.ts";
import type { LedgerStore, StoreFault, Stores } from "#shared/app/ports.ts";
import { emptyTip } from "#shared/ledger/append.ts";
import { checkChain } from "#shared/ledger/chain.ts";
import type { ChainProblem } from "#shared/ledger/chain.ts";
import type { Entry } from "#shared/ledger/entry.ts";
import { headsOf, witnessOf } from "#shared/ledger/heads.ts";
import { unionEntries } from "#shared/ledger/merge.ts";
import type { MergeRefusal } from "#shared/ledger/merge.ts";
import { parseSegment } from "#shared/ledger/segment.ts";
import { zipBytes } from "#src/files/zip.ts";
import type { ZipMember, ZipProblem } from "#src/files/zip.ts";
import {
  blobMemberName,
  blobOfBackup,
  entriesOfBackup,
  manifestMember,
  segmentMemberName,
} from "./backup-format.ts";
import type { Backup, BackupProblem } from "./backup-format.ts";
import { sha256OfBlob } from "./blob-hash.ts";
import { forkPlacesOf } from "./linked-runs.ts";
import { corrupt } from "./store-faults.ts";
import { erasedBlobsOf, removeErasedBlobs } from "./vault-sweep.ts";

/** A store that was never begun has nothing to back up. */
export type NothingToBackUp = { readonly type: "nothing-to-back-up" };

/**
 * The whole of a ledger as one file, and its heads kept in the store as the witness that later checks compare with.
 * `at` is the wall time, ISO 8601 in UTC.
 */
export const makeBackup = async (
  stores: Stores,
  { at }: { readonly at: string },
): Promise<Result<Uint8Array, StoreFault | ZipProblem | NothingToBackUp>> => {
  const tip = await stores.ledger.tip();
  if (!tip.ok) return tip;
  if (tip.value === null) return err({ type: "nothing-to-back-up" });
  // Segments before blobs: bytes are kept before the entry that names them, so all that these entries name is there.
  const texts = await stores.ledger.segmentTexts();
  if (!texts.ok) return texts;
  const entries = entriesOfTexts(texts.value);
  if (!entries.ok) return entries;
  const members: ZipMember[] = [];
  for (const [name, text] of texts.value) {
    members.push({ name: segmentMemberName(name), bytes: utf8Bytes(text) });
  }
  const names = await stores.vault.names();
  if (!names.ok) return names;
  const kept: Record<string, string> = {};
  for (const { sha256, keptAt } of names.value) {
    const bytes = await stores.vault.get(sha256);
    if (!bytes.ok) return bytes;
    if (bytes.value === null) continue;
    kept[sha256] = keptAt;
    members.push({ name: blobMemberName(sha256), bytes: bytes.value });
  }
  const { ledger } = tip.value;
  const witness = witnessOf(ledger, headsOf(entries.value));
  const order = [...texts.value.keys()];
  members.push(manifestMember({ ledger, madeAt: at, witness, order, kept }));
  const zip = zipBytes(members);
  if (!zip.ok) return zip;
  const told = await stores.ledger.keepWitness(witness);
  return told.ok ? zip : told;
};

export type Restored = {
  /** Entries that were new here, and those that were here already. */
  readonly added: number;
  readonly already: number;
  /** Places where a writer's log has split in two: a copy of a store was written to as well. Both are kept. */
  readonly forks: readonly { readonly writer: string; readonly sequence: number }[];
  readonly blobs: number;
  /** What is not whole about the backup although each entry in it is: a gap, a cut tail, a fork. */
  readonly problems: readonly ChainProblem[];
};

export type RestoreRefusal =
  | StoreFault
  | MergeRefusal
  | BackupProblem
  /** Some entry is not what was written; nothing was taken in. */
  | { readonly type: "backup-altered"; readonly problems: readonly ChainProblem[] };

/**
 * Merges a backup into a store: never overwrites, and twice is once. An empty store becomes a new writer of the
 * backup's ledger; `chance` is 16 random bytes in hexadecimal for its id.
 */
export const restoreInto = async (
  stores: Stores,
  backup: Backup,
  { chance }: { readonly chance: string },
): Promise<Result<Restored, RestoreRefusal>> => {
  const { ledger, witness } = backup.manifest;
  const entries = entriesOfBackup(backup);
  const { problems } = checkChain(ledger, entries, witness);
  const altering = problems.filter(isAltering);
  if (altering.length > 0) return err({ type: "backup-altered", problems: altering });
  const sound = await checkBlobs(backup);
  if (!sound.ok) return sound;
  const begun = await beginIfEmpty(stores.ledger, ledger, chance);
  if (!begun.ok) return begun;
  const here = await stores.ledger.readSince(0);
  if (!here.ok) return here;
  const union = unionEntries(ledger, here.value.entries, entries);
  if (!union.ok) return union;
  const blobs = await takeInBlobs(stores, backup, erasedBlobsOf(union.value));
  if (!blobs.ok) return blobs;
  const taken = await stores.ledger.takeIn(entries);
  if (!taken.ok) return taken;
  // What the backup says was erased may still lie in this vault.
  const gone = await removeErasedBlobs(stores);
  if (!gone.ok) return gone;
  const all = await stores.ledger.readSince(0);
  if (!all.ok) return all;
  const { added } = taken.value;
  const distinct = new Set(entries.map((entry) => entry.hash)).size;
  return ok({
    added,
    already: distinct - added,
    forks: forkPlacesOf(all.value.entries),
    blobs: blobs.value,
    problems,
  });
};

/** Another tab may begin first: its ledger then counts. */
const beginIfEmpty = async (
  store: LedgerStore,
  ledger: string,
  chance: string,
): Promise<Result<null, StoreFault | MergeRefusal>> => {
  const tip = await store.tip();
  if (!tip.ok) return tip;
  let ours = tip.value?.ledger;
  if (ours === undefined) {
    const begun = await store.begin(emptyTip(ledger, idOfChance("wri", chance)));
    if (begun.ok) ours = ledger;
    else if (begun.error.type === "stale-head") ours = begun.error.tip.ledger;
    else return err(begun.error);
  }
  return ours === ledger ? ok(null) : err({ type: "ledgers-differ", ours, theirs: ledger });
};

/** One that is not what its name says refuses the backup before anything of it is kept. */
const checkBlobs = async (backup: Backup): Promise<Result<null, BackupProblem>> => {
  for (const [sha256, { name }] of backup.blobs) {
    const bytes = blobOfBackup(backup, sha256);
    if (!bytes.ok) return bytes;
    if (bytes.value !== null && (await sha256OfBlob(bytes.value)) !== sha256)
      return err({ type: "backup-member-broken", member: name });
  }
  return ok(null);
};

/** Blob first, entry second, here as everywhere: a restore that stops half way has only kept bytes too many. */
const takeInBlobs = async (
  { vault }: Stores,
  backup: Backup,
  erased: ReadonlySet<string>,
): Promise<Result<number, StoreFault | BackupProblem>> => {
  const here = await vault.names();
  if (!here.ok) return here;
  const known = new Set(here.value.map(({ sha256 }) => sha256));
  let taken = 0;
  for (const [sha256, member] of backup.blobs) {
    if (known.has(sha256) || erased.has(sha256)) continue;
    const bytes = blobOfBackup(backup, sha256);
    if (!bytes.ok) return bytes;
    if (bytes.value === null) continue;
    const kept = await vault.keep(sha256, bytes.value);
    if (!kept.ok) {
      return kept.error.type === "name-mismatch"
        ? err({ type: "backup-member-broken", member: member.name })
        : err(kept.error);
    }
    taken += 1;
  }
  return ok(taken);
};

const isAltering = ({ type }: ChainProblem): boolean =>
  type === "header-altered" ||
  type === "payload-altered" ||
  type === "link-broken" ||
  type === "tick-not-rising" ||
  type === "other-ledger";

export const entriesOfTexts = (
  texts: ReadonlyMap<string, string>,
): Result<readonly Entry[], StoreFault> => {
  const entries: Entry[] = [];
  for (const [name, text] of texts) {
    const segment = parseSegment(text);
    if (!segment.ok) return err(corrupt(`segment ${name}: ${segment.error.type}`));
    for (const entry of segment.value.entries) entries.push(entry);
  }
  return ok(entries);
};
