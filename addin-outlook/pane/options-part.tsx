import type { VNode } from "preact";
import type { PartProps } from "./lazy-parts.tsx";

export const OptionsPart = ({ pane }: PartProps): VNode => (
  <section class="rl ol-part">
    <h1>{pane.words.value.strip.outlook.own}</h1>
  </section>
);
