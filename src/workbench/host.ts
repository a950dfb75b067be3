import { computed } from "@preact/signals";
import { idOfChance } from "#shared/kernel/ids.ts";
import { err, ok } from "#shared/kernel/result.ts";
import type { Act } from "#shared/app/use-case.ts";
import { WORKBENCH } from "#shared/locales/workbench.ts";
import type { Driver, DriverHost } from "#src/driver/driver.ts";
import type { Host, StorageWord } from "#src/sidebar/host.ts";
import { offerFile, openPage } from "#src/custody/offer-file.ts";
import type { DeskPage } from "#src/sidebar/shell.ts";
import { factsOf } from "./bench.ts";
import type { Bench } from "./bench.ts";
import { chanceRuns } from "#src/custody/chance.ts";
import {
  backUp,
  check,
  exportOf,
  extractOf,
  restore,
  storeFaultWord,
} from "#src/custody/custody.ts";
import { bytesOfDraft } from "./draft-file.ts";

/** What the driver asks of this mailbox. */
export const driverHostOf = (bench: Bench): DriverHost => ({
  facts: () => factsOf(bench),
  chance: chanceRuns,
  build: bench.about.build,
  act: async (act) => {
    // A discarded draft is hidden by the ledger; its file stays, so that undoing the act brings it back.
    if (act.kind === "discard-draft" || bench.keptDrafts.peek().has(act.key)) return ok(null);
    const failure = await keepDraft(bench, act);
    return failure === null ? ok(null) : err({ type: "act-failed", key: act.key, detail: failure });
  },
});

const keepDraft = async (
  bench: Bench,
  { key, draft }: Extract<Act, { readonly kind: "save-draft" }>,
): Promise<string | null> => {
  const evidence = async (sha256: string): Promise<Uint8Array | null> => {
    const found = await bench.stores.stores.vault.get(sha256);
    return found.ok ? found.value : null;
  };
  const name = bench.facts.peek().creditor?.name ?? "";
  const bytes = await bytesOfDraft(draft, name, evidence);
  if (!bytes.ok) return bytes.error.type;
  const kept = { draft: key, bytes: bytes.value, preparedAt: bench.clock.now() };
  bench.keptDrafts.value = new Map([...bench.keptDrafts.peek(), [key, kept]]);
  bench.selectDraft(key);
  try {
    await bench.local.keepDraft(kept);
    return null;
  } catch (cause) {
    return cause instanceof Error ? cause.name : "storage";
  }
};

const DESK_PAGES: readonly DeskPage[] = ["aged", "import", "calendar"];

/** What the sidebar and the desk see of this page. */
export const hostOf = (bench: Bench, driver: Driver): Host => {
  const { stores, language } = bench;
  const storage = computed<StorageWord>(() =>
    stores.fault === null
      ? { tone: "good", text: WORKBENCH[language.value].storage.kept }
      : { tone: "danger", text: storeFaultWord(stores.fault, language.value) },
  );
  return {
    run: bench.run,
    version: bench.version,
    isOwnVersion: bench.isOwnVersion,
    today: () => factsOf(bench).today,
    language,
    setLanguage: (next) => {
      language.value = next;
      bench.remembered.write("language", next);
    },
    author: bench.author,
    setAuthor: (name) => {
      bench.author.value = name;
      bench.remembered.write("author", name);
    },
    ledger: bench.ledger,
    beginLedger: async () => {
      const [ledger = "", writer = ""] = chanceRuns(2);
      const begun = await driver.begin(idOfChance("led", ledger), idOfChance("wri", writer));
      if (!begun.ok) return { ok: false, detail: begun.error.type };
      await bench.readFacts();
      return { ok: true };
    },
    openMail: bench.openMail,
    goToMail: async (messageId) => {
      const found = bench.mailbox.mails.peek().find((mail) => mail.messageId === messageId);
      if (found === undefined) return false;
      await bench.selectMail(found.id);
      return true;
    },
    openDraft: (draft) => Promise.resolve(bench.selectDraft(draft)),
    can: { writesDrafts: true, looksForAnswers: true },
    download: (name, type, bytes) => {
      offerFile(name, type, bytes);
      return Promise.resolve();
    },
    print: (html) => Promise.resolve(openPage(html)),
    evidence: async (sha256) => {
      const found = await stores.stores.vault.get(sha256);
      return found.ok ? found.value : null;
    },
    storage,
    storagePlace: computed(() => ({ type: stores.lasts ? "browser" : "memory" }) as const),
    backup: () => {
      const { now, today } = factsOf(bench);
      return backUp(stores.stores, now, today, language.peek());
    },
    extract: (accounts) => {
      const { now, today } = factsOf(bench);
      return extractOf(stores.stores, accounts, now, today, language.peek());
    },
    restore: async (bytes) => {
      const [chance = ""] = chanceRuns(1);
      const outcome = await restore(stores.stores, bytes, chance, language.peek());
      await driver.refresh();
      await bench.readFacts();
      return outcome;
    },
    check: () => check(stores.stores, bench.run, language.peek()),
    exportThread: (account) => exportOf(stores.stores, bench.run, account, language.peek()),
    likelyAddresses: bench.likelyAddresses,
    searchAsked: bench.searchAsked,
    openDesk: (page) => {
      bench.openDesk(DESK_PAGES.find((one) => one === page) ?? null);
    },
  };
};
