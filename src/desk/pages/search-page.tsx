import type { VNode } from "preact";
import { searchView } from "#shared/app/search-view.ts";
import { LinkButton } from "#src/sidebar/components/button.tsx";
import { RowList } from "#src/sidebar/components/row-list.tsx";
import { ForeignText } from "#src/sidebar/components/sentence-text.tsx";
import { useView } from "#src/sidebar/use-view.ts";
import type { Desk } from "#src/desk/desk-shell.ts";
import { Loaded } from "#src/desk/loaded.tsx";
import { PageTitle } from "#src/desk/page-title.tsx";

/** What the field at the top of every page has found. */
export const SearchPage = (props: { readonly desk: Desk; readonly query: string }): VNode => {
  const { desk, query } = props;
  const { shell } = desk;
  const drawn = useView(shell, searchView, { query }, query);
  return (
    <div class="rl-stack rl-stack--loose">
      <PageTitle desk={desk}>{shell.words.value.search.results.own}</PageTitle>
      <Loaded
        shell={shell}
        drawn={drawn}
        renderView={(view) => (
          <div class="rl-stack">
            <output class="rl-quiet">{view.status.own}</output>
            <RowList class="rl-desk__plain" label={shell.words.value.search.results.own}>
              {view.hits.map((hit) => (
                <li key={hit.key} data-row-account={hit.account} class="rl-desk__hit">
                  <span class="rl-desk__word">{hit.kindWord.own}</span>
                  <span class="rl-desk__hit-main">
                    <LinkButton
                      name={hit.open.key}
                      onClick={() => void shell.perform(hit.open.key, hit.open.action)}
                    >
                      <ForeignText text={hit.label} />
                    </LinkButton>
                    {hit.debtor === null ? null : (
                      <span class="rl-quiet">
                        <ForeignText text={hit.debtor} />
                      </span>
                    )}
                  </span>
                </li>
              ))}
            </RowList>
          </div>
        )}
      />
    </div>
  );
};
