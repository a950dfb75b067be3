import axe from "axe-core";
import type { Frame } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createMailbox } from "../hosts/outlook/mailbox.ts";
import { MORNING, OWNER, sampleMail } from "./outlook-ledger.ts";
import {
  bringLedger,
  choose,
  leave,
  LONG,
  openFresh,
  openSample,
  openStage,
  pageOf,
  paneOf,
  WAIT,
} from "./outlook-pages.ts";
import type { PanePage, Stage } from "./outlook-pages.ts";

let stage: Stage;

beforeAll(async () => {
  stage = await openStage();
}, LONG);
afterAll(() => stage.close());

/** Nordis promises the balance for the end of the week. */
const PROMISE = "063";
const BOUNCE = "021";
/** An invitation to lunch. */
const NOBODY = "054";

const mailbox = () => createMailbox({ ...OWNER, now: () => new Date(MORNING) });

/** The name of what has focus: its key, else what it is. */
const focused = (pane: PanePage): Promise<string> =>
  pane.root.evaluate(() => {
    const at = document.activeElement;
    return at?.getAttribute("data-key") ?? at?.id ?? "";
  });

/** A ring or a change of colour tells where the keyboard is. */
const isFocusSeen = (pane: PanePage): Promise<boolean> =>
  pane.root.evaluate(() => {
    const at = document.activeElement;
    if (at === null) return false;
    const { outlineStyle, boxShadow } = getComputedStyle(at);
    return outlineStyle !== "none" || boxShadow !== "none";
  });

describe("by the keyboard alone, where office.js takes Tab for itself", () => {
  it(
    "an answer is confirmed, taken back and a reminder begun, and focus is never lost",
    async () => {
      // Given a pane that a person enters by Tab,
      const outlook = await openSample(stage, {
        item: await sampleMail(PROMISE),
        mailbox: mailbox(),
      });
      const pane = paneOf(outlook);
      await pane.at("confirm").waitFor();
      await pane.at("reading/why").waitFor();
      const enter = async (backwards = false): Promise<void> => {
        await outlook.tabIn(backwards);
        await expect.poll(() => focused(pane), WAIT).not.toBe("");
      };
      await enter();
      const press = (key: string): Promise<void> => outlook.page.keyboard.press(key);
      /** Tabs until this has focus; every stop on the way can be seen. */
      const tabTo = async (key: string | RegExp, forth = "Tab"): Promise<void> => {
        const isThere = async (): Promise<boolean> => {
          const now = await focused(pane);
          return typeof key === "string" ? now === key : key.test(now);
        };
        for (let stops = 0; !(await isThere()); stops += 1) {
          if (stops > 40) throw new Error(`never came to ${String(key)}: ${await focused(pane)}`);
          await press(forth);
          expect(await focused(pane)).not.toBe("");
        }
        expect(await isFocusSeen(pane)).toBe(true);
      };
      // then Tab walks every button there is, and from the last one leaves to Outlook.
      const walked = new Set<string>();
      const hasLeft = (): boolean => outlook.told.includes("tab-out");
      while (!hasLeft()) {
        const here = await focused(pane);
        walked.add(here);
        await press("Tab");
        // What Outlook is told comes by a message: it is heard a little later.
        await expect.poll(async () => hasLeft() || (await focused(pane)) !== here, WAIT).toBe(true);
      }
      const all = await pane.root
        .locator("button:visible")
        .evaluateAll((buttons) => buttons.map((one) => one.getAttribute("data-key") ?? ""));
      expect([...walked].sort()).toEqual([...all].sort());
      // When she comes back from behind and presses Enter on the promise,
      await enter(true);
      await tabTo("confirm", "Shift+Tab");
      await press("Enter");
      // then it is filed, focus has not fallen out of the page, and Tab reaches the way back.
      await pane.says("Classé « Promesse de paiement »");
      await expect.poll(() => focused(pane), WAIT).not.toBe("");
      await tabTo("toast/undo");
      await press("Enter");
      await pane.at("confirm").waitFor();
      await expect.poll(() => focused(pane), WAIT).not.toBe("");
      // In the day's list arrows walk the rows, Enter prepares, and focus goes on to the next debtor.
      await tabTo("tab/today", "Shift+Tab");
      await press("Enter");
      await pane.rows.first().waitFor();
      await tabTo(/^clock\/.*\/do$/);
      await press("ArrowDown");
      await expect.poll(() => focused(pane), WAIT).toMatch(/^broken\/.*\/do$/);
      await press("Enter");
      await pane.announces("Le formulaire est ouvert.");
      await expect.poll(() => focused(pane), WAIT).toMatch(/\/do$/);
      await tabTo(/\/gone$/, "Shift+Tab");
      await press("Enter");
      await expect.poll(() => focused(pane), WAIT).toMatch(/\/do$/);
      // A menu opens by Enter, closes by Escape, and gives focus back; Escape leaves a screen as Back does.
      await tabTo(/\/more$/);
      const menu = await focused(pane);
      await press("Enter");
      await pane.root.getByRole("menu").waitFor();
      await press("Escape");
      await expect.poll(() => focused(pane), WAIT).toBe(menu);
      await tabTo("header/search", "Shift+Tab");
      await press("Enter");
      await expect.poll(() => focused(pane), WAIT).toMatch(/search/);
      await press("Escape");
      await pane.rows.first().waitFor();
      expect(outlook.told.filter((one) => one === "tab-out")).toHaveLength(1);
      await leave(outlook);
    },
    LONG,
  );
});

