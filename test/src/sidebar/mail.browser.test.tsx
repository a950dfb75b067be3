import { afterEach, describe, expect, it } from "vitest";
import { userEvent } from "vitest/browser";
import { searchView } from "#shared/app/search-view.ts";
import { dateOf } from "#shared/kernel/calendar.ts";
import { formFacts } from "#shared/app/forms/form-facts.ts";
import {
  addSketch,
  fullBooks,
  openBooks,
  openFakeHost,
  opened,
  reply,
  taken,
} from "./fake-host.ts";
import type { FakeHost } from "./fake-host.ts";
import { byKey, click, mountPane, says, type, until } from "./pages.ts";

let unmount = (): void => undefined;
afterEach(() => {
  unmount();
});

const stateOf = async (host: FakeHost, account: string) => {
  const { state } = taken(await host.run(formFacts, { account }));
  if (state === null) throw new Error("no such account");
  return state;
};

const promise = reply({
  messageId: "promise@nordis.example",
  text: "Bonjour,\n\nNous vous paierons 5 000,00 € le 27 novembre 2026.\n\nJulie",
});

const choose = (tag: string): void => {
  const select = document.getElementById("rl-mail-tag");
  if (!(select instanceof HTMLSelectElement)) throw new Error("no tag to choose");
  select.value = tag;
  select.dispatchEvent(new Event("change", { bubbles: true }));
};

