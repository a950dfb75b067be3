import type { VNode } from "preact";
import { todayList } from "#shared/app/today-list.ts";
import type { Shell } from "#src/sidebar/shell.ts";
import { useView } from "#src/sidebar/use-view.ts";

/** How many rows the day has, beside the tab's name. */
export const TodayCount = ({ shell }: { readonly shell: Shell }): VNode | null => {
  const input = { canWriteDrafts: shell.host.can.writesDrafts };
  const drawn = useView(shell, todayList, input, "today").value;
  const count = drawn.type === "view" ? drawn.view.rows.length : 0;
  return count === 0 ? null : <span class="rl-count">{count}</span>;
};
