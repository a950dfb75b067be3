import { isDigit, isPlain } from "./characters.ts";
import { attributesOf } from "./html-attributes.ts";
import { characterOf } from "./html-entities.ts";
import { HTML_TEXT_CHARS_MAX, lineWriter, quoteMarks } from "./html-lines.ts";
import type { HtmlLine, HtmlPart } from "./html-lines.ts";
import { hasGround, hidesBy, isWhite, markOf, tightStyle } from "./html-marks.ts";
import type { HtmlMark } from "./html-marks.ts";

/** Characters of HTML that are read: a newsletter has 200,000; the rest is padding meant to freeze a page. */
export const HTML_CHARS_MAX = 2_000_000;
/** Open elements that are followed; deeper ones are read as if they closed at once. */
export const HTML_DEPTH_MAX = 200;
/** One tag with its attributes; a longer one is dropped with what it holds up to its end. */
const TAG_CHARS_MAX = 20_000;

const words = (list: string): ReadonlySet<string> => new Set(list.split(" "));

/** Their content is not for people. */
const RAW = words(
  "script style head title template noscript svg math object iframe textarea select",
);
const BLOCK = words(
  "p div section article header footer main nav aside h1 h2 h3 h4 h5 h6 ul ol dl dt dd table tbody thead tfoot tr form fieldset address figure figcaption pre center body html",
);
/** Paragraphs and headings stand apart by an empty line. */
const SPACED = words("p h1 h2 h3 h4 h5 h6 table ul ol pre");
const VOID = words("br hr img input meta link area base col embed source track wbr");

const NONE: ReadonlyMap<string, string> = new Map();

type Open = {
  readonly name: string;
  readonly hides: boolean;
  readonly quotes: boolean;
  readonly spaced: boolean;
  readonly grounds: boolean;
  readonly mark: HtmlMark | null;
  /** Items counted so far, where it is a numbered list. */
  items: number;
};

/**
 * HTML as a person would see it, as text: hidden parts dropped, blocks as lines, cells of a row apart, quotations with
 * `> `. Nothing is built, loaded or run; each character is looked at once.
 */
export const htmlText = (html: string): string =>
  htmlLines(html)
    .map((line) => (quoteMarks(line.depth) + line.text).trimEnd())
    .join("\n")
    .slice(0, HTML_TEXT_CHARS_MAX);

/** The same line by line, each with what the program that wrote the mail marked it as. */
export const htmlLines = (html: string): readonly HtmlLine[] => {
  const source = html.slice(0, HTML_CHARS_MAX);
  const out = lineWriter();
  const open: Open[] = [];
  let hidden = 0;
  let pre = 0;
  let grounds = 0;
  const marks = { history: 0, attribution: 0, signature: 0 };
  let isHistoryOn = false;
  let at = 0;
  const part = (): HtmlPart => {
    if (isHistoryOn || marks.history > 0) return "history";
    if (marks.attribution > 0) return "attribution";
    return marks.signature > 0 ? "signature" : "own";
  };
  const count = (one: Open, by: 1 | -1): void => {
    if (one.hides) hidden += by;
    if (one.grounds) grounds += by;
    if (one.name === "pre") pre += by;
    if (one.quotes) out.quote(by);
    if (one.mark !== null && one.mark !== "history-on") marks[one.mark] += by;
    out.turnTo(part());
  };
  const closeTo = (depth: number): void => {
    while (open.length > depth) {
      const last = open.pop() as Open;
      if (BLOCK.has(last.name)) out.line(last.spaced);
      count(last, -1);
    }
  };
  while (at < source.length && out.size() < HTML_TEXT_CHARS_MAX) {
    const next = source.indexOf("<", at);
    const end = next < 0 ? source.length : next;
    if (end > at && hidden === 0) out.text(decoded(source.slice(at, end)), pre > 0);
    if (next < 0) break;
    if (source.startsWith("<!--", next)) {
      const close = source.indexOf("-->", next + 4);
      at = close < 0 ? source.length : close + 3;
      continue;
    }
    const tag = tagAt(source, next);
    if (tag === null) {
      // A lone `<`, as in `a < b`.
      if (hidden === 0) out.text("<", pre > 0);
      at = next + 1;
      continue;
    }
    at = tag.end;
    if (tag.name === "") continue;
    if (tag.closes) {
      const depth = lastIndexOfName(open, tag.name);
      if (depth >= 0) closeTo(depth);
      continue;
    }
    if (RAW.has(tag.name)) {
      // Only its own end tag ends it, as in a browser; without one, nothing of the rest would be shown either.
      const close = tag.selfCloses ? tag.end : endOfRaw(source, tag.end, tag.name);
      at = close;
      continue;
    }
    const attributes = tag.attributes.length > 2 ? attributesOf(tag.attributes) : NONE;
    const attribute = (name: string): string | null => attributes.get(name) ?? null;
    const mark = markOf(tag.name, attribute);
    const style = tightStyle(attribute("style"));
    const spaced = SPACED.has(tag.name) && !isTight(tag.name, style, attribute);
    if (tag.name === "br") out.lineBreak();
    else if (tag.name === "hr") out.line(true);
    else if (tag.name === "li") {
      out.line(false);
      if (hidden === 0) out.text(bulletIn(open), true);
    } else if (tag.name === "td" || tag.name === "th") out.cell();
    else if (tag.name === "img" && hidden === 0) {
      const alt = attribute("alt");
      if (alt !== null && alt.trim() !== "") out.text(` ${decoded(alt)} `, false);
    } else if (BLOCK.has(tag.name)) out.line(spaced);
    if (mark === "history-on" && !isHistoryOn) {
      isHistoryOn = true;
      out.turnTo(part());
    }
    if (VOID.has(tag.name) || tag.selfCloses || open.length >= HTML_DEPTH_MAX) continue;
    const ground = hasGround(style, attribute("bgcolor"));
    const isPale = grounds === 0 && !ground && isWhite(style, attribute("color"));
    const one: Open = {
      name: tag.name,
      hides: attributes.has("hidden") || hidesBy(style) || isPale,
      quotes: tag.name === "blockquote" && mark !== null,
      spaced,
      grounds: ground,
      mark,
      items: 0,
    };
    count(one, 1);
    open.push(one);
  }
  return out.done();
};

