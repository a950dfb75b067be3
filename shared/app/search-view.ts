import { foldText, foreign } from "#shared/kernel/text.ts";
import type { Foreign, Own } from "#shared/kernel/text.ts";
import { APP } from "#shared/locales/app.ts";
import { viewOnly } from "./use-case.ts";
import { ok } from "#shared/kernel/result.ts";
import type { SearchRow } from "./search-rows.ts";
import type { UseCase } from "./use-case.ts";
import type { ActionView } from "./view-parts.ts";

/** What a screen shows of a search; the rest is counted. */
export const SEARCH_HITS_MAX = 20;
/** A longer query is a pasted mail, not a search; it is cut. */
export const QUERY_CHARS_MAX = 100;
/** Fewer digits than this are found as text alone: they stand in every amount. */
const DIGITS_MIN = 3;

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

type Wanted = {
  readonly folded: string;
  /** The same without blanks: `FA 2026-041` and `fa2026041`. */
  readonly dense: string;
  /** Digits of a query that is all figures and separators, else empty. */
  readonly digits: string;
  /** An amount typed without cents: `1 150` means `115000` too. */
  readonly withCents: string;
};

const wantedOf = (query: string): Wanted => {
  const cut = query.slice(0, QUERY_CHARS_MAX);
  const folded = foldText(cut);
  const bare = cut.replace(/[€$£]|EUR|GBP|USD/gi, "").trim();
  const figures = /^[\d\s.,'’()+/\u00a0\u202f-]+$/.test(bare);
  const digits = figures ? bare.replace(/\D/g, "") : "";
  const national = /^\s*\+33/.test(cut) ? `0${digits.slice(2)}` : digits;
  const whole = figures && !/[.,]\d{1,2}$/.test(bare);
  return {
    folded,
    dense: folded.replace(/ /g, ""),
    digits: national.length >= DIGITS_MIN ? national : "",
    withCents: whole && national !== "" ? `${national}00` : "",
  };
};

/** 0 exact, 1 begins with, 2 a word begins with, 3 contains; null: not found. */
const rankOf = (row: SearchRow, wanted: Wanted): number | null => {
  const { folded, dense, digits, withCents } = wanted;
  let rank: number | null = null;
  const at = dense === "" ? -1 : row.folded.indexOf(folded);
  if (at >= 0) rank = textRank(row.folded, folded, at);
  // Blanks are the last thing people remember of a number or a name.
  if (rank !== 0 && dense !== "" && dense.length >= DIGITS_MIN) {
    for (const field of row.folded.split(" | ")) {
      const place = field.replace(/ /g, "").indexOf(dense);
      if (place < 0) continue;
      const whole = place === 0 && field.replace(/ /g, "").length === dense.length;
      rank = Math.min(rank ?? 9, whole ? 0 : place === 0 ? 1 : 3);
    }
  }
  if (digits !== "" && rank !== 0) {
    for (const run of row.digits.split("|")) {
      if (run === digits || (withCents !== "" && run === withCents)) rank = 0;
      else if (run.startsWith(digits)) rank = Math.min(rank ?? 9, 1);
      else if (run.includes(digits)) rank = Math.min(rank ?? 9, 3);
    }
  }
  return rank;
};

const textRank = (folded: string, wanted: string, at: number): number => {
  const before = at === 0 || folded.startsWith("| ", at - 2);
  const end = at + wanted.length;
  const after = end === folded.length || folded.startsWith(" |", end);
  if (before && after) return 0;
  if (before) return 1;
  return folded.charAt(at - 1) === " " ? 2 : 3;
};

const KIND_ORDER: Readonly<Record<SearchRow["kind"], number>> = {
  debtor: 0,
  invoice: 1,
  reference: 2,
  contact: 3,
};

export const searchView: UseCase<SearchInput, SearchView, never> = {
  name: "search",
  // A field that is still empty asks for nothing: where a ledger is far away, reading it takes a moment.
  asks: ({ query }) => ({ accounts: [], keys: [], search: wantedOf(query).dense !== "" }),
  decide: ({ query }, loaded, facts) => {
    const words = APP[facts.language];
    const wanted = wantedOf(query);
    const head = {
      kind: "search" as const,
      query: foreign(query, QUERY_CHARS_MAX),
      label: words.search.label,
      placeholder: words.search.placeholder,
    };
    if (wanted.dense === "") {
      return ok(viewOnly({ ...head, hits: [], status: words.search.teach }));
    }
    const names = new Map<string, string>();
    const found: { readonly row: SearchRow; readonly rank: number; readonly index: number }[] = [];
    let index = 0;
    for (const row of loaded.searchRows) {
      index += 1;
      if (row.kind === "debtor") names.set(row.account, row.label);
      const rank = rankOf(row, wanted);
      if (rank !== null) found.push({ row, rank, index });
    }
    found.sort(
      (a, b) =>
        a.rank - b.rank || KIND_ORDER[a.row.kind] - KIND_ORDER[b.row.kind] || a.index - b.index,
    );
    const hits = found.slice(0, SEARCH_HITS_MAX).map(({ row }): SearchHitView => {
      const name = names.get(row.account);
      return {
        key: `${row.kind}/${row.subject}`,
        account: row.account,
        kind: row.kind,
        kindWord: words.search.kinds[row.kind],
        label: foreign(row.label),
        debtor: row.kind === "debtor" || name === undefined ? null : foreign(name),
        open: {
          key: `open/${row.kind}/${row.subject}`,
          label: row.kind === "debtor" ? words.common.debtorFile : words.common.claim,
          action:
            row.kind === "debtor" || row.kind === "contact"
              ? { go: "account", account: row.account }
              : { go: "claim", account: row.account },
        },
      };
    });
    const more = found.length - hits.length;
    const status =
      more > 0 ? words.search.foundMore(hits.length, more) : words.search.found(hits.length);
    return ok(viewOnly({ ...head, hits, status }));
  },
};
