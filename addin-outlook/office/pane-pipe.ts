/// <reference types="office-js" preserve="true" />
import { wordOf } from "./dialog-words.ts";

/** The way from a dialog's page to the pane that opened it. */
export type PanePipe = {
  readonly send: (text: string) => void;
  readonly onMessage: (listener: (text: string) => void) => void;
};

/** office.js itself comes from the network, beside the page. */
const READY_LIMIT_MS = 30_000;

/** Null where this page is no dialog of an Office pane. */
export const openPanePipe = async (): Promise<PanePipe | null> => {
  if (typeof Office === "undefined" || (await hostName()) !== "Outlook") return null;
  const listeners: ((text: string) => void)[] = [];
  const isHeard = await new Promise<boolean>((resolve) => {
    Office.context.ui.addHandlerAsync(
      Office.EventType.DialogParentMessageReceived,
      (given: unknown) => {
        const word = wordOf(given, location.origin);
        if (word !== null) for (const listener of listeners) listener(word);
      },
      ({ status }) => {
        resolve(status === Office.AsyncResultStatus.Succeeded);
      },
    );
  });
  if (!isHeard) return null;
  return {
    send: (text) => {
      Office.context.ui.messageParent(text, { targetOrigin: location.origin });
    },
    onMessage: (listener) => {
      listeners.push(listener);
    },
  };
};

const hostName = (): Promise<string> =>
  new Promise((resolve) => {
    const late = setTimeout(() => {
      resolve("");
    }, READY_LIMIT_MS);
    void Office.onReady(({ host }) => {
      clearTimeout(late);
      resolve(String(host ?? ""));
    });
  });
