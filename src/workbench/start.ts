import { signal } from "@preact/signals";
import type { Signal } from "@preact/signals";
import type { Language } from "#shared/kernel/money.ts";
import { foreign } from "#shared/kernel/text.ts";
import type { Sentence } from "#shared/locales/locale.ts";
import { WORKBENCH } from "#shared/locales/workbench.ts";
import { openDriver } from "#src/driver/driver.ts";
import { sweepVault } from "#src/store/vault-sweep.ts";
import type { Host } from "#src/sidebar/host.ts";
import { INVOICES_KEY, createBench, factsOf } from "./bench.ts";
import type { Bench } from "./bench.ts";
import { machineClock } from "#src/custody/clock.ts";
import { offerFile } from "#src/custody/offer-file.ts";
import { sampleClock } from "./sample-clock.ts";
import { storeFaultWord } from "#src/custody/custody.ts";
import { driverHostOf, hostOf } from "./host.ts";
import { openLocalMailbox } from "./local-mailbox.ts";
import { fetchMailbox, openPageMailbox } from "./mailbox.ts";
import { LEDGER_KEY, openPageStores, removePageStores } from "#src/custody/page-stores.ts";
import type { PageStores } from "#src/custody/page-stores.ts";
import { openRemembered } from "#src/custody/remembered.ts";
import type { Remembered } from "#src/custody/remembered.ts";
import { writeSampleLedger } from "./sample-ledger.ts";
import type { WireMailbox } from "./server/wire.ts";

export type Phase =
  | { readonly type: "opening" }
  | { readonly type: "preparing"; readonly done: number; readonly all: number }
  | { readonly type: "failed"; readonly text: Sentence }
  | { readonly type: "ready"; readonly bench: Bench; readonly host: Host };

/** Opens the mailbox and the ledger, begins the sample where it is new, and then looks for answers. */
export const start = async (
  phase: Signal<Phase>,
  language: Signal<Language>,
  remembered: Remembered,
): Promise<void> => {
  const about = await fetchMailbox();
  const failed = (text: Sentence): void => {
    phase.value = { type: "failed", text };
  };
  if (about === null) {
    failed(WORKBENCH[language.peek()].begin.cannotOpen);
    return;
  }
  const own = openRemembered(`relance-${about.kind}-`);
  const clock = about.today === null ? machineClock() : sampleClock(about.today, own);
  const local = await openLocalMailbox(localNameOf(about));
  const [mailbox, kept] = await Promise.all([openPageMailbox(about, local), local.drafts()]);
  const stores = await openPageStores(databaseOf(about), own, about.build, clock.now);
  const bench = createBench({
    about,
    mailbox,
    local,
    stores,
    remembered: { ...own, read: (key) => own.read(key) ?? remembered.read(key) },
    clock,
    language,
    kept: new Map(kept.map((draft) => [draft.draft, draft])),
  });
  if (about.kind === "sample") {
    const told = await exclusively("relance-sample", () => sampleIfEmpty(bench, phase));
    if (told !== null) {
      failed(WORKBENCH[language.peek()].begin.failed(foreign(told)));
      return;
    }
  }
  const opened = await openDriver(stores.stores, driverHostOf(bench));
  if (!opened.ok) {
    failed([storeFaultWord(opened.error, language.peek())]);
    return;
  }
  bench.attach(opened.value);
  await bench.readFacts();
  const host = hostOf(bench, opened.value);
  sayStorage(bench, host, stores);
  offerInvoices(bench);
  phase.value = { type: "ready", bench, host };
  await exclusively("relance-sweep", () =>
    sweepVault(stores.stores, clock.now(), (work) => work()),
  );
  await bench.look(false);
};

/** The invoices file of the command line waits in the middle until it was taken in or put off. */
const offerInvoices = (bench: Bench): void => {
  const { about, remembered } = bench;
  if (about.kind === "sample" || about.invoicesFile === null) return;
  if (remembered.read(INVOICES_KEY) === about.invoicesFile) return;
  bench.selection.value = { type: "import" };
};

const databaseOf = (about: WireMailbox): string => `relance-${about.kind}`;
const localNameOf = (about: WireMailbox): string => `relance-${about.kind}-mailbox`;

/** Null: the sample's ledger is there. Otherwise what failed. */
const sampleIfEmpty = async (bench: Bench, phase: Signal<Phase>): Promise<string | null> => {
  const { stores } = bench.stores;
  const tip = await stores.ledger.tip();
  if (!tip.ok) return tip.error.type;
  if (tip.value !== null) {
    const log = await stores.ledger.readSince(0);
    if (!log.ok) return log.error.type;
    // A ledger with entries is lived in; one without was left half made by a page that closed.
    if (log.value.entries.length > 0) return null;
    stores.ledger.close();
    await removePageStores(databaseOf(bench.about));
    location.reload();
    return new Promise<null>(() => undefined);
  }
  phase.value = { type: "preparing", done: 0, all: 0 };
  const written = await writeSampleLedger(stores, bench.mailbox, {
    facts: () => factsOf(bench),
    today: factsOf(bench).today,
    build: bench.about.build,
    onProgress: (done, all) => {
      phase.value = { type: "preparing", done, all };
    },
  });
  return written.ok ? null : written.error;
};

const sayStorage = (bench: Bench, host: Host, { fault, lasts }: PageStores): void => {
  if (fault === null) return;
  const words = bench.words.peek().storage;
  if (fault.type === "storage-evicted" && bench.about.kind === "sample") {
    bench.say({ key: "storage", tone: "warning", text: words.sampleRebuilt });
    return;
  }
  bench.say({
    key: "storage",
    tone: "danger",
    text: [storeFaultWord(fault, bench.language.peek())],
    ...(lasts
      ? {}
      : {
          action: {
            label: words.backup,
            run: () => {
              void offerBackup(bench, host);
            },
          },
        }),
  });
};

const offerBackup = async (bench: Bench, host: Host): Promise<void> => {
  const outcome = await host.backup();
  if (outcome.ok && outcome.file !== undefined) {
    offerFile(outcome.file.name, "application/octet-stream", outcome.file.bytes);
  }
  bench.say({ key: "backup", tone: outcome.ok ? "good" : "warning", text: [outcome.text] });
};

/** Everything of the sample goes from this browser, and the page begins again. */
export const resetSample = async (bench: Bench): Promise<void> => {
  bench.stores.stores.ledger.close();
  await bench.local.clear();
  await removePageStores(databaseOf(bench.about));
  for (const key of [LEDGER_KEY, "lived", "author"]) bench.remembered.forget(key);
  location.reload();
};

/** One tab at a time, where the browser has locks; where it has none, the stores' own checks decide. */
const exclusively = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
  const locks = (navigator as { readonly locks?: LockManager }).locks;
  return locks === undefined ? work() : locks.request(name, work);
};

export const phaseSignal = (): Signal<Phase> => signal<Phase>({ type: "opening" });
