import { cacheStoreContract } from "../../contracts/cache-store.ts";
import { ledgerStoreContract } from "../../contracts/ledger-store.ts";
import { vaultStoreContract } from "../../contracts/vault-store.ts";
import { emptyMemoryPlace, openMemoryStores } from "#src/store/memory.ts";
import type { MemoryPlace } from "#src/store/memory.ts";

const places = new Map<string, MemoryPlace>();

const placeOf = (name: string): MemoryPlace => {
  const place = places.get(name) ?? emptyMemoryPlace();
  places.set(name, place);
  return place;
};

ledgerStoreContract("memory", (name) =>
  Promise.resolve(openMemoryStores({ place: placeOf(name) }).ledger),
);
vaultStoreContract("memory", (name, now) =>
  Promise.resolve(openMemoryStores({ place: placeOf(name), now }).vault),
);
cacheStoreContract("memory", (name) =>
  Promise.resolve(openMemoryStores({ place: placeOf(name) }).cache),
);
