import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createGraph } from "../hosts/outlook/graph/graph.ts";
import type { Graph } from "../hosts/outlook/graph/graph.ts";
import { createMailbox, receive, send } from "../hosts/outlook/mailbox.ts";
import { backupWithFiles, MORNING, sampleMail } from "./outlook-ledger.ts";
import { choose, drafts, LONG, openSample, paneOf, WAIT, wordsOf } from "./outlook-pages.ts";
import type { Stage } from "./outlook-pages.ts";
import {
  leaveSigned,
  openSignInStage,
  options,
  ownersMailbox,
  signedIn,
} from "./outlook-sign-in-pages.ts";

let stage: Stage;

beforeAll(async () => {
  stage = await openSignInStage();
}, LONG);
afterAll(() => stage.close());

const MAILS = join(import.meta.dirname, "../../src/workbench/sample/mail");
const sampleMails = async (): Promise<readonly Buffer[]> => {
  const names = (await readdir(MAILS)).sort();
  return Promise.all(names.map((name) => readFile(join(MAILS, name))));
};
const PDF = Buffer.from("%PDF-1.7\n");

/** `DelegatePermissions`, all of them. */
const ALL_RIGHTS = 63;

describe("signing in from the pane", () => {
  it(
    "asks nothing of Microsoft before the click, then shows its window once and keeps the choice",
    async () => {
      const outlook = await openSample(stage, { auth: "asks", mailbox: ownersMailbox() });
      await options(outlook);
      const pane = paneOf(outlook);
      await pane.at("microsoft/sign-in").waitFor();
      expect(outlook.auth.wishes).toEqual([]);
      expect(outlook.graph.requests).toEqual([]);
      await pane.at("microsoft/sign-in").click();
      await pane.says("Vous êtes connecté à Microsoft 365.");
      expect(outlook.auth.windows()).toBe(1);
      const again = await outlook.reopen();
      await options(again);
      await paneOf(again).says("Vous êtes connecté à Microsoft 365.");
      expect(again.auth.windows()).toBe(1);
      await paneOf(again).at("microsoft/sign-out").click();
      await paneOf(again).says("Relance ne demande plus rien à Microsoft.");
      const asked = again.graph.requests.length;
      const last = await again.reopen();
      await options(last);
      await paneOf(last).at("microsoft/sign-in").waitFor();
      expect(last.graph.requests.length).toBe(asked);
      await leaveSigned(last);
    },
    LONG,
  );

  it(
    "says in words why not, with the administrator's link, and everything else works on",
    async () => {
      const outlook = await openSample(stage, {
        auth: "admin-needed",
        item: await sampleMail("063"),
      });
      await options(outlook);
      const pane = paneOf(outlook);
      await pane.at("microsoft/sign-in").click();
      await pane.says("demande l'accord d'un administrateur");
      expect(await pane.at("microsoft/consent").getAttribute("href")).toContain("adminconsent");
      outlook.auth.mode = "declined";
      await pane.at("microsoft/sign-in").click();
      await pane.says("Vous avez fermé la fenêtre de Microsoft sans accepter.");
      await pane.at("part/back").click();
      await pane.at("confirm").click();
      await pane.says("Classé « Promesse de paiement »");
      await leaveSigned(outlook);
    },
    LONG,
  );

  it(
    "is not offered where the client has no nested app authentication, and that is said",
    async () => {
      const outlook = await openSample(stage, { auth: "none" });
      await options(outlook);
      await paneOf(outlook).says("La connexion n'est pas possible dans cette boîte");
      expect(await paneOf(outlook).at("microsoft/sign-in").count()).toBe(0);
      await leaveSigned(outlook);
    },
    LONG,
  );
});

