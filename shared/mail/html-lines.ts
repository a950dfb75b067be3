/** Characters of text that come out of HTML. */
export const HTML_TEXT_CHARS_MAX = 500_000;
/** Quote marks before a line. */
const QUOTE_DEPTH_MAX = 20;

export type HtmlPart = "own" | "history" | "attribution" | "signature";

/** A line as a person sees it. `depth` counts the quotations it stands in. */
export type HtmlLine = { readonly text: string; readonly depth: number; readonly part: HtmlPart };

export const quoteMarks = (depth: number): string => "> ".repeat(Math.min(depth, QUOTE_DEPTH_MAX));

/** Gathers text into lines as HTML flows: spaces fold, blocks begin lines, empty ones part them. */
export const lineWriter = () => {
  const lines: HtmlLine[] = [];
  let current = "";
  let pendingSpace = false;
  let depth = 0;
  let part: HtmlPart = "own";
  let written = 0;
  let wantsGap = false;
  const flush = (): void => {
    const text = current.trimEnd();
    if (text !== "") {
      if (wantsGap && lines.length > 0) lines.push({ text: "", depth, part });
      wantsGap = false;
      lines.push({ text, depth, part });
      written += text.length + 2 * depth + 1;
    } else if (current !== "") wantsGap = true;
    current = "";
    pendingSpace = false;
  };
  return {
    size: (): number => written + current.length,
    text: (text: string, keepsSpaces: boolean): void => {
      if (keepsSpaces) {
        text.split(/\r\n|\r|\n/).forEach((piece, index) => {
          if (index > 0) {
            if (current === "") wantsGap = true;
            flush();
          }
          current += piece;
        });
        return;
      }
      for (const word of text.split(/([ \t\r\n\f]+)/)) {
        if (word === "") continue;
        if (/^[ \t\r\n\f]/.test(word)) pendingSpace = true;
        else {
          if (pendingSpace && current !== "" && !current.endsWith(" ")) current += " ";
          pendingSpace = false;
          current += word;
        }
      }
    },
    /** The edge of a block; a paragraph also stands apart. */
    line: (gap: boolean): void => {
      flush();
      if (gap) wantsGap = true;
    },
    /** `<br>`: a second one, or one alone in its block, is an empty line. */
    lineBreak: (): void => {
      if (current === "") wantsGap = true;
      flush();
    },
    cell: (): void => {
      if (current.trim() !== "" && !current.endsWith("\t")) current += "\t";
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
