import { computed, signal } from "@preact/signals";
import type { ReadonlySignal } from "@preact/signals";
import * as z from "zod/mini";
import { foldProgress } from "#shared/app/desk/wire.ts";
import type { DeskState } from "#shared/app/desk/wire.ts";
import type { Language } from "#shared/kernel/money.ts";
import { err, ok } from "#shared/kernel/result.ts";
import type { Result } from "#shared/kernel/result.ts";
import type { Own } from "#shared/kernel/text.ts";
import { GMAIL_DESK } from "#shared/locales/gmail-desk.ts";
import { GMAIL_LEDGER } from "#shared/locales/gmail-ledger.ts";
import type { Sentence } from "#shared/locales/locale.ts";
import type { Tone } from "#src/sidebar/components/notice.tsx";
import type { Refused, ScriptTalk } from "./script-talk.ts";

z.config({ jitless: true });

/** What is said over the screens. It stays while it is so, or until it is closed. */
export type DeskNotice = {
  readonly key: string;
  readonly tone: Tone;
  readonly text: Sentence;
  /** The one way on from it. */
  readonly way?: { readonly label: Own; readonly run: () => Promise<void> };
  readonly close?: () => void;
};

export type StoreCare = {
  readonly notices: ReadonlySignal<readonly DeskNotice[]>;
  /** How far the store's being made whole has come; null: nothing is to be done. */
  readonly progress: ReadonlySignal<Own | null>;
  /** Goes on with what an earlier call had no time for, until the store is whole. */
  readonly whole: () => Promise<Result<null, Refused>>;
  /** Every refusal of the script passes here: a damaged journal stops all writing, whoever meets it. */
  readonly met: (refused: Refused) => void;
  /** Something was written: the journal is well. */
  readonly written: () => void;
};

type Of = {
  readonly talk: ScriptTalk;
  readonly language: ReadonlySignal<Language>;
  readonly state: ReadonlySignal<DeskState | null>;
  readonly refresh: () => Promise<Result<null, Refused>>;
  /** Everything is drawn again. */
  readonly changed: () => void;
  readonly wordsOf: (refused: Refused) => Sentence;
};

/** A fold of a whole large ledger takes some thirty calls. */
const FOLDS_MAX = 400;

/** What may be wrong with the store in Drive, said once for every screen, with the ways out that the cards have too. */
export const openStoreCare = ({
  talk,
  language,
  state,
  refresh,
  changed,
  wordsOf,
}: Of): StoreCare => {
  const damaged = signal<Refused | null>(null);
  const said = signal<Pick<DeskNotice, "tone" | "text"> | null>(null);
  const progress = signal<Own | null>(null);
  const words = () => GMAIL_LEDGER[language.value];

  const whole = async (): Promise<Result<null, Refused>> => {
    try {
      for (let fold = 0; fold < FOLDS_MAX; fold += 1) {
        const answer = await talk.ask<unknown>({ ask: "refold" });
        if (!answer.ok) return answer;
        const read = z.safeParse(foldProgress, answer.value);
        if (!read.success) return err({ type: "wire", fault: "unreadable" });
        const { done, steps, stepsDone } = read.data;
        if (done) return ok(null);
        progress.value = GMAIL_DESK[language.peek()].folding(stepsDone, steps);
      }
      return err({ type: "wire", fault: "unforeseen" });
    } finally {
      progress.value = null;
    }
  };

  const refused = (fault: Refused): void => {
    said.value = { tone: "danger", text: wordsOf(fault) };
  };

  const recover = async (): Promise<void> => {
    said.value = null;
    const begun = await talk.ask({ ask: "recover" });
    const folded = begun.ok ? await whole() : begun;
    const read = folded.ok ? await refresh() : folded;
    if (!read.ok) {
      refused(read.error);
      return;
    }
    damaged.value = null;
    const { entries = 0, missingFiles = 0 } = state.peek() ?? {};
    const tone = missingFiles > 0 ? "warning" : "good";
    said.value = { tone, text: words().recovery.outcome(entries, missingFiles) };
    changed();
  };

  const takeOut = async (): Promise<void> => {
    said.value = null;
    const answer = await talk.ask<unknown>({ ask: "out-of-bin" });
    const read = answer.ok ? await refresh() : answer;
    if (!answer.ok || !read.ok) {
      if (!read.ok) refused(read.error);
      return;
    }
    const { out, still } = words().bin;
    const left = typeof answer.value === "number" ? answer.value : 0;
    said.value = left === 0 ? { tone: "good", text: out } : { tone: "warning", text: still(left) };
  };

  return {
    progress,
    whole,
    met: (fault) => {
      if (fault.recover === true) damaged.value = fault;
    },
    written: () => {
      damaged.value = null;
    },
    notices: computed(() => {
      const { recovery, bin } = words();
      const notices: DeskNotice[] = [];
      if (damaged.value !== null)
        notices.push({
          key: "damaged",
          tone: "danger",
          text: wordsOf(damaged.value),
          way: { label: recovery.label, run: recover },
        });
      if ((state.value?.binned ?? 0) > 0)
        notices.push({
          key: "binned",
          tone: "danger",
          text: bin.found,
          way: { label: bin.label, run: takeOut },
        });
      if (said.value !== null)
        notices.push({
          key: "store",
          ...said.value,
          close: () => {
            said.value = null;
          },
        });
      return notices;
    }),
  };
};
