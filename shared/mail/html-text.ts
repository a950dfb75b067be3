import { characterOf } from "./html-entities.ts";

/** Characters of HTML that are read: a newsletter has 200,000; the rest is padding meant to freeze a page. */
export const HTML_CHARS_MAX = 2_000_000;
/** Characters of text that come out. */
export const HTML_TEXT_CHARS_MAX = 500_000;
/** Open elements that are followed; deeper ones are read as if they closed at once. */
export const HTML_DEPTH_MAX = 200;
/** Quote marks before a line. */
const QUOTE_DEPTH_MAX = 20;
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

type Open = { readonly name: string; readonly hides: boolean; readonly quotes: boolean };

/**
 * HTML as a person would see it, as text: hidden parts dropped, blocks as lines, cells of a row apart, quotations with
 * `> `. Nothing is built, loaded or run; each character is looked at once.
 */
export const htmlText = (html: string): string => {
  const source = html.slice(0, HTML_CHARS_MAX);
  const out = lineWriter();
  const open: Open[] = [];
  let hidden = 0;
  let pre = 0;
  let at = 0;
  const closeTo = (depth: number): void => {
    while (open.length > depth) {
      const last = open.pop() as Open;
      if (last.hides) hidden -= 1;
      if (last.quotes) out.quote(-1);
      if (last.name === "pre") pre -= 1;
      if (BLOCK.has(last.name)) out.line(SPACED.has(last.name));
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
    if (tag.name === "br") out.line(false);
    else if (tag.name === "hr") out.line(true);
    else if (tag.name === "li") {
      out.line(false);
      if (hidden === 0) out.text("- ", true);
    } else if (tag.name === "td" || tag.name === "th") out.cell();
    else if (tag.name === "img" && hidden === 0) {
      const alt = attributeOf(tag.attributes, "alt");
      if (alt !== null && alt.trim() !== "") out.text(` ${decoded(alt)} `, false);
    } else if (BLOCK.has(tag.name)) out.line(SPACED.has(tag.name));
    if (VOID.has(tag.name) || tag.selfCloses || open.length >= HTML_DEPTH_MAX) continue;
    const quotes = tag.name === "blockquote";
    const hides = isHidden(tag.attributes);
    if (quotes) out.quote(1);
    if (hides) hidden += 1;
    if (tag.name === "pre") pre += 1;
    open.push({ name: tag.name, hides, quotes });
  }
  return out.done();
};

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
  while (i < source.length && i < from + 40 && /[A-Za-z0-9:-]/.test(source.charAt(i))) i += 1;
  const name = source.slice(from, i).toLowerCase();
  if (!/^[a-z]/.test(name)) return null;
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

const isHidden = (attributes: string): boolean => {
  if (attributes.length < 6) return false;
  if (/(?:^|\s)hidden(?=[\s=]|$)/i.test(attributes)) return true;
  const style = attributeOf(attributes, "style");
  if (style === null) return false;
  const tight = style.toLowerCase().split(/\s/).join("");
  return [
    "display:none",
    "visibility:hidden",
    "font-size:0;",
    "font-size:0px",
    "max-height:0",
    "mso-hide:all",
    "opacity:0;",
  ].some((mark) => `${tight};`.includes(mark));
};

const attributeOf = (attributes: string, name: string): string | null => {
  const lower = attributes.toLowerCase();
  let at = lower.indexOf(name);
  while (at >= 0) {
    const before = at === 0 ? " " : lower.charAt(at - 1);
    let i = at + name.length;
    while (i < lower.length && i < at + name.length + 10 && /\s/.test(lower.charAt(i))) i += 1;
    if (/[\s"'/]/.test(before) && lower.charAt(i) === "=") {
      i += 1;
      while (/\s/.test(lower.charAt(i))) i += 1;
      const quote = lower.charAt(i);
      if (quote === '"' || quote === "'") {
        const end = attributes.indexOf(quote, i + 1);
        return attributes.slice(i + 1, end < 0 ? attributes.length : end);
      }
      let end = i;
      while (end < lower.length && !/\s/.test(lower.charAt(end))) end += 1;
      return attributes.slice(i, end);
    }
    at = lower.indexOf(name, at + name.length);
  }
  return null;
};

const decoded = (text: string): string => {
  if (!text.includes("&")) return text;
  const parts = text.split("&");
  let out = parts[0] ?? "";
  for (const part of parts.slice(1)) {
    const found = /^(#[xX][0-9a-fA-F]{1,6}|#[0-9]{1,7}|[A-Za-z][A-Za-z0-9]{1,31});?/.exec(part);
    const character = found === null ? null : characterOf(found[1] ?? "");
    out += character === null ? `&${part}` : character + part.slice(found?.[0].length ?? 0);
  }
  return out;
};

const lastIndexOfName = (open: readonly Open[], name: string): number => {
  for (let i = open.length - 1; i >= 0; i -= 1) if (open[i]?.name === name) return i;
  return -1;
};

const lineWriter = () => {
  const lines: string[] = [];
  let current = "";
  let pendingSpace = false;
  let depth = 0;
  let written = 0;
  let wantsGap = false;
  const prefix = (): string => "> ".repeat(Math.min(depth, QUOTE_DEPTH_MAX));
  const flush = (): void => {
    const body = current.trimEnd();
    if (body !== "") {
      if (wantsGap && lines.length > 0) lines.push(prefix().trimEnd());
      wantsGap = false;
      lines.push(prefix() + body);
      written += body.length + 2 * depth + 1;
    }
    current = "";
    pendingSpace = false;
  };
  return {
    size: (): number => written + current.length,
    text: (text: string, keepsSpaces: boolean): void => {
      if (keepsSpaces) {
        const parts = text.split(/\r\n|\r|\n/);
        parts.forEach((part, index) => {
          if (index > 0) {
            flush();
          }
          current += part;
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
    line: (gap: boolean): void => {
      if (current === "" && !gap) {
        // An empty `<div><br></div>` is how clients write an empty line.
        if (lines.length > 0) wantsGap = wantsGap || lines[lines.length - 1] !== "";
      }
      flush();
      if (gap) wantsGap = true;
    },
    cell: (): void => {
      if (current.trim() !== "" && !current.endsWith("\t")) current += "\t";
      pendingSpace = false;
    },
    quote: (by: 1 | -1): void => {
      flush();
      depth = Math.max(0, depth + by);
    },
    done: (): string => {
      flush();
      return lines.join("\n").slice(0, HTML_TEXT_CHARS_MAX);
    },
  };
};
