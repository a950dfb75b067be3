import { signal } from "@preact/signals";
import type { ReadonlySignal } from "@preact/signals";
import { todayList } from "#shared/app/today-list.ts";
import { together } from "#shared/locales/locale.ts";
import { OUTLOOK_GRAPH } from "#shared/locales/outlook-graph.ts";
import { OUTLOOK_SIGNED_IN } from "#shared/locales/outlook-signed-in.ts";
import type { GraphClient } from "#outlook/graph/client.ts";
import { unreachedText } from "#outlook/graph/fault-text.ts";
import { lookThroughMailboxes } from "#outlook/graph/look-through.ts";
import type { MailboxLook } from "#outlook/graph/look-through.ts";
import { mailboxesOf } from "./cloud-mailboxes.ts";
import type { Pane } from "./pane.ts";

const LOOKED_KEY = "looked";
/** A pane opens with every mail that somebody reads: the mailbox is not asked each time. */
const PAUSE_MS = 15 * 60 * 1000;
/** Places not reached that are named; the rest is of the same kind. */
const TOLD_MAX = 3;

export type CloudLook = {
  /** Looks now, and says what came of it. */
  readonly look: () => Promise<void>;
  /** At most once in a while, and only what is to be known is said. */
  readonly lookIfDue: () => Promise<void>;
  readonly isLooking: ReadonlySignal<boolean>;
};

export const cloudLook = (pane: Pane, client: GraphClient): CloudLook => {
  const isLooking = signal(false);
  const seen = new Set<string>();

  const look = async (isAsked: boolean): Promise<void> => {
    if (isLooking.peek()) return;
    if (pane.creditor.peek() === null) {
      const text = OUTLOOK_GRAPH[pane.language.peek()].sync.notBegun;
      if (isAsked) pane.say({ key: "look", tone: "info", text });
      return;
    }
    isLooking.value = true;
    pane.remembered.write(LOOKED_KEY, pane.clock.now());
    try {
      const { run, clock } = pane;
      const mailboxes = mailboxesOf(pane);
      const found = await lookThroughMailboxes({ client, run, mailboxes, now: clock.now, seen });
      await sayFound(pane, found, isAsked);
    } finally {
      isLooking.value = false;
    }
  };

  return {
    isLooking,
    look: () => look(true),
    lookIfDue: async () => {
      const before = Date.parse(pane.remembered.read(LOOKED_KEY) ?? "");
      const since = Date.parse(pane.clock.now()) - before;
      if (since >= 0 && since < PAUSE_MS) return;
      await look(false);
    },
  };
};

const sayFound = async (pane: Pane, found: MailboxLook, isAsked: boolean): Promise<void> => {
  const language = pane.language.peek();
  const words = OUTLOOK_GRAPH[language].look;
  const toRead = await answersToRead(pane);
  const { unreached, fault } = found;
  const isWhole = unreached.length === 0 && fault === null;
  if (isWhole && !isAsked && found.filed.length === 0) return;
  const count = toRead === 0 ? words.none : words.toRead(toRead);
  pane.say({
    key: "look",
    tone: isWhole ? "good" : "warning",
    text: together(
      [count],
      ...unreached.slice(0, TOLD_MAX).map((one) => unreachedText(one, language)),
      fault === null ? null : OUTLOOK_SIGNED_IN[language].lookStopped,
    ),
  });
};

/** As the day's list counts them: what a look has filed and what waited before it. */
const answersToRead = async (pane: Pane): Promise<number> => {
  const today = await pane.run(todayList, { canWriteDrafts: true, whole: true });
  return today.ok ? today.value.rows.filter(({ chip }) => chip === "to-read").length : 0;
};
