import { Buffer } from "node:buffer";
import type { HttpRequest, HttpResponse } from "#gmail/script/google-port.ts";

/** One message of a small Gmail: its bytes are written from its headers and text, its JSON is what REST would give. */
export type SmallMail = {
  readonly id: string;
  readonly threadId: string;
  readonly labels: Set<string>;
  readonly internalDate: number;
  readonly raw: Uint8Array;
  readonly headers: readonly Header[];
  readonly text: string;
  /** The text is kept apart, as Gmail does with large ones. */
  readonly isApart: boolean;
  readonly size: number;
};

type Header = { readonly name: string; readonly value: string };

export type MailSpec = {
  readonly from: string;
  readonly to?: string;
  readonly subject?: string;
  readonly messageId?: string;
  readonly headers?: readonly Header[];
  readonly text?: string;
  readonly threadId?: string;
  readonly labels?: readonly string[];
  readonly date?: string;
  readonly isApart?: boolean;
  readonly size?: number;
};

export type SmallGmail = {
  readonly mails: Map<string, SmallMail>;
  readonly drafts: Map<string, string>;
  readonly labels: Map<string, string>;
  readonly put: (spec: MailSpec) => SmallMail;
  readonly answer: (request: HttpRequest) => HttpResponse;
  /** What the manifest gives without a message token. */
  reach: "thread" | "mailbox";
  /** Answers instead of Gmail; null: Gmail answers. */
  instead: ((request: HttpRequest) => HttpResponse | null) | null;
};

const ROOT = "https://gmail.googleapis.com/gmail/v1/users/me";
const UPLOAD = "https://gmail.googleapis.com/upload/gmail/v1/users/me";
export const DEFAULT_TO = "claire@menuiserie-lacombe.example";

/** The token of an event in which a message of this thread is open. */
export const tokenFor = (mail: Pick<SmallMail, "threadId">): string => `open-${mail.threadId}`;

