import { Buffer } from "node:buffer";
import { api } from "../reference/discovery.ts";
import { driveAnswer, resumedAnswer } from "../rest/drive.ts";
import { fitsMinute } from "../rest/gmail-rate.ts";
import { gmailAnswer } from "../rest/gmail.ts";
import { json, refusal, routeOf, type RestAnswer, type RestRequest } from "../rest/http.ts";
import {
  EmulatorGap,
  fields,
  isBytes,
  isPlain,
  Part,
  ScriptException,
  text,
  type Behaviours,
} from "../runtime/part.ts";
import { useQuota } from "../runtime/quota.ts";
import type { World } from "../runtime/world.ts";
import { blobBytes, blobOf, bytesFrom, decode } from "./blob.ts";

/** developers.google.com/apps-script/guides/services/quotas, and the reference of `fetch` for the address. */
const URL_CHARS_MAX = 2_082;
const HEADERS_MAX = 100;
const HEADER_BYTES_MAX = 8 * 1024;
const BODY_BYTES_MAX = 50 * 1024 * 1024;
/** "Too many concurrent requests for user": developers.google.com/workspace/gmail/api/guides/handle-errors */
const GMAIL_AT_ONCE_MAX = 50;

const OPTIONS = [
  "contentType",
  "headers",
  "method",
  "payload",
  "validateHttpsCertificates",
  "followRedirects",
  "muteHttpExceptions",
  "escaping",
];

type Asked = { readonly request: RestRequest; readonly isMuted: boolean };

const headersSent = ({ type, location }: ResponseState): object => ({
  "Content-Type": type,
  ...(location === null ? {} : { Location: location }),
});

type ResponseState = {
  readonly status: number;
  readonly type: string;
  readonly bytes: Uint8Array;
  readonly location: string | null;
};

export const urlFetch = (world: World): Behaviours => {
  const { account, run } = world;
  const answerAll = (asked: readonly Asked[]): readonly Part[] => {
    run.newRound();
    useQuota(account, "urlFetch", asked.length);
    let toGmail = 0;
    const answers = asked.map(({ request }) => {
      if (request.url.includes("//gmail.googleapis.com/")) toGmail += 1;
      return answerOf(world, request, toGmail);
    });
    for (const [at, { isMuted, request }] of asked.entries()) {
      const answer = answers[at];
      if (answer === undefined || isMuted || answer.status < 400) continue;
      throw new ScriptException(
        `Request failed for ${/^https:\/\/[^/]+/.exec(request.url)?.[0] ?? ""} returned code ${String(answer.status)}. Truncated server response: ${decode(answer.body, "UTF-8").slice(0, 200)} (use muteHttpExceptions option to examine full response)`,
      );
    }
    return answers.map(
      ({ status, type, body, location = null }) =>
        new Part<ResponseState>("URL_Fetch.HTTPResponse", { status, type, bytes: body, location }),
    );
  };
  const stateOf = (part: Part): ResponseState => part.state as ResponseState;
  return {
    "URL_Fetch.UrlFetchApp": {
      fetch: (_, values) => {
        const params = values.length > 1 ? fields(values, 1, "UrlFetchApp.fetch") : {};
        return answerAll([askedOf(world, text(values, 0), params)])[0];
      },
      fetchAll: (_, values) => {
        const requests = values[0] as readonly unknown[];
        return answerAll(
          requests.map((one) => {
            if (typeof one === "string") return askedOf(world, one, {});
            const { url, ...params } = fields([one], 0, "UrlFetchApp.fetchAll");
            if (typeof url !== "string")
              throw new ScriptException("Attribute provided with no value: url");
            return askedOf(world, url, params);
          }),
        );
      },
    },
    "URL_Fetch.HTTPResponse": {
      getResponseCode: (self) => stateOf(self).status,
      getContent: (self) => stateOf(self).bytes,
      getContentText: (self, values) =>
        decode(stateOf(self).bytes, values.length > 0 ? text(values, 0) : "UTF-8"),
      getBlob: (self) => blobOf(stateOf(self).bytes, stateOf(self).type, null),
      getHeaders: (self) => headersSent(stateOf(self)),
      getAllHeaders: (self) => headersSent(stateOf(self)),
    },
  };
};

const askedOf = (world: World, url: string, params: Readonly<Record<string, unknown>>): Asked => {
  const unknown = Object.keys(params).find((one) => !OPTIONS.includes(one));
  if (unknown !== undefined)
    throw new ScriptException(`Invalid argument: ${unknown} is no option of UrlFetchApp`);
  const { method = "get", headers = {}, payload, contentType, muteHttpExceptions = false } = params;
  if (typeof method !== "string" || !/^(?:get|delete|patch|post|put)$/i.test(method))
    throw new ScriptException(`Attribute provided with invalid value: method`);
  if (url.length > URL_CHARS_MAX) throw new ScriptException("Limit Exceeded: URLFetch URL Length.");
  const verb = method.toUpperCase();
  const sent = headersOf(headers);
  const body = payloadOf(payload);
  if (body.length > 0 && verb === "GET")
    throw new ScriptException(
      "A GET request takes no payload here: what Google's server does with one is not written.",
    );
  if (body.length > BODY_BYTES_MAX)
    throw new ScriptException("Limit Exceeded: URLFetch POST Size.");
  const { urlFetchWhitelist } = world.manifest;
  if (urlFetchWhitelist !== null && !urlFetchWhitelist.some((prefix) => isUnder(url, prefix)))
    throw new ScriptException(
      `UrlFetch calls to ${url} are not permitted by your admin or by the manifest's urlFetchWhitelist`,
    );
  if (contentType !== undefined && typeof contentType !== "string")
    throw new ScriptException("Attribute provided with invalid value: contentType");
  return {
    request: {
      verb,
      url,
      headers: sent,
      contentType:
        contentType ?? (typeof payload === "string" ? "application/x-www-form-urlencoded" : null),
      body,
    },
    isMuted: muteHttpExceptions === true,
  };
};