type Wrong = readonly string[];

/** What axe finds wrong by the rules of WCAG 2.2 AA, one line each. */
const wrongIn = async (frame: Frame, rules: "all" | "colours"): Promise<Wrong> => {
  if (!(await frame.evaluate(() => "axe" in window))) await frame.evaluate(axe.source);
  return frame.evaluate(async (only) => {
    const { axe: engine } = window as unknown as { readonly axe: typeof axe };
    // Colours that are on their way to others are neither.
    await Promise.allSettled(document.getAnimations().map(({ finished }) => finished));
    const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
    const { violations } = await engine.run(document, {
      runOnly:
        only === "all"
          ? { type: "tag", values: tags }
          : { type: "rule", values: ["color-contrast"] },
      resultTypes: ["violations"],
    });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(
        ({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary ?? ""}`,
      ),
    );
  }, rules);
};

describe("axe", () => {
  for (const language of ["fr-FR", "en-US"]) {
    it(
      `finds nothing wrong on any screen in ${language}, in Outlook's light, dark and contrast colours`,
      async () => {
        const outlook = await openFresh(stage, { language, item: await sampleMail(PROMISE) });
        const pane = paneOf(outlook);
        const wrong: string[] = [];
        const look = async (screen: string, frame: Frame = outlook.pane): Promise<void> => {
          for (const theme of ["light", "dark", "contrast"] as const) {
            await outlook.setTheme(theme);
            const found = await wrongIn(frame, theme === "light" ? "all" : "colours");
            wrong.push(...found.map((one) => `${screen} (${theme}): ${one}`));
          }
          await outlook.setTheme("light");
        };
        const isFrench = language === "fr-FR";
        await pane.at("first-run").click();
        await pane.at("first-run/yes").click();
        await pane.root.locator("#rl-first-name").waitFor();
        await look("first run");
        await pane.at("back").click();
        await bringLedger(outlook, stage.backup);
        await pane.at("reading/why").click();
        await look("an answer and why it is read so");
        await pane.at("correct").click();
        await pane.root.locator("#rl-panel form").waitFor();
        await look("correcting");
        await outlook.selectItem(await sampleMail(NOBODY));
        await pane.root.locator("#rl-panel input").first().waitFor();
        await look("a mail of nobody");
        await outlook.drop([{ name: "a.eml", bytes: await sampleMail(BOUNCE) }]);
        await pane.at("strip/back").waitFor();
        await pane.at("reading/why").waitFor();
        await look("a dropped bounce");
        await pane.at("strip/back").click();
        await pane.today();
        await pane.each("broken/debtor-", "/more").click();
        await pane.root.getByRole("menu").waitFor();
        await look("the day's list, a menu open");
        await pane.root.getByRole("menuitem").last().click();
        await pane.at("back").waitFor();
        await look("a debtor's file");
        await pane.at("back").click();
        await pane.each("broken/debtor-", "/do").click();
        await pane.each("draft-", "/gone").waitFor();
        await look("the day's list, a form open");
        await pane.at("header/settings").click();
        await pane.at("settings/check").click();
        await pane.root.locator("output.rl-card").waitFor();
        await look("settings, checked");
        for (const label of isFrench
          ? ["Réglages d'Outlook", "Diagnostic"]
          : ["Outlook settings", "Diagnosis"]) {
          await choose(pane, "strip/menu", label);
          await look(label);
          await pane.at("part/back").click();
        }
        await outlook.selectItem({ compose: {} });
        await pane.each("insert/").waitFor();
        await look("a draft that is open");
        await choose(pane, "strip/menu", isFrench ? "Ouvrir le bureau" : "Open the desk");
        const desk = pageOf((await outlook.dialogs.next()).frame);
        await desk.root.locator("h1").first().waitFor();
        await look("the desk", desk.root);
        expect(wrong).toEqual([]);
        await leave(outlook);
      },
      LONG,
    );
  }
});
