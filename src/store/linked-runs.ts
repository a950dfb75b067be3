import { compareText } from "#shared/kernel/text.ts";
import type { Entry } from "#shared/ledger/entry.ts";

/**
 * Entries as runs in which each follows the one before it, in order of writer and sequence. Where a writer forked, one
 * branch goes on and each other one is a run of its own. Every entry is in exactly one run, also where links are broken.
 */
export const linkedRuns = (entries: readonly Entry[]): readonly (readonly Entry[])[] => {
  const sorted = [...entries].sort(
    (a, b) =>
      compareText(a.header.writer, b.header.writer) ||
      a.header.sequence - b.header.sequence ||
      compareText(a.hash, b.hash),
  );
  // A run is known by the place of its last entry, which the next entry of the run names.
  const runs: Entry[][] = [];
  const openRuns = new Map<string, Entry[]>();
  for (const entry of sorted) {
    const { writer, sequence, previous } = entry.header;
    const before = placeOf(writer, sequence - 1, previous);
    const run = openRuns.get(before);
    if (run === undefined) {
      const begun = [entry];
      runs.push(begun);
      openRuns.set(placeOf(writer, sequence, entry.hash), begun);
    } else {
      run.push(entry);
      openRuns.delete(before);
      openRuns.set(placeOf(writer, sequence, entry.hash), run);
    }
  }
  return runs;
};

/** How many places of a writer hold more than one entry: a copy of its store was written to as well. */
export const forkPlacesOf = (
  entries: readonly Entry[],
): readonly { readonly writer: string; readonly sequence: number }[] => {
  const hashByPlace = new Map<string, string>();
  const forks = new Map<string, { readonly writer: string; readonly sequence: number }>();
  for (const { hash, header } of entries) {
    const { writer, sequence } = header;
    const place = `${writer} ${String(sequence)}`;
    const known = hashByPlace.get(place);
    if (known === undefined) hashByPlace.set(place, hash);
    else if (known !== hash) forks.set(place, { writer, sequence });
  }
  return [...forks.values()];
};

const placeOf = (writer: string, sequence: number, hash: string): string =>
  `${writer} ${String(sequence)} ${hash}`;
