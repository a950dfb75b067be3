import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { cp, readFile, readdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openAppFolder } from "#outlook/graph/onedrive.ts";
import { syncLedger } from "#outlook/graph/sync.ts";
import { openLedger } from "#shared/app/ledger-acts.ts";
import { dateOf } from "#shared/kernel/calendar.ts";
import { ok } from "#shared/kernel/result.ts";
import { chanceRuns } from "#src/custody/chance.ts";
import { openDriver } from "#src/driver/driver.ts";
import { openMemoryStores } from "#src/store/memory.ts";
import { SAMPLE_CREDITOR } from "#src/workbench/sample-story.ts";
import { clientOn } from "../addin-outlook/graph/graph-bench.ts";
import { createGraph } from "../hosts/outlook/graph/graph.ts";
import type { Graph } from "../hosts/outlook/graph/graph.ts";
import { createMailbox, receive, send } from "../hosts/outlook/mailbox.ts";
import type { OpenOptions, Outlook } from "../hosts/outlook/outlook.ts";
import { backupWithFiles, MORNING, OWNER, sampleMail } from "./outlook-ledger.ts";
import {
  bringLedger,
  choose,
  drafts,
  leave,
  LONG,
  openFresh,
  openSample,
  openStage,
  paneOf,
  WAIT,
  wordsOf,
} from "./outlook-pages.ts";
import type { PanePage, Stage } from "./outlook-pages.ts";

/** The production build, with what its deployer writes beside it. */
const dist = mkdtempSync(join(tmpdir(), "relance-signed-in-"));
const CONFIG = { clientId: "7a9e6a1c-0d7b-4f8e-9c57-1b2f7f0f6a11", tenant: "organizations" };

let stage: Stage;

beforeAll(async () => {
  const built = await openStage();
  await cp(built.dist, dist, { recursive: true });
  writeFileSync(join(dist, "config.json"), JSON.stringify(CONFIG));
  stage = { ...built, dist };
}, LONG);
afterAll(async () => {
  await stage.close();
  rmSync(dist, { recursive: true, force: true });
});

const MAILS = join(import.meta.dirname, "../../src/workbench/sample/mail");
const sampleMails = async (): Promise<readonly Buffer[]> => {
  const names = (await readdir(MAILS)).sort();
  return Promise.all(names.map((name) => readFile(join(MAILS, name))));
};
const ownersMailbox = () => createMailbox({ ...OWNER, now: () => new Date(MORNING) });

const PDF = Buffer.from("%PDF-1.7\n");

/** `DelegatePermissions`, all of them. */
const ALL_RIGHTS = 63;

/** Browsers write every answer that is not 200 into their console: Graph says so where there is nothing yet. */
const leaveSigned = (outlook: Outlook): Promise<void> => leave(outlook, { faults: EXPECTED });
// The last is office.js's own, which measures by a clock that the tests hold.
const EXPECTED =
  /^Failed to load resource: .* (?:400|403|404|409|412)|ERR_INTERNET_DISCONNECTED|responseEnd/;

const options = async (outlook: Outlook): Promise<void> => {
  await choose(paneOf(outlook), "strip/menu", "Réglages d'Outlook");
};

const signedIn = async (
  given: Partial<OpenOptions> = {},
  backup: Buffer = stage.backup,
): Promise<Outlook> => {
  const outlook = await openSample({ ...stage, backup }, given);
  await options(outlook);
  await paneOf(outlook).at("microsoft/sign-in").click();
  await paneOf(outlook).says("Vous êtes connecté à Microsoft 365.");
  await paneOf(outlook).says("À jour dans votre OneDrive.");
  await paneOf(outlook).at("part/back").click();
  return outlook;
};

