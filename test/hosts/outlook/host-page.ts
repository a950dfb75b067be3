/**
 * The page of Outlook itself: it makes frames for the add-in and passes their messages on to the host, which runs in
 * Node. Every function here is sent to the browser as text: it may use nothing from outside itself.
 */

export type FrameOrder = {
  readonly key: string;
  readonly kind: "pane" | "dialog";
  readonly url: string;
  readonly name: string;
  readonly sandbox: string;
  readonly width: number;
};

export type PageHost = {
  readonly openFrame: (order: FrameOrder) => void;
  readonly closeFrame: (key: string) => void;
  readonly post: (key: string, text: string) => void;
  readonly show: (shown: {
    readonly subject: string;
    readonly from: string;
    readonly text: string;
  }) => void;
  readonly focusOutside: (where: "before" | "after") => void;
  readonly resize: (width: number) => void;
};

declare global {
  // A global of the host's page has to be declared on the window itself.
  interface Window {
    outlookPage: PageHost;
    outlookWire: (key: string, text: string) => Promise<void>;
    outlookAuth: (text: string) => Promise<string | null>;
  }
}

export const pageScript = (): void => {
  const frames = new Map<string, HTMLIFrameElement>();
  addEventListener("message", (event: MessageEvent<unknown>) => {
    if (typeof event.data !== "string") return;
    for (const [key, frame] of frames) {
      if (event.source === frame.contentWindow) void window.outlookWire(key, event.data);
    }
  });
  const place = (selector: string): HTMLElement => {
    const found = document.querySelector<HTMLElement>(selector);
    if (found === null) throw new Error(`the host's page has no ${selector}`);
    return found;
  };
  window.outlookPage = {
    openFrame: (order) => {
      const frame = document.createElement("iframe");
      frame.title = order.kind === "pane" ? "Complément" : "Boîte de dialogue";
      frame.setAttribute("sandbox", order.sandbox);
      // office.js reads the name before anything else, so it has to be there when the frame is made.
      frame.name = order.name;
      frame.src = order.url;
      frame.className = order.kind;
      frames.set(order.key, frame);
      place(order.kind === "pane" ? "#pane" : "#dialogs").append(frame);
      if (order.kind === "pane") place("#pane").style.width = `${String(order.width)}px`;
    },
    closeFrame: (key) => {
      frames.get(key)?.remove();
      frames.delete(key);
    },
    post: (key, text) => {
      const frame = frames.get(key);
      frame?.contentWindow?.postMessage(text, new URL(frame.src).origin);
    },
    show: ({ subject, from, text }) => {
      place("#subject").textContent = subject;
      place("#from").textContent = from;
      place("#text").textContent = text;
    },
    focusOutside: (where) => {
      place(`#${where}`).focus();
    },
    resize: (width) => {
      place("#pane").style.width = `${String(width)}px`;
    },
  };
};

export const pageHtml = (language: string): string => `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><title>Courrier - Outlook</title>
<style>
body { margin: 0; display: flex; height: 100vh; font: 14px "Segoe UI", system-ui, sans-serif; color: CanvasText; background: Canvas }
main { flex: 1; min-width: 0; padding: 16px; overflow: auto; box-sizing: border-box }
#text { white-space: pre-wrap; overflow-wrap: anywhere }
#pane { flex: none; border-left: 1px solid GrayText }
#pane iframe { border: 0; width: 100%; height: 100% }
#dialogs iframe { position: fixed; inset: 5vh 5vw; width: 90vw; height: 90vh; border: 1px solid GrayText; background: Canvas }
</style></head>
<body><main><button type="button" id="before">Répondre</button>
<h1 id="subject"></h1><p id="from"></p><div id="text"></div></main>
<div id="pane"></div><button type="button" id="after" aria-label="Suite"></button><div id="dialogs"></div>
<script>(${pageScript.toString()})()</script></body></html>`;
