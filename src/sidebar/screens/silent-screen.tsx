import type { VNode } from "preact";
import { silentView } from "#shared/app/silent-view.ts";
import { LinkButton } from "#src/sidebar/components/button.tsx";
import { Notice } from "#src/sidebar/components/notice.tsx";
import { RowList } from "#src/sidebar/components/row-list.tsx";
import { ForeignText, SentenceText } from "#src/sidebar/components/sentence-text.tsx";
import type { Shell } from "#src/sidebar/shell.ts";
import { useView } from "#src/sidebar/use-view.ts";

/** Why nothing: a sentence for every debtor who owes and has no row today. */
export const SilentScreen = ({ shell }: { readonly shell: Shell }): VNode => {
  const drawn = useView(shell, silentView, null, "silent").value;
  if (drawn.type === "loading") {
    return <p class="rl-quiet">{shell.words.value.shell.loading.own}</p>;
  }
  if (drawn.type === "fault") return <Notice tone="danger" text={drawn.text} />;
  const { view } = drawn;
  return (
    <div class="rl-stack">
      <h1>{view.title.own}</h1>
      <p class="rl-quiet">{view.intro.own}</p>
      <RowList class="rl-plain-rows" label={view.title.own}>
        {view.rows.map((row) => (
          <li key={row.key}>
            <div class="rl-spread">
              <LinkButton
                name={row.open.key}
                onClick={() => {
                  void shell.perform(row.open.key, row.open.action);
                }}
              >
                <ForeignText text={row.name} />
              </LinkButton>
              <span class="rl-amount">{row.amounts.map(({ own }) => own).join(" + ")}</span>
            </div>
            <p class="rl-small rl-quiet">
              <SentenceText text={row.reason} />
            </p>
          </li>
        ))}
      </RowList>
    </div>
  );
};
