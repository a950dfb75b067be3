import type { Stores } from "#shared/app/ports.ts";
import { err, ok } from "#shared/kernel/result.ts";
import type { Result } from "#shared/kernel/result.ts";
import type { Entry } from "#shared/ledger/entry.ts";
import { sha256OfBlob } from "#src/store/blob-hash.ts";
import { erasedBlobsOf } from "#src/store/vault-sweep.ts";
import type { AppFolder } from "./ports.ts";
import type { SyncFault, SyncProblem } from "./sync-faults.ts";
import { blobPath, vaultFolder } from "./sync-layout.ts";
import type { SyncMemory } from "./sync-memory.ts";

/** Bytes moved either way by one synchronisation; the next one goes on. */
export const MOVED_BYTES_MAX = 64 * 1024 * 1024;
/** One blob, in memory. */
const BLOB_BYTES_MAX = 256 * 1024 * 1024;

/** The names of what lies in the vault of the folder. */
export const listBlobs = async (
  folder: AppFolder,
  ledger: string,
): Promise<Result<readonly string[], SyncFault>> => {
  const items = await folder.list(vaultFolder(ledger));
  return items.ok ? ok(items.value.map(({ name }) => name)) : items;
};

/**
 * Puts there once what these entries rest on. Bytes that are not in this vault either are shown as absent, here and there;
 * they hold nothing up.
 */
export const pushBlobs = async (
  { vault }: Stores,
  folder: AppFolder,
  memory: SyncMemory,
  entries: readonly Entry[],
  bytesMax: number,
): Promise<
  Result<
    { readonly memory: SyncMemory; readonly isAll: boolean; readonly moved: number },
    SyncFault
  >
> => {
  const there = new Set(memory.blobs);
  const done = (isAll: boolean, moved: number) =>
    ok({ memory: { ...memory, blobs: [...there] }, isAll, moved });
  let bytesMoved = 0;
  let moved = 0;
  for (const { body, header } of entries) {
    if (body.kind === "erased") continue;
    for (const { sha256 } of header.blobs) {
      if (there.has(sha256)) continue;
      if (bytesMoved >= bytesMax) return done(false, moved);
      const bytes = await vault.get(sha256);
      if (!bytes.ok) return bytes;
      if (bytes.value === null) continue;
      const created = await folder.create(blobPath(memory.ledger, sha256), bytes.value);
      if (!created.ok) return created;
      bytesMoved += bytes.value.length;
      moved += 1;
      there.add(sha256);
    }
  }
  return done(true, moved);
};

/** Brings what entries here rest on and this vault lacks. What is nowhere stays wanted. */
export const pullBlobs = async (
  { vault }: Stores,
  folder: AppFolder,
  memory: SyncMemory,
  bytesMax: number,
): Promise<
  Result<
    {
      readonly memory: SyncMemory;
      readonly moved: number;
      readonly more: boolean;
      readonly problems: readonly SyncProblem[];
    },
    SyncFault
  >
> => {
  const names = memory.wanted.length === 0 ? ok([]) : await vault.names();
  if (!names.ok) return names;
  const here = new Set(names.value.map(({ sha256 }) => sha256));
  const wanted = new Set(memory.wanted.filter((sha256) => !here.has(sha256)));
  const there = new Set(memory.blobs);
  const problems: SyncProblem[] = [];
  let bytesMoved = 0;
  let moved = 0;
  let more = false;
  for (const sha256 of wanted) {
    if (bytesMoved >= bytesMax) {
      more = true;
      break;
    }
    const brought = await bringBlob(vault, folder, memory.ledger, sha256);
    if (!brought.ok) return brought;
    if (brought.value === "absent") continue;
    wanted.delete(sha256);
    if (brought.value === "broken") problems.push({ type: "blob-broken", sha256 });
    else {
      there.add(sha256);
      bytesMoved += brought.value.length;
      moved += 1;
    }
  }
  const next = { ...memory, wanted: [...wanted], blobs: [...there] };
  return ok({ memory: next, moved, more, problems });
};

/** One blob out of the folder into the vault, for whoever wants to see it now. */
export const bringBlob = async (
  vault: Stores["vault"],
  folder: AppFolder,
  ledger: string,
  sha256: string,
): Promise<Result<Uint8Array | "absent" | "broken", SyncFault>> => {
  const read = await folder.read(blobPath(ledger, sha256), BLOB_BYTES_MAX);
  if (!read.ok) return read;
  if (read.value === null) return ok("absent");
  const { bytes } = read.value;
  // Checked before it is handed on: the vault checks it again.
  if ((await sha256OfBlob(bytes)) !== sha256) return ok("broken");
  const kept = await vault.keep(sha256, bytes);
  if (kept.ok) return ok(bytes);
  return kept.error.type === "name-mismatch" ? ok("broken") : err(kept.error);
};

/** Bytes that only erased entries rest on go from the folder as from every vault. */
export const removeErasedFromFolder = async (
  folder: AppFolder,
  memory: SyncMemory,
  entries: readonly Entry[],
): Promise<Result<SyncMemory, SyncFault>> => {
  const erased = erasedBlobsOf(entries);
  for (const sha256 of erased) {
    const gone = await folder.remove(blobPath(memory.ledger, sha256));
    if (!gone.ok) return gone;
  }
  return ok({
    ...memory,
    blobs: memory.blobs.filter((sha256) => !erased.has(sha256)),
    wanted: memory.wanted.filter((sha256) => !erased.has(sha256)),
  });
};
