import { wait } from "../faults.ts";
import type { Mailbox } from "../mailbox.ts";
import { answerDownload, answerDrive, createDrive } from "./drive.ts";
import type { Drive } from "./drive.ts";
import { json, refusal } from "./exchange.ts";
import type { GraphAnswer, GraphQuestion } from "./exchange.ts";
import { answerMessages } from "./messages.ts";
import { createTokens } from "./tokens.ts";
import type { Tokens } from "./tokens.ts";
import { createUploads } from "./uploads.ts";

/** A small Microsoft Graph over the same mailboxes that Outlook's panes show. It refuses what the real one would. */
export type Graph = {
  readonly mailbox: Mailbox;
  readonly tokens: Tokens;
  readonly drive: Drive;
  /** Every request, in the order of their coming: `GET /v1.0/me/messages?…`. */
  readonly requests: readonly GraphRecord[];
  readonly mostAtOnce: () => number;
  /** Paths that this Graph does not know: a gap of ours, not a refusal of Microsoft's. */
  readonly unknown: readonly string[];
  /** The next requests whose `METHOD path` matches are answered with this. */
  readonly fail: (match: RegExp, status: number, code: string, options?: FailOptions) => void;
  readonly throttle: (times: number, seconds: number) => void;
  readonly slow: (delayMs: number) => void;
  readonly heal: () => void;
  /** As if the network had gone. */
  isOffline: boolean;
  readonly handle: (question: GraphQuestion) => Promise<GraphAnswer | "offline">;
  /** The same for a test in Node. */
  readonly fetch: (url: string, init?: RequestInit) => Promise<Response>;
};

export type GraphRecord = {
  readonly line: string;
  readonly status: number;
  readonly atOnce: number;
};

export type FailOptions = { readonly times?: number; readonly retryAfter?: number };

export type GraphOptions = {
  readonly mailbox: Mailbox;
  /** Mailboxes of others that the person may open, and what for. */
  readonly shared?: readonly { readonly mailbox: Mailbox; readonly rights: "read" | "write" }[];
};

export const GRAPH_ORIGIN = "https://graph.microsoft.com";

/** Four requests of one program to one mailbox at a time (throttling limits, Outlook service). */
const AT_ONCE_MAX = 4;

const CORS = {
  "access-control-allow-origin": "*",
  "access-control-expose-headers":
    "ETag, Location, Preference-Applied, Content-Range, request-id, client-request-id, Retry-After, WWW-Authenticate",
} as const;

type Injected = { readonly match: RegExp; readonly answer: GraphAnswer; times: number };

