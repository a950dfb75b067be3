import type { StoredMail } from "../mailbox.ts";
import type { ExtraProperties } from "./message-json.ts";

/**
 * `$filter` and `$orderby` of messages: what Exchange takes, and what it refuses.
 * https://learn.microsoft.com/graph/api/user-list-messages (InefficientFilter), https://learn.microsoft.com/graph/filter-query-parameter
 */

export type Filtered =
  | {
      readonly ok: true;
      readonly test: (mail: StoredMail) => boolean;
      readonly fields: readonly string[];
    }
  | { readonly ok: false; readonly code: string };

/** Not documented: above some number Exchange answers that the restriction is too complex. Ours. */
const CLAUSES_MAX = 20;

type Value = string | number | boolean;

const FIELDS: Readonly<Record<string, (mail: StoredMail) => Value>> = {
  conversationId: (mail) => mail.conversationId,
  internetMessageId: (mail) => mail.messageId,
  subject: (mail) => mail.subject,
  isDraft: (mail) => mail.isDraft,
  isRead: (mail) => mail.isRead,
  hasAttachments: (mail) => mail.files.some(({ isInline }) => !isInline),
  receivedDateTime: (mail) => Date.parse(mail.receivedAt),
  sentDateTime: (mail) => Date.parse(mail.sentAt),
  createdDateTime: (mail) => Date.parse(mail.createdAt),
  lastModifiedDateTime: (mail) => Date.parse(mail.modifiedAt),
  "from/emailAddress/address": (mail) => mail.from?.address.toLowerCase() ?? "",
  "sender/emailAddress/address": (mail) => mail.sender?.address.toLowerCase() ?? "",
  "from/emailAddress/name": (mail) => mail.from?.name ?? "",
  parentFolderId: (mail) => mail.folder,
};

const TOKEN = /\s*(?:('(?:[^']|'')*')|(\d{4}-\d\d-\d\dT[\d:.]+Z?)|([A-Za-z][\w/]*)|([(),:]))/y;

type Token = { readonly kind: "text" | "date" | "word" | "mark"; readonly text: string };

const tokensOf = (filter: string): readonly Token[] | null => {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < filter.trimEnd().length) {
    const match = TOKEN.exec(filter);
    if (match === null) return null;
    const [, text, date, word, mark] = match;
    if (text !== undefined)
      tokens.push({ kind: "text", text: text.slice(1, -1).replaceAll("''", "'") });
    else if (date !== undefined) tokens.push({ kind: "date", text: date });
    else if (word !== undefined) tokens.push({ kind: "word", text: word });
    else tokens.push({ kind: "mark", text: mark ?? "" });
  }
  return tokens;
};

type Test = (mail: StoredMail) => boolean;

class FilterRefusal extends Error {
  readonly code: string;
  constructor(code: string) {
    super(code);
    this.code = code;
  }
}

const INVALID = "ErrorInvalidUrlQueryFilter";
const MALFORMED = "BadRequest";
const COMPLEX = "InefficientFilter";

