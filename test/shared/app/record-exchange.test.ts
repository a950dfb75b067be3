import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { attachDocument, recordExchange } from "#shared/app/record-exchange.ts";
import type { RecordExchangeInput } from "#shared/app/record-exchange.ts";
import { voidBatch } from "#shared/app/ledger-acts.ts";
import { dateOf } from "#shared/kernel/calendar.ts";
import { stateOf } from "../../fixtures/mails.ts";
import { typeIn } from "../../journeys/ledger-story.ts";
import { CORE_DRIVERS, install, viewOf } from "../../journeys/two-drivers.ts";

const CALL: RecordExchangeInput["exchange"] = {
  type: "file-exchange",
  kind: "call",
  direction: "out",
  on: dateOf("2026-11-20"),
  at: "2026-11-20T09:30:00.000Z",
  subject: null,
  from: null,
  to: [],
  messageId: null,
  blob: null,
  obtained: null,
  automatic: false,
  outcome: "reached",
  words: "Rappelle lundi.",
  invoices: [],
};

describe.each(CORE_DRIVERS)("what is recorded by hand, on the %s driver", (driver) => {
  const given = async () => {
    const device = await install(driver, "wri-exchange");
    const nordis = (await typeIn(device)).get("Nordis SAS")!;
    const state = await stateOf(device, nordis);
    const portions = state.invoices.flatMap((invoice) =>
      invoice.portions.map(({ portion }) => ({ invoice: invoice.invoice, portion })),
    );
    return { device, nordis, portions };
  };

  it("is a call alone where no step of the plan was taken", async () => {
    const { device, nordis } = await given();
    await viewOf(device.run(recordExchange, { account: nordis, exchange: CALL, step: null }));
    const { exchanges, acts } = await stateOf(device, nordis);
    expect(exchanges.map(({ kind, words, outcome }) => [kind, words, outcome])).toEqual([
      ["call", "Rappelle lundi.", "reached"],
    ]);
    expect(acts).toEqual([]);
  });

  it("is the call and the step it takes, each naming the other, and one undo takes both back", async () => {
    const { device, nordis, portions } = await given();
    const before = await stateOf(device, nordis);
    const done = await viewOf(
      device.run(recordExchange, {
        account: nordis,
        exchange: CALL,
        step: { step: "call", portions },
      }),
    );
    const { exchanges, acts } = await stateOf(device, nordis);
    expect(exchanges).toHaveLength(1);
    expect(new Set(acts.map(({ exchange }) => exchange))).toEqual(
      new Set([exchanges[0]?.exchange]),
    );
    expect(acts.map(({ how }) => how)).toEqual(acts.map(() => "called"));
    expect(acts.length).toBeGreaterThan(0);
    const { batch = "", accounts = [] } = done.undo ?? {};
    await viewOf(device.run(voidBatch, { batch, accounts }));
    expect(await stateOf(device, nordis)).toEqual(before);
  });

  it("says that a meeting or letter that took a step was declared, not called", async () => {
    const { device, nordis, portions } = await given();
    const letter = { ...CALL, kind: "letter", outcome: null } as const;
    await viewOf(
      device.run(recordExchange, {
        account: nordis,
        exchange: letter,
        step: { step: "letter", portions },
      }),
    );
    const { acts } = await stateOf(device, nordis);
    expect(new Set(acts.map(({ how }) => how))).toEqual(new Set(["declared"]));
  });

  it("is refused for an account that is not here", async () => {
    const { device } = await given();
    const refused = await device.run(recordExchange, {
      account: "nobody",
      exchange: CALL,
      step: null,
    });
    expect(refused).toEqual({ ok: false, error: { type: "account-unknown", account: "nobody" } });
  });

  it("keeps a document's bytes before its entry says that they are there", async () => {
    const { device, nordis } = await given();
    const bytes = new TextEncoder().encode("%PDF-1.7 facture");
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    const document = {
      type: "attach-document",
      name: "LAC-01.pdf",
      kind: "invoice",
      on: dateOf("2026-11-20"),
      invoice: null,
      blob: { sha256, size: bytes.length },
      obtained: "as-received",
    } as const;
    const missing = await device.run(attachDocument, { account: nordis, document });
    expect(missing).toEqual({ ok: false, error: { type: "bytes-missing", sha256 } });
    expect((await stateOf(device, nordis)).documents).toEqual([]);
    await viewOf(
      device.run(attachDocument, { account: nordis, document }, new Map([[sha256, bytes]])),
    );
    const { documents } = await stateOf(device, nordis);
    expect(documents.map(({ name, blob }) => [name, blob?.sha256])).toEqual([
      ["LAC-01.pdf", sha256],
    ]);
  });
});
