import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sha256OfBlob } from "#src/store/blob-hash.ts";
import { unzipBytes } from "#src/files/zip.ts";
import { mimeOf } from "../hosts/outlook/mailbox.ts";
import type { StoredMail } from "../hosts/outlook/mailbox.ts";
import { sampleMail } from "./outlook-ledger.ts";
import {
  choose,
  handedOver,
  leave,
  LONG,
  openSample,
  openStage,
  paneOf,
  WAIT,
  wordsOf,
  writesOf,
} from "./outlook-pages.ts";
import type { PanePage, Stage } from "./outlook-pages.ts";

let stage: Stage;

beforeAll(async () => {
  stage = await openStage();
}, LONG);
afterAll(() => stage.close());

/** Nordis promises the balance for the end of the week. */
const PROMISE = "063";
/** Thornbury says that one of two invoices is paid. */
const PAID = "057";

describe("an answer that is open in Outlook", () => {
  it(
    "shows four lines, then what it is taken for, then one button",
    async () => {
      // Given the ledger of a joinery, and an answer of Nordis that nobody has read yet,
      const outlook = await openSample(stage, { item: await sampleMail(PROMISE) });
      const pane = paneOf(outlook);
      // then the pane says who, how much and how late, what they said, and what comes next and why,
      await pane.at("confirm").waitFor();
      expect(await pane.lines()).toEqual([
        "Nordis SAS · entreprise",
        "15 616,00 € dus, dont 12 640,00 € en retard, jusqu'à 33 jours.",
        "« Je peux donc vous confirmer le solde, virement en fin de semaine. »",
        "Une fois confirmé : aucune relance avant le 20/11, puis vérification.",
      ]);
      expect(await wordsOf(pane.about)).toContain("RE: Relance – facture LAC-2026-0093");
      // and offers one primary button under the promise that it reads.
      await expect.poll(() => wordsOf(pane.reading), WAIT).toContain("Promesse de paiement");
      expect(await pane.primary.count()).toBe(1);
      expect(await wordsOf(pane.primary)).toBe("Confirmer");
      // Only headers and body were asked of Outlook, and nothing was written there.
      expect(writesOf(outlook)).toEqual([]);
      expect(outlook.calls.map(({ name }) => name)).not.toContain("getAsFileAsync");
      await leave(outlook);
    },
    LONG,
  );

  it(
    "is filed by one click with the bytes that Outlook gives, holds the plan, and can be taken back",
    async () => {
      // Given the same answer,
      const outlook = await openSample(stage, { item: await sampleMail(PROMISE) });
      const [mail] = outlook.mailbox.mails;
      const pane = paneOf(outlook);
      // when the promise is confirmed,
      await pane.at("confirm").click();
      // then it is filed under that tag, and no reminder is due before its date.
      await pane.says("Classé « Promesse de paiement » par Claire Lacombe, le 20/11.");
      await expect
        .poll(async () => (await pane.lines())[3], WAIT)
        .toBe("Rien aujourd'hui : paiement promis pour le 20 novembre 2026.");
      const bytes = mimeOf(mail as StoredMail);
      const sha256 = await sha256OfBlob(bytes);
      await pane.says(`SHA-256 ${sha256.slice(0, 12)}… · octets régénérés par la messagerie`);
      // Taken back, the answer waits to be read again.
      await pane.at("toast/undo").click();
      await pane.at("confirm").waitFor();
      expect(await pane.words()).not.toContain("Classé « Promesse");
      // Confirmed after all, it is in the thread's export byte for byte.
      await pane.at("confirm").click();
      await pane.says("Classé « Promesse de paiement »");
      const file = await handedOver(outlook, () => choose(pane, "mail/more", "Exporter le fil"));
      const members = unzipBytes(new Uint8Array(await file.bytes()));
      if (!members.ok) throw new Error(members.error.type);
      const hashes = await Promise.all([...members.value.values()].map(sha256OfBlob));
      expect(hashes).toContain(sha256);
      expect(writesOf(outlook)).toEqual([]);
      await leave(outlook);
    },
    LONG,
  );
});

