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
import { OWNER, sampleMail } from "./outlook-ledger.ts";
import {
  bringLedger,
  leave,
  LONG,
  openFresh,
  openSample,
  paneOf,
  WAIT,
  wordsOf,
} from "./outlook-pages.ts";
import type { PanePage, Stage } from "./outlook-pages.ts";
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
      const outlook = await signedIn(stage, { mailbox: ownersMailbox(), client: mac });
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
      const first = await signedIn(stage, { graph, item });
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
      const first = await signedIn(stage, { graph, item });
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
