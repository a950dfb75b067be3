import { ibansIn } from "./scan-ibans.ts";
import { groundOf } from "./read-values.ts";
import type { Valued } from "./read-values.ts";
import type { Ground } from "./reading.ts";
import { foldedInPlace, tokensOf } from "./words.ts";

export type ForeignIban = {
  /** In capitals, without spaces. */
  readonly iban: string;
  /** Whether its check digits are right; one that is not is named only where the mail tells of changed details. */
  readonly isSound: boolean;
};

/**
 * The IBANs (ISO 13616) of the words that are not known, the creditor's and the debtor's own: somebody may be posing as
 * one of them. Each has a ground. Where none is known yet every one counts.
 */
export const foreignIbans = (
  words: string,
  knownIbans: readonly string[],
): Valued<readonly ForeignIban[]> => {
  const known = new Set(knownIbans.map((one) => one.replace(/[^A-Za-z0-9]/g, "").toUpperCase()));
  const value: ForeignIban[] = [];
  const grounds: Ground[] = [];
  for (const { from, to, iban, isSound } of ibansIn(words)) {
    if (known.has(iban) || value.some((one) => one.iban === iban)) continue;
    if (!isSound && !tellsOfChange(words)) continue;
    value.push({ iban, isSound });
    const rule = isSound ? "fraud.unknown-iban" : "fraud.unsound-iban";
    grounds.push(groundOf("fraud.iban", words, { from, to, rule }));
  }
  return { value, grounds };
};

/** The first IBAN that is not known, with the grounds of all of them; null where there is none. */
export const foreignIban = (
  words: string,
  knownIbans: readonly string[],
): Valued<string> | null => {
  const { value, grounds } = foreignIbans(words, knownIbans);
  const first = value[0];
  return first === undefined ? null : { value: first.iban, grounds };
};

const set = (list: string): ReadonlySet<string> => new Set(list.split(" "));
const CHANGED = set(
  "changement changements change changes changed changing nouveau nouvel nouvelle nouvelles nouveaux new update updated updates modifie modifies modifiee modification desormais dorenavant remplace replace replaces replaced remplacer instead mettre now",
);
const ACCOUNT = set(
  "rib iban bic bancaire bancaires banque bank banks account accounts compte comptes coordonnees details domiciliation",
);

/** Whether the words tell of bank details that have changed. */
const tellsOfChange = (words: string): boolean => {
  const tokens = tokensOf(foldedInPlace(words));
  return (
    tokens.some((token) => CHANGED.has(token.text)) &&
    tokens.some((token) => ACCOUNT.has(token.text))
  );
};
