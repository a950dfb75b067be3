import { describe, expect, it } from "vitest";
import { mailText } from "../hosts/apps-script/demo-project.ts";
import { freshAccount, LONG, kept, personOver, plain } from "./gmail-pages.ts";
import type { GmailStory, Person } from "./gmail-pages.ts";
import { sampleMail } from "./outlook-ledger.ts";

const PROMISE = "063";
/** A promise that was not kept. */
const BROKEN = "045";
const SARAH = "sarah@atelier-bloch.example";
const INSERT = "Insérer / Insert (Relance)";

const menuOf = ({ gmail }: Person): readonly string[] => gmail.card().menu;

/** Draws of the day's list, by the names of the debtors. */
const namesOf = (person: Person): readonly string[] =>
  person.lines().flatMap((line) => /^(.*) · [\d ]+,\d\d [€£]$/.exec(line)?.[1] ?? []);

/** What a first morning asks, answered. */
const begin = (person: Person): void => {
  person.gmail.openHome();
  person.click("Commencer");
  person.click("Oui, les miennes");
  person.gmail.fill("author", "Claire Lacombe");
  person.gmail.fill("name", "Menuiserie Lacombe");
  person.gmail.fill("addresses", "claire@menuiserie-lacombe.example");
  person.click("Commencer");
};

const nordisMail = (parts: Parameters<typeof mailText>[0]): Buffer => Buffer.from(mailText(parts));

/** Texts of the segments, as they lie in the visible folder. */
const journalOf = ({ account }: Person): readonly string[] =>
  [...account.drive.byPath()].flatMap(([path, { bytes }]) =>
    path.startsWith("Relance/journal/") && bytes !== null ? [Buffer.from(bytes).toString()] : [],
  );