export const createGraph = (options: GraphOptions): Graph => {
  const tokens = createTokens();
  const uploads = createUploads();
  const extras = new Map<string, Readonly<Record<string, string>>>();
  const drive = createDrive();
  const requests: GraphRecord[] = [];
  const unknown: string[] = [];
  let injected: Injected[] = [];
  let delayMs = 0;
  let underWay = 0;
  let mailUnderWay = 0;

  const injectedFor = (line: string): GraphAnswer | null => {
    const found = injected.find(({ match }) => match.test(line));
    if (found === undefined) return null;
    found.times -= 1;
    if (found.times <= 0) injected = injected.filter((one) => one !== found);
    return found.answer;
  };

  const placeOf = (
    path: string,
  ): { mailbox: Mailbox; rest: string; shared: "read" | "write" | null } | null => {
    const own = /^\/v1\.0\/me(\/.*)?$/.exec(path);
    if (own !== null) return { mailbox: options.mailbox, rest: own[1] ?? "", shared: null };
    const other = /^\/v1\.0\/users\/([^/]+)(\/.*)?$/.exec(path);
    if (other === null) return null;
    const address = (other[1] ?? "").toLowerCase();
    if (address === options.mailbox.address)
      return { mailbox: options.mailbox, rest: other[2] ?? "", shared: null };
    const found = options.shared?.find(({ mailbox }) => mailbox.address === address);
    return found === undefined
      ? null
      : { mailbox: found.mailbox, rest: other[2] ?? "", shared: found.rights };
  };

  const authorized = (question: GraphQuestion): readonly string[] | null => {
    const token = /^Bearer (.+)$/.exec(question.headers["authorization"] ?? "")?.[1];
    return token === undefined ? null : tokens.scopesOf(token, options.mailbox.address);
  };

  const answer = async (question: GraphQuestion): Promise<GraphAnswer> => {
    const open = uploads.answer(question) ?? answerDownload(question, drive);
    if (open !== null) return open;
    const path = decodeURIComponent(question.url.pathname);
    const scopes = authorized(question);
    if (scopes === null)
      return refusal(401, "InvalidAuthenticationToken", { "www-authenticate": 'Bearer realm=""' });
    const place = placeOf(path);
    if (place === null) {
      // What another did not share is not there for the person.
      return path.startsWith("/v1.0/users/")
        ? refusal(404, "ErrorItemNotFound")
        : refusal(400, "BadRequest");
    }
    const { mailbox, rest, shared } = place;
    const root = `${GRAPH_ORIGIN}${path.slice(0, path.length - rest.length)}`;
    if (/^\/(messages|mailFolders)(\/|$)/.test(rest)) {
      const segments = rest.slice(1).split("/");
      const needed = mailScopes(question.method, segments, shared !== null);
      if (!needed.some((scope) => scopes.includes(scope))) return refusal(403, "ErrorAccessDenied");
      if (shared === "read" && question.method !== "GET") return refusal(403, "ErrorAccessDenied");
      if (mailUnderWay >= AT_ONCE_MAX)
        return refusal(429, "ApplicationThrottled", { "retry-after": "1" });
      mailUnderWay += 1;
      try {
        if (delayMs > 0) await wait(delayMs);
        return answerMessages({ question, mailbox, path: segments, extras, uploads, root });
      } finally {
        mailUnderWay -= 1;
      }
    }
    if (rest.startsWith("/drive/special/approot")) {
      if (!scopes.some((scope) => /^Files\.ReadWrite(\.AppFolder|\.All)?$/.test(scope)))
        return refusal(403, "accessDenied");
      if (delayMs > 0) await wait(delayMs);
      const raw = question.url.pathname.split("/special/approot")[1] ?? "";
      return answerDrive({ question, drive, rest: decodeURIComponent(raw), uploads });
    }
    // The rest of the drive is closed to a program that was given its own folder alone.
    if (rest.startsWith("/drive")) return refusal(403, "accessDenied");
    if (rest === "") {
      return scopes.some((scope) => scope.startsWith("User.Read"))
        ? json(200, { displayName: mailbox.name, mail: mailbox.address })
        : refusal(403, "Authorization_RequestDenied");
    }
    unknown.push(`${question.method} ${path}`);
    return refusal(400, "BadRequest");
  };

  const handle: Graph["handle"] = async (question) => {
    if (graph.isOffline) return "offline";
    if (question.method === "OPTIONS") {
      return {
        status: 200,
        headers: {
          ...CORS,
          "access-control-allow-headers": "*, authorization",
          "access-control-allow-methods": "GET, POST, PUT, PATCH, DELETE",
        },
        body: "",
      };
    }
    underWay += 1;
    const atOnce = underWay;
    const line = `${question.method} ${decodeURIComponent(question.url.pathname + question.url.search)}`;
    const told = injectedFor(line) ?? (await answer(question));
    underWay -= 1;
    requests.push({ line, status: told.status, atOnce });
    return { ...told, headers: { ...CORS, ...told.headers } };
  };

  const graph: Graph = {
    mailbox: options.mailbox,
    tokens,
    drive,
    requests,
    mostAtOnce: () => Math.max(0, ...requests.map(({ atOnce }) => atOnce)),
    unknown,
    fail: (match, status, code, { times = 1, retryAfter } = {}) => {
      const headers = retryAfter === undefined ? {} : { "retry-after": String(retryAfter) };
      injected.push({ match, answer: refusal(status, code, headers), times });
    },
    throttle: (times, seconds) => {
      const headers = { "retry-after": String(seconds) };
      injected.push({ match: /./, answer: refusal(429, "TooManyRequests", headers), times });
    },
    slow: (ms) => {
      delayMs = ms;
    },
    heal: () => {
      injected = [];
      delayMs = 0;
      graph.isOffline = false;
    },
    isOffline: false,
    handle,
    fetch: async (url, init = {}) => {
      const request = new Request(url, init);
      const told = await handle({
        method: request.method,
        url: new URL(url),
        headers: Object.fromEntries(request.headers),
        body: new Uint8Array(await request.arrayBuffer()),
      });
      if (told === "offline") throw new TypeError("Failed to fetch");
      const isEmpty = told.status === 204 || told.status === 202;
      const body = typeof told.body === "string" ? told.body : new Uint8Array(told.body);
      return new Response(isEmpty ? null : body, { status: told.status, headers: told.headers });
    },
  };
  return graph;
};

/** From least to most privileged; another's mailbox needs the permission of that name. */
const mailScopes = (
  method: string,
  path: readonly string[],
  isShared: boolean,
): readonly string[] => {
  const end = isShared ? ".Shared" : "";
  if (path.at(-1) === "send") return [`Mail.Send${end}`];
  if (method !== "GET") return [`Mail.ReadWrite${end}`];
  return [`Mail.Read${end}`, `Mail.ReadWrite${end}`];
};
