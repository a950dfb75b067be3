import type { Pane } from "./pane.ts";

/** The desk, in the pane's own place. */
export const openDesk = async (pane: Pane, page: string): Promise<void> => {
  pane.deskPage.value = page;
  pane.part.value = "desk";
  await Promise.resolve();
};
