import { JACCARD_MAX } from "./check-corpus.ts";
import type { CorpusFault, CorpusMail } from "./check-corpus.ts";
import { likenessesOf } from "./check-likeness.ts";
import type { Likeness } from "./check-likeness.ts";
import type { Phrase, PhraseFile } from "./phrases.ts";

export type PhrasesCheck = {
  readonly phrases: readonly Phrase[];
  /** The likest two of all phrases and mails of which at least one is a phrase. */
  readonly likest: Likeness | null;
  readonly faults: readonly CorpusFault[];
};

/** Checks the phrases: their form, and that none is much the same as another or as a mail, held out or not. */
export const checkPhrases = (
  files: readonly PhraseFile[],
  mails: readonly Pick<CorpusMail, "id" | "expected">[],
): PhrasesCheck => {
  const phrases = files.flatMap((one) => one.phrases);
  const ids = new Set(phrases.map((one) => one.id));
  const likest = likenessesOf([
    ...mails.map(({ id, expected }) => ({ id, text: expected.reply })),
    ...phrases.map(({ id, mail }) => ({ id, text: mail.body })),
  ]).filter(({ one, other }) => ids.has(one) || ids.has(other));
  return {
    phrases,
    likest: likest[0] ?? null,
    faults: [
      ...files.flatMap(({ name, faults }) =>
        faults.map(({ line, text }): CorpusFault => ({
          code: "line",
          text: `${name}:${String(line)} ${text}`,
        })),
      ),
      ...likest
        .filter(({ jaccard }) => jaccard > JACCARD_MAX)
        .map(({ one, other, jaccard }): CorpusFault => ({
          code: "alike",
          text: `${one} and ${other}: ${jaccard.toFixed(2)}`,
        })),
    ],
  };
};
