import { afterEach, describe, expect, it } from "vitest";
import { fileMail } from "#shared/app/mail-acts.ts";
import type { Exchange } from "#shared/claims/account.ts";
import type { Message } from "#shared/mail/message.ts";
import { fullBooks, openFakeHost, opened, reply, stateIn, taken } from "./fake-host.ts";
import type { FakeHost } from "./fake-host.ts";
import { byKey, click, faultsOf, mountPane, says, type, until } from "./pages.ts";

let unmount = (): void => undefined;
afterEach(() => {
  unmount();
});

const sure = reply({
  messageId: "sure@nordis.example",
  text: "Bonjour,\n\nNous vous paierons 5 000,00 € le 27 novembre 2026.\n\nJulie\n\nLe 17/11/2026, compta@lacombe.example a écrit :\n> Bonjour, votre facture est échue.",
});
const unsure = reply({ messageId: "unsure@nordis.example", text: "Tiens donc." });
const likely = reply({
  messageId: "likely@nordis.example",
  text: "C'est bizarre, je croyais que c'était réglé.",
});
const fraud = reply({
  messageId: "fraud@nordis.example",
  text: "Bonjour,\n\nMerci de noter notre nouveau RIB pour le remboursement : DE89 3704 0044 0532 0130 00.\n",
});
const dispute = reply({
  messageId: "dispute@nordis.example",
  text: "Bonjour,\n\nNous contestons la facture : il nous manque le bon de livraison signé, nous n'avons jamais reçu la marchandise.\n",
});

const schedule = reply({
  messageId: "schedule@nordis.example",
  text: "Bonjour,\n\nPouvons-nous échelonner ? Nous vous verserons 600 € le 30 novembre 2026 et 550 € le 15 décembre 2026.\n",
});

const open = async (message: Message) => {
  const host = await openFakeHost();
  const { nordis = "", bloch = "" } = await fullBooks(host);
  host.showMail(opened(message));
  unmount = mountPane(host);
  await until(() => document.querySelector(".rl-card--brand"));
  return { host, nordis, bloch };
};

const exchangeOf = async (host: FakeHost, account: string, message: Message): Promise<Exchange> => {
  const { exchanges } = await stateIn(host, account);
  const found = exchanges.find(({ messageId }) => messageId === message.messageId);
  if (found === undefined) throw new Error("not filed");
  return found;
};

const file = async (host: FakeHost, account: string, message: Message): Promise<void> => {
  const { sha256, bytes, size, obtained } = opened(message);
  const mail = { message, sha256, size, obtained };
  const kept = new Map([[sha256 ?? "", bytes ?? new Uint8Array()]]);
  taken(await host.run(fileMail, { account, mail }, { bytes: kept }));
};

const check = (id: string): void => {
  const box = document.getElementById(id);
  if (!(box instanceof HTMLInputElement)) throw new Error(`no box ${id}`);
  box.click();
};

