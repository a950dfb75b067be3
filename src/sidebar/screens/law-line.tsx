import type { VNode } from "preact";
import { lawLineView } from "#shared/app/law-line-view.ts";
import { ActionLink } from "#src/sidebar/components/actions.tsx";
import { SentenceText } from "#src/sidebar/components/sentence-text.tsx";
import type { Shell } from "#src/sidebar/shell.ts";
import { useView } from "#src/sidebar/use-view.ts";
import { Mark } from "./law-parts.tsx";

/** The nearest deadline of a debtor in a line, and the ways into what the law makes of it. */
export const LawLine = (props: {
  readonly shell: Shell;
  readonly account: string;
}): VNode | null => {
  const { shell, account } = props;
  const drawn = useView(shell, lawLineView, { account }, account).value;
  // What stands above it has said already what cannot be read.
  if (drawn.type !== "view") return null;
  const { view } = drawn;
  return (
    <section class="rl-section rl-law-line" aria-label={view.title.own}>
      <h2>{view.title.own}</h2>
      <p class={`rl-law-tone--${view.tone}`}>
        <SentenceText text={view.nearest} />
        <Mark mark={view.mark} />
      </p>
      {view.others === null ? null : <p class="rl-small rl-quiet">{view.others.own}</p>}
      <div class="rl-line">
        {view.pages.map((action) => (
          <ActionLink key={action.key} shell={shell} action={action} />
        ))}
      </div>
    </section>
  );
};
