import * as z from "zod/mini";
import { err, ok } from "#shared/kernel/result.ts";
import type { Result } from "#shared/kernel/result.ts";
import { slotsOf } from "./slots.ts";
import type { GraphFault, SignIn } from "./ports.ts";

/** The one host that a token is ever sent to. */
export const GRAPH_ROOT = "https://graph.microsoft.com/v1.0";

/**
 * Exchange lets an app have four requests in one mailbox at a time; one place is left for the person's other windows.
 * https://learn.microsoft.com/graph/throttling-limits#outlook-service-limits
 */
const AT_ONCE_MAX = 3;
const TRIES_MAX = 4;
/** Longer than that nobody looks at a pane: what Graph asks beyond is said. */
const WAITED_MS_MAX = 30_000;
const FIRST_WAIT_MS = 500;
const ANSWER_MS_MAX = 30_000;
/** An upload or a mail of 25 MB over a slow line. */
const BYTES_MS_MAX = 180_000;
/** Answers in JSON: a page of fifty mails with all their headers is under a megabyte. */
const JSON_BYTES_MAX = 8 * 1024 * 1024;

export type GraphRequest = {
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** Below GRAPH_ROOT, or a whole address of Graph's own (`@odata.nextLink`). */
  readonly path: string;
  readonly scopes: readonly string[];
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: GraphBody;
};

export type GraphBody = { readonly json: unknown } | { readonly bytes: Uint8Array };

/** An address that Graph gave for one upload or download: it holds its own permission, and a token would break it. */
export type OpenRequest = {
  readonly method: "GET" | "PUT" | "DELETE";
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly bytes?: Uint8Array;
};

export type GraphClient = {
  /** The answer, read by a schema. */
  readonly json: <T>(
    request: GraphRequest,
    shape: z.ZodMiniType<T>,
  ) => Promise<Result<T, GraphFault>>;
  readonly bytes: (
    request: GraphRequest,
    bytesMax: number,
  ) => Promise<Result<Uint8Array, GraphFault>>;
  /** Where only whether it was done matters. */
  readonly done: (request: GraphRequest) => Promise<Result<null, GraphFault>>;
  readonly open: (
    request: OpenRequest,
    bytesMax: number,
  ) => Promise<Result<Uint8Array, GraphFault>>;
};

export type ClientOptions = {
  readonly signIn: Pick<SignIn, "token">;
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  readonly wait: (ms: number) => Promise<void>;
  /** Milliseconds since 1970: for dates in Retry-After. */
  readonly now: () => number;
};

/** A thin hand on Graph: one token at a time, three requests at once, bounded tries and waits, faults as values. */
export const openGraphClient = ({ signIn, fetch, wait, now }: ClientOptions): GraphClient => {
  const inSlot = slotsOf(AT_ONCE_MAX);

  const once = async (
    url: string,
    init: RequestInit,
    bytesMax: number,
  ): Promise<Result<Answer, GraphFault>> => {
    const controller = new AbortController();
    const isLarge = bytesMax > JSON_BYTES_MAX || init.body instanceof Uint8Array;
    let isLate = false;
    const timer = setTimeout(
      () => {
        isLate = true;
        controller.abort();
      },
      isLarge ? BYTES_MS_MAX : ANSWER_MS_MAX,
    );
    try {
      const response = await fetch(url, { ...init, signal: controller.signal });
      const announced = Number(response.headers.get("content-length") ?? "0");
      if (response.ok && announced > bytesMax) {
        controller.abort();
        return err({ type: "too-large" });
      }
      const bytes = new Uint8Array(await response.arrayBuffer());
      if (response.ok && bytes.length > bytesMax) return err({ type: "too-large" });
      return ok({ status: response.status, headers: response.headers, bytes });
    } catch {
      // fetch tells no more than that there was no answer: no network, a wall on the way, or our own patience.
      return err({ type: isLate ? "timed-out" : "offline" });
    } finally {
      clearTimeout(timer);
    }
  };

  /** Tries again what a moment may mend, as long as doing it twice is doing it once. */
  const patiently = async (
    method: string,
    attempt: () => Promise<Result<Answer, GraphFault>>,
  ): Promise<Result<Answer, GraphFault>> => {
    let waited = 0;
    for (let tries = 1; ; tries += 1) {
      const answer = await attempt();
      if (!answer.ok) return answer;
      const { status, headers } = answer.value;
      const asked =
        status === 429 ||
        ((status === 503 || status === 504 || status === 502) && method !== "POST");
      if (!asked) return answer;
      const pause = pauseOf(headers.get("retry-after"), tries, now());
      if (tries >= TRIES_MAX || waited + pause > WAITED_MS_MAX) {
        return status === 429
          ? err({ type: "throttled", seconds: Math.ceil(pause / 1000) })
          : err({ type: "unavailable", status });
      }
      waited += pause;
      await wait(pause);
    }
  };

  const ask = async (
    request: GraphRequest,
    bytesMax: number,
  ): Promise<Result<Answer, GraphFault>> => {
    const url = urlOf(request.path);
    if (url === null) return err({ type: "unreadable" });
    const withToken = async (
      wish: { readonly fresh?: boolean; readonly claims?: string | null } = {},
    ): Promise<Result<Answer, GraphFault>> => {
      const token = await signIn.token({ scopes: request.scopes, ...wish });
      if (!token.ok) return token;
      return await patiently(request.method, () =>
        once(url, initOf(request, token.value), bytesMax),
      );
    };
    const first = await withToken();
    if (!first.ok || first.value.status !== 401) return first;
    // Withdrawn, or too old for what was asked: another token, once.
    return await withToken({ fresh: true, claims: claimsOf(first.value.headers) });
  };

  const answered = async (
    request: GraphRequest,
    bytesMax: number,
  ): Promise<Result<Uint8Array, GraphFault>> => taken(await inSlot(() => ask(request, bytesMax)));

  return {
    json: async (request, shape) => {
      const answer = await answered(request, JSON_BYTES_MAX);
      if (!answer.ok) return answer;
      const parsed = shape.safeParse(jsonOf(answer.value));
      return parsed.success ? ok(parsed.data) : err({ type: "unreadable" });
    },
    bytes: answered,
    done: async (request) => {
      const answer = await answered(request, JSON_BYTES_MAX);
      return answer.ok ? ok(null) : answer;
    },
    open: async ({ method, url, headers, bytes }, bytesMax) => {
      if (!url.startsWith("https://")) return err({ type: "unreadable" });
      const init: RequestInit = {
        method,
        credentials: "omit",
        ...(headers === undefined ? {} : { headers }),
        ...(bytes === undefined ? {} : { body: new Uint8Array(bytes) }),
      };
      return taken(await inSlot(() => patiently(method, () => once(url, init, bytesMax))));
    },
  };
};

