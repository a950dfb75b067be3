import { describe, expect, it } from "vitest";
import { copyAccount } from "../hosts/apps-script/account.ts";
import type { Account } from "../hosts/apps-script/account.ts";
import { tellBigCards } from "./gmail-big-cards.ts";
import { copiedAndFolded, makeBig } from "./gmail-big.ts";
import { worldOf } from "./gmail-memory.ts";
import { LONG, personOver } from "./gmail-pages.ts";
import type { GmailStory, Person } from "./gmail-pages.ts";
import { sampleMail } from "./outlook-ledger.ts";

const PROMISE = "063";
const NORDIS = "15 616,00 € dus, dont 12 640,00 € en retard, jusqu'à 33 jours.";
const FILED = "Classé « Promesse de paiement » par Claire Lacombe";

/** Of the calls of a confirmation, the one that takes the lock. */
const LOCK_OF_CONFIRM = 6;
/** The one that writes the journal: after the mail's round and that of the vault. */
const JOURNAL_OF_CONFIRM = 13;

/** Whether the bytes of a mail lie in the vault, once. */
const filedOnce = (person: Person, raw: Uint8Array): boolean =>
  [...person.vault().values()].filter((bytes) => Buffer.from(bytes).equals(Buffer.from(raw)))
    .length === 1;

