import type { VNode } from "preact";
import type { EmptyView } from "#shared/app/view-parts.ts";
import type { Shell } from "#src/sidebar/shell.ts";
import { Actions } from "./actions.tsx";

/** What an empty screen teaches, and the way out of it. */
export const Empty = (props: { readonly shell: Shell; readonly empty: EmptyView }): VNode => {
  const [first, ...rest] = props.empty.actions;
  return (
    <div class="rl-empty">
      <h2>{props.empty.title.own}</h2>
      <p class="rl-quiet">{props.empty.text.own}</p>
      <Actions shell={props.shell} primary={first ?? null} actions={rest} />
    </div>
  );
};
