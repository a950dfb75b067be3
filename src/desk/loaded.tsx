import type { ReadonlySignal } from "@preact/signals";
import type { VNode } from "preact";
import { Notice } from "#src/sidebar/components/notice.tsx";
import type { Shell } from "#src/sidebar/shell.ts";
import type { Drawn } from "#src/sidebar/use-view.ts";

/** A view, or that it is being read, or why it cannot be. */
export const Loaded = <View,>(props: {
  readonly shell: Shell;
  readonly drawn: ReadonlySignal<Drawn<View>>;
  readonly renderView: (view: View, version: number) => VNode;
}): VNode => {
  const drawn = props.drawn.value;
  switch (drawn.type) {
    case "loading":
      return (
        <output class="rl-quiet rl-desk__loading">
          {props.shell.words.value.shell.loading.own}
        </output>
      );
    case "fault":
      return <Notice tone="danger" text={drawn.text} urgent />;
    case "view":
      return props.renderView(drawn.view, drawn.version);
  }
};
