import { spawnSync } from "node:child_process";
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { sha256Hex, utf8Bytes } from "#shared/kernel/bytes.ts";
import type { Stores } from "#shared/app/ports.ts";
import { checkChain } from "#shared/ledger/chain.ts";
import { unzipBytes, zipBytes } from "#src/files/zip.ts";
import { readBackup } from "#src/store/backup-format.ts";
import { makeBackup, restoreInto } from "#src/store/backup.ts";
import { createBackupFile, openBackupFileStores } from "#src/store/disk/backup-file.ts";
import { openMemoryStores } from "#src/store/memory.ts";
import { cacheStoreContract } from "../../contracts/cache-store.ts";
import { ledgerStoreContract } from "../../contracts/ledger-store.ts";
import {
  AT,
  LEDGER,
  START,
  appendOneByOne,
  entriesAfter,
  errorOf,
  valueOf,
} from "../../contracts/sample-entries.ts";
import { vaultStoreContract } from "../../contracts/vault-store.ts";

const folder = mkdtempSync(join(tmpdir(), "relance-file-"));
const pathOf = (name: string): string => join(folder, `${name}.relance`);

afterAll(() => {
  rmSync(folder, { recursive: true });
});

ledgerStoreContract(
  "a backup file",
  async (name) => valueOf(await openBackupFileStores(pathOf(name), { absent: "empty" })).ledger,
);
cacheStoreContract(
  "a backup file",
  async (name) => valueOf(await openBackupFileStores(pathOf(name), { absent: "empty" })).cache,
);
vaultStoreContract("a backup file", async (name, now) => {
  const stores = valueOf(await openBackupFileStores(pathOf(name), { absent: "empty", now }));
  // A vault lies in a file, and a file begins with its ledger; the second opening finds it begun.
  if (valueOf(await stores.ledger.tip()) === null) valueOf(await stores.ledger.begin(START));
  return stores.vault;
});

