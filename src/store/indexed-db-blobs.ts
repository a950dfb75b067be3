import * as z from "zod/mini";
import { err, ok } from "#shared/kernel/result.ts";
import type { Result } from "#shared/kernel/result.ts";
import type { CacheStore, StoreFault, VaultStore } from "#shared/app/ports.ts";
import { sha256OfBlob } from "./blob-hash.ts";
import type { Connection } from "./indexed-db-connection.ts";
import { corrupt } from "./store-faults.ts";

const BLOB = z.object({
  sha256: z.string(),
  size: z.int().check(z.nonnegative()),
  keptAt: z.string(),
});

const BYTES = z.instanceof(Uint8Array);

/** The vault in IndexedDB. Bytes are hashed again when they are read: evidence is what it was, or is said not to be. */
export const indexedDbVault = (connection: Connection, now: () => string): VaultStore => ({
  keep: async (sha256, bytes) => {
    // Copied before the hash is awaited, so that what is kept is what was hashed.
    const copy = bytes.slice();
    if ((await sha256OfBlob(copy)) !== sha256) return err({ type: "name-mismatch" });
    return await connection.write(["blobs", "blob-bytes"], "strict", async (transaction) => {
      await Promise.all([
        transaction.objectStore("blob-bytes").put(copy, sha256),
        transaction.objectStore("blobs").put({ sha256, size: copy.length, keptAt: now() }),
      ]);
      return ok(null);
    });
  },
  get: async (sha256) => {
    const read = await connection.read<unknown, never>(["blob-bytes"], async (transaction) =>
      ok(await transaction.objectStore("blob-bytes").get(sha256)),
    );
    if (!read.ok) return read;
    if (read.value === undefined) return ok(null);
    const bytes = BYTES.safeParse(read.value);
    return bytes.success && (await sha256OfBlob(bytes.data)) === sha256
      ? ok(bytes.data)
      : err(corrupt(`the bytes of ${sha256} are not those that were kept`));
  },
  names: () =>
    connection.read(["blobs"], async (transaction) => {
      const names: z.infer<typeof BLOB>[] = [];
      for (const value of await transaction.objectStore("blobs").getAll()) {
        const blob = BLOB.safeParse(value);
        if (!blob.success) return err(corrupt(`blob row ${String(names.length + 1)}`));
        names.push(blob.data);
      }
      return ok(names);
    }),
  remove: (sha256, keptUntil) =>
    connection.write(["blobs", "blob-bytes"], "strict", async (transaction) => {
      const blob = BLOB.safeParse(await transaction.objectStore("blobs").get(sha256));
      if (!blob.success || (keptUntil !== undefined && blob.data.keptAt > keptUntil)) {
        return ok(false);
      }
      await Promise.all([
        transaction.objectStore("blobs").delete(sha256),
        transaction.objectStore("blob-bytes").delete(sha256),
      ]);
      return ok(true);
    }),
  close: connection.close,
});

export const indexedDbCache = (connection: Connection): CacheStore => ({
  readAll: (prefix) =>
    connection.read(["cache"], async (transaction) => {
      const store = transaction.objectStore("cache");
      const range = rangeOfPrefix(prefix);
      const [keys, values] = await Promise.all([store.getAllKeys(range), store.getAll(range)]);
      return ok(textRows(keys, values));
    }),
  read: (keys) =>
    connection.read(["cache"], async (transaction) => {
      const store = transaction.objectStore("cache");
      return ok(textRows(keys, await Promise.all(keys.map((key) => store.get(key)))));
    }),
  // Disposable, so it need not wait for the disk.
  write: (rows, still) =>
    connection.write(["cache"], "relaxed", async (transaction) => {
      const store = transaction.objectStore("cache");
      if (still !== undefined && (await store.get(still.key)) !== still.text) {
        return err({ type: "row-moved" as const });
      }
      await Promise.all(
        [...rows].map(([key, row]) => (row === null ? store.delete(key) : store.put(row, key))),
      );
      return ok(null);
    }),
  clear: () =>
    connection.write(["cache"], "relaxed", async (transaction) => {
      await transaction.objectStore("cache").clear();
      return ok(null);
    }),
});

/** Empties the cache if another version wrote it. */
export const dropStaleCache = (
  connection: Connection,
  version: string,
): Promise<Result<null, StoreFault>> =>
  connection.write(["meta", "cache"], "relaxed", async (transaction) => {
    const meta = transaction.objectStore("meta");
    if ((await meta.get("cache-version")) === version) return ok(null);
    await Promise.all([
      transaction.objectStore("cache").clear(),
      meta.put(version, "cache-version"),
    ]);
    return ok(null);
  });

/** A row that is no text is as good as absent: it can be folded again. */
const textRows = (
  keys: readonly string[],
  values: readonly unknown[],
): ReadonlyMap<string, string> => {
  const rows = new Map<string, string>();
  keys.forEach((key, index) => {
    const value = values[index];
    if (typeof value === "string") rows.set(key, value);
  });
  return rows;
};

/** Keys that begin with a prefix, in IndexedDB's order of UTF-16 code units. */
const rangeOfPrefix = (prefix: string): IDBKeyRange | undefined => {
  if (prefix === "") return undefined;
  const last = prefix.charCodeAt(prefix.length - 1);
  if (last === 0xffff) return IDBKeyRange.lowerBound(prefix);
  const after = prefix.slice(0, -1) + String.fromCharCode(last + 1);
  return IDBKeyRange.bound(prefix, after, false, true);
};
