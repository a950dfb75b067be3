import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createMailbox } from "../hosts/outlook/mailbox.ts";
import { MORNING, OWNER, sampleMail } from "./outlook-ledger.ts";
import {
  addressesOf,
  bringLedger,
  choose,
  handedOver,
  leave,
  LONG,
  openFresh,
  openSample,
  openStage,
  paneOf,
  WAIT,
  wordsOf,
} from "./outlook-pages.ts";
import type { Stage } from "./outlook-pages.ts";

let stage: Stage;

beforeAll(async () => {
  stage = await openStage();
}, LONG);
afterAll(() => stage.close());

/** Nordis promises the balance for the end of the week. */
const PROMISE = "063";
/** Sarah Bloch promised 1 150 € for the 13th; nothing has come. */
const BROKEN = "045";

const mailbox = (address: string = OWNER.address) =>
  createMailbox({ ...OWNER, address, now: () => new Date(MORNING) });

describe("where the browser keeps nothing", () => {
  it(
    "the pane says so at once, works from memory, and hands over a backup that another Outlook takes in",
    async () => {
      // Given a browser that refuses third-party storage,
      const refused = await openFresh(stage, {
        storage: "refused",
        item: await sampleMail(PROMISE),
      });
      const pane = paneOf(refused);
      // then the first words are that nothing is kept, with the way to keep it.
      await pane.announces("L'enregistrement est interdit ici");
      expect(await wordsOf(pane.at("notice/storage"))).toBe("Faire une sauvegarde");
      // When she works all the same,
      await bringLedger(refused, stage.backup);
      await pane.at("confirm").click();
      await pane.says("Classé « Promesse de paiement » par Claire Lacombe");
      await pane.announces("L'enregistrement est interdit ici");
      // and takes a backup before she closes,
      const file = await handedOver(refused, () => pane.at("notice/storage").click());
      expect(file.name).toBe("relance-2026-11-20.relance");
      await pane.announces("Sauvegarde prête : relance-2026-11-20.relance");
      const backup = await file.bytes();
      await leave(refused);
      // then an Outlook that keeps what it is given stands where she was.
      const kept = await openFresh(stage, { item: await sampleMail(PROMISE) });
      await bringLedger(kept, backup);
      await paneOf(kept).says("Classé « Promesse de paiement » par Claire Lacombe");
      // What is kept there is there again when the pane is opened anew.
      const again = await kept.reopen();
      await paneOf(again).says("Classé « Promesse de paiement » par Claire Lacombe");
      await leave(again);
    },
    LONG,
  );
});

describe("an old client", () => {
  it(
    "has a mail put together from its parts, marked as such, and its forms of before",
    async () => {
      // Given a client of Mailbox 1.8, which gives no bytes of a mail,
      const outlook = await openSample(stage, {
        item: await sampleMail(PROMISE),
        mailbox: mailbox(),
        client: { set: "1.8", platform: "PC" },
      });
      const pane = paneOf(outlook);
      // when an answer is confirmed,
      await pane.at("confirm").click();
      // then what is filed was put together by Relance, and says so.
      await pane.says("Classé « Promesse de paiement » par Claire Lacombe");
      await pane.says("reconstitué par Relance");
      expect(outlook.calls.map(({ name }) => name)).not.toContain("getAsFileAsync");
      // The reply form of its time opens.
      await outlook.selectItem(await sampleMail(BROKEN));
      await pane.each("broken/debtor-", "/do").click();
      await pane.announces("Le formulaire est ouvert.");
      expect(outlook.forms.map(({ kind }) => kind)).toEqual(["reply"]);
      // The diagnosis tells what this client can and cannot do, without a word of anybody's.
      await choose(pane, "strip/menu", "Diagnostic");
      await pane.says(/message entier, octet par octet\s+non/);
      await pane.says(/formulaire de réponse\s+oui/);
      await pane.button("Mesurer").click();
      await pane.says(/lire le message\s+\d+ ms/);
      expect(await pane.words()).not.toMatch(/bloch|nordis/i);
      await leave(outlook);
    },
    LONG,
  );

  it(
    "older than Relance needs is told so in words",
    async () => {
      const outlook = await openFresh(stage, { client: { set: "1.7" }, waits: false });
      await paneOf(outlook).says("Cet Outlook est trop ancien pour Relance");
      expect(await paneOf(outlook).at("first-run").count()).toBe(0);
      await leave(outlook);
    },
    LONG,
  );
});

