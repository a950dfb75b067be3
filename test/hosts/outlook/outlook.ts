import type { BrowserContext, Frame, Page } from "playwright-core";
import type { CallName } from "./call-names.ts";
import { startBrowsers } from "./chromium.ts";
import type { Browsers, Storage } from "./chromium.ts";
import { extrasScript } from "./extras.ts";
import { noFaults } from "./faults.ts";
import type { CallRecord, Faults } from "./faults.ts";
import { itemData } from "./items.ts";
import type { Permission } from "./items.ts";
import { createMailbox, draft, receive } from "./mailbox.ts";
import type { DraftParts, Mailbox, StoredMail } from "./mailbox.ts";
import type { OpenedForm, PaneState } from "./pane-state.ts";
import { heardText, HOST_ORIGIN, NOTICE } from "./protocol.ts";
import type { Fields } from "./protocol.ts";
import { createSession, mostAtOnce } from "./session.ts";
import { serveSites } from "./sites.ts";
import type { Asked } from "./sites.ts";
import { THEMES } from "./themes.ts";
import type { ThemeName } from "./themes.ts";

/** What stands beside the pane: bytes of a mail, a mail of the mailbox, a form that is open, or nothing. */
export type ItemLike = Uint8Array | string | StoredMail | { readonly compose: DraftParts } | null;

export type Client = {
  /** The newest requirement set of Mailbox that this client knows. */
  readonly set?: string;
  /** The bridge is the web's all the same: only what the client says of itself changes. */
  readonly platform?: "OfficeOnline" | "PC" | "Mac";
  /** Clients that tell no item id. */
  readonly hidesIds?: boolean;
  /** False where a frame may not download. */
  readonly downloads?: boolean;
};

export type OpenOptions = {
  /** The built folder, served byte for byte. */
  readonly dist: string;
  readonly file?: string;
  readonly addinOrigin?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Shared by many tests; without it this one starts and closes its own. */
  readonly browsers?: Browsers;
  readonly mailbox?: Mailbox;
  readonly item?: ItemLike;
  readonly permission?: Permission;
  readonly client?: Client;
  readonly storage?: Storage;
  readonly language?: string;
  readonly theme?: ThemeName;
  readonly width?: number;
  readonly height?: number;
  readonly timeZone?: string;
  readonly accountType?: string;
  /** False to be given the pane before office.js is ready, or where it never is. */
  readonly waits?: boolean;
};

export type Outlook = {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly pane: Frame;
  readonly mailbox: Mailbox;
  /** Another item is opened beside the pinned pane. */
  readonly selectItem: (item: ItemLike, shared?: SharedPlace) => Promise<StoredMail | null>;
  readonly forms: readonly OpenedForm[];
  readonly notices: ReadonlyMap<string, Fields>;
  readonly calls: readonly CallRecord[];
  readonly mostAtOnce: () => number;
  /** What was asked of the host that it does not know. */
  readonly unknown: readonly string[];
  readonly asked: Asked;
  /** Errors of the pane's pages. */
  readonly faults: readonly string[];
  readonly fail: (call: CallName, code: number, times?: number) => void;
  readonly slow: (call: CallName, delayMs: number) => void;
  readonly heal: () => void;
  readonly close: () => Promise<void>;
};

/** A mailbox that is not the person's own, and what they may do there. */
export type SharedPlace = { readonly mailbox: Mailbox; readonly permissions: number };

const READY_MS = 20_000;

