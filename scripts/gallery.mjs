// `npm run gallery [fr-light…] [word…]`: starts the workbench, walks through every screen in both languages, light and
// dark, and writes pictures at 320, 450 and 1280 pixels into .gallery/; then the same for Outlook's pane, in the emulated
// Outlook on the production build, a few screens also in contrast colours; then every card of Gmail, at 300 pixels, drawn
// in the emulated Apps Script. Modes as `fr-light` choose among them; other words choose pictures by a part of their names,
// `outlook-` those of Outlook alone and `gmail-` those of Gmail alone.
import { spawn } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { CHROMIUM_ARGS, ensureChromium } from "./chromium.mjs";
import { ensureProgram, ROOT } from "./programs.mjs";

/**
 * @typedef {import("playwright-core").Page} Page
 * @typedef {"fr" | "en"} Language
 * @typedef {"light" | "dark"} Scheme
 * @typedef {{ name: string, place: "pane" | "mail" | "desk" | "page" }} Picture
 */

const OUT = join(ROOT, ".gallery");
const PANE_WIDTHS = [320, 450];
const WIDE = { width: 1280, height: 860 };
/** Tall enough that a list which draws only what is seen draws every mail. */
const TALL = { width: 1280, height: 6_000 };
/** No picture is taller: a list of hundreds shows nothing new. */
const HEIGHT_MAX = 2_600;

const MODE = /^(?:fr|en)-(?:light|dark|contrast)$/;
const modes = process.argv.slice(2).filter((word) => MODE.test(word));
const words = process.argv.slice(2).filter((word) => !MODE.test(word));
/** @type {string[]} */
const taken = [];
/** @type {string[]} */
const failures = [];

/**
 * The workbench on a port of its own; `address` gives a fresh key each time.
 * @param {readonly string[]} args
 */
