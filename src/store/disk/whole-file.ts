import { open, readFile, readdir, realpath, rename, rm, stat } from "node:fs/promises";
import { hostname } from "node:os";
import { basename, dirname, join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { err, ok } from "#shared/kernel/result.ts";
import type { Result } from "#shared/kernel/result.ts";
import type { StoreFault } from "#shared/app/ports.ts";

/** What tells one state of a file from another: a rename gives another inode, an edit in place another time or size. */
export type FileStamp = string;

export type FileRead = { readonly bytes: Uint8Array; readonly stamp: FileStamp };

/** How long to wait for another process that is writing. */
const LOCK_WAIT_MS = 15_000;
const LOCK_STEP_MS = 5;
/** A lock without an owner is one whose process ended between making and filling it. */
const EMPTY_LOCK_MS = 5_000;

/** Null where there is no such file. */
export const stampOfFile = async (path: string): Promise<Result<FileStamp | null, StoreFault>> => {
  try {
    const { ino, size, mtimeNs } = await stat(path, { bigint: true });
    return ok(`${String(ino)}:${String(size)}:${String(mtimeNs)}`);
  } catch (cause) {
    return isMissing(cause) ? ok(null) : err(diskFaultOf(cause));
  }
};

/** Bytes and stamp of one and the same state of the file. */
export const readWhole = async (path: string): Promise<Result<FileRead | null, StoreFault>> => {
  try {
    const file = await open(path, "r");
    try {
      const { ino, size, mtimeNs } = await file.stat({ bigint: true });
      const bytes = new Uint8Array(await file.readFile());
      return ok({ bytes, stamp: `${String(ino)}:${String(size)}:${String(mtimeNs)}` });
    } finally {
      await file.close();
    }
  } catch (cause) {
    return isMissing(cause) ? ok(null) : err(diskFaultOf(cause));
  }
};

let temporaries = 0;

/** What a process left that was stopped in the middle of a write; called under the lock, so that nobody is at it. */
const removeLeftovers = async (target: string): Promise<void> => {
  const start = `.${basename(target)}.`;
  for (const name of await readdir(dirname(target))) {
    if (name.startsWith(start) && /^\d+-\d+\.tmp$/.test(name.slice(start.length)))
      await rm(join(dirname(target), name), { force: true });
  }
};

/**
 * Replaces the file in one step: whoever reads it sees the old bytes or the new ones, also after a power cut. To be
 * called under the lock.
 */
export const replaceFile = async (
  path: string,
  bytes: Uint8Array,
): Promise<Result<FileStamp, StoreFault>> => {
  temporaries += 1;
  let temporary: string | null = null;
  try {
    const target = await resolved(path);
    // Mails and debtors: nobody but the owner, unless the owner said otherwise.
    const mode = (await modeOf(target)) ?? 0o600;
    // A rename would go round it: whoever protects a file means it.
    if ((mode & 0o222) === 0)
      return err({ type: "storage-refused", detail: `${target} is write-protected` });
    await removeLeftovers(target);
    const name = `.${basename(target)}.${String(process.pid)}-${String(temporaries)}.tmp`;
    temporary = join(dirname(target), name);
    const file = await open(temporary, "wx", mode);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, target);
    temporary = null;
    await syncFolder(dirname(target));
    const stamp = await stampOfFile(path);
    if (!stamp.ok) return stamp;
    return stamp.value === null ? err(gone(path)) : ok(stamp.value);
  } catch (cause) {
    if (temporary !== null) await rm(temporary, { force: true });
    return err(diskFaultOf(cause));
  }
};

/**
 * Runs work while no other process writes to the file, by a lock file beside it that names its owner. A lock whose
 * process is no longer there is taken away.
 */
export const underLock = async <T, E>(
  path: string,
  work: () => Promise<Result<T, E>>,
): Promise<Result<T, E | StoreFault>> => {
  const lock = `${path}.lock`;
  const owner = JSON.stringify({ pid: process.pid, host: hostname() });
  const until = Date.now() + LOCK_WAIT_MS;
  for (;;) {
    const taken = await takeLock(lock, owner);
    if (!taken.ok) return taken;
    if (taken.value) break;
    if (await isStale(lock)) {
      await rm(lock, { force: true });
      continue;
    }
    if (Date.now() > until) {
      return err({
        type: "storage-failed",
        detail: `another program is writing: if none is, remove ${lock}`,
      });
    }
    await delay(LOCK_STEP_MS);
  }
  try {
    return await work();
  } finally {
    await rm(lock, { force: true });
  }
};

const takeLock = async (lock: string, owner: string): Promise<Result<boolean, StoreFault>> => {
  try {
    const file = await open(lock, "wx", 0o600);
    try {
      await file.writeFile(owner);
    } finally {
      await file.close();
    }
    return ok(true);
  } catch (cause) {
    return codeOf(cause) === "EEXIST" ? ok(false) : err(diskFaultOf(cause));
  }
};

const isStale = async (lock: string): Promise<boolean> => {
  try {
    const text = await readFile(lock, "utf8");
    if (text === "") return Date.now() - (await stat(lock)).mtimeMs > EMPTY_LOCK_MS;
    const owner = /^\{"pid":(\d{1,9}),"host":"([^"]{0,255})"\}$/.exec(text);
    if (owner === null || owner[2] !== hostname()) return false;
    return !isRunning(Number(owner[1]));
  } catch (cause) {
    // Its owner has just let it go.
    if (isMissing(cause)) return false;
    throw cause;
  }
};

const isRunning = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (cause) {
    // EPERM: it runs, and is somebody else's.
    return codeOf(cause) !== "ESRCH";
  }
};

/** A link is followed, so that what it points to is replaced and not the link. */
const resolved = async (path: string): Promise<string> => {
  try {
    return await realpath(path);
  } catch (cause) {
    if (isMissing(cause)) return path;
    throw cause;
  }
};

const modeOf = async (path: string): Promise<number | null> => {
  try {
    return (await stat(path)).mode & 0o777;
  } catch (cause) {
    if (isMissing(cause)) return null;
    throw cause;
  }
};

/** Makes the rename itself last; systems that cannot open a folder do so by themselves. */
const syncFolder = async (path: string): Promise<void> => {
  try {
    const folder = await open(path, "r");
    try {
      await folder.sync();
    } finally {
      await folder.close();
    }
  } catch (cause) {
    if (!["EISDIR", "EPERM", "EACCES", "EINVAL", "ENOTSUP"].includes(codeOf(cause))) throw cause;
  }
};

export const gone = (path: string): StoreFault => ({
  type: "storage-evicted",
  detail: `${path} is not there any more`,
});

/** What an error of the file system means; anything else is a mistake of ours and is thrown on. */
const diskFaultOf = (cause: unknown): StoreFault => {
  const code = codeOf(cause);
  if (code === "" || !(cause instanceof Error)) throw cause;
  const detail = cause.message;
  switch (code) {
    case "ENOSPC":
    case "EDQUOT":
    case "EFBIG":
      return { type: "storage-full", detail };
    case "EACCES":
    case "EPERM":
    case "EROFS":
      return { type: "storage-refused", detail };
    default:
      return { type: "storage-failed", detail };
  }
};

const isMissing = (cause: unknown): boolean => codeOf(cause) === "ENOENT";

const codeOf = (cause: unknown): string =>
  cause instanceof Error && "code" in cause && typeof cause.code === "string" ? cause.code : "";
