import { describe, expect, it } from "vitest";
import { discardDraft, prepareDraft } from "#shared/app/draft-acts.ts";
import type { PrepareDraftRefusal } from "#shared/app/draft-acts.ts";
import { markLooked, markPaymentsKnown } from "#shared/app/ledger-acts.ts";
import { mailRefusalText } from "#shared/app/mail-refusals.ts";
import type { AccountCommand } from "#shared/claims/commands.ts";
import { dateOf } from "#shared/kernel/calendar.ts";
import { shownText } from "#shared/kernel/text.ts";
import type { Message } from "#shared/mail/message.ts";
import { filed, from, mail, ours, stateOf, tag } from "../../fixtures/mails.ts";
import { act, invoiceOf, typeIn } from "../../journeys/ledger-story.ts";
import { CORE_DRIVERS, install, viewOf } from "../../journeys/two-drivers.ts";

const ADDRESS = (name: string) => ({ address: `${name}@debtor-1.example`, name: "" });

describe.each(CORE_DRIVERS)("a draft of the next step on the %s driver", (driver) => {
  const given = async (name = "Nordis SAS") => {
    const device = await install(driver, "wri-draft");
    const account = (await typeIn(device)).get(name)!;
    const know = async () => {
      await viewOf(device.run(markPaymentsKnown, { asOf: device.today, source: "bank" }));
      await viewOf(device.run(markLooked, { accounts: [], where: "by-hand" }));
    };
    await know();
    const prepare = (replyTo: Message | null = null) =>
      device.run(prepareDraft, { account, replyTo, salt: "a1".repeat(16) });
    const drafted = async (replyTo: Message | null = null) => (await viewOf(prepare(replyTo))).mail;
    const refused = async () => {
      const done = await prepare();
      return done.ok ? null : (done.error as PrepareDraftRefusal);
    };
    const say = (command: AccountCommand) => act(device, account, command);
    return { device, account, know, prepare, drafted, refused, say };
  };
  const contact = (name: string): AccountCommand => ({
    type: "add-contact",
    name: null,
    email: `${name}@debtor-1.example`,
    phone: null,
    roles: [],
  });

  it("is not written twice: one that waits must first be sent or discarded", async () => {
    const { account, device, prepare, refused } = await given();
    const first = await viewOf(prepare());
    expect(await refused()).toEqual({ type: "draft-waits", draft: first.draft });
    await viewOf(device.run(discardDraft, { account, draft: first.draft }));
    expect(await refused()).toBeNull();
  });

  it("goes to the contact for chasing, as a mail of its own, with what is late and how far payments are known", async () => {
    const { drafted, device, account } = await given();
    const draft = await drafted();
    expect(draft).toMatchObject({
      from: "claire@menuiserie-lacombe.example",
      to: ["compta@debtor-1.example"],
      cc: [],
      inReplyTo: null,
      references: [],
    });
    expect(draft.text).toContain("LAC-01");
    expect(draft.text).toContain("20 novembre 2026");
    expect(draft.text).toContain(draft.reference);
    expect(draft.messageId).toMatch(/@menuiserie-lacombe\.example$/);
    expect(device.acts).toMatchObject([{ kind: "save-draft", draft }]);
    expect((await stateOf(device, account)).drafts).toMatchObject([{ state: "prepared" }]);
  });

  it("answers the sender, and everyone only where every one of them is a known contact", async () => {
    const { drafted, say, device, account } = await given();
    const open = mail({ cc: [ADDRESS("patron")] });
    const toSender = await drafted(open);
    expect([toSender.to, toSender.cc]).toEqual([["compta@debtor-1.example"], []]);
    const [waiting] = (await stateOf(device, account)).drafts;
    await viewOf(device.run(discardDraft, { account, draft: waiting!.draft }));
    await say(contact("patron"));
    const toAll = await drafted(open);
    expect([toAll.to, toAll.cc]).toEqual([
      ["compta@debtor-1.example"],
      ["patron@debtor-1.example"],
    ]);
    expect(toAll.inReplyTo).toBe("answer@debtor-1.example");
    expect(toAll.subject).toBe("Re: Facture");
  });

  it("ignores the Reply-To of a stranger, and a stranger in the thread", async () => {
    const { drafted } = await given();
    const drawn = mail({ replyTo: [{ address: "escroc@ailleurs.example", name: "Compta" }] });
    expect((await drafted(drawn)).to).toEqual(["compta@debtor-1.example"]);
    const { drafted: other } = await given();
    const stranger = await other(mail(from("escroc@ailleurs.example", "Compta Nordis")));
    expect(stranger.to).toEqual(["compta@debtor-1.example"]);
    expect(stranger.inReplyTo).toBeNull();
  });

  it("goes to an individual alone, whoever was in copy", async () => {
    const { drafted, say } = await given("Élodie Dupont");
    await say({
      type: "add-contact",
      name: null,
      email: "mari@debtor-5.example",
      phone: null,
      roles: [],
    });
    const open = mail({
      from: { address: "compta@debtor-5.example", name: "" },
      cc: [{ address: "mari@debtor-5.example", name: "" }],
    });
    const draft = await drafted(open);
    expect(draft.to).toHaveLength(1);
    expect(draft.cc).toEqual([]);
  });

  it("goes on with the last thread that a contact still in office is in, never one among colleagues", async () => {
    const { device, account, drafted } = await given();
    await filed(device, account, ours({ subject: "Notre facture" }));
    const inside = {
      messageId: "<entre-nous@x>",
      subject: "Nordis, des escrocs",
      to: [{ address: "paul@menuiserie-lacombe.example", name: "" }],
    };
    await filed(device, account, ours({ ...inside, sentAt: "2026-11-19T10:00:00+01:00" }));
    const draft = await drafted();
    expect(draft.subject).toBe("Re: Notre facture");
    expect(draft.inReplyTo).toBe("sent@menuiserie-lacombe.example");
    expect(JSON.stringify(draft)).not.toContain("escrocs");
  });

  it("never asks for what is contested", async () => {
    const { device, account, drafted, know } = await given();
    await viewOf(
      tag(device, account, mail({}), "dispute", {
        invoices: [invoiceOf("LAC-01")],
        disputed: 264_000,
      }),
    );
    device.today = dateOf("2026-12-07");
    await know();
    const { text } = await drafted();
    expect(text).toContain("Reste dû 10\u202f000,00");
    expect(text).toContain("Total 13\u202f000,00");
    expect(text).toContain("2\u202f640,00\u00a0€, est mise de côté");
  });

  it("cites a broken promise with its day, in their words only to somebody who wrote or received them", async () => {
    for (const isParty of [true, false]) {
      const { device, account, drafted, say, know } = await given();
      const said = mail({ ...from("patron@debtor-1.example"), text: "Promis, lundi." });
      await viewOf(tag(device, account, said, "promise", { by: dateOf("2026-11-23") }));
      await say(contact("compta-2"));
      device.today = dateOf("2026-11-27");
      await know();
      const { text, to } = await drafted(isParty ? said : mail({ messageId: "<other@x>" }));
      expect(to).toEqual([isParty ? "patron@debtor-1.example" : "compta@debtor-1.example"]);
      expect(text).toContain("23 novembre 2026");
      expect(text.includes("leurs mots")).toBe(isParty);
    }
  });

  it("keeps the lower step of its second table apart from the higher one", async () => {
    const { device, account, prepare, know } = await given();
    device.today = dateOf("2026-10-20");
    await know();
    const first = await viewOf(prepare());
    const drafts = (await stateOf(device, account)).drafts;
    expect(drafts[0]?.portions.map((one) => one.invoice)).toEqual([invoiceOf("LAC-01")]);
    await viewOf(device.run(discardDraft, { account, draft: first.draft }));
    device.today = dateOf("2026-11-20");
    await know();
    await viewOf(prepare());
    const [, second] = (await stateOf(device, account)).drafts;
    const named = [...second!.portions, ...second!.lower].map((one) => one.invoice);
    expect(new Set(named)).toEqual(new Set([invoiceOf("LAC-01"), invoiceOf("LAC-02")]));
    for (const { step } of second!.lower) expect(step).not.toBe(second!.step);
  });

  it("is refused, in words of both languages, wherever a gate stands", async () => {
    const types: string[] = [];
    const see = async (refusal: PrepareDraftRefusal | null) => {
      types.push(refusal?.type ?? "drafted");
      for (const language of ["fr", "en"] as const)
        expect(mailRefusalText(refusal!, language).map(shownText).join("").length).toBeGreaterThan(
          10,
        );
    };
    const unknown = await given();
    const none = await unknown.device.run(prepareDraft, {
      account: "constructor",
      replyTo: null,
      salt: "",
    });
    await see(none.ok ? null : (none.error as PrepareDraftRefusal));

    const promised = await given();
    await viewOf(
      tag(promised.device, promised.account, mail({}), "promise", { by: dateOf("2026-12-01") }),
    );
    await see(await promised.refused());

    const held = await given();
    await held.say({
      type: "place-hold",
      on: dateOf("2026-11-20"),
      until: null,
      invoices: [],
      reason: "Médiation",
    });
    await see(await held.refused());

    const gone = await given();
    const [only] = (await stateOf(gone.device, gone.account)).contacts;
    await gone.say({
      type: "retire-contact",
      contact: only!.contact,
      reason: "left",
      on: gone.device.today,
    });
    await see(await gone.refused());

    const blind = await install(driver, "wri-blind");
    const account = (await typeIn(blind)).get("Nordis SAS")!;
    const done = await blind.run(prepareDraft, { account, replyTo: null, salt: "a1" });
    await see(done.ok ? null : (done.error as PrepareDraftRefusal));
    expect(types).toEqual([
      "account-unknown",
      "nothing-due",
      "nothing-due",
      "nothing-due",
      "payments-never-known",
    ]);
  });
});
