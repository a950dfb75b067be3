import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import { ledgerStoreContract } from "../../contracts/ledger-store.ts";
import { START, valueOf } from "../../contracts/sample-entries.ts";
import { vaultStoreContract } from "../../contracts/vault-store.ts";
import { cacheStoreContract } from "../../contracts/cache-store.ts";
import { openBackupFileStores } from "#src/store/disk/backup-file.ts";

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
  valueOf(
    await stores.ledger
      .begin({ ...START, writer: `wri-${name}` })
      .then((begun) => ({ ok: true as const, value: begun })),
  );
  return stores.vault;
});
