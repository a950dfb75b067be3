import { createMailbox } from "../hosts/outlook/mailbox.ts";
import { MORNING, OWNER, sampleMail } from "../journeys/outlook-ledger.ts";
import type { Scene } from "./outlook.ts";

/** Pictures of one Outlook, named so that a scene of which none is asked for is not walked. */
export type Walk = {
  readonly pictures: readonly string[];
  readonly walk: (scene: Scene) => Promise<void>;
};

/** Mails of the sample, by the number that their files begin with. */
const PROMISE = "063";
const DISPUTE = "044";
const BROKEN = "045";
const BOUNCE = "021";
const INSOLVENCY = "055";
const FRAUD = "059";
const FOLLOW = "062";
const NOBODY = "054";
const INTERNAL = "046";

/** Places in the menu of the pane's corner, from its end. */
const DIAGNOSIS = 1;
const OPTIONS = 2;

const mailbox = (address: string = OWNER.address) =>
  createMailbox({ ...OWNER, address, now: () => new Date(MORNING) });

/** Long enough for what never comes. */
const NEVER = Number.POSITIVE_INFINITY;

export const SCENES: Readonly<Record<string, Walk>> = {
  begin: {
    pictures: [
      "welcome",
      "welcome-today",
      "compose-unknown",
      "first-run",
      "first-run-fault",
      "follow",
    ],
    walk: async ({ open }) => {
      const stand = await open({ item: await sampleMail(PROMISE) });
      const { at, press, picture, outlook } = stand;
      await at("first-run").waitFor();
      await picture("welcome", { contrast: true });
      await outlook.selectItem(null);
      await picture("welcome-today");
      await outlook.selectItem({ compose: {} });
      await picture("compose-unknown");
      await outlook.selectItem(await sampleMail(FOLLOW));
      await at("first-run").waitFor();
      await press(at("first-run"));
      await press(at("first-run/yes"));
      await picture("first-run");
      await outlook.pane.locator("#rl-first-name").fill("");
      await press(outlook.pane.locator("form [type=submit]").first());
      await picture("first-run-fault");
      await stand.close();
    },
  },
  answer: {
    pictures: [
      "reading",
      "answer",
      "answer-more",
      "why",
      "correct",
      "confirmed",
      "menu",
      "dispute",
      "insolvency",
      "fraud",
      "follow",
      "internal",
      "nobody",
      "unsaved",
      "broken",
      "broken-opened",
      "bounce",
      "several",
    ],
    walk: async ({ open }) => {
      const stand = await open({ item: await sampleMail(PROMISE) });
      const { at, each, press, picture, outlook } = stand;
      await stand.bring("sample");
      await at("confirm").waitFor();
      await at("reading/why").waitFor();
      await picture("answer", { contrast: true });
      await picture("answer-more", { before: () => press(at("mail/more")) });
      await picture("menu", { before: () => press(at("strip/menu")) });
      await press(at("reading/why"));
      await picture("why");
      await press(at("correct"));
      await outlook.pane.locator("#rl-panel form").waitFor();
      await picture("correct");
      const mails = {
        dispute: DISPUTE,
        insolvency: INSOLVENCY,
        fraud: FRAUD,
        follow: FOLLOW,
        internal: INTERNAL,
      };
      for (const [name, number] of Object.entries(mails)) {
        await outlook.selectItem(await sampleMail(number));
        await outlook.pane.waitForTimeout(700);
        await picture(name);
      }
      await outlook.selectItem(await sampleMail(NOBODY));
      await outlook.pane.locator("#rl-panel input").first().waitFor();
      await picture("nobody");
      await outlook.pane.locator("#rl-panel input").first().fill("val");
      await outlook.pane.waitForTimeout(500);
      await outlook.selectItem(await sampleMail(PROMISE));
      await picture("unsaved");
      await press(at("mail/show"));
      await press(at("confirm"));
      await at("toast/undo").waitFor();
      await picture("confirmed");
      await outlook.selectItem(await sampleMail(BROKEN));
      await each("broken/debtor-", "/do").waitFor();
      await picture("broken");
      await press(each("broken/debtor-", "/do"));
      await each("draft-", "/gone").waitFor();
      await picture("broken-opened");
      await outlook.drop([{ name: "a.eml", bytes: await sampleMail(BOUNCE) }]);
      await at("strip/back").waitFor();
      await at("reading/why").waitFor();
      await picture("bounce");
      await outlook.setSelected([await sampleMail(PROMISE), await sampleMail(DISPUTE)]);
      await outlook.pane.waitForTimeout(500);
      await picture("several");
      outlook.slow("body.getAsync", NEVER);
      await outlook.selectItem(await sampleMail(DISPUTE));
      await picture("reading");
      await stand.close();
    },
  },
  day: {
    pictures: [
      "today",
      "today-menu",
      "today-later",
      "today-draft",
      "search",
      "debtor",
      "debtor-open",
      "claim",
      "law",
      "settings",
      "options",
      "diagnosis",
      "compose",
      "compose-inserted",
      "compose-stranger",
      "desk",
    ],
    walk: async ({ open }) => {
      const stand = await open();
      const { at, each, press, picture, outlook } = stand;
      const root = outlook.pane;
      await stand.bring("sample");
      await stand.today();
      await root.locator(".rl-row").first().waitFor();
      await picture("today", { contrast: true });
      await picture("today-menu", { before: () => press(each("broken/debtor-", "/more")) });
      await press(each("broken/debtor-", "/more"));
      await press(root.getByRole("menuitem").first());
      await picture("today-later");
      await press(at("back"));
      await press(each("broken/debtor-", "/do"));
      await each("draft-", "/gone").waitFor();
      await picture("today-draft");
      await press(at("header/search"));
      await root.locator("#rl-search").fill("Nordis");
      await root.waitForTimeout(500);
      await picture("search");
      await press(each("open/debtor/"));
      await picture("debtor");
      await root.evaluate(() => {
        for (const one of document.querySelectorAll("details")) one.open = true;
      });
      await picture("debtor-open");
      await press(at("claim"));
      await picture("claim");
      await press(at("back"));
      await press(at("law/clocks"));
      await picture("law");
      while (await at("back").isVisible()) await press(at("back"));
      await press(at("header/settings"));
      await press(at("settings/check"));
      await root.locator("output.rl-card").waitFor();
      await picture("settings");
      await press(at("back"));
      await stand.inMenu(OPTIONS);
      await picture("options");
      await press(at("part/back"));
      await stand.inMenu(DIAGNOSIS);
      await press(at("diagnosis/run"));
      await root.waitForTimeout(800);
      await picture("diagnosis", { contrast: true });
      await press(at("part/back"));
      await outlook.selectItem({ compose: {} });
      await each("insert/").waitFor();
      await picture("compose");
      await press(each("insert/"));
      await root.waitForTimeout(500);
      await picture("compose-inserted");
      await outlook.selectItem({
        compose: { subject: "Devis", to: [{ name: "X", address: "x@ailleurs.example" }] },
      });
      await press(each("insert/"));
      await root.waitForTimeout(500);
      await picture("compose-stranger");
      await at("strip/menu").click();
      await root.getByRole("menuitem").first().click();
      const { frame } = await outlook.dialogs.next();
      await frame.locator("h1").first().waitFor();
      await picture("desk", { window: frame });
      await stand.close();
    },
  },
  quiet: {
    pictures: ["today-empty", "compose-none", "draft-done"],
    walk: async ({ open }) => {
      const stand = await open();
      await stand.bring("quiet");
      await stand.picture("today-empty");
      await stand.outlook.selectItem({ compose: {} });
      await stand.picture("compose-none");
      await stand.close();
    },
  },
  deskInPane: {
    pictures: ["desk-in-pane", "desk-in-pane-aged"],
    walk: async ({ open }) => {
      const stand = await open({ client: { blocksPopups: true } });
      await stand.bring("sample");
      await stand.outlook.fail("displayDialogAsync", 12_009);
      await stand.at("strip/menu").click();
      await stand.outlook.pane.getByRole("menuitem").first().click();
      await stand.outlook.pane.locator(".ol-desk h1").first().waitFor();
      await stand.picture("desk-in-pane", { contrast: true });
      await stand.press(stand.at("nav/aged"));
      await stand.picture("desk-in-pane-aged");
      await stand.close();
    },
  },
  refused: {
    pictures: ["storage-refused", "storage-refused-answer"],
    walk: async ({ open }) => {
      const stand = await open({ storage: "refused", item: await sampleMail(PROMISE) });
      await stand.at("notice/storage").waitFor();
      await stand.picture("storage-refused", { contrast: true });
      await stand.bring("sample");
      await stand.at("confirm").waitFor();
      await stand.picture("storage-refused-answer");
      await stand.close();
    },
  },
  old: {
    pictures: [
      "old",
      "old-confirmed",
      "old-broken",
      "old-diagnosis",
      "old-settings",
      "old-options",
    ],
    walk: async ({ open }) => {
      const client = { set: "1.8", platform: "PC", downloads: false } as const;
      const stand = await open({ client, auth: "none", item: await sampleMail(PROMISE) });
      const { at, each, press, picture, outlook } = stand;
      await stand.bring("sample");
      await at("confirm").waitFor();
      await picture("old");
      await press(at("confirm"));
      await at("toast/undo").waitFor();
      await picture("old-confirmed");
      await outlook.selectItem(await sampleMail(BROKEN));
      await each("broken/debtor-", "/do").waitFor();
      await picture("old-broken");
      await stand.inMenu(DIAGNOSIS);
      await picture("old-diagnosis");
      await press(at("part/back"));
      await stand.inMenu(OPTIONS);
      await picture("old-options");
      await press(at("part/back"));
      await press(at("header/settings"));
      await picture("old-settings");
      await stand.close();
    },
  },
  tooOld: {
    pictures: ["too-old"],
    walk: async ({ open }) => {
      const stand = await open({ client: { set: "1.7" }, waits: false });
      await stand.outlook.pane.locator("h1").waitFor();
      await stand.picture("too-old");
      await stand.close();
    },
  },
  offline: {
    pictures: ["offline"],
    walk: async ({ open }) => {
      const stand = await open({ item: await sampleMail(PROMISE) });
      const { at, press, outlook } = stand;
      await stand.bring("sample");
      await at("confirm").waitFor();
      await outlook.pane.waitForTimeout(2_500);
      await outlook.setOffline(true);
      await press(at("confirm"));
      await outlook.pane.waitForTimeout(500);
      await stand.picture("offline");
      await stand.close();
    },
  },
  signIn: {
    pictures: [
      "admin-needed",
      "sign-in-declined",
      "sign-in-failed",
      "signed-in",
      "signed-in-today",
      "signed-out",
    ],
    walk: async ({ open }) => {
      const stand = await open({ auth: "admin-needed", mailbox: mailbox() });
      const { at, press, picture, outlook } = stand;
      await stand.bring("sample");
      await stand.inMenu(OPTIONS);
      await press(at("microsoft/sign-in"));
      await at("microsoft/consent").waitFor();
      await picture("admin-needed");
      for (const [name, mode] of [
        ["sign-in-declined", "declined"],
        ["sign-in-failed", "offline"],
      ] as const) {
        outlook.auth.mode = mode;
        await press(at("microsoft/sign-in"));
        await outlook.pane.locator(".rl-notice--warning").waitFor();
        await picture(name);
      }
      outlook.auth.mode = "granted";
      await press(at("microsoft/sign-in"));
      await at("microsoft/sign-out").waitFor();
      await outlook.pane.waitForTimeout(1_500);
      await picture("signed-in");
      await press(at("part/back"));
      await stand.today();
      await picture("signed-in-today");
      await stand.inMenu(OPTIONS);
      await press(at("microsoft/sign-out"));
      await picture("signed-out");
      await stand.close();
    },
  },
};
