import { once } from "#shared/kernel/once.ts";
import type { AmountFind } from "./amounts.ts";
import { monthNamed, weekdayNamed } from "./date-words.ts";
import { openingOf, phraseEnd, phraseOf } from "./phrases.ts";
import type { Phrase } from "./phrases.ts";
import type { Token } from "./words.ts";

/** Shares of the claim, and its rest, as phrases (see phrases.ts). */
const SHARES: readonly (readonly [string, number])[] = [
  ["la|une|l|ma|cette? autre? moitie", 0.5],
  ["the|one|other? half", 0.5],
  ["50 50", 0.5],
  ["deux tiers", 2 / 3],
  ["two thirds", 2 / 3],
  ["un|le|premier tiers", 1 / 3],
  ["a|one third", 1 / 3],
  ["trois quarts", 0.75],
  ["three quarters", 0.75],
  ["un|le quart", 0.25],
  ["a|one quarter", 0.25],
];
const RESTS: readonly string[] = [
  "le|du|au solde",
  "the|remaining|outstanding balance",
  "le|du reste",
  "the rest",
  "the? remainder",
  "le restant",
];
/** Words after a share that make it one of something else: half an hour, un quart d'heure, half term. */
const NOT_SHARED: ReadonlySet<string> = new Set([
  "an",
  "hour",
  "day",
  "days",
  "term",
  "way",
  "year",
  "dozen",
  "price",
  "heure",
  "d",
  "of an",
  "past",
  "annee",
]);

const LINKS: ReadonlySet<string> = new Set("of de du des d".split(" "));
const ARTICLES: ReadonlySet<string> = new Set(
  "the my our your this that la le les l votre ce cette a".split(" "),
);
const OWED: ReadonlySet<string> = new Set(
  "it them this that amount invoice invoices bill bills total balance sum money debt outstanding whole payment what facture factures somme montant total solde dette du tout note which both ici abord emblee avance suite".split(
    " ",
  ),
);

const TIME_AFTER: ReadonlySet<string> = new Set(
  "que qu lors demain maintenant le la l ce cet cette mon notre votre reception signature aujourd jour".split(
    " ",
  ),
);
const isTimeAfter = (text: string): boolean =>
  TIME_AFTER.has(text) || weekdayNamed(text) > 0 || monthNamed(text) > 0;

/** "The second half of the grant", "la moitié des palettes", "half an hour": shares of something else than what is owed. */
const isOfOther = (words: readonly Token[], at: number): boolean => {
  const next = words[at];
  if (next === undefined || next.kind === "end") return false;
  if (NOT_SHARED.has(next.text) && !LINKS.has(next.text)) return true;
  if (!LINKS.has(next.text)) return false;
  const owned = words[at + 1];
  // "La moitié dès que …", "la moitié dès lundi": a word of time.
  if (next.text === "des" && owned !== undefined && isTimeAfter(owned.text)) return false;
  const noun =
    owned !== undefined && ARTICLES.has(owned.text) && !OWED.has(owned.text)
      ? words[at + 2]
      : owned;
  return noun?.kind === "word" && !OWED.has(noun.text);
};

type Part = { readonly phrase: Phrase; readonly share: number | null };
const parts = once((): ReadonlyMap<string, readonly Part[]> => {
  const out = new Map<string, Part[]>();
  const put = (text: string, share: number | null): void => {
    const phrase = phraseOf(text);
    for (const word of openingOf(text).words) {
      const list = out.get(word);
      if (list === undefined) out.set(word, [{ phrase, share }]);
      else list.push({ phrase, share });
    }
  };
  for (const [text, share] of SHARES) put(text, share);
  for (const text of RESTS) put(text, null);
  return out;
});

/** Shares and rests among the tokens, at most so many; "la moitié" is one, not two. */
export const partsAmong = (tokens: readonly Token[], most: number): readonly AmountFind[] => {
  const words = tokens.filter((token) => token.kind !== "mark");
  const out: AmountFind[] = [];
  for (let at = 0; at < words.length && out.length < most; at += 1) {
    for (const { phrase, share } of parts().get(words[at]?.text ?? "") ?? []) {
      const end = phraseEnd(phrase, words, at);
      if (end < 0 || (share !== null && isOfOther(words, end))) continue;
      const from = words[at]?.from ?? 0;
      const to = words[end - 1]?.to ?? from;
      const rule = share === null ? "amount.rest" : "amount.share";
      out.push({ from, to, rule, minor: null, share, rest: share === null });
      at = end - 1;
      break;
    }
  }
  return out;
};
