import { batch, computed, signal } from "@preact/signals";
import type { ReadonlySignal } from "@preact/signals";
import type { Run } from "#shared/app/run.ts";
import { dateOf } from "#shared/kernel/calendar.ts";
import { err } from "#shared/kernel/result.ts";
import type { Result } from "#shared/kernel/result.ts";
import { offerFile, openPage } from "#src/custody/offer-file.ts";
import type { BackupOutcome, Host, OpenMail } from "#src/sidebar/host.ts";
import type { PanePipe } from "#outlook/office/pane-pipe.ts";
import { dialogTalk } from "./protocol.ts";
import type { DeskNotice, DeskState, FromDialog, Work } from "./protocol.ts";

export type DialogHost = {
  /** Null until the pane has answered the first word. */
  readonly host: ReadonlySignal<Host | null>;
  /** The page that the pane asks for. */
  readonly page: ReadonlySignal<string | null>;
  /** What the pane has said of what was asked from here. */
  readonly said: ReadonlySignal<readonly DeskNotice[]>;
  readonly unsay: (key: string) => void;
  /** The pane no longer answers: it was closed. */
  readonly isLost: ReadonlySignal<boolean>;
};

/** A pane that has not answered by then is no longer there: no use case takes so long, nor any backup. */
const ANSWER_MS_MAX = 120_000;
/** How often a run that may be given up is looked at. */
const CANCEL_MS = 300;
/** Versions remembered as of another window. */
const FOREIGN_MAX = 200;

type Waiting = { readonly resolve: (value: unknown) => void; readonly reject: () => void };

/** What the desk is given in a window of its own: every word of it goes through the pane, which holds the store. */
export const openDialogHost = (pipe: PanePipe): DialogHost => {
  const state = signal<DeskState | null>(null);
  const isLost = signal(false);
  const waiting = new Map<string, Waiting>();
  const foreignVersions = new Set<number>();
  let count = 0;

  const talk = dialogTalk(pipe.send, (message) => {
    if (message.type === "state") {
      const { version, isOwn } = message.state;
      if (!isOwn) foreignVersions.add(version);
      if (foreignVersions.size > FOREIGN_MAX) foreignVersions.clear();
      batch(() => {
        isLost.value = false;
        state.value = message.state;
      });
      return;
    }
    const asked = waiting.get(message.id);
    waiting.delete(message.id);
    if (message.type === "answer") asked?.resolve(message.value);
    else asked?.reject();
  });
  pipe.onMessage(talk.hear);

  const ask = (message: (id: string) => FromDialog): Promise<unknown> => {
    count += 1;
    const id = String(count);
    return new Promise<unknown>((resolve, reject) => {
      const late = setTimeout(() => {
        waiting.delete(id);
        isLost.value = true;
        reject(new Error("the pane does not answer"));
      }, ANSWER_MS_MAX);
      waiting.set(id, {
        resolve: (value) => {
          clearTimeout(late);
          resolve(value);
        },
        reject: () => {
          clearTimeout(late);
          reject(new Error("the pane could not do it"));
        },
      });
      talk.say(message(id));
    });
  };
  /** The pane is of the same build: an answer is what its own host answers, which types say and no schema repeats. */
  const work = async <T>(name: Work, input: unknown = null): Promise<T> =>
    (await ask((id) => ({ type: "work", id, work: name, input }))) as T;

  const run: Run = async (useCase, input, options = {}) => {
    let asked = "";
    const { isCancelled, bytes } = options;
    const watch =
      isCancelled === undefined
        ? null
        : setInterval(() => {
            if (isCancelled()) talk.say({ type: "cancel", id: asked });
          }, CANCEL_MS);
    options.onPhase?.("loading");
    try {
      const answer = await ask((id) => {
        asked = id;
        return { type: "run", id, name: useCase.name, input, bytes };
      });
      return answer as Result<never, never>;
    } catch (cause) {
      const detail = cause instanceof Error ? cause.message : "pane";
      return err({ type: "storage-failed", detail });
    } finally {
      if (watch !== null) clearInterval(watch);
    }
  };

  let made: Host | null = null;
  talk.say({ type: "hello" });
  return {
    host: computed(() => {
      if (state.value === null) return null;
      made ??= hostOver(state, run, work, foreignVersions);
      return made;
    }),
    page: computed(() => state.value?.page ?? null),
    said: computed(() => state.value?.said ?? []),
    unsay: (key) => void work("unsay", key),
    isLost,
  };
};

const hostOver = (
  state: ReadonlySignal<DeskState | null>,
  run: Run,
  work: <T>(name: Work, input?: unknown) => Promise<T>,
  foreignVersions: ReadonlySet<number>,
): Host => ({
  run,
  version: computed(() => state.value?.version ?? 0),
  isOwnVersion: (version) => !foreignVersions.has(version),
  today: () => dateOf(state.peek()?.today ?? ""),
  language: computed(() => state.value?.language ?? "fr"),
  setLanguage: (language) => void work("set-language", language),
  author: computed(() => state.value?.author ?? ""),
  setAuthor: (name) => void work("set-author", name),
  ledger: computed(() => state.value?.ledger ?? null),
  beginLedger: () => work("begin-ledger"),
  openMail: signal<OpenMail | null>(null),
  goToMail: (messageId) => work("go-to-mail", messageId),
  openDraft: (draft) => work("open-draft", draft),
  draftWay: (account) => work("draft-way", account),
  can: {
    get writesDrafts() {
      return state.value?.writesDrafts ?? false;
    },
    looksForAnswers: false,
  },
  download: (name, type, bytes) => {
    offerFile(name, type, bytes);
    return Promise.resolve();
  },
  print: (html) => Promise.resolve(openPage(html)),
  evidence: (sha256) => work("evidence", sha256),
  storage: computed(() => state.value?.storage ?? { tone: "good", text: { own: "" } }),
  storagePlace: computed(() => ({ type: state.value?.lasts === false ? "memory" : "browser" })),
  backup: () => work<BackupOutcome>("backup"),
  restore: (bytes) => work<BackupOutcome>("restore", bytes),
  extract: (accounts) => work<BackupOutcome>("extract", [...accounts]),
  check: () => work("check"),
  exportThread: (account) => work<BackupOutcome>("export-thread", account),
  likelyAddresses: state.peek()?.likelyAddresses ?? [],
  likelyName: state.peek()?.likelyName ?? "",
});
