import { effect, signal } from "@preact/signals";
import type { Signal } from "@preact/signals";
import type { Language } from "#shared/kernel/money.ts";
import { together } from "#shared/locales/locale.ts";
import type { Sentence } from "#shared/locales/locale.ts";
import { UI } from "#shared/locales/ui.ts";
import type { PageClock } from "#src/custody/clock.ts";
import { openPageStores } from "#src/custody/page-stores.ts";
import { openRemembered } from "#src/custody/remembered.ts";
import { openDriver } from "#src/driver/driver.ts";
import type { Host } from "#src/sidebar/host.ts";
import type { Outlook, OutlookClient } from "#outlook/outlook.ts";
import { LANGUAGE_KEY, driverHostOf, hostOf } from "./host.ts";
import { createPane } from "./pane.ts";
import type { Pane } from "./pane.ts";

export type Phase =
  | { readonly type: "opening" }
  | { readonly type: "failed"; readonly text: Sentence }
  | { readonly type: "ready"; readonly pane: Pane; readonly host: Host };

export const phaseSignal = (): Signal<Phase> => signal<Phase>({ type: "opening" });

export type StartOptions = {
  readonly clock: PageClock;
  readonly build: string;
};

/** Opens the ledger of this mailbox beside what is open in it. */
export const startPane = async (
  outlook: Outlook,
  phase: Signal<Phase>,
  language: Signal<Language>,
  { clock, build }: StartOptions,
): Promise<void> => {
  language.value = languageOf(outlook);
  followTheme(outlook.client);
  const name = databaseOf(outlook.client);
  const remembered = openRemembered(`${name}-`);
  const stores = await openPageStores(name, remembered, build, clock.now);
  const pane = createPane({ outlook, stores, remembered, clock, language, name, build });
  // The open mail is read while the ledger is.
  pane.follow();
  const opened = await openDriver(stores.stores, driverHostOf(pane));
  if (!opened.ok) {
    const { type } = opened.error;
    const text = together(pane.words.peek().begin.failed, UI[language.peek()].faults[type]);
    phase.value = { type: "failed", text };
    return;
  }
  pane.attach(opened.value);
  const host = hostOf(pane, opened.value);
  await pane.readCreditor();
  outlook.onDrop((files) => {
    void import("./filing.ts").then(({ takeInDropped }) => takeInDropped(pane, files));
  });
  // Today's list, shown until the mail is read, would fetch all that it needs before the mail's own claim.
  await once(() => pane.reading.value === null, FIRST_MAIL_MS);
  phase.value = { type: "ready", pane, host };
  await once(() => pane.isDrawn.value, FIRST_PAINT_MS);
  await new Promise((resolve) => setTimeout(resolve, FRAMES_MS));
  const { afterFirstPaint } = await import("./after-first-paint.ts");
  await afterFirstPaint(pane, host);
};

/** Outlook is seldom slower than this to give the first mail; it is waited for no longer. */
const FIRST_MAIL_MS = 1_500;
/** What is not drawn by then is a fault that was said, and holds up nothing else. */
const FIRST_PAINT_MS = 3_000;
/** The browser itself needs a frame or two to show what is drawn; a hidden pane has none. */
const FRAMES_MS = 50;

/** Waits until something holds, or a time is over. */
const once = async (holds: () => boolean, limitMs: number): Promise<void> => {
  let stop = (): void => undefined;
  let late: number | undefined;
  await new Promise<void>((resolve) => {
    late = window.setTimeout(resolve, limitMs);
    stop = effect(() => {
      if (holds()) resolve();
    });
  });
  window.clearTimeout(late);
  stop();
};

/** One ledger a mailbox: a browser may hold the mailboxes of two firms. */
const databaseOf = ({ address }: OutlookClient): string =>
  address === "" ? "relance-outlook" : `relance-outlook-${address}`;

/** What was chosen before; else Outlook's own where it is French; else English. */
const languageOf = (outlook: Outlook): Language => {
  const chosen = outlook.settings.read(LANGUAGE_KEY);
  if (chosen === "fr" || chosen === "en") return chosen;
  return outlookLanguage(outlook.client.language);
};

export const outlookLanguage = (tag: string): Language => (/^fr\b/i.test(tag) ? "fr" : "en");

/** Outlook's colours, where it tells them; the system's else. */
const followTheme = ({ theme }: OutlookClient): void => {
  effect(() => {
    const { dataset } = document.documentElement;
    if (theme.value === null) delete dataset["theme"];
    else dataset["theme"] = theme.value;
  });
};
