import type { Valued } from "./read-values.ts";
import { foldedInPlace } from "./words.ts";

const CHANGED = /changement|nouveau|nouvel|(?<![a-z])new(?![a-z])|chang|update|modifi|desormais/;
const ACCOUNT = /(?<![a-z])(?:rib|iban|bancaires?|bank|account|compte)(?![a-z])/;
const tellsOfChange = (words: string): boolean => {
  const folded = foldedInPlace(words);
  return CHANGED.test(folded) && ACCOUNT.test(folded);
};

/** A valid IBAN (ISO 13616) that is not one of the creditor's; null where none is. */
export const foreignIban = (
  words: string,
  knownIbans: readonly string[],
): Valued<string> | null => {
  const known = new Set(knownIbans.map((one) => one.replace(/[^A-Za-z0-9]/g, "").toUpperCase()));
  const pattern = /(?<![A-Za-z0-9])[A-Za-z]{2}\d{2}[A-Za-z0-9 \u00a0\u202f.-]{11,45}/g;
  for (let hit = pattern.exec(words); hit !== null; hit = pattern.exec(words)) {
    const tight = hit[0].replace(/[^A-Za-z0-9]/g, "").toUpperCase();
    for (let size = Math.min(34, tight.length); size >= 15; size -= 1) {
      const iban = tight.slice(0, size);
      if (!isIban(iban)) continue;
      if (known.has(iban)) break;
      if (known.size === 0 && !tellsOfChange(words)) break;
      const span = { of: "newWords" as const, from: hit.index, to: hit.index + hit[0].length };
      const ground = { of: "fraud.iban", quote: hit[0].trim(), span, rule: "fraud.unknown-iban" };
      return { value: iban, grounds: [ground] };
    }
  }
  return null;
};

const isIban = (text: string): boolean => {
  const moved = text.slice(4) + text.slice(0, 4);
  let rest = 0;
  for (const char of moved) {
    const code = char.charCodeAt(0);
    const value = code >= 65 ? code - 55 : code - 48;
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest === 1;
};