const startWorkbench = async (args) => {
  const child = spawn(
    process.execPath,
    [join(ROOT, "bin/relance.mjs"), "workbench", "--port", "0", ...args],
    { stdio: ["ignore", "pipe", "inherit"], env: { ...process.env, NO_COLOR: "1" } },
  );
  let said = "";
  let used = 0;
  child.stdout.on("data", (/** @type {Buffer} */ text) => {
    said += text.toString();
  });
  return {
    /** @returns {Promise<string>} */
    address: async () => {
      for (;;) {
        const found = [...said.matchAll(/http:\/\/127\.0\.0\.1:\S+/g)];
        const next = found[used];
        if (next !== undefined) {
          used += 1;
          return next[0];
        }
        if (child.exitCode !== null) throw new Error("The workbench did not start");
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    },
    stop: () => child.kill(),
  };
};

/** @typedef {Awaited<ReturnType<typeof startWorkbench>>} Workbench */

const nothing = async () => undefined;

/** @param {string} name */
const isAsked = (name) => words.length === 0 || words.some((word) => name.includes(word));

/**
 * @param {Page} page
 * @param {string} name
 * @param {string} selector
 */
const shoot = async (page, name, selector) => {
  const path = join(OUT, `${name}.png`);
  const place = page.locator(selector).first();
  await place.screenshot({ path, animations: "disabled" });
  taken.push(name);
};

/**
 * Grows the window until nothing in the place scrolls any more.
 * @param {Page} page
 * @param {string} selector
 * @param {number} width
 */
const fit = async (page, selector, width) => {
  await page.setViewportSize({ width, height: 640 });
  const hidden = await page.evaluate((/** @type {string} */ inside) => {
    const place = document.querySelector(inside);
    const all = place === null ? [] : [place, ...place.querySelectorAll("*")];
    return all.reduce((most, one) => {
      const scrolls = /auto|scroll/.test(getComputedStyle(one).overflowY);
      return scrolls ? Math.max(most, one.scrollHeight - one.clientHeight) : most;
    }, 0);
  }, selector);
  await page.setViewportSize({ width, height: Math.min(HEIGHT_MAX, 640 + hidden) });
};

/**
 * One walk in one language and one light.
 * @param {Page} page
 * @param {Language} language
 * @param {Scheme} scheme
 */
const walker = (page, language, scheme) => {
  const mode = `${language}-${scheme}`;
  const SELECTORS = {
    pane: ".wb-pane--relance",
    mail: ".wb-pane--mail",
    desk: ".wb-desk",
    page: "body",
  };

  /** @param {string} selector */
  const has = async (selector) => (await page.locator(selector).count()) > 0;

  const settle = async () => {
    await page.waitForTimeout(250);
    await page
      .waitForFunction(() => document.querySelector("[aria-busy=true]") === null, null, {
        timeout: 3_000,
      })
      .catch(() => undefined);
  };

  /**
   * A press, even of what stands below the edge of the window.
   * @param {string} selector
   */
  const press = async (selector) => {
    await page.locator(selector).first().click({ timeout: 2_000 });
    await settle();
  };

  /**
   * Pictures of the place at its widths.
   * @param {string} name
   * @param {Picture["place"]} place
   * @param {() => Promise<void>} before what must be done anew at each width: a menu closes with the window's size
   */
  const picture = async (name, place, before = nothing) => {
    const selector = SELECTORS[place];
    const wide = `${name}.1280.${mode}`;
    if (isAsked(wide)) {
      if (place === "desk") await fit(page, selector, WIDE.width);
      else await page.setViewportSize(WIDE);
      await before();
      await page.waitForTimeout(80);
      await shoot(page, wide, "body");
    }
    for (const width of PANE_WIDTHS) {
      const narrow = `${name}.${width}.${mode}`;
      if (!isAsked(narrow)) continue;
      await page.setViewportSize({ width, height: 640 });
      if (place === "pane" || place === "mail") {
        const key = place === "pane" ? "pane/relance" : "pane/mail";
        if (await has(`[data-key="${key}"]`)) await press(`[data-key="${key}"]`);
      }
      await fit(page, selector, width);
      await before();
      await page.waitForTimeout(80);
      await shoot(page, narrow, place === "page" ? "body" : selector);
    }
    await page.setViewportSize(WIDE);
    await page.waitForTimeout(50);
  };

  /**
   * One stop of the walk; one that fails does not end it.
   * @param {string} name
   * @param {() => Promise<void>} work
   */
  const stop = async (name, work) => {
    try {
      await work();
    } catch (cause) {
      const why = cause instanceof Error ? (cause.message.split("\n")[0] ?? "") : String(cause);
      failures.push(`${name}.${mode}: ${why}`);
      await page.setViewportSize(WIDE);
    }
  };

  /** @param {string} number */
  const openMail = async (number) => {
    await page.setViewportSize(TALL);
    await page.locator('[data-key="view/inbox"]').click();
    const row = page.locator(`[data-file^="${number}-"]`);
    if (!(await row.isVisible())) {
      await page.locator(".wb-pane--list [role=tab]").last().click();
      await page.waitForTimeout(150);
    }
    await row.click({ timeout: 2_000 });
    await page.setViewportSize(WIDE);
    await page.waitForTimeout(300);
    await settle();
  };

  return { page, mode, has, settle, press, picture, stop, openMail };
};

/** @typedef {ReturnType<typeof walker>} Walk */

/** Each kind of mail, by the number of the sample's file. */
const MAILS = {
  "mail-promise": "063",
  "mail-dispute": "044",
  "mail-paid": "057",
  "mail-instalments": "061",
  "mail-question": "039",
  "mail-wrong-contact": "025",
  "mail-insolvency": "055",
  "mail-refusal": "019",
  "mail-autoreply": "038",
  "mail-bounce": "021",
  "mail-acknowledgement": "029",
  "mail-follow-known": "060",
  "mail-follow-new": "062",
  "mail-nobody": "058",
  "mail-fraud": "059",
  "mail-internal": "046",
  "mail-sent-by-us": "035",
  "mail-unrelated": "053",
};

/** Debtors of whom the law has something to say, and its pages. */
const LAW = { mercier: "Garage Mercier", valade: "Valade Bâtiment", nordis: "Nordis" };
const LAW_PAGES = ["clocks", "statement", "routes", "missing"];

/** Lists of a debtor's file that have a form of their own. */
const FORMS =
  "contacts promises disputes instalments holds payments credit-notes documents notes".split(" ");

/** Rarer ones, by the key of the button that opens each. */
const FILE_FORMS = [
  "add/sensitive-hold",
  "add/set-offs",
  "add/payers",
  "add/write-offs",
  "identity/debtor",
  "add/terms",
  "add/plan",
  "add/owner",
  "add/insurance",
  "add/securities",
  "add/insolvencies",
  "add/hand-overs",
];

/** @param {Walk} walk */
const walkSample = async (walk) => {
  const { page, press, picture, stop, openMail, has } = walk;
  const inPane = (/** @type {string} */ key) => `.wb-pane--relance [data-key${key}]`;
  const today = async () => {
    await press('[data-key="view/inbox"]');
    await press(inPane('="tab/today"'));
    while (await has(inPane('="back"'))) await press(inPane('="back"'));
  };
  const search = async (/** @type {string} */ query) => {
    await page.fill(".wb-search input", query);
    await page.press(".wb-search input", "Enter");
    await page.waitForTimeout(500);
  };
  /** From today's list: the debtor's file, by searching its name. */
  const account = async (/** @type {string} */ name) => {
    await today();
    await search(name);
    await press(inPane('^="open/debtor/"'));
  };
  /** Opens every heading of the debtor's file. */
  const unfold = async () => {
    await page.evaluate(() => {
      for (const one of document.querySelectorAll("details")) one.open = true;
    });
    await page.waitForTimeout(80);
  };
  /** Opens the first folds of a page of law, as a reader would. */
  const unfoldSome = async () => {
    await page.evaluate(() => {
      const folds = [...document.querySelectorAll("details")];
      for (const one of folds.filter((fold) => fold.closest(".rl-law")).slice(0, 4))
        one.open = true;
    });
    await page.waitForTimeout(80);
  };
  await stop("today", () => picture("today", "pane"));
  await stop("inbox", () => picture("inbox", "page"));
  await stop("today-menu", async () => {
    await picture("today-menu", "pane", () => press(inPane('$="/more"')));
    await page.keyboard.press("Escape");
  });
  for (const [name, number] of Object.entries(MAILS)) {
    await stop(name, async () => {
      await openMail(number);
      await picture(name, "pane");
    });
  }
  await stop("mail-correct", async () => {
    await openMail("063");
    await picture("mail-reading", "mail");
    await press(inPane('="correct"'));
    await picture("mail-correct", "pane");
  });
  await stop("mail-why", async () => {
    await openMail("044");
    await openMail("063");
    await press(".wb-pane--relance .rl-link");
    await picture("mail-why", "pane");
  });
  await stop("mail-more", async () => {
    await picture("mail-more", "pane", () => press(inPane('="mail/more"')));
    await page.keyboard.press("Escape");
  });
  await stop("mail-confirmed", async () => {
    await openMail("044");
    await openMail("063");
    await press(inPane('="confirm"'));
    await page.waitForTimeout(400);
    await picture("mail-confirmed", "pane");
  });
  await stop("draft", async () => {
    await today();
    await press(inPane('^="broken/"][data-key$="/do"'));
    await page.waitForTimeout(600);
    await picture("draft", "mail");
    await picture("draft-claim", "pane");
  });
  await stop("search", async () => {
    await search("Valade");
    await picture("search", "pane");
    await search("zzzz");
    await picture("search-nothing", "pane");
  });
  await stop("debtor", async () => {
    await account("Nordis");
    await picture("debtor", "pane");
    await unfold();
    await picture("debtor-open", "pane");
  });
  await stop("claim", async () => {
    await press(inPane('="claim"'));
    await picture("claim", "pane");
  });
  await stop("claim-menu", async () => {
    const menu = '.wb-pane--relance .rl-main [aria-haspopup="menu"]';
    await picture("claim-menu", "pane", () => press(menu));
    await page.keyboard.press("Escape");
  });
  await stop("timeline", async () => {
    await account("Nordis");
    await press('.wb-pane--relance .rl-main [aria-haspopup="menu"]');
    await press(inPane('="timeline"'));
    await picture("timeline", "pane");
  });
  for (const [name, debtor] of Object.entries(LAW)) {
    await stop(`law-${name}`, async () => {
      await account(debtor);
      await press(inPane('="law/clocks"'));
      for (const law of LAW_PAGES) {
        await press(inPane(`="tab/${law}"`));
        await unfoldSome();
        await picture(`law-${name}-${law}`, "pane");
      }
    });
  }
  for (const list of FORMS) {
    await stop(`form-${list}`, async () => {
      await account("Nordis");
      await unfold();
      await press(inPane(`="add/${list}"`));
      await picture(`form-${list}`, "pane");
    });
  }
  for (const key of FILE_FORMS) {
    const name = `form-${key.replace(/^[a-z]+\//, "")}`;
    await stop(name, async () => {
      await account("Nordis");
      await unfold();
      await press(inPane(`="${key}"`));
      await picture(name, "pane");
    });
  }
  await stop("form-fault", async () => {
    await account("Nordis");
    await unfold();
    await press(inPane('="add/payments"'));
    await press(".wb-pane--relance form button[type=submit]");
    await picture("form-fault", "pane");
  });
  await stop("silent", async () => {
    await account("Valade Immobilier");
    await unfold();
    await press(inPane('="add/holds"'));
    await page.fill(
      ".wb-pane--relance form textarea, .wb-pane--relance form input[type=text]",
      "…",
    );
    await press(".wb-pane--relance form button[type=submit]");
    await today();
    await press(inPane('*="silent"'));
    await picture("silent", "pane");
  });
  await stop("settings", async () => {
    await today();
    await press(inPane('="header/settings"'));
    await picture("settings", "pane");
    await today();
  });
  await stop("sent", async () => {
    await today();
    await press(".wb-pane--list [role=tab]:nth-child(2)");
    await picture("sent", "page");
  });
  await walkDesk(walk);
};

/** @param {Walk} walk */
const walkDesk = async ({ page, press, picture, stop }) => {
  await stop("desk", async () => {
    await press('[data-key="view/desk"]');
    await page.waitForSelector(".rl-desk", { timeout: 5_000 });
  });
  for (const key of ["today", "aged", "debtors", "bank", "import", "settings"]) {
    await stop(`desk-${key}`, async () => {
      await press(`.rl-desk [data-key="nav/${key}"]`);
      await picture(`desk-${key}`, "desk");
    });
  }
  for (const key of ["plans", "texts", "policy", "rates", "handover"]) {
    await stop(`desk-${key}`, async () => {
      await press('.rl-desk [data-key="nav/settings"]');
      await press(`.rl-desk [data-key="method/${key}"]`);
      await page.waitForTimeout(500);
      await picture(`desk-${key}`, "desk");
    });
  }
  await stop("desk-plan-editor", async () => {
    await press('.rl-desk [data-key="nav/settings"]');
    await press('.rl-desk [data-key="method/plans"]');
    await press('.rl-desk [data-key="plans/duplicate/firm"]');
    for (const kind of ["", "-1", "-2", "-3"]) await page.locator(`#plan-kinds${kind}`).check();
    await page.locator("#plan-step-courtesy").uncheck();
    await page.fill("#plan-days-letter", "12");
    await page.waitForTimeout(700);
    await picture("desk-plan-fault", "desk");
    await page.fill("#plan-days-letter", "22");
    await page.waitForTimeout(700);
    await picture("desk-plan-editor", "desk");
    await press('.rl-desk [data-key="plans/leave"]');
  });
  await stop("desk-debtor", async () => {
    await press('.rl-desk [data-key="nav/debtors"]');
    await press(".rl-desk [data-row-account] button");
    await picture("desk-debtor", "desk");
    for (const view of ["claim", "timeline"]) {
      await press(`.rl-desk [data-key="view/${view}"]`);
      await picture(`desk-${view}`, "desk");
    }
  });
  await stop("desk-law", async () => {
    await press('.rl-desk [data-key="nav/debtors"]');
    await page.locator(".rl-desk [data-row-account] button", { hasText: "Nordis" }).first().click();
    await press('.rl-desk [data-key="view/law"]');
    for (const law of LAW_PAGES) {
      await press(`.rl-desk [data-key="tab/${law}"]`);
      await picture(`desk-law-${law}`, "desk");
    }
  });
  for (const [name, text] of Object.entries(FILES)) {
    await stop(`desk-${name}`, async () => {
      await press('.rl-desk [data-key="nav/import"]');
      await page
        .locator(".rl-desk input[type=file]")
        .first()
        .setInputFiles({
          name: `${name}.csv`,
          mimeType: "text/csv",
          buffer: Buffer.from(text),
        });
      await page.waitForTimeout(700);
      await picture(`desk-${name}`, "desk");
    });
  }
};

const FILES = {
  "import-faults": [
    "debiteur;nature;siren;courriel;numero;emise;echeance;total;devise;regle",
    "Nordis SAS;professionnel;;s.marchand@nordis.example;LAC-2026-0093;18/09/2026;18/10/2026;8 240,00;EUR;",
    "Scierie Vergne;professionnel;;contact@vergne.example;LAC-2026-0130;01/11/2026;31/02/2026;1.234,5O;EUR;",
    "Scierie Vergne;professionnel;123456789;contact@vergne.example;LAC-2026-0131;01/11/2026;01/12/2026;640,00;EUR;",
    "Scierie Vergne;professionnel;;contact@vergne.example;LAC-2026-0131;01/11/2026;01/12/2026;640,00;EUR;",
    ";professionnel;;;LAC-2026-0132;02/11/2026;02/12/2026;90,00;EUR;",
    "",
  ].join("\n"),
  "import-payments": [
    "date;montant;devise;debiteur;facture;libelle",
    "19/11/2026;4 240,00;EUR;Nordis SAS;LAC-2026-0093;VIR NORDIS LAC-2026-0093",
    "19/11/2026;1 150,00;EUR;;;VIR SEPA BLOCH SARAH",
    "",
  ].join("\n"),
  "import-not-a-table": "Bonjour,\nceci n'est pas un tableau.\n",
};

/**
 * @param {import("playwright-core").Browser} browser
 * @param {Workbench} workbench
 * @param {Language} language
 * @param {Scheme} scheme
 * @param {(page: Page) => Promise<void>} prepare
 */
const open = async (browser, workbench, language, scheme, prepare) => {
  const context = await browser.newContext({
    viewport: WIDE,
    locale: language === "fr" ? "fr-FR" : "en-GB",
    timezoneId: "Europe/Paris",
    colorScheme: scheme,
    reducedMotion: "reduce",
  });
  const page = await context.newPage();
  page.on("pageerror", (error) => failures.push(`${language}-${scheme}: ${error.message}`));
  page.on("console", (message) => {
    if (message.type() === "error") failures.push(`${language}-${scheme}: ${message.text()}`);
  });
  await prepare(page);
  await page.goto(await workbench.address());
  return { walk: walker(page, language, scheme), context };
};

/** The browser forbids storage: everything that would keep something throws. */
const refuseStorage = async (/** @type {Page} */ page) => {
  await page.addInitScript(() => {
    const refuse = () => {
      throw new DOMException("Storage is not allowed here", "SecurityError");
    };
    Object.defineProperty(globalThis, "localStorage", { get: refuse });
    Object.defineProperty(globalThis, "sessionStorage", { get: refuse });
    IDBFactory.prototype.open = refuse;
  });
};

/**
 * The first run over a mailbox of the user's own.
 * @param {Walk} walk
 */
const walkFirstRun = async ({ page, press, picture, stop }) => {
  await stop("welcome", async () => {
    await page.waitForSelector(".wb-panes");
    await page.waitForTimeout(800);
    await picture("welcome", "pane");
  });
  await stop("first-run", async () => {
    await press(".wb-pane--relance .rl-main .rl-button--primary");
    await picture("first-run", "pane");
  });
  await stop("first-run-agent", async () => {
    await press(".wb-pane--relance .rl-main button:not(.rl-button--primary):not([data-key=back])");
    await picture("first-run-agent", "pane");
  });
};

/**
 * As test/gallery/outlook.ts has it, of which this project knows no types.
 * @typedef {(gallery: {
 *   dist: string,
 *   out: string,
 *   language: Language,
 *   themes: readonly (Scheme | "contrast")[],
 *   isAsked: (picture: string) => boolean,
 *   taken: (picture: string) => void,
 *   failed: (picture: string, why: string) => void,
 * }) => Promise<void>} TakeOutlook
 */

/** Outlook's pane: its emulated host is TypeScript, which Vite runs here as it runs it for the tests. */
const walkOutlook = async () => {
  const { createServer } = await import("vite");
  const server = await createServer({
    configFile: false,
    root: ROOT,
    appType: "custom",
    logLevel: "warn",
    server: { middlewareMode: true, hmr: false, ws: false, watch: null },
    optimizeDeps: { noDiscovery: true },
  });
  try {
    const walk = /** @type {{ takeOutlook: TakeOutlook }} */ (
      await server.ssrLoadModule("/test/gallery/outlook.ts")
    );
    const dist = await ensureProgram("outlook");
    for (const language of /** @type {const} */ (["fr", "en"])) {
      const themes = /** @type {const} */ (["light", "dark", "contrast"]).filter(
        (theme) => modes.length === 0 || modes.includes(`${language}-${theme}`),
      );
      if (themes.length === 0) continue;
      await walk.takeOutlook({
        dist,
        out: OUT,
        language,
        themes,
        isAsked,
        taken: (name) => taken.push(name),
        failed: (name, why) => failures.push(`${name}: ${why}`),
      });
    }
  } finally {
    await server.close();
  }
};

const walkWorkbench = async () => {
  const empty = await mkdtemp(join(tmpdir(), "relance-gallery-"));
  await writeFile(join(empty, "invoices.csv"), FILES["import-faults"]);
  const sample = await startWorkbench([]);
  const own = await startWorkbench(["--mailbox", empty, "--invoices", join(empty, "invoices.csv")]);
  try {
    for (const language of /** @type {const} */ (["fr", "en"])) {
      if (modes.length > 0 && !modes.some((mode) => mode.startsWith(language))) continue;
      // Fields for dates speak the language of the browser, not that of the page.
      const browser = await chromium.launch({
        executablePath: await ensureChromium(),
        args: [...CHROMIUM_ARGS, `--lang=${language === "fr" ? "fr-FR" : "en-GB"}`],
        env: { ...process.env, LANGUAGE: language === "fr" ? "fr_FR" : "en_GB" },
      });
      for (const scheme of /** @type {const} */ (["light", "dark"])) {
        if (modes.length > 0 && !modes.includes(`${language}-${scheme}`)) continue;
        const full = await open(browser, sample, language, scheme, nothing);
        await full.walk.page.waitForSelector(".wb-panes", { timeout: 60_000 });
        await full.walk.page.waitForTimeout(2_500);
        await walkSample(full.walk);
        await full.context.close();

        const first = await open(browser, own, language, scheme, nothing);
        await walkFirstRun(first.walk);
        await first.context.close();

        const refused = await open(browser, own, language, scheme, refuseStorage);
        await refused.walk.page.waitForTimeout(1_500);
        await refused.walk.stop("storage-refused", () =>
          refused.walk.picture("storage-refused", "page"),
        );
        await refused.context.close();
      }
      await browser.close();
    }
  } finally {
    sample.stop();
    own.stop();
    await rm(empty, { recursive: true, force: true });
  }
};

/**
 * As test/gallery/gmail.ts has it.
 * @typedef {(gallery: {
 *   out: string,
 *   language: Language,
 *   themes: readonly Scheme[],
 *   isAsked: (picture: string) => boolean,
 *   taken: (picture: string) => void,
 *   failed: (picture: string, why: string) => void,
 * }) => Promise<void>} TakeGmail
 */

/** Gmail's cards: the emulated Apps Script is TypeScript too. */
const walkGmail = async () => {
  const { createServer } = await import("vite");
  const server = await createServer({
    configFile: false,
    root: ROOT,
    appType: "custom",
    logLevel: "error",
    server: { middlewareMode: true, hmr: false, ws: false, watch: null },
    optimizeDeps: { noDiscovery: true },
  });
  try {
    const walk = /** @type {{ takeGmail: TakeGmail }} */ (
      await server.ssrLoadModule("/test/gallery/gmail.ts")
    );
    for (const language of /** @type {const} */ (["fr", "en"])) {
      const themes = /** @type {const} */ (["light", "dark"]).filter(
        (theme) => modes.length === 0 || modes.includes(`${language}-${theme}`),
      );
      await walk.takeGmail({
        out: OUT,
        language,
        themes,
        isAsked,
        taken: (name) => taken.push(name),
        failed: (name, why) => failures.push(`${name}: ${why}`),
      });
    }
  } finally {
    await server.close();
  }
};

const main = async () => {
  if (words.length + modes.length === 0) await rm(OUT, { recursive: true, force: true });
  await mkdir(OUT, { recursive: true });
  const isAlone = (/** @type {string} */ place) =>
    words.length > 0 && words.every((word) => word.startsWith(place));
  if (!isAlone("outlook") && !isAlone("gmail")) await walkWorkbench();
  if (!isAlone("gmail")) await walkOutlook();
  if (!isAlone("outlook")) await walkGmail();
  console.log(`${taken.length} pictures in .gallery/`);
  for (const failure of failures) console.log(`not taken: ${failure}`);
};

await main();
