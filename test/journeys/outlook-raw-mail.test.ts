import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { cp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createMailbox } from "../hosts/outlook/mailbox.ts";
import type { OpenOptions, Outlook } from "../hosts/outlook/outlook.ts";
import { MORNING, OWNER, sampleMail } from "./outlook-ledger.ts";
import { LONG, choose, leave, openSample, openStage, paneOf } from "./outlook-pages.ts";
import type { Stage } from "./outlook-pages.ts";

const dist = mkdtempSync(join(tmpdir(), "relance-raw-mail-"));
const CONFIG = { clientId: "7a9e6a1c-0d7b-4f8e-9c57-1b2f7f0f6a11", tenant: "organizations" };
/** Browsers write into their console of every answer that is not 200. */
const NOT_THERE = /^Failed to load resource: .* (?:400|403|404|409|412)|responseEnd/;

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

const signedIn = async (options: Partial<OpenOptions> = {}): Promise<Outlook> => {
  const outlook = await openSample(stage, {
    item: await sampleMail("063"),
    mailbox: createMailbox({ ...OWNER, now: () => new Date(MORNING) }),
    ...options,
  });
  const pane = paneOf(outlook);
  await choose(pane, "strip/menu", "Réglages d'Outlook");
  await pane.at("microsoft/sign-in").click();
  await pane.says("Vous êtes connecté à Microsoft 365.");
  await pane.at("part/back").click();
  await outlook.fail("getAsFileAsync", 5001);
  return outlook;
};

describe("a mail that Outlook does not hand over whole, of somebody who is signed in", () => {
  it.each([false, true])(
    "is filed as Exchange gives it to Graph, where Outlook tells no id of it: %s",
    async (hidesIds) => {
      const outlook = await signedIn(hidesIds ? { client: { hidesIds } } : {});
      const pane = paneOf(outlook);
      await pane.at("confirm").click();
      await pane.says("Classé « Promesse de paiement » par Claire Lacombe");
      expect(await pane.words()).not.toContain("reconstitué par Relance");
      expect(outlook.graph.requests.some(({ line }) => line.includes("$value"))).toBe(true);
      await leave(outlook, { faults: NOT_THERE });
    },
    LONG,
  );

  it(
    "is put together from its parts, and marked so, where Graph does not give it either",
    async () => {
      const outlook = await signedIn();
      const pane = paneOf(outlook);
      outlook.graph.fail(/\$value/, 403, "ErrorAccessDenied");
      await pane.at("confirm").click();
      await pane.says("reconstitué par Relance");
      expect(outlook.graph.requests.some(({ line }) => line.includes("$value"))).toBe(true);
      await leave(outlook, { faults: NOT_THERE });
    },
    LONG,
  );
});
