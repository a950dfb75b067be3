import type { Frame, Page } from "playwright-core";
import type { Faults } from "./faults.ts";
import type { FrameOrder } from "./host-page.ts";
import type { PaneState } from "./pane-state.ts";
import { jsonOf, recordOf, textOf } from "./protocol.ts";
import type { WireRequest } from "./protocol.ts";
import { createSession } from "./session.ts";
import type { Session } from "./session.ts";
import { frameIdentity } from "./frames.ts";
import type { WindowOptions } from "./frames.ts";

/** A page of the add-in that it opened beside its pane. */
export type OpenedDialog = {
  /** `window`: office.js opens a browser window by itself. `inline`: the host draws it within its own page. */
  readonly kind: "window" | "inline";
  readonly frame: Frame;
  readonly url: string;
  /** Null for one within the page. */
  readonly page: Page | null;
  isClosed: boolean;
  /** The person closes it. */
  readonly close: () => Promise<void>;
};

export type Dialogs = {
  readonly opened: readonly OpenedDialog[];
  /** The next one that opens, or the last where it is open already and was not given yet. */
  readonly next: (waitMs?: number) => Promise<OpenedDialog>;
  readonly openInline: (request: WireRequest) => "opened" | number;
  readonly closeInline: () => void;
  /** The pane speaks to the dialog. */
  readonly tellInline: (text: string) => void;
  readonly receive: (key: string, text: string) => Promise<void>;
  readonly attach: (pane: Session) => void;
};

type Channel = {
  readonly post: (key: string, text: string) => void;
  readonly openFrame: (order: Omit<FrameOrder, "sandbox" | "width">) => Promise<Frame>;
};

const CLOSED_BY_USER = 12_006;
const NOT_HTTPS = 12_005;

export const createDialogs = (
  page: Page,
  pane: PaneState,
  faults: Faults,
  options: WindowOptions,
  { post, openFrame }: Channel,
): Dialogs => {
  const opened: OpenedDialog[] = [];
  const given = new Set<OpenedDialog>();
  const waiting: ((dialog: OpenedDialog) => void)[] = [];
  let parent: Session | null = null;
  let inline: { readonly session: Session; readonly dialog: () => OpenedDialog | null } | null =
    null;

  const add = (dialog: OpenedDialog): void => {
    opened.push(dialog);
    const wake = waiting.shift();
    if (wake === undefined) return;
    given.add(dialog);
    wake(dialog);
  };

  page.on("popup", (popup) => {
    const dialog: OpenedDialog = {
      kind: "window",
      frame: popup.mainFrame(),
      get url() {
        return popup.url();
      },
      page: popup,
      isClosed: false,
      close: () => popup.close(),
    };
    popup.once("close", () => {
      dialog.isClosed = true;
    });
    void popup.waitForLoadState("domcontentloaded").then(
      () => {
        add(dialog);
      },
      // Closed before it was there.
      () => undefined,
    );
  });

  const endInline = (): void => {
    const dialog = inline?.dialog();
    if (dialog != null) dialog.isClosed = true;
    inline = null;
    void page.evaluate(() => window.outlookPage.closeFrame("dialog"));
  };

  return {
    opened,
    next: async (waitMs = 10_000) => {
      const ready = opened.find((dialog) => !given.has(dialog));
      if (ready !== undefined) {
        given.add(ready);
        return ready;
      }
      return new Promise((resolve, reject) => {
        const late = setTimeout(() => {
          reject(new Error(`no dialog was opened within ${String(waitMs)} ms`));
        }, waitMs);
        waiting.push((dialog) => {
          clearTimeout(late);
          resolve(dialog);
        });
      });
    },
    openInline: (request) => {
      const asked = recordOf(jsonOf(textOf(recordOf(request.data)["targetId"])));
      const url = textOf(asked["url"]);
      if (!url.startsWith("https://")) return NOT_HTTPS;
      let dialog: OpenedDialog | null = null;
      const session = createSession(pane, faults, {
        ...options,
        post: (text) => {
          post("dialog", text);
        },
        onNotice: () => undefined,
        onReady: () => undefined,
        onDialog: () => "opened",
        onDialogClosed: () => undefined,
        onDialogText: (text) => {
          parent?.raise("dialogMessageReceived", {
            messageType: 0,
            messageContent: text,
            messageOrigin: new URL(url).origin,
          });
        },
      });
      inline = { session, dialog: () => dialog };
      void openFrame({
        key: "dialog",
        kind: "dialog",
        ...frameIdentity(url, options.language, session, true),
      }).then((frame) => {
        dialog = {
          kind: "inline",
          frame,
          url,
          page: null,
          isClosed: false,
          close: async () => {
            parent?.raise("dialogMessageReceived", { messageType: CLOSED_BY_USER });
            endInline();
          },
        };
        add(dialog);
      });
      return "opened";
    },
    closeInline: endInline,
    tellInline: (text) => {
      inline?.session.raise("dialogParentMessageReceived", {
        messageType: 1,
        messageContent: text,
        messageOrigin: new URL(options.addinUrl).origin,
      });
    },
    receive: async (key, text) => {
      if (key === "dialog") await inline?.session.receive(text);
    },
    attach: (session) => {
      parent = session;
    },
  };
};