export const openOutlook = async (options: OpenOptions): Promise<Outlook> => {
  const browsers = options.browsers ?? startBrowsers();
  const browser = await browsers.browser(options.storage ?? "partitioned");
  const language = options.language ?? "fr-FR";
  const theme = options.theme ?? "light";
  const mailbox = options.mailbox ?? createMailbox();
  const addinOrigin = options.addinOrigin ?? "https://relance.example";
  const client = options.client ?? {};
  const faults: Faults = noFaults();
  const pageFaults: string[] = [];

  const context = await browser.newContext({
    locale: language,
    timezoneId: options.timeZone ?? "Europe/Paris",
    viewport: { width: 420 + (options.width ?? 320), height: options.height ?? 800 },
    colorScheme: theme === "light" ? "light" : "dark",
    forcedColors: theme === "contrast" ? "active" : "none",
  });
  const asked = await serveSites(context, {
    addinOrigin,
    dist: options.dist,
    language,
    headers: options.headers ?? {},
  });
  await context.addInitScript(extrasScript, {
    addinOrigin,
    platform: client.platform ?? "OfficeOnline",
    theme: THEMES[theme],
    dialogRefusal: null,
  });
  const page = await context.newPage();
  page.on("pageerror", (error) => pageFaults.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") pageFaults.push(message.text());
  });

  const pane: PaneState = {
    mailbox,
    permission: options.permission ?? "ReadWriteItem",
    requirementSet: client.set ?? "1.15",
    surroundings: () => ({
      mailbox,
      permission: pane.permission,
      timeZone: "Romance Standard Time",
      accountType: options.accountType ?? "office365",
      sharedFrom: pane.itemMailbox === mailbox ? null : pane.itemMailbox,
      hidesIds: client.hidesIds === true,
    }),
    delegatePermissions: 63,
    item: null,
    itemMailbox: mailbox,
    selected: [],
    loaded: null,
    forms: [],
    notices: new Map(),
    session: new Map(),
    isClosed: false,
  };

  const stored = async (item: ItemLike, place: Mailbox): Promise<StoredMail | null> => {
    if (item === null) return null;
    if (typeof item === "string") return receive(place, Buffer.from(item));
    if (item instanceof Uint8Array) return receive(place, item);
    return "compose" in item ? draft(place, item.compose, false) : item;
  };
  pane.item = await stored(options.item ?? null, mailbox);
  pane.selected = pane.item === null ? [] : [pane.item];

  const show = (): Promise<void> =>
    page.evaluate((shown) => window.outlookPage.show(shown), {
      subject: pane.item?.subject ?? "",
      from: pane.item?.from?.name ?? "",
      text: pane.item?.text.slice(0, 4000) ?? "",
    });

  const post = (text: string): void => {
    void page.evaluate(([key, message]) => window.outlookPage.post(key, message), [
      "pane",
      text,
    ] as const);
  };
  const settling = new Map<string, () => void>();
  let settled = 0;
  /** Once the pane has heard all that was sent to it. */
  const settle = (): Promise<void> =>
    new Promise((resolve) => {
      settled += 1;
      const text = heardText(settled);
      settling.set(text, resolve);
      post(text);
    });
  const ready = signal();
  const session = createSession(pane, faults, {
    addinUrl: `${addinOrigin}/${options.file ?? "index.html"}`,
    language,
    requirements: { AddInCommands: "1.3", DialogApi: "1.2", IdentityAPI: "1.3" },
    post,
    onNotice: (notice) => {
      if (notice === NOTICE.tabOut)
        void page.evaluate(() => window.outlookPage.focusOutside("after"));
    },
    onReady: ready.raise,
    onDialog: () => 12_011,
    onDialogClosed: () => undefined,
    onDialogText: () => undefined,
  });
  await page.exposeBinding("outlookWire", async (_, key: string, text: string) => {
    if (key === "heard") {
      settling.get(text)?.();
      settling.delete(text);
    } else if (key === "pane") await session.receive(text);
  });

  await page.goto(`${HOST_ORIGIN}/mail/`);
  await show();
  const hostInfo = ["Outlook", "Web", "16.01", language.toLowerCase(), session.controlId, "", ""];
  const url = new URL(`${addinOrigin}/${options.file ?? "index.html"}`);
  url.searchParams.set("_host_Info", hostInfo.join("$"));
  const attached = page.waitForEvent("framenavigated", (frame) =>
    frame.url().startsWith(addinOrigin),
  );
  await page.evaluate((order) => window.outlookPage.openFrame(order), {
    key: "pane",
    kind: "pane" as const,
    url: url.href,
    name: JSON.stringify({
      baseFrameName: session.conversationId,
      hostInfo: hostInfo.join("|"),
      xdmInfo: [session.conversationId, session.controlId, `${HOST_ORIGIN}/`].join("|"),
      serializerVersion: "1",
      flights: "[]",
    }),
    sandbox: SANDBOX.filter((one) => client.downloads !== false || one !== "allow-downloads").join(
      " ",
    ),
    width: options.width ?? 320,
  });
  const frame = await attached;
  if (options.waits !== false && !(await ready.within(READY_MS))) {
    const said = [...pageFaults, ...asked.missing, ...asked.foreign].join("; ");
    throw new Error(`office.js was not ready in ${String(READY_MS)} ms: ${said}`);
  }

  return {
    page,
    context,
    pane: frame,
    mailbox,
    selectItem: async (item, shared) => {
      pane.itemMailbox = shared?.mailbox ?? mailbox;
      pane.delegatePermissions = shared?.permissions ?? 63;
      pane.item = await stored(item, pane.itemMailbox);
      pane.selected = pane.item === null ? [] : [pane.item];
      pane.loaded = null;
      pane.notices.clear();
      pane.session.clear();
      await show();
      session.raise(
        "olkItemSelectedChanged",
        pane.item === null ? "" : itemData(pane.item, pane.surroundings()),
      );
      await settle();
      return pane.item;
    },
    forms: pane.forms,
    notices: pane.notices,
    calls: session.records,
    mostAtOnce: () => mostAtOnce(session.records),
    unknown: session.unknown,
    asked,
    faults: pageFaults,
    fail: (call, code, times = Number.POSITIVE_INFINITY) => {
      faults.failures.set(call, { code, times });
    },
    slow: (call, delayMs) => {
      faults.delays.set(call, delayMs);
    },
    heal: () => {
      faults.failures.clear();
      faults.delays.clear();
      faults.isOffline = false;
    },
    close: async () => {
      await context.close();
      if (options.browsers === undefined) await browsers.close();
    },
  };
};

/** Something that happens once, waited for within a time. */
const signal = (): { raise: () => void; within: (waitMs: number) => Promise<boolean> } => {
  const waiting = new Set<() => void>();
  let isRaised = false;
  return {
    raise: () => {
      isRaised = true;
      for (const wake of waiting) wake();
    },
    within: (waitMs) =>
      new Promise((resolve) => {
        if (isRaised) {
          resolve(true);
          return;
        }
        const late = setTimeout(() => {
          resolve(false);
        }, waitMs);
        waiting.add(() => {
          clearTimeout(late);
          resolve(true);
        });
      }),
  };
};

/** Outlook's own list is not documented: these follow from what is known to work in it. No modals. */
const SANDBOX = [
  "allow-scripts",
  "allow-same-origin",
  "allow-forms",
  "allow-popups",
  "allow-popups-to-escape-sandbox",
  "allow-downloads",
];
