import { openOutlook } from "#outlook/office/open.ts";
import type { DroppedFile, NoOutlook, Outlook, OutlookItem } from "#outlook/outlook.ts";
import type { Result } from "#shared/kernel/result.ts";

declare global {
  interface Window {
    /** What the tests work on: the port, and nothing of Office. */
    adapter: Promise<Outlook>;
    refused: NoOutlook | null;
    /** What was open, one after another. */
    items: (OutlookItem | null)[];
    /** The one that is open; there is one. */
    openItem: () => OutlookItem;
    dropped: DroppedFile[];
    textOf: (bytes: Uint8Array) => string;
    said: string[];
  }
}

window.items = [];
window.dropped = [];
window.said = [];
window.refused = null;
window.textOf = (bytes) => new TextDecoder("latin1").decode(bytes);

const opened = async (): Promise<Outlook> => {
  const result: Result<Outlook, NoOutlook> = await openOutlook();
  if (!result.ok) {
    window.refused = result.error;
    throw new Error(result.error.type);
  }
  const outlook = result.value;
  outlook.item.subscribe((item) => {
    window.items.push(item);
  });
  outlook.onDrop((files) => {
    window.dropped.push(...files);
  });
  window.openItem = () => {
    const item = outlook.item.peek();
    if (item === null) throw new Error("nothing is open");
    return item;
  };
  return outlook;
};

window.adapter = opened();
window.adapter.catch((cause: unknown) => {
  document.title = String(cause);
});
