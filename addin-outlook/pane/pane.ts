import { batch, computed, effect, signal, untracked } from "@preact/signals";
import type { ReadonlySignal, Signal } from "@preact/signals";
import type { Run } from "#shared/app/run.ts";
import type { Facts } from "#shared/app/use-case.ts";
import type { CreditorIdentity } from "#shared/claims/creditor.ts";
import type { Language } from "#shared/kernel/money.ts";
import type { Foreign, Own } from "#shared/kernel/text.ts";
import type { Sentence } from "#shared/locales/locale.ts";
import { OUTLOOK } from "#shared/locales/outlook.ts";
import type { OutlookMessages } from "#shared/locales/outlook.ts";
import { FIRST_TIME_ZONE } from "#src/custody/clock.ts";
import type { PageClock } from "#src/custody/clock.ts";
import { LEDGER_KEY } from "#src/custody/page-stores.ts";
import type { PageStores } from "#src/custody/page-stores.ts";
import type { Remembered } from "#src/custody/remembered.ts";
import type { Driver } from "#src/driver/driver.ts";
import type { OpenMail } from "#src/sidebar/host.ts";
import type { Outlook, OutlookItem } from "#outlook/outlook.ts";
import { creditorKnown } from "./creditor-known.ts";
import { faultWord } from "./fault-word.ts";
import type { SignedIn } from "./signed-in.ts";

export type PaneNotice = {
  readonly key: string;
  readonly tone: "info" | "good" | "warning" | "danger";
  readonly text: Sentence;
  readonly actions?: readonly { readonly label: Own; readonly run: () => void }[];
};

/** What stands in the place of the sidebar for a while. */
export type PanePart = "sidebar" | "desk" | "diagnosis" | "options";

export type PaneParts = {
  readonly outlook: Outlook;
  readonly stores: PageStores;
  /** Of this browser alone: the name, the ledger begun here. Choices of the screen go to Outlook's own settings. */
  readonly remembered: Remembered;
  readonly clock: PageClock;
  readonly language: Signal<Language>;
  /** Of this mailbox: what else the pane keeps stands under it. */
  readonly name: string;
  readonly build: string;
};

/** State of the pane around the sidebar. The ledger is not in it: it is asked through `run`. */
export type Pane = PaneParts & {
  readonly words: ReadonlySignal<OutlookMessages>;
  readonly run: Run;
  readonly version: ReadonlySignal<number>;
  /** False for what another window or a merge has brought. */
  readonly isOwnVersion: (version: number) => boolean;
  readonly author: Signal<string>;
  readonly ledger: ReadonlySignal<string | null>;
  readonly creditor: ReadonlySignal<CreditorIdentity | null>;
  readonly readCreditor: () => Promise<void>;
  /** What the sidebar is about: the mail open in Outlook, or one that was dropped. */
  readonly openMail: ReadonlySignal<OpenMail | null>;
  /** The item that is being read: what stands on the screen is of another one. */
  readonly reading: ReadonlySignal<OutlookItem | null>;
  /** The draft that is open in Outlook beside this pane. */
  readonly compose: ReadonlySignal<OutlookItem | null>;
  readonly dropped: ReadonlySignal<Foreign | null>;
  readonly showDropped: (name: Foreign, mail: OpenMail) => void;
  readonly backToOpen: () => Promise<void>;
  readonly part: Signal<PanePart>;
  /** Something of the ledger stands on the screen: what that had to wait for nothing of may come now. */
  readonly isDrawn: Signal<boolean>;
  readonly deskPage: Signal<string | null>;
  readonly notices: ReadonlySignal<readonly PaneNotice[]>;
  readonly say: (notice: PaneNotice) => void;
  readonly unsay: (key: string) => void;
  readonly facts: () => Omit<Facts, "chance">;
  readonly attach: (driver: Driver) => void;
  /** Null until one is attached. */
  readonly driver: () => Driver | null;
  /** What signing in to Microsoft adds; null: nobody is. */
  readonly signedIn: Signal<SignedIn | null>;
  /** Follows what is open in Outlook from now on. Returns how to stop. */
  readonly follow: () => () => void;
};

/** Said of the pane and the mailbox, not of the mail that is open. */
const KEPT_NOTICES = new Set([
  "storage",
  "microsoft",
  "onedrive",
  "look",
  "draft-failed",
  "selection",
]);

