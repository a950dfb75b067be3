import { batch, computed, signal } from "@preact/signals";
import type { ReadonlySignal, Signal } from "@preact/signals";
import { deskState, runAnswer } from "#shared/app/desk/wire.ts";
import type { DeskRequest, DeskState } from "#shared/app/desk/wire.ts";
import type { Run, RunFault } from "#shared/app/run.ts";
import type { Language } from "#shared/kernel/money.ts";
import { err, ok } from "#shared/kernel/result.ts";
import type { Result } from "#shared/kernel/result.ts";
import { own } from "#shared/kernel/text.ts";
import type { Own } from "#shared/kernel/text.ts";
import { GMAIL_DESK } from "#shared/locales/gmail-desk.ts";
import { GMAIL_LEDGER } from "#shared/locales/gmail-ledger.ts";
import type { Sentence } from "#shared/locales/locale.ts";
import * as z from "zod/mini";
import { chanceRuns } from "#src/custody/chance.ts";
import { machineClock } from "#src/custody/clock.ts";
import { backUp, check, exportOf, extractOf, restore } from "#src/custody/custody.ts";
import { offerFile, openPage } from "#src/custody/offer-file.ts";
import type { BackupOutcome, Host, OpenMail, StorageWord } from "#src/sidebar/host.ts";
import { openDraftWindows } from "./draft-windows.ts";
import { mailAddress, openGmailWindow } from "./gmail-windows.ts";
import type { CallScript } from "./script-run.ts";
import { scriptStores } from "./script-stores.ts";
import { openTalk } from "./script-talk.ts";
import type { Refused, ScriptTalk } from "./script-talk.ts";
import { openStoreCare } from "./store-care.ts";
import type { DeskNotice } from "./store-care.ts";

export type DeskHost = {
  readonly host: Host;
  readonly language: ReadonlySignal<Language>;
  /** What is said over the screens: of the store, of drafts whose window did not open. */
  readonly notices: ReadonlySignal<readonly DeskNotice[]>;
  /** How far the ledger's being made whole has come; null: nothing is to be done. */
  readonly progress: ReadonlySignal<Own | null>;
  /** Looks whether the ledger was changed from elsewhere: the cards, the hour's job, another window. */
  readonly look: () => Promise<void>;
};

/** Why the page could not be opened, in words. */
export type DeskClosed = { readonly text: Sentence };

/** Versions remembered as of somebody else. */
const FOREIGN_MAX = 200;
/** Places where the ledger stood: an answer that comes late was given over one of them. */
const STANDINGS_MAX = 50;

