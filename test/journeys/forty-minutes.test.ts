import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { addDays, dateOf } from "#shared/kernel/calendar.ts";
import type { CalendarDate } from "#shared/kernel/calendar.ts";
import { readMailBytes } from "#src/files/mail-bytes.ts";
import { launch, runWorkbench, visit } from "./workbench-pages.ts";

const LONG = 180_000;
const WAIT = 60_000;
const POLL = { timeout: WAIT, interval: 20 };

const DEBTORS = 60;
/** The measure: what a debtor may cost. */
const CLICKS_MAX = 3;
/** Done one after the other; the others are prepared at once. */
const ONE_BY_ONE = 20;

const today = dateOf(
  new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/Paris" }).format(new Date()),
);
const ago = (days: number): CalendarDate => addDays(today, -days);

type Lot = { readonly due: number; readonly history: (number: string) => string | null };

/** Just late, a promise that was not kept, and late since a month. */
const lotOf = (index: number): Lot => {
  if (index < 20) return { due: 6, history: () => null };
  if (index < 30) {
    return { due: 25, history: (number) => `${number};${ago(12)};promise;;${ago(5)};` };
  }
  return { due: 32, history: () => null };
};

const INDEXES = Array.from({ length: DEBTORS }, (_, index) => index);
const nameOf = (index: number): string => `Débiteur ${String(index + 1).padStart(2, "0")}`;
const numberOf = (index: number): string => `FD-${String(3001 + index)}`;
const addressOf = (index: number): string => `compta@debiteur-${String(index + 1)}.example`;

const INVOICES = [
  "debtor;kind;siren;email;number;issued;due;total;currency;paid;order;language;phone",
  ...INDEXES.map((index) => {
    const { due } = lotOf(index);
    const total = `${String(400 + 35 * index)},50`;
    return `${nameOf(index)};business;;${addressOf(index)};${numberOf(index)};${ago(due + 30)};${ago(due)};${total};EUR;;;fr;`;
  }),
].join("\r\n");

const HISTORY = [
  "number;date;kind;amount;by;note",
  ...INDEXES.flatMap((index) => lotOf(index).history(numberOf(index)) ?? []),
].join("\r\n");

const LETTER = [
  "From: Batiment Hebdo <lettre@batiment-hebdo.example>",
  "To: Julien Delorme <julien@ferronnerie-delorme.example>",
  "Subject: Le prix de l'acier cette semaine",
  "Message-ID: <hebdo-47@batiment-hebdo.example>",
  `Date: ${new Date(`${ago(2)}T09:00:00Z`).toUTCString().replace("GMT", "+0000")}`,
  "",
  "Les cours de la semaine.",
].join("\r\n");

let browser: Browser;
let folder: string;

beforeAll(async () => {
  [browser, folder] = await Promise.all([
    launch(),
    mkdtemp(join(tmpdir(), "relance-forty-minutes-")),
  ]);
  await writeFile(join(folder, "lettre.eml"), LETTER);
  await writeFile(join(folder, "impayes.csv"), INVOICES);
}, LONG);
afterAll(async () => {
  await browser.close();
  await rm(folder, { recursive: true, force: true });
});

const relance = (page: Page): Locator => page.locator(".wb-pane--relance");

const begin = async (page: Page): Promise<void> => {
  const pane = relance(page);
  await pane.locator('[data-key="first-run"]').click();
  await pane.locator('[data-key="first-run/yes"]').click();
  await page.fill("#rl-first-author", "Julien Delorme");
  await page.fill("#rl-first-name", "Ferronnerie Delorme SARL");
  await page.fill("#rl-first-addresses", "julien@ferronnerie-delorme.example");
  await pane.locator('button[type="submit"]').click();
  await page.click('[data-key="import-confirm"]');
  await pane.locator(".rl-row").first().waitFor();
  // What happened before Relance comes in by the desk.
  await page.click('[data-key="view/desk"]');
  const desk = page.locator(".wb-desk");
  await desk.locator('[data-key="nav/import"]').click();
  await desk
    .locator('input[type="file"]')
    .first()
    .setInputFiles({
      name: "historique.csv",
      mimeType: "text/csv",
      buffer: Buffer.from(HISTORY),
    });
  await desk.locator('[data-key="import/write"]').click();
  await desk.locator('[data-key="import/today"]').waitFor();
  await page.click('[data-key="view/inbox"]');
  await pane.locator('.rl-row[data-row^="broken/"]').first().waitFor();
};

type Stop = { readonly key: string; readonly account: string; readonly isSeen: boolean };

/** The button that has focus: of which debtor it is, and whether a pointer reaches it where it stands. */
const focused = (page: Page): Promise<Stop> =>
  page.evaluate(() => {
    const at = document.activeElement;
    const row = at?.closest("[data-row]")?.getAttribute("data-row") ?? "";
    const box = at?.getBoundingClientRect();
    const hit =
      box === undefined
        ? null
        : document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
    return {
      key: at?.getAttribute("data-key") ?? "",
      account: row.slice(row.indexOf("/") + 1),
      isSeen: hit !== null && at !== null && at.contains(hit),
    };
  });

