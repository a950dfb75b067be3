import type { VNode } from "preact";
import type { PartProps } from "./lazy-parts.tsx";

export const DiagnosisPart = ({ pane }: PartProps): VNode => (
  <section class="rl ol-part">
    <h1>{pane.words.value.diagnosis.title.own}</h1>
  </section>
);
