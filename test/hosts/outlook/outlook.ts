import type { BrowserContext, Download, Frame, Page } from "playwright-core";
import type { Auth, AuthMode } from "./auth.ts";
import type { CallName } from "./call-names.ts";
import { startBrowsers } from "./chromium.ts";
import type { Browsers, Storage } from "./chromium.ts";
import { openDevice } from "./device.ts";
import type { Device } from "./device.ts";
import type { Dialogs } from "./dialogs.ts";
import { noFaults } from "./faults.ts";
import type { CallRecord, Faults } from "./faults.ts";
import { createGraph } from "./graph/graph.ts";
import type { Graph } from "./graph/graph.ts";
import { emptyData, itemData } from "./items.ts";
import type { Permission } from "./items.ts";
import { createMailbox, draft, receive } from "./mailbox.ts";
import type { DraftParts, Mailbox, StoredMail } from "./mailbox.ts";
import type { OpenedForm, PaneState } from "./pane-state.ts";
import { NOTICE } from "./protocol.ts";
import type { Fields } from "./protocol.ts";
import { mostAtOnce } from "./session.ts";
import type { Asked } from "./sites.ts";
import { THEMES } from "./themes.ts";
import type { ThemeName } from "./themes.ts";
import { openWindow } from "./window.ts";
import type { OutlookWindow, Told } from "./window.ts";

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
  /** True where the browser lets no window open: dialogs then fail with 12011. */
  readonly blocksPopups?: boolean;
};

