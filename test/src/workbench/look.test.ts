import { signal } from "@preact/signals";
import { describe, expect, it } from "vitest";
import { prepareGroupDraft } from "#shared/app/group-draft.ts";
import { addDebtor, markLooked, markPaymentsKnown, openLedger } from "#shared/app/ledger-acts.ts";
import { recordAct } from "#shared/app/record-act.ts";
import type { Run } from "#shared/app/run.ts";
import { addDays } from "#shared/kernel/calendar.ts";
import { ok } from "#shared/kernel/result.ts";
import type { Message } from "#shared/mail/message.ts";
import { lookThrough } from "#src/workbench/look.ts";
import type { ListedMail, PageMailbox } from "#src/workbench/mailbox.ts";
import { file, mail, ours, stateOf } from "../../fixtures/mails.ts";
import { CREDITOR } from "../../journeys/ledger-story.ts";
import { install, viewOf } from "../../journeys/two-drivers.ts";
import type { Installation } from "../../journeys/two-drivers.ts";

const SHARED = "o.ferrand@groupe-valade.example";

const entity = async (device: Installation, name: string): Promise<string> => {
  const { account } = await viewOf(
    device.run(addDebtor, {
      debtor: {
        name,
        kind: "business",
        soleTrader: false,
        country: "FR",
        language: "fr",
        siren: null,
        siret: null,
        vatNumber: null,
        phone: null,
        address: null,
      },
      contacts: [{ name: null, email: SHARED, phone: null, roles: ["chasing"] }],
      group: "Groupe Valade",
      evenSo: false,
    }),
  );
  await viewOf(
    device.run(recordAct, {
      account,
      command: {
        type: "record-invoice",
        number: `F-${name}`,
        issuedOn: addDays(device.today, -60),
        currency: "EUR",
        total: 100_000,
        portions: [{ amount: 100_000, dueOn: addDays(device.today, -20), condition: null }],
        order: null,
        source: "hand",
      },
    }),
  );
  return account;
};

const mailboxOf = (messages: readonly Message[]): PageMailbox => {
  const listed = messages.map((message, index) => {
    const { bytes, sha256 } = file(message);
    return { ...message, id: String(index), file: `${String(index)}.eml`, sha256, bytes, message };
  });
  return {
    mails: signal(listed as unknown as readonly ListedMail[]),
    open: (id: string) => {
      const { message, bytes, sha256 } = listed[Number(id)]!;
      return Promise.resolve(ok({ id, message, bytes, sha256 }));
    },
  } as unknown as PageMailbox;
};

describe("a look through the mailbox after one mail to a group", () => {
  const given = async () => {
    const device = await install("asynchronous", "wri-look");
    await viewOf(device.run(openLedger, { creditor: CREDITOR, ownInvoices: true }));
    const accounts = [
      await entity(device, "Valade Bâtiment"),
      await entity(device, "Valade Négoce"),
    ];
    await viewOf(device.run(markPaymentsKnown, { asOf: device.today, source: "bank" }));
    await viewOf(device.run(markLooked, { accounts: [], where: "by-hand" }));
    const drafted = await viewOf(
      device.run(prepareGroupDraft, { group: null, accounts, salt: "e5".repeat(16) }),
    );
    const run: Run = ((useCase: never, input: never, options: { bytes?: never } = {}) =>
      device.run(useCase, input, options.bytes)) as unknown as Run;
    const sent = ours({
      messageId: `<${drafted.mail.messageId}>`,
      to: [{ address: SHARED, name: "" }],
      subject: drafted.mail.subject,
      text: drafted.mail.text,
      sentAt: "2026-11-20T10:00:00+01:00",
    });
    const answer = mail({
      messageId: "<reponse@groupe-valade.example>",
      from: { address: SHARED, name: "Odile Ferrand" },
      inReplyTo: [`<${drafted.mail.messageId}>`],
      subject: `Re: ${drafted.mail.subject}`,
      text: "Bonjour,\n\nNous vous répondons lundi.\n\nOdile\n",
      sentAt: "2026-11-20T11:00:00+01:00",
    });
    return { device, accounts, run, sent, answer };
  };

  it("finds it sent, as the step and an exhibit of each of its debtors", async () => {
    const { device, accounts, run, sent } = await given();
    expect(await lookThrough(mailboxOf([sent]), run, new Set())).toMatchObject({ filed: 1 });
    for (const account of accounts) {
      const { acts, exchanges } = await stateOf(device, account);
      expect(acts.map(({ step, how }) => [step, how])).toEqual([["reminder-1", "found"]]);
      expect(exchanges).toHaveLength(1);
    }
  });

  it("lets the answer wait to be read in each of them: none is chased past it", async () => {
    const { device, accounts, run, sent, answer } = await given();
    await lookThrough(mailboxOf([answer, sent]), run, new Set());
    for (const account of accounts) {
      const { exchanges } = await stateOf(device, account);
      expect(exchanges.map(({ direction, tagged }) => [direction, tagged])).toEqual([
        ["out", null],
        ["in", null],
      ]);
    }
    await lookThrough(mailboxOf([answer, sent]), run, new Set());
    expect((await stateOf(device, accounts[0] ?? "")).exchanges).toHaveLength(2);
  });
});
