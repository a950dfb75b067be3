import type { VNode } from "preact";
import type { FourLinesView } from "#shared/app/four-lines.ts";
import { SentenceText } from "./sentence-text.tsx";

/** Who; how much and how late; what they said; what next and why. Before any button. */
export const FourLines = (props: {
  readonly lines: FourLinesView;
  readonly heading: "h1" | "h2";
  /** The last two lines hold their place until the mail is read. */
  readonly toRead?: boolean;
}): VNode => {
  const Heading = props.heading;
  return (
    <div class="rl-four" aria-busy={props.toRead === true}>
      <Heading>
        <SentenceText text={props.lines.who} />
      </Heading>
      <p class="rl-four__owes">
        <SentenceText text={props.lines.owes} />
      </p>
      <p class="rl-four__said">
        <SentenceText text={props.lines.said} />
      </p>
      <p>
        <SentenceText text={props.lines.next} />
      </p>
    </div>
  );
};
