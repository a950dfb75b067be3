import type { Frame } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { addDays } from "#shared/kernel/calendar.ts";
import type { CalendarDate } from "#shared/kernel/calendar.ts";
import { createMailbox, send } from "../hosts/outlook/mailbox.ts";
import { backupOfFiles, DAY, MORNING, OWNER } from "./outlook-ledger.ts";
import {
  addressesOf,
  bringLedger,
  leave,
  LONG,
  openFresh,
  openStage,
  paneOf,
  WAIT,
  wordsOf,
} from "./outlook-pages.ts";
import type { Stage } from "./outlook-pages.ts";

const DEBTORS = 60;
/** The measure: what a debtor may cost, Outlook's own Send among it. */
const CLICKS_MAX = 3;
/** Done one after the other in the day's list; the others by going through the forms. */
const IN_THE_LIST = 20;

const ago = (days: number): CalendarDate => addDays(DAY, -days);
const INDEXES = Array.from({ length: DEBTORS }, (_, index) => index);
const numberOf = (index: number): string => `FD-${String(3001 + index)}`;
const addressOf = (index: number): string => `compta@debiteur-${String(index + 1)}.example`;

/** Just late, a promise that was not kept, and late since a month. */
const lateOf = (index: number): number => (index < 20 ? 6 : index < 30 ? 25 : 32);

const INVOICES = [
  "debtor;kind;siren;email;number;issued;due;total;currency;paid;order;language;phone",
  ...INDEXES.map((index) => {
    const late = lateOf(index);
    const name = `Débiteur ${String(index + 1).padStart(2, "0")}`;
    const total = `${String(400 + 35 * index)},50`;
    return `${name};business;;${addressOf(index)};${numberOf(index)};${ago(late + 30)};${ago(late)};${total};EUR;;;fr;`;
  }),
].join("\r\n");

const HISTORY = [
  "number;date;kind;amount;by;note",
  ...INDEXES.filter((index) => lateOf(index) === 25).map(
    (index) => `${numberOf(index)};${ago(12)};promise;;${ago(5)};`,
  ),
].join("\r\n");

let stage: Stage;
let backup: Buffer;

beforeAll(async () => {
  [stage, backup] = await Promise.all([openStage(), backupOfFiles(INVOICES, HISTORY)]);
}, LONG);
afterAll(() => stage.close());

type Stop = { readonly key: string; readonly isSeen: boolean };

/** The button that has focus, and whether a pointer reaches it where it stands. */
const focused = (pane: Frame): Promise<Stop> =>
  pane.evaluate(() => {
    const at = document.activeElement;
    const box = at?.getBoundingClientRect();
    const hit =
      box === undefined
        ? null
        : document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
    return {
      key: at?.getAttribute("data-key") ?? "",
      isSeen: hit !== null && at !== null && at.contains(hit),
    };
  });

/** Whether a pointer reaches this where it stands. */
const isSeen = (pane: Frame, selector: string): Promise<boolean> =>
  pane.evaluate((css) => {
    const found = document.querySelector(css);
    const box = found?.getBoundingClientRect();
    const hit =
      box === undefined
        ? null
        : document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
    return hit !== null && found?.contains(hit) === true;
  }, selector);

it(
  "does sixty debtors due in at most three clicks each, Send included, without looking for the next button",
  async () => {
    // Given a morning with sixty debtors due, nothing open in Outlook, a pane of 320 by 600,
    const mailbox = createMailbox({ ...OWNER, now: () => new Date(MORNING) });
    const outlook = await openFresh(stage, { mailbox, height: 600 });
    const pane = paneOf(outlook);
    await bringLedger(outlook, backup);
    await pane.today();
    // and time for them all.
    await pane.at("later/show").click();
    await expect.poll(() => pane.rows.count(), WAIT).toBe(DEBTORS);

    /** By recipient: every debtor has one. */
    const clicks = new Map<string, number>();
    const click = async (key: string): Promise<void> => {
      await pane.root.locator(`[data-key="${key}"]`).click();
    };
    /** The form that stands there now: she presses Send in it. */
    const sendForm = (already: number): string => {
      expect(outlook.forms.length).toBe(already + 1);
      const form = outlook.forms.at(-1)?.draft;
      const [to = "", ...others] = addressesOf(form?.to ?? []);
      expect(others).toEqual([]);
      expect(clicks.has(to)).toBe(false);
      if (form != null) send(mailbox, form);
      return to;
    };
    const gone = '[data-key$="/gone"]';

    // When she goes down the list, focus is on the next debtor's button each time, in sight,
    await pane.rows.first().locator("[data-stop] button").first().focus();
    for (let done = 0; done < IN_THE_LIST; done += 1) {
      const primary = { key: expect.stringMatching(/\/do$/), isSeen: true };
      await expect.poll(() => focused(pane.root), WAIT).toMatchObject(primary);
      const stop = await focused(pane.root);
      await click(stop.key);
      await expect.poll(() => isSeen(pane.root, gone), WAIT).toBe(true);
      const to = sendForm(done);
      // and so is the button by which she says that it has gone.
      await pane.root.locator(gone).click();
      await pane.root.locator(gone).waitFor({ state: "detached" });
      clicks.set(to, 3);
      await expect.poll(async () => (await focused(pane.root)).key, WAIT).not.toBe(stop.key);
    }
    await expect.poll(() => pane.rows.count(), WAIT).toBe(DEBTORS - IN_THE_LIST);

    // When she lets Relance go through the others, each claim comes with its button in sight,
    await pane.at("prepare-drafts").click();
    const seen = new Set<string>();
    for (let done = IN_THE_LIST; done < DEBTORS; done += 1) {
      const isNext = async (): Promise<boolean> => {
        const { key, isSeen: reached } = await focused(pane.root);
        return key.endsWith("/do") && reached && !seen.has(key);
      };
      await expect.poll(isNext, WAIT).toBe(true);
      const { key } = await focused(pane.root);
      seen.add(key);
      await click(key);
      await expect.poll(() => isSeen(pane.root, gone), WAIT).toBe(true);
      const to = sendForm(done);
      // and the one after it as soon as she says that this one has gone.
      await pane.root.locator(gone).click();
      clicks.set(to, 3);
    }

    // Then she is back in the list, and nothing is left of the day: one form a debtor, to the right one.
    await pane.says(`Terminé : ${String(DEBTORS)} débiteurs`);
    expect(await pane.rows.count()).toBe(0);
    // What was said of the last form is no longer said.
    await expect.poll(() => wordsOf(pane.strip), WAIT).toBe("");
    expect([...clicks.keys()].sort()).toEqual(INDEXES.map(addressOf).sort());
    expect(Math.max(...clicks.values())).toBeLessThanOrEqual(CLICKS_MAX);
    expect(outlook.forms).toHaveLength(DEBTORS);
    await leave(outlook);
  },
  2 * LONG,
);
