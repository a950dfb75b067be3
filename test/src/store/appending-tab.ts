import { openIndexedDbStores } from "#src/store/indexed-db.ts";
import { appendOneByOne, valueOf } from "../../contracts/sample-entries.ts";

/** What one page does: 200 appends to the database that it is told of; it tells its parent when it is done. */
export const appendAsTab = async (database: string, words: string): Promise<void> => {
  const stores = valueOf(await openIndexedDbStores({ name: database }));
  let heard = 0;
  stores.ledger.onChange(() => {
    heard += 1;
  });
  const { stale } = await appendOneByOne(stores.ledger, 200, words);
  stores.ledger.close();
  // A page made of `srcdoc` has its parent's origin, yet `location.origin` is "null" there.
  window.parent.postMessage({ done: words, stale, heard }, window.parent.location.origin);
};
