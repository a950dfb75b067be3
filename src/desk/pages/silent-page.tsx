import type { VNode } from "preact";
import { silentView } from "#shared/app/silent-view.ts";
import { ActionButton } from "#src/sidebar/components/actions.tsx";
import { LinkButton } from "#src/sidebar/components/button.tsx";
import { RowList } from "#src/sidebar/components/row-list.tsx";
import { ForeignText, SentenceText } from "#src/sidebar/components/sentence-text.tsx";
import { useView } from "#src/sidebar/use-view.ts";
import type { Desk } from "#src/desk/desk-shell.ts";
import { Loaded } from "#src/desk/loaded.tsx";
import { PageTitle } from "#src/desk/page-title.tsx";

/** Why nothing is to be done today for those who owe and have no row. */
export const SilentPage = ({ desk }: { readonly desk: Desk }): VNode => {
  const { shell } = desk;
  const drawn = useView(shell, silentView, null, "silent");
  return (
    <Loaded
      shell={shell}
      drawn={drawn}
      renderView={(view) => (
        <div class="rl-stack rl-stack--loose">
          <div class="rl-desk__head">
            <PageTitle desk={desk}>{view.title.own}</PageTitle>
            <ActionButton shell={shell} action={view.back} small />
          </div>
          <p class="rl-quiet">{view.intro.own}</p>
          <RowList class="rl-desk__plain" label={view.title.own}>
            {view.rows.map((row) => (
              <li key={row.key} data-row-account={row.account} class="rl-desk__hit">
                <span class="rl-desk__hit-main">
                  <LinkButton
                    name={row.open.key}
                    onClick={() => void shell.perform(row.open.key, row.open.action)}
                  >
                    <ForeignText text={row.name} />
                  </LinkButton>
                  <span class="rl-small">
                    <SentenceText text={row.reason} />
                  </span>
                </span>
                <span class="rl-amount">{row.amounts.map(({ own }) => own).join(" + ")}</span>
              </li>
            ))}
          </RowList>
        </div>
      )}
    />
  );
};
