/** Beginnings of words, found by their first two letters. */
export type Stems = ReadonlyMap<string, readonly string[]>;

export const stemsOf = (list: readonly string[]): Stems => {
  const found = new Map<string, string[]>();
  for (const stem of list) {
    const key = stem.slice(0, 2);
    found.set(key, [...(found.get(key) ?? []), stem]);
  }
  return found;
};

/** The stem that a word begins with, or undefined. */
export const stemOf = (stems: Stems, word: string): string | undefined =>
  stems.get(word.slice(0, 2))?.find((stem) => word.startsWith(stem));