describe("the open mail", () => {
  it("says who, how much, what they said and what next before any button", async () => {
    const host = await openFakeHost();
    await fullBooks(host);
    host.showMail(opened(promise));
    unmount = mountPane(host);
    const four = await until(() => document.querySelector(".rl-four"));
    expect(four.children).toHaveLength(4);
    expect(four.children[0]?.textContent).toContain("Nordis SAS");
    const firstButton = await until(() => document.querySelector("#rl-panel button"));
    expect(four.compareDocumentPosition(firstButton)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
  });

  it("corrects tag and values in one form, files the mail, and takes all of it back", async () => {
    const host = await openFakeHost();
    const { nordis = "" } = await fullBooks(host);
    host.showMail(opened(promise));
    unmount = mountPane(host);
    await click(() => byKey("correct") ?? document.querySelector('[data-key="mail/more"]'));
    if (document.getElementById("rl-mail-tag") === null && byKey("correct") !== null) {
      byKey("correct")?.click();
    }
    await until(() => document.getElementById("rl-mail-tag"));
    choose("promise");
    await until(() => document.getElementById("rl-mail-by"));
    type("rl-mail-by", "2026-11-30");
    type("rl-mail-amount", "4 500,50");
    await click(() => byKey("form/submit"));
    await until(() => byKey("toast/undo"));
    const after = await stateOf(host, nordis);
    expect(after.promises.map(({ by, amount }) => [by, amount])).toEqual([
      [dateOf("2026-11-30"), 450050],
    ]);
    expect(after.exchanges.some(({ messageId }) => messageId === promise.messageId)).toBe(true);
    await click(() => byKey("toast/undo"));
    await until(() => says("Annulé."));
    expect((await stateOf(host, nordis)).promises).toEqual([]);
  });

  it("says beside the amount that it cannot be read, and loses nothing that was typed", async () => {
    const host = await openFakeHost();
    await fullBooks(host);
    host.showMail(opened(promise));
    unmount = mountPane(host);
    await click(() => byKey("correct") ?? document.querySelector('[data-key="mail/more"]'));
    if (document.getElementById("rl-mail-tag") === null) byKey("correct")?.click();
    await until(() => document.getElementById("rl-mail-tag"));
    choose("promise");
    await until(() => document.getElementById("rl-mail-amount"));
    type("rl-mail-by", "2026-11-30");
    type("rl-mail-amount", "douze");
    await click(() => byKey("form/submit"));
    await until(() => document.activeElement?.id === "rl-mail-amount");
    expect(says("Ce montant n'est pas lisible")).toBe(true);
    host.showMail(opened(reply({ messageId: "another@nordis.example" })));
    await until(() => says("Un autre message est ouvert"));
    expect((document.getElementById("rl-mail-by") as HTMLInputElement).value).toBe("2026-11-30");
  });

  it("asks of a mail of nobody a name and nothing else, and makes it a debtor's", async () => {
    const host = await openFakeHost();
    await fullBooks(host);
    host.showMail(
      opened(
        reply({
          messageId: "hello@dubreuil.example",
          from: { address: "contact@dubreuil.example", name: "Contact" },
          subject: "Bonjour",
          text: "Pouvez-vous m'appeler ?",
        }),
      ),
    );
    unmount = mountPane(host);
    await until(() => document.getElementById("rl-mail-name"));
    expect(document.querySelectorAll("#rl-panel input, #rl-panel select")).toHaveLength(1);
    type("rl-mail-name", "Dubreuil & Fils");
    await click(() => byKey("form/submit"));
    await until(() => document.querySelector(".rl-four")?.textContent.includes("Dubreuil & Fils"));
  });

  it("invites to nothing where a stranger gives bank details: the debtor is looked for, not made", async () => {
    const host = await openFakeHost();
    await fullBooks(host);
    host.showMail(
      opened(
        reply({
          messageId: "iban@elsewhere.example",
          from: { address: "compta@elsewhere.example", name: "Comptabilité" },
          subject: "Nouvelles coordonnées",
          text: "Notre IBAN a changé : DE89 3704 0044 0532 0130 00",
        }),
      ),
    );
    unmount = mountPane(host);
    await until(() => says("Fraude possible"));
    expect(document.getElementById("rl-mail-name")).toBeNull();
    expect(document.querySelector(".rl-button--primary")).toBeNull();
    expect(byKey("other-claim")).not.toBeNull();
    await click(() => byKey("mail/more"));
    await until(() => byKey("new-debtor") ?? says("Nouveau débiteur"));
  });

  it("follows an invoice of ours that it carries, prefilled from the mail", async () => {
    const host = await openFakeHost();
    await fullBooks(host);
    host.showMail(
      opened(
        reply({
          messageId: "invoice@lacombe.example",
          from: { address: "compta@lacombe.example", name: "" },
          to: [{ address: "a.petit@petit.example", name: "Petit Frères" }],
          subject: "Facture FA-2026-099",
          text: "Ci-joint la facture de 1 250,00 € TTC, payable au 20 décembre 2026.",
          attachments: [
            { name: "FA-2026-099.pdf", type: "application/pdf", bytes: 1000, inline: false },
          ],
        }),
      ),
    );
    unmount = mountPane(host);
    await click(() => byKey("follow"));
    const number = await until(() => document.getElementById("rl-mail-number"));
    expect((number as HTMLInputElement).value).toBe("FA-2026-099");
    await click(() => byKey("form/submit"));
    await until(() => byKey("toast/undo"));
    const find = async () =>
      taken(await host.run(searchView, { query: "FA-2026-099" })).hits.length;
    expect(await find()).toBeGreaterThan(0);
    // The debtor, its invoice and the mail went in by one click: one click takes them out.
    await click(() => byKey("toast/undo"));
    await until(() => says("Annulé."));
    expect(await find()).toBe(0);
  });

  it("is corrected, confirmed, undone and left for today's draft by keys alone", async () => {
    const host = await openFakeHost();
    const { nordis = "" } = await fullBooks(host);
    host.showMail(opened(promise));
    unmount = mountPane(host);
    await until(() => byKey("confirm"));
    await walkTo(() => byKey("correct") ?? byKey("mail/more"));
    await userEvent.keyboard("{Enter}");
    await until(() => document.activeElement?.id === "rl-mail-tag");
    await walkTo(() => document.getElementById("rl-mail-amount"));
    await userEvent.keyboard("{Control>}a{/Control}4 500,50{Enter}");
    await until(() => byKey("toast/undo"));
    expect((await stateOf(host, nordis)).promises.map(({ amount }) => amount)).toEqual([450050]);
    await walkTo(() => byKey("toast/undo"));
    await userEvent.keyboard("{Enter}");
    await until(() => says("Annulé."));
    expect((await stateOf(host, nordis)).promises).toEqual([]);
    await walkTo(() => document.querySelector('[role=tab][aria-selected="true"]'));
    await userEvent.keyboard("{ArrowRight}");
    const stop = await until(() =>
      document.querySelector<HTMLElement>('[data-row^="broken/"] [data-stop] button'),
    );
    await walkTo(() => stop);
    await userEvent.keyboard("{Enter}");
    await until(() => host.done.some(({ kind }) => kind === "save-draft"));
    await until(() => document.querySelector("[data-done]"));
  });
});

/** Tab, as a person without a mouse: to what is wanted, or not at all. */
const walkTo = async (find: () => Element | null): Promise<void> => {
  for (let step = 0; step < 80; step += 1) {
    if (document.activeElement === (await until(find))) return;
    await userEvent.keyboard("{Tab}");
  }
  throw new Error(`no way by Tab to ${find()?.outerHTML ?? "it"}`);
};

describe("the pane", () => {
  it("opens a ledger in one screen, and refuses to chase for others in words", async () => {
    const host = await openFakeHost({ begun: false });
    unmount = mountPane(host);
    await click(() => byKey("first-run"));
    await click(() => byKey("first-run/no"));
    await until(() => says("pour autrui"));
    await click(() => byKey("first-run/change"));
    await click(() => byKey("first-run/yes"));
    await until(() => document.getElementById("rl-first-name"));
    type("rl-first-author", "Camille Lacombe");
    type("rl-first-name", "Menuiserie Lacombe");
    type("rl-first-addresses", "compta@lacombe.example\ncamille@lacombe.example");
    await click(() => byKey("form/submit"));
    await until(() => says("Aucune facture pour l'instant"));
    expect(host.ledger.value).toBe("ledger-test");
  });

  it("offers, beside a draft that is refused for want of a day of payments, the one click that gives it", async () => {
    const host = await openFakeHost();
    await openBooks(host, { paymentsKnown: false });
    await addSketch(host, {
      name: "Nordis SAS",
      email: "a@nordis.example",
      invoices: [[37, 9000]],
    });
    unmount = mountPane(host);
    await click(() => byKey("header/search"));
    await until(() => document.activeElement?.id === "rl-search");
    type("rl-search", "nordis");
    await click(() => document.querySelector<HTMLElement>(".rl-hit"));
    await click(() => byKey("claim"));
    const prepare = () =>
      [...document.querySelectorAll<HTMLElement>("button")].find(
        ({ textContent }) => textContent === "Préparer le brouillon",
      ) ?? null;
    await click(prepare);
    await until(() => says("Jusqu'à quel jour connaissez-vous les règlements"));
    await click(() => byKey("way/payments-known"));
    await until(() => says("Encours au 20/11"));
    await click(prepare);
    await until(() => host.done.some(({ kind }) => kind === "save-draft"));
    expect(byKey("way/payments-known")).toBeNull();
  });

  it("finds from every screen, and goes into the results by the arrow", async () => {
    const host = await openFakeHost();
    await fullBooks(host);
    unmount = mountPane(host);
    await click(() => byKey("header/search"));
    await until(() => document.activeElement?.id === "rl-search");
    type("rl-search", "valade");
    const hit = await until(() => document.querySelector<HTMLElement>(".rl-hit"));
    document
      .getElementById("rl-search")
      ?.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowDown", bubbles: true }));
    expect(document.activeElement).toBe(hit);
    hit.click();
    await until(() => document.querySelector("h1")?.textContent.includes("Groupe Valade"));
  });

  it("speaks English at once when it is told to", async () => {
    const host = await openFakeHost();
    await fullBooks(host);
    unmount = mountPane(host);
    await until(() => document.querySelector("[data-row]"));
    host.setLanguage("en");
    await until(() => says("REMINDER") && byKey("tab/today"));
    expect(byKey("tab/today")?.textContent).toContain("Today");
  });
});
