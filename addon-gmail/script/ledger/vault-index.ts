/**
 * Which file holds which bytes: lines of a SHA-256 and an id, in sixteen hidden files by the first digit of the hash. What
 * the index lost is found again by listing, since every file of the vault is marked with its hash.
 */
export const vaultName = (sha256: string): string =>
  `b${String(Number.parseInt(sha256.charAt(0), 16) || 0)}`;

export const vaultNames = (names: Iterable<string>): readonly string[] =>
  [...names].filter((name) => /^b\d+$/.test(name));

export const parseVault = (text: string | null): ReadonlyMap<string, string> => {
  const files = new Map<string, string>();
  for (const line of (text ?? "").split("\n")) {
    const [sha256, id] = line.split(" ");
    if (sha256 !== undefined && id !== undefined) files.set(sha256, id);
  }
  return files;
};

export const textOfVault = (files: ReadonlyMap<string, string>): string =>
  [...files]
    .map(([sha256, id]) => `${sha256} ${id}\n`)
    .sort()
    .join("");

/** The texts of the index with these files too. */
export const withBlobs = (
  texts: ReadonlyMap<string, string | null>,
  blobs: readonly (readonly [string, string])[],
): ReadonlyMap<string, string> => {
  const grown = new Map<string, Map<string, string>>();
  for (const [sha256, id] of blobs) {
    const name = vaultName(sha256);
    const files = grown.get(name) ?? new Map(parseVault(texts.get(name) ?? null));
    files.set(sha256, id);
    grown.set(name, files);
  }
  return new Map([...grown].map(([name, files]) => [name, textOfVault(files)]));
};
