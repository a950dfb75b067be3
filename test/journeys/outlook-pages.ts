import { existsSync } from "node:fs";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import type { Frame, Locator } from "playwright-core";
import { expect } from "vitest";
import { ensureProgram, ROOT } from "../../scripts/programs.mjs";
import { startBrowsers } from "../hosts/outlook/chromium.ts";
import type { Browsers } from "../hosts/outlook/chromium.ts";
import { createMailbox } from "../hosts/outlook/mailbox.ts";
import type { StoredMail } from "../hosts/outlook/mailbox.ts";
import { openOutlook } from "../hosts/outlook/outlook.ts";
import type { Downloaded, OpenOptions, Outlook } from "../hosts/outlook/outlook.ts";
import { MORNING, OWNER, sampleBackup } from "./outlook-ledger.ts";

/** Parts of the pane come when they are asked for: they are waited for, on a slow machine too. */
export const WAIT = { timeout: 30_000, interval: 25 };
export const LONG = 120_000;

/** What the journeys of one file share. */
export type Stage = {
  /** The production build, made by the repository's own build, served byte for byte. */
  readonly dist: string;
  readonly browsers: Browsers;
  /** The sample's ledger in one file, as its owner would bring it along. */
  readonly backup: Buffer;
  readonly close: () => Promise<void>;
};

export const openStage = async (): Promise<Stage> => {
  const browsers = startBrowsers();
  const [dist] = await Promise.all([ensureProgram("outlook"), browsers.browser("partitioned")]);
  return { dist, browsers, backup: await backupFor(dist), close: browsers.close };
};

/** Made once for each state of the sources: two seconds that every file would spend again. */
const backupFor = async (dist: string): Promise<Buffer> => {
  const folder = join(ROOT, ".build", "journeys");
  const file = join(folder, `${basename(dist)}.relance`);
  if (existsSync(file)) return readFile(file);
  const made = await sampleBackup();
  await mkdir(folder, { recursive: true });
  const aside = `${file}.${String(process.pid)}`;
  await writeFile(aside, made);
  await rename(aside, file);
  return made;
};

/** Outlook with a pane that knows nothing yet, on the sample's morning. */
export const openFresh = async (
  { dist, browsers }: Stage,
  options: Partial<OpenOptions> = {},
): Promise<Outlook> => {
  const mailbox = options.mailbox ?? options.graph?.mailbox ?? createMailbox(OWNER);
  const outlook = await openOutlook({
    dist,
    browsers,
    mailbox,
    file: "pane/index.html",
    ...options,
  });
  await outlook.context.clock.setFixedTime(new Date(MORNING));
  outlook.pane.page().setDefaultTimeout(WAIT.timeout);
  return outlook;
};

/** The same, where the owner has brought her ledger along. */
export const openSample = async (
  stage: Stage,
  options: Partial<OpenOptions> = {},
): Promise<Outlook> => {
  const outlook = await openFresh(stage, options);
  await bringLedger(outlook, stage.backup);
  return outlook;
};

/** The backup is taken in by the settings' own field. What the pointer would do is not of this story: it is only begun. */
export const bringLedger = async (outlook: Outlook, backup: Buffer): Promise<void> => {
  const pane = paneOf(outlook);
  await pane.at("header/settings").waitFor();
  // The open mail comes to the front once it is read.
  await pane.strip.locator("> [role=status]").waitFor({ state: "detached" });
  await pane.at("header/settings").dispatchEvent("click");
  await pane.root.locator("#rl-restore").setInputFiles({
    name: "ledger.relance",
    mimeType: "application/octet-stream",
    buffer: backup,
  });
  await pane.at("toast/close").dispatchEvent("click");
  await pane.at("back").dispatchEvent("click");
};

const plain = (text: string): string =>
  text
    .replace(/[\u00a0\u202f]/g, " ")
    .replace(/\s*\n\s*/g, "\n")
    .trim();

/** The words of a part as a person reads them: no-break spaces are typography. */
export const wordsOf = async (part: Locator): Promise<string> => plain(await part.innerText());