describe("without a network", () => {
  it(
    "the pane goes on from what it has, says what Outlook could not give, and no click is lost",
    async () => {
      // Given a pane that has been open for a while,
      const outlook = await openSample(stage, {
        item: await sampleMail(PROMISE),
        mailbox: mailbox(),
      });
      const pane = paneOf(outlook);
      await pane.at("confirm").waitFor();
      await expect
        .poll(() => outlook.asked.served.some(({ path }) => path.includes("diagnosis-part")), WAIT)
        .toBe(true);
      // when the network goes, the add-in's own server with it,
      await outlook.setOffline(true);
      await outlook.context.route("https://relance.example/**", (route) => route.abort());
      await pane.at("confirm").click();
      // then nothing is filed without its bytes, and that is said, with the way round it.
      await pane.says(
        "Outlook est hors connexion. Réessayez une fois en ligne. Rien n'a été classé.",
      );
      expect(await pane.words()).not.toContain("Classé le");
      // The day's list is there, and a reminder opens: Outlook keeps forms without a network.
      await pane.today();
      await pane.each("broken/debtor-", "/do").click();
      await pane.announces("Le formulaire est ouvert.");
      await pane.each("draft-", "/gone").click();
      await pane.says("Fait : Atelier Bloch");
      // The settings were never opened here, and open all the same.
      await pane.at("header/settings").click();
      await pane.at("settings/check").waitFor();
      await pane.at("back").click();
      // When the network is back, the same click files the answer.
      await outlook.heal();
      await outlook.context.unroute("https://relance.example/**");
      await pane.at("tab/mail").click();
      await pane.at("confirm").click();
      await pane.says("Classé « Promesse de paiement » par Claire Lacombe");
      await leave(outlook, { faults: /ERR_FAILED/ });
    },
    LONG,
  );
});

describe("a mailbox that several share", () => {
  it(
    "is answered from its own address, which is named where the debtor does not know it, and is never marked",
    async () => {
      // Given an owner who has her filed mails marked in Outlook, and a mailbox that she shares,
      const own = createMailbox({ ...OWNER, now: () => new Date(MORNING), categories: ["Suivi"] });
      const shared = createMailbox({
        address: "facturation@menuiserie-lacombe.example",
        name: "Facturation",
        categories: ["Suivi"],
        now: () => new Date(MORNING),
      });
      const outlook = await openSample(stage, { mailbox: own, item: await sampleMail(BROKEN) });
      const pane = paneOf(outlook);
      await pane.each("broken/debtor-", "/do").waitFor();
      await choose(pane, "strip/menu", "Réglages d'Outlook");
      await pane.root.locator("#ol-categories").check();
      await pane.at("part/back").click();
      // when a filed mail is opened in her own mailbox, it bears the neutral mark.
      const mine = await outlook.selectItem(await sampleMail(BROKEN));
      await expect.poll(() => mine?.categories, WAIT).toEqual(["Suivi"]);
      // When the same is opened in the shared one,
      const theirs = await outlook.selectItem(await sampleMail(BROKEN), {
        mailbox: shared,
        permissions: 1,
      });
      const remind = pane.each("broken/debtor-", "/do");
      await remind.waitFor();
      // then the pane says beforehand that the reminder would leave from an address that the debtor does not know,
      await pane.says(
        "Ce brouillon part d'une adresse que le débiteur ne connaît pas : facturation@menuiserie-lacombe.example.",
      );
      await remind.click();
      await pane.announces("Le formulaire est ouvert.");
      const form = outlook.forms.at(-1)?.draft;
      expect(addressesOf(form?.from == null ? [] : [form.from])).toEqual([shared.address]);
      // and no colleague reads from a mark who is chased.
      expect(theirs?.categories).toEqual([]);
      await leave(outlook);
    },
    LONG,
  );
});
