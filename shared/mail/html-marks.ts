import { isSpace, piecesOf } from "./characters.ts";

/** What an element holds, as the program that wrote it marked it. */
export type HtmlMark =
  /** Its content answers nothing: it is what was answered. */
  | "history"
  /** It and all that follows. */
  | "history-on"
  /** The line above a quotation; a forwarding line where it says so. */
  | "attribution"
  | "signature";

const CANDIDATES = new Set(
  "div span blockquote hr p table td section font body article".split(" "),
);

/** Parts of class, id, name and data attributes, as programs write them, with and without Outlook's `x_` before. */
const HISTORY = [
  "yahoo_quoted",
  "olk_src_body_section",
  "moz-forward-container",
  "mail-editor-reference-message-container",
  "ms-outlook-mobile-reference-message",
  "messagereplysection",
  "mailspring-quoted",
  "front-blockquote",
  "quoted-message",
  "tutanota_quote",
  "zmail_extra",
  "history_container",
];
const HISTORY_ON = ["divrplyfwdmsg", "appendonsend", "stopspelling", "zwchr", "__divider__"];
const ATTRIBUTIONS = ["gmail_attr", "moz-cite-prefix", "protonmail_quote_header"];
const SIGNATURES = [
  "gmail_signature",
  "moz-signature",
  "protonmail_signature_block",
  "ms-outlook-mobile-signature",
  "applemailsignature",
  "composer_signature",
  "__sig_pre__",
  "__sig_post__",
  "bluemail_signature",
  "spark_signature",
  "tutanota_signature",
  "email-signature",
];
/** Grounds of the strip above the headers that Outlook prints: 2010 and later, 2007. */
const OUTLOOK_STRIPS = ["border-top:solid#e1e1e1", "border-top:solid#b5c4df"];

/** Attributes of an element, by name. */
export type AttributeOf = (name: string) => string | null;

export const markOf = (name: string, attribute: AttributeOf): HtmlMark | null => {
  if (!CANDIDATES.has(name)) return null;
  const id = attribute("id")?.toLowerCase() ?? "";
  const marks = [
    id,
    attribute("class") ?? "",
    attribute("name") ?? "",
    attribute("data-smartmail") ?? "",
    attribute("data-marker") ?? "",
  ]
    .join(" ")
    .slice(0, 2_000)
    .toLowerCase();
  const style = tightStyle(attribute("style"));
  if (HISTORY_ON.some((mark) => marks.includes(mark))) return "history-on";
  if (OUTLOOK_STRIPS.some((mark) => style.includes(mark))) return "history-on";
  if (HISTORY.some((mark) => marks.includes(mark))) return "history";
  if (name === "blockquote") return isIndent(attribute, style) ? null : "history";
  if (ATTRIBUTIONS.some((mark) => marks.includes(mark))) return "attribution";
  if (SIGNATURES.some((mark) => marks.includes(mark)) || id === "signature" || id === "x_signature")
    return "signature";
  return null;
};

/** A style as it is compared: in small letters, without spaces. */
export const tightStyle = (style: string | null): string =>
  style === null ? "" : piecesOf(style.slice(0, 4_000).toLowerCase(), isSpace).join("");

/** Programs also indent with `blockquote`, and then say that it has no border. */
const isIndent = (attribute: AttributeOf, style: string): boolean =>
  (attribute("type") ?? "").toLowerCase() !== "cite" &&
  !(attribute("class") ?? "").includes("quote") &&
  attribute("cite") === null &&
  (style.includes("border:none") || style.includes("border:0") || style.includes("border-width:0"));

const WHITES = ["#fff", "#ffffff", "white", "#fefefe", "rgb(255,255,255)"];

/** Whether letters are white where nothing dark is known to lie below: written for a filter, not for people. */
export const isWhite = (style: string, color: string | null): boolean => {
  const value = color?.toLowerCase() ?? declared(style, "color");
  return value !== null && WHITES.includes(value.replace("!important", ""));
};

/** Whether an element has a ground of its own that is not white. */
export const hasGround = (style: string, bgcolor: string | null): boolean => {
  const value =
    bgcolor?.toLowerCase() ?? declared(style, "background-color") ?? declared(style, "background");
  return value !== null && value !== "transparent" && value !== "none" && !WHITES.includes(value);
};

const declared = (style: string, property: string): string | null => {
  for (const part of style.split(";"))
    if (part.startsWith(`${property}:`)) return part.slice(property.length + 1);
  return null;
};

const HIDING = [
  "display:none",
  "visibility:hidden",
  "font-size:0;",
  "font-size:0px",
  "font-size:0pt",
  "font-size:1px",
  "max-height:0",
  "mso-hide:all",
  "opacity:0;",
  "text-indent:-999",
  "left:-999",
];

export const hidesBy = (style: string): boolean =>
  style !== "" && HIDING.some((mark) => `${style};`.includes(mark));
