import { batch, computed, signal } from "@preact/signals";
import type { ReadonlySignal, Signal } from "@preact/signals";
import type { Facts } from "#shared/app/use-case.ts";
import type { Run } from "#shared/app/run.ts";
import type { Language } from "#shared/kernel/money.ts";
import type { Own } from "#shared/kernel/text.ts";
import type { Sentence } from "#shared/locales/locale.ts";
import { WORKBENCH } from "#shared/locales/workbench.ts";
import type { WorkbenchMessages } from "#shared/locales/workbench.ts";
import { messageOf } from "#shared/mail/message.ts";
import type { Driver } from "#src/driver/driver.ts";
import type { OpenMail } from "#src/sidebar/host.ts";
import type { DeskPage } from "#src/sidebar/shell.ts";
import { FIRST_TIME_ZONE } from "#src/custody/clock.ts";
import type { PageClock } from "#src/custody/clock.ts";
import { likelyAddresses } from "./likely-addresses.ts";
import { NO_FACTS, ledgerFacts } from "#src/custody/ledger-facts.ts";
import type { LedgerDraft, LedgerFacts } from "#src/custody/ledger-facts.ts";
import type { KeptDraft, LocalMailbox } from "./local-mailbox.ts";
import { lookThrough } from "./look.ts";
import { fetchMailbox } from "./mailbox.ts";
import type { LoadedMail, ListedMail, OpenRefusal, PageMailbox } from "./mailbox.ts";
import type { PageStores } from "#src/custody/page-stores.ts";
import { LEDGER_KEY } from "#src/custody/page-stores.ts";
import type { Remembered } from "#src/custody/remembered.ts";
import { SAMPLE_AUTHOR } from "./sample-story.ts";
import type { WireMailbox } from "./server/wire.ts";

export type Folder = "inbox" | "sent" | "drafts" | "all";
export type Pane = "list" | "mail" | "relance";
export type View = "inbox" | "desk";

export type Selection =
  | { readonly type: "none" }
  | { readonly type: "mail"; readonly id: string }
  | { readonly type: "draft"; readonly draft: string }
  | { readonly type: "import" };

/** What stands in the middle for the selected mail. */
export type ShownMail =
  | { readonly type: "loading" }
  | { readonly type: "open"; readonly listed: ListedMail; readonly mail: LoadedMail }
  | { readonly type: "refused"; readonly listed: ListedMail; readonly refusal: OpenRefusal };

export type WaitingDraft = KeptDraft & { readonly ledger: LedgerDraft };

export type BenchNotice = {
  readonly key: string;
  readonly tone: "info" | "good" | "warning" | "danger";
  readonly text: Sentence;
  readonly action?: { readonly label: Own; readonly run: () => void };
  /** Stays until it is closed, whatever is looked at next. */
  readonly stays?: boolean;
};

/** What the page is given at start. */
export type BenchParts = {
  readonly about: WireMailbox;
  readonly mailbox: PageMailbox;
  readonly local: LocalMailbox;
  readonly stores: PageStores;
  readonly remembered: Remembered;
  readonly clock: PageClock;
  readonly language: Signal<Language>;
  readonly kept: ReadonlyMap<string, KeptDraft>;
};

