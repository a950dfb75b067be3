import { cacheStoreContract } from "../../contracts/cache-store.ts";
import { ledgerStoreContract } from "../../contracts/ledger-store.ts";
import { valueOf } from "../../contracts/sample-entries.ts";
import { vaultStoreContract } from "../../contracts/vault-store.ts";
import { openIndexedDbStores } from "#src/store/indexed-db.ts";

ledgerStoreContract(
  "IndexedDB of a real browser",
  async (name) => valueOf(await openIndexedDbStores({ name })).ledger,
);
vaultStoreContract(
  "IndexedDB of a real browser",
  async (name, now) => valueOf(await openIndexedDbStores({ name, now })).vault,
);
cacheStoreContract(
  "IndexedDB of a real browser",
  async (name) => valueOf(await openIndexedDbStores({ name })).cache,
);