export const tellLedgers = (story: GmailStory): void => {
  describe("what was lost", { timeout: LONG }, () => {
    it("is found again by its files where the properties are gone: nothing is begun anew", async () => {
      // Given a ledger in Drive, and a script whose properties were emptied (a new deployment),
      const account = story.sample();
      account.userProperties.clear();
      account.userCache.clear();
      const person = personOver(story.stage(), account);
      const journal = [...account.drive.byPath().keys()].filter((path) =>
        path.startsWith("Relance/journal/"),
      );
      person.gmail.openHome();
      expect(person.words()).toContain("Bienvenue dans Relance");
      person.click("Commencer");
      person.click("Oui, les miennes");
      person.gmail.fill("author", "Claire Lacombe");
      person.gmail.fill("name", "Menuiserie Lacombe SARL");
      person.gmail.fill("addresses", "claire@menuiserie-lacombe.example");
      person.click("Commencer");
      // then the answer of Nordis is known as it was, and the old files lie where they lay.
      person.gmail.openMessage(person.receive(await sampleMail(PROMISE)));
      expect(person.lines()).toContain(NORDIS);
      expect([...account.drive.byPath().keys()]).toEqual(expect.arrayContaining(journal));
    });

    it("is worked out again where the hidden data is gone, by the very card that needs it", async () => {
      const account = story.sample();
      account.drive.clearAppData();
      account.userCache.clear();
      const person = personOver(story.stage(), account);
      const run = person.gmail.openMessage(person.receive(await sampleMail(PROMISE)));
      expect(person.lines()).toContain(NORDIS);
      expect(run.ms).toBeLessThan(30_000);
    });

    it("is said where a folder was deleted for good, made anew on a click, and written to again", async () => {
      const account = story.sample();
      const person = personOver(story.stage(), account);
      const raw = await sampleMail(PROMISE);
      person.gmail.openMessage(person.receive(raw));
      account.drive.remove(account.drive.byPath().get("Relance/vault")?.id ?? "");
      // The job of the hour sees it, and the home card says it before anybody works in vain.
      person.project.run("onHourly", {});
      person.gmail.openHome();
      expect(person.words()).toContain("a été supprimé : rien ne peut plus y être enregistré");
      person.gmail.openMessage(person.receive(raw));
      person.click("Confirmer");
      expect(person.words()).toContain("a été supprimé : rien ne peut plus y être enregistré");
      person.click("Reprendre depuis Drive");
      expect(person.words()).toContain("Le registre est repris depuis Drive");
      expect(person.words()).not.toContain("a été supprimé");
      person.gmail.openMessage(person.receive(raw));
      person.click("Confirmer");
      expect(person.words()).toContain("Promesse");
      expect(filedOnce(person, raw)).toBe(true);
    });

    it("leaves no list of debts that no journal knows, where all of it was deleted for good", async () => {
      const account = story.sample();
      const person = personOver(story.stage(), account);
      person.gmail.openMessage(person.receive(await sampleMail(PROMISE)));
      account.drive.remove(account.drive.byPath().get("Relance")?.id ?? "");
      person.click("Confirmer");
      person.click("Reprendre depuis Drive");
      expect(person.words()).toContain("restaurez une sauvegarde au bureau");
      expect(person.words()).not.toContain("Atelier Bloch");
      person.gmail.openHome();
      expect(person.words()).toContain("Bienvenue dans Relance");
    });
  });

  describe("a click that is cut", { timeout: LONG }, () => {
    it("has been done or not, whole, wherever Google ends it, and can be clicked again", () => {
      const LOOKED = "Vérifié, aucune réponse";
      const beside = (account: Account): Person => {
        const person = personOver(story.stage(), copyAccount(account));
        person.gmail.openHome();
        return person;
      };
      const account = story.sample();
      const whole = beside(account);
      whole.click(LOOKED);
      const before = worldOf(account).entries;
      const after = worldOf(whole.account).entries;
      expect(after).toBeGreaterThan(before);
      const { calls } = whole.project.lastExecution();
      const locked = calls.findIndex(({ kind }) => kind === "lock");
      const writes = calls
        .slice(locked + 1)
        .filter(({ method }) => /fetchAll|setProperties/.test(method));
      expect(writes.length).toBeGreaterThanOrEqual(4);
      // Cut after each of them; before each call of several acts in gmail-cuts.long.test.ts.
      for (const { number } of writes) {
        const person = beside(account);
        person.project.disturb({ call: number, how: "kills-after" });
        person.gmail.click(LOOKED);
        expect(person.project.lastExecution().fault?.kind).toBe("killed");
        expect([before, after]).toContain(worldOf(person.account).entries);
        // Whoever writes next ends it or forgets it: the same click is done once more, and nothing is in the way.
        person.click(LOOKED);
        expect(person.words(), `cut after ${String(number)}`).toContain("Réponses vues");
      }
    });

    it("has filed an answer once it is in the journal, and once only", async () => {
      const raw = await sampleMail(PROMISE);
      const person = personOver(story.stage(), story.sample());
      const id = person.receive(raw);
      person.gmail.openMessage(id);
      // Given a confirmation that Google ends right after the journal was written: the mail's round, the bytes', the journal's.
      person.project.disturb({ call: JOURNAL_OF_CONFIRM, how: "kills-after" });
      person.gmail.click("Confirmer");
      const { fault, requests } = person.project.lastExecution();
      expect(fault?.kind).toBe("killed");
      expect(requests.map(({ round }) => round).at(-1)).toBe(3);
      // then the next card has it filed.
      person.gmail.openMessage(id);
      expect(person.words()).toContain(FILED);
      expect(filedOnce(person, raw)).toBe(true);
    });
  });

  describe("a service of Google's that fails", { timeout: LONG }, () => {
    it("leaves a card that says so in the person's language, whichever call it was", async () => {
      const person = personOver(story.stage(), story.sample(), { locale: "en" });
      const id = person.receive(await sampleMail(PROMISE));
      person.gmail.openMessage(id);
      const { calls } = person.project.lastExecution();
      expect(calls.length).toBeGreaterThanOrEqual(5);
      for (const { number } of calls) {
        person.project.disturb({ call: number, how: "throws" });
        person.gmail.openMessage(id);
        const { fault, logs, calls: made } = person.project.lastExecution();
        const at = `${String(number)} ${made[number - 1]?.kind ?? "none"}`;
        expect(fault, at).toBeNull();
        expect(person.words(), at).not.toBe("");
        // What is in a cache may be gone anyway: without it the card is the same.
        expect(person.words(), at).toContain(/ cache/.test(at) ? "Confirm" : "");
        expect(logs.join("\n")).not.toMatch(/nordis|15 616/i);
      }
      person.project.disturb({ call: 1, how: "throws" });
      person.gmail.openMessage(id);
      expect(person.words()).toContain("Relance was interrupted");
    });
  });

  describe("two tabs", { timeout: LONG }, () => {
    it("that confirm the same answer at once file it once, and both say so", async () => {
      const raw = await sampleMail(PROMISE);
      const person = personOver(story.stage(), story.sample());
      const other = person.project.openGmail({ locale: "fr" });
      const id = person.receive(raw);
      person.gmail.openMessage(id);
      other.openMessage(id);
      // The other tab has done it all just before this one takes the lock.
      person.project.disturb({
        call: LOCK_OF_CONFIRM,
        how: "before",
        happens: () => other.click("Confirmer"),
      });
      person.click("Confirmer");
      expect(person.words()).toContain(FILED);
      expect(other.card().lines.join("\n")).toContain("Classé");
      expect(filedOnce(person, raw)).toBe(true);
      person.gmail.openMessage(id);
      expect(person.words().split(FILED)).toHaveLength(2);
    });
  });

  describe("under the full manifest", { timeout: LONG }, () => {
    it("answers are looked for every hour, filed, labelled in neutral words, and the list says when", async () => {
      const person = personOver(story.stage(), story.sample(), { folder: "gmail-full" });
      // Given looks that were turned on, and an answer that came in since,
      person.gmail.choose("Réglages / Settings");
      expect(person.gmail.card().labels).toContain("Ne plus chercher");
      person.click("Étiqueter");
      const raw = await sampleMail(PROMISE);
      const id = person.receive(raw);
      expect(person.account.triggers).toHaveLength(1);
      // when an hour has gone by,
      const runs = person.project.passTime(3_700_000);
      expect(runs.map(({ fault }) => fault)).toEqual([null]);
      // then it is in the vault, labelled without a word of what it says of the debtor,
      expect(filedOnce(person, raw)).toBe(true);
      const { mailbox } = person.account;
      const labels = [...(mailbox.messages.get(id)?.labels ?? [])].map(
        (one) => mailbox.labels.get(one) ?? one,
      );
      expect(labels).toContain("Relance/À lire");
      // and the list says that replies were looked for, when.
      person.gmail.openHome();
      expect(person.words()).toMatch(/Réponses vues (?:à )?\d\d:\d\d/);
      expect(person.words()).toContain("Nordis SAS");
      // What it logs are numbers and names of ours.
      expect(runs.flatMap(({ logs }) => logs).join()).not.toMatch(/nordis|@|€/i);
    });
  });

  it.each([11, 642, 1249])("copies debtor %i of them as folding its entries would", (debtor) => {
    const [copied, folded] = copiedAndFolded(debtor);
    expect(copied).toEqual(folded);
  });

  tellBigCards("invoices in the ledger, most of them copies", () => {
    const account = story.sample();
    return { stage: story.stage(), account, big: makeBig(account) };
  });
};
