import type { VNode } from "preact";
import type { MissingView } from "#shared/app/missing-view.ts";
import { Button } from "#src/sidebar/components/button.tsx";
import { SentenceText } from "#src/sidebar/components/sentence-text.tsx";
import type { Shell } from "#src/sidebar/shell.ts";
import { Numbers } from "./law-parts.tsx";

/** What the file lacks before the next serious step, each with what fills it. */
export const MissingBody = (props: {
  readonly shell: Shell;
  readonly view: MissingView;
}): VNode => {
  const { shell, view } = props;
  return (
    <>
      <p>
        <SentenceText text={view.before} />
      </p>
      {view.none === null ? null : <p class="rl-quiet">{view.none.own}</p>}
      {view.items.length === 0 ? null : (
        <ul class="rl-plain-rows" aria-label={view.title.own}>
          {view.items.map((item) => (
            <li key={item.key} data-key={`lack/${item.code}`}>
              <p id={`rl-lack-${item.code}`}>
                {item.text.own}
                {item.invoices.length === 0 ? null : (
                  <>
                    {" : "}
                    <Numbers numbers={item.invoices} />
                  </>
                )}{" "}
                <span
                  class={item.needed === "formal" ? "rl-law-mark" : "rl-law-mark rl-law-mark--soft"}
                >
                  {item.neededWord.own}
                </span>
              </p>
              <div class="rl-line">
                <Button
                  small
                  name={item.action.key}
                  describedBy={`rl-lack-${item.code}`}
                  onClick={() => {
                    void shell.perform(item.action.key, item.action.action);
                  }}
                >
                  {item.action.label.own}
                </Button>
              </div>
            </li>
          ))}
        </ul>
      )}
    </>
  );
};
