import type { ComponentChildren, VNode } from "preact";
import type { Sentence } from "#shared/locales/locale.ts";
import { SentenceText } from "./sentence-text.tsx";

export type Tone = "info" | "good" | "warning" | "danger";

export const Notice = (props: {
  readonly tone: Tone;
  readonly text: Sentence;
  /** Said at once by screen readers: a refusal of what was just done. */
  readonly urgent?: boolean;
  readonly children?: ComponentChildren;
}): VNode => (
  <div
    class={`rl-notice rl-notice--${props.tone}`}
    role={props.urgent === true ? "alert" : undefined}
  >
    <p>
      <SentenceText text={props.text} />
    </p>
    {props.children}
  </div>
);
