import "fake-indexeddb/auto";
import { cacheStoreContract } from "../../contracts/cache-store.ts";
import { ledgerStoreContract } from "../../contracts/ledger-store.ts";
import { valueOf } from "../../contracts/sample-entries.ts";
import { vaultStoreContract } from "../../contracts/vault-store.ts";
import { openIndexedDbStores } from "#src/store/indexed-db.ts";

ledgerStoreContract(
  "IndexedDB, emulated",
  async (name) => valueOf(await openIndexedDbStores({ name })).ledger,
);
vaultStoreContract(
  "IndexedDB, emulated",
  async (name, now) => valueOf(await openIndexedDbStores({ name, now })).vault,
);
cacheStoreContract(
  "IndexedDB, emulated",
  async (name) => valueOf(await openIndexedDbStores({ name })).cache,
);
