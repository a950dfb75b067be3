import { computed, signal } from "@preact/signals";
import type { ReadonlySignal } from "@preact/signals";
import * as z from "zod/mini";
import { draftLink } from "#shared/app/desk/wire.ts";
import type { Language } from "#shared/kernel/money.ts";
import { GMAIL_DESK } from "#shared/locales/gmail-desk.ts";
import type { Sentence } from "#shared/locales/locale.ts";
import type { Refused, ScriptTalk } from "./script-talk.ts";
import type { DeskNotice } from "./store-care.ts";

z.config({ jitless: true });

/** A draft whose window the browser did not let open. */
type BlockedWindow = {
  readonly draft: string;
  readonly link: string;
  /** Of the ledger, when the draft was last found to be one that may go. */
  readonly version: number;
};

export type DraftWindows = {
  /** Windows that the browser blocked, each to be opened by a click; and why a draft was not opened. */
  readonly notices: ReadonlySignal<readonly DeskNotice[]>;
  /** Opens what the script has just prepared. */
  readonly show: (draft: string, link: string) => void;
  /** Opens an earlier one, once the script has said that it may still go; false where nothing is known of it. */
  readonly again: (draft: string) => Promise<boolean>;
};

type Of = {
  readonly talk: ScriptTalk;
  readonly version: ReadonlySignal<number>;
  readonly openWindow: (address: string) => boolean;
  readonly language: ReadonlySignal<Language>;
  readonly wordsOf: (refused: Refused) => Sentence;
};

export const openDraftWindows = ({
  talk,
  version,
  openWindow,
  language,
  wordsOf,
}: Of): DraftWindows => {
  const blocked = signal<readonly BlockedWindow[]>([]);
  /** Said over the screens: the draft stays where it lies, for the person to discard. */
  const notOpened = signal<Sentence | null>(null);
  const forget = (draft: string): void => {
    blocked.value = blocked.peek().filter((one) => one.draft !== draft);
  };

  const show = (draft: string, link: string): void => {
    forget(draft);
    notOpened.value = null;
    if (openWindow(link)) return;
    blocked.value = [...blocked.peek(), { draft, link, version: version.peek() }];
  };

  const again = async (draft: string): Promise<boolean> => {
    const answer = await talk.ask<unknown>({ ask: "draft-link", draft });
    const found = answer.ok ? z.safeParse(draftLink, answer.value) : null;
    if (found !== null && !found.success) return false;
    const { link, why } = found?.data ?? { link: null, why: null };
    const reason = answer.ok ? why : wordsOf(answer.error);
    if (reason !== null) {
      if (answer.ok) forget(draft);
      notOpened.value = reason;
      return true;
    }
    if (link === null) return false;
    show(draft, link);
    return true;
  };

  /** At once where nothing has changed since: a browser lets a window open while the click is fresh. */
  const unblock = async ({ draft, link, version: then }: BlockedWindow): Promise<void> => {
    if (then !== version.peek()) await again(draft);
    else if (openWindow(link)) forget(draft);
  };

  return {
    show,
    again,
    notices: computed(() => {
      const words = GMAIL_DESK[language.value];
      const waiting = blocked.value.map((one) => ({
        key: `blocked/${one.draft}`,
        tone: "warning" as const,
        text: [words.blocked],
        way: { label: words.openDraft, run: () => unblock(one) },
      }));
      if (notOpened.value === null) return waiting;
      const close = (): void => {
        notOpened.value = null;
      };
      return [...waiting, { key: "draft", tone: "danger", text: notOpened.value, close }];
    }),
  };
};
