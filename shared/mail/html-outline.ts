/** Characters of HTML that are looked through, and of one tag. */
const CHARS_MAX = 1_000_000;
const TAG_CHARS_MAX = 20_000;

const RAW = ["script", "style", "title", "svg"];
/** These stand within a line. */
const INLINE = new Set("a b i u em strong span font small big sub sup o:p wbr code".split(" "));
const ENTITIES: Readonly<Record<string, string>> = {
  nbsp: " ",
  amp: "&",
  lt: "<",
  gt: ">",
  deg: "\u00b0",
  euro: "\u20ac",
  pound: "\u00a3",
  ndash: "\u2013",
};
const ENTITY_CHARS_MAX = 10;

/**
 * The words of HTML, well enough to look for addresses and numbers in them and small enough to be loaded before anything
 * else; `htmlText` is what a person would see. Each character is looked at once.
 */
export const htmlOutline = (html: string): string => {
  const source = html.slice(0, CHARS_MAX);
  const out: string[] = [];
  let at = 0;
  while (at < source.length) {
    const open = source.indexOf("<", at);
    const end = open < 0 ? source.length : open;
    if (end > at) out.push(decoded(source.slice(at, end)));
    if (open < 0) break;
    at = afterTag(source, open, out);
  }
  return out.join("");
};

/** Where the text goes on behind a tag or a comment, or behind what it holds that is not for people. */
const afterTag = (source: string, open: number, out: string[]): number => {
  if (source.startsWith("<!--", open)) return behind(source, "-->", open + 4);
  const next = source.charAt(open + 1);
  if (next !== "/" && next !== "!" && next.toLowerCase() === next.toUpperCase()) {
    out.push("<");
    return open + 1;
  }
  const close = source.indexOf(">", open);
  // Where none closes any more, all that follows is one tag; a long tag is cut short.
  const end = close < 0 ? source.length : Math.min(close + 1, open + TAG_CHARS_MAX);
  let from = open + (next === "/" ? 2 : 1);
  const start = from;
  while (from < end && !" \t\r\n/>".includes(source.charAt(from))) from += 1;
  const name = source.slice(start, Math.min(from, start + 20)).toLowerCase();
  if (next !== "/" && RAW.includes(name)) {
    const after = behind(source, `</${source.slice(start, from)}`, end);
    return after === source.length ? end : after;
  }
  if (!INLINE.has(name)) out.push(name === "td" || name === "th" ? " " : "\n");
  return end;
};

const behind = (source: string, mark: string, from: number): number => {
  const at = source.indexOf(mark, from);
  return at < 0 ? source.length : at + mark.length;
};

const decoded = (text: string): string => {
  const lines = text.split("\r").join(" ").split("\n").join(" ");
  if (!lines.includes("&")) return lines;
  const [first = "", ...parts] = lines.split("&");
  return (
    first +
    parts
      .map((part) => {
        const end = part.slice(0, ENTITY_CHARS_MAX).indexOf(";");
        return end < 1 ? `&${part}` : characterOf(part.slice(0, end)) + part.slice(end + 1);
      })
      .join("")
  );
};

/** Named letters begin with the letter itself: `&eacute;` is read as `e`, which is all that is needed here. */
const characterOf = (name: string): string => {
  if (!name.startsWith("#")) return ENTITIES[name] ?? name.charAt(0);
  const isHex = name.charAt(1) === "x" || name.charAt(1) === "X";
  const code = isHex ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10);
  return code > 0 && code < 0x11_0000 ? String.fromCodePoint(code) : " ";
};
