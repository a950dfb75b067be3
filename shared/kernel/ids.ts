import { sha256Hex, utf8Bytes } from "./bytes.ts";

/**
 * An id made from facts, so that the same fact taken in twice is one: the kind, then the first 20 hexadecimal digits of
 * the SHA-256 of its parts, each preceded by its length (no two lists of parts give the same bytes).
 */
export const idOfFacts = (kind: string, parts: readonly string[]): string =>
  `${kind}-${sha256Hex(utf8Bytes(parts.map((part) => `${String(part.length)}:${part}`).join("|"))).slice(0, 20)}`;

/** An id for something that only this act brings into the world; `chance` is 16 random bytes in hexadecimal, given by the host. */
export const idOfChance = (kind: string, chance: string): string =>
  `${kind}-${chance.slice(0, 20)}`;

/** Letters and digits that cannot be taken for one another on paper or by telephone (no I, L, O, U, 0, 1). */
const REFERENCE_ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

/** `R-` and six characters. The caller checks that the ledger does not know it yet, and tries another salt if it does. */
export const referenceOf = (salt: string): string => {
  const digest = sha256Hex(utf8Bytes(salt));
  let out = "R-";
  for (let i = 0; i < 6; i += 1) {
    const value = Number.parseInt(digest.slice(i * 8, i * 8 + 8), 16);
    out += REFERENCE_ALPHABET.charAt(value % REFERENCE_ALPHABET.length);
  }
  return out;
};