/** State of the page around the sidebar. The ledger is not in it: it is asked through `run`. */
export type Bench = BenchParts & {
  readonly run: Run;
  /** Whose mailbox this may be, most likely first; empty for the sample, whose owner is known. */
  readonly likelyAddresses: readonly string[];
  readonly words: ReadonlySignal<WorkbenchMessages>;
  readonly version: ReadonlySignal<number>;
  /** False for what another tab or a merge has brought. */
  readonly isOwnVersion: (version: number) => boolean;
  readonly author: Signal<string>;
  readonly ledger: ReadonlySignal<string | null>;
  readonly facts: ReadonlySignal<LedgerFacts>;
  readonly drafts: ReadonlySignal<readonly WaitingDraft[]>;
  readonly keptDrafts: Signal<ReadonlyMap<string, KeptDraft>>;
  readonly view: Signal<View>;
  /** Null until the desk is first asked for; a new key begins it anew on that page. */
  readonly deskAsked: ReadonlySignal<{
    readonly key: number;
    readonly page: DeskPage | null;
  } | null>;
  readonly openDesk: (page: DeskPage | null) => void;
  readonly pane: Signal<Pane>;
  readonly folder: Signal<Folder>;
  readonly selection: Signal<Selection>;
  readonly shown: ReadonlySignal<ShownMail | null>;
  readonly openMail: ReadonlySignal<OpenMail | null>;
  readonly notices: ReadonlySignal<readonly BenchNotice[]>;
  readonly looking: ReadonlySignal<boolean>;
  readonly searchAsked: Signal<{ readonly query: string } | null>;
  readonly say: (notice: BenchNotice) => void;
  readonly unsay: (key: string) => void;
  readonly selectMail: (id: string) => Promise<void>;
  readonly selectDraft: (draft: string) => boolean;
  readonly look: (isAsked: boolean) => Promise<void>;
  readonly readFacts: () => Promise<void>;
  readonly attach: (driver: Driver) => void;
};

/** Name of the invoices file that was taken in. */
export const INVOICES_KEY = "invoices";

