import { once } from "#shared/kernel/once.ts";
import { phraseEnd, phraseOf } from "./phrases.ts";
import { QUOTE_CHARS_MAX, READ_CHARS_MAX } from "./reading.ts";
import type { Ground } from "./reading.ts";
import { sentencesOf } from "./sentences.ts";
import { cutTextOf } from "./words.ts";

/** Words in which a death is told: few, since whatever else the mail says is then left to a person. */
const PHRASES = once(() =>
  [
    "est|sont|etait|fut decede|decedee|decedes",
    "decede|decedee le|ce|en|hier|subitement|dans",
    "le|du|au|son deces de|du|d|survenu",
    "acte|certificat|avis de deces",
    "nous a|ont quittes le|ce|hier|subitement",
    "passed away",
    "is|was deceased",
    "the deceased",
    "the|his|her|s death of",
    "father|mother|husband|wife|brother|sister|son|daughter|partner ..4 died",
    "died on|peacefully|suddenly",
    "death certificate",
  ].map((text) => phraseOf(text)),
);

/** The sentence that tells of a death; null where none does. Nothing follows of it: it is shown before all else. */
export const deathIn = (newWords: string): Ground | null => {
  const cut = cutTextOf(newWords.slice(0, READ_CHARS_MAX));
  for (const { tokens: all, from, to } of sentencesOf(cut)) {
    const tokens = all.filter(({ kind }) => kind !== "mark");
    if (!PHRASES().some((phrase) => tokens.some((_, at) => phraseEnd(phrase, tokens, at) > at)))
      continue;
    const end = Math.min(to, from + QUOTE_CHARS_MAX);
    const span = { of: "newWords", from, to: end } as const;
    return { of: "death", quote: newWords.slice(from, end), span, rule: "death.told" };
  }
  return null;
};
