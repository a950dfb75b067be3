import { useRef } from "preact/hooks";
import type { Foreign } from "#shared/kernel/text.ts";
import type { Shell } from "#src/sidebar/shell.ts";

export type ForeignChanges = {
  /** Rows that another tab or device changed under the eyes of the reader. */
  readonly changed: ReadonlySet<string>;
  /** Names of those that it took away. */
  readonly gone: readonly Foreign[];
};

type Seen = {
  readonly version: number;
  /** What is looked at: another page or filter is no change. */
  readonly scope: string;
  readonly rows: ReadonlyMap<string, { readonly text: string; readonly name: Foreign }>;
};

/** Names said as gone at once; beyond, the list itself says enough. */
const GONE_MAX = 5;

type NamedRow = { readonly key: string; readonly name: Foreign };

/** Compares each drawing of a list with the one before it, and tells what did not come from this page. */
export const useForeignChanges = (
  shell: Shell,
  version: number,
  scope: string,
  rows: readonly NamedRow[],
): ForeignChanges => {
  const seen = useRef<Seen | null>(null);
  const told = useRef<ForeignChanges>(NOTHING);
  const before = seen.current;
  if (before === null || before.version !== version || before.scope !== scope) {
    const now = new Map(
      rows.map((row) => [row.key, { text: JSON.stringify(row), name: row.name }]),
    );
    if (before === null || before.scope !== scope) told.current = NOTHING;
    else if (!shell.isOwnVersion(version)) told.current = changesBetween(before.rows, now);
    seen.current = { version, scope, rows: now };
  }
  return told.current;
};

const NOTHING: ForeignChanges = { changed: new Set(), gone: [] };

const changesBetween = (before: Seen["rows"], now: Seen["rows"]): ForeignChanges => {
  const changed = new Set<string>();
  for (const [key, { text }] of now) if (before.get(key)?.text !== text) changed.add(key);
  const gone: Foreign[] = [];
  for (const [key, { name }] of before) if (!now.has(key)) gone.push(name);
  return { changed, gone: gone.slice(0, GONE_MAX) };
};
