import type { VNode } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { Own } from "#shared/kernel/text.ts";
import { Button } from "#src/sidebar/components/button.tsx";
import { Icon } from "#src/sidebar/components/icon.tsx";
import type { Pane } from "./pane.ts";

/** The title of what stands in the sidebar's place, and the way back to it. */
export const PartHead = ({ pane, title }: { readonly pane: Pane; readonly title: Own }): VNode => {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
  }, []);
  return (
    <>
      <div class="rl-back">
        <Button
          small
          look="subtle"
          name="part/back"
          onClick={() => {
            pane.part.value = "sidebar";
          }}
        >
          <Icon name="back" />
          {pane.words.value.strip.backToPane.own}
        </Button>
      </div>
      <h1 ref={heading} tabIndex={-1}>
        {title.own}
      </h1>
    </>
  );
};
