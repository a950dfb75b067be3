import { useSignal } from "@preact/signals";
import type { VNode } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { QUERY_CHARS_MAX, searchView } from "#shared/app/search-view.ts";
import type { SearchView } from "#shared/app/search-view.ts";
import { Notice } from "#src/sidebar/components/notice.tsx";
import { walkRows } from "#src/sidebar/components/row-list.tsx";
import { useKeys } from "#src/sidebar/components/use-keys.ts";
import { ForeignText } from "#src/sidebar/components/sentence-text.tsx";
import type { Shell } from "#src/sidebar/shell.ts";
import { useView } from "#src/sidebar/use-view.ts";

/** Finds as one types; arrow down goes into the results, arrow up from the first comes back. */
export const SearchScreen = (props: {
  readonly shell: Shell;
  readonly query: string;
  /** Instead of opening the account: the search chooses one. */
  readonly onPick?: (account: string) => void;
}): VNode => {
  const { shell } = props;
  const query = useSignal(props.query);
  const drawn = useView(shell, searchView, { query: query.value }, query.value).value;
  const shown = useRef<SearchView | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const words = shell.words.value;
  if (drawn.type === "view") shown.current = drawn.view;
  useEffect(() => {
    field.current?.focus();
  }, []);
  const view = shown.current;
  useKeys(list, (event, place) => {
    const first = place.querySelector("button");
    if (event.key === "ArrowUp" && event.target === first) field.current?.focus();
    else walkRows(event, place);
  });
  const open = (hit: SearchView["hits"][number]): void => {
    if (props.onPick === undefined) void shell.perform(hit.open.key, hit.open.action);
    else props.onPick(hit.account);
  };
  return (
    <search class="rl-stack">
      <div class="rl-field">
        <label class="rl-label" for="rl-search">
          {view?.label.own ?? words.shell.search.own}
        </label>
        <input
          ref={field}
          class="rl-input"
          id="rl-search"
          type="text"
          inputMode="search"
          autocomplete="off"
          maxLength={QUERY_CHARS_MAX}
          value={query.value}
          aria-describedby="rl-search-status"
          onInput={(event) => {
            query.value = event.currentTarget.value;
          }}
          onKeyDown={(event) => {
            const [first] = view?.hits ?? [];
            if (event.key === "ArrowDown") {
              event.preventDefault();
              list.current?.querySelector("button")?.focus();
            } else if (event.key === "Enter" && first !== undefined) open(first);
          }}
        />
      </div>
      {drawn.type === "fault" ? <Notice tone="danger" text={drawn.text} /> : null}
      <output class="rl-small rl-quiet" id="rl-search-status" aria-live="polite">
        {view?.status.own ?? ""}
      </output>
      {view === null || view.hits.length === 0 ? null : (
        <ul ref={list} aria-label={words.search.results.own}>
          {view.hits.map((hit) => (
            <li key={hit.key}>
              <button
                type="button"
                class="rl-hit"
                data-key={hit.open.key}
                onClick={() => {
                  open(hit);
                }}
              >
                <span class="rl-spread">
                  <b>
                    <ForeignText text={hit.label} />
                  </b>
                  <span class="rl-small rl-quiet">{hit.kindWord.own}</span>
                </span>
                {hit.debtor === null ? null : (
                  <span class="rl-small rl-quiet">
                    <ForeignText text={hit.debtor} />
                  </span>
                )}
              </button>
            </li>
          ))}
        </ul>
      )}
    </search>
  );
};
