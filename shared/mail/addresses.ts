import type { HostCharset } from "./charsets.ts";
import { decodedWords } from "./encoded-words.ts";
import { soundAddress } from "./mail-address.ts";
import { MAIL_LIMITS } from "./message.ts";
import type { MailAddress } from "./message.ts";

/** Characters of an address line that are read; past it no person wrote the list. */
export const ADDRESS_LINE_CHARS_MAX = 200_000;
/** Comments within comments (RFC 5322, 3.2.2); deeper ones are made to exhaust a stack. */
const COMMENT_DEPTH_MAX = 10;

type Token = {
  readonly type: "word" | "quoted" | "comment" | "angle" | "special";
  /** Without quotes, brackets and escapes. */
  readonly text: string;
  /** Whether white space or a comment stands before it. */
  readonly spaced: boolean;
};

const SPECIALS = ",;:";

/**
 * The mailboxes of an address line as it stands in the mail (RFC 5322, 3.4 and 4.4): `"DUPONT, Jean" <j@d.example>`,
 * groups, comments, routes, bare addresses, missing commas, `;` between. The line is parted first and its encoded words
 * decoded after, so that a name never becomes an address; a line decoded beforehand reads the same.
 */
export const addressesOf = (line: string, host?: HostCharset): readonly MailAddress[] => {
  const found: MailAddress[] = [];
  let held: Token[] = [];
  let hasAngle = false;
  let waiting = "";
  const isFull = (): boolean => found.length > MAIL_LIMITS.addressesPerField;
  /** One mailbox ends. A piece without an address before a comma is the first half of `DUPONT, Jean <…>`. */
  const close = (separator: string): void => {
    const box = mailboxOf(held, host);
    if (box !== null) {
      const name = waiting === "" || !box.isNamed ? box.name : `${waiting}, ${box.name}`;
      found.push({ address: box.address, name });
      waiting = "";
    } else {
      const words = nameOf(held, host);
      waiting = separator === "," && words !== "" && waiting === "" ? words : "";
    }
    held = [];
    hasAngle = false;
  };
  for (const token of tokensOf(line.slice(0, ADDRESS_LINE_CHARS_MAX))) {
    if (isFull()) break;
    if (token.type === "special" && token.text === ":") {
      // A group's name, or the label of a copied line ("mailto:", "Compta :").
      held = [];
      hasAngle = false;
      waiting = "";
    } else if (token.type === "special") close(token.text);
    else {
      // `<a@x.fr> <b@x.fr>` and `<a@x.fr> Bob <b@x.fr>`: the comma was forgotten.
      if (hasAngle && token.type !== "comment") close(";");
      hasAngle = hasAngle || token.type === "angle";
      held.push(token);
    }
  }
  if (!isFull()) close(";");
  return found;
};

const tokensOf = function* (text: string): Generator<Token> {
  const lastQuote = text.lastIndexOf('"');
  const lastBracket = text.lastIndexOf(")");
  let spaced = false;
  let at = 0;
  while (at < text.length) {
    const char = text.charAt(at);
    if (char === '"' && at < lastQuote) {
      const run = runUntil(text, at + 1, '"');
      yield { type: "quoted", text: run.text, spaced };
      at = run.next;
    } else if (char === "(" && at < lastBracket) {
      const run = commentAt(text, at);
      yield { type: "comment", text: run.text, spaced };
      at = run.next;
      spaced = true;
      continue;
    } else if (char === "<") {
      const run = angleAt(text, at + 1);
      yield { type: "angle", text: run.text, spaced };
      at = run.next;
    } else if (SPECIALS.includes(char)) {
      yield { type: "special", text: char, spaced };
      at += 1;
    } else if (isSpace(char)) {
      spaced = true;
      at += 1;
      continue;
    } else {
      let end = at + 1;
      while (end < text.length && !isWordEnd(text.charAt(end))) end += 1;
      // A domain literal (RFC 5322, 3.4.1) may hold colons: [IPv6:…].
      const open = text.slice(at, end).indexOf("@[");
      const shut = open < 0 ? -1 : text.slice(at + open, at + open + 80).indexOf("]");
      if (shut > 0) end = Math.max(end, at + open + shut + 1);
      const word = text.slice(at, end);
      yield { type: "word", text: word, spaced };
      at = end;
    }
    spaced = false;
  }
};

const isSpace = (char: string): boolean =>
  char === " " || char === "\t" || char === "\r" || char === "\n" || char === "\u00a0";

const isWordEnd = (char: string): boolean =>
  isSpace(char) || SPECIALS.includes(char) || char === '"' || char === "(" || char === "<";

type Run = { readonly text: string; readonly next: number };

const runUntil = (text: string, start: number, stop: string): Run => {
  let out = "";
  let at = start;
  for (; at < text.length && text.charAt(at) !== stop; at += 1) {
    if (text.charAt(at) === "\\") at += 1;
    out += text.charAt(at);
  }
  return { text: out, next: at + 1 };
};