const headersOf = (headers: unknown): ReadonlyMap<string, string> => {
  if (!isPlain(headers))
    throw new ScriptException("Attribute provided with invalid value: headers");
  const pairs = Object.entries(headers).map(([name, value]) => {
    if (typeof value !== "string")
      throw new ScriptException(`Attribute provided with invalid value: Header:${name}`);
    // The reference: contentType is an option of its own, and these two are the server's.
    if (/^(?:content-length|host)$/i.test(name))
      throw new ScriptException(`Attribute provided with invalid value: Header:${name}`);
    return [name.toLowerCase(), value] as const;
  });
  // All of a call together, the stricter way to read "8 KB / call".
  const bytes = pairs.reduce((sum, pair) => sum + Buffer.byteLength(pair.join(": ")), 0);
  if (bytes > HEADER_BYTES_MAX) throw new ScriptException("Limit Exceeded: URLFetch header size.");
  if (pairs.length > HEADERS_MAX)
    throw new ScriptException("Limit Exceeded: URLFetch header count.");
  return new Map(pairs);
};

/** A text, signed bytes, or a blob. A plain object would be a form, which no method of ours takes. */
const payloadOf = (payload: unknown): Uint8Array => {
  if (payload === undefined || payload === null) return new Uint8Array();
  if (typeof payload === "string") return bytesFrom(payload);
  if (payload instanceof Part) return blobBytes(payload);
  if (isBytes(payload)) return bytesFrom(payload);
  if (Array.isArray(payload))
    throw new ScriptException("Cannot convert Array to (class)[]: a byte is between -128 and 127.");
  throw new EmulatorGap("a payload that is a form");
};

const isUnder = (url: string, prefix: string): boolean => {
  const wild = /^https:\/\/\*\.([^/]+)(\/.*)$/.exec(prefix);
  if (wild === null) return url.startsWith(prefix);
  const parts = /^https:\/\/([^/]+)(\/.*)?$/.exec(url);
  return (
    (parts?.[1] ?? "").endsWith(`.${wild[1] ?? ""}`) && (parts?.[2] ?? "").startsWith(wild[2] ?? "")
  );
};

const answerOf = (world: World, request: RestRequest, toGmail: number): RestAnswer => {
  const { account, manifest, run } = world;
  const note = (id: string | null, answer: RestAnswer): RestAnswer => {
    run.sent({
      method: request.verb,
      url: request.url,
      id,
      status: answer.status,
      bytesSent: request.body.length,
      bytesReceived: answer.body.length,
    });
    return answer;
  };
  const isGmail = request.url.startsWith("https://gmail.googleapis.com/");
  if (!isGmail && !request.url.startsWith("https://www.googleapis.com/"))
    throw new ScriptException(`DNS error: ${request.url}`);
  const forced = run.forcedStatus();
  const failed = (status: number): RestAnswer =>
    json(status, { error: { code: status, message: "injected" } });
  if (forced !== null && request.url.includes("upload_id="))
    return note("drive.files.upload", failed(forced));
  const resumed = resumedAnswer(account, manifest.oauthScopes, request);
  if (resumed !== null) return note("drive.files.upload", resumed);
  const routed = routeOf(api(isGmail ? "gmail" : "drive"), request);
  // Google would answer 404 or 400; a request that no method takes is a mistake to be seen.
  if ("misrouted" in routed) throw new EmulatorGap(routed.misrouted);
  const { id, scopes } = routed.route;
  if (forced !== null) return note(id, failed(forced));
  if (request.headers.get("authorization") !== `Bearer ${world.token}`)
    return note(
      id,
      refusal(401, "authError", "Request is missing required authentication credential."),
    );
  if (!scopes.some((one) => manifest.oauthScopes.includes(one)))
    return note(
      id,
      refusal(403, "insufficientPermissions", "Request had insufficient authentication scopes."),
    );
  if (isGmail && toGmail > GMAIL_AT_ONCE_MAX)
    return note(id, refusal(429, "rateLimitExceeded", "Too many concurrent requests for user."));
  if (isGmail && !fitsMinute(account, id))
    return note(
      id,
      refusal(
        403,
        "rateLimitExceeded",
        "Quota exceeded for quota metric 'Queries' and limit 'Queries per minute per user'.",
      ),
    );
  const answer = isGmail
    ? gmailAnswer(account, manifest.oauthScopes, world.mail, request, routed)
    : driveAnswer(account, manifest.oauthScopes, request, routed);
  if (answer.body.length > BODY_BYTES_MAX)
    throw new ScriptException("Limit Exceeded: URLFetch response size.");
  return note(id, answer);
};