/** The host of the pages over the script that holds the store. */
export const openDeskHost = async (
  call: CallScript,
  pageLanguage: Language,
  openWindow: (address: string) => boolean = openGmailWindow,
): Promise<Result<DeskHost, DeskClosed>> => {
  const state = signal<DeskState | null>(null);
  const language = signal<Language>(pageLanguage);
  const author = signal("");
  const version = signal(0);
  const foreign = new Set<number>();
  const lost = signal(false);
  const clock = machineClock();
  /** The newest last. */
  const standings: (string | null)[] = [];

  const calls = openTalk(
    call,
    () => language.peek(),
    (before, after) => {
      const isKnown = standings.length === 0 || standings.includes(before);
      const isWritten = before !== after;
      if (!standings.includes(after)) standings.push(after);
      if (standings.length > STANDINGS_MAX) standings.shift();
      if (!isKnown) raise(version, foreign);
      if (!isWritten) return;
      care.written();
      version.value += 1;
    },
  );
  const talk: ScriptTalk = {
    ask: async <T>(request: DeskRequest) => {
      const answer = await calls.ask<T>(request);
      if (!answer.ok) care.met(answer.error);
      return answer;
    },
  };
  const wordsOf = (refused: Refused) => sentenceOf(refused, language.peek());

  const refresh = async (): Promise<Result<null, Refused>> => {
    const answer = await talk.ask<unknown>({ ask: "hello" });
    if (!answer.ok) return answer;
    const read = z.safeParse(deskState, answer.value);
    if (!read.success) return err({ type: "wire", fault: "unreadable" });
    batch(() => {
      state.value = read.data;
      language.value = read.data.language;
      author.value = read.data.author;
    });
    return ok(null);
  };

  const care = openStoreCare({
    talk,
    language,
    state,
    refresh,
    wordsOf,
    changed: () => {
      version.value += 1;
    },
  });
  const { whole } = care;

  const opened = await refresh();
  if (!opened.ok) return err({ text: wordsOf(opened.error) });

  /** In the order of the clicks: who signs is known before what is signed. */
  let prefs: Promise<unknown> = Promise.resolve();
  const keepPrefs = (name: string | null, next: Language | null): void => {
    prefs = prefs.then(() => talk.ask({ ask: "keep-prefs", author: name, language: next }));
  };

  const drafts = openDraftWindows({ talk, version, language, openWindow, wordsOf });

  const run: Run = async (useCase, input, options = {}) => {
    options.onPhase?.("loading");
    await prefs;
    if (options.isCancelled?.() === true) return err({ type: "cancelled" });
    const request = {
      ask: "run",
      name: useCase.name,
      input,
      bytes: new Map(options.bytes ?? []),
    } as const;
    let answer = await talk.ask<unknown>(request);
    if (!answer.ok && isRebuilding(answer.error)) {
      const folded = await whole();
      if (folded.ok) answer = await talk.ask<unknown>(request);
    }
    lost.value = !answer.ok && answer.error.type === "wire";
    if (!answer.ok) {
      // Refusals are of the use case itself, as its own host would have them; the rest the wire says.
      return err(faultOf(answer.error, language.peek()) as never);
    }
    const done = z.safeParse(runAnswer, answer.value);
    if (!done.success) return err(wireFault("unreadable", language.peek()));
    if (state.peek()?.writesDrafts === false)
      for (const [draft, link] of done.data.links) drafts.show(draft, link);
    return ok(done.data.view as never);
  };

  let said: Sentence | null = null;
  const stores = scriptStores(talk, whole, (refused) => {
    said = wordsOf(refused);
  });
  /** What the house says of any store that failed gives way to what this one said. */
  const inWords = async (work: () => Promise<BackupOutcome>): Promise<BackupOutcome> => {
    said = null;
    const outcome = await work();
    const text = said as Sentence | null;
    return outcome.ok || text === null ? outcome : { ok: false, text: plain(text) };
  };
  const today = () => clock.today(state.peek()?.timeZone ?? "Europe/Paris");

  const host: Host = {
    run,
    version,
    isOwnVersion: (one) => !foreign.has(one),
    today,
    language,
    setLanguage: (next) => {
      language.value = next;
      keepPrefs(null, next);
    },
    author,
    setAuthor: (name) => {
      author.value = name;
      keepPrefs(name, null);
    },
    ledger: computed(() => state.value?.tip?.ledger ?? null),
    beginLedger: async () => {
      const begun = await talk.ask<{ readonly recovered: boolean }>({ ask: "begin", ledger: null });
      if (!begun.ok) return { ok: false, said: wordsOf(begun.error) };
      const folded = await whole();
      const read = folded.ok ? await refresh() : folded;
      if (!read.ok) return { ok: false, said: wordsOf(read.error) };
      const { foundAgain } = GMAIL_LEDGER[language.peek()].recovery;
      return begun.value.recovered ? { ok: true, said: foundAgain } : { ok: true };
    },
    openMail: signal<OpenMail | null>(null),
    draftNote: computed(() =>
      state.value?.writesDrafts === false
        ? { text: GMAIL_DESK[language.value].draftNote, warning: null }
        : null,
    ),
    goToMail: (messageId) => Promise.resolve(openWindow(mailAddress(messageId))),
    openDraft: drafts.again,
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
    evidence: async (sha256) => {
      const found = await stores.vault.get(sha256);
      return found.ok ? found.value : null;
    },
    storage: computed<StorageWord>(() => {
      const of = GMAIL_DESK[language.value];
      return lost.value ? { tone: "danger", text: of.lost } : { tone: "good", text: of.kept };
    }),
    storagePlace: signal({ type: "drive" }),
    backup: () => inWords(() => backUp(stores, clock.now(), today(), language.peek())),
    restore: (bytes) =>
      inWords(async () => {
        const [chance = ""] = chanceRuns(1);
        const outcome = await restore(stores, bytes, chance, language.peek());
        await refresh();
        version.value += 1;
        return outcome;
      }),
    extract: (accounts) =>
      inWords(() => extractOf(stores, accounts, clock.now(), today(), language.peek())),
    check: () => check(stores, run, language.peek()),
    exportThread: (account) => inWords(() => exportOf(stores, run, account, language.peek())),
    likelyAddresses: state.peek()?.likelyAddresses ?? [],
  };

  /** A window that comes back tells so twice. */
  let looking: Promise<void> | null = null;

  return ok({
    host,
    language,
    notices: computed(() => [...care.notices.value, ...drafts.notices.value]),
    progress: care.progress,
    look: () => {
      looking ??= refresh().then((read) => {
        looking = null;
        lost.value = !read.ok && read.error.type === "wire";
      });
      return looking;
    },
  });
};

const raise = (version: Signal<number>, foreign: Set<number>): void => {
  if (foreign.size > FOREIGN_MAX) foreign.clear();
  foreign.add(version.peek() + 1);
  version.value += 1;
};

const isRebuilding = (refused: Refused): boolean => refused.fault === "ledger-rebuilding";

const zWire = z.object({ type: z.literal("wire"), fault: z.string() });

const wireFault = (fault: string, language: Language): RunFault => {
  const { faults } = GMAIL_DESK[language];
  const known = Object.keys(faults).find((one): one is keyof typeof faults => one === fault);
  return { type: "host-fault", fault, text: faults[known ?? "unforeseen"] };
};

/** What goes to the screens: the wire's faults in words, and everything else as it came. */
const faultOf = (refused: Refused, language: Language): { readonly type: string } => {
  const wire = z.safeParse(zWire, refused);
  if (wire.success) return wireFault(wire.data.fault, language);
  return refused.type === "case-unknown" ? wireFault("unreadable", language) : refused;
};

const zSaid = z.object({
  type: z.literal("host-fault"),
  text: z.array(z.union([z.object({ own: z.string() }), z.object({ foreign: z.string() })])),
});

const sentenceOf = (refused: Refused, language: Language): Sentence => {
  const fault = z.safeParse(zSaid, faultOf(refused, language));
  return fault.success ? fault.data.text : GMAIL_DESK[language].faults.unforeseen;
};

/** Where only words of our own have a place. */
const plain = (sentence: Sentence): Own =>
  own(sentence.map((one) => ("own" in one ? one.own : "…")).join(""));
