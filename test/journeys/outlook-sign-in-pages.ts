import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { cp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createMailbox } from "../hosts/outlook/mailbox.ts";
import type { Mailbox } from "../hosts/outlook/mailbox.ts";
import type { OpenOptions, Outlook } from "../hosts/outlook/outlook.ts";
import { MORNING, OWNER } from "./outlook-ledger.ts";
import { choose, leave, openSample, openStage, paneOf } from "./outlook-pages.ts";
import type { Stage } from "./outlook-pages.ts";

const CONFIG = { clientId: "7a9e6a1c-0d7b-4f8e-9c57-1b2f7f0f6a11", tenant: "organizations" };

/** The production build, with what its deployer writes beside it so that people can sign in. */
export const openSignInStage = async (): Promise<Stage> => {
  const built = await openStage();
  const dist = mkdtempSync(join(tmpdir(), "relance-signed-in-"));
  await cp(built.dist, dist, { recursive: true });
  writeFileSync(join(dist, "config.json"), JSON.stringify(CONFIG));
  const close = async (): Promise<void> => {
    await built.close();
    rmSync(dist, { recursive: true, force: true });
  };
  return { ...built, dist, close };
};

export const ownersMailbox = (): Mailbox =>
  createMailbox({ ...OWNER, now: () => new Date(MORNING) });

export const options = async (outlook: Outlook): Promise<void> => {
  await choose(paneOf(outlook), "strip/menu", "Réglages d'Outlook");
};

/** The owner's pane, once she has signed in and her ledger lies in her OneDrive. */
export const signedIn = async (
  stage: Stage,
  given: Partial<OpenOptions> = {},
): Promise<Outlook> => {
  const outlook = await openSample(stage, given);
  const pane = paneOf(outlook);
  await options(outlook);
  await pane.at("microsoft/sign-in").click();
  await pane.says("Vous êtes connecté à Microsoft 365.");
  await pane.says("À jour dans votre OneDrive.");
  await pane.at("part/back").click();
  return outlook;
};

/** Browsers write every answer that is not 200 into their console: Graph says so where there is nothing yet. */
const EXPECTED = /^Failed to load resource: .* (?:400|403|404|409|412)|ERR_INTERNET_DISCONNECTED/;

export const leaveSigned = (outlook: Outlook): Promise<void> =>
  leave(outlook, { faults: EXPECTED });
