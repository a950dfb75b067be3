import type { VNode } from "preact";
import { FirstRunScreen } from "#src/sidebar/screens/first-run-screen.tsx";
import type { Shell } from "#src/sidebar/shell.ts";
import type { Desk } from "#src/desk/desk-shell.ts";

/** The first run of the pane; from it the desk goes on to the day's list. */
export const FirstRunPage = ({ desk }: { readonly desk: Desk }): VNode => {
  const shell: Shell = {
    ...desk.shell,
    showMail: () => {
      desk.shell.unsaved.value = false;
      desk.visit({ at: "today" });
    },
  };
  return (
    <div class="rl-desk__form">
      <FirstRunScreen shell={shell} />
    </div>
  );
};
