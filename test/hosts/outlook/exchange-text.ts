/** How Exchange turns one form of a body into the other: near enough for what stands in it and in which lines. */

const ENTITIES: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: "\u00A0",
  euro: "€",
  eacute: "é",
  egrave: "è",
  ecirc: "ê",
  agrave: "à",
  acirc: "â",
  ccedil: "ç",
  ocirc: "ô",
  ugrave: "ù",
  ucirc: "û",
  icirc: "î",
  iuml: "ï",
  rsquo: "’",
  laquo: "«",
  raquo: "»",
};

const decoded = (text: string): string =>
  text.replace(/&(#x[0-9a-f]+|#\d+|[a-z]+);/gi, (whole, name: string) => {
    if (name.startsWith("#x") || name.startsWith("#X"))
      return String.fromCodePoint(Number.parseInt(name.slice(2), 16));
    if (name.startsWith("#")) return String.fromCodePoint(Number.parseInt(name.slice(1), 10));
    return ENTITIES[name.toLowerCase()] ?? whole;
  });

/** Text of an HTML body: lines by its blocks, the address of a link after its words in angle brackets. */
export const textOfHtml = (html: string): string =>
  decoded(
    html
      .replace(/<!--[\s\S]*?-->/g, "")
      .replace(/<(head|style|script|title)\b[\s\S]*?<\/\1>/gi, "")
      .replace(/[ \t\r\n]+/g, " ")
      .replace(
        /<a\b[^>]*\bhref="(https?:[^"]*)"[^>]*>(.*?)<\/a>/gi,
        (_, to: string, words: string) => `${words}&lt;${to}&gt;`,
      )
      .replace(/<li\b[^>]*>/gi, "\n  *   ")
      .replace(/<(br|hr)\b[^>]*>/gi, "\n")
      .replace(/<\/(p|ul|ol|table|blockquote|h[1-6])>/gi, "\n\n")
      .replace(/<\/(div|tr)>/gi, "\n")
      .replace(/<[^>]*>/g, "")
      .replace(/[ \t]*\n[ \t]*/g, "\n")
      .replace(/\n{3,}/g, "\n\n"),
  )
    .trim()
    .concat("\n")
    .replaceAll("\n", "\r\n");

export const escaped = (text: string): string =>
  text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");

/** The HTML that Exchange makes of a plain text. */
export const htmlOfText = (text: string): string =>
  [
    '<html><head>\r\n<meta http-equiv="Content-Type" content="text/html; charset=utf-8"></head>',
    '<body><div class="BodyFragment"><font size="2"><span style="font-size:11pt;">',
    '<div class="PlainText">',
    escaped(text.replace(/\r\n/g, "\n").replace(/\n$/, ""))
      .replace(/ {2}/g, "&nbsp; ")
      .replaceAll("\n", "<br>\r\n"),
    "</div></span></font></div></body></html>",
  ].join("");
