import { computed } from "@preact/signals";
import type { Host } from "#src/sidebar/host.ts";
import { serveDesk } from "#outlook/desk/serve-desk.ts";
import type { OutlookDialog } from "#outlook/outlook.ts";
import type { Pane } from "./pane.ts";

/** Notices of what a person may have asked for at the desk; all others are of the mail that is open beside the pane. */
const SAID_THERE = new Set(["draft", "cloud-draft", "draft-failed"]);

/** Outlook has one dialog at a time. */
const open = new WeakMap<Pane, OutlookDialog>();

/** The desk in a window of its own, which speaks to this pane; in the pane's place where Outlook opens none. */
export const openDesk = async (pane: Pane, host: Host, page: string): Promise<void> => {
  const { outlook } = pane;
  pane.deskPage.value = page;
  if (open.has(pane)) return;
  const opened = outlook.client.can.dialog
    ? await outlook.openDialog(new URL("../desk/index.html", location.href).href)
    : null;
  if (opened?.ok !== true) {
    pane.part.value = "desk";
    return;
  }
  const dialog = opened.value;
  open.set(pane, dialog);
  const before = new Set(pane.notices.peek());
  const said = computed(() =>
    pane.notices.value.filter((notice) => SAID_THERE.has(notice.key) && !before.has(notice)),
  );
  const stop = serveDesk(
    host,
    {
      send: (text) => {
        dialog.send(text);
      },
      onMessage: dialog.onMessage,
    },
    { page: pane.deskPage, lasts: pane.stores.lasts, said, unsay: pane.unsay },
  );
  dialog.onClosed(() => {
    stop();
    open.delete(pane);
  });
};