/** The ledger of another firm, put into the OneDrive by a device of its own two days before. */
const putLedgerOfAnother = async (graph: Graph): Promise<void> => {
  const at = "2026-11-18T08:00:00.000Z";
  const stores = openMemoryStores({ now: () => at });
  const opened = await openDriver(stores, {
    facts: () => ({ today: dateOf("2026-11-18"), now: at, by: "Luc Roux", language: "fr" }),
    chance: chanceRuns,
    act: () => Promise.resolve(ok(null)),
    build: "test",
  });
  if (!opened.ok) throw new Error(opened.error.type);
  await opened.value.begin("led-roux", "wri-roux");
  const creditor = { ...SAMPLE_CREDITOR, name: "Atelier Roux" };
  await opened.value.run(openLedger, { creditor, ownInvoices: true });
  const { client } = clientOn(graph, graph.fetch);
  const done = await syncLedger({ stores, folder: openAppFolder(client), isWhole: true });
  if (!done.ok) throw new Error(done.error.type);
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
      const outlook = await signedIn({ mailbox: ownersMailbox() }, backup);
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
      const outlook = await signedIn({ graph });
      const pane = paneOf(outlook);
      // Given an answer in the mailbox of several,
      const all = { mailbox: shared, permissions: ALL_RIGHTS };
      await outlook.selectItem(await sampleMail("045"), all);
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
      const outlook = await signedIn({ mailbox: ownersMailbox() });
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

describe("where Outlook saves no file, as on Mac", () => {
  const mac = { platform: "Mac", downloads: false } as const;
  const backUp = async (pane: PanePage): Promise<void> => {
    await pane.at("header/settings").click();
    await pane.at("settings/backup").click();
  };

  it(
    "a backup goes into a draft to oneself, from which another Outlook takes it in",
    async () => {
      const outlook = await openSample(stage, { mailbox: ownersMailbox(), client: mac });
      const pane = paneOf(outlook);
      await backUp(pane);
      await pane.announces("Cet Outlook n'enregistre pas de fichier.");
      await pane.button("Ouvrir un brouillon à moi-même").click();
      await expect.poll(() => outlook.forms.length, WAIT).toBe(1);
      expect(outlook.downloads).toEqual([]);
      const form = outlook.forms[0]?.draft ?? null;
      if (form === null) throw new Error("no form");
      expect(form.to.map(({ address }) => address)).toEqual([OWNER.address]);
      expect(form.subject).toBe("Sauvegarde Relance du 2026-11-20");
      // The draft is opened, and Relance in it.
      await outlook.selectItem(form);
      await pane.at("compose/backup").click();
      await pane.announces("Le fichier est joint et le brouillon enregistré.");
      const [file] = form.files;
      expect(file?.name).toBe("relance-2026-11-20.relance");
      await leave(outlook);
      const other = await openFresh(stage, { item: await sampleMail("063") });
      await bringLedger(other, Buffer.from(file?.bytes ?? []));
      await paneOf(other).says("Nordis SAS · entreprise");
      await leave(other);
    },
    LONG,
  );

  it(
    "a backup goes into OneDrive for somebody who is signed in, beside the ledger and over nothing",
    async () => {
      const outlook = await signedIn({ mailbox: ownersMailbox(), client: mac });
      const pane = paneOf(outlook);
      await backUp(pane);
      await pane.announces("relance-2026-11-20.relance est dans votre OneDrive");
      await pane.at("notice/download/close").click();
      await pane.at("settings/backup").click();
      await pane.announces("relance-2026-11-20 (2).relance est dans votre OneDrive");
      const kept = [...outlook.graph.drive.files.values()].filter(({ path }) =>
        path.startsWith("Fichiers de Relance/"),
      );
      expect(kept).toHaveLength(2);
      // Where OneDrive is out of reach, the draft to oneself is offered still.
      outlook.graph.isOffline = true;
      await pane.at("settings/backup").click();
      await pane.announces("Pas de réseau");
      await pane.button("Ouvrir un brouillon à moi-même").waitFor();
      outlook.graph.isOffline = false;
      await leaveSigned(outlook);
      // What lies there is whole, and no ledger to whoever looks for one.
      const other = await openFresh(stage, { item: await sampleMail("063") });
      await bringLedger(other, Buffer.from(kept[0]?.bytes ?? []));
      await paneOf(other).says("Nordis SAS · entreprise");
      await leave(other);
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
      await there.says("Pas encore dans OneDrive.");
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

  it(
    "are asked which of several ledgers to open, by firm and day, and open that one",
    async () => {
      const graph = createGraph({ mailbox: ownersMailbox() });
      const item = await sampleMail("063");
      const first = await signedIn({ graph, item });
      await leaveSigned(first);
      // Given a second firm's ledger in the same OneDrive,
      await putLedgerOfAnother(graph);
      const device = await openFresh(stage, { graph, item });
      const pane = paneOf(device);
      // when a new device is opened, then it does not choose by itself,
      await pane.announces("Plusieurs registres sont dans votre OneDrive : lequel ouvrir ici ?");
      await pane.button("Choisir").click();
      await pane.says("Menuiserie Lacombe");
      await pane.says("Atelier Roux");
      await pane.says("dernière écriture : 18/11");
      // and stands where the chosen one does.
      await pane.at("ledger/led-sample").click();
      await pane.says("Nordis SAS · entreprise");
      expect(await wordsOf(pane.strip)).not.toContain("Plusieurs registres");
      await leaveSigned(device);
    },
    LONG,
  );
});
