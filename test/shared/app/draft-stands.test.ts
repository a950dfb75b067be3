import { beforeEach, describe, expect, it } from "vitest";
import { discardDraft, prepareDraft } from "#shared/app/draft-acts.ts";
import { draftStands } from "#shared/app/draft-stands.ts";
import { addDays } from "#shared/kernel/calendar.ts";
import { invoiceOf } from "../../journeys/ledger-story.ts";
import { SALT, oneDebtor, said } from "../../journeys/one-debtor.ts";
import type { OneDebtor } from "../../journeys/one-debtor.ts";
import { install, viewOf } from "../../journeys/two-drivers.ts";
import type { Installation } from "../../journeys/two-drivers.ts";

const CONTACT = "compta@atelierbloch.example";

describe("a draft of yesterday", () => {
  let device: Installation;
  let debtor: OneDebtor;
  let key: string;

  const why = async (recipients: readonly string[] = [CONTACT]): Promise<string | null> => {
    const text = await viewOf(device.run(draftStands, { key, recipients }));
    return text === null ? null : said(text);
  };
  const disputes = (amount: number | null): Promise<void> =>
    debtor.act({
      type: "open-dispute",
      on: device.today,
      invoice: invoiceOf("F-117"),
      amount,
      reason: "quality",
      quote: null,
      note: null,
      mustAct: "them",
      exchange: null,
    });

  beforeEach(async () => {
    device = await install("asynchronous", "wri-stands");
    debtor = await oneDebtor(device, { kind: "business" }, [
      ["F-117", 100_000, "2026-09-20", "2026-10-31"],
    ]);
    await debtor.comeTo("2026-11-20");
    const input = { account: debtor.account, replyTo: null, salt: SALT };
    ({ draft: key } = await viewOf(device.run(prepareDraft, input)));
    device.today = addDays(device.today, 1);
  });

  it("may go while nothing has changed", async () => {
    expect(await why()).toBeNull();
  });

  it("may not once its debtor has paid, in whole or in part", async () => {
    await debtor.pay("2026-11-21", 40_000);
    expect(await why()).toContain("les sommes n'y sont plus justes");
    await debtor.pay("2026-11-21", 60_000);
    expect(await why()).toContain("n'est plus dû");
  });

  it("may again where that payment was none", async () => {
    await debtor.pay("2026-11-21", 40_000);
    const [payment] = (await debtor.look()).state.payments;
    await debtor.act({
      type: "reverse-payment",
      payment: payment?.payment ?? "",
      on: device.today,
      reason: "chèque sans provision",
    });
    expect(await why()).toBeNull();
  });

  it("may not once its debtor disputes, with the plan's own reason", async () => {
    await disputes(null);
    expect(await why()).toMatch(/la situation a changé.*litige/);
  });

  it("may not once part of it is disputed, and may again once that is withdrawn", async () => {
    await disputes(20_000);
    expect(await why()).toContain("contestée depuis");
    const [dispute] = (await debtor.look()).state.disputes;
    await debtor.act({
      type: "resolve-dispute",
      dispute: dispute?.dispute ?? "",
      on: device.today,
      outcome: "withdrawn",
      note: null,
    });
    expect(await why()).toBeNull();
  });

  it("may not to somebody who has left, and may to a contact who stays", async () => {
    const email = "odile@atelierbloch.example";
    await debtor.act({ type: "add-contact", name: "Odile", email, phone: null, roles: [] });
    const { contacts } = (await debtor.look()).state;
    const odile = contacts.find(({ name }) => name === "Odile");
    await debtor.act({
      type: "retire-contact",
      contact: odile?.contact ?? "",
      reason: "left",
      on: device.today,
    });
    expect(await why()).toBeNull();
    expect(await why(["Odile@atelierbloch.example"])).toContain("n'est plus un contact");
  });

  it("may not once it was discarded, or where no ledger knows it", async () => {
    await viewOf(device.run(discardDraft, { account: debtor.account, draft: key }));
    expect(await why()).toContain("n'attend plus");
    key = "draft-unknown";
    expect(await why()).toContain("n'attend plus");
  });
});
