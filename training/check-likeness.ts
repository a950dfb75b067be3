/** New words of fewer words than this say the same thing in the same way by chance. */
const WORDS_MIN = 8;
const GRAM_WORDS = 3;

export type Likeness = { readonly one: string; readonly other: string; readonly jaccard: number };

const wordsOf = (text: string): readonly string[] =>
  text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [];

const gramsOf = (words: readonly string[]): ReadonlySet<string> =>
  new Set(
    words
      .slice(0, words.length - GRAM_WORDS + 1)
      .map((_, at) => words.slice(at, at + GRAM_WORDS).join(" ")),
  );

/**
 * Pairs of texts by the Jaccard index of their word 3-grams, the likest first; those of nothing in common are left out.
 * Only texts that share a gram are ever compared.
 */
export const likenessesOf = (
  texts: readonly { readonly id: string; readonly text: string }[],
): readonly Likeness[] => {
  const long = texts
    .map(({ id, text }) => ({ id, words: wordsOf(text) }))
    .filter(({ words }) => words.length >= WORDS_MIN)
    .map(({ id, words }) => ({ id, grams: gramsOf(words) }));
  const holders = new Map<string, number[]>();
  const found: Likeness[] = [];
  for (const [at, { id, grams }] of long.entries()) {
    const shared = new Map<number, number>();
    for (const gram of grams) {
      const before = holders.get(gram) ?? [];
      for (const other of before) shared.set(other, (shared.get(other) ?? 0) + 1);
      if (before.length === 0) holders.set(gram, [at]);
      else before.push(at);
    }
    for (const [number, common] of shared) {
      const other = long[number];
      if (other === undefined) continue;
      const jaccard = common / (grams.size + other.grams.size - common);
      found.push({ one: other.id, other: id, jaccard });
    }
  }
  return found.sort((a, b) => b.jaccard - a.jaccard || (a.other < b.other ? -1 : 1));
};
