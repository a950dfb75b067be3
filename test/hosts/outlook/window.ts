import type { BrowserContext, Frame, Page } from "playwright-core";
import { createDialogs } from "./dialogs.ts";
import type { Dialogs } from "./dialogs.ts";
import type { Faults } from "./faults.ts";
import { frameIdentity } from "./frames.ts";
import type { WindowOptions } from "./frames.ts";
import type { FrameOrder } from "./host-page.ts";
import type { PaneState } from "./pane-state.ts";
import { heardText, HOST_ORIGIN, NOTICE } from "./protocol.ts";
import { createSession } from "./session.ts";
import type { Session } from "./session.ts";
import { signal } from "./signal.ts";

/** What the pane told of the keyboard and of focus. */
export type Told =
  "focused" | "blurred" | "tab-out" | "tab-out-backwards" | "escape" | { readonly keys: unknown };

/** One window of Outlook with the add-in's pane in it. */
export type OutlookWindow = {
  readonly page: Page;
  readonly pane: Frame;
  readonly session: Session;
  readonly dialogs: Dialogs;
  readonly faults: string[];
  readonly told: Told[];
  /** Sends to the pane, and waits until it has heard. */
  readonly raise: (event: string, data: unknown) => Promise<boolean>;
  readonly notify: (notice: number) => Promise<void>;
  readonly tell: (fields: object) => Promise<void>;
  readonly show: () => Promise<void>;
};

export const openWindow = async (
  context: BrowserContext,
  pane: PaneState,
  faults: Faults,
  options: WindowOptions,
): Promise<OutlookWindow> => {
  const page = await context.newPage();
  const pageFaults: string[] = [];
  const watch = (opened: Page): void => {
    opened.on("pageerror", (error) => pageFaults.push(error.message));
    opened.on("console", (message) => {
      if (message.type() === "error") pageFaults.push(message.text());
    });
  };
  watch(page);
  page.on("popup", watch);

  /** A window that is closed meanwhile has nobody to hear it any more. */
  const unlessClosed = (work: Promise<unknown>): void => {
    work.catch((cause: unknown) => {
      if (!page.isClosed()) throw cause;
    });
  };
  const post = (key: string, text: string): void => {
    unlessClosed(
      page.evaluate(([to, message]) => window.outlookPage.post(to, message), [key, text] as const),
    );
  };
  const settling = new Map<string, () => void>();
  let settled = 0;
  const tell = (fields: object): Promise<void> =>
    new Promise((resolve) => {
      settled += 1;
      const text = heardText(settled, fields);
      settling.set(text, resolve);
      post("pane", text);
    });

  const told: Told[] = [];
  const onNotice = (notice: number, data: readonly unknown[]): void => {
    const outside = (where: "before" | "after"): void => {
      unlessClosed(page.evaluate((at) => window.outlookPage.focusOutside(at), where));
    };
    if (notice === NOTICE.focused) told.push("focused");
    if (notice === NOTICE.blurred) told.push("blurred");
    if (notice === NOTICE.escape) told.push("escape");
    if (notice === NOTICE.keys) told.push({ keys: data[0] });
    if (notice === NOTICE.tabOut) {
      told.push("tab-out");
      outside("after");
    }
    if (notice === NOTICE.tabOutBackwards) {
      told.push("tab-out-backwards");
      outside("before");
    }
  };

  const openFrame = async (order: Omit<FrameOrder, "sandbox" | "width">): Promise<Frame> => {
    const origin = new URL(order.url).origin;
    const arrived = page.waitForEvent("framenavigated", (frame) => frame.url().startsWith(origin));
    await page.evaluate((given) => window.outlookPage.openFrame(given), {
      ...order,
      sandbox: SANDBOX.filter((one) => options.mayDownload || one !== "allow-downloads").join(" "),
      width: options.width,
    });
    return arrived;
  };

  const dialogs = createDialogs(page, pane, faults, options, { post, openFrame });
  const ready = signal();
  const session = createSession(pane, faults, {
    ...options,
    post: (text) => {
      post("pane", text);
    },
    onNotice,
    onReady: ready.raise,
    onDialog: dialogs.openInline,
    onDialogClosed: dialogs.closeInline,
    onDialogText: dialogs.tellInline,
  });
  dialogs.attach(session);

  await page.exposeBinding("outlookWire", async (_, key: string, text: string) => {
    if (key === "heard") {
      settling.get(text)?.();
      settling.delete(text);
    } else if (key === "pane") await session.receive(text);
    else await dialogs.receive(key, text);
  });
  await page.goto(`${HOST_ORIGIN}/mail/`);
  const show = (): Promise<void> =>
    page.evaluate((shown) => window.outlookPage.show(shown), {
      subject: pane.item?.subject ?? "",
      from: pane.item?.from?.name ?? "",
      text: pane.item?.text.slice(0, 4000) ?? "",
    });
  await show();
  const frame = await openFrame({
    key: "pane",
    kind: "pane",
    ...frameIdentity(options.addinUrl, options.language, session, false),
  });
  if (options.readyMs !== null && !(await ready.within(options.readyMs))) {
    throw new Error(
      `office.js was not ready in ${String(options.readyMs)} ms: ${pageFaults.join("; ")}`,
    );
  }
  return {
    page,
    pane: frame,
    session,
    dialogs,
    faults: pageFaults,
    told,
    raise: async (event, data) => {
      const isHeard = session.raise(event, data);
      await tell({});
      return isHeard;
    },
    notify: async (notice) => {
      session.notify(notice);
      await tell({});
    },
    tell,
    show,
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