describe("somebody who is signed in", () => {
  it(
    "has a draft made under its thread, finds it sent at the next look, and is told of new answers",
    async () => {
      // Given a whole mailbox, part of which the ledger knows,
      const mailbox = ownersMailbox();
      for (const bytes of await sampleMails()) await receive(mailbox, bytes);
      const outlook = await signedIn(stage, { mailbox });
      const pane = paneOf(outlook);
      // then what came meanwhile was found at opening,
      await pane.announces("4 réponses à lire");
      await pane.today();
      // and a reminder is written into Drafts at one click: no form, and the debtor's own thread.
      await pane.each("reminder/debtor-", "/do").first().click();
      await pane.announces("Le brouillon est dans Brouillons. Relisez, puis envoyez.");
      expect(outlook.forms).toEqual([]);
      const [made] = drafts(outlook);
      if (made === undefined) throw new Error("no draft");
      const thread = mailbox.mails.filter((one) => one.conversationId === made.conversationId);
      expect(thread.length).toBeGreaterThan(1);
      expect(made.text).toMatch(/Notre référence\s: R-/);
      await pane.says("BROUILLON");
      // When the person has sent it, the next look finds the copy and files it: nobody has to say so.
      send(mailbox, made);
      await choose(pane, "strip/menu", "Chercher les réponses");
      await expect.poll(pane.words, WAIT).not.toContain("BROUILLON");
      await leaveSigned(outlook);
    },
    LONG,
  );

  it(
    "is told what a look did not reach, and of a draft that could not be made, which is made once the second time",
    async () => {
      const outlook = await signedIn(stage, { mailbox: ownersMailbox() });
      const pane = paneOf(outlook);
      outlook.graph.fail(/junkemail/, 400, "ErrorInvalidRequest");
      await choose(pane, "strip/menu", "Chercher les réponses");
      await pane.announces("Pas examiné : le courrier indésirable.");
      await pane.today();
      outlook.graph.fail(/^POST .*messages/, 403, "ErrorAccessDenied");
      await pane.each("reminder/debtor-", "/do").first().click();
      await pane.announces("Le brouillon est prêt, mais n'est pas encore dans Brouillons.");
      expect(drafts(outlook)).toEqual([]);
      outlook.graph.heal();
      await pane.button("Réessayer").click();
      await pane.announces("Le brouillon est dans Brouillons.");
      expect(await wordsOf(pane.strip)).not.toContain("pas encore");
      expect(drafts(outlook)).toHaveLength(1);
      await leaveSigned(outlook);
    },
    LONG,
  );
});

/** The first look, which begins by itself once the ledger lies in OneDrive, is over: what is asked from now on is not its. */
const looked = async ({ requests }: Pick<Graph, "requests">): Promise<void> => {
  const inJunk = () => requests.filter(({ line }) => line.includes("junkemail")).length;
  await expect.poll(inJunk, WAIT).toBeGreaterThan(0);
  let before = -1;
  const isStill = (): boolean => {
    const still = requests.length === before;
    before = requests.length;
    return still;
  };
  await expect.poll(isStill, { ...WAIT, interval: 400 }).toBe(true);
};