const focusLeaves = async (page: Page, former: string): Promise<void> => {
  await page.waitForFunction((was) => {
    const at = document.activeElement;
    return at?.closest("[data-row]") != null && at.getAttribute("data-key") !== was;
  }, former);
};

it(
  "does sixty debtors due in at most three clicks each, without looking for the next button",
  async () => {
    const workbench = await runWorkbench([
      "--mailbox",
      folder,
      "--invoices",
      join(folder, "impayes.csv"),
      "--port",
      "0",
    ]);
    try {
      const { page, context, faults } = await visit(browser, await workbench.address());
      page.setDefaultTimeout(WAIT);
      const pane = relance(page);
      const rows = pane.locator(".rl-row");
      await begin(page);
      // More than a day's minutes hold: this day has time for them all.
      await pane.locator('[data-key="later/show"]').click();
      await expect.poll(() => rows.count(), POLL).toBe(DEBTORS);

      /** By recipient: every debtor has one. */
      const clicks = new Map<string, number>();
      const count = (to: string): void => {
        clicks.set(to, (clicks.get(to) ?? 0) + 1);
      };
      const recipient = (): Promise<string> => page.inputValue("#draft-to");
      /** Hands the open draft to a mail program, and says that it went. */
      const send = async (to: string): Promise<void> => {
        const downloading = page.waitForEvent("download");
        await page.click('[data-key="download-draft"]');
        const eml = await readFile(await (await downloading).path());
        const draft = await readMailBytes(new Uint8Array(eml));
        if (!draft.ok) throw new Error(draft.error.type);
        expect(draft.value.to.map((one) => one.address)).toEqual([to]);
        await page.click('[data-key="declare-sent"]');
        count(to);
        count(to);
        await page.waitForFunction((was) => {
          const field = document.querySelector<HTMLInputElement>("#draft-to");
          return field === null || field.value !== was;
        }, to);
      };

      // One after the other: each time focus is on the next debtor's button already, and in sight.
      await rows.first().locator("[data-stop] button").first().focus();
      for (let done = 0; done < ONE_BY_ONE; done += 1) {
        const primary = { key: expect.stringMatching(/\/do$/), isSeen: true };
        await expect.poll(() => focused(page), POLL).toMatchObject(primary);
        const stop = await focused(page);
        await page.click(`[data-key="${stop.key}"]`);
        await page.waitForSelector("#draft-text");
        await focusLeaves(page, stop.key);
        await expect.poll(() => focused(page), POLL).toMatchObject({ isSeen: true });
        const next = await focused(page);
        expect(next.account).not.toBe(stop.account);
        const to = await recipient();
        expect(clicks.has(to)).toBe(false);
        count(to);
        await send(to);
        await expect.poll(() => focused(page), POLL).toEqual(next);
      }
      const left = DEBTORS - ONE_BY_ONE;
      await expect.poll(() => rows.count(), POLL).toBe(left);

      // The others at once, taken back at once, and at once again.
      const prepareAll = async (): Promise<void> => {
        await pane.locator('[data-key="prepare-drafts"]').click();
        await pane
          .locator(".rl-toast__box")
          .getByText(`${String(left)} brouillons préparés.`)
          .waitFor();
      };
      const waiting = page.locator('.wb-list [data-key="tab/drafts"] .rl-count');
      const drafts = pane.locator('.rl-row[data-row^="draft/"]');
      await prepareAll();
      await expect.poll(() => waiting.innerText(), POLL).toBe(String(left));
      await expect.poll(() => drafts.count(), POLL).toBe(left);
      await pane.locator('[data-key="toast/undo"]').click();
      await pane.locator('[data-key="prepare-drafts"]').waitFor();
      await expect.poll(() => drafts.count(), POLL).toBe(0);
      expect(await rows.count()).toBe(left);
      await waiting.waitFor({ state: "detached" });
      await prepareAll();

      // A draft done with gives its place to the next.
      await page.waitForSelector("#draft-text");
      for (let done = 0; done < left; done += 1) {
        const to = await recipient();
        expect(clicks.has(to)).toBe(false);
        await send(to);
      }
      await pane.getByText(`Terminé : ${String(DEBTORS)} débiteurs.`).waitFor();
      expect(await rows.count()).toBe(0);
      expect([...clicks.keys()].sort()).toEqual(INDEXES.map(addressOf).sort());
      expect(Math.max(...clicks.values())).toBeLessThanOrEqual(CLICKS_MAX);
      expect(faults).toEqual([]);
      await context.close();
    } finally {
      await workbench.stop();
    }
  },
  LONG,
);
