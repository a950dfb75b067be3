import { describe, expect, it } from "vitest";
import { declareSent, prepareDraft } from "#shared/app/draft-acts.ts";
import { markPaymentsKnown, voidBatch } from "#shared/app/ledger-acts.ts";
import { mailRefusalText } from "#shared/app/mail-refusals.ts";
import type { TagRefusal } from "#shared/app/mail-acts.ts";
import { dateOf } from "#shared/kernel/calendar.ts";
import { shownText } from "#shared/kernel/text.ts";
import { file, filed, from, mail, ours, stateOf, tag } from "../../fixtures/mails.ts";
import { act, invoiceOf, typeIn } from "../../journeys/ledger-story.ts";
import { CORE_DRIVERS, install, viewOf } from "../../journeys/two-drivers.ts";

const LAC_01 = invoiceOf("LAC-01");
const LAC_02 = invoiceOf("LAC-02");

describe.each(CORE_DRIVERS)("mails filed and tagged on the %s driver", (driver) => {
  const given = async () => {
    const device = await install(driver, "wri-acts");
    const accounts = await typeIn(device);
    const account = accounts.get("Nordis SAS")!;
    return { device, account, state: () => stateOf(device, account) };
  };

  it("is one exhibit however often the same bytes are filed, and has a second version for others", async () => {
    const { device, account, state } = await given();
    await filed(device, account, mail({}));
    const again = await filed(device, account, mail({}));
    expect(again.undo).toBeNull();
    await filed(device, account, mail({}), "d'autres octets");
    const [exchange, ...others] = (await state()).exchanges;
    expect(others).toEqual([]);
    expect(exchange?.versions).toHaveLength(2);
    for (const { sha256 } of exchange?.versions ?? [])
      expect(await device.bytesOf(sha256)).not.toBeNull();
  });

  it("says of a promise who, what, when, and corrects it when tagged again", async () => {
    const { device, account, state } = await given();
    const by = dateOf("2026-11-25");
    await viewOf(tag(device, account, mail({}), "promise", { by, amount: 115_000 }));
    expect((await state()).promises).toMatchObject([
      { by, amount: 115_000, on: "2026-11-18", quote: "leurs mots", withdrawn: null },
    ]);
    const later = dateOf("2026-11-27");
    await viewOf(tag(device, account, mail({}), "promise", { by: later, amount: 100_000 }));
    const after = await state();
    expect(after.promises).toMatchObject([{ by: later, amount: 100_000 }]);
    expect(after.misfits).toEqual([]);
  });

  it("takes a promise back when the mail is no promise, and makes it anew when it is one after all", async () => {
    const { device, account, state } = await given();
    const by = dateOf("2026-11-25");
    await viewOf(tag(device, account, mail({}), "promise", { by }));
    await viewOf(tag(device, account, mail({}), "question"));
    expect((await state()).promises.filter((one) => one.withdrawn === null)).toEqual([]);
    await viewOf(tag(device, account, mail({}), "promise", { by }));
    const after = await state();
    expect(after.promises.filter((one) => one.withdrawn === null)).toMatchObject([{ by }]);
    expect(after.misfits).toEqual([]);
  });

  it("agrees on instalments, on others when tagged again, on none when it was no promise", async () => {
    const { device, account, state } = await given();
    const parts = (amount: number) => [
      { by: dateOf("2026-11-30"), amount },
      { by: dateOf("2026-12-31"), amount },
    ];
    const standing = async () => (await state()).instalments.filter((one) => one.ended === null);
    await viewOf(tag(device, account, mail({}), "promise", { parts: parts(1000) }));
    await viewOf(tag(device, account, mail({}), "promise", { parts: parts(1000) }));
    expect((await state()).instalments).toHaveLength(1);
    await viewOf(tag(device, account, mail({}), "promise", { parts: parts(2000) }));
    expect(await standing()).toMatchObject([{ parts: parts(2000) }]);
    await viewOf(tag(device, account, mail({}), "acknowledgement"));
    expect(await standing()).toEqual([]);
    expect((await state()).misfits).toEqual([]);
  });

  it("disputes the whole, a part, or each of several invoices, and lets go of those no longer meant", async () => {
    const { device, account, state } = await given();
    const open = async () =>
      (await state()).disputes
        .filter((one) => one.resolved === null)
        .map(({ invoice, amount }) => [invoice, amount]);
    await viewOf(tag(device, account, mail({}), "dispute", { invoices: [LAC_01, LAC_02, LAC_02] }));
    expect(await open()).toEqual([
      [LAC_01, null],
      [LAC_02, null],
    ]);
    await viewOf(
      tag(device, account, mail({}), "dispute", { invoices: [LAC_02], disputed: 5_000 }),
    );
    expect(await open()).toEqual([[LAC_02, 5_000]]);
    await viewOf(tag(device, account, mail({}), "question"));
    expect(await open()).toEqual([]);
    await viewOf(tag(device, account, mail({}), "dispute", { invoices: [LAC_01] }));
    expect(await open()).toEqual([[LAC_01, null]]);
    expect((await state()).misfits).toEqual([]);
  });

  it("is not widened by a further mail on the same quarrel that names no sum", async () => {
    const { account, device, state } = await given();
    const said = { invoices: [LAC_02], disputed: 5_000, reason: "quality" } as const;
    await viewOf(tag(device, account, mail({}), "dispute", said));
    const photographs = mail({ messageId: "<photographs@debtor-1.example>" });
    await viewOf(tag(device, account, photographs, "dispute", { ...said, disputed: null }));
    expect((await state()).disputes.map(({ amount }) => amount)).toEqual([5_000]);
    const other = mail({ messageId: "<price@debtor-1.example>" });
    await viewOf(tag(device, account, other, "dispute", { invoices: [LAC_02], reason: "price" }));
    expect((await state()).disputes.map(({ reason }) => reason)).toEqual(["quality", "price"]);
  });

  it("does not open a dispute again that has been settled since", async () => {
    const { device, account, state } = await given();
    await viewOf(tag(device, account, mail({}), "dispute", { invoices: [LAC_01] }));
    const dispute = (await state()).disputes[0]!.dispute;
    await act(device, account, {
      type: "resolve-dispute",
      dispute,
      on: dateOf("2026-11-20"),
      outcome: "credited",
      note: null,
    });
    await viewOf(tag(device, account, mail({}), "dispute", { invoices: [LAC_01] }));
    expect((await state()).disputes.filter((one) => one.resolved === null)).toEqual([]);
  });

  it("retires the contact whose mail bounces for good, and not one whose mail is late", async () => {
    const { device, account, state } = await given();
    const bounce = (permanence: "permanent" | "transient") =>
      mail({
        messageId: `<${permanence}@debtor-1.example>`,
        from: { address: "mailer-daemon@debtor-1.example", name: "" },
        report: {
          action: "failed",
          status: "5.1.1",
          finalRecipient: "Compta@debtor-1.example",
          permanence,
          outcomes: [],
          originalMessageId: null,
          originalReferences: [],
        },
      });
    await viewOf(tag(device, account, bounce("transient"), "bounce"));
    expect((await state()).contacts).toMatchObject([{ retired: null }]);
    await viewOf(tag(device, account, bounce("permanent"), "bounce"));
    const after = await state();
    // The robot that wrote is nobody's contact.
    expect(after.contacts).toMatchObject([{ retired: { reason: "bounced" } }]);
    expect(after.exchanges.every((one) => one.automatic)).toBe(true);
  });

  it("adds the right contact, and lets go of one that had been misread", async () => {
    const { device, account, state } = await given();
    const active = async () =>
      (await state()).contacts.filter((one) => one.retired === null).map((one) => one.email);
    await viewOf(tag(device, account, mail({}), "wrong_contact", { contact: "Faux@x.example" }));
    expect(await active()).toEqual(["compta@debtor-1.example", "faux@x.example"]);
    device.today = dateOf("2026-11-21");
    await viewOf(tag(device, account, mail({}), "wrong_contact", { contact: "juste@x.example" }));
    expect(await active()).toEqual(["compta@debtor-1.example", "juste@x.example"]);
    device.today = dateOf("2026-11-22");
    await viewOf(tag(device, account, mail({}), "wrong_contact", { contact: "faux@x.example" }));
    expect(await active()).toEqual(["compta@debtor-1.example", "faux@x.example"]);
    expect((await state()).misfits).toEqual([]);
  });

  it("keeps the day on which an absent person is back, and makes nobody of a stranger", async () => {
    const { device, account, state } = await given();
    const away = mail({ ...from("rh@debtor-1.example"), messageId: "<away@x>" });
    await viewOf(tag(device, account, away, "autoreply", { back: dateOf("2026-12-01") }));
    await viewOf(tag(device, account, mail({ ...from("pub@x.example") }), "unrelated"));
    const after = await state();
    expect(after.exchanges[0]?.tagged?.back).toBe("2026-12-01");
    expect(after.exchanges[0]?.automatic).toBe(true);
    expect(after.contacts).toHaveLength(1);
  });

  it("takes whoever answers for the debtor as its contact, without a role", async () => {
    const { device, account, state } = await given();
    await viewOf(
      tag(device, account, mail(from("patron@debtor-1.example", "Le Patron")), "question"),
    );
    expect((await state()).contacts[1]).toMatchObject({
      email: "patron@debtor-1.example",
      name: "Le Patron",
      roles: [],
    });
  });

  it("gives the state back exactly when one click undoes it, whatever it had said", async () => {
    const { device, account, state } = await given();
    await viewOf(tag(device, account, mail({}), "dispute", { invoices: [LAC_01, LAC_02] }));
    const before = await state();
    const done = await viewOf(
      tag(device, account, mail(from("patron@debtor-1.example")), "promise", {
        by: dateOf("2026-11-25"),
        contact: "x@y.example",
      }),
    );
    expect(await state()).not.toEqual(before);
    const undone = await viewOf(device.run(voidBatch, done.undo!));
    expect(await state()).toEqual(before);
    expect([undone.text.map(shownText).join(""), undone.undo?.label.own]).toEqual([
      "Annulé.",
      "Rétablir",
    ]);
    const redone = await viewOf(device.run(voidBatch, undone.undo!));
    expect([redone.text.map(shownText).join(""), redone.undo?.label.own]).toEqual([
      "Rétabli.",
      "Annuler",
    ]);
    expect((await state()).promises).toHaveLength(1);
  });

  it("refuses, in words, a promise before its mail, a sum that is none, a dispute of nothing", async () => {
    const { device, account } = await given();
    const before = (await device.entries()).length;
    const parts = [
      { by: dateOf("2026-11-30"), amount: 1000 },
      { by: dateOf("2026-12-31"), amount: 0 },
    ];
    const refused = [
      await tag(device, account, mail({}), "promise", { by: dateOf("2026-11-17") }),
      await tag(device, account, mail({}), "promise", { parts }),
      await tag(device, account, mail({}), "promise", { amount: Number.MAX_SAFE_INTEGER }),
      await tag(device, account, mail({}), "dispute", { invoices: [LAC_01], disputed: -1 }),
      await tag(device, account, mail({}), "dispute"),
      await tag(device, "__proto__", mail({}), "question"),
    ].map((one) => (one.ok ? null : (one.error as TagRefusal)));
    expect(refused.map((one) => one?.type)).toEqual([
      "promise-before-mail",
      "amount-not-positive",
      "amount-not-positive",
      "amount-not-positive",
      "dispute-without-invoice",
      "account-unknown",
    ]);
    for (const language of ["fr", "en"] as const)
      for (const refusal of refused)
        expect(mailRefusalText(refusal!, language).map(shownText).join("")).not.toBe("");
    expect(await device.entries()).toHaveLength(before);
  });

  it("files a mail with odd letters and long addresses so that the entry can be read again", async () => {
    const { device, account, state } = await given();
    const odd = mail({
      messageId: "<\ud800odd@x>",
      from: { address: `${"a".repeat(312)}@x.example`.slice(-315), name: "\u0000\u202eNom\udfff" },
      to: [{ address: `${"b".repeat(305)}@x.example`, name: "" }],
      subject: "a\u0000b\ud800 __proto__",
      text: `${"é".repeat(200_000)}\ud800`,
    });
    await viewOf(tag(device, account, odd, "question"));
    await filed(device, account, odd);
    const after = await state();
    expect(after.deferred).toEqual([]);
    expect(after.misfits).toEqual([]);
    expect(after.exchanges).toHaveLength(1);
    expect(after.exchanges[0]?.tagged?.tag).toBe("question");
  });
});

