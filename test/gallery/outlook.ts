import { cp, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Frame, Locator } from "playwright-core";
import { startBrowsers } from "../hosts/outlook/chromium.ts";
import { createMailbox } from "../hosts/outlook/mailbox.ts";
import { openOutlook } from "../hosts/outlook/outlook.ts";
import type { OpenOptions, Outlook } from "../hosts/outlook/outlook.ts";
import type { ThemeName } from "../hosts/outlook/themes.ts";
import { addDays } from "#shared/kernel/calendar.ts";
import { backupOfFiles, DAY, MORNING, OWNER, sampleBackup } from "../journeys/outlook-ledger.ts";
import { SCENES } from "./outlook-scenes.ts";

/** What the gallery's script gives: where pictures go, which are wanted, and what becomes of each. */
export type Gallery = {
  readonly dist: string;
  readonly out: string;
  readonly language: "fr" | "en";
  readonly themes: readonly ThemeName[];
  readonly isAsked: (picture: string) => boolean;
  readonly taken: (picture: string) => void;
  readonly failed: (picture: string, why: string) => void;
};

/** What one scene of the walk does its work with. */
export type Scene = {
  readonly gallery: Gallery;
  readonly open: (options?: Partial<OpenOptions>) => Promise<Stand>;
};

/** One Outlook with its pane, by what a walk does there. */
export type Stand = {
  readonly outlook: Outlook;
  readonly at: (key: string) => Locator;
  readonly each: (begin: string, end?: string) => Locator;
  readonly press: (place: Locator) => Promise<void>;
  /** Chooses in the menu of the pane's corner, by the place of its item from the end. */
  readonly inMenu: (fromEnd: number) => Promise<void>;
  readonly bring: (ledger: Ledger) => Promise<void>;
  readonly today: () => Promise<void>;
  /** Pictures at both widths and in every light that is asked for. */
  readonly picture: (name: string, options?: PictureOptions) => Promise<void>;
  readonly close: () => Promise<void>;
};

export type Ledger = "sample" | "quiet";

export type PictureOptions = {
  /** Also in Outlook's contrast colours. */
  readonly contrast?: boolean;
  /** What has to be done anew at each width: a menu closes with the window's size. */
  readonly before?: () => Promise<void>;
  /** A window of its own instead of the pane. */
  readonly window?: Frame;
};

const PANE_WIDTHS = [320, 450];
const WINDOW_WIDTHS = [1280];
const HEIGHT = 600;
/** No picture is taller: a list of hundreds shows nothing new. */
const HEIGHT_MAX = 2_600;
const BESIDE = 420;
const WAIT_MS = 10_000;

/** An installation where signing in was set up. */
const SIGN_IN = { clientId: "7a9e6a1c-0d7b-4f8e-9c57-1b2f7f0f6a11", tenant: "organizations" };

/** A ledger with one invoice that is not due yet. */
const quietBackup = (): Promise<Buffer> =>
  backupOfFiles(
    [
      "debtor;kind;siren;email;number;issued;due;total;currency;paid;order;language;phone",
      `Scierie Vergne;business;;contact@vergne.example;LAC-2026-0130;${addDays(DAY, -10)};${addDays(DAY, 20)};640,00;EUR;;;fr;`,
    ].join("\r\n"),
    "number;date;kind;amount;by;note",
  );

/**
 * Walks through every screen of the pane in one language, over the emulated Outlook and the production build.
 */
export const takeOutlook = async (gallery: Gallery): Promise<void> => {
  const locale = gallery.language === "fr" ? "fr-FR" : "en-GB";
  const browsers = startBrowsers();
  const dist = await mkdtemp(join(tmpdir(), "relance-gallery-outlook-"));
  await cp(gallery.dist, dist, { recursive: true });
  await writeFile(join(dist, "config.json"), JSON.stringify(SIGN_IN));
  const backups = { sample: await sampleBackup(), quiet: await quietBackup() };
  const open = async (options: Partial<OpenOptions> = {}): Promise<Stand> => {
    const outlook = await openOutlook({
      dist,
      browsers,
      file: "pane/index.html",
      mailbox: createMailbox({ ...OWNER, now: () => new Date(MORNING) }),
      language: locale,
      width: Math.max(...PANE_WIDTHS),
      height: HEIGHT,
      ...options,
    });
    await outlook.context.clock.setFixedTime(new Date(MORNING));
    outlook.context.setDefaultTimeout(WAIT_MS);
    return standOf(gallery, outlook, backups);
  };
  try {
    for (const [name, { pictures, walk }] of Object.entries(SCENES)) {
      if (!pictures.some((one) => isAnyAsked(gallery, one))) continue;
      try {
        await walk({ gallery, open });
      } catch (cause) {
        const why =
          cause instanceof Error ? cause.message.split("\n").slice(0, 3).join(" ") : String(cause);
        gallery.failed(`outlook-${name}.${gallery.language}`, why);
      }
    }
  } finally {
    await browsers.close();
    await rm(dist, { recursive: true, force: true });
  }
};

