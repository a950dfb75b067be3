import { OUTLOOK_PARTS } from "#shared/locales/outlook-parts.ts";
import { effect } from "@preact/signals";
import type { OutlookItem } from "#outlook/outlook.ts";
import { faultWord } from "./fault-word.ts";
import { filedAs } from "./filed-as.ts";
import type { Pane } from "./pane.ts";

const CATEGORIES_KEY = "categories";

/** Signing in was chosen: on every device of this mailbox. */
export const SIGNED_IN_KEY = "microsoft-365";

export const wasSignedIn = (pane: Pane): boolean =>
  pane.outlook.settings.read(SIGNED_IN_KEY) === "on";

export const marksMessages = (pane: Pane): boolean =>
  pane.outlook.settings.read(CATEGORIES_KEY) === "on";

export const setMarksMessages = async (pane: Pane, on: boolean): Promise<void> => {
  await pane.outlook.settings.write(CATEGORIES_KEY, on ? "on" : null);
};

/**
 * Puts the one neutral category on each open message that is filed, where that was chosen, and takes it away again once
 * its debtor is held for death or illness. In a mailbox of several it is
 * never done: a colleague would read from it who is chased.
 */
export const followMarks = (pane: Pane): (() => void) =>
  effect(() => {
    void pane.version.value;
    const mail = pane.openMail.value;
    const item = pane.outlook.item.value;
    if (mail === null || item === null || mail.key !== item.key || item.isShared) return;
    if (!marksMessages(pane)) return;
    void markIfFiled(pane, item, mail.message.messageId);
  });

const markIfFiled = async (
  pane: Pane,
  item: OutlookItem,
  messageId: string | null,
): Promise<void> => {
  if (messageId === null || !pane.outlook.client.can.categories) return;
  const filed = await pane.run(filedAs, messageId);
  if (!filed.ok || filed.value === null) return;
  await (filed.value === "marked" ? mark(pane, item) : unmark(pane, item));
};

/** The mark may have been put in either language, before the debtor's death or illness was known. */
const unmark = async (pane: Pane, item: OutlookItem): Promise<void> => {
  const { categories } = pane.outlook;
  const standing = await categories.read(item);
  if (!standing.ok) return;
  const ours = Object.values(OUTLOOK_PARTS).map((words) => words.categories.name.own);
  const names = standing.value.filter((name) => ours.includes(name));
  if (names.length === 0) return;
  const removed = await categories.remove(item, names);
  if (removed.ok || removed.error.type === "item-changed") return;
  const words = OUTLOOK_PARTS[pane.language.peek()].categories;
  const text = words.notRemoved(faultWord(removed.error, pane.language.peek()));
  pane.say({ key: "category", tone: "warning", text });
};

const mark = async (pane: Pane, item: OutlookItem): Promise<void> => {
  const { categories, client } = pane.outlook;
  const words = OUTLOOK_PARTS[pane.language.peek()].categories;
  const name = words.name.own;
  const standing = await categories.read(item);
  if (!standing.ok || standing.value.includes(name)) return;
  const put = await categories.put(item, [name]);
  if (put.ok || put.error.type === "item-changed") return;
  if (client.can["new-categories"]) {
    await categories.make([name]);
    const again = await categories.put(item, [name]);
    if (again.ok) return;
  }
  const fault = faultWord(put.error, pane.language.peek());
  const text = put.error.type === "failed" ? words.refused : [fault];
  pane.say({ key: "category", tone: "info", text });
};