describe.each(CORE_DRIVERS)("mails of ours found in Sent on the %s driver", (driver) => {
  const given = async () => {
    const device = await install(driver, "wri-sent");
    const account = (await typeIn(device)).get("Nordis SAS")!;
    await viewOf(device.run(markPaymentsKnown, { asOf: device.today, source: "bank" }));
    const draft = await viewOf(
      device.run(prepareDraft, { account, replyTo: null, salt: "a1".repeat(16) }),
    );
    const acts = async () =>
      (await stateOf(device, account)).acts.filter((one) => one.waived === null);
    return { device, account, draft, acts };
  };
  const sent = (text: string, parts: Parameters<typeof ours>[0] = {}) =>
    ours({ text, sentAt: "2026-11-20T10:00:00+01:00", ...parts });

  it("are the draft by its Message-ID, by its header or by the reference in its foot", async () => {
    for (const how of ["message", "header", "foot"] as const) {
      const { device, account, draft, acts } = await given();
      const { messageId, reference, text } = draft.mail;
      const message =
        how === "message"
          ? sent("autre texte", { messageId: `<${messageId}>` })
          : how === "header"
            ? sent("autre texte", { headers: [{ name: "x-relance-reference", value: reference }] })
            : sent(text);
      await filed(device, account, message);
      const [first] = await acts();
      expect(first).toMatchObject({ how: "found", draft: draft.draft });
      expect(first?.exchange).not.toBeNull();
    }
  });

  it("are one act with what was declared, which only gains its mail", async () => {
    const { device, account, draft, acts } = await given();
    await viewOf(device.run(declareSent, { account, draft: draft.draft }));
    const declared = await acts();
    expect(declared.every((one) => one.how === "declared")).toBe(true);
    await filed(device, account, sent(draft.mail.text));
    const found = await acts();
    expect(found).toHaveLength(declared.length);
    expect(found[0]).toMatchObject({ how: "found", act: declared[0]?.act });
    const again = await filed(device, account, sent(draft.mail.text));
    expect(again.undo).toBeNull();
    expect((await device.run(declareSent, { account, draft: draft.draft })).ok).toBe(false);
  });

  it("are not found in a debtor's reply that quotes our foot, nor in a later mail of ours that does", async () => {
    const { device, account, draft, acts } = await given();
    const quoted = draft.mail.text
      .split("\n")
      .map((line) => `> ${line}`)
      .join("\n");
    const below = `\n\nLe ven. 20 nov. 2026 à 10:00, Claire <claire@menuiserie-lacombe.example> a écrit :\n${quoted}`;
    await filed(device, account, mail({ text: `Bien reçu.${below}` }));
    await filed(device, account, mail({ messageId: "<bare@x>", text: draft.mail.text }));
    await filed(device, account, sent(`Merci de votre réponse.${below}`));
    expect(await acts()).toEqual([]);
  });

  it("are not older than their draft", async () => {
    const { device, account, draft, acts } = await given();
    await filed(device, account, sent(draft.mail.text, { sentAt: "2026-11-19T10:00:00+01:00" }));
    expect(await acts()).toEqual([]);
  });

  it("among colleagues send nothing, even with our foot", async () => {
    const { device, account, draft, acts } = await given();
    const inside = { to: [{ address: "paul@menuiserie-lacombe.example", name: "" }] };
    await filed(device, account, sent(draft.mail.text, inside));
    expect(await acts()).toEqual([]);
    expect(file(sent("x")).sha256).toMatch(/^[0-9a-f]{64}$/);
  });
});