export const tellDays = (story: GmailStory): void => {
  describe("a first morning", { timeout: LONG }, () => {
    it("asks whose invoices they are, begins the ledger in the visible folder, and takes a first invoice by hand", () => {
      const person = personOver(story.stage(), freshAccount());
      person.gmail.openHome();
      person.click("Commencer");
      // Who chases for others is told so, and nothing is begun.
      person.click("Non, celles d'un client");
      expect(person.account.drive.byPath().size).toBe(0);
      person.gmail.openHome();
      person.click("Commencer");
      person.click("Oui, les miennes");
      // What is missing is said beside its field, and nothing is begun either.
      person.gmail.fill("name", "Menuiserie Lacombe");
      person.gmail.fill("author", "");
      person.click("Commencer");
      expect(person.words()).toContain("À corriger");
      person.gmail.fill("author", "Claire Lacombe");
      person.gmail.fill("addresses", "claire@menuiserie-lacombe.example");
      person.click("Commencer");
      expect([...person.account.drive.byPath().keys()].sort().slice(0, 3)).toEqual(
        expect.arrayContaining(["Relance", "Relance/journal"]),
      );
      // The job of the hour is there from now on.
      expect(person.account.triggers.map(({ handler }) => handler)).toEqual(["onHourly"]);
      // A debtor and an invoice of two months ago, typed in,
      person.click("Ajouter un débiteur");
      person.gmail.fill("name", "Nordis & Fils");
      person.gmail.fill("email", "compta@nordis.example");
      person.click("Ajouter");
      expect(person.gmail.card().title).toBe("Nordis & Fils");
      person.click("Ajouter une facture");
      expect(person.gmail.card().subtitle).toBe("Nordis & Fils");
      person.gmail.fill("number", "F-1");
      person.gmail.fill("total", "1 200,00");
      person.gmail.fill("issuedOn", "2026-09-01");
      person.gmail.fill("dueOn", "2026-10-01");
      person.click("Ajouter");
      expect(person.words()).toContain("1 200,00 €");
      // lie in the visible folder, and stand on the list of the day.
      const [journal = ""] = journalOf(person);
      expect(journal).toContain("invoice-recorded");
      person.click("Aujourd'hui");
      expect(person.words()).toContain("1 200 € attendus, dont 1 200 € en retard");
      expect(namesOf(person)).toEqual(["Nordis & Fils"]);
    });

    it("makes a debtor of a mail of nobody and files the answer to its invoice byte for byte", () => {
      const person = personOver(story.stage(), freshAccount());
      begin(person);
      const nobody = person.gmail.openMessage(person.receive(nordisMail({ id: "a" })));
      // The properties once, the mail itself, and no part of the script.
      expect(nobody.counts).toEqual({ properties: 1, fetch: 1 });
      expect(person.gmail.card().fields).toEqual(["name"]);
      person.gmail.fill("name", "Nordis & Fils");
      person.click("Nouveau débiteur");
      person.click("Voir la créance");
      person.click("Ajouter une facture");
      person.gmail.fill("number", "F-1");
      person.gmail.fill("total", "1 200,00");
      person.gmail.fill("issuedOn", "2026-09-01");
      person.gmail.fill("dueOn", "2026-10-01");
      person.click("Ajouter");
      const raw = nordisMail({
        id: "b",
        answers: "a",
        text: "Nous réglerons la facture F-1 de 1 200,00 € le 27 novembre 2026.\n\nCordialement",
      });
      person.gmail.openMessage(person.receive(raw));
      expect(person.words()).toContain("le 27 novembre 2026");
      person.click("Confirmer");
      expect(person.lines()).toContain("Fait");
      expect([...person.vault().values()].some((bytes) => raw.equals(bytes))).toBe(true);
      person.click("Annuler");
      expect(person.words()).not.toContain("Classé « Promesse de paiement »");
    });
  });

  describe("the day's list", { timeout: LONG }, () => {
    it("is drawn from the properties alone, names the debtors, says that nobody watches for answers, and takes one click for it", () => {
      const person = personOver(story.stage(), story.sample());
      const { counts } = person.gmail.openHome();
      expect(counts).toEqual({ properties: 1 });
      expect(namesOf(person).slice(0, 2)).toEqual(["Garage Mercier SARL", "Atelier Bloch"]);
      // Under the public manifest nobody looks; one click says that somebody did, with the hour.
      expect(person.words()).toContain("Réponses : non surveillées");
      person.click("Vérifié, aucune réponse");
      expect(person.words()).toContain("Noté : aucune réponse à ce jour.");
      expect(person.words()).toMatch(/Réponses vues 08:3\d/);
      expect(namesOf(person)).toContain("Nordis SAS");
      person.click("Annuler");
      expect(person.words()).toContain("Réponses : non surveillées");
    });

    it("is gone through one card after another: a draft, then the next, to the end", () => {
      const person = personOver(story.stage(), story.sample());
      person.gmail.openHome();
      person.click("Commencer");
      expect(person.words()).toContain("1 sur 4");
      person.click("Suivant");
      expect(person.words()).toContain("2 sur 4");
      expect(person.words()).toContain("Atelier Bloch");
      // No mail is open: the public manifest lays no draft into the mailbox, and Gmail's own window is given the words.
      person.click("Préparer la relance");
      const [opened] = person.gmail.opened;
      const compose = new URL(opened?.url ?? "about:blank");
      expect([compose.origin, compose.searchParams.get("view")]).toEqual([
        "https://mail.google.com",
        "cm",
      ]);
      expect(compose.searchParams.get("to")).toBe(SARAH);
      expect(plain(compose.searchParams.get("body") ?? "")).toContain("LAC-2026-0088");
      expect(person.account.mailbox.drafts.size).toBe(0);
      person.click("Je l'ai envoyé");
      expect(person.words()).toContain("Mairie de Saint-Astier");
      person.click("Suivant");
      expect(person.words()).toContain("Résidence Les Tilleuls");
      person.click("Suivant");
      expect(person.words()).toContain("Terminé");
    });
  });

  describe("what can be looked up", { timeout: LONG }, () => {
    it("is found by the add-on's own menu: a debtor, the claim, the exchanges, and a form in their midst", () => {
      const person = personOver(story.stage(), story.sample());
      person.gmail.choose("Chercher / Search");
      person.gmail.fill("query", "0092");
      person.click("Chercher");
      expect(person.words()).toContain("LAC-2026-0092");
      person.gmail.fill("query", "Nordis");
      person.click("Chercher");
      person.click("Nordis SAS");
      expect(person.gmail.card().title).toBe("Nordis SAS");
      expect(person.words()).toContain("s.marchand@nordis.example");
      person.click("Créance");
      person.click("Échanges et historique");
      expect(person.words()).toContain("Historique · 1 à");
      person.gmail.back();
      // A call is noted, and stands in the history.
      person.click("Noter un appel");
      person.gmail.fill("words", "Rappeler lundi");
      person.click("Ajouter");
      person.click("Échanges et historique");
      expect(person.words()).toContain("Rappeler lundi");
    });

    it("shows settings that are kept, refuses what is no IBAN beside its field, and times Google's services", () => {
      const person = personOver(story.stage(), story.sample());
      person.gmail.choose("Réglages / Settings");
      person.gmail.fill("iban", "FR00 1234");
      person.click("Enregistrer");
      expect(person.words()).toContain("À corriger");
      expect(person.words()).toMatch(/IBAN.* : /);
      person.gmail.fill("iban", "FR76 9999 9000 0100 0001 1704 232");
      person.gmail.fill("dailyMinutes", "25");
      person.click("Enregistrer");
      person.gmail.choose("Réglages / Settings");
      expect(person.gmail.valueOf("dailyMinutes")).toEqual(["25"]);
      person.gmail.choose("Diagnostic / Diagnosis");
      expect(person.words()).toContain("Prendre le verrou");
      // A part that nothing has read yet: the file of it takes its time.
      expect(person.words()).toContain("Charger les règles de lecture\n20 ms");
    });
  });

  describe("a draft that is being written", { timeout: LONG }, () => {
    it("takes in the step of the debtor whom it is addressed to, and keeps the person's own subject", () => {
      const person = personOver(story.stage(), story.sample());
      // Given a draft to her and nobody else, in which nothing stands yet,
      person.gmail.compose(INSERT, { to: [SARAH] });
      expect(person.words()).toContain("Atelier Bloch");
      expect(person.words()).not.toContain("Les Tilleuls");
      person.click("Mettre dans le brouillon");
      const updates = person.gmail.draftUpdates;
      expect(updates.map(({ what }) => what)).not.toContain("to-recipients");
      expect(plain(JSON.stringify(updates))).toContain("LAC-2026-0088");
      // Nothing lies in Drafts that was not there: it is the person's own draft that was written in.
      expect(person.account.mailbox.drafts.size).toBe(0);
      // To somebody who is no contact of a debtor's, nothing of anybody's is put in.
      person.gmail.compose(INSERT, { to: ["ami@ailleurs.example"] });
      const before = updates.length;
      if (person.gmail.card().labels.map(plain).includes("Mettre dans le brouillon"))
        person.click("Mettre dans le brouillon");
      expect(person.gmail.draftUpdates.slice(before)).toEqual([]);
    });
  });

  describe("on a phone", { timeout: LONG }, () => {
    it("the card of a mail carries the menu, since phones have no home", async () => {
      const person = personOver(story.stage(), story.sample(), { client: "ANDROID" });
      person.gmail.openMessage(person.receive(await sampleMail(PROMISE)));
      const all = person.gmail.card().labels;
      for (const one of ["Aujourd'hui", "Chercher", "Réglages"])
        expect(all.filter((label) => plain(label) === one)).toHaveLength(2);
      expect(menuOf(person)).toContain("Aujourd'hui");
      person.click("Aujourd'hui");
      expect(namesOf(person)).toContain("Garage Mercier SARL");
    });
  });

  describe("in English", { timeout: LONG }, () => {
    it("every word is Gmail's own language, and debtors' words stay theirs", async () => {
      const person = personOver(story.stage(), story.sample(), { locale: "en" });
      person.gmail.openMessage(person.receive(await sampleMail(PROMISE)));
      expect(person.gmail.card().labels).toEqual(expect.arrayContaining(["Confirm", "Settings"]));
      expect(person.words()).toContain("virement en fin de semaine");
      expect(person.words()).toContain("€15,616.00 owed");
      expect(person.words()).not.toMatch(/Confirmer|Créance|Réglages/);
      // The list was worked out in French; a click has it worked out anew.
      person.click("Today");
      expect(person.words()).toContain("Replies: not watched");
    });
  });

  describe("what no card of ours says", { timeout: LONG }, () => {
    const HOSTILE: readonly Readonly<Record<string, string>>[] = [
      {},
      { do: "__proto__" },
      { do: "constructor" },
      { do: "claim" },
      { do: "claim", account: "x".repeat(5_000) },
      { do: "claim", account: "debtor-nobody" },
      { do: "undo", batch: "b", accounts: "[[[" },
      { do: "prepare-draft", account: "../../etc/passwd" },
      { do: "mail-confirm", message: "<script>" },
      { do: "timeline", account: "a", page: "99999" },
    ];

    it("writes nothing, is answered by a card, and tells the log no word of it", () => {
      const person = personOver(story.stage(), story.sample());
      const before = JSON.stringify(kept(person.account));
      for (const parameters of HOSTILE) {
        const { fault, logs } = person.project.run("onAction", {
          commonEventObject: { parameters, userLocale: "fr", platform: "WEB", formInputs: 5 },
        });
        expect(fault, JSON.stringify(parameters)).toBeNull();
        expect(logs.join()).not.toMatch(/script|passwd|debtor-nobody/);
      }
      expect(JSON.stringify(kept(person.account))).toBe(before);
    });

    it("is drawn as words where a mail is made to look like markup, in a card of less than 50 kB", async () => {
      const person = personOver(story.stage(), story.sample());
      const text = (await sampleMail(BROKEN))
        .toString("latin1")
        .replace(/^From: .*$/m, `From: "${"<b>&<a href=x>".repeat(40)}" <${SARAH}>`)
        .replace(/^Message-ID: <[^>]*>/im, "Message-ID: <hostile@atelier-bloch.example>");
      const bytes = Buffer.from(`${text}\r\n${"<b>&\"'</b><br>".repeat(4_000)}`, "latin1");
      const { fault } = person.gmail.openMessage(person.receive(bytes));
      expect(fault).toBeNull();
      expect(person.gmail.card().size).toBeLessThan(50_000);
      expect(JSON.stringify(person.gmail.card().json)).not.toContain("<a href=x>");
    });
  });
};
