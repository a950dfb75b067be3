import { quoteMarks } from "./html-lines.ts";
import type { HtmlLine } from "./html-lines.ts";
import { htmlLines } from "./html-text.ts";
import type { MailAddress, Message } from "./message.ts";
import {
  NEW_WORDS_CHARS_MAX,
  NEW_WORDS_LINES_MAX,
  newWords,
  newWordsOfLines,
} from "./new-words.ts";
import type { NewWords } from "./new-words.ts";
import { isSeparator } from "./quote-marks.ts";

export type HtmlWords = NewWords & {
  /** Whether the program that wrote the mail marked history or signature: then nothing was guessed from prose alone. */
  readonly isMarked: boolean;
};

/** The new words of HTML: by the marks of the program that wrote it first, then by the rules for text. */
export const newWordsOfHtml = (html: string, from: MailAddress | null = null): HtmlWords => {
  const lines = within(htmlLines(html));
  const isMarked = lines.some((line) => line.part !== "own");
  const own = lines.filter((line) => line.part !== "signature");
  const signed = lines.filter((line) => line.part === "signature");
  const words = newWordsOfLines(own.map(asText), from);
  if (words.text === "" && signed.length > 0) {
    // Some programs let people type inside the block of the signature.
    return { ...newWordsOfLines(lines.map(asText), from), isMarked };
  }
  const signature = [words.signature, ...signed.map((line) => line.text)].join("\n").trim();
  return { ...words, signature, isMarked };
};

const within = (lines: readonly HtmlLine[]): readonly HtmlLine[] => {
  let chars = 0;
  return lines.slice(0, NEW_WORDS_LINES_MAX).filter((line) => {
    chars += line.text.length + 1;
    return chars <= NEW_WORDS_CHARS_MAX;
  });
};

const asText = (line: HtmlLine): string => {
  const isQuoted =
    line.part === "history" || (line.part === "attribution" && !isSeparator(line.text));
  const depth = isQuoted ? Math.max(1, line.depth) : line.depth;
  return (quoteMarks(depth) + line.text).trimEnd();
};

/**
 * The new words of a message. The HTML tells more where its program marked what is history; else the plain text is read,
 * which its program laid out itself; else the HTML as a person would see it.
 */
export const newWordsOf = (message: Pick<Message, "text" | "html" | "from">): NewWords => {
  const hasText = message.text !== null && message.text.trim() !== "";
  const ofHtml = message.html === null ? null : newWordsOfHtml(message.html, message.from);
  if (ofHtml !== null && (!hasText || (ofHtml.isMarked && ofHtml.text !== ""))) {
    const { isMarked: _, ...words } = ofHtml;
    return words;
  }
  return newWords(message.text ?? "", message.from);
};
