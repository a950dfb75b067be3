import { batch, computed, effect, signal } from "@preact/signals";
import type { ReadonlySignal, Signal } from "@preact/signals";
import type {
  ActionView,
  DoneView,
  FormKind,
  LawPage,
  ScreenAction,
} from "#shared/app/view-parts.ts";
import type { CalendarDate } from "#shared/kernel/calendar.ts";
import { foreign, own } from "#shared/kernel/text.ts";
import type { Foreign } from "#shared/kernel/text.ts";
import type { Sentence } from "#shared/locales/locale.ts";
import { UI } from "#shared/locales/ui.ts";
import type { UiMessages } from "#shared/locales/ui.ts";
import type { Host, OpenMail } from "./host.ts";

/** Where a face stands. Hosts take the History API away: this is all there is of a router. */
export type Place =
  | { readonly at: "today" }
  | { readonly at: "mail" }
  /** `queue`: those that come next where drafts are written one form at a time. */
  | { readonly at: "claim"; readonly account: string; readonly queue?: readonly string[] }
  | { readonly at: "account"; readonly account: string }
  | { readonly at: "timeline"; readonly account: string; readonly page: number }
  /** `on`: the day of the statement; today unless chosen. */
  | {
      readonly at: "law";
      readonly account: string;
      readonly page: LawPage;
      readonly on?: CalendarDate;
    }
  | { readonly at: "search"; readonly query: string }
  | { readonly at: "settings" }
  | { readonly at: "first-run" }
  | { readonly at: "silent" }
  | {
      readonly at: "form";
      readonly form: SidebarForm;
      readonly account: string | null;
      readonly subject: string | null;
      /** Accounts for which the same is entered by the same click. */
      readonly also?: readonly string[];
      readonly origin: RowOrigin | null;
    }
  /** Pages that only the desk has. */
  | { readonly at: "desk"; readonly page: DeskPage };

export type LawPlace = Extract<Place, { readonly at: "law" }>;

/** Forms of the views, and the one that asks for a reason before a discrepancy may stand. */
export type SidebarForm = FormKind | "accept-discrepancy";

export type DeskPage = "aged" | "debtors" | "bank" | "import" | "calendar" | MethodPage;

/** How this creditor chases: pages beside the settings. */
export type MethodPage = "plans" | "texts" | "policy" | "rates" | "handover";

/** The row of today's list that an act began from: it folds to "done" where it stood. */
export type RowOrigin = {
  readonly row: string;
  readonly name: Foreign;
  /** The debtors it was of. */
  readonly accounts: readonly string[];
  /** The row before it; null at the top. */
  readonly after: string | null;
};

/** What was done, and what is said of it next: of a draft in a form that the host cannot see into, that it has gone. */
export type Done = DoneView & { readonly next?: ActionView };

export type FoldedRow = RowOrigin & {
  readonly done: Done;
};

export type ActOutcome =
  | { readonly type: "moved" }
  | { readonly type: "done"; readonly done: Done }
  /** `way`: what is done about it, where one click does. */
  | { readonly type: "refused"; readonly text: Sentence; readonly way?: ActionView | null };

export type TabKey = "mail" | "today";

/** State and movements of one face. Screens draw from its signals; nothing outside a face reads them. */
export type Shell = {
  readonly host: Host;
  readonly words: ReadonlySignal<UiMessages>;
  readonly tab: ReadonlySignal<TabKey>;
  readonly place: ReadonlySignal<Place>;
  readonly depth: ReadonlySignal<number>;
  /** What was just done, until dismissed or the next act. */
  readonly toast: Signal<Done | null>;
  /** Said once to screen readers. */
  readonly spoken: Signal<string>;
  /** The refusal of the act whose key this is: shown where the act stands. */
  readonly refused: Signal<{
    readonly key: string;
    readonly text: Sentence;
    readonly way?: ActionView | null;
  } | null>;
  /** The act at work. */
  readonly busy: Signal<string | null>;
  readonly folded: Signal<readonly FoldedRow[]>;
  /** What is being typed would be lost by going on. */
  readonly unsaved: Signal<boolean>;
  /** Something has been drawn: what the first paint had to wait for nothing of may be loaded now. */
  readonly isDrawn: Signal<boolean>;
  /** The mail that the screen is about: the open one, unless something half typed is about a former one. */
  readonly mail: ReadonlySignal<OpenMail | null>;
  /** Another mail was opened while something was being typed. */
  readonly mailWaiting: ReadonlySignal<boolean>;
  readonly selectTab: (tab: TabKey) => void;
  readonly go: (place: Place) => void;
  /** Changes the place without a step back to the former one. */
  readonly replace: (place: Place) => void;
  readonly back: () => void;
  readonly showMail: () => void;
  /** Does what a button of a view says: moves, or runs a use case. `key` is the button's. */
  readonly perform: (
    key: string,
    action: ScreenAction,
    origin?: RowOrigin | null,
  ) => Promise<ActOutcome>;
  /** Runs work of a form or screen of its own under the same rules: busy, refusals at `key`, toast. */
  readonly act: (
    key: string,
    work: () => Promise<ActOutcome>,
    origin?: RowOrigin | null,
  ) => Promise<ActOutcome>;
  /** Whether a change of the ledger came from this face: what came from elsewhere is said. */
  readonly isOwnVersion: (version: number) => boolean;
  readonly dispose: () => void;
};