/** The pane's page by what a person finds on it. */
export type PanePage = {
  readonly root: Frame;
  /** Whatever bears this name: a button, a tab, an item of a menu. */
  readonly at: (key: string) => Locator;
  /** The buttons whose name begins and ends so: rows carry an account between. */
  readonly each: (begin: string, end?: string) => Locator;
  readonly button: (label: string | RegExp) => Locator;
  /** Which mail the pane is about. */
  readonly about: Locator;
  /** The four lines before any button. */
  readonly lines: () => Promise<readonly string[]>;
  /** Primary buttons of the screen that is shown. */
  readonly primary: Locator;
  /** What was understood of the open mail. */
  readonly reading: Locator;
  readonly words: () => Promise<string>;
  /** What is said above the sidebar: of the form that was opened, of what was dropped. */
  readonly strip: Locator;
  readonly rows: Locator;
  /** Waits until the pane says this, wherever. */
  readonly says: (text: string | RegExp) => Promise<void>;
  /** Waits until the strip says this. */
  readonly announces: (text: string | RegExp) => Promise<void>;
  readonly today: () => Promise<void>;
};

export const paneOf = (outlook: Outlook): PanePage => pageOf(outlook.pane);

export const pageOf = (root: Frame): PanePage => {
  const at = (key: string): Locator => root.locator(`[data-key="${key}"]`);
  const words = (): Promise<string> => wordsOf(root.locator("body"));
  const strip = root.locator(".ol-strip");
  const matching = (text: string | RegExp): unknown =>
    typeof text === "string" ? expect.stringContaining(text) : expect.stringMatching(text);
  const rows = root.locator(".rl-row");
  return {
    root,
    at,
    each: (begin, end) =>
      root.locator(`[data-key^="${begin}"]${end === undefined ? "" : `[data-key$="${end}"]`}`),
    button: (label) => root.getByRole("button", { name: label }),
    about: root.locator("#rl-panel > .rl-stack > p.rl-quiet").first(),
    lines: async () => (await root.locator(".rl-four > *").allInnerTexts()).map(plain),
    primary: root.locator("#rl-panel .rl-button--primary"),
    reading: root.locator("#rl-panel .rl-card--brand"),
    words,
    strip,
    rows,
    says: (text) => expect.poll(words, WAIT).toEqual(matching(text)),
    announces: (text) => expect.poll(() => wordsOf(strip), WAIT).toEqual(matching(text)),
    today: async () => {
      await at("tab/today").click();
      await rows.first().waitFor();
    },
  };
};

/** Chooses in the menu that a button opens. */
export const choose = async (pane: PanePage, menu: string, label: string): Promise<void> => {
  await pane.at(menu).click();
  await pane.root.getByRole("menuitem", { name: label }).click();
};

/** What a click hands over as a file. */
export const handedOver = async (
  outlook: Outlook,
  click: () => Promise<unknown>,
): Promise<Downloaded> => {
  const [file] = await Promise.all([outlook.nextDownload(), click()]);
  return file;
};

/** Drafts that Exchange knows of, with what a form shows of them. */
export const drafts = (outlook: Outlook): readonly StoredMail[] =>
  outlook.mailbox.mails.filter((mail) => mail.isDraft);

export const addressesOf = (people: StoredMail["to"]): readonly string[] =>
  people.map(({ address }) => address);

/** Calls of office.js that change something in the mailbox. */
const WRITES =
  /^(?:recipients\.(?:set|add)|subject\.set|body\.(?:set|prepend)|saveAsync|add|remove|categories\.(?:add|remove)|masterCategories\.(?:add|remove)|customProperties\.save)/;

export const writesOf = (outlook: Outlook): readonly string[] =>
  outlook.calls.map(({ name }) => name).filter((name) => WRITES.test(name));

/** office.js measures how long it took to load, by a clock that the journeys hold still. */
const OWN_OF_OFFICE = /reading 'responseEnd'/;

/**
 * Closes Outlook, and holds every journey to the same: no error of the page, nothing asked of Outlook that it does not
 * know, no file missing from the build, no foreign address, never more than three calls at once.
 */
export const leave = async (
  outlook: Outlook,
  expected: { readonly faults?: RegExp } = {},
): Promise<void> => {
  const { unknown, asked } = outlook;
  const faults = outlook.faults.filter(
    (one) => !OWN_OF_OFFICE.test(one) && expected.faults?.test(one) !== true,
  );
  expect({ faults, unknown, missing: asked.missing, foreign: asked.foreign }).toEqual({
    faults: [],
    unknown: [],
    missing: [],
    foreign: [],
  });
  expect(outlook.mostAtOnce()).toBeLessThanOrEqual(3);
  await outlook.close();
};
