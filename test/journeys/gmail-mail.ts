import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { headerOf } from "#shared/mail/message.ts";
import type { Message } from "#shared/mail/message.ts";
import { readMailBytes } from "#src/files/mail-bytes.ts";
import { LONG, kept, mailOf, personOver, plain } from "./gmail-pages.ts";
import type { GmailStory, Person } from "./gmail-pages.ts";
import { sampleMail } from "./outlook-ledger.ts";

/** Nordis promises the balance for the end of the week. */
const PROMISE = "063";
/** Sarah Bloch's promise, which was not kept. */
const BROKEN = "045";
const BOUNCE = "021";
/** A shop has something to sell. */
const NOBODY = "017";
/** An invoice of ours to somebody new. */
const INVOICE = "062";

const sha256Of = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

const parsed = async (bytes: Uint8Array): Promise<Message> => {
  const read = await readMailBytes(bytes);
  if (!read.ok) throw new Error(read.error.type);
  return read.value;
};

/** What went to Google and was no question. */
const writesOf = ({ project }: Person): readonly string[] =>
  project
    .lastExecution()
    .requests.filter(({ method }) => method.toLowerCase() !== "get")
    .map(({ id }) => id ?? "");

/** The bytes of the draft that lies in Gmail, and its id. */
const draftIn = ({ account }: Person): { readonly id: string; readonly raw: Uint8Array } => {
  const [found, ...others] = account.mailbox.drafts;
  if (found === undefined || others.length > 0) throw new Error("not one draft");
  const raw = account.mailbox.messages.get(found[1])?.raw;
  if (raw === undefined) throw new Error("a draft without a message");
  return { id: found[0], raw };
};

const lineAfter = (person: Person, line: string): string =>
  person.lines()[person.lines().indexOf(line) + 1] ?? "";

