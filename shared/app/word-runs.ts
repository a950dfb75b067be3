import { foreign, own } from "#shared/kernel/text.ts";
import type { Own } from "#shared/kernel/text.ts";
import type { Ground } from "#shared/mail/reading.ts";
import type { WordRun } from "./mail-view.ts";

/** Grounds marked in the words: a wall of them would mark everything. */
const MARKS_MAX = 60;

/**
 * The new words, run by run: each with what rests on it. Where grounds overlap (the sentence of a promise, the day in it)
 * the words bear the names of them all.
 */
export const runsOf = (
  words: string,
  grounds: readonly Ground[],
  wordOf: (of: string) => Own,
): readonly WordRun[] => {
  const marks = grounds
    .flatMap(({ of, span }) =>
      span === null || span.of !== "newWords" ? [] : [{ of, from: span.from, to: span.to }],
    )
    .slice(0, MARKS_MAX)
    .map(({ of, from, to }) => ({
      name: wordOf(of).own,
      from: Math.max(0, from),
      to: Math.min(words.length, to),
    }))
    .filter(({ from, to }) => from < to);
  const edges = new Set([0, words.length, ...marks.flatMap(({ from, to }) => [from, to])]);
  const at = [...edges].sort((a, b) => a - b);
  const runs: WordRun[] = [];
  for (let index = 0; index + 1 < at.length; index += 1) {
    const from = at[index] ?? 0;
    const to = at[index + 1] ?? 0;
    const names = new Set(
      marks.filter((mark) => mark.from <= from && mark.to >= to).map(({ name }) => name),
    );
    const text = foreign(words.slice(from, to));
    if (text.foreign === "") continue;
    runs.push({ text, of: names.size === 0 ? null : own([...names].join(", ")) });
  }
  return runs;
};