export const createPane = (parts: PaneParts): Pane => {
  const { outlook, remembered, language, stores, clock } = parts;
  const words = computed(() => OUTLOOK[language.value]);
  const version = signal(0);
  const ledger = signal<string | null>(null);
  const creditor = signal<CreditorIdentity | null>(null);
  const author = signal(remembered.read("author") ?? "");
  const openMail = signal<OpenMail | null>(null);
  const reading = signal<OutlookItem | null>(null);
  const compose = signal<OutlookItem | null>(null);
  const dropped = signal<Foreign | null>(null);
  const notices = signal<readonly PaneNotice[]>([]);
  const foreignVersions = new Set<number>();
  let driver: Driver | null = null;
  let turn = 0;

  const run: Run = async (useCase, input, options) =>
    driver === null
      ? { ok: false, error: { type: "ledger-not-begun" } }
      : driver.run(useCase, input, options);

  const readCreditor = async (): Promise<void> => {
    const begun = driver?.ledger() ?? null;
    const read = await run(creditorKnown, null);
    if (begun !== null && stores.lasts) remembered.write(LEDGER_KEY, begun);
    batch(() => {
      ledger.value = begun;
      if (!read.ok) return;
      creditor.value = read.value;
      if (author.value === "") author.value = read.value?.signatory ?? "";
    });
  };

  const unsay = (key: string): void => {
    notices.value = notices.peek().filter((notice) => notice.key !== key);
  };
  const say = (notice: PaneNotice): void => {
    notices.value = [...notices.peek().filter((one) => one.key !== notice.key), notice];
  };

  const readItem = async (item: OutlookItem | null): Promise<void> => {
    turn += 1;
    const mine = turn;
    batch(() => {
      // What was said of the former mail is not said of this one; what is wrong with the pane itself stays.
      notices.value = notices.peek().filter(({ key }) => KEPT_NOTICES.has(key));
      dropped.value = null;
      compose.value = item?.mode === "compose" ? item : null;
      reading.value = item?.mode === "read" ? item : null;
      if (item?.mode !== "read") openMail.value = null;
    });
    if (item?.mode !== "read") return;
    const read = await outlook.readMessage(item);
    // Another item was opened while this one was read.
    if (mine !== turn) return;
    batch(() => {
      reading.value = null;
      openMail.value = read.ok
        ? {
            key: item.key,
            message: read.value,
            bytes: null,
            sha256: null,
            size: 0,
            obtained: "reconstructed",
          }
        : null;
    });
    if (read.ok || read.error.type === "item-changed") return;
    const fault = faultWord(read.error, language.peek());
    say({
      key: "mail",
      tone: "warning",
      text: words.peek().mail.notRead(fault),
      actions: [
        {
          label: words.peek().begin.retry,
          run: () => {
            void readItem(outlook.item.peek());
          },
        },
      ],
    });
  };

  return {
    ...parts,
    words,
    run,
    version,
    isOwnVersion: (one) => !foreignVersions.has(one),
    author,
    ledger,
    creditor,
    readCreditor,
    openMail,
    reading,
    compose,
    dropped,
    showDropped: (name, mail) => {
      turn += 1;
      batch(() => {
        reading.value = null;
        dropped.value = name;
        openMail.value = mail;
      });
    },
    backToOpen: () => readItem(outlook.item.peek()),
    part: signal<PanePart>("sidebar"),
    isDrawn: signal(false),
    deskPage: signal<string | null>(null),
    notices,
    say,
    unsay,
    signedIn: signal<SignedIn | null>(null),
    driver: () => driver,
    facts: () => ({
      today: clock.today(creditor.peek()?.timeZone ?? FIRST_TIME_ZONE),
      now: clock.now(),
      by: author.peek(),
      language: language.peek(),
    }),
    attach: (opening) => {
      driver = opening;
      ledger.value = opening.ledger();
      opening.subscribe((isOwn) => {
        if (!isOwn) foreignVersions.add(version.peek() + 1);
        version.value += 1;
        void readCreditor();
      });
    },
    follow: () =>
      effect(() => {
        const item = outlook.item.value;
        untracked(() => void readItem(item));
      }),
  };
};
