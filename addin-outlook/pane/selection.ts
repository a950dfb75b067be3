import { OUTLOOK_PARTS } from "#shared/locales/outlook-parts.ts";
import type { Pane } from "./pane.ts";

const KEY = "selection";

/**
 * Where several messages are selected in Outlook none is open, and the pane has nothing to show beside them: it offers
 * to take them in. Fewer than two take the offer away.
 */
export const followSelection = (pane: Pane): (() => void) => {
  const { outlook } = pane;
  let turn = 0;
  const offer = async (): Promise<void> => {
    turn += 1;
    const mine = turn;
    const selected = await outlook.selected();
    // Another selection was made while Outlook was asked.
    if (mine !== turn) return;
    const count = selected.ok ? selected.value.length : 0;
    if (count < 2) {
      pane.unsay(KEY);
      return;
    }
    const words = OUTLOOK_PARTS[pane.language.peek()].drop;
    pane.say({
      key: KEY,
      tone: "info",
      text: words.selected(count),
      actions: [
        {
          label: words.fileThem,
          run: () => {
            pane.unsay(KEY);
            void import("./filing.ts").then(({ fileSelected }) => fileSelected(pane));
          },
        },
      ],
    });
  };
  return outlook.onSelection(() => {
    void offer();
  });
};