const commentAt = (text: string, open: number): Run => {
  let out = "";
  let depth = 1;
  let at = open + 1;
  for (; at < text.length && depth > 0; at += 1) {
    const char = text.charAt(at);
    if (char === "\\") {
      at += 1;
      out += text.charAt(at);
      continue;
    }
    if (char === "(" && depth < COMMENT_DEPTH_MAX) depth += 1;
    else if (char === ")") depth -= 1;
    if (depth > 0) out += char;
  }
  return { text: out, next: at };
};

/** What stands between angle brackets, without a route (`@a,@b:c@d`, RFC 5322, 4.4) and without comments. */
const angleAt = (text: string, start: number): Run => {
  let out = "";
  let at = start;
  while (at < text.length && text.charAt(at) !== ">") {
    const char = text.charAt(at);
    if (char === '"') {
      const run = runUntil(text, at + 1, '"');
      out += quotedLocal(run.text);
      at = run.next;
    } else if (char === "(") at = commentAt(text, at).next;
    else if (char === "<") {
      // `<<a@b.fr>>`: what stands innermost is the address.
      out = "";
      at += 1;
    } else if ((char === "," || char === ";") && !out.startsWith("@")) break;
    else {
      if (!isSpace(char)) out += char;
      at += 1;
    }
  }
  const isClosed = text.charAt(at) === ">";
  if (isClosed) while (text.charAt(at + 1) === ">") at += 1;
  const colon = out.lastIndexOf(":");
  const isRouted = out.startsWith("@") && colon > 0;
  const isLink = out.slice(0, 7).toLowerCase() === "mailto:";
  return {
    text: isRouted ? out.slice(colon + 1) : isLink ? out.slice(7) : out,
    next: isClosed ? at + 1 : at,
  };
};

/** `"jean.dupont"@d.example` is jean.dupont@d.example; a local part that needs its quotes keeps them. */
const quotedLocal = (text: string): string =>
  text !== "" && !NEED_QUOTES.some((char) => text.includes(char)) ? text : `"${text}"`;

const NEED_QUOTES = ' \t\r\n"(),:;<>@[\\]'.split("");

type Mailbox = { readonly address: string; readonly name: string; readonly isNamed: boolean };

const mailboxOf = (tokens: readonly Token[], host: HostCharset | undefined): Mailbox | null => {
  const angle = tokens.find((one) => one.type === "angle");
  if (angle !== undefined) {
    const address = soundAddress(angle.text);
    if (address === null) return null;
    const words = nameOf(tokens, host);
    return { address, name: words === "" ? commentOf(tokens, host) : words, isNamed: words !== "" };
  }
  const bare = bareAddressOf(tokens);
  return bare === null ? null : { ...bare, name: commentOf(tokens, host), isNamed: false };
};

/** `a @ b . fr`, `"a b"@c.fr` and words around an address without brackets. */
const bareAddressOf = (tokens: readonly Token[]): { readonly address: string } | null => {
  const parts = tokens.filter((one) => one.type === "word" || one.type === "quoted");
  const written = parts.map((one) => (one.type === "quoted" ? quotedLocal(one.text) : one.text));
  const holders = parts.filter((one) => one.type === "word" && one.text.includes("@"));
  if (holders.length === 0) return null;
  const whole = soundAddress(written.join(""));
  const isOne = parts.every(
    (one, index) =>
      index === 0 || !one.spaced || touchesDotOrAt(parts[index - 1]?.text ?? "", one.text),
  );
  if (whole !== null && isOne) return { address: whole };
  for (const holder of holders) {
    const address = soundAddress(holder.text);
    if (address !== null) return { address };
  }
  return null;
};

const touchesDotOrAt = (before: string, after: string): boolean =>
  [".", "@"].some((mark) => before.endsWith(mark) || after.startsWith(mark));

const nameOf = (tokens: readonly Token[], host: HostCharset | undefined): string => {
  let raw = "";
  for (const token of tokens)
    if (token.type === "word" || token.type === "quoted")
      raw += `${raw !== "" && token.spaced ? " " : ""}${token.text}`;
  return withoutQuotes(decodedWords(raw, host));
};

const commentOf = (tokens: readonly Token[], host: HostCharset | undefined): string =>
  withoutQuotes(
    decodedWords(
      tokens
        .filter((one) => one.type === "comment")
        .map((one) => one.text)
        .join(" "),
      host,
    ),
  );

/** Programs quote a name, then encode it with its quotes: `=?utf-8?Q?"DUPONT,_Jean"?=`. */
const withoutQuotes = (text: string): string => {
  const name = text.trim();
  const first = name.charAt(0);
  return name.length > 1 && (first === '"' || first === "'") && name.endsWith(first)
    ? name.slice(1, -1).trim()
    : name;
};