describe("a draft in Drafts", () => {
  it(
    "has the invoice's own files, is opened at Microsoft's address of it, and goes where it is discarded",
    async () => {
      // Given an invoice whose files are in the ledger, one of them larger than Graph takes in one request,
      const pdf = (bytes: number): Uint8Array =>
        Buffer.concat([PDF, Buffer.alloc(bytes).map((_, at) => (at * 2_654_435_761) >>> 13)]);
      const files = [
        { name: "LAC-2026-0088.pdf", bytes: pdf(1_000) },
        { name: "Plan de pose.pdf", bytes: pdf(5_000_000) },
      ];
      const backup = await backupWithFiles(stage.backup, "LAC-2026-0088", files);
      const outlook = await signedIn({ ...stage, backup }, { mailbox: ownersMailbox() });
      const pane = paneOf(outlook);
      await pane.today();
      // when its reminder is written, then both are attached as they are,
      await pane.each("broken/debtor-", "/do").click();
      await pane.announces("Le brouillon est dans Brouillons.");
      const [made] = drafts(outlook);
      if (made === undefined) throw new Error("no draft");
      expect(made.files.map(({ name }) => name)).toEqual(files.map(({ name }) => name));
      for (const [at, { bytes }] of files.entries()) {
        expect(Buffer.compare(made.files[at]?.bytes ?? PDF, bytes)).toBe(0);
      }
      expect(await wordsOf(pane.strip)).not.toContain("sans");
      // and the draft is opened at the address that Graph gave, in no other place.
      await outlook.context.route("https://outlook.office365.com/**", (route) =>
        route.fulfill({ contentType: "text/html", body: "<title>Outlook</title>" }),
      );
      const [page] = await Promise.all([
        outlook.context.waitForEvent("page"),
        pane.button("Ouvrir le brouillon").click(),
      ]);
      expect(new URL(page.url()).searchParams.get("ItemID")).toBe(made.id);
      await page.close();
      // When it is discarded, then it is no longer in Drafts either.
      await pane.each("draft/debtor-", "/do").click();
      await pane.each("draft-", "/discard").click();
      await pane.announces("Le brouillon est retiré de Brouillons.");
      expect(drafts(outlook)).toEqual([]);
      await leaveSigned(outlook);
    },
    LONG,
  );

  it(
    "lies in the shared mailbox that its mail is open in, under paths of that mailbox alone, and is found sent there",
    async () => {
      const own = ownersMailbox();
      const shared = createMailbox({
        address: "facturation@menuiserie-lacombe.example",
        name: "Facturation",
        now: () => new Date(MORNING),
      });
      const graph = createGraph({ mailbox: own, shared: [{ mailbox: shared, rights: "write" }] });
      const outlook = await signedIn(stage, { graph });
      const pane = paneOf(outlook);
      // Given an answer in the mailbox of several,
      const all = { mailbox: shared, permissions: ALL_RIGHTS };
      await outlook.selectItem(await sampleMail("045"), all);
      await looked(graph);
      const before = graph.requests.length;
      // when its reminder is written, then under that mail, in that mailbox, from its address, which is said.
      await pane.each("broken/debtor-", "/do").click();
      await pane.announces("Il partira de facturation@menuiserie-lacombe.example");
      const asked = graph.requests.slice(before).filter(({ line }) => line.includes("/messages"));
      expect(asked.length).toBeGreaterThan(2);
      for (const { line } of asked) {
        expect(line).toMatch(/ \/v1\.0\/users\/facturation@menuiserie-lacombe\.example\//);
      }
      expect(own.mails.filter(({ isDraft }) => isDraft)).toEqual([]);
      const [made, another] = shared.mails.filter(({ isDraft }) => isDraft);
      if (made === undefined || another !== undefined) throw new Error("one draft");
      expect(made.from?.address).toBe(shared.address);
      expect(made.inReplyTo).toBe(shared.mails.find(({ isDraft }) => !isDraft)?.messageId);
      // When somebody has sent it from there, then the next look finds it there, whatever is open.
      send(shared, made);
      await outlook.selectItem(null);
      await choose(pane, "strip/menu", "Chercher les réponses");
      await pane.today();
      await expect.poll(pane.words, WAIT).not.toContain("BROUILLON");
      await leaveSigned(outlook);
    },
    LONG,
  );
});

describe("a look at opening", () => {
  it(
    "is taken at most once in a quarter of an hour, since a pane opens with every mail",
    async () => {
      const outlook = await signedIn(stage, { mailbox: ownersMailbox() });
      const looks = (): number =>
        outlook.graph.requests.filter(({ line }) => line.includes("junkemail")).length;
      await expect.poll(looks, WAIT).toBe(1);
      let here = outlook;
      for (const [minutes, expected] of [
        [14, 1],
        [16, 2],
        [20, 2],
      ] as const) {
        await here.context.clock.setFixedTime(new Date(Date.parse(MORNING) + minutes * 60_000));
        here = await here.reopen();
        await options(here);
        await paneOf(here).says("À jour dans votre OneDrive.");
        // The look comes after the ledger of other devices: what it would ask, it has asked by then.
        await expect.poll(looks, WAIT).toBe(expected);
        await here.pane.evaluate(() => new Promise((resolve) => setTimeout(resolve, 300)));
        expect(looks()).toBe(expected);
      }
      await leaveSigned(here);
    },
    LONG,
  );
});
