import { afterEach, describe, expect, it } from "vitest";
import { declareSent } from "#shared/app/draft-acts.ts";
import { prepareGroupDraft } from "#shared/app/group-draft.ts";
import { fileMail } from "#shared/app/mail-acts.ts";
import {
  addSketch,
  openFakeHost,
  opened,
  reply,
  stateIn,
  taken,
  valadeBooks,
} from "./fake-host.ts";
import { byKey, click, faultsOf, mountPane, says, type, until } from "./pages.ts";

let unmount = (): void => undefined;
afterEach(() => {
  unmount();
});

const rows = (): readonly HTMLElement[] => [
  ...document.querySelectorAll<HTMLElement>("[data-row]"),
];
const plain = (element: Element | null | undefined): string =>
  (element?.textContent ?? "").replace(/[\u00a0\u202f]/g, " ");
const groupRow = (): HTMLElement | undefined =>
  rows().find((row) => plain(row).includes("Groupe Valade"));
const menu = async (): Promise<void> => {
  (await until(groupRow)).querySelector<HTMLElement>("[aria-haspopup]")?.click();
  await until(() => document.querySelector("[role=menu]"));
};

describe("a group on the pane", () => {
  it("is one row within 64 px at 320 px wide, with the sum, the highest step and what is disputed", async () => {
    const host = await openFakeHost();
    await valadeBooks(host);
    unmount = mountPane(host);
    const row = await until(groupRow);
    expect(rows().filter((one) => plain(one).includes("Valade"))).toHaveLength(1);
    expect(plain(row.querySelector(".rl-row__name"))).toBe("Groupe Valade (3 entités)");
    expect(plain(row.querySelector(".rl-amount"))).toBe("9 020,00 €");
    expect(plain(row.querySelector(".rl-row__reason"))).toBe(
      "2e relance, 31 j · 1 facture en litige à part",
    );
    expect(row.offsetHeight).toBeLessThanOrEqual(64);
    const count = row.querySelector<HTMLElement>(".rl-row__entities");
    const name = row.querySelector<HTMLElement>(".rl-row__name");
    expect(count?.getBoundingClientRect().right ?? 999).toBeLessThanOrEqual(
      name?.getBoundingClientRect().right ?? 0,
    );
    expect(await faultsOf()).toEqual([]);
  });

  it("is drafted by one click and taken back by another", async () => {
    const host = await openFakeHost();
    await valadeBooks(host);
    await addSketch(host, { name: "Atelier Bloch", invoices: [[20, 115_000]] });
    unmount = mountPane(host);
    const row = await until(groupRow);
    const key = row.dataset["row"];
    row.querySelector<HTMLElement>("[data-stop] button")?.click();
    await until(() => document.querySelector("[data-done]"));
    expect(host.done.map(({ kind }) => kind)).toEqual(["save-draft"]);
    await until(() => plain(groupRow()).startsWith("BROUILLON"));
    // Its own draft stands first now; the next debtor is what a person goes on with.
    await until(() => rows()[1]?.contains(document.activeElement) === true);
    await click(() => document.querySelector("[data-done] button"));
    await until(() => groupRow()?.dataset["row"] === key);
  });

  it("is one of all drafts that one click prepares", async () => {
    const host = await openFakeHost();
    await valadeBooks(host);
    await addSketch(host, { name: "Atelier Bloch", invoices: [[20, 115_000]] });
    unmount = mountPane(host);
    await until(() => says("2 brouillons à préparer"));
    await click(() => byKey("prepare-drafts"));
    await until(() => host.done.length === 2);
    await until(() => rows().filter((row) => plain(row).startsWith("BROUILLON")).length === 2);
    expect(host.done.every(({ kind }) => kind === "save-draft")).toBe(true);
  });

  it("is put off whole by one form, and back by one click", async () => {
    const host = await openFakeHost();
    await valadeBooks(host);
    unmount = mountPane(host);
    await menu();
    await click(() => document.querySelector('[role=menuitem][data-key$="/put-off"]'));
    await until(() => document.getElementById("rl-form-reason"));
    type("rl-form-reason", "Odile rappelle lundi");
    await click(() => byKey("form/submit"));
    await until(() => document.querySelector("[data-done]"));
    expect(rows().some((row) => plain(row).includes("Valade"))).toBe(false);
    await click(() => document.querySelector("[data-done] button"));
    await until(groupRow);
  });

  it("leads from its menu to each entity, which shows the others and a way back among them", async () => {
    const host = await openFakeHost();
    const { negoce } = await valadeBooks(host);
    unmount = mountPane(host);
    await menu();
    await click(() => document.querySelector(`[role=menuitem][data-key$="/file/${negoce}"]`));
    const part = await until(() => document.querySelector('[data-part="group"]'));
    expect(plain(part)).toContain("Valade Bâtiment SAS");
    expect(plain(part)).not.toContain("Valade Négoce");
    expect(plain(part)).toContain("Un seul message pour 3 entités");
    expect(await faultsOf()).toEqual([]);
    part.querySelector<HTMLElement>("button")?.click();
    await until(() => plain(document.querySelector("h1")).includes("Valade Bâtiment"));
  });

  it("is drafted apart where that is asked for", async () => {
    const host = await openFakeHost();
    await valadeBooks(host);
    unmount = mountPane(host);
    await menu();
    await click(() => document.querySelector('[role=menuitem][data-key$="/apart"]'));
    await until(() => host.done.length === 3);
    expect(host.done.map(({ kind }) => kind)).toEqual(["save-draft", "save-draft", "save-draft"]);
  });

  it("asks whose the answer is, and keeps to it once it is filed", async () => {
    const host = await openFakeHost();
    const { batiment, negoce, all } = await valadeBooks(host);
    const { draft, mail } = taken(
      await host.run(prepareGroupDraft, { group: null, accounts: all, salt: "d4".repeat(16) }),
    );
    taken(await host.run(declareSent, { account: batiment, draft }));
    const answer = opened(
      reply({
        messageId: "reponse@groupe-valade.example",
        inReplyTo: [mail.messageId],
        from: { address: "o.ferrand@groupe-valade.example", name: "Odile Ferrand" },
        subject: `Re: ${mail.subject}`,
        text: "Bonjour,\n\nC'est noté.\n\nOdile",
      }),
    );
    unmount = mountPane(host);
    host.showMail(answer);
    await until(() => says("Valade Immobilier SARL") && says("Valade Bâtiment SAS"));
    await click(() => byKey(`choice/${negoce}`));
    await until(() => plain(document.body).includes("Valade Négoce SAS · entreprise"));
    taken(
      await host.run(fileMail, {
        account: negoce,
        mail: { message: answer.message, sha256: null, size: 9, obtained: "as-received" },
      }),
    );
    host.showMail({ ...answer, key: "again" });
    await until(() => says("Classé") && plain(document.body).includes("Valade Négoce SAS"));
    expect(byKey(`choice/${negoce}`)).toBeNull();
    expect((await stateIn(host, batiment)).exchanges).toEqual([]);
  });
});