export const smallGmail = (): SmallGmail => {
  const mails = new Map<string, SmallMail>();
  const drafts = new Map<string, string>();
  const labels = new Map<string, string>([["INBOX", "INBOX"]]);
  let count = 0;
  const fresh = (): string => {
    count += 1;
    return (0x1900_0000_0000 + count).toString(16).padStart(16, "1");
  };

  const keep = (
    raw: Uint8Array,
    parts: Omit<SmallMail, "id" | "threadId" | "raw">,
    thread?: string,
  ) => {
    const id = fresh();
    const mail: SmallMail = { id, threadId: thread ?? id, raw, ...parts };
    mails.set(id, mail);
    return mail;
  };

  const put = (spec: MailSpec): SmallMail => {
    const text = spec.text ?? "Bonjour.\n";
    const date = spec.date ?? "Wed, 18 Nov 2026 09:00:00 +0100";
    const headers: readonly Header[] = [
      { name: "Date", value: date },
      { name: "From", value: spec.from },
      { name: "To", value: spec.to ?? DEFAULT_TO },
      { name: "Subject", value: spec.subject ?? "Facture" },
      { name: "Message-ID", value: spec.messageId ?? `<${String(count)}@debtor.example>` },
      { name: "Content-Type", value: "text/plain; charset=iso-8859-1" },
      ...(spec.headers ?? []),
    ];
    const head = headers.map(({ name, value }) => `${name}: ${value}`).join("\r\n");
    // Bytes of ISO 8859-1: whoever took them for text would write others.
    const raw = new Uint8Array(Buffer.from(`${head}\r\n\r\n${text}`, "latin1"));
    return keep(
      raw,
      {
        labels: new Set(spec.labels ?? ["INBOX"]),
        internalDate: Date.parse(date),
        headers,
        text,
        isApart: spec.isApart ?? false,
        size: spec.size ?? raw.length,
      },
      spec.threadId,
    );
  };

  const gmail: SmallGmail = {
    mails,
    drafts,
    labels,
    put,
    reach: "thread",
    instead: null,
    answer: (request) => gmail.instead?.(request) ?? answerOf(request),
  };

  const answerOf = (request: HttpRequest): HttpResponse => {
    const { url, method, headers } = request;
    if (url.length > 2_048) throw new Error("UrlFetch takes no longer address");
    if (headers["Authorization"] !== "Bearer ya29.token") return refused(401, "authError");
    if (url.startsWith(`${UPLOAD}/drafts?uploadType=multipart`)) return createUploaded(request);
    if (!url.startsWith(ROOT)) throw new Error(`not Gmail: ${url}`);
    const [path = "", search = ""] = url.slice(ROOT.length).split("?");
    const query = new URLSearchParams(search);
    const token = headers["X-Goog-Gmail-Access-Token"] ?? null;
    const mayRead = (mail: SmallMail): boolean =>
      gmail.reach === "mailbox" || token === tokenFor(mail);
    const mayAll = gmail.reach === "mailbox" && token === null;
    const [, kind = "", id = "", under = "", apart = ""] = path.split("/").map(decodeURIComponent);
    if (kind === "drafts" && method === "post") return createDraft(bodyJson(request));
    if (kind === "drafts" && method === "delete") {
      const message = drafts.get(id);
      if (message === undefined) return refused(404, "notFound");
      drafts.delete(id);
      mails.delete(message);
      return json(204, null);
    }
    if (kind === "messages" && id !== "" && method === "get") {
      const mail = mails.get(id);
      if (mail === undefined) return refused(404, "notFound");
      if (!mayRead(mail)) return refused(403, "insufficientPermissions");
      if (under === "attachments" && apart === `text-of-${id}`)
        return json(200, { size: mail.text.length, data: web(Buffer.from(mail.text)) });
      return json(200, messageJson(mail, query));
    }
    if (kind === "threads" && method === "get") {
      const inThread = [...mails.values()].filter(({ threadId }) => threadId === id);
      const [first] = inThread;
      if (first === undefined) return refused(404, "notFound");
      if (!mayRead(first)) return refused(403, "insufficientPermissions");
      return json(200, { id, messages: inThread.map((mail) => messageJson(mail, query)) });
    }
    if (!mayAll) return refused(403, "insufficientPermissions");
    if (kind === "profile") return json(200, { emailAddress: DEFAULT_TO });
    if (kind === "labels" && method === "get")
      return json(200, { labels: [...labels].map(([one, name]) => ({ id: one, name })) });
    if (kind === "labels" && method === "post") {
      const { name } = bodyJson(request) as { readonly name: string };
      if ([...labels.values()].includes(name)) return refused(409, "invalidArgument");
      const made = `Label_${String(labels.size)}`;
      labels.set(made, name);
      return json(200, { id: made, name });
    }
    if (path === "/messages/batchModify") {
      const change = bodyJson(request) as Record<
        "ids" | "addLabelIds" | "removeLabelIds",
        string[]
      >;
      for (const one of change.ids) {
        for (const label of change.addLabelIds) mails.get(one)?.labels.add(label);
        for (const label of change.removeLabelIds) mails.get(one)?.labels.delete(label);
      }
      return json(204, null);
    }
    if (kind === "messages") return json(200, listed(searched(query), query));
    if (kind === "drafts") {
      const found = searched(query).map(({ id: one }) => one);
      const hits = [...drafts].filter(([, message]) => found.includes(message));
      return json(200, { drafts: hits.map(([draft, one]) => draftJson(draft, one)) });
    }
    throw new Error(`not asked for by Relance: ${method} ${path}`);
  };

  const listed = (found: readonly SmallMail[], query: URLSearchParams) => {
    const from = Number(query.get("pageToken") ?? "0");
    const max = Math.min(500, Number(query.get("maxResults") ?? "100"));
    const page = found.slice(from, from + max).map(({ id, threadId }) => ({ id, threadId }));
    const next = from + max < found.length ? { nextPageToken: String(from + max) } : {};
    return { ...(page.length === 0 ? {} : { messages: page }), ...next };
  };

  /** Gmail's search, as far as Relance uses it. Newest first. */
  const searched = (query: URLSearchParams): readonly SmallMail[] => {
    const words = query.get("q") ?? "";
    const any = /\{([^}]*)\}/.exec(words)?.[1]?.split(" ") ?? [];
    const others = words
      .replace(/\{[^}]*\}/, " ")
      .trim()
      .split(/\s+/)
      .filter((one) => one !== "");
    const fits = (mail: SmallMail, term: string): boolean => {
      if (term.startsWith("from:"))
        return headerIn(mail, "From").toLowerCase().includes(term.slice(5));
      if (term.startsWith("after:")) return mail.internalDate >= Number(term.slice(6)) * 1000;
      if (term.startsWith("rfc822msgid:"))
        return headerIn(mail, "Message-ID") === `<${term.slice(12)}>`;
      if (term === "in:sent") return mail.labels.has("SENT");
      return mail.text.includes(term.replace(/"/g, ""));
    };
    const withSpam = query.get("includeSpamTrash") === "true";
    const label = query.get("labelIds");
    return [...mails.values()]
      .filter((mail) => label === null || mail.labels.has(label))
      .filter((mail) => withSpam || !(mail.labels.has("SPAM") || mail.labels.has("TRASH")))
      .filter((mail) => others.every((term) => fits(mail, term)))
      .filter((mail) => any.length === 0 || any.some((term) => fits(mail, term)))
      .sort((a, b) => b.internalDate - a.internalDate);
  };

  const createDraft = (given: unknown): HttpResponse => {
    const { message } = given as {
      readonly message: { readonly raw: string; readonly threadId?: string };
    };
    return created(new Uint8Array(Buffer.from(message.raw, "base64url")), message.threadId);
  };

  const createUploaded = (request: HttpRequest): HttpResponse => {
    const boundary = /boundary="([^"]+)"/.exec(request.type ?? "")?.[1] ?? "";
    const whole = Buffer.from(request.body as Uint8Array);
    const [, first = "", second = ""] = whole.toString("latin1").split(`--${boundary}`);
    const content = (part: string): string => part.slice(part.indexOf("\r\n\r\n") + 4, -2);
    const { message } = JSON.parse(content(first)) as {
      readonly message: { readonly threadId?: string };
    };
    return created(new Uint8Array(Buffer.from(content(second), "latin1")), message.threadId);
  };

  const created = (raw: Uint8Array, threadId: string | undefined): HttpResponse => {
    if (threadId !== undefined && ![...mails.values()].some((one) => one.threadId === threadId))
      return refused(404, "notFound");
    const words = Buffer.from(raw).toString("latin1");
    const mail = keep(
      raw,
      {
        labels: new Set(["DRAFT"]),
        internalDate: 0,
        headers: headersOf(words),
        text: words.slice(words.indexOf("\r\n\r\n") + 4),
        isApart: false,
        size: raw.length,
      },
      threadId,
    );
    const draft = `r-${mail.id}`;
    drafts.set(draft, mail.id);
    return json(200, draftJson(draft, mail.id));
  };

  const draftJson = (draft: string, message: string) => ({
    id: draft,
    message: {
      id: message,
      threadId: mails.get(message)?.threadId ?? message,
      labelIds: ["DRAFT"],
    },
  });

  return gmail;
};