const fileOf = (gallery: Gallery, name: string, width: number, theme: ThemeName): string =>
  `outlook-${name}.${String(width)}.${gallery.language}-${theme}`;

const themesOf = (gallery: Gallery, contrast: boolean): readonly ThemeName[] =>
  gallery.themes.filter((theme) => contrast || theme !== "contrast");

const isAnyAsked = (gallery: Gallery, name: string): boolean =>
  [...PANE_WIDTHS, ...WINDOW_WIDTHS].some((width) =>
    gallery.themes.some((theme) => gallery.isAsked(fileOf(gallery, name, width, theme))),
  );

/** Nothing is under way any more, as far as the page says. */
const settle = async (frame: Frame): Promise<void> => {
  await frame.waitForTimeout(150);
  await frame
    .waitForFunction(() => document.querySelector("[aria-busy=true]") === null, null, {
      timeout: 3_000,
    })
    .catch(() => undefined);
};

/** How much of the page is out of sight below, wherever it scrolls. */
const hiddenBelow = (frame: Frame): Promise<number> =>
  frame.evaluate(() =>
    [...document.querySelectorAll("*")].reduce((most, one) => {
      const scrolls =
        one === document.scrollingElement || /auto|scroll/.test(getComputedStyle(one).overflowY);
      return scrolls ? Math.max(most, one.scrollHeight - one.clientHeight) : most;
    }, 0),
  );

const standOf = (
  gallery: Gallery,
  outlook: Outlook,
  backups: Readonly<Record<Ledger, Buffer>>,
): Stand => {
  const root = outlook.pane;
  const at = (key: string): Locator => root.locator(`[data-key="${key}"]`).first();
  const each = (begin: string, end?: string): Locator =>
    root
      .locator(`[data-key^="${begin}"]${end === undefined ? "" : `[data-key$="${end}"]`}`)
      .first();
  const press = async (place: Locator): Promise<void> => {
    await place.click();
    await settle(root);
  };

  const shoot = async (
    name: string,
    width: number,
    contrast: boolean,
    place: Locator,
  ): Promise<void> => {
    for (const theme of themesOf(gallery, contrast)) {
      const file = fileOf(gallery, name, width, theme);
      if (!gallery.isAsked(file)) continue;
      await outlook.setTheme(theme);
      await outlook.page.waitForTimeout(60);
      await place.screenshot({
        path: join(gallery.out, `${file}.png`),
        animations: "disabled",
      });
      gallery.taken(file);
    }
    await outlook.setTheme("light");
  };

  const picture = async (name: string, options: PictureOptions = {}): Promise<void> => {
    const { contrast = false, before = (): Promise<void> => Promise.resolve() } = options;
    await settle(options.window ?? root);
    if (options.window !== undefined) {
      const page = options.window.page();
      for (const width of WINDOW_WIDTHS) {
        await page.setViewportSize({ width, height: HEIGHT });
        const height = Math.min(HEIGHT_MAX, HEIGHT + (await hiddenBelow(options.window)));
        await page.setViewportSize({ width, height });
        await before();
        await shoot(name, width, contrast, options.window.locator("body"));
      }
      return;
    }
    const page = outlook.page;
    for (const width of PANE_WIDTHS) {
      await page.setViewportSize({ width: BESIDE + width, height: HEIGHT });
      await outlook.setWidth(width);
      await page.waitForTimeout(80);
      const height = Math.min(HEIGHT_MAX, HEIGHT + (await hiddenBelow(root)));
      await page.setViewportSize({ width: BESIDE + width, height });
      await page.waitForTimeout(80);
      await before();
      await shoot(name, width, contrast, page.locator("#pane iframe"));
      if (options.before !== undefined) await page.keyboard.press("Escape");
    }
    await page.setViewportSize({ width: BESIDE + Math.max(...PANE_WIDTHS), height: HEIGHT });
  };

  return {
    outlook,
    at,
    each,
    press,
    picture,
    inMenu: async (fromEnd) => {
      await at("strip/menu").click();
      const items = root.getByRole("menuitem");
      await items.nth((await items.count()) - fromEnd).click();
      await settle(root);
    },
    bring: async (ledger) => {
      await at("header/settings").waitFor();
      await root.locator(".ol-strip > [role=status]").waitFor({ state: "detached" });
      await at("header/settings").dispatchEvent("click");
      await root.locator("#rl-restore").setInputFiles({
        name: "ledger.relance",
        mimeType: "application/octet-stream",
        buffer: backups[ledger],
      });
      await at("toast/close").dispatchEvent("click");
      await at("back").dispatchEvent("click");
      await settle(root);
    },
    today: async () => {
      if (await at("tab/today").isVisible()) await at("tab/today").click();
      await settle(root);
    },
    close: () => outlook.close(),
  };
};