describe("a bounce, which Outlook opens no pane beside", () => {
  it(
    "is dropped on the pane, filed as the bytes that were dropped, and retires the address",
    async () => {
      // Given an answer that is open, and a second bounce from an address of Thornbury's,
      const outlook = await openSample(stage, { item: await sampleMail(PROMISE) });
      const pane = paneOf(outlook);
      await pane.at("confirm").waitFor();
      const first = (await sampleMail("021")).toString("latin1");
      const bytes = Buffer.from(
        first.replace(/^Message-ID: <[^>]*>/im, "Message-ID: <second@mx1.example>"),
        "latin1",
      );
      // when it is dropped on the pane,
      await outlook.drop([{ name: "Undelivered.eml", bytes }]);
      // then it is filed as it is, and the pane says that it is about the dropped mail and no longer the open one.
      await pane.announces("1 message classé.");
      await pane.announces("Message déposé : Undelivered Mail Returned to Sender");
      await pane.says("Thornbury Joinery Ltd · entreprise");
      await pane.says("L'adresse marcus.hale@thornbury-joinery.example ne reçoit pas");
      await pane.says(`SHA-256 ${(await sha256OfBlob(bytes)).slice(0, 12)}…`);
      await pane.at("confirm").click();
      await pane.says("Classé « Message non remis » par Claire Lacombe");
      // Back at the open mail, nothing was done to it.
      await pane.at("strip/back").click();
      await pane.says("Nordis SAS · entreprise");
      await pane.at("confirm").waitFor();
      // By the page's own drop, as in classic Outlook: what is known is told, what is no mail is named.
      expect(await pane.words()).not.toContain("Classé le");
      await outlook.drop(
        [
          { name: "retour.eml", bytes },
          { name: "photo.png", bytes: Buffer.from("89504e47", "hex"), type: "image/png" },
        ],
        "page",
      );
      await pane.announces("1 message déjà classé. photo.png n'est pas un message.");
      await leave(outlook);
    },
    LONG,
  );
});

const TEN = ["013", "019", "024", "029", "033", "039", "045", "050", PAID, PROMISE] as const;

/** The mail whose screen can be used at this moment, and the one that is said to be read. */
const standsFor = (pane: PanePage): Promise<{ usable: string | null; read: string | null }> =>
  pane.root.evaluate(() => {
    const text = (selector: string): string | null =>
      document.querySelector(selector)?.textContent ?? null;
    const isInert = document.querySelector<HTMLElement>(".ol-sidebar")?.inert === true;
    const isMail = text('[data-key="tab/mail"]') !== null;
    return {
      usable: isInert || !isMail ? null : text("#rl-panel > .rl-stack > p.rl-quiet"),
      read: text(".ol-strip > [role=status]"),
    };
  });