export type OpenOptions = {
  /** The built folder, served byte for byte. */
  readonly dist: string;
  readonly file?: string;
  readonly addinOrigin?: string;
  /** What the add-in's server sends along, a content security policy say. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Shared by many tests; without it this one starts and closes its own. */
  readonly browsers?: Browsers;
  readonly mailbox?: Mailbox;
  /** Shared by several devices of one person. */
  readonly graph?: Graph;
  readonly auth?: AuthMode;
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

/** A mailbox that is not the person's own, and what they may do there (`DelegatePermissions`, a sum). */
export type SharedPlace = { readonly mailbox: Mailbox; readonly permissions: number };

export type DroppedBytes = {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly type?: string;
};

export type Downloaded = { readonly name: string; readonly bytes: () => Promise<Buffer> };

export type Outlook = {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly pane: Frame;
  readonly mailbox: Mailbox;
  readonly graph: Graph;
  readonly auth: Auth;
  /** Another item is opened beside the pinned pane. */
  readonly selectItem: (item: ItemLike, shared?: SharedPlace) => Promise<StoredMail | null>;
  /** Several mails are selected: then none is open. */
  readonly setSelected: (items: readonly ItemLike[]) => Promise<readonly StoredMail[]>;
  /** By Office's event, as on the web, or by the page's own, as in classic Windows and on Mac. */
  readonly drop: (files: readonly DroppedBytes[], by?: "event" | "page") => Promise<void>;
  /** Forms that the add-in had Outlook open, oldest first. */
  readonly forms: readonly OpenedForm[];
  /** Notices on the open item, by key. */
  readonly notices: ReadonlyMap<string, Fields>;
  readonly dialogs: Dialogs;
  readonly downloads: readonly Downloaded[];
  /** The next file that the pane or a dialog gives. */
  readonly nextDownload: () => Promise<Downloaded>;
  readonly calls: readonly CallRecord[];
  /** The greatest number of calls that were under way at one moment. */
  readonly mostAtOnce: () => number;
  /** What was asked of the host that it does not know. */
  readonly unknown: readonly string[];
  readonly asked: Asked;
  /** Errors of the pane's pages. */
  readonly faults: readonly string[];
  /** What the pane told of Tab, Esc, shortcuts and focus. */
  readonly told: readonly Told[];
  readonly fail: (call: CallName, code: number, times?: number) => Promise<void>;
  /** `Infinity`: no answer ever comes. */
  readonly slow: (call: CallName, delayMs: number) => void;
  readonly setOffline: (isOffline: boolean) => Promise<void>;
  /** Nothing fails, waits or is offline any more. */
  readonly heal: () => Promise<void>;
  /** The person comes into the pane by Tab. */
  readonly tabIn: (backwards?: boolean) => Promise<void>;
  readonly setTheme: (theme: ThemeName) => Promise<void>;
  readonly setWidth: (width: number) => Promise<void>;
  /** The pane is closed and opened again, with all that the browser kept. */
  readonly reopen: (options?: Partial<OpenOptions>) => Promise<Outlook>;
  /** Another window of the same browser, beside this one. */
  readonly beside: (options?: Partial<OpenOptions>) => Promise<Outlook>;
  readonly close: () => Promise<void>;
};

const READY_MS = 20_000;

export const openOutlook = async (options: OpenOptions): Promise<Outlook> => {
  const browsers = options.browsers ?? startBrowsers();
  const mailbox = options.mailbox ?? options.graph?.mailbox ?? createMailbox();
  const graph = options.graph ?? createGraph({ mailbox });
  const client = options.client ?? {};
  const device = await openDevice({
    dist: options.dist,
    addinOrigin: originOf(options),
    headers: options.headers ?? {},
    browsers,
    storage: options.storage ?? "partitioned",
    language: languageOf(options),
    theme: options.theme ?? "light",
    timeZone: options.timeZone ?? "Europe/Paris",
    viewport: { width: 420 + widthOf(options), height: options.height ?? 800 },
    platform: client.platform ?? "OfficeOnline",
    blocksPopups: client.blocksPopups === true,
    graph,
    auth: options.auth ?? "granted",
  });
  const closeAll = async (): Promise<void> => {
    await device.context.close();
    if (options.browsers === undefined) await browsers.close();
  };
  return openPane(device, { ...options, mailbox, graph }, closeAll);
};

const originOf = (options: OpenOptions): string => options.addinOrigin ?? "https://relance.example";
const languageOf = (options: OpenOptions): string => options.language ?? "fr-FR";
const widthOf = (options: OpenOptions): number => options.width ?? 320;

type Whole = OpenOptions & { readonly mailbox: Mailbox; readonly graph: Graph };

const openPane = async (
  device: Device,
  options: Whole,
  closeAll: () => Promise<void>,
): Promise<Outlook> => {
  const { mailbox, graph } = options;
  const client = options.client ?? {};
  const faults: Faults = noFaults();
  const pane = paneOf(options);
  const stored = async (item: ItemLike, place: Mailbox): Promise<StoredMail | null> => {
    if (item === null) return null;
    if (typeof item === "string") return receive(place, Buffer.from(item));
    if (item instanceof Uint8Array) return receive(place, item);
    return "compose" in item ? draft(place, item.compose, false) : item;
  };
  const openItem = async (item: ItemLike, shared?: SharedPlace): Promise<void> => {
    pane.itemMailbox = shared?.mailbox ?? mailbox;
    pane.delegatePermissions = shared?.permissions ?? ALL_RIGHTS;
    pane.item = await stored(item, pane.itemMailbox);
    pane.selected = pane.item === null ? [] : [pane.item];
    pane.loaded = null;
    pane.notices.clear();
    pane.session.clear();
  };
  await openItem(options.item ?? null);

  const hasNestedAuth = (options.auth ?? "granted") !== "none";
  const opened: OutlookWindow = await openWindow(device.context, pane, faults, {
    addinUrl: `${originOf(options)}/${options.file ?? "index.html"}`,
    language: languageOf(options),
    requirements: {
      AddInCommands: "1.3",
      DialogApi: "1.2",
      IdentityAPI: "1.3",
      ...(hasNestedAuth ? { NestedAppAuth: "1.1" } : {}),
    },
    mayDownload: client.downloads !== false,
    width: widthOf(options),
    readyMs: options.waits === false ? null : READY_MS,
  });
  const { page, session, dialogs } = opened;
  const downloads: Downloaded[] = [];
  const waiting: ((download: Downloaded) => void)[] = [];
  const onDownload = (download: Download): void => {
    const one = {
      name: download.suggestedFilename(),
      bytes: async (): Promise<Buffer> => {
        const parts: Buffer[] = [];
        for await (const part of await download.createReadStream()) parts.push(part as Buffer);
        return Buffer.concat(parts);
      },
    };
    downloads.push(one);
    waiting.shift()?.(one);
  };
  page.on("download", onDownload);
  page.on("popup", (popup) => popup.on("download", onDownload));

  const changed = async (): Promise<void> => {
    await opened.show();
    await opened.raise("olkItemSelectedChanged", changeData(pane));
    if (session.isListening("olkSelectedItemsChanged"))
      await opened.raise("olkSelectedItemsChanged", emptyData(pane.surroundings()));
  };

  const outlook: Outlook = {
    page,
    context: device.context,
    pane: opened.pane,
    mailbox,
    graph,
    auth: device.auth,
    selectItem: async (item, shared) => {
      await openItem(item, shared);
      await changed();
      return pane.item;
    },
    setSelected: async (items) => {
      const all = await Promise.all(items.map((item) => stored(item, mailbox)));
      const mails = all.filter((mail) => mail !== null);
      await openItem(mails.length === 1 ? (mails[0] ?? null) : null);
      pane.selected = mails;
      await changed();
      return mails;
    },
    drop: async (files, by = "event") => {
      const plain = files.map(({ name, bytes, type }) => ({
        name,
        type: type ?? "message/rfc822",
        base64: Buffer.from(bytes).toString("base64"),
      }));
      if (by === "page") {
        await dropOnPage(opened.pane, plain);
        return;
      }
      const at = { pageX: 900, pageY: 200, taskPaneX: 100, taskPaneY: 200 };
      await opened.raise("olkDragAndDropEvent", { ...at, type: "dragover" });
      await opened.raise("olkDragAndDropEvent", { ...at, type: "drop", files: plain });
    },
    forms: pane.forms,
    notices: pane.notices,
    dialogs,
    downloads,
    nextDownload: () =>
      new Promise((resolve) => {
        waiting.push(resolve);
      }),
    calls: session.records,
    mostAtOnce: () => mostAtOnce(session.records),
    unknown: session.unknown,
    asked: device.asked,
    faults: opened.faults,
    told: opened.told,
    fail: async (call, code, times = Number.MAX_SAFE_INTEGER) => {
      if (call === "displayDialogAsync") await opened.tell({ dialogFailure: { code, times } });
      else faults.failures.set(call, { code, times });
    },
    slow: (call, delayMs) => {
      faults.delays.set(call, delayMs);
    },
    setOffline: async (isOffline) => {
      faults.isOffline = isOffline;
      device.isOffline = isOffline;
      await device.context.setOffline(isOffline);
    },
    heal: async () => {
      faults.failures.clear();
      faults.delays.clear();
      await opened.tell({ dialogFailure: null });
      await outlook.setOffline(false);
    },
    tabIn: async (backwards = false) => {
      await page.evaluate(() => {
        document.querySelector<HTMLIFrameElement>("#pane iframe")?.focus();
      });
      await opened.notify(backwards ? NOTICE.tabInBackwards : NOTICE.tabIn);
    },
    setTheme: async (theme) => {
      await page.emulateMedia({
        colorScheme: theme === "light" ? "light" : "dark",
        forcedColors: theme === "contrast" ? "active" : "none",
      });
      await opened.raise("officeThemeChanged", THEMES[theme]);
    },
    setWidth: async (width) => {
      await page.evaluate((px) => window.outlookPage.resize(px), width);
    },
    reopen: async (more = {}) => {
      await page.close();
      return openPane(device, { ...options, item: pane.item, ...more }, closeAll);
    },
    beside: (more = {}) => openPane(device, { ...options, ...more }, closeAll),
    close: closeAll,
  };
  return outlook;
};

const ALL_RIGHTS = 63;

/**
 * With nothing open office.js is told nothing, and refuses every call of the mailbox until something is; with several
 * selected it knows the mailbox, and no item.
 */
const changeData = (pane: PaneState): object | "" => {
  if (pane.item !== null) return itemData(pane.item, pane.surroundings());
  return pane.selected.length > 1 ? emptyData(pane.surroundings()) : "";
};

const paneOf = (options: Whole): PaneState => {
  const pane: PaneState = {
    mailbox: options.mailbox,
    permission: options.permission ?? "ReadWriteItem",
    requirementSet: options.client?.set ?? "1.15",
    surroundings: () => ({
      mailbox: options.mailbox,
      permission: pane.permission,
      timeZone: "Romance Standard Time",
      accountType: options.accountType ?? "office365",
      sharedFrom: pane.itemMailbox === options.mailbox ? null : pane.itemMailbox,
      hidesIds: options.client?.hidesIds === true,
    }),
    delegatePermissions: ALL_RIGHTS,
    item: null,
    itemMailbox: options.mailbox,
    selected: [],
    loaded: null,
    forms: [],
    notices: new Map(),
    session: new Map(),
    isClosed: false,
  };
  return pane;
};

type PlainFile = { readonly name: string; readonly type: string; readonly base64: string };

/** A drop as the browser makes one, on the middle of the page. */
const dropOnPage = (pane: Frame, files: readonly PlainFile[]): Promise<void> =>
  pane.evaluate((all) => {
    const dataTransfer = new DataTransfer();
    for (const { name, type, base64 } of all) {
      const bytes = Uint8Array.from(atob(base64), (one) => one.charCodeAt(0));
      dataTransfer.items.add(new File([bytes], name, { type }));
    }
    const target =
      document.elementFromPoint(innerWidth / 2, innerHeight / 2) ?? document.documentElement;
    for (const kind of ["dragenter", "dragover", "drop"])
      target.dispatchEvent(new DragEvent(kind, { dataTransfer, bubbles: true, cancelable: true }));
  }, files);
