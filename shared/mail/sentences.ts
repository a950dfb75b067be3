import { cutTextOf } from "./words.ts";
import type { CutText, Token } from "./words.ts";

/** Words of one sentence; a wall of words without an end is cut into pieces of this size. */
export const SENTENCE_TOKENS_MAX = 150;
/** Sentences looked at; nobody answers a reminder with a book. */
export const SENTENCES_MAX = 600;

/** A sentence of a reply: its tokens without the one that ends it. `from` and `to` are offsets into the text. */
export type MailSentence = {
  readonly tokens: readonly Token[];
  readonly from: number;
  readonly to: number;
  readonly question: boolean;
};

/** The sentences of a text, in its order; none is empty. */
export const sentencesOf = (text: string | CutText): readonly MailSentence[] => {
  const sentences: MailSentence[] = [];
  let tokens: Token[] = [];
  const close = (end: Token | null): void => {
    const first = tokens[0];
    const last = tokens[tokens.length - 1];
    if (first !== undefined && last !== undefined)
      sentences.push({
        tokens,
        from: first.from,
        // The sign that ends a sentence is shown with it, a line's end is not.
        to: end !== null && end.text.trim() !== "" ? end.to : last.to,
        question: end?.text === "?",
      });
    tokens = [];
  };
  for (const token of cutTextOf(text).tokens) {
    if (sentences.length >= SENTENCES_MAX) return sentences;
    if (token.kind === "end") close(token);
    else tokens.push(token);
    if (tokens.length >= SENTENCE_TOKENS_MAX) close(null);
  }
  close(null);
  return sentences;
};
