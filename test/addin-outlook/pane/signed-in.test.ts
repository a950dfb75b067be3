import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { readFile, readdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildOutlook } from "../../../scripts/outlook-build.mjs";
import { startBrowsers } from "../../hosts/outlook/chromium.ts";
import type { Browsers } from "../../hosts/outlook/chromium.ts";
import { createGraph } from "../../hosts/outlook/graph/graph.ts";
import { createMailbox, receive, send } from "../../hosts/outlook/mailbox.ts";
import type { OpenOptions, Outlook } from "../../hosts/outlook/outlook.ts";
import { MORNING, OWNER, sampleBackup, sampleMail } from "../../journeys/outlook-ledger.ts";
import {
  choose,
  drafts,
  leave,
  LONG,
  openFresh,
  openSample,
  paneOf,
  WAIT,
  wordsOf,
} from "../../journeys/outlook-pages.ts";
import type { Stage } from "../../journeys/outlook-pages.ts";

const dist = mkdtempSync(join(tmpdir(), "relance-signed-in-"));
const CONFIG = { clientId: "7a9e6a1c-0d7b-4f8e-9c57-1b2f7f0f6a11", tenant: "organizations" };

let browsers: Browsers;
let stage: Stage;

beforeAll(async () => {
  await buildOutlook(dist);
  writeFileSync(join(dist, "config.json"), JSON.stringify(CONFIG));
  browsers = startBrowsers();
  stage = { dist, browsers, backup: await sampleBackup(), close: browsers.close };
}, LONG);
afterAll(async () => {
  await browsers.close();
  rmSync(dist, { recursive: true, force: true });
});

const MAILS = join(import.meta.dirname, "../../../src/workbench/sample/mail");
const sampleMails = async (): Promise<readonly Buffer[]> => {
  const names = (await readdir(MAILS)).sort();
  return Promise.all(names.map((name) => readFile(join(MAILS, name))));
};
const ownersMailbox = () => createMailbox({ ...OWNER, now: () => new Date(MORNING) });

/** Browsers write every answer that is not 200 into their console: Graph says so where there is nothing yet. */
const leaveSigned = (outlook: Outlook): Promise<void> => leave(outlook, { faults: EXPECTED });
// The last is office.js's own, which measures by a clock that the tests hold.
const EXPECTED =
  /^Failed to load resource: .* (?:400|403|404|409|412)|ERR_INTERNET_DISCONNECTED|responseEnd/;

const options = async (outlook: Outlook): Promise<void> => {
  await choose(paneOf(outlook), "strip/menu", "Réglages d'Outlook");
};

const signedIn = async (given: Partial<OpenOptions> = {}): Promise<Outlook> => {
  const outlook = await openSample(stage, given);
  await options(outlook);
  await paneOf(outlook).at("microsoft/sign-in").click();
  await paneOf(outlook).says("Vous êtes connecté à Microsoft 365.");
  await paneOf(outlook).says("À jour dans votre OneDrive.");
  await paneOf(outlook).at("part/back").click();
  return outlook;
};

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
      const outlook = await signedIn({ mailbox });
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
      const outlook = await signedIn({ mailbox: ownersMailbox() });
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

describe("two devices of one person", () => {
  it(
    "have one ledger over OneDrive, and one that is offline says so and goes on",
    async () => {
      // Given a device that has signed in with its ledger,
      const mailbox = ownersMailbox();
      const graph = createGraph({ mailbox });
      const item = await sampleMail("063");
      const first = await signedIn({ graph, item });
      // when another that knows nothing is opened, then it stands where the first does, with nothing brought along.
      const second = await openFresh(stage, { graph, item });
      const there = paneOf(second);
      await there.says("Nordis SAS · entreprise");
      // What is confirmed on one while it has no network is kept, and said to be here only,
      graph.isOffline = true;
      await there.at("confirm").click();
      await there.says("Classé « Promesse de paiement »");
      await options(second);
      await there.says("pas encore dans OneDrive");
      // and comes to the other one once there is network again.
      graph.isOffline = false;
      await second.pane.evaluate(() => window.dispatchEvent(new Event("online")));
      await there.says("À jour dans votre OneDrive.");
      const again = await first.reopen();
      const here = paneOf(again);
      await here.says("Classé « Promesse de paiement »");
      await there.at("part/back").click();
      expect(await here.lines()).toEqual(await there.lines());
      await leaveSigned(second);
      await leaveSigned(again);
    },
    LONG,
  );
});