export const tellMails = (story: GmailStory): void => {
  describe("an answer that is open in Gmail", { timeout: LONG }, () => {
    it("shows the four lines that Outlook shows, what it is taken for, and one button; filed by it byte for byte, taken back, corrected", async () => {
      // Given the ledger of a joinery, and an answer of Nordis that nobody has read yet,
      const person = personOver(story.stage(), story.sample());
      const raw = await sampleMail(PROMISE);
      const id = person.receive(raw);
      // when it is opened,
      const opened = person.gmail.openMessage(id);
      // then the card says who, how much and how late, what they said, and what comes next and why: Outlook's own words,
      expect(person.lines().slice(2, 6)).toEqual([
        "Nordis SAS · entreprise",
        "15 616,00 € dus, dont 12 640,00 € en retard, jusqu'à 33 jours.",
        "« Je peux donc vous confirmer le solde, virement en fin de semaine. »",
        "Une fois confirmé : aucune relance avant le 20/11, puis vérification.",
      ]);
      expect(person.words()).toContain("RE: Relance – facture LAC-2026-0093");
      expect(lineAfter(person, "Promesse de paiement · lecture sûre")).toContain("Promesse");
      expect(person.gmail.card().labels[0]).toBe("Confirmer");
      // and nothing was written anywhere: the properties once, the mail, two files of the script.
      expect(opened.fault).toBeNull();
      expect(opened.counts).toEqual({ properties: 1, fetch: 1, "cache-get": 1, html: 2 });
      expect(writesOf(person)).toEqual([]);
      // When the promise is confirmed,
      person.click("Confirmer");
      // then it lies in the visible folder as it came in, and no reminder is due before its date.
      const sha256 = sha256Of(raw);
      expect(person.words()).toContain(
        "Classé « Promesse de paiement » par Claire Lacombe, le 20/11.",
      );
      expect(person.words()).toContain(
        "Rien aujourd'hui : paiement promis pour le 20 novembre 2026.",
      );
      expect(person.words()).toContain(`SHA-256 ${sha256.slice(0, 12)}… · octets tels que reçus`);
      expect(Buffer.from(person.vault().get(sha256) ?? []).equals(raw)).toBe(true);
      expect([...person.account.drive.byPath().keys()]).toContain(`Relance/vault/${sha256}`);
      // Taken back, the answer waits to be read again,
      person.click("Annuler");
      expect(person.gmail.card().labels).toContain("Confirmer");
      expect(person.words()).not.toContain("Classé « Promesse");
      // and is filed as something else after all.
      person.click("Corriger");
      person.gmail.fill("tag", "acknowledgement");
      person.click("Confirmer");
      expect(person.words()).toContain("Classé « Accusé de réception » par Claire Lacombe");
    });

    it("is not acted on by a card that was drawn for another mail", async () => {
      const person = personOver(story.stage(), story.sample());
      const promise = person.receive(await sampleMail(PROMISE));
      const other = person.receive(await sampleMail(BROKEN));
      const before = person.vault().size;
      // Given a card of one mail while Gmail has gone on to another: the click comes with the other mail's id.
      person.gmail.openMessage(promise);
      expect(JSON.stringify(person.gmail.card().json)).toContain(promise);
      const run = person.project.run("onAction", {
        commonEventObject: {
          parameters: { do: "mail-confirm", message: promise },
          userLocale: "fr",
          platform: "WEB",
        },
        gmail: { messageId: other, threadId: other, accessToken: "gm.none" },
      });
      // Then nothing is written of either.
      expect(run.requests.filter(({ method }) => method.toLowerCase() !== "get")).toEqual([]);
      expect(person.vault().size).toBe(before);
    });
  });

  describe("a mail of nobody", { timeout: LONG }, () => {
    it("costs one reading of the properties and no Drive, leaves no trace, and has a name field and nothing else", async () => {
      // Given somebody who uses Relance since a while,
      const person = personOver(story.stage(), story.sample());
      person.gmail.openHome();
      const id = person.receive(await sampleMail(NOBODY));
      const before = kept(person.account);
      // when the mail of a shop is opened,
      const { counts, requests, logs } = person.gmail.openMessage(id);
      // then the mail itself was asked for, and nothing else.
      expect(counts).toEqual({ properties: 1, fetch: 1 });
      expect(requests.map((one) => one.id)).toEqual(["gmail.users.messages.get"]);
      expect(kept(person.account)).toEqual(before);
      expect(logs).toEqual([]);
      expect(person.gmail.card().fields).toEqual(["name"]);
    });
  });

  describe("a mail of mine that carries an invoice", { timeout: LONG }, () => {
    it("is followed: debtor, invoice and mail by one form, and taken back by one click", async () => {
      const person = personOver(story.stage(), story.sample());
      const raw = await sampleMail(INVOICE);
      const { id } = person.account.mailbox.sent(raw);
      person.gmail.openMessage(id);
      person.click("Suivre cette facture");
      // What was read in the mail stands in the form.
      expect(person.gmail.valueOf("number")).toEqual(["LAC-2026-0129"]);
      expect(person.gmail.valueOf("email")).toEqual(["gerance@sci-remparts.example"]);
      if (person.gmail.valueOf("name").length === 0) person.gmail.fill("name", "SCI des Remparts");
      person.click("Enregistrer");
      expect(person.words()).toContain("LAC-2026-0129");
      const sha256 = sha256Of(raw);
      expect(person.vault().has(sha256)).toBe(true);
      person.click("Annuler");
      expect(person.words()).toContain("Suivre cette facture");
    });
  });

  describe("a reminder", { timeout: LONG }, () => {
    it("lies in Drafts as an answer in its thread, is found sent when the thread is opened again, and filed as it went", async () => {
      // Given the answer of Sarah Bloch whose promise was not kept,
      const person = personOver(story.stage(), story.sample());
      const bytes = await sampleMail(BROKEN);
      const id = person.receive(bytes);
      const answered = await parsed(bytes);
      person.gmail.openMessage(id);
      // when the reminder is asked for,
      person.click("Préparer la relance");
      // then Gmail has a draft in that thread, to her alone, nothing was sent, and it opens,
      const { id: draft, raw } = draftIn(person);
      const thread = person.account.mailbox.messages.get(id)?.threadId ?? "";
      expect(person.account.mailbox.thread(thread)).toHaveLength(2);
      const message = await parsed(raw);
      expect([...message.to, ...message.cc].map(({ address }) => address)).toEqual([
        "sarah@atelier-bloch.example",
      ]);
      expect(person.gmail.opened.map(({ url }) => url)).toEqual([
        expect.stringMatching(new RegExp(`^https://mail\\.google\\.com/mail/.*#all/${thread}$`)),
      ]);
      // with the exact headers of an answer, our own reference in header and foot, and the invoices in a table.
      expect(headerOf(message, "In-Reply-To")).toBe(`<${answered.messageId ?? ""}>`);
      expect((headerOf(message, "References") ?? "").split(/\s+/)).toEqual([
        ...(headerOf(answered, "References") ?? "").split(/\s+/),
        `<${answered.messageId ?? ""}>`,
      ]);
      const reference = headerOf(message, "X-Relance-Reference") ?? "none";
      expect(reference).toMatch(/^R-[0-9A-Z]{6}$/);
      expect(message.text).toContain(reference);
      expect(message.html).toMatch(/<table.*<td>LAC-2026-0088<\/td>/s);
      expect(plain(message.text ?? "")).toContain("1 150,00 €");
      expect(message.subject).toBe("Re: Facture LAC-2026-0088 (1 150,00 €)");
      // Asked for again before it is sent, it is the same one.
      const waiting = person.gmail.openMessage(id);
      expect(person.words()).toMatch(/1re relance : brouillon du 20\/11.*pas envoyé/);
      // Whether it has gone is asked along with the mail, and takes no longer.
      expect(waiting.requests.map((one) => one.id)).toEqual([
        "gmail.users.messages.get",
        "gmail.users.threads.get",
      ]);
      expect(new Set(waiting.requests.map(({ round }) => round)).size).toBe(1);
      expect(waiting.ms).toBeLessThan(1_200);
      // When she presses Send, having changed a word, and opens the thread again,
      person.account.clock.spend(600_000);
      const sent = person.account.mailbox.sendDraft(draft, {
        edit: [["Bonjour,", "Chère Sarah,"]],
      });
      expect(Buffer.from(sent.raw).includes("X-Relance")).toBe(false);
      person.gmail.openMessage(id);
      // then what went is found and filed, byte for byte, and the next step is weeks away.
      expect(person.words()).toContain("Votre message envoyé est retrouvé et classé.");
      expect(person.words()).toContain(
        "Rien aujourd'hui : prochaine étape le 6 décembre 2026 : 2e relance.",
      );
      const filed = person.vault().get(sha256Of(sent.raw)) ?? new Uint8Array();
      expect(Buffer.from(filed).equals(Buffer.from(sent.raw))).toBe(true);
      // Opened once more, there is nothing left to find.
      expect(person.gmail.openMessage(id).counts).not.toHaveProperty("lock");
      // Whoever answers it from elsewhere, and keeps nothing of it but our reference, is known by that.
      const elsewhere = mailOf("Compta <x@ailleurs.example>", `Votre ${reference} est bien reçue.`);
      person.gmail.openMessage(person.receive(elsewhere));
      expect(person.words()).toContain("Atelier Bloch");
    });
  });

  describe("a thread", { timeout: LONG }, () => {
    it("is filed whole by one click, each mail as it came, in one round", async () => {
      // Given three mails of one thread with Nordis, of which one is open,
      const person = personOver(story.stage(), story.sample());
      const first = await sampleMail(PROMISE);
      const raws = [1, 2].map((rank) =>
        Buffer.from(
          first
            .toString("latin1")
            .replace(
              /^Message-ID: <[^>]*>/im,
              `Message-ID: <${String(rank)}.thread@nordis.example>`,
            ),
          "latin1",
        ),
      );
      const id = person.receive(first);
      const threadId = person.account.mailbox.messages.get(id)?.threadId ?? "";
      for (const raw of raws) person.account.mailbox.receive(raw, { threadId });
      person.gmail.openMessage(id);
      // when the whole thread is filed,
      person.click("Classer tout le fil");
      // then all three lie in the visible folder byte for byte, and their bytes were asked for at once.
      for (const raw of [first, ...raws])
        expect(Buffer.from(person.vault().get(sha256Of(raw)) ?? []).equals(raw)).toBe(true);
      const asked = person.project
        .lastExecution()
        .requests.filter(({ url }) => url.includes("format=raw"));
      expect(asked).toHaveLength(3);
      expect(new Set(asked.map(({ round }) => round)).size).toBe(1);
    });
  });

  describe("a bounce", { timeout: LONG }, () => {
    it("is a mail like any other in Gmail: it retires the address", async () => {
      // Given a second bounce from an address of Thornbury's,
      const person = personOver(story.stage(), story.sample());
      const first = (await sampleMail(BOUNCE)).toString("latin1");
      const bytes = Buffer.from(
        first.replace(/^Message-ID: <[^>]*>/im, "Message-ID: <second@mx1.example>"),
        "latin1",
      );
      person.gmail.openMessage(person.receive(bytes));
      expect(person.words()).toContain("Thornbury Joinery Ltd · entreprise");
      expect(person.words()).toContain(
        "L'adresse marcus.hale@thornbury-joinery.example ne reçoit pas",
      );
      // when it is confirmed,
      person.click("Confirmer");
      // then it is filed as the bytes that came.
      expect(person.words()).toContain("Classé « Message non remis » par Claire Lacombe");
      expect(person.vault().has(sha256Of(bytes))).toBe(true);
    });
  });
};
