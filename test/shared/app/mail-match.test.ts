import { describe, expect, it } from "vitest";
import { accountsOfMail } from "#shared/app/known-mail.ts";
import { setSenderAside } from "#shared/app/ledger-acts.ts";
import { setMailAside } from "#shared/app/set-mail-aside.ts";
import { recordAct } from "#shared/app/record-act.ts";
import { shownText } from "#shared/kernel/text.ts";
import type { Sentence } from "#shared/locales/locale.ts";
import { filed, from, mail, ours, seen, tag } from "../../fixtures/mails.ts";
import { act, typeIn } from "../../journeys/ledger-story.ts";
import { CORE_DRIVERS, install, viewOf } from "../../journeys/two-drivers.ts";
import type { Installation } from "../../journeys/two-drivers.ts";

const words = (sentence: Sentence | null): string => (sentence ?? []).map(shownText).join("");

const STRANGER = from("qui@ailleurs.example", "Compta Nordis SAS");

describe.each(CORE_DRIVERS)("a mail beside its claim, on the %s driver", (driver) => {
  const given = async () => {
    const device = await install(driver, "wri-match");
    const accounts = await typeIn(device);
    return { device, nordis: accounts.get("Nordis SAS")!, valade: accounts.get("Groupe Valade")! };
  };
  const found = async (device: Installation, message: Parameters<typeof seen>[1]) => {
    const { state, account, choices, matched } = await seen(device, message);
    return { state, account, choices: choices.map((one) => one.account), matched: words(matched) };
  };

  it("is known by its thread, whoever writes in it", async () => {
    const { device, nordis } = await given();
    await filed(device, nordis, ours({}));
    const reply = mail({ ...STRANGER, inReplyTo: ["<sent@menuiserie-lacombe.example>"] });
    expect(await found(device, reply)).toMatchObject({ state: "claim", account: nordis });
  });

  it("is asked of a person where another debtor writes in a thread: one's promise is not the other's", async () => {
    const { device, nordis, valade } = await given();
    await filed(device, nordis, mail({ messageId: "begin@debtor-1.example" }));
    const other = mail({
      ...from("compta@debtor-2.example"),
      messageId: "other@debtor-2.example",
      inReplyTo: ["begin@debtor-1.example"],
      text: "Nous payons tout le 3 décembre 2026.",
    });
    const view = await found(device, other);
    expect(view).toMatchObject({ state: "choose", account: null });
    expect([...view.choices].sort()).toEqual([nordis, valade].sort());
    // A look of the hour files it in both, unread: neither is chased before a person has said whose it is.
    expect([...(await viewOf(device.run(accountsOfMail, other)))].sort()).toEqual(
      [nordis, valade].sort(),
    );
    // A colleague without an address of his own here still answers for the debtor whose thread it is.
    const colleague = mail({ ...STRANGER, inReplyTo: ["begin@debtor-1.example"] });
    expect(await found(device, colleague)).toMatchObject({ state: "claim", account: nordis });
  });

  it("is known, where it is a robot's report, by the address that failed", async () => {
    const { device, nordis } = await given();
    const report = mail({
      ...from("mailer-daemon@googlemail.com", "Mail Delivery Subsystem"),
      report: {
        action: "failed",
        status: "5.1.1",
        finalRecipient: "compta@debtor-1.example",
        permanence: "permanent",
        outcomes: [],
        originalMessageId: null,
        originalReferences: [],
      } as never,
    });
    expect(await found(device, report)).toMatchObject({ state: "claim", account: nordis });
  });

  it("is known by its sender's address, and by the debtor's own domain", async () => {
    const { device, nordis } = await given();
    expect(await found(device, mail({}))).toMatchObject({ state: "claim", account: nordis });
    const colleague = mail(from("direction@sub.debtor-1.example"));
    expect(await found(device, colleague)).toMatchObject({ state: "claim", account: nordis });
  });

  it("is known by an invoice's number and its sender together", async () => {
    const { device, nordis } = await given();
    const seenMail = await seen(device, mail({ subject: "Votre facture LAC-02" }));
    expect(seenMail.account).toBe(nordis);
    expect(words(seenMail.matched)).toContain("LAC-02");
    expect(seenMail.reading?.values.invoices).toHaveLength(1);
  });

  it("asks where two debtors are as likely, and shows what each owes", async () => {
    const { device, nordis, valade } = await given();
    const both = mail({ ...STRANGER, subject: "LAC-01 et LAC-03" });
    const view = await seen(device, both);
    expect(view.state).toBe("choose");
    expect(view.choices.map((one) => one.account).sort()).toEqual([nordis, valade].sort());
    expect(view.choices.every((one) => one.owes.length > 0)).toBe(true);
    expect(view.account).toBeNull();
    expect((await seen(device, both, valade)).account).toBe(valade);
  });

  it("is never known by a free mail domain, nor by a display name", async () => {
    const { device, nordis } = await given();
    await act(device, nordis, {
      type: "add-contact",
      name: null,
      email: "nordis@gmail.com",
      phone: null,
      roles: [],
    });
    expect((await found(device, mail(from("nordis@gmail.com")))).account).toBe(nordis);
    expect((await found(device, mail(from("autre@gmail.com", "Nordis SAS")))).state).toBe("nobody");
    const spoof = mail(from("escroc@ailleurs.example", "compta@debtor-1.example"));
    expect((await found(device, spoof)).state).toBe("nobody");
  });

  it("offers the debtor whose SIREN it names as a choice, never as the claim", async () => {
    const { device, nordis } = await given();
    await viewOf(
      device.run(recordAct, {
        account: nordis,
        command: { type: "correct-debtor", changes: { siren: "552100554" } },
      }),
    );
    const naming = mail({ ...STRANGER, text: "Nordis SAS, SIREN 552 100 554" });
    expect(await found(device, naming)).toMatchObject({
      state: "choose",
      account: null,
      choices: [nordis],
    });
  });

  it("sets aside one mail of a debtor's own contact, never all that he will write", async () => {
    const { device, nordis } = await given();
    const first = mail({ messageId: "one@debtor-1.example" });
    const { from: sender } = first;
    const aside = {
      address: sender?.address ?? "",
      messageId: first.messageId,
      why: "not-a-debtor",
    };
    const done = await viewOf(device.run(setMailAside, aside as never));
    expect(words(done.text)).toContain("ses autres messages sont lus");
    const view = await seen(device, first);
    expect(view).toMatchObject({ state: "set-aside", lines: null, account: null });
    expect(view.hint?.own).toBe("Vous avez écarté ce message.");
    const next = mail({ messageId: "two@debtor-1.example" });
    expect(await found(device, next)).toMatchObject({ state: "claim", account: nordis });
    // A stranger is put away whole, and the card says that.
    const stranger = mail({ ...STRANGER, messageId: "x@ailleurs.example" });
    await viewOf(
      device.run(setMailAside, {
        address: "qui@ailleurs.example",
        messageId: stranger.messageId,
        why: "not-a-debtor",
      }),
    );
    expect((await seen(device, mail(STRANGER))).hint?.own).toBe("Vous avez écarté cet expéditeur.");
  });

  it("shows bank details of a stranger whole, however they are written", async () => {
    const { device } = await given();
    const view = await seen(
      device,
      mail({ ...STRANGER, text: "Notre IBAN : FR76 3000 6000 0112 3456 7890 189. Merci" }),
    );
    expect(words(view.notices[0]?.text ?? null)).toContain("FR76 3000 6000 0112 3456 7890 189)");
  });

  it("leaves a sender alone that was set aside, and says so of no other", async () => {
    const { device } = await given();
    await viewOf(
      device.run(setSenderAside, { address: "Qui@Ailleurs.example", why: "never" } as never),
    );
    expect((await found(device, mail(STRANGER))).state).toBe("set-aside");
    expect((await found(device, mail(from("toString@ailleurs.example")))).state).toBe("nobody");
    for (const address of ["__proto__", "constructor", "hasOwnProperty"]) {
      const odd = { ...mail({}), from: { address, name: "" } };
      expect((await found(device, odd)).state).toBe("nobody");
    }
  });

  it("knows its sender still where it answers hundreds of mails and names thousands of people and numbers", async () => {
    const { device, nordis } = await given();
    const crowd = (count: number, one: (index: number) => string) =>
      Array.from({ length: count }, (_, index) => one(index));
    const hostile = mail({
      inReplyTo: crowd(1000, (index) => `<in-${String(index)}@x.example>`),
      references: crowd(1000, (index) => `<ref-${String(index)}@x.example>`),
      cc: crowd(10_000, (index) => `p${String(index)}@d${String(index)}.example`).map(
        (address) => ({
          address,
          name: "\u202e\ud800",
        }),
      ),
      subject: `${"S".repeat(1_000_000)}\ud83d`,
      text: crowd(50_000, (index) => `N-${String(index)}`).join(" "),
    });
    expect(await found(device, hostile)).toMatchObject({ state: "claim", account: nordis });
    const done = await tag(device, nordis, hostile, "question");
    expect(done.ok).toBe(true);
    const after = await seen(device, hostile);
    expect(after.reading?.confirmed?.tag).toBe("question");
    expect(after.filed).not.toBeNull();
  });

  it("that a colleague forwards is seen beside its sender's claim, and one that a stranger forwards is asked about", async () => {
    const { device, nordis } = await given();
    const text =
      "Pour info\n\n---------- Forwarded message ---------\nDe : Compta <compta@debtor-1.example>\nDate: lun. 16 nov. 2026\nSubject: Facture\nTo: <claire@menuiserie-lacombe.example>\n\nBonjour";
    const inside = await seen(device, mail({ ...from("paul@menuiserie-lacombe.example"), text }));
    expect(inside).toMatchObject({ state: "internal", account: nordis });
    const outside = await found(device, mail({ ...STRANGER, subject: "TR: votre mail", text }));
    expect(outside).toMatchObject({ state: "choose", account: null, choices: [nordis] });
  });

  it("is nobody's where a stranger's own number, date and sum are all that it names", async () => {
    const { device } = await given();
    const text = "Facture 20261118 du 18/11/2026, 1 250,00 €, à régler sous 30 jours";
    expect(await found(device, mail({ ...STRANGER, text }))).toMatchObject({ state: "nobody" });
  });

  it("among colleagues is internal, and a mail of ours is ours", async () => {
    const { device } = await given();
    const inside = mail({ ...from("paul@menuiserie-lacombe.example"), subject: "LAC-01 ?" });
    expect((await found(device, inside)).state).toBe("internal");
    expect((await found(device, ours({}))).state).toBe("ours");
  });
});