/** Outlook's paragraphs, and those without margins, follow each other as lines. */
const isTight = (
  name: string,
  style: string,
  attribute: (name: string) => string | null,
): boolean => {
  if (name !== "p") return false;
  const kind = (attribute("class") ?? "").toLowerCase();
  if (kind.startsWith("mso") || kind.startsWith("x_mso")) return true;
  return style.includes("margin:0") || style.includes("margin-bottom:0");
};

const bulletIn = (open: readonly Open[]): string => {
  for (let i = open.length - 1; i >= 0; i -= 1) {
    const one = open[i];
    if (one?.name === "ul") return "- ";
    if (one?.name === "ol") {
      one.items += 1;
      return `${one.items}. `;
    }
  }
  return "- ";
};

const isOfName = (char: string): boolean =>
  isPlain(char.toLowerCase()) || char === ":" || char === "-";

type Tag = {
  readonly name: string;
  readonly closes: boolean;
  readonly selfCloses: boolean;
  readonly attributes: string;
  readonly end: number;
};

const tagAt = (source: string, at: number): Tag | null => {
  const mark = source.charAt(at + 1);
  if (mark === "!" || mark === "?") {
    const close = source.indexOf(">", at);
    const end = close < 0 ? source.length : close + 1;
    return { name: "", closes: false, selfCloses: false, attributes: "", end };
  }
  const closes = mark === "/";
  const from = at + (closes ? 2 : 1);
  let i = from;
  while (i < source.length && i < from + 40 && isOfName(source.charAt(i))) i += 1;
  const name = source.slice(from, i).toLowerCase();
  if (!(name >= "a" && name.charAt(0) <= "z")) return null;
  const first = i;
  let quote = "";
  const stop = Math.min(source.length, first + TAG_CHARS_MAX);
  while (i < stop) {
    const char = source.charAt(i);
    if (quote !== "") {
      if (char === quote) quote = "";
    } else if (char === ">") break;
    else if ((char === '"' || char === "'") && source.charAt(i - 1) === "=") quote = char;
    i += 1;
  }
  const attributes = source.slice(first, i);
  const local = name.includes(":") ? name.slice(name.indexOf(":") + 1) : name;
  return {
    name: local,
    closes,
    selfCloses: attributes.endsWith("/"),
    attributes,
    end: Math.min(source.length, i + 1),
  };
};

/** Where the content of an element that is not for people ends; looked for once per element, forwards. */
const endOfRaw = (source: string, from: number, name: string): number => {
  let at = from;
  for (;;) {
    const close = source.indexOf("</", at);
    if (close < 0) return source.length;
    if (source.slice(close + 2, close + 2 + name.length).toLowerCase() === name) {
      const end = source.indexOf(">", close);
      return end < 0 ? source.length : end + 1;
    }
    at = close + 2;
  }
};

const decoded = (text: string): string => {
  if (!text.includes("&")) return text;
  const parts = text.split("&");
  let out = parts[0] ?? "";
  for (const part of parts.slice(1)) {
    const name = referenceAt(part);
    const character = name === "" ? null : characterOf(name);
    const rest = part.slice(part.charAt(name.length) === ";" ? name.length + 1 : name.length);
    out += character === null ? `&${part}` : character + rest;
  }
  return out;
};

/** The reference that a text after `&` begins with, `;` not included: `eacute`, `#233`, `#xE9`. Empty where none does. */
const referenceAt = (text: string): string => {
  const isNumber = text.startsWith("#");
  const isHex = isNumber && text.charAt(1).toLowerCase() === "x";
  const from = isHex ? 2 : isNumber ? 1 : 0;
  const max = from + (isHex ? 6 : isNumber ? 7 : 32);
  let at = from;
  while (at < Math.min(text.length, max)) {
    const char = text.charAt(at).toLowerCase();
    const fits = isHex
      ? isDigit(char) || (char >= "a" && char <= "f")
      : isNumber
        ? isDigit(char)
        : isPlain(char);
    if (!fits) break;
    at += 1;
  }
  return at > from ? text.slice(0, at) : "";
};

const lastIndexOfName = (open: readonly Open[], name: string): number => {
  for (let i = open.length - 1; i >= 0; i -= 1) if (open[i]?.name === name) return i;
  return -1;
};
