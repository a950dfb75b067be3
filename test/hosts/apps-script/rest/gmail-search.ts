import { Buffer } from "node:buffer";
import type { Mailbox, StoredMessage } from "../mailbox.ts";
import { EmulatorGap } from "../runtime/part.ts";
import { mimeTree, type MimePart } from "./mime-tree.ts";

type Test = (message: StoredMessage) => boolean;

/**
 * Gmail's search words, those that Relance may use: fields, dates, quoted runs, `-`, `OR`, `{…}`, `(…)`. A word that
 * Gmail knows and this emulator does not is a gap.
 */
export const gmailSearch = (
  mailbox: Mailbox,
  now: number,
  words: string,
  /** A search passes over both unless its parameter says otherwise. */
  includesSpamTrash: boolean,
): Test => {
  const tokens =
    words.match(
      /-?[\w]+:\{[^}]*\}|-?[\w]+:\([^)]*\)|-?[\w]+:"[^"]*"|-?"[^"]*"|[{}()]|[^\s{}()]+/g,
    ) ?? [];
  let at = 0;
  const group = (end: string | null, isAny: boolean): Test => {
    const tests: Test[] = [];
    let isOr = isAny;
    while (at < tokens.length && tokens[at] !== end) {
      const token = tokens[at] ?? "";
      at += 1;
      if (token === "OR") isOr = true;
      else if (token === "AND") continue;
      else if (token === "{" || token === "(") {
        tests.push(group(token === "{" ? "}" : ")", token === "{"));
        at += 1;
      } else if (token === "-") throw new EmulatorGap("a lone minus in a search of Gmail");
      else tests.push(termOf(mailbox, now, token));
    }
    return (message) =>
      isOr ? tests.some((test) => test(message)) : tests.every((test) => test(message));
  };
  const found = group(null, false);
  return (message) =>
    (includesSpamTrash || !(message.labels.has("TRASH") || message.labels.has("SPAM"))) &&
    found(message);
};

const termOf = (mailbox: Mailbox, now: number, token: string): Test => {
  if (token.startsWith("-")) {
    const inner = termOf(mailbox, now, token.slice(1));
    return (message) => !inner(message);
  }
  const field = /^(\w+):([\s\S]*)$/.exec(token);
  if (field === null) {
    const wanted = token.replace(/^"|"$/g, "").toLowerCase();
    return (message) => textOf(message).includes(wanted);
  }
  const [, name = "", raw = ""] = field;
  const list = /^[{(](.*)[})]$/.exec(raw);
  if (list !== null) {
    const tests = (list[1] ?? "")
      .split(/\s+/)
      .filter((one) => one !== "" && one !== "OR")
      .map((one) => termOf(mailbox, now, `${name}:${one}`));
    return (message) => tests.some((test) => test(message));
  }
  const value = raw.replace(/^"|"$/g, "");
  const low = value.toLowerCase();
  switch (name) {
    case "from":
    case "to":
    case "cc":
    case "bcc":
    case "subject":
      return (message) => headerOf(message, name).toLowerCase().includes(low);
    case "rfc822msgid":
      return (message) =>
        headerOf(message, "message-id").trim() === `<${value.replace(/^<|>$/g, "")}>`;
    case "in":
    case "is":
      if (low === "anywhere") return () => true;
      if (low === "sent" || low === "inbox" || low === "draft" || low === "unread")
        return (message) => message.labels.has(low.toUpperCase());
      if (low === "chats") return () => false;
      break;
    case "label":
      return (message) =>
        [...message.labels].some(
          (id) => labelWord(mailbox.labels.get(id) ?? id) === labelWord(value),
        );
    case "has":
      if (low === "attachment") return (message) => hasFile(mimeTree(message.raw));
      break;
    case "after":
    case "newer":
      return (message) => message.internalDate >= instantOf(value);
    case "before":
    case "older":
      return (message) => message.internalDate < instantOf(value);
    case "newer_than": {
      const days = /^(\d+)d$/.exec(low)?.[1];
      if (days !== undefined)
        return (message) => message.internalDate >= now - Number(days) * 86_400_000;
      break;
    }
    default:
  }
  throw new EmulatorGap(`a search word of Gmail: ${token}`);
};

const labelWord = (name: string): string => name.toLowerCase().replace(/[\s/]/g, "-");

/** Seconds since 1970, or a day, which Gmail takes at midnight of Pacific time: no code may count on the hour. */
const instantOf = (value: string): number => {
  if (/^\d{9,}$/.test(value)) return Number(value) * 1000;
  const day = /^(\d{4})[/-](\d{1,2})[/-](\d{1,2})$/.exec(value);
  if (day === null) throw new EmulatorGap(`a date in a search of Gmail: ${value}`);
  return Date.UTC(Number(day[1]), Number(day[2]) - 1, Number(day[3]), 8);
};

const headerOf = (message: StoredMessage, name: string): string =>
  mimeTree(message.raw).headers.find((one) => one.name.toLowerCase() === name)?.value ?? "";

const hasFile = (part: MimePart): boolean => part.filename !== "" || part.parts.some(hasFile);

const textOf = (message: StoredMessage): string => {
  const collect = (part: MimePart): string =>
    [
      part.mimeType.startsWith("text/") && part.bytes !== null
        ? Buffer.from(part.bytes).toString("utf8")
        : "",
      part.filename,
      ...part.parts.map(collect),
    ].join(" ");
  const tree = mimeTree(message.raw);
  const heads = tree.headers
    .filter((one) => /^(?:subject|from|to|cc)$/i.test(one.name))
    .map((one) => one.value);
  return `${heads.join(" ")} ${collect(tree)}`.toLowerCase();
};
