import { join } from "node:path";
import { chromium } from "playwright-core";
import type { Browser } from "playwright-core";
import { CHROMIUM_ARGS, ensureChromium } from "../../scripts/chromium.mjs";
import { copyAccount } from "../hosts/apps-script/account.ts";
import type { Account } from "../hosts/apps-script/account.ts";
import type { ShownCard } from "../hosts/apps-script/cards/shown-card.ts";
import {
  freshAccount,
  openGmailStage,
  personOver,
  sampleAccounts,
} from "../journeys/gmail-pages.ts";
import type { GmailStage, Person } from "../journeys/gmail-pages.ts";
import { MORE_SCENES } from "./gmail-more-scenes.ts";
import { SCENES } from "./gmail-scenes.ts";
import { cardFaults } from "./gmail-rules.ts";

export type Language = "fr" | "en";
type Theme = "light" | "dark";

export type GmailGallery = {
  readonly out: string;
  readonly language: Language;
  readonly themes: readonly Theme[];
  readonly isAsked: (picture: string) => boolean;
  readonly taken: (picture: string) => void;
  readonly failed: (picture: string, why: string) => void;
};

/** Pictures of one person's Gmail, named so that a scene of which none is asked for is not walked. */
export type Walk = {
  readonly pictures: readonly string[];
  readonly walk: (scene: Scene) => Promise<void>;
};

/** What a scene is told with: somebody beside Gmail, with the sample's ledger or without any. */
export type Scene = {
  readonly language: Language;
  readonly person: (how: Beside) => Person;
  readonly picture: (name: string, person: Person) => Promise<void>;
};

export type Beside = {
  readonly ledger?: "sample" | "none";
  readonly client?: "WEB" | "ANDROID" | "IOS";
  /** False: the script is not deployed as a web app. */
  readonly isWebApp?: boolean;
  readonly folder?: "gmail" | "gmail-full";
  /** The same account as somebody else's, once more. */
  readonly account?: Account;
};

let prepared: Promise<{ readonly stage: GmailStage; readonly sample: () => Account }> | null = null;

/** Every card of the pushed script, drawn as Gmail's side panel draws it. */
export const takeGmail = async (gallery: GmailGallery): Promise<void> => {
  const { language, themes } = gallery;
  const nameOf = (picture: string, theme: Theme): string =>
    `gmail-${picture}.300.${language}-${theme}`;
  const wanted = Object.entries({ ...SCENES, ...MORE_SCENES }).filter(([, { pictures }]) =>
    pictures.some((one) => themes.some((theme) => gallery.isAsked(nameOf(one, theme)))),
  );
  if (wanted.length === 0) return;
  prepared ??= prepare();
  const { stage, sample } = await prepared;
  const browser = await chromium.launch({
    executablePath: await ensureChromium(),
    args: [...CHROMIUM_ARGS],
  });
  try {
    for (const [name, { walk }] of wanted) {
      try {
        await walk({
          language,
          person: ({ ledger = "sample", account, ...how }) =>
            personOver(stage, account ?? (ledger === "sample" ? sample() : freshAccount()), {
              ...how,
              locale: language,
            }),
          picture: async (picture, { gmail }) => {
            for (const fault of cardFaults(gmail.card()))
              gallery.failed(`gmail-${picture}.${language}`, fault);
            for (const theme of themes) {
              const file = nameOf(picture, theme);
              if (!gallery.isAsked(file)) continue;
              const path = join(gallery.out, `${file}.png`);
              await shoot(browser, gmail.card(), theme, path, picture.startsWith("docs-"));
              gallery.taken(file);
            }
          },
        });
      } catch (cause) {
        const why = cause instanceof Error ? (cause.message.split("\n")[0] ?? "") : String(cause);
        gallery.failed(`gmail-${name}.${language}`, why);
      }
    }
  } finally {
    await browser.close();
  }
};

const prepare = async (): Promise<{
  readonly stage: GmailStage;
  readonly sample: () => Account;
}> => {
  const stage = await openGmailStage();
  const sample = await sampleAccounts(stage);
  return { stage, sample: () => copyAccount(sample()) };
};

/** As Gmail shows a card first: what folds is folded, and nobody has clicked the three dots. */
const AT_FIRST =
  "main{min-height:0}.menu,.fold>*:not(span){display:none}.fold{border:0}.fold>span{padding:0 0 8px}";

const shoot = async (
  browser: Browser,
  card: ShownCard,
  theme: Theme,
  path: string,
  isForDocs: boolean,
): Promise<void> => {
  const page = await browser.newPage({
    viewport: { width: 300, height: isForDocs ? 100 : 600 },
    colorScheme: theme,
  });
  await page.setContent(card.toHtml(theme));
  if (isForDocs) await page.addStyleTag({ content: AT_FIRST });
  await page.screenshot({ path, fullPage: true });
  await page.close();
};
