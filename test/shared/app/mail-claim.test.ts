import { describe, expect, it } from "vitest";
import { mailClaim } from "#shared/app/mail-claim.ts";
import { shownText } from "#shared/kernel/text.ts";
import type { Sentence } from "#shared/locales/locale.ts";
import { filed, from, mail, ours, seen, tag } from "../../fixtures/mails.ts";
import { typeIn } from "../../journeys/ledger-story.ts";
import { CORE_DRIVERS, install, viewOf } from "../../journeys/two-drivers.ts";

const words = (sentence: Sentence | undefined): string => (sentence ?? []).map(shownText).join("");

describe.each(CORE_DRIVERS)("a mail before it is read, on the %s driver", (driver) => {
  const given = async () => {
    const device = await install(driver, "wri-claim");
    const accounts = await typeIn(device);
    const first = (message: ReturnType<typeof mail>, account: string | null = null) =>
      viewOf(device.run(mailClaim, { message, account }));
    return { device, accounts, nordis: accounts.get("Nordis SAS")!, first };
  };
  const promise = mail({ text: "Bonjour,\n\nNous paierons 500,00 € le 27 novembre 2026.\n" });

  it("says whose it is and what is owed, and nothing that only a reading can say", async () => {
    const { device, nordis, first } = await given();
    const before = await first(promise);
    const after = await seen(device, promise);
    expect(before).toMatchObject({ state: "claim", account: nordis, toRead: true, reading: null });
    expect(before.lines?.who).toEqual(after.lines?.who);
    expect(before.lines?.owes).toEqual(after.lines?.owes);
    expect(before.matched).toEqual(after.matched);
    expect(words(before.lines?.said)).toBe("Lecture du message…");
    expect(words(before.lines?.next)).toBe("…");
    expect([before.primary, before.more, before.notices]).toEqual([null, [], []]);
    expect(after.toRead).toBe(false);
    expect(words(after.lines?.said)).toContain("27 novembre");
  });

  it("says at once how a mail that is dealt with was filed, and its next step with the rest", async () => {
    const { device, nordis, first } = await given();
    await filed(device, nordis, promise);
    await tag(device, nordis, promise, "question");
    const before = await first(promise);
    const after = await seen(device, promise);
    expect(before.filed).toEqual(after.filed);
    expect(before.lines?.owes).toEqual(after.lines?.owes);
    expect(words(before.lines?.next)).toBe("…");
    expect(words(after.lines?.next)).not.toBe("…");
    expect(before.primary).toBeNull();
  });

  it("is the whole of a mail that has no claim beside it", async () => {
    const { device, first } = await given();
    const mails = [
      mail(from("qui@ailleurs.example", "Qui")),
      mail({ ...from("qui@ailleurs.example"), subject: "LAC-01 et LAC-03" }),
      mail(from("claire@menuiserie-lacombe.example")),
    ];
    for (const message of mails) {
      const before = await first(message);
      expect(before.toRead).toBe(false);
      expect(before).toEqual(await seen(device, message));
    }
  });

  it("says whose a mail of ours is and what is owed, and what they said and what is next with the rest", async () => {
    const { device, first } = await given();
    const before = await first(ours({}));
    const after = await seen(device, ours({}));
    expect([before.toRead, after.toRead]).toEqual([true, false]);
    expect(before.lines?.who).toEqual(after.lines?.who);
    expect(before.lines?.owes).toEqual(after.lines?.owes);
    expect([before.lines?.said, before.lines?.next].map(words)).toEqual(["…", "…"]);
    expect({ ...before, toRead: false, lines: null }).toEqual({ ...after, lines: null });
  });

  it("stands beside the claim of the host's own thread, which its headers do not name, and says so", async () => {
    const { device, accounts, nordis } = await given();
    const stranger = mail({ ...from("neuf@ailleurs.example"), text: "Bonjour, bien reçu.\n" });
    const thread = "thread:18a";
    const known = (accounts: readonly string[]): typeof mailClaim => ({
      ...mailClaim,
      asks: (input, ledger) => ({ ...mailClaim.asks(input, ledger), accounts }),
      decide: (input, loaded, facts) =>
        mailClaim.decide(
          input,
          { ...loaded, accountsByKey: new Map([...loaded.accountsByKey, [thread, accounts]]) },
          facts,
        ),
    });
    const input = { message: stranger, account: null };
    expect(mailClaim.asks({ ...input, thread }, "").keys).toContain(thread);
    const seenBy = (useCase: typeof mailClaim, of: string | null) =>
      viewOf(device.run(useCase, { ...input, thread: of }));
    const one = await seenBy(known([nordis]), thread);
    expect(one).toMatchObject({ state: "claim", account: nordis });
    expect(words(one.matched ?? [])).toContain("Même fil");
    // Who wrote it is no contact of theirs: said beside it.
    expect(words((await seen(device, stranger, nordis)).notices[0]?.text)).toContain("neuf@");
    expect((await seenBy(known([nordis]), null)).state).toBe("nobody");
    const other = [...accounts.values()].find((account) => account !== nordis) ?? "";
    expect(await seenBy(known([nordis, other]), thread)).toMatchObject({
      state: "choose",
      choices: [{}, {}],
    });
  });

  it("knows an invoice of ours at once, and fills its form once it is read", async () => {
    const { device, first } = await given();
    const carrier = ours({
      subject: "Facture LAC-77",
      text: "Ci-joint la facture de 1 250,00 € TTC, payable au 20 décembre 2026.",
      attachments: [{ name: "LAC-77.pdf", type: "application/pdf", bytes: 1000, inline: false }],
    });
    const before = await first(carrier);
    expect(before).toMatchObject({ state: "follow", toRead: true, follow: null });
    expect(before.primary?.key).toBe("follow");
    const { follow } = await seen(device, carrier);
    expect(follow).toMatchObject({ number: "LAC-77", total: 125_000, dueOn: "2026-12-20" });
  });
});
