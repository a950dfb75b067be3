import { computed, effect, signal } from "@preact/signals";
import type { ReadonlySignal } from "@preact/signals";
import { idOfChance } from "#shared/kernel/ids.ts";
import { ok } from "#shared/kernel/result.ts";
import type { Result } from "#shared/kernel/result.ts";
import { compareText, own } from "#shared/kernel/text.ts";
import { together } from "#shared/locales/locale.ts";
import { OUTLOOK_GRAPH } from "#shared/locales/outlook-graph.ts";
import { OUTLOOK_SIGNED_IN } from "#shared/locales/outlook-signed-in.ts";
import { chanceRuns } from "#src/custody/chance.ts";
import { plainText } from "#src/sidebar/components/sentence-text.tsx";
import type { StorageWord } from "#src/sidebar/host.ts";
import type { GraphClient } from "#outlook/graph/client.ts";
import { syncFaultText, syncProblemText } from "#outlook/graph/fault-text.ts";
import { openAppFolder } from "#outlook/graph/onedrive.ts";
import { evidenceFromFolder, ledgersInFolder, syncLedger } from "#outlook/graph/sync.ts";
import { ledgerThere } from "#outlook/graph/sync-choice.ts";
import type { LedgerThere } from "#outlook/graph/sync-choice.ts";
import type { SyncDone } from "#outlook/graph/sync.ts";
import type { SyncFault } from "#outlook/graph/sync-faults.ts";
import type { Pane } from "./pane.ts";

/** Several acts of one moment go together. */
const PAUSE_MS = 1_500;
/** Problems told at once: the rest is of the same kind. */
const TOLD_MAX = 3;
/** Ledgers of one OneDrive that are offered: an accountant's, say, has a few. */
const OFFERED_MAX = 8;

type Standing =
  | { readonly type: "waiting" }
  | { readonly type: "kept"; readonly more: boolean }
  | { readonly type: "several"; readonly ledgers: readonly LedgerThere[] }
  | { readonly type: "fault"; readonly fault: SyncFault };

export type CloudStore = {
  readonly sync: () => Promise<void>;
  readonly storage: ReadonlySignal<StorageWord>;
  /** Ledgers in OneDrive of which the person has to say which one this device goes on with; else none. */
  readonly choices: ReadonlySignal<readonly LedgerThere[]>;
  readonly choose: (ledger: string) => Promise<void>;
  readonly evidence: (sha256: string) => Promise<Uint8Array | null>;
  readonly stop: () => void;
};

/**
 * The ledger of this browser, kept together with the person's OneDrive: taken in and put there at opening, after each
 * change, and when the network comes back. It runs beside the pane, which waits for nothing of it.
 */