export type ShellOptions = {
  /** A face may take a movement for itself (the desk has pages of its own); true if it did. */
  readonly takes?: (place: Place) => boolean;
  /** Where it begins; the sidebar begins with the open mail. */
  readonly start?: Place;
  /** The host's own, where it has to know of the first drawing as well. */
  readonly isDrawn?: Signal<boolean>;
};

/** Folded rows kept: a morning has some sixty; a page left open for weeks must not grow. */
const FOLDED_MAX = 200;
/** Versions of the ledger remembered as our own. */
const OWN_VERSIONS_MAX = 500;

export const createShell = (host: Host, options: ShellOptions = {}): Shell => {
  const words = computed(() => UI[host.language.value]);
  const mailIsOpen = host.openMail.peek() !== null;
  const tab = signal<TabKey>(mailIsOpen && options.start === undefined ? "mail" : "today");
  const stacks = signal<Readonly<Record<TabKey, readonly Place[]>>>({
    mail: [{ at: "mail" }],
    today: [options.start ?? { at: "today" }],
  });
  const stack = computed(() => stacks.value[tab.value]);
  const place = computed<Place>(() => stack.value[stack.value.length - 1] ?? { at: "today" });
  const toast = signal<Done | null>(null);
  const spoken = signal("");
  const refused = signal<{ readonly key: string; readonly text: Sentence } | null>(null);
  const busy = signal<string | null>(null);
  const folded = signal<readonly FoldedRow[]>([]);
  const unsaved = signal(false);
  const isDrawn = options.isDrawn ?? signal(false);
  const mail = signal<OpenMail | null>(host.openMail.peek());
  const mailWaiting = signal(false);
  const ownVersions = new Set<number>();
  let working = 0;
  let lastMail = host.openMail.peek()?.key ?? null;

  const setStack = (next: readonly Place[]): void => {
    batch(() => {
      refused.value = null;
      unsaved.value = false;
      stacks.value = { ...stacks.value, [tab.value]: next };
    });
  };
  const go = (to: Place): void => {
    if (options.takes?.(to) === true) return;
    if (to.at === "desk" && host.openDesk !== undefined) host.openDesk(to.page);
    else setStack([...stack.value, to]);
  };
  const selectTab = (to: TabKey): void => {
    batch(() => {
      refused.value = null;
      tab.value = to;
    });
  };
  const showMail = (): void => {
    batch(() => {
      // What was done with the former mail must not seem said of this one.
      if (mail.peek()?.key !== host.openMail.peek()?.key) toast.value = null;
      mailWaiting.value = false;
      mail.value = host.openMail.peek();
      unsaved.value = false;
      refused.value = null;
      stacks.value = { ...stacks.value, mail: [{ at: "mail" }] };
      tab.value = host.openMail.peek() === null ? "today" : "mail";
    });
  };

  const stopMail = effect(() => {
    const key = host.openMail.value?.key ?? null;
    if (key === lastMail) return;
    lastMail = key;
    // Words half typed outlive a click on another mail; it waits until they are kept or left.
    if (unsaved.peek()) mailWaiting.value = true;
    else showMail();
  });
  const stopVersion = effect(() => {
    const version = host.version.value;
    if (working === 0) return;
    ownVersions.add(version);
    if (ownVersions.size > OWN_VERSIONS_MAX) ownVersions.clear();
  });

  const act: Shell["act"] = async (key, work, origin = null) => {
    if (busy.peek() !== null) return { type: "moved" };
    batch(() => {
      busy.value = key;
      refused.value = null;
    });
    working += 1;
    try {
      const outcome = await work();
      batch(() => settle(key, outcome, origin));
      return outcome;
    } catch (cause) {
      // What no Result foresaw: said where the act stands, and thrown on to whatever the host keeps of errors.
      const { faults } = words.peek();
      refused.value = {
        key,
        text: isNotLoaded(cause)
          ? faults.notLoaded
          : [faults.unforeseen, own(" "), foreign(String(cause), FAULT_CHARS_MAX)],
      };
      throw cause;
    } finally {
      working -= 1;
      busy.value = null;
    }
  };
  const settle = (key: string, outcome: ActOutcome, origin: RowOrigin | null): void => {
    if (outcome.type === "refused") refused.value = { ...outcome, key };
    if (outcome.type !== "done") return;
    toast.value = outcome.done;
    if (origin === null) return;
    const others = folded.peek().filter(({ row }) => row !== origin.row);
    folded.value = [...others, { ...origin, done: outcome.done }].slice(-FOLDED_MAX);
  };

  const perform: Shell["perform"] = async (key, action, origin = null) => {
    if ("form" in action) {
      const { form, account, subject, also = [] } = action;
      go({ at: "form", form, account, subject, also, origin });
      return { type: "moved" };
    }
    if ("go" in action && action.go !== "message") {
      go(placeOf(action));
      return { type: "moved" };
    }
    if ("act" in action && action.act === "accept-discrepancy") {
      const { account, discrepancy: subject } = action;
      go({ at: "form", form: "accept-discrepancy", account, subject, origin });
      return { type: "moved" };
    }
    if ("act" in action && action.act === "prepare-drafts" && action.oneByOne) {
      const leads = (action.groups ?? []).flatMap(([first]) => first ?? []);
      const [account, ...queue] = [...leads, ...action.accounts];
      if (account !== undefined) go({ at: "claim", account, queue });
      return { type: "moved" };
    }
    const outcome = await act(
      key,
      async () => {
        const { runAction } = await import("./screen-runner.ts");
        return runAction(shell, action);
      },
      origin,
    );
    if (outcome.type === "done" && "act" in action && action.act === "declare-sent")
      goOn(action.account);
    return outcome;
  };
  /** Where drafts are written one form at a time, the next one comes once this one has gone. */
  const goOn = (account: string): void => {
    const at = place.peek();
    if (at.at !== "claim" || at.account !== account || at.queue === undefined) return;
    const [next, ...queue] = at.queue;
    const former = stack.peek().slice(0, -1);
    setStack(next === undefined ? former : [...former, { at: "claim", account: next, queue }]);
  };

  const shell: Shell = {
    host,
    words,
    tab,
    place,
    depth: computed(() => stack.value.length),
    toast,
    spoken,
    refused,
    busy,
    folded,
    unsaved,
    isDrawn,
    mail,
    mailWaiting,
    selectTab,
    go,
    replace: (to) => {
      setStack([...stack.value.slice(0, -1), to]);
    },
    back: () => {
      if (stack.value.length > 1) setStack(stack.value.slice(0, -1));
    },
    showMail,
    perform,
    act,
    isOwnVersion: (version) => ownVersions.has(version) || host.isOwnVersion?.(version) === true,
    dispose: () => {
      stopMail();
      stopVersion();
    },
  };
  return shell;
};

/** A bundle that did not come, in the words of Chromium, Safari and Firefox. Nothing of the act has begun then. */
const isNotLoaded = (cause: unknown): boolean =>
  cause instanceof TypeError &&
  /dynamically imported module|importing a module script/i.test(cause.message);

const placeOf = (action: GoAction): Place => {
  switch (action.go) {
    case "today":
      return { at: "today" };
    case "search":
      return { at: "search", query: action.query };
    case "settings":
      return { at: "settings" };
    case "first-run":
      return { at: "first-run" };
    case "silent":
      return { at: "silent" };
    case "account":
      return { at: "account", account: action.account };
    case "claim":
      return { at: "claim", account: action.account };
    case "timeline":
      return { at: "timeline", account: action.account, page: 0 };
    case "law":
      return { at: "law", account: action.account, page: action.page };
    case "aged":
    case "import":
    case "calendar":
      return { at: "desk", page: action.go };
  }
};

type GoAction = Exclude<Extract<ScreenAction, { readonly go: string }>, { readonly go: "message" }>;

/** Of a fault that no Result foresaw, a person reads one line. */
const FAULT_CHARS_MAX = 200;
