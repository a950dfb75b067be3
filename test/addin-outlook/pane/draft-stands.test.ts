import "fake-indexeddb/auto";
import { beforeEach, describe, expect, it } from "vitest";
import { draftStands } from "#outlook/pane/draft-stands.ts";
import { openKeptDrafts } from "#outlook/pane/kept-drafts.ts";
import { sweepKeptDrafts } from "#outlook/pane/sweep-drafts.ts";
import { discardDraft, prepareDraft } from "#shared/app/draft-acts.ts";
import {
  addDebtor,
  eraseEntries,
  markLooked,
  markPaymentsKnown,
  openLedger,
} from "#shared/app/ledger-acts.ts";
import { recordAct } from "#shared/app/record-act.ts";
import type { Run } from "#shared/app/run.ts";
import type { AccountCommand } from "#shared/claims/commands.ts";
import { addDays } from "#shared/kernel/calendar.ts";
import { stateOf } from "../../fixtures/mails.ts";
import { CREDITOR } from "../../journeys/ledger-story.ts";
import { install, viewOf } from "../../journeys/two-drivers.ts";
import type { Installation } from "../../journeys/two-drivers.ts";

const CONTACT = "compta@menuiserie-valade.example";

const MAIL = {
  from: "",
  to: [],
  cc: [],
  subject: "Facture F-117",
  text: "Bonjour",
  html: "<p>Bonjour</p>",
  messageId: "rappel@relance.example",
  inReplyTo: null,
  references: [],
  reference: "RL-1",
  attachments: [],
};

describe("a draft of yesterday", () => {
  let device: Installation;
  let account: string;
  let key: string;

  const act = async (command: AccountCommand): Promise<void> => {
    await viewOf(device.run(recordAct, { account, command }));
  };
  const why = async (recipients: readonly string[] = [CONTACT]): Promise<string | null> => {
    const text = await viewOf(device.run(draftStands, { key, recipients }));
    return text === null ? null : JSON.stringify(text).replace(/[\u00a0\u202f]/g, " ");
  };
  const pays = (amount: number): Promise<void> =>
    act({
      type: "record-payment",
      on: device.today,
      currency: "EUR",
      amount,
      reference: null,
      payer: null,
      source: "hand",
      rank: 0,
      named: [],
      allocations: null,
    });

  beforeEach(async () => {
    device = await install("asynchronous", "wri-stands");
    await viewOf(device.run(openLedger, { creditor: CREDITOR, ownInvoices: true }));
    const debtor = {
      name: "Menuiserie Valade",
      kind: "business",
      soleTrader: false,
      country: "FR",
      language: "fr",
      siren: null,
      siret: null,
      vatNumber: null,
      phone: null,
      address: null,
    } as const;
    const contacts = [
      { name: null, email: CONTACT, phone: null, roles: ["chasing" as const] },
      { name: "Odile", email: "odile@menuiserie-valade.example", phone: null, roles: [] },
    ];
    ({ account } = await viewOf(
      device.run(addDebtor, { debtor, contacts, group: null, evenSo: false }),
    ));
    await act({
      type: "record-invoice",
      number: "F-117",
      issuedOn: addDays(device.today, -60),
      currency: "EUR",
      total: 100_000,
      portions: [{ amount: 100_000, dueOn: addDays(device.today, -20), condition: null }],
      order: null,
      source: "hand",
    });
    await viewOf(device.run(markPaymentsKnown, { asOf: device.today, source: "bank" }));
    await viewOf(device.run(markLooked, { accounts: [], where: "by-hand" }));
    const input = { account, replyTo: null, salt: "e5".repeat(16) };
    ({ draft: key } = await viewOf(device.run(prepareDraft, input)));
    device.today = addDays(device.today, 1);
  });

  it("may go while nothing has changed", async () => {
    expect(await why()).toBeNull();
  });

  it("may not once its debtor has paid, in whole or in part", async () => {
    await pays(40_000);
    expect(await why()).toContain("les sommes n'y sont plus justes");
    await pays(60_000);
    expect(await why()).toContain("n'est plus dû");
  });

  it("may not once its debtor disputes, with the plan's own reason", async () => {
    const [invoice] = (await stateOf(device, account)).invoices;
    await act({
      type: "open-dispute",
      on: device.today,
      invoice: invoice?.invoice ?? "",
      amount: null,
      reason: "quality",
      quote: null,
      note: null,
      mustAct: "them",
      exchange: null,
    });
    expect(await why()).toMatch(/la situation a changé.*litige/);
  });

  it("may not to somebody who has left, and may to a contact who stays", async () => {
    const { contacts } = await stateOf(device, account);
    const odile = contacts.find(({ name }) => name === "Odile");
    await act({
      type: "retire-contact",
      contact: odile?.contact ?? "",
      reason: "left",
      on: device.today,
    });
    expect(await why()).toBeNull();
    expect(await why(["Odile@menuiserie-valade.example"])).toContain("n'est plus un contact");
  });

  it("is kept in words while it waits, and forgotten once it was sent, discarded or erased", async () => {
    const drafts = await openKeptDrafts("relance-sweep");
    const mail = { ...MAIL, to: [CONTACT] };
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

  it("may not once it was discarded, or where no ledger knows it", async () => {
    await viewOf(device.run(discardDraft, { account, draft: key }));
    expect(await why()).toContain("n'attend plus");
    key = "draft-unknown";
    expect(await why()).toContain("n'attend plus");
  });
});