export const cloudStore = (pane: Pane, client: GraphClient): CloudStore => {
  const folder = openAppFolder(client);
  const { stores } = pane.stores;
  const standing = signal<Standing>({ type: "waiting" });
  let isWhole = true;
  let isOver = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let underWay: Promise<void> | null = null;
  let isAskedAgain = false;
  let chosen: string | null = null;

  const once = async (): Promise<void> => {
    if (pane.ledger.peek() === null && !(await join())) return;
    const done = await syncLedger({ stores, folder, isWhole });
    if (isOver) return;
    if (!done.ok) {
      standing.value = { type: "fault", fault: done.error };
      return;
    }
    isWhole = false;
    standing.value = { type: "kept", more: done.value.more };
    if (done.value.pulled > 0) {
      await pane.driver()?.refresh();
      await pane.readCreditor();
    }
    sayProblems(done.value);
    if (done.value.more) later();
  };

  /** A device that knows nothing begins with the one ledger that lies there. False: there is nothing to keep together yet. */
  const join = async (): Promise<boolean> => {
    const ledger = chosen ?? (await onlyOne());
    if (ledger === null || isOver) return false;
    const [chance = ""] = chanceRuns(1);
    // Begun by hand while OneDrive was asked: that one stays.
    if (pane.ledger.peek() !== null) return true;
    return (await pane.driver()?.begin(ledger, idOfChance("wri", chance)))?.ok === true;
  };

  /** The one ledger of the folder; null where there is none, or a person has to say which. */
  const onlyOne = async (): Promise<string | null> => {
    const found = await ledgersInFolder(folder);
    const offered = found.ok ? await described(found.value) : found;
    if (isOver) return null;
    if (!offered.ok) {
      standing.value = { type: "fault", fault: offered.error };
      return null;
    }
    const [one, another] = offered.value;
    if (another === undefined) return one?.ledger ?? null;
    standing.value = { type: "several", ledgers: offered.value };
    sayChoice();
    return null;
  };

  const described = async (
    ledgers: readonly string[],
  ): Promise<Result<readonly LedgerThere[], SyncFault>> => {
    const [one, another] = ledgers;
    if (one === undefined) return ok([]);
    // Where there is no choice, nothing has to be told apart.
    if (another === undefined) return ok([{ ledger: one, firm: null, at: null }]);
    const all: LedgerThere[] = [];
    for (const ledger of ledgers.slice(0, OFFERED_MAX)) {
      const there = await ledgerThere(folder, ledger);
      if (!there.ok) return there;
      all.push(there.value);
    }
    return ok(all.sort((a, b) => compareText(b.at ?? "", a.at ?? "")));
  };

  const sayChoice = (): void => {
    const words = OUTLOOK_SIGNED_IN[pane.language.peek()].several;
    pane.say({
      key: "onedrive",
      tone: "info",
      text: [words.which],
      actions: [
        {
          label: words.choose,
          run: () => {
            pane.part.value = "options";
          },
        },
      ],
    });
  };

  const sayProblems = ({ problems }: SyncDone): void => {
    if (problems.length === 0) {
      pane.unsay("onedrive");
      return;
    }
    const texts = problems
      .slice(0, TOLD_MAX)
      .map((one) => syncProblemText(one, pane.language.peek()));
    pane.say({ key: "onedrive", tone: "warning", text: together(...texts) });
  };

  /** One at a time; what is asked for meanwhile is done once after it. */
  const sync = async (): Promise<void> => {
    if (isOver) return;
    if (underWay !== null) {
      isAskedAgain = true;
      await underWay;
      return;
    }
    underWay = once();
    try {
      await underWay;
    } finally {
      underWay = null;
    }
    if (!isAskedAgain) return;
    isAskedAgain = false;
    later();
  };

  const later = (): void => {
    clearTimeout(timer);
    if (isOver) return;
    timer = setTimeout(() => {
      void sync();
    }, PAUSE_MS);
  };

  let isFirst = true;
  const stopFollowing = effect(() => {
    void pane.version.value;
    if (!isFirst) later();
    isFirst = false;
  });
  window.addEventListener("online", later);

  return {
    sync,
    storage: computed(() => wordOf(standing.value, pane)),
    choices: computed(() => (standing.value.type === "several" ? standing.value.ledgers : [])),
    choose: async (ledger) => {
      chosen = ledger;
      standing.value = { type: "waiting" };
      pane.unsay("onedrive");
      await sync();
    },
    evidence: async (sha256) => {
      const found = await evidenceFromFolder(stores, folder, sha256);
      return found.ok ? found.value : null;
    },
    stop: () => {
      isOver = true;
      clearTimeout(timer);
      stopFollowing();
      window.removeEventListener("online", later);
    },
  };
};

const wordOf = (standing: Standing, pane: Pane): StorageWord => {
  const language = pane.language.value;
  const words = OUTLOOK_SIGNED_IN[language].storage;
  const shared = OUTLOOK_GRAPH[language].sync;
  switch (standing.type) {
    case "waiting":
      return { tone: "good", text: words.waiting };
    case "kept":
      return { tone: "good", text: standing.more ? shared.more : shared.kept };
    case "several":
      return { tone: "warning", text: OUTLOOK_SIGNED_IN[language].several.which };
    case "fault":
      return {
        tone: "warning",
        text: own(words.notKept(plainText(syncFaultText(standing.fault, language))).own),
      };
  }
};
