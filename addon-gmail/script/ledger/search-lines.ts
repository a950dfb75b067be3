import * as z from "zod/mini";
import { searchRowsOf } from "#shared/app/search-rows.ts";
import type { SearchRow } from "#shared/app/search-rows.ts";
import type { AccountState } from "#shared/claims/account.ts";
import { parseJson } from "#shared/ledger/canonical.ts";

z.config({ jitless: true });

/**
 * What a search by hand looks through, in so few hidden files that all of them are one round of Drive however large the
 * ledger is: a line an account, its id and its rows as JSON, parted by a tab. A file is of a run of shards, so that working
 * everything out again writes them in the order of those.
 */
export const SEARCH_FILES = 16;

export type SearchLines = ReadonlyMap<string, string>;

export const searchName = (shard: number, shards: number): string =>
  `q${String(Math.floor((shard * SEARCH_FILES) / shards))}`;

export const searchNames = (names: Iterable<string>): readonly string[] =>
  [...names].filter((name) => /^q\d+$/.test(name));

export const searchLineOf = (state: AccountState): string =>
  JSON.stringify(
    searchRowsOf(state).map(({ kind, label, folded, digits, subject }) => [
      kind,
      label,
      folded,
      digits,
      subject,
    ]),
  );

/** The lines as they are, for a change of some of them; null where it is not what was written. */
export const parseSearchLines = (text: string): SearchLines | null => {
  const lines = new Map<string, string>();
  for (const line of text.split("\n")) {
    if (line === "") continue;
    const [id, rows] = line.split("\t");
    const account = parseJson(id ?? "");
    if (typeof account !== "string" || rows === undefined) return null;
    lines.set(account, rows);
  }
  return lines;
};

export const textOfSearchLines = (lines: SearchLines): string =>
  [...lines.keys()]
    .sort()
    .map((account) => `${JSON.stringify(account)}\t${lines.get(account) ?? "[]"}\n`)
    .join("");

const ROWS = z.array(
  z.tuple([
    z.enum(["debtor", "invoice", "contact", "reference"]),
    z.string(),
    z.string(),
    z.string(),
    z.string(),
  ]),
);

export const searchRowsIn = (text: string): readonly SearchRow[] | null => {
  const lines = parseSearchLines(text);
  if (lines === null) return null;
  const rows: SearchRow[] = [];
  for (const [account, line] of lines) {
    const parsed = ROWS.safeParse(parseJson(line));
    if (!parsed.success) return null;
    for (const [kind, label, folded, digits, subject] of parsed.data)
      rows.push({ account, kind, label, folded, digits, subject });
  }
  return rows;
};
