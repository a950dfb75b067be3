import { foreign } from "#shared/kernel/text.ts";
import type { Sentence } from "#shared/locales/locale.ts";
import type { Pane } from "./pane.ts";

export type FromNote = { readonly text: Sentence | null; readonly warning: Sentence | null };

/**
 * The address that a draft would leave from, as far as Outlook tells it, and a warning where the debtor does not know it.
 * An item that has not told its own (another mailbox, a draft of an older Outlook) says nothing: it may not be ours.
 */
export const fromNote = (pane: Pane): FromNote => {
  const item = pane.outlook.item.value;
  const from = (item === null ? pane.outlook.client.address : (item.from ?? "")).toLowerCase();
  const known = (pane.creditor.value?.addresses ?? []).map((one) => one.toLowerCase());
  const words = pane.words.value.draftNote;
  const address = foreign(from, 120);
  if (from === "") return { text: null, warning: null };
  return known.length === 0 || known.includes(from)
    ? { text: words.from(address), warning: null }
    : { text: null, warning: words.fromOther(address) };
};
