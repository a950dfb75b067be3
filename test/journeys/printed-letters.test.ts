import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { prepareAnswer } from "#shared/app/answer-draft.ts";
import { declareSent, discardDraft } from "#shared/app/draft-acts.ts";
import { keepLetter } from "#shared/app/keep-letter.ts";
import { voidBatch } from "#shared/app/ledger-acts.ts";
import { printLetter } from "#shared/app/print-letter.ts";
import { utf8Bytes, utf8Text } from "#shared/kernel/bytes.ts";
import { dateOf } from "#shared/kernel/calendar.ts";
import { invoiceOf } from "./ledger-story.ts";
import { SALT, oneDebtor } from "./one-debtor.ts";
import type { Debt, OneDebtor } from "./one-debtor.ts";
import { DRIVERS, install, viewOf } from "./two-drivers.ts";
import type { Installation } from "./two-drivers.ts";

const DEBT: Debt = ["LAC-01", 1_000_000, "2026-08-31", "2026-09-30"];
const BUSINESS = { kind: "business", siren: "732829320" } as const;
const NUMBERS = ["LAC-01"];

/** Prints what is due and keeps the page, as a host does. */
const printed = async (device: Installation, { account }: OneDebtor) => {
  const page = await viewOf(device.run(printLetter, { account, way: null, salt: SALT }));
  const bytes = utf8Bytes(page.html);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const kept = await viewOf(
    device.run(
      keepLetter,
      {
        account,
        draft: page.draft,
        fileName: page.fileName,
        blob: { sha256, size: bytes.length },
      },
      new Map([[sha256, bytes]]),
    ),
  );
  return { page, sha256, kept };
};

describe.each(DRIVERS)("letters that go out, on the %s driver", (driver) => {
  const atLetter = async (writer: string) => {
    const device = await install(driver, writer, "2026-11-20");
    const one = await oneDebtor(device, BUSINESS, [DEBT]);
    await one.take("reminder-1", "2026-10-14", NUMBERS);
    await one.take("reminder-2", "2026-10-30", NUMBERS);
    await one.take("call", "2026-11-06", NUMBERS);
    await one.comeTo("2026-11-20");
    return { device, one };
  };
  const letters = async (one: OneDebtor) =>
    (await one.look()).state.documents.filter(
      ({ kind, removed }) => kind === "letter" && removed === null,
    );

  it("are kept byte for byte when they are printed, once a page, and taken back by one click", async () => {
    const { device, one } = await atLetter("wri-print");
    const first = await printed(device, one);
    expect(await letters(one)).toMatchObject([
      {
        name: first.page.fileName,
        on: "2026-11-20",
        invoice: invoiceOf("LAC-01"),
        blob: { sha256: first.sha256 },
        obtained: "as-received",
      },
    ]);
    const bytes = await device.bytesOf(first.sha256);
    expect(bytes === null ? null : utf8Text(bytes)).toBe(first.page.html);
    // Printed again on the same day it is the same page: nothing is written.
    const before = (await device.entries()).length;
    const again = await printed(device, one);
    expect([again.sha256, again.kept.undo]).toEqual([first.sha256, null]);
    expect((await device.entries()).length).toBe(before);
    // On a later day its figures are others: both pages are on file.
    await one.comeTo("2026-11-23");
    const later = await printed(device, one);
    expect(later.page.draft).toBe(first.page.draft);
    expect((await letters(one)).map(({ blob }) => blob?.sha256)).toEqual([
      first.sha256,
      later.sha256,
    ]);
    const { undo } = later.kept;
    if (undo === null) throw new Error("nothing to undo");
    await viewOf(device.run(voidBatch, { batch: undo.batch, accounts: undo.accounts }));
    expect(await letters(one)).toHaveLength(1);
  });

  it("are not kept without their bytes, nor for a draft that is not a letter that waits", async () => {
    const { device, one } = await atLetter("wri-bytes");
    const page = await viewOf(
      device.run(printLetter, { account: one.account, way: null, salt: SALT }),
    );
    const input = {
      account: one.account,
      draft: page.draft,
      fileName: page.fileName,
      blob: { sha256: "a".repeat(64), size: 3 },
    };
    expect((await device.run(keepLetter, input)).ok).toBe(false);
    expect(await letters(one)).toEqual([]);
    expect(await device.run(keepLetter, { ...input, draft: "draft-none" })).toMatchObject({
      error: { type: "draft-unknown" },
    });
    await viewOf(device.run(declareSent, { account: one.account, draft: page.draft }));
    expect(await device.run(keepLetter, input)).toMatchObject({
      error: { type: "draft-not-waiting" },
    });
  });

  it("leave the file when they are discarded, and their bytes stay", async () => {
    const { device, one } = await atLetter("wri-discard");
    const { page, sha256 } = await printed(device, one);
    const { undo } = await viewOf(
      device.run(discardDraft, { account: one.account, draft: page.draft }),
    );
    expect(await letters(one)).toEqual([]);
    expect(await device.bytesOf(sha256)).not.toBeNull();
    if (undo === null) throw new Error("nothing to undo");
    await viewOf(device.run(voidBatch, { batch: undo.batch, accounts: undo.accounts }));
    expect(await letters(one)).toHaveLength(1);
  });

  it("give notice of a missed instalment by being sent: one act, one undo", async () => {
    const device = await install(driver, "wri-accelerate", "2026-11-20");
    const one = await oneDebtor(device, BUSINESS, [DEBT]);
    await one.act({
      type: "agree-instalments",
      on: dateOf("2026-10-20"),
      currency: "EUR",
      invoices: [invoiceOf("LAC-01")],
      parts: [
        { by: dateOf("2026-11-02"), amount: 400_000 },
        { by: dateOf("2026-12-02"), amount: 600_000 },
      ],
      exchange: null,
    });
    await one.comeTo("2026-11-20");
    const { account } = one;
    const { draft, mail } = await viewOf(
      device.run(prepareAnswer, {
        account,
        answer: "acceleration",
        exchange: null,
        replyTo: null,
        words: null,
        salt: SALT,
      }),
    );
    expect(mail.text.replace(/\s/g, " ")).toContain("lundi 30 novembre 2026");
    expect((await one.file()).accelerations).toEqual([]);
    // The notice waits in the mailbox: it is no step that waits, and hides none.
    expect((await one.look()).plan.reasons.map(({ code }) => code)).not.toContain("draft-waiting");
    const [agreed] = (await one.look()).state.instalments;
    const sent = await viewOf(device.run(declareSent, { account, draft }));
    expect((await one.file()).accelerations).toMatchObject([
      { instalments: agreed?.instalments, on: "2026-11-20", until: "2026-11-30", exchange: null },
    ]);
    expect(await one.gates()).toContain("instalments-noticed");
    if (sent.undo === null) throw new Error("nothing to undo");
    const { batch, accounts } = sent.undo;
    await viewOf(device.run(voidBatch, { batch, accounts }));
    expect((await one.file()).accelerations).toEqual([]);
    expect((await one.look()).state.drafts[0]?.state).toBe("prepared");
    // Sent only after the last day that it gives, it leaves no time and is no notice.
    await one.comeTo("2026-12-01");
    await viewOf(device.run(declareSent, { account, draft }));
    expect((await one.file()).accelerations).toEqual([]);
  });
});