describe("a pinned pane", () => {
  it(
    "says over ten mails which one it is about, however slowly Outlook answers",
    async () => {
      // Given a pinned pane and an Outlook whose bodies come late,
      const outlook = await openSample(stage);
      const pane = paneOf(outlook);
      outlook.slow("body.getAsync", 120);
      for (const number of TEN) {
        // when the next mail is opened,
        const mail = await outlook.selectItem(await sampleMail(number));
        // then from that moment on nothing can be clicked that is another mail's,
        const subject = mail?.subject.slice(0, 60) ?? "";
        const { usable, read } = await standsFor(pane);
        expect(usable ?? read).toContain(subject);
        // and its own claim comes to stand there.
        await expect.poll(() => wordsOf(pane.about), WAIT).toContain(subject);
      }
      // When ten are leafed through faster than any can be read, only the last is shown.
      const all = outlook.mailbox.mails.slice(-TEN.length);
      for (const mail of all) await outlook.selectItem(mail);
      await pane.at("confirm").waitFor();
      expect((await pane.lines())[0]).toBe("Nordis SAS · entreprise");
      // When nothing is open any more, the day's list stands in its place.
      await outlook.selectItem(null);
      await pane.rows.first().waitFor();
      expect(await pane.at("tab/mail").count()).toBe(0);
      expect(writesOf(outlook)).toEqual([]);
      await leave(outlook);
    },
    LONG,
  );

  it(
    "writes of no other mail than the one that was clicked on",
    async () => {
      // Given an answer, and an Outlook that takes its time to give its bytes,
      const outlook = await openSample(stage, { item: await sampleMail(PROMISE) });
      const [promise] = outlook.mailbox.mails;
      const pane = paneOf(outlook);
      outlook.slow("getAsFileAsync", 400);
      // when it is confirmed and, before the bytes are there, another mail is opened,
      await pane.at("confirm").click();
      await expect.poll(() => outlook.calls.at(-1)?.name, WAIT).toBe("getAsFileAsync");
      await outlook.selectItem(await sampleMail(PAID));
      // then the other one stands there unfiled, the day's list has not moved,
      await pane.says("Thornbury Joinery Ltd · entreprise");
      await expect
        .poll(() => outlook.calls.every(({ endedAt }) => endedAt !== null), WAIT)
        .toBe(true);
      await pane.at("confirm").waitFor();
      expect(await pane.words()).not.toContain("Classé le");
      // the pane says that nothing was written of the first, and the first waits to be confirmed still.
      await pane.announces("rien n'a été écrit");
      await outlook.selectItem(promise ?? null);
      await pane.says("Nordis SAS · entreprise");
      await pane.at("confirm").waitFor();
      expect(await pane.words()).not.toContain("Classé le");
      await leave(outlook);
    },
    LONG,
  );
});

describe("several mails that are selected in Outlook", () => {
  it(
    "are offered to be filed at once, and the offer goes with the selection",
    async () => {
      // Given the wider manifest, and an answer that is open,
      const outlook = await openSample(stage, {
        item: await sampleMail(PAID),
        permission: "ReadWriteMailbox",
      });
      const pane = paneOf(outlook);
      await pane.at("confirm").waitFor();
      const three = await Promise.all([PROMISE, "064", "054"].map(sampleMail));
      // when three are selected, of which one is of nobody that owes, then one click is offered,
      const [first] = await outlook.setSelected(three);
      await pane.announces("3 messages sélectionnés.");
      // and no longer once one is opened.
      await outlook.selectItem(first ?? null);
      await expect.poll(() => wordsOf(pane.strip), WAIT).not.toContain("sélectionnés");
      // When they are selected again and filed, then the two that are known are, and the third leaves no trace.
      await outlook.setSelected(three);
      await pane.at("notice/selection").click();
      await pane.announces("2 messages classés.");
      await pane.announces("1 message d'aucun débiteur connu");
      expect(writesOf(outlook)).toEqual([]);
      await leave(outlook);
    },
    LONG,
  );
});

describe("a reminder in the calendar", () => {
  it(
    "opens on the day until which the debtor is waited for, and says nothing of him",
    async () => {
      // Given a debtor who pays on the last Friday of the month,
      const outlook = await openSample(stage, { item: await sampleMail("050") });
      const pane = paneOf(outlook);
      await pane.says("Résidence Les Tilleuls");
      await choose(pane, "strip/menu", "Rappel dans l'agenda");
      await pane.announces("Le formulaire du rendez-vous est ouvert, au ven. 27 nov.");
      expect(outlook.forms.map(({ kind }) => kind)).toEqual(["appointment"]);
      const said = outlook.forms[0]?.appointment;
      expect(said?.subject).toBe("Point de suivi");
      expect(new Date(said?.start ?? 0).toISOString()).toBe("2026-11-27T08:00:00.000Z");
      expect(JSON.stringify(said)).not.toMatch(/Tilleuls|LAC-|€/);
      await leave(outlook);
    },
    LONG,
  );
});
