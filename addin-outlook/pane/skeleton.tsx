import type { VNode } from "preact";
import type { Own } from "#shared/kernel/text.ts";

/** The shape of the open mail's four lines, before there are words: the same as in pane.html, which is there first. */
export const Skeleton = ({ label }: { readonly label: Own }): VNode => (
  <main class="ol-skeleton" aria-busy="true">
    <p class="ol-skeleton__label" role="status">
      {label.own}
    </p>
    <span class="ol-skeleton__line ol-skeleton__line--short" />
    <span class="ol-skeleton__line" />
    <span class="ol-skeleton__line" />
    <span class="ol-skeleton__line ol-skeleton__line--short" />
    <span class="ol-skeleton__button" />
  </main>
);
