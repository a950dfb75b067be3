import type { Foreign, Own } from "#shared/kernel/text.ts";
import type { SearchRow } from "./search-rows.ts";
import type { UseCase } from "./use-case.ts";
import type { ActionView } from "./view-parts.ts";

/** What a screen shows of a search; the rest is counted. */
export const SEARCH_HITS_MAX = 20;
/** A longer query is a pasted mail, not a search; it is cut. */
export const QUERY_CHARS_MAX = 100;

export type SearchInput = { readonly query: string };

export type SearchHitView = {
  readonly key: string;
  readonly account: string;
  readonly kind: SearchRow["kind"];
  readonly kindWord: Own;
  /** What was found, as it was written: a name, a number, an address, a reference. */
  readonly label: Foreign;
  /** The debtor, where the label is not already its name. */
  readonly debtor: Foreign | null;
  readonly open: ActionView;
};

export type SearchView = {
  readonly kind: "search";
  readonly query: Foreign;
  readonly label: Own;
  readonly placeholder: Own;
  readonly hits: readonly SearchHitView[];
  /** `12 résultats`, `20 résultats affichés, 34 autres : précisez.`; what to type where the query is empty. */
  readonly status: Own;
};

export const searchView: UseCase<SearchInput, SearchView, never> = {
  name: "search",
  asks: () => ({ accounts: [], keys: [], search: true }),
  decide: () => {
    throw new Error("not written yet");
  },
};
