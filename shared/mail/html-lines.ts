import { isOneOf, piecesOf } from "./characters.ts";

/** Characters of text that come out of HTML. */
export const HTML_TEXT_CHARS_MAX = 500_000;
/** Quote marks before a line. */
const QUOTE_DEPTH_MAX = 20;

export type HtmlPart = "own" | "history" | "attribution" | "signature";

/** A line as a person sees it. `depth` counts the quotations it stands in. */
export type HtmlLine = { readonly text: string; readonly depth: number; readonly part: HtmlPart };

export const quoteMarks = (depth: number): string => "> ".repeat(Math.min(depth, QUOTE_DEPTH_MAX));

/** Spaces that HTML folds into one; those that do not break stay. */
const isFolding = isOneOf(" \t\r\n\f");

/** Gathers text into lines as HTML flows: spaces fold, blocks begin lines, empty ones part them. */
export const lineWriter = () => {
  const lines: HtmlLine[] = [];
  // Pieces, not one growing text: to look at its end again and again would take the square of its length.
  let pieces: string[] = [];
  let length = 0;
  let last = "";
  let hasInk = false;
  let pendingSpace = false;
  let depth = 0;
  let part: HtmlPart = "own";
  let written = 0;
  let wantsGap = false;
  const add = (piece: string): void => {
    if (piece === "") return;
    pieces.push(piece);
    length += piece.length;
    last = piece.charAt(piece.length - 1);
    hasInk = hasInk || piece.trim() !== "";
  };
  const flush = (): void => {
    if (hasInk) {
      if (wantsGap && lines.length > 0) lines.push({ text: "", depth, part });
      wantsGap = false;
      const text = pieces.join("").trimEnd();
      lines.push({ text, depth, part });
      written += text.length + 2 * depth + 1;
    } else if (length > 0) wantsGap = true;
    pieces = [];
    length = 0;
    last = "";
    hasInk = false;
    pendingSpace = false;
  };
  return {
    size: (): number => written + length,
    text: (text: string, keepsSpaces: boolean): void => {
      if (keepsSpaces) {
        text.split(/\r\n|\r|\n/).forEach((piece, index) => {
          if (index > 0) {
            if (length === 0) wantsGap = true;
            flush();
          }
          add(piece);
        });
        return;
      }
      if (text === "") return;
      const words = piecesOf(text, isFolding);
      if (isFolding(text.charAt(0))) pendingSpace = true;
      words.forEach((word, index) => {
        if ((pendingSpace || index > 0) && length > 0 && last !== " ") add(" ");
        pendingSpace = false;
        add(word);
      });
      if (isFolding(text.charAt(text.length - 1))) pendingSpace = true;
    },
    /** The edge of a block; a paragraph also stands apart. */
    line: (gap: boolean): void => {
      flush();
      if (gap) wantsGap = true;
    },
    /** `<br>`: a second one, or one alone in its block, is an empty line. */
    lineBreak: (): void => {
      if (length === 0) wantsGap = true;
      flush();
    },
    cell: (): void => {
      if (hasInk && last !== "\t") add("\t");
      pendingSpace = false;
    },
    quote: (by: 1 | -1): void => {
      flush();
      depth = Math.max(0, depth + by);
    },
    turnTo: (next: HtmlPart): void => {
      if (next === part) return;
      flush();
      part = next;
    },
    done: (): readonly HtmlLine[] => {
      flush();
      return lines;
    },
  };
};
