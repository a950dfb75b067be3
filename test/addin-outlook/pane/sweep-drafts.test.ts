import "fake-indexeddb/auto";
import { describe, expect, it } from "vitest";
import { openKeptDrafts } from "#outlook/pane/kept-drafts.ts";
import { sweepKeptDrafts } from "#outlook/pane/sweep-drafts.ts";
import { prepareDraft } from "#shared/app/draft-acts.ts";
import { eraseEntries } from "#shared/app/ledger-acts.ts";
import type { Run } from "#shared/app/run.ts";
import { SALT, oneDebtor } from "../../journeys/one-debtor.ts";
import { install, viewOf } from "../../journeys/two-drivers.ts";

describe("the words of drafts beside the pane", () => {
  it("are kept while their draft waits, and forgotten once it was sent, discarded or erased", async () => {
    const device = await install("asynchronous", "wri-sweep");
    const { account, comeTo } = await oneDebtor(device, { kind: "business" }, [
      ["F-117", 100_000, "2026-09-20", "2026-10-31"],
    ]);
    await comeTo("2026-11-20");
    const input = { account, replyTo: null, salt: SALT };
    const { draft: key, mail } = await viewOf(device.run(prepareDraft, input));
    const drafts = await openKeptDrafts("relance-sweep");
    for (const one of [key, "draft-of-nobody"]) await drafts.keep(one, mail);
    const run: Run = ((useCase: never, one: never) => device.run(useCase, one)) as unknown as Run;
    const sweep = () => sweepKeptDrafts(drafts, run, () => Promise.resolve());
    await sweep();
    expect(await drafts.keys()).toEqual([key]);
    expect(await drafts.get(key)).toEqual(mail);
    const prepared = (await device.entries()).find(
      ({ header }) => header.type === "draft-prepared",
    );
    const entries = [prepared?.hash ?? ""];
    await viewOf(device.run(eraseEntries, { account, entries, reason: "asked" }));
    await sweep();
    expect(await (await openKeptDrafts("relance-sweep")).keys()).toEqual([]);
  });
});
