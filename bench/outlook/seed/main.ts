import { emptyTip } from "#shared/ledger/append.ts";
import { openIndexedDbStores } from "#src/store/indexed-db.ts";
import { bigLedger } from "../../../test/fixtures/big-ledger.ts";

/** A page of the add-in's own address: what it writes is what the pane finds. Answers how many entries there are. */
const fillLedger = async (name: string, invoices: number): Promise<number> => {
  const opened = await openIndexedDbStores({ name });
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  const { ledger } = opened.value;
  const made = bigLedger(invoices);
  const begun = await ledger.begin(emptyTip(made.ledger, "wri-bench"));
  const taken = await ledger.takeIn(made.entries);
  ledger.close();
  if (!begun.ok || !taken.ok) throw new Error("not written");
  return made.entries.length;
};

declare global {
  interface Window {
    fillLedger: typeof fillLedger;
  }
}
window.fillLedger = fillLedger;