export const filterOf = (filter: string, extras: ExtraProperties): Filtered => {
  const tokens = tokensOf(filter);
  if (tokens === null) return { ok: false, code: MALFORMED };
  let at = 0;
  const fields: string[] = [];
  const peek = (): Token | undefined => tokens[at];
  const take = (): Token => {
    const token = tokens[at];
    if (token === undefined) throw new FilterRefusal(MALFORMED);
    at += 1;
    return token;
  };
  const expect = (text: string): void => {
    if (take().text !== text) throw new FilterRefusal(MALFORMED);
  };
  const fieldNamed = (name: string): ((mail: StoredMail) => Value) => {
    const found = FIELDS[name];
    // Recipients, bodies and headers cannot be asked for: "The query filter contains one or more invalid nodes."
    if (found === undefined) throw new FilterRefusal(INVALID);
    fields.push(name);
    if (fields.length > CLAUSES_MAX) throw new FilterRefusal(COMPLEX);
    return found;
  };
  const literal = (name: string): Value => {
    const token = take();
    const isDate = name.endsWith("DateTime");
    if (token.kind === "date" && isDate) return Date.parse(token.text);
    if (token.kind === "text" && !isDate) return token.text;
    if (token.kind === "word" && (token.text === "true" || token.text === "false"))
      return token.text === "true";
    throw new FilterRefusal(MALFORMED);
  };
  const called = (name: string): Test => {
    expect("(");
    const field = take().text;
    const get = fieldNamed(field);
    expect(",");
    const part = literal(field);
    expect(")");
    if (typeof part !== "string") throw new FilterRefusal(MALFORMED);
    const low = part.toLowerCase();
    const said = (mail: StoredMail): string => String(get(mail)).toLowerCase();
    if (name === "startswith") return (mail) => said(mail).startsWith(low);
    return (mail) => said(mail).includes(low);
  };
  /** `singleValueExtendedProperties/any(ep: ep/id eq '…' and ep/value eq '…')` */
  const property = (): Test => {
    expect("(");
    const name = take().text;
    expect(":");
    const wanted = new Map<string, string>();
    for (const part of ["id", "value"]) {
      if (take().text !== `${name}/${part}`) throw new FilterRefusal(MALFORMED);
      expect("eq");
      wanted.set(part, take().text);
      if (part === "id") expect("and");
    }
    expect(")");
    fields.push("singleValueExtendedProperties");
    return (mail) => extras.get(mail.immutableId)?.[wanted.get("id") ?? ""] === wanted.get("value");
  };
  const category = (): Test => {
    expect("(");
    const name = take().text;
    expect(":");
    if (take().text !== name) throw new FilterRefusal(MALFORMED);
    expect("eq");
    const wanted = take().text;
    expect(")");
    fields.push("categories");
    return (mail) => mail.categories.includes(wanted);
  };
  const compared = (name: string): Test => {
    const get = fieldNamed(name);
    const operator = take().text;
    const value = literal(name);
    const wanted = name.endsWith("address") ? String(value).toLowerCase() : value;
    switch (operator) {
      case "eq":
        return (mail) => get(mail) === wanted;
      case "ne":
        return (mail) => get(mail) !== wanted;
      case "ge":
        return (mail) => get(mail) >= wanted;
      case "gt":
        return (mail) => get(mail) > wanted;
      case "le":
        return (mail) => get(mail) <= wanted;
      case "lt":
        return (mail) => get(mail) < wanted;
      default:
        throw new FilterRefusal(MALFORMED);
    }
  };
  const one = (): Test => {
    const token = take();
    if (token.text === "(" && token.kind === "mark") {
      const inner = either();
      expect(")");
      return inner;
    }
    if (token.kind !== "word") throw new FilterRefusal(MALFORMED);
    if (token.text === "not") {
      const inner = one();
      return (mail) => !inner(mail);
    }
    if (token.text === "startswith" || token.text === "contains") return called(token.text);
    // endswith, tolower and the like: not for messages.
    if (peek()?.text === "(" && !token.text.endsWith("/any")) throw new FilterRefusal(INVALID);
    if (token.text === "singleValueExtendedProperties/any") return property();
    if (token.text === "categories/any") return category();
    if (token.text.endsWith("/any")) throw new FilterRefusal(INVALID);
    return compared(token.text);
  };
  const both = (): Test => {
    let left = one();
    while (peek()?.text === "and") {
      take();
      const [first, second] = [left, one()];
      left = (mail) => first(mail) && second(mail);
    }
    return left;
  };
  const either = (): Test => {
    let left = both();
    while (peek()?.text === "or") {
      take();
      const [first, second] = [left, both()];
      left = (mail) => first(mail) || second(mail);
    }
    return left;
  };
  try {
    const test = either();
    if (at < tokens.length) throw new FilterRefusal(MALFORMED);
    return { ok: true, test, fields };
  } catch (cause) {
    if (cause instanceof FilterRefusal) return { ok: false, code: cause.code };
    throw cause;
  }
};

/** Properties sorted by have to be in the filter, first, and in the same order; else the question is too hard. */
export const isSortable = (orderBy: readonly string[], fields: readonly string[]): boolean => {
  if (fields.length === 0) return true;
  const firsts = [...new Set(fields)].slice(0, orderBy.length);
  return orderBy.every((field, rank) => firsts[rank] === field);
};

export const sorted = (mails: readonly StoredMail[], orderBy: string): readonly StoredMail[] => {
  const [[name = "receivedDateTime", way = "asc"]] = [orderBy.trim().split(/\s+/)] as const;
  const get = FIELDS[name] ?? FIELDS["receivedDateTime"];
  if (get === undefined) return mails;
  const up = way === "desc" ? -1 : 1;
  return [...mails].sort((a, b) => (get(a) < get(b) ? -up : get(a) > get(b) ? up : 0));
};
