import { Buffer } from "node:buffer";
import type { Api, Route } from "../reference/discovery.ts";

/** A request as it left the script. */
export type RestRequest = {
  readonly verb: string;
  readonly url: string;
  /** Names in lower case. */
  readonly headers: ReadonlyMap<string, string>;
  readonly contentType: string | null;
  readonly body: Uint8Array;
};

export type RestAnswer = {
  readonly status: number;
  readonly type: string;
  readonly body: Uint8Array;
  /** Where a resumable upload goes on. */
  readonly location?: string;
};

/** A request that a route of Google's takes. */
export type Routed = {
  readonly route: Route;
  readonly params: ReadonlyMap<string, string>;
  readonly query: ReadonlyMap<string, string>;
  readonly isUpload: boolean;
};

export const json = (status: number, value: unknown): RestAnswer => ({
  status,
  type: "application/json; charset=UTF-8",
  body: new Uint8Array(Buffer.from(JSON.stringify(value))),
});

/** As Google writes its errors. */
export const refusal = (status: number, reason: string, message: string): RestAnswer =>
  json(status, {
    error: {
      code: status,
      message,
      errors: [{ message, domain: "global", reason }],
      status: statusWord(status),
    },
  });

const statusWord = (status: number): string =>
  ({
    400: "INVALID_ARGUMENT",
    401: "UNAUTHENTICATED",
    403: "PERMISSION_DENIED",
    404: "NOT_FOUND",
    409: "ALREADY_EXISTS",
    429: "RESOURCE_EXHAUSTED",
  })[status] ?? "UNKNOWN";

/** Why no route takes the request: a mistake of the script that Google would answer with a 404 or a 400. */
export type Misrouted = { readonly misrouted: string };

export const routeOf = (api: Api, request: RestRequest): Routed | Misrouted => {
  const parts = /^(https:\/\/[^/?#]+)([^?#]*)(?:\?([^#]*))?/.exec(request.url);
  if (parts === null) return { misrouted: `no address: ${request.url}` };
  const [, host = "", path = "", search = ""] = parts;
  for (const route of api.routes) {
    if (route.verb !== request.verb || host !== route.host) continue;
    const plain = matchPath(route.path, path);
    const upload =
      plain === null && route.uploadPath !== null ? matchPath(route.uploadPath, path) : null;
    const params = plain ?? upload;
    if (params === null) continue;
    const query = queryOf(search);
    for (const [name, value] of query) {
      const shape = route.query.get(name);
      if (shape === undefined) return { misrouted: `${route.id} takes no parameter ${name}` };
      if (shape.kind === "number" && !/^\d+$/.test(value))
        return { misrouted: `${route.id}: ${name} is no number: ${value}` };
      if (shape.kind === "boolean" && value !== "true" && value !== "false")
        return { misrouted: `${route.id}: ${name} is neither true nor false: ${value}` };
    }
    return { route, params, query, isUpload: upload !== null };
  }
  return { misrouted: `no method of Google's: ${request.verb} ${host}${path}` };
};

const matchPath = (template: string, path: string): ReadonlyMap<string, string> | null => {
  const wanted = template.split("/");
  const given = path.split("/");
  if (wanted.length !== given.length) return null;
  const params = new Map<string, string>();
  for (const [at, piece] of wanted.entries()) {
    const value = given[at] ?? "";
    const name = /^\{(\w+)\}$/.exec(piece)?.[1];
    if (name !== undefined && value !== "") params.set(name, decodeURIComponent(value));
    else if (piece !== value) return null;
  }
  return params;
};

const queryOf = (search: string): ReadonlyMap<string, string> => {
  const query = new Map<string, string>();
  for (const pair of search.split("&").filter(Boolean)) {
    const at = pair.indexOf("=");
    const name = decodeURIComponent(at < 0 ? pair : pair.slice(0, at));
    const value = at < 0 ? "" : decodeURIComponent(pair.slice(at + 1).replace(/\+/g, " "));
    // A repeated parameter is a list.
    query.set(name, query.has(name) ? `${query.get(name) ?? ""},${value}` : value);
  }
  return query;
};

/** The two parts of a `multipart/related` upload: the metadata, and the bytes with their type. */
export const relatedParts = (
  request: RestRequest,
): { readonly meta: unknown; readonly type: string; readonly bytes: Uint8Array } | null => {
  const boundary = /^multipart\/related;.*boundary="?([^";]+)"?/i.exec(
    request.contentType ?? "",
  )?.[1];
  if (boundary === undefined) return null;
  const text = Buffer.from(request.body).toString("latin1");
  const pieces = text.split(`--${boundary}`);
  if (pieces.length !== 4 || !/^--\s*$/.test(pieces[3] ?? "")) return null;
  const [first, second] = pieces.slice(1, 3).map((piece) => {
    const end = piece.indexOf("\r\n\r\n");
    return end < 0
      ? null
      : { head: piece.slice(0, end), body: piece.slice(end + 4).replace(/\r\n$/, "") };
  });
  if (first == null || second == null || !/content-type:\s*application\/json/i.test(first.head))
    return null;
  const isBase64 = /content-transfer-encoding:\s*base64/i.test(second.head);
  return {
    meta: JSON.parse(Buffer.from(first.body, "latin1").toString("utf8")) as unknown,
    type:
      /content-type:\s*([^\r\n]+)/i.exec(second.head)?.[1]?.trim() ?? "application/octet-stream",
    bytes: new Uint8Array(Buffer.from(second.body, isBase64 ? "base64" : "latin1")),
  };
};

type FieldTree = { readonly [name: string]: FieldTree | true };

/** Only what `fields` names: `id,files(id,name)`, `files/id`, `*`. Null where the words are no such list. */
export const picked = (value: unknown, words: string): unknown => {
  const tree = fieldTree(words);
  return tree === null ? undefined : pick(value, tree);
};

const fieldTree = (words: string): FieldTree | null => {
  let at = 0;
  const list = (): FieldTree | null => {
    const tree: Record<string, FieldTree | true> = {};
    for (;;) {
      const name = /^[\w*]+(?:\/[\w*]+)*/.exec(words.slice(at))?.[0];
      if (name === undefined) return null;
      at += name.length;
      let inner: FieldTree | true = true;
      if (words[at] === "(") {
        at += 1;
        const within = list();
        if (within === null || words[at] !== ")") return null;
        at += 1;
        inner = within;
      }
      const [first = "", ...rest] = name.split("/");
      tree[first] = rest.reduceRight<FieldTree | true>((under, one) => ({ [one]: under }), inner);
      if (words[at] !== ",") return tree;
      at += 1;
    }
  };
  const tree = list();
  return at === words.length ? tree : null;
};

const pick = (value: unknown, tree: FieldTree | true): unknown => {
  if (tree === true || tree["*"] !== undefined) return value;
  if (Array.isArray(value)) return value.map((one) => pick(one, tree));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, one]) => {
      const under = tree[key];
      return under === undefined ? [] : [[key, pick(one, under)] as const];
    }),
  );
};