describe("a backup file as a store", () => {
  const open = async (path: string): Promise<Stores> => valueOf(await openBackupFileStores(path));
  const created = async (name: string, count: number): Promise<string> => {
    const path = pathOf(name);
    const stores = valueOf(await createBackupFile(path, LEDGER));
    await appendOneByOne(stores.ledger, count, name);
    stores.ledger.close();
    return path;
  };
  const problemsOf = async (stores: Stores) => {
    const { entries } = valueOf(await stores.ledger.readSince(0));
    return checkChain(LEDGER, entries, valueOf(await stores.ledger.witness())).problems;
  };

  it("is refused where there is no file, or one already", async () => {
    expect(errorOf(await openBackupFileStores(pathOf("none")))).toEqual({
      type: "file-absent",
      path: pathOf("none"),
    });
    const path = await created("twice", 1);
    const before = readFileSync(path);
    expect(errorOf(await createBackupFile(path, "led-other"))).toEqual({ type: "file-exists" });
    expect(readFileSync(path)).toEqual(before);
  });

  it("is a backup that any store restores, private to its owner", async () => {
    const path = await created("plain", 3);
    const backup = valueOf(readBackup(new Uint8Array(readFileSync(path))));
    const restored = await restoreInto(openMemoryStores(), backup, { chance: "ab".repeat(16) });
    expect(valueOf(restored)).toMatchObject({ added: 3, problems: [] });
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  it("gets a writer at its first write, and later openings go on with it", async () => {
    const source = openMemoryStores();
    valueOf(await source.ledger.begin(START));
    valueOf(await source.ledger.append(START, entriesAfter(START, 4).entries));
    const path = pathOf("writer");
    writeFileSync(path, valueOf(await makeBackup(source, { at: AT })));
    const first = await open(path);
    const tip = valueOf(await first.ledger.tip());
    expect(tip).toMatchObject({ ledger: LEDGER, sequence: 0, tick: 4 });
    expect(tip?.writer).not.toBe(START.writer);
    expect(valueOf(readBackup(new Uint8Array(readFileSync(path)))).manifest.writer).toBeUndefined();
    await appendOneByOne(first.ledger, 2, "here");
    const later = await open(path);
    expect(valueOf(await later.ledger.tip())).toEqual(valueOf(await first.ledger.tip()));
    await appendOneByOne(later.ledger, 1, "later");
    expect(valueOf(await later.ledger.tip())).toMatchObject({ writer: tip?.writer, sequence: 3 });
    expect(await problemsOf(later)).toEqual([]);
  });

  it("answers a stale head when the file changed since it was read", async () => {
    const path = await created("stale", 2);
    const [one, two] = [await open(path), await open(path)];
    const tip = valueOf(await one.ledger.tip());
    if (tip === null) throw new Error("no tip");
    const theirs = valueOf(await two.ledger.append(tip, entriesAfter(tip, 1, "two").entries));
    expect(errorOf(await one.ledger.append(tip, entriesAfter(tip, 1, "one").entries))).toEqual({
      type: "stale-head",
      tip: theirs,
    });
  });

  it("written to in two copies is a fork, which is named when they meet", async () => {
    const path = await created("original", 5);
    const copy = pathOf("copy");
    copyFileSync(path, copy);
    const [one, two] = [await open(path), await open(copy)];
    await appendOneByOne(one.ledger, 2, "original");
    await appendOneByOne(two.ledger, 1, "copy");
    const backup = valueOf(readBackup(new Uint8Array(readFileSync(copy))));
    const restored = valueOf(await restoreInto(one, backup, { chance: "cd".repeat(16) }));
    expect(restored.forks).toHaveLength(1);
    const problems = await problemsOf(await open(path));
    expect(problems.map(({ type }) => type)).toEqual(["fork"]);
    await appendOneByOne(one.ledger, 1, "on");
    expect((await problemsOf(await open(path))).map(({ type }) => type)).toEqual(["fork"]);
  });

  it("shows a tail that was cut off by hand, and is not written over", async () => {
    const path = await created("cut", 150);
    const members = [...valueOf(unzipBytes(new Uint8Array(readFileSync(path))))];
    const segments = members.map(([name]) => name).filter((name) => name.startsWith("segments/"));
    const last = segments[segments.length - 1];
    const kept = members.filter(([name]) => name !== last);
    writeFileSync(path, valueOf(zipBytes(kept.map(([name, bytes]) => ({ name, bytes })))));
    const stores = await open(path);
    expect((await problemsOf(stores)).map(({ type }) => type)).toEqual(["tail-cut"]);
    const bytes = utf8Bytes("Bonjour");
    const before = readFileSync(path);
    expect(errorOf(await stores.vault.keep(sha256Hex(bytes), bytes)).type).toBe("storage-corrupt");
    expect(readFileSync(path)).toEqual(before);
  });

  it("says that the file is gone when it was deleted after it was opened", async () => {
    const path = await created("gone", 1);
    const stores = await open(path);
    rmSync(path);
    expect(errorOf(await stores.ledger.tip()).type).toBe("storage-evicted");
    expect(errorOf(await stores.ledger.erase([])).type).toBe("storage-evicted");
    expect(existsSync(path)).toBe(false);
  });

  it("takes away the lock of a process that is no longer there", async () => {
    const path = await created("lock", 1);
    const ended = spawnSync(process.execPath, ["--eval", "0"]);
    writeFileSync(`${path}.lock`, JSON.stringify({ pid: ended.pid, host: hostname() }));
    const stores = await open(path);
    await appendOneByOne(stores.ledger, 1, "after");
    expect(existsSync(`${path}.lock`)).toBe(false);
  });

  it("waits for a process that is writing", async () => {
    const path = await created("wait", 1);
    writeFileSync(`${path}.lock`, JSON.stringify({ pid: process.pid, host: hostname() }));
    const stores = await open(path);
    let done = false;
    const append = appendOneByOne(stores.ledger, 1, "after").then(() => {
      done = true;
    });
    await new Promise((resolve) => {
      setTimeout(resolve, 60);
    });
    expect(done).toBe(false);
    rmSync(`${path}.lock`);
    await append;
    expect(done).toBe(true);
  });

  it("leaves nothing beside the file", async () => {
    await created("alone", 2);
    expect(readdirSync(folder).filter((name) => !name.endsWith(".relance"))).toEqual([]);
  });

  it("takes away what a process left that was stopped in the middle of a write", async () => {
    const path = await created("stopped", 2);
    const left = join(folder, ".stopped.relance.99999-3.tmp");
    writeFileSync(left, "half a file");
    const stores = await open(path);
    valueOf(await stores.vault.keep(sha256Hex(utf8Bytes("a")), utf8Bytes("a")));
    expect(existsSync(left)).toBe(false);
    expect(valueOf(readBackup(new Uint8Array(readFileSync(path)))).blobs.size).toBe(1);
  });

  it("is not written to where its owner protected it from writing", async () => {
    const path = await created("protected", 2);
    chmodSync(path, 0o400);
    const before = readFileSync(path);
    const stores = await open(path);
    const fault = errorOf(await stores.vault.keep(sha256Hex(utf8Bytes("a")), utf8Bytes("a")));
    expect(fault.type).toBe("storage-refused");
    expect(readFileSync(path)).toEqual(before);
  });

  it("is refused with its problem named when it is no backup", async () => {
    const path = pathOf("other");
    writeFileSync(path, "number,date\n");
    expect(errorOf(await openBackupFileStores(path))).toEqual({ type: "zip-not-a-zip" });
    writeFileSync(path, valueOf(zipBytes([{ name: "a.txt", bytes: utf8Bytes("a") }])));
    expect(errorOf(await openBackupFileStores(path))).toEqual({ type: "backup-not-ours" });
  });

  it("says storage-refused where the folder may not be written to", async () => {
    const stores = valueOf(
      await openBackupFileStores("/proc/relance/none.relance", { absent: "empty" }),
    );
    const fault = errorOf(await stores.ledger.begin(START));
    expect(["storage-refused", "storage-failed"]).toContain(fault.type);
  });
});
