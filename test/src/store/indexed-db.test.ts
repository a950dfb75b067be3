import "fake-indexeddb/auto";
import { cacheStoreContract } from "../../contracts/cache-store.ts";
import { indexedDbFaults } from "../../contracts/indexed-db-faults.ts";
import { ledgerStoreContract } from "../../contracts/ledger-store.ts";
import { valueOf } from "../../contracts/sample-entries.ts";
import { vaultStoreContract } from "../../contracts/vault-store.ts";
import { openIndexedDbStores } from "#src/store/indexed-db.ts";

const NAME = "IndexedDB, emulated";

ledgerStoreContract(NAME, async (name) => valueOf(await openIndexedDbStores({ name })).ledger);
vaultStoreContract(
  NAME,
  async (name, now) => valueOf(await openIndexedDbStores({ name, now })).vault,
);
cacheStoreContract(NAME, async (name) => valueOf(await openIndexedDbStores({ name })).cache);
indexedDbFaults(NAME);