const headerIn = (mail: SmallMail, name: string): string =>
  mail.headers.find((one) => one.name.toLowerCase() === name.toLowerCase())?.value ?? "";

export const headersOf = (words: string): readonly Header[] =>
  words
    .slice(0, words.indexOf("\r\n\r\n"))
    .split(/\r\n(?![ \t])/)
    .map((line) => ({
      name: line.slice(0, line.indexOf(":")),
      value: line
        .slice(line.indexOf(":") + 1)
        .replace(/\r\n/g, "")
        .trim(),
    }));

const messageJson = (mail: SmallMail, query: URLSearchParams) => {
  const head = {
    id: mail.id,
    threadId: mail.threadId,
    labelIds: [...mail.labels],
    sizeEstimate: mail.size,
    internalDate: String(mail.internalDate),
  };
  const format = query.get("format");
  if (format === "minimal") return head;
  if (format === "raw") return { ...head, raw: web(Buffer.from(mail.raw)) };
  if (format === "metadata") {
    const wanted = query.getAll("metadataHeaders").map((one) => one.toLowerCase());
    const headers = mail.headers.filter(({ name }) => wanted.includes(name.toLowerCase()));
    return { ...head, payload: { mimeType: "text/plain", headers } };
  }
  const text = Buffer.from(mail.text);
  return {
    ...head,
    payload: {
      mimeType: "text/plain",
      filename: "",
      headers: mail.headers,
      body: mail.isApart
        ? { attachmentId: `text-of-${mail.id}`, size: text.length }
        : { size: text.length, data: web(text) },
    },
  };
};

const web = (bytes: Buffer): string => bytes.toString("base64url");

const bodyJson = ({ body }: HttpRequest): unknown => JSON.parse(String(body)) as unknown;

export const json = (status: number, value: unknown): HttpResponse => {
  const text = value === null ? "" : JSON.stringify(value);
  return {
    status,
    headers: { "content-type": "application/json" },
    text: () => text,
    bytes: () => new Uint8Array(Buffer.from(text)),
  };
};

export const refused = (code: number, reason: string): HttpResponse =>
  json(code, {
    error: { code, message: "sujet: relance de compta@nordis.example", errors: [{ reason }] },
  });