describe("a reading in the open mail", () => {
  it("is left without effect by one click, and taken back by one", async () => {
    const { host, nordis } = await open(sure);
    await click(() => byKey("no-effect"));
    await until(() => byKey("toast/undo"));
    expect(await exchangeOf(host, nordis, sure)).toMatchObject({ tagged: null });
    expect((await exchangeOf(host, nordis, sure)).withoutEffect).not.toBeNull();
    await until(() => says("Classé sans effet par"));
    await click(() => byKey("toast/undo"));
    await until(() => byKey("no-effect"));
    expect((await stateIn(host, nordis)).exchanges.map(({ messageId }) => messageId)).not.toContain(
      sure.messageId,
    );
  });

  it("leaves nothing of what was done with one mail under the next", async () => {
    const { host } = await open(sure);
    await click(() => byKey("no-effect"));
    await until(() => byKey("toast/undo"));
    host.showMail(opened(dispute));
    await until(() => says("bon de livraison signé"));
    expect(byKey("toast/undo")).toBeNull();
  });

  it("tells each part of a schedule before it is confirmed by one click", async () => {
    await open(schedule);
    await until(() => says("en 2 fois"));
    expect(document.querySelector(".rl-card--brand")?.textContent).toMatch(
      /600,00\s€ le 30\/11, 550,00\s€ le 15\/12\./,
    );
  });

  it("marks the words it rests on, says what rests on each, and has the rest a click away", async () => {
    await open(sure);
    expect(document.querySelector("mark")).toBeNull();
    await click(() => byKey("reading/why"));
    const mark = await until(() => document.querySelector("mark"));
    expect(byKey("reading/why")?.getAttribute("aria-expanded")).toBe("true");
    expect(mark.textContent).toContain("Promesse de paiement");
    expect(says("votre facture est échue")).toBe(false);
    await click(() => byKey("reading/whole"));
    await until(() => says("votre facture est échue"));
    expect(await faultsOf()).toEqual([]);
  });

  it("asks where it is not sure: no click confirms, the likeliest tags stand first", async () => {
    const { host, nordis } = await open(unsure);
    expect(byKey("confirm")).toBeNull();
    const offered = [...document.querySelectorAll('[data-key^="tag/"]')];
    expect(offered.length).toBeGreaterThanOrEqual(2);
    expect(offered.length).toBeLessThanOrEqual(3);
    await click(() => byKey("correct"));
    const tag = await until(() => document.getElementById("rl-mail-tag"));
    (tag as HTMLSelectElement).value = "promise";
    tag.dispatchEvent(new Event("input", { bubbles: true }));
    tag.dispatchEvent(new Event("change", { bubbles: true }));
    await until(() => document.getElementById("rl-mail-by"));
    type("rl-mail-by", "2026-11-27");
    await click(() => byKey("form/submit"));
    await until(() => byKey("toast/undo"));
    const { tagged, corrected } = await exchangeOf(host, nordis, unsure);
    expect(tagged?.tag).toBe("promise");
    expect(corrected).toMatchObject({ chosen: { tag: "promise", by: "2026-11-27" } });
  });

  it("files at once under a tag that has no values", async () => {
    const { host, nordis } = await open(unsure);
    await click(() => byKey("tag/acknowledgement") ?? byKey("tag/question"));
    await until(() => byKey("toast/undo"));
    expect((await exchangeOf(host, nordis, unsure)).tagged).not.toBeNull();
  });

  it("warns of unknown bank details before all else", async () => {
    await open(fraud);
    const warning = await until(() => document.querySelector(".rl-notice--danger"));
    expect(warning.textContent).toContain("Fraude possible");
    const four = document.querySelector(".rl-four")!;
    expect(warning.compareDocumentPosition(four)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
    expect(warning.querySelector("button")).toBeNull();
    expect(document.querySelector(".rl-button--primary")).toBeNull();
  });

  it("says a finer reason and who must act, and has it in the form", async () => {
    const { host, nordis } = await open(dispute);
    expect(says("Bon de livraison ou preuve manquante")).toBe(true);
    expect(says("à nous d'agir")).toBe(true);
    await click(() => byKey("correct"));
    const actor = await until(() => document.getElementById("rl-mail-mustAct"));
    expect((actor as HTMLSelectElement).value).toBe("us");
    check("rl-mail-invoices");
    await click(() => byKey("form/submit"));
    await until(() => byKey("toast/undo"));
    expect((await exchangeOf(host, nordis, dispute)).detailed).toEqual({
      detail: "delivery-note-missing",
      mustAct: "us",
    });
  });
});

describe("replies in today's list", () => {
  const listed = async () => {
    const host = await openFakeHost();
    const { long = "", bloch = "", valade = "", hostile = "" } = await fullBooks(host);
    await file(host, hostile, likely);
    await file(host, long, sure);
    const second = { ...sure, messageId: "second@bloch.example", subject: "Re: facture" };
    await file(host, bloch, second);
    await file(host, valade, { ...fraud, messageId: "fraud@valade.example" });
    unmount = mountPane(host);
    await until(() => byKey("several/open"));
    return { host, long, bloch, valade, second };
  };

  it("are left without effect by one click of a row that stays within 64 px", async () => {
    const { host, long } = await listed();
    const row = await until(() =>
      document.querySelector<HTMLElement>(
        `[data-row-accounts="${long}"]:has([data-key$="/no-effect"])`,
      ),
    );
    expect(row.offsetHeight).toBeLessThanOrEqual(64);
    row.querySelector<HTMLElement>('[data-key$="/no-effect"]')?.click();
    await until(() => document.querySelector("[data-done]"));
    expect((await exchangeOf(host, long, sure)).withoutEffect).not.toBeNull();
  });

  it("say of unknown bank details, and then must be opened", async () => {
    const { valade } = await listed();
    const row = await until(() =>
      [...document.querySelectorAll<HTMLElement>(`[data-row-accounts="${valade}"]`)].find((one) =>
        one.textContent.includes("IBAN inconnu"),
      ),
    );
    expect(row.querySelector('[data-key$="/no-effect"], [data-key$="/confirm"]')).toBeNull();
  });

  it("are confirmed or set aside several at once, and taken back at once", async () => {
    const { host, long, bloch, second } = await listed();
    await click(() => byKey("several/open"));
    const all = await until(() => document.getElementById("rl-several-all"));
    await until(() => document.activeElement === all);
    await click(() => byKey("several/leave"));
    await until(() => document.activeElement === byKey("several/open"));
    await click(() => byKey("several/open"));
    await until(() => document.getElementById("rl-several-all"));
    expect(document.querySelectorAll("#rl-several, [id^=rl-several-]").length).toBeGreaterThan(1);
    check("rl-several-all");
    await click(() => byKey("several/no-effect"));
    await until(() => byKey("toast/undo"));
    expect((await exchangeOf(host, long, sure)).withoutEffect).not.toBeNull();
    expect((await exchangeOf(host, bloch, second)).withoutEffect).not.toBeNull();
    await click(() => byKey("toast/undo"));
    await until(() => says("Annulé."));
    expect((await exchangeOf(host, bloch, second)).withoutEffect).toBeNull();
    await click(() => byKey("several/open"));
    await until(() => document.getElementById("rl-several-sure"));
    check("rl-several-sure");
    await until(() => byKey("several/confirm"));
    expect(await faultsOf()).toEqual([]);
    await click(() => byKey("several/confirm"));
    await until(() => says("3 lectures confirmées."));
    expect((await exchangeOf(host, long, sure)).tagged?.tag).toBe("promise");
    expect((await exchangeOf(host, bloch, second)).tagged?.tag).toBe("promise");
  });
});