type Answer = {
  readonly status: number;
  readonly headers: Headers;
  readonly bytes: Uint8Array;
};

const urlOf = (path: string): string | null => {
  if (path.startsWith("/")) return `${GRAPH_ROOT}${path}`;
  return path.startsWith(`${GRAPH_ROOT}/`) ? path : null;
};

const initOf = ({ method, headers, body }: GraphRequest, token: string): RequestInit => ({
  method,
  // No cookie of Microsoft's goes along: the token alone says who asks.
  credentials: "omit",
  headers: {
    authorization: `Bearer ${token}`,
    // The id then survives moves within the mailbox. https://learn.microsoft.com/graph/outlook-immutable-id
    prefer: 'IdType="ImmutableId"',
    ...(body === undefined
      ? {}
      : { "content-type": "json" in body ? "application/json" : "application/octet-stream" }),
    ...headers,
  },
  ...(body === undefined
    ? {}
    : { body: "json" in body ? JSON.stringify(body.json) : new Uint8Array(body.bytes) }),
});

/** Seconds or a date; else twice as long at each try. https://learn.microsoft.com/graph/throttling */
const pauseOf = (retryAfter: string | null, tries: number, now: number): number => {
  const text = retryAfter?.trim() ?? "";
  if (/^\d{1,6}$/.test(text)) return Number(text) * 1000;
  const at = text === "" ? Number.NaN : Date.parse(text);
  return Number.isNaN(at) ? FIRST_WAIT_MS * 2 ** (tries - 1) : Math.max(0, at - now);
};

/** https://learn.microsoft.com/entra/identity-platform/claims-challenge */
const claimsOf = (headers: Headers): string | null => {
  const challenge = (headers.get("www-authenticate") ?? "").slice(0, 8_000);
  const coded = /\bclaims="([A-Za-z0-9+/=_-]+)"/.exec(challenge)?.[1];
  if (coded === undefined) return null;
  try {
    return atob(coded.replace(/-/g, "+").replace(/_/g, "/"));
  } catch {
    // Not base64: the challenge says nothing that could be passed on.
    return null;
  }
};

const taken = (answer: Result<Answer, GraphFault>): Result<Uint8Array, GraphFault> => {
  if (!answer.ok) return answer;
  const { status, bytes } = answer.value;
  return status >= 200 && status < 300 ? ok(bytes) : err(faultOf(status, codeOf(bytes)));
};

/** https://learn.microsoft.com/graph/errors */
const faultOf = (status: number, code: string): GraphFault => {
  switch (status) {
    case 401:
    case 403:
      return { type: "denied", code };
    case 404:
    case 410:
      // A mailbox that lies outside Microsoft 365 is not there for Graph, which is not the same as a mail that is gone.
      return code.startsWith("MailboxNot") ? { type: "denied", code } : { type: "absent" };
    case 409:
    case 412:
      return { type: "conflict", code };
    case 413:
      return { type: "too-large" };
    case 507:
      return { type: "no-room" };
    default:
      if (code === "quotaLimitReached" || code === "ErrorQuotaExceeded") return { type: "no-room" };
      return status >= 500 ? { type: "unavailable", status } : { type: "refused", status, code };
  }
};

const ERROR_SCHEMA = z.object({
  error: z.object({ code: z.string().check(z.regex(/^[\w.]{1,80}$/)) }),
});

/** Graph's message beside the code may hold words of a mail: it is not read. */
const codeOf = (bytes: Uint8Array): string => {
  const parsed = ERROR_SCHEMA.safeParse(jsonOf(bytes));
  return parsed.success ? parsed.data.error.code : "";
};

const jsonOf = (bytes: Uint8Array): unknown => {
  try {
    return JSON.parse(new TextDecoder().decode(bytes)) as unknown;
  } catch {
    // Not JSON: no schema will take it.
    return undefined;
  }
};
