import { describe, expect, it } from "vitest";
import { checkChain } from "#shared/ledger/chain.ts";
import { openIndexedDbStores } from "#src/store/indexed-db.ts";
import { LEDGER, START, WRITER, valueOf } from "../../contracts/sample-entries.ts";

type Done = { readonly done: string; readonly stale: number; readonly heard: number };

/** A page of its own: another realm, its own connection, its own module instances. */
const openPage = (database: string, words: string): Promise<Done> =>
  new Promise((resolve) => {
    const script = new URL("./appending-tab.ts", import.meta.url).href;
    window.addEventListener("message", (event: MessageEvent<Partial<Done>>) => {
      if (event.data.done === words) resolve(event.data as Done);
    });
    const frame = document.createElement("iframe");
    frame.srcdoc = `<script type="module">
      import { appendAsTab } from ${JSON.stringify(script)};
      await appendAsTab(${JSON.stringify(database)}, ${JSON.stringify(words)});
    </script>`;
    document.body.append(frame);
  });

describe("two pages over one database", () => {
  it("append 200 entries each at once: 400 entries, one whole chain, no gap", async () => {
    const stores = valueOf(await openIndexedDbStores({ name: "two-pages" }));
    valueOf(await stores.ledger.begin(START));
    const pages = await Promise.all([openPage("two-pages", "one"), openPage("two-pages", "two")]);
    const { entries } = valueOf(await stores.ledger.readSince(0));
    const report = checkChain(LEDGER, entries);
    expect(report.problems).toEqual([]);
    expect(report.writers).toEqual([{ writer: WRITER, entries: 400, last: 400 }]);
    // They did meet: each heard of the other, and at least one had to decide again.
    expect(pages[0].stale + pages[1].stale).toBeGreaterThan(0);
    expect(pages[0].heard + pages[1].heard).toBeGreaterThan(0);
    stores.ledger.close();
  });
});
