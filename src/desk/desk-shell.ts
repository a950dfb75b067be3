import { batch, computed, effect, signal } from "@preact/signals";
import type { ReadonlySignal, Signal } from "@preact/signals";
import { DESK } from "#shared/locales/desk.ts";
import type { DeskMessages } from "#shared/locales/desk.ts";
import type { Host } from "#src/sidebar/host.ts";
import { createShell } from "#src/sidebar/shell.ts";
import type { Place, Shell } from "#src/sidebar/shell.ts";

/** The places of one debtor: the detail beside a list. */
export type AccountPlace = Extract<
  Place,
  { readonly at: "claim" | "account" | "timeline" | "law" }
>;

/** The desk's own movements over the shell of one face. */
export type Desk = {
  readonly shell: Shell;
  readonly words: ReadonlySignal<DeskMessages>;
  /** The page that the navigation shows; what is opened from it stands beside or above it. */
  readonly section: ReadonlySignal<Place>;
  /** What is open over the section; null where the section stands alone. */
  readonly detail: ReadonlySignal<Place | null>;
  readonly visit: (place: Place) => void;
  /** A movement that waits because something is being typed. */
  readonly waiting: Signal<Place | null>;
  readonly leave: () => void;
  /** True once after every movement: the title that is drawn next takes focus. */
  readonly takesFocus: () => boolean;
  /** The ledger was changed by another tab or a merge since the last movement. */
  readonly changedElsewhere: Signal<boolean>;
  readonly dispose: () => void;
};

export const createDesk = (given: Host, start: Place): Desk => {
  // Here is the desk, and no mail is open beside it.
  const { openDesk: _apart, ...rest } = given;
  const host: Host = { ...rest, openMail: signal(null) };
  let passing = false;
  let focusDue = false;
  const section = signal<Place>(start);
  const waiting = signal<Place | null>(null);
  const changedElsewhere = signal(false);

  const shell = createShell(host, { start, takes: (to) => take(to) });
  const detail = computed<Place | null>(() => (shell.depth.value > 1 ? shell.place.value : null));

  const toSection = (): void => {
    while (shell.depth.peek() > 1) shell.back();
  };
  const visit = (to: Place): void => {
    if (shell.unsaved.peek()) {
      waiting.value = to;
      return;
    }
    move(to);
  };
  const move = (to: Place): void => {
    batch(() => {
      waiting.value = null;
      focusDue = !isTyping(section.peek(), to);
      if (isSection(to)) {
        toSection();
        shell.replace(to);
        section.value = to;
        return;
      }
      // One debtor at a time stands beside the list; a form stands over what it was opened from.
      if (isAccountPlace(to)) toSection();
      passing = true;
      shell.go(to);
      passing = false;
    });
  };
  const take = (to: Place): boolean => {
    if (passing) return false;
    visit(to);
    return true;
  };

  let known = host.version.peek();
  const stopVersion = effect(() => {
    const version = host.version.value;
    if (version !== known && !shell.isOwnVersion(version)) changedElsewhere.value = true;
    known = version;
  });
  const stopPlace = effect(() => {
    void shell.place.value;
    changedElsewhere.value = false;
  });
  const stopSaved = effect(() => {
    // A form that stays on its page once it is saved holds nothing to lose.
    if (shell.toast.value !== null && section.peek().at === "settings") shell.unsaved.value = false;
  });

  return {
    shell,
    words: computed(() => DESK[host.language.value]),
    section,
    detail,
    visit,
    waiting,
    leave: () => {
      const to = waiting.peek();
      shell.unsaved.value = false;
      waiting.value = null;
      if (to !== null) move(to);
    },
    takesFocus: () => {
      const due = focusDue;
      focusDue = false;
      return due;
    },
    changedElsewhere,
    dispose: () => {
      stopVersion();
      stopPlace();
      stopSaved();
      shell.dispose();
    },
  };
};

export const isAccountPlace = (place: Place | null): place is AccountPlace =>
  place !== null &&
  (place.at === "claim" || place.at === "account" || place.at === "timeline" || place.at === "law");

const SECTIONS: readonly Place["at"][] = [
  "today",
  "search",
  "settings",
  "silent",
  "first-run",
  "desk",
];

const isSection = (place: Place): boolean => SECTIONS.includes(place.at);

/** Another letter of the same search: focus stays in the field. */
const isTyping = (from: Place, to: Place): boolean => to.at === "search" && from.at !== "first-run";
