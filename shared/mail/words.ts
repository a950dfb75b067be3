/** The text in small letters without accents, each character in its place: offsets stay those of the text. */
export const foldedInPlace = (text: string): string => {
  let out = "";
  let at = 0;
  while (at < text.length) {
    const from = at;
    while (at < text.length && text.charCodeAt(at) < 128) at += 1;
    // Letters of ASCII stay in their places, and most of a mail is made of them.
    if (at > from) out += text.slice(from, at).toLowerCase();
    if (at < text.length) out += foldedChar(text.charAt(at));
    at += 1;
  }
  return out;
};

const foldedChar = (char: string): string => {
  const code = char.charCodeAt(0);
  if (code >= 0xd800 && code <= 0xdfff) return char;
  if (code === 0xa0 || code === 0x202f || code === 0x2009) return " ";
  if (code === 0x2018 || code === 0x2019 || code === 0xb4 || code === 0x2bc) return "'";
  if (code >= 0x2010 && code <= 0x2014) return "-";
  const lower = char.toLowerCase();
  const base = lower.normalize("NFD").charAt(0);
  return base.length === 1 && lower.length === 1 ? base : char;
};

/** `end` closes a sentence (`.`, `!`, `?`, an empty line, a bullet); `mark` is any other sign that means something. */
export type Token = {
  readonly kind: "word" | "number" | "mark" | "end";
  readonly text: string;
  readonly from: number;
  readonly to: number;
};

/** A text with what is made of it first, so that it is made once however many readers follow. */
export type CutText = {
  readonly text: string;
  readonly folded: string;
  readonly tokens: readonly Token[];
};

export const textOf = (text: string | CutText): string =>
  typeof text === "string" ? text : text.text;

export const cutTextOf = (text: string | CutText): CutText => {
  if (typeof text !== "string") return text;
  const folded = foldedInPlace(text);
  return { text, folded, tokens: tokensOf(folded) };
};

const isDigitCode = (code: number): boolean => code >= 48 && code <= 57;
const isWordCode = (code: number): boolean =>
  (code >= 97 && code <= 122) || (code >= 0xdf && code <= 0x4ff) || code === 0x1f44d;

const MARKS = "/-.,:%€$£()@'+&=";

/**
 * Words, numbers and signs of a folded text, in order. A full stop between digits or in an abbreviation of one letter
 * ends no sentence.
 */
export const tokensOf = (folded: string): readonly Token[] => {
  const tokens: Token[] = [];
  const pattern = /[a-z\u00df-\u024f\u0370-\u04ff\u{1f44d}]+|\d+|\n[ \t>]*\n|\n|[^\s]/gu;
  for (let hit = pattern.exec(folded); hit !== null; hit = pattern.exec(folded)) {
    const text = hit[0];
    const from = hit.index;
    const to = from + text.length;
    const code = text.codePointAt(0) ?? 0;
    if (isDigitCode(code)) tokens.push({ kind: "number", text, from, to });
    else if (isWordCode(code)) tokens.push({ kind: "word", text, from, to });
    else if (text === "\n") {
      const next = folded.charAt(to);
      const isItem = next === "-" || next === "*" || next === "•";
      if (isItem) tokens.push({ kind: "end", text: "\n", from, to });
    } else if (text.startsWith("\n")) tokens.push({ kind: "end", text: "\n", from, to });
    else if (text === "!" || text === "?" || text === ";" || text === "…")
      tokens.push({ kind: "end", text, from, to });
    else if (text === ".") {
      const after = folded.charAt(to);
      const isEnd = after === "" || /[\s)"»]/.test(after);
      const word = tokens[tokens.length - 1];
      const isAbbreviation =
        word !== undefined && word.kind === "word" && word.to === from && word.text.length === 1;
      tokens.push({ kind: isEnd && !isAbbreviation ? "end" : "mark", text, from, to });
    } else if (MARKS.includes(text)) tokens.push({ kind: "mark", text, from, to });
  }
  return tokens;
};
