import * as z from "zod/mini";
import type { OutlookDialog, OutlookFault } from "#outlook/outlook.ts";
import { err, ok } from "#shared/kernel/result.ts";
import type { Result } from "#shared/kernel/result.ts";
import { callOffice } from "./call.ts";
import type { Answer } from "./call.ts";
import { wordOf } from "./dialog-words.ts";
import { faultOfThrown } from "./office-fault.ts";
import { refuseUnless } from "./session.ts";
import type { Session } from "./session.ts";

z.config({ jitless: true });

/** Per cent of the screen. The desk's tables want all of it; some clients keep a margin anyway. */
const SIZE = { height: 85, width: 85 };

/** 12007 one is open already; 12009 the person said no; 12011 the browser stopped the window. */
const STOPPED_BY_BROWSER = 12_011;

const event = z.object({ error: z.number() });

/** What the host gives for an opened dialog. */
type Dialog = Pick<Office.Dialog, "addEventHandler" | "close" | "messageChild">;

/**
 * Opens a page of ours in a window of its own. It follows a click, so it needs no question of Outlook's beforehand; a
 * browser that stops it all the same is asked again with that question. It does not stand in the queue: it opens for as
 * long as the person takes to answer, and would hold up the other calls.
 */
export const openDialog = async (
  session: Session,
  url: string,
): Promise<Result<OutlookDialog, OutlookFault>> => {
  const refusal = refuseUnless(session, "dialog");
  if (refusal !== null) return err(refusal);
  let opened = await ask(url, false);
  if (!opened.ok && opened.error.type === "failed" && opened.error.code === STOPPED_BY_BROWSER)
    opened = await ask(url, true);
  return opened.ok ? ok(spoken(opened.value, new URL(url).origin)) : opened;
};

/** A person who reads a question of Outlook's takes their time. */
const DIALOG_LIMIT_MS = 120_000;

const ask = (url: string, promptBeforeOpen: boolean): Promise<Result<Dialog, OutlookFault>> =>
  callOffice<Dialog>(
    (heard: (answer: Answer<Dialog>) => void) => {
      Office.context.ui.displayDialogAsync(url, { ...SIZE, promptBeforeOpen }, heard);
    },
    { ability: "dialog", limitMs: DIALOG_LIMIT_MS },
  ).result;

const spoken = (dialog: Dialog, origin: string): OutlookDialog => {
  const messages: ((text: string) => void)[] = [];
  const closings: (() => void)[] = [];
  // Words that came before anybody listened, in order.
  const early: string[] = [];
  let isClosed = false;

  const closed = (): void => {
    if (isClosed) return;
    isClosed = true;
    for (const listener of closings) listener();
  };
  dialog.addEventHandler(Office.EventType.DialogMessageReceived, (given: unknown) => {
    const word = wordOf(given, origin);
    if (word === null) return;
    if (messages.length === 0) early.push(word);
    for (const listener of messages) listener(word);
  });
  dialog.addEventHandler(Office.EventType.DialogEventReceived, (given: unknown) => {
    // 12002 the page could not be loaded, 12003 it is not https, 12006 it was closed: in each nobody is there any more.
    if (z.safeParse(event, given).success) closed();
  });
  return {
    send: (text) => {
      if (isClosed) return err({ type: "failed", code: null, detail: "dialog-closed" });
      try {
        dialog.messageChild(text, { targetOrigin: origin });
        return ok(null);
      } catch (thrown) {
        return err(faultOfThrown(thrown, "dialog"));
      }
    },
    onMessage: (listener) => {
      messages.push(listener);
      for (const text of early.splice(0)) listener(text);
    },
    onClosed: (listener) => {
      if (isClosed) listener();
      else closings.push(listener);
    },
    close: () => {
      if (isClosed) return;
      dialog.close();
      closed();
    },
  };
};