export const createBench = (parts: BenchParts): Bench => {
  const { about, mailbox, remembered, language, stores } = parts;
  const words = computed(() => WORKBENCH[language.value]);
  const version = signal(0);
  const ledger = signal<string | null>(null);
  const facts = signal<LedgerFacts>(NO_FACTS);
  const keptDrafts = signal(parts.kept);
  const isSample = about.kind === "sample";
  const author = signal(remembered.read("author") ?? (isSample ? SAMPLE_AUTHOR : ""));
  const view = signal<View>("inbox");
  const deskAsked = signal<{ readonly key: number; readonly page: DeskPage | null } | null>(null);
  const pane = signal<Pane>("list");
  const folder = signal<Folder>("inbox");
  const selection = signal<Selection>({ type: "none" });
  const shown = signal<ShownMail | null>(null);
  const openMail = signal<OpenMail | null>(null);
  const notices = signal<readonly BenchNotice[]>([]);
  const looking = signal(false);
  const seen = new Set<string>();
  const foreignVersions = new Set<number>();
  let driver: Driver | null = null;
  let opened = 0;
  let lookTurn: Promise<void> = Promise.resolve();

  const run: Run = async (useCase, input, options) =>
    driver === null
      ? { ok: false, error: { type: "ledger-not-begun" } }
      : driver.run(useCase, input, options);

  const readFacts = async (): Promise<void> => {
    const read = await run(ledgerFacts, null);
    if (!read.ok) return;
    const begun = driver?.ledger() ?? null;
    if (begun !== null && stores.lasts) remembered.write(LEDGER_KEY, begun);
    batch(() => {
      facts.value = read.value;
      ledger.value = begun;
      if (author.value === "") author.value = read.value.creditor?.signatory ?? "";
    });
  };

  const unsay = (key: string): void => {
    notices.value = notices.peek().filter((notice) => notice.key !== key);
  };
  const say = (notice: BenchNotice): void => {
    notices.value = [...notices.peek().filter((one) => one.key !== notice.key), notice];
  };

  const selectMail = async (id: string): Promise<void> => {
    const listed = mailbox.mails.peek().find((mail) => mail.id === id);
    if (listed === undefined) return;
    opened += 1;
    const turn = opened;
    batch(() => {
      // What was done is said until the next thing is looked at; what is wrong stays until it is closed.
      notices.value = notices
        .peek()
        .filter(({ tone, stays }) => tone === "warning" || tone === "danger" || stays === true);
      selection.value = { type: "mail", id };
      shown.value = { type: "loading" };
      view.value = "inbox";
      pane.value = "mail";
    });
    const loaded = await mailbox.open(id);
    // Another mail was chosen while this one was read.
    if (turn !== opened) return;
    batch(() => {
      shown.value = loaded.ok
        ? { type: "open", listed, mail: loaded.value }
        : { type: "refused", listed, refusal: loaded.error };
      openMail.value = openMailOf(`${id}#${String(turn)}`, listed, loaded);
    });
  };

  const lookNow = async (isAsked: boolean): Promise<void> => {
    looking.value = true;
    try {
      const again = isAsked ? await fetchMailbox() : null;
      if (again !== null) mailbox.refresh(again);
      if (facts.peek().creditor === null) return;
      const outcome = await lookThrough(mailbox, run, seen);
      const text = WORKBENCH[language.peek()].list;
      if (!outcome.ok) say({ key: "look", tone: "warning", text: text.lookFailed });
      else if (isAsked) {
        say({ key: "look", tone: "info", text: text.looked(outcome.looked, outcome.filed) });
      }
    } finally {
      looking.value = false;
    }
  };

  const drafts = computed<readonly WaitingDraft[]>(() =>
    [...keptDrafts.value.values()]
      .flatMap((kept) => {
        const known = facts.value.drafts.get(kept.draft);
        return known?.state === "prepared" ? [{ ...kept, ledger: known }] : [];
      })
      .sort((a, b) => (a.preparedAt < b.preparedAt ? 1 : -1)),
  );

  return {
    ...parts,
    run,
    likelyAddresses: isSample ? [] : likelyAddresses(about.mails),
    words,
    version,
    isOwnVersion: (one) => !foreignVersions.has(one),
    author,
    ledger,
    facts,
    drafts,
    keptDrafts,
    view,
    deskAsked,
    openDesk: (page) => {
      batch(() => {
        const former = deskAsked.peek();
        // Coming back to the desk finds it as it was left.
        if (former === null || page !== null) {
          deskAsked.value = { key: (former?.key ?? 0) + 1, page };
        }
        view.value = "desk";
      });
    },
    pane,
    folder,
    selection,
    shown,
    openMail,
    notices,
    looking,
    searchAsked: signal<{ readonly query: string } | null>(null),
    say,
    unsay,
    readFacts,
    selectMail,
    selectDraft: (draft) => {
      const isHere = keptDrafts.peek().has(draft);
      if (!isHere) return false;
      batch(() => {
        selection.value = { type: "draft", draft };
        view.value = "inbox";
        pane.value = "mail";
        folder.value = "drafts";
      });
      return true;
    },
    look: (isAsked) => {
      // A mail that came while a look was going on is looked at by the next one, never missed.
      lookTurn = lookTurn.then(
        () => lookNow(isAsked),
        () => lookNow(isAsked),
      );
      return lookTurn;
    },
    attach: (opening) => {
      driver = opening;
      ledger.value = opening.ledger();
      opening.subscribe((isOwn) => {
        if (!isOwn) foreignVersions.add(version.peek() + 1);
        version.value += 1;
        void readFacts();
      });
    },
  };
};

const openMailOf = (
  key: string,
  listed: ListedMail,
  loaded: Awaited<ReturnType<PageMailbox["open"]>>,
): OpenMail | null => {
  if (loaded.ok) {
    const { message, bytes, sha256 } = loaded.value;
    return { key, message, bytes, sha256, size: bytes.length, obtained: "as-received" };
  }
  if (loaded.error.type !== "mail-unreadable") return null;
  const { bytes, sha256 } = loaded.error;
  // What the list knows of it is enough to file its bytes.
  return {
    key,
    message: messageOf(listed),
    bytes,
    sha256,
    size: bytes.length,
    obtained: "as-received",
  };
};

/** Facts of a decision, out of the page as it stands. */
export const factsOf = (bench: Bench): Omit<Facts, "chance"> => ({
  today: bench.clock.today(bench.facts.peek().creditor?.timeZone ?? FIRST_TIME_ZONE),
  now: bench.clock.now(),
  by: bench.author.peek(),
  language: bench.language.peek(),
});
